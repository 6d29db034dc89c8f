import type { Box } from '../../../schema/place.ts'
import type { Edge } from '../pdf/page/page-content.ts'
import { connectEdges, coverage, edgesToFrame, type Frame } from '../pdf/rules/edges-to-frames.ts'
import { mergeEdges } from '../pdf/rules/merge-edges.ts'
import { type InkLine, inkLines } from './ink-lines.ts'
import type { Ink, PixelBox } from './picture.ts'
import { POINTS } from './scan-word.ts'

/** A rule that ends so far from each side of its cell has lost the rest: a printed one ends at a side. */
const MID_CELL_PT = 8
/** A cell's border is whole where so much of it is drawn. */
const WHOLE = 0.95
/** Within so much of each side of a cell nothing is looked at: its rules. */
const WITHIN_PX = 3
/** Lines begin together within so much of their size. */
const TOGETHER = 0.5

/** Rules with what they have lost, and the cells of which nobody can say whether a rule ran through them. */
export interface CompletedRules {
  edges: Edge[]
  doubtful: Box[]
}

/**
 * Level rules of tables that the scanner lost a part of, made whole. A printed rule ends at the side of a cell, also where
 * cells are joined; one that ends within a cell goes on at least to its side. Whether it ran through the next cells too,
 * their text says: it lies on one side, or it begins anew where the cells beside begin. Else the cell is left open, and doubtful.
 */
export function completeRules(edges: readonly Edge[], ink: Ink, usual: number): CompletedRules {
  const merged = mergeEdges(edges)
  const added: Edge[] = []
  const doubtful: Box[] = []
  for (const frame of connectEdges(merged).map((group) => edgesToFrame(group))) {
    if (!frame) continue
    for (const [row, at] of frame.ys.entries()) {
      const [above, below] = [frame.ys[row - 1], frame.ys[row + 1]]
      if (above === undefined || below === undefined || !endsMidCell(frame, at)) continue
      for (const [col, to] of frame.xs.entries()) {
        const from = frame.xs[col - 1]
        if (from === undefined) continue
        const drawn = coverage(frame, true, at, from, to)
        if (drawn >= WHOLE) continue
        const open: Box = [from, above, to, below]
        if (drawn > 0 || isParted(frame, open, at, ink, usual)) added.push({ across: true, at, from, to })
        else doubtful.push(open)
      }
    }
  }
  return { edges: added.length > 0 ? mergeEdges([...merged, ...added]) : [...edges], doubtful }
}

/** Whether a rule at this height begins or ends away from all upright rules that pass there. */
function endsMidCell({ edges, xs }: Frame, at: number): boolean {
  const sides = [
    ...edges.flatMap((edge) => (!edge.across && edge.from <= at + MID_CELL_PT && edge.to >= at - MID_CELL_PT ? [edge.at] : [])),
    xs[0] ?? 0,
    xs.at(-1) ?? 0,
  ]
  const ends = edges.flatMap((edge) => (edge.across && Math.abs(edge.at - at) < 1 ? [edge.from, edge.to] : []))
  return ends.some((end) => sides.every((side) => Math.abs(side - end) > MID_CELL_PT))
}

/** Whether a rule at this height parts what a cell holds: all of it is on one side, or a line of it begins below where others of the row do. */
function isParted({ xs, ys }: Frame, open: Box, at: number, ink: Ink, usual: number): boolean {
  const [above, below] = linesBeside(ink, open, at, usual)
  if (!above || !below) return false
  if (above.length === 0 || below.length === 0) return true
  const bottom = ys.find((y) => y > at) ?? at
  return xs.slice(1).some((x1, col) => {
    const x0 = xs[col] ?? 0
    if (x0 === open[0]) return false
    const [, beside] = linesBeside(ink, [x0, open[1], x1, bottom], at, usual) ?? []
    return beside?.[0] !== undefined && Math.abs(beside[0].top - (below[0]?.top ?? 0)) <= TOGETHER * usual
  })
}

/** A cell's lines above and below a height; nothing where one lies across it. */
function linesBeside(ink: Ink, box: Box, at: number, usual: number): [above: InkLine[], below: InkLine[]] | [] {
  const y = Math.round(at / POINTS)
  const lines = inkLines(ink, insideOf(box), usual)
  if (lines.some(({ top, bottom }) => top < y - WITHIN_PX && bottom > y + WITHIN_PX)) return []
  return [lines.filter(({ top, bottom }) => top + bottom < 2 * y), lines.filter(({ top, bottom }) => top + bottom >= 2 * y)]
}

/** A box in points as the pixels within its rules. */
export function insideOf([x0, top, x1, bottom]: Box): PixelBox {
  return [
    Math.round(x0 / POINTS) + WITHIN_PX,
    Math.round(top / POINTS) + WITHIN_PX,
    Math.round(x1 / POINTS) - WITHIN_PX,
    Math.round(bottom / POINTS) - WITHIN_PX,
  ]
}
