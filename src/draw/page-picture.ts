import type { Canvas } from '@napi-rs/canvas'
import { UsageError } from '../../schema/errors.ts'
import type { Box } from '../../schema/place.ts'
import { boundedScale, type OpenOptions, withPdf } from '../canvas/open-pdf.ts'

/** Something to draw over a page: an outline in a colour, with a word at its corner. */
export interface PageMark {
  /** Points from the page's top left corner. */
  box: Box
  /** A CSS colour. */
  colour: string
  /** Drawn small above the box; empty for none. */
  label: string
  /** How strongly the box is filled, 0 to 1. */
  fill: number
}

/** How a page is drawn. */
export interface PictureOptions extends OpenOptions {
  /** From 1. */
  page: number
  /** Pixels a point. */
  scale: number
  marks: readonly PageMark[]
}

/** A page as a PNG, and how many of its pictures were left out because they are too large. */
export interface MarkedPicture {
  png: Uint8Array
  leftOut: number
}

const LINE_WIDTH_PT = 1
const LABEL_SIZE_PT = 6

/**
 * A page of a PDF as a PNG, drawn by pdfjs, with marks over it.
 * @throws {UsageError} where the file has no such page.
 */
export function drawPage(bytes: Uint8Array, { page: number, scale, marks, ...options }: PictureOptions): Promise<MarkedPicture> {
  return withPdf(bytes, options, async (file) => {
    if (number > file.pages) throw new UsageError(`There is no page ${number}: the file has ${file.pages}.`)
    const page = await file.page(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const bounded = boundedScale(scale, width, height)
    const { taken: png, leftOut } = await file.draw(page, bounded, (canvas) => {
      drawMarks(canvas, bounded, marks)
      return canvas.encodeSync('png')
    })
    return { png, leftOut }
  })
}

function drawMarks(canvas: Canvas, scale: number, marks: readonly PageMark[]): void {
  const context = canvas.getContext('2d')
  context.lineWidth = LINE_WIDTH_PT * scale
  context.font = `${LABEL_SIZE_PT * scale}px sans-serif`
  for (const { box, colour, label, fill } of marks) {
    const [x0, top, x1, bottom] = box.map((edge) => edge * scale) as [number, number, number, number]
    context.fillStyle = colour
    context.strokeStyle = colour
    context.globalAlpha = fill
    context.fillRect(x0, top, x1 - x0, bottom - top)
    context.globalAlpha = 1
    context.strokeRect(x0, top, x1 - x0, bottom - top)
    if (label !== '') context.fillText(label, x0 + scale, top - scale)
  }
}
