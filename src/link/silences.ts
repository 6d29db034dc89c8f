import type { SilenceRow } from '../../schema/links.ts'
import type { Status } from '../../schema/records.ts'
import { UPDATE_WORDS } from '../../schema/vocabulary/reasons.ts'
import { targets } from './assign-progress.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

/** "the 2021 update", "our March 2022 progress report". */
const SPOKEN_UPDATE = new RegExp(
  `\\b(?:the|our|last|its|previous|earlier)\\s+(?:\\p{L}+\\s+){0,2}((?:19|20)\\d{2})\\s+(?:${UPDATE_WORDS.join('|')})\\b`,
  'giu',
)

/** What updates do not say, in the order of time that `units` come in. */
export function silences(history: ReviewHistory, units: readonly Unit[]): SilenceRow[] {
  const updates = units.filter((unit) => unit.updates.length > 0)
  return [...notReported(history, updates), ...missingUpdates(history, units, updates)]
}

/**
 * Recommendations that an update leaves out although it reports on the one before or after them: it goes through the list, and passed
 * them over. One that the paper states is not left out, whatever it says about it, and of a rejected one nothing is expected.
 */
function notReported(history: ReviewHistory, updates: readonly Unit[]): SilenceRow[] {
  const tops = history.rows.filter((row) => row.parentId === null && row.kind !== 'conclusion')
  const statuses = new Map<string, Status | null>()
  const rows: SilenceRow[] = []
  for (const unit of updates) {
    const reported = new Map<string, Status | null>()
    for (const update of unit.updates) {
      for (const id of targets(history.matches.get(entityId(unit, update.key))))
        reported.set(history.row(id)?.parentId ?? id, update.status)
    }
    const stated = statedIn(history, unit)
    for (const [index, row] of tops.entries()) {
      const neighbours = [tops[index - 1], tops[index + 1]]
      if (reported.has(row.recommendationId) || stated.has(row.recommendationId) || row.outcome === 'rejected') continue
      if (!neighbours.some((neighbour) => neighbour && reported.has(neighbour.recommendationId))) continue
      rows.push({
        silenceId: `not_reported:${unit.documentId}:${row.recommendationId}`,
        kind: 'not_reported',
        reviewId: row.reviewId,
        recommendationId: row.recommendationId,
        documentId: unit.documentId,
        number: row.number,
        lastStatus: statuses.get(row.recommendationId) ?? null,
        quote: null,
      })
    }
    for (const [id, status] of reported) statuses.set(id, status)
  }
  return rows
}

/** The recommendations that a paper states in words of its own: in a list, a plan's row or a decision; with a part its whole. */
function statedIn(history: ReviewHistory, unit: Unit): Set<string> {
  const records = [...unit.wordings, ...unit.resolutions, ...unit.commitments]
  const ids = records.flatMap(({ key }) => targets(history.matches.get(entityId(unit, key))))
  return new Set(ids.flatMap((id) => [id, history.row(id)?.parentId ?? id]))
}

/** Updates that a paper mentions by their year, of which the archive has none. */
function missingUpdates(history: ReviewHistory, units: readonly Unit[], updates: readonly Unit[]): SilenceRow[] {
  const years = new Set(
    updates.flatMap((unit) => [unit.dated?.slice(0, 4), ...unit.updates.flatMap((update) => update.asOfTo?.slice(0, 4))]),
  )
  const rows = new Map<string, SilenceRow>()
  for (const unit of units) {
    const texts = [...unit.updates.flatMap(({ progress, impact }) => [progress, impact]), ...unit.actions.map(({ text }) => text)]
    for (const match of texts.flatMap((text) => [...(text ?? '').matchAll(SPOKEN_UPDATE)])) {
      const [quote, year] = match
      const silenceId = `missing_update:${unit.documentId}:${history.review.reviewId}:${year}`
      if (year === undefined || years.has(year)) continue
      const { reviewId } = history.review
      const row = {
        silenceId,
        kind: 'missing_update',
        reviewId,
        documentId: unit.documentId,
        recommendationId: null,
        number: null,
      } as const
      rows.set(silenceId, { ...row, lastStatus: null, quote })
    }
  }
  return [...rows.values()]
}
