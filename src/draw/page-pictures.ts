import type { Canvas } from '@napi-rs/canvas'
import { CanvasBudgetError } from '../canvas/canvas-budget.ts'
import { boundedScale, type OpenOptions, type OpenPdf, withPdf } from '../canvas/open-pdf.ts'
import { printToPng } from './print-png.ts'

/** A page's size, and its picture's. */
export interface PictureSize {
  /** In points after rotation, which boxes are measured in. */
  widthPt: number
  heightPt: number
  /** In pixels. */
  width: number
  height: number
}

/** How the name of a picture's file ends: print is a PNG, a photo a JPEG. */
export const PICTURE_ENDINGS = ['png', 'jpg'] as const

/** A picture as a file. */
export interface PictureFile {
  ending: (typeof PICTURE_ENDINGS)[number]
  bytes: Uint8Array
}

/** A page of a paper as a small picture for a screen. */
export interface SmallPicture extends PictureSize {
  type: 'picture'
  page: number
  /** Null where it was not asked for. */
  file: PictureFile | null
  /** How many pictures on the page were left out because they are too large. */
  leftOut: number
}

/** A page of which there is no picture, and why: a limit, or what its drawing failed of. */
export interface Undrawn {
  type: 'undrawn'
  page: number
  rule: 'time-limit' | 'memory-limit' | 'page-limit' | 'failed'
  /** Empty where there is nothing to add. */
  note: string
}

/** A page that is wanted. */
export interface WantedPage {
  page: number
  /** Whether its picture is wanted, or its size alone. */
  draw: boolean
}

/** How wide a picture is, in pixels: wide enough to read ten-point type, small enough for hundreds of pages. */
const WIDTH_PX = 1100
/**
 * Of 100, of a JPEG. A page of text takes some 160 kB and its encoding 13 ms, as a PNG 120 kB and 6 ms; as WebP of the same
 * look it took 90 kB, and 75 to 95 ms, which was more than all else that a picture takes.
 */
const QUALITY = 70

/** Draws these pages of a PDF one after the other, each once; pages that the file does not have are passed over. Calls `onOpen` once it is open. */
export function drawSmallPictures(
  bytes: Uint8Array,
  wanted: readonly WantedPage[],
  options: OpenOptions,
  { onOpen = () => {}, onPage }: { onOpen?: () => void; onPage: (page: SmallPicture | Undrawn) => void },
): Promise<void> {
  return withPdf(bytes, options, async (file) => {
    onOpen()
    for (const one of wanted) {
      if (one.page > file.pages) continue
      onPage(await drawOne(file, one))
    }
  })
}

async function drawOne(file: OpenPdf, { page: number, draw }: WantedPage): Promise<SmallPicture | Undrawn> {
  try {
    const page = await file.page(number)
    const { width: widthPt, height: heightPt } = page.getViewport({ scale: 1 })
    const scale = boundedScale(WIDTH_PX / widthPt, widthPt, heightPt)
    const size = { widthPt, heightPt, width: Math.ceil(widthPt * scale), height: Math.ceil(heightPt * scale) }
    const drawn = draw ? await file.draw(page, scale, pictureFile) : null
    page.cleanup()
    return { type: 'picture', page: number, ...size, file: drawn?.taken ?? null, leftOut: drawn?.leftOut ?? 0 }
  } catch (error) {
    if (error instanceof CanvasBudgetError) return { type: 'undrawn', page: number, rule: 'memory-limit', note: error.message }
    return { type: 'undrawn', page: number, rule: 'failed', note: error instanceof Error ? error.message : String(error) }
  }
}

function pictureFile(canvas: Canvas): PictureFile {
  const { width, height } = canvas
  const data = canvas.data()
  const png = printToPng({ data, width, height })
  // What lies outside of the heap is let go of here, as the canvas is: the collector would run for it page by page.
  if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0)
  return png ? { ending: 'png', bytes: png } : { ending: 'jpg', bytes: canvas.encodeSync('jpeg', QUALITY) }
}
