import type { Box } from '../../../../schema/place.ts'
import { extendFrame } from '../frames/extend-frame.ts'
import type { DocumentFacts } from '../lines/document-facts.ts'
import type { Line } from '../lines/line.ts'
import type { Chunk } from '../lines/line-to-chunks.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { isListLabel } from '../lines/list-labels.ts'
import type { PageContent, Word } from '../page/page-content.ts'
import { LINES_OVERLAP_EM, ROW_DISTANCE } from '../page/tolerances.ts'
import { isRowTitle } from '../rows/row-titles.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { isInChart } from '../rules/find-charts.ts'
import { frameToTable } from './frame-to-table.ts'
import { hasBars } from './has-bars.ts'
import type { PageTable } from './page-table.ts'

/** Columns are at least this far apart, in parts of the font size: twice the widest space of justified text. */
const COLUMN_GAP_EM = 1.1
/** A table has at least this many lines with text in two columns. */
const LINES_LEAST = 3
/** So many of a column's chunks begin, end or have their middle at the same place. */
const ALIGNED_SHARE = 0.6
const ALIGNED_PT = 2.5
/** Columns whose lines are this many words long on average are columns of running text. */
const PROSE_WORDS = 4.5

/** A list of contents has so many entries, and begins near the front. */
const CONTENTS_LEAST = 4
const FIRST_PAGE_MOST = 12

interface Gap {
  from: number
  to: number
}

interface Run {
  lines: Line[]
  gaps: Gap[]
}

const chunksOf = (line: Line): Chunk[] => lineToChunks(line, COLUMN_GAP_EM)

/** The white between, before and after a line's chunks. */
function gapsOf(chunks: readonly Chunk[]): Gap[] {
  const edges = [-Infinity, ...chunks.flatMap((chunk) => [chunk.x0, chunk.x1]), Infinity]
  return Array.from({ length: edges.length / 2 }, (_, i) => ({ from: edges[2 * i] ?? 0, to: edges[2 * i + 1] ?? 0 }))
}

function common(a: readonly Gap[], b: readonly Gap[], least: number): Gap[] {
  return a
    .flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) })))
    .filter((gap) => gap.to - gap.from >= least)
}

const inner = (gaps: readonly Gap[]) => gaps.filter((gap) => Number.isFinite(gap.from) && Number.isFinite(gap.to))

/** Whether a line has text in two columns, and not only a list's label before its text or dots that lead to a page number. */
function isTabular(line: Line): boolean {
  const isLeader = (word: Word) => /\.{4,}|…{2,}/u.test(word.text)
  const chunks = chunksOf(line).filter((chunk) => !chunk.words.every((word) => /^[.…·]+$/u.test(word.text)))
  const [first] = chunks
  if (!first || chunks.length < 2 || (chunks.length === 2 && line.words.some(isLeader))) return false
  return chunks.length > 2 || !(first.words.length === 1 && isListLabel(first.words[0]?.text ?? ''))
}

/** Lines that follow each other and leave the same channels white. */
function runsOf(lines: readonly Line[], facts: DocumentFacts): Run[] {
  const runs: Run[] = []
  let run = null as Run | null
  for (const [i, line] of lines.entries()) {
    if (run && isTitleIn(run, line, lines[i + 1], facts)) {
      run.lines.push(line)
      continue
    }
    const gaps = gapsOf(lineToChunks(line, COLUMN_GAP_LEAST_EM))
    const last = run?.lines.at(-1)
    const near: boolean = last !== undefined && line.base - last.base <= ROW_DISTANCE * facts.pitch(last.size)
    const shared: Gap[] = run && near ? common(run.gaps, gaps, COLUMN_GAP_LEAST_EM * line.size) : []
    if (run && inner(shared).length > 0) {
      run.lines.push(line)
      run.gaps = shared
    } else {
      run = isTabular(line) ? begun(run, near, line) : null
      if (run) runs.push(run)
    }
  }
  return runs
}

/** Whether a line is the title of a run's next rows: it runs over the columns, and the line under it keeps to all of them. */
function isTitleIn(run: Run, line: Line, next: Line | undefined, facts: DocumentFacts): boolean {
  const last = run.lines.at(-1)
  const near = (above: Line | undefined, below: Line) =>
    above !== undefined && below.base - above.base <= ROW_DISTANCE * facts.pitch(above.size)
  if (!next || !near(last, line) || !near(line, next)) return false
  const left = Math.min(...run.lines.map(({ x0 }) => x0))
  if (!isRowTitle(line, left) || !isTabular(next)) return false
  const gaps = gapsOf(lineToChunks(next, COLUMN_GAP_LEAST_EM))
  return inner(common(run.gaps, gaps, COLUMN_GAP_LEAST_EM * next.size)).length === inner(run.gaps).length
}

/** A new run with a line, which takes over from the one before it the last lines that share the new channels: what was above those was its head. */
function begun(before: Run | null, near: boolean, line: Line): Run {
  const run: Run = { lines: [line], gaps: gapsOf(lineToChunks(line, COLUMN_GAP_LEAST_EM)) }
  for (let above = before?.lines.at(-1); before && near && above; above = before.lines.at(-1)) {
    const shared = common(run.gaps, gapsOf(lineToChunks(above, COLUMN_GAP_LEAST_EM)), COLUMN_GAP_LEAST_EM * above.size)
    if (inner(shared).length === 0) break
    run.lines.unshift(above)
    run.gaps = shared
    before.lines.pop()
  }
  return run
}

