import type { Box } from '../../../../schema/place.ts'
import type { Line } from '../lines/line.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import type { Word } from '../page/page-content.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import type { GridCell } from './walls-to-cells.ts'

/** A cell of a page's table with what is in it. */
export interface PageCell extends GridCell {
  words: Word[]
  /** "#rrggbb", or null for the page's own. */
  fill: string | null
  /** Nothing but a picture or drawing is in it, which brings no colour. */
  picture: boolean
}

/** The evidence that a table was found by. */
export type TableEvidence = 'tags' | 'lattice' | 'rules' | 'text'

/** One table, or the part of one that is on one page. */
export interface PageTable {
  page: number
  box: Box
  xs: number[]
  ys: number[]
  cells: PageCell[]
  evidence: TableEvidence
  /** The frame and the words that it was made of, colours' marks among them; none where tags say what its cells are. */
  source?: { frame: Frame; words: readonly Word[] } | undefined
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
