import { readBullet, readLineLabel } from '../passages/labels.ts'
import { endsOpen, endsSentence, startsLower } from '../passages/sentence-ends.ts'
import type { Line } from './text-to-lines.ts'
import type { WrapWidth } from './wrap-width.ts'

/** "Reasons: The trees are old.": a label in its line, as forms have them. */
const FORM_LINE = /^\s*\p{Lu}[\p{L}()/' -]{1,40}:(?:\s|$)/u
/** The same with a date or number for a value needs no other to show it. */
const DATED_FORM_LINE = /^\s*\p{Lu}[\p{L}/ ]{1,25}:\s+\d/u
/** "Recommendation 2.1 That …": an item called by name, without a colon. Months are not followed by a number and a capital. */
const NAMED_ITEM = /^\s*\p{Lu}\p{L}{2,20} \d{1,3}(?:\.\d{1,3})*(?: ?\([a-z]\))?\s+\p{Lu}\p{Ll}/u
/** A day's or year's end: "9 March 2022", "2025/26". */
const DATE_END = /(?:\b(?:19|20)\d\d|\b20\d\d\/\d\d)\s*$/u
/** Council, committee, title and date: a paper's head is no longer, before its first blank line. */
const MOST_HEAD_LINES = 6
/** "Summary .......... 3": a line of contents, with its leaders. */
const CONTENTS_LINE = /(?:\.{4,}|(?:\. ){4,}|\u2026{2,})\s*\d{1,3}\s*$/u
/** "Councillors D. Abara, F.": an initial, and its name follows. */
const INITIAL_END = /(?:^|[\s.])\p{Lu}\.\s*$/u
/** Longer lines are paragraphs in themselves. */
const LONGEST_LINE = 2000

/** How many lines are at the head of the paper, each for itself: those before the first blank one, where they are few. */
export function headLines(lines: readonly Line[]): number {
  if ((lines[0]?.number ?? 0) > MOST_HEAD_LINES) return 0
  const blank = lines.findIndex((line, index) => index > 0 && line.blanksBefore > 0)
  const end = blank < 0 ? lines.length : blank
  return end > MOST_HEAD_LINES ? 0 : end
}

/** Whether a line of the paper's head begins anew after one that ends in a date, which a title or notice ends with. */
export function followsDate(line: Line, last: Line): boolean {
  return DATE_END.test(last.text.slice(-20)) && !startsLower(line.text) && readBullet(line.text) === null
}

/** Whether a line of contents ends here, with its leaders and its page. */
export function endsContentsLine(line: Line): boolean {
  return CONTENTS_LINE.test(line.text.slice(-200))
}

/**
 * Whether a line begins with a form's label, or an item's name and number, and not in mid-sentence: in prose a
 * line seldom begins with words before a colon, less often so after a sentence's end or among other labels.
 */
export function isLabelledLine(line: Line, last: Line, first: Line): boolean {
  if (line.text.length > LONGEST_LINE || endsOpen(last.text)) return false
  if (DATED_FORM_LINE.test(line.text)) return true
  if (endsSentence(last.text)) return FORM_LINE.test(line.text) || NAMED_ITEM.test(line.text)
  return FORM_LINE.test(line.text) && FORM_LINE.test(first.text)
}

/**
 * Whether a line between a sentence's end and another beginning ends no sentence itself: a heading in a text that
 * lost its blank lines, since the last line of a paragraph ends its sentence.
 */
export function isLoneTitle(line: Line, last: Line, next: Line | undefined, width: WrapWidth): boolean {
  if (!/[.?!]["'\u2019\u201d)]*\s*$/u.test(last.text.slice(-4)) || !/^\s*\p{Lu}/u.test(line.text)) return false
  if (endsSentence(line.text) || endsOpen(line.text) || INITIAL_END.test(last.text.slice(-10))) return false
  if (!next || next.blanksBefore > 0 || readLineLabel(next.text) || readBullet(next.text)) return !next || !width.isFull(line, next)
  return !startsLower(next.text) && !width.isFull(line, next)
}
