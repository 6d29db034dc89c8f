import type { WordingRole } from '../../schema/records.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import { mergedNumbers } from './row-numbers.ts'
import type { Unit } from './units.ts'

/** Which papers' lists a review is known by: its report's; without one the decision's, the plan's, the update's. */
const LIST_ROLES: readonly WordingRole[] = ['proposed', 'resolved', 'planned', 'restated']

/** The review's own recommendations: the fullest list of the first role that any paper has. `units` come in the order of time. */
export function gatherRecommendations(history: ReviewHistory, units: readonly Unit[]): void {
  for (const role of LIST_ROLES) {
    // What a meeting resolves is a recommendation only where it says which review it is of.
    const makers = role === 'resolved' ? units.filter((unit) => unit.mention !== null) : units
    const lists = makers
      .map((unit) => ({ unit, wordings: unit.wordings.filter((wording) => wording.role === role && !mergedNumbers(wording.number)) }))
      .filter(({ wordings }) => wordings.length > 0)
    const [fullest] = lists.sort((a, b) => b.wordings.length - a.wordings.length)
    if (!fullest) continue
    for (const wording of fullest.wordings) history.add(fullest.unit, wording)
    return
  }
}

/** Finds the recommendation of each wording of a report, plan or update. What a decision restates goes with its resolution. */
export function assignWordings(history: ReviewHistory, unit: Unit): void {
  const stated = unit.wordings.filter((wording) => wording.role !== 'resolved')
  const open = stated.filter((wording) => !history.matches.has(entityId(unit, wording.key)))
  const items = open.map(({ key, number, text, parentKey }) => ({
    id: entityId(unit, key),
    number,
    texts: [text],
    parentId: parentKey === null ? null : entityId(unit, parentKey),
  }))
  history.align(items, unit.kind === 'action_plan' || unit.kind === 'progress_update' ? 'plan' : 'decision')
  for (const wording of stated) {
    const id = entityId(unit, wording.key)
    const match = history.matches.get(id)
    history.assign('wording', id, match?.toId ?? null)
    if (!match?.toId && !match?.toIds) history.diagnose(unit, 'wording-unlinked', id, wording.number, wording.text)
  }
}

/** Each recommendation says what the wording of highest authority says, and of equals the latest. `units` come in the order of time. */
export function takeTexts(history: ReviewHistory, units: readonly Unit[]): void {
  for (const unit of units) {
    for (const wording of unit.wordings) {
      const toId = history.matches.get(entityId(unit, wording.key))?.toId
      if (toId) history.takeText(toId, unit, wording)
    }
  }
}
