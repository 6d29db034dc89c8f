import type { SlippageRow } from '../../schema/links.ts'
import { REASON_WORDS } from '../../schema/vocabulary/reasons.ts'
import { targets } from './assign-progress.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

type Due = Pick<Unit['commitments'][number], 'dueText' | 'dueFrom' | 'dueTo'>

const DAY_MS = 86_400_000
const REASON = new RegExp(`(?<!\\p{L})(?:${REASON_WORDS.join('|')})(?!\\p{L})`, 'iu')

/**
 * Each target date that a recommendation was given, in the order of time that `units` come in. One said again, be it in
 * other words or less exactly, is not said anew.
 */
export function slippage(history: ReviewHistory, units: readonly Unit[]): SlippageRow[] {
  const last = new Map<string, SlippageRow>()
  const rows: SlippageRow[] = []
  for (const unit of units) {
    const updatesOf = updatesByRecommendation(history, unit)
    for (const commitment of unit.commitments) {
      const { dueText, dueFrom, dueTo, key } = commitment
      if (dueText === null) continue
      const commitmentId = entityId(unit, key)
      for (const recommendationId of targets(history.matches.get(commitmentId))) {
        const before = last.get(recommendationId)
        if (before && isSaidAgain(before, commitment)) continue
        const row: SlippageRow = {
          recommendationId,
          commitmentId,
          documentId: unit.documentId,
          position: (before?.position ?? 0) + 1,
          dueText,
          dueFrom,
          dueTo,
          saidOn: unit.dated,
          movedDays: before ? movedDays(before, commitment) : null,
          reason: before ? reasonIn(updatesOf(recommendationId)) : null,
        }
        last.set(recommendationId, row)
        rows.push(row)
      }
    }
  }
  return rows
}

/** Whether the later telling adds nothing: "July 2021" after "1st July 2021". What is not a date is known by its words. */
function isSaidAgain(before: Due, now: Due): boolean {
  if (before.dueTo === null || now.dueTo === null) return before.dueText === now.dueText && before.dueTo === now.dueTo
  return liesWithin(before, now)
}

/**
 * Days from the end of one date to the end of the next where no day can be both; 0 where the next lies within the first
 * and is the same stated more exactly. Null where either is not a date, or where they overlap: it may not have moved at all.
 */
function movedDays(before: Due, now: Due): number | null {
  if (before.dueTo === null || now.dueTo === null) return null
  if (liesWithin(now, before)) return 0
  const overlap = firstDay(now) <= before.dueTo && firstDay(before) <= now.dueTo
  return overlap ? null : Math.round((Date.parse(now.dueTo) - Date.parse(before.dueTo)) / DAY_MS)
}

const liesWithin = (inner: Due, outer: Due): boolean => firstDay(inner) >= firstDay(outer) && lastDay(inner) <= lastDay(outer)
const firstDay = ({ dueFrom, dueTo }: Due): string => dueFrom ?? dueTo ?? ''
const lastDay = ({ dueTo }: Due): string => dueTo ?? ''

/** A paper's updates by the recommendations that they are of, sorted with the first question: a plan has many thousand rows. */
function updatesByRecommendation(history: ReviewHistory, unit: Unit): (recommendationId: string) => Unit['updates'] {
  let sorted: Map<string, Unit['updates']> | null = null
  return (recommendationId) => {
    if (sorted === null) {
      sorted = new Map()
      for (const update of unit.updates)
        for (const id of new Set(targets(history.matches.get(entityId(unit, update.key))))) {
          const list = sorted.get(id)
          if (list) list.push(update)
          else sorted.set(id, [update])
        }
    }
    return sorted.get(recommendationId) ?? []
  }
}

/** The first sentence of the paper's updates on a recommendation that gives a reason. */
function reasonIn(updates: Unit['updates']): string | null {
  for (const update of updates) {
    const sentences = [update.progress, update.assessmentText, update.impact].flatMap((text) => text?.split(/(?<=[.!?;])\s+/u) ?? [])
    const reason = sentences.find((sentence) => REASON.test(sentence))
    if (reason) return reason
  }
  return null
}
