import { MONTHS, SEASONS } from '../../schema/vocabulary/dates.ts'
import { ANY_MONTH } from './calendar.ts'
import type { Span } from './dates-days.ts'
import { daySpan, financialYearSpan, fullYear, monthsSpan } from './dates-days.ts'
import { wordsInForce } from './taught.ts'

/** How exactly words name a time. */
export type Precision = 'day' | 'month' | 'quarter' | 'season' | 'year' | 'financial-year' | 'range' | 'open' | 'relative'

/** What one expression means: `span` is null where it names no time that can be told, as 31 February. */
export interface Meaning {
  span: Span | null
  precision: Precision
}

interface Expression extends Meaning {
  start: number
  end: number
}

/** What a match has by name. */
type Groups = Record<string, string | undefined>

interface Rule {
  pattern: RegExp
  /** Null where the match is not a date after all, and the next rule may try. */
  read: (groups: Groups) => Meaning | null
  /** Only where the text as a whole is a date: in prose the same words mean something else more often. */
  wholeOnly?: true
}

const MONTH = String.raw`(?<month>${ANY_MONTH})(?![\p{L}])\.?`
const YEAR = '(?<year>(?:19|20)\\d\\d)(?![\\d])'
const YEAR2 = "(?<year>['’]?\\d\\d)(?![\\d%])"
const DAY = '(?<day>\\d{1,2})\\s?(?:st|nd|rd|th)?(?![\\p{L}\\d])'
const SECOND = '(?:(?<second>\\d{4}|\\d\\d)(?![\\d]))'
const FINANCIAL = `(?:FY\\s?)?(?<year>(?:19|20)\\d\\d)\\s?[/–—-]\\s?${SECOND}`
/** Between a day and its month. A comma or a spaced dash parts them: "update 2, May 2023" is May, "report 3 – May 2023" too. */
const JOIN = '(?:[\\s.]{0,3}|[-–])'
const GLUE = '[\\s,.–-]{0,3}'

const rule = (pattern: string, read: Rule['read'], wholeOnly?: true): Rule => ({
  pattern: new RegExp(pattern, 'iuy'),
  read,
  ...(wholeOnly && { wholeOnly }),
})

/** The month's number, from 1. */
function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

const day = (span: Span | null): Meaning => ({ span, precision: 'day' })

/** Two years as printed: consecutive ones are a financial year, others a range of years, and falling ones nothing. */
function yearPair(first: string | undefined, second: string | undefined): Meaning | null {
  const from = fullYear(first ?? '')
  const to = second?.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second)
  const next = second?.length === 2 && to < from && from % 100 === 99 ? to + 100 : to
  if (next === from + 1) return { span: financialYearSpan(from), precision: 'financial-year' }
  if (next > from && next - from < 60) return { span: monthsSpan(from, 1, (next - from + 1) * 12), precision: 'range' }
  return null
}

/** A third of what is qualified: early, mid, late. */
function third(part: string | undefined, year: number, month: number | null): Meaning {
  const at = /^mid/iu.test(part ?? '') ? 1 : /^late/iu.test(part ?? '') ? 2 : 0
  if (month === null) return { span: monthsSpan(year, 1 + at * 4, 4), precision: 'range' }
  const whole = monthsSpan(year, month, 1)
  const first = daySpan(year, month, [1, 11, 21][at] ?? 1)
  const last = at === 2 ? whole : daySpan(year, month, [10, 20][at] ?? 20)
  return { span: { from: first?.from ?? whole.from, to: last?.to ?? whole.to }, precision: 'range' }
}

/** "End of" a time is its last day, "start of" its first: that is what a deadline in such words means. */
function edge(part: string | undefined, span: Span): Meaning {
  const iso = /^(?:start|beginning)/iu.test(part ?? '') ? span.from : span.to
  return day({ from: iso, to: iso })
}

const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 }

function quarterNumber(groups: Groups): number {
  return groups.q ? Number(groups.q) : (ORDINALS[(groups.nth ?? '').toLowerCase()] ?? 0)
}

