import type { Box } from '../../../schema/place.ts'

/** A cell as its program shows it. */
export interface SheetCell {
  /** With "\n" between its lines. */
  text: string
  /** Rows and columns of the file that it covers, those that are not shown too. */
  rowSpan: number
  colSpan: number
  /** "#rrggbb" of its ground where that is not white. */
  fill: string | null
  bold: boolean
}

/** A row that is shown. */
export interface SheetRow {
  /** Its number in the file, from 0. */
  number: number
  /** Its cells by the place of their columns among those that are shown; what a merged cell covers is undefined. */
  cells: (SheetCell | undefined)[]
}

/** A sheet as it is shown. Of rows without content that follow each other, one is enough. */
export interface Sheet {
  /** Null for a file that is one sheet. */
  name: string | null
  rows: SheetRow[]
  /** Columns that are not shown, by their number in the file, from 0. */
  hiddenColumns: ReadonlySet<number>
}

/** Whether a cell says something or shows a colour. */
export function isUsed(cell: SheetCell | undefined): cell is SheetCell {
  return cell !== undefined && (cell.text !== '' || cell.fill !== null)
}

/** How many cells of a row say something. */
export function textCount(row: SheetRow | undefined): number {
  return row?.cells.reduce((count, cell) => count + (cell?.text ? 1 : 0), 0) ?? 0
}

/** How many cells of a row mean something: its texts, and the colour that a lone text explains, just before it. */
export function cellCount(row: SheetRow | undefined): number {
  const texts = textCount(row)
  if (!row || texts !== 1) return texts
  const first = row.cells.findIndex(isUsed)
  return row.cells[first]?.text === '' && row.cells[first + 1]?.text ? 2 : 1
}

/** Whether a row says nothing and shows no colour. */
export function isBlankRow(row: SheetRow): boolean {
  return !row.cells.some(isUsed)
}

/** The numbers in the file of the first columns that are shown. */
export function shownColumns(hidden: ReadonlySet<number>, count: number): number[] {
  const numbers: number[] = []
  for (let number = 0; numbers.length < count; number++) if (!hidden.has(number)) numbers.push(number)
  return numbers
}

/** The place of a cell in its sheet, in columns and rows from 0. */
export function cellBox(row: number, column: number): Box {
  return [column, row, column + 1, row + 1]
}
