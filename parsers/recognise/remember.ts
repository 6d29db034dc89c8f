import { type Words, wordsInForce } from './taught.ts'

/** So many texts are remembered before all are forgotten: a paper's own lines, not those of an archive. */
const MOST_REMEMBERED = 12_000
/** What is longer is seldom read twice, and takes room. */
const LONGEST_REMEMBERED = 3000

/**
 * A reading of texts that reads each text once for each set of taught words: many ask the same line what it is. What is read
 * must not be changed by who asks.
 */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const recall = ofWords(() => new Map<string, T>())
  let known = new Map<string, T>()
  let by: Words | null = null
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return read(text)
    const words = wordsInForce()
    if (words !== by) {
      by = words
      known = recall()
    }
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const made = read(text)
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(text, made)
    return made
  }
}

/** A reading of parts of a document that reads each part once for each set of taught words. */
export function rememberingParts<Part extends object, T>(read: (part: Part) => T): (part: Part) => T {
  const recall = ofWords(() => new WeakMap<Part, { made: T }>())
  return (part) => {
    const known = recall()
    const found = known.get(part)
    if (found) return found.made
    const made = read(part)
    known.set(part, { made })
    return made
  }
}

/** What is made of the taught words in force, once for each set of them and kept as long as they are. */
export function ofWords<Made extends object>(make: (words: Words) => Made): () => Made {
  const made = new WeakMap<Words, Made>()
  return () => {
    const words = wordsInForce()
    const known = made.get(words)
    if (known) return known
    const first = make(words)
    made.set(words, first)
    return first
  }
}
