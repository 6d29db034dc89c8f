import { readBullet, readLineLabel } from '../passages/labels.ts'
import { type Chunk, chunksOf, isSpaced, LONGEST_HEADING, MOST_LINES } from './spaced-lines.ts'
import { toCell } from './spaced-rows.ts'
import type { CellLine, TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** A line of a card: what of it precedes the gutter and after it, null where nothing does; and whether a row begins with it. */
interface GutterLine {
  line: Line
  label: CellLine | null
  value: CellLine | null
  begins: boolean
}

/** A card has at least this many labels, and a card that nothing else bears out this many. */
const FEWEST_LABELS = 2
const FEWEST_ALONE = 3
/** In words. */
const LONGEST_LABEL_WORDS = 6
/** More blank lines end a card. */
const MOST_BLANKS = 1
/** A value's lines begin no further from each other, in letters: a page's letters are not all as wide. */
const VALUE_SHIFT = 1

/** A label begins with a capital, has a word of letters, and is not a sentence. */
const LABEL = /^(?=.*\p{L}{2})\p{Lu}[^.;:!]*\.?$/u

/** Dots or strokes that lead the eye from a label to its value, and a colon after them: "Owner ........ : Harbour Master". */
const LEADERS = /(?<=\S ?)(?:\.{4,}|_{4,}|(?:\. ){3,}\.|…{2,})(?: ?:(?=\s|$)|(?= ?\S))/gu

/** Lines in which leaders are blanks, so that a form that is set with them has a gutter. */
export function withoutLeaders(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    const text = isSpaced(line) ? line.text.replace(LEADERS, (dots) => ' '.repeat(dots.length)) : line.text
    return text === line.text ? line : { ...line, text }
  })
}

/** The words that begin several lines of a text before a gap of blanks, as the labels of a form do that is filled in for each matter. */
export function repeatedLabels(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const label = labelBeforeGap(line)
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([label, times]) => (times > 1 ? [label] : [])))
}

/** A line's words before its only gap of blanks, where they may be a label. */
function labelBeforeGap(line: Line): string | null {
  if (!isSpaced(line)) return null
  const [first, second, third] = chunksOf(line.text)
  if (!first || !second || third) return null
  const label = line.text.slice(first.from, first.to)
  return isLabel(label) ? label : null
}

/** Whether words may be the label of a form. What counts a list is not one, nor what has a colon: such a line is a label and its value however it is set. */
function isLabel(text: string): boolean {
  if (text.length > LONGEST_HEADING || text.split(' ').length > LONGEST_LABEL_WORDS || !LABEL.test(text)) return false
  return readLineLabel(text)?.end !== text.length && readBullet(text) === null
}

/**
 * The card that begins at `start`: labels at the left, one below another, a gutter of blanks, and their values from one
 * column on ("Owner        Harbour Master"), which may run over lines that begin there; null where there is none. It depends on
 * how forms are set without rules: nothing but a label is left of the gutter. A label that is too long pushes its value on.
 * A list of names and offices looks the same, so that labels count only if the text has them again, or if a value runs over lines.
 */
export function gutterTable(
  lines: readonly Line[],
  start: number,
  repeated: ReadonlySet<string>,
): { rows: TabRow[]; taken: number } | null {
  const first = lines[start]
  if (!first || labelBeforeGap(first) === null) return null
  const [head, value] = chunksOf(first.text)
  const at = { label: head?.from ?? 0, value: value?.from ?? 0 }
  const found: GutterLine[] = []
  for (let next = start; next < start + MOST_LINES; next++) {
    const cut = cutAtGutter(lines, next, at, found)
    if (!cut) break
    found.push(cut)
  }
  const rows = toRows(found)
  return isCard(rows, repeated) ? { rows, taken: found.length } : null
}

