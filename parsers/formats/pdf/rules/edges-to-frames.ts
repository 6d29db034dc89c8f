import type { Box } from '../../../../schema/place.ts'
import { firstFrom } from '../../passages/first-from.ts'
import type { Edge } from '../page/page-content.ts'
import { OUTSIDE_PT } from '../page/tolerances.ts'

/** Rules that end this near to each other meet. */
const MEET_PT = 3.5
/** Positions nearer than this are one column's or row's border. */
const SAME_POSITION_PT = 3.5

/** Rules that hang together, as a grid of lines: where they are, and between which of them something is drawn. */
export interface Frame {
  /** Positions of the upright lines from left to right, with the sides that are left open. */
  xs: number[]
  /** Positions of the level lines from top to bottom. */
  ys: number[]
  edges: Edge[]
  /** Whether the upright lines are only where shaded cells meet: a title may run over them in a white row. */
  isShaded?: true
  /** Whether only the head is framed: nothing parts the rows under it. */
  isHeadOnly?: true
  /** Sides that no rule closes. */
  open: { left: boolean; right: boolean; top: boolean; bottom: boolean }
}

/** The smallest box round a frame. */
export function frameBox(frame: Frame): Box {
  return [frame.xs[0] ?? 0, frame.ys[0] ?? 0, frame.xs.at(-1) ?? 0, frame.ys.at(-1) ?? 0]
}

function meet(a: Edge, b: Edge): boolean {
  const [level, upright] = a.across ? [a, b] : [b, a]
  return (
    level.from - MEET_PT <= upright.at &&
    upright.at <= level.to + MEET_PT &&
    upright.from - MEET_PT <= level.at &&
    level.at <= upright.to + MEET_PT
  )
}

/** Groups rules that meet, directly or through others. Rules that meet none are alone. */
export function connectEdges(edges: readonly Edge[]): Edge[][] {
  const parent = edges.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] ?? at
    parent[i] = at
    return at
  }
  const level = edges.flatMap((edge, i) => (edge.across ? [{ edge, i }] : []))
  const upright = edges.flatMap((edge, i) => (edge.across ? [] : [{ edge, i }])).sort((a, b) => a.edge.at - b.edge.at)
  for (const a of level) {
    for (let j = firstFrom(upright, a.edge.from - MEET_PT, ({ edge }) => edge.at); j < upright.length; j++) {
      const b = upright[j]
      if (!b || b.edge.at > a.edge.to + MEET_PT) break
      if (meet(a.edge, b.edge)) parent[root(a.i)] = root(b.i)
    }
  }
  const groups = new Map<number, Edge[]>()
  edges.forEach((edge, i) => {
    const group = groups.get(root(i))
    if (group) group.push(edge)
    else groups.set(root(i), [edge])
  })
  return [...groups.values()]
}

/** Numbers as they are, those that lie together as one. */
export function positions(values: readonly number[], within = SAME_POSITION_PT): number[] {
  const merged: { sum: number; count: number; last: number }[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = merged.at(-1)
    if (last && value - last.last <= within) {
      last.sum += value
      last.count++
      last.last = value
    } else {
      merged.push({ sum: value, count: 1, last: value })
    }
  }
  return merged.map(({ sum, count }) => sum / count)
}

/** Rules that hang together, as a frame; null where they frame nothing. */
export function edgesToFrame(edges: readonly Edge[]): Frame | null {
  const level = edges.filter((edge) => edge.across)
  const upright = edges.filter((edge) => !edge.across)
  if (level.length < 2 && upright.length < 2) return null
  const xs = positions(upright.map((edge) => edge.at))
  const ys = positions(level.map((edge) => edge.at))
  const left = Math.min(...level.map((edge) => edge.from))
  const right = Math.max(...level.map((edge) => edge.to))
  const top = Math.min(...upright.map((edge) => edge.from))
  const bottom = Math.max(...upright.map((edge) => edge.to))
  const open = {
    left: left < (xs[0] ?? Infinity) - OUTSIDE_PT,
    right: right > (xs.at(-1) ?? -Infinity) + OUTSIDE_PT,
    top: top < (ys[0] ?? Infinity) - OUTSIDE_PT,
    bottom: bottom > (ys.at(-1) ?? -Infinity) + OUTSIDE_PT,
  }
  if (open.left) xs.unshift(left)
  if (open.right) xs.push(right)
  if (open.top) ys.unshift(top)
  if (open.bottom) ys.push(bottom)
  return xs.length >= 2 && ys.length >= 2 ? { xs, ys, edges: [...edges], open } : null
}

/** How much of the stretch from `from` to `to` is drawn along the line at `at`: 0 to 1. */
export function coverage(frame: Frame, across: boolean, at: number, from: number, to: number): number {
  let covered = 0
  for (const edge of frame.edges) {
    if (edge.across !== across || Math.abs(edge.at - at) > SAME_POSITION_PT) continue
    covered += Math.max(0, Math.min(edge.to, to) - Math.max(edge.from, from))
  }
  return to > from ? Math.min(1, covered / (to - from)) : 0
}
