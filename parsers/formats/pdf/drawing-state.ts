import type { Box } from '../../../schema/place.ts'
import type { Matrix } from './matrix.ts'

/** A font as far as reading needs it. */
export interface Font {
  bold: boolean
  italic: boolean
  /** Height above and (negative) depth below the baseline, in parts of the size. */
  ascent: number
  descent: number
  /** Glyph widths times this are parts of the size. */
  widthScale: number
  /** Index into the document's fonts. */
  index: number
}

/** What `q` saves and `Q` restores (ISO 32000-2, 8.4), as far as reading needs it. */
export interface DrawingState {
  ctm: Matrix
  clip: Box
  fill: string
  stroke: string
  fillAlpha: number
  strokeAlpha: number
  font: Font | null
  size: number
  charSpacing: number
  wordSpacing: number
  /** 1 for 100 %. */
  horizontalScale: number
  leading: number
  rise: number
  /** 3 and 7 draw nothing. */
  renderMode: number
}

/** The state a page begins with. `ctm` takes user space to points from the top left. */
export function initialState(ctm: Matrix, width: number, height: number): DrawingState {
  return {
    ctm,
    clip: [0, 0, width, height],
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  }
}
