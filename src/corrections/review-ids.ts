import type { LinkedArchive } from '../../schema/links.ts'

/** Which id a review or a recommendation has now that was known by another. */
export class ReviewIds {
  readonly #newIds = new Map<string, string>()

  /** Notes that `oldId` is `newId` now. */
  add(oldId: string, newId: string): void {
    if (oldId !== newId && !this.#newIds.has(oldId)) this.#newIds.set(oldId, newId)
  }

  /** Notes the aliases that linking gave. */
  addAliases({ aliases }: Pick<LinkedArchive, 'aliases'>): void {
    for (const { oldId, newId } of aliases) this.add(oldId, newId)
  }

  /** The id that the review has now; an id that nothing is known of as it is. */
  review(id: string): string {
    const seen = new Set<string>()
    let current = id
    for (let next = this.#newIds.get(current); next !== undefined && !seen.has(next); next = this.#newIds.get(current)) {
      seen.add(next)
      current = next
    }
    return current
  }

  /** The id that the recommendation has now: the new id of its review with what followed the old one's. */
  recommendation(id: string): string {
    for (let slash = id.lastIndexOf('/'); slash > 0; slash = id.lastIndexOf('/', slash - 1)) {
      const review = this.review(id.slice(0, slash))
      if (review !== id.slice(0, slash)) return review + id.slice(slash)
    }
    return this.review(id)
  }
}
