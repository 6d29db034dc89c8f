import type { Report } from '../../schema/diagnostics.ts'
import { type Block, type Cell, cellPassage, EMPTY_PASSAGE, type Passage, type Table } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { readDate } from '../recognise/dates.ts'
import { canonicalNumber, readLabel } from '../recognise/numbers.ts'
import { isOpen } from './items.ts'
import { type FieldValue, fieldPassage, type PlanItem } from './plan-items.ts'
import type { Column } from './table-header.ts'
import { isHeaderBlock } from './table-header.ts'

/** What is known when the rows of a table are read. */
export interface RowContext {
  columns: readonly Column[]
  headerRows: ReadonlySet<number>
  /** A recommendation that stands before the table, for tables that have no column for it. */
  before: { blocks: Block[]; place: Place } | null
  report: Report
}

/** Fields of running text, in which a torn row goes on. */
const TEXT_ROLES: readonly FieldRole[] = [
  'recommendation',
  'objective',
  'action',
  'success-measure',
  'progress',
  'impact',
  'responsible',
  'sponsor',
  'ignored',
]
/** Fields that tell a row of its own from the rest of the row before. */
const OWN_ROLES: readonly FieldRole[] = ['responsible', 'sponsor', 'due', 'status']
/** A row with one cell of at most this many characters is a heading between rows. */
const LONGEST_THEME = 250

/** The rows of a plan as items: torn rows put together, further rows of one recommendation marked, themes noted. */
export function tableToPlanItems(table: Table, context: RowContext): PlanItem[] {
  const items: PlanItem[] = []
  const numbered = context.columns.some((column) => column.role === 'number')
  const subject = context.columns.some((column) => column.role === 'recommendation' || column.role === 'objective')
  let heading: Passage | null = null
  let pending: { blocks: Block[]; place: Place } | null = context.before
  for (const [index, row] of table.rows.entries()) {
    if (context.headerRows.has(index) || isHeaderBlock(table, index)) continue
    const filled = row.filter((cell) => cellPassage(cell).text !== '' || cell.fill !== null)
    const only = filled.length === 1 ? filled[0] : undefined
    if (only && isBanner(only, row, table, numbered)) {
      const passage = cellPassage(only)
      const label = readLabel(passage.text)
      if (label?.word === 'recommendation' || (!subject && label)) pending = { blocks: only.blocks, place: only.places[0] ?? NOWHERE }
      else heading = passage
      continue
    }
    if (filled.length === 0) continue
    const item = rowToItem(row, context.columns, heading)
    moveStrayValues(item, context.report)
    const last = items.at(-1)
    const spanned = isSpanned(table, index, context.columns)
    if (pending && !item.fields.get('recommendation')?.blocks.length) {
      item.fields.set('recommendation', { blocks: pending.blocks, label: EMPTY_PASSAGE, fill: null, place: pending.place })
      pending = null
    } else if (last && spanned) item.continues = true
    else if (last && fieldPassage(item, 'number').text === '' && !startsOwnItem(item, last, numbered, subject)) {
      if (isFurtherRow(item, last)) item.continues = true
      else {
        rejoin(last, item)
        context.report('row-rejoined', item.place, fieldPassage(last, 'number').text || null)
        continue
      }
    }
    items.push(item)
  }
  return items
}

/** One cell alone across the table, or alone in the first columns: a theme, or a recommendation above its actions. */
function isBanner(cell: Cell, row: readonly Cell[], table: Table, numbered: boolean): boolean {
  const text = cellPassage(cell).text
  if (text === '') return false
  if (cell.colSpan * 2 > table.columns) return true
  const label = readLabel(text)
  if (cell.col === 0 && label?.word === 'recommendation' && text.length > label.end) return true
  return (
    cell.col === 0 &&
    numbered &&
    row.length >= table.columns &&
    text.length <= LONGEST_THEME &&
    canonicalNumber(text) === null &&
    !isOpen(`${text}.`)
  )
}

