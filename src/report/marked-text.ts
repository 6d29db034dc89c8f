import { type Child, h } from './html.ts'
import type { Passage } from './passages.ts'

/** A stretch of a source text that a passage quotes. `id` is null for what is left of one that was cut. */
export interface Mark {
  start: number
  end: number
  id: string | null
  /** The values that it is one piece of several of. */
  values?: readonly string[]
}

/** Where each line begins. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Where a passage's quote is in its lines, whatever the white space; the whole lines where it cannot be found. */
export function passageToMark(text: string, starts: readonly number[], passage: Passage): Mark | null {
  const { lineFrom, lineTo, quote, id } = passage
  const start = lineFrom === null ? undefined : starts[lineFrom - 1]
  if (start === undefined) return null
  const end = starts[lineTo ?? lineFrom ?? 0] ?? text.length
  const found = quote === null ? null : quoteIn(text.slice(start, end), quote)
  return found ? { id, start: start + found[0], end: start + found[1] } : { id, start, end: Math.max(start, end - 1) }
}

function quoteIn(lines: string, quote: string): [number, number] | null {
  const asItIs = lines.indexOf(quote)
  if (asItIs >= 0) return [asItIs, asItIs + quote.length]
  const plain = withoutGaps(lines)
  const words = withoutGaps(quote).text.trim()
  const start = words === '' ? -1 : plain.text.indexOf(words)
  if (start < 0) return null
  // The place of the last letter and one more: what prints nothing after it is not part of the quote.
  return [plain.placeOf(start), plain.placeOf(start + words.length - 1) + 1]
}

/** What prints nothing, which a quote lacks, and the white space between words, which it keeps in another form. */
const GAP = /\p{Default_Ignorable_Code_Point}+|[\s\p{Cc}]+/gu
const UNSEEN = /^\p{Default_Ignorable_Code_Point}/u

/** A text with a blank for each of its gaps and without letters that print nothing, and where each letter of it is. */
function withoutGaps(text: string): { text: string; placeOf: (at: number) => number } {
  let plain = ''
  /** From where in the plain text letters are so much further on in the text. */
  const shifts: [from: number, by: number][] = [[0, 0]]
  let last = 0
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    plain += text.slice(last, index)
    last = index + gap.length
    if (!UNSEEN.test(gap) && !plain.endsWith(' ')) plain += ' '
    shifts.push([plain.length, last - plain.length])
  }
  plain += text.slice(last)
  return { text: plain, placeOf: (at) => at + (shifts.findLast(([from]) => from <= at)?.[1] ?? 0) }
}

/** In the order in which marks are opened: by their start, the longer first. */
export function byStart(a: Mark, b: Mark): number {
  return a.start - b.start || b.end - a.end
}

/**
 * The text from `from` to `to` with its marks as nested elements and its line numbers. `marks` are in order; one that
 * runs over another's end is cut there and goes on after it.
 */
export function markedText(text: string, from: number, to: number, marks: readonly Mark[], starts: ReadonlyMap<number, number>): Child[] {
  const children: Child[] = []
  let waiting = [...marks]
  let at = from
  for (let mark = waiting.shift(); mark; mark = waiting.shift()) {
    const end = Math.min(mark.end, to)
    children.push(...numberedText(text, at, mark.start, starts))
    const inside = waiting.filter(({ start }) => start < end)
    const rest = inside.filter((inner) => inner.end > end).map((inner) => ({ ...inner, start: end, id: null }))
    const nested = inside.map((inner) => ({ ...inner, end: Math.min(inner.end, end) }))
    children.push(
      h(
        'mark',
        { id: mark.id ?? undefined, dataValues: mark.values?.join(' ') || undefined },
        markedText(text, mark.start, end, nested, starts),
      ),
    )
    waiting = [...rest, ...waiting.filter(({ start }) => start >= end)].sort(byStart)
    at = end
  }
  return [...children, ...numberedText(text, at, to, starts)]
}

/** Plain text with a number at the start of each line. */
function numberedText(text: string, from: number, to: number, starts: ReadonlyMap<number, number>): Child[] {
  const children: Child[] = []
  let at = from
  while (at < to) {
    const line = starts.get(at)
    if (line !== undefined) children.push(h('span', { className: ['line'], dataLine: line, ariaHidden: 'true' }))
    const next = text.indexOf('\n', at)
    const end = next < 0 || next >= to ? to : next + 1
    children.push(printable(text.slice(at, end)))
    at = end
  }
  return children
}

/** What a browser cannot show is shown as what it is: a letter that cannot be read. Page breaks are white space. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return text.replace(/[\f\v]/gu, ' ').replace(/[\u0000-\u0008\u000E-\u001F\u007F]/gu, '\uFFFD')
}
