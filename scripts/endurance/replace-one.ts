import type { Random } from '../bench/link/random.ts'

/** The text with one match of the pattern, drawn at random, replaced; as it is where nothing matches. The pattern needs its flag `g`. */
export function replaceOne(text: string, pattern: RegExp, by: (found: string) => string, random: Random): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const { 0: found, index } = random.pick(matches)
  return text.slice(0, index) + by(found) + text.slice(index + found.length)
}
