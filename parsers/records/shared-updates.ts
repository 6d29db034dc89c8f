import type { ProgressUpdate } from '../../schema/records.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import type { Subject } from '../tables/item-subjects.ts'
import type { PlanRecords } from './plan-records.ts'

/**
 * Makes what was reported of the row before the report of this row too: a cell that reaches over several rows says one thing once, of all
 * of them. Gives the key of the last of these updates; null where nothing was reported there, or of another review.
 */
export function shareUpdates(
  records: PlanRecords,
  reviewKey: string | null,
  subject: Pick<Subject, 'number' | 'numberPassage'> & { wordingKey: string },
  source: string | null,
): string | null {
  const last = records.progressUpdates.find(({ key }) => key === records.written.at(-1)?.updateKey)
  if (!last || last.wordingKey === null || last.reviewKey !== reviewKey) return null
  const told = records.progressUpdates.filter(({ wordingKey, parentKey }) => parentKey === null && wordingKey === last.wordingKey)
  for (const update of told) shareUpdate(update, subject, source)
  return last.key
}

function shareUpdate(
  update: ProgressUpdate,
  { number, numberPassage, wordingKey }: Parameters<typeof shareUpdates>[2],
  source: string | null,
): void {
  update.furtherWordingKeys = [...(update.furtherWordingKeys ?? []), wordingKey]
  if (update.number === null || number === null) {
    update.number = null
    update.evidence = update.evidence.filter(({ field }) => field !== 'number')
    return
  }
  const ledger = new EvidenceLedger(source)
  update.number = ledger.derived('number', `${update.number.replace(' & ', ', ')} & ${number}`, numberPassage)
  update.evidence.push(...ledger.entries)
}
