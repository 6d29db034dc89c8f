import type { Outcome } from '../../schema/records.ts'
import { PROCEDURAL_PHRASES, VOTE_OPENERS } from '../../schema/vocabulary/procedure.ts'
import { readDecision } from './deciding.ts'
import type { Decision } from './deciding-deed.ts'
import { foldWords } from './fold.ts'
import { canonicalNumber } from './numbers.ts'
import { type Opener, openerOutcome, readOpener, SURE_OPENER } from './openers.ts'
import { formsPattern } from './word-forms.ts'

/** The first resolution that a text surely opens, or null; what is only narrated is `readOpener`'s. */
export function findResolutionOpener(text: string): Opener | null {
  const opener = readOpener(text)
  return opener && opener.strength >= SURE_OPENER ? opener : null
}

/** Whether an opener is followed by nothing but "that" and a list: then "that" belongs to the opener. */
export function isBareThat(text: string): boolean {
  return /^(?:(?:that\b|to\b)?|that (?:the )?(?:cabinet|executive|council|committee|mayor)(?: member)?)\s*[:;,–—-]*\s*$/iu.test(text)
}

const PROCEDURAL = PROCEDURAL_PHRASES.map(foldWords)

/** Whether a resolution is the meeting's own business, and decides no recommendation. */
export function isProcedural(text: string): boolean {
  const words = ` ${foldWords(text)} `
  return PROCEDURAL.some((phrase) => words.includes(` ${phrase} `))
}

const VOTES = formsPattern(VOTE_OPENERS, 'start')

/** Whether a paragraph after a resolution says how it was voted on. */
export function isVote(text: string): boolean {
  return text.length < LONGEST_VOTE && VOTES.test(text)
}

const LONGEST_VOTE = 300

/** A recommendation's number in square brackets after the limb that answers it: "[2.2]", "[Panel recommendation 1.1]". */
const CITATION = /\[(?:[\p{L}’' ]{0,40}?(?:recommendations?|recs?\.?) )?([^[\]]{1,20})\]/giu

/** The numbers of the recommendations that a limb cites in square brackets, canonical. */
export function findCitations(text: string): string[] {
  return [...text.matchAll(CITATION)].flatMap((match) => canonicalNumber(match[1] ?? '') ?? [])
}

/**
 * What a limb under an opener did, and whether its words are known: `known` is false where something is decided
 * about a recommendation with a verb that the table does not have, or in a way that leaves open what is meant.
 */
export function readLimb(opener: string, text: string): Decision {
  const base = ofOpener(opener)
  const records = base === null && /\p{L}/u.test(opener)
  return records ? { outcome: null, known: true, exception: false } : readDecision(text, base)
}

const LONGEST_OPENER = 200

/** What an opener does with the limbs that say nothing else. */
export function ofOpener(opener: string): Outcome | null {
  return openerOutcome(opener.slice(0, LONGEST_OPENER))
}

/** What a limb under an opener did: by its own words where they say it, else by the opener. */
export function limbOutcome(opener: string, text: string): Outcome | null {
  return readLimb(opener, text).outcome
}
