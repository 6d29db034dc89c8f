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
 * ends), behind white space too, since some programs trim it. A leading apostrophe, so that ours can be told from it.
 */
const MIGHT_BE_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n'])/u

/**
 * A text cell that does no harm: an apostrophe stands before what might be a formula, before an apostrophe, and for
 * empty text (an empty cell is NULL). `cellToText` takes it away again.
 */
export function textToCell(text: string): string {
  return text === '' || MIGHT_BE_FORMULA.test(text) ? `'${text}` : text
}

/** What the text of a cell was: one leading apostrophe is taken away, and an empty cell is NULL. */
export function cellToText(cell: string): string | null {
  if (cell === '') return null
  return cell.startsWith("'") ? cell.slice(1) : cell
}

/** A view as CSV (RFC 4180, UTF-8) with a line of headings, piece by piece. NULL is an empty cell. */
export function* viewToCsv(store: Store, view: ViewName): Generator<string> {
  const columns: [string, ColumnDescription][] = Object.entries(VIEWS[view].columns)
  yield toLines([columns.map(([name]) => name)])
  let rows: Value[][] = []
  for (const row of store.iterate(view)) {
    rows.push(columns.map(([name, { type }]) => toCell(row[name] ?? null, type)))
    if (rows.length < ROWS_AT_ONCE) continue
    yield toLines(rows)
    rows = []
  }
  if (rows.length) yield toLines(rows)
}

/** Days, times and numbers stay as they are, a minus too: programs are to know them. Whatever else stands there is text. */
function toCell(value: Value, type: ColumnDescription['type']): Value {
  if (typeof value !== 'string') return value
  return type === 'day' && /^\d/u.test(value) ? value : textToCell(value)
}

function toLines(rows: Value[][]): string {
  return stringify(rows, { record_delimiter: 'windows' })
}
