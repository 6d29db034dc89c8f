import { endsSentence } from '../passages/sentence-ends.ts'
import { LONGEST_HEADING } from './spaced-lines.ts'
import { COUNTS } from './spaced-rows.ts'
import type { TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
const FEWEST_ROWS = 2
/** Cells of at least so many letters are prose, which every such table has a column of. */
const SHORTEST_PROSE = 25
const HEADING = /^[\p{Lu}#%].{0,39}$/u

/**
 * The table that begins at `start` of which every cell has a line of its own, row by row, as word processors save a
 * table as text; and how many lines it takes. Null unless the pattern holds throughout: heads of columns, then
 * numbers in the first or the last column and nowhere else, as far apart as there are heads, and in each column
 * cells of one kind. A cell of two lines breaks the pattern, and which one it is could only be guessed.
 */
export function cellLines(lines: readonly Line[], start: number): { rows: TabRow[]; taken: number } | null {
  let heads = 0
  while (heads <= MOST_COLUMNS && isHead(lines[start + heads]) && (heads === 0 || follows(lines, start + heads))) heads++
  for (let columns = Math.min(heads, MOST_COLUMNS); columns >= FEWEST_COLUMNS; columns--) {
    for (const counted of [0, columns - 1]) {
      const rows = rowsOf(lines, start, columns, counted)
      if (rows) return { rows: rows.map(toRow), taken: rows.length * columns }
    }
  }
  return null
}

function isHead(line: Line | undefined): boolean {
  if (!line || line.length > LONGEST_HEADING || line.text.includes('\t')) return false
  const text = line.text.trim()
  return HEADING.test(text) && !COUNTS.test(text) && (!endsSentence(text) || /^\p{L}{2,4}\.$/u.test(text))
}

/** Whether no blank line and no page's end parts a line from the one before. */
const follows = (lines: readonly Line[], at: number) => lines[at]?.blanksBefore === 0 && !lines[at]?.text.includes('\t')

const counts = (line: Line | undefined) => line !== undefined && line.length <= LONGEST_HEADING && COUNTS.test(line.text.trim())

/** The rows of so many columns, the heads among them, or null where the pattern does not hold. */
function rowsOf(lines: readonly Line[], start: number, columns: number, counted: number): Line[][] | null {
  const rows: Line[][] = []
  let at = start
  for (; ; at += columns) {
    const row = lines.slice(at, at + columns)
    if (row.length < columns || !row.every((_, col) => (at === start && col === 0) || follows(lines, at + col))) break
    if (at > start && !row.every((line, col) => counts(line) === (col === counted))) break
    rows.push(row)
  }
  const body = rows.slice(1)
  if (body.length < FEWEST_ROWS || !endsThere(lines, at, columns)) return null
  const kinds = body.map((row) => row.map(kindOf))
  const isUniform = (col: number) => kinds.every((row) => row[col] === kinds[0]?.[col])
  const prose = kinds[0]?.some((kind, col) => kind === 'prose' && isUniform(col)) ?? false
  const dates = kinds[0]?.every((_, col) => isUniform(col) || kinds.every((row) => row[col] !== 'date')) ?? false
  return prose && dates ? rows : null
}

/** Whether the table can end before a line: no more of its cells follow, which are short or numbers. */
function endsThere(lines: readonly Line[], at: number, columns: number): boolean {
  const after = lines.slice(at, at + columns)
  const end = after.findIndex((_, index) => !follows(lines, at + index))
  const rest = end < 0 ? after : after.slice(0, end)
  return !rest.some(counts) && (rest.length === 0 || kindOf(rest[0]) === 'prose')
}

function kindOf(line: Line | undefined): 'prose' | 'date' | 'short' {
  const text = line?.text.trim() ?? ''
  if (text.length >= SHORTEST_PROSE) return 'prose'
  return /^(?:\d{1,2}(?:st|nd|rd|th)? )?\p{L}{3,9}\.? (?:19|20)\d\d$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/u.test(text) ? 'date' : 'short'
}

function toRow(row: readonly Line[]): TabRow {
  const [line, last] = [row[0], row.at(-1)] as [Line, Line]
  const cells = row.map((own) => {
    const text = own.text.trim()
    const from = own.from + own.text.length - own.text.trimStart().length
    return { line: own, from, to: from + text.length, text, below: [] }
  })
  return { line, last, cells, rawColumns: row.length }
}
