import type { Report } from '../../../schema/diagnostics.ts'
import { barEnded } from '../markdown/bar-ended-cells.ts'
import { cellLines } from './cell-lines.ts'
import { gutterTable, repeatedLabels, withoutLeaders } from './gutter-rows.ts'
import { shiftedTable } from './shifted-rows.ts'
import { spacedTable } from './spaced-rows.ts'
import { filledCells, lineToRow, type TabRow, tabKind } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'
import { wrappedTable } from './wrapped-rows.ts'

/** A stretch of a text that is read in one way. */
export type Region = { type: 'text'; lines: Line[] } | { type: 'rows'; rows: TabRow[] } | { type: 'bars'; lines: Line[] }

/** The rule under the header of a table of bars. */
const BAR_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u

/** Dashes under the headings of columns that blanks part: they print nothing ("--  ------  ----"). */
const COLUMN_RULE = /^\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*$/u

/** The lines of a text parted into running text and tables: of tabs, of bars, of columns set with blanks, of a cell a line, of labels before a gutter. */
export function linesToRegions(given: readonly Line[], report: Report): Region[] {
  const lines = given.filter(({ text }) => !COLUMN_RULE.test(text))
  const regions: Region[] = []
  let at = 0
  const unled = withoutLeaders(lines)
  const repeated = repeatedLabels(unled)
  const addText = (line: Line): void => {
    const last = regions.at(-1)
    if (last?.type === 'text') last.lines.push(line)
    else regions.push({ type: 'text', lines: [line] })
  }
  while (at < lines.length) {
    const line = lines[at]
    if (!line) break
    const bars = Math.max(barsEnd(lines, at), barEndedEnd(lines, at))
    const wrapped = bars > at ? null : wrappedTable(lines, at)
    const rows = bars > at ? at : rowsEnd(lines, at)
    if (bars > at) {
      regions.push({ type: 'bars', lines: lines.slice(at, bars) })
      at = bars
    } else if (wrapped) {
      const taken = lines.slice(at, at + wrapped.taken)
      if (wrapped.rows) regions.push({ type: 'rows', rows: wrapped.rows })
      else {
        report('table-unclear', { page: line.page, box: null, lineFrom: line.number, lineTo: taken.at(-1)?.number ?? line.number })
        for (const plain of taken) addText(plain)
      }
      at += wrapped.taken
    } else if (rows > at) {
      const group = lines.slice(at, rows)
      if (isTable(group)) regions.push({ type: 'rows', rows: group.map(lineToRow) })
      else for (const plain of group) addText(plain)
      at = rows
    } else {
      const [straight, shifted] = [spacedTable(lines, at), shiftedTable(lines, at)]
      const spaced =
        shifted && (!straight || readsMore(shifted, straight))
          ? shifted
          : (straight ?? cellLines(lines, at) ?? gutterTable(unled, at, repeated))
      if (spaced) regions.push({ type: 'rows', rows: spaced.rows })
      else addText(line)
      for (const { page, number } of spaced === shifted ? (shifted?.unclear ?? []) : [])
        report('cell-unclear', { page, box: null, lineFrom: number, lineTo: number })
      at += spaced?.taken ?? 1
    }
  }
  return regions
}

/** Whether one reading of a table takes more lines than another, or as many and distinguishes more headings. */
function readsMore(one: ReadTable, other: ReadTable): boolean {
  const columns = ({ rows }: ReadTable) => rows[0]?.cells.length ?? 0
  return one.taken > other.taken || (one.taken === other.taken && columns(one) > columns(other))
}

type ReadTable = { rows: readonly TabRow[]; taken: number }

/** Where a table of bars that begins at `start` ends; `start` where none begins. */
function barsEnd(lines: readonly Line[], start: number): number {
  const rule = lines[start + 1]
  if (
    !lines[start]?.text.includes('|') ||
    !rule?.text.includes('|') ||
    rule.blanksBefore > 0 ||
    rule.length > 2000 ||
    !BAR_RULE.test(rule.text)
  )
    return start
  let end = start + 2
  while (end < lines.length && lines[end]?.blanksBefore === 0 && lines[end]?.text.includes('|')) end++
  return end
}

/** Where a table that begins at `start` ends of which a bar closes each cell; `start` where none begins. */
const barEndedEnd = (lines: readonly Line[], start: number): number =>
  /\|\s*$/u.test(lines[start - 1]?.text ?? '') ? start : start + (barEnded(lines, start)?.taken ?? 0)

/** Where the lines with tabs that begin at `start` end. A blank line between them ends nothing if as many columns follow. */
function rowsEnd(lines: readonly Line[], start: number): number {
  let end = blockEnd(lines, start)
  if (end === start) return start
  const shape = shapeOf(lines, start, end)
  while (end < lines.length) {
    const next = blockEnd(lines, end)
    if (next === end || lines.slice(end, next).every((line) => tabKind(line) === 'indented')) return end
    const following = shapeOf(lines, end, next)
    if (!fits(shape, following)) return end
    shape.filled = Math.max(shape.filled, following.filled)
    shape.fewest = Math.min(shape.fewest, following.fewest)
    shape.most = Math.max(shape.most, following.most)
    end = next
  }
  return end
}

/** Where the lines with tabs that begin at `start` end at a blank line or a line without tabs. */
function blockEnd(lines: readonly Line[], start: number): number {
  let end = start
  while (end < lines.length) {
    const line = lines[end]
    if (!line || tabKind(line) === 'none' || (end > start && line.blanksBefore > 0)) break
    end++
  }
  return end
}

/** The columns of some rows: filled ones, and those that the tabs make. */
interface Shape {
  filled: number
  fewest: number
  most: number
}

function shapeOf(lines: readonly Line[], start: number, end: number): Shape {
  const rows = lines.slice(start, end).map(lineToRow)
  const raw = rows.map((row) => row.rawColumns)
  return { filled: maximum(rows.map((row) => row.cells.length)), fewest: -maximum(raw.map((count) => -count)), most: maximum(raw) }
}

function maximum(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
}

/** Whether rows after a blank line go on with the table: as many columns are filled, or the tabs make as many and no more are filled. */
function fits(table: Shape, following: Shape): boolean {
  if (following.filled === table.filled) return true
  return following.filled <= table.filled + 1 && following.most >= table.fewest - 1 && following.fewest <= table.most + 1
}

/** Two rows are a table; one is if it has three cells, or a label with a colon and what belongs to it. */
function isTable(lines: readonly Line[]): boolean {
  const rows = lines.filter((line) => tabKind(line) === 'row').map(lineToRow)
  const [first] = rows
  if (!first || rows.every((row) => filledCells(row) < 2)) return false
  if (rows.length > 1) return true
  return filledCells(first) > 2 || (first.cells[0]?.text.endsWith(':') ?? false)
}
