import type { Line } from '../lines/line.ts'
import { isBold, isBoldOrMark } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import type { Word } from '../page/page-content.ts'
import { BEGINNING_SHARE, IN_TWO_SHARE, LEADING_EM, ROW_GAP, SPACE_EM } from '../page/tolerances.ts'
import { COUNTS, runsOn } from './row-numbers.ts'

/** Lines nearer than this to each other, in parts of their own columns' distance, are of cells that are centred; so many of them, and all of a table's are. */
const INTERLEAVED = 0.8
const INTERLEAVED_SHARE = 0.15
/** Text that ends closer than this to a column's edge, in parts of its size, may have been broken there. */
const EDGE_EM = 0.5
const NUMERIC = /^[\s\d.,:%()+\-–—*†/€£$<>=~x…]+$|^(n\.?\s?a\.?|nil|none|\.\.|:|-)$/iu

/** One line of a table, by column. */
interface TableLine {
  line: Line
  cells: Word[][]
}

/** The words of a line by the columns that they are in. */
export function byColumn(line: Line, xs: readonly number[]): Word[][] {
  const cells: Word[][] = xs.slice(1).map(() => [])
  for (const chunk of lineToChunks(line)) {
    for (const word of chunk.words) {
      const middle = (word.x0 + word.x1) / 2
      let col = xs.findIndex((x, i) => i > 0 && middle < x) - 1
      if (col < 0) col = cells.length - 1
      cells[col]?.push(word)
    }
  }
  return cells
}

/** Words as they are read one after the other. */
export const textOf = (words: readonly Word[]) => words.map((word) => word.text).join(' ')

/**
 * Whether a cell's line could have taken the first word of the next line: then the break between them
 * was meant. `width` is the column's.
 */
export function isMeant(line: readonly Word[], next: readonly Word[], width: number): boolean {
  const [first, last, word] = [line[0], line.at(-1), next[0]]
  if (!first || !last || !word) return true
  return last.x1 - first.x0 + SPACE_EM * word.size + (word.x1 - word.x0) <= width - EDGE_EM * word.size
}

/** Whether a sentence goes on over a break: the line above does not end one, and the line below begins with a small letter. */
export function isWithinSentence(above: readonly Word[], below: readonly Word[]): boolean {
  return (
    /^\p{Ll}/u.test(below[0]?.text ?? '') &&
    !/^\(?[a-z]{1,3}[).]/u.test(below[0]?.text ?? '') &&
    !/[.!?;:]\p{P}*$/u.test(above.at(-1)?.text ?? '')
  )
}

/** The width that lines of each column really use. */
function usedWidths(lines: TableLine[], columns: number): number[] {
  return Array.from({ length: columns }, (_, col) => {
    const words = lines.flatMap(({ cells }) => cells[col] ?? [])
    return words.length ? Math.max(...words.map((word) => word.x1)) - Math.min(...words.map((word) => word.x0)) : 0
  })
}

/**
 * Whether every line of a ruled band is a row of its own, as in tables that are ruled between columns
 * and not between rows. Wrapped text must not be cut, so all must agree: each line has text in the first
 * column and in most others, and no line break was forced by a column's width.
 */
export function areRows(lines: readonly Line[], xs: readonly number[]): boolean {
  if (lines.length < 3) return false
  const table = lines.map((line) => ({ line, cells: byColumn(line, xs) }))
  const columns = xs.length - 1
  let agreeing = 0
  for (let i = 1; i < table.length; i++) {
    const [above, below] = [table[i - 1], table[i]]
    if (!above || !below) continue
    const both = above.cells.map((_, col) => col).filter((col) => above.cells[col]?.length && below.cells[col]?.length)
    const meant = both.every((col) => isMeant(above.cells[col] ?? [], below.cells[col] ?? [], (xs[col + 1] ?? 0) - (xs[col] ?? 0)))
    if (meant && both.includes(0) && both.length >= Math.max(2, columns / 2)) agreeing++
  }
  return agreeing >= 0.85 * (table.length - 1)
}

/**
 * Groups the lines of a table without rules between its rows into rows. Evidence, in this order:
 * distances that fall into two sizes (within a row and between rows); whether a line begins in the first
 * column; whether a line break was forced by the column's width (cf. the issue of "row gap against line gap" in Kieninger's T-Recs, 1998).
 */
export function linesToRows(lines: readonly Line[], xs: readonly number[]): Line[][] {
  const table = lines.map((line) => ({ line, cells: byColumn(line, xs) }))
  const widths = usedWidths(table, xs.length - 1)
  const pitch = linePitch(table)
  const rows: TableLine[][] = []
  const start = pitch.centred ? bodyStart(table) : 0
  const numbered = pitch.centred ? rowsByNumber(table.slice(start)) : null
  for (const entry of numbered ? table.slice(0, start) : table) {
    const row = rows.at(-1)
    if (row && isNote(row.at(-1), xs) === isNote(entry, xs) && goesOn(row, entry, widths, pitch)) row.push(entry)
    else rows.push([entry])
  }
  if (numbered) return [...rows, ...numbered].map((row) => row.map(({ line }) => line))
  const whole = pitch.interleaved ? rows.flatMap((row) => rowsByNumber(row) ?? [row]) : rows
  return whole.map((row) => row.map(({ line }) => line))
}

