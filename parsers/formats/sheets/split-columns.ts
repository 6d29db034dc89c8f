import { isUsed, type Sheet, type SheetRow, textCount } from './sheet.ts'

/** The columns of one stretch of a sheet, from and to, both ends included. */
interface Columns {
  from: number
  to: number
}

/** Of the columns of a table, this share says something in its header row. */
const HEADER_SHARE = 0.6

/**
 * What is beside a sheet's table, with an empty column between, apart from it: a key, notes, a second table. A column
 * that is only a gap within a table parts nothing: what follows it has its headers in the table's own header row.
 * Gives the rows of each, the table's first.
 */
export function splitColumns({ rows }: Pick<Sheet, 'rows'>): SheetRow[][] {
  const stretches = columnStretches(rows)
  const [main] = stretches.toSorted((a, b) => weightOf(rows, b) - weightOf(rows, a))
  if (!main || stretches.length < 2) return [rows]
  const header = rows.find((row) => textCount(cut(row, main)) >= Math.max(2, HEADER_SHARE * (main.to - main.from + 1)))
  const apart = header ? stretches.filter((one) => one !== main && !hasHeaders(header, one)) : []
  if (apart.length === 0) return [rows]
  const isApart = (column: number): boolean => apart.some(({ from, to }) => column >= from && column <= to)
  const table = rows.map((row) => ({ ...row, cells: row.cells.map((cell, column) => (isApart(column) ? undefined : cell)) }))
  return [table, ...apart.map((one) => rows.map((row) => cut(row, one)))]
}

/** Columns that hold something, those that follow each other together. A lone line that runs over others' columns is a title, and joins nothing. */
function columnStretches(rows: readonly SheetRow[]): Columns[] {
  const used = new Set<number>()
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  for (const row of rows) {
    const spans = textCount(row) > 1
    for (const [column, cell] of row.cells.entries()) {
      if (!isUsed(cell)) continue
      for (let at = column; at < Math.min(width, column + (spans ? cell.colSpan : 1)); at++) used.add(at)
    }
  }
  const stretches: Columns[] = []
  for (const column of [...used].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last && column === last.to + 1) last.to = column
    else stretches.push({ from: column, to: column })
  }
  return stretches
}

function weightOf(rows: readonly SheetRow[], columns: Columns): number {
  return rows.reduce((sum, row) => sum + textCount(cut(row, columns)), 0)
}

/** Whether each column of a stretch is headed in this row. */
function hasHeaders(row: SheetRow, { from, to }: Columns): boolean {
  for (let column = from; column <= to; column++) {
    const cell = row.cells[column]
    if (!cell?.text) return false
    column += cell.colSpan - 1
  }
  return true
}

/** A row with the cells of a stretch only, each in its column. */
function cut(row: SheetRow, { from, to }: Columns): SheetRow {
  return { ...row, cells: row.cells.map((cell, column) => (column >= from && column <= to ? cell : undefined)) }
}
