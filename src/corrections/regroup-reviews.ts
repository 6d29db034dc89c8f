import type { Correction, CorrectionOf } from '../../schema/corrections.ts'
import type { NamedReview } from '../link/link-archive.ts'
import { identifyReview } from '../link/review-identity.ts'
import { subjectAndYear, type Unit } from '../link/units.ts'
import type { ReviewIds } from './review-ids.ts'
import type { Standing } from './standing.ts'
import type { Targets } from './targets.ts'

/** A document that a person gave to a review, or (null) to none. */
export interface PlacedDocument {
  correction: Correction
  reviewId: string | null
  /** The review that it was found to be of before. */
  was: string | null
}

/** What people's words on reviews came to. */
export interface Regrouping {
  ids: ReviewIds
  /** By document id. */
  placed: Map<string, PlacedDocument>
  /** The same of papers in which nothing was read that could be linked: a letter, a scan. A person knows what they belong to. */
  placedSilent: Map<string, PlacedDocument>
  /** Which reviews were merged into which: the old ids live on as aliases. */
  merged: { oldId: string; newId: string; since: string }[]
}

/**
 * Puts the papers of reviews where people said that they belong: two reviews become one, papers are parted from a review
 * or given to another, and so are those in `loose`, which linking gave to none. In the order of the corrections' times,
 * each sees what those before it made. `documentIds` are those of all papers. The groups found are changed.
 */
export function regroupReviews(
  found: readonly NamedReview[],
  loose: Set<Unit>,
  documentIds: ReadonlySet<string>,
  standing: Standing,
  targets: Targets,
  out: Regrouping,
): NamedReview[] {
  const reviews = [...found]
  for (const { review, group } of reviews) for (const unit of group.units) out.ids.add(identifyReview([unit]).reviewId, review.reviewId)
  const withId = (id: string): NamedReview | undefined =>
    reviews.find(({ review, group }) => review.reviewId === id && group.units.length > 0)
  const find = (id: string): NamedReview | undefined => withId(id) ?? withId(out.ids.review(id))

  /** Whether the review that a correction names by this id is still what a person meant; one that is not there is reported elsewhere. */
  const agrees = (correction: Correction, id: string, named: NamedReview | null | undefined): boolean =>
    !named ||
    targets.agreesOnReview(
      correction,
      id,
      named.review.title,
      named.group.units.map(({ documentId }) => documentId),
    )

  for (const correction of standing.of('merge', 'part', 'link', 'unlink')) {
    if (correction.action === 'merge') merge(correction)
    else if (correction.action === 'part') part(correction)
    else if (!correction.target.includes('/')) place(correction)
  }
  return reviews.filter(({ group }) => group.units.length > 0)

  function merge(correction: CorrectionOf<'merge'>): void {
    const [from, into] = [find(correction.target), find(correction.into)]
    if (!into || (!from && out.ids.review(correction.target) !== into.review.reviewId)) {
      standing.tellGone(correction, into ? correction.target : correction.into)
      return
    }
    if (!agrees(correction, correction.target, from) || !agrees(correction, correction.into, into)) return
    if (from && from !== into) {
      into.group.units.push(...from.group.units.splice(0))
      out.merged.push({ oldId: from.review.reviewId, newId: into.review.reviewId, since: correction.at.slice(0, 10) })
      out.ids.add(from.review.reviewId, into.review.reviewId)
    }
    standing.tell(correction, 'review_id', correction.target, into.review.reviewId, 'applied')
  }

  function part(correction: CorrectionOf<'part'>): void {
    const from = find(correction.target)
    if (!agrees(correction, correction.target, from)) return
    const units = from ? take(from, new Set(correction.papers)) : []
    if (!from || units.length === 0) {
      standing.tellGone(correction)
      return
    }
    const named = units.map((unit) => titled(unit, correction.title))
    const review = { ...identifyReview(named), title: correction.title }
    let reviewId = review.reviewId
    for (let twin = 2; reviews.some((other) => other.review.reviewId === reviewId && other.group.units.length); twin++) {
      reviewId = `${review.reviewId}~${twin}`
    }
    reviews.push({ review: { ...review, reviewId }, group: { ...from.group, units: named } })
    standing.tell(correction, 'review_id', from.review.reviewId, reviewId, 'applied')
    const placed = { correction, reviewId, was: from.review.reviewId }
    for (const unit of units) out.placed.set(unit.documentId, placed)
    for (const id of correction.papers) if (find(out.placedSilent.get(id)?.reviewId ?? '') === from) out.placedSilent.set(id, placed)
  }

  function place(correction: CorrectionOf<'link' | 'unlink'>): void {
    const { target: documentId } = correction
    const holders = reviews.filter(({ group }) => group.units.some((unit) => unit.documentId === documentId))
    const strays = [...loose].filter((unit) => unit.documentId === documentId)
    const into = correction.action === 'link' ? find(correction.to) : null
    const from = correction.action === 'unlink' && correction.from !== null ? find(correction.from) : null
    if (
      correction.action === 'link' ? !agrees(correction, correction.to, into) : from && !agrees(correction, String(correction.from), from)
    )
      return
    if (into !== undefined && holders.length + strays.length === 0 && documentIds.has(documentId)) {
      const was = find(out.placedSilent.get(documentId)?.reviewId ?? '')
      if (from !== null && from !== was) standing.tellGone(correction)
      else placeSilent(correction, was, into)
      return
    }
    if (holders.length + strays.length === 0 || into === undefined) {
      standing.tellGone(correction, correction.action === 'link' && into === undefined ? correction.to : documentId)
      return
    }
    const left = holders.filter((holder) => !from || holder === from)
    const units = [...left.flatMap((holder) => take(holder, new Set([documentId]))), ...strays]
    for (const unit of strays) loose.delete(unit)
    into?.group.units.push(...units.map((unit) => ({ ...unit, whole: true, alone: true })))
    const was = left.length === 1 ? (left[0]?.review.reviewId ?? null) : null
    standing.tell(correction, 'review_id', was, into?.review.reviewId ?? null, 'applied')
    out.placed.set(documentId, { correction, reviewId: into?.review.reviewId ?? null, was })
  }

  function placeSilent(correction: Correction, from: NamedReview | undefined, into: NamedReview | null): void {
    const [was, reviewId] = [from?.review.reviewId ?? null, into?.review.reviewId ?? null]
    standing.tell(correction, 'review_id', was, reviewId, 'applied')
    out.placedSilent.set(correction.target, { correction, reviewId, was })
  }
}

/** Takes the units of these documents out of a review. */
function take({ group }: NamedReview, documentIds: ReadonlySet<string>): Unit[] {
  const taken = group.units.filter((unit) => documentIds.has(unit.documentId))
  group.units = group.units.filter((unit) => !documentIds.has(unit.documentId))
  return taken
}

/** The unit as if its paper named the review by this title. */
function titled(unit: Unit, title: string): Unit {
  const place = { page: null, box: null, lineFrom: null, lineTo: null }
  return {
    ...unit,
    mention: { key: 'correction', title, kind: unit.mention?.kind ?? 'review', confidence: 1, source: 'correction', place },
    ...subjectAndYear(title),
  }
}
