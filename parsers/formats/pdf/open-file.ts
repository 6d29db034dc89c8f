import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { DocumentError } from '../../../schema/errors.ts'
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
    disableFontFace: true,
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
    return new DocumentError('encrypted', 'The file asks for a password.', { cause })
  }
  return new DocumentError('damaged', `The file could not be opened as PDF: ${words}`, { cause })
}
