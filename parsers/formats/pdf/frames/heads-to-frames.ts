import type { Box } from '../../../../schema/place.ts'
import type { Line } from '../lines/line.ts'
import { middle } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import type { Edge, Fill } from '../page/page-content.ts'
import { CROSSED_PT, PAPER } from '../page/tolerances.ts'
import { byColumn } from '../rows/lines-to-rows.ts'
import { isRowTitle } from '../rows/row-titles.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { frameBox } from '../rules/edges-to-frames.ts'
import { boxesToFrame, boxesToGroups, overlap } from './boxes-to-frames.ts'

/** A filled cell is at least this wide and high, and a head no higher than this. */
const CELL_LEAST_PT = 8
const HEAD_MOST_PT = 90
/** So many filled cells side by side, with words in each, are a table's head. */
const CELLS_LEAST = 3
/** Rows are no further apart than this, in parts of their size. */
const ROW_GAP_EM = 3

/**
 * Frames of tables of which only the head is shaded, cell by cell: its cells show where the columns are, and the lines
 * under it that keep to them are the table's body.
 */
export function headsToFrames(fills: readonly Fill[], lines: readonly Line[]): Frame[] {
  const colours = new Map<string, Box[]>()
  for (const { box, colour } of fills) {
    if (colour === PAPER || box[2] - box[0] < CELL_LEAST_PT || box[3] - box[1] < CELL_LEAST_PT) continue
    if (box[3] - box[1] <= HEAD_MOST_PT) colours.set(colour, [...(colours.get(colour) ?? []), box])
  }
  return [...colours.values()].flatMap((boxes) => boxesToGroups(boxes).flatMap((group) => headToFrame(group, lines) ?? []))
}

function headToFrame(group: readonly Box[], lines: readonly Line[]): Frame | null {
  if (group.length < CELLS_LEAST || overlap(group)) return null
  const head = boxesToFrame(group)
  if (!head) return null
  const { xs, ys } = head
  const [left, top, right, bottom] = frameBox(head)
  if (xs.length <= CELLS_LEAST || bottom - top > HEAD_MOST_PT) return null
  const inside = lines.filter((line) => middle(line) > top && middle(line) < bottom)
  if (!xs.slice(1).every((_, col) => inside.some((line) => byColumn(line, xs)[col]?.length))) return null
  const under = lines.filter((line) => middle(line) > bottom && line.x0 < right && line.x1 > left)
  const body = bodyOf(under, xs, bottom)
  if (!body.some((line) => byColumn(line, xs).filter((words) => words.length > 0).length >= 2)) return null
  const end = Math.max(...body.map((line) => line.bottom)) + 1
  const upright = xs.map((at): Edge => ({ across: false, at, from: bottom, to: end }))
  const edges = [...head.edges, ...upright, { across: true, at: end, from: left, to: right }]
  const open = { left: false, right: false, top: false, bottom: false }
  return { xs, ys: [...ys, end], edges, isShaded: true, isHeadOnly: true, open }
}

/** The lines under a head that keep to its columns, with the titles of parts between them. */
function bodyOf(lines: readonly Line[], xs: readonly number[], top: number): Line[] {
  const body: Line[] = []
  let above = top
  const left = lines[0]?.x0 ?? 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const fits = keepsTo(line, xs) || (next !== undefined && isRowTitle(line, left) && keepsTo(next, xs))
    if (!fits || line.base - above > ROW_GAP_EM * line.size) break
    body.push(line)
    above = line.base
  }
  return body
}

/** Whether a line is within columns, and over no border of two. */
function keepsTo(line: Line, xs: readonly number[]): boolean {
  if (line.x0 < (xs[0] ?? 0) - CROSSED_PT || line.x1 > (xs.at(-1) ?? 0) + CROSSED_PT) return false
  const chunks = lineToChunks(line, COLUMN_GAP_LEAST_EM)
  return !chunks.some(({ x0, x1 }) => xs.some((x) => x > x0 + CROSSED_PT && x < x1 - CROSSED_PT))
}
