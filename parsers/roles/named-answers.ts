import { EMPTY_PASSAGE, joinPassages, slicePassage } from '../../schema/document.ts'
import type { Entry, TextEntry } from '../outline/outline.ts'
import { findReferences } from '../recognise/references.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { answerBelow } from './answer-segments.ts'
import type { Signs } from './answer-signs.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'
import type { Answered, AnsweredRun } from './answered.ts'

/** A line that only names a recommendation is no longer. */
const LONGEST_NAME = 160
const FEWEST = 2
/** This share of the answers has to say what is done with the recommendation. */
const LEAST_SPOKEN = 0.5

/** A line that names recommendations and restates none. */
interface Named {
  at: number
  entry: TextEntry
  numbers: string[]
  /** Where the numbers end, from the first letter. */
  end: number
}

/**
 * The answers of a paper that names each recommendation on a line of its own ("Recommendation 1 (walking distance)", "Recommendations 3
 * and 4 – seat belts") and answers below it; null where fewer than two are, or what is below does not answer.
 */
export function namedAnswers(entries: readonly Entry[], signs: Signs): AnsweredRun | null {
  const names = entries.flatMap((entry, at) => nameAt(entry, at) ?? [])
  const answered = names.flatMap((name, index) => answersOf(entries, name, names[index + 1]?.at ?? entries.length))
  if (new Set(answered.map(({ at }) => at)).size < FEWEST) return null
  // Where only a later paragraph gives a verdict, the first restates.
  const spoken = answered.filter(({ entries: [, first = -1] }) => speaksAt(entries[first], signs)).length / answered.length
  if (spoken < LEAST_SPOKEN) return null
  return { answered, score: W.bias + W.told + W.verdict * spoken + Math.log2(answered.length) * W.doubling, by: 'their names' }
}

const speaksAt = (entry: Entry | undefined, signs: Signs) =>
  entry !== undefined && entry.type !== 'table' && signs.of(entry.passage.text).verdict

function nameAt(entry: Entry, at: number): Named | null {
  if (entry.type === 'table' || entry.passage.text.length > LONGEST_NAME) return null
  const { text } = entry.passage
  const [reference] = findReferences(text)
  if (reference?.start !== 0 || reference.numbers.length === 0) return null
  const title = text.slice(reference.end).replace(/^[\s:.)–—-]+/u, '')
  return /[.;]$/u.test(title) || RECOMMENDING_MOODS.has(moodOf(title))
    ? null
    : { at, entry, numbers: reference.numbers, end: reference.end }
}

function answersOf(entries: readonly Entry[], { at, entry, numbers, end }: Named, next: number): Answered[] {
  const { said, own } = answerBelow(entries, at, next)
  const answer = joinPassages(said)
  if (answer.text === '') return []
  const numberPassage = slicePassage(entry.passage, 0, end)
  return numbers.map(
    (number): Answered => ({
      item: { label: null, number, numberPassage, parent: null, text: EMPTY_PASSAGE, heading: null },
      answer,
      who: null,
      at,
      entries: [at, ...own],
    }),
  )
}
