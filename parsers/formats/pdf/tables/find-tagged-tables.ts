import type { Box } from '../../../../schema/place.ts'
import { boxOfWords } from '../lines/line.ts'
import { standsIn } from '../page/boxes.ts'
import type { Edge, PageContent, Word } from '../page/page-content.ts'
import { barColours, settleColours } from './cell-colour.ts'
import type { PageCell, PageTable } from './page-table.ts'

/** Rows and cells may reach this far into each other before the tags are held to be wrong. */
const REACH_PT = 3
/** At most this share of the words in a tagged table's box may belong to something else. */
const STRANGE_SHARE = 0.15
/** Cells keep this distance from a border that nothing is drawn at. */
const INSET_PT = 2

interface TaggedCell {
  row: number
  header: boolean
  words: Word[]
  box: Box
}

interface TaggedRow {
  cells: TaggedCell[]
  top: number
  bottom: number
}

/**
 * The tables that the structure tree of a page marks, where its marks are sound: rows that follow each
 * other, cells that are side by side, and nothing else in between (ISO 32000-2, 14.8.4.8.3). Cells that hold nothing have
 * no marked content, so columns are recognised by where the cells of full rows are.
 */
export function findTaggedTables(content: PageContent, words: readonly Word[]): PageTable[] {
  const byTable = new Map<number, Word[]>()
  for (const word of words) {
    const table = content.tags[word.tag]?.table ?? -1
    if (table >= 0 && word.turn === 0) byTable.set(table, [...(byTable.get(table) ?? []), word])
  }
  const tables: PageTable[] = []
  for (const inside of byTable.values()) {
    const table = taggedTable(inside, words, content)
    if (table) tables.push(table)
  }
  return tables
}

function rowsOf(words: readonly Word[], content: PageContent): TaggedRow[] {
  const cells = new Map<number, { row: number; header: boolean; words: Word[] }>()
  for (const word of words) {
    const tag = content.tags[word.tag]
    if (!tag || tag.row < 0) continue
    // Some writers leave out the cells of heads that are printed again: each paragraph is one.
    const key = tag.cell >= 0 ? tag.cell : -2 - tag.block
    const cell = cells.get(key) ?? { row: tag.row, header: tag.header || tag.cell < 0, words: [] }
    cell.words.push(word)
    cells.set(key, cell)
  }
  const rows = new Map<number, TaggedCell[]>()
  for (const cell of cells.values()) rows.set(cell.row, [...(rows.get(cell.row) ?? []), { ...cell, box: boxOfWords(cell.words) }])
  return [...rows.values()]
    .map((group) => {
      const [, top, , bottom] = boxOfWords(group.flatMap((cell) => cell.words))
      return { cells: group.sort((a, b) => a.box[0] - b.box[0]), top, bottom }
    })
    .sort((a, b) => a.top - b.top)
}

function isSound(rows: readonly TaggedRow[]): boolean {
  const stacked = rows.every((row, i) => i === 0 || row.top >= (rows[i - 1]?.bottom ?? 0) - REACH_PT)
  const beside = rows.every((row) => row.cells.every((cell, i) => i === 0 || cell.box[0] >= (row.cells[i - 1]?.box[2] ?? 0) - REACH_PT))
  return stacked && beside
}

/**
 * Borders between columns, from the rows that have most cells; null where these are not in columns. Where another row
 * has several cells within one of the columns, its heading is over parts of it: they are columns, too.
 */
function columnsOf(rows: readonly TaggedRow[]): number[] | null {
  const all = rows.flatMap((row) => row.cells.map((cell) => cell.box))
  const whole = bordersOf(
    rows.map(({ cells }) => cells.map(({ box }) => box)),
    all,
  )
  if (!whole || whole.length === 0) return null
  const borders = [-Infinity, ...whole, Infinity]
  const parts = borders.slice(1).map((to, at) => {
    const from = borders[at] ?? 0
    const inside = rows.map(({ cells }) => cells.map(({ box }) => box).filter((box) => box[0] + REACH_PT >= from && box[0] + REACH_PT < to))
    return bordersOf(inside, all) ?? []
  })
  const xs = [...whole, ...parts.flat()].sort((a, b) => a - b)
  return [Math.min(...all.map((box) => box[0])) - INSET_PT, ...xs, Math.max(...all.map((box) => box[2])) + INSET_PT]
}

