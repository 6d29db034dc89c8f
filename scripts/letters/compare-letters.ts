import type { Letters } from './letters.ts'
import { countOf, lettersOf, without } from './letters.ts'
import type { PageText } from './read-letters.ts'

/** How the letters of a page that came out compare with those that another reader found. */
export interface PageLetters {
  page: number
  /** How many the other reader found. */
  expected: number
  /** Those that did not come out, with no diagnostic that says why. */
  missing: Letters
  /** Those that came out more often than they were found. */
  doubled: Letters
}

/** Compares what came out of a page with what another reader found there. */
export function compareLetters({ page, text, heads, leftOut, drawn, isUnreadable }: PageText, found: string): PageLetters {
  const [expected, out] = [lettersOf(found), lettersOf(text)]
  let missing: Letters = isUnreadable ? new Map() : without(without(expected, out), lettersOf(leftOut))
  for (const head of heads) {
    const letters = lettersOf(head)
    // The whole head is missing, or it was not left out.
    if (countOf(without(letters, missing)) === 0) missing = without(missing, letters)
  }
  return { page, expected: countOf(expected), missing, doubled: without(without(out, expected), lettersOf(drawn)) }
}
