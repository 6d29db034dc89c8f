import type { Box } from '../../../../schema/place.ts'
import { areaOf, isMarkSized, overlapArea, standsIn } from '../page/boxes.ts'
import type { PageContent } from '../page/page-content.ts'
import { PAPER } from '../page/tolerances.ts'
import type { PageTable } from './page-table.ts'

/** Filled rectangles that begin or end further than this from every column's border keep to none. */
const BAR_OFF_PT = 6
/** They are in the grid with so much of themselves, and words on them are smaller than they by this: a marking is as high as its line. */
const INSIDE_SHARE = 0.9
const BAR_EM = 1.6
/** A grid with so many of them, and this many for each cell with text, is a chart's. */
const BARS_LEAST = 3
const BARS_SHARE = 0.3

/** Whether a filled rectangle is a mark in one cell of a grid: a square that says by its colour how something is. */
function isMark(mark: Box, table: Pick<PageTable, 'cells'>): boolean {
  if (!isMarkSized(mark)) return false
  const [x0, top, x1, bottom] = mark
  return table.cells.some(({ box }) => x0 > box[0] && x1 < box[2] && top > box[1] && bottom < box[3])
}

/** Whether a grid holds the bars of a chart: filled rectangles that keep to no column and are not marking of text. */
export function hasBars(table: PageTable, content: PageContent): boolean {
  const near = (x: number) => table.xs.some((border) => Math.abs(border - x) <= BAR_OFF_PT)
  const filled = table.cells.filter((cell) => cell.words.length > 0).length
  const bars = content.fills.filter(({ box, colour }) => {
    if (isMark(box, table)) return false
    if (colour === PAPER || overlapArea(box, table.box) < INSIDE_SHARE * areaOf(box)) return false
    if (near(box[0]) && near(box[2])) return false
    const words = content.words.filter((word) => standsIn(word, box))
    return words.length === 0 || box[3] - box[1] > BAR_EM * Math.max(...words.map((word) => word.size))
  }).length
  return bars >= Math.max(BARS_LEAST, BARS_SHARE * filled)
}
