import type { Edge } from '../page/page-content.ts'

/** Rules nearer to each other than this are one: double borders, and the borders that two cells draw each for itself. */
const SAME_RULE_PT = 3
/** Pieces of one rule may lie this far apart: word processors leave out the joint, dotted rules their gaps. */
const PIECE_GAP_PT = 3

/** Puts the pieces of each rule together, and rules that are drawn twice (cf. pdfplumber's `snap_edges`, `join_edge_group`). */
export function mergeEdges(edges: readonly Edge[]): Edge[] {
  return [true, false].flatMap((across) => {
    const sorted = edges.filter((edge) => edge.across === across).sort((a, b) => a.at - b.at)
    const groups: Edge[][] = []
    for (const edge of sorted) {
      const group = groups.at(-1)
      const first = group?.[0]
      if (group && first && edge.at - first.at <= SAME_RULE_PT) group.push(edge)
      else groups.push([edge])
    }
    return groups.flatMap((group) => mergeGroup(group, across))
  })
}

/** A piece of a rule that is a cell's side is at least this long: dots and dashes are shorter. */
const SIDE_LEAST_PT = 12

/** Where the pieces of a rule meet, those aside that another piece runs over. */
function jointsOf(group: readonly Edge[]): number[] {
  const sides = group.filter((edge) => edge.to - edge.from >= SIDE_LEAST_PT)
  const joints = sides.flatMap(({ to }) => {
    const next = sides.find((other) => Math.abs(other.from - to) <= PIECE_GAP_PT)
    return next ? [(to + next.from) / 2] : []
  })
  return [...new Set(joints)].filter((x) => !sides.some(({ from, to }) => from < x - PIECE_GAP_PT && to > x + PIECE_GAP_PT))
}

function mergeGroup(group: Edge[], across: boolean): Edge[] {
  const length = group.reduce((sum, edge) => sum + edge.to - edge.from, 0)
  const at = group.reduce((sum, edge) => sum + edge.at * (edge.to - edge.from), 0) / (length || 1)
  const merged: Edge[] = []
  const joints = across ? jointsOf(group) : []
  for (const edge of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && edge.from - last.to <= PIECE_GAP_PT) last.to = Math.max(last.to, edge.to)
    else merged.push({ across, at, from: edge.from, to: edge.to })
  }
  for (const edge of joints.length > 0 ? merged : []) edge.joints = joints.filter((x) => x > edge.from && x < edge.to)
  return merged
}
