import { contentWords } from '../../parsers/recognise/fold.ts'
import type { CandidateReview } from './candidate-review.ts'
import type { Unit } from './units.ts'

/** Words that follow one another in this number are seldom the same in two reviews. */
const RUN_WORDS = 3
/** A run of words that more reviews share than this says nothing. */
const COMMON = 20
/** How many reviews are looked at closely. */
const MOST_CANDIDATES = 6

/**
 * Finds reviews by the runs of words that their recommendations share with a paper's, for papers that do not say
 * whose they are. Only runs that such papers have are kept, so that it grows with them and not with the archive.
 */
export class WordingIndex {
  readonly #reviews = new Map<string, CandidateReview[]>()

  /** `askers` are the units that will ask. */
  constructor(askers: readonly Unit[]) {
    for (const unit of askers) for (const run of runsOf(unit)) this.#reviews.set(run, [])
  }

  add(review: CandidateReview, unit: Unit): void {
    if (this.#reviews.size === 0) return
    for (const run of runsOf(unit)) {
      const reviews = this.#reviews.get(run)
      if (reviews && reviews.length <= COMMON && !reviews.includes(review)) reviews.push(review)
    }
  }

  /** The reviews that share most runs with the unit, the best first. */
  find(unit: Unit): CandidateReview[] {
    const counts = new Map<CandidateReview, number>()
    for (const run of runsOf(unit)) {
      const reviews = this.#reviews.get(run) ?? []
      if (reviews.length > COMMON) continue
      for (const review of reviews) counts.set(review, (counts.get(review) ?? 0) + 1 / reviews.length)
    }
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .map(([review]) => review)
  }
}

function runsOf(unit: Unit): Set<string> {
  const runs = new Set<string>()
  for (const { text } of [...unit.wordings, ...unit.resolutions]) {
    const words = contentWords(text)
    for (let at = 0; at + RUN_WORDS <= words.length; at++) runs.add(words.slice(at, at + RUN_WORDS).join(' '))
  }
  return runs
}
