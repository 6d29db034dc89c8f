import type { Box } from '../../../../schema/place.ts'
import type { PageContent, UnseenReason } from '../page/page-content.ts'
import { PAPER } from '../page/tolerances.ts'
import type { DrawingState, Font } from './drawing-state.ts'
import type { Matrix } from './matrix.ts'

/** A font without sensible metrics: the usual height and depth of Latin letters. */
const ASCENT_EM = 0.8
const DESCENT_EM = -0.2
/** Text that leans by more than this (in the tangent) from the four directions is laid over the page. */
const ASLANT = 0.02

/** A letter is cut off where the clip or the page's edge leaves less than this of it, up to the height of small letters. */
const SEEN_SHARE = 0.3
const SMALL_LETTER_EM = 0.5
/** Ink that lets more than this through is not seen. */
const FAINTEST = 0.02

function turnOf(x: number, y: number): number | null {
  if (Math.abs(y) <= ASLANT * Math.abs(x)) return x >= 0 ? 0 : 180
  if (Math.abs(x) <= ASLANT * Math.abs(y)) return y >= 0 ? 90 : 270
  return null
}

/** How the letters of one showing are laid: along which line, how large, how far apart. */
export interface Setting {
  turn: number | null
  /** The direction that the text runs in, as a vector of length 1. */
  unitX: number
  unitY: number
  /** Points of the page for one unit along the text. */
  scale: number
  size: number
  font: Font
  colour: string
  hidden: boolean
}

/** How a showing of letters is laid. `text` takes text space to points of the page. */
export function settingOf(text: Matrix, state: DrawingState, font: Font): Setting {
  const [a, b, c, d] = text
  // A negative size, or scale, turns the text round.
  const sign = state.size * state.horizontalScale < 0 ? -1 : 1
  const length = Math.hypot(a, b)
  return {
    turn: turnOf(sign * a, sign * b),
    unitX: length ? (sign * a) / length : 1,
    unitY: length ? (sign * b) / length : 0,
    scale: Math.abs(state.horizontalScale) * length,
    size: Math.abs(state.size) * Math.hypot(c, d) * font.sizeScale,
    font,
    colour: inkOf(state),
    hidden: state.renderMode === 3 || state.renderMode === 7 || state.fillAlpha < FAINTEST,
  }
}

/** The colour that letters are seen in. A pattern's is not known and taken for black. */
function inkOf({ renderMode, fill, stroke, fillIsPattern }: DrawingState): string {
  if (renderMode === 1 || (renderMode === 2 && fill === PAPER)) return stroke
  return fillIsPattern ? '#000000' : fill
}

/** The part of a stretch that lies in another; of a point all or nothing. */
function shareWithin(from: number, to: number, least: number, most: number): number {
  if (to <= from) return from >= least && from <= most ? 1 : 0
  return Math.max(0, Math.min(to, most) - Math.max(from, least)) / (to - from)
}

/** Why a letter at a place cannot be seen, or null where it can. */
export function unseenReason(
  [x0, top, x1, bottom]: Box,
  { clip }: DrawingState,
  { width, height }: Pick<PageContent, 'width' | 'height'>,
): UnseenReason | null {
  if (x0 >= clip[0] && x1 <= clip[2] && top >= clip[1] && bottom <= clip[3]) return null
  // A place that is not a number is on no page.
  if (!(shareWithin(x0, x1, 0, width) * shareWithin(top, bottom, 0, height) >= SEEN_SHARE)) return 'off-page'
  return shareWithin(x0, x1, clip[0], clip[2]) * shareWithin(top, bottom, clip[1], clip[3]) < SEEN_SHARE ? 'clipped' : null
}

/** The box of a letter that begins at a place and is `advance` wide, as high as its font's letters are. */
export function glyphBox(x: number, y: number, advance: number, setting: Setting): Box {
  const { ascent, descent } = setting.font
  const above = ascent > 0.4 && ascent < 1.3 ? ascent : ASCENT_EM
  return boxAlong(x, y, advance, above, descent < 0 && descent > -0.6 ? descent : DESCENT_EM, setting)
}

/** The box of what begins at a place and reaches from `below` to `above` its base line, in parts of the size. */
function boxAlong(x: number, y: number, advance: number, above: number, below: number, { unitX, unitY, size }: Setting): Box {
  const ascent = above * size
  const descent = below * size
  const [x1, x2, x3] = [x + unitX * advance, x + unitY * ascent, x + unitY * descent]
  const [y1, y2, y3] = [y + unitY * advance, y - unitX * ascent, y - unitX * descent]
  return [Math.min(x, x1, x2, x3), Math.min(y, y1, y2, y3), Math.max(x, x1, x2, x3), Math.max(y, y1, y2, y3)]
}

/** How far down the line is that letters are on, seen with the text upright. */
export function baseOf(turn: number, x: number, y: number): number {
  return turn === 0 ? y : turn === 90 ? -x : turn === 180 ? -y : x
}

/** The box of a letter that begins at a place, up to the height of small letters. */
export function bodyBox(x: number, y: number, advance: number, setting: Setting): Box {
  return boxAlong(x, y, advance, SMALL_LETTER_EM, 0, setting)
}
