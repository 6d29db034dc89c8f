import { headNumber } from './row-numbers.ts'

/** Where a number was met: in the list that the review is known by, in a decision or an answer, or in a plan or an update. */
export type NumberSource = 'own' | 'decision' | 'plan'

/**
 * What each number means in the papers of one review. A paper that gives a number alone goes by the list before
 * its writer. Where all lists agree that is plain; where a cabinet renumbered it is the plan's, which
 * updates follow row by row; else nobody can say.
 */
export class Numbering {
  readonly #known: Record<NumberSource, Map<string, Set<string>>> = { own: new Map(), decision: new Map(), plan: new Map() }

  learn(number: string | null, recommendationId: string, source: NumberSource): void {
    if (number === null) return
    const known = this.#known[source].get(number)
    if (known) known.add(recommendationId)
    else this.#known[source].set(number, new Set([recommendationId]))
  }

  /** The recommendation that a number surely means, and those that it may mean. */
  read(number: string): { sure: string | null; possible: string[] } {
    const all = new Set(Object.values(this.#known).flatMap((known) => [...(known.get(number) ?? [])]))
    const [only, ...more] = all
    if (only !== undefined && more.length === 0) return { sure: only, possible: [only] }
    const [planned, ...others] = this.#known.plan.get(number) ?? []
    return { sure: planned !== undefined && others.length === 0 ? planned : null, possible: [...all] }
  }

  /** The whole that a part's number is under. */
  readWhole(number: string): string | null {
    const head = headNumber(number)
    return head === null ? null : this.read(head).sure
  }
}
