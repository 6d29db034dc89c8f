import type { LinkKind } from '../../schema/closed-sets.ts'
import type { Correction } from '../../schema/corrections.ts'
import type { AssignmentRow, LinkedArchive, LinkRow, RecommendationRow } from '../../schema/links.ts'
import type { Entities, Entity } from './entities.ts'
import { latestKnown } from './latest-known.ts'

/** What kind of a link ties a record to its recommendation; wordings and actions are assigned without one. */
const KINDS: Partial<Record<Entity['kind'], LinkKind>> = {
  progress_update: 'update_resolution',
  commitment: 'commitment_recommendation',
  resolution: 'recommendation_resolution',
}

/** An archive's links while they are corrected: who belongs to what, changed in one place so that all that follows from it follows. */
export class LinkDesk {
  readonly archive: LinkedArchive
  readonly #entities: Entities
  readonly #assignments: Map<string, AssignmentRow>
  readonly #recommendations: Map<string, RecommendationRow>

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
      for (const row of new Set([former, to])) if (row) this.refresh(row, member.kind)
    }
  }

  /** Brings up to date what is known of a recommendation from records of one kind. */
  refresh(row: RecommendationRow, kind: Entity['kind']): void {
    const own = this.archive.assignments.filter(({ recommendationId }) => recommendationId === row.recommendationId)
    const named = this.archive.links.filter(
      (link) => link.kind === 'recommendation_resolution' && link.fromId === row.recommendationId && link.judgement === 'accepted',
    )
    const ids = new Set([...own.map(({ entityId }) => entityId), ...named.map(({ toId }) => toId)])
    Object.assign(row, latestKnown(row, kind, this.#entities.inOrderOfTime(ids)))
    if (kind === 'resolution') this.repoint(row)
  }

  /** Lets the updates on a recommendation report on the resolution that decides it now. */
  repoint({ recommendationId, resolutionId }: RecommendationRow): void {
    for (const assignment of this.archive.assignments) {
      if (assignment.recommendationId !== recommendationId || assignment.entityKind !== 'progress_update') continue
      if (assignment.resolutionId === resolutionId) continue
      assignment.resolutionId = resolutionId
      this.archive.links = this.archive.links.flatMap((link) => {
        const own = link.kind === 'update_resolution' && link.fromId === assignment.entityId && link.judgement !== 'rejected'
        return !own ? [link] : resolutionId === null ? [] : [{ ...link, toId: resolutionId }]
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
    const kind = KINDS[entity.kind]
    const end = kind === 'recommendation_resolution' ? 'toId' : 'fromId'
    return this.archive.links.filter((link) => link.kind === kind && link[end] === entity.id && link.judgement !== 'rejected')
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
    const kind = KINDS[entity.kind]
    const undecided = this.archive.unlinked.find(({ entityId }) => entityId === entity.id)
    if (!kind || !undecided || undecided.bestId === null || kind === 'recommendation_resolution') return
    const row = this.recommendation(undecided.bestId)
    this.archive.links.push({
      linkId: `${kind}:${entity.id}:rejected:${correction.id}`,
      kind,
      fromId: entity.id,
      toId: (kind === 'update_resolution' ? row?.resolutionId : row?.recommendationId) ?? undecided.bestId,
      method: 'correction',
      confidence: undecided.bestConfidence ?? 0,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'rejected',
      ...signed(correction, undefined),
    })
  }

  /** Makes the link between a record and a recommendation a person's; where such records have none (an update on what was never resolved), nothing. */
  accept(entity: Entity, row: RecommendationRow, correction: Correction): void {
    const kind = KINDS[entity.kind]
    const [fromId, toId] =
      kind === 'recommendation_resolution'
        ? [row.recommendationId, entity.id]
        : [entity.id, kind === 'update_resolution' ? row.resolutionId : row.recommendationId]
    if (!kind || toId === null) return
    const linkId = `${kind}:${fromId}`
    const former = this.archive.links.find((link) => link.linkId === linkId)
    const link: LinkRow = {
      linkId,
      kind,
      fromId,
      toId,
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
