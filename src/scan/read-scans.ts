import { createCanvas } from '@napi-rs/canvas'
import type { ReadScans } from '../../parsers/formats/pdf/read-scans.ts'
import { type Gray, toGray } from '../../parsers/formats/scan/picture.ts'
import { readScans } from '../../parsers/formats/scan/read-scans.ts'
import { SCAN_DPI } from '../../parsers/formats/scan/scan-word.ts'
import { type OpenPdf, withPdf } from '../canvas/open-pdf.ts'
import { openEngine } from './engine.ts'

/** What the canvases of a page may take: an A3 page takes 31 MB, turned 62, and what is drawn apart as much again. */
const CANVAS_MEGABYTES = 256

/** Reads scanned pages in this thread, offline. `onPage` is told of each page before it is read, since its time counts from there. */
export function scanReader(onPage: (page: number) => void): ReadScans {
  return (bytes, password, contents, report) =>
    withPdf(bytes, { password, megabytes: CANVAS_MEGABYTES }, (file) =>
      readScans(
        contents,
        {
          draw: (page, degrees) => drawGray(file, page, degrees),
          recognise: async (picture, layout, dpi) => (await openEngine())(picture, layout, dpi),
          tell: onPage,
        },
        report,
      ),
    )
}

async function drawGray(file: OpenPdf, number: number, degrees: number): Promise<Gray> {
  const page = await file.page(number)
  const { canvas } = await file.draw(page, SCAN_DPI / 72)
  page.cleanup()
  const { width, height } = canvas
  if (degrees === 0) return toGray(canvas.getContext('2d').getImageData(0, 0, width, height).data, width, height)
  const turned = createCanvas(width, height)
  const context = turned.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((degrees * Math.PI) / 180)
  context.drawImage(canvas, -width / 2, -height / 2)
  return toGray(context.getImageData(0, 0, width, height).data, width, height)
}
