import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { ReadScans } from '../../parsers/formats/pdf/page/scan-need.ts'
import { type Gray, toGray } from '../../parsers/formats/scan/picture.ts'
import { readScans } from '../../parsers/formats/scan/read-scans.ts'
import { type PageSize, SCAN_DPI } from '../../parsers/formats/scan/scan-word.ts'
import { type OpenPdf, withPdf } from '../canvas/open-pdf.ts'
import { openEngine } from './engine.ts'

/** What a page takes while it is drawn: enough for a picture of A4 at 600 dots an inch, of A3 at 400. */
const CANVAS_MEGABYTES = 512

/** Reads scanned pages in this thread, offline. `onPage` is notified of each page before it is read, since its time counts from there; `ocr` is what `--ocr` named. */
export function scanReader(onPage: (page: number) => void, ocr?: string): ReadScans {
  return (bytes, password, contents, report) =>
    withPdf(bytes, { password, megabytes: CANVAS_MEGABYTES }, (file) =>
      readScans(
        contents,
        {
          draw: (page, degrees) => drawGray(file, page, degrees),
          recognise: async (picture, layout, dpi) => (await openEngine(ocr))(picture, layout, dpi),
          tell: onPage,
        },
        report,
      ),
    )
}

/** Null where pdfjs throws, which it does for what is damaged or asks for more than a canvas may take, and where it leaves a picture out. */
async function drawGray(file: OpenPdf, { page: number, width }: PageSize, degrees: number): Promise<Gray | null> {
  try {
    const page = await file.page(number)
    const scale = ((SCAN_DPI / 72) * width) / page.getViewport({ scale: 1 }).width
    const { taken, leftOut } = await file.draw(page, scale, (canvas) => grayOf(canvas, degrees))
    page.cleanup()
    return leftOut > 0 ? null : taken
  } catch {
    return null
  }
}

/** A canvas in grey, turned by so many degrees. */
function grayOf(canvas: Canvas, degrees: number): Gray {
  if (degrees === 0) return grayInBands(canvas)
  const { width, height } = canvas
  const turned = createCanvas(width, height)
  const context = turned.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(canvas, -width / 2, -height / 2)
  try {
    return grayInBands(turned)
  } finally {
    // As with all canvases, the collector would let go of it pages later.
    turned.width = 1
    turned.height = 1
  }
}

/** So many rows of pixels are taken from a canvas at a time: all at once would take four times the picture. */
const BAND_PX = 128

function grayInBands(canvas: Canvas): Gray {
  const { width, height } = canvas
  const context = canvas.getContext('2d')
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += BAND_PX) {
    const rows = Math.min(BAND_PX, height - y)
    data.set(toGray(context.getImageData(0, y, width, rows).data, width, rows).data, y * width)
  }
  return { width, height, data }
}
