import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { RecommendationRow } from '../../schema/links.ts'
import { type DocumentRecords, type Outcome, WORDING_ROLES } from '../../schema/records.ts'
import { kindRank } from './group-reviews.ts'
import type { Unit } from './units.ts'

/** A record that is of a recommendation, by the id of the record, with the paper that it is in. */
export type Said = { id: string; unit: Unit } & (
  | { kind: 'wording'; record: DocumentRecords['wordings'][number] }
  /** `outcome` is what it did with this recommendation: one resolution may agree to some and reject others. */
  | { kind: 'resolution'; record: DocumentRecords['resolutions'][number]; outcome: Outcome | null }
  | { kind: 'commitment'; record: DocumentRecords['commitments'][number] }
  | { kind: 'progress_update'; record: DocumentRecords['progressUpdates'][number] }
)

/** What is known of a recommendation from all that papers say about it. */
export type PresentState = Omit<
  RecommendationRow,
  'recommendationId' | 'reviewId' | 'number' | 'parentId' | 'position' | 'kind' | 'heading'
>

/** What is known where no paper says anything. */
export const NOTHING_SAID = {
  resolutionId: null,
  outcome: null,
  responsible: null,
  dueText: null,
  dueFrom: null,
  dueTo: null,
  status: null,
  assessmentText: null,
  asOfFrom: null,
  asOfTo: null,
  latestUpdateId: null,
} as const

/** Papers in the order of time; an undated one by its place in a review's life, before those that are dated. */
export const byTime = (a: Unit, b: Unit): number =>
  byCodeUnits(a.dated ?? '', b.dated ?? '') || kindRank(a.kind) - kindRank(b.kind) || byCodeUnits(a.documentId, b.documentId)

/** Whether a paper is the deciding body's own; what others answer counts where it has decided nothing. */
export const isDecision = ({ kind }: Unit): boolean => kind === 'decision_record' || kind === 'minutes'

/**
 * Where a recommendation is now, from all records that are of it, in any order: its words from the wording of highest authority and of
 * equals the latest, its outcome from the last decision, who and when from the last plan that says so, its status from the last update.
 * Linking and corrections only say which records are of it; without a wording its words stay as they are.
 */
export function presentState(said: readonly Said[]): Partial<PresentState> {
  const inTime = said.toSorted((a, b) => byTime(a.unit, b.unit) || place(a) - place(b))
  const of = <Kind extends Said['kind']>(kind: Kind) => inTime.filter((one): one is Extract<Said, { kind: Kind }> => one.kind === kind)
  const decision = latestDecision(of('resolution'))
  return { ...latestWords(of('wording')), ...latestCommitment(of('commitment'), decision), ...latestStatus(of('progress_update')) }
}

type Of<Kind> = readonly Extract<Said, { kind: Kind }>[]

/** Where a record is among those of its kind in its paper. */
function place({ unit, kind, record }: Said): number {
  switch (kind) {
    case 'wording':
      return indexIn(unit.wordings, record)
    case 'resolution':
      return indexIn(unit.resolutions, record)
    case 'commitment':
      return indexIn(unit.commitments, record)
    case 'progress_update':
      return indexIn(unit.updates, record)
  }
}

/** Where each record of a list is, counted once: a plan has many thousand rows. */
const INDEXES = new WeakMap<readonly object[], ReadonlyMap<object, number>>()

function indexIn(list: readonly object[], record: object): number {
  const known = INDEXES.get(list)
  const indexes = known?.size === list.length ? known : new Map(list.map((one, index) => [one, index]))
  if (indexes !== known) INDEXES.set(list, indexes)
  return indexes.get(record) ?? -1
}

function latestWords(wordings: Of<'wording'>): Partial<PresentState> {
  const rank = ({ record }: Of<'wording'>[number]): number => WORDING_ROLES.indexOf(record.role)
  const highest = Math.min(...wordings.map(rank))
  const best = wordings.findLast((one) => rank(one) === highest)
  if (!best) return {}
  const { text, role, place: found } = best.record
  return { text, textFrom: role, documentId: best.unit.documentId, page: found.page }
}

/** What the body decided last, and without that the first answer. One that does not say what it did leaves the outcome as it was. */
function latestDecision(resolutions: Of<'resolution'>): Pick<PresentState, 'resolutionId' | 'outcome'> {
  const others = resolutions.filter(({ unit }) => !isDecision(unit) && unit.kind !== 'response')
  const decisions = [...resolutions.filter(({ unit }) => isDecision(unit)), ...others]
  const counting = decisions.length > 0 ? decisions : resolutions.slice(0, 1)
  return {
    resolutionId: counting.at(-1)?.id ?? null,
    outcome: counting.findLast(({ outcome }) => outcome !== null)?.outcome ?? null,
  }
}

/** Who and by when, as the last paper has it that says so; an outcome that a plan prints counts where nothing was decided. */
function latestCommitment(commitments: Of<'commitment'>, decision: Pick<PresentState, 'resolutionId' | 'outcome'>): Partial<PresentState> {
  const records = commitments.map(({ record }) => record)
  const dated = records.findLast(({ dueText }) => dueText !== null)
  return {
    responsible: records.findLast(({ responsible }) => responsible !== null)?.responsible ?? null,
    dueText: dated?.dueText ?? null,
    dueFrom: dated?.dueFrom ?? null,
    dueTo: dated?.dueTo ?? null,
    resolutionId: decision.resolutionId,
    outcome: decision.outcome ?? records.find(({ outcome }) => outcome !== null)?.outcome ?? null,
  }
}

function latestStatus(updates: Of<'progress_update'>): Partial<PresentState> {
  const last = updates.at(-1)
  const { status = null, assessmentText = null, asOfFrom = null, asOfTo = null } = last?.record ?? {}
  return { status, assessmentText, asOfFrom, asOfTo, latestUpdateId: last?.id ?? null }
}