/** A run without the lines at its end that have nothing beside them and begin where the first column does. */
function trimmed(run: Run): Line[] {
  const lines = [...run.lines]
  const left = Math.min(...lines.map((line) => line.x0))
  for (let last = lines.at(-1); last && !isTabular(last) && last.x0 < left + last.size; last = lines.at(-1)) lines.pop()
  return lines
}

/** Lines with those that reach into the first and the last of them, and so on: a cell of more lines than its neighbours, centred beside them. */
function withOverlapping(inside: readonly Line[], lines: readonly Line[], taken: ReadonlySet<Line>): Line[] {
  const all = [...inside]
  const [left, right] = [Math.min(...inside.map((line) => line.x0)), Math.max(...inside.map((line) => line.x1))]
  const isFree = (line: Line) => !taken.has(line) && line.x0 >= left - 1 && line.x0 < right
  for (const [step, end] of [
    [-1, 0],
    [1, -1],
  ] as const) {
    const last = inside.at(end)
    const from = last === undefined ? -1 : lines.indexOf(last)
    for (let at = from; from >= 0; at += step) {
      const [edge, next] = [lines[at], lines[at + step]]
      if (!edge || !next || !isFree(next) || Math.abs(edge.base - next.base) >= LINES_OVERLAP_EM * edge.size) break
      if (step < 0) all.unshift(next)
      else all.push(next)
    }
  }
  return all
}

function isAligned(chunks: readonly Chunk[]): boolean {
  const places = [(chunk: Chunk) => chunk.x0, (chunk: Chunk) => chunk.x1, (chunk: Chunk) => (chunk.x0 + chunk.x1) / 2]
  return places.some((place) => {
    const values = chunks.map(place).sort((a, b) => a - b)
    let [most, from, to] = [0, 0, 0]
    for (const value of values) {
      while (value - (values[from] ?? value) > ALIGNED_PT) from++
      while (to < values.length && (values[to] ?? value) - value <= ALIGNED_PT) to++
      most = Math.max(most, to - from)
    }
    return most >= ALIGNED_SHARE * values.length
  })
}

/** Whether a table of two columns is a list of contents: titles, and the numbers of pages that only rise. */
function isContents(table: PageTable): boolean {
  const inColumn = (col: number) => table.cells.filter((cell) => cell.col === col && cell.words.length > 0).sort((a, b) => a.row - b.row)
  const text = (words: readonly Word[]) => words.map((word) => word.text).join(' ')
  const numbers = inColumn(1).map((cell) => text(cell.words))
  const titles = inColumn(0).map((cell) => text(cell.words))
  if (!numbers.every((number) => /^\d{1,3}$/u.test(number)) || !titles.every((title) => /\p{L}/u.test(title))) return false
  const pages = numbers.map(Number)
  const rises = pages.every((page, i) => i === 0 || page >= (pages[i - 1] ?? 0))
  return pages.length >= CONTENTS_LEAST && rises && (pages.at(-1) ?? 0) > (pages[0] ?? 0) && (pages[0] ?? 0) <= FIRST_PAGE_MOST
}

/** Whether lines make a table: enough of them, columns that are aligned, and not the columns of running text. */
function isTextTable(table: PageTable, lines: readonly Line[]): boolean {
  const columns = table.xs.length - 1
  if (columns < 2 || lines.filter(isTabular).length < LINES_LEAST) return false
  const byColumn = table.xs
    .slice(1)
    .map((to, i) =>
      lines.flatMap((line) =>
        chunksOf(line).filter((chunk) => (chunk.x0 + chunk.x1) / 2 < to && (chunk.x0 + chunk.x1) / 2 >= (table.xs[i] ?? 0)),
      ),
    )
  const prose = byColumn.filter(
    (chunks) => chunks.length > 0 && chunks.reduce((sum, chunk) => sum + chunk.words.length, 0) / chunks.length >= PROSE_WORDS,
  )
  if (columns === 2 && (prose.length === 2 || isContents(table))) return false
  return byColumn.filter((chunks) => chunks.length >= 2 && isAligned(chunks)).length >= Math.min(columns, Math.max(2, columns - 1))
}

const wordsOf = (lines: readonly Line[]) => lines.flatMap((line) => line.words)

/** Tables that no rule frames, found by the white channels that run down between their columns. `lines` are those outside of all others. */
export function findTextTables(lines: readonly Line[], content: PageContent, charts: readonly Box[], facts: DocumentFacts): PageTable[] {
  const tables: PageTable[] = []
  const taken = new Set<Line>()
  for (const run of runsOf(lines, facts)) {
    const kept = trimmed(run)
    if (kept.filter(isTabular).length < LINES_LEAST) continue
    const inside = withOverlapping(kept, lines, taken)
    const top = Math.min(...inside.map((line) => line.top))
    const bottom = Math.max(...inside.map((line) => line.bottom))
    const left = Math.min(...inside.map((line) => line.x0)) - 1
    const right = Math.max(...inside.map((line) => line.x1)) + 1
    const frame: Frame = { xs: [left, right], ys: [top, bottom], edges: [], open: { left: true, right: true, top: true, bottom: true } }
    const narrow = frameToTable(frame, wordsOf(inside), content, 'text')
    const head = extendFrame(
      frame,
      narrow.xs,
      lines.filter((line) => line.base < top + line.size && !taken.has(line)),
    )
    const whole = head ? [...lines.filter((line) => line.base > (head.ys[0] ?? 0) && line.base < top), ...inside] : inside
    const table = head ? frameToTable({ ...frame, ys: [head.ys[0] ?? top, bottom] }, wordsOf(whole), content, 'text') : narrow
    if (isTextTable(table, inside) && !isInChart(table.box, charts) && !hasBars(table, content)) {
      tables.push(table)
      for (const line of whole) taken.add(line)
    }
  }
  return tables
}
