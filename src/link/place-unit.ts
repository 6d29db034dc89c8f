import type { CandidateReview, PlacedBy } from './candidate-review.ts'
import type { ListedItem } from './list-agreement.ts'
import { round } from './round.ts'
import { mergedNumbers } from './row-numbers.ts'
import type { TitleRelation } from './title-relation.ts'
import type { Unit } from './units.ts'

/** Where a unit belongs: to a review, to none that is there, or to one of several that nothing tells apart. */
export type Placement =
  | { type: 'placed'; review: CandidateReview; by: PlacedBy }
  | { type: 'new' }
  | { type: 'undecided'; best: CandidateReview; confidence: number }

/**
 * How far lists must agree, by how the titles relate to each other: the less the title says, the more the words must.
 * On made-up archives (`npm run bench:link`) lists of one review agree by 0.75 and more, those of near-named reviews by 0.61 at most in
 * ninety-nine of a hundred pairs.
 */
const LEAST_ALIKE: Readonly<Record<TitleRelation, number>> = {
  same: 0.62,
  misread: 0.62,
  shorter: 0.68,
  unnamed: 0.7,
  strange: 0.78,
  rival: 2,
}
/** A list that is less like another of its name than this is another list; between this and enough nobody can say. */
const UNLIKE = 0.5
/** A list that is more like a review's than this, and not enough, founds no review of its own. */
const DOUBTFUL = 0.55
/** How far the best must be clear of the next. */
const CLEAR_LEAD = 0.08
/** Without a title two items at least must agree: any review may ask for "a report in six months". */
const LEAST_ITEMS_UNNAMED = 2

interface Scored {
  review: CandidateReview
  relation: TitleRelation
  alike: number | null
  clashing: boolean
  items: number
}

/** Words that agree so far with a review of the same name need no search among others. */
const PLAIN = 0.8
/** A paper whose title names its review is as sure of it. */
const SURE_NAME = 0.9
/** Two reports of different titles are two reviews, unless they say the same. */
const ONE_REPORT = 0.9

/** Decides where a unit belongs among `candidates`, by the words of its list where it has one, else by its title and date. */
export function placeUnit(unit: Unit, items: readonly ListedItem[], candidates: Iterable<CandidateReview>): Placement {
  const related = [...candidates].map((review) => ({ review, relation: review.relation(unit) }))
  const open = related.filter(({ review, relation }) => relation !== 'rival' && review.allows(unit))
  const named = scoreAll(
    unit,
    items,
    open.filter(({ relation }) => isNamed(relation)),
  )
  // Where a review has the very name that a paper gives, minutes that use another's words are not of that other.
  const known =
    unit.kind !== 'review_report' && (unit.mention?.confidence ?? 0) >= SURE_NAME && named.some(({ relation }) => relation === 'same')
  const plain = named.some(({ alike }) => alike !== null && alike >= PLAIN) ? byWords(unit, named) : null
  if (plain?.type === 'placed') return plain
  const others = scoreAll(
    unit,
    items,
    open.filter(({ relation }) => !isNamed(relation) && !(known && relation === 'strange')),
  )
  const scored = [...named, ...others]
  const namesakes = related.filter(({ relation }) => isNamed(relation) || relation === 'shorter').map(({ review }) => review)
  const placed = byWords(unit, scored) ?? byTitle(unit, items, scored, namesakes)
  if (placed.type !== 'new') return placed
  const best = scored.reduce<Scored | null>((most, one) => ((one.alike ?? 0) > (most?.alike ?? 0) ? one : most), null)
  const doubtful = best?.alike != null && best.alike >= DOUBTFUL && !isNamed(best.relation)
  return doubtful && best ? { type: 'undecided', best: best.review, confidence: round(best.alike ?? 0) } : placed
}

function scoreAll(
  unit: Unit,
  items: readonly ListedItem[],
  open: readonly { review: CandidateReview; relation: TitleRelation }[],
): Scored[] {
  return open.map(({ review, relation }) => {
    const agreement = review.agreement(items)
    // Updates report on some recommendations each: that they share none speaks for nothing.
    const clashing = agreement !== null && (agreement.clashing || unit.kind !== 'progress_update' || !review.isOfUpdates)
    return { review, relation, alike: agreement?.alike ?? null, clashing, items: agreement?.items ?? 0 }
  })
}

function byWords(unit: Unit, scored: readonly Scored[]): Placement | null {
  const worded = scored.flatMap((one) => (one.alike === null ? [] : [{ ...one, alike: one.alike }])).sort((a, b) => b.alike - a.alike)
  const [best, second] = worded
  if (!best) return null
  const least =
    unit.kind === 'review_report' && (best.relation === 'shorter' || best.relation === 'strange') ? ONE_REPORT : LEAST_ALIKE[best.relation]
  const enough = best.alike >= least && (isNamed(best.relation) || best.items >= LEAST_ITEMS_UNNAMED)
  const lead = best.alike - (second?.alike ?? 0)
  if (!enough) return null
  if (second && lead < CLEAR_LEAD && !(isNamed(best.relation) && !isNamed(second.relation) && lead >= 0))
    return { type: 'undecided', best: best.review, confidence: round(best.alike) }
  const words = { alike: round(best.alike), itemsCompared: best.items, lead: round(lead) }
  const by: PlacedBy = {
    method: isNamed(best.relation) ? 'title-and-wording' : 'wording',
    confidence: round(isNamed(best.relation) ? 0.8 + 0.2 * best.alike : best.alike),
    runnerUp: second?.review ?? null,
    runnerUpConfidence: second ? round(second.alike) : null,
    reasons: { title: unit.mention?.title ?? null, titles: TITLE_WORDS[best.relation], ...words },
  }
  return { type: 'placed', review: best.review, by }
}

