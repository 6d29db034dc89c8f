import { contentWords } from '../../parsers/recognise/fold.ts'

/**
 * A text as the sorted codes of the three-letter stretches that its meaningful words, run together, consist
 * of. Scans lose spaces and take letters for others: that costs a word, but only a few stretches of it
 * (Angell, Freund & Willett, "Automatic spelling correction using a trigram similarity measure", 1983).
 */
export interface TextProfile {
  codes: readonly number[]
  /** How much each stretch counts, in the order of the codes, and all together. */
  weights: readonly number[]
  sum: number
}

const STRETCH = 3
const LETTER_BITS = 10

/** As many texts as the papers of a large review hold: each paper is compared with the words of those before it. */
const KEPT_TEXTS = 4000
let kept = new Map<string, TextProfile>()
let keptBefore = kept

/** The profile of a text; empty for one that says nothing. The latest are kept, since a review's texts come again and again. */
export function textProfile(text: string): TextProfile {
  let profile = kept.get(text) ?? keptBefore.get(text)
  if (profile) return profile
  profile = makeProfile(text)
  if (kept.size >= KEPT_TEXTS) [keptBefore, kept] = [kept, new Map()]
  kept.set(text, profile)
  return profile
}

function makeProfile(text: string): TextProfile {
  const letters = contentWords(text).join('')
  const codes = new Set<number>()
  let code = 0
  for (let index = 0; index < letters.length; index++) {
    code = ((code << LETTER_BITS) | (letters.charCodeAt(index) & ((1 << LETTER_BITS) - 1))) & ((1 << (STRETCH * LETTER_BITS)) - 1)
    if (index >= STRETCH - 1) codes.add(code)
  }
  return { codes: [...codes].sort((a, b) => a - b), weights: new Array<number>(codes.size).fill(1), sum: codes.size }
}

/**
 * Weighs profiles by how rare each stretch is in a list (inverse document frequency: Spärck Jones, 1972): the
 * recommendations of one review share its subject's words, and what only one of them says distinguishes it from the others.
 */
export function weighByRarity(list: readonly TextProfile[]): (profile: TextProfile) => TextProfile {
  const counts = new Map<number, number>()
  for (const { codes } of list) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  const weightOf = new Map([...counts].map(([code, count]) => [code, Math.log(1 + (list.length + 1) / (count + 1))]))
  // What no item of the list says says nothing of which it is: a scan's errors, a clerk's own words.
  const heard = [...weightOf.values()]
  const unheard = heard.length > 0 ? heard.reduce((sum, weight) => sum + weight, 0) / heard.length / 2 : 1
  return ({ codes }) => {
    const weights = codes.map((code) => weightOf.get(code) ?? unheard)
    return { codes, weights, sum: weights.reduce((sum, weight) => sum + weight, 0) }
  }
}

/** A short form of a few letters is found in anything; from this many stretches on its being contained counts in full. */
const FULL_STRETCHES = 24
/** What being contained is worth beside being alike: a plan's short form leaves half of the words out. */
const CONTAINED_SHARE = 0.65

/**
 * How alike two texts are, 0 to 1: Dice's coefficient over their stretches, or, where one is a short form of
 * the other, mostly how much of the short one is in the long one. Order is left out, since a clerk who turns
 * "That officers be asked to …" into "Officers to …" keeps the words and moves them.
 */
export function likeness(a: TextProfile, b: TextProfile): number {
  const [lengthA, lengthB] = [a.codes.length, b.codes.length]
  if (lengthA === 0 || lengthB === 0) return 0
  let [shared, at, bt] = [0, 0, 0]
  while (at < lengthA && bt < lengthB) {
    const codeA = a.codes[at] as number
    const codeB = b.codes[bt] as number
    if (codeA === codeB) shared += a.weights[at] as number
    if (codeA <= codeB) at++
    if (codeB <= codeA) bt++
  }
  const dice = (2 * shared) / (a.sum + b.sum)
  const contained = (shared / Math.min(a.sum, b.sum)) * Math.min(1, Math.min(lengthA, lengthB) / FULL_STRETCHES)
  return Math.max(dice, CONTAINED_SHARE * contained + (1 - CONTAINED_SHARE) * dice)
}
