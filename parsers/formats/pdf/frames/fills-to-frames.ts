import type { PageContent } from '../page/page-content.ts'
import { CELL_LEAST_PT } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { boxesToFrames } from './boxes-to-frames.ts'

/** A fill that takes more of the page is its background. */
const BACKGROUND_SHARE = 0.3

/** The frames that filled cells make where no rule is drawn: fills that lie side by side and under each other. */
export function fillsToFrames(content: PageContent): Frame[] {
  const cells = content.fills.filter(({ box }) => {
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    return width >= CELL_LEAST_PT && height >= CELL_LEAST_PT && width * height < BACKGROUND_SHARE * content.width * content.height
  })
  return boxesToFrames(cells.map(({ box }) => box))
}
