import { LABEL_SCORE, matchField } from '../recognise/fields.ts'
import type { Entry } from './outline.ts'

/** So many headings of columns one below the other are not accident. */
const FEWEST = 3
const MOST = 12
const LONGEST = 40

/** "Item", "Action", "Outcome" one below the other: where a copy set out a table's columns as lines, a label among their headings heads a column, too. */
export function isAmongHeadings(entries: readonly Entry[], at: number): boolean {
  let [from, to] = [at, at]
  if (!isHeading(entries[at])) return false
  while (at - from < MOST && isHeading(entries[from - 1])) from--
  while (to - at < MOST && isHeading(entries[to + 1])) to++
  return to - from + 1 >= FEWEST
}

function isHeading(entry: Entry | undefined): boolean {
  const text = !entry || entry.type === 'table' ? '' : entry.passage.text
  return text.length <= LONGEST && !/:|[.;,]$/u.test(text) && (matchField(text)?.score ?? 0) >= LABEL_SCORE
}
