import { type Child, h } from './html.ts'
import { byStart, lineStarts, type Mark, markedText, passageToMark } from './marked-text.ts'
import { type EvidenceIndex, type Passage, sharedValues } from './passages.ts'
import { counted } from './words.ts'

/** A text of so many lines is shown whole. */
const WHOLE_LINES = 3000
/** Of a longer one, this many lines around each passage. */
const AROUND_LINES = 12

/** A text with its lines numbered and its passages marked; of a long one only what is around them. */
export function sourceText(text: string, passages: readonly Passage[], evidence: EvidenceIndex): Child {
  const starts = lineStarts(text)
  const marks = passages
    .flatMap((passage) => {
      const mark = passageToMark(text, starts, passage)
      return mark ? [{ ...mark, values: sharedValues(evidence, passage) }] : []
    })
    .sort(byStart)
  const lineAt = new Map(starts.map((start, index) => [start, index + 1]))
  if (starts.length <= WHOLE_LINES) return pre(text, 0, text.length, marks, lineAt)
  return excerpts(passages, starts.length).flatMap(([first, last], index, all) => {
    const skipped = first - 1 - (all[index - 1]?.[1] ?? 0)
    const from = starts[first - 1] ?? 0
    const to = starts[last] ?? text.length
    const inside = marks.filter((mark) => mark.start >= from && mark.start < to)
    return [
      skipped > 0 ? h('p', { className: ['skipped'] }, `${counted(skipped, 'line')} that nothing rests on`) : null,
      pre(text, from, to, inside, lineAt),
    ]
  })
}

function pre(text: string, from: number, to: number, marks: readonly Mark[], lineAt: ReadonlyMap<number, number>): Child {
  return h(
    'pre',
    { className: ['source-text'], tabIndex: 0, role: 'region', ariaLabel: 'The text of the paper' },
    markedText(text, from, to, marks, lineAt),
  )
}

/** The stretches of lines that passages are in, with what is around them, those that touch joined. */
function excerpts(passages: readonly Passage[], lines: number): [first: number, last: number][] {
  const found: [number, number][] = []
  const wanted = passages.flatMap(({ lineFrom, lineTo }) => (lineFrom === null ? [] : [[lineFrom, lineTo ?? lineFrom] as const]))
  for (const [from, to] of wanted.sort((a, b) => a[0] - b[0])) {
    const first = Math.max(1, from - AROUND_LINES)
    const last = Math.min(lines, to + AROUND_LINES)
    const before = found.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else found.push([first, last])
  }
  return found
}
