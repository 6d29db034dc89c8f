import type { Report } from '../../schema/diagnostics.ts'
import type { Wording } from '../../schema/records.ts'
import { nextNumber } from '../recognise/numbers.ts'

/** Reports where the numbers of a list do not run: an item was lost, or one stands twice. Parts are held against their own item. */
export function numberGaps(wordings: readonly Wording[], report: Report): void {
  const last = new Map<string | null, string>()
  const seen = new Set<string>()
  for (const { number, parentKey, place, key } of wordings) {
    if (number === null) continue
    if (seen.has(number)) report('number-repeated', place, number, key)
    seen.add(number)
    const before = last.get(parentKey)
    last.set(parentKey, number)
    // A list in sections (1.1 … 1.4, 2.1 …) goes on with the next section's first.
    const section = before?.split('.').length === 2 && number.endsWith('.1')
    if (before !== undefined && nextNumber(before) !== number && !section && number !== '1')
      report('number-gap', place, `${before} → ${number}`, key)
  }
}
