import { EMPTY_PASSAGE, joinPassages, slicePassage } from '../../schema/document.ts'
import type { Entry } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { answerBelow } from './answer-segments.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'
import type { Answered, AnsweredRun } from './find-answers.ts'

/** "You also recommended that …", "Your Panel asked us to …": a letter tells its reader what was asked, in a sentence, and answers behind it. */
const TOLD =
  /^(?:\p{L}+,?\s){0,2}?(?:you|your (?:\p{L}+ ){0,3}?(?:report|review|letter|committee|panel|board|group))\s(?:(?:also|then|further|next|finally)\s)?(?:recommend(?:ed)?|ask(?:ed)?|suggest(?:ed)?|propose[ds]?|urge[ds]?|call(?:ed)?)\s(?:(?:us|me|the [\p{L} ]{2,40}?)\s)?(?:that|to|for)\s/iu
/** A recommendation told of in a sentence is no longer. */
const LONGEST_TOLD = 500
const FEWEST = 2

/** The pairs of a letter that tells its reader what they recommended and answers in the same breath; null where fewer than two are told so. */
export function toldAnswers(entries: readonly Entry[]): AnsweredRun | null {
  const starts = entries.flatMap((entry, at) => (entry.type !== 'table' && TOLD.test(entry.passage.text) ? [at] : []))
  const answered = starts.flatMap((at, index) => toldAnswer(entries, at, starts[index + 1] ?? entries.length))
  if (answered.length < FEWEST) return null
  const verdicts = answered.filter(({ answer }) => findVerdict(answer.text)?.sure).length
  return {
    answered,
    score: W.bias + W.told + (W.verdict * verdicts) / answered.length + Math.log2(answered.length) * W.doubling,
    by: 'sentences',
  }
}

function toldAnswer(entries: readonly Entry[], at: number, next: number): Answered[] {
  const entry = entries[at]
  if (!entry || entry.type === 'table') return []
  const { passage } = entry
  const lead = TOLD.exec(passage.text)?.[0].length ?? 0
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
      item: { label: null, number: null, numberPassage: EMPTY_PASSAGE, parent: null, text, heading: null },
      answer,
      who: null,
      at,
      entries: [at, ...own],
    },
  ]
}
