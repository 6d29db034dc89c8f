import type { Gray, Ink, PixelBox } from '../../../parsers/formats/scan/picture.ts'
import type { ScanWord } from '../../../parsers/formats/scan/scan-word.ts'

/** A sheet of one tone, 255 for white. */
export function sheet(width: number, height: number, tone = 255): Gray {
  return { width, height, data: new Uint8Array(width * height).fill(tone) }
}

/** Paints boxes of pixels, both ends in them, on a sheet, or on ink with 1. */
export function paint<T extends Gray | Ink>(picture: T, boxes: readonly PixelBox[], tone: number): T {
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = y0; y <= y1; y++) picture.data.fill(tone, y * picture.width + x0, y * picture.width + x1 + 1)
  return picture
}

/** Ink where these boxes are. */
export function inked(width: number, height: number, boxes: readonly PixelBox[]): Ink {
  return paint({ width, height, data: new Uint8Array(width * height) }, boxes, 1)
}

/** Ink as it is drawn with "#", a string a row. */
export function drawn(...rows: string[]): Ink {
  const data = Uint8Array.from(rows.join(''), (sign) => Number(sign === '#'))
  return { width: rows[0]?.length ?? 0, height: rows.length, data }
}

/** The pixels of a box in a picture. */
export function pixelsIn({ width, data }: Gray | Ink, [x0, y0, x1, y1]: PixelBox): number[] {
  const rows = Array.from({ length: y1 - y0 + 1 }, (_, index) => y0 + index)
  return rows.flatMap((y) => [...data.subarray(y * width + x0, y * width + x1 + 1)])
}

/** A word that was read in a box. */
export function scanWord(text: string, [x0, y0, x1, y1]: PixelBox, confidence = 95): ScanWord {
  return { text, x0, y0, x1, y1, confidence, base: y1, size: y1 - y0 + 1 }
}
