import { beginningOf, type Columns, type CutWords, cutWords, type Word } from './line-columns.ts'
import { type Chunk, chunksOf } from './spaced-lines.ts'
import type { Line } from './text-to-lines.ts'

/** A line of a table and how many words its row's number has; none where it begins no row. */
export interface NumberedLine {
  line: Line
  numbered: number
}

const ROUNDS = 4
/** The middle half of a column's cells begins within so many letters where they are set to its left edge. */
const STRAIGHT_SPREAD = 4
/** The columns of a row begin no further than this from those of its page. */
const MOST_SHIFT = 14

/** The chunks of a line, its row's number always one of its own. */
export function cellChunks({ line, numbered }: NumberedLine): Chunk[] {
  const chunks = chunksOf(line.text)
  const [first] = chunks
  if (!numbered || !first) return chunks
  const number = [...line.text.matchAll(/\S+/gu)][numbered - 1]
  const to = (number?.index ?? 0) + (number?.[0].length ?? 0)
  const rest = chunks.map((chunk) => ({ from: Math.max(chunk.from, to), to: chunk.to })).filter((chunk) => chunk.from < chunk.to)
  const [next] = rest
  if (next && line.text[next.from] === ' ') next.from++
  return [{ from: first.from, to }, ...rest]
}

/**
 * Where the columns of a page's rows begin: first by the lines that fill every column, else by the headings that cells are
 * nearest to, else where they began before; then by where the cells of all lines begin, as often as it takes to settle.
 */
export function columnsOf(
  body: readonly NumberedLine[],
  heads: readonly Chunk[] | null,
  before: Columns | null,
  count: number,
  by: 'heads' | 'peaks',
): Columns | null {
  const known = before?.begins ?? Array.from({ length: count }, () => new Set<string>())
  const full = body.map(cellChunks).filter((chunks) => chunks.length === count)
  let columns: Columns | null = null
  if (by === 'peaks') columns = toColumns(startsByPeaks(body, count), null, known)
  else if (full.length > 0)
    columns = toColumns(
      Array.from({ length: count }, (_, col) => full.map((chunks) => chunks[col]?.from ?? 0)),
      null,
      known,
    )
  else if (heads?.length === count)
    columns = toColumns(
      startsByHeads(body, heads),
      heads.map(({ from }) => from),
      known,
    )
  else columns = before
  for (let round = 0; columns && round < ROUNDS; round++) {
    const now: Columns = columns
    const starts: number[][] = now.left.map(() => [])
    const rows: number[][][] = now.left.map(() => [])
    const begins = known.map((words) => new Set(words))
    for (const { line, numbered } of body) {
      if (numbered) for (const own of rows) own.push([])
      for (const [col, word] of clearStarts(cutWords(line, now, numbered))) {
        starts[col]?.push(word.from)
        rows[col]?.at(-1)?.push(word.from)
        begins[col]?.add(beginningOf(line, word))
      }
    }
    columns = toColumns(starts, now.left, begins, rows)
  }
  return columns
}

/** The columns of one row: those of its page, by which its lines are cut, moved to where its own cells begin, clear of others or else without doubt. */
export function rowColumns(cuts: readonly CutWords[], page: Columns): Columns {
  const clear: number[][] = page.left.map(() => [])
  const tight: number[][] = page.left.map(() => [])
  for (const cut of cuts) {
    for (const [col, word] of clearStarts(cut)) clear[col]?.push(word.from)
    for (const [at, word] of cut.words.entries()) {
      const col = cut.columns[at] ?? 0
      if (cut.columns[at - 1] !== col && cut.doubts[at] === null) tight[col]?.push(word.from)
    }
  }
  let moved = 0
  const left = page.left.map((at, col) => {
    const own = clear[col]?.length ? clear[col] : (tight[col] ?? [])
    if (page.ragged[col]) return at
    if (own.length > 0) moved = Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, middle(own) - at))
    return at + moved
  })
  return { ...page, left }
}

/** Where cells begin in a line that more than one blank parts from what is before them, by column. */
export function clearStarts({ words, columns }: CutWords): [col: number, word: Word][] {
  return words.flatMap((word, at): [number, Word][] => {
    const col = columns[at] ?? 0
    return (at === 0 || columns[at - 1] !== col) && (at === 0 || word.gap > 1) ? [[col, word]] : []
  })
}

/** Where chunks begin, given to the headings they are under or nearest to. */
function startsByHeads(body: readonly NumberedLine[], heads: readonly Chunk[]): number[][] {
  const starts: number[][] = heads.map(() => [])
  for (const one of body)
    for (const [at, { from, to }] of cellChunks(one).entries()) {
      const away = heads.map((head, col) =>
        (one.numbered > 0 && at === 0) !== (col === 0) ? Infinity : Math.max(0, head.from - to, from - head.to),
      )
      starts[away.indexOf(Math.min(...away))]?.push(from)
    }
  return starts
}

/** Where chunks begin, given to the places at which most of them do: those of so many columns that no two are within a window of each other. */
function startsByPeaks(body: readonly NumberedLine[], count: number): number[][] {
  const all = body.flatMap((one) => cellChunks(one).map(({ from }, at) => ({ from, number: one.numbered > 0 && at === 0 })))
  const cells = all.flatMap(({ from, number }) => (number ? [] : [from]))
  const counts = new Map<number, number>()
  for (const from of cells) counts.set(from, (counts.get(from) ?? 0) + 1)
  const heightOf = (at: number) =>
    Array.from({ length: 2 * PEAK + 1 }, (_, i) => counts.get(at - PEAK + i) ?? 0).reduce((sum, own) => sum + own, 0)
  const near = (at: number) => cells.filter((from) => Math.abs(from - at) <= PEAK)
  const peaks: number[] = []
  const places = [...counts.keys()].map((at) => ({ at, height: heightOf(at) })).sort((a, b) => b.height - a.height || a.at - b.at)
  for (const { at } of places) if (peaks.length < count - 1 && peaks.every((peak) => Math.abs(peak - at) > PEAK * 2)) peaks.push(at)
  const numbers = all.flatMap(({ from, number }) => (number ? [from] : []))
  return [numbers, ...peaks.sort((a, b) => a - b).map(near)]
}
/** Cells of one column begin within so many letters of its peak. */
const PEAK = 2

function toColumns(
  starts: readonly (readonly number[])[],
  otherwise: readonly number[] | null,
  begins: Columns['begins'],
  rows: readonly (readonly (readonly number[])[])[] = [],
): Columns {
  const sorted = starts.map((own) => [...own].sort((a, b) => a - b))
  const quarter = (own: readonly number[], share: number) => own[Math.floor((own.length - 1) * share)] ?? 0
  const ragged = sorted.map(
    (own, col) =>
      col > 0 && own.length > 3 && quarter(own, 0.75) - quarter(own, 0.25) > STRAIGHT_SPREAD && !isStraightInRows(rows[col] ?? []),
  )
  const left = sorted.map((own, col) => (own.length === 0 ? (otherwise?.[col] ?? 0) : ragged[col] ? quarter(own, 0.1) : middle(own)))
  return { left, ragged, begins }
}

/** Whether the cells of a column begin below each other within its rows, however the rows are moved. */
function isStraightInRows(rows: readonly (readonly number[])[]): boolean {
  const spreads = rows.flatMap((starts) => (starts.length > 1 ? [Math.max(...starts) - Math.min(...starts)] : []))
  return spreads.length > 1 && middle(spreads) <= STRAIGHT_SPREAD / 2
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
