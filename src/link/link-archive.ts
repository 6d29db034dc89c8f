import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { AliasRow, LinkedArchive, LinkInput, LinkRow, ReviewRow } from '../../schema/links.ts'
import { groupReviews, type ReviewGroup } from './group-reviews.ts'
import { linkReview } from './link-review.ts'
import { entityId } from './review-history.ts'
import { identifyReview } from './review-identity.ts'
import { type SamePapers, samePapers } from './same-papers.ts'
import { documentsToUnits, type Unit } from './units.ts'

/** A review with the units that are of it. */
export interface NamedReview {
  review: ReviewRow
  group: ReviewGroup
}

/** Decides anew which units are of which review: what people corrected. Units of no review are in `loose`; one that it places it takes out. */
export type Regroup = (reviews: NamedReview[], loose: Set<Unit>) => NamedReview[]

/**
 * The links of a whole archive: which papers are of one review, which of their items are one
 * recommendation, what was resolved on it and what was reported since. A pure function of the documents'
 * records: neither their order nor the number of imports they came in makes a difference. A paper that is there in several files is
 * linked once, as `same` says.
 */
export function linkArchive(
  documents: readonly LinkInput[],
  regroup: Regroup = (reviews) => reviews,
  same: SamePapers = samePapers(documents),
): LinkedArchive {
  const linked: LinkedArchive = {
    reviews: [],
    documents: [],
    papers: [],
    copies: [],
    recommendations: [],
    assignments: [],
    links: [],
    unlinked: [],
    aliases: [],
    wordingChanges: [],
    slippage: [],
    silences: [],
    diagnostics: [],
  }
  const { groups, undecided } = groupReviews(documentsToUnits(documents, same.copies))
  const loose = new Set(undecided.map(({ unit }) => unit))
  const named = regroup(nameReviews(groups), loose)
  const reviewIds = new Map(named.map(({ review, group }) => [group, review.reviewId]))
  for (const { review, group } of named) {
    const result = linkReview(review, group)
    if (result.recommendations.length === 0 && group.units.every((unit) => unit.mention === null)) {
      for (const unit of group.units) leaveWithoutReview(linked, unit)
      continue
    }
    linked.reviews.push(review)
    append(linked.recommendations, result.recommendations)
    append(linked.assignments, result.assignments)
    append(linked.links, result.links)
    append(linked.unlinked, result.unlinked)
    append(linked.diagnostics, result.diagnostics)
    append(linked.wordingChanges, result.wordingChanges)
    append(linked.slippage, result.slippage)
    append(linked.silences, result.silences)
    linked.aliases.push(...reviewAliases(review, group))
    for (const unit of group.units) {
      if (!unit.whole) continue
      linked.papers.push({ paperId: entityId(unit, unit.paperKey), reviewId: review.reviewId })
      if (!unit.alone) continue
      linked.documents.push({ documentId: unit.documentId, reviewId: review.reviewId })
      linked.links.push(documentLink(unit, review, group, reviewIds))
    }
  }
  for (const { unit, best, confidence } of undecided.filter((one) => loose.has(one.unit)))
    leaveUndecided(linked, unit, reviewIds.get(best) ?? null, confidence)
  addCopies(linked, documents, same)
  const ids = new Set([...linked.reviews.map((review) => review.reviewId), ...linked.recommendations.map((row) => row.recommendationId)])
  linked.aliases = linked.aliases.filter((alias) => !ids.has(alias.oldId))
  return linked
}

/** A copy is of the review of the paper that counts, and links nothing; what may be a copy counts until a person says so. */
function addCopies(linked: LinkedArchive, documents: readonly LinkInput[], { copies, doubtful }: SamePapers): void {
  if (copies.size > 0) {
    const reviews = new Map(linked.papers.map(({ paperId, reviewId }) => [paperId, reviewId]))
    for (const { documentId, records } of documents) {
      for (const { key } of records.papers) {
        const paperId = `${documentId}/${key}`
        const sameAs = copies.get(paperId)
        if (sameAs === undefined) continue
        linked.copies.push({ paperId, documentId, sameAs })
        const reviewId = reviews.get(sameAs)
        if (reviewId === undefined) continue
        linked.papers.push({ paperId, reviewId })
        if (records.papers.length === 1) linked.documents.push({ documentId, reviewId })
      }
    }
  }
  if (doubtful.length === 0) return
  const paths = new Map(documents.map(({ documentId, path }) => [documentId, path]))
  for (const { documentId, likeId } of doubtful)
    linked.diagnostics.push({
      documentId,
      rule: 'maybe-same-paper',
      note: paths.get(likeId.split('/')[0] ?? likeId) ?? likeId,
      entityId: null,
    })
}

