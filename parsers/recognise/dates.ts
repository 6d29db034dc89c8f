import { LEAD_WORDS, OPEN_WORDS, ORIGINAL_WORDS, RELATIVE_OPENERS, REVISED_WORDS, TAIL_WORDS } from '../../schema/vocabulary/dates.ts'
import { dayByChrono } from './dates-chrono.ts'
import type { Precision } from './dates-grammar.ts'
import { between, scanDates } from './dates-grammar.ts'
import { remembering } from './remember.ts'

export type { Precision } from './dates-grammar.ts'

/** A time as printed. `start` and `end` are offsets into the text that was read. */
export interface DateReading {
  text: string
  start: number
  end: number
  /** The first day it can mean, ISO; null where the words name none. */
  from: string | null
  /** The last day it can mean, ISO, inclusive. */
  to: string | null
  precision: Precision
}

/** A date's cell is not longer than this. */
const CELL_LENGTH = 160
/** How many words may follow a date in its cell. */
const LONGEST_TAIL = 9
/** Only a cell as short as this is asked of chrono-node. */
const CHRONO_LENGTH = 40
/** Between two dates that are the ends of one range. */
const RANGE = /^\s*(?:to|until|till|through to|through|and|[-–—])\s*$/iu

/** Expressions in order, the two ends of a range put together: "October 2011 to March 2012", "between 1 May 2020 and 3 June 2020". */
function readings(text: string, whole: boolean): DateReading[] {
  const found: DateReading[] = []
  for (const { span, precision, start, end } of scanDates(text, whole)) {
    const last = found.at(-1)
    const gap = last ? text.slice(last.end, start) : ''
    const joins =
      last?.from &&
      span &&
      RANGE.test(gap) &&
      (!/and/iu.test(gap) || /\bbetween\s$/iu.test(text.slice(Math.max(0, last.start - 9), last.start)))
    if (last?.from && last.to && span && joins) {
      const range = between({ from: last.from, to: last.to }, span).span
      if (range) {
        found[found.length - 1] = {
          text: text.slice(last.start, end),
          start: last.start,
          end,
          from: range.from,
          to: range.to,
          precision: 'range',
        }
        continue
      }
    }
    found.push({ text: text.slice(start, end), start, end, from: span?.from ?? null, to: span?.to ?? null, precision })
  }
  return found
}

/**
 * All times that prose names, in order: days, months, quarters, seasons, years after "in" or the like,
 * ranges. A day that the calendar does not have is passed over whole. Nothing depends on the day of
 * reading: "last March" names no time here.
 */
export const findDates = remembering((text: string): readonly DateReading[] =>
  readings(text, false).filter(({ from, precision }) => from !== null || precision === 'quarter' || precision === 'season'),
)

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;:,]+$/u, '')
    .trim()
}

/** Words and marks that may precede a date in its cell. */
function isLead(lead: string): boolean {
  return fold(lead.replace(/\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|noon|hrs|hours|midnight)\b/giu, ' '))
    .split(/[\s,:;()–—-]+/u)
    .every((word) => word === '' || LEAD_WORDS.includes(word.replace(/\.$/u, '')) || /^[\p{P}\p{S}]+$/u.test(word))
}

/** Words and marks that may follow it: a remark in brackets or after a mark, "and annually thereafter". */
function isTail(tail: string): boolean {
  const words = fold(tail).split(' ')
  if (words.length > LONGEST_TAIL) return false
  return words[0] === '' || /^[\p{P}\p{S}]/u.test(words[0] ?? '') || TAIL_WORDS.includes((words[0] ?? '').replace(/[.,;:]$/u, ''))
}

