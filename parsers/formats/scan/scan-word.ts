import type { PageContent, Word } from '../pdf/page/page-content.ts'
import type { Gray } from './picture.ts'

/** A word that was read from a picture. Pixels of that picture, both ends in it. */
export interface ScanWord {
  text: string
  x0: number
  y0: number
  x1: number
  y1: number
  /** The engine's own, 0 to 100. */
  confidence: number
  /** The line that its letters are on. */
  base: number
  /** The height of its line, from which its size follows. */
  size: number
}

/** A letter with the box that the engine gives it. */
export interface ScanSymbol {
  text: string
  y0: number
  y1: number
}

/** Which page is drawn, and how large in points, which may be smaller than the file says. */
export type PageSize = Pick<PageContent, 'page' | 'width' | 'height'>

/** What reads scanned pages: a page's picture at `SCAN_DPI`, grey, turned by degrees clockwise, and the words in a picture. */
export interface ScanTools {
  /** Null where it cannot be drawn, or not within what a canvas may take. */
  draw(page: PageSize, degrees: number): Promise<Gray | null>
  /** `page` for a whole page with its columns, `block` for a piece with one. `dpi` says how large the letters are. */
  recognise(picture: Gray, layout: 'page' | 'block', dpi: number): Promise<ScanWord[]>
  /** Says that another page was read: its time counts from here. */
  tell(page: number): void
}

/** Dots an inch that pages are drawn at: letters of ten points are 28 pixels high, which the engine reads best; 300 is worse from originals of 150. */
export const SCAN_DPI = 200
/** Points a pixel. */
export const POINTS = 72 / SCAN_DPI

/** Words with letters or digits are kept at this confidence; signs that papers print alone only where they are sure. */
const LEAST_CONFIDENCE = 10
const SURE_SIGN = 60
const SIGN = /^[-–—•&£%/()"'‘’.]+$/u
/** Over and below the line that letters are on, in parts of their size. */
const ASCENT = 0.78
const DESCENT = 0.2
const SMALLEST_PX = 5
/** Sizes within this of the usual one are it: what a line's height is fitted to varies with its letters. */
const USUAL_FROM = 0.72
const USUAL_TO = 1.3
const SAME_LARGER = 1.18

/** Whether something that was read is a word, and no speck or rest of a rule. */
export function isScanWord({ text, confidence }: ScanWord): boolean {
  return /[\p{L}\p{N}]/u.test(text) ? confidence >= LEAST_CONFIDENCE : SIGN.test(text) && confidence >= SURE_SIGN
}

/** The word as one that a page draws. */
export function toPageWord({ text, x0, y0, x1, y1, base, size }: ScanWord, bold = false): Word {
  const points = Math.max(SMALLEST_PX, size || y1 - y0) * POINTS
  const line = base * POINTS
  return {
    ...{ text, x0: x0 * POINTS, x1: x1 * POINTS, base: line, size: points },
    top: Math.min(line - ASCENT * points, y0 * POINTS),
    bottom: Math.max(line + DESCENT * points, y1 * POINTS),
    ...{ bold, italic: false, colour: '#000000', turn: 0, glued: false, tag: -1, artifact: false, hidden: false },
    ...{ font: 0, box: -1, fillsBefore: 0, seams: [] },
  }
}

/** The words with one size for sizes that are near to each other. */
export function evenSizes(words: readonly ScanWord[]): ScanWord[] {
  const usual = median(words.flatMap(({ text, size }) => Array<number>(text.length).fill(size)))
  const isUsual = ({ size }: ScanWord): boolean => size < USUAL_TO * usual && size > USUAL_FROM * usual
  const others = words
    .filter((word) => !isUsual(word))
    .map(({ size }) => size)
    .sort((a, b) => a - b)
  const groups: number[][] = []
  for (const size of others) {
    const group = groups.at(-1)
    if (group && size <= SAME_LARGER * (group[0] ?? 0)) group.push(size)
    else groups.push([size])
  }
  const evened = new Map(groups.flatMap((group) => group.map((size) => [size, median(group)] as const)))
  return words.map((word) => ({ ...word, size: isUsual(word) ? usual : (evened.get(word.size) ?? word.size) }))
}

/** The usual height of lines, in pixels; that of ten points where nothing was read. */
export function usualSize(words: readonly ScanWord[]): number {
  return median(words.map(({ size }) => size).filter((size) => size > 0)) || USUAL_IN * SCAN_DPI
}
const USUAL_IN = 0.12

/** The middle of some numbers; 0 for none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
