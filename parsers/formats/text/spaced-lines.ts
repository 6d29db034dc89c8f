import type { Line } from './text-to-lines.ts'

/** A stretch of a line between gaps of two blanks or more. Offsets into the line's text, `to` after its last letter. */
export interface Chunk {
  from: number
  to: number
}

/** Lines that are in columns, which blanks part. */
export interface SpacedLines {
  header: Line
  lines: Line[]
  /** Where each column begins, from the second. */
  borders: number[]
}

const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 20
/** Letters of a heading's longest line. */
export const LONGEST_HEADING = 40
/** Longer lines are not a page's. */
const LONGEST_LINE = 500
/** A table's part on one page has fewer lines; more are never looked at from one header. */
export const MOST_LINES = 300

/** A heading begins with a capital and is not a sentence; "No." and "Ref." are cut short. */
const HEADING = /^(?:[\p{Lu}#%].{0,4}\.|[\p{Lu}#%](?:.*[^.;:,])?)$/u

/** Whether a line may be in columns that blanks set. */
export const isSpaced = ({ text, length }: Line): boolean => length <= LONGEST_LINE && !text.includes('\t')

/** The chunks of a line; a single blank parts nothing. */
export function chunksOf(text: string): Chunk[] {
  return [...text.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

/**
 * The lines from `start` on that are in the columns of the header there, or null. It depends on how conversions
 * keep a page's layout with blanks (`pdftotext -layout`): every line of a table leaves the same gutters white.
 * Running text leaves none, so a table ends where a line crosses one.
 */
export function spacedLines(lines: readonly Line[], start: number): SpacedLines | null {
  const header = lines[start]
  const heads = header ? headings(header) : []
  if (!header || heads.length === 0) return null
  let gutters = heads.slice(1).map(({ from }, i) => span((heads[i]?.to ?? 0) + 1, from))
  const found: Line[] = []
  for (const line of lines.slice(start + 1, start + MOST_LINES)) {
    // After a blank line, more headings than the table has columns are those of the next table.
    if (line.blanksBefore > 0 && headings(line).length > heads.length) break
    const left: number[][] | null = line.page === header.page ? narrowed(gutters, line, heads) : null
    if (!left) break
    gutters = left
    found.push(line)
  }
  return found.length > 0 ? { header, lines: found, borders: gutters.map((gutter) => gutter.at(-1) ?? 0) } : null
}

/** The headings in a line: three or more, each a few words that begin as headings do; none where it is not a header. */
function headings(line: Line): Chunk[] {
  if (!isSpaced(line)) return []
  const { text } = line
  const chunks = chunksOf(text)
  if (chunks.length < FEWEST_COLUMNS || chunks.length > MOST_COLUMNS) return []
  const isHeading = ({ from, to }: Chunk) => to - from <= LONGEST_HEADING && HEADING.test(text.slice(from, to))
  return chunks.every(isHeading) ? chunks : []
}

const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/**
 * Where a column may still begin once a line leaves it white; null where a line crosses a gutter. One blank alone
 * parts a full cell from the next where that begins right under its heading, in no more than half of a line's gutters.
 */
function narrowed(gutters: readonly number[][], line: Line, heads: readonly Chunk[]): number[][] | null {
  if (!isSpaced(line)) return null
  const { text } = line
  const chunks = chunksOf(text)
  let tight = 0
  const left = gutters.map((gutter, i) => {
    const free = gutter.filter((at) => chunks.every(({ from, to }) => at <= from || at > to))
    if (free.length > 0 || chunks.length === 1) return free
    const head = heads[i + 1]?.from ?? 0
    tight++
    return gutter.includes(head) && text[head - 1] === ' ' && text[head] !== ' ' ? [head] : []
  })
  return tight <= Math.max(1, gutters.length / 2) && left.every((gutter) => gutter.length > 0) ? left : null
}
