import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { DocumentError } from '../../../../schema/errors.ts'
import { InThreadPort } from './in-thread-port.ts'

/** Pictures are not looked at; with this they are not even unpacked. */
const MAX_IMAGE_PIXELS = 1

/** An open file, and how to let go of all that it holds. */
export interface OpenFile {
  file: PDFDocumentProxy
  close: () => Promise<void>
}

/**
 * Opens a PDF in this thread, without network, `eval` or the system's fonts.
 * @throws {DocumentError} `encrypted`, `damaged` or `unsupported-feature`
 */
export async function openFile(bytes: Uint8Array, password: string | undefined): Promise<OpenFile> {
  const port = new InThreadPort()
  // The types know of no port but a browser's own.
  const worker = new PDFWorker({ port: port as unknown as null, verbosity: VerbosityLevel.ERRORS })
  WorkerMessageHandler.initializeFromPort(port)
  const close = async () => {
    await task.destroy()
    worker.destroy()
  }
  const task = getDocument({
    worker,
    // pdfjs takes the buffer away from whoever hands it over.
    data: new Uint8Array(bytes),
    ...(password === undefined ? {} : { password }),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    // For the fonts' names and metrics.
    fontExtraProperties: true,
    // With it every letter would be outlined; the port sees to it that no font is installed either.
    disableFontFace: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    maxImageSize: MAX_IMAGE_PIXELS,
  })
  try {
    return { file: await task.promise, close }
  } catch (cause) {
    await close()
    throw documentError(cause)
  }
}

function documentError(cause: unknown): DocumentError {
  const name = cause instanceof Error ? cause.name : ''
  const words = cause instanceof Error ? cause.message : String(cause)
  if (name === 'PasswordException') {
    return new DocumentError('encrypted', 'The file asks for a password. Save a copy without one and import that.', { cause })
  }
  return new DocumentError(
    'damaged',
    `The file could not be opened as PDF: ${words.replace(/\.$/u, '')}. Fetch it again from where it was published.`,
    { cause },
  )
}

/** The end of a file, where the place of its cross-reference table is written (ISO 32000-2, 7.5.5). */
const TAIL_BYTES = 2048

/** Whether a file that could be opened lacks its cross-reference table where it says to have one, so that pdfjs had to search for its objects. */
export function isRepaired(bytes: Uint8Array): boolean {
  const latin = new TextDecoder('latin1')
  const tail = latin.decode(bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES)))
  const offset = Number(/startxref\s+(\d+)\s+%%EOF/u.exec(tail)?.[1] ?? -1)
  if (offset < 0) return true
  const header = latin.decode(bytes.subarray(0, 1024)).indexOf('%PDF-')
  return !/^\s*(xref|\d+\s+\d+\s+obj)/u.test(latin.decode(bytes.subarray(offset + Math.max(0, header), offset + Math.max(0, header) + 40)))
}
