import type { Report } from '../../schema/diagnostics.ts'
import { cellPassage, joinPassages, type Passage, plainParagraph, slicePassage, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Paper } from '../frame/paper.ts'
import { reviewNamed } from '../frame/review-names.ts'
import { type Entry, isHeading, passagePlace } from '../outline/outline.ts'
import { type Column, readTableHeader, type TableHeader } from '../outline/table-header.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { withoutGroundShades } from './ground-shades.ts'
import { innerRoles, spreadInnerLabels } from './inner-labels.ts'
import { withMergedCells } from './merged-cells.ts'
import { departmentsAct, type PlanItem, SUBJECTS } from './plan-items.ts'
import { withRowsBelow } from './rows-below.ts'
import type { DocumentScale } from './scale.ts'
import { joinSideways } from './sideways-sheets.ts'
import { completeColumns, textsOfAlike } from './table-columns.ts'
import { type RecommendationBefore, tableToPlanItems } from './table-to-plan-items.ts'
import { withTicksRead } from './ticked-columns.ts'
import { withTimesTicked } from './ticked-times.ts'
import { isCountRow, isTotalRow } from './total-row.ts'

/** … and who, by when, or what became of it. */
export const TELLING: readonly FieldRole[] = [
  'responsible',
  'sponsor',
  'due',
  'revised-due',
  'status',
  'progress',
  'verdict',
  'success-measure',
  'action',
  'completed-on',
  'timescale',
]

/** A document's plan: its items, and the columns of its tables. */
export interface PlanTables {
  items: PlanItem[]
  roles: Set<FieldRole>
  tables: number
  /** The columns of the tables as they were read, those that are printed again under the same headings once. */
  columns: Column[]
}

/** Whether the columns are those of a plan: a subject, and one more field that plans have. */
export function isPlanHeader(columns: readonly Column[], inner: readonly FieldRole[] = []): boolean {
  const roles = new Set([...columns.flatMap((column) => (column.role ? [column.role] : [])), ...inner])
  const subject = [...SUBJECTS].find((role) => roles.has(role))
  // Numbered objectives or commitments are a plan, also where it does not say who and when.
  if (subject === 'objective' && roles.has('number')) return true
  // Numbers and how each was at several times are a report, also without the words that the numbers refer to.
  const reported = columns.filter(({ role }) => role === 'status' || role === 'progress')
  if (!subject && roles.has('number') && new Set(reported.flatMap(({ period }) => period ?? [])).size > 1) return true
  return subject !== undefined && TELLING.some((role) => role !== subject && roles.has(role))
}

/** "Audit | Made | Done | Open" over counts and their total: a summary of a plan, none of whose rows is to be done. */
function countsUp({ rows }: Table): boolean {
  const texts = rows.map((row) => row.map((cell) => cellPassage(cell).text))
  const total = texts.findLast(isCountRow)
  return total !== undefined && isTotalRow(total) && texts.filter(isCountRow).length * 2 > texts.length
}

/**
 * The items of all tables that are plans, in order. A table without a header whose columns number those
 * of the one before goes on with it: a header that is on the first page only keeps its meaning.
 */
