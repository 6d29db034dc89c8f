import type { Box } from '../../../../schema/place.ts'
import type { TableEvidence } from '../tables/page-table.ts'
import type { TextDraft } from './lines-to-blocks.ts'

/** A cell in the making. Its text stands in one part for each page that it runs over. */
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
