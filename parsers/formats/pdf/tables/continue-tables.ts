import type { Line } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import type { PageContent, Word } from '../page/page-content.ts'
import { ROW_DISTANCE, SAME_PLACE_PT } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import type { Paint } from './cell-colour.ts'
import { frameToTable } from './frame-to-table.ts'
import type { PageCell, PageTable } from './page-table.ts'

/** So much of the text does, what is centred or set to the right aside. */
const SAME_START_SHARE = 0.6
/** A border is this far before the text on its right, and no further than this from the middle of the white. */
const BEFORE_TEXT_PT = 1.5
const WIDEST_GAP_PT = 36
/** Lines of one row are no further apart than this, in parts of the usual distance of lines. */
const LINE_DISTANCE = 1.3

/** A page's tables, the lines outside of all of them, and what is painted on it. */
export interface OpenPage {
  page: number
  tables: readonly PageTable[]
  lines: readonly Line[]
  paint: Paint & Pick<PageContent, 'page'>
}

type Pitch = (size: number) => number

/**
 * What goes on at a page's top with the table that ended the page before, where the page by itself does not
 * show it: the rest of a row above the first rule, or rows too few to show all columns. The columns of the
 * table before tell it: every chunk of text keeps to one of them, and begins where that column's text
 * begins. Returns the page's tables with it; null where there is none.
 */
export function continueTables(before: OpenPage, next: OpenPage, pitch: Pitch): PageTable[] | null {
  const table = lastOf(before)
  if (!table || table.evidence === 'lattice') return null
  const first = [...next.tables].sort((a, b) => a.box[1] - b.box[1])[0]
  const isPoor = first !== undefined && (lacksColumns(first, table) || lacksLines(first, next.lines, pitch))
  const poor = isPoor ? first.cells.flatMap((cell) => cell.words) : []
  const loose = next.lines.filter((line) => !first || isPoor || line.base < first.box[1] + line.size).flatMap((line) => line.words)
  const lines = wordsToLines([...loose, ...poor], next.page)
  const rest = linesInColumns(table, lines, pitch)
  const last = rest.at(-1)
  if (!last || !poor.every((word) => rest.some((line) => line.words.includes(word)))) return null
  const under = lines[rest.length]
  const other = next.tables.filter((one) => one !== first || !isPoor)
  const near = (top: number) => top - last.base <= ROW_DISTANCE * pitch(last.size)
  // Lines that other text follows closely go on as it does.
  if (under && near(under.base)) return null
  if (first && !isPoor && goesOn(table, first) && near(first.box[1]) && isOneRow(rest, pitch))
    return next.tables.map((one) => (one === first ? withRowAbove(first, rest) : one))
  const row = linesToTable(table, rest, next)
  return row.cells.some((cell) => cell.col > 0 && cell.words.length > 0) ? [row, ...other] : null
}

/** The table that ends a page, with nothing under it. */
export function lastOf({ tables, lines }: OpenPage): PageTable | null {
  const last = [...tables].sort((a, b) => b.box[3] - a.box[3])[0]
  return last && last.xs.length > 2 && !lines.some((line) => line.base > last.box[3]) ? last : null
}

/** Whether a page's rows are too few to show all columns. */
const lacksColumns = (first: PageTable, table: PageTable) =>
  (first.evidence === 'text' || first.evidence === 'tags') && first.xs.length < table.xs.length

/** Whether a line is so close above a table that no rule frames that it is of the same row. */
function lacksLines(first: PageTable, lines: readonly Line[], pitch: Pitch): boolean {
  const base = Math.min(...first.cells.flatMap((cell) => cell.words.map((word) => word.base)))
  return first.evidence === 'text' && lines.some((line) => line.base < base && base - line.base <= LINE_DISTANCE * pitch(line.size))
}

export const columnAt = (xs: readonly number[], { x0, x1 }: { x0: number; x1: number }) =>
  xs.findIndex((x, i) => i > 0 && (x0 + x1) / 2 < x) - 1

function goesOn(table: PageTable, next: PageTable): boolean {
  const shift = Math.abs((next.xs[0] ?? 0) - (table.xs[0] ?? 0))
  return next.evidence !== 'lattice' && shift <= 2 * SAME_PLACE_PT && next.xs.length === table.xs.length
}

