import type { Line } from '../lines/line.ts'
import { lineToChunks } from '../lines/line-to-chunks.ts'
import { HEAD_LINES, SAME_PLACE_PT } from '../page/tolerances.ts'

/** The middle of such a head and that of its columns differ by no more. */
const OFF_MIDDLE_PT = 4
const OFF_MIDDLE_SHARE = 0.1

interface Extent {
  x0: number
  x1: number
}

/** Columns from the first to the last that a head spans. */
export interface Span {
  from: number
  to: number
}

/** What the text of each column takes of the width, heads aside. */
function extentsOf(lines: readonly Line[], xs: readonly number[]): Extent[] {
  return xs.slice(1).map((to, i) => {
    const from = xs[i] ?? 0
    const words = lines.flatMap((line) => line.words.filter((word) => word.x0 >= from - 1 && word.x1 <= to + 1))
    return words.length
      ? { x0: Math.min(...words.map((word) => word.x0)), x1: Math.max(...words.map((word) => word.x1)) }
      : { x0: from, x1: to }
  })
}

const middle = ({ x0, x1 }: Extent) => (x0 + x1) / 2

/** The columns that a chunk of a head is over: one, or several that it is centred over; null where it is over none in particular. */
function spanOf(chunk: Extent, extents: readonly Extent[]): Span | null {
  const own = extents.findIndex(
    (column) =>
      chunk.x0 < column.x1 &&
      chunk.x1 > column.x0 &&
      [chunk.x0 - column.x0, chunk.x1 - column.x1, middle(chunk) - middle(column)].some((off) => Math.abs(off) <= SAME_PLACE_PT),
  )
  if (own >= 0) return { from: own, to: own }
  let best: Span | null = null
  let least = Infinity
  for (let from = 0; from < extents.length; from++) {
    for (let to = from + 1; to < extents.length; to++) {
      const whole = { x0: extents[from]?.x0 ?? 0, x1: extents[to]?.x1 ?? 0 }
      const off = Math.abs(middle(whole) - middle(chunk))
      const allowed = Math.max(OFF_MIDDLE_PT, OFF_MIDDLE_SHARE * (whole.x1 - whole.x0))
      if (off <= allowed && off < least && chunk.x0 >= whole.x0 - 2 && chunk.x1 <= whole.x1 + 2) [best, least] = [{ from, to }, off]
    }
  }
  if (best) return best
  const over = extents.map((_, col) => col).filter((col) => chunk.x0 < (extents[col]?.x1 ?? 0) && chunk.x1 > (extents[col]?.x0 ?? 0))
  if (over.length > 1) return null
  const nearest =
    over[0] ??
    extents.reduce(
      (least, column, col) =>
        Math.abs(middle(column) - middle(chunk)) < Math.abs(middle(extents[least] ?? column) - middle(chunk)) ? col : least,
      0,
    )
  return { from: nearest, to: nearest }
}

/**
 * The first lines of a table without upright rules whose text is centred over several columns ("2028/29"
 * over "Target" and "Actual"), with the columns that each of their chunks spans. Such a line is a row of its own.
 */
export function spanningHeads(lines: readonly Line[], xs: readonly number[]): Map<Line, Span[]> {
  const heads = new Map<Line, Span[]>()
  const columns = xs.length - 1
  if (columns < 3 || lines.length < 3) return heads
  for (let i = 0; i < Math.min(HEAD_LINES, lines.length - 1); i++) {
    const line = lines[i]
    if (!line) break
    const chunks = lineToChunks(line)
    if (chunks.length >= columns) break
    const extents = extentsOf(lines.slice(i + 1), xs)
    const spans = chunks.map((chunk) => spanOf(chunk, extents))
    const apart = spans.every((span, j) => span !== null && (j === 0 || span.from > (spans[j - 1]?.to ?? -1)))
    const wide = spans.filter((span) => span !== null && span.to > span.from).filter((span) => span !== null)
    if (wide.length > 0 && apart) heads.set(line, wide)
  }
  return heads
}
