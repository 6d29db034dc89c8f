import { type NumberedLine, rowColumns } from './column-model.ts'
import { type Columns, type CutWords, cutWords, type Word } from './line-columns.ts'
import { type PartLine, type RowLines, rowsAround, rowsFromTop } from './part-rows.ts'
import { type RowModel, rowDoubts, usualLines } from './row-doubts.ts'
import type { TablePart } from './shifted-header.ts'
import { type CutLine, cutLine } from './spaced-rows.ts'
import type { CellLine } from './tab-rows.ts'
import type { Line } from './text-to-lines.ts'

/** The cut lines of a row, and those of its lines with words that may belong to another cell: what is in doubt is in none. */
export interface ShiftedRow {
  lines: CutLine[]
  unclear: Line[]
  /** Which of its cells are in doubt, by column, and what is in them. */
  doubted: ReadonlySet<number>
  loose: CellLine[]
}

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
        doubted: new Set(),
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
  const pageCuts = parts.map(({ cut }) => cut)
  const usual = usualLines(lines, pageCuts, page)
  const rows = spans.map((span) => {
    const own = lines.slice(span.from, span.to)
    const columns = rowColumns(pageCuts.slice(span.from, span.to), page)
    const cuts = own.map(({ line, numbered }) => cutWords(line, columns, numbered, top && numbered > 0))
    cost += cuts.reduce((sum, cut) => sum + cut.cost, 0)
    return toShiftedRow(own, cuts, span, { columns, usual, shared: sharedColumns(parts, span) })
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

/** The columns of the lines that may belong to a row or to its neighbour. */
const sharedColumns = (parts: readonly PartLine[], { unclear }: RowLines): number[] =>
  unclear.flatMap((at) => (parts[at]?.cells ?? []).flatMap((cell, col) => (cell === null ? [] : [col])))

/** A row without the cells that are in doubt. */
function toShiftedRow(lines: readonly NumberedLine[], cuts: readonly CutWords[], { astray }: RowLines, model: RowModel): ShiftedRow {
  const { columns: doubted, lines: unclear } = rowDoubts(lines, cuts, astray, model)
  const cut = lines.map(({ line }, at) => {
    const { words = [], columns = [] } = cuts[at] ?? {}
    return cutLine(line, { borders: bordersOf(words, columns, model.columns.left.length) })
  })
  return withoutCells({ lines: cut, unclear: [...unclear], doubted: new Set(), loose: [] }, doubted)
}

/** A row with some of its cells left empty, and what was in them loose. */
function withoutCells(row: ShiftedRow, doubted: ReadonlySet<number>): ShiftedRow {
  const loose = row.lines.flatMap(({ cells }) => cells.flatMap((cell, col) => (cell !== null && doubted.has(col) ? [cell] : [])))
  const lines = row.lines.map(({ line, cells }) => ({ line, cells: cells.map((cell, col) => (doubted.has(col) ? null : cell)) }))
  return { lines, unclear: row.unclear, doubted: new Set([...row.doubted, ...doubted]), loose: [...row.loose, ...loose] }
}

/** A row that goes on over a page's end. What is in doubt on one of the pages is whole on neither. */
export function joinShiftedRows(above: ShiftedRow, below: ShiftedRow): ShiftedRow {
  const [first, rest] = [withoutCells(above, below.doubted), withoutCells(below, above.doubted)]
  return {
    lines: [...first.lines, ...rest.lines],
    unclear: [...first.unclear, ...rest.unclear],
    doubted: first.doubted,
    loose: [...first.loose, ...rest.loose],
  }
}

/** Where each column but the first begins in a line whose words are given to columns; one without words begins with the next. */
export function bordersOf(words: readonly Word[], columns: readonly number[], count: number): number[] {
  return Array.from({ length: count - 1 }, (_, i) => words[columns.findIndex((col) => col > i)]?.from ?? words.at(-1)?.to ?? 0)
}