const isOneRow = (lines: readonly Line[], pitch: Pitch) =>
  lines.every((line, i) => i === 0 || line.base - (lines[i - 1]?.base ?? 0) <= LINE_DISTANCE * pitch(line.size))

/** Where the text of each column begins; Infinity for a column without. */
export function startsOf(table: PageTable): number[] {
  return table.xs.slice(1).map((_, col) => {
    const cells = table.cells.filter((cell) => cell.col === col && cell.colSpan === 1)
    return Math.min(...cells.flatMap((cell) => cell.words.map((word) => word.x0)))
  })
}

/** A table's borders, each close before the text on its right: where the text on its left ends differs from page to page. */
export function bordersOf(table: PageTable): number[] {
  const starts = startsOf(table)
  return table.xs.map((x, i) =>
    i > 0 && i < starts.length ? Math.max(x, Math.min(x + WIDEST_GAP_PT, (starts[i] ?? x) - BEFORE_TEXT_PT)) : x,
  )
}

/** Lines from a page's top on that keep to a table's columns. */
function linesInColumns(table: PageTable, lines: readonly Line[], pitch: Pitch): Line[] {
  const [starts, xs] = [startsOf(table), bordersOf(table)]
  const inside: Line[] = []
  let [aligned, chunks, most, inFirst] = [0, 0, 0, false]
  for (const line of lines) {
    const above = inside.at(-1)
    if (above && line.base - above.base > ROW_DISTANCE * pitch(line.size)) break
    const parts = lineToChunks(line, COLUMN_GAP_LEAST_EM).map((chunk) => ({ ...chunk, col: columnAt(xs, chunk) }))
    const fits = parts.every(
      ({ col, x0, x1 }) =>
        col >= 0 && x0 >= (xs[col] ?? 0) - SAME_PLACE_PT && x1 <= (xs[col + 1] ?? 0) + (col === xs.length - 2 ? WIDEST_GAP_PT : 0),
    )
    if (!fits) break
    aligned += parts.filter(({ col, x0 }) => Math.abs(x0 - (starts[col] ?? Infinity)) <= SAME_PLACE_PT).length
    chunks += parts.length
    most = Math.max(most, parts.length)
    inFirst ||= parts.some(({ col }) => col === 0)
    inside.push(line)
  }
  // What begins in the first column may as well be a paragraph, if nothing is beside it.
  return aligned >= SAME_START_SHARE * chunks && (!inFirst || most > 2) ? inside : []
}

/** Rows of lines in the columns of the table before. */
function linesToTable(table: PageTable, lines: readonly Line[], { paint }: OpenPage): PageTable {
  const top = Math.min(...lines.map((line) => line.top)) - 1
  const bottom = Math.max(...lines.map((line) => line.bottom)) + 1
  const xs = bordersOf(table)
  xs[xs.length - 1] = Math.max(xs.at(-1) ?? 0, ...lines.map((line) => line.x1 + 1))
  const edges = xs.map((at) => ({ across: false, at, from: top, to: bottom }))
  const frame: Frame = { xs, ys: [top, bottom], edges, open: { left: false, right: false, top: true, bottom: true } }
  const words = lines.flatMap((line) => line.words)
  return frameToTable(frame, words, paint, 'text')
}

/** A table with the rest of a row above its first. */
function withRowAbove(table: PageTable, lines: readonly Line[]): PageTable {
  const top = Math.min(...lines.map((line) => line.top)) - 1
  const bottom = table.ys[0] ?? table.box[1]
  const xs = table.xs
  const byColumn: Word[][] = xs.slice(1).map(() => [])
  for (const line of lines) {
    for (const chunk of lineToChunks(line, COLUMN_GAP_LEAST_EM)) byColumn[Math.max(0, columnAt(xs, chunk))]?.push(...chunk.words)
  }
  const above = byColumn.map((words, col): PageCell => {
    return { row: 0, col, rowSpan: 1, colSpan: 1, box: [xs[col] ?? 0, top, xs[col + 1] ?? 0, bottom], words, fill: null, picture: false }
  })
  return {
    ...table,
    ys: [top, ...table.ys],
    cells: [...above, ...table.cells.map((cell) => ({ ...cell, row: cell.row + 1 }))],
    box: [table.box[0], top, table.box[2], table.box[3]],
    source: undefined,
    headerRows: 0,
  }
}
