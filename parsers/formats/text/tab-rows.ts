import { readBullet, readLineLabel } from '../passages/labels.ts'
import type { Line } from './text-to-lines.ts'

/** A line of a cell: where it is in the source, without white space at its ends. */
export interface CellLine {
  line: Line
  from: number
  to: number
  text: string
}

/** A cell: its first line, with the text of all of them, and those below it. What tabs part has one line. */
export interface TabCell extends CellLine {
  below: readonly CellLine[]
}

/** A line as a row, or the lines that make one in a table that blanks set. Empty cells at its end are left out, empty ones before others are kept. */
export interface TabRow {
  line: Line
  /** Its last line, which in a table of tabs is its first. */
  last: Line
  cells: TabCell[]
  /** How many cells the tabs make, empty ones at the end and all. */
  rawColumns: number
  /** What is in it but may be of either of two cells. */
  loose?: readonly CellLine[]
}

/** How a line is to tables: a row for sure, a label or bullet with its text, a line that only is indented by tabs, or none. */
export type TabKind = 'row' | 'labelled' | 'indented' | 'none'

/** No table has more columns; a line with more tabs is some other data. */
const MOST_COLUMNS = 200

/** What the tabs in a line make of it. */
export function tabKind(line: Line): TabKind {
  if (!line.text.includes('\t') || line.text.split('\t', MOST_COLUMNS + 1).length > MOST_COLUMNS) return 'none'
  if (!line.text.trimStart().includes('\t')) return 'indented'
  const filled = lineToRow(line).cells.filter((cell) => cell.text)
  const [first, second] = filled
  if (first && second && filled.length === 2 && isLabelAlone(first.text)) return 'labelled'
  return 'row'
}

function isLabelAlone(text: string): boolean {
  const label = readLineLabel(text)
  if (label?.end === text.length) return true
  // A bullet is one only with something after it.
  return text.length === 1 && readBullet(`${text} x`) !== null
}

/** A line cut at its tabs, as a row. */
export function lineToRow(line: Line): TabRow {
  return cellsToRow(lineToCells(line), line, line)
}

/** The cells of some lines as a row. */
export function cellsToRow(cells: readonly TabCell[], line: Line, last: Line): TabRow {
  const end = cells.findLastIndex(({ text }) => text !== '') + 1
  return { line, last, cells: cells.slice(0, end), rawColumns: cells.length }
}

/** A line cut at its tabs, empty cells and all. */
export function lineToCells(line: Line): TabCell[] {
  const cells: TabCell[] = []
  let at = line.from
  for (const part of line.text.split('\t')) {
    const text = part.trim()
    const from = at + part.length - part.trimStart().length
    cells.push({ line, from: text ? from : at, to: text ? from + text.length : at, text, below: [] })
    at += part.length + 1
  }
  return cells
}

/** How many cells of a row say something. */
export function filledCells(row: TabRow): number {
  return row.cells.filter((cell) => cell.text).length
}

/** Words that two printings of one header row share, at the least: a narrow column breaks words, and a scan misreads some. */
const HEADER_LIKENESS = 0.8

/** Whether two rows say nearly the same (Dice's coefficient of their words). */
export function isNearlySameRow(a: TabRow, b: TabRow): boolean {
  const words = (row: TabRow): string[] =>
    row.cells
      .map((cell) => cell.text.toLowerCase())
      .join(' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const left = words(a)
  const right = words(b)
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) shared++
    counts.set(word, count - 1)
  }
  return left.length + right.length > 0 && (2 * shared) / (left.length + right.length) >= HEADER_LIKENESS
}
