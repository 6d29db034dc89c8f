import type { Commitment, ProgressUpdate } from '../../schema/records.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'

/** The fields that each kind of record rests on, beside what the row is about. */
const RESTS_ON = {
  wording: [],
  commitment: ['responsible', 'due', 'revised-due', 'verdict', 'timescale', 'success-measure'],
  action: ['action'],
  update: ['progress', 'status', 'impact', 'percent', 'as-of'],
} as const satisfies Record<string, readonly FieldRole[]>
const SUBJECT = ['number', 'recommendation', 'objective'] as const

/**
 * What makes a row less sure than its columns are, as factors. Set on the open sets (`npm run score` prints the calibration):
 * a torn row may have been put together wrongly, an unknown column may hold what seems to be missing, and what is printed and
 * not understood was perhaps put into the wrong place.
 */
const FACTORS = { mended: 0.9, unknownColumn: 0.9, notUnderstood: 0.88 }

/** How sure a record of a row is, from 0 to 1: as sure as the least sure column with words that it rests on. */
export function rowCertainty(item: PlanItem, kind: keyof typeof RESTS_ON): number {
  const fields = [...SUBJECT, ...RESTS_ON[kind]]
  const sure = fields.filter((role) => fieldPassage(item, role).text !== '').map((role) => item.fields.get(role)?.certainty ?? 1)
  const mended = item.isMended || item.restoredNumber !== null ? FACTORS.mended : 1
  const unread = item.details.some(({ isKnown }) => !isKnown) ? FACTORS.unknownColumn : 1
  return Math.min(1, ...sure) * mended * (kind === 'wording' ? 1 : unread)
}

/** The same of a commitment; less where its date or its verdict was not understood. */
export function commitmentCertainty(
  item: PlanItem,
  { dueText, dueFrom, outcome }: Pick<Commitment, 'dueText' | 'dueFrom' | 'outcome'>,
): number {
  const isUnread = (dueText !== null && dueFrom === null) || (fieldPassage(item, 'verdict').text !== '' && outcome === null)
  return rowCertainty(item, 'commitment') * (isUnread ? FACTORS.notUnderstood : 1)
}

/** The same of an update; less where the words of its status mean no status that is known. */
export function updateCertainty(item: PlanItem, { assessmentText, status }: Pick<ProgressUpdate, 'assessmentText' | 'status'>): number {
  return rowCertainty(item, 'update') * (assessmentText !== null && status === null ? FACTORS.notUnderstood : 1)
}
