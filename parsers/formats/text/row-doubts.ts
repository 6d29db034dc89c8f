import { clearStarts, type NumberedLine } from './column-model.ts'
import { beginningOf, type Columns, type CutWords, WIDE_GAP, type Word } from './line-columns.ts'
import type { Line } from './text-to-lines.ts'

/** With what a cell may begin. */
const MAY_BEGIN = /^[\p{Lu}\p{N}£(]/u
/** A line of a cell is no wider than what this share of its column's lines are at the most, in letters, times this and so many more. */
const USUAL = 0.8
/** Of so few lines the widest counts. */
const FEW = 5
const WIDER = 1.3
const WIDER_BY = 2
/** The same where its last word may begin the next cell, which one blank parts from it. */
const TIGHT_WIDER = 1.1
/** A word is below another that begins so many letters from it. */
const ABOVE = 1
/** A line whose cut costs more is not understood. */
const MOST_LINE_COST = 18
/** A cell's line that begins with a small letter, one blank after another, begins no further from its column. */
const MOST_ADRIFT = 2
/** The lines of a cell begin no further from each other. */
const MOST_SCATTERED = 6

/** What a row's cells are looked at with: its columns, how their lines are, and which columns have lines that may be its neighbour's. */
export interface RowModel {
  columns: Columns
  usual: readonly UsualLine[]
  shared: readonly number[]
}

/** Which of a row's columns are in doubt, and its lines that show it. */
interface RowDoubts {
  columns: Set<number>
  lines: Set<Line>
}

/**
 * The cells of a row that may be wrong: those of words that may belong to either of two, of lines that may be its neighbour's, of columns that
 * begin elsewhere, and those of which the geometry says that they hold a part of the next.
 */
export function rowDoubts(
  lines: readonly NumberedLine[],
  cuts: readonly CutWords[],
  astray: readonly number[],
  model: RowModel,
): RowDoubts {
  const doubts: RowDoubts = { columns: new Set([...astray, ...model.shared]), lines: new Set() }
  const first = lines[0]?.line
  if (doubts.columns.size > 0 && first) doubts.lines.add(first)
  const begun: number[][] = model.columns.left.map(() => [])
  for (const [col, { from }] of cuts.flatMap(clearStarts)) begun[col]?.push(from)
  for (const [col, starts] of begun.entries())
    if (col > 0 && !model.columns.ragged[col] && Math.max(...starts) - Math.min(...starts) > MOST_SCATTERED) {
      doubts.columns.add(col)
      if (first) doubts.lines.add(first)
    }
  const filled = new Set(cuts.flatMap(({ columns }) => columns))
  for (const [at, cut] of cuts.entries()) {
    const line = lines[at]?.line
    if (!line) continue
    const found = [
      ...wideCells(line.text, cut, model.columns, model.usual).flatMap((col) => [col, col + 1]),
      ...cut.columns.flatMap((_, word) => wordDoubts(line, cut, word, { begun, filled, left: model.columns.left })),
    ]
    for (const col of found) doubts.columns.add(col)
    if (found.length > 0) doubts.lines.add(line)
  }
  doubts.columns.delete(0)
  return doubts
}

/** The columns that a word of a line puts in doubt. */
function wordDoubts(
  line: Line,
  { words, columns, doubts, cost }: CutWords,
  at: number,
  row: { begun: readonly (readonly number[])[]; filled: ReadonlySet<number>; left: readonly number[] },
): number[] {
  const [word, col = 0, before] = [words[at], columns[at], columns[at - 1]]
  if (!word) return []
  const found: number[] = []
  const other = doubts[at] ?? null
  if (other !== null) found.push(col, other)
  if (cost > MOST_LINE_COST) found.push(col)
  if (before === col) {
    // A gap within a cell may be that before the next, where the row has nothing for that or the gap is wide.
    if (word.gap >= WIDE_GAP || (word.gap > 1 && !row.filled.has(col + 1))) found.push(col, col + 1)
    // A word right below or above the beginning of the next cell's lines may be of them.
    if (word.gap === 1 && col > 0 && row.begun[col + 1]?.some((from) => Math.abs(from - word.from) <= ABOVE)) found.push(col, col + 1)
  } else if (before !== undefined && isAdrift(line.text, word, row.left[col] ?? 0)) found.push(before, col)
  return found
}

/** What a line has of a cell. */
interface CellSpan {
  col: number
  from: number
  width: number
  /** The words in it, but the first, with which another cell may begin. */
  within: Word[]
  /** The column of the next cell in the line. */
  next: number | null
  /** Whether one blank parts that from a last word with which it may begin itself. */
  isTight: boolean
}

/** What a line of a cell has for a column: where it begins and ends, and which words in it may begin another cell. */
function cellSpans(text: string, { words, columns }: Pick<CutWords, 'words' | 'columns'>): CellSpan[] {
  const found: CellSpan[] = []
  for (const [at, word] of words.entries()) {
    const { from, to, gap } = word
    const col = columns[at] ?? 0
    const last = found.at(-1)
    if (last?.col === col) {
      last.width = to - last.from
      if (gap === 1 && MAY_BEGIN.test(text.slice(from, from + 2))) last.within.push(word)
    } else {
      if (last) {
        last.next = col
        last.isTight = gap === 1 && last.within.at(-1)?.to === words[at - 1]?.to
      }
      found.push({ col, from, width: to - from, within: [], next: null, isTight: false })
    }
  }
  return found
}

/** How the lines of a column's cells are: how wide at the most, as far as none may be two cells, and with what words within they often go on. */
export interface UsualLine {
  width: number
  goesOn: ReadonlySet<string>
}

/** A word that so large a share of a column's lines have within them is of the column: "2024" after a month. */
const OFTEN = 0.3

/** How the lines of each column's cells are, cut by the columns of their page. Where all of a column may be two cells, its middle one is as wide as they are. */
export function usualLines(lines: readonly NumberedLine[], cuts: readonly CutWords[], page: Columns): UsualLine[] {
  const spans = cuts.flatMap((cut, at) => {
    const line = lines[at]?.line
    return line ? cellSpans(line.text, cut).map((span) => ({ ...span, line })) : []
  })
  return page.left.map((_, col) => {
    const own = spans.filter((span) => span.col === col)
    const whole = own.filter(({ within, next }) => within.length === 0 || next === col + 1)
    const widths = (whole.length > 0 ? whole : own).map(({ width }) => width).sort((a, b) => a - b)
    const counts = new Map<string, number>()
    for (const { within, line } of own)
      for (const word of new Set(within.map((one) => beginningOf(line, one)))) counts.set(word, (counts.get(word) ?? 0) + 1)
    return {
      width: widths[Math.floor((widths.length - 1) * (whole.length === 0 ? 0.5 : whole.length > FEW ? USUAL : 1))] ?? 0,
      goesOn: new Set([...counts].flatMap(([word, count]) => (count > 1 && count >= own.length * OFTEN ? [word] : []))),
    }
  })
}

/** The columns in which a line is so wide that it may hold a part of the next cell, or, where that has nothing, all of it. */
function wideCells(text: string, cut: Pick<CutWords, 'words' | 'columns'>, { begins }: Columns, usual: readonly UsualLine[]): number[] {
  return cellSpans(text, cut).flatMap(({ col, width, within, next, isTight }) => {
    if (within.length === 0 || col === 0 || col === usual.length - 1) return []
    const wide = width > (usual[col]?.width ?? 0) * (isTight ? TIGHT_WIDER : WIDER) + WIDER_BY
    if (next === col + 1) return wide ? [col] : []
    const words = within.map((word) => beginningOf({ text }, word)).filter((word) => !usual[col]?.goesOn.has(word))
    const known = words.some((word) => begins[col + 1]?.has(word))
    return known || wide ? [col] : []
  })
}

/** Whether a cell that one blank parts from the one before begins with a small letter and off its column: the blank before or after may part them as well. */
const isAdrift = (text: string, word: Word | undefined, left: number): boolean =>
  word?.gap === 1 && Math.abs(word.from - left) > MOST_ADRIFT && /^\p{Ll}/u.test(text.slice(word.from, word.from + 2))
