import { isOpen } from '../outline/items.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import type { Segment } from './answer-segments.ts'
import { lineLabel, type Signs, VERDICT_SENTENCE } from './answer-signs.ts'
import type { Start } from './answer-starts.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'

/** Where the answer begins in a segment, by the signs of `ANSWER_WEIGHTS`; its length where nothing answers. */
export function bestSplit({ start, entries }: Segment, signs: Signs): { at: number; score: number } {
  let best: { at: number; score: number } = { at: entries.length, score: W.noAnswer }
  let restated = 0
  for (let at = 1; at <= entries.length; at++) {
    const before = entries[at - 1]?.entry
    const next = entries[at]?.entry
    if (!before) break
    if (at > 1) restated += restatedScore(before, start, signs)
    else if (start.body.text === '') restated += 0
    const empty = at === 1 && (start.body.text === '' || isTitleOnly(start, next))
    if (next) {
      const score =
        (empty ? W.nothingRestated : 0) + restated + boundary(before, next, at === 1 ? start.body.text : before.passage.text, start, signs)
      if (score > best.score) best = { at, score }
    }
  }
  return best
}

/** "Recommendation 2: Fines" over the recommendation itself. */
export function isTitleOnly({ entry, body }: Start, next: TextEntry | undefined): boolean {
  if (next === undefined || body.text.length > 160 || /[.;:]["”’)]?$/u.test(body.text)) return false
  const wishes = RECOMMENDING_MOODS.has(moodOf(body.text))
  return !wishes && (isHeading(entry) || entry.look.box !== null || RECOMMENDING_MOODS.has(moodOf(next.passage.text)))
}

function restatedScore(entry: TextEntry, start: Start, signs: Signs): number {
  const words = signs.of(entry.passage.text)
  if (words.label || words.sentence) return W.labelInRestated
  if (entry.look.box !== null && entry.look.box === start.entry.look.box) return W.sameBox
  if (isHeading(entry) && entry.type === 'heading') return W.headingInRestated
  if (entry.bullet || words.wishes) return W.goesOnWishing
  return W.restatedGoesOn
}

function boundary(before: TextEntry, next: TextEntry, beforeText: string, start: Start, signs: Signs): number {
  const text = next.passage.text
  const words = signs.of(text)
  let score = 0
  if (words.label || answersByLabel(text, start, signs.labels)) score += W.label
  if (words.verdict) score += W.verdict
  if (before.look.box !== next.look.box) score += start.entry.look.box !== null && before.look.box === start.entry.look.box ? W.boxEnds : 0
  else if (before.look.box !== null && !VERDICT_SENTENCE.test(text)) score += W.withinBox
  const set = (entry: TextEntry) => entry.bold || entry.look.italic
  if (set(before) && !set(next) && !isHeading(next)) score += W.lookEnds
  else if (!set(before) && set(next) && before.look.box === null) score += W.lookBegins
  if (/["”’]$/u.test(beforeText) && /^["“‘]/u.test(start.body.text) && !/^["“‘]/u.test(text)) score += W.quotationEnds
  score += beforeText === '' || !isOpen(beforeText) ? W.closed : words.sentence || words.label ? 0 : W.open
  if (next.bullet || /^[\p{Ll}(]/u.test(text)) score += W.goesOn
  if (words.speaks) score += W.speaks
  score += words.wishes ? W.wishes : W.wishesNot
  return score
}

/** A label that comes over and over, and is not that of what is restated. */
function answersByLabel(text: string, start: Start, labels: ReadonlySet<string>): boolean {
  const label = lineLabel(text)
  return label !== null && labels.has(label) && label !== lineLabel(start.body.text)
}

/** Whether an answer begins as one: with a label, a verdict, or somebody who speaks. */
export function spoken(entry: TextEntry | undefined, signs: Signs): number {
  if (!entry) return 0
  const { text } = entry.passage
  const words = signs.of(text)
  if (words.label || signs.labels.has(lineLabel(text) ?? '')) return 0
  if (isHeading(entry)) return W.headingFirst
  return words.verdict || words.speaks ? 0 : W.unspoken
}
