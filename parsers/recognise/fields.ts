import { LOOSE_HEADINGS } from '../../schema/vocabulary/columns.ts'
import { FIELD_PHRASES, type FieldRole } from '../../schema/vocabulary/fields.ts'
import { bareLabel, foldWords, squeeze } from './fold.ts'
import { type NounMeaning, namesPair, nounMeaning, withoutOwnNumber, yesNoMeaning } from './heading-nouns.ts'
import { remembering } from './remember.ts'
import { headingRole } from './run-headings.ts'
import { wordsInForce } from './taught.ts'

/** What a column heading or a card's label means. */
export interface FieldMatch {
  role: FieldRole
  /** How surely the words are a heading or label: 1 for a phrase of the vocabulary, less where a phrase only begins or is in them. */
  score: number
  /** How sure the role is by these words alone, from 0 to 1: a known phrase may be set over columns of several kinds. */
  certainty: number
}

const PHRASES: [string, FieldRole][] = Object.entries(FIELD_PHRASES)
  .flatMap(([role, phrases]) => phrases.map((phrase): [string, FieldRole] => [squeeze(phrase), role as FieldRole]))
  .filter(([phrase]) => phrase !== '')
  .sort((a, b) => b[0].length - a[0].length)
const EXACT = new Map<string, FieldRole>([...PHRASES].reverse())
/** The phrases that name two things themselves: "accept/reject". Another heading of two things is not one of the phrases of one. */
const PAIRED = new Set(Object.values(FIELD_PHRASES).flatMap((phrases) => phrases.filter(namesPair).map(squeeze)))
const LOOSE = new Set(LOOSE_HEADINGS.map(squeeze))

/** A phrase this short ("no", "who", "id") begins too many other words to be trusted unless it is alone. */
const SHORTEST_PREFIX = 4
/** A phrase this short is inside too many other words. */
const SHORTEST_INSIDE = 8
/** The phrases that may begin or are in a heading by their first letters, the longest first. */
const BEGINNINGS = Map.groupBy(
  PHRASES.filter(([phrase]) => phrase.length >= SHORTEST_PREFIX),
  ([phrase]) => phrase.slice(0, SHORTEST_PREFIX),
)
const INSIDES = Map.groupBy(
  PHRASES.map(([phrase, role], rank) => ({ phrase, role, rank })).filter(({ phrase }) => phrase.length >= SHORTEST_INSIDE),
  ({ phrase }) => phrase.slice(0, SHORTEST_INSIDE),
)
/** A heading that is longer than this is a sentence; real ones run to a line or two. */
const LONGEST_LABEL = 160

/**
 * What a column heading or the label of a card means, by a taught word or the vocabulary; null for words that it does not
 * know. Spaces are of no account, since a narrow column breaks words anywhere. A heading that names two
 * things ("Proposed Actions / Progress") means the first.
 */
export const matchField = remembering((text: string): FieldMatch | null => {
  if (text.length > LONGEST_LABEL) return null
  if (text.trim() === '#') return { role: 'number', score: 1, certainty: 1 }
  const noun = nounMeaning(text)
  const exact = exactField(squeeze(bareLabel(text)), noun?.pair ?? false)
  if (exact) return { ...exact, score: 1 }
  const twin = twinField(text)
  if (twin) return twin
  const unnumberedText = withoutOwnNumber(text)
  const squeezed = squeeze(bareLabel(unnumberedText))
  if (squeezed === '') return null
  const unnumbered = exactField(squeezed, noun?.pair ?? false)
  if (unnumbered) return { ...unnumbered, score: 0.95 }
  const [begun, begunRole] = beginning(squeezed, noun)
  if ((!begunRole || begunRole === 'theme') && headingRole(text)?.role === 'recommendation') return label('recommendation')
  // "Implementation by": by whom or by when. "Recommendation for": whom, or what.
  // A sentence may end so and says all: "Where we have got to".
  const isWhole = noun?.words === foldWords(unnumberedText)
  if (!isWhole && /\b(?:by|to|for)\W*$/iu.test(unnumberedText) && !BY.has(begunRole ?? noun?.role ?? 'ignored')) return null
  // A phrase that holds the noun and more of what is said about it says more than the noun.
  const saysMore =
    noun &&
    (begun === noun.noun ||
      (noun.pair && begunRole !== noun.role) ||
      squeeze(noun.words).length > (begun ?? '').length ||
      !endsWord(unnumberedText, begun ?? ''))
  const unclear = noun?.pair || LOOSE.has(begun ?? '')
  const asked = noun || endsWord(unnumberedText, begun ?? '') ? null : yesNoMeaning(unnumberedText)
  if (asked) return { role: asked, score: NOUN_SCORE, certainty: NOUN_SCORE }
  if (begunRole && !saysMore) return label(begunRole, unclear ? PAIR_CERTAINTY : LABEL_SCORE)
  if (noun) {
    // Posts and bodies are named with the same nouns ("Leisure Manager"): alone a noun makes no words a heading.
    const isLabel = begun !== undefined && (noun.first || noun.pair) && endsWord(unnumberedText, begun)
    const agrees = isLabel && !unclear && begunRole === noun.role
    const certainty = noun.loose ? LOOSE_CERTAINTY : noun.pair ? PAIR_CERTAINTY : agrees ? LABEL_SCORE : NOUN_SCORE
    return { role: noun.role, score: isLabel ? LABEL_SCORE : NOUN_SCORE, certainty }
  }
  const role = roleInside(squeezed)
  return role && { role, score: 0.6, certainty: 0.5 }
})

