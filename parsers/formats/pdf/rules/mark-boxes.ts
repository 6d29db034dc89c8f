import type { Box } from '../../../../schema/place.ts'
import { areaOf, overlapArea, standsIn } from '../page/boxes.ts'
import type { PageContent } from '../page/page-content.ts'
import { PAPER, TEXT_WIDTH_LEAST_PT } from '../page/tolerances.ts'
import { connectEdges, edgesToFrame, frameBox } from './edges-to-frames.ts'
import { isInChart } from './find-charts.ts'
import type { PageRules } from './page-rules.ts'

/** A box is at least this high: less is a rule under a heading. */
const BOX_HEIGHT_PT = 11
/** What takes more of the page is its border or its ground. */
const PAGE_SHARE = 0.75
/** A bar beside a quotation is this near to its text, and is this high. */
const BAR_GAP_PT = 26
const BAR_HEIGHT_PT = 18
/** Boxes that share so much of the smaller are one. */
const SAME_BOX_SHARE = 0.8
/** Boxes whose sides differ by less lie under each other. */
const SAME_SIDE_PT = 4
/** A box that goes on over a page break ends this near to the foot, and goes on this near to the head. */
const NEAR_END = 0.18

/** What frames text on a page without making a table of it: frames of one cell, shaded grounds, bars beside quotations. From top to bottom. */
function boxesOf({ fills, width, height, words }: PageContent, { edges, charts }: PageRules): Box[] {
  const found: Box[] = []
  const groups = connectEdges(edges)
  for (const group of groups) {
    const frame = edgesToFrame(group)
    if (frame && frame.xs.length === 2 && frame.ys.length >= 2 && group.some((edge) => !edge.across)) found.push(frameBox(frame))
    const [bar] = group
    if (group.length === 1 && bar && !bar.across && bar.to - bar.from >= BAR_HEIGHT_PT) {
      const beside = words.filter((word) => word.base > bar.from && word.base <= bar.to + 2 && word.x0 > bar.at)
      const left = Math.min(...beside.map((word) => word.x0))
      const before = words.some((word) => word.base > bar.from && word.base <= bar.to && word.x1 < bar.at)
      if (beside.length > 0 && left - bar.at <= BAR_GAP_PT && !before) found.push([bar.at, bar.from, width, bar.to])
    }
  }
  for (const { box, colour } of fills) if (colour !== PAPER) found.push(box)
  return found
    .filter(
      (box) =>
        box[2] - box[0] >= TEXT_WIDTH_LEAST_PT &&
        box[3] - box[1] >= BOX_HEIGHT_PT &&
        areaOf(box) < PAGE_SHARE * width * height &&
        !isInChart(box, charts),
    )
    .sort((a, b) => a[1] - b[1] || areaOf(b) - areaOf(a))
}

/** Boxes that touch or lie one in the other are one: a shaded ground is often drawn line by line. */
function mergeBoxes(boxes: readonly Box[]): Box[] {
  const merged: Box[] = []
  for (const box of boxes) {
    const last = merged.findIndex(
      (other) =>
        overlapArea(other, box) > SAME_BOX_SHARE * Math.min(areaOf(box), areaOf(other)) ||
        (Math.abs(other[0] - box[0]) < SAME_SIDE_PT && Math.abs(other[2] - box[2]) < SAME_SIDE_PT && box[1] - other[3] < SAME_SIDE_PT),
    )
    const known = merged[last]
    if (known)
      merged[last] = [Math.min(known[0], box[0]), Math.min(known[1], box[1]), Math.max(known[2], box[2]), Math.max(known[3], box[3])]
    else merged.push(box)
  }
  return merged
}

/** Numbers the boxes of all pages and notes at each word in which it is; one that goes on over a page break keeps its number. */
export function markBoxes(pages: readonly { content: PageContent; rules: PageRules }[]): void {
  let count = 0
  let before: { box: Box; number: number; height: number; page: number } | null = null
  for (const { content, rules } of pages) {
    const boxes = mergeBoxes(boxesOf(content, rules))
    for (const box of boxes) {
      const inside = content.words.filter((word) => standsIn(word, box))
      if (inside.length === 0) continue
      const goesOn: boolean =
        before !== null &&
        before.page === content.page - 1 &&
        box === boxes[0] &&
        Math.abs(before.box[0] - box[0]) < SAME_SIDE_PT &&
        Math.abs(before.box[2] - box[2]) < SAME_SIDE_PT &&
        before.box[3] > (1 - NEAR_END) * before.height &&
        box[1] < NEAR_END * content.height
      const number: number = goesOn && before ? before.number : count++
      for (const word of inside) word.box = number
      before = { box, number, height: content.height, page: content.page }
    }
  }
}
