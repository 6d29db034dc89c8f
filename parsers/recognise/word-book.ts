import type { TaughtWord } from '../../schema/taught-words.ts'
import { councilKey, foldBody } from './bodies.ts'
import { bareLabel, foldWords, squeeze } from './fold.ts'
import { foldGrade } from './grades.ts'
import { headingWords } from './run-headings.ts'
import { type Folds, toWords, type Words } from './taught.ts'

/** Whether two printings of a name can be one council's: a name without its kind ("Marlow") is any council's of the place. */
export function isSameCouncil(a: string, b: string): boolean {
  const [[placeA, tierA], [placeB, tierB]] = [councilKey(a).split('/'), councilKey(b).split('/')]
  return placeA === placeB && (tierA === tierB || tierA === '' || tierB === '')
}

/** The words that concern the papers of a council: those for all, and its own; null is a paper that names no council. */
export function wordsFor(taught: readonly TaughtWord[], council: string | null): TaughtWord[] {
  return taught.filter((word) => word.council === null || (council !== null && isSameCouncil(word.council, council)))
}

/** The taught words, ready for each council's papers. */
export interface WordBook {
  /** For a paper of which nothing is known yet. */
  common: Words
  /** For a paper of this council; the same object for the same words. */
  of: (council: string | null) => Words
}

/** How the reader of each kind folds a word. */
export const FOLDS: Folds = {
  column: (word) => squeeze(bareLabel(word)),
  heading: headingWords,
  grade: foldGrade,
  opener: foldWords,
  verdict: foldWords,
  body: foldBody,
}

/** Taught words as a book; a council's own count more than those for all. */
export function wordBook(taught: readonly TaughtWord[]): WordBook {
  const everybody = taught.filter(({ council }) => council === null)
  const common = toWords(everybody, FOLDS)
  const known = new Map<string | null, Words>()
  const make = (council: string | null): Words => {
    const own = wordsFor(taught, council).filter((word) => word.council !== null)
    return own.length === 0 ? common : toWords([...everybody, ...own], FOLDS)
  }
  return {
    common,
    of: (council) => {
      const words = known.get(council) ?? make(council)
      known.set(council, words)
      return words
    },
  }
}
