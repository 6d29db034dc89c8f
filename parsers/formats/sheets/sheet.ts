/** A cell as its program shows it. */
export interface SheetCell {
  /** With "\n" between its lines. */
  text: string
  rowSpan: number
  colSpan: number
  /** "#rrggbb" of its ground where that is not white. */
  fill: string | null
  bold: boolean
}

/** A sheet's rows, those that are shown, each with its cells by column; what a merged cell covers is undefined. */
export interface Sheet {
  /** Null for a file that is one sheet. */
  name: string | null
  rows: SheetRow[]
}

/** The cells of a row by column. */
export type SheetRow = (SheetCell | undefined)[]

/** How many cells of a row say something. */
export function textCount(row: SheetRow): number {
  return row.reduce((count, cell) => count + (cell?.text ? 1 : 0), 0)
}

/** Whether a row says nothing and shows no colour. */
export function isBlankRow(row: SheetRow): boolean {
  return !row.some((cell) => cell && (cell.text !== '' || cell.fill !== null))
}
