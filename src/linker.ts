import { createHash } from 'node:crypto'
import { codeDigest, extractorVersion } from '../parsers/extractor.ts'
import type { Correction } from '../schema/corrections.ts'
import { correctionsPath, readCorrections } from './corrections/correction-file.ts'
import type { Store } from './store/store.ts'

/** The corrections that lie beside a database. Throws `StoreError` for a line that cannot be read. */
export function storedCorrections(store: Store): Correction[] {
  return readCorrections(correctionsPath(store.path))
}

let version: string | undefined

/**
 * By what an archive is linked: a digest of every rule that linking follows, those of the extractor with them, and of the
 * corrections. While it is the same and nothing was stored, linking anew would change nothing. 12 hexadecimal digits.
 */
export function linkedBy(corrections: readonly Correction[]): string {
  version ??= extractorVersion() + codeDigest(new URL('./', import.meta.url), ['link', 'corrections'])
  return createHash('sha256').update(version).update(JSON.stringify(corrections)).digest('hex').slice(0, 12)
}