/** "Statws / Status", "Update | Diweddariad": a label in two languages, of which one is known, and the other means the same or nothing here. */
function twinField(text: string): FieldMatch | null {
  const [, first = '', second = ''] = TWINS.exec(text.trim()) ?? []
  if (first === '') return null
  const [one, other] = [matchField(first), matchField(second)]
  const known = [one, other].find((match) => match !== null && match.score >= LABEL_SCORE)
  const agree = one === null || other === null || one.role === other.role
  return known && agree ? { ...known, score: Math.min(known.score, TWIN_SCORE) } : null
}
const TWINS = /^([^/|]{2,40}?)\s+[/|]\s+([^/|]{2,40})$/u
const TWIN_SCORE = 0.95

const label = (role: FieldRole, certainty = LABEL_SCORE): FieldMatch => ({ role, score: LABEL_SCORE, certainty })

/** The role of words that are a phrase as a whole, by a taught word or the vocabulary. `isPair` says that they name things of two roles. */
function exactField(squeezed: string, isPair: boolean): Pick<FieldMatch, 'role' | 'certainty'> | null {
  const taught = wordsInForce().fields.get(squeezed)
  if (taught) return { role: taught, certainty: 1 }
  const role = isPair && !PAIRED.has(squeezed) ? undefined : EXACT.get(squeezed)
  return role ? { role, certainty: LOOSE.has(squeezed) ? LOOSE_CERTAINTY : 1 } : null
}

/** The longest phrase that a heading begins with, and its role; of a heading of two things, one that the first begins with. */
function beginning(squeezed: string, noun: NounMeaning | null): [phrase: string, role: FieldRole] | [] {
  const end = noun?.pair ? squeeze(noun.firstPart).length : squeezed.length
  return BEGINNINGS.get(squeezed.slice(0, SHORTEST_PREFIX))?.find(([phrase]) => phrase.length <= end && squeezed.startsWith(phrase)) ?? []
}

/** What words that end in "by" may mean, where they are a known phrase. */
const BY: ReadonlySet<FieldRole> = new Set(['responsible', 'due', 'revised-due', 'completed-on'])

/** Whether a phrase that begins a text ends with one of its words. */
function endsWord(text: string, phrase: string): boolean {
  let read = ''
  for (const word of foldWords(text).split(' ')) {
    read += word
    if (read.length >= phrase.length) return read.length === phrase.length
  }
  return false
}

/** The role of the longest phrase that is in a text. */
function roleInside(squeezed: string): FieldRole | null {
  let best: { role: FieldRole; rank: number } | null = null
  for (let at = 0; at + SHORTEST_INSIDE <= squeezed.length; at++) {
    for (const inside of INSIDES.get(squeezed.slice(at, at + SHORTEST_INSIDE)) ?? [])
      if ((!best || inside.rank < best.rank) && squeezed.startsWith(inside.phrase, at)) best = inside
  }
  return best?.role ?? null
}

/** How sure a match must be for the words before a colon, or a card's first cell, to be a label. */
export const LABEL_SCORE = 0.9
/** How sure is what the noun alone says, where a row is known to head columns. */
const NOUN_SCORE = 0.85
/** How sure is which of two things beside each other a column holds. */
const PAIR_CERTAINTY = 0.75
/** How sure is a phrase that is set over columns of several kinds. */
const LOOSE_CERTAINTY = 0.5
