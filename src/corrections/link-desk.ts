import type { LinkKind } from '../../schema/closed-sets.ts'
import type { Correction } from '../../schema/corrections.ts'
import type { AssignmentRow, LinkedArchive, LinkRow, RecommendationRow } from '../../schema/links.ts'
import { outcomeFor } from '../link/assign-resolutions.ts'
import { presentState, type Said } from '../link/present-state.ts'
import { documentsToUnits, type Unit } from '../link/units.ts'
import type { Entities, Entity } from './entities.ts'

/** What kinds of links tie a record to its recommendation; wordings and actions are assigned without one. */
const KINDS: Partial<Record<Entity['kind'], readonly LinkKind[]>> = {
  progress_update: ['update_resolution', 'update_recommendation'],
  commitment: ['commitment_recommendation'],
  resolution: ['recommendation_resolution'],
}

/** The links that say about which recommendation a record is. */
const TO_RECOMMENDATION: readonly LinkKind[] = ['commitment_recommendation', 'update_recommendation']

/** From what to what the link between a record and a recommendation goes; null where such records have none. */
function linkBetween(entity: Entity, row: RecommendationRow): Pick<LinkRow, 'kind' | 'fromId' | 'toId'> | null {
  const { recommendationId } = row
  switch (entity.kind) {
    case 'progress_update':
      return updateLink(entity.id, row)
    case 'commitment':
      return { kind: 'commitment_recommendation', fromId: entity.id, toId: recommendationId }
    case 'resolution':
      return { kind: 'recommendation_resolution', fromId: recommendationId, toId: entity.id }
    default:
      return null
  }
}

/** An update reports on the resolution that decided its recommendation, and on the recommendation itself where none did. */
function updateLink(fromId: string, { recommendationId, resolutionId }: RecommendationRow): Pick<LinkRow, 'kind' | 'fromId' | 'toId'> {
  return resolutionId === null
    ? { kind: 'update_recommendation', fromId, toId: recommendationId }
    : { kind: 'update_resolution', fromId, toId: resolutionId }
}

/** An archive's links while they are corrected: who belongs to what, changed in one place so that all that follows from it follows. */
export class LinkDesk {
  readonly archive: LinkedArchive
  readonly #entities: Entities
  readonly #assignments: Map<string, AssignmentRow>
  readonly #recommendations: Map<string, RecommendationRow>
  #units: Map<string, Unit[]> | null = null

  constructor(archive: LinkedArchive, entities: Entities) {
    this.archive = archive
    this.#entities = entities
    this.#assignments = new Map(archive.assignments.map((row) => [row.entityId, row]))
    this.#recommendations = new Map(archive.recommendations.map((row) => [row.recommendationId, row]))
  }

