import type { Outcome, Status } from '../../schema/records.ts'
import { COLUMN_MEANINGS, HEADING_MEANINGS, type TaughtWord, type WordKind } from '../../schema/taught-words.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'

/** In which order a paper gives day and month in figures: "06/07/2021" is in July, in June, or nobody knows. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown'

/** Taught words as recognisers ask for them: by the word, folded as each kind's reader folds what it reads. */
export interface Words {
  fields: ReadonlyMap<string, FieldRole>
  headings: ReadonlyMap<string, (typeof HEADING_MEANINGS)[keyof typeof HEADING_MEANINGS]>
  /** Null for a grade that says nothing of progress. */
  grades: ReadonlyMap<string, Status | null>
  /** Null for words that open nothing. */
  openers: ReadonlyMap<string, Outcome | null>
  /** Null for words that decide nothing. */
  verdicts: ReadonlyMap<string, Outcome | null>
  councils: readonly string[]
  committees: readonly string[]
  /** The words as they were taught, by kind and folded word: "grade sown". */
  taught: ReadonlyMap<string, TaughtWord>
  dayOrder: DayOrder
}

/** What is known where nobody taught a word. */
export const NO_WORDS: Words = {
  fields: new Map(),
  headings: new Map(),
  grades: new Map(),
  openers: new Map(),
  verdicts: new Map(),
  councils: [],
  committees: [],
  taught: new Map(),
  dayOrder: 'day-first',
}

/** How the reader of each kind folds a word. */
export type Folds = Record<WordKind, (word: string) => string>

/** Words as recognisers ask for them. Of two that say different things of one word, the later holds. */
export function toWords(taught: readonly TaughtWord[], fold: Folds): Words {
  if (taught.length === 0) return NO_WORDS
  const of = (kind: WordKind) => taught.filter((word) => word.kind === kind)
  const table = <T>(kind: WordKind, meaning: (means: string) => T): Map<string, T> =>
    new Map(of(kind).map(({ word, means }) => [fold[kind](word), meaning(means)]))
  const bodies = (means: string) => of('body').flatMap((body) => (body.means === means ? body.word : []))
  return {
    fields: table('column', (means) => COLUMN_MEANINGS[means as keyof typeof COLUMN_MEANINGS]),
    headings: table('heading', (means) => HEADING_MEANINGS[means as keyof typeof HEADING_MEANINGS]),
    grades: table('grade', (means) => (means === 'nothing' ? null : (means as Status))),
    openers: table('opener', toOutcome),
    verdicts: table('verdict', toOutcome),
    councils: bodies('council'),
    committees: bodies('committee'),
    taught: new Map(taught.map((word) => [`${word.kind} ${fold[word.kind](word.word)}`, word])),
    dayOrder: 'day-first',
  }
}

const toOutcome = (means: string): Outcome | null => (means === 'nothing' ? null : (means as Outcome))

const otherOrders = new WeakMap<Words, Map<DayOrder, Words>>()

/** The same words for a paper of another order of days; the same object for the same words and order. */
export function inDayOrder(words: Words, dayOrder: DayOrder): Words {
  if (words.dayOrder === dayOrder) return words
  const known = otherOrders.get(words) ?? new Map<DayOrder, Words>()
  otherOrders.set(words, known)
  const made = known.get(dayOrder) ?? { ...words, dayOrder }
  known.set(dayOrder, made)
  return made
}

let inForce: Words = NO_WORDS

/** The taught words by which the paper in hand is read. */
export function wordsInForce(): Words {
  return inForce
}

/**
 * Reads by these taught words, and by no others. They reach every recogniser without being handed from one to the next:
 * `read` is done before this returns, so nothing else can see them, and what it gives follows from its input and the words alone.
 */
export function readingBy<T>(words: Words, read: () => T): T {
  const before = inForce
  inForce = words
  try {
    return read()
  } finally {
    inForce = before
  }
}