/** Why a paper is of a review, and which review came next. */
function documentLink(unit: Unit, review: ReviewRow, group: ReviewGroup, reviewIds: ReadonlyMap<ReviewGroup, string>): LinkRow {
  const by = group.placedBy.get(unit)
  return {
    linkId: `document_review:${unit.documentId}`,
    kind: 'document_review',
    fromId: unit.documentId,
    toId: review.reviewId,
    method: by?.method ?? unit.mention?.source ?? 'wording',
    confidence: by?.confidence ?? unit.mention?.confidence ?? FOUNDER_CONFIDENCE,
    runnerUpId: by?.runnerUp ? (reviewIds.get(by.runnerUp) ?? null) : null,
    runnerUpConfidence: by?.runnerUpConfidence ?? null,
    judgement: 'accepted',
    decidedBy: 'rule',
    reasons: JSON.stringify(
      by?.reasons ?? { title: unit.mention?.title ?? null, council: unit.council, why: 'the paper that it is known by' },
    ),
  }
}

/** A paper that founds a review without naming it. */
const FOUNDER_CONFIDENCE = 0.8

/** Papers that name no review and recommend nothing: what they resolve is the meeting's own. */
function leaveWithoutReview(linked: LinkedArchive, unit: Unit): void {
  const records = {
    wording: unit.wordings,
    resolution: unit.resolutions,
    commitment: unit.commitments,
    action: unit.actions,
    progress_update: unit.updates,
  }
  for (const [kind, list] of Object.entries(records)) {
    for (const { key } of list)
      linked.assignments.push({
        entityId: entityId(unit, key),
        entityKind: kind as keyof typeof records,
        recommendationId: null,
        reviewId: null,
        resolutionId: null,
      })
  }
  if (unit.whole) linked.diagnostics.push({ documentId: unit.documentId, rule: 'review-unknown', note: unit.title, entityId: null })
}

/** A paper that may be of one review or another: all that it reports waits for a person. */
function leaveUndecided(linked: LinkedArchive, unit: Unit, bestId: string | null, bestConfidence: number): void {
  leaveWithoutReview(linked, unit)
  const reason = 'Nothing decides which review the paper is of.'
  const { documentId } = unit
  for (const { key, number, progress, assessmentText } of unit.updates) {
    const row = { entityId: entityId(unit, key), entityKind: 'progress_update', documentId, number } as const
    linked.unlinked.push({ ...row, text: progress ?? assessmentText, bestId, bestConfidence, reason })
  }
  for (const { key, number, text } of unit.actions)
    linked.unlinked.push({ entityId: entityId(unit, key), entityKind: 'action', documentId, number, text, bestId, bestConfidence, reason })
  for (const { key, number, text, decides, wordingKey } of unit.resolutions) {
    if (decides === null && wordingKey === null) continue
    linked.unlinked.push({
      entityId: entityId(unit, key),
      entityKind: 'resolution',
      documentId,
      number,
      text,
      bestId,
      bestConfidence,
      reason,
    })
  }
}

/** Names every review; two that would bear one id are distinguished by a letter, in the order of their papers. */
function nameReviews(groups: readonly ReviewGroup[]): NamedReview[] {
  const named = groups.map((group) => ({
    review: identifyReview(group.units),
    group,
    first: group.units.map((unit) => `${unit.dated ?? '9'} ${unit.documentId}`).sort()[0] ?? '',
  }))
  named.sort((a, b) => byCodeUnits(a.review.reviewId, b.review.reviewId) || byCodeUnits(a.first, b.first))
  const taken = new Map<string, number>()
  return named.map(({ review, group }) => {
    const count = (taken.get(review.reviewId) ?? 0) + 1
    taken.set(review.reviewId, count)
    return { review: count === 1 ? review : { ...review, reviewId: `${review.reviewId}~${count}` }, group }
  })
}

/** The ids that the review would have if one of its papers were alone: whoever imported that one first knows it by them. */
function reviewAliases(review: ReviewRow, group: ReviewGroup): AliasRow[] {
  const since =
    group.units
      .map((unit) => unit.dated)
      .filter((dated) => dated !== null)
      .sort()[0] ?? null
  const old = new Set(group.units.map((unit) => identifyReview([unit]).reviewId).filter((id) => id !== review.reviewId))
  return [...old].sort().map((oldId) => ({ oldId, newId: review.reviewId, since }))
}

/** Adds what may be more than a function can be given at once: a long plan has some hundred thousand records. */
function append<T>(list: T[], further: readonly T[]): void {
  for (const one of further) list.push(one)
}
