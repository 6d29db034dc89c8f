import { LINK_KINDS, type LinkKind } from '../../../schema/closed-sets.ts'
import type { LinkedArchive } from '../../../schema/links.ts'
import type { WordingRole } from '../../../schema/records.ts'
import type { Archive } from './paper-writer.ts'

/** How many links of a kind there are, were found, and were found rightly. */
export interface Tally {
  expected: number
  found: number
  right: number
}

/** A link that was found and is wrong, or was expected and not found. */
export interface Mistake {
  kind: LinkKind
  from: string
  to: string
  wrong: boolean
}

/** A report's own words say best which recommendation a row is. */
const WEIGHTS: Readonly<Record<WordingRole, number>> = { proposed: 1000, resolved: 100, planned: 10, restated: 1 }

/**
 * Holds links against the truth. A review that linking parted in two counts once: what it hung on the lesser
 * part is wrong. Links that nobody could make, of recommendations that no paper here words, are not expected.
 */
export function scoreLinks(archive: Archive, linked: LinkedArchive): { tallies: Record<LinkKind, Tally>; mistakes: Mistake[] } {
  const { truth } = archive
  const roles = new Map(
    archive.documents.flatMap(({ documentId, records }) =>
      records.wordings.map(({ key, role }) => [`${documentId}/${key}`, role] as const),
    ),
  )
  const worded = new Set([...roles.keys()].flatMap((entity) => truth.recommendationsOf.get(entity) ?? []))
  const { reviews, recommendations } = readLinked(linked, archive, roles)
  const expected: Record<LinkKind, Map<string, Set<string>>> = {
    document_review: new Map([...truth.reviewOf].map(([documentId, review]) => [documentId, new Set([review])])),
    recommendation_resolution: new Map([...truth.decidedBy].filter(([of]) => worded.has(of)).map(([of, by]) => [of, new Set([by])])),
    commitment_recommendation: new Map(),
    update_resolution: new Map(),
    update_recommendation: new Map(),
  }
  for (const { documentId, records } of archive.documents) {
    for (const { key } of records.commitments) {
      const entity = `${documentId}/${key}`
      expected.commitment_recommendation.set(entity, new Set(truth.recommendationsOf.get(entity)))
    }
    for (const { key } of records.progressUpdates) {
      const entity = `${documentId}/${key}`
      const of = (truth.recommendationsOf.get(entity) ?? []).filter((recommendation) => worded.has(recommendation))
      expected.update_resolution.set(entity, new Set(of.flatMap((recommendation) => truth.decidedBy.get(recommendation) ?? [])))
      const unresolved = of.filter((recommendation) => !truth.decidedBy.has(recommendation))
      expected.update_recommendation.set(entity, new Set(unresolved))
    }
  }
  const found = linked.links
    .filter((link) => link.judgement === 'accepted')
    .map(({ kind, fromId, toId }) => ({
      kind,
      from: kind === 'recommendation_resolution' ? (recommendations.get(fromId) ?? fromId) : fromId,
      to:
        kind === 'document_review'
          ? (reviews.get(toId) ?? toId)
          : kind === 'commitment_recommendation' || kind === 'update_recommendation'
            ? (recommendations.get(toId) ?? toId)
            : toId,
    }))
    // A decision that was not found is missing once already: its update is linked to the right recommendation all the same.
    .filter(
      ({ kind, from, to }) =>
        kind !== 'update_recommendation' || !truth.decidedBy.has(to) || !truth.recommendationsOf.get(from)?.includes(to),
    )
  return holdAgainst(expected, found)
}

function holdAgainst(
  expected: Record<LinkKind, Map<string, Set<string>>>,
  found: readonly { kind: LinkKind; from: string; to: string }[],
): { tallies: Record<LinkKind, Tally>; mistakes: Mistake[] } {
  const tallies = Object.fromEntries(LINK_KINDS.map((kind) => [kind, { expected: 0, found: 0, right: 0 }])) as Record<LinkKind, Tally>
  const mistakes: Mistake[] = []
  const hit = new Set<string>()
  for (const { kind, from, to } of found) {
    tallies[kind].found++
    const right = expected[kind].get(from)?.has(to) ?? false
    if (right && !hit.has(`${kind} ${from} ${to}`)) tallies[kind].right++
    if (right) hit.add(`${kind} ${from} ${to}`)
    else mistakes.push({ kind, from, to, wrong: true })
  }
  for (const kind of LINK_KINDS) {
    for (const [from, targets] of expected[kind]) {
      tallies[kind].expected += targets.size
      for (const to of targets) if (!hit.has(`${kind} ${from} ${to}`)) mistakes.push({ kind, from, to, wrong: false })
    }
  }
  return { tallies, mistakes }
}

/** Which review and which recommendation of the truth each linked row is; a lesser part of one is not one. */
function readLinked(linked: LinkedArchive, archive: Archive, roles: ReadonlyMap<string, WordingRole>) {
  const { truth } = archive
  const ofRow = new Map<string, Map<string, number>>()
  const ofReview = new Map<string, Map<string, number>>()
  const ofPart = new Map<string, Map<string, number>>()
  const vote = (votes: Map<string, Map<string, number>>, row: string, of: string, weight: number) => {
    const own = votes.get(row) ?? new Map<string, number>()
    own.set(of, (own.get(of) ?? 0) + weight)
    votes.set(row, own)
  }
  for (const { entityId, recommendationId, reviewId } of linked.assignments) {
    const role = roles.get(entityId)
    if (!recommendationId || !reviewId || !role) continue
    const of = truth.recommendationsOf.get(entityId) ?? []
    for (const recommendation of of) {
      vote(ofRow, recommendationId, recommendation, WEIGHTS[role] / of.length)
      vote(ofReview, recommendation.split('/')[0] ?? '', reviewId, WEIGHTS[role])
      vote(ofPart, reviewId, recommendation.split('/')[0] ?? '', WEIGHTS[role])
    }
  }
  for (const { documentId, reviewId } of linked.documents) {
    const of = truth.reviewOf.get(documentId)
    if (!of || !reviewId) continue
    vote(ofReview, of, reviewId, 0.1)
    vote(ofPart, reviewId, of, 0.1)
  }
  const most = (votes: Map<string, number>) => [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  const main = new Map([...ofReview].map(([of, votes]) => [of, most(votes)]))
  const reviews = new Map<string, string>()
  for (const [reviewId, votes] of ofPart) if (main.get(most(votes)) === reviewId) reviews.set(reviewId, most(votes))
  const recommendations = new Map<string, string>()
  for (const row of linked.recommendations) {
    const of = most(ofRow.get(row.recommendationId) ?? new Map())
    if (of !== '' && reviews.get(row.reviewId) === of.split('/')[0]) recommendations.set(row.recommendationId, of)
  }
  return { reviews, recommendations }
}
