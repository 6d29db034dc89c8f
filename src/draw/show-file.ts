import { readDocument } from '../../parsers/formats.ts'
import type { OpenOptions } from '../canvas/open-pdf.ts'
import { pictureToPdf, pictureType } from '../canvas/picture-pdf.ts'
import { drawPage, type MarkedPicture, type PictureOptions } from './page-picture.ts'
import { drawSmallPictures, type SmallPicture, type Undrawn, type WantedPage } from './page-pictures.ts'
import { readShown, type ShownFile, type Unshown, wordsOf } from './shown-file.ts'
import { documentToSheets, type ShownSheet } from './shown-sheets.ts'

/** Pages of a file that are to be drawn. */
export interface PagesTask extends ShownFile, OpenOptions {
  wanted: readonly WantedPage[]
}

/** One page of a file that is to be drawn with marks. */
export type MarkedTask = ShownFile & PictureOptions

/** What a file says, as text and, of a spreadsheet, as its sheets. */
export interface ShownText {
  type: 'text'
  text: string | null
  sheets: ShownSheet[] | null
}

/** What is reported while pages are drawn: that the file is open, and each page when it is done. */
export type Told = { type: 'opened' } | SmallPicture | Undrawn

/** Draws pages of a file, and tells each as it is done. Never throws. */
export function showPages({ wanted, password, ...file }: PagesTask, tell: (told: Told) => void): Promise<{ type: 'shown' } | Unshown> {
  return withBytes(file, async (bytes) => {
    const options = { password, megabytes: file.megabytes }
    if (wanted.length > 0)
      await drawSmallPictures(await asPages(bytes), wanted, options, { onOpen: () => tell({ type: 'opened' }), onPage: tell })
    return { type: 'shown' as const }
  })
}

/** Draws one page with marks. Never throws. */
export function showMarked({ file, sha256, ...options }: MarkedTask): Promise<({ type: 'marked' } & MarkedPicture) | Unshown> {
  return withBytes({ file, sha256, megabytes: options.megabytes }, async (bytes) => ({
    type: 'marked' as const,
    ...(await drawPage(await asPages(bytes), options)),
  }))
}

/** The decoded text of a file, and its sheets; null for a format that has none. Never throws. */
export function showText(shown: ShownFile): Promise<ShownText | Unshown> {
  return withBytes(shown, async (bytes) => {
    const document = await readDocument({ bytes, path: shown.file }, () => {})
    return { type: 'text' as const, text: document.source, sheets: documentToSheets(document) }
  })
}

/** The bytes of a PDF; a picture is drawn as the pages that it was read as. */
async function asPages(bytes: Uint8Array): Promise<Uint8Array> {
  const type = pictureType(bytes)
  return type === null ? bytes : pictureToPdf(bytes, type)
}

async function withBytes<T>(shown: ShownFile, show: (bytes: Uint8Array) => Promise<T>): Promise<T | Unshown> {
  const read = await readShown(shown)
  if (read.type === 'unshown') return read
  try {
    return await show(read.bytes)
  } catch (error) {
    return { type: 'unshown', why: 'unopened', note: wordsOf(error) }
  }
}