export function readPlanTables(paper: Paper, scale: DocumentScale | null, report: Report): PlanTables {
  const found: PlanTables = { items: [], roles: new Set(), tables: 0, columns: [] }
  const printed = printedTables(paper.outline.entries, scale)
  const alike = textsOfAlike([...printed.values()].flatMap(({ table, header }) => (header ? [{ table, header }] : [])))
  let last: TableHeader | null = null
  let before: RecommendationBefore | null = null
  let review: Passage | null = null
  for (const [index, entry] of paper.outline.entries.entries()) {
    if (entry.type !== 'table') {
      before = recommendationBefore(paper.outline.entries, index) ?? before
      const over = paper.outline.entries[index + 1]?.type === 'table'
      if (isHeading(entry) || (over && isNameAlone(entry.passage))) review = reviewNamed(entry.passage) ?? review
      continue
    }
    const own = printed.get(entry.table)
    if (!own) continue
    const heads: TableHeader | null =
      own.header ?? (last && last.columns.length === own.table.columns ? { rows: new Set<number>(), columns: last.columns } : null)
    if (!heads || countsUp(own.table)) continue
    const chosen = withTicksRead(withoutGroundShades(own.table, heads.rows), heads, scale?.grades ?? null, report)
    const { table, header } = withTimesTicked(chosen, report)
    const inner = innerRoles(table, header)
    const columns: Column[] = completeColumns(table, header, report, scale?.grades ?? null, alike).map((column) =>
      column.role === null && inner.has(column.col) ? { ...column, role: 'ignored' as const, certainty: 1 } : column,
    )
    if (!isPlanHeader(columns, [...inner.values()].flat())) continue
    const goesOn = last !== null && sameColumns(last.columns, columns)
    last = { ...header, columns }
    const subject = columns.some((column) => column.role === 'recommendation' || column.role === 'objective')
    if (!subject && !before) followActions(columns)
    const over = subject ? null : before
    const lastItem = goesOn && over === null ? (found.items.at(-1) ?? null) : null
    const { rows, sharing } = withMergedCells(table, columns)
    const context = { columns, headerRows: header.rows, before: over, last: lastItem, review, sharing, report }
    found.items.push(...tableToPlanItems({ ...table, rows }, context))
    found.tables++
    before = null
    for (const column of columns) if (column.role) found.roles.add(column.role)
    const isNew = (column: Column) => !found.columns.some(({ label, role }) => label.text === column.label.text && role === column.role)
    found.columns.push(...columns.filter(isNew))
  }
  for (const item of found.items) spreadInnerLabels(item)
  departmentsAct(found.items)
  return { ...found, items: withRowsBelow(found.items) }
}

/** The tables of a paper with their headers, halves of one sheet joined, and without the rows that explain grades. */
function printedTables(entries: readonly Entry[], scale: DocumentScale | null): Map<Table, { table: Table; header: TableHeader | null }> {
  const sideways = joinSideways(entries)
  return new Map(
    entries.flatMap((entry) => {
      const whole = entry.type === 'table' ? sideways.get(entry.table) : null
      if (entry.type !== 'table' || whole === null) return []
      const table = withoutRows(whole ?? entry.table, scale?.rows)
      return [[entry.table, { table, header: readTableHeader(table) }] as const]
    }),
  )
}

/** In a table without recommendations or objectives its numbered actions are what is followed. */
function followActions(columns: Column[]): void {
  if (!columns.some(({ role }) => role === 'number')) return
  const at = columns.findIndex(({ role }) => role === 'action')
  const column = columns[at]
  if (column) columns[at] = { ...column, role: 'objective' }
}

/** Whether a line is the name of a review and little else, as it is over a table of that review's rows. */
function isNameAlone(passage: Passage): boolean {
  const name = reviewNamed(passage)
  return name !== null && name.text.length * 2 > passage.text.length
}

/** Whether two tables have the same columns under the same headings: one table, printed on in two pieces. */
function sameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every(({ role, label }, at) => role === b[at]?.role && label.text === b[at]?.label.text)
}

function withoutRows(table: Table, rows: ReadonlySet<unknown> | undefined): Table {
  return rows && table.rows.some((row) => rows.has(row)) ? { ...table, rows: table.rows.filter((row) => !rows.has(row)) } : table
}

/**
 * A heading or paragraph "Recommendation 3: …" before a table of its actions. Where it is the number alone, or a heading with a name, the
 * paragraph below it that says what should be done is the recommendation.
 */
function recommendationBefore(entries: readonly Entry[], index: number): RecommendationBefore | null {
  const [entry, below] = [entries[index], entries[index + 1]]
  if (!entry || entry.type === 'table' || entry.label?.word !== 'recommendation') return null
  const isBare = entry.body.text.trim() === ''
  const isStatement = below !== undefined && below.type !== 'table' && !isHeading(below) && below.label === null
  const isNamed = isStatement && !isBare && isHeading(entry) && !isWished(entry.body) && isWished(below.passage)
  const number = slicePassage(entry.passage, 0, entry.passage.text.length - entry.body.text.length)
  const passage = isNamed || (isStatement && isBare) ? joinPassages([number, below.passage]) : entry.passage
  return { blocks: [plainParagraph(passage)], place: passagePlace(passage) ?? NOWHERE, heading: isNamed ? entry.body : null }
}

/** Whether words say what should be done. A word or two are a name, though the first may be a verb: "Signs". */
const isWished = ({ text }: Passage): boolean => text.trim().split(/\s+/u).length >= FEWEST_WORDS && RECOMMENDING_MOODS.has(moodOf(text))
const FEWEST_WORDS = 4
