import type { Box } from '../../../schema/place.ts'
import type { Edge, Fill, PageContent } from './page-content.ts'
import { overlapArea } from './page-table.ts'

/** A filled cell is at least this large both ways. */
const CELL_LEAST_PT = 6
/** Fewer filled cells make no table, and a fill that takes more of the page is its background. */
const CELLS_LEAST = 6
const BACKGROUND_SHARE = 0.3
/** Neighbouring fills lie this near to each other. */
const BESIDE_PT = 3

const near = (a: Box, b: Box) =>
  a[0] - b[2] <= BESIDE_PT && b[0] - a[2] <= BESIDE_PT && a[1] - b[3] <= BESIDE_PT && b[1] - a[3] <= BESIDE_PT

function sides([x0, top, x1, bottom]: Box): Edge[] {
  return [
    { across: true, at: top, from: x0, to: x1 },
    { across: true, at: bottom, from: x0, to: x1 },
    { across: false, at: x0, from: top, to: bottom },
    { across: false, at: x1, from: top, to: bottom },
  ]
}

/**
 * The borders that filled cells make where no rule is drawn: fills that lie side by side and under each
 * other, without overlap, in at least two rows and two columns. One list for each such group.
 */
export function fillsToEdges(content: PageContent): Edge[][] {
  const cells = content.fills.filter(({ box }) => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    return width >= CELL_LEAST_PT && height >= CELL_LEAST_PT && width * height < BACKGROUND_SHARE * content.width * content.height
  })
  const groups: Fill[][] = []
  for (const fill of cells) {
    const touching = groups.filter((group) => group.some((other) => near(other.box, fill.box)))
    const merged = [...touching.flat(), fill]
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.filter(isGrid).map((group) => group.flatMap((fill) => sides(fill.box)))
}

function isGrid(group: readonly Fill[]): boolean {
  if (group.length < CELLS_LEAST) return false
  const overlapping = group.some((fill, i) =>
    group.some(
      (other, j) =>
        j > i && overlapArea(fill.box, other.box) > 0.2 * Math.min(areaOf(fill.box), areaOf(other.box)) && !same(fill.box, other.box),
    ),
  )
  const starts = new Set(group.map(({ box }) => Math.round(box[0] / BESIDE_PT)))
  const tops = new Set(group.map(({ box }) => Math.round(box[1] / BESIDE_PT)))
  return !overlapping && starts.size >= 2 && tops.size >= 2
}

const areaOf = (box: Box) => (box[2] - box[0]) * (box[3] - box[1])
const same = (a: Box, b: Box) => a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1)
