import type { Ink, PixelBox } from './picture.ts'

/** A line of letters in a cell: its highest and its lowest row of pixels. */
export interface InkLine {
  top: number
  bottom: number
}

/** Fewer pixels of ink in a row are specks. */
const LEAST_INKED = 2
/** A line of letters is so high, in parts of their size: what is lower is a dash, an underline, the rest of a rule. */
const LEAST_HIGH = 0.3

/** The lines of letters in a box, from the top, by its rows of pixels with ink. They need not be read for that. `usual` is the letters' size in pixels. */
export function inkLines({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox, usual: number): InkLine[] {
  const lines: InkLine[] = []
  for (let y = y0; y <= y1; y++) {
    let inked = 0
    for (let x = x0; x <= x1; x++) inked += data[y * width + x] ?? 0
    if (inked < LEAST_INKED) continue
    const last = lines.at(-1)
    if (last && last.bottom === y - 1) last.bottom = y
    else lines.push({ top: y, bottom: y })
  }
  return lines.filter(({ top, bottom }) => bottom - top + 1 >= LEAST_HIGH * usual)
}
