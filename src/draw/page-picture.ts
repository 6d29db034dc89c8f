import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UsageError } from '../../schema/errors.ts'
import type { Box } from '../../schema/place.ts'

type RenderParameters = Parameters<PDFPageProxy['render']>[0]

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

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')))
const LINE_WIDTH_PT = 1
const LABEL_SIZE_PT = 6

/**
 * A page of a PDF as a PNG, drawn by pdfjs, with marks over it.
 * @throws {UsageError} where the file has no such page.
 */
export async function drawPage(bytes: Uint8Array, { page: number, scale, password, marks }: PictureOptions): Promise<Buffer> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: folder('wasm'),
  })
  try {
    const file = await task.promise
    if (number > file.numPages) throw new UsageError(`There is no page ${number}: the file has ${file.numPages}.`)
    const page = await file.getPage(number)
    const viewport = page.getViewport({ scale })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdfjs's types know the browser's canvas only; this one has the same methods.
    await page.render({ canvas: canvas as unknown as NonNullable<RenderParameters['canvas']>, viewport, background: '#ffffff' }).promise
    drawMarks(canvas, scale, marks)
    return await canvas.encode('png')
  } finally {
    await task.destroy()
  }
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
