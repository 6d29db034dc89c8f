import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, EMPTY_PASSAGE, joinPassages, type Passage, plainParagraph, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { Column, TableHeader } from '../outline/table-header.ts'
import type { Grade } from '../recognise/grade.ts'
import { gradeOf } from '../recognise/grades.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { isTotalRow } from './total-row.ts'

/** Signs that choose the column they are in; Word's boxes are crossed. */
const TICK = /^[✓✔√☑☒🗹●⬤•■xX]$/u
/** A cross chooses a column, unless ticks are in the same columns: then it says that this one is not meant. */
const CROSS = /^[✗✘×❌]$/u
/** What is in the columns that are not chosen. */
const NOT_CHOSEN = /^[☐□○◯–—-]?$/u
/** How sure is a role that all headings of the columns and all marks under them speak for. */
export const BY_MARKS = 0.95

/** What parts the headings of such columns in the label of the one they are read as. */
export const OR = ' | '

/** Whether a label is that of columns of which a mark chooses one. */
export const isChoice = (label: Passage): boolean => label.text.includes(OR)

/** Columns side by side, each headed by one of the values, and what these are. */
interface Choice {
  role: 'verdict' | 'status'
  columns: { column: Column; heading: Passage }[]
}

/**
 * A table in which each row chooses a value by a mark: "Accepted | In part | Rejected", with a tick in one. The first of these
 * columns then holds the heading over the mark, and the others hold nothing. A row with two marks says nothing, and is reported.
 */
export function withTicksRead(
  table: Table,
  header: TableHeader,
  scale: readonly Grade[] | null,
  report: Report,
): { table: Table; header: TableHeader } {
  const lastHead = Math.max(-1, ...header.rows)
  // "Total | 3 | 2 | 1" counts the marks and chooses nothing.
  const rows = table.rows.filter((row, at) => at <= lastHead || !isTotalRow(row.map((cell) => cellPassage(cell).text)))
  const body = rows.filter((_, at) => !header.rows.has(at))
  const choices = (['verdict', 'status'] as const).flatMap((role) => choicesOf(table, header, body, role, scale))
  let read = { table: choices.length > 0 ? { ...table, rows } : table, header }
  for (const choice of choices) read = withChoice(read, choice, report)
  return read
}

function choicesOf(table: Table, header: TableHeader, body: readonly Cell[][], role: Choice['role'], scale: readonly Grade[] | null) {
  const found: Choice[] = []
  let columns: Choice['columns'] = []
  const close = () => {
    const marked = columns.some(({ column }) => body.some((row) => isMark(textAt(row, column.col))))
    if (columns.length > 1 && marked) found.push({ role, columns })
    columns = []
  }
  for (const column of header.columns) {
    const heading = headingOver(table, header, column)
    const isValue = role === 'verdict' ? isVerdict(heading.text) : !isVerdict(heading.text) && gradeOf(heading.text, scale).status !== null
    if (isValue && body.every((row) => isMark(textAt(row, column.col)) || isNotChosen(textAt(row, column.col))))
      columns.push({ column, heading })
    else close()
  }
  close()
  return found
}

const isVerdict = (text: string) => readVerdict(text)?.outcome != null
export const isTick = (text: string) => TICK.test(text)
export const isCross = (text: string) => CROSS.test(text)
export const isMark = (text: string) => isTick(text) || isCross(text)
export const isNotChosen = (text: string) => NOT_CHOSEN.test(text)
const cellAt = (row: readonly Cell[], col: number) => row.find((cell) => cell.col === col)
/** What is in a column of a row. */
export const textAt = (row: readonly Cell[], col: number) => {
  const cell = cellAt(row, col)
  return cell ? cellPassage(cell).text.trim() : ''
}

/** The lowest heading of a column that is its own. */
export function headingOver(table: Table, header: TableHeader, { col }: Column): Passage {
  const cells = [...header.rows].sort((a, b) => b - a).flatMap((row) => cellAt(table.rows[row] ?? [], col) ?? [])
  const own = cells.find((cell) => cell.colSpan === 1 && cellPassage(cell).text !== '')
  return own ? cellPassage(own) : EMPTY_PASSAGE
}

function withChoice({ table, header }: { table: Table; header: TableHeader }, { role, columns }: Choice, report: Report) {
  const [first] = columns
  if (!first) return { table, header }
  const cols = new Set(columns.map(({ column }) => column.col))
  const ticked = table.rows.some(
    (row, at) => !header.rows.has(at) && row.some((cell) => cols.has(cell.col) && TICK.test(cellPassage(cell).text)),
  )
  const rows = table.rows.map((row, at) => {
    if (header.rows.has(at)) return row
    const chosen = columns.filter(({ column }) => (ticked ? TICK : CROSS).test(textAt(row, column.col)))
    const [one] = chosen
    const marks = columns.filter(({ column }) => isMark(textAt(row, column.col)))
    if (marks.length > 0 && chosen.length !== 1) {
      const place = row.find((cell) => cols.has(cell.col))?.places[0] ?? NOWHERE
      report('ticks-unclear', place, marks.map(({ heading }) => heading.text).join(OR))
    }
    const blocks = one && chosen.length === 1 ? [plainParagraph(one.heading)] : []
    return row.map((cell) => (cols.has(cell.col) ? { ...cell, blocks: cell.col === first.column.col ? blocks : [], fill: null } : cell))
  })
  const label = joinPassages(
    columns.map(({ heading }) => heading),
    OR,
  )
  const read = header.columns.map((column): Column => {
    if (column.col === first.column.col) return { ...column, role, score: 1, certainty: BY_MARKS, runnerUp: null, label }
    return cols.has(column.col) ? { ...column, role: null, label: EMPTY_PASSAGE } : column
  })
  return { table: { ...table, rows }, header: { ...header, columns: read } }
}
