import type { Line } from '../lines/line.ts'
import { middle } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { CAPITAL_EM } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'

/** The lines of a heading are this close to the rule under them and to each other, in parts of the font size. */
const HEAD_GAP_EM = 1.6
/** The lines under the last rule may have the gap of a paragraph between them. */
const TAIL_GAP_EM = 2.8
/** The lines of a heading differ in size by no more. */
const SIZE_OFF_SHARE = 0.12
/** Lines belong to the table only if together they have text in this share of its columns. */
const COLUMNS_SHARE = 0.6

/** What a column's text takes of the width. */
interface Extent {
  x0: number
  x1: number
}

function extentsOf(lines: readonly Line[], xs: readonly number[]): Extent[] {
  return xs.slice(1).map((to, i) => {
    const from = xs[i] ?? 0
    const words = lines.flatMap((line) => line.words.filter((word) => (word.x0 + word.x1) / 2 >= from && (word.x0 + word.x1) / 2 < to))
    return words.length
      ? { x0: Math.min(...words.map((word) => word.x0)), x1: Math.max(...words.map((word) => word.x1)) }
      : { x0: from, x1: to }
  })
}

/** The columns that a line has text in, or null where a chunk of it reaches over the text of two. */
function columnsOf(line: Line, extents: readonly Extent[]): number[] | null {
  const columns: number[] = []
  for (const chunk of lineToChunks(line, COLUMN_GAP_LEAST_EM)) {
    const over = extents
      .map((_, col) => col)
      .filter((col) => chunk.x0 < (extents[col]?.x1 ?? 0) - 1 && chunk.x1 > (extents[col]?.x0 ?? 0) + 1)
    if (over.length > 1) return null
    columns.push(over[0] ?? -1)
  }
  return columns
}

function gather(lines: readonly Line[], start: number, extents: readonly Extent[], gapEm: number): Line[] {
  const gathered: Line[] = []
  const covered = new Set<number>()
  let from = start
  for (const line of lines) {
    const gap = Math.abs(line.base < start ? from - line.base : line.base - line.size * CAPITAL_EM - from)
    const columns = columnsOf(line, extents)
    const size = gathered[0]?.size ?? line.size
    if (gap > gapEm * line.size || columns === null || Math.abs(line.size - size) > SIZE_OFF_SHARE * size) break
    gathered.push(line)
    for (const col of columns) if (col >= 0) covered.add(col)
    from = line.base < start ? line.base - line.size * CAPITAL_EM : line.base
  }
  const enough = covered.size >= Math.max(2, COLUMNS_SHARE * extents.length)
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
  const extents = extentsOf(
    lines.filter((line) => line.base > top && middle(line) < bottom),
    xs,
  )
  const above = gather(lines.filter((line) => line.base < top + 1 && beside(line)).reverse(), top, extents, HEAD_GAP_EM)
  const below = gather(
    lines.filter((line) => middle(line) > bottom && beside(line)),
    bottom,
    extents,
    TAIL_GAP_EM,
  )
  if (above.length + below.length === 0) return null
  const ys = [...frame.ys]
  if (above.length > 0) ys.unshift(Math.min(...above.map((line) => line.top)) - 1)
  if (below.length > 0) ys.push(Math.max(...below.map((line) => line.bottom)) + 1)
  return { ...frame, ys }
}