const isNamed = (relation: TitleRelation) => relation === 'same' || relation === 'misread'

/** Without words to go by: the only review of that name, or the last of them that had begun. */
function byTitle(unit: Unit, items: readonly ListedItem[], scored: readonly Scored[], namesakes: readonly CandidateReview[]): Placement {
  const named = scored.filter(({ relation }) => isNamed(relation))
  // A subject is not reviewed twice within a few years: what has its name then and says other things is of it all the same.
  const open = named.filter(
    ({ alike, clashing, review }) => alike === null || !clashing || (unit.kind !== 'review_report' && review.isNear(unit)),
  )
  const exact = open.filter(({ relation }) => relation === 'same')
  const pool = narrow(unit, exact.length > 0 ? exact : open)
  const [first] = pool
  if (!first) {
    const near = named.find(({ alike }) => alike !== null && alike >= UNLIKE)
    if (near && unit.kind !== 'review_report') return { type: 'undecided', best: near.review, confidence: round(near.alike ?? 0) }
    return items.length === 0 ? leftOver(namesakes) : { type: 'new' }
  }
  // Without a date or a council nothing says which of several reviews of one subject a paper is of.
  const several = namesakes.filter((review) => isNamed(review.relation(unit))).length > 1
  const timeless = several && (unit.council === null || (unit.dated === null && unit.year === null))
  const review = timeless ? null : pool.length === 1 ? first.review : lastBegun(unit, pool)
  if (!review) return { type: 'undecided', best: first.review, confidence: 0.5 }
  const others = pool.filter((one) => one.review !== review)
  const by: PlacedBy = {
    method: unit.mention?.source ?? 'title',
    confidence: unit.mention?.confidence ?? 0.8,
    runnerUp: others[0]?.review ?? null,
    runnerUpConfidence: others.length > 0 ? 0.5 : null,
    reasons: {
      title: unit.mention?.title ?? null,
      titles: TITLE_WORDS[first.relation],
      ...(others.length > 0 ? { why: 'the last review of this subject that had begun' } : {}),
    },
  }
  return { type: 'placed', review, by }
}

/** A paper most of whose numbers a list has not is of another list. */
const LEAST_NUMBERS = 0.5

/** What speaks against one of several: numbers that its list has not, and another committee than the paper's. */
function narrow(unit: Unit, pool: readonly Scored[]): readonly Scored[] {
  const numbers = numbersOf(unit)
  const shares = new Map(pool.map((one) => [one, one.review.shareOfNumbers(numbers)]))
  const most = Math.max(LEAST_NUMBERS, ...shares.values())
  const fitting = pool.filter((one) => (shares.get(one) ?? 0) >= most)
  const { committee } = unit
  if (fitting.length < 2 || committee === null) return fitting
  const own = fitting.filter(({ review }) => review.isOf(committee))
  return own.length > 0 ? own : fitting
}

function numbersOf(unit: Unit): string[] {
  const decided = unit.resolutions.flatMap(({ decides }) => decides?.flatMap(({ numbers }) => (numbers === 'all' ? [] : numbers)) ?? [])
  const plain = [...unit.updates, ...unit.commitments].filter(({ wordingKey }) => wordingKey === null)
  return [...decided, ...plain.flatMap(({ number }) => (number === null ? [] : (mergedNumbers(number) ?? [number])))]
}

/** A paper of numbers alone with a review's title, or near to it, may be of that one: nothing decides it, and it founds none. */
function leftOver([near]: readonly CandidateReview[]): Placement {
  return near ? { type: 'undecided', best: near, confidence: 0.4 } : { type: 'new' }
}

/** Once a subject is reviewed anew, papers mention the new review. */
function lastBegun(unit: Unit, pool: readonly Scored[]): CandidateReview | null {
  const { dated } = unit
  const councils = new Set(pool.map(({ review }) => review.council))
  if (dated === null || councils.size > 1) return null
  return latest(pool.filter(({ review }) => review.start !== null && review.start <= dated))
}

function latest(pool: readonly Scored[]): CandidateReview | null {
  return pool.reduce<CandidateReview | null>(
    (last, { review }) => (last === null || (review.start ?? '') > (last.start ?? '') ? review : last),
    null,
  )
}

const TITLE_WORDS: Readonly<Record<TitleRelation, string>> = {
  same: 'the same subject',
  misread: 'the same subject but for letters',
  shorter: 'one subject has words that the other leaves out',
  unnamed: 'the paper names no review',
  strange: 'the paper gives another title',
  rival: 'near-named',
}
