import { Chrono, configuration } from 'chrono-node/en'
import type { Span } from './dates-days.ts'
import { daySpan } from './dates-days.ts'

/** Strict, and in British order. */
const chrono = new Chrono(configuration.createConfiguration(true, true))
/** Chrono wants a clock. What it takes from it is thrown away, so any day will do. */
const NO_CLOCK = new Date(Date.UTC(2000, 0, 1, 12))

/**
 * The day that a text names in an order that the grammar here does not have ("2020, March the 5th"), by
 * chrono-node; null where day, month and year do not all are in the words, since chrono fills up the
 * rest from the day of reading, and an answer that depends on that is not one.
 */
export function dayByChrono(text: string): Span | null {
  if (!/(?:19|20)\d\d/.test(text)) return null
  const [result, ...more] = chrono.parse(text, NO_CLOCK)
  if (!result || more.length > 0 || result.end) return null
  // What is beside the day must be no prose of its own.
  if (text.replace(result.text, '').replace(/[^\p{L}]/gu, '').length > result.text.length) return null
  const { start } = result
  if (!start.isCertain('day') || !start.isCertain('month') || !start.isCertain('year') || !/(?:19|20)\d\d/.test(result.text)) return null
  return daySpan(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0)
}
