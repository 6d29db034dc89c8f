import { readLineLabel } from '../passages/labels.ts'
import { endsOpen } from '../passages/sentence-ends.ts'
import type { Line } from './text-to-lines.ts'

/** Longer texts are not headings. */
export const LONGEST_HEADING = 120
const LONGEST_NUMBERED_HEADING = 100
const MOST_TITLE_WORDS = 14
const LONGEST_TITLE = 90
/** Words shorter than this are small in titles ("and", "of", "for"). */
const SHORTEST_TITLE_WORD = 4
/** Longer words that are small in titles all the same. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'about from into over their through under upon which with within without between'.split(' '),
)
/** Of the longer words of a title more than this share begin with a capital; after a section's number half will do. */
const TITLE_SHARE = 0.75
const NUMBERED_TITLE_SHARE = 0.5
/** So few words after a section's number are its title even in small letters ("3. Next steps"). */
const FEW_WORDS = 3
/** A word that a line ends with shows that it is cut there; a stop or comma that it is text. */
const NO_TITLE_END = /[.,;:]["'\u2019\u201d)]*$/u
/** Dates, times and sums are values under a heading. */
const VALUE =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d$|\d[:.]\d\d\s*[ap]m|[\u00a3$\u20ac@]|https?:/iu
/** "Venue: Town Hall": a label and its value, as forms and heads of minutes have them. */
const FORM_LINE = /^\p{Lu}[\p{L} /]{1,25}:\s/u
/** "[OFFICIAL]": what is in brackets as a whole is a marking or a note. */
const BRACKETED = /^\[[^\]]*\]$/u
/** "8  Conclusions": a section's number without a stop, and its title. */
const BARE_SECTION = /^(\d{1,2})(?:\s+)(\p{Lu}.*)$/su
/** "3. That the Amenities Officer report": what is moved or recommended opens so, and no title does. */
const MOTION = /^that\s+\S/iu
/** Leaders, as contents have them before a page's number. */
const LEADERS = /\.{4,}|(?:\. ){4,}|\u2026{2,}/u
/** A postcode, the last line of an address (BS 7666). */
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u
/** The gap within letter-spaced capitals, "T H A T". */
const LETTER_GAP = /(?<=(?<!\p{L})\p{Lu}) (?=\p{Lu}(?!\p{L}))/gu
/** Words that answer a heading. */
const ANSWER = /^(?:none|nil|n\/?a|not applicable|no|yes|tbc|tbd|as above)\b/iu

/** What a text looks like, judged by its words alone. */
export type HeadingLook = 'capitals' | 'numbered' | 'title' | null

/** Whether a text reads like a heading, and which sort. */
export function headingLook(text: string): HeadingLook {
  const trimmed = text.length > LONGEST_HEADING * 2 ? text : text.trim()
  if (trimmed.length > LONGEST_HEADING || trimmed.length < 2 || !/\p{L}{2}/u.test(trimmed)) return null
  if (NO_TITLE_END.test(trimmed) || endsOpen(trimmed.replace(LETTER_GAP, ''))) return null
  if (LEADERS.test(trimmed)) return null
  const label = readLineLabel(trimmed)
  if (label) return isNumberedTitle(trimmed.slice(label.end).trim(), label.shape) ? 'numbered' : null
  if (ANSWER.test(trimmed) || POSTCODE.test(trimmed) || MOTION.test(trimmed) || BRACKETED.test(trimmed)) return null
  if (/\p{Lu}{2}/u.test(trimmed) && trimmed === trimmed.toUpperCase() && moreLettersThanDigits(trimmed)) return 'capitals'
  if (VALUE.test(trimmed) || FORM_LINE.test(trimmed)) return null
  const words = trimmed.split(/\s+/u)
  return trimmed.length <= LONGEST_TITLE &&
    words.length <= MOST_TITLE_WORDS &&
    /^["'\u2018\u201c(]?\p{Lu}/u.test(trimmed) &&
    capitalShare(words) > TITLE_SHARE
    ? 'title'
    : null
}

function moreLettersThanDigits(text: string): boolean {
  return text.replace(/\P{L}/gu, '').length > text.replace(/\P{N}/gu, '').length
}

/** The number of a text that reads like a section's title after a number without a stop; the number alone shows nothing, its neighbours must. */
export function bareSectionNumber(text: string): number | null {
  if (text.length > LONGEST_NUMBERED_HEADING || NO_TITLE_END.test(text) || VALUE.test(text) || endsOpen(text)) return null
  const [, number, title = ''] = BARE_SECTION.exec(text.trim()) ?? []
  return number && isNumberedTitle(title, '1.') ? Number(number) : null
}

/** Sections are numbered "3.", "3" with a dot between or "3.0"; "(3)" and "a)" number items. */
function isNumberedTitle(title: string, shape: string): boolean {
  if (!['1.', '1.1', '1.1.'].includes(shape) || title.length > LONGEST_NUMBERED_HEADING || !/^\p{Lu}/u.test(title)) return false
  if (/[?!]$/u.test(title) || MOTION.test(title)) return false
  const words = title.split(/\s+/u)
  return words.length <= FEW_WORDS || (words.length <= MOST_TITLE_WORDS && capitalShare(words) >= NUMBERED_TITLE_SHARE)
}

function capitalShare(words: readonly string[]): number {
  const longer = words
    .flatMap((word) => word.split('/'))
    .filter((word) => word.replace(/[^\p{L}]/gu, '').length >= SHORTEST_TITLE_WORD && !SMALL_WORDS.has(word))
  if (longer.length === 0) return words.every((word) => /^\P{L}*\p{Lu}/u.test(word)) ? 1 : 0
  return longer.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length / longer.length
}

/** Whether a line is alone between blank lines and reads like a heading: nothing runs on into it. */
export function isIsolatedTitle(line: Line): boolean {
  return (line.blanksBefore > 0 || line.opensPage) && line.blanksAfter > 0 && headingLook(line.text) !== null
}
