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
 * not understood was perhaps put into the wrong place. A commitment mostly says who answers for it, or what the answer is; a
 * report says about which day it is.
 */
const FACTORS = { mended: 0.9, unknownColumn: 0.9, dateUnread: 0.88, statusUnread: 0.8, nobody: 0.8, undated: 0.88 }

/** How sure a record of a row is, from 0 to 1: as sure as the least sure column with words that it rests on. */
export function rowCertainty(item: PlanItem, kind: keyof typeof RESTS_ON, doubts: readonly (keyof typeof FACTORS)[] = []): number {
  const fields = [...SUBJECT, ...RESTS_ON[kind]]
  const sure = fields.filter((role) => fieldPassage(item, role).text !== '').map((role) => item.fields.get(role)?.certainty ?? 1)
  const all = [...doubts]
  if (item.isMended || item.restoredNumber !== null) all.push('mended')
  if (kind !== 'wording' && item.details.some(({ isKnown }) => !isKnown)) all.push('unknownColumn')
  // Doubts come together: the greatest counts.
  return Math.min(1, ...sure) * Math.min(1, ...all.map((doubt) => FACTORS[doubt]))
}

/** The same of a commitment; less where its date or its verdict was not understood, or it names nobody. */
export function commitmentCertainty(item: PlanItem, { dueText, dueFrom, outcome, responsible }: Commitment): number {
  const isUnread = (dueText !== null && dueFrom === null) || (fieldPassage(item, 'verdict').text !== '' && outcome === null)
  const isOpen = responsible === null && outcome === null
  return rowCertainty(item, 'commitment', [...(isUnread ? (['dateUnread'] as const) : []), ...(isOpen ? (['nobody'] as const) : [])])
}

/** The same of an update; less where the words of its status mean no status that is known, or it says no day. */
export function updateCertainty(item: PlanItem, { assessmentText, status, asOfFrom }: ProgressUpdate): number {
  const isUnread = assessmentText !== null && status === null
  return rowCertainty(item, 'update', [
    ...(isUnread ? (['statusUnread'] as const) : []),
    ...(asOfFrom === null ? (['undated'] as const) : []),
  ])
}
