import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { TextEntry } from '../outline/outline.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { isCourtesy } from './answer-segments.ts'
import { withoutLineLabel } from './answer-signs.ts'

/** What answers, a verdict that is on a line of its own before it, and who gives it. */
export interface GivenAnswer {
  answer: Passage
  verdict: Passage | null
  who: Passage | null
  /** How many of the entries are the answer's. */
  used: number
}

/** What answers, without its label. The last answer of a letter that `takesLeave` ends where courtesy begins. */
export function toAnswer(rest: readonly { entry: TextEntry }[], takesLeave: boolean, labels: ReadonlySet<string>): GivenAnswer {
  const [first] = rest
  if (!first) return { answer: EMPTY_PASSAGE, verdict: null, who: null, used: 0 }
  const { entry } = first
  const label = readResponseLabel(entry.passage.text)
  const style = entry.label?.bracketed ? null : entry.label?.style
  // The number of a paragraph is not one of its words.
  const counted = style === 'decimal' || style === 'dotted' ? entry.body : entry.passage
  const passage = label ? slicePassage(entry.passage, label.end) : withoutLineLabel(counted, labels)
  const dotted = style === 'dotted' && passage !== entry.passage
  const courtesy = takesLeave ? rest.findIndex(({ entry: { passage: said } }, at) => at > 0 && isCourtesy(said.text)) : -1
  const stop = courtesy < 0 ? rest.length : courtesy
  const more = rest.slice(1, stop).map(({ entry: next }) => (dotted && next.label?.style === 'dotted' ? next.body : next.passage))
  const said = [passage, ...more].filter(({ text }) => text !== '')
  const [head, ...words] = said
  const verdict = head && words.length > 0 && isBareVerdict(head.text) ? head : null
  const [opening = EMPTY_PASSAGE, ...others] = verdict ? words : said
  return {
    answer: joinPassages([verdict ? withoutLineLabel(opening, labels) : opening, ...others]),
    verdict,
    who: label?.who ? slicePassage(entry.passage, label.who.start, label.who.end) : null,
    used: stop,
  }
}

/** A verdict of a few words is no longer. */
const LONGEST_BARE = 40

/** "Supported in principle": a verdict alone on its line, no sentence; what is said about it comes below. */
function isBareVerdict(text: string): boolean {
  const verdict = text.length > LONGEST_BARE || /[.;:!?]$/u.test(text) ? null : readVerdict(text)
  return verdict?.outcome != null && verdict.start === 0 && text.slice(verdict.end).trim() === ''
}
