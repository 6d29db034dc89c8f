import type { Box } from '../../../../schema/place.ts'
import type { Line } from '../lines/line.ts'
import type { Word } from '../page/page-content.ts'
import type { TableEvidence } from '../tables/page-table.ts'

/** A paragraph, heading or list item in the making: lines that belong together. */
export interface TextDraft {
  type: 'text'
  lines: Line[]
  /** The role its element has in the file's tags, or null. */
  role: string | null
  /** The words of the label that tags or a bullet set apart. */
  marker: Word[]
  bold: boolean
  size: number
  /** From the left edge of what it is in. */
  indent: number
  /** Right edge of what it is in. */
  right: number
}

/** A cell in the making. Its text is in one part for each page that it runs over. */
export interface CellDraft {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  fill: string | null
  picture: boolean
  parts: { page: number; box: Box; blocks: TextDraft[] }[]
}

/** A table in the making. */
export interface TableDraft {
  type: 'table'
  columns: number
  rows: CellDraft[][]
  headerRows: number
  parts: { page: number; box: Box; xs: number[] }[]
  evidence: TableEvidence
}

export type Draft = TextDraft | TableDraft

/** What one page holds, in reading order. */
export interface PageDrafts {
  page: number
  height: number
  /** Where the page's text ends, furniture aside. */
  bottom: number
  drafts: Draft[]
}
