import { describe, expect, it } from 'vitest'
import { drawnBullets } from '../../../parsers/formats/pdf/words/drawn-bullets.ts'
import type { Box } from '../../../schema/place.ts'
import { pageOf, words } from './words.ts'

/** A disc before the line whose letters are on `base`. */
const disc = (x0: number, base: number): Box => [x0, base - 6, x0 + 4, base - 2]
const bulletsAt = (drawings: Box[], ...lines: ReturnType<typeof words>[]) =>
  drawnBullets(pageOf(lines.flat(), { drawings })).map(({ base }) => base)

describe('bullets that a page draws', () => {
  const items = [words('Count the lamps', 210, 100), words('Light the lamps', 210, 120)]

  it('stand before the words of their items', () => {
    expect(bulletsAt([disc(200, 100), disc(200, 120)], ...items)).toEqual([100, 120])
  })

  it('may have words of the next cell close by, where another of the list stands alone', () => {
    const cell = words('A full cell', 135, 100)
    expect(cell.at(-1)?.x1).toBeGreaterThan(190)
    expect(bulletsAt([disc(200, 100), disc(200, 120)], ...items, cell)).toEqual([100, 120])
  })

  it('are none between two words of a line, whatever stands elsewhere', () => {
    const cell = words('A full cell', 135, 100)
    expect(bulletsAt([disc(200, 100)], ...items, cell)).toEqual([])
    expect(bulletsAt([disc(200, 100), disc(230, 140)], ...items, cell, words('Alone', 240, 140))).toEqual([140])
  })
})
