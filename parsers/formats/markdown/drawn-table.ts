import type { TextLine } from './text-lines.ts'

/** A cell that is drawn with signs: the stretches of lines that it is made of, each with the blanks around it. */
export interface DrawnCell {
  rowSpan: number
  colSpan: number
  parts: TextLine[]
}

/** A table that is drawn with signs and blanks. A cell that spans is only in its first row and column. */
export interface DrawnTable {
  rows: DrawnCell[][]
  headerRows: number
  /** How many lines it takes. */
  taken: number
}