function openReading(text: string, start: number, end: number): DateReading | null {
  const words = fold(text)
  if (OPEN_WORDS.includes(words) || OPEN_WORDS.includes(words.replace(/[()]/gu, '')))
    return { text, start, end, from: null, to: null, precision: 'open' }
  const counted =
    /^(?:within |in |after |every |for |over |approx\.? |about |up to |next |the next )*(?:\d{1,3}(?:st|nd|rd|th)?|a|an|one|two|three|four|six|twelve|few)(?:\s?[-–/to]{1,2}\s?\d{1,3})?[\s-]+(?:working )?(?:days?|weeks?|months?|years?)\b/u.test(
      words,
    )
  const opened = RELATIVE_OPENERS.some((opener) => words.startsWith(`${opener} `)) && words.split(' ').length <= 8
  const starts =
    /^(?:ongoing|on-going|tbc|tbd|immediately?|asap|completed?|annually|quarterly|monthly)\b(?=\s*[-–—(,;/.]|\s+(?:and|with|from|then|subject|basis|process|programme|activity|work))/u.test(
      words,
    )
  if (counted || opened) return { text, start, end, from: null, to: null, precision: 'relative' }
  return starts && words.split(' ').length <= LONGEST_TAIL ? { text, start, end, from: null, to: null, precision: 'open' } : null
}

type Value = Pick<DateReading, 'from' | 'to' | 'precision'>

/** "April 2020 – ongoing", "from May 2021 until TBC": begun, and no end named. */
const OPEN_END = /^\s*(?:to|until|[-–—])\s*(?:ongoing|on-going|present|date|tbc|tbd)?\s*$/iu

function cellValue(whole: string, dates: readonly DateReading[]): Value | null {
  const [first] = dates
  const last = dates.at(-1)
  if (!first || !last || !isLead(whole.slice(0, first.start)) || !isTail(whole.slice(last.end))) return null
  const gaps = dates.slice(1).map((date, at) => whole.slice(dates[at]?.end ?? 0, date.start))
  // Dates with nothing between them are those of several things, or of a cell whose rows ran together.
  if (gaps.some((gap) => gap.trim() === '' || gap.split(/\s+/u).length > LONGEST_TAIL)) return null
  const { from, to, precision } = first
  if (dates.length === 1) {
    const tail = whole.slice(first.end)
    return from !== null && tail.trim() !== '' && OPEN_END.test(tail) ? { from, to: null, precision: 'range' } : { from, to, precision }
  }
  const days = dates.flatMap((date) => (date.from && date.to ? [date.from, date.to] : [])).toSorted()
  return { from: days[0] ?? null, to: days.at(-1) ?? null, precision: 'range' }
}

/**
 * The time that a text as a whole gives, as the cell of a date column does: its words may say "by",
 * "Midnight" or "and annually thereafter" around the date, but no more. `text` is the whole cell, for it is
 * what is printed. Several dates with words or marks between them are a range from the first to the last. Words that
 * are in a date's place and name none ("TBC", "ongoing", "6 months", "-") give a reading without days;
 * an impossible date, an empty text and prose give null.
 *
 * Decisions, each with its reason: "end of 2023" is its last day, because such words set a deadline;
 * early, mid and late are thirds; winter is December to February; a quarter with a financial year counts
 * from April, one with a calendar year ("Q2 2016") may be either and gives no days.
 */
export function readDate(text: string): DateReading | null {
  const start = text.length - text.trimStart().length
  const end = text.trimEnd().length
  const whole = text.slice(start, end)
  if (whole === '' || whole.length > CELL_LENGTH) return null
  const dates = readings(whole, true)
  if (dates.length === 0) return openReading(whole, start, end)
  if (dates.some(({ from, precision }) => from === null && precision === 'day')) return null
  const value = cellValue(whole, dates)
  if (value) return { text: whole, start, end, ...value }
  const day = whole.length <= CHRONO_LENGTH ? dayByChrono(whole) : null
  return day && { text: whole, start, end, ...day, precision: 'day' }
}

const MARKERS = new RegExp(
  `(?<![\\p{L}])(?:(?<revised>${REVISED_WORDS.join('|')})|(?<original>${ORIGINAL_WORDS.join('|')}))(?![\\p{L}])`,
  'giu',
)

/**
 * The date that holds, of a cell that may give an earlier one too: "March 2020 (revised: September 2020)",
 * "Original: … Revised: …", "June 2019 revised to December 2019", "December 2019 (was June 2019)". It depends
 * on the word that marks a date standing before it; a mark after all dates belongs to the last. `text` is
 * then that date alone. A cell that marks nothing is read as `readDate` reads it.
 */
export function readRevisedDate(text: string): DateReading | null {
  const dates = text.length <= 4 * CELL_LENGTH ? readings(text, true).filter(({ from }) => from !== null) : []
  if (dates.length === 0) return readDate(text)
  const markers = [...text.matchAll(MARKERS)].map((match) => ({ at: match.index, revised: match.groups?.revised !== undefined }))
  if (markers.length === 0) return readDate(text)
  const marked = dates.map((date, at) => {
    const marker = markers.findLast((one) => one.at < date.start)
    const before = dates[at - 1]
    return { date, mark: marker && (!before || marker.at >= before.end) ? marker.revised : null }
  })
  const revised = marked.findLast(({ mark }) => mark === true)
  if (revised) return revised.date
  const kept = marked.some(({ mark }) => mark === false) ? marked.findLast(({ mark }) => mark === null) : null
  if (kept) return kept.date
  const last = dates.at(-1)
  return last && dates.length > 1 && markers.some(({ at, revised: isRevised }) => isRevised && at >= last.end) ? last : readDate(text)
}
