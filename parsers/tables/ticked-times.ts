import type { Report } from '../../schema/diagnostics.ts'
import {
  type Cell,
  cellPassage,
  EMPTY_PASSAGE,
  joinPassages,
  type Passage,
  plainParagraph,
  slicePassage,
  type Table,
} from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Column, TableHeader } from '../outline/table-header.ts'
import { findDates, readDate } from '../recognise/dates.ts'
import { BY_MARKS, headingOver, isCross, isMark, isNotChosen, isTick, OR, textAt } from './ticked-columns.ts'

/** This share of the marked rows mark one time. A row that is marked time after time is reported on each time, and not due then. */
const ONE_MARK = 0.5
/** What the columns may be by a heading over all of them: "When" over years. One over reports ("Progress") says that marks report. */
const MAY_BE_DUE: ReadonlySet<FieldRole | null> = new Set([null, 'due', 'timescale', 'ignored'])

/** Fields that say by themselves when something is to be done. */
const DATES: readonly FieldRole[] = ['due', 'revised-due', 'timescale']

/** A column that is headed by a time: its heading, and that with the year that is printed over it. */
interface Time {
  column: Column
  heading: Passage
  dated: Passage
}

/**
 * A table in which a mark says by when a row is due: "Q1 | Q2 | Q3 | Q4" or "Short term | Medium term", with a tick in one. The first of
 * these columns then holds the heading over the mark, with the year that is printed over it. Rests on how a bar is drawn over a
 * calendar: marks side by side are work that ends in the last of them. The second column then holds all the times as the
 * timescale. Marks with gaps, or in every column, give no end: they are reported, and no date is read.
 */
export function withTimesTicked(read: { table: Table; header: TableHeader }, report: Report): { table: Table; header: TableHeader } {
  const { table, header } = read
  const body = table.rows.filter((_, at) => !header.rows.has(at))
  const times = timesOf(table, header, body)
  const [first, second] = times
  if (!first || !second) return read
  const cols = new Set(times.map(({ column }) => column.col))
  const isOver = times.some(({ column }) => column.role === 'due' || column.role === 'timescale')
  // A date of its own may be printed beside the marks; and beside the status they may be times of reports, where no heading says "When".
  const rivals: readonly (FieldRole | null)[] = isOver ? DATES : [...DATES, 'status', 'progress']
  if (header.columns.some(({ col, role }) => !cols.has(col) && rivals.includes(role))) return read
  const rows = table.rows.map((row, at) => {
    if (header.rows.has(at)) return row
    const marked = times.filter(({ column }) => isMark(textAt(row, column.col)))
    const ends = endsInLast(marked, times)
    if (marked.length > 0 && !ends)
      report(
        'ticks-unclear',
        row.find(({ col }) => cols.has(col))?.places[0] ?? NOWHERE,
        marked.map(({ heading }) => heading.text).join(OR),
      )
    const last = marked.at(-1)
    const blocksOf = (col: number) => {
      if (col === first.column.col) return last && ends ? [plainParagraph(last.dated)] : []
      return col === second.column.col && marked.length > 1 ? marked.map(({ heading }) => plainParagraph(heading)) : []
    }
    return row.map((cell): Cell => (cols.has(cell.col) ? { ...cell, blocks: blocksOf(cell.col), fill: null } : cell))
  })
  const label = joinPassages(
    times.map(({ heading }) => heading),
    OR,
  )
  const lasts = body.some((row) => times.filter(({ column }) => isMark(textAt(row, column.col))).length > 1)
  const columns = header.columns.map((column): Column => {
    const known = { ...column, score: 1, certainty: BY_MARKS, runnerUp: null, label, asOf: null, period: null }
    if (column.col === first.column.col) return { ...known, role: 'due' }
    if (column.col === second.column.col && lasts) return { ...known, role: 'timescale' }
    return cols.has(column.col) ? { ...column, role: null, label: EMPTY_PASSAGE, asOf: null, period: null } : column
  })
  return { table: { ...table, rows }, header: { ...header, columns } }
}

/** Columns side by side that are headed by times, each another, over marks and nothing else; empty where there are none. */
function timesOf(table: Table, header: TableHeader, body: readonly Cell[][]): Time[] {
  const times: Time[] = []
  for (const column of header.columns) {
    const heading = headingOver(table, header, column)
    const texts = body.map((row) => textAt(row, column.col))
    const isOne = isTime(heading.text) && mayBeDue(column) && texts.every((text) => isMark(text) || isNotChosen(text))
    if (isOne) times.push({ column, heading, dated: withYear(table, header, column, heading) })
    else if (times.length > 1) break
    else times.length = 0
  }
  const marks = body.map((row) => times.map(({ column }) => textAt(row, column.col)).filter(isMark)).filter((found) => found.length > 0)
  const singles = marks.filter((found) => found.length === 1).length
  const differ = new Set(times.map(({ dated }) => dated.text)).size === times.length
  // Ticks and crosses say about each time whether something was done.
  const both = marks.flat().some(isTick) && marks.flat().some(isCross)
  return times.length > 1 && differ && !both && marks.length > 0 && singles >= marks.length * ONE_MARK ? times : []
}

/** A month, quarter or year, a term ("Short term", "0-6 months"). A day is that of a meeting. */
function isTime(text: string): boolean {
  const reading = /[\p{L}\d]/u.test(text) ? readDate(text) : null
  return reading !== null && reading.precision !== 'day'
}

/** A heading that is a time and nothing else is read as that of a report; marks report nothing. */
const mayBeDue = ({ role, score }: Column): boolean => MAY_BE_DUE.has(role) || (role === 'progress' && score === 0)

/** "Q3" below "Timescale 2024/25", over all quarters, with the year: the days are those of the two together. */
function withYear(table: Table, header: TableHeader, { col }: Column, heading: Passage): Passage {
  if (readDate(heading.text)?.from) return heading
  for (const at of header.rows) {
    const over = table.rows[at]?.find((cell) => cell.colSpan > 1 && cell.col <= col && col < cell.col + cell.colSpan)
    const passage = over ? cellPassage(over) : EMPTY_PASSAGE
    for (const { start, end } of findDates(passage.text)) {
      const both = joinPassages([heading, slicePassage(passage, start, end)])
      if (readDate(both.text)?.from) return both
    }
  }
  return heading
}

/** Whether the marks of a row are side by side, and not from the first time to the last. */
function endsInLast(marked: readonly Time[], times: readonly Time[]): boolean {
  const [first] = marked
  if (!first || marked.length === times.length) return false
  const from = times.indexOf(first)
  return marked.every((time, at) => times[from + at] === time)
}
