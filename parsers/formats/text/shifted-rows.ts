import { cellChunks, columnsOf } from './column-model.ts'
import { type Columns, wordsOf } from './line-columns.ts'
import { bordersOf, joinShiftedRows, partToRows, type ShiftedRow } from './part-to-rows.ts'
import { beginsRow, bodyParts, cutAt, FEWEST_COLUMNS, headersAt, type ShiftedHeader, type TablePart } from './shifted-header.ts'
import { type Chunk, LONGEST_HEADING } from './spaced-lines.ts'
import { type CutLine, cutLine, toRow } from './spaced-rows.ts'
import type { CellLine, TabCell, TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A table whose columns move: its rows, how many lines it takes, and the lines with words that may belong to another cell than one, which are in none. */
export interface ShiftedTable {
  rows: TabRow[]
  taken: number
  unclear: Line[]
}

/** What its cuts cost on average, and its rows as they were read, though there may be too much in doubt to take them. */
type PricedTable = ShiftedTable & { cost: number; read: readonly TabRow[] }

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
/** A reading that costs more than the cheapest by at least this is not one. */
const CLEAR_LEAD = 0.8
/** So large a share of the rows fills a column. */
const FEWEST_FILLED = 0.3
/** A table with more cells in doubt than this share is not read at all. */
const MOST_UNCLEAR = 0.3

/**
 * The table of blanks that begins at `start`, its columns moving from row to row and from page to page; null where there is none.
 * It rests on how `pdftotext -layout` sets a page: a cell's lines are below each other near where its column begins, but a
 * wide cell beside them pushes them by a few letters, and one blank may be all that parts two cells. So each page shows
 * where its columns begin, each row moves them, and each line is cut for itself. A word that may belong to either of two
 * cells leaves both empty: a wrong date or officer is worse than none.
 */
export function shiftedTable(lines: readonly Line[], start: number): ShiftedTable | null {
  const headers = headersAt(lines, start)
  const whole = headers.findLast(({ end }) => beginsRow(lines[end]))
  const readings = [
    ...(whole ? readingsBelow(lines, whole, 'top') : []),
    ...headers.flatMap((header) => readingsBelow(lines, header, 'middle')),
  ].sort((a, b) => a.cost - b.cost)
  const [table, ...others] = readings
  if (!table || table.cost > MOST_COST) return null
  const rivals = others.filter(
    ({ cost, read }) => cost - table.cost < CLEAR_LEAD && read[0]?.cells.length !== table.read[0]?.cells.length && fillsColumns(read),
  )
  return table.read === table.rows ? agreed(table, rivals) : table
}

/** Whether a line heads such a table: a page may have the header and one row more. */
export const headsShiftedRows = (lines: readonly Line[], at: number): boolean => headersAt(lines, at).length > 0

/** Whether enough rows have a cell in each column: one that hardly any row fills is not one. */
function fillsColumns([header, ...rows]: readonly TabRow[]): boolean {
  const filled = (col: number) => rows.filter(({ cells }) => (cells[col]?.text ?? '') !== '').length
  return header?.cells.every((_, col) => filled(col) >= rows.length * FEWEST_FILLED) ?? false
}

/** What of a reading no other that costs about as much reads otherwise: a cell of which another gives words to other cells, or its heading to two, is left empty. */
function agreed(table: PricedTable, rivals: readonly PricedTable[]): PricedTable {
  const unclear = new Set(table.unclear)
  const [header] = table.rows
  const others = rivals.map(({ read }) => read.flatMap((row) => row.cells.flatMap((cell, col) => spansOf(read[0], cell, col))))
  const headings = header?.cells.map(({ text }) => rivals.every(({ read }) => read[0]?.cells.some((other) => other.text === text))) ?? []
  const rows = table.rows.map((row): TabRow => {
    if (row === header || others.length === 0) return row
    const loose: CellLine[] = []
    const cells = row.cells.map((cell, col) => {
      const own = spansOf(header, cell, col)
      const isOther = (span: Span) => own.some(({ from, to, cell: key }) => span.from < to && from < span.to && span.cell !== key)
      if (col === 0 || cell.text === '' || (headings[col] && !others.some((spans) => spans.some(isOther)))) return cell
      loose.push(cell, ...cell.below)
      return { ...cell, to: cell.from, text: '', below: [] }
    })
    for (const { line } of loose) unclear.add(line)
    return loose.length > 0 ? { ...row, cells, loose: [...(row.loose ?? []), ...loose] } : row
  })
  return { ...table, rows, read: rows, unclear: [...unclear] }
}

/** Where a line of a cell is, and which cell that is: by where its heading and its words do. */
interface Span {
  from: number
  to: number
  cell: string
}

function spansOf(header: TabRow | undefined, cell: TabCell, col: number): Span[] {
  if (cell.text === '') return []
  const pieces = [cell, ...cell.below]
  const key = [header?.cells[col]?.from ?? '', ...pieces.map(({ from, to }) => `${from}-${to}`)].join(' ')
  return pieces.map(({ from, to }) => ({ from, to, cell: key }))
}

/** The readings of a table below a header, its cells set to the top of their rows or to the middle: with each way to part its headings, and each count of columns. */
function readingsBelow(lines: readonly Line[], header: ShiftedHeader, set: 'top' | 'middle'): PricedTable[] {
  const parts = bodyParts(lines, header)
  const body = parts.flatMap((part) => part.lines.filter((_, at) => !part.themes.has(at)))
  if (body.filter(({ numbered }) => numbered).length < FEWEST_ROWS) return []
  const most = Math.max(...body.map((one) => cellChunks(one).length))
  const ways = partedHeads(header).map((heads) => ({ ...header, heads }))
  return ways.flatMap((way) => {
    const headed = parts.map((part, i) => ({ ...part, header: i === 0 ? way : part.header && partedAlike(part.header, way) }))
    const counts = Array.from({ length: Math.max(1, most - way.heads.length + 1) }, (_, more) => way.heads.length + more)
    return counts.flatMap((count) => {
      const found = (['heads', 'peaks'] as const).map((by) => ({ by, first: partColumns(headed[0], null, count, by) }))
      const [byHeads, byPeaks] = found.map(({ first }) => first)
      const isSame = headed.length === 1 && byHeads && byPeaks && byHeads.left.every((at, col) => at === byPeaks.left[col])
      return (isSame ? found.slice(0, 1) : found).flatMap(
        ({ by, first }) => (first && readParts(lines, way, headed, count, set, { by, first })) ?? [],
      )
    })
  })
}

/** Where the columns of a part begin, whose rows' themes are left out. */
const partColumns = (part: TablePart | undefined, before: Columns | null, count: number, by: 'heads' | 'peaks'): Columns | null =>
  part
    ? columnsOf(
        part.lines.filter((_, at) => !part.themes.has(at)),
        part.header?.heads ?? null,
        before,
        count,
        by,
      )
    : null

/** The headings, and the same with some of those parted that may be two. */
function partedHeads({ heads, splits }: ShiftedHeader): Chunk[][] {
  const found = splits.slice(0, MOST_SPLITS)
  return Array.from({ length: 2 ** found.length }, (_, chosen) => {
    const starts = found.filter((_, i) => (chosen >> i) & 1)
    return heads.flatMap(({ from, to }) => cutAt(from, to, starts))
  }).filter((parted) => parted.length >= FEWEST_COLUMNS)
}

/** The headings as a later page prints them, parted as they are at the table's start where that is possible in one way. */
function partedAlike(header: ShiftedHeader, { heads }: ShiftedHeader): ShiftedHeader {
  const alike = partedHeads(header).filter((parted) => parted.length === heads.length)
  const [only] = alike
  return only && alike.length === 1 ? { ...header, heads: only } : header
}

function readParts(
  lines: readonly Line[],
  header: ShiftedHeader,
  parts: readonly TablePart[],
  count: number,
  set: 'top' | 'middle',
  { by, first: firstColumns }: { by: 'heads' | 'peaks'; first: Columns },
): PricedTable | null {
  const rows: ShiftedRow[] = []
  let columns: Columns | null = null
  let [cost, end, headsAway] = [0, header.end, 0]
  for (const part of parts) {
    columns = rows.length === 0 ? firstColumns : partColumns(part, columns, count, by)
    if (!columns?.left.every((at, col) => col === 0 || at - (columns?.left[col - 1] ?? 0) >= NARROWEST)) return null
    if (rows.length === 0) {
      const cut = headerRow(lines.slice(header.at, header.end), header.heads, columns)
      if (!cut) return null
      headsAway = header.heads.reduce((sum, { from }, col) => sum + Math.abs(from - (columns?.left[col] ?? from)), 0)
      rows.push({ lines: cut, unclear: [], doubted: new Set(), loose: [] })
    }
    const read = partToRows(part, columns, set)
    if (!read || rows.length > MOST_ROWS) break
    const [first, ...others] = read.rows
    const above = read.goesOn ? rows.pop() : undefined
    if (first && above) rows.push(joinShiftedRows(above, first))
    else if (first) rows.push(first)
    rows.push(...others)
    cost += read.cost
    end = part.to
  }
  const doubted = rows.reduce((sum, row) => sum + row.doubted.size, 0)
  const unclear = rows.flatMap((row) => row.unclear)
  const mean = cost / Math.max(1, end - header.at) + count * COLUMN_COST + (set === 'middle' ? MIDDLE_COST : 0) + headsAway * HEAD_AWAY
  if (rows.length <= FEWEST_ROWS) return null
  const taken = end - header.at
  const read = rows.map((row) => ({ ...toRow(row.lines), rawColumns: count, loose: row.loose }))
  if (doubted <= rows.length * count * MOST_UNCLEAR) return { rows: read, read, taken, unclear, cost: mean }
  const plain = lines.slice(header.at, end)
  return { rows: plain.map((line) => toRow([cutLine(line, { borders: [] })])), read, taken, unclear: plain, cost: mean }
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
