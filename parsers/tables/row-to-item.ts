import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Passage } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Column } from '../outline/table-header.ts'
import { readDate } from '../recognise/dates.ts'
import { type DatedReport, DETAIL_ROLES, type FieldValue, fieldPassage, type ItemDetail, type PlanItem, TEXT_ROLES } from './plan-items.ts'
import { splitWhen } from './split-when.ts'

/** What a row is read with. */
export interface RowSurroundings {
  columns: readonly Column[]
  heading: Passage | null
  review: Passage | null
  /** Whether its report is that of the row before. */
  sharesReport: boolean
  report: Report
}

/** One row of a table as an item, its cells by what their columns hold. */
export function rowToItem(row: readonly Cell[], { columns, heading, review, sharesReport, report }: RowSurroundings): PlanItem {
  const cells = unshifted(row, columns, report)
  const place = cells[0]?.places[0] ?? NOWHERE
  const fields = new Map<FieldRole, FieldValue>()
  const values = new Map<Column, FieldValue>()
  const details: ItemDetail[] = []
  for (const cell of cells) {
    const column = columns[cell.col]
    const role = column?.role
    if (column && (!role || DETAIL_ROLES.has(role)) && column.label.text !== '' && cell.blocks.length > 0)
      details.push({ label: column.label, blocks: cell.blocks, row: null, isKnown: role !== null })
    if (!column || !role) continue
    if (role === 'status' && cell.picture && cell.blocks.length === 0 && cell.fill === null)
      report('status-in-picture', cell.places[0] ?? NOWHERE, column.label.text || null)
    const value = toValue(cell, column)
    values.set(column, value)
    const known = fields.get(role)
    if (!known || known.blocks.length === 0) fields.set(role, value)
    else if (value.blocks.length > 0 && TEXT_ROLES.has(role)) fields.set(role, { ...known, blocks: [...known.blocks, ...value.blocks] })
    else if (value.blocks.length > 0 && !DETAIL_ROLES.has(role) && column.period === null)
      details.push({ label: column.label, blocks: cell.blocks, row: null, isKnown: true })
  }
  const dated = datedReports(columns, values)
  for (const role of ['progress', 'status'] as const) {
    const latest = dated.findLast((report) => (report[role]?.blocks.length ?? 0) > 0)?.[role]
    if (latest) fields.set(role, latest)
  }
  // A ragged row ends before its last columns: their places are there, and empty.
  for (const column of columns) {
    if (column.role && !fields.has(column.role)) fields.set(column.role, emptyValue(column, place))
  }
  const item: PlanItem = {
    fields,
    dated,
    details,
    heading,
    review: null,
    place,
    isMended: cells !== row,
    sharesReport,
    restoredNumber: null,
  }
  splitWhen(item)
  moveStrayValues(item, report)
  const own = fieldPassage(item, 'review')
  item.review = own.text !== '' ? own : review
  return item
}

function toValue(cell: Cell, column: Column): FieldValue {
  return {
    blocks: cell.blocks,
    rowStarts: [],
    rowFills: [],
    label: column.label,
    fill: cell.fill,
    certainty: column.certainty,
    place: cell.places[0] ?? NOWHERE,
  }
}

const emptyValue = (column: Column, place: Place): FieldValue => ({
  blocks: [],
  rowStarts: [],
  rowFills: [],
  label: column.label,
  fill: null,
  certainty: column.certainty,
  place,
})

/**
 * The reports of the columns that have dates of their own, by date; empty unless there are two dates or quarters. "Update June | RAG March |
 * RAG June" is two reports, the first of a grade alone. Progress without a date is of the last of them.
 */
function datedReports(columns: readonly Column[], values: ReadonlyMap<Column, FieldValue>): DatedReport[] {
  const reporting = columns.filter(({ role }) => role === 'progress' || role === 'status')
  const dated = reporting.filter(({ asOf }) => asOf?.reading.to)
  // Quarters without a year are times of a series only beside each other.
  const quarters = reporting.filter(({ period }) => period !== null)
  const series = new Set(dated.map(({ period }) => period)).size > 1 ? dated : quarters
  const periods = new Map(series.map(({ period, asOf }) => [period ?? '', asOf]))
  const several =
    series === dated || series.some(({ role, period }) => series.some((other) => other.role === role && other.period !== period))
  if (periods.size < 2 || !several) return []
  const held = (role: FieldRole, period: string | null) => {
    const column = columns.find((candidate) => candidate.role === role && candidate.period === period)
    return column ? (values.get(column) ?? null) : null
  }
  const reports = [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, asOf]) => ({ asOf, period, progress: held('progress', period), status: held('status', period) }))
  const last = reports.at(-1)
  if (last && !last.progress) last.progress = held('progress', null)
  return reports
}

/**
 * A row that a stray tab has moved to the right: it fills a place beyond the last heading, has an empty cell
 * before what has moved, and its date is where dates belong once that cell is taken out.
 */
function unshifted(row: readonly Cell[], columns: readonly Column[], report: Report): readonly Cell[] {
  const due = columns.find(({ role }) => role === 'due')
  const end = columns.findLast(({ label }) => label.text !== '')?.col ?? columns.length
  const beyond = row.find((cell) => cell.col > end && cellPassage(cell).text !== '')
  const gap = row.find((cell) => cell.col > 0 && cell.blocks.length === 0)
  if (!due || !beyond || !gap || gap.col > due.col) return row
  const [here, next] = [due.col, due.col + 1].map((col) => row.find((cell) => cell.col === col))
  const isDate = (cell: Cell | undefined) => cell !== undefined && readDate(cellPassage(cell).text) !== null
  if (isDate(here) || !isDate(next)) return row
  report('column-by-content', row[0]?.places[0] ?? NOWHERE, cellPassage(next as Cell).text)
  return row.filter((cell) => cell !== gap).map((cell) => (cell.col > gap.col ? { ...cell, col: cell.col - 1 } : cell))
}

/** A date that is one column off, where the source lost or gained a tab, goes to where dates belong. */
function moveStrayValues(item: PlanItem, report: Report): void {
  const due = item.fields.get('due')
  if (!due || due.blocks.length > 0) return
  for (const role of ['status', 'progress', 'timescale'] as const) {
    const stray = item.fields.get(role)
    const text = fieldPassage(item, role).text
    if (!stray || text === '' || readDate(text)?.from == null) continue
    item.fields.set('due', { ...stray, label: due.label })
    item.isMended = true
    item.fields.set(role, { ...stray, blocks: [] })
    report('column-by-content', stray.place, text)
    return
  }
}
