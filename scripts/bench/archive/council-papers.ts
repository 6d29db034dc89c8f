import type { DocumentKind } from '../../../schema/records.ts'
import { fullTitle } from '../link/naming.ts'
import { Random } from '../link/random.ts'
import { holdReviews, makeCouncils, type Review } from '../link/reviews.ts'
import { type Spoken, writeDecision, writeMinutes, writeResponse } from './decision.ts'
import { writeAgenda, writeNewsletter } from './other.ts'
import type { Format, Paper } from './paper.ts'
import { writeCards, writePlan, writeTracker } from './plan.ts'
import { writeReport } from './report.ts'

/** How many papers a council has: one archive of 1,000 papers is of ten councils. */
export const PAPERS_OF_A_COUNCIL = 100
/** More reviews than that many papers are of. */
const REVIEWS_HELD = 40
const COUNCILS_AT_MOST = 400
const APPENDIX_AFTER_MONTHS = 60

/** A paper and the format that it is printed in. */
export interface PlannedPaper {
  /** Within the archive, with `/`. */
  path: string
  format: Format
  paper: Paper
}

/** Deals what it holds in a shuffled order, again and again: shares come out even in small archives too. */
class Deck<T> {
  readonly #cards: readonly T[]
  readonly #random: Random
  #left: T[] = []

  constructor(cards: readonly T[], random: Random) {
    this.#cards = cards
    this.#random = random
  }

  deal(): T {
    if (this.#left.length === 0) this.#left = this.#random.shuffle(this.#cards)
    const card = this.#left.pop()
    if (card === undefined) throw new Error('An empty deck')
    return card
  }
}

/** A council, its reviews, and the chance that its papers are drawn with: the same for a number and a seed. */
function openCouncil(index: number, seed: number): { reviews: Review[]; random: Random } {
  const random = new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  const council = makeCouncils(COUNCILS_AT_MOST, new Random(seed))[index]
  if (!council) throw new Error(`There are ${COUNCILS_AT_MOST} councils at most`)
  return { reviews: holdReviews(council, REVIEWS_HELD, `c${index}`, random).filter(asksNothingTwice), random }
}

/** Nobody could say which of two recommendations in the same words a resolution is of. */
const asksNothingTwice = ({ asked }: Review): boolean => new Set(asked.map(({ text }) => text)).size === asked.length

/** The first `limit` papers of the council of that number, from 0: whatever is asked of other councils, these are the same. */
export function councilPapers(index: number, seed: number, limit = PAPERS_OF_A_COUNCIL): PlannedPaper[] {
  const { reviews, random } = openCouncil(index, seed)
  const decks = new Decks(random)
  const papers = reviews.flatMap((review) => reviewPapers(review, decks, random)).slice(0, limit)
  return papers.map((paper, at) => {
    const format = decks.formatOf(paper.meaning.kind)
    return { path: `${folderOf(index)}/${String(at + 1).padStart(3, '0')} ${paper.name}.${format}`, format, paper }
  })
}

const folderOf = (index: number): string => `council-${String(index + 1).padStart(3, '0')}`

/** A paper that comes in when the archive is read already: one more update of the first council's first review. */
export function appendixPaper(seed: number): PlannedPaper {
  const { reviews, random } = openCouncil(0, seed)
  const [review] = reviews
  if (!review) throw new Error('A council without a review')
  const paper = writeCards({ review, title: fullTitle(review, random), month: APPENDIX_AFTER_MONTHS }, review.asked, random)
  return { path: `${folderOf(0)}/${paper.name}.pdf`, format: 'pdf', paper }
}

const FORMAT_CARDS: readonly Format[] = ['pdf', 'pdf', 'pdf', 'txt', 'md']

/** What a council's papers are drawn from: how often each thing comes. */
class Decks {
  readonly #random: Random
  readonly #formats = new Map<DocumentKind, Deck<Format>>()
  readonly decision: Deck<'form' | 'reference' | 'minutes' | 'response' | 'none'>
  readonly planned: Deck<boolean>
  readonly updates: Deck<number>
  readonly update: Deck<'cards' | 'tracker'>
  readonly other: Deck<'agenda' | 'newsletter' | 'none'>

  constructor(random: Random) {
    this.#random = random
    this.decision = new Deck(['form', 'form', 'reference', 'minutes', 'response', 'none'], random)
    this.planned = new Deck([true, true, true, false], random)
    this.updates = new Deck([0, 1, 2, 3], random)
    this.update = new Deck(['cards', 'tracker'], random)
    this.other = new Deck(['agenda', 'newsletter', 'none', 'none', 'none'], random)
  }

  /** Each kind of paper comes in all formats. */
  formatOf(kind: DocumentKind): Format {
    const deck = this.#formats.get(kind) ?? new Deck(FORMAT_CARDS, this.#random)
    this.#formats.set(kind, deck)
    return deck.deal()
  }
}

/** All papers of one review, from the report to the last update, and at times one that only mentions it. */
function reviewPapers(review: Review, decks: Decks, random: Random): Paper[] {
  const start = random.int(0, 11)
  const spoken = (after: number): Spoken => ({ review, title: fullTitle(review, random), month: start + after })
  const papers = [writeReport(review, fullTitle(review, random), start, random)]
  const decision = decks.decision.deal()
  // "Recommendations 1 to 4 be approved" is said about bare numbers.
  const countable = review.asked.every(({ number }) => /^\d+$/u.test(number))
  if (decision === 'response') papers.push(writeResponse(spoken(3), random))
  else if (decision === 'minutes') papers.push(writeMinutes(spoken(2), random))
  else if (decision !== 'none') papers.push(writeDecision(spoken(2), decision === 'reference' && countable, random))
  if (decks.planned.deal()) papers.push(writePlan(spoken(5), random))
  let open = review.asked
  for (let update = decks.updates.deal(); update > 0 && open.length > 0; update--) {
    const write = decks.update.deal() === 'cards' ? writeCards : writeTracker
    papers.push(write(spoken(12 + 10 * (papers.length - 1)), open, random))
    open = open.filter(() => random.chance(0.8))
  }
  const other = decks.other.deal()
  if (other === 'agenda') papers.push(writeAgenda(spoken(1)))
  else if (other === 'newsletter') papers.push(writeNewsletter(spoken(1), random))
  return papers
}