/** Whether a line is one piece of text that runs over a column's border: a remark between rows, and part of no cell. */
function isNote(entry: TableLine | undefined, xs: readonly number[]): boolean {
  if (!entry) return false
  const { line } = entry
  const [chunk, ...others] = lineToChunks(line, COLUMN_GAP_LEAST_EM)
  if (!chunk || others.length > 0) return false
  return xs.slice(1, -1).some((x) => chunk.x0 < x - line.size && chunk.x1 > x + line.size)
}

/** The lines of a table from the first that no head is in: after the last before its first number that has other words in the first column. */
function bodyStart(table: readonly TableLine[]): number {
  const first = table.findIndex(({ cells }) => COUNTS.test(textOf(cells[0] ?? [])))
  return table.slice(0, Math.max(0, first)).findLastIndex(({ cells }) => cells[0]?.length) + 1
}

/** Lines of one row are as far above its number as below it, within this part of a line's size. */
const CENTRED_EM = 0.4

/**
 * A run of lines in which several numbers are in the first column is several rows, each centred on its number: it
 * reaches as far below as above. Null where the lines do not come out even.
 */
function rowsByNumber(run: TableLine[]): TableLine[][] | null {
  const first = run.filter(({ cells }) => cells[0]?.length)
  if (first.length < 2 || !first.every(({ cells }) => COUNTS.test(textOf(cells[0] ?? [])))) return null
  const rows: TableLine[][] = []
  let at = 0
  for (const { line } of first) {
    const above = line.base - (run[at]?.line.base ?? line.base)
    if (above < 0) return null
    const end = line.base + above + CENTRED_EM * line.size
    const row = run.slice(at).filter((entry) => entry.line.base <= end)
    const last = row.at(-1)?.line.base ?? line.base
    if (Math.abs(last - line.base - above) > CENTRED_EM * line.size) return null
    rows.push(row)
    at += row.length
  }
  return at === run.length ? rows : null
}

interface Pitch {
  /** The distance of lines within a row. */
  within: number
  /** Lines further apart than this, in parts of that, have a row's border between them. */
  rowGap: number
  /** Whether some lines are clearly further apart. */
  twoSizes: boolean
  /** Whether lines of neighbouring columns are between each other, as in rows whose cells are centred upright. */
  centred: boolean
  /** The same, and that white parts the rows. */
  interleaved: boolean
}

/** The value that so much of the sorted values lies under. */
const quantile = (values: readonly number[], share: number) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

/**
 * The distance of lines within a row. It is measured down each column by itself: a neighbour's lines, which
 * are anywhere between where cells are centred, make the distances from line to line smaller than any column's.
 */
function linePitch(table: readonly TableLine[]): Pitch {
  const distances = table.slice(1).map(({ line }, i) => line.base - (table[i]?.line.base ?? 0))
  const columns = table[0]?.cells.map((_, col) => table.filter(({ cells }) => cells[col]?.length)) ?? []
  const own = columns.flatMap((column) => column.slice(1).map(({ line }, i) => line.base - (column[i]?.line.base ?? 0)))
  const dense = quantile(distances, 0.1)
  const downColumns = quantile(own, 0.1)
  const between = distances.filter((distance) => distance < INTERLEAVED * downColumns).length
  const interleaved = between >= INTERLEAVED_SHARE * distances.length && between > 0
  const within = interleaved ? downColumns : dense
  const rowGap = interleaved ? ROW_GAP : (exactRowGap(table, distances, within) ?? ROW_GAP)
  const small = distances.filter((distance) => distance <= rowGap * within).length
  const twoSizes = small >= 1 && small < distances.length && small >= 0.1 * distances.length
  return { within, rowGap, twoSizes, centred: interleaved, interleaved: interleaved && twoSizes }
}

/** Distances are one size where they differ by less, in parts of it, and two where the larger is so much larger. */
const SAME_SIZE = 0.015
const NEXT_SIZE = 1.08
/** So many of the distances are of the size within a row. */
const WITHIN_SHARE = 0.25

/**
 * The border between two sizes of distances that a layout program set, all lines of a row at exactly one and all rows at
 * exactly another: then little more white between rows says as much as a lot. Null where distances are not so exact.
 */
