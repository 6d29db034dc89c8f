import { contentWords } from '../../parsers/recognise/fold.ts'

/** The words of a text that carry meaning, counted. */
export type WordBag = ReadonlyMap<string, number>

/** A text as a bag of its meaningful words. */
export function wordBag(text: string): WordBag {
  const bag = new Map<string, number>()
  for (const word of contentWords(text)) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

/**
 * How alike two texts are, 0 to 1: Dice's coefficient over their counted words. Order is left out, since
 * a clerk who turns "That officers be asked to …" into "Officers to …" keeps the words and moves them.
 */
export function likeness(a: WordBag, b: WordBag): number {
  const sizeA = [...a.values()].reduce((sum, count) => sum + count, 0)
  const sizeB = [...b.values()].reduce((sum, count) => sum + count, 0)
  if (sizeA + sizeB === 0) return 0
  let shared = 0
  for (const [word, count] of a) shared += Math.min(count, b.get(word) ?? 0)
  return (2 * shared) / (sizeA + sizeB)
}
