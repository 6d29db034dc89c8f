import type { Line } from '../lines/line.ts'
import { boxOfLine } from '../lines/line.ts'
import { beginsWithBullet, beginsWithLabel } from '../lines/list-labels.ts'
import { SIZE_CHANGE } from '../page/tolerances.ts'
import type { TextDraft } from './drafts.ts'
import { endsEarly } from './lines-to-drafts.ts'

const ENDS_SENTENCE = /[.?!:;][)"'’”\]]*$/u

const lastWord = (line: Line | undefined) => line?.words.at(-1)?.text ?? ''
const firstWord = (line: Line | undefined) => line?.words[0]?.text ?? ''

/**
 * Whether text that ends at a break (of a page, a column or a cell) goes on with what is after it:
 * the line before the break was full or left a sentence open, and what follows begins nothing of its own.
 */
export function isContinued(before: TextDraft, after: TextDraft): boolean {
  const last = before.lines.at(-1)
  const next = after.lines[0]
  if (!last || !next || after.marker.length > 0 || beginsWithBullet(next)) return false
  if (boxOfLine(last) >= 0 !== boxOfLine(next) >= 0) return false
  if (Math.abs(last.size - next.size) > SIZE_CHANGE * Math.max(last.size, next.size)) return false
  if (before.bold !== after.bold && before.lines.length > 1 && after.lines.length > 1) return false
  const lower = /^\p{Ll}/u.test(firstWord(next))
  const ended = ENDS_SENTENCE.test(lastWord(last))
  if (/[\u00ad\u2010-]$/u.test(lastWord(last)) && lower) return true
  if (beginsWithLabel(next) && (ended || !lower)) return false
  if (lower && !ended) return true
  if (ended && !lower) return false
  const early = endsEarly(last, next, before.right)
  return lower ? !early : !ended && !early && /^[(\p{Lu}\d\p{Sc}‘“'"]/u.test(firstWord(next))
}
