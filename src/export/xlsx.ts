import writeExcelFile, { type Row } from 'write-excel-file/node'
import { UsageError } from '../../schema/errors.ts'
import type { ColumnDescription, ColumnType } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import type { Value } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { ViewName } from '../store/views.ts'
import { FOLLOW_UP_PRINT, followUpSheet } from './follow-up-sheet.ts'
import { EVERYTHING, type Selection } from './selection.ts'
import { markAsOwn } from './xlsx-core.ts'
import { filterSheets } from './xlsx-filters.ts'
import { guideSheet, heading, type Sheet } from './xlsx-guide.ts'
import { printSheet } from './xlsx-print.ts'

/** A workbook is made in memory, some 2.5 KB a row: this many rows of all views together take about a gigabyte. */
const ROWS_AT_MOST = 400_000
/** What a cell of a spreadsheet can hold (ECMA-376, Excel's limits). */
const CELL_CHARS_AT_MOST = 32_767
/** Spreadsheets count days from 1900, and disagree about its first two months. */
const FIRST_DAY = '1900-03-01'

/** How wide a column is, in characters. */
const WIDTHS: Record<ColumnType, number> = { text: 28, json: 28, day: 12, time: 26, integer: 10, number: 10 }

/** A workbook's bytes, and how many cells had to be cut because a spreadsheet cannot hold them. */
export interface Workbook {
  bytes: Uint8Array
  cut: number
  /** The views that are left out, because there would be more rows than a spreadsheet is for. */
  left: ViewName[]
}

/**
 * Views as one workbook: where the recommendations are among them, a sheet to print of what is still to be followed up;
 * a sheet that explains every column; then a sheet a view with frozen headings and filters.
 * Days are dates; text is text, whatever it begins with; NULL is an empty cell. Where there are more
 * rows than a spreadsheet is for, views that it can do without are left out; throws `UsageError` where that is not enough.
 */
export async function viewsToXlsx(store: Store, { views, reviewId }: Selection = EVERYTHING, rowsAtMost = ROWS_AT_MOST): Promise<Workbook> {
  const left = leftOut(new Map(views.map((view) => [view, store.count(view, reviewId)])), rowsAtMost)
  const kept = views.filter((view) => !left.includes(view))
  let cut = 0
  const short = (text: string): string => {
    if (text.length <= CELL_CHARS_AT_MOST) return text
    cut += 1
    return `${text.slice(0, CELL_CHARS_AT_MOST - 1)}…`
  }
  const followUp = kept.includes('recommendations') ? [followUpSheet(store, reviewId)] : []
  const sheets = [...followUp, guideSheet(kept, left), ...kept.map((view) => viewSheet(store, view, reviewId, short))]
  const features = [filterSheets(sheets), ...followUp.map((sheet) => printSheet(sheet, FOLLOW_UP_PRINT)), markAsOwn('Follow-up')]
  const bytes = await writeExcelFile(sheets, { features }).toBuffer()
  return { bytes, cut, left }
}

/** What a workbook can do without, the first first: what explains values, and then what is said beside them. */
const CAN_BE_LEFT_OUT: readonly ViewName[] = ['evidence', 'details', 'candidates', 'diagnostics', 'links', 'gradings', 'document_facts']

/** The views to leave out so that the others fit into a workbook. Throws `UsageError` where they do not fit all the same. */
function leftOut(counts: ReadonlyMap<ViewName, number>, rowsAtMost: number): ViewName[] {
  let total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const left: ViewName[] = []
  for (const view of CAN_BE_LEFT_OUT) {
    if (total <= rowsAtMost) break
    if (!counts.has(view)) continue
    left.push(view)
    total -= counts.get(view) ?? 0
  }
  if (total <= rowsAtMost) return left
  throw new UsageError(
    `The views have ${total.toLocaleString('en-GB')} rows, more than a spreadsheet is for (${rowsAtMost.toLocaleString('en-GB')}), even without ${left.join(', ')}. ` +
      'Take --format csv or jsonl, or less of it with --views or --review.',
  )
}

function viewSheet(store: Store, view: ViewName, reviewId: string | null, short: (text: string) => string): Sheet {
  const columns: [string, ColumnDescription][] = Object.entries(VIEWS[view].columns)
  const data: Row[] = [columns.map(([name]) => heading(name))]
  for (const row of store.iterate(view, reviewId)) data.push(columns.map(([name, { type }]) => toCell(row[name] ?? null, type, short)))
  return { sheet: view, data, stickyRowsCount: 1, columns: columns.map(([, { type }]) => ({ width: WIDTHS[type] })) }
}

function toCell(value: Value, type: ColumnType, short: (text: string) => string): Row[number] {
  if (typeof value !== 'string') return value
  if (type === 'day' && /^\d{4}-\d\d-\d\d$/u.test(value) && value >= FIRST_DAY) return { value: new Date(value), format: 'yyyy-mm-dd' }
  return short(value)
}
