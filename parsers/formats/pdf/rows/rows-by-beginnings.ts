import type { Line } from '../lines/line.ts'
import type { Word } from '../page/page-content.ts'
import { BEGINNING_SHARE, LEADING_EM } from '../page/tolerances.ts'
import { byColumn, isMeant, isWithinSentence } from './lines-to-rows.ts'

/** Where so few of the breaks above its cells were not meant, the last line of a cell was full by chance. */
const FORCED_MOST = 0.34

/**
 * The rows of a band that neither a rule nor white parts, by where cells begin: a line begins a row where its first cell
 * and most others do, each after a break that was meant or after white, and no sentence goes on over its border. Null
 * where only one does.
 */
export function rowsByBeginnings(lines: readonly Line[], xs: readonly number[]): Line[][] | null {
  const last: (Line | undefined)[] = xs.slice(1).map(() => undefined)
  const words: (readonly Word[])[] = xs.slice(1).map(() => [])
  const starts: number[] = []
  for (const [at, line] of lines.entries()) {
    const cells = byColumn(line, xs)
    const filled = cells.flatMap((cell, col) => (cell.length > 0 ? [col] : []))
    const close = filled.filter((col) => line.base - (last[col]?.base ?? -Infinity) <= LEADING_EM * line.size)
    const isOn = (col: number) => isWithinSentence(words[col] ?? [], cells[col] ?? [])
    const forced = close.filter((col) => !isMeant(words[col] ?? [], cells[col] ?? [], (xs[col + 1] ?? 0) - (xs[col] ?? 0)))
    const begins =
      filled.includes(0) &&
      filled.length >= Math.max(2, BEGINNING_SHARE * cells.length) &&
      forced.length <= FORCED_MOST * filled.length &&
      !close.some(isOn)
    if (at === 0 || begins) starts.push(at)
    for (const col of filled) [last[col], words[col]] = [line, cells[col] ?? []]
  }
  return starts.length < 2 ? null : starts.map((from, at) => lines.slice(from, starts[at + 1] ?? lines.length))
}
