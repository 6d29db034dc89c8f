import { contentWords } from '../../parsers/recognise/fold.ts'
import { likeness, textProfile } from './text-profile.ts'

/**
 * How the subject that a paper names stands to a review's: the same words; the same but for letters that a scan
 * took for others; one with words that the other leaves out; nothing in common; or rivals, each with a
 * word of its own beside what they share, as near-named reviews have.
 */
export type TitleRelation = 'same' | 'misread' | 'shorter' | 'unnamed' | 'strange' | 'rival'

/** Words this alike are one word, misread: "Serviees". Different words of near-named reviews ("Services", "Shelters") are not. */
const MISREAD_WORD = 0.5
/** Titles this alike as wholes, spaces left out, are one title, misread: "BusServices". */
const MISREAD_TITLE = 0.85

/** How two subjects, folded, stand to each other. */
export function titleRelation(a: string, b: string): TitleRelation {
  if (a === '' || b === '') return 'unnamed'
  if (a === b) return 'same'
  const [wordsA, wordsB] = [contentWords(a), contentWords(b)]
  const [ownA, ownB] = [wordsA.filter((word) => !wordsB.includes(word)), wordsB.filter((word) => !wordsA.includes(word))]
  if (ownA.length === 0 && ownB.length === 0) return 'same'
  if (isAcronym(a, wordsB) || isAcronym(b, wordsA)) return 'shorter'
  const digits = [...ownA, ...ownB].some((word) => /^\d+$/u.test(word))
  if (!digits && a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'misread'
  if (ownA.length === 0 || ownB.length === 0) return 'shorter'
  if (!digits && (isMisread(ownA, ownB) || likeness(textProfile(a), textProfile(b)) >= MISREAD_TITLE)) return 'misread'
  return ownA.length < wordsA.length ? 'rival' : 'strange'
}

function isMisread(ownA: readonly string[], ownB: readonly string[]): boolean {
  return (
    ownA.length === ownB.length &&
    ownA.every((word) => ownB.some((other) => likeness(textProfile(word), textProfile(other)) >= MISREAD_WORD || oneLetterApart(word, other)))
  )
}

/** Scans rarely take two letters of one short word for others. */
function oneLetterApart(a: string, b: string): boolean {
  if (a.length < 5 || a.length !== b.length) return false
  return [...a].filter((letter, index) => letter !== b[index]).length === 1
}

/** Papers speak of a review by the first letters of its subject, once they have named it. */
function isAcronym(short: string, words: readonly string[]): boolean {
  return short.length >= 3 && words.length === short.length && words.map((word) => word[0]).join('') === short
}
