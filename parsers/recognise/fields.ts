import { FIELD_PHRASES, type FieldRole } from '../../schema/vocabulary/fields.ts'
import { bareLabel, squeeze } from './fold.ts'

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
/** A heading that is longer than this is a sentence; real ones run to a line or two. */
const LONGEST_LABEL = 160

/**
 * What a column heading or the label of a card means, by the vocabulary; null for words that it does not
 * know. Spaces are of no account, since a narrow column breaks words anywhere. A heading that names two
 * things ("Proposed Actions / Progress") means the first.
 */
export function matchField(text: string): FieldMatch | null {
  if (text.length > LONGEST_LABEL) return null
  const squeezed = squeeze(bareLabel(text))
  if (squeezed === '') return null
  const exact = EXACT.get(squeezed)
  if (exact) return { role: exact, score: 1 }
  for (const [phrase, role] of PHRASES) {
    if (phrase.length >= SHORTEST_PREFIX && squeezed.startsWith(phrase)) return { role, score: 0.9 }
  }
  for (const [phrase, role] of PHRASES) {
    if (phrase.length >= SHORTEST_INSIDE && squeezed.includes(phrase)) return { role, score: 0.6 }
  }
  return null
}

/** How sure a match must be for the words before a colon, or a card's first cell, to be a label. */
export const LABEL_SCORE = 0.9
