import { expect, test } from 'vitest'
import { extractorVersion } from '../parsers/extractor.ts'
import { extractorOf, isOfNow, ocrFor } from '../src/read-by.ts'
import type { KnownDocument, Store } from '../src/store/store.ts'

const scanned = [{ rule: 'read-by-ocr' }] as const
const known = (extractor: string) => ({ documentId: 'doc-1', extractor }) as KnownDocument
/** A store whose only document has these diagnostics. */
const store = (diagnostics: readonly { rule: string }[]) => ({ documentDiagnostics: () => diagnostics }) as unknown as Store

test('by what scanned pages were read is kept with the document, where it was chosen', () => {
  expect(extractorOf({ diagnostics: scanned, ocr: true })).toBe(extractorVersion())
  expect(extractorOf({ diagnostics: scanned, ocr: 'cym' })).toBe(`${extractorVersion()} ocr:cym`)
  expect(extractorOf({ diagnostics: [], ocr: 'cym' })).toBe(extractorVersion())
})

test('another choice has scanned papers alone read again, and none keeps what was chosen before', () => {
  const asUsual = known(extractorOf({ diagnostics: scanned }))
  const chosen = known(extractorOf({ diagnostics: scanned, ocr: 'cym' }))
  expect(isOfNow(asUsual, { ocr: 'cym', store: store(scanned) })).toBe(false)
  expect(isOfNow(asUsual, { ocr: 'cym', store: store([]) })).toBe(true)
  expect(isOfNow(chosen, { ocr: 'cym', store: store(scanned) })).toBe(true)
  expect(isOfNow(chosen, { ocr: 'tesseract', store: store(scanned) })).toBe(false)
  expect(isOfNow(chosen, { ocr: true, store: store(scanned) })).toBe(true)
  expect([ocrFor(chosen, true), ocrFor(chosen, 'eng'), ocrFor(chosen, false), ocrFor(asUsual, true)]).toEqual(['cym', 'eng', false, true])
})
