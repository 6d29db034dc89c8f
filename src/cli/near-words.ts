import type { Argument, Option } from 'commander'
import { UsageError } from '../../schema/errors.ts'

/** A word is taken to be meant where at most this share of its letters was mistyped. */
const MOST_MISTYPED = 0.4

/** The words of `list` that `typed` is likely to mean, the nearest first; none where none is near. */
export function nearWords(typed: string, list: readonly string[]): string[] {
  const ranked = list.map((word) => ({ word, far: mistypings(typed.toLowerCase(), word) / Math.max(typed.length, word.length) }))
  const least = Math.min(...ranked.map(({ far }) => far))
  return least > MOST_MISTYPED ? [] : ranked.filter(({ far }) => far === least).map(({ word }) => word)
}

/** What to say about a word that is not one of a closed set: the near one, else all that there are. */
export function noSuchWord(noun: string, typed: string, list: readonly string[]): UsageError {
  const near = nearWords(typed, list)
  return new UsageError(
    `There is no ${noun} "${typed}". ${near.length ? `Did you mean ${near.join(' or ')}?` : `There are: ${list.join(', ')}.`}`,
  )
}

/** The argument or option with a closed set of words for it; another word is answered with the near one. */
export function oneOf<Given extends Argument | Option>(given: Given, noun: string, list: readonly string[]): Given {
  given.choices(list)
  const { parseArg } = given
  given.parseArg = <Value>(typed: string, before: Value): Value => {
    if (!list.includes(typed)) throw noSuchWord(noun, typed, list)
    return (parseArg as (typed: string, before: Value) => Value)(typed, before)
  }
  return given
}

/** How many letters were left out, put in, changed or swapped: the restricted Damerau-Levenshtein distance. */
function mistypings(from: string, to: string): number {
  let older: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      line[column] = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (older[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    older = above
    above = line
  }
  return above[to.length] ?? 0
}