/** Borders between the cells of the rows that have most of them; null where these are not in columns. */
function bordersOf(rows: readonly Box[][], all: readonly Box[]): number[] | null {
  const most = Math.max(...rows.map((row) => row.length))
  const full = rows.filter((row) => row.length === most)
  const xs: number[] = []
  for (let col = 1; col < most; col++) {
    const left = Math.max(...full.map((row) => row[col - 1]?.[2] ?? 0))
    const right = Math.min(...full.map((row) => row[col]?.[0] ?? 0))
    if (right < left - REACH_PT) return null
    xs.push(whitest(left, right, all))
  }
  return xs
}

/** Where between two columns fewest cells are in the way, and most of the white does: the headings of wide columns may be short. */
function whitest(left: number, right: number, boxes: readonly Box[]): number {
  const ends = boxes.flatMap((box) => [box[0], box[2]]).filter((x) => x > left && x < right)
  const stops = [left, ...ends.sort((a, b) => a - b), right]
  const gaps = stops.slice(1).map((to, at) => {
    const from = stops[at] ?? left
    const middle = (from + to) / 2
    return { middle, width: to - from, crossing: boxes.filter((box) => box[0] < middle && box[2] > middle).length }
  })
  const best = gaps.sort((a, b) => a.crossing - b.crossing || b.width - a.width)[0]
  return best?.middle ?? (left + right) / 2
}

/** Where the border between two rows is: at a rule, or half way. */
function borderBetween(above: number, below: number, edges: readonly Edge[], box: Box): number {
  const rule = edges.find(
    (edge) => edge.across && edge.at > above - REACH_PT && edge.at < below + REACH_PT && edge.from < box[2] && edge.to > box[0],
  )
  return rule && rule.at >= above && rule.at <= below ? rule.at : (above + below) / 2
}

function taggedTable(inside: readonly Word[], words: readonly Word[], content: PageContent): PageTable | null {
  const rows = rowsOf(inside, content)
  if (rows.length < 1 || !isSound(rows)) return null
  const xs = columnsOf(rows)
  if (!xs) return null
  const box: Box = [xs[0] ?? 0, (rows[0]?.top ?? 0) - INSET_PT, xs.at(-1) ?? 0, (rows.at(-1)?.bottom ?? 0) + INSET_PT]
  const around = words.filter((word) => standsIn(word, box))
  const strange = around.filter((word) => !inside.includes(word) && content.tags[word.tag] !== undefined)
  if (strange.length > STRANGE_SHARE * around.length) return null
  const ys = [box[1]]
  rows.forEach((row, i) => {
    const next = rows[i + 1]
    ys.push(next ? borderBetween(row.bottom, next.top, content.edges, box) : box[3])
  })
  const cells = rows.flatMap((row, i) => rowCells(row, i, xs, ys))
  for (const word of around) if (!inside.includes(word)) cells.find((cell) => standsIn(word, cell.box))?.words.push(word)
  settleColours(cells, box, content)
  barColours(cells, content.fills)
  const headerRows = rows.findIndex((row) => !row.cells.every((cell) => cell.header))
  return { page: content.page, box, xs, ys, cells, evidence: 'tags', headerRows: headerRows < 0 ? rows.length : headerRows }
}

/** A row's cells with the columns that they take; columns that no cell takes hold an empty one. */
function rowCells(row: TaggedRow, index: number, xs: readonly number[], ys: readonly number[]): PageCell[] {
  const columns = xs.length - 1
  const cells: PageCell[] = []
  const add = (from: number, to: number, words: Word[]) => {
    const box: Box = [xs[from] ?? 0, ys[index] ?? 0, xs[to] ?? 0, ys[index + 1] ?? 0]
    cells.push({ row: index, col: from, rowSpan: 1, colSpan: to - from, box, words, fill: null, picture: false })
  }
  const at = (x: number) => Math.max(0, Math.min(columns - 1, xs.findIndex((border, i) => i > 0 && x < border) - 1))
  let col = 0
  for (const cell of row.cells) {
    const from = Math.max(col, at(cell.box[0] + REACH_PT))
    const to = Math.max(from, at(cell.box[2] - REACH_PT)) + 1
    if (from >= columns) {
      cells.at(-1)?.words.push(...cell.words)
      continue
    }
    for (; col < from; col++) add(col, col + 1, [])
    add(from, Math.min(to, columns), cell.words)
    col = to
  }
  for (; col < columns; col++) add(col, col + 1, [])
  return cells
}
