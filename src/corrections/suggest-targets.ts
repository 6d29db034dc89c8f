import { type About, type Correction, type CorrectionRow, WAITING_STATES } from '../../schema/corrections.ts'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import { allEntities } from './entities.ts'
import { type Identity, nearness, recommendationIdentity, recordIdentity, reviewIdentity } from './identity.ts'

/** Something that a correction may be about now. */
interface Offer {
  id: string
  identity: Identity
}

/** Less alike than this, nothing is offered. */
const LEAST_NEARNESS = 0.5

/**
 * Says of each correction that waits what its target most likely is now: of the same kind, and nearest in what it says. Of equals
 * one from a paper that it came from then, else none: a person has to look.
 */
export function suggestTargets(
  rows: readonly CorrectionRow[],
  corrections: readonly Correction[],
  archive: LinkedArchive,
  documents: readonly LinkInput[],
): void {
  const waiting = rows.filter(({ state }) => WAITING_STATES.includes(state))
  if (waiting.length === 0) return
  const byId = new Map(corrections.map((correction) => [correction.id, correction]))
  const offers = new Map<string, Offer[]>()
  const offersOf = (kind: string): Offer[] => {
    const made = offers.get(kind) ?? makeOffers(kind, archive, documents)
    offers.set(kind, made)
    return made
  }
  for (const row of waiting) {
    const about = byId.get(row.correctionId)?.about?.find(({ id }) => id === row.aboutId)
    if (about) row.suggestedId = nearest(about, offersOf(kindOf(about.id)))
  }
}

/** "update" of "doc-0123456789ab/update/3"; a recommendation's id and a review's say what they are by what has them. */
function kindOf(id: string): string {
  const [first = '', second = ''] = id.split('/')
  return first.startsWith('doc-') ? second : 'review or recommendation'
}

function makeOffers(kind: string, archive: LinkedArchive, documents: readonly LinkInput[]): Offer[] {
  if (kind !== 'review or recommendation')
    return allEntities(documents).flatMap((entity) =>
      kindOf(entity.id) === kind ? [{ id: entity.id, identity: recordIdentity(entity) }] : [],
    )
  const papers = Map.groupBy(archive.documents, ({ reviewId }) => reviewId)
  const reviews = archive.reviews.map(({ reviewId, title }) => ({
    id: reviewId,
    identity: reviewIdentity(
      title,
      (papers.get(reviewId) ?? []).map(({ documentId }) => documentId),
    ),
  }))
  const recommendations = archive.recommendations.map(({ recommendationId, text, documentId }) => ({
    id: recommendationId,
    identity: recommendationIdentity(text, documentId, []),
  }))
  return [...reviews, ...recommendations]
}

function nearest(about: About, offers: readonly Offer[]): string | null {
  const ranked = offers
    .map(({ id, identity }) => ({
      id,
      near: nearness(about, identity),
      own: Number(identity.papers.some((paper) => about.papers.includes(paper))),
    }))
    .filter(({ near }) => near >= LEAST_NEARNESS)
    .sort((a, b) => b.near - a.near || b.own - a.own)
  const [best, second] = ranked
  if (!best) return null
  return second && second.near === best.near && second.own === best.own ? null : best.id
}
