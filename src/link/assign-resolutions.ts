import type { RecommendationRow } from '../../schema/links.ts'
import type { Decided, Outcome, Resolution, Wording } from '../../schema/records.ts'
import type { Match } from './align.ts'
import type { Said } from './present-state.ts'
import { entityId, type ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

/** A resolution that names a recommendation by its number is sure of it, but for a slip of the clerk's. */
const NAMED_CONFIDENCE = 0.95

/** Gives each resolution its recommendation, and each recommendation that is decided its resolution and outcome. */
export function assignResolutions(history: ReviewHistory, unit: Unit): void {
  if (unit.kind === 'response') {
    assignAnswers(history, unit)
    return
  }
  const restating = unit.resolutions.filter((resolution) => resolution.decides === null)
  history.align(
    restating.map(({ key, number, text, parentKey }) => ({
      id: entityId(unit, key),
      number,
      texts: [text],
      parentId: parentKey === null ? null : entityId(unit, parentKey),
    })),
    'decision',
  )
  for (const resolution of unit.resolutions) {
    if (resolution.decides === null) assignRestating(history, unit, resolution)
    else assignNaming(history, unit, resolution, resolution.decides)
  }
}

/** An answer is to the recommendation whose wording it names; a decision by the body itself outweighs it. */
function assignAnswers(history: ReviewHistory, unit: Unit): void {
  for (const answer of unit.resolutions) {
    const id = entityId(unit, answer.key)
    const match = answer.wordingKey === null ? undefined : history.matches.get(entityId(unit, answer.wordingKey))
    const row = history.row(match?.toId)
    history.assign('resolution', id, row?.recommendationId ?? null)
    if (!row || !match) history.leaveUnlinked('resolution', id, unit, answer, match)
    else if (!history.isDecided(row.recommendationId))
      decide(history, row.recommendationId, { id, unit, record: answer, outcome: answer.outcome }, match)
  }
}

/** The wording that a limb is, if it restates a recommendation. */
function restatedWording(unit: Unit, resolution: Resolution): Wording | undefined {
  return unit.wordings.find((wording) => wording.role === 'resolved' && wording.key === resolution.wordingKey)
}

function assignRestating(history: ReviewHistory, unit: Unit, resolution: Unit['resolutions'][number]): void {
  const id = entityId(unit, resolution.key)
  const match = history.matches.get(id)
  const wording = restatedWording(unit, resolution)
  if (match?.toId) {
    history.assign('resolution', id, match.toId)
    if (wording) history.matches.set(entityId(unit, wording.key), { ...match, fromId: entityId(unit, wording.key) })
    decide(history, match.toId, { id, unit, record: resolution, outcome: resolution.outcome }, match)
  } else if (wording) {
    history.assign('resolution', id, null)
    history.leaveUnlinked('resolution', id, unit, resolution, match)
  } else history.assignToNone(id)
  if (wording) history.assign('wording', entityId(unit, wording.key), match?.toId ?? null)
}

function decide(
  history: ReviewHistory,
  recommendationId: string,
  said: Omit<Extract<Said, { kind: 'resolution' }>, 'kind'>,
  match: Match,
): void {
  history.say(recommendationId, { kind: 'resolution', ...said })
  history.link('recommendation_resolution', recommendationId, said.id, match)
}

/** "That recommendations 2 and 4 to 6 be approved": one resolution, named by each recommendation that it decides. */
function assignNaming(history: ReviewHistory, unit: Unit, resolution: Unit['resolutions'][number], groups: readonly Decided[]): void {
  const id = entityId(unit, resolution.key)
  const decided = groups.flatMap((group) => namedRows(history.rows, group).map((row) => ({ group, row })))
  const whole = decided.filter(({ row }) => row.parentId === null)
  // One that names a single recommendation belongs to it; one that names several belongs to each of them, and to none.
  const only = whole.length === 1 ? whole[0] : undefined
  history.assign('resolution', id, only?.row.recommendationId ?? null)
  for (const { group, row } of decided) {
    const reasons = { why: 'the resolution names it', numbers: group.numbers, except: group.except }
    const said = { id, unit, record: resolution, outcome: group.outcome }
    decide(history, row.recommendationId, said, { ...NAMED, fromId: row.recommendationId, toId: id, reasons })
  }
  if (decided.length === 0) history.leaveUnlinked('resolution', id, unit, resolution, undefined)
}

const NAMED = { method: 'number', confidence: NAMED_CONFIDENCE, runnerUpId: null, runnerUpConfidence: null, bestId: null } as const

/** What a resolution did with one of these recommendations: one that decides by reference may agree to some and reject others. */
export function outcomeFor({ decides, outcome }: Resolution, rows: readonly RecommendationRow[], row: RecommendationRow): Outcome | null {
  const groups = decides?.filter((group) => namedRows(rows, group).includes(row)) ?? []
  return groups.length > 0 ? (groups.findLast((group) => group.outcome !== null)?.outcome ?? null) : outcome
}

/** The recommendations that a resolution names; a part goes with the whole that is named. */
function namedRows(rows: readonly RecommendationRow[], { numbers, except }: Decided): RecommendationRow[] {
  const top = (row: RecommendationRow) => row.number?.split('(')[0] ?? null
  const names = (list: readonly string[], row: RecommendationRow) =>
    row.number !== null && list.some((number) => number === row.number || number === top(row))
  const last = rows.filter((row) => row.parentId === null).at(-1)
  return rows.filter((row) => {
    if (names(except, row) || (except.includes('last') && last && top(row) === last.number)) return false
    return numbers === 'all' || names(numbers, row)
  })
}
