import { fileURLToPath } from 'node:url'
import type { Canvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { CanvasBudget } from './canvas-budget.ts'

type RenderParameters = Parameters<PDFPageProxy['render']>[0]

/** How a PDF is opened to be drawn. */
export interface OpenOptions {
  password: string | undefined
  /** Megabytes (2^20 bytes) that the canvases of a page may take, and by which it is told what picture is too large. */
  megabytes: number
}

/** A PDF that is open to be drawn. */
export interface OpenPdf {
  pages: number
  page: (number: number) => Promise<PDFPageProxy>
  /** Draws a page on white, at so many pixels a point, and hands its canvas to `take`, after which it holds nothing. */
  draw: <T>(page: PDFPageProxy, scale: number, take: (canvas: Canvas) => T) => Promise<DrawnPage<T>>
}

/** What was taken from a page as it was drawn, and how many of its pictures were left out because they are too large. */
export interface DrawnPage<T> {
  taken: T
  leftOut: number
}

/** What a pixel of a picture takes while it is drawn: decoded samples, samples made to colours, and its canvas. */
const BYTES_OF_A_PIXEL = 12

const MEGABYTE = 2 ** 20

/** How pdfjs says on the console that a picture was left out: nothing else tells. */
const TOO_LARGE = 'Image exceeded maximum allowed size'

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')))

/** Opens a PDF to draw it, hands it to `work`, and lets go of it. Throws what pdfjs throws for a file that it cannot open. */
export async function withPdf<T>(bytes: Uint8Array, { password, megabytes }: OpenOptions, work: (file: OpenPdf) => Promise<T>): Promise<T> {
  const budget = new CanvasBudget(megabytes)
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: VerbosityLevel.WARNINGS,
    maxImageSize: Math.floor((megabytes * MEGABYTE) / BYTES_OF_A_PIXEL),
    CanvasFactory: budget.factory(),
    useSystemFonts: false,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: folder('wasm'),
  })
  try {
    return await hearingWarnings(async (heard) => work(toOpenPdf(await task.promise, budget, heard)))
  } finally {
    await task.destroy()
  }
}

function toOpenPdf(file: PDFDocumentProxy, budget: CanvasBudget, heard: string[]): OpenPdf {
  return {
    pages: file.numPages,
    page: (number) => file.getPage(number),
    draw: async (page, scale, take) => {
      budget.startPage()
      heard.length = 0
      const viewport = page.getViewport({ scale })
      const canvas = budget.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
      try {
        // pdfjs's types know the browser's canvas only; this one has the same methods.
        await page.render({ canvas: canvas as unknown as NonNullable<RenderParameters['canvas']>, viewport, background: '#ffffff' }).promise
        return { taken: take(canvas), leftOut: heard.filter((warning) => warning.includes(TOO_LARGE)).length }
      } finally {
        // A canvas holds megabytes outside of the heap: left to the collector of garbage, they are collected page by page.
        budget.letGo(canvas)
      }
    },
  }
}

/** Takes what pdfjs warns of while some work is done: none of it is for a person. */
async function hearingWarnings<T>(work: (heard: string[]) => Promise<T>): Promise<T> {
  const heard: string[] = []
  const { warn } = console
  console.warn = (words: unknown) => heard.push(String(words))
  try {
    return await work(heard)
  } finally {
    console.warn = warn
  }
}

/** The most pixels that a picture of a page has, and the most on one side, which a JPEG cannot go much beyond. */
const MOST_PX = 16e6
const MOST_SIDE_PX = 16_384

/** Pixels a point for a page of this size in points: as many as wished, fewer for one that would make a picture beyond all screens. */
export function boundedScale(wished: number, widthPt: number, heightPt: number): number {
  const most = Math.min(Math.sqrt(MOST_PX / (widthPt * heightPt)), MOST_SIDE_PX / Math.max(widthPt, heightPt))
  return Math.min(wished, most)
}
