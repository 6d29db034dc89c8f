import type { CorrectionOf } from '../../schema/corrections.ts'
import type { RecommendationRow } from '../../schema/links.ts'
import type { Entities, Entity } from './entities.ts'
import type { LinkDesk } from './link-desk.ts'
import type { ReviewIds } from './review-ids.ts'
import type { Standing } from './standing.ts'
import type { Targets } from './targets.ts'

/** Gives records to the recommendations that people said they are of, or to none. Changes the desk's archive. */
export function correctLinks(desk: LinkDesk, entities: Entities, ids: ReviewIds, standing: Standing, targets: Targets): void {
  for (const correction of standing.of('link', 'unlink')) {
    if (!correction.target.includes('/')) continue // a document: it was placed before anything was linked
    const entity = entities.find(correction.target)
    if (!entity) standing.tellGone(correction)
    else if (!targets.agreesOnRecord(correction, correction.target)) continue
    else if (correction.action === 'link') link(correction, entity)
    else unlink(correction, entity)
  }

  function link(correction: CorrectionOf<'link'>, entity: Entity): void {
    const row = recommendationOf(correction.to)
    if (!row) {
      standing.tellGone(correction, correction.to)
      return
    }
    if (!agrees(correction, correction.to, row)) return
    const before = desk.assignmentOf(entity).recommendationId
    if (entity.kind === 'resolution') decide(correction, entity, row)
    else {
      const goal = (entity.kind === 'progress_update' ? row.resolutionId : null) ?? row.recommendationId
      for (const found of desk.linksOf(entity)) if (found.toId !== goal) desk.reject(found, correction)
      desk.assign(entity, row)
      desk.accept(entity, row, correction)
    }
    standing.tell(correction, 'recommendation_id', before, row.recommendationId, 'applied')
  }

  /** A resolution may decide several recommendations: one more is added, and what decided that one before gives way. */
  function decide(correction: CorrectionOf<'link'>, entity: Entity, row: RecommendationRow): void {
    const deciding = desk.linksOf(entity).filter(({ fromId }) => fromId !== row.recommendationId)
    if (deciding.length === 0) desk.assign(entity, row)
    else desk.settle(entity.id)
    desk.accept(entity, row, correction)
    desk.refresh(row)
  }

  function unlink(correction: CorrectionOf<'unlink'>, entity: Entity): void {
    const assignment = desk.assignmentOf(entity)
    const before = assignment.recommendationId
    const from = correction.from === null ? null : recommendationOf(correction.from)
    if (correction.from !== null && !from) {
      standing.tellGone(correction, correction.from)
      return
    }
    if (from && correction.from !== null && !agrees(correction, correction.from, from)) return
    const ends = (row: RecommendationRow): (string | null)[] => [row.recommendationId, row.resolutionId]
    for (const found of desk.linksOf(entity)) {
      if (!from || ends(from).includes(entity.kind === 'resolution' ? found.fromId : found.toId)) desk.reject(found, correction)
    }
    const decided = entity.kind === 'resolution' ? desk.decidedBy(entity.id).filter((row) => !from || row === from) : []
    if (!from) desk.rejectBest(entity, correction)
    if (!from || before === from.recommendationId) desk.assign(entity, null)
    for (const row of decided) desk.refresh(row)
    standing.tell(correction, 'recommendation_id', before ?? decided[0]?.recommendationId ?? null, null, 'applied')
  }

  /** Whether what a record is linked to, or parted from, is still what a person meant: a recommendation, or the resolution that decides it. */
  function agrees(correction: CorrectionOf<'link' | 'unlink'>, id: string, row: RecommendationRow): boolean {
    return entities.find(id) ? targets.agreesOnRecord(correction, id) : targets.agreesOnRecommendation(correction, id, row, desk.archive)
  }

  /** A recommendation by its id, or by the resolution that decides it and no other. */
  function recommendationOf(id: string): RecommendationRow | null {
    const named = desk.recommendation(id) ?? desk.recommendation(ids.recommendation(id))
    if (named) return named
    const decided = desk.decidedBy(id)
    return decided.length === 1 ? (decided[0] ?? null) : null
  }
}
