import { stretchesToItems } from '../outline/items.ts'
import { isLeadIn } from '../outline/limbs.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { nextNumber } from '../recognise/numbers.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import type { Run } from '../runs/run.ts'
import { segmentOf } from './answer-segments.ts'
import { readSigns, type Signs } from './answer-signs.ts'
import { isContentsLine, labelledStarts, lookStarts, type Start } from './answer-starts.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'
import type { Answered, AnsweredRun } from './answered.ts'
import { namedAnswers } from './named-answers.ts'
import { restatedItems } from './restated.ts'
import { bestSplit, spoken } from './split-answer.ts'
import { toAnswer } from './to-answer.ts'
import { toldAnswers } from './told-answers.ts'

/**
 * The pairs of recommendation and answer that a paper holds, by the starts that give the best reading; null where none does. In a paper
 * that is `announced` as a response less has to speak for them.
 */
export function findAnswers(entries: readonly Entry[], runs: readonly Run[], announced: boolean): AnsweredRun | null {
  const signs = readSigns(entries)
  const readings = [
    ...labelledStarts(entries),
    ...runs
      .filter(({ form, items }) => (form === 'numbered' || form === 'headed' || form === 'labelled') && items.length > 0)
      .map((run) => ({ by: run.form === 'labelled' ? 'labels' : 'numbers', starts: runStarts(run) })),
    ...lookStarts(entries),
  ]
    .filter(({ starts }) => starts.length > 0)
    .map(({ by, starts }) => readPairs(entries, starts, by, signs))
  const others = [toldAnswers(entries, announced), namedAnswers(entries, signs)].filter((reading) => reading !== null)
  const best = [...readings, ...others].sort((a, b) => b.score - a.score)[0]
  return best ? { ...best, score: best.score + (announced ? W.announced : 0) } : null
}

/** Each item of a run that begins an entry, with its whole number. */
function runStarts({ items }: Run): Start[] {
  const counted = stretchesToItems(
    items.flatMap(({ label, labelPassage, depth }) => (label ? [{ label, labelPassage, body: [], heading: null, depth }] : [])),
  )
  return items.flatMap(({ at, entry, label }, index): Start[] => {
    if (items[index - 1]?.at === at || isContentsLine(entry.passage.text) || NAMES_SEVERAL.test(entry.passage.text)) return []
    const lettered = counted.length === items.length && (label?.style === 'letter' || label?.style === 'roman')
    const number = lettered ? counted[index]?.number : null
    return [{ at, entry, body: entry.body, ...(number ? { number } : {}) }]
  })
}

/** "Recommendations 4(a) to (c) are accepted": a sentence about several recommendations restates none. */
const NAMES_SEVERAL = /^recommendations\s\d/iu

function readPairs(entries: readonly Entry[], starts: readonly Start[], by: string, signs: Signs): AnsweredRun {
  const { labels } = signs
  const segments = starts.map((start, index) => segmentOf(entries, start, starts[index + 1]?.at ?? entries.length))
  const splits = segments.map((segment) => bestSplit(segment, signs))
  const answered: Answered[] = []
  let waiting: number[] = []
  let total = 0
  let pairs = 0
  for (const [index, segment] of segments.entries()) {
    const split = splits[index]
    if (!split) continue
    const stated = restatedItems(segment, split.at, labels)
    if (stated.every(({ item }) => item.text.text === '' && item.heading === null)) continue
    const rest = segment.entries.slice(split.at)
    const { used, ...given } = toAnswer(rest, segment.takesLeave, labels)
    const { answer } = given
    const own = segment.entries.slice(0, split.at + used).map(({ at }) => at)
    answered.push(...stated.map((said) => ({ ...said, ...given, fields: segment.fields, at: segment.start.at, entries: own })))
    const speaking = stated.filter(({ item }) => RECOMMENDING_MOODS.has(moodOf(item.text.text))).length
    const wishes = speaking * 2 >= stated.length ? W.restatedWishes : W.restatedStates
    if (answer.text === '') {
      // A lead-in alone, with its limbs counted for themselves, asks for none either.
      const only = stated.length === 1 ? stated[0]?.item : undefined
      const leads = only?.heading === null && isLeadIn(only.text.text) && startsLimbs(starts[index + 1])
      // A title alone, with the recommendations under it counted for themselves, asks for no answer.
      if (
        leads ||
        (stated.length === 1 && isHeading(segment.start.entry) && (speaking === 0 || countsUnder(starts[index + 1], segment.start)))
      )
        answered.pop()
      else waiting.push(...stated.map((_, at) => answered.length - stated.length + at))
      continue
    }
    // One answer to several recommendations that are together: each is given it.
    for (const before of waiting) {
      const one = answered[before]
      if (one) answered[before] = { ...one, ...given }
    }
    total += split.score + wishes + spoken(rest[0]?.entry, signs) + runsOn(entries, segment.start.at, rest[0]?.entry, signs)
    pairs += 1
    waiting = []
  }
  const mean = pairs === 0 ? -9 : total / pairs
  const unanswered = answered.length === 0 ? 1 : waiting.length / answered.length
  return {
    answered: answered.filter(({ answer }) => answer.text !== ''),
    score:
      W.bias +
      Math.min(mean, W.mostForPair) +
      Math.log2(Math.max(1, pairs)) * W.doubling +
      (by === 'labels' ? W.labelled : 0) +
      unanswered * W.unanswered,
    by,
  }
}

/** Whether what comes next is the first limb of a list. */
const startsLimbs = (next: Start | undefined): boolean => /\((?:a|i)\)$/iu.test(next?.number ?? '')

/** "2) Repair", "2a. …": the second has the number of the first and one more. */
function countsUnder(next: Start | undefined, { entry }: Start): boolean {
  const [over, under] = [entry.label?.levels ?? [], next?.entry.label?.levels ?? []]
  return over.length > 0 && under.length > over.length && over.every((level, depth) => level === under[depth])
}

/** A paragraph that only goes on counting from the one before the recommendation is the report's own text, unless it gives a verdict. */
function runsOn(entries: readonly Entry[], at: number, answer: TextEntry | undefined, signs: Signs): number {
  if (!answer?.label || signs.of(answer.passage.text).verdict || signs.of(answer.body.text).verdict) return 0
  const before = entries.slice(Math.max(0, at - NEAREST_PARAGRAPH), at).findLast((entry) => entry.type !== 'table' && entry.label !== null)
  const number = before && before.type !== 'table' ? before.label?.number : undefined
  return number !== undefined && nextNumber(number) === answer.label.number ? W.runsOn : 0
}

/** How far before a recommendation the paragraph is that is counted. */
const NEAREST_PARAGRAPH = 6
