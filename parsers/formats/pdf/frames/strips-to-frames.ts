import type { Box } from '../../../../schema/place.ts'
import type { Line } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import type { Edge, Fill } from '../page/page-content.ts'
import { CELL_LEAST_PT, TEXT_WIDTH_LEAST_PT } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { positions } from '../rules/edges-to-frames.ts'

/** Fills of one strip are at the same height, and side by side, within this. */
const SAME_PT = 2
/** Columns that two strips show, and those that more strips show. */
const COLUMNS_LEAST = 3
const COLUMNS_OF_MANY = 2
const STRIPS_LEAST = 2
const STRIPS_MANY = 3
/** A line over so many borders is not a cell's. */
const CROSSED_LEAST = 2

/** Filled cells side by side, or one over the whole width. */
interface Strip {
  top: number
  bottom: number
  xs: number[]
}

const isCell = ([x0, top, x1, bottom]: Box) => x1 - x0 >= CELL_LEAST_PT && bottom - top >= CELL_LEAST_PT

/** Fills at one height that touch side by side, without those that something of them overlaps. */
function fillsToStrips(fills: readonly Fill[]): Strip[] {
  const strips: Box[][] = []
  /** The strips by the height that they begin at, in steps of `SAME_PT`. */
  const byTop = new Map<number, number[]>()
  for (const { box } of fills) {
    if (!isCell(box)) continue
    const step = Math.floor(box[1] / SAME_PT)
    const near = [step - 1, step, step + 1].flatMap((at) => byTop.get(at) ?? []).sort((a, b) => a - b)
    const at = near.find((index) => {
      const [other] = strips[index] ?? []
      return other && Math.abs(other[1] - box[1]) <= SAME_PT && Math.abs(other[3] - box[3]) <= SAME_PT
    })
    if (at !== undefined) strips[at]?.push(box)
    else byTop.set(step, [...(byTop.get(step) ?? []), strips.push([box]) - 1])
  }
  return strips.flatMap((strip) => {
    const boxes = [...strip].sort((a, b) => a[0] - b[0])
    const touching = boxes.every((box, i) => i === 0 || Math.abs(box[0] - (boxes[i - 1]?.[2] ?? 0)) <= SAME_PT)
    const [first] = boxes
    const isBand = boxes.length === 1 && first !== undefined && first[2] - first[0] >= TEXT_WIDTH_LEAST_PT
    return first && touching && (isBand || boxes.length >= COLUMNS_OF_MANY)
      ? [{ top: first[1], bottom: first[3], xs: [first[0], ...boxes.map((box) => box[2])] }]
      : []
  })
}

/** Whether text runs over columns as a paragraph between two tables does. */
function crosses(line: Line, xs: readonly number[]): boolean {
  return lineToChunks(line, COLUMN_GAP_LEAST_EM).some(
    (chunk) => xs.filter((x) => x > chunk.x0 + 1 && x < chunk.x1 - 1).length >= Math.min(CROSSED_LEAST, xs.length - 2),
  )
}

const sameColumns = (a: Strip, b: Strip) => a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - (b.xs[i] ?? 0)) <= SAME_PT)
const isWhole = (strip: Strip) => strip.xs.length === 2
const sameEnds = (a: Strip, b: Strip) =>
  Math.abs((a.xs[0] ?? 0) - (b.xs[0] ?? 0)) <= SAME_PT && Math.abs((a.xs.at(-1) ?? 0) - (b.xs.at(-1) ?? 0)) <= SAME_PT

/** Whether a strip is a row of a stack's table: of the same columns, or one cell over all of them, as heads and titles of parts are. */
function isOf(stack: readonly Strip[], strip: Strip): boolean {
  const [first] = stack
  const parted = stack.find((other) => !isWhole(other))
  if (!first || !sameEnds(first, strip)) return false
  return parted === undefined || isWhole(strip) || sameColumns(parted, strip)
}

/**
 * Frames of tables whose rows are shaded by turns: every cell of a shaded row is filled by itself, so the
 * strips show all columns, and what is white between two of them is rows of the same table, unless text runs across.
 */
export function stripsToFrames(fills: readonly Fill[], lines: readonly Line[]): Frame[] {
  const stacks: Strip[][] = []
  for (const strip of fillsToStrips(fills).sort((a, b) => a.top - b.top)) {
    const stack = stacks.findLast((other) => isOf(other, strip))
    const above = stack?.at(-1)
    const { xs } = [strip, ...(stack ?? [])].find((other) => !isWhole(other)) ?? { xs: [] }
    const between = lines.filter((line) => above && line.base > above.bottom && line.base < strip.top)
    // Two bands with text between say nothing of columns that it could keep to.
    if (stack && above && (xs.length > 0 ? !between.some((line) => crosses(line, xs)) : between.length === 0)) stack.push(strip)
    else stacks.push([strip])
  }
  return stacks.filter(isTableOf).map(stackToFrame)
}

/** Whether strips make a table: two are enough of many columns. */
function isTableOf(stack: readonly Strip[]): boolean {
  const parted = stack.filter((strip) => !isWhole(strip))
  const columns = (parted[0]?.xs.length ?? 1) - 1
  return parted.length > 0 && stack.length >= STRIPS_LEAST && (columns >= COLUMNS_LEAST || parted.length >= STRIPS_MANY)
}

function stackToFrame(stack: readonly Strip[]): Frame {
  const xs = stack.find((strip) => !isWhole(strip))?.xs ?? []
  const ys = positions(stack.flatMap((strip) => [strip.top, strip.bottom]))
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const level = ys.map((at): Edge => ({ across: true, at, from: left, to: right }))
  // Columns go on into the white rows above and below.
  const upright = xs.map((at): Edge => ({ across: false, at, from: -Infinity, to: Infinity }))
  return { xs: [...xs], ys, edges: [...level, ...upright], isShaded: true, open: { left: false, right: false, top: false, bottom: false } }
}
