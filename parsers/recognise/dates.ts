import { LEAD_WORDS, OPEN_WORDS, ORIGINAL_WORDS, RELATIVE_OPENERS, REVISED_WORDS } from '../../schema/vocabulary/dates.ts'
import type { Precision } from './dates-grammar.ts'
import { between, scanDates } from './dates-grammar.ts'

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
/** Words that may follow a date in its cell. */
const TAIL_WORDS = 9
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
 * All times that prose names, in order: days, months, quarters, seasons, years behind "in" or the like,
 * ranges. A day that the calendar does not have is passed over whole. Nothing depends on the day of
 * reading: "last March" names no time here.
 */
export function findDates(text: string): DateReading[] {
  return readings(text, false).filter(({ from, precision }) => from !== null || precision === 'quarter' || precision === 'season')
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;:,]+$/u, '')
    .trim()
}

/** Words and marks that may stand before a date in its cell. */
function isLead(lead: string): boolean {
  return fold(lead.replace(/\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|noon|hrs|hours|midnight)\b/giu, ' '))
    .split(/[\s,:;()–—-]+/u)
    .every((word) => word === '' || LEAD_WORDS.includes(word.replace(/\.$/u, '')) || /^[\p{P}\p{S}]+$/u.test(word))
}

function openReading(text: string, start: number, end: number): DateReading | null {
  const words = fold(text)
  if (OPEN_WORDS.includes(words) || OPEN_WORDS.includes(words.replace(/[()]/gu, '')))
    return { text, start, end, from: null, to: null, precision: 'open' }
  const counted =
    /^(?:within |in |after |every |for |over |approx\.? |about |up to |next |the next )*(?:\d{1,3}|a|an|one|two|three|four|six|twelve|few)(?:\s?[-–/to]{1,2}\s?\d{1,3})?[\s-]+(?:working )?(?:days?|weeks?|months?|years?)\b/u.test(
      words,
    )
  const opened = RELATIVE_OPENERS.some((opener) => words.startsWith(`${opener} `)) && words.split(' ').length <= 8
  const starts =
    /^(?:ongoing|on-going|tbc|tbd|immediately?|asap|completed?|annually|quarterly|monthly)\b(?=\s*[-–—(,;/.]|\s+(?:and|with|from|then|subject|basis|process|programme|activity|work))/u.test(
      words,
    )
  if (counted || opened) return { text, start, end, from: null, to: null, precision: 'relative' }
  return starts && words.split(' ').length <= TAIL_WORDS ? { text, start, end, from: null, to: null, precision: 'open' } : null
}

/**
 * The time that a text as a whole gives, as the cell of a date column does: its words may say "by",
 * "Midnight" or "and annually thereafter" around the date, but no more. `text` is the whole cell, for it is
 * what is printed. Several dates one after the other are a range from the first to the last. Words that
 * stand in a date's place and name none ("TBC", "ongoing", "6 months", "-") give a reading without days;
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
  const base = { text: whole, start, end }
  const dates = readings(whole, true)
  const [first] = dates
  const last = dates.at(-1)
  if (!first || !last) return openReading(whole, start, end)
  if (!isLead(whole.slice(0, first.start)) || whole.slice(last.end).split(/\s+/u).length > TAIL_WORDS) return null
  if (!dates.slice(1).every((date, at) => whole.slice(dates[at]?.end ?? 0, date.start).split(/\s+/u).length <= TAIL_WORDS)) return null
  if (dates.some(({ from, precision }) => from === null && precision === 'day')) return null
  if (dates.length === 1) {
    const openEnd =
      first.from !== null &&
      /^\s*(?:to|until|[-–—])\s*(?:ongoing|on-going|present|date|tbc|tbd)?\s*$/iu.test(whole.slice(first.end)) &&
      whole.slice(first.end).trim() !== ''
    return { ...base, from: first.from, to: openEnd ? null : first.to, precision: openEnd ? 'range' : first.precision }
  }
  const days = dates.flatMap(({ from, to }) => (from && to ? [from, to] : [])).toSorted()
  return { ...base, from: days[0] ?? null, to: days.at(-1) ?? null, precision: 'range' }
}

const MARKERS = new RegExp(
  `(?<![\\p{L}])(?:(?<revised>${REVISED_WORDS.join('|')})|(?<original>${ORIGINAL_WORDS.join('|')}))(?![\\p{L}])`,
  'giu',
)

/**
 * The date that holds, of a cell that may give an earlier one too: "March 2020 (revised: September 2020)",
 * "Original: … Revised: …", "June 2019 revised to December 2019", "December 2019 (was June 2019)". It stands
 * on the word that marks a date standing before it; a mark behind all dates belongs to the last. `text` is
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
