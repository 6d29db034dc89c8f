import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { readDate } from '../recognise/dates.ts'
import { canonicalNumber } from '../recognise/numbers.ts'
import type { Column, TableHeader } from './table-header.ts'

/** The share of a column's filled cells that must look like a kind of value for the column to hold it. */
const TELLING_SHARE = 0.6

/**
 * Columns whose heading is lost or unknown, told by what stands under them: numbers before the text,
 * dates behind it. What cannot be told is reported and left unread.
 */
export function completeColumns(table: Table, header: TableHeader, report: Report): Column[] {
  const roles = new Set(header.columns.map((column) => column.role))
  return header.columns.map((column) => {
    if (column.role !== null) return column
    const texts = bodyTexts(table, header, column.col)
    if (texts.length === 0) return column
    const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
    const take = (role: FieldRole): Column => {
      roles.add(role)
      return { ...column, role, score: 0.5 }
    }
    if (!roles.has('number') && column.col <= 1 && share((text) => text.length <= 20 && canonicalNumber(text) !== null) >= TELLING_SHARE)
      return take('number')
    if (!roles.has('due') && share((text) => readDate(text) !== null) >= TELLING_SHARE) return take('due')
    if (column.label.text !== '') report('column-unknown', table.places[0] ?? NOWHERE, column.label.text.slice(0, 80))
    return column
  })
}

function bodyTexts(table: Table, header: TableHeader, col: number): string[] {
  return table.rows
    .filter((_, row) => !header.rows.has(row))
    .map((row) => row.find((cell: Cell) => cell.col === col))
    .map((cell) => (cell ? cellPassage(cell).text : ''))
    .filter((text) => text !== '')
}
