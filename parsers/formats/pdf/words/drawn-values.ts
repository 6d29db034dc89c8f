import { colourName } from '../../../../schema/colours.ts'
import { middleOf } from '../page/boxes.ts'
import type { Fill, PageContent, Word } from '../page/page-content.ts'
import { LEVEL_EM } from '../page/tolerances.ts'
import { marksOf } from './drawn-keys.ts'

/** A value begins no further after its label than this, in parts of the label's size. */
const GAP_MOST_EM = 2
/** Words that follow on the line within this many times its size are what the mark precedes. */
const NEXT_EM = 4

/** The colours that a page draws as the values of labels, as words: "[green]" after "Status:", where a disc of that colour ends the line. */
export function drawnValues(content: PageContent): Word[] {
  const marks = marksOf(content)
  const labels = marks.length > 0 ? content.words.filter(({ turn, text }) => turn === 0 && text.endsWith(':')) : []
  return labels.flatMap((label) => {
    const isLevel = ({ box }: Fill) => Math.abs((box[1] + box[3]) / 2 - middleOf(label)) <= LEVEL_EM * label.size
    const behind = marks.filter((mark) => mark.box[0] >= label.x1 && isLevel(mark))
    const [mark, ...more] = behind.filter(({ box }) => box[0] - label.x1 <= GAP_MOST_EM * label.size)
    const name = mark && more.length === 0 ? colourName(mark.colour) : null
    if (!mark || name === null) return []
    const [x0, , x1] = mark.box
    const goesOn = content.words.some((word) => {
      const isNext = word.turn === 0 && word.x0 >= x0 && word.x0 - x1 < NEXT_EM * label.size
      return isNext && Math.abs(word.base - label.base) < label.size / 2
    })
    return goesOn ? [] : [{ ...label, text: `[${name}]`, x0, x1, colour: mark.colour, glued: false, font: -1, seams: [] }]
  })
}
