import { LONGEST_HEADING } from './spaced-lines.ts'
import { COUNTS } from './spaced-rows.ts'
import { cellsToRow, lineToCells, lineToRow, type TabCell, type TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A table of tabs some of whose cells run over lines: its rows, null where they leave it open which cell goes on, and its lines. */
export interface WrappedTable {
  rows: TabRow[] | null
  taken: number
}

const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 2
/** A cell runs over no more lines than these. */
const MOST_LINES = 40

/**
 * The table of tabs that begins at `start` if cells of it run over lines; null where there is none. It rests on how word processors
 * save a table as text: a line's end in a cell stays one, so the row goes on in the next line with the rest of that cell. Each row
 * begins with its number, and the parts of its lines make as many cells as there are headings. A line that goes on in
 * small letters after a row that is already full may belong to any cell: then no row can be read without a guess.
 */
export function wrappedTable(lines: readonly Line[], start: number): WrappedTable | null {
  const header = headerOf(lines[start])
  if (!header || !beginsRow(lines[start + 1])) return null
  const columns = header.cells.length
  const groups: Line[][] = []
  let at = start + 1
  for (; at < lines.length; at++) {
    const line = lines[at]
    const group = groups.at(-1)
    if (!line || line.blanksBefore > 0 || line.opensPage) break
    if (beginsRow(line)) groups.push([line])
    else if (group && group.length < MOST_LINES && (line.text.includes('\t') || partsOf(group) < columns)) group.push(line)
    else break
  }
  if (groups.length < FEWEST_ROWS || groups.every((group) => group.slice(1).every(isIndented))) return null
  const taken = at - start
  const rows = groups.map((group) => groupToRows(group, columns))
  if (rows.every((row) => row !== null)) return { rows: [header, ...rows.flat()], taken }
  return groups.some((group) => partsOf(group.slice(0, 1)) >= columns && group.slice(1).some(goesOn)) ? { rows: null, taken } : null
}

function headerOf(line: Line | undefined): TabRow | null {
  if (!line?.text.includes('\t')) return null
  const row = lineToRow(line)
  const isHeading = ({ text }: TabCell) => text !== '' && text.length <= LONGEST_HEADING && !COUNTS.test(text)
  return row.cells.length >= FEWEST_COLUMNS && row.cells.every(isHeading) ? row : null
}

const partsIn = ({ text }: Line) => text.split('\t').length
/** How many cells some lines make, if each goes on where the one before left off. */
const partsOf = (group: readonly Line[]) => group.reduce((sum, line) => sum + partsIn(line) - 1, 1)
const beginsRow = (line: Line | undefined) =>
  line?.text.includes('\t') === true && COUNTS.test(line.text.slice(0, line.text.indexOf('\t')).trim())
const isIndented = ({ text }: Line) => /^\s*\t/u.test(text)
const goesOn = ({ text }: Line) => /^\p{Ll}/u.test(text)

/** The rows of a numbered row and the lines after it: one, or one for each line that is indented by a tab; null where cells are left open. */
function groupToRows(group: readonly Line[], columns: number): TabRow[] | null {
  const [first, ...rest] = group as [Line, ...Line[]]
  if (rest.every(isIndented)) return group.map(lineToRow)
  return partsOf(group) === columns ? [joinLines(first, rest)] : null
}

function joinLines(first: Line, rest: readonly Line[]): TabRow {
  const cells = lineToCells(first)
  for (const line of rest) {
    const [next, ...others] = lineToCells(line)
    const above = cells.pop()
    if (above && next) cells.push(joinCells(above, next))
    cells.push(...others)
  }
  return cellsToRow(cells, first, rest.at(-1) ?? first)
}

function joinCells(above: TabCell, next: TabCell): TabCell {
  if (above.text === '' || next.text === '') return above.text === '' ? next : above
  return { ...above, text: `${above.text} ${next.text}`, below: [...above.below, next] }
}
