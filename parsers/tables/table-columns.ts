import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import { ADDRESSED_HEADINGS, type FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Column, TableHeader } from '../outline/table-header.ts'
import { colourName } from '../recognise/colours.ts'
import { readDate } from '../recognise/dates.ts'
import { bareLabel } from '../recognise/fold.ts'
import { canonicalNumber } from '../recognise/numbers.ts'
import { readParties } from '../recognise/parties.ts'
import { assignColumns, isEarlier } from './assign-columns.ts'

/** The share of a column's filled cells that must look like a kind of value for the column to hold it. */
const TELLING_SHARE = 0.6

/** How sure is a column that what stands under it tells alone. */
const BY_CONTENT = 0.8

/** Headings over remarks of any kind: what they remark on depends on the column they stand beside. */
const REMARKS = /^(?:comments?|commentary|notes?|remarks?)\b/iu

/**
 * Columns whose heading is lost or unknown, told by what stands under them: numbers before the text,
 * dates behind it. What cannot be told is reported and left unread.
 */
export function completeColumns(table: Table, header: TableHeader, report: Report): Column[] {
  const texts = header.columns.map(({ col }) => bodyTexts(table, header, col))
  const assigned = assignColumns(header.columns, texts, (col) => isColoured(table, header, col))
  const settled = settleColumns(table, header, assigned)
  const roles = new Set(settled.map((column) => column.role))
  return settled.map((column) => {
    if (column.role !== null) return column
    const texts = bodyTexts(table, header, column.col)
    if (texts.length === 0) return column
    const take = (role: FieldRole): Column => {
      roles.add(role)
      return { ...column, role, score: 0.5, certainty: BY_CONTENT }
    }
    if (!roles.has('number') && column.col <= 1 && share(texts, isNumber) >= TELLING_SHARE) return take('number')
    // A column of days is a due date only if something says so: what is before it, and no heading over it that says something else.
    const behind = settled.some(({ col, role }) => col < column.col && role && (FOLLOWED.has(role) || role === 'action'))
    if (column.label.text === '' && behind && !roles.has('due') && share(texts, (text) => readDate(text) !== null) >= TELLING_SHARE)
      return take('due')
    // "By" over days is by when, over names by whom.
    if (behind && ASKS_BY.test(column.label.text)) {
      if (!roles.has('due') && share(texts, (text) => readDate(text) !== null) >= TELLING_SHARE) return take('due')
      if (!roles.has('responsible') && share(texts, isParty) >= TELLING_SHARE) return take('responsible')
    }
    const addressed =
      behind &&
      !roles.has('responsible') &&
      (ADDRESSED.has(bareLabel(column.label.text).toLowerCase()) || /\b(?:to|for)\W*$/iu.test(column.label.text))
    if (addressed && share(texts, isParty) >= TELLING_SHARE) return take('responsible')
    if (column.label.text !== '') report('column-unknown', table.places[0] ?? NOWHERE, column.label.text.slice(0, 80))
    return column
  })
}

const share = (texts: readonly string[], test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length)
const ASKS_BY = /\bby\W*$/iu
const ADDRESSED = new Set(ADDRESSED_HEADINGS)
const isParty = (text: string) => readParties(text).every(({ kind }) => kind !== 'unknown')
const isNumber = (text: string) => text.length <= 20 && canonicalNumber(text) !== null

/**
 * Headings that mean something else than they say. "Objectives" over two columns stands above the numbers
 * and names the words beside them; a second "No." counts actions; "Completed" over days is a date. "Comments" beside a verdict says what will be done about it, where the
 * plan has no other place for that.
 */
function settleColumns(table: Table, header: TableHeader, assigned: readonly Column[]): Column[] {
  const columns = [...assigned]
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1]
    if ((column.role !== 'recommendation' && column.role !== 'objective') || !next || next.role !== null || next.label.text !== '') continue
    if (columns.some(({ role }) => role === 'number') || share(bodyTexts(table, header, column.col), isNumber) < TELLING_SHARE) continue
    if (bodyTexts(table, header, next.col).length === 0) continue
    columns[index + 1] = { ...next, role: column.role, label: column.label, score: 0.5, certainty: BY_CONTENT }
    columns[index] = { ...column, role: 'number', score: 0.5, certainty: BY_CONTENT }
  }
  for (const [index, column] of columns.entries()) {
    // A second column of numbers counts the actions under each recommendation.
    if (column.role === 'number' && columns.slice(0, index).some(({ role }) => role === 'number'))
      columns[index] = { ...column, role: 'ignored' }
  }
  for (const [index, column] of columns.entries()) {
    // Under "Decision of the Assembly", "that the Department should mend the path" is what is followed up.
    if (
      column.role === 'verdict' &&
      !columns.some(({ role }) => role && FOLLOWED.has(role)) &&
      share(bodyTexts(table, header, column.col), isAskedFor) >= TELLING_SHARE
    )
      columns[index] = { ...column, role: 'recommendation' }
  }
  for (const [index, column] of columns.entries())
    if (isEarlier(column) && columns.some((other) => other.role === column.role && !isEarlier(other)))
      columns[index] = { ...column, role: 'ignored', runnerUp: column.role }
  const roles = new Set(columns.flatMap(({ role, label }) => (role && !REMARKS.test(label.text) ? [role] : [])))
  const remarksAreActions = roles.has('verdict') && !roles.has('action') && !roles.has('progress') && !roles.has('status')
  return columns.map((column) =>
    remarksAreActions && column.role === 'progress' && REMARKS.test(column.label.text) ? { ...column, role: 'action' } : column,
  )
}

/** What the rows of a plan follow up. */
const FOLLOWED: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective'])
/** Words that say what somebody is to do, and no verdict on them. */
const isAskedFor = (text: string) => /^(?:[^.;]{3,80}:\s)?that\s(?=.{20})/iu.test(text)

/** Whether most cells of a column have a background of a colour of their own. */
function isColoured(table: Table, header: TableHeader, col: number): boolean {
  const rows = table.rows.filter((_, row) => !header.rows.has(row))
  const fills = rows.flatMap((row) => row.find((cell) => cell.col === col)?.fill ?? [])
  return fills.filter((fill) => !UNCOLOURED.has(colourName(fill))).length > rows.length * TELLING_SHARE
}
const UNCOLOURED: ReadonlySet<string | null> = new Set([null, 'grey'])

function bodyTexts(table: Table, header: TableHeader, col: number): string[] {
  return table.rows
    .filter((_, row) => !header.rows.has(row))
    .map((row) => row.find((cell: Cell) => cell.col === col))
    .map((cell) => (cell ? cellPassage(cell).text : ''))
    .filter((text) => text !== '')
}
