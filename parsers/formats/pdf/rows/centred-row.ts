import type { Line } from '../lines/line.ts'
import { middleOfLines } from '../lines/line.ts'
import { byColumn } from './lines-to-rows.ts'

/** The middles of a row's cells differ by no more than this, in parts of their size. */
const MIDDLE_EM = 0.35

/** Whether the lines between two rules are one row whose cells are centred upright: each cell in the middle of the band, some with more lines than others. */
export function isCentredRow(lines: readonly Line[], xs: readonly number[], top: number, bottom: number): boolean {
  const cells = lines.map((line) => byColumn(line, xs).map((words) => ({ words, line })))
  const columns = xs.slice(1).flatMap((_, col) => {
    const own = cells.flatMap((row) => (row[col]?.words.length ? [row[col]] : []))
    const words = own.flatMap((cell) => cell.words)
    const size = Math.max(0, ...words.map((word) => word.size))
    const [first, last] = [Math.min(...words.map((word) => word.base)), Math.max(...words.map((word) => word.base))]
    return words.length > 0 ? [{ size, count: own.length, middle: middleOfLines(first, last, size) }] : []
  })
  const counts = new Set(columns.map(({ count }) => count))
  return counts.size > 1 && columns.every(({ size, middle }) => Math.abs(middle - (top + bottom) / 2) <= MIDDLE_EM * size)
}
