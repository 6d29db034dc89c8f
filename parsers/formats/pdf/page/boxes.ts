import type { Box } from '../../../../schema/place.ts'
import type { Word } from './page-content.ts'
import { MIDDLE_EM } from './tolerances.ts'

/** A mark of a colour is at least this large both ways. */
const MARK_LEAST_PT = 4
/** A mark of a colour in a cell is about as high as it is wide, and no larger than this. */
const MARK_MOST_PT = 24
const SQUARE = 1.5

/** Whether the middle of a word, at the height of its small letters, lies in a box. */
export function standsIn(word: Word, box: Box): boolean {
  const x = (word.x0 + word.x1) / 2
  const y = middleOf(word)
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3]
}

/** The height at which a word is held to be. */
export function middleOf(word: Word): number {
  return word.turn === 0 ? word.base - MIDDLE_EM * word.size : (word.top + word.bottom) / 2
}

/** The area of a box; 0 where it has none. */
export const areaOf = (box: Box) => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1])

/** How much two boxes share, as an area. */
export function overlapArea(a: Box, b: Box): number {
  return areaOf([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])])
}

/** Whether a box has the size and form of a mark that says by its colour how something is: about square, neither a dot nor a picture. */
export function isMarkSized([x0, top, x1, bottom]: Box): boolean {
  const [short, long] = [Math.min(x1 - x0, bottom - top), Math.max(x1 - x0, bottom - top)]
  return short >= MARK_LEAST_PT && long <= MARK_MOST_PT && long <= SQUARE * short
}

/** Whether a box is too thin for a mark of a colour, as a dot or a rule is. */
export const isSpeck = ([x0, top, x1, bottom]: Box): boolean => Math.min(x1 - x0, bottom - top) < MARK_LEAST_PT
