import { cellChunks, columnsOf } from './column-model.ts'
import { type Columns, wordsOf } from './line-columns.ts'
import { bordersOf, partToRows, type ShiftedRow } from './part-to-rows.ts'
import { beginsRow, bodyParts, cutAt, FEWEST_COLUMNS, headersAt, type ShiftedHeader, type TablePart } from './shifted-header.ts'
import { type Chunk, LONGEST_HEADING } from './spaced-lines.ts'
import { type CutLine, cutLine, toRow } from './spaced-rows.ts'
import type { TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A table whose columns move: its rows, how many lines it takes, and the lines with words that may belong to another cell than one, which are in none. */
export interface ShiftedTable {
  rows: TabRow[]
  taken: number
  unclear: Line[]
}

/** What its cuts cost on average. */
type PricedTable = ShiftedTable & { cost: number }

const FEWEST_ROWS = 2
const MOST_ROWS = 300
/** Letters of the narrowest column, with the blank after it. */
const NARROWEST = 3
/** A heading begins so much before its column at the most. */
const HEADING_PULL = 3
/** A heading ends no further beyond the beginning of the next column: one that does is two. */
const HEADING_BEYOND = 6
/** Headings are parted at no more places than these. */
const MOST_SPLITS = 5
/** Cost, on a line, of cells that are set to the middle, which few are. */
const MIDDLE_COST = 0.5
/** Cost of each letter that a heading begins off its column. */
const HEAD_AWAY = 0.02
/** Cost of one column more, on a line. */
const COLUMN_COST = 0.2
/** What the lines of a table cost on average; the lines of something else cost more. */
const MOST_COST = 10
/** A table with more cells in doubt than this share is not read at all. */
const MOST_UNCLEAR = 0.3

/**
 * The table of blanks that begins at `start`, its columns moving from row to row and from page to page; null where there is none.
 * It rests on how `pdftotext -layout` sets a page: a cell's lines stand below each other near where its column begins, but a
 * wide cell beside them pushes them by a few letters, and one blank may be all that parts two cells. So each page shows
 * where its columns begin, each row moves them, and each line is cut for itself. A word that may belong to either of two
 * cells leaves both empty: a wrong date or officer is worse than none.
 */
export function shiftedTable(lines: readonly Line[], start: number): ShiftedTable | null {
  const headers = headersAt(lines, start)
  const whole = headers.findLast(({ end }) => beginsRow(lines[end]))
  const table = cheapest([whole ? tableBelow(lines, whole, 'top') : null, ...headers.map((header) => tableBelow(lines, header, 'middle'))])
  return table && table.cost <= MOST_COST ? table : null
}

/** Whether a line heads such a table: a page may bear the header and one row more. */
export const headsShiftedRows = (lines: readonly Line[], at: number): boolean => headersAt(lines, at).length > 0

const cheapest = (tables: readonly (PricedTable | null)[]): PricedTable | null =>
  tables.reduce((best, one) => (one && (!best || one.cost < best.cost) ? one : best), null)

/** The table below a header, its cells set to the top of their rows or to the middle: with as many columns as fit its lines best. */
function tableBelow(lines: readonly Line[], header: ShiftedHeader, set: 'top' | 'middle'): PricedTable | null {
  const parts = bodyParts(lines, header)
  const body = parts.flatMap((part) => part.lines.filter((_, at) => !part.themes.has(at)))
  if (body.filter(({ numbered }) => numbered).length < FEWEST_ROWS) return null
  const most = Math.max(...body.map((one) => cellChunks(one).length))
  const ways = partedHeads(header).map((heads) => ({ ...header, heads }))
  return cheapest(
    ways.flatMap((way) => {
      const headed = parts.map((part, i) => (i === 0 ? { ...part, header: way } : part))
      const counts = Array.from({ length: Math.max(1, most - way.heads.length + 1) }, (_, more) => way.heads.length + more)
      return counts.map((count) => readParts(lines, way, headed, count, set))
    }),
  )
}

/** The headings, and the same with some of those parted that may be two. */
function partedHeads({ heads, splits }: ShiftedHeader): Chunk[][] {
  const found = splits.slice(0, MOST_SPLITS)
  return Array.from({ length: 2 ** found.length }, (_, chosen) => {
    const starts = found.filter((_, i) => (chosen >> i) & 1)
    return heads.flatMap(({ from, to }) => cutAt(from, to, starts))
  }).filter((parted) => parted.length >= FEWEST_COLUMNS)
}

function readParts(
  lines: readonly Line[],
  header: ShiftedHeader,
  parts: readonly TablePart[],
  count: number,
  set: 'top' | 'middle',
): PricedTable | null {
  const rows: ShiftedRow[] = []
  let columns: Columns | null = null
  let [cost, end, headsAway] = [0, header.end, 0]
  for (const part of parts) {
    const heads = part.header?.heads ?? null
    columns = columnsOf(
      part.lines.filter((_, at) => !part.themes.has(at)),
      heads,
      columns,
      count,
    )
    if (!columns?.left.every((at, col) => col === 0 || at - (columns?.left[col - 1] ?? 0) >= NARROWEST)) return null
    if (rows.length === 0) {
      const cut = headerRow(lines.slice(header.at, header.end), header.heads, columns)
      if (!cut) return null
      headsAway = header.heads.reduce((sum, { from }, col) => sum + Math.abs(from - (columns?.left[col] ?? from)), 0)
      rows.push({ lines: cut, unclear: [], doubted: 0, loose: [] })
    }
    const read = partToRows(part, columns, set)
    if (!read || rows.length > MOST_ROWS) break
    const [first, ...others] = read.rows
    const above = read.goesOn ? rows.pop() : undefined
    if (first && above)
      rows.push({
        lines: [...above.lines, ...first.lines],
        unclear: [...above.unclear, ...first.unclear],
        doubted: above.doubted + first.doubted,
        loose: [...above.loose, ...first.loose],
      })
    else if (first) rows.push(first)
    rows.push(...others)
    cost += read.cost
    end = part.to
  }
  const doubted = rows.reduce((sum, row) => sum + row.doubted, 0)
  const unclear = rows.flatMap((row) => row.unclear)
  const mean = cost / Math.max(1, end - header.at) + count * COLUMN_COST + (set === 'middle' ? MIDDLE_COST : 0) + headsAway * HEAD_AWAY
  if (rows.length <= FEWEST_ROWS) return null
  const read = doubted <= rows.length * count * MOST_UNCLEAR
  const taken = end - header.at
  if (!read)
    return {
      rows: lines.slice(header.at, end).map((line) => toRow([cutLine(line, { borders: [] })])),
      taken,
      unclear: lines.slice(header.at, end),
      cost: mean,
    }
  return { rows: rows.map((row) => ({ ...toRow(row.lines), rawColumns: count, loose: row.loose })), taken, unclear, cost: mean }
}

/** The lines of a header cut at its headings, or where the columns below begin if there are more of them; null where a column has no heading or a heading is over two. */
function headerRow(lines: readonly Line[], heads: readonly Chunk[], { left }: Columns): CutLine[] | null {
  if (heads.length === left.length && heads.some(({ to }, col) => to > (left[col + 1] ?? Infinity) + HEADING_BEYOND)) return null
  const borders =
    heads.length === left.length
      ? () => heads.slice(1).map(({ from }) => from)
      : (line: Line) =>
          bordersOf(
            wordsOf(line),
            wordsOf(line).map(({ from }) =>
              Math.max(
                0,
                left.findLastIndex((at) => at <= from + HEADING_PULL),
              ),
            ),
            left.length,
          )
  const cut = lines.map((line) => cutLine(line, { borders: borders(line) }))
  const texts = left.map((_, col) => cut.flatMap(({ cells }) => cells[col]?.text ?? []).join(' '))
  return texts.every((text) => text !== '' && text.length <= LONGEST_HEADING) ? cut : null
}
