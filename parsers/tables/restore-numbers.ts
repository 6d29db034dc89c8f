import type { Report } from '../../schema/diagnostics.ts'
import { compareNumbers, nextNumber, readLabel } from '../recognise/numbers.ts'
import { splitByReferences } from '../recognise/references.ts'
import { fieldPassage, type PlanItem } from './plan-items.ts'

/** Gives cards without a number the one that their neighbours, and their own words on progress, leave. */
export function restoreNumbers(cards: readonly { number: string | null }[], items: readonly PlanItem[], report: Report): void {
  for (const [index, item] of items.entries()) {
    const card = cards[index]
    if (!card || card.number !== null || readLabel(fieldPassage(item, 'recommendation').text)?.word) continue
    const before = index > 0 ? (cards[index - 1]?.number ?? items[index - 1]?.restoredNumber ?? null) : '0'
    const after = cards[index + 1]?.number ?? null
    const guess = before === null ? null : nextNumber(before)
    const said = splitByReferences(fieldPassage(item, 'progress').text)[0]?.number.split('(')[0]
    const fits = guess !== null && (after === null ? said === guess : nextNumber(guess) === after && compareNumbers(guess, after) < 0)
    if (!fits || (said !== undefined && said !== guess)) continue
    item.restoredNumber = guess
    report('number-restored', item.place, guess)
  }
}
