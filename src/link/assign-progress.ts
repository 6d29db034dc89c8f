import { alignLists, type Match } from './align.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

/** A record that gives a number and no words, by that number alone. */
function matchByNumber(history: ReviewHistory, fromId: string, number: string | null): Match | undefined {
  if (number === null) return undefined
  const base = history.rows.map((row) => ({ id: row.recommendationId, number: row.number, text: row.text, parentId: row.parentId }))
  return alignLists(base, [{ id: fromId, number, text: null, parentId: null }])[0]
}

/** Gives each commitment, with its actions, its recommendation; papers come in the order of time, so the last word stays. */
export function assignCommitments(history: ReviewHistory, unit: Unit): void {
  for (const commitment of unit.commitments) {
    const id = entityId(unit, commitment.key)
    const match =
      commitment.wordingKey === null
        ? matchByNumber(history, id, commitment.number)
        : history.matches.get(entityId(unit, commitment.wordingKey))
    const toId = match?.toId ?? null
    history.assign('commitment', id, toId)
    for (const action of unit.actions.filter((candidate) => candidate.commitmentKey === commitment.key)) {
      const actionId = entityId(unit, action.key)
      history.assign('action', actionId, toId)
      if (!toId) history.leaveUnlinked('action', actionId, unit, action, match)
    }
    const row = history.row(toId)
    if (!row || !match) continue
    history.link('commitment_recommendation', id, row.recommendationId, match)
    const { responsible, dueText, dueFrom, dueTo, outcome } = commitment
    history.update(row.recommendationId, {
      responsible: responsible ?? row.responsible,
      outcome: row.outcome ?? outcome,
      ...(dueText === null ? {} : { dueText, dueFrom, dueTo }),
    })
  }
}

/** Gives each update its recommendation and the resolution that it reports on. */
export function assignUpdates(history: ReviewHistory, unit: Unit): void {
  for (const update of unit.updates) {
    const id = entityId(unit, update.key)
    const match = updateMatch(history, unit, update)
    const row = history.row(match?.toId)
    history.assign('progress_update', id, row?.recommendationId ?? null, row?.resolutionId ?? null)
    if (!row || !match) {
      history.leaveUnlinked('progress_update', id, unit, { number: update.number, text: update.progress ?? update.assessmentText }, match)
      continue
    }
    if (row.resolutionId) history.link('update_resolution', id, row.resolutionId, match)
    const { status, assessmentText, asOfFrom, asOfTo } = update
    history.update(row.recommendationId, { status, assessmentText, asOfFrom, asOfTo })
  }
}

/** An update is of the recommendation that its card restates; a part's of that part. */
function updateMatch(history: ReviewHistory, unit: Unit, update: Unit['updates'][number]): Match | undefined {
  const id = entityId(unit, update.key)
  const whole = update.wordingKey === null ? undefined : history.matches.get(entityId(unit, update.wordingKey))
  if (update.parentKey === null) return whole ?? matchByNumber(history, id, update.number)
  const own = unit.wordings.find((wording) => wording.number === update.number)
  const ownMatch = own ? history.matches.get(entityId(unit, own.key)) : undefined
  if (ownMatch?.toId) return ownMatch
  const part = whole?.toId ? history.rows.find((row) => row.parentId === whole.toId && row.number === update.number) : undefined
  return part && whole ? { ...whole, fromId: id, toId: part.recommendationId, method: 'part-of-parent' } : undefined
}
