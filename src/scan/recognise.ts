import type { Gray } from '../../parsers/formats/scan/picture.ts'
import type { ScanWord } from '../../parsers/formats/scan/scan-word.ts'

/** Reads the words in a picture. */
export type Recognise = (picture: Gray, layout: 'page' | 'block', dpi: number) => Promise<ScanWord[]>

/** Tesseract's page segmentation modes: a whole page with its columns, and one block. */
export const PAGE_MODES = { page: '3', block: '6' }

/** A picture as a portable graymap, which Tesseract reads without unpacking. */
export function toPgm({ width, height, data }: Gray): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
