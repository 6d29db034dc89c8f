import type { Line } from '../lines/line.ts'
import { BEGINNING_SHARE } from '../page/tolerances.ts'
import { byColumn, isMeant, isWithinSentence, textOf } from './lines-to-rows.ts'
import { countOf, runsOn } from './row-numbers.ts'
import { isTitle } from './row-titles.ts'

/** In so many of its columns the line above it could have taken its first word. */
const MEANT_SHARE = 0.5

/**
 * The rows of a band that no rule parts, by the numbers in its first column: people number rows one by one, and a row's
 * first line has its number beside the beginnings of its other cells. What is above the first number is the head; a
 * title that runs over columns is a row of its own. Null where the numbers do not run, or where words go on over a row's
 * border (a cell may list several numbers).
 */
export function numberedRows(lines: readonly Line[], xs: readonly number[]): Line[][] | null {
  const table = lines.map((line) => ({ line, cells: byColumn(line, xs) }))
  const titles = new Set(lines.flatMap((line, at) => (isTitle(line, xs) ? [at] : [])))
  const first = table.map(({ cells }, at) => (titles.has(at) ? '' : textOf(cells[0] ?? [])))
  const starts = first.flatMap((text, at) => (countOf(text) ? [at] : []))
  const [head = 0] = starts
  if (starts.length < 2 || first.some((text, at) => at > head && text !== '' && !starts.includes(at))) return null
  for (const [nth, start] of starts.entries()) {
    const before = starts[nth - 1]
    if (before === undefined) continue
    if (!runsOn(first[before] ?? '', first[start] ?? '')) return null
    if (titles.has(start - 1)) continue
    const [below, above] = [table[start]?.cells ?? [], table[start - 1]?.cells ?? []]
    const filled = below.filter((words) => words.length > 0).length
    if (filled < Math.max(2, BEGINNING_SHARE * below.length)) return null
    const both = below.flatMap((words, col) => (col > 0 && words.length > 0 && above[col]?.length ? [col] : []))
    const forced = both.filter((col) => !isMeant(above[col] ?? [], below[col] ?? [], (xs[col + 1] ?? 0) - (xs[col] ?? 0)))
    // A last line may fill its cell by chance; where most do, or where a sentence goes on, text runs on.
    if (forced.length > (1 - MEANT_SHARE) * both.length) return null
    if (forced.some((col) => isWithinSentence(above[col] ?? [], below[col] ?? []))) return null
  }
  const borders = [...new Set([0, ...starts, ...titles, ...[...titles].map((at) => at + 1)])]
    .filter((at) => at < lines.length)
    .sort((a, b) => a - b)
  return borders.map((from, at) => lines.slice(from, borders[at + 1] ?? lines.length))
}
