import type { Line } from '../lines/line.ts'
import { isBold } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import type { Edge } from '../page/page-content.ts'
import { CROSSED_PT, HEAD_LINES, SAME_PLACE_PT } from '../page/tolerances.ts'
import { isTitle } from '../rows/row-titles.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import type { OpenPage } from './continue-tables.ts'
import { bordersOf, columnAt, lastOf, startsOf } from './continue-tables.ts'
import { frameToTable } from './frame-to-table.ts'
import type { PageTable } from './page-table.ts'

/** Tables of two pages begin and end this near to each other. */
const SAME_SIDE_PT = 6
/** So much of a column's text begins where it begins on the other page. */
const SAME_START_SHARE = 0.8

/**
 * Reads the parts of a table that runs over pages by the columns of the part that shows most: a page that has few rows,
 * or empty cells, does not show all by its own white. Only where all of its text keeps to them. Returns each page's tables.
 */
export function shareColumns(pages: readonly OpenPage[]): PageTable[][] {
  const tables = pages.map((page) => [...page.tables])
  const share = (at: number, to: number) => {
    const [upper, lower] = at < to ? [at, to] : [to, at]
    const [above, below] = [pageWith(pages[upper], tables[upper]), pageWith(pages[lower], tables[lower])]
    if (!above || !below) return
    const [last, first] = [lastOf(above), firstOf(below)]
    if (!last || !first) return
    const [rich, poor] = at < to ? [last, first] : [first, last]
    const made = withColumns(poor, rich, at < to ? below : above)
    if (made) tables[to] = (tables[to] ?? []).map((table) => (table === poor ? made : table))
  }
  for (let at = 1; at < pages.length; at++) share(at - 1, at)
  for (let at = pages.length - 1; at > 0; at--) share(at, at - 1)
  return tables
}

const pageWith = (page: OpenPage | undefined, tables: readonly PageTable[] | undefined): OpenPage | null =>
  page && tables ? { ...page, tables } : null

/** The table that a page begins with, with nothing above it. */
function firstOf({ tables, lines }: OpenPage): PageTable | null {
  const first = [...tables].sort((a, b) => a.box[1] - b.box[1])[0]
  return first && !lines.some((line) => line.base < first.box[1]) ? first : null
}

/** A table read by the columns of another that shows more; null where its text does not keep to them. */
function withColumns(poor: PageTable, rich: PageTable, { paint, page }: OpenPage): PageTable | null {
  if (!poor.source) return null
  const { frame, words } = poor.source
  if (frame.xs.length > 2 || poor.xs.length >= rich.xs.length) return null
  const [left, right] = [poor.xs[0] ?? 0, poor.xs.at(-1) ?? 0]
  const isRuled = poor.evidence !== 'text' && rich.evidence !== 'text'
  if (Math.abs(left - (rich.xs[0] ?? 0)) > SAME_SIDE_PT || (isRuled && Math.abs(right - (rich.xs.at(-1) ?? 0)) > SAME_SIDE_PT)) return null
  const xs = [left, ...bordersOf(rich).slice(1, -1), Math.max(right, isRuled ? right : (rich.xs.at(-1) ?? right))]
  const lines = wordsToLines(words, page)
  const heads = lines.slice(0, HEAD_LINES).filter((line) => isBold(line.words))
  const rest = lines.filter((line) => !heads.includes(line))
  if (!keepsTo(rest, xs, startsOf(rich))) return null
  const upright = xs.slice(1, -1).map((at): Edge => {
    // A head that spans columns has no border within.
    const over = heads.filter((line) => lineToChunks(line, COLUMN_GAP_LEAST_EM).some((chunk) => isOver(at, chunk)))
    return { across: false, at, from: Math.max(poor.box[1], ...over.map((line) => line.bottom)), to: poor.box[3] }
  })
  const whole: Frame = { ...frame, xs, edges: [...frame.edges, ...upright], isShaded: true }
  return frameToTable(whole, words, paint, poor.evidence === 'text' ? 'text' : 'rules')
}

const isOver = (x: number, { x0, x1 }: { x0: number; x1: number }) => x > x0 + CROSSED_PT && x < x1 - CROSSED_PT

/** Whether lines run over no border, titles aside, and begin where the columns' text begins. */
function keepsTo(lines: readonly Line[], xs: readonly number[], starts: readonly number[]): boolean {
  let [aligned, all] = [0, 0]
  for (const line of lines) {
    if (isTitle(line, xs)) continue
    for (const chunk of lineToChunks(line, COLUMN_GAP_LEAST_EM)) {
      if (xs.some((x) => isOver(x, chunk))) return false
      all++
      if (Math.abs(chunk.x0 - (starts[columnAt(xs, chunk)] ?? Infinity)) <= SAME_PLACE_PT) aligned++
    }
  }
  return all > 0 && aligned >= SAME_START_SHARE * all
}
