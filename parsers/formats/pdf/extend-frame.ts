import { lineToChunks } from './chunks.ts'
import type { Frame } from './edges-to-frames.ts'
import type { Line } from './line.ts'

/** The lines of a heading stand this close to the rule under them and to each other, in parts of the font size. */
const HEAD_GAP_EM = 1.6
/** The lines under the last rule may have the gap of a paragraph between them. */
const TAIL_GAP_EM = 2.8
/** Lines belong to the table only if together they have text in this share of its columns. */
const COLUMNS_SHARE = 0.6

/** The columns that a line has text in, or null where it does not keep to the columns. */
function columnsOf(line: Line, xs: readonly number[]): number[] | null {
  const columns: number[] = []
  for (const chunk of lineToChunks(line)) {
    const col = xs.findIndex((x, i) => i > 0 && chunk.x1 <= x + 2) - 1
    if (col < 0 || chunk.x0 < (xs[col] ?? 0) - 2) return null
    columns.push(col)
  }
  return columns
}

function gather(lines: readonly Line[], start: number, xs: readonly number[], gapEm: number): Line[] {
  const gathered: Line[] = []
  const covered = new Set<number>()
  let from = start
  for (const line of lines) {
    const gap = Math.abs(line.base < start ? from - line.base : line.base - line.size * 0.7 - from)
    const columns = columnsOf(line, xs)
    const size = gathered[0]?.size ?? line.size
    if (gap > gapEm * line.size || columns === null || Math.abs(line.size - size) > 0.12 * size) break
    gathered.push(line)
    for (const col of columns) covered.add(col)
    from = line.base < start ? line.base - line.size * 0.7 : line.base
  }
  const enough = covered.size >= Math.max(2, COLUMNS_SHARE * (xs.length - 1))
  return enough ? gathered : []
}

/**
 * A frame of level rules with what belongs to it above its first rule and below its last: web pages and
 * plain styles of word processors rule under the head and under each row, and a page may end before the
 * next rule. Null where nothing does.
 */
export function extendFrame(frame: Frame, xs: readonly number[], lines: readonly Line[]): Frame | null {
  const [top, bottom] = [frame.ys[0] ?? 0, frame.ys.at(-1) ?? 0]
  const beside = (line: Line) => line.x0 >= (xs[0] ?? 0) - 4 && line.x1 <= (xs.at(-1) ?? 0) + 4
  const above = gather(lines.filter((line) => line.base < top + 1 && beside(line)).reverse(), top, xs, HEAD_GAP_EM)
  const below = gather(lines.filter((line) => line.base - 0.3 * line.size > bottom && beside(line)), bottom, xs, TAIL_GAP_EM)
  if (above.length + below.length === 0) return null
  const ys = [...frame.ys]
  if (above.length > 0) ys.unshift(Math.min(...above.map((line) => line.top)) - 1)
  if (below.length > 0) ys.push(Math.max(...below.map((line) => line.bottom)) + 1)
  return { ...frame, ys }
}
