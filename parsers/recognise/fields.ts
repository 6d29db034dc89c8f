import { FIELD_PHRASES, type FieldRole } from '../../schema/vocabulary/fields.ts'
import { bareLabel, foldWords, squeeze } from './fold.ts'
import { nounMeaning, withoutOwnNumber } from './heading-nouns.ts'
import { remembering } from './remember.ts'
import { headingRole } from './run-headings.ts'
import { wordsInForce } from './taught.ts'

/** What a column heading or a card's label means. */
export interface FieldMatch {
  role: FieldRole
  /** 1 where the words are a phrase of the vocabulary, less where a phrase only begins or stands in them. */
  score: number
}

const PHRASES: [string, FieldRole][] = Object.entries(FIELD_PHRASES)
  .flatMap(([role, phrases]) => phrases.map((phrase): [string, FieldRole] => [squeeze(phrase), role as FieldRole]))
  .filter(([phrase]) => phrase !== '')
  .sort((a, b) => b[0].length - a[0].length)
const EXACT = new Map<string, FieldRole>([...PHRASES].reverse())

/** A phrase this short ("no", "who", "id") begins too many other words to be trusted unless it stands alone. */
const SHORTEST_PREFIX = 4
/** A phrase this short stands inside too many other words. */
const SHORTEST_INSIDE = 8
/** The phrases that may begin or stand in a heading by their first letters, the longest first. */
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
  if (text.trim() === '#') return { role: 'number', score: 1 }
  const whole = squeeze(bareLabel(text))
  const exact = wordsInForce().fields.get(whole) ?? EXACT.get(whole)
  if (exact) return { role: exact, score: 1 }
  const unnumberedText = withoutOwnNumber(text)
  const squeezed = squeeze(bareLabel(unnumberedText))
  if (squeezed === '') return null
  const unnumbered = wordsInForce().fields.get(squeezed) ?? EXACT.get(squeezed)
  if (unnumbered) return { role: unnumbered, score: 0.95 }
  const noun = nounMeaning(text)
  const [begun, begunRole] = BEGINNINGS.get(squeezed.slice(0, SHORTEST_PREFIX))?.find(([phrase]) => squeezed.startsWith(phrase)) ?? []
  if ((!begunRole || begunRole === 'theme') && headingRole(text)?.role === 'recommendation')
    return { role: 'recommendation', score: LABEL_SCORE }
  // A phrase that holds the noun and more of what is said of it says more than the noun.
  const saysMore =
    noun && (begun === noun.noun || squeeze(noun.words).length > (begun ?? '').length || !endsWord(unnumberedText, begun ?? ''))
  if (begunRole && !saysMore) return { role: begunRole, score: LABEL_SCORE }
  // Posts and bodies are named with the same nouns ("Leisure Manager"): alone a noun makes no words a heading.
  if (noun) return { role: noun.role, score: begun && noun.first && endsWord(unnumberedText, begun) ? LABEL_SCORE : NOUN_SCORE }
  const role = roleInside(squeezed)
  return role && { role, score: 0.6 }
})

/** Whether a phrase that begins a text ends with one of its words. */
function endsWord(text: string, phrase: string): boolean {
  let read = ''
  for (const word of foldWords(text).split(' ')) {
    read += word
    if (read.length >= phrase.length) return read.length === phrase.length
  }
  return false
}

/** The role of the longest phrase that stands in a text. */
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
