import { contentWords } from '../../parsers/recognise/fold.ts'

/**
 * How the subject that a paper names relates to a review's: the same words; the same but for letters that a scan
 * took for others; one with words that the other leaves out; nothing in common; or rivals, each with a
 * word of its own beside what they share, as near-named reviews have.
 */
export type TitleRelation = 'same' | 'misread' | 'shorter' | 'unnamed' | 'strange' | 'rival'

/** The share of a word's letters that a scan may have wrong: "Serviees". Other words of near-named reviews ("Fares", "Lanes") differ in more. */
const MISREAD_OF_WORD = 0.26
/** The same of a whole title, spaces left out: "TaxlLicensin gfor Older Peop1e". */
const MISREAD_OF_TITLE = 0.12

/** How two subjects, folded, relate to each other. */
export function titleRelation(a: string, b: string): TitleRelation {
  if (a === '' || b === '') return 'unnamed'
  if (a === b) return 'same'
  const [wordsA, wordsB] = [contentWords(a), contentWords(b)]
  const [ownA, ownB] = [wordsA.filter((word) => !wordsB.includes(word)), wordsB.filter((word) => !wordsA.includes(word))]
  if (ownA.length === 0 && ownB.length === 0) return 'same'
  if (isAcronym(a, wordsB) || isAcronym(b, wordsA)) return 'shorter'
  const figures = [...ownA, ...ownB].some((word) => /^\d+$/u.test(word))
  if (!figures && isMisread(readable(a), readable(b), MISREAD_OF_TITLE)) return 'misread'
  if (ownA.length === 0 || ownB.length === 0) return 'shorter'
  if (!figures && areMisread(ownA, ownB)) return 'misread'
  if (!figures && (isWithin(readable(a), readable(b)) || isWithin(readable(b), readable(a)))) return 'shorter'
  return ownA.length < wordsA.length ? 'rival' : 'strange'
}

function areMisread(ownA: readonly string[], ownB: readonly string[]): boolean {
  return (
    ownA.length === ownB.length && ownA.every((word) => ownB.some((other) => isMisread(readable(word), readable(other), MISREAD_OF_WORD)))
  )
}

function isMisread(a: string, b: string, share: number): boolean {
  const most = Math.max(a.length, b.length) * share
  return Math.abs(a.length - b.length) <= most && editDistance(a, b) <= most
}

/** Run together, without the word that a lost space leaves standing after, and with the letters that scans take for others put as one: "m" for "rn", "l" for "1". */
function readable(text: string): string {
  const letters = text.replaceAll(' ', '').replace(/\p{N}/gu, (digit) => ({ '0': 'o', '1': 'l', '5': 's' })[digit] ?? digit)
  return letters
    .replaceAll('rn', 'm')
    .replaceAll('cl', 'd')
    .replaceAll('vv', 'w')
    .replace(/review$/u, '')
}

/** A title shorter than this is found in many. */
const LEAST_LETTERS = 9

/** Whether a title is within another, misread by few letters: "Rcview of Pub1ic Houses", where the words around could not be taken off. */
function isWithin(part: string, whole: string): boolean {
  if (part.length < LEAST_LETTERS || part.length > whole.length) return false
  return Math.min(...editRow(part, whole, true)) <= part.length * MISREAD_OF_TITLE
}

/** How many letters must be put in, left out or changed to make one word of the other (Levenshtein, 1966). */
function editDistance(a: string, b: string): number {
  return editRow(a, b, false)[b.length] ?? 0
}

/** The edit distances of `a` to what `b` begins with, letter by letter; or, `anywhere`, to what ends there (Sellers, 1980). */
function editRow(a: string, b: string, anywhere: boolean): number[] {
  let row = Array.from({ length: b.length + 1 }, (_, index) => (anywhere ? 0 : index))
  for (let at = 1; at <= a.length; at++) {
    const next = [at]
    for (let bt = 1; bt <= b.length; bt++) {
      const change = (row[bt - 1] ?? 0) + (a[at - 1] === b[bt - 1] ? 0 : 1)
      next.push(Math.min(change, (row[bt] ?? 0) + 1, (next[bt - 1] ?? 0) + 1))
    }
    row = next
  }
  return row
}

/** Papers mention a review by the first letters of its subject, once they have named it. */
function isAcronym(short: string, words: readonly string[]): boolean {
  return short.length >= 3 && words.length === short.length && words.map((word) => word[0]).join('') === short
}
