import { wordsOf } from '../words.ts'

/** The months. */
export const MONTH_NAMES: readonly string[] = wordsOf(
  'january february march april may june july august september october november december',
)

/** Months by their first three letters. */
export const MONTHS: readonly string[] = MONTH_NAMES.map((month) => month.slice(0, 3))

/** Other short forms of months. */
export const SHORT_MONTHS: readonly string[] = ['febr', 'sept']

/** The days of the week. */
export const WEEKDAYS: readonly string[] = wordsOf('monday tuesday wednesday thursday friday saturday sunday')

/** The first month of each season in Britain; each has three. Winter runs into the next year. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

/** What is in a date's place and names no day, in small letters: still to be fixed, or not bound to a day. */
export const OPEN_WORDS: readonly string[] = [
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'nil',
  'none',
  'not applicable',
  'tbc',
  'tbd',
  'tba',
  'to be confirmed',
  'to be determined',
  'to be agreed',
  'to be decided',
  'to be advised',
  'to be arranged',
  'date to be confirmed',
  'not set',
  'unknown',
  'not known',
  'ongoing',
  'on-going',
  'on going',
  'continuous',
  'continuing',
  'rolling',
  'completed',
  'complete',
  'closed',
  'done',
  'implemented',
  'achieved',
  'in place',
  'in progress',
  'underway',
  'under way',
  'immediate',
  'immediately',
  'with immediate effect',
  'asap',
  'as soon as possible',
  'annual',
  'annually',
  'quarterly',
  'monthly',
  'weekly',
  'as required',
  'as and when',
  'as appropriate',
  'when required',
  'various',
  'completed and ongoing',
  'complete and ongoing',
  'already in place',
  'no timescale',
  'short term',
  'medium term',
  'long term',
  'short',
  'medium',
  'long',
]

/** How words begin that count from a day that is not given. */
export const RELATIVE_OPENERS: readonly string[] = [
  'within',
  'later',
  'next',
  'this',
  'by next',
  'by the next',
  'in the next',
  'over the next',
  'every',
  'each',
  'following',
  'after',
  'on completion',
  'upon',
  'end of',
  'by the end of',
  'by end of',
  'before the end of',
  'during the',
]

/** Words that may precede a date in a cell and leave the cell a date. */
export const LEAD_WORDS: readonly string[] = [
  ...WEEKDAYS,
  ...wordsOf(`
  by before from in during at on due target date deadline no not later than the approx approximately circa c around about week
  commencing ending w/c w/e until till up to be completed complete completion starting start starts commence commences beginning
  midnight noon midday am pm a.m p.m hrs hours mon tue tues wed thu thur
  thurs fri sat sun implemented implement achieved published dated as of for since after between throughout and revised original
  originally planned expected estimated anticipated proposed agreed ongoing on-going review reviewed meeting cabinet committee
  council financial year calendar fy close now new updated extended delivery initial early mid late phase final annually annual quarterly monthly each every
`),
]

/** How words begin that may follow a date in a cell and leave the cell a date. */
export const TAIL_WORDS: readonly string[] = wordsOf(`
  and then onwards onward thereafter at midnight noon midday for subject with tbc tbd by to or if following review ongoing on-going annually
  completed complete revised original originally was now extended extension deadline meeting cabinet committee council previously as once when
  pending via in latest target initial final phase financial year
`)

/** Words that say that the date after them takes the place of another. */
export const REVISED_WORDS: readonly string[] = [
  'revised',
  'revision',
  'extended',
  'extension',
  'now',
  'new',
  'amended',
  'moved',
  'slipped',
  'deferred',
  'postponed',
  'updated',
  'changed',
  'rescheduled',
  'reprofiled',
  're-profiled',
  'delayed',
  'put back',
]

/** Words that say that the date after them was given up. */
export const ORIGINAL_WORDS: readonly string[] = [
  'original',
  'originally',
  'was',
  'previous',
  'previously',
  'formerly',
  'initial',
  'initially',
  'old',
]
