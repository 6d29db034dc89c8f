import { describe, expect, test } from 'vitest'
import { toInk } from '../../../parsers/formats/scan/ink.ts'
import { inkPieces } from '../../../parsers/formats/scan/ink-pieces.ts'
import { cropPicture, soften, toGray } from '../../../parsers/formats/scan/picture.ts'
import { skewOf } from '../../../parsers/formats/scan/skew.ts'
import { whiten } from '../../../parsers/formats/scan/whiten.ts'
import { drawn, inked, paint, pixelsIn, sheet } from './pictures.ts'

describe('a picture in grey', () => {
  test('takes green for lighter than red, and red for lighter than blue', () => {
    const rgba = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255)
    const [white, black, red, green, blue] = toGray(rgba, 5, 1).data
    expect([white, black]).toEqual([255, 0])
    expect([red, green, blue]).toEqual([76, 150, 27])
  })

  test('is softened where it has two tones only', () => {
    const twoTones = paint(sheet(40, 40), [[20, 0, 20, 39]], 0)
    expect(pixelsIn(soften(twoTones), [18, 5, 22, 5])).toEqual([255, 191, 127, 191, 255])
    const tones = paint(sheet(40, 40), [[0, 0, 39, 9]], 128)
    expect(soften(tones)).toBe(tones)
  })

  test('is cut to a piece with white round it, and made larger', () => {
    const piece = cropPicture(paint(sheet(20, 20), [[5, 5, 8, 8]], 0), [5, 5, 8, 8], 2, 2)
    expect([piece.width, piece.height]).toEqual([16, 16])
    expect(pixelsIn(piece, [0, 0, 1, 1])).toEqual([255, 255, 255, 255])
    expect(pixelsIn(piece, [6, 6, 8, 8]).every((tone) => tone === 0)).toBe(true)
  })

  test('is cut at its own edge too', () => {
    expect(cropPicture(sheet(4, 4, 9), [0, 0, 3, 3], 1, 1).data).toHaveLength(36)
  })
})

describe('ink', () => {
  test('is darker than the paper round it, however that is lit', () => {
    const page = sheet(120, 60)
    for (let x = 0; x < 120; x++) paint(page, [[x, 0, x, 59]], 100 + x)
    paint(page, [[20, 20, 22, 40]], 20)
    paint(page, [[100, 20, 102, 40]], 90)
    const ink = toInk(page)
    expect(pixelsIn(ink, [20, 22, 22, 38]).every(Boolean)).toBe(true)
    expect(pixelsIn(ink, [100, 22, 102, 38]).every(Boolean)).toBe(true)
    expect(pixelsIn(ink, [40, 0, 80, 59]).some(Boolean)).toBe(false)
  })

  test('is not one where paper is a little uneven', () => {
    const page = sheet(60, 60, 230)
    for (let y = 0; y < 60; y++) for (let x = 0; x < 60; x++) page.data[y * 60 + x] = 215 + ((x * 7 + y * 13) % 30)
    expect(toInk(page).data.some(Boolean)).toBe(false)
  })

  test('is not one within a shaded cell', () => {
    const ink = toInk(paint(sheet(120, 120), [[20, 20, 100, 100]], 150))
    expect(pixelsIn(ink, [40, 40, 80, 80]).some(Boolean)).toBe(false)
  })

  test('hangs together at sides and corners', () => {
    const ink = drawn('##....', '..#...', '.....#', '.....#')
    expect(inkPieces(ink, [0, 0, 5, 3])).toEqual([
      { box: [0, 0, 2, 1], pixels: 3 },
      { box: [5, 2, 5, 3], pixels: 2 },
    ])
    expect(inkPieces(ink, [0, 0, 1, 3])).toEqual([{ box: [0, 0, 1, 0], pixels: 2 }])
  })
})

describe('paper', () => {
  const page = paint(sheet(120, 120, 170), [[50, 50, 60, 70]], 60)
  paint(page, [[20, 20, 20, 20]], 60)
  const white = whiten(
    page,
    inked(120, 120, [
      [50, 50, 60, 70],
      [20, 20, 20, 20],
    ]),
  )

  test('is made white, and ink stays', () => {
    expect(pixelsIn(white, [0, 0, 15, 119]).every((tone) => tone === 255)).toBe(true)
    expect(Math.max(...pixelsIn(white, [51, 51, 59, 69]))).toBeLessThan(110)
  })

  test('keeps no specks', () => {
    expect(pixelsIn(white, [20, 20, 20, 20])).toEqual([255])
  })
})

describe('the turn of a page', () => {
  /** Rows of letters' ink, turned clockwise. */
  function rows(degrees: number): ReturnType<typeof inked> {
    const page = inked(400, 300, [])
    const slope = Math.tan((degrees * Math.PI) / 180)
    for (let row = 40; row < 260; row += 24) {
      for (let x = 20; x < 380; x++) if (x % 9 < 6) paint(page, [[x, Math.round(row + x * slope), x, Math.round(row + x * slope) + 9]], 1)
    }
    return page
  }

  test.each([0.6, -0.3, 2, -2.4])('is found: %f degrees', (degrees) => {
    expect(Math.abs(skewOf(rows(degrees)) - degrees)).toBeLessThan(0.12)
  })

  test('is not one where the rows are level, and where there is next to no ink', () => {
    expect(skewOf(rows(0))).toBe(0)
    expect(skewOf(inked(400, 300, [[10, 10, 40, 12]]))).toBe(0)
  })
})
