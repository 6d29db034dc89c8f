import type { Edge } from './page-content.ts'

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

function mergeGroup(group: Edge[], across: boolean): Edge[] {
  const length = group.reduce((sum, edge) => sum + edge.to - edge.from, 0)
  const at = group.reduce((sum, edge) => sum + edge.at * (edge.to - edge.from), 0) / (length || 1)
  const merged: Edge[] = []
  for (const edge of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && edge.from - last.to <= PIECE_GAP_PT) last.to = Math.max(last.to, edge.to)
    else merged.push({ across, at, from: edge.from, to: edge.to })
  }
  return merged
}