function rowToItem(row: readonly Cell[], columns: readonly Column[], heading: Passage | null): PlanItem {
  const fields = new Map<FieldRole, FieldValue>()
  let place: Place = NOWHERE
  for (const cell of row) {
    if (place === NOWHERE) place = cell.places[0] ?? NOWHERE
    const column = columns[cell.col]
    const role = column?.role
    if (!column || !role) continue
    const value: FieldValue = { blocks: cell.blocks, label: column.label, fill: cell.fill, place: cell.places[0] ?? NOWHERE }
    const known = fields.get(role)
    if (!known || known.blocks.length === 0) fields.set(role, value)
    else if (value.blocks.length > 0 && role === 'progress') fields.set(role, value)
    else if (value.blocks.length > 0 && TEXT_ROLES.includes(role))
      fields.set(role, { ...known, blocks: [...known.blocks, ...value.blocks] })
  }
  // A ragged row ends before its last columns: their places are there, and empty.
  for (const column of columns) {
    if (column.role && !fields.has(column.role)) fields.set(column.role, { blocks: [], label: column.label, fill: null, place })
  }
  return { fields, heading, place, restoredNumber: null, continues: false }
}

/** A date that stands one column off, where the source lost or gained a tab, goes to where dates belong. */
function moveStrayValues(item: PlanItem, report: Report): void {
  const due = item.fields.get('due')
  if (!due || due.blocks.length > 0) return
  for (const role of ['status', 'progress', 'timescale'] as const) {
    const stray = item.fields.get(role)
    const text = fieldPassage(item, role).text
    if (!stray || text === '' || readDate(text)?.from == null) continue
    item.fields.set('due', { ...stray, label: due.label })
    item.fields.set(role, { ...stray, blocks: [] })
    report('column-by-content', stray.place, text)
    return
  }
}

/** Whether the recommendation of a row is a cell that reaches down from a row above. */
function isSpanned(table: Table, index: number, columns: readonly Column[]): boolean {
  const subject = columns.find((column) => column.role === 'recommendation' || column.role === 'objective')
  if (!subject || (table.rows[index] ?? []).some((cell) => cell.col === subject.col)) return false
  return table.rows.slice(0, index).some((row) => row.some((cell) => cell.col === subject.col && cell.row + cell.rowSpan > index))
}

/** A row without a number that is a recommendation all the same: it has words of its own that do not go on from the row before. */
function startsOwnItem(item: PlanItem, last: PlanItem, numbered: boolean, subject: boolean): boolean {
  const role = item.fields.has('objective') && fieldPassage(item, 'objective').text !== '' ? 'objective' : 'recommendation'
  const text = fieldPassage(item, role).text
  if (text === '') return !subject && fieldPassage(item, 'action').text !== '' && !numbered
  if (goesOn(fieldPassage(last, role).text, text)) return false
  if (!numbered || readLabel(text)?.word) return true
  return OWN_ROLES.some((own) => fieldPassage(item, own).text !== '') && !isOpen(fieldPassage(last, role).text)
}

/** Whether `next` goes on with the sentence that `text` leaves open. */
function goesOn(text: string, next: string): boolean {
  return isOpen(text) && /^[\p{Ll}(,;&]/u.test(next) && !readLabel(next)
}

/** A row for other actions of the same recommendation: it names its own people or dates, and no cell goes on mid-sentence. */
function isFurtherRow(item: PlanItem, last: PlanItem): boolean {
  if (TEXT_ROLES.some((role) => goesOn(fieldPassage(last, role).text, fieldPassage(item, role).text))) return false
  if (fieldPassage(item, 'recommendation').text !== '' || fieldPassage(item, 'objective').text !== '') return false
  return fieldPassage(item, 'action').text !== '' && OWN_ROLES.some((role) => fieldPassage(item, role).text !== '')
}

function rejoin(last: PlanItem, rest: PlanItem): void {
  for (const [role, value] of rest.fields) {
    const known = last.fields.get(role)
    if (value.blocks.length === 0) continue
    last.fields.set(role, known ? { ...known, blocks: [...known.blocks, ...value.blocks] } : value)
  }
}
