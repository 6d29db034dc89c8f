import { readLineLabel } from '../passages/labels.ts'
import { headingLook } from './heading-looks.ts'
import type { Line } from './text-to-lines.ts'

/** A paper's head is its first lines up to the first blank one, so many at the most. */
const MOST_HEAD_LINES = 4
/** What follows a title in the same line and says that it is the page's number, with the sign that parts the two. */
const PAGE_PART = /(?:\s*[|\u2013\u2014,-]\s*|\s+)(?:page|pg\.?)\s*\|?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/iu
/** The very first line of a paper says what it is: so it does with two words or more. */
const WORDS = /^\s*\p{L}{2,}.*?\s\p{L}{2,}/u
/** Two margins of a page are far apart; within a line that was justified with spaces gaps stay below this. */
const MARGIN_GAP = /(?<=\S) {8,}(?=\S)/gu
/** What is at a margin is words; a single one before a gap is a form's label or a table's first column. */
const FEWEST_LEFT_WORDS = 2

/** The lines with the page's number, printed in one line with the paper's title at its head, in a line of its own: "Council – Review – page 9". */
export function splitPageFromTitle(lines: readonly Line[]): Line[] {
  return splitHead(lines, (line) => {
    const part = PAGE_PART.exec(line.text.slice(-100))
    const at = part ? line.text.length - part[0].length : 0
    const title = line.text.slice(0, at)
    const isTitle = headingLook(title) !== null || (line === lines[0] && WORDS.test(title))
    return part && isTitle && !PAGE_PART.test(` ${title}`) ? { left: at, right: at } : null
  })
}

/** The lines with what is printed at the left and at the right margin of the paper's head in lines of their own: "NEWSLETTER        Issue 41". */
export function splitMargins(lines: readonly Line[]): Line[] {
  const gapOf = (line: Line | undefined): { left: number; right: number } | null => {
    const gaps = line && line.length < 300 && !line.text.includes('\t') ? [...line.text.trimEnd().matchAll(MARGIN_GAP)] : []
    const [gap] = gaps
    return gap && gaps.length === 1 ? { left: gap.index, right: gap.index + gap[0].length } : null
  }
  return splitHead(lines, (line, neighbours) => {
    const gap = gapOf(line)
    if (!gap) return null
    const left = line.text.slice(0, gap.left).trim()
    const isLabel = left.endsWith(':') || readLineLabel(left)?.end === left.length || left.split(/\s+/u).length < FEWEST_LEFT_WORDS
    // What is under each other is a column.
    return isLabel || neighbours.some((other) => gapOf(other)?.right === gap.right) ? null : gap
  })
}

/** The lines with those of the head cut in two where `cut` finds a place: what is on the left ends there, what is on the right begins. */
function splitHead(
  lines: readonly Line[],
  cut: (line: Line, neighbours: readonly (Line | undefined)[]) => { left: number; right: number } | null,
): Line[] {
  const head: Line[] = []
  for (const [index, line] of lines.slice(0, MOST_HEAD_LINES).entries()) {
    if (index > 0 && line.blanksBefore > 0) break
    const at = cut(line, [lines[index - 1], lines[index + 1]])
    if (at) head.push(partOfLine(line, 0, at.left, { blanksAfter: 1 }), partOfLine(line, at.right, line.text.length, { blanksBefore: 1 }))
    else head.push(line)
    if (at) return [...head, ...lines.slice(index + 1)]
  }
  return [...lines]
}

function partOfLine(line: Line, from: number, to: number, blanks: Partial<Line>): Line {
  const text = line.text.slice(from, to)
  const indent = from === 0 ? line.indent : 0
  return {
    ...line,
    from: line.from + from,
    to: line.from + to,
    text,
    indent,
    length: text.trim().length,
    opensPage: line.opensPage && from === 0,
    ...blanks,
  }
}
