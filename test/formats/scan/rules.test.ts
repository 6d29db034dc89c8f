import { describe, expect, test } from 'vitest'
import { findRules } from '../../../parsers/formats/scan/find-rules.ts'
import type { PixelBox } from '../../../parsers/formats/scan/picture.ts'
import { inkWithoutRules, wipeRules } from '../../../parsers/formats/scan/wipe-rules.ts'
import { inked, paint, pixelsIn, sheet } from './pictures.ts'

const DPI = 200

/** The boxes of the rules, level ones first. */
function rulesIn(boxes: readonly PixelBox[]): PixelBox[] {
  return findRules(inked(400, 300, boxes), DPI).map(({ x0, y0, x1, y1 }): PixelBox => [x0, y0, x1, y1])
}

describe('rules', () => {
  test('are long thin strokes, level and upright', () => {
    const grid: PixelBox[] = [
      [20, 20, 380, 21],
      [20, 120, 380, 121],
      [20, 20, 21, 121],
      [379, 20, 380, 121],
    ]
    expect(rulesIn(grid).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual([
      [20, 20, 380, 21],
      [20, 20, 21, 121],
      [20, 120, 380, 121],
      [379, 20, 380, 121],
    ])
  })

  test('go on over gaps that scanners leave, and not over those of a dotted line', () => {
    expect(
      rulesIn([
        [20, 50, 100, 51],
        [104, 50, 300, 51],
      ]),
    ).toEqual([[20, 50, 300, 51]])
    const dots = Array.from({ length: 30 }, (_, index): PixelBox => [20 + index * 10, 50, 23 + index * 10, 51])
    expect(rulesIn(dots)).toEqual([])
  })

  test('may step where the page is a little turned', () => {
    expect(
      rulesIn([
        [20, 50, 150, 51],
        [151, 51, 300, 52],
      ]),
    ).toEqual([[20, 50, 300, 52]])
  })

  test('are no thicker for the edge of a shaded cell that touches them', () => {
    expect(
      rulesIn([
        [20, 50, 380, 52],
        [240, 42, 340, 49],
      ]),
    ).toEqual([[20, 50, 380, 52]])
  })

  test('are not dashes, stems or bars', () => {
    expect(
      rulesIn([
        [20, 50, 60, 51],
        [100, 50, 102, 78],
        [20, 100, 300, 130],
      ]),
    ).toEqual([])
  })

  test('are in paper: the feet of letters in a row are none', () => {
    const stems = Array.from({ length: 60 }, (_, index): PixelBox => [20 + index * 5, 30, 22 + index * 5, 50])
    expect(rulesIn([...stems, [20, 49, 320, 50]])).toEqual([])
  })
})

describe('a rule that is wiped out', () => {
  const boxes: PixelBox[] = [
    [20, 50, 300, 51],
    [100, 40, 103, 60],
  ]
  const ink = inked(400, 300, boxes)
  const rules = findRules(ink, DPI)

  test('goes with its grey fringes', () => {
    const page = paint(paint(sheet(400, 300), [[20, 49, 300, 52]], 120), boxes, 0)
    wipeRules(page, ink, rules)
    expect(pixelsIn(page, [20, 48, 90, 53]).every((tone) => tone === 255)).toBe(true)
  })

  test('leaves the letter that crosses it', () => {
    const page = paint(sheet(400, 300), boxes, 0)
    wipeRules(page, ink, rules)
    expect(pixelsIn(page, [100, 40, 103, 49]).every((tone) => tone === 0)).toBe(true)
  })

  test('is not ink to be read', () => {
    const left = inkWithoutRules(ink, rules)
    expect(pixelsIn(left, [20, 45, 90, 55]).some(Boolean)).toBe(false)
    expect(pixelsIn(left, [100, 40, 103, 46]).every(Boolean)).toBe(true)
    expect(pixelsIn(ink, [20, 50, 90, 51]).every(Boolean)).toBe(true)
  })
})
