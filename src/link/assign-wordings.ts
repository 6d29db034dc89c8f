import type { Wording, WordingRole } from '../../schema/records.ts'
import type { Match } from './align.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import { mergedNumbers } from './row-numbers.ts'
import type { Unit } from './units.ts'

/** Which papers' lists a review is known by: its report's; without one the decision's, the plan's, the update's. */
const LIST_ROLES: readonly WordingRole[] = ['proposed', 'resolved', 'planned', 'restated']

/** An item that is like none of a list that may lack some is one that it lacks. */
const UNLIKE_ALL = 0.35

/**
 * The review's own recommendations: the fullest list of the first role that any paper has. A report's list is
 * whole; without a report each paper may show a part, and what another has and this one lacks is put after it.
 * `units` come in the order of time.
 */
export function gatherRecommendations(history: ReviewHistory, units: readonly Unit[]): void {
  const lists = LIST_ROLES.flatMap((role) => {
    // What a meeting resolves is a recommendation only where it says which review it is of.
    const makers = role === 'resolved' ? units.filter((unit) => unit.mention !== null) : units
    return makers
      .map((unit) => ({ unit, role, wordings: unit.wordings.filter((wording) => wording.role === role && !mergedNumbers(wording.number)) }))
      .filter(({ wordings }) => wordings.length > 0)
      .sort((a, b) => b.wordings.length - a.wordings.length)
  })
  const [fullest, ...others] = lists
  if (!fullest) return
  for (const wording of fullest.wordings) history.add(fullest.unit, wording)
  if (fullest.role === 'proposed') return
  for (const { unit, wordings } of others) addLacking(history, unit, wordings)
}

function addLacking(history: ReviewHistory, unit: Unit, wordings: readonly Wording[]): void {
  const known = new Set(history.rows.flatMap((row) => row.number ?? []))
  history.align(toItems(unit, wordings), 'plan')
  for (const wording of wordings) {
    const match = history.matches.get(entityId(unit, wording.key))
    const isNew = match && match.toId === null && !match.toIds && match.confidence < UNLIKE_ALL
    if (isNew && wording.parentKey === null && (wording.number === null || !known.has(wording.number))) history.add(unit, wording)
  }
}

const isFound = (match: Match | undefined) => match !== undefined && (match.toId !== null || match.toIds !== undefined)

const toItems = (unit: Unit, wordings: readonly Wording[]) =>
  wordings.map(({ key, number, text, parentKey }) => ({
    id: entityId(unit, key),
    number,
    texts: [text],
    parentId: parentKey === null ? null : entityId(unit, parentKey),
  }))

/** Finds the recommendation of each wording of a report, plan or update. What a decision restates goes with its resolution. */
export function assignWordings(history: ReviewHistory, unit: Unit): void {
  const stated = unit.wordings.filter((wording) => wording.role !== 'resolved')
  const open = stated.filter((wording) => !isFound(history.matches.get(entityId(unit, wording.key))))
  history.align(toItems(unit, open), unit.kind === 'action_plan' || unit.kind === 'progress_update' ? 'plan' : 'decision')
  for (const wording of stated) {
    const id = entityId(unit, wording.key)
    const match = history.matches.get(id)
    history.assign('wording', id, match?.toId ?? null)
    if (!match?.toId && !match?.toIds) history.diagnose(unit, 'wording-unlinked', id, wording.number, wording.text)
  }
}

/** Notes of each wording which recommendation it is of, once all are found. */
export function sayWordings(history: ReviewHistory, units: readonly Unit[]): void {
  for (const unit of units) {
    for (const record of unit.wordings) {
      const id = entityId(unit, record.key)
      const toId = history.matches.get(id)?.toId
      if (toId) history.say(toId, { kind: 'wording', id, unit, record })
    }
  }
}
