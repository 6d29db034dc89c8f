import type { Border } from '../frames/frame-columns.ts'
import { BANDS_LEAST, frameColumns } from '../frames/frame-columns.ts'
import type { Line } from '../lines/line.ts'
import { isBold, middle } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import { middleOf, standsIn } from '../page/boxes.ts'
import type { PageContent, Word } from '../page/page-content.ts'
import { isCentredRow } from '../rows/centred-row.ts'
import { areRows, byColumn, isWithinSentence, linesToRows, textOf } from '../rows/lines-to-rows.ts'
import { numberedRows } from '../rows/numbered-rows.ts'
import { runsOn } from '../rows/row-numbers.ts'
import { isTitle } from '../rows/row-titles.ts'
import { rowsByBeginnings } from '../rows/rows-by-beginnings.ts'
import { rowsByWhite } from '../rows/rows-by-white.ts'
import { rowsPastShortRules } from '../rows/short-rules.ts'
import { areSpacedRows } from '../rows/spaced-rows.ts'
import type { Span } from '../rows/spanning-heads.ts'
import { spanningHeads } from '../rows/spanning-heads.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { coverage, frameBox } from '../rules/edges-to-frames.ts'
import type { Paint } from './cell-colour.ts'
import { barColours, settleColours } from './cell-colour.ts'
import type { PageCell, PageTable, TableEvidence } from './page-table.ts'
import type { Walls } from './walls-to-cells.ts'
import { wallsToCells } from './walls-to-cells.ts'

/** A wall is where at least this much of it is drawn. */
const WALL_SHARE = 0.5
/** Where this many bands between rules hold one row each, all do: a rule was drawn under every row. */
const RULED_ROWS_SHARE = 0.7
/** A rule that covers less of a frame's width is drawn for some columns only. */
const WHOLE_SHARE = 0.95

/** The rows of a frame: bands between rules, those parted that hold several rows. */
function rowsOf(frame: Frame, xs: number[], lines: readonly Line[], lattice: boolean, heads: ReadonlySet<Line>): Border[] {
  const bands = frame.ys.slice(1).map((bottom, i) => {
    const top = frame.ys[i] ?? 0
    const inside = lines.filter((line) => middle(line) >= top && middle(line) < bottom)
    const rows = lattice ? latticeRows(inside, xs, inside.length >= BODY_SHARE * lines.length) : withHeads(inside, heads, xs)
    return { top, rows, isOne: !lattice && frame.ys.length > BANDS_LEAST && isCentredRow(inside, xs, top, bottom) }
  })
  const filled = bands.filter((band) => band.rows.some((row) => row.length > 0))
  const isBody = (band: { rows: Line[][] }) =>
    filled.length === 2 && beginTogether(band.rows, xs, isBold((filled[0]?.rows ?? []).flat().flatMap(({ words }) => words)))
  // Where cells are centred upright, a row's number is beside its middle line.
  const single = filled.filter((band) => band.isOne || (firstCells(band.rows, xs) <= 1 && !isBody(band)))
  const oneEach = !lattice && !frame.isHeadOnly && filled.length >= 2 && single.length >= RULED_ROWS_SHARE * filled.length
  const borders: Border[] = []
  for (const band of bands) {
    borders.push({ at: band.top, drawn: true })
    for (let i = 1; i < band.rows.length; i++) {
      // A rule under every row leaves nothing to part, but the heads above the first.
      if (oneEach && !band.rows[i - 1]?.some((line) => heads.has(line))) continue
      const above = Math.max(...(band.rows[i - 1] ?? []).map((line) => line.bottom))
      const below = Math.min(...(band.rows[i] ?? []).map((line) => line.top))
      borders.push({ at: (above + below) / 2, drawn: false })
    }
  }
  borders.push({ at: frame.ys.at(-1) ?? 0, drawn: true })
  return borders
}

/** How many of the rows begin a text of their own in the first column: no sentence and no list goes on there from the row above. */
function firstCells(rows: readonly Line[][], xs: readonly number[]): number {
  const first = rows.map((row) => row.flatMap((line) => byColumn(line, xs)[0] ?? [])).filter((words) => words.length > 0)
  return first.filter((words, i) => {
    const above = first[i - 1]
    return !above || !(isWithinSentence(above, words) || FURTHER_ITEM.test(words[0]?.text ?? ''))
  }).length
}

