import { EMPTY_PASSAGE, joinPassages, slicePassage } from '../../schema/document.ts'
import type { Entry } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { readTold, TOLD, TOLD_OF_OTHERS } from '../recognise/told.ts'
import { answerBelow } from './answer-segments.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'
import type { Answered, AnsweredRun } from './answered.ts'

/** A recommendation reported on in a sentence is no longer. */
const LONGEST_TOLD = 500
const FEWEST = 2

/**
 * The pairs of a letter that tells its reader what they recommended, or of a paper that is `announced` as a response and tells it of others,
 * and answers in the same breath; null where fewer than two are reported so.
 */
export function toldAnswers(entries: readonly Entry[], announced: boolean): AnsweredRun | null {
  const told = toldBy(entries, TOLD, W.told)
  return told ?? (announced ? toldBy(entries, TOLD_OF_OTHERS, W.toldOfOthers) : null)
}

function toldBy(entries: readonly Entry[], pattern: RegExp, weight: number): AnsweredRun | null {
  const starts = entries.flatMap((entry, at) => (entry.type !== 'table' && pattern.test(entry.passage.text) ? [at] : []))
  const answered = starts.flatMap((at, index) => toldAnswer(entries, at, starts[index + 1] ?? entries.length, pattern))
  if (answered.length < FEWEST) return null
  const verdicts = answered.filter(({ answer }) => findVerdict(answer.text)?.sure).length
  return {
    answered,
    score: W.bias + weight + (W.verdict * verdicts) / answered.length + Math.log2(answered.length) * W.doubling,
    by: 'sentences',
  }
}

function toldAnswer(entries: readonly Entry[], at: number, next: number, pattern: RegExp): Answered[] {
  const entry = entries[at]
  if (!entry || entry.type === 'table') return []
  const { passage } = entry
  const { lead, number } = readTold(passage.text, pattern)
  const stop = /[.!]["”’]?(?:\s|$)/u.exec(passage.text.slice(lead))
  const end = stop ? lead + stop.index + 1 : passage.text.length
  if (end - lead > LONGEST_TOLD) return []
  const rest = slicePassage(passage, end)
  const { said, own } = answerBelow(entries, at, next, rest.text !== '')
  const answer = joinPassages([rest, ...said].filter(({ text }) => text !== ''))
  const text = slicePassage(passage, lead, end)
  if (answer.text === '' || text.text === '') return []
  return [
    {
      item: {
        label: null,
        number: number?.value ?? null,
        numberPassage: number ? slicePassage(passage, number.start, number.end) : EMPTY_PASSAGE,
        parent: null,
        text,
        heading: null,
      },
      answer,
      who: null,
      at,
      entries: [at, ...own],
    },
  ]
}
