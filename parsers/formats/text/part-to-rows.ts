import { type NumberedLine, rowColumns } from './column-model.ts'
import { beginningOf, type Columns, type CutWords, cutWords, WIDE_GAP, type Word } from './line-columns.ts'
import { type PartLine, type RowLines, rowsAround, rowsFromTop } from './part-rows.ts'
import type { TablePart } from './shifted-header.ts'
import { type CutLine, cutLine } from './spaced-rows.ts'
import type { CellLine } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** The cut lines of a row, and those of its lines with words that may belong to another cell: what is in doubt is in none. */
export interface ShiftedRow {
  lines: CutLine[]
  unclear: Line[]
  /** How many of its cells are in doubt, and what stands in them. */
  doubted: number
  loose: CellLine[]
}

/** With what a cell may begin. */
const MAY_BEGIN = /^[\p{Lu}\p{N}£(]/u
/** A line of a cell is no wider than the widest other, in letters, times this and so many more. */
const WIDER = 1.1
const WIDER_BY = 2
/** A line whose cut costs more is not understood. */
const MOST_LINE_COST = 18
/** A cell's line that begins with a small letter, one blank behind another, begins no further from its column. */
const MOST_ADRIFT = 2
/** Letters of a cell's line that show whether a cell begins with it. */
const FIRST_LETTERS = 8

/** The rows of a table's part on one page, whether the first goes on with the last of the page before, and what the cuts cost; null where its lines make no rows. */
export function partToRows(
  part: TablePart,
  page: Columns,
  set: 'top' | 'middle',
): { rows: ShiftedRow[]; goesOn: boolean; cost: number } | null {
  const rows: ShiftedRow[] = []
  let [goesOn, cost] = [false, 0]
  const breaks = [...part.themes, part.lines.length]
  for (const [i, end] of breaks.entries()) {
    const begin = i === 0 ? 0 : (breaks[i - 1] ?? 0) + 1
    const lines = part.lines.slice(begin, end)
    if (lines.length > 0) {
      const stretch = stretchToRows(lines, page, set)
      if (!stretch) return null
      if (i === 0) goesOn = stretch.goesOn
      cost += stretch.cost
      rows.push(...stretch.rows)
    }
    const theme = part.lines[end]?.line
    if (theme)
      rows.push({
        lines: [cutLine(theme, { borders: page.left.slice(1).map(() => theme.text.length) })],
        unclear: [],
        doubted: 0,
        loose: [],
      })
  }
  return { rows, goesOn, cost }
}

function stretchToRows(
  lines: readonly NumberedLine[],
  page: Columns,
  set: 'top' | 'middle',
): { rows: ShiftedRow[]; goesOn: boolean; cost: number } | null {
  const parts = lines.map((one) => toPartLine(one, cutWords(one.line, page, one.numbered), page.left.length))
  const above = parts.findIndex(({ counts }) => counts)
  const top = set === 'top'
  const parted = top ? rowsFromTop(parts) : rowsAround(parts)
  if (!parted) return null
  const spans = parted.rows
  if (top && above > 0) spans.unshift({ from: 0, to: above, unclear: [], astray: [] })
  let cost = parted.cost
  const widths = usualWidths(lines, page)
  const rows = spans.map((span) => {
    const own = lines.slice(span.from, span.to)
    const columns = rowColumns(own, page)
    const cuts = own.map(({ line, numbered }) => cutWords(line, columns, numbered, top && numbered > 0))
    cost += cuts.reduce((sum, cut) => sum + cut.cost, 0)
    return toShiftedRow(own, cuts, span, { columns, widths, shared: sharedColumns(parts, span) })
  })
  return { rows, goesOn: top && above > 0, cost }
}

function toPartLine({ line, numbered }: NumberedLine, cut: CutWords, count: number): PartLine {
  const cells = Array.from({ length: count }, (_, col) => {
    const first = cut.words[cut.columns.indexOf(col)]
    return first ? line.text.slice(first.from, first.from + FIRST_LETTERS) : null
  })
  return { cut, counts: numbered > 0, cells }
}

/** What a row's cells are looked at with: its columns, how wide their lines are, and which columns have lines that may be its neighbour's. */
interface RowModel {
  columns: Columns
  widths: readonly number[]
  shared: readonly number[]
}

/** The columns of the lines that may belong to a row or to its neighbour. */
const sharedColumns = (parts: readonly PartLine[], { unclear }: RowLines): number[] =>
  unclear.flatMap((at) => (parts[at]?.cells ?? []).flatMap((cell, col) => (cell === null ? [] : [col])))

/** A row without the cells that are in doubt: those of words that may belong to either of two, of lines that may be its neighbour's, of columns that begin elsewhere. */
function toShiftedRow(
  lines: readonly NumberedLine[],
  cuts: readonly CutWords[],
  { astray }: RowLines,
  { columns: own, widths, shared }: RowModel,
): ShiftedRow {
  const count = own.left.length
  const doubted = new Set([...astray, ...shared])
  const unclearLines = new Set<Line>()
  for (const [at, { words, columns, doubts, cost }] of cuts.entries()) {
    const wide = wideCells(lines[at]?.line.text ?? '', { words, columns }, own, widths)
    for (const col of wide) {
      for (const one of [col, col + 1]) doubted.add(one)
      unclearLines.add((lines[at] as NumberedLine).line)
    }
    const odd = cost > MOST_LINE_COST
    for (const [word, col] of columns.entries()) {
      const other = doubts[word] ?? null
      const torn = columns[word - 1] === col && (words[word]?.gap ?? 0) >= WIDE_GAP
      const adrift =
        columns[word - 1] !== undefined &&
        columns[word - 1] !== col &&
        isAdrift(lines[at]?.line.text ?? '', words[word], own.left[col] ?? 0)
      if (!odd && !torn && !adrift && other === null) continue
      doubted.add(col)
      if (adrift) doubted.add(columns[word - 1] ?? col)
      if (other !== null) doubted.add(other)
      unclearLines.add((lines[at] as NumberedLine).line)
    }
  }
  doubted.delete(0)
  if (astray.length + shared.length > 0 && lines[0]) unclearLines.add(lines[0].line)
  const loose: CellLine[] = []
  const cut = lines.map(({ line }, at) => {
    const { words = [], columns = [] } = cuts[at] ?? {}
    const { cells } = cutLine(line, { borders: bordersOf(words, columns, count) })
    loose.push(...cells.filter((cell, col) => cell !== null && doubted.has(col)).flatMap((cell) => cell ?? []))
    return { line, cells: cells.map((cell, col) => (doubted.has(col) ? null : cell)) }
  })
  return { lines: cut, unclear: [...unclearLines], doubted: doubted.size, loose }
}

/** What a line of a cell has for a column: where it begins and ends, and which words in it may begin another cell. */
function cellSpans(
  text: string,
  { words, columns }: Pick<CutWords, 'words' | 'columns'>,
): { col: number; width: number; within: Word[]; next: number | null }[] {
  const found: { col: number; from: number; width: number; within: Word[]; next: number | null }[] = []
  for (const [at, word] of words.entries()) {
    const { from, to, gap } = word
    const col = columns[at] ?? 0
    const last = found.at(-1)
    if (last?.col === col) {
      last.width = to - last.from
      if (gap === 1 && MAY_BEGIN.test(text.slice(from, from + 2))) last.within.push(word)
    } else {
      if (last) last.next = col
      found.push({ col, from, width: to - from, within: [], next: null })
    }
  }
  return found
}

/** How wide the lines of each column's cells are at the most, as far as none of them may be two cells. */
function usualWidths(lines: readonly NumberedLine[], page: Columns): number[] {
  const widths = page.left.map(() => 0)
  for (const { line, numbered } of lines)
    for (const { col, width, within, next } of cellSpans(line.text, cutWords(line, page, numbered)))
      if (within.length === 0 || next === col + 1) widths[col] = Math.max(widths[col] ?? 0, width)
  return widths
}

/** The columns in which a line is so wide that it may be two cells with one blank between, where the next column has nothing. */
function wideCells(text: string, cut: Pick<CutWords, 'words' | 'columns'>, { begins }: Columns, widths: readonly number[]): number[] {
  return cellSpans(text, cut).flatMap(({ col, width, within, next }) => {
    if (within.length === 0 || col === 0 || col === widths.length - 1 || next === col + 1) return []
    const known = within.some((word) => begins[col + 1]?.has(beginningOf({ text }, word)))
    return known || width > (widths[col] ?? 0) * WIDER + WIDER_BY ? [col] : []
  })
}

/** Whether a cell that one blank parts from the one before begins with a small letter and off its column: the blank before or after may part them as well. */
const isAdrift = (text: string, word: Word | undefined, left: number): boolean =>
  word?.gap === 1 && Math.abs(word.from - left) > MOST_ADRIFT && /^\p{Ll}/u.test(text.slice(word.from, word.from + 2))

/** Where each column but the first begins in a line whose words are given to columns; one without words begins with the next. */
export function bordersOf(words: readonly Word[], columns: readonly number[], count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => words[columns.findIndex((col) => col > i)]?.from ?? words.at(-1)?.to ?? 0)
}
