import type { NumberedLine } from './column-model.ts'
import { MOST_WORDS, wordsOf } from './line-columns.ts'
import { type Chunk, chunksOf, LONGEST_HEADING } from './spaced-lines.ts'
import type { Line } from './text-to-lines.ts'

/** The lines of headings of a table, from `at` to before `end`, and where each heading is. */
export interface ShiftedHeader {
  at: number
  end: number
  heads: Chunk[]
  /** Where a heading may be parted into two. */
  splits: number[]
}

/** What a table has on one page below its header: indexes of lines, `to` after the last. */
export interface TablePart {
  from: number
  to: number
  /** The header as this page prints it; null where it does not. */
  header: ShiftedHeader | null
  lines: NumberedLine[]
  /** Which of its lines name the rows below them. */
  themes: ReadonlySet<number>
}

/** A table of blanks with less columns is not a table for certain. */
export const FEWEST_COLUMNS = 3
/** Of the headings at least so many are parted by more than one blank. */
const FEWEST_PARTED = 2
const MOST_HEADER_LINES = 4
/** So many lines of a row whose cells are set to the middle are above its number at the most. */
const MOST_ABOVE = 30
const LONGEST_LINE = 300
const LONGEST_THEME = 90
const MOST_BLANKS = 3
/** Numbers of one column begin no further from each other. */
const NUMBER_SHIFT = 2
/** A number or a year that a row begins with, and what parts it from the next cell. */
const ROW_NUMBER = /^\(?(?:[A-Z]{1,4}[ -]?\d{1,3}|Rec\.? \d{1,3}|\d{1,3}(?:\.\d{1,3}){0,3}|(?:19|20)\d\d)[a-z]?[).:]?(?= |$)/u
/** Headings above each other are off each other by so many letters on both sides at the most. */
const OVERLAP = 4
const HEADING = /^[\p{Lu}#%][^;:]*$/u

const indentOf = ({ text }: Line) => text.length - text.trimStart().length
const numberOf = (line: Line | undefined) => (line ? (ROW_NUMBER.exec(line.text.trimStart())?.[0] ?? null) : null)
/** Whether a line begins with what counts the rows of a table. */
export const beginsRow = (line: Line | undefined): boolean => numberOf(line) !== null
const wordCount = (text: string) => text.split(' ').length
const isReadable = (line: Line) => line.length <= LONGEST_LINE && !line.text.includes('\t') && wordsOf(line).length <= MOST_WORDS

/** The headers that may begin at `at`, by where they end: of one line to four, before the first line that begins with a number. */
export function headersAt(lines: readonly Line[], at: number): ShiftedHeader[] {
  const first = lines[at]
  if (!first || numberOf(first) || !isReadable(first)) return []
  if (!chunksOf(first.text).every(({ from, to }) => HEADING.test(first.text.slice(from, to)))) return []
  let number = at + 1
  while (number - at <= MOST_ABOVE && lines[number] && !numberOf(lines[number])) {
    if ((lines[number]?.blanksBefore ?? 0) > MOST_BLANKS || lines[number]?.opensPage) return []
    number++
  }
  if (!numberOf(lines[number])) return []
  const found: ShiftedHeader[] = []
  for (let end = at + 1; end <= Math.min(at + MOST_HEADER_LINES, number); end++) {
    const headings = headsOf(lines.slice(at, end))
    if (!headings) continue
    if (headings.heads.length >= FEWEST_PARTED && headings.heads.length + headings.splits.length >= FEWEST_COLUMNS)
      found.push({ at, end, ...headings })
  }
  return found
}

/**
 * The headings in some lines: what no white column parts is one; so is what a single blank of a line goes over, but it may be two, and
 * `splits` says where. Null where they are not short or not readable, or where words overlap as those of two columns do.
 */
function headsOf(lines: readonly Line[]): { heads: Chunk[]; splits: number[] } | null {
  if (!lines.every((line, i) => isReadable(line) && (i === 0 || line.blanksBefore === 0))) return null
  const words = lines.flatMap((line) => wordsOf(line).map((word) => ({ ...word, line })))
  const splits = words.filter(
    ({ gap, from, line }) => gap === 1 && /^[\p{Lu}#%£]/u.test(line.text.slice(from)) && lines.every(({ text }) => !text[from - 1]?.trim()),
  )
  const starts = new Set(splits.map(({ from }) => from))
  const parts = lines.flatMap(({ text }) => chunksOf(text).flatMap(({ from, to }) => cutAt(from, to, starts)))
  const heads: Chunk[] = []
  for (const { from, to } of parts.sort((a, b) => a.from - b.from)) {
    const last = heads.at(-1)
    if (last && from <= last.to && !starts.has(from)) {
      // Words above each other share an edge or a middle; those that overlap in part are of two columns that the page set too near.
      if (from - last.from > OVERLAP && to - last.to > OVERLAP) return null
      last.to = Math.max(last.to, to)
    } else if (last && from < last.to) last.to = Math.max(last.to, to)
    else heads.push({ from, to })
  }
  const whole: Chunk[] = []
  for (const head of heads) {
    const last = whole.at(-1)
    if (last && starts.has(head.from)) last.to = head.to
    else whole.push({ ...head })
  }
  return whole.some(({ from, to }) => to - from > LONGEST_HEADING * 2) ? null : { heads: whole, splits: [...starts] }
}

/** A chunk cut at some of the places in it. */
export function cutAt(from: number, to: number, places: Iterable<number>): Chunk[] {
  const own = [from, ...[...places].filter((at) => at > from && at < to).sort((a, b) => a - b)]
  return own.map((at, i) => ({ from: at, to: (own[i + 1] ?? to + 1) - 1 }))
}

/** What some lines say, whatever order their words have and however they are set. */
const lettersOf = (lines: readonly Line[]) => [...lines.map(({ text }) => text.replace(/\s+/gu, '')).join('')].sort().join('')

/** The parts of the table below a header, a page each. */
export function bodyParts(lines: readonly Line[], header: ShiftedHeader): TablePart[] {
  const letters = lettersOf(lines.slice(header.at, header.end))
  const parts: TablePart[] = []
  let last: string | null = null
  let own: ShiftedHeader | null = header
  let from = header.end
  while (from < lines.length) {
    const part = partAt(lines, from, own, last)
    if (!part) break
    parts.push(part)
    last = part.last ?? last
    if (!lines[part.to]?.opensPage) break
    own = null
    from = part.to
    for (let end = from + 1; end <= from + MOST_HEADER_LINES + 1; end++) {
      const again = lines.slice(from, end)
      if (lettersOf(again) !== letters) continue
      own = { at: from, end, ...(headsOf(again) ?? { heads: [], splits: [] }) }
      from = end
      break
    }
  }
  return parts
}

/** Whether a number comes after another in one count: its figures are later, or it begins a count anew. */
function follows(number: string, last: string | null): boolean {
  const figures = (text: string) => (text.match(/\d+/gu) ?? []).map(Number)
  if (last === null) return true
  const [now, before] = [figures(number), figures(last)]
  const at = now.findIndex((figure, i) => figure !== before[i])
  return at < 0 ? now.length >= before.length : (now[at] ?? 0) > (before[at] ?? -1) || (now.at(-1) ?? 0) <= 1
}

/** The lines of a page from `from` on that belong to a table: those that begin with its numbers or to the right of them. */
function partAt(
  lines: readonly Line[],
  from: number,
  header: ShiftedHeader | null,
  before: string | null,
): (TablePart & { last: string | null }) | null {
  const found: NumberedLine[] = []
  const themes = new Set<number>()
  const page = lines[from]?.page ?? null
  const first = lines.slice(from, from + MOST_ABOVE).find((line) => line.page === page && numberOf(line))
  if (!first) return null
  const base = indentOf(first)
  let right = base + (numberOf(first)?.length ?? 0)
  let last = before
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.page !== page || (line.opensPage && at > from) || !isReadable(line) || line.blanksBefore > MOST_BLANKS) break
    const number = numberOf(line)
    const indent = indentOf(line)
    if (number && Math.abs(indent - base) <= NUMBER_SHIFT && follows(number, last)) {
      if (!header && found.every(({ numbered }) => !numbered) && chunksOf(line.text).length < FEWEST_COLUMNS) return null
      right = Math.max(right, indent + number.length)
      last = number
      found.push({ line, numbered: wordCount(number) })
    } else if (indent > right) found.push({ line, numbered: 0 })
    else if (isTheme(line) && numberOf(lines[at + 1])) {
      themes.add(found.length)
      found.push({ line, numbered: 0 })
    } else break
  }
  return found.some(({ numbered }) => numbered) ? { from, to: at, header, lines: found, themes, last } : null
}

/** Whether a line names the rows below it: a few words on their own, from the left edge on. */
function isTheme({ text, length }: Line): boolean {
  return length <= LONGEST_THEME && chunksOf(text).length === 1 && /^[\p{Lu}\d].*[^.;,]$/u.test(text.trim())
}
