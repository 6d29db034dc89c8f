import type { RecommendationRow } from '../../schema/links.ts'
import { type ProgressUpdate, type Resolution, WORDING_ROLES, type Wording } from '../../schema/records.ts'
import { paperOf } from '../link/units.ts'
import type { Entity } from './entities.ts'

/** What a recommendation's records say of it, in the order of time: the fields that are known from records of the given kind. */
export function latestKnown(row: RecommendationRow, kind: Entity['kind'], records: readonly Entity[]): Partial<RecommendationRow> {
  const own = records.filter((entity) => entity.kind === kind)
  switch (kind) {
    case 'progress_update':
      return latestStatus(own)
    case 'commitment':
      return latestCommitment(row, own)
    case 'resolution':
      return latestDecision(records)
    case 'wording':
      return latestWords(own)
    default:
      return {}
  }
}

function latestStatus(updates: readonly Entity[]): Partial<RecommendationRow> {
  const last = updates.at(-1)?.record as ProgressUpdate | undefined
  return {
    status: last?.status ?? null,
    assessmentText: last?.assessmentText ?? null,
    asOfFrom: last?.asOfFrom ?? null,
    asOfTo: last?.asOfTo ?? null,
  }
}

function latestCommitment(row: RecommendationRow, commitments: readonly Entity[]): Partial<RecommendationRow> {
  const known = { responsible: null, dueText: null, dueFrom: null, dueTo: null, outcome: row.resolutionId === null ? null : row.outcome }
  let latest: Pick<RecommendationRow, keyof typeof known> = known
  for (const { record } of commitments) {
    if (!('dueText' in record)) continue
    const { responsible, outcome, dueText, dueFrom, dueTo } = record
    latest = {
      ...latest,
      responsible: responsible ?? latest.responsible,
      outcome: latest.outcome ?? outcome,
      ...(dueText === null ? {} : { dueText, dueFrom, dueTo }),
    }
  }
  return latest
}

/** What the body decided, the latest; else what was answered; else what the plan says of it. */
function latestDecision(records: readonly Entity[]): Partial<RecommendationRow> {
  const resolutions = records.filter(({ kind }) => kind === 'resolution')
  const decisions = resolutions.filter(({ input, record }) => paperOf(input.records, record)?.kind !== 'response')
  const chosen = decisions.at(-1) ?? resolutions[0]
  const resolution = chosen?.record as Resolution | undefined
  const planned = records.flatMap(({ record }) => ('dueText' in record && record.outcome !== null ? [record.outcome] : []))[0]
  return { resolutionId: chosen?.id ?? null, outcome: resolution?.outcome ?? planned ?? null }
}

/** The wording of highest authority, and of equals the latest. */
function latestWords(wordings: readonly Entity[]): Partial<RecommendationRow> {
  const rank = ({ record }: Entity): number => WORDING_ROLES.indexOf((record as Wording).role)
  const best = wordings.toReversed().reduce<Entity | null>((chosen, next) => (chosen && rank(chosen) <= rank(next) ? chosen : next), null)
  if (!best) return {}
  const { text, role, place } = best.record as Wording
  return { text, textFrom: role, documentId: best.input.documentId, page: place.page }
}
