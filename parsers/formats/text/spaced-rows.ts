import { LONGEST_HEADING, type SpacedLines, spacedLines } from './spaced-lines.ts'
import type { CellLine, TabCell, TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A line of a table, cut at its columns; a cell is null where the line has nothing for it. */
export interface CutLine {
  line: Line
  cells: (CellLine | null)[]
}

/** What counts the rows of a table: "1", "2.3", "FR1", "Rec 4". */
export const COUNTS = /^(?:rec(?:ommendation)?\.? ?)?\(?[A-Z]{0,4}[ .]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[).:]?$/iu
/** A table has at least this many rows below its header. */
const FEWEST_ROWS = 2
/** A header runs over so many more lines at the most. */
const MOST_HEADER_LINES = 3
/** A table whose rows nothing counts and no blank line parts has at least this many, one a line. */
const FEWEST_LINES = 3
/** More blank lines than these end a table that goes on with less than a row. */
const MOST_BLANKS = 1

/**
 * The table that begins at `start` of lines in columns of blanks, and how many lines it takes; null where the
 * lines leave it open which of them make a row. A wrong row would give one recommendation the words of another.
 */
export function spacedTable(lines: readonly Line[], start: number): { rows: TabRow[]; taken: number } | null {
  const spaced = spacedLines(lines, start)
  if (!spaced) return null
  const cut = spaced.lines.map((line) => cutLine(line, spaced))
  const body = bodyRows(cut)
  if (!body) return null
  const { headLines, groups } = body
  const rows = [[cutLine(spaced.header, spaced), ...cut.slice(0, headLines)], ...groups].map(toRow)
  return { rows, taken: 1 + headLines + groups.reduce((sum, group) => sum + group.length, 0) }
}

export function cutLine(line: Line, { borders }: Pick<SpacedLines, 'borders'>): CutLine {
  const starts = [0, ...borders]
  return {
    line,
    cells: starts.map((start, col) => {
      const raw = line.text.slice(start, borders[col])
      const text = raw.trim()
      const from = line.from + start + raw.length - raw.trimStart().length
      return text === '' ? null : { line, from, to: from + text.length, text }
    }),
  }
}

const counts = (cut: CutLine) => COUNTS.test(cut.cells[0]?.text ?? '')
const filled = (cut: CutLine) => cut.cells.filter((cell) => cell !== null).length

/** How many lines below the first may go on with the header: headings that a narrow column broke, up to the first number or blank line. */
function headerLines(cut: readonly CutLine[]): number {
  const end = cut.findIndex((one) => one.line.blanksBefore > 0 || counts(one))
  const isHeading = (one: CutLine) =>
    filled(one) < one.cells.length && one.cells.every((cell) => (cell?.text.length ?? 0) <= LONGEST_HEADING)
  return end > 0 && end <= MOST_HEADER_LINES && cut.slice(0, end).every(isHeading) ? end : 0
}

/** The rows below a header of one line, or of several; null where both readings are possible. */
function bodyRows(cut: readonly CutLine[]): { headLines: number; groups: CutLine[][] } | null {
  const headLines = headerLines(cut)
  const below = headLines > 0 ? (topRows(cut.slice(headLines)) ?? partedRows(cut.slice(headLines))) : null
  const whole = topRows(cut) ?? centredRows(cut) ?? partedRows(cut) ?? singleRows(cut)
  if (below && whole) return null
  const groups = below ?? whole
  return groups ? { headLines: below ? headLines : 0, groups } : null
}

/** The lines up to the first that begins with words in the column of numbers, or is apart with less than a row; and which of them a number begins. */
function countedLines(body: readonly CutLine[]): { lines: readonly CutLine[]; numbers: number[] } | null {
  const stray = body.findIndex((cut) => (cut.cells[0] !== null && !counts(cut)) || (cut.line.blanksBefore > MOST_BLANKS && filled(cut) < 2))
  const lines = stray < 0 ? body : body.slice(0, stray)
  const numbers = lines.flatMap((cut, at) => (counts(cut) ? [at] : []))
  return numbers.length >= FEWEST_ROWS ? { lines, numbers } : null
}

/** Whether all cells of a row begin in its first line. */
const beginsWhole = (row: readonly CutLine[]) =>
  row.slice(1).every((cut) => cut.cells.every((cell, col) => cell === null || row[0]?.cells[col]))

/** Rows that begin with their number: what is below goes on in cells that begin beside it. */
function topRows(body: readonly CutLine[]): CutLine[][] | null {
  const counted = countedLines(body)
  if (counted?.numbers[0] !== 0) return null
  const numbered = new Set(counted.numbers)
  // A row may itself be parted: after a blank line the same number's next action begins, with its own people and day.
  const starts = counted.lines.flatMap((cut, at) => (numbered.has(at) || (cut.line.blanksBefore > 0 && filled(cut) > 1) ? [at] : []))
  const rows = starts.map((at, i) => counted.lines.slice(at, starts[i + 1]))
  return rows.every(beginsWhole) ? rows : null
}

/** Rows whose cells are centred upright: each has as many lines above its number as below it. */
function centredRows(body: readonly CutLine[]): CutLine[][] | null {
  const counted = countedLines(body)
  if (!counted) return null
  const { lines, numbers } = counted
  let above = numbers[0] ?? 0
  const rows: CutLine[][] = []
  for (const [i, at] of numbers.entries()) {
    const end = at + above + 1
    const next = numbers[i + 1] ?? lines.length
    if (end > next) return null
    const row = lines.slice(at - above, end)
    if (row.slice(1).some((cut) => cut.line.blanksBefore > 0)) return null
    // A number alone has its words in the lines of its neighbour.
    if (row.every(({ cells }) => cells.slice(1).every((cell) => cell === null))) return null
    rows.push(row)
    above = next - end
  }
  return above === 0 ? rows : null
}

/** Rows that blank lines part: each begins in the first column, and no cell begins below its first line. */
function partedRows(body: readonly CutLine[]): CutLine[][] | null {
  const starts = body.flatMap((cut, at) => (at === 0 || cut.line.blanksBefore > 0 ? [at] : []))
  const rows = starts.map((at, i) => body.slice(at, starts[i + 1]))
  const whole = rows.findIndex(([first]) => !first || first.line.blanksBefore > MOST_BLANKS + 1 || !first.cells[0] || filled(first) < 2)
  const taken = whole < 0 ? rows : rows.slice(0, whole)
  return taken.length >= FEWEST_ROWS && taken.some((row) => row.length > 1) && taken.every(beginsWhole) ? taken : null
}

/** Rows of one line each: every line has the first cell, and all others but one. */
function singleRows(body: readonly CutLine[]): CutLine[][] | null {
  const end = body.findIndex((cut) => cut.cells[0] === null || filled(cut) < Math.max(2, cut.cells.length - 1))
  const rows = (end < 0 ? body : body.slice(0, end)).map((cut) => [cut])
  return rows.length >= FEWEST_LINES && (end < 0 || (body[end]?.line.blanksBefore ?? 0) > 0) ? rows : null
}

export function toRow(lines: readonly CutLine[]): TabRow {
  const [first] = lines as [CutLine, ...CutLine[]]
  const cells = first.cells.map((_, col) =>
    toCell(
      lines.flatMap(({ cells }) => cells[col] ?? []),
      first.line,
    ),
  )
  while (cells.length > 0 && !cells.at(-1)?.text) cells.pop()
  return { line: first.line, last: lines.at(-1)?.line ?? first.line, cells, rawColumns: first.cells.length }
}

/** The lines of a cell as one; without any it is empty, at the beginning of its row. */
export function toCell(lines: readonly CellLine[], row: Line): TabCell {
  const [top, ...below] = lines
  if (!top) return { from: row.from, to: row.from, text: '', line: row, below: [] }
  return { ...top, text: lines.map(({ text }) => text).join(' '), below }
}
