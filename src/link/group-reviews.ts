import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { DocumentKind } from '../../schema/records.ts'
import { CandidateReview, type PlacedBy } from './candidate-review.ts'
import { partByCouncil, sameCouncil } from './councils.ts'
import { archiveWeights, type ListedItem, listedItems, type Weigh } from './list-agreement.ts'
import { placeUnit } from './place-unit.ts'
import type { Unit } from './units.ts'
import { WordingIndex } from './wording-index.ts'

/** The units of one review, and why each is of it. */
export interface ReviewGroup {
  units: Unit[]
  placedBy: ReadonlyMap<Unit, PlacedBy>
}

/** A unit that may be of a review, which nothing decides. */
export interface UndecidedUnit {
  unit: Unit
  best: ReviewGroup
  confidence: number
}

/** Papers of a review, from the one that made it on. */
const KIND_ORDER: readonly DocumentKind[] = [
  'review_report',
  'decision_record',
  'minutes',
  'response',
  'action_plan',
  'progress_update',
  'pack',
  'other',
]

/** Where councils beyond this number have reviewed a subject, the name says nothing of whose review a paper is. */
const MOST_NAMESAKES = 8

/** The place of a kind of paper in a review's life. */
export function kindRank(kind: DocumentKind): number {
  return KIND_ORDER.indexOf(kind)
}

/**
 * Which units belong to one review. Papers are gone through from reports to updates, those that word
 * recommendations before those of numbers alone, council by council; each goes to the review whose subject it
 * names and whose words it repeats, or founds one. What names no council comes last, when all are known. The
 * result does not depend on the order of `units`.
 */
export function groupReviews(units: readonly Unit[]): { groups: ReviewGroup[]; undecided: UndecidedUnit[] } {
  const weigh = archiveWeights(units)
  const { councils, open } = partByCouncil(units)
  const reviews: CandidateReview[] = []
  const undecided: UndecidedUnit[] = []
  const index = new WordingIndex(open)
  const bySubject = new Map<string, CandidateReview[]>()
  for (const own of councils) {
    const ofCouncil: CandidateReview[] = []
    for (const [unit, items] of inOrder(own, weigh)) settle(unit, items, ofCouncil, ofCouncil, undecided)
    for (const review of ofCouncil) note(review, bySubject, index)
    reviews.push(...ofCouncil)
  }
  for (const [unit, items] of inOrder(open, weigh)) {
    const named = unit.subject === '' ? [] : (bySubject.get(unit.subject) ?? []).slice(0, MOST_NAMESAKES)
    const known = [...new Set([...named, ...index.find(unit)])].filter((review) => sameCouncil(review.council, unit.council))
    const founded = settle(unit, items, known, reviews, undecided)
    if (founded) note(founded, bySubject, index)
  }
  return { groups: reviews, undecided }
}

function note(review: CandidateReview, bySubject: Map<string, CandidateReview[]>, index: WordingIndex): void {
  const named = bySubject.get(review.subject)
  if (named) named.push(review)
  else bySubject.set(review.subject, [review])
  for (const unit of review.units) index.add(review, unit)
}

/** Gives the unit its place; a review that it founds goes to `reviews` and is handed back. */
function settle(
  unit: Unit,
  items: ListedItem[],
  known: Iterable<CandidateReview>,
  reviews: CandidateReview[],
  undecided: UndecidedUnit[],
): CandidateReview | null {
  const placement = placeUnit(unit, items, known)
  if (placement.type === 'placed') placement.review.add(unit, items, placement.by)
  else if (placement.type === 'undecided') undecided.push({ unit, best: placement.best, confidence: placement.confidence })
  else {
    const founded = new CandidateReview(unit, items)
    reviews.push(founded)
    return founded
  }
  return null
}

/** Units in the order in which reviews become known, with what they word. */
function inOrder(units: readonly Unit[], weigh: Weigh): [Unit, ListedItem[]][] {
  return units
    .map((unit): [Unit, ListedItem[]] => [unit, listedItems(unit, weigh)])
    .sort(
      ([a, itemsA], [b, itemsB]) =>
        Number(itemsA.length === 0) - Number(itemsB.length === 0) ||
        kindRank(a.kind) - kindRank(b.kind) ||
        byCodeUnits(a.dated ?? '9', b.dated ?? '9') ||
        byCodeUnits(a.documentId, b.documentId) ||
        byCodeUnits(a.mention?.key ?? '', b.mention?.key ?? ''),
    )
}
