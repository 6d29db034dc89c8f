import type { Box } from '../../../schema/place.ts'
import type { GridCell } from './grid.ts'
import type { Line } from './line.ts'
import type { Fill, Word } from './page-content.ts'
import { wordsToLines } from './words-to-lines.ts'

/** A cell of a page's table with what stands in it. */
export interface PageCell extends GridCell {
  words: Word[]
  /** "#rrggbb", or null for the page's own. */
  fill: string | null
}

/** The evidence that a table was found by. */
export type TableEvidence = 'tags' | 'lattice' | 'rules' | 'text'

/** One table, or the part of one that stands on one page. */
export interface PageTable {
  page: number
  box: Box
  xs: number[]
  ys: number[]
  cells: PageCell[]
  evidence: TableEvidence
  /** Rows that the source itself marks as header rows. */
  headerRows: number
}

const cellLinesOf = new WeakMap<PageCell, Line[]>()

/** A cell's words in lines. They are put together once: a cell does not change after its table is made. */
export function cellLines(cell: PageCell, page: number): Line[] {
  const known = cellLinesOf.get(cell)
  if (known) return known
  const lines = wordsToLines(cell.words, page)
  cellLinesOf.set(cell, lines)
  return lines
}

/** Whether the middle of a word, at the height of its small letters, lies in a box. */
export function standsIn(word: Word, box: Box): boolean {
  const x = (word.x0 + word.x1) / 2
  const y = middleOf(word)
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

/** The height at which a word is held to stand. */
export function middleOf(word: Word): number {
  return word.turn === 0 ? word.base - 0.3 * word.size : (word.top + word.bottom) / 2
}

const area = (box: Box) => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])

/** How much two boxes share, as an area. */
export function overlapArea(a: Box, b: Box): number {
  return area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])])
}

/** A cell's background is what covers at least this much of it. */
const FILL_SHARE = 0.5

/** The colour that a cell is seen in: of the last fill that covers it, or its words; null where that is the page's white. */
export function fillOf(box: Box, fills: readonly Fill[], words: readonly Word[] = []): string | null {
  const [x, y] = [
    words.reduce((sum, word) => sum + (word.x0 + word.x1) / 2, 0) / words.length,
    words.reduce((sum, word) => sum + middleOf(word), 0) / words.length,
  ]
  for (let i = fills.length - 1; i >= 0; i--) {
    const fill = fills[i]
    if (!fill) continue
    const covers = overlapArea(fill.box, box) >= FILL_SHARE * area(box)
    const behind =
      words.length > 0 &&
      fill.box[3] - fill.box[1] >= box[3] - box[1] - 4 &&
      x > fill.box[0] &&
      x < fill.box[2] &&
      y > fill.box[1] &&
      y < fill.box[3]
    if (covers || behind) return fill.colour === '#ffffff' ? null : fill.colour
  }
  return words.length === 0 ? markIn(box, fills) : null
}

/** Discs, squares and triangles, which say nothing but by their colour. */
const SHAPE = /^[\u25a0\u25aa\u25b2\u25bc\u25c6\u25cf\u2b1b\u2b24\u2022\u26ab]$/u
/** The least difference between the strongest and the weakest of a colour's parts, of 255, that makes it one. */
const COLOURED = 64

/** The colour of a shape that is alone in a cell, set as a letter; null for one in black or grey, and for words. */
export function colouredMark(words: readonly Word[]): string | null {
  const [mark] = words
  if (!mark || words.length > 1 || !SHAPE.test(mark.text)) return null
  const parts = [1, 3, 5].map((at) => Number.parseInt(mark.colour.slice(at, at + 2), 16))
  return Math.max(...parts) - Math.min(...parts) >= COLOURED ? mark.colour : null
}

/** A mark of a colour is at least this large both ways. */
const MARK_LEAST_PT = 4

/** The colour of the one mark in a cell without words: a square that is drawn in it. */
function markIn(box: Box, fills: readonly Fill[]): string | null {
  const inside = fills.filter(
    (fill) =>
      Math.min(fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]) >= MARK_LEAST_PT &&
      overlapArea(fill.box, box) >= INSIDE_SHARE * area(fill.box),
  )
  const colours = new Set(inside.map(({ colour }) => colour).filter((colour) => colour !== '#ffffff'))
  const [only] = colours
  return colours.size === 1 && only !== undefined ? only : null
}
const INSIDE_SHARE = 0.95
