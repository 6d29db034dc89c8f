import type { Box } from '../../../../schema/place.ts'
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
  /** Its letters are this many times as large as its size says. */
  sizeScale: number
  /** Some of its codes are not the letters' own: the file says which letters they draw. Never unset. */
  isMapped: boolean
  /** Index into the document's fonts. */
  index: number
}

/** What `q` saves and `Q` restores (ISO 32000-2, 8.4), as far as reading needs it. */
export interface DrawingState {
  ctm: Matrix
  clip: Box
  /** The clip is this box, and not another shape within it. */
  clipIsBox: boolean
  fill: string
  stroke: string
  /** In user space. */
  lineWidth: number
  /** The fill is a pattern or a shading, whose colours are not known. */
  fillIsPattern: boolean
  /** What is painted is mixed with what lies under it, other than by its alpha. */
  isBlended: boolean
  /** It paints an annotation. */
  isAnnotation: boolean
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
    clipIsBox: true,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    fillIsPattern: false,
    isBlended: false,
    isAnnotation: false,
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
