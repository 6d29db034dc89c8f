import { chunksOf, LONGEST_HEADING } from './spaced-lines.ts'
import { type CutLine, cutLine, toRow } from './spaced-rows.ts'
import type { TabRow } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** Letters of a row's cells that stand below each other with no white column in them. */
interface Piece {
  from: number
  to: number
  /** White columns before it. */
  gap: number
  /** Some line begins with it, or has more than one blank before it. */
  begins: boolean
  /** Some line has more blanks before it than stand between sentences. */
  parted: boolean
}

const FEWEST_COLUMNS = 4
const FEWEST_ROWS = 2
const MOST_HEADER_LINES = 4
const MOST_ROWS = 300
const MOST_ROW_LINES = 60
const LONGEST_LINE = 300
/** A cell begins no further from its heading than this; blocks of a page move by a few letters from row to row. */
const MOST_SHIFT = 14
/** A line of a cell begins no more than this before the others. */
const MOST_PULL = 3
/** A cell reaches no further under the next heading: one that does is two that nothing parts. */
const MOST_OVERHANG = 8
/** A number or a year that a row begins with, and what parts it from the next cell. */
const ROW_NUMBER = /^\(?(?:[A-Z]{1,4}[ -]?\d{1,3}|\d{1,3}(?:\.\d{1,3}){0,3}|(?:19|20)\d\d)[a-z]?[).:]?(?= |$)/u
const HEADING = /^[\p{Lu}#%][^;:]*$/u

/**
 * A table of blanks whose columns move from row to row, and how many lines it takes; null where there is none. It rests on
 * how `pdftotext -layout` sets a page: all lines of a cell begin below each other, but a wide cell beside them pushes the
 * whole cell by a few letters. So each row, from its number to the next, is cut for itself, at the white columns that
 * all its lines leave, and its cells go to the headings that they stand nearest to.
 */
export function shiftedTable(lines: readonly Line[], start: number): { rows: TabRow[]; taken: number } | null {
  const rows: TabRow[] = []
  let at = start
  let words: string | null = null
  while (rows.length < MOST_ROWS) {
    const header = headerAt(lines, at)
    if (!header || (words !== null && header.words !== words)) break
    const body = bodyOf(lines, header)
    if (!body) break
    words = header.words
    rows.push(toRow(lines.slice(at, header.end).map((line) => cutLine(line, { borders: header.starts.slice(1) }))), ...body.rows)
    at = body.end
  }
  const counted = rows.filter(({ line }) => ROW_NUMBER.test(line.text.trimStart())).length
  return counted >= FEWEST_ROWS ? { rows, taken: at - start } : null
}

/** Whether a line heads such a table: a page may bear the header and one row more. */
export const headsShiftedRows = (lines: readonly Line[], at: number): boolean => headerAt(lines, at) !== null

interface Header {
  end: number
  starts: number[]
  /** What it says, without blanks: a page prints it again with others. */
  words: string
}

/** The header that begins at `at`: lines of headings up to the first number of a row, which shows where its columns begin. */
function headerAt(lines: readonly Line[], at: number): Header | null {
  const first = lines[at]
  if (!first || rowNumber(first) || first.length > LONGEST_LINE || first.text.includes('\t') || chunksOf(first.text).length < 2) return null
  if (!chunksOf(first.text).every(({ from, to }) => HEADING.test(first.text.slice(from, to)))) return null
  let end = at + 1
  while (end - at <= MOST_HEADER_LINES && lines[end] && !rowNumber(lines[end])) {
    if (lines[end]?.blanksBefore) return null
    end++
  }
  if (end - at > MOST_HEADER_LINES || !lines[end] || (lines[end]?.blanksBefore ?? 0) > 2) return null
  const head = lines.slice(at, end)
  const body = rowPieces(lines, end)
  const starts = piecesOf(head)
    .filter(
      ({ gap, begins, from }, i) => i === 0 || gap > 1 || begins || body.some((piece) => piece.begins && Math.abs(piece.from - from) <= 2),
    )
    .map(({ from }) => from)
  if (starts.length < FEWEST_COLUMNS) return null
  const cut = head.map((line) => cutLine(line, { borders: starts.slice(1) }))
  const tidy = starts.every((_, col) => {
    const heading = cut.flatMap(({ cells }) => cells[col]?.text ?? [])
    return HEADING.test(heading.join(' ')) && heading.every((text) => text.length <= LONGEST_HEADING)
  })
  return tidy ? { end, starts, words: head.map(({ text }) => text.replace(/\s+/gu, '')).join('') } : null
}

const rowNumber = (line: Line | undefined) => (line ? (ROW_NUMBER.exec(line.text.trimStart())?.[0] ?? null) : null)

/** Where the row that begins at `at` ends: at the next line that begins as far left. */
function rowEnd(lines: readonly Line[], at: number, left: number): number {
  let end = at + 1
  while (end < lines.length && end - at < MOST_ROW_LINES) {
    const line = lines[end]
    if (!line || line.blanksBefore > 0 || line.opensPage || line.text.includes('\t') || indentOf(line) < left) break
    end++
  }
  return end
}

const indentOf = ({ text }: Line) => text.length - text.trimStart().length

/** The pieces of the row that begins at `at`, its number the first of them. */
function rowPieces(lines: readonly Line[], at: number, heads: readonly number[] = []): Piece[] {
  const number = rowNumber(lines[at])
  const line = lines[at]
  if (!number || !line) return []
  const from = indentOf(line)
  const pieces = piecesOf(lines.slice(at, rowEnd(lines, at, from + number.length + 1)), heads)
  const next = pieces.findIndex((piece) => piece.from > from + number.length)
  return next < 0 ? pieces : [{ from, to: from + number.length, gap: from, begins: true, parted: false }, ...pieces.slice(next)]
}

/** Where a line's cell begins for a column that begins at `start` in its row: a narrow gap pulls it to the left. */
function ownStart(text: string, start: number): number {
  if (start < 2 || !text[start - 1]?.trim()) return start
  for (let at = start - 1; at >= start - MOST_PULL; at--) if (text[at - 1] === ' ') return at
  return start
}

/** What some lines put below each other, parted where all of them are white; near a heading a line may begin a little early. */
function piecesOf(lines: readonly Line[], heads: readonly number[] = []): Piece[] {
  const ink: boolean[] = []
  const begun = new Set(lines.flatMap(({ text }) => chunksOf(text).map(({ from }) => from)))
  const parted = new Set([...begun].filter((from) => lines.some(({ text }) => PARTED.test(text.slice(0, from)) && text[from]?.trim())))
  const starts = [...begun].filter((from) => heads.some((head) => Math.abs(head - from) <= MOST_SHIFT / 2))
  for (const { text } of lines) {
    const pulled = starts.map((start) => [ownStart(text, start), start])
    for (let at = 0; at < text.length; at++)
      if (text[at] !== ' ' && !pulled.some(([own = 0, start = 0]) => at >= own && at < start)) ink[at] = true
  }
  const pieces: Piece[] = []
  let gap = 0
  for (let at = 0; at < ink.length; at++) {
    const last = pieces.at(-1)
    if (!ink[at]) gap++
    else if (last && gap === 0) last.to = at + 1
    else {
      pieces.push({ from: at, to: at + 1, gap, begins: begun.has(at), parted: parted.has(at) })
      gap = 0
    }
    if (ink[at]) gap = 0
  }
  return pieces
}

/** More blanks than stand between two sentences, behind other words of the line. */
const PARTED = /\S {3,}$/u

/** The rows below a header, as far as each can be cut without doubt. */
function bodyOf(lines: readonly Line[], { end: start, starts }: Header): { rows: TabRow[]; end: number } | null {
  const spans: Line[][] = []
  let end = start
  while (spans.length < MOST_ROWS && rowNumber(lines[end])) {
    const from = end
    end = rowEnd(lines, from, indentOf(lines[from] as Line) + (rowNumber(lines[from])?.length ?? 0) + 1)
    spans.push(lines.slice(from, end))
  }
  const begun = new Set([...starts, ...spans.flat().flatMap(({ text }) => chunksOf(text).map(({ from }) => from))])
  const rows: TabRow[] = []
  const pieces = spans.map((span) => rowPieces(span, 0, starts.slice(1)))
  const first = pieces.map((row) => assigned(row, starts, begun))
  for (const [nth, span] of spans.entries()) {
    const columns = unstuck(span, pieces[nth] ?? [], first, nth, starts, begun)
    if (!columns) break
    const borders = starts.map((_, col) => columns.find((from, later) => later >= col && from !== null) ?? LONGEST_LINE).slice(1)
    const cut: CutLine[] = span.map((line) => cutLine(line, { borders: borders.map((border) => ownStart(line.text, border)) }))
    rows.push({ ...toRow(cut), rawColumns: starts.length })
  }
  const taken = spans.slice(0, rows.length).reduce((sum, span) => sum + span.length, 0)
  return rows.length > 0 ? { rows, end: start + taken } : null
}

/**
 * Where each column of a row begins where one blank alone may part two cells. A cell that reaches under the next heading pushes
 * the next cell right behind it: "… with the Signs are up". So where a row would leave a column empty that every other row
 * fills (most rows, where it cannot be cut at all), and the words before it reach that far, the one capital or figure near its heading begins it; with several, none does.
 */
function unstuck(
  span: readonly Line[],
  pieces: readonly Piece[],
  rows: readonly ((number | null)[] | null)[],
  nth: number,
  starts: readonly number[],
  begun: ReadonlySet<number>,
): (number | null)[] | null {
  const own = rows[nth] ?? null
  const others = rows.filter((row, at) => at !== nth && row !== null)
  if (others.length < FEWEST_ROWS) return own
  const read = starts.flatMap((head, col) => {
    if (col === 0 || (own && own[col] !== null)) return []
    const empty = others.filter((row) => row?.[col] == null).length
    if (empty * 2 >= others.length || (own && empty > 0)) return []
    const near = pieces.filter(
      (piece) => piece.gap === 1 && !piece.begins && piece.from >= head - MOST_SHIFT && piece.from <= head + MOST_PULL,
    )
    const opening = near.filter(({ from }) => span.some(({ text }) => /[\p{Lu}\d]/u.test(text[from] ?? '')))
    const reaches = pieces.some(({ from, to }) => from < head && to >= head) || near.some(({ to }) => to >= head)
    const [begins, ...more] = opening
    if (!begins || !reaches || more.length > 0) return []
    const set = pieces.map((piece) => (piece === begins ? { ...piece, begins: true, parted: true } : piece))
    const columns = assigned(set, starts, begun)
    return columns && columns[col] === begins.from ? [columns] : []
  })
  return read.length === 1 ? (read[0] ?? null) : own
}

/**
 * Where each column of a row begins, null for one that is empty; null where its pieces do not fit the headings. One blank
 * alone parts two cells only where a cell of some row begins after more than one: words have blanks between them too.
 */
function assigned(pieces: readonly Piece[], starts: readonly number[], begun: ReadonlySet<number>): (number | null)[] | null {
  type Way = { cost: number; columns: (number | null)[] }
  const none = () => starts.map((): number | null => null)
  let ways: (Way | null)[] = starts.map((_, col) => (col === 0 && pieces[0] ? { cost: 0, columns: none().with(0, pieces[0].from) } : null))
  for (const piece of pieces.slice(1)) {
    ways = starts.map((head, col): Way | null => {
      const shift = Math.abs(piece.from - head)
      const begin = shift > MOST_SHIFT || (piece.gap < 2 && !piece.begins && !begun.has(piece.from)) ? null : best(ways.slice(0, col))
      const beyond = Math.max(0, piece.to - (starts[col + 1] ?? piece.to))
      if (beyond > MOST_OVERHANG) return null
      const opened = begin && {
        cost: begin.cost + shift + (piece.gap > 1 || piece.begins ? 0 : 4),
        columns: begin.columns.with(col, piece.from),
      }
      const same = piece.gap > 1 || col === 0 ? null : (ways[col] ?? null)
      const kept = same && {
        ...same,
        cost: same.cost + (piece.parted ? PARTED_COST : piece.begins ? 4 : 0) + (beyond > 0 ? 4 + beyond : 0),
      }
      return best([opened, kept])
    })
  }
  const way = best(ways)
  return way && way.columns.filter((from) => from !== null).length >= Math.min(FEWEST_COLUMNS - 1, starts.length) ? way.columns : null
}

/** What it costs to take for one cell what many blanks part: more than for a cell to stand as far from its heading as any may. */
const PARTED_COST = MOST_SHIFT + 4

const best = <T extends { cost: number }>(ways: readonly (T | null)[]): T | null =>
  ways.reduce((least, way) => (way && (!least || way.cost < least.cost) ? way : least), null)
