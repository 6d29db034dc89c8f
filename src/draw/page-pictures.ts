import { CanvasBudgetError } from '../canvas/canvas-budget.ts'
import { boundedScale, type OpenOptions, type OpenPdf, withPdf } from '../canvas/open-pdf.ts'

/** A page's size, and its picture's. */
export interface PictureSize {
  /** In points after rotation, which boxes are measured in. */
  widthPt: number
  heightPt: number
  /** In pixels. */
  width: number
  height: number
}

/** A page of a paper as a small picture for a screen. */
export interface SmallPicture extends PictureSize {
  type: 'picture'
  page: number
  /** A JPEG file, or null where it was not asked for. */
  jpeg: Uint8Array | null
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
 * Of 100. A page of text takes some 150 kB and its encoding 14 ms; as WebP of the same look it took 90 kB, and 75 to 95 ms,
 * which was more than all else that a picture takes.
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
    const drawn = draw ? await file.draw(page, scale, (canvas) => canvas.encodeSync('jpeg', QUALITY)) : null
    page.cleanup()
    return { type: 'picture', page: number, ...size, jpeg: drawn?.taken ?? null, leftOut: drawn?.leftOut ?? 0 }
  } catch (error) {
    if (error instanceof CanvasBudgetError) return { type: 'undrawn', page: number, rule: 'memory-limit', note: error.message }
    return { type: 'undrawn', page: number, rule: 'failed', note: error instanceof Error ? error.message : String(error) }
  }
}
