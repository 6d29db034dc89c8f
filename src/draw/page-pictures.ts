import { pageToCanvas, withPdf } from './open-pdf.ts'

/** A page of a paper as a small picture for a screen. */
export interface SmallPicture {
  page: number
  /** The page's size in points after rotation, which boxes are measured in. */
  widthPt: number
  heightPt: number
  /** The picture's size in pixels. */
  width: number
  height: number
  /** A WebP file, or null where `draws` said that it is there already. */
  webp: Buffer | null
}

/** How wide a picture is, in pixels: wide enough to read ten-point type, small enough for hundreds of pages. */
const WIDTH_PX = 1100
/** Of 100; type stays sharp and a page of text takes some 60 kB. */
const QUALITY = 70

/** Draws these pages of a PDF one after the other, each once; pages that the file does not have are passed over. */
export function drawSmallPictures(
  bytes: Uint8Array,
  pages: readonly number[],
  { password, draws }: { password: string | undefined; draws: (page: number) => boolean },
  onPicture: (picture: SmallPicture) => void,
): Promise<void> {
  return withPdf(bytes, password, async (file) => {
    for (const number of pages) {
      if (number > file.numPages) continue
      const page = await file.getPage(number)
      const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 })
      const scale = WIDTH_PX / widthPt
      const size = { page: number, widthPt, heightPt, width: Math.ceil(widthPt * scale), height: Math.ceil(heightPt * scale) }
      onPicture({ ...size, webp: draws(number) ? await (await pageToCanvas(page, scale)).encode('webp', QUALITY) : null })
      page.cleanup()
    }
  })
}
