import type { Line } from '../lines/line.ts'
import { byColumn } from './lines-to-rows.ts'

/** Lines of one text are nearer to each other than this, in parts of their size. */
const APART_EM = 1.55
/** Fewer lines may be the paragraphs of one row; so many of them begin in two columns. */
const LINES_LEAST = 3
const IN_TWO_SHARE = 0.5

/**
 * Whether every line is a row of its own, also those whose first cell is empty: all are further apart than lines of one
 * text do, and none begins with a small letter, as a text that was broken sooner or later would.
 */
export function areSpacedRows(lines: readonly Line[], xs: readonly number[]): boolean {
  if (lines.length < LINES_LEAST) return false
  const isApart = lines.every((line, i) => i === 0 || line.base - (lines[i - 1]?.base ?? 0) > APART_EM * line.size)
  if (!isApart) return false
  const table = lines.map((line) => byColumn(line, xs))
  // A label alone, and what it labels alone on the next line, are one row.
  const isAlone = (row: (typeof table)[number] | undefined) => row?.every((words, col) => words.length > 0 === (col === 0)) ?? false
  if (table.some((row, i) => isAlone(table[i - 1]) && row[0]?.length === 0)) return false
  const cells = table.map((row) => row.filter((words) => words.length > 0))
  if (cells.flat().some(([first]) => /^\p{Ll}/u.test(first?.text ?? ''))) return false
  return cells.filter((row) => row.length >= 2).length >= IN_TWO_SHARE * lines.length
}