function financialQuarter(year: number, quarter: number, count = 1): Meaning {
  return { span: monthsSpan(year, 1 + quarter * 3, count * 3), precision: count > 1 ? 'range' : 'quarter' }
}

function season(name: string | undefined, year: number): Span {
  return monthsSpan(year, SEASONS[(name ?? '').toLowerCase()] ?? 1, 3)
}

const QUARTER =
  '(?:(?:Q|Qtr\\.?\\s?|Quarter\\s)(?<q>[1-4])(?![\\d])|(?<q1>[1-4])(?:st|nd|rd|th)\\squarter|(?<nth>first|second|third|fourth|final|last)\\squarter)'
const SEASON = '(?<season>Spring|Summer|Autumn|Winter)'
const PART = '(?<part>early|mid|late)(?:\\s?-\\s?|\\s)(?:in\\s)?(?:the\\s)?'
const EDGE = '(?<edge>end|start|beginning|close)\\s(?:of\\s)?(?:the\\s)?(?:financial\\syear\\s)?(?:calendar\\syear\\s)?'
// "March and September" are two months, unless "between" goes before them.
const TO = '\\s?(?:to|until|(?<=\\bbetween\\s.{1,20}\\s)and|-|–|—|/)\\s?'

/** Tried in this order at each place where a date may begin; the first that reads, counts. */
const RULES: readonly Rule[] = [
  rule(`(?<year>\\d{4})[-/.](?<month>\\d\\d)[-/.](?<day>\\d\\d)(?![\\d])`, (g) =>
    day(daySpan(Number(g.year), Number(g.month), Number(g.day))),
  ),
  // British order; a day that no calendar has is not a date, in whatever other order it might be one.
  rule('(?<day>\\d{1,2})(?<by>[/.-])(?<month>\\d{1,2})\\k<by>(?<year>(?:19|20)\\d\\d)(?![\\d/])', numericDay),
  rule('(?<day>\\d{1,2})(?<by>[/-])(?<month>\\d{1,2})\\k<by>(?<year>\\d\\d)(?![\\d/]|\\k<by>\\d)', numericDay),
  rule('(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d\\d)(?![\\d.])', numericDay, true),
  // "5 to 7 March 2012", "28 March – 4 April 2012", "Between 1 and 5 May 2020"
  rule(`${DAY}${TO}(?<lastDay>\\d{1,2})\\s?(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}${GLUE}${YEAR}`, (g) => {
    const [year, month] = [Number(g.year), monthOf(g.month)]
    return between(daySpan(year, month, Number(g.day)), daySpan(year, month, Number(g.lastDay)))
  }),
  rule(`(?<day>\\d{1,2})(?:\\s?(?:st|nd|rd|th),?)?\\s?(?:day\\s)?(?:of\\s)?${JOIN}${MONTH}${GLUE}${YEAR}`, namedDay),
  rule(`(?<day>\\d{1,2})\\s?(?:st|nd|rd|th)?[\\s/-]${MONTH}[\\s/,-]{1,2}${YEAR2}(?![\\d./-]|,\\s(?:19|20)\\d\\d)`, namedDay),
  rule(`${MONTH}\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s${YEAR}`, namedDay),
  rule(`${MONTH}${TO}(?<last>${MONTH.replace('?<month>', '?:')})${GLUE}${YEAR}`, (g) => {
    const [year, from, to] = [Number(g.year), monthOf(g.month), monthOf(g.last)]
    return to > from ? { span: monthsSpan(year, from, to - from + 1), precision: 'range' } : null
  }),
  // In a cell, two months are when it is due; in prose they are two times.
  rule(
    `${MONTH}\\s?(?:and|&|,)\\s?(?<last>${MONTH.replace('?<month>', '?:')})${GLUE}${YEAR}`,
    (g) => {
      const [from, to] = [monthOf(g.month), monthOf(g.last)]
      return to > from ? { span: monthsSpan(Number(g.year), from, to - from + 1), precision: 'range' } : null
    },
    true,
  ),
  rule(`${EDGE}${MONTH}${GLUE}${YEAR}`, (g) => edge(g.edge, monthsSpan(Number(g.year), monthOf(g.month), 1))),
  rule(`${EDGE}${QUARTER}\\s?(?:of\\s)?${FINANCIAL}`, (g) => {
    const span = yearPair(g.year, g.second)?.span
    const quarter = quarterNumber({ ...g, q: g.q ?? g.q1 })
    return span && quarter ? edge(g.edge, financialQuarter(Number(g.year), quarter).span ?? span) : null
  }),
  rule(`${EDGE}${SEASON}\\s(?:of\\s)?${YEAR}`, (g) => edge(g.edge, season(g.season, Number(g.year)))),
  rule(`${EDGE}${FINANCIAL}`, (g) => {
    const span = yearPair(g.year, g.second)?.span
    return span ? edge(g.edge, span) : null
  }),
  rule(`${EDGE}${YEAR}`, (g) => edge(g.edge, monthsSpan(Number(g.year), 1, 12))),
  rule(`${PART}${MONTH}${GLUE}${YEAR}`, (g) => third(g.part, Number(g.year), monthOf(g.month))),
  rule(`${PART}${SEASON}\\s${YEAR}`, (g) => ({ span: season(g.season, Number(g.year)), precision: 'season' })),
  rule(`${PART}${YEAR}(?!\\s?[/–-]\\s?\\d)`, (g) => third(g.part, Number(g.year), null)),
  rule(`(?<part>early|middle|late)\\sin\\s${YEAR}`, (g) => third(g.part, Number(g.year), null)),
  rule(`${MONTH}${GLUE}${YEAR}`, (g) => ({ span: monthsSpan(Number(g.year), monthOf(g.month), 1), precision: 'month' })),
  rule(`${MONTH}\\s?[-–'’/]\\s?(?<year>\\d\\d)(?![\\d/%])`, (g) => ({
    span: monthsSpan(fullYear(g.year ?? ''), monthOf(g.month), 1),
    precision: 'month',
  })),
  rule(
    `${MONTH}\\s${YEAR2}(?![\\d/-])`,
    (g) => ({ span: monthsSpan(fullYear(g.year ?? ''), monthOf(g.month), 1), precision: 'month' }),
    true,
  ),
  rule('(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d\\d)(?![\\d/])', (g) => ({
    span: monthsSpan(Number(g.year), Number(g.month), 1),
    precision: 'month',
  })),
  // Councils count quarters from April. With a financial year that is certain; with a calendar year it may be either, so nothing is said.
  rule(`Q(?<q>[1-4])\\s?[-–/&]\\s?Q?(?<last>[1-4])\\s(?:of\\s)?${FINANCIAL}`, (g) => {
    const [from, to] = [Number(g.q), Number(g.last)]
    return yearPair(g.year, g.second)?.precision === 'financial-year' && to > from
      ? financialQuarter(Number(g.year), from, to - from + 1)
      : null
  }),
  rule(`${QUARTER},?\\s?(?:of\\s|in\\s)?(?:the\\s)?(?:\\()?${FINANCIAL}`, (g) => {
    const quarter = quarterNumber({ ...g, q: g.q ?? g.q1 })
    return yearPair(g.year, g.second)?.precision === 'financial-year' && quarter ? financialQuarter(Number(g.year), quarter) : null
  }),
  rule(`${FINANCIAL},?\\s\\(?(?:Q|Qtr\\.?\\s?|Quarter\\s)(?<q>[1-4])(?![\\d])`, (g) =>
    yearPair(g.year, g.second)?.precision === 'financial-year' ? financialQuarter(Number(g.year), Number(g.q)) : null,
  ),
  rule(`${QUARTER},?\\s(?:of\\s)?(?<year>\\d\\d)[/-](?<second>\\d\\d)(?![\\d/-])`, (g) => {
    const pair = yearPair(`20${g.year}`, g.second)
    return pair?.precision === 'financial-year' ? financialQuarter(Number(`20${g.year}`), quarterNumber({ ...g, q: g.q ?? g.q1 })) : null
  }),
  rule(`${QUARTER},?\\s?(?:of\\s|in\\s)?${YEAR}`, () => ({ span: null, precision: 'quarter' })),
  rule(`Q[1-4](?:\\s?[-–/&]\\s?Q?[1-4])?(?![\\d\\p{L}])`, () => ({ span: null, precision: 'quarter' }), true),
  rule(`${QUARTER}(?![\\d\\p{L}])`, () => ({ span: null, precision: 'quarter' }), true),
  rule(`(?:Spring|Summer|Autumn|Winter)\\s(?:school\\s)?term\\s(?:of\\s)?${YEAR}`, () => ({ span: null, precision: 'season' })),
  rule(`Winter\\s(?:of\\s)?${FINANCIAL}`, (g) => {
    const pair = yearPair(g.year, g.second)
    return pair?.precision === 'financial-year' ? { span: season('winter', Number(g.year)), precision: 'season' } : null
  }),
  rule(`${SEASON}\\s?[/–-]\\s?(?<last>Spring|Summer|Autumn|Winter)\\s${YEAR}`, (g) => {
    const [from, to] = [season(g.season, Number(g.year)), season(g.last, Number(g.year))]
    return from.from < to.from ? between(from, to) : null
  }),
  rule(`${SEASON}\\s(?:of\\s)?${YEAR}`, (g) => ({ span: season(g.season, Number(g.year)), precision: 'season' })),
  // A municipal year runs from one annual meeting to the next, whenever that is; a school year from September.
  rule(`${FINANCIAL}\\smunicipal\\syear|municipal\\syear\\s${FINANCIAL.replaceAll(/\?<(?:year|second)>/gu, '?:')}`, () => ({
    span: null,
    precision: 'year',
  })),
  rule(`${FINANCIAL}\\s(?:academic|school)\\syear`, schoolYear),
  rule(`(?:academic|school)\\syear\\s(?:of\\s)?${FINANCIAL}`, schoolYear),
  rule(FINANCIAL, (g) => yearPair(g.year, g.second)),
  rule('(?:FY|financial\\syear)\\s?(?<year>\\d\\d)\\s?[/–-]\\s?(?<second>\\d\\d)(?![\\d])', (g) => yearPair(`20${g.year}`, g.second)),
  rule(
    '(?<year>\\d\\d)/(?<second>\\d\\d)(?![\\d/])',
    (g) => (Number(g.second) === Number(g.year) + 1 ? yearPair(`20${g.year}`, g.second) : null),
    true,
  ),
  // A day or month whose year appears elsewhere.
  rule(`(?:${DAY}\\s(?:of\\s)?)?${MONTH}\\s*$`, () => ({ span: null, precision: 'relative' }), true),
  rule(YEAR, (g) => ({ span: monthsSpan(Number(g.year), 1, 12), precision: 'year' }), true),
]

