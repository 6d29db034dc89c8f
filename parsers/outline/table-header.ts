import { type Cell, cellPassage, joinPassages, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { findDates } from '../recognise/dates.ts'
import { type FieldMatch, matchField } from '../recognise/fields.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { canonicalNumber, readLabel } from '../recognise/numbers.ts'
import { rememberingParts } from '../recognise/remember.ts'
import type { AsOf } from './as-of.ts'
import { readDecisionTable } from './decision-table.ts'

/** What one column of a plan holds. */
export interface Column {
  col: number
  role: FieldRole | null
  score: number
  /** How sure the role is, from 0 to 1: by the heading alone, and once all columns are read together, by what is under and beside it too. */
  certainty: number
  /** What the column would hold else, in the reading of all columns that comes next; null where nothing else is likely. */
  runnerUp: FieldRole | null
  /** The heading as printed, of all its rows. */
  label: Passage
  /** The date in the heading of a column that reports: "Update March 2024". */
  asOf: AsOf | null
  /** Which of several times a column that reports is of, where its heading says: a day, or a quarter without its year. */
  period: string | null
}

/** A plan's header: which rows it takes and what the columns hold. */
export interface TableHeader {
  rows: Set<number>
  columns: Column[]
}

/** A cell longer than this is not a column heading: a banner across the table, or text. */
const LONGEST_HEADING = 160
/** How far down a table its header can be, below banners and titles. */
const LAST_HEADER_START = 12

/** What people call the parts that a plan's rows are under. */
const THEME_WORDS: ReadonlySet<string> = new Set(['theme', 'priority', 'aim', 'outcome'])

/** Whether words are the label of a theme and its name: "Theme 2: People and warnings". */
export function isThemeLabel(text: string): boolean {
  const label = readLabel(text)
  return label !== null && label.word !== null && THEME_WORDS.has(label.word) && text.length > label.end
}

/** A row's cells, those that are in it from a row above left out. */
const filledCells = (row: readonly Cell[]) =>
  row.map((cell) => ({ cell, passage: cellPassage(cell) })).filter(({ passage }) => passage.text !== '')

/** What a heading means; one that has a date means what it means without: "RAG June 2020". */
function matchHeading(passage: Passage): FieldMatch | null {
  const date = labelDate(passage)?.reading
  const undated = date ? matchField(`${passage.text.slice(0, date.start)} ${passage.text.slice(date.end)}`) : null
  const whole = matchField(passage.text)
  return undated && undated.score > (whole?.score ?? 0) ? undated : whole
}

/** What a heading alone says that is under it; a time alone is over reports of that time, or over their grades. */
export function headingMeaning(label: Passage): FieldMatch | null {
  return matchHeading(label) ?? (isTimeAlone(label) ? { role: 'progress', score: 0, certainty: TIME_CERTAINTY } : null)
}
const TIME_CERTAINTY = 0.6

/** A limb of a list: "b) That the market be closed; and". */
const LIMB = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*That\b/u

/** Words that fill a column and head none: sentences ("Agreed. Letters sent."), limbs of a list. */
const isValue = (text: string) => /\p{Ll}[.;]\s+\p{Lu}/u.test(text) || (/[.;]$/u.test(text) && LAST_WORDS.test(text)) || LIMB.test(text)
/** Four words or more up to the end: looked for only where the last letter ends a sentence or limb, as it is slow to find that there are none. */
const LAST_WORDS = /(?:\S+\s){3,}\S+[.;]$/u

/** The fields that the cells of a row name, if it reads like a header; how many and how surely. */
function headerMatches(row: readonly Cell[]): { matches: FieldMatch[]; filled: number } {
  const named = filledCells(row).filter(({ passage }) => passage.text.length <= LONGEST_HEADING && !isThemeLabel(passage.text))
  // Columns by date or quarter are headed by the times alone, as many as there are.
  const undated = named.filter(({ passage }) => !isTimeAlone(passage))
  const short = named.length - undated.length > 1 ? undated : named
  const matches = short
    .filter(({ passage }) => !isValue(passage.text))
    .map(({ passage }) => matchHeading(passage))
    .filter((match) => match !== null)
  return { matches, filled: short.length }
}

/** Fields that tables of all kinds have: a row that names nothing else is not a plan's header. */
const COMMON_ROLES: ReadonlySet<string> = new Set(['ignored', 'theme'])

/** So many cells that each name a field of another kind, and one other cell beside them at the most, head columns though no heading is sure by itself. */
const FEWEST_FIELDS = 4
const MOST_UNNAMED = 1

/**
 * Whether a row names columns rather than fills them: at least two different fields, one of them a plan's
 * own, by half of its short cells, and no number where items have theirs. A label with a colon before one
 * value is a row of a form.
 */
function isHeaderRow(row: readonly Cell[]): boolean {
  const first = row.find((cell) => cell.col === 0)
  const key = first ? cellPassage(first).text : ''
  // Most rows of a long plan are numbered: what settles them without reading their other cells comes first.
  if (LIMB.test(key) || (/\d/u.test(key) && canonicalNumber(key) !== null)) return false
  const { matches, filled } = headerMatches(row)
  const together = matches.length >= filled - MOST_UNNAMED && new Set(matches.map(({ role }) => role)).size >= FEWEST_FIELDS
  const sure = together ? matches : matches.filter((match) => match.score >= 0.9)
  const roles = new Set(sure.map((match) => match.role))
  if (roles.size < 2 || matches.length * 2 < filled || [...roles].every((role) => COMMON_ROLES.has(role))) return false
  return !(filled === 2 && /:\s*$/u.test(key))
}

/** Rows that are header rows, and rows above one that hold torn pieces of it or of a banner. */
export function isHeaderBlock(table: Table, index: number): boolean {
  const row = table.rows[index] ?? []
  if (isHeaderRow(row)) return true
  const next = table.rows[index + 1]
  if (!next || !isHeaderRow(next)) return false
  const key = row.find((cell) => cell.col === 0)
  return headerMatches(row).matches.some((match) => match.score >= 0.9) && (!key || canonicalNumber(cellPassage(key).text) === null)
}

/** A form of labels and values has at least so many labels that forms have, and they are this share of its rows. */
const FEWEST_FORM_LABELS = 3
const FORM_SHARE = 0.6

/** Whether a table of two columns is a form: its first cells are labels, and none of its rows heads the others. */
function isForm(table: Table): boolean {
  if (table.columns !== 2) return false
  const keys = table.rows
    .flatMap((row) => row.filter(({ col }) => col === 0).map((cell) => cellPassage(cell).text))
    .filter((text) => text !== '')
  const known = new Set(keys.map(matchFormLabel).filter((kind) => kind !== null))
  return known.size >= FEWEST_FORM_LABELS && keys.filter((text) => matchFormLabel(text) !== null).length >= FORM_SHARE * keys.length
}

/** The header of a table, or null where no row names what the columns hold. Many ask whether a table is a plan: it is found once. */
export const readTableHeader = rememberingParts((table: Table): TableHeader | null => (readDecisionTable(table) ? null : findHeader(table)))

function findHeader(table: Table): TableHeader | null {
  if (isForm(table)) return null
  const start = table.rows.slice(0, LAST_HEADER_START).findIndex(isHeaderRow)
  if (start < 0) return null
  const rows = new Set([start])
  if (isSecondLevel(table, start)) rows.add(start + 1)
  for (let row = start + 1; row < table.rows.length && (isHeaderRow(table.rows[row] ?? []) || row < table.headerRows); row++) rows.add(row)
  return { rows, columns: withoutMilestones(headerColumns(table, rows)) }
}

/** Milestones beside a column of actions say how far each has to be by when, and are no further actions; alone they are what will be done. */
function withoutMilestones(columns: Column[]): Column[] {
  const isMilestone = ({ role, label }: Column) => role === 'action' && /^(?:key )?milestones?\b/iu.test(label.text)
  if (!columns.some((column) => column.role === 'action' && !isMilestone(column))) return columns
  return columns.map((column) => (isMilestone(column) ? { ...column, role: 'ignored' } : column))
}

/**
 * Whether the row below a header goes on with it: some of its headings reach down into that row, and what is beside
 * them there parts a heading from above ("Progress" over "Quarter 1 | Quarter 2"). Where rules between the two rows are
 * missing nothing reaches down: then times alone below one heading, and nothing below the first, show it.
 */
function isSecondLevel(table: Table, start: number): boolean {
  const [above, below] = [table.rows[start] ?? [], table.rows[start + 1] ?? []]
  const parts = filledCells(below)
  if (!parts.every(({ passage }) => passage.text.length <= LONGEST_PART && !isValue(passage.text))) return false
  if (above.some((cell) => cell.rowSpan === 2 && cellPassage(cell).text !== '')) return below.length > 0
  const isUnder = ({ col, colSpan }: Cell) =>
    parts.filter(({ cell, passage }) => cell.col >= col && cell.col < col + colSpan && isTimeAlone(passage)).length === colSpan
  return parts.every(({ cell }) => cell.col > 0) && above.some((cell) => cell.colSpan > 1 && isUnder(cell))
}

/** A part of a heading names a time or a kind. */
const LONGEST_PART = 40

function headerColumns(table: Table, rows: ReadonlySet<number>): Column[] {
  const over = [...rows].map((row) =>
    headingsOf(
      table,
      row,
      [...rows].some((other) => other > row),
    ),
  )
  return Array.from({ length: table.columns }, (_, col): Column => {
    const labels = over.flatMap((headings) => headings.get(col) ?? [])
    const label = joinPassages(labels)
    // Below a heading over several columns its part says which of them this is: "Timescale" over "Start | End".
    const isPart =
      labels.length > 1 &&
      over.some(
        (headings) => (headings.get(col) === labels[0] && headings.get(col + 1) === labels[0]) || headings.get(col - 1) === labels[0],
      )
    const readings = isPart && matchHeading(label) ? [label] : [label, ...labels.toReversed()]
    const matches = readings.map((passage) => matchHeading(passage)).filter((match) => match !== null)
    const best = matches.sort((a, b) => b.score - a.score)[0]
    return {
      col,
      role: best?.role ?? null,
      score: best?.score ?? 0,
      certainty: best?.certainty ?? 0,
      runnerUp: null,
      label,
      ...headingTime(label),
    }
  })
}

/**
 * The day of what is reported under a heading, and which of several times that is. "Progress in 2025" over "Quarter 1": the
 * year says about which quarters these are, and is not a day of a report.
 */
export function headingTime(label: Passage): Pick<Column, 'asOf' | 'period'> {
  const [date, quarter] = [labelDate(label), quarterOf(label.text)]
  if (date && quarter && isLong(date.reading)) {
    const year = date.reading.from?.slice(0, 4) ?? ''
    return { asOf: null, period: quarter.startsWith('q') ? `${year}${quarter}` : quarter }
  }
  return { asOf: date, period: date?.reading.to ?? quarter }
}

/** Whether a reading is of a time longer than half a year. */
const isLong = ({ from, to }: AsOf['reading']) => from !== null && to !== null && Date.parse(to) - Date.parse(from) > HALF_YEAR_MS
const HALF_YEAR_MS = 183 * 24 * 3600 * 1000

/** The headings of a row by their columns. One that has a row of parts below it is over each part: it reaches over the empty places after it. */
function headingsOf(table: Table, row: number, hasParts: boolean): Map<number, Passage> {
  const headings = new Map<number, Passage>()
  let last: Passage | null = null
  for (const cell of table.rows[row] ?? []) {
    const passage = cellPassage(cell)
    const isHeading = passage.text !== '' && passage.text.length <= LONGEST_HEADING && !isThemeLabel(passage.text)
    const isPart = (table.rows[row + 1] ?? []).some((part) => part.col === cell.col && cellPassage(part).text !== '')
    if (isHeading) last = passage
    const shown = isHeading || (hasParts && isPart && passage.text === '') ? last : null
    if (!shown) continue
    const reach = hasParts ? cell.colSpan : 1
    for (let col = cell.col; col < cell.col + reach; col++) headings.set(col, shown)
  }
  return headings
}

/** Whether a heading is a day, month or quarter and nothing else. */
export function isTimeAlone(label: Passage): boolean {
  const date = labelDate(label)?.reading
  return date ? label.text.slice(0, date.start).trim() === '' && label.text.slice(date.end).trim() === '' : QUARTER_ALONE.test(label.text)
}
const QUARTER_ALONE = /^\s*(?:q|qtr\s?|quarter\s)[1-4](?:,?\s(?:19|20)\d\d)?\s*$/iu

/** A quarter that a heading names, with its year where it says so; its days are not known, since years of councils begin in other months. */
function quarterOf(label: string): string | null {
  const quarter = /\b(?:q|qtr\s?|quarter\s)(?<quarter>[1-4])(?:,?\s(?<year>(?:19|20)\d\d))?\b/iu.exec(label)?.groups
  return quarter ? `${quarter.year ?? ''}q${quarter.quarter}` : null
}

/** The last date that the words of a heading name: "Progress at 31 March 2024". */
export function labelDate(label: Passage): AsOf | null {
  const reading = findDates(label.text).at(-1)
  return reading?.from ? { passage: slicePassage(label, reading.start, reading.end), reading } : null
}