  recommendation(id: string | null): RecommendationRow | null {
    return (id !== null && this.#recommendations.get(id)) || null
  }

  /** The recommendations that a resolution decides. */
  decidedBy(resolutionId: string): RecommendationRow[] {
    const own = this.recommendation(this.#assignments.get(resolutionId)?.recommendationId ?? null)
    return own ? [own] : this.archive.recommendations.filter((row) => row.resolutionId === resolutionId)
  }

  assignmentOf({ id, kind }: Entity): AssignmentRow {
    const found = this.#assignments.get(id)
    if (found) return found
    const made: AssignmentRow = { entityId: id, entityKind: kind, recommendationId: null, reviewId: null, resolutionId: null }
    this.#assignments.set(id, made)
    this.archive.assignments.push(made)
    return made
  }

  /** Gives a record, with what goes with it, to a recommendation or to none, and brings what is known of both up to date. */
  assign(entity: Entity, to: RecommendationRow | null): void {
    for (const member of [entity, ...this.#companions(entity)]) {
      const assignment = this.assignmentOf(member)
      const former = this.recommendation(assignment.recommendationId)
      assignment.recommendationId = to?.recommendationId ?? null
      assignment.reviewId = to?.reviewId ?? null
      if (member.kind === 'progress_update') assignment.resolutionId = to?.resolutionId ?? null
      this.settle(member.id)
      for (const row of new Set([former, to])) if (row) this.refresh(row)
    }
  }

  /** Brings up to date what is known of a recommendation, and lets its updates report on the resolution that decides it now. */
  refresh(row: RecommendationRow): void {
    Object.assign(row, presentState(this.#saidOf(row)))
    this.#repoint(row)
  }

  /** The records that are of a recommendation: by assignment, or by a link, as one row for several or one resolution for several is. */
  #saidOf(row: RecommendationRow): Said[] {
    const { recommendationId } = row
    const assigned = this.archive.assignments.filter((one) => one.recommendationId === recommendationId).map(({ entityId }) => entityId)
    const accepted = this.archive.links.filter(({ judgement }) => judgement === 'accepted')
    const deciding = accepted.filter(({ kind, fromId }) => kind === 'recommendation_resolution' && fromId === recommendationId)
    const linked = accepted.filter(({ kind, toId }) => TO_RECOMMENDATION.includes(kind) && toId === recommendationId)
    const ids = new Set([...assigned, ...deciding.map(({ toId }) => toId), ...linked.map(({ fromId }) => fromId)])
    // What a person says decides it does, whatever else is of it.
    const decided = deciding.find(({ method }) => method === 'correction')?.toId
    const rows = this.archive.recommendations.filter(({ reviewId }) => reviewId === row.reviewId)
    return [...ids].flatMap((id): Said[] => {
      const entity = this.#entities.find(id)
      const unit = entity && this.#unitOf(entity)
      if (!unit || entity.kind === 'action' || (decided !== undefined && entity.kind === 'resolution' && id !== decided)) return []
      if (entity.kind !== 'resolution') return [{ id, unit, kind: entity.kind, record: entity.record } as Said]
      const record = entity.record as Unit['resolutions'][number]
      return [{ id, unit, kind: 'resolution', record, outcome: outcomeFor(record, rows, row) }]
    })
  }

  #unitOf({ input, record }: Entity): Unit | undefined {
    this.#units ??= Map.groupBy(documentsToUnits([...this.#entities.documents.values()]), ({ documentId }) => documentId)
    const lists = ({ wordings, resolutions, commitments, updates }: Unit): readonly object[][] => [
      wordings,
      resolutions,
      commitments,
      updates,
    ]
    return this.#units.get(input.documentId)?.find((unit) => lists(unit).some((list) => list.includes(record)))
  }

  /** Lets the updates on a recommendation report on the resolution that decides it now. */
  #repoint(row: RecommendationRow): void {
    const { recommendationId, resolutionId } = row
    for (const assignment of this.archive.assignments) {
      if (assignment.recommendationId !== recommendationId || assignment.entityKind !== 'progress_update') continue
      if (assignment.resolutionId === resolutionId) continue
      assignment.resolutionId = resolutionId
      const now = updateLink(assignment.entityId, row)
      this.archive.links = this.archive.links.map((link) => {
        const own = KINDS.progress_update?.includes(link.kind) && link.fromId === assignment.entityId && link.judgement !== 'rejected'
        return own ? { ...link, ...now, linkId: `${now.kind}:${now.fromId}` } : link
      })
    }
  }

  /** Nothing about this record is undecided any more. */
  settle(entityId: string): void {
    this.archive.unlinked = this.archive.unlinked.filter((row) => row.entityId !== entityId)
    this.archive.diagnostics = this.archive.diagnostics.filter((row) => row.entityId !== entityId)
  }

  /** The links that tie a record to recommendations, the rejected ones left out. */
  linksOf(entity: Entity): LinkRow[] {
    const kinds = KINDS[entity.kind] ?? []
    const end = entity.kind === 'resolution' ? 'toId' : 'fromId'
    return this.archive.links.filter((link) => kinds.includes(link.kind) && link[end] === entity.id && link.judgement !== 'rejected')
  }

  /** A link turned down by a person is kept, so that the tables say who did. */
  reject(link: LinkRow, correction: Correction): void {
    const rejected: LinkRow = {
      ...link,
      linkId: `${link.linkId}:rejected:${correction.id}`,
      judgement: 'rejected',
      ...signed(correction, link),
    }
    this.archive.links = [...this.archive.links.filter((other) => other !== link), rejected]
  }

  /** What the rules thought nearest to an undecided record is turned down with it. */
  rejectBest(entity: Entity, correction: Correction): void {
    const undecided = this.archive.unlinked.find(({ entityId }) => entityId === entity.id)
    const bestId = undecided?.bestId ?? null
    const [kind] = KINDS[entity.kind] ?? []
    if (!kind || !undecided || bestId === null || entity.kind === 'resolution') return
    const row = this.recommendation(bestId)
    const between = (row && linkBetween(entity, row)) ?? { kind, fromId: entity.id, toId: bestId }
    this.archive.links.push({
      linkId: `${between.kind}:${entity.id}:rejected:${correction.id}`,
      ...between,
      method: 'correction',
      confidence: undecided.bestConfidence ?? 0,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'rejected',
      ...signed(correction, undefined),
    })
  }

  /** Makes the link between a record and a recommendation a person's; where such records have none, nothing. */
  accept(entity: Entity, row: RecommendationRow, correction: Correction): void {
    const between = linkBetween(entity, row)
    if (!between) return
    const linkId = `${between.kind}:${between.fromId}`
    const former = this.archive.links.find((link) => link.linkId === linkId)
    const link: LinkRow = {
      linkId,
      ...between,
      method: 'correction',
      confidence: 1,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'accepted',
      ...signed(correction, former),
    }
    this.archive.links = [...this.archive.links.filter((other) => other !== former), link]
  }

  /** What goes with a record: a commitment's actions, and the wording that a resolution is. */
  #companions(entity: Entity): Entity[] {
    const { records, documentId } = entity.input
    const keys =
      entity.kind === 'commitment'
        ? records.actions.filter(({ commitmentKey }) => commitmentKey === entity.record.key).map(({ key }) => key)
        : entity.kind === 'resolution'
          ? records.wordings
              .filter(({ key, role }) => role === 'resolved' && 'wordingKey' in entity.record && key === entity.record.wordingKey)
              .map(({ key }) => key)
          : []
    return keys.flatMap((key) => this.#entities.find(`${documentId}/${key}`) ?? [])
  }
}

/** Who decided, and in the reasons what the rules had found. */
function signed(correction: Correction, former: LinkRow | undefined): Pick<LinkRow, 'decidedBy' | 'reasons'> {
  const found = former && {
    toId: former.toId,
    method: former.method,
    confidence: former.confidence,
    reasons: JSON.parse(former.reasons) as unknown,
  }
  return { decidedBy: correction.by, reasons: JSON.stringify({ correction: correction.id, why: correction.why, found: found ?? null }) }
}
