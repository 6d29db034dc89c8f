import type { Match } from './align.ts'
import { matchMergedRow } from './merged-rows.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

/** A number without words, in papers that all number alike. */
const NUMBER_CONFIDENCE = 0.75

/** A record that gives a number and no words, by that number alone. */
function matchByNumber(history: ReviewHistory, fromId: string, number: string | null): Match | undefined {
  if (number === null) return undefined
  const merged = matchMergedRow({ id: fromId, number, texts: [], parentId: null }, history.items)
  if (merged) return merged
  const { sure, possible } = history.numbering.read(number)
  const whole = sure === null ? history.numbering.readWhole(number) : null
  const part = whole === null ? undefined : history.rows.find((row) => row.parentId === whole && partOf(row.number) === partOf(number))
  const toId = sure ?? part?.recommendationId ?? null
  const other = possible.find((id) => id !== toId) ?? null
  const bestId = toId ?? possible[0] ?? null
  const reasons = toId ? { why: 'the number alone' } : { why: 'the review’s papers number differently', possible }
  const found = { fromId, toId, confidence: toId ? NUMBER_CONFIDENCE : 0, runnerUpId: other, runnerUpConfidence: other ? 0.5 : null }
  return bestId === null ? undefined : { ...found, method: toId ? 'number' : 'none', bestId, reasons }
}

const partOf = (number: string | null) => number?.slice(number.indexOf('(')) ?? null

/** All recommendations that a match is of. */
export const targets = (match: Match | undefined): readonly string[] => match?.toIds ?? (match?.toId ? [match.toId] : [])

/**
 * Gives each commitment, with its actions, its recommendation; papers come in the order of time, so the last
 * word stays. One row for several recommendations belongs to none of them alone: each is linked to it.
 */
export function assignCommitments(history: ReviewHistory, unit: Unit): void {
  const actionsOf = Map.groupBy(unit.actions, ({ commitmentKey }) => commitmentKey)
  for (const commitment of unit.commitments) {
    const id = entityId(unit, commitment.key)
    const worded = commitment.wordingKey === null ? undefined : history.matches.get(entityId(unit, commitment.wordingKey))
    const match = commitment.wordingKey === null ? matchByNumber(history, id, commitment.number) : worded
    if (match) history.matches.set(id, match)
    history.assign('commitment', id, match?.toId ?? null)
    for (const action of actionsOf.get(commitment.key) ?? []) {
      const actionId = entityId(unit, action.key)
      history.assign('action', actionId, match?.toId ?? null)
      if (targets(match).length === 0) history.leaveUnlinked('action', actionId, unit, action, match)
    }
    for (const toId of targets(match)) {
      if (!history.row(toId) || !match) continue
      history.link('commitment_recommendation', id, toId, match)
      history.say(toId, { kind: 'commitment', id, unit, record: commitment })
    }
  }
}

/** Gives each update its recommendation and the resolution that it reports on. */
export function assignUpdates(history: ReviewHistory, unit: Unit): void {
  const numbered = Map.groupBy(unit.wordings, ({ number }) => number)
  for (const update of unit.updates) {
    const id = entityId(unit, update.key)
    const match = updateMatch(history, unit, update, numbered.get(update.number) ?? [])
    if (match) history.matches.set(id, match)
    const row = history.row(match?.toId)
    history.assign('progress_update', id, row?.recommendationId ?? null, row?.resolutionId ?? null)
    if (!match || targets(match).length === 0)
      history.leaveUnlinked('progress_update', id, unit, { number: update.number, text: update.progress ?? update.assessmentText }, match)
    for (const toId of targets(match)) {
      if (!match) continue
      const resolutionId = history.row(toId)?.resolutionId
      if (resolutionId) history.link('update_resolution', id, resolutionId, match)
      // What nothing here resolved is followed all the same; and only a link says which recommendations one row is for.
      if (!resolutionId || match.toIds) history.link('update_recommendation', id, toId, match)
      history.say(toId, { kind: 'progress_update', id, unit, record: update })
    }
  }
}

/** An update is of the recommendation that its card restates; a part's of that part. `alike` are the paper's wordings of its number. */
function updateMatch(
  history: ReviewHistory,
  unit: Unit,
  update: Unit['updates'][number],
  alike: readonly Unit['wordings'][number][],
): Match | undefined {
  const id = entityId(unit, update.key)
  const whole = update.wordingKey === null ? undefined : history.matches.get(entityId(unit, update.wordingKey))
  if (update.parentKey === null && update.furtherWordingKeys) return sharedMatch(history, unit, update, whole)
  if (update.parentKey === null) return whole ?? matchByNumber(history, id, update.number)
  const own = alike.find((wording) => isOf(unit, wording, update.wordingKey))
  const ownMatch = own ? history.matches.get(entityId(unit, own.key)) : undefined
  if (ownMatch?.toId) return ownMatch
  const part = whole?.toId
    ? history.rows.find((row) => row.parentId === whole.toId && partOf(row.number) === partOf(update.number))
    : undefined
  return part && whole ? { ...whole, fromId: id, toId: part.recommendationId, method: 'part-of-parent' } : undefined
}

/** What is printed once for several rows is of the recommendations of all of them. */
function sharedMatch(history: ReviewHistory, unit: Unit, update: Unit['updates'][number], first: Match | undefined): Match | undefined {
  const further = (update.furtherWordingKeys ?? []).map((key) => history.matches.get(entityId(unit, key)))
  const found = [first, ...further].filter((match) => match !== undefined && targets(match).length > 0) as Match[]
  const toIds = [...new Set(found.flatMap(targets))]
  const [own] = found
  if (!own || toIds.length < 2) return own ?? first
  const confidence = Math.min(...found.map((match) => match.confidence))
  const reasons = { why: 'printed once for several rows', number: update.number }
  return { ...own, fromId: entityId(unit, update.key), toId: null, toIds, method: 'merged-row', confidence, reasons }
}

/** Whether a wording is the one with this key, or a part of it; a paper may count another list in the same numbers. */
function isOf(unit: Unit, wording: Unit['wordings'][number], key: string | null): boolean {
  if (key === null || wording.key === key) return true
  const parent = unit.wordings.find((candidate) => candidate.key === wording.parentKey)
  return parent !== undefined && isOf(unit, parent, key)
}
