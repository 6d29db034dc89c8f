import type { Box } from '../../../../schema/place.ts'
import { unionBox } from '../../../../schema/place.ts'
import { areaOf, overlapArea } from '../page/boxes.ts'
import type { Edge, PageContent } from '../page/page-content.ts'
import { connectEdges } from './edges-to-frames.ts'

/** Marks on an axis are short, and there are several of them: so many, and so many of all that meets the axis. */
const TICK_PT = 7
const TICKS_LEAST = 5
const TICKS_SHARE = 0.3
/** An axis is longer than this. */
const AXIS_PT = 8 * TICK_PT
/** What is written on an axis and beside a chart is within this distance of it. */
const AROUND_PT = 36
/** A curve or slanted line this long is drawn to be looked at, and is not an ornament of text. */
const DRAWING_PT = 24
const DRAWINGS_LEAST = 3

const edgeBox = (edge: Edge): Box => (edge.across ? [edge.from, edge.at, edge.to, edge.at] : [edge.at, edge.from, edge.at, edge.to])

function around(box: Box): Box {
  return [box[0] - AROUND_PT, box[1] - AROUND_PT, box[2] + AROUND_PT, box[3] + AROUND_PT]
}

/**
 * Where a page has charts (`edges` are its rules, merged), with what is written on and beside them: rules that carry ticks as axes do, and
 * groups of curves and slanted lines. Their labels are in rows and columns and are not a table.
 */
export function findCharts(content: PageContent, edges: readonly Edge[]): Box[] {
  const charts: Box[] = []
  for (const group of connectEdges(edges)) {
    const ticks = group.filter((edge) => edge.to - edge.from <= TICK_PT)
    const long = group.filter((edge) => edge.to - edge.from > AXIS_PT)
    if (ticks.length >= TICKS_LEAST && long.length >= 1 && ticks.length >= TICKS_SHARE * group.length)
      charts.push(around(group.map(edgeBox).reduce(unionBox)))
  }
  const drawings = content.drawings.filter((box) => Math.max(box[2] - box[0], box[3] - box[1]) >= DRAWING_PT)
  let clusters: { box: Box; count: number }[] = []
  for (const box of drawings) {
    const near = clusters.filter((cluster) => overlapArea(around(cluster.box), box) > 0 || overlapArea(cluster.box, around(box)) > 0)
    clusters = clusters.filter((cluster) => !near.includes(cluster))
    clusters.push(
      near.reduce((sum, cluster) => ({ box: unionBox(sum.box, cluster.box), count: sum.count + cluster.count }), { box, count: 1 }),
    )
  }
  for (const { box, count } of clusters) if (count >= DRAWINGS_LEAST) charts.push(around(box))
  return charts
}

/** Whether more than half of a box lies in a chart. */
export function isInChart(box: Box, charts: readonly Box[]): boolean {
  return charts.some((chart) => overlapArea(chart, box) > areaOf(box) / 2)
}
