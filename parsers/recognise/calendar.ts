import { MONTH_NAMES, MONTHS, SHORT_MONTHS, WEEKDAYS } from '../../schema/vocabulary/dates.ts'
import { inCapitals } from './any-case.ts'

/** The pattern of a month's name, for patterns in any case. */
export const MONTH = `(?:${MONTH_NAMES.join('|')})`

/** The same, and the short forms of months, the longest first. */
export const ANY_MONTH = `(?:${[...MONTH_NAMES, ...SHORT_MONTHS, ...MONTHS].join('|')})`

/** A month in full as it is printed, and a month in any form. */
export const PRINTED_MONTH = `(?:${inCapitals(MONTH_NAMES).join('|')})`
export const ANY_PRINTED_MONTH = `(?:${inCapitals([...MONTH_NAMES, ...SHORT_MONTHS, ...MONTHS]).join('|')})`

/** The pattern of a day of the week, for patterns in any case. */
export const WEEKDAY = `(?:${WEEKDAYS.join('|')})`
