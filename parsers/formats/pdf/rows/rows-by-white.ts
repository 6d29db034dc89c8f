import type { Line } from '../lines/line.ts'
import { IN_TWO_SHARE, ROW_GAP } from '../page/tolerances.ts'
import { byColumn } from './lines-to-rows.ts'

/** Fewer rows than this may be the paragraphs of one. */
const ROWS_LEAST = 3
/** So many of the rows begin in the first column. */
const KEYED_SHARE = 0.5
/** Or all of them in so many columns, and in this share of all. */
const FULL_LEAST = 3
const FULL_SHARE = 0.5

/**
 * The rows of a band that no rule parts, by the white that runs across all of its columns. Paragraphs of one cell are
 * parted by white too; but only rows begin side by side, with their key in the first column. Null where they do not.
 */
export function rowsByWhite(lines: readonly Line[], xs: readonly number[]): Line[][] | null {
  const table = lines.map((line) => ({ line, cells: byColumn(line, xs) }))
  const own = xs.slice(1).flatMap((_, col) => {
    const column = table.filter(({ cells }) => cells[col]?.length)
    return column.slice(1).map(({ line }, i) => line.base - (column[i]?.line.base ?? 0))
  })
  const within = [...own].sort((a, b) => a - b)[Math.floor(0.1 * own.length)] ?? 0
  const starts = table.flatMap(({ line }, at) => (at === 0 || line.base - (table[at - 1]?.line.base ?? 0) > ROW_GAP * within ? [at] : []))
  const filled = starts.map((at) => table[at]?.cells.map((cell) => cell.length > 0) ?? [])
  const inTwo = filled.filter((cells) => cells.filter(Boolean).length >= 2).length
  const keyed = filled.filter(([first]) => first).length
  // Rows that go on with a label above begin in so many columns side by side as no paragraphs do.
  const isFull = filled.every((cells) => cells.filter(Boolean).length >= Math.max(FULL_LEAST, FULL_SHARE * cells.length))
  if (starts.length < ROWS_LEAST || inTwo < IN_TWO_SHARE * starts.length) return null
  if (keyed < KEYED_SHARE * starts.length && !isFull) return null
  return starts.map((from, at) => lines.slice(from, starts[at + 1] ?? lines.length))
}
