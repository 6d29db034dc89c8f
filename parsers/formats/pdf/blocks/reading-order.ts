import type { Line } from '../lines/line.ts'
import { middle } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { linesToColumns } from '../lines/lines-to-columns.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import type { Word } from '../page/page-content.ts'
import { LINES_OVERLAP_EM } from '../page/tolerances.ts'
import type { PageTable } from '../tables/page-table.ts'

/** A stretch of a page that is read from top to bottom: lines of one column, or a table. */
export type Region = { type: 'lines'; lines: Line[]; right: number; isNextColumn: boolean } | { type: 'table'; table: PageTable }

/** A word longer than this does not break where the lines do: an address stands out over the edge. */
const LONG_WORD = 40
/** Columns of running text have at least so many lines side by side, of so many words on average. */
const SIDE_BY_SIDE_LEAST = 5
const WORDS_LEAST = 3
/** Lines of one paragraph are no further apart, in parts of the font size. */
const FLOW_EM = 1.7
/** A heading or a paragraph's gap at a column's top or end takes no more than this. */
const COLUMN_START_EM = 5
/** A line without gaps that takes this much of the width is set over all columns. */
const FULL_LINE_SHARE = 0.6
/** And no column is narrower than this share of the page's text: labels beside text are not column. */
const COLUMN_WIDTH_SHARE = 0.22

/** Where lines end at the most, addresses that stand out aside. */
function rightEdge(lines: readonly Line[]): number {
  const usual = lines.filter((line) => line.words.every((word) => word.text.length < LONG_WORD))
  return Math.max(0, ...(usual.length > 0 ? usual : lines).map((line) => line.x1))
}

/** The end of a sentence. */
const ENDS_SENTENCE = /[.?!:;][)"'’”\]]*$/u

const isUpright = (line: Line) => line.words[0]?.turn === 0

const chunksOf = (line: Line) => lineToChunks(line, COLUMN_GAP_LEAST_EM)

/** Whether a line keeps clear of a position: no chunk of its text crosses it. */
const keepsClear = (line: Line, at: number) => chunksOf(line).every((chunk) => chunk.x1 <= at || chunk.x0 >= at)

/** Lines that overlap one in height: where a heading moves a column's lines, those of the other are between them. */
function overlapping(lines: readonly Line[], i: number): Line[] {
  const line = lines[i]
  if (!line) return []
  return [-2, -1, 1, 2].flatMap((step) => {
    const other = lines[i + step]
    return other && Math.abs(other.base - line.base) < LINES_OVERLAP_EM * Math.min(line.size, other.size) ? [other] : []
  })
}

/** Whether a line has text on both sides of a position, or another beside it. */
function hasBothSides(lines: readonly Line[], i: number, at: number): boolean {
  const line = lines[i]
  if (!line || !keepsClear(line, at)) return false
  if (line.x0 < at && line.x1 > at) return true
  return overlapping(lines, i).some((other) => keepsClear(other, at) && other.x0 < at !== line.x0 < at)
}

/** The gutters of running text that a stretch of lines is set in columns by; none for ordinary lines. */
function guttersOf(lines: readonly Line[]): number[] {
  if (lines.filter((line, i) => chunksOf(line).length > 1 || overlapping(lines, i).length > 0).length < SIDE_BY_SIDE_LEAST) return []
  const [from, to] = [Math.min(...lines.map((line) => line.x0)), Math.max(...lines.map((line) => line.x1))]
  const gutters = linesToColumns(lines, from - 1, to + 1)
  const edges = [from, ...gutters, to]
  const sound = edges.slice(1).every((edge, i) => {
    const left = edges[i] ?? 0
    const inside = lines
      .map((line) => line.words.filter((word) => word.x0 >= left - 1 && word.x1 <= edge + 1).length)
      .filter((count) => count > 0)
    const words = inside.reduce((sum, count) => sum + count, 0)
    return edge - left >= COLUMN_WIDTH_SHARE * (to - from) && words >= WORDS_LEAST * inside.length
  })
  return sound && lines.filter((_, i) => gutters.some((at) => hasBothSides(lines, i, at))).length >= SIDE_BY_SIDE_LEAST ? gutters : []
}

/** From which line to which a stretch is set in columns: side by side, and what goes on above and below on one side. */
function columnStretch(lines: readonly Line[], gutters: readonly number[]): { first: number; last: number } | null {
  const inColumns = (line: Line | undefined) => line !== undefined && gutters.every((at) => keepsClear(line, at))
  const beside = new Set(lines.filter((line, i) => inColumns(line) && gutters.some((at) => hasBothSides(lines, i, at))))
  const isBeside = (line: Line | undefined) => line !== undefined && beside.has(line)
  const spans = (line: Line) => gutters.some((at) => line.x0 < at && line.x1 > at)
  const side = (line: Line) => gutters.filter((at) => line.x0 >= at).length
  const goesOn = (above: Line | undefined, below: Line | undefined) =>
    above !== undefined && below !== undefined && below.base - above.base <= FLOW_EM * below.size && Math.abs(above.size - below.size) < 0.5
  let first = lines.findIndex(isBeside)
  if (first < 0) return null
  let last = first
  for (let i = first; inColumns(lines[i]); i++) if (isBeside(lines[i])) last = i
  // Columns begin and end at different heights: a line goes on with the next of its own column, whatever is in the others.
  for (let i = first - 1; inColumns(lines[i]); i--) {
    const line = lines[i]
    const below = lines.slice(i + 1).find((other) => spans(other) || (line && side(other) === side(line)))
    if (goesOn(line, below)) first = i
    else if (line && below && below.base - line.base > COLUMN_START_EM * below.size) break
  }
  for (let i = last + 1; inColumns(lines[i]); i++) {
    const line = lines[i]
    const above = lines.slice(0, i).findLast((other) => spans(other) || (line && side(other) === side(line)))
    if (goesOn(above, line)) last = i
    else if (line && above && line.base - above.base > COLUMN_START_EM * line.size) break
  }
  return { first, last: Math.max(last, openEnd(lines, first, last, gutters)) }
}

