import type { About, Correction, CorrectionOf } from '../../schema/corrections.ts'
import type { LinkedArchive, LinkInput, RecommendationRow } from '../../schema/links.ts'
import { Entities, type Entity, valuesOf } from './entities.ts'
import { type Identity, isStill, isStillReview, paperIdentity, recommendationIdentity, recordIdentity, reviewIdentity } from './identity.ts'
import type { Standing } from './standing.ts'

/**
 * Holds each id that a correction names against what it stood for when the correction was made. What does not agree is reported in
 * `standing`, and the correction is not to be carried out. A line that says nothing of it, as versions 1 and 2 wrote them, always agrees.
 */
export class Targets {
  /** As they were read, whatever people corrected. */
  readonly entities: Entities
  readonly #documentIds: ReadonlySet<string>
  readonly #standing: Standing
  #wordings: Map<string, Entity[]> | null = null

  constructor(documents: readonly LinkInput[], documentIds: ReadonlySet<string>, standing: Standing) {
    this.entities = new Entities(documents)
    this.#documentIds = documentIds
    this.#standing = standing
  }

  /** Whether a record or paper is still what the correction was about; anything else is. */
  agreesOnRecord(correction: Correction, id: string): boolean {
    const entity = this.entities.find(id)
    const paper = entity === null ? this.entities.findPaper(id) : null
    const identity = entity ? recordIdentity(entity) : paper ? paperIdentity(paper.paper, paper.input.documentId) : null
    return identity === null || this.#agrees(correction, id, identity, isStill)
  }

  /** Whether what was extracted of a record's fields is still what a person replaced, or what they said. */
  agreesOnValues(correction: CorrectionOf<'set'>): boolean {
    const entity = this.entities.find(correction.target)
    if (!entity || correction.was === undefined) return true
    const now = valuesOf(entity, Object.keys(correction.fields))
    const changed = Object.entries(now).filter(
      ([field, value]) => value !== (correction.was?.[field] ?? null) && value !== (correction.fields[field] ?? null),
    )
    if (changed.length > 0) this.#standing.tellChanged(correction, correction.target, now)
    return changed.length === 0
  }

  /** Whether a recommendation is still what the correction was about. */
  agreesOnRecommendation(correction: Correction, id: string, row: RecommendationRow, archive: LinkedArchive): boolean {
    this.#wordings ??= this.#wordingsByRecommendation(archive)
    const identity = recommendationIdentity(row.text, row.documentId, this.#wordings.get(row.recommendationId) ?? [])
    return this.#agrees(correction, id, identity, isStill)
  }

  /** Whether a review is still what the correction was about. */
  agreesOnReview(correction: Correction, id: string, title: string, documentIds: Iterable<string>): boolean {
    return this.#agrees(correction, id, reviewIdentity(title, documentIds), isStillReview)
  }

  #agrees(
    correction: Correction,
    id: string,
    identity: Identity,
    holds: (about: About, identity: Identity, current: ReadonlySet<string>) => boolean,
  ): boolean {
    const about = correction.about?.find((one) => one.id === id)
    if (about === undefined || holds(about, identity, this.#documentIds)) return true
    this.#standing.tellChanged(correction, id)
    return false
  }

  #wordingsByRecommendation({ assignments }: LinkedArchive): Map<string, Entity[]> {
    const found = new Map<string, Entity[]>()
    for (const { entityId, entityKind, recommendationId } of assignments) {
      const entity = entityKind === 'wording' && recommendationId !== null ? this.entities.find(entityId) : null
      if (entity && recommendationId !== null) found.set(recommendationId, [...(found.get(recommendationId) ?? []), entity])
    }
    return found
  }
}
