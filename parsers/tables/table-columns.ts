import { colourName } from '../../schema/colours.ts'
import { columnDoubtToNote } from '../../schema/column-doubt.ts'
import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import { ADDRESSED_HEADINGS, type FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Column, TableHeader } from '../outline/table-header.ts'
import { readDate } from '../recognise/dates.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import type { Grade } from '../recognise/grade.ts'
import { gradeOf } from '../recognise/grades.ts'
import { canonicalNumber } from '../recognise/numbers.ts'
import { readParties } from '../recognise/parties.ts'
import { type Mood, moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { assignColumns, isEarlier } from './assign-columns.ts'
import { SUBJECTS } from './plan-items.ts'

/** The share of a column's filled cells that must look like a kind of value for the column to hold it. */
const TELLING_SHARE = 0.6

/** How sure is a column that what is under it tells alone. */
const BY_CONTENT = 0.8

/** Headings over remarks of any kind: what they remark on depends on the column they are beside. */
export const REMARKS = /^(?:comments?|commentary|notes?|remarks?)\b/iu

/** By the headings of tables, what is under each of their columns. */
export type ColumnTexts = ReadonlyMap<string, readonly (readonly string[])[]>

/** What is under the columns of tables that have the same headings, as a plan in parts has, one for each theme or body. */
export function textsOfAlike(tables: readonly { table: Table; header: TableHeader }[]): ColumnTexts {
  const groups = [...Map.groupBy(tables, ({ header }) => headingsOf(header))].filter(([, group]) => group.length > 1)
  return new Map(
    groups.map(([headings, group]) => {
      const texts = group.map(({ table, header }) => textsOf(table, header))
      return [headings, (texts[0] ?? []).map((_, at) => texts.flatMap((own) => own[at] ?? []))]
    }),
  )
}

const headingsOf = ({ columns }: TableHeader): string => columns.map(({ label }) => foldWords(label.text)).join('|')
const textsOf = (table: Table, header: TableHeader): string[][] => header.columns.map(({ col }) => bodyTexts(table, header, col))

/**
 * Columns whose heading is lost or unknown, told by what is under them: numbers before the text,
 * dates after it, marks of the document's `scale`. What cannot be told is reported and left unread. `alike` has what is under
 * the same headings in all of the paper's tables: what one of two rows leaves open, they tell together.
 */
export function completeColumns(
  table: Table,
  header: TableHeader,
  report: Report,
  scale: Grade[] | null = null,
  alike: ColumnTexts = new Map(),
): Column[] {
  const texts = alike.get(headingsOf(header)) ?? textsOf(table, header)
  const assigned = assignColumns(header.columns, texts, (col) => isColoured(table, header, col))
  reportTies(table, header, assigned, report)
  const settled = settleColumns(table, header, assigned)
  const roles = new Set(settled.map((column) => column.role))
  const subject = unnamedSubject(table, header, settled) ?? subjectBesideActions(table, header, settled)
  const behind = ({ col }: Column, before: ReadonlySet<FieldRole>) =>
    settled.some((other) => other.col < col && (other === subject || (other.role !== null && before.has(other.role))))
  return settled.map((column) => {
    if (column.role !== null && column !== subject) return column
    const texts = bodyTexts(table, header, column.col)
    if (texts.length === 0) return column
    const take = (role: FieldRole): Column => {
      roles.add(role)
      return { ...column, role, score: 0.5, certainty: BY_CONTENT }
    }
    if (column === subject) return take('recommendation')
    const isGrade = (text: string) => gradeOf(text, scale).status !== null
    if (column.label.text === '' && behind(column, REPORTED) && !roles.has('status') && share(texts, isGrade) >= TELLING_SHARE)
      return take('status')
    if (!roles.has('number') && column.col <= 1 && share(texts, isNumber) >= TELLING_SHARE) return take('number')
    // A column of days is a due date only if something says so: what is before it, and no heading over it that says something else.
    const follows = behind(column, SUBJECTS)
    if (column.label.text === '' && follows && !roles.has('due') && share(texts, (text) => readDate(text) !== null) >= TELLING_SHARE)
      return take('due')
    // "By" over days is by when, over names by whom.
    if (follows && ASKS_BY.test(column.label.text)) {
      if (!roles.has('due') && share(texts, (text) => readDate(text) !== null) >= TELLING_SHARE) return take('due')
      if (!roles.has('responsible') && share(texts, isParty) >= TELLING_SHARE) return take('responsible')
    }
    const addressed =
      follows && !roles.has('responsible') && (ADDRESSED.has(bareLabel(column.label.text).toLowerCase()) || TO_WHOM.test(column.label.text))
    if (addressed && share(texts, isParty) >= TELLING_SHARE) return take('responsible')
    if (column.label.text !== '') report('column-unknown', table.places[0] ?? NOWHERE, column.label.text.slice(0, 80))
    return column
  })
}

/** A column that is less sure of its role than this is nearly as likely to hold something else. */
const TIED = 0.68
/** Reports the columns that may as well hold something else, with cells by which a person can tell. */
function reportTies(table: Table, header: TableHeader, columns: readonly Column[], report: Report): void {
  for (const { col, role, certainty, runnerUp, label } of columns) {
    if (role === null || runnerUp === null || UNASKED.has(role) || certainty >= TIED || label.text === '') continue
    const note = columnDoubtToNote(label.text, [role, runnerUp], bodyTexts(table, header, col))
    report('column-unclear', table.places[0] ?? NOWHERE, note)
  }
}
/** A number is recognised by what is under it, and a detail is under its own label whatever it is. */
const UNASKED: ReadonlySet<FieldRole> = new Set(['number', 'ignored'])

const share = (texts: readonly string[], test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length)
/** "Allocated to", "Action for": who is to act. To whom something was made or sent does not say who acts on it. */
const TO_WHOM = /(?<!\b(?:made|recommended|reported|referred|presented|submitted|sent)\s)\b(?:to|for)\W*$/iu
const ASKS_BY = /\bby\W*$/iu
const ADDRESSED = new Set(ADDRESSED_HEADINGS)
const isParty = (text: string) => readParties(text).every(({ kind }) => kind !== 'unknown')
const isNumber = (text: string) => text.length <= 20 && canonicalNumber(text) !== null

/**
 * Headings that mean something else than they say. "Objectives" over two columns is above the numbers
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

/**
 * The column of what a plan follows where no heading says so: between the numbers and those responsible or the dates there
 * is one column of text, whatever its heading ("Text", "Area of work"). Null where there is none, or more than one.
 */
function unnamedSubject(table: Table, header: TableHeader, columns: readonly Column[]): Column | null {
  if (columns.some(({ role }) => role !== null && SUBJECTS.has(role))) return null
  const number = columns.findIndex(({ role }) => role === 'number')
  const first = columns.findIndex(({ role }) => role !== null && COMMITTING.has(role))
  const reported = columns.some(({ role }) => role !== null && REPORTED.has(role))
  if (number < 0 || first < number || !reported) return null
  const isText = (text: string) => text.length > SHORTEST_SUBJECT
  const texts = columns
    .slice(number + 1, first)
    .filter(({ role, col }) => role === null && share(bodyTexts(table, header, col), isText) >= TELLING_SHARE)
  return texts.length === 1 ? (texts[0] ?? null) : null
}
/**
 * The column of what a plan follows where only actions have a known heading: the one before them, whatever its heading ("What the
 * inspectors told us", "Issue raised"), whose cells say what should or must be done. Null where none or more than one does: findings
 * that say how things are stay details of the actions.
 */
function subjectBesideActions(table: Table, header: TableHeader, columns: readonly Column[]): Column | null {
  if (columns.some(({ role }) => role !== null && FOLLOWED.has(role))) return null
  const action = columns.findIndex(({ role }) => role === 'action')
  const asking = columns.slice(0, Math.max(0, action)).filter(({ role, label, col }) => {
    const texts = (role === null || role === 'ignored' || role === 'theme') && label.text !== '' ? bodyTexts(table, header, col) : []
    const wished = share(texts, (text) => WISHING.has(moodOf(text)))
    const asked = share(texts, (text) => RECOMMENDING_MOODS.has(moodOf(text)))
    return texts.length >= FEWEST_ASKING && asked >= TELLING_SHARE && wished >= (role === null ? SOME : HALF)
  })
  return asking.length === 1 ? (asking[0] ?? null) : null
}
/** One cell that says what should be done may do so by chance. */
const FEWEST_ASKING = 2
/** Moods in which nobody writes down an action or a finding. */
const WISHING: ReadonlySet<Mood> = new Set<Mood>(['asks', 'asked', 'wishes', 'obliges'])
/** The share of cells that wish, not only instruct: under a heading that says nothing, and under one that names a detail. */
const SOME = 0.2
const HALF = 0.5
/** What a plan follows takes a sentence. */
const SHORTEST_SUBJECT = 40
const COMMITTING: ReadonlySet<FieldRole> = new Set(['responsible', 'due', 'revised-due'])
const REPORTED: ReadonlySet<FieldRole> = new Set(['progress', 'status'])

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
