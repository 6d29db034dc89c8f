import { extractorVersion } from '../parsers/extractor.ts'
import type { Diagnostic } from '../schema/diagnostics.ts'
import type { KnownDocument, Store } from './store/store.ts'

/** What is after the extractor's version where scanned pages were left, since --no-ocr was given; and where --ocr said by what they are read. */
const WITHOUT_OCR = ' no-ocr'
const BY_OCR = ' ocr:'

const isScanned = (diagnostics: readonly Pick<Diagnostic, 'rule'>[]): boolean => diagnostics.some(({ rule }) => rule === 'read-by-ocr')

/** By what a reading was made. */
export function extractorOf({ diagnostics, ocr }: { diagnostics: readonly Pick<Diagnostic, 'rule'>[]; ocr?: boolean | string }): string {
  if (diagnostics.some(({ rule }) => rule === 'scan-not-read')) return extractorVersion() + WITHOUT_OCR
  return extractorVersion() + (typeof ocr === 'string' && isScanned(diagnostics) ? BY_OCR + ocr : '')
}

/** By what a document's scanned pages are read: as is asked now, else as they were asked for before. */
export function ocrFor(known: KnownDocument | null, ocr: boolean | string): boolean | string {
  const [, before] = known?.extractor.split(BY_OCR) ?? []
  return ocr === true ? (before ?? true) : ocr
}

/** Whether a document was read by this version; where scanned pages are wanted, with them, and by what is asked. */
export function isOfNow({ extractor, documentId }: KnownDocument, { ocr, store }: { ocr: boolean | string; store: Store }): boolean {
  const version = extractorVersion()
  if (typeof ocr !== 'string' && extractor.startsWith(version + BY_OCR)) return true
  if (typeof ocr === 'string' && extractor === version) return !isScanned(store.documentDiagnostics(documentId))
  if (typeof ocr === 'string') return extractor === version + BY_OCR + ocr
  return extractor === version || (!ocr && extractor === version + WITHOUT_OCR)
}
