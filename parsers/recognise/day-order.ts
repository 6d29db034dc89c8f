import { blockPassages, type Document } from '../../schema/document.ts'
import type { DayOrder } from './taught.ts'

/** A day in figures: two numbers that may be day and month, and a year. */
const FIGURES = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:(?:19|20)\d\d|\d\d)(?![\d/-])/gu
const MONTHS = 12
/** One day with the month first may be a slip; two are a habit. */
const FEWEST_PROOFS = 2

/**
 * In which order a document gives day and month in figures. British papers give the day first. A day after the twelfth in second place
 * proves the other order, since no month has such a number; where few or contrary days prove it, nothing says what "06/07/2021" means.
 */
export function dayOrderOf({ blocks }: Document): DayOrder {
  let [dayFirst, monthFirst] = [0, 0]
  for (const block of blocks) {
    for (const { text } of blockPassages(block)) {
      for (const [, first, , second] of text.matchAll(FIGURES)) {
        if (Number(first) > MONTHS && Number(second) <= MONTHS) dayFirst++
        if (Number(second) > MONTHS && Number(first) <= MONTHS) monthFirst++
      }
    }
  }
  if (monthFirst === 0) return 'day-first'
  return dayFirst === 0 && monthFirst >= FEWEST_PROOFS ? 'month-first' : 'unknown'
}
