import { stringify } from 'csv-stringify/sync'
import type { ColumnDescription } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import type { Value } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { ViewName } from '../store/views.ts'

/** So many rows are put into words at once: the library's setting-up is then not felt, and memory is not either. */
const ROWS_AT_ONCE = 500

/**
 * Text that a spreadsheet might take for a formula: OWASP's list for CSV injection (signs of both widths, tab, line
 * ends), after white space too, since some programs trim it. A leading apostrophe, so that ours can be recognised from it.
 */
const MIGHT_BE_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/u

/**
 * Where a spreadsheet begins another cell within a text: one that is set to semicolons or tabs (as where a comma is for decimals) cuts
 * there whatever quotes are around, and at line ends too.
 */
const INNER_FORMULA = /([;\t\r\n]\s*)(?=['=+\-@＝＋－＠])/gu
const GUARDED_INNER = /([;\t\r\n]\s*)'(?=['=+\-@＝＋－＠])/gu

/**
 * A text cell that does no harm: an apostrophe precedes what might be a formula, also where a semicolon, tab or line end may begin
 * a cell, before an apostrophe, and for empty text (an empty cell is NULL). `cellToText` takes them away again.
 */
export function textToCell(text: string): string {
  const guarded = text.replace(INNER_FORMULA, "$1'")
  return text === '' || MIGHT_BE_FORMULA.test(text) ? `'${guarded}` : guarded
}

/** What the text of a cell was: the apostrophes of `textToCell` are taken away, and an empty cell is NULL. */
export function cellToText(cell: string): string | null {
  if (cell === '') return null
  return (cell.startsWith("'") ? cell.slice(1) : cell).replace(GUARDED_INNER, '$1')
}

/** A view as CSV (RFC 4180, UTF-8) with a line of headings, piece by piece. NULL is an empty cell. */
export function* viewToCsv(store: Store, view: ViewName, reviewId: string | null = null): Generator<string> {
  const columns: [string, ColumnDescription][] = Object.entries(VIEWS[view].columns)
  yield toLines([columns.map(([name]) => name)])
  let rows: Value[][] = []
  for (const row of store.iterate(view, reviewId)) {
    rows.push(columns.map(([name, { type }]) => toCell(row[name] ?? null, type)))
    if (rows.length < ROWS_AT_ONCE) continue
    yield toLines(rows)
    rows = []
  }
  if (rows.length) yield toLines(rows)
}

/** Days, times and numbers stay as they are, a minus too: programs are to know them. Whatever else is there is text. */
function toCell(value: Value, type: ColumnDescription['type']): Value {
  if (typeof value !== 'string') return value
  return type === 'day' && /^\d/u.test(value) ? value : textToCell(value)
}

function toLines(rows: Value[][]): string {
  return stringify(rows, { record_delimiter: 'windows' })
}
