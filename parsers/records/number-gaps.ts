import type { Report } from '../../schema/diagnostics.ts'
import type { Wording } from '../../schema/records.ts'
import { nextNumber } from '../recognise/numbers.ts'

/** "1.4" → "2.1", "R.A.3" → "R.B.1": a list in sections goes on with the next section's first. */
const FIRST_OF_SECTION = /[.\s](?:01|1|a)$/u

/** A part's own letters and numbers after its item's number, and such as begin a list. */
const PART = /(?:\([^()]+\))+$/u
const FIRST_PART = /^[^()]+(?:\((?:1|a|i)\))*$/iu

/** "2" → "2(a)", and "2(b)" → "3(a)": a first part follows on its item, or where that has no words of its own on the item before. */
const goesOn = (before: string, number: string): boolean =>
  FIRST_PART.test(number) && [before, nextNumber(before.replace(PART, ''))].includes(number.replace(PART, ''))

/**
 * Reports where the numbers of a list do not run: an item was lost, or one appears twice. Parts are compared
 * with their own item, and each review's list stands for itself. `whole` is false for a paper that need not
 * name every item: what is finished drops off a tracker.
 */
export function numberGaps(wordings: readonly Wording[], report: Report, whole = true): void {
  const last = new Map<string, string>()
  const seen = new Set<string>()
  for (const { number, parentKey, reviewKey, place, key } of wordings) {
    if (number === null) continue
    const own = `${reviewKey ?? ''}|${number}`
    if (seen.has(own)) {
      report('number-repeated', place, number, key)
      continue
    }
    seen.add(own)
    const list = `${reviewKey ?? ''}|${parentKey ?? ''}`
    const before = last.get(list)
    last.set(list, number)
    const section = before !== undefined && /[.]/u.test(before) && FIRST_OF_SECTION.test(number)
    if (whole && before !== undefined && nextNumber(before) !== number && !goesOn(before, number) && !section && number !== '1')
      report('number-gap', place, `${before} → ${number}`, key)
  }
}
