import type { Canvas } from '@napi-rs/canvas'
import { UsageError } from '../../schema/errors.ts'
import type { Box } from '../../schema/place.ts'
import { pageToCanvas, withPdf } from './open-pdf.ts'

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
export interface PictureOptions {
  /** From 1. */
  page: number
  /** Pixels a point. */
  scale: number
  password?: string | undefined
  marks: readonly PageMark[]
}

const LINE_WIDTH_PT = 1
const LABEL_SIZE_PT = 6

/**
 * A page of a PDF as a PNG, drawn by pdfjs, with marks over it.
 * @throws {UsageError} where the file has no such page.
 */
export function drawPage(bytes: Uint8Array, { page: number, scale, password, marks }: PictureOptions): Promise<Buffer> {
  return withPdf(bytes, password, async (file) => {
    if (number > file.numPages) throw new UsageError(`There is no page ${number}: the file has ${file.numPages}.`)
    const canvas = await pageToCanvas(await file.getPage(number), scale)
    drawMarks(canvas, scale, marks)
    return await canvas.encode('png')
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
