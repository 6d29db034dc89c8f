/** A day of the calendar; `month` from 1. */
export interface Day {
  year: number
  month: number
  day: number
}

/** The first and the last day that words can mean, both ISO, both inclusive. */
export interface Span {
  from: string
  to: string
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** The last day of a month. */
function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** "2020-08-31", or null for a day that no calendar has. */
function isoDay({ year, month, day }: Day): string | null {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** One day as a span, or null for a day that no calendar has. */
export function daySpan(year: number, month: number, day: number): Span | null {
  const iso = isoDay({ year, month, day })
  return iso === null ? null : { from: iso, to: iso }
}

/** `count` whole months from the first of `month`, which may lie past December. */
export function monthsSpan(year: number, month: number, count: number): Span {
  const first = year * 12 + month - 1
  const last = first + count - 1
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1]
  return {
    from: `${pad(Math.floor(first / 12), 4)}-${pad((first % 12) + 1, 2)}-01`,
    to: `${pad(lastYear, 4)}-${pad(lastMonth, 2)}-${monthLength(lastYear, lastMonth)}`,
  }
}

/** The British financial year that begins on 1 April of `year`. */
export function financialYearSpan(year: number): Span {
  return monthsSpan(year, 4, 12)
}

/** A year of two digits: 00–69 are this century, 70–99 the last. */
export function fullYear(printed: string): number {
  const year = Number(printed.replace(/\D/g, ''))
  if (printed.replace(/\D/g, '').length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}
