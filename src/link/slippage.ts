import type { SlippageRow } from '../../schema/links.ts'
import { REASON_WORDS } from '../../schema/vocabulary/reasons.ts'
import { targets } from './assign-progress.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

const DAY_MS = 86_400_000
const REASON = new RegExp(`(?<!\\p{L})(?:${REASON_WORDS.join('|')})(?!\\p{L})`, 'iu')

/** Each target date that a recommendation was given, in the order of time that `units` come in; one said again is not said anew. */
export function slippage(history: ReviewHistory, units: readonly Unit[]): SlippageRow[] {
  const last = new Map<string, SlippageRow>()
  const rows: SlippageRow[] = []
  for (const unit of units) {
    for (const commitment of unit.commitments) {
      const { dueText, dueFrom, dueTo, key } = commitment
      if (dueText === null) continue
      const commitmentId = entityId(unit, key)
      for (const recommendationId of targets(history.matches.get(commitmentId))) {
        const before = last.get(recommendationId)
        if (before && before.dueText === dueText && before.dueTo === dueTo) continue
        const movedDays = before?.dueTo && dueTo ? Math.round((Date.parse(dueTo) - Date.parse(before.dueTo)) / DAY_MS) : null
        const row: SlippageRow = {
          recommendationId,
          commitmentId,
          documentId: unit.documentId,
          position: (before?.position ?? 0) + 1,
          dueText,
          dueFrom,
          dueTo,
          saidOn: unit.dated,
          movedDays,
          reason: before ? reasonIn(history, unit, recommendationId) : null,
        }
        last.set(recommendationId, row)
        rows.push(row)
      }
    }
  }
  return rows
}

/** The first sentence of the paper's update on a recommendation that gives a reason. */
function reasonIn(history: ReviewHistory, unit: Unit, recommendationId: string): string | null {
  for (const update of unit.updates) {
    if (!targets(history.matches.get(entityId(unit, update.key))).includes(recommendationId)) continue
    const sentences = [update.progress, update.assessmentText, update.impact].flatMap((text) => text?.split(/(?<=[.!?;])\s+/u) ?? [])
    const reason = sentences.find((sentence) => REASON.test(sentence))
    if (reason) return reason
  }
  return null
}