/** Whether several rows under a head each begin in two columns; under a head in bold, but for the rest of a row that a page's end cut. */
function beginTogether(rows: readonly Line[][], xs: readonly number[], isHeaded: boolean): boolean {
  const beginning = rows.filter(([line]) => line && byColumn(line, xs).filter((words) => words.length > 0).length >= 2)
  return isHeaded
    ? beginning.length >= 2 && beginning.length >= rows.length - 1
    : rows.length >= ROWS_LEAST && beginning.length === rows.length
}
const ROWS_LEAST = 3

/** The label of a list's item that is not its first. */
const FURTHER_ITEM = /^\(?(?:[b-z]|[ivx]*(?:ii|iv|v|x))[).]/u

/** A band with this share of a frame's lines is the body of its table: no rule parts its rows. */
const BODY_SHARE = 0.6

/** The rows of a band of a lattice: one, unless each line is a row of its own, the rows are numbered, or the band is the table's body. */
function latticeRows(inside: Line[], xs: readonly number[], isBody: boolean): Line[][] {
  if (areRows(inside, xs) || (isBody && areSpacedRows(inside, xs))) return inside.map((line) => [line])
  return numberedRows(inside, xs) ?? (isBody ? (rowsByWhite(inside, xs) ?? rowsByBeginnings(inside, xs)) : null) ?? [inside]
}

/** Rows of lines, heads that span columns being rows of their own. */
function withHeads(lines: readonly Line[], heads: ReadonlySet<Line>, xs: readonly number[]): Line[][] {
  const rest = lines.filter((line) => !heads.has(line))
  return [
    ...lines.filter((line) => heads.has(line)).map((line) => [line]),
    ...(areSpacedRows(rest, xs) ? rest.map((line) => [line]) : linesToRows(rest, xs)),
  ]
}

/**
 * The table that a frame of rules makes with the words in it. Where the rules leave columns or rows
 * undivided, the white between the text divides them; a chunk of text that crosses such a border spans it.
 */
export function frameToTable(
  frame: Frame,
  words: readonly Word[],
  { page, ...paint }: Paint & Pick<PageContent, 'page'>,
  evidence: TableEvidence,
): PageTable {
  const box = frameBox(frame)
  const inside = words.filter((word) => standsIn(word, box))
  const lines = wordsToLines(inside, page)
  const columns = frameColumns(frame, lines)
  const lattice = evidence === 'lattice' && columns.every((border) => border.drawn)
  const xs = columns.map((border) => border.at)
  const heads = lattice ? new Map<Line, Span[]>() : spanningHeads(lines, xs)
  const rows = rowsOf(frame, xs, lines, lattice, new Set(heads.keys()))
  const ys = rows.map((border) => border.at)
  const isOuterOpen = (i: number, last: number) => (i === 0 && frame.open.left) || (i === last && frame.open.right)
  const crossed = crossings(lines, xs, ys)
  const titled = frame.isShaded
    ? crossings(
        lines.filter((line) => isTitle(line, xs)),
        xs,
        ys,
      )
    : new Set<string>()
  for (const [line, spans] of heads) {
    const row = ys.findIndex((y, i) => i > 0 && middle(line) < y) - 1
    for (const { from, to } of spans) for (let border = from + 1; border <= to; border++) crossed.add(`${row} ${border}`)
  }
  const texts = filledUnits(lines, xs, ys)
  const hasText = (row: number, from: number, to: number) => {
    for (let col = from; col < to; col++) if (texts.has(`${row} ${col}`)) return true
    return false
  }
  const partial = new Set(lattice ? [] : ys.filter((y) => isPartial(frame, y)))
  const pastRules = rowsPastShortRules(frame, lines, xs, ys)
  const partlyRuled = new Set(lattice ? numberedBorders(lines, xs, ys).filter((row) => isPartial(frame, ys[row] ?? 0)) : [])
  const inner = frame.xs.slice(1, -1)
  const walled = (row: number) => inner.some((x) => coverage(frame, false, x, ys[row] ?? 0, ys[row + 1] ?? 0) >= WALL_SHARE)
  const walls: Walls = {
    right: (row, col) => {
      const border = columns[col + 1]
      if (!border) return true
      if (!border.drawn) return !crossed.has(`${row} ${col + 1}`)
      if (isOuterOpen(col + 1, xs.length - 1)) return true
      if (titled.has(`${row} ${col + 1}`)) return false
      if (coverage(frame, false, border.at, ys[row] ?? 0, ys[row + 1] ?? 0) >= WALL_SHARE) return true
      // A column that is ruled in its head alone goes on below, where text keeps to its sides; a row with walls of its own has a cell of both.
      return !crossed.has(`${row} ${col + 1}`) && hasText(row, 0, col + 1) && hasText(row, col + 1, xs.length - 1) && !walled(row)
    },
    below: (row, col) => {
      const border = rows[row + 1]
      if (!border?.drawn) return true
      if (coverage(frame, true, border.at, xs[col] ?? 0, xs[col + 1] ?? 0) >= WALL_SHARE) return true
      if (pastRules.has(`${row + 1} ${col}`)) return true
      if (partlyRuled.has(row + 1) && texts.has(`${row + 1} ${col}`)) return true
      return !lattice && !partial.has(border.at)
    },
  }
  const grid = wallsToCells(xs, ys, walls)
  const cells: PageCell[] = grid.cells.map((cell) => ({ ...cell, words: [], fill: null, picture: false }))
  const beside = cellsByRow(cells, ys)
  for (const word of inside) {
    const y = middleOf(word)
    const x = (word.x0 + word.x1) / 2
    const row = ys.findLastIndex((top) => y >= top)
    beside[row]?.find((cell) => x >= cell.box[0] && x < cell.box[2] && y < cell.box[3])?.words.push(word)
  }
  settleColours(cells, box, paint)
  barColours(cells, paint.fills)
  return { page, box, xs, ys, cells, evidence, source: { frame, words: inside }, headerRows: 0 }
}

