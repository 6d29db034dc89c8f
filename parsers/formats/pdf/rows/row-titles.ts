import type { Line } from '../lines/line.ts'
import { isBold, isItalic } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { SAME_PLACE_PT } from '../page/tolerances.ts'

/** More lines than this share are not a titles. */
const TITLES_MOST = 0.4

/**
 * Whether a line stands out as the title of the rows under it, or as a remark: bold or in italics as a whole, without a gap,
 * from the left edge on. It may run over the table's columns.
 */
export function isRowTitle(line: Line, left: number): boolean {
  if (Math.abs(line.x0 - left) > SAME_PLACE_PT || !(isBold(line.words) || isItalic([line]))) return false
  return lineToChunks(line, COLUMN_GAP_LEAST_EM).length === 1
}

/** Lines without such titles: what runs over columns there says nothing of where columns are. */
export function withoutTitles(lines: readonly Line[]): readonly Line[] {
  const left = Math.min(...lines.map((line) => line.x0))
  const titles = new Set(lines.filter((line) => isRowTitle(line, left)))
  if (titles.size === 0) return lines
  const plain = lines.filter((line) => !titles.has(line))
  const starts = plain.flatMap((line) => lineToChunks(line, COLUMN_GAP_LEAST_EM).map(({ x0 }) => x0))
  // A label in bold is as much alone on its line, and ends before the second column begins.
  const second = Math.min(...starts.filter((x0) => x0 > left + SAME_PLACE_PT))
  const rest = lines.filter((line) => !titles.has(line) || line.x1 <= second)
  return rest.length >= (1 - TITLES_MOST) * lines.length ? rest : lines
}

/** Whether a line is one piece of text that begins in the first column and runs over its border. */
export function isTitle(line: Line, xs: readonly number[]): boolean {
  return line.x0 < (xs[1] ?? 0) && line.x1 > (xs[1] ?? 0) && lineToChunks(line, COLUMN_GAP_LEAST_EM).length === 1
}