function cutAtGutter(
  lines: readonly Line[],
  next: number,
  at: { label: number; value: number },
  before: readonly GutterLine[],
): GutterLine | null {
  const line = lines[next]
  const last = before.at(-1)
  if (!line || !isSpaced(line)) return null
  if (last && (line.blanksBefore > MOST_BLANKS || line.page !== last.line.page)) return null
  const { text } = line
  const [head, second, third] = chunksOf(text)
  if (!head) return null
  if (Math.abs(head.from - at.value) <= VALUE_SHIFT)
    return last ? { line, label: null, value: piece(line, head.from, text.trimEnd().length), begins: false } : null
  if (head.from !== at.label || third) return null
  const split = second ? splitAtGap(head, second, at.value) : splitAtOneBlank(line, head, at.value)
  if (!split) return withoutValue(lines, next, head, at, last)
  const label = text.slice(head.from, split.to)
  const begins = isLabel(label)
  if (begins && before[0]?.label?.text === label && line.blanksBefore > 0) return null
  if (!begins && !(last && line.blanksBefore === 0 && /^\p{Ll}/u.test(label))) return null
  return { line, label: piece(line, head.from, split.to), value: piece(line, split.from, text.trimEnd().length), begins }
}

/** Where a gap parts a label from its value: before the values' column, or after a label that reaches over it. */
function splitAtGap(head: { to: number }, second: { from: number }, column: number): { to: number; from: number } | null {
  const inColumn = Math.abs(second.from - column) <= VALUE_SHIFT
  return inColumn || head.to >= column - 1 ? { to: head.to, from: second.from } : null
}

/** A label that fills its column leaves one blank before its value. After a blank line such words may be a heading. */
function splitAtOneBlank({ text, blanksBefore }: Line, head: Chunk, column: number): { to: number; from: number } | null {
  if (blanksBefore > 0 || head.to <= column || text[column - 1] !== ' ' || !isLabel(text.slice(head.from, column - 1))) return null
  return { to: column - 1, from: column }
}

/** A line that ends before the gutter: a label without a value, or the rest of one, where the card goes on below. */
function withoutValue(
  lines: readonly Line[],
  next: number,
  head: Chunk,
  at: { label: number; value: number },
  last: GutterLine | undefined,
): GutterLine | null {
  const [line, below] = [lines[next], lines[next + 1]]
  if (!line || !last || head.to >= at.value || line.blanksBefore > 0 || below?.blanksBefore !== 0) return null
  const [under, after] = chunksOf(below.text)
  const value = under?.from === at.label ? after : under
  const goesOn = Math.abs((value?.from ?? 0) - at.value) <= VALUE_SHIFT
  const text = line.text.slice(head.from, head.to)
  const rest = /^\p{Ll}/u.test(text)
  if (!goesOn || !(rest || isLabel(text))) return null
  return { line, label: piece(line, head.from, head.to), value: null, begins: !rest }
}

const piece = (line: Line, from: number, to: number): CellLine => ({
  line,
  from: line.from + from,
  to: line.from + to,
  text: line.text.slice(from, to),
})

function toRows(found: readonly GutterLine[]): TabRow[] {
  const starts = found.flatMap(({ begins }, at) => (begins ? [at] : []))
  return starts.map((from, i) => {
    const own = found.slice(from, starts[i + 1])
    const [first, last] = [own[0], own.at(-1)] as [GutterLine, GutterLine]
    const cells = [
      toCell(
        own.flatMap(({ label }) => label ?? []),
        first.line,
      ),
      toCell(
        own.flatMap(({ value }) => value ?? []),
        first.line,
      ),
    ]
    return { line: first.line, last: last.line, cells, rawColumns: 2 }
  })
}

/** Whether rows are a card: enough labels, none of them twice, most of which are elsewhere in the text too, or with a value that runs over lines. */
function isCard(rows: readonly TabRow[], repeated: ReadonlySet<string>): boolean {
  const labels = new Set(rows.flatMap(({ cells }) => (/\d/u.test(cells[0]?.text ?? '') ? [] : [cells[0]?.text ?? ''])))
  if (labels.size < FEWEST_LABELS || new Set(rows.map(({ cells }) => cells[0]?.text)).size < rows.length) return false
  if ([...labels].filter((label) => repeated.has(label)).length * 2 > labels.size) return true
  return labels.size >= FEWEST_ALONE && rows.some(({ cells }) => (cells[1]?.below.length ?? 0) > 0)
}
