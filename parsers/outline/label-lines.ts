import { type Passage, type Run, slicePassage } from '../../schema/document.ts'
import { type FieldMatch, LABEL_SCORE, matchField } from '../recognise/fields.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readLabel } from '../recognise/numbers.ts'

/** The words before a colon that may be a label, and a remark in brackets before it: "Progress (June 2022):". */
export const LINE_LABEL = /^([^:.;!?()]{2,80}?)\s*(?:\(([^()]{2,60})\))?\s*:(?=\s|$)/u
/** Two pieces whose tops differ by more than this share of their height are on different lines. */
const LINE_SHARE = 0.6

/** Whether a run is on another line of the page or the source than the one before it. */
function beginsLine(run: Run, before: Run): boolean {
  if (run.page !== before.page) return true
  if (run.line !== null && before.line !== null) return run.line !== before.line
  if (!run.box || !before.box) return false
  return run.box[1] - before.box[1] > LINE_SHARE * (before.box[3] - before.box[1])
}

/** The offsets at which the printed lines of a passage begin, the first of them 0. */
export function lineStarts(passage: Passage): number[] {
  const starts = [0]
  for (const [index, run] of passage.runs.entries()) {
    const before = passage.runs[index - 1]
    if (before && run.start > 0 && beginsLine(run, before)) starts.push(run.start)
  }
  return starts
}

/** The words before a line's colon, where they may be a label. */
function labelOf(line: string): string | null {
  const label = LINE_LABEL.exec(line)?.[1] ?? ''
  return /^[\p{Lu}\d%]/u.test(label) ? label : null
}

/** Whether words are a label that forms and cards have, word for word. */
const isKnown = (label: string) => isField(label) || matchFormLabel(label) !== null
/** Whether words are a label of cards, word for word. */
const isField = (label: string) => matchField(label)?.score === 1

/** Below so many lines that begin with known labels, a label of a known noun begins one too: "Follow-up comment:". */
const FEWEST_KNOWN = 2

/** Which lines begin with a label. */
function labelledLines(lines: readonly string[]): boolean[] {
  let known = 0
  return lines.map((line) => {
    const label = labelOf(line)
    if (label === null) return false
    if (isKnown(label)) known++
    else if (known < FEWEST_KNOWN || label.split(' ').length > LONGEST_NOUN_LABEL || matchField(label) === null) return false
    return true
  })
}
/** In words; more before a colon are a sentence. */
const LONGEST_NOUN_LABEL = 4

/** No label within a line has more words, nor, as at its beginning, more letters. */
const LONGEST_INNER_LABEL = 4
const LONGEST_LABEL = 80
/** What parts a value from the label after it on its line. */
const AFTER_VALUE = /(?<![\s;,|·•–—-])[\s;,|·•–—-]+$/u

/**
 * Where the values of a line's further labels begin: "Owner: J Penhale   Due: April 2024   RAG: Green" has three. A form sets
 * short fields beside each other to save lines, and a format keeps no gap. The line begins with a known label itself, and each of
 * the others is one by the words that are directly before its colon.
 */
function innerLabels(line: string): number[] {
  const first = labelOf(line)
  if (first === null || !isField(first)) return []
  const end = LINE_LABEL.exec(line)?.[0].length ?? 0
  const cuts: number[] = []
  for (const colon of line.slice(end).matchAll(/:(?=\s|$)/gu)) {
    const start = labelBefore(line, cuts.at(-1) ?? end, end + colon.index)
    if (start !== null) cuts.push(start)
  }
  return cuts
}

/** A field's label, or a form's of several words: in "Contact No:" the last word alone would be a column's. */
const isInner = (label: string) => isField(label) || (label.includes(' ') && matchFormLabel(label) !== null)

/** Where the longest known label that ends at `colon` begins; null where none does, or only one with words before its capital. */
function labelBefore(line: string, from: number, colon: number): number | null {
  const near = Math.max(from, colon - LONGEST_LABEL)
  const words = [...line.slice(near, colon).matchAll(/\S+/gu)].slice(-LONGEST_INNER_LABEL)
  const start = words.find(({ 0: word, index }) => /^\p{Lu}/u.test(word) && isInner(line.slice(near + index, colon)))
  return start ? near + start.index : null
}

/**
 * A paragraph cut where its printed lines begin with labels: "Review: …⏎Link officer: …" is two. Forms are
 * typed one label a line, and a format cannot know that such lines are not wrapped text. "Recommendation 2 –"
 * at the start of a line counts only where labels are below it: in prose it is a reference.
 */
export function splitAtLabelLines(passage: Passage): Passage[] {
  const starts = lineStarts(passage)
  const lines = starts.map((start, at) => passage.text.slice(start, starts[at + 1]))
  const labelled = starts.length === 1 ? [] : labelledLines(starts.map((start) => passage.text.slice(start)))
  const lastLabelled = labelled.lastIndexOf(true)
  const inner = new Set(lines.flatMap((line, at) => innerLabels(line).map((within) => (starts[at] ?? 0) + within)))
  const begun = starts.filter((start, at) => {
    if (at === 0) return false
    return labelled[at] || (at < lastLabelled && readLabel(passage.text.slice(start))?.word === 'recommendation')
  })
  const cuts = [...begun, ...inner].sort((a, b) => a - b)
  if (cuts.length === 0) return [passage]
  return [0, ...cuts]
    .map((start, at) => {
      const [part, end] = [slicePassage(passage, start, cuts[at]), cuts[at]]
      return end !== undefined && inner.has(end) ? slicePassage(part, 0, part.text.replace(AFTER_VALUE, '').length) : part
    })
    .filter(({ text }) => text !== '')
}

/** What a label means as a field of a card, if it is surely one. A question is a label, whatever its words: "Who will lead?". */
export function sureField(label: string): FieldMatch | null {
  const match = matchField(label)
  return match && match.score >= (/\?\s*$/u.test(label) ? QUESTION_SCORE : LABEL_SCORE) ? match : null
}
/** How sure a match must be for a question, or for a sentence below a brief value. */
export const QUESTION_SCORE = 0.85
