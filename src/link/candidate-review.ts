import { foldWords } from '../../parsers/recognise/fold.ts'
import type { DocumentKind } from '../../schema/records.ts'
import { type Agreement, type ListedItem, listAgreement } from './list-agreement.ts'
import { headNumber } from './row-numbers.ts'
import { type TitleRelation, titleRelation } from './title-relation.ts'
import type { Unit } from './units.ts'

/** Why a unit was given to a review, for a person to read. */
export interface PlacedBy {
  method: string
  confidence: number
  runnerUp: CandidateReview | null
  runnerUpConfidence: number | null
  reasons: Record<string, unknown>
}

/** What a new unit is compared with: a review with the papers that were found to be of it so far. */
export class CandidateReview {
  readonly units: Unit[] = []
  /** The list that the review is known by: the first that words anything. */
  readonly lists: ListedItem[][] = []
  /** Its subject as the paper that founded it names it. */
  readonly subject: string
  /** Its council as the first paper that names one does. */
  council: string | null = null
  /** How each paper came to be here; the founder by its own words. */
  readonly placedBy = new Map<Unit, PlacedBy>()
  readonly #relations = new Map<string, TitleRelation>()
  readonly #years = new Set<string>()
  #start: string | null = null

  constructor(founder: Unit, items: ListedItem[]) {
    this.subject = founder.subject
    this.add(founder, items)
  }

  add(unit: Unit, items: ListedItem[], by: PlacedBy | null = null): void {
    this.units.push(unit)
    this.council ??= unit.council
    if (by) this.placedBy.set(unit, by)
    // The first list is the review's own; a second adds what a decision or plan has made of it.
    if (items.length > 0 && this.lists.length < MOST_LISTS) this.lists.push(items)
    if (unit.year !== null) this.#years.add(unit.year)
    if (unit.dated !== null && (this.#start === null || unit.dated < this.#start)) this.#start = unit.dated
  }

  /** Whether it is known from updates alone, each of which may report on some recommendations. */
  get isOfUpdates(): boolean {
    return this.units.every((unit) => unit.kind === 'progress_update')
  }

  /** ISO day of its first paper. */
  get start(): string | null {
    return this.#start
  }

  relation(unit: Unit): TitleRelation {
    const known = this.#relations.get(unit.subject)
    if (known) return known
    const relation = titleRelation(unit.subject, this.subject)
    this.#relations.set(unit.subject, relation)
    return relation
  }

  /** The best agreement with any of its lists. */
  agreement(items: readonly ListedItem[]): Agreement | null {
    let best: Agreement | null = null
    for (const list of this.lists) {
      const agreement = listAgreement(items, list)
      if (agreement && (!best || agreement.alike > best.alike)) best = agreement
    }
    return best
  }

  /** Whether a paper is of the years in which the review was made and decided on. */
  isNear(unit: Unit): boolean {
    const made = this.#madeIn()
    const age = unit.dated === null || made === null ? null : Number(unit.dated.slice(0, 4)) - Number(made)
    return age !== null && age >= 0 && age <= YEARS_TO_DECIDE
  }

  /** The year of its title or of its report. */
  #madeIn(): string | null {
    const [founder] = this.units
    return founder?.year ?? (founder?.kind === 'review_report' ? (founder.dated?.slice(0, 4) ?? null) : null)
  }

  /** The share of these numbers that its list has; 1 where either gives none. */
  shareOfNumbers(numbers: readonly string[]): number {
    const known = new Set(this.lists.flatMap((list) => list.flatMap(({ number }) => number ?? [])))
    if (known.size === 0 || numbers.length === 0) return 1
    return numbers.filter((number) => known.has(number) || known.has(headNumber(number) ?? number)).length / numbers.length
  }

  /** Whether a committee is that of one of its papers. */
  isOf(committee: string): boolean {
    const folded = foldWords(committee)
    return this.units.some((unit) => unit.committee !== null && foldWords(unit.committee) === folded)
  }

  /**
   * Whether the years of titles and the dates of papers allow it: no paper is about a review that is still to come,
   * no report comes after what was decided on it, decisions follow within two years, and nobody reports for ever.
   */
  allows(unit: Unit): boolean {
    if (unit.year !== null && this.#years.size > 0 && !this.#years.has(unit.year)) return false
    const made = this.#madeIn()
    if (unit.year !== null && made !== null && Math.abs(Number(unit.year) - Number(made)) > YEARS_OF_A_REPORT) return false
    if (unit.dated === null) return true
    const year = Number(unit.dated.slice(0, 4))
    if (made !== null && year < Number(made)) return false
    const start = made ?? this.#start?.slice(0, 4) ?? null
    if (start === null) return true
    const age = year - Number(start)
    const known = made !== null
    if (unit.kind === 'review_report') return known ? age <= YEARS_OF_A_REPORT : age <= 0 && age >= -YEARS_OF_REPORTING
    if (MAKERS.has(unit.kind)) return age <= YEARS_TO_DECIDE && (known || age >= -YEARS_OF_REPORTING)
    return age <= YEARS_OF_REPORTING && (known || age >= -YEARS_OF_REPORTING)
  }
}

const MOST_LISTS = 2
/** Papers that come soon after the report. */
const MAKERS: ReadonlySet<DocumentKind> = new Set(['decision_record', 'minutes', 'response'])
const YEARS_TO_DECIDE = 2
/** A report may be printed again, a draft and then a final one. */
const YEARS_OF_A_REPORT = 1
/** Councils follow what was agreed for some years. */
const YEARS_OF_REPORTING = 8