function exactRowGap(table: readonly TableLine[], distances: readonly number[], within: number): number | null {
  const isSame = (distance: number, size: number) => Math.abs(distance - size) <= SAME_SIZE * size
  const between = distances.flatMap((distance, i) => (distance > (1 + SAME_SIZE) * within ? [{ distance, below: table[i + 1] }] : []))
  const least = Math.min(...between.map(({ distance }) => distance))
  if (between.length < 2 || least < NEXT_SIZE * within || least > ROW_GAP * within) return null
  if (distances.filter((distance) => isSame(distance, within)).length < WITHIN_SHARE * distances.length) return null
  const rows = between.filter(({ distance }) => isSame(distance, least))
  const inTwo = between.filter(({ below }) => below && below.cells.filter((cell) => cell.length > 0).length >= 2).length
  return rows.length >= 2 && inTwo >= IN_TWO_SHARE * between.length ? (1 + least / within) / 2 : null
}

/** Whether a line's cells begin side by side below white of their own columns, though a longer cell beside them ends in between. */
function beginsBesideLonger(row: readonly TableLine[], entry: TableLine, pitch: Pitch): boolean {
  const own = entry.cells.flatMap((cell, col) => {
    const last = cell.length > 0 ? row.findLast(({ cells }) => cells[col]?.length) : undefined
    return last ? [entry.line.base - last.line.base] : []
  })
  return own.length >= 2 && entry.cells[0]?.length === 0 && own.every((distance) => distance > pitch.rowGap * pitch.within)
}

/** Whether a line begins with the number after its row's, and with text of its own in most columns. */
function countsOn(row: readonly TableLine[], entry: TableLine): boolean {
  const filled = entry.cells.flatMap((cell, col) => (cell.length > 0 ? [col] : []))
  const [number] = row.flatMap(({ cells }) => (cells[0]?.length ? [cells[0]] : [])).slice(-1)
  if (!number || !runsOn(textOf(number), textOf(entry.cells[0] ?? []))) return false
  const isOn = (col: number) => isWithinSentence(row.findLast(({ cells }) => cells[col]?.length)?.cells[col] ?? [], entry.cells[col] ?? [])
  return filled.length >= Math.max(2, BEGINNING_SHARE * entry.cells.length) && !filled.some((col) => col > 0 && isOn(col))
}

function goesOn(row: TableLine[], entry: TableLine, widths: number[], pitch: Pitch): boolean {
  const above = row.at(-1)
  if (!above) return false
  const distance = entry.line.base - above.line.base
  const isWide = distance > pitch.rowGap * pitch.within
  const filled = entry.cells.map((_, col) => col).filter((col) => entry.cells[col]?.length)
  if (pitch.twoSizes && isWide) return false
  // A head in bold ends where plain text begins.
  if (!entry.line.words.some((word) => word.bold) && isBoldRow(row)) return false
  if (countsOn(row, entry)) return false
  // Among centred cells no line says by its column that it begins a row: only the white between rows does.
  if (pitch.interleaved) return true
  if (pitch.twoSizes && beginsBesideLonger(row, entry, pitch)) return false
  const inFirst = filled.includes(0)
  const both = filled.filter((col) => above.cells[col]?.length)
  const forced = both.filter(
    (col) => !isNumeric(entry.cells[col]) && !isMeant(above.cells[col] ?? [], entry.cells[col] ?? [], widths[col] ?? 0),
  )
  if (!inFirst) {
    // A line that begins right of the first column goes on with a row, unless it is a full set of figures of its own.
    const figures = filled.filter((col) => isNumeric(entry.cells[col]) && row.some(({ cells }) => cells[col]?.length)).length
    return !isWide && !(figures >= 2 && figures >= filled.length / 2)
  }
  if (filled.length === 1) {
    const lower = /^[\p{Ll}(]/u.test(textOf(entry.cells[0] ?? []))
    const label = row.findLast(({ cells }) => cells[0]?.length)
    const isNext = label !== undefined && entry.line.base - label.line.base <= LEADING_EM * entry.line.size
    return !isWide && (both.length > 0 ? forced.length > 0 || lower : lower && isNext)
  }
  // The first line of a label that is broken is alone, its figures beside the second.
  const aboveAlone = above.cells.every((cell, col) => col === 0 || cell.length === 0)
  if (aboveAlone && row.length === 1 && !isWide) return forced.includes(0) || /^\p{Ll}/u.test(textOf(entry.cells[0] ?? []))
  if (isWide) return false
  const within = both.filter((col) => isWithinSentence(above.cells[col] ?? [], entry.cells[col] ?? []))
  if (pitch.twoSizes) {
    const phrases = within.filter((col) => forced.includes(col) || (entry.cells[col]?.length ?? 0) > 1)
    return both.length >= filled.length / 2 && (forced.length === both.length || (phrases.length >= 2 && phrases.length >= both.length / 2))
  }
  // Of values that are about as long as each other none was broken.
  return both.length > 0 && forced.length === both.length && forced.length >= 2 && within.length > 0
}

/** The same as of all words of a row, which may have very many lines. */
function isBoldRow(row: readonly TableLine[]): boolean {
  return row.every(({ line }) => line.words.every(isBoldOrMark)) && row.some(({ line }) => isBold(line.words))
}

function isNumeric(words: readonly Word[] | undefined): boolean {
  return words !== undefined && words.length > 0 && NUMERIC.test(textOf(words))
}
