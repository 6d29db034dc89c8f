import type { Region } from './lines-to-regions.ts'
import { filledCells, isNearlySameRow, type TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A region once tables in several parts are one. */
export type TextOrTable = Region

/** A header has at least so many cells; what has fewer could be a form's label that comes again with each card. */
const FEWEST_HEADER_CELLS = 3
/** Headers of two rows are the most that is printed again; what is below is data. */
const MOST_HEADER_ROWS = 2
/** A title printed again above a table's header takes so many lines at the most. */
const MOST_TITLE_LINES = 5
/** A line over a table that says more is not a title. */
const LONGEST_TITLE = 120

/**
 * Tables that were printed with their header, and perhaps a title, again on each page become one table
 * each, with the header once. The titles that were again are given back: they are furniture from the second
 * time on. A title in the first row of a table becomes a line of text before it.
 */
export function joinRepeatedTables(regions: readonly Region[]): { parts: TextOrTable[]; titles: Line[] } {
  const parts: TextOrTable[] = []
  const titles: Line[] = []
  for (const region of regions) {
    if (region.type !== 'rows') {
      parts.push(region)
      continue
    }
    const { title, rows } = splitTitle(region.rows)
    if (title) appendText(parts, title.line)
    const between = titleBetween(parts)
    const [header] = rows
    if (between && header && isHeader(between.table.rows[0], header, true)) {
      titles.push(...between.lines)
      if (between.lines.length) parts.pop()
      between.table.rows.push(...withoutRepeats(between.table.rows, markBreak(rows), between.table.rows.length > 0))
      continue
    }
    parts.push({ type: 'rows', rows: withoutRepeats([], rows, false) })
  }
  return { parts, titles }
}

/** A first row with nothing but a short first cell is the title of the table below it. */
function splitTitle(rows: readonly TabRow[]): { title: TabRow | null; rows: TabRow[] } {
  const [first, second] = rows
  const isTitle =
    first &&
    second &&
    filledCells(first) === 1 &&
    first.cells.length === 1 &&
    filledCells(second) > 1 &&
    (first.cells[0]?.text.length ?? 0) <= LONGEST_TITLE
  return isTitle
    ? {
        title: {
          ...first,
          line: { ...first.line, blanksAfter: 1, to: first.cells[0]?.to ?? first.line.to, text: first.line.text.trimEnd() },
        },
        rows: rows.slice(1),
      }
    : { title: null, rows: [...rows] }
}

function appendText(parts: TextOrTable[], line: Line): void {
  const last = parts.at(-1)
  if (last?.type === 'text') last.lines.push(line)
  else parts.push({ type: 'text', lines: [line] })
}

/** The table that a new one may go on with, and what is between: nothing, or lines that preceded the table too. */
function titleBetween(parts: readonly TextOrTable[]): { table: { rows: TabRow[] }; lines: Line[] } | null {
  const last = parts.at(-1)
  if (last?.type === 'rows') return { table: last, lines: [] }
  const table = parts.at(-2)
  if (last?.type !== 'text' || table?.type !== 'rows' || last.lines.length > MOST_TITLE_LINES) return null
  const before = parts.at(-3)
  const titles = new Set(before?.type === 'text' ? before.lines.slice(-MOST_TITLE_LINES).map(keyOf) : [])
  return last.lines.every((line) => titles.has(keyOf(line))) ? { table, lines: last.lines } : null
}

function keyOf(line: Line): string {
  return line.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function markBreak(rows: readonly TabRow[]): TabRow[] {
  return rows.map((row, index) => (index === 0 ? { ...row, line: { ...row.line, blanksBefore: Math.max(1, row.line.blanksBefore) } } : row))
}

/** Whether `row` says what `first` says, and that is words: rows of figures are alike by chance. */
function isHeader(first: TabRow | undefined, row: TabRow, titled: boolean): boolean {
  const fewest = titled ? FEWEST_HEADER_CELLS - 1 : FEWEST_HEADER_CELLS
  if (!first || filledCells(first) < fewest || filledCells(row) < fewest) return false
  const worded = row.cells.filter((cell) => /\p{L}{2}/u.test(cell.text)).length
  return worded * 2 > filledCells(row) && isNearlySameRow(first, row)
}

/** The rows without the header of `table` (or, at its start, of the rows themselves) where it appears again after a break. */
function withoutRepeats(table: readonly TabRow[], rows: readonly TabRow[], goesOn: boolean): TabRow[] {
  const all = goesOn ? table : rows
  const kept: TabRow[] = []
  let expected = -1
  for (const [index, row] of rows.entries()) {
    const behindBreak = row.line.blanksBefore > 0 || row.line.opensPage || row.line.afterFurniture
    const may = goesOn || index >= MOST_HEADER_ROWS
    const from = behindBreak ? 0 : expected
    const same = may && from >= 0 ? headerRowLike(all, row, from, index === 0) : -1
    // The second row of a header is one only after its first, or where a break tore the first off.
    expected = same >= 0 ? same + 1 : -1
    if (same < 0) kept.push(row)
  }
  return kept
}

function headerRowLike(table: readonly TabRow[], row: TabRow, from: number, titled: boolean): number {
  for (let index = from; index < MOST_HEADER_ROWS; index++) if (isHeader(table[index], row, titled)) return index
  return -1
}
