import type { Box } from '../../../schema/place.ts'
import type { GridCell } from './grid.ts'
import type { Fill, Word } from './page-content.ts'

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

/** The colour of the last fill that covers a cell, or null where that is the page's white. */
export function fillOf(box: Box, fills: readonly Fill[]): string | null {
  for (let i = fills.length - 1; i >= 0; i--) {
    const fill = fills[i]
    if (fill && overlapArea(fill.box, box) >= FILL_SHARE * area(box)) return fill.colour === '#ffffff' ? null : fill.colour
  }
  return null
}