/** A bare year in prose is one only after a word that says so: "in 2014". */
const YEAR_IN_PROSE = /(?:\b(?:in|during|by|since|before|after|from|until|throughout|of|early|late|year)\s|\()$/iu
const BARE_YEAR = rule(`${YEAR}(?![\\p{L}%])`, (g) => ({ span: monthsSpan(Number(g.year), 1, 12), precision: 'year' }))

function schoolYear(g: Groups): Meaning | null {
  return yearPair(g.year, g.second)?.precision === 'financial-year' ? { span: monthsSpan(Number(g.year), 9, 12), precision: 'year' } : null
}

/** A day in figures, in the order of the paper in hand; where that is not known, only one that has a single meaning. */
function numericDay(g: Groups): Meaning {
  const [year, first, second] = [fullYear(g.year ?? ''), Number(g.day), Number(g.month)]
  const dayFirst = daySpan(year, second, first)
  const { dayOrder } = wordsInForce()
  if (dayOrder === 'day-first') return day(dayFirst)
  const monthFirst = daySpan(year, first, second)
  if (dayOrder === 'month-first') return day(monthFirst ?? dayFirst)
  return day(dayFirst && monthFirst && first !== second ? null : (dayFirst ?? monthFirst))
}

function namedDay(g: Groups): Meaning {
  return day(daySpan(fullYear(g.year ?? ''), monthOf(g.month), Number(g.day)))
}

/** From the first day of one to the last of the other; nothing where they run backwards. */
export function between(from: Span | null, to: Span | null): Meaning {
  return { span: from && to && from.from <= to.to ? { from: from.from, to: to.to } : null, precision: 'range' }
}

/** Where a date may begin: a digit, or the first letters of a word that dates begin with. */
const BEGINNING = new RegExp(
  String.raw`\d|(?<![\p{L}])(?:${[...MONTHS, ...Object.keys(SEASONS)].join('|')}|early|mid|late|end|start|beginning|close|q|quarter|first|second|third|fourth|final|last|fy|financial|academic|school|municipal)`,
  'giu',
)

/** "Report No. 4/2023", "Report IA 04/2023": the fourth of a year's, and no April. */
const REFERENCE =
  /\b(?:report|ref|reference|no|number|paper|circular|case|decision|order|minute|resolution|file|notice)s?\.?:?\s(?:\p{L}{1,5}[ /-])?$/iu
const LONGEST_REFERENCE = 24

/** "20–Dec–24", "Mar–24": a dash between a day, a month's name and a year parts no dates. "3 May–24 June" is two. */
const DASH_WITHIN_DATE =
  /(?<=(?<!\d)\d{1,2})[–—](?=\p{L}{3,9}[–—-]\d)|(?<=(?<!\d)\d{1,2}[–—-]\p{L}{3,9})[–—](?=\d)|(?<=(?<![\p{L}\d] ?)\p{L}{3,9})[–—](?=\d{2}(?!\d| \p{L}))/gu

/**
 * All expressions in order, without overlap. Each place where one may begin is looked at once, and no
 * expression is longer than a few dozen letters.
 */
export function scanDates(printed: string, whole: boolean): Expression[] {
  const text = printed.replace(/[\u2010\u2011\u2212]/gu, '-').replace(DASH_WITHIN_DATE, '-')
  const found: Expression[] = []
  const beginning = new RegExp(BEGINNING)
  for (let at = beginning.exec(text); at; at = beginning.exec(text)) {
    const start = at.index
    const digit = /\d/.test(at[0])
    if (digit && /[\d£$€/.,]/.test(text[start - 1] ?? '') && /[\d£$€/]/.test(text[start - 1] ?? '')) continue
    const expression = readAt(text, start, whole)
    if (expression) {
      const reference =
        digit && expression.precision === 'month' && REFERENCE.test(text.slice(Math.max(0, start - LONGEST_REFERENCE), start))
      if (!reference) found.push(expression)
      beginning.lastIndex = expression.end
    } else if (digit) {
      while (/\d/.test(text[beginning.lastIndex] ?? '')) beginning.lastIndex++
    }
  }
  return found
}

function readAt(text: string, start: number, whole: boolean): Expression | null {
  for (const { pattern, read, wholeOnly } of RULES) {
    if (wholeOnly && !whole) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    const meaning = match ? read(match.groups ?? {}) : null
    if (match && meaning) return { ...meaning, start, end: start + match[0].trimEnd().length }
  }
  if (whole || !YEAR_IN_PROSE.test(text.slice(Math.max(0, start - 14), start))) return null
  BARE_YEAR.pattern.lastIndex = start
  const match = BARE_YEAR.pattern.exec(text)
  const meaning = match ? BARE_YEAR.read(match.groups ?? {}) : null
  return match && meaning ? { ...meaning, start, end: start + match[0].length } : null
}