/** The cells that are beside each other in each row, those that reach into it from above with them. */
function cellsByRow(cells: readonly PageCell[], ys: readonly number[]): PageCell[][] {
  const rows: PageCell[][] = ys.map(() => [])
  const rowAt = new Map(ys.map((y, row) => [y, row]))
  for (const cell of cells)
    for (let row = rowAt.get(cell.box[1]) ?? 0; row < ys.length && (ys[row] ?? 0) < cell.box[3]; row++) rows[row]?.push(cell)
  return rows
}

/** Whether a rule is drawn for some columns only: the cells of the others go on below it. */
function isPartial(frame: Frame, y: number): boolean {
  const [left, , right] = frameBox(frame)
  const share = coverage(frame, true, y, left, right)
  return share > 0 && share < WHOLE_SHARE
}

/** The rows whose number, in the first column, is the next after that of the row above: each is a row, also where a rule stops short of its label. */
function numberedBorders(lines: readonly Line[], xs: readonly number[], ys: readonly number[]): number[] {
  const numbers = ys.map((top, row) => {
    const inside = lines.filter((line) => middle(line) >= top && middle(line) < (ys[row + 1] ?? top))
    return textOf(inside.flatMap((line) => byColumn(line, xs)[0] ?? []))
  })
  return numbers.flatMap((number, row) => (runsOn(numbers[row - 1] ?? '', number) ? [row] : []))
}

/** Which units ("row column") hold the middle of a chunk of text. */
function filledUnits(lines: readonly Line[], xs: readonly number[], ys: readonly number[]): Set<string> {
  const filled = new Set<string>()
  for (const line of lines) {
    const row = ys.findIndex((y, i) => i > 0 && middle(line) < y) - 1
    for (const chunk of lineToChunks(line)) filled.add(`${row} ${xs.findIndex((x, i) => i > 0 && (chunk.x0 + chunk.x1) / 2 < x) - 1}`)
  }
  return filled
}

/** Which borders ("row column") are crossed by a chunk of text. */
function crossings(lines: readonly Line[], xs: readonly number[], ys: readonly number[]): Set<string> {
  const crossed = new Set<string>()
  for (const line of lines) {
    const row = ys.findIndex((y, i) => i > 0 && middle(line) < y) - 1
    for (const chunk of lineToChunks(line, COLUMN_GAP_LEAST_EM)) {
      xs.forEach((x, i) => {
        if (chunk.x0 < x - 1 && chunk.x1 > x + 1) crossed.add(`${row} ${i}`)
      })
    }
  }
  return crossed
}
