import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { takingLeftRejections } from '../reading/left-rejections.ts'

type RenderParameters = Parameters<PDFPageProxy['render']>[0]

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.resolve('pdfjs-dist/package.json')))

/** Opens a PDF to draw it, hands it to `work`, and lets go of it. Throws what pdfjs throws for a file that it cannot open. */
export async function withPdf<T>(
  bytes: Uint8Array,
  password: string | undefined,
  work: (file: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
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
    return await takingLeftRejections(async () => work(await task.promise))
  } finally {
    await task.destroy()
  }
}

/** A page on white, at so many pixels a point. */
export async function pageToCanvas(page: PDFPageProxy, scale: number): Promise<Canvas> {
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // pdfjs's types know the browser's canvas only; this one has the same methods.
  await page.render({ canvas: canvas as unknown as NonNullable<RenderParameters['canvas']>, viewport, background: '#ffffff' }).promise
  return canvas
}