/**
 * How far down the columns reach where one of them ends, after a paragraph's gap, in a sentence that the next one goes on with:
 * the index of its last line, or -1.
 */
function openEnd(lines: readonly Line[], first: number, last: number, gutters: readonly number[]): number {
  const side = (line: Line) => gutters.filter((at) => line.x0 >= at).length
  for (let i = last + 1; i < lines.length; i++) {
    const [line, above] = [lines[i], lines[i - 1]]
    if (!line || !above || !gutters.every((at) => keepsClear(line, at))) return -1
    if (line.base - above.base > COLUMN_START_EM * line.size) return -1
    const next = wordsOfSide(lines.slice(first, last + 1), gutters, side(line) + 1)[0]
    if (next && /^\p{Ll}/u.test(next.text) && !ENDS_SENTENCE.test(line.words.at(-1)?.text ?? '')) return i
  }
  return -1
}

/** The words of one column, those of its topmost line first. */
function wordsOfSide(lines: readonly Line[], gutters: readonly number[], side: number): Word[] {
  return lines.flatMap((line) => line.words.filter((word) => gutters.filter((at) => word.x0 >= at).length === side))
}

/** A stretch of lines as regions: what is set over the whole width, then column by column what is not. */
function stretchToRegions(lines: readonly Line[], page: number, pageRight: number): Region[] {
  const gutters = guttersOf(lines)
  const whole = (group: readonly Line[]): Region[] =>
    group.length ? [{ type: 'lines', lines: [...group], right: pageRight, isNextColumn: false }] : []
  if (gutters.length === 0) return partsToRegions(lines, whole, page, pageRight)
  const stretch = columnStretch(lines, gutters)
  if (!stretch) return whole(lines)
  const { first, last } = stretch
  const words = lines.slice(first, last + 1).flatMap((line) => line.words)
  const edges = [-Infinity, ...gutters, Infinity]
  const columns = edges.slice(1).flatMap((edge, i): Region[] => {
    const inside = wordsToLines(
      words.filter((word) => (word.x0 + word.x1) / 2 >= (edges[i] ?? 0) && (word.x0 + word.x1) / 2 < edge),
      page,
    )
    return inside.length ? [{ type: 'lines', lines: inside, right: rightEdge(inside), isNextColumn: i > 0 }] : []
  })
  return [...whole(lines.slice(0, first)), ...columns, ...stretchToRegions(lines.slice(last + 1), page, pageRight)]
}

/** Lines that are not columns as a whole: those between two that are set over the whole width may be. */
function partsToRegions(lines: readonly Line[], whole: (group: readonly Line[]) => Region[], page: number, pageRight: number): Region[] {
  const width = Math.max(0, ...lines.map((line) => line.x1)) - Math.min(...lines.map((line) => line.x0))
  const isFull = (line: Line) => chunksOf(line).some((chunk) => chunk.x1 - chunk.x0 > FULL_LINE_SHARE * width)
  const parts: Line[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const part = parts.at(-1)
    if (part && before && isFull(before) === isFull(line)) part.push(line)
    else parts.push([line])
  })
  if (parts.length < 2 || !parts.some((part) => guttersOf(part).length > 0)) return whole(lines)
  const regions: Region[] = []
  let open: Line[] = []
  for (const part of parts) {
    if (guttersOf(part).length === 0) {
      open.push(...part)
      continue
    }
    regions.push(...whole(open), ...stretchToRegions(part, page, pageRight))
    open = []
  }
  return [...regions, ...whole(open)]
}

/** The regions of a page in the order they are read: from top to bottom, columns of running text one after the other. */
export function readingOrder(all: readonly Line[], tables: readonly PageTable[], page: number): Region[] {
  const lines = all.filter(isUpright)
  const right = rightEdge(lines)
  const regions: Region[] = []
  let open: Line[] = []
  const close = () => {
    regions.push(...stretchToRegions(open, page, right))
    open = []
  }
  const pending = [...tables].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  for (const line of lines) {
    while (pending[0] && pending[0].box[1] < middle(line)) {
      close()
      const table = pending.shift()
      if (table) regions.push({ type: 'table', table })
    }
    open.push(line)
  }
  close()
  for (const table of pending) regions.push({ type: 'table', table })
  const turned = all.filter((line) => !isUpright(line))
  if (turned.length > 0) regions.push({ type: 'lines', lines: turned, right: rightEdge(turned), isNextColumn: false })
  return regions
}
