import type { Box } from '../../../../schema/place.ts'
import { areaOf, overlapArea } from '../page/boxes.ts'
import type { Edge } from '../page/page-content.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { edgesToFrame, positions } from '../rules/edges-to-frames.ts'
import { mergeEdges } from '../rules/merge-edges.ts'

/** Cells that are boxes of their own make a table from so many on. */
const CELLS_LEAST = 6
/** A page with more boxes is a picture: no page has so many cells. */
const CELLS_MOST = 3000
/** The white between them is no wider: web pages leave 2 pt, word processors up to a tenth of an inch. */
const GAP_PT = 7.5
/** Sides nearer than this are one column's or row's. */
const SAME_PT = 3

const same = (a: Box, b: Box) => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1)

/** Whether boxes lie side by side or under each other, with no more than a gap between. */
function near(a: Box, b: Box): boolean {
  const [across, down] = [Math.max(a[0] - b[2], b[0] - a[2]), Math.max(a[1] - b[3], b[1] - a[3])]
  return across <= GAP_PT && down <= GAP_PT && (across <= SAME_PT || down <= SAME_PT)
}

/** Frames of cells that are boxes of their own, drawn or filled, with white between them or none: each group in two rows and two columns at least, without overlap. */
export function boxesToFrames(boxes: readonly Box[]): Frame[] {
  return boxesToGroups(boxes)
    .filter(isGrid)
    .flatMap((group) => boxesToFrame(group) ?? [])
}

/** Boxes that lie side by side or under each other, in groups. None of a page with too many. */
export function boxesToGroups(boxes: readonly Box[]): Box[][] {
  const groups: Box[][] = []
  if (boxes.length > CELLS_MOST) return []
  for (const box of boxes) {
    const touching = groups.filter((group) => group.some((other) => near(other, box)))
    const merged = [...touching.flat(), box]
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups
}

/** Whether boxes of a group lie over each other. The same box twice is one. */
export function overlap(group: readonly Box[]): boolean {
  return group.some((box, i) =>
    group.some((other, j) => j > i && overlapArea(box, other) > 0.2 * Math.min(areaOf(box), areaOf(other)) && !same(box, other)),
  )
}

function isGrid(group: readonly Box[]): boolean {
  if (group.length < CELLS_LEAST) return false
  const starts = new Set(group.map((box) => Math.round(box[0] / SAME_PT)))
  const tops = new Set(group.map((box) => Math.round(box[1] / SAME_PT)))
  return !overlap(group) && starts.size >= 2 && tops.size >= 2
}

/** The frame of a grid's boxes: what faces each other over a gap is one border, in its middle. */
export function boxesToFrame(group: readonly Box[]): Frame | null {
  const xs = bordersOf(group.map(([x0, , x1]) => [x0, x1]))
  const ys = bordersOf(group.map(([, top, , bottom]) => [top, bottom]))
  const edges = group.flatMap(([x0, top, x1, bottom]): Edge[] => {
    const [left, right, upper, lower] = [nearest(xs, x0), nearest(xs, x1), nearest(ys, top), nearest(ys, bottom)]
    return [
      { across: true, at: upper, from: left, to: right },
      { across: true, at: lower, from: left, to: right },
      { across: false, at: left, from: upper, to: lower },
      { across: false, at: right, from: upper, to: lower },
    ]
  })
  return edgesToFrame(mergeEdges(edges))
}

const nearest = (values: readonly number[], to: number) =>
  values.reduce((best, value) => (Math.abs(value - to) < Math.abs(best - to) ? value : best), values[0] ?? to)

/** Where cells end and the next begin, over a gap or none. */
function bordersOf(sides: readonly [number, number][]): number[] {
  const ends = positions(
    sides.map(([, to]) => to),
    SAME_PT,
  )
  const starts = positions(
    sides.map(([from]) => from),
    SAME_PT,
  )
  const faced = starts.map((start) => {
    const end = ends.filter((one) => one <= start + SAME_PT && start - one <= GAP_PT + SAME_PT).at(-1)
    return end === undefined ? start : (start + end) / 2
  })
  const open = ends.filter((end) => !starts.some((start) => end <= start + SAME_PT && start - end <= GAP_PT + SAME_PT))
  return [...faced, ...open].sort((a, b) => a - b)
}
