import type { Ink, PixelBox } from './picture.ts'

/** So much of a page's ink lies under its words: what is left is specks, a stamp, a signature. */
const LEAST_COVERED = 0.85
/** So many of its words lie over ink, and a word does where so much of its box is inked. */
const LEAST_ON_INK = 0.9
const INKED = 0.02
/** Letters reach over their boxes by so many pixels. */
const AROUND_PX = 3

/** Whether words lie where a page's letters are: they cover its ink, and there is ink under them. */
export function isLaidOn(words: readonly PixelBox[], { width, height, data }: Ink): boolean {
  const covered = new Uint8Array(width * height)
  let onInk = 0
  for (const [x0, y0, x1, y1] of words) {
    const [left, right] = [Math.max(0, x0 - AROUND_PX), Math.min(width, x1 + AROUND_PX)]
    const [top, bottom] = [Math.max(0, y0 - AROUND_PX), Math.min(height, y1 + AROUND_PX)]
    let inked = 0
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) inked += data[y * width + x] ?? 0
      covered.fill(1, y * width + left, y * width + Math.max(left, right))
    }
    if (inked >= INKED * (right - left) * (bottom - top)) onInk++
  }
  let [all, under] = [0, 0]
  for (let at = 0; at < data.length; at++) {
    all += data[at] ?? 0
    under += data[at] && covered[at] ? 1 : 0
  }
  return under >= LEAST_COVERED * all && onInk >= LEAST_ON_INK * words.length
}
