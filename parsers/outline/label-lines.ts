import { type Passage, type Run, slicePassage } from '../../schema/document.ts'
import { matchField } from '../recognise/fields.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readLabel } from '../recognise/numbers.ts'

/** The words before a colon that may be a label, and a remark in brackets before it: "Progress (June 2022):". */
export const LINE_LABEL = /^([^:.;!?()]{2,80}?)\s*(?:\(([^()]{2,60})\))?\s*:(?=\s|$)/u
/** Two pieces whose tops differ by more than this share of their height stand on different lines. */
const LINE_SHARE = 0.6

/** Whether a run stands on another line of the page or the source than the one before it. */
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

/** Whether a line begins with a label that forms and cards have, word for word. */
function isLabelled(line: string): boolean {
  const match = LINE_LABEL.exec(line)
  const label = match?.[1] ?? ''
  return match !== null && /^[\p{Lu}\d%]/u.test(label) && (matchField(label)?.score === 1 || matchFormLabel(label) !== null)
}

/**
 * A paragraph cut where its printed lines begin with labels: "Review: …⏎Link officer: …" is two. Forms are
 * typed one label a line, and a format cannot know that such lines are no wrapped text. "Recommendation 2 –"
 * at the start of a line counts only where labels stand below it: in prose it is a reference.
 */
export function splitAtLabelLines(passage: Passage): Passage[] {
  const starts = lineStarts(passage)
  if (starts.length === 1) return [passage]
  const labelled = starts.map((start) => isLabelled(passage.text.slice(start)))
  const lastLabelled = labelled.lastIndexOf(true)
  const cuts = starts.filter((start, at) => {
    if (at === 0) return false
    if (labelled[at]) return true
    return at < lastLabelled && readLabel(passage.text.slice(start))?.word === 'recommendation'
  })
  if (cuts.length === 0) return [passage]
  return [0, ...cuts].map((start, at) => slicePassage(passage, start, cuts[at])).filter(({ text }) => text !== '')
}
