import { createHash } from 'node:crypto'
import { codeDigest, extractorVersion } from '../parsers/extractor.ts'
import { type Correction, correctionSchema } from '../schema/corrections.ts'
import { StoreError } from '../schema/errors.ts'
import { correctionsPath, readCorrections, writeCorrections } from './corrections/correction-file.ts'
import type { Store } from './store/store.ts'

/**
 * The corrections that lie beside a database. Throws `StoreError` for a line that cannot be read, and where the database knows lines
 * that the file lacks: what people said is not to be lost in silence.
 */
export function storedCorrections(store: Store): Correction[] {
  const path = correctionsPath(store.path)
  const corrections = readCorrections(path)
  const lost = lostCorrections(store, corrections)
  if (lost.length === 0) return corrections
  const shown = lost.slice(0, MOST_SHOWN).map(({ id }) => id)
  throw new StoreError(
    `${store.path} knows ${lost.length === 1 ? 'a correction' : `${lost.length} corrections`} that ${path} lacks (${shown.join(', ')}${lost.length > shown.length ? ', …' : ''}). ` +
      `Put the file back, or write it again from the database: scrutineer correct restore --db ${store.path}. Nothing was changed.`,
  )
}

const MOST_SHOWN = 3

/** The corrections that the database carried out and that are not among these. */
function lostCorrections(store: Store, corrections: readonly Correction[]): Correction[] {
  const there = new Set(corrections.map(({ id }) => id))
  return store
    .correctionLines()
    .filter(({ correctionId }) => !there.has(correctionId))
    .map(({ line }) => correctionSchema.parse(JSON.parse(line)))
}

/** Writes the corrections that the file beside a database lacks into it again; gives these. */
export function restoreCorrections(store: Store): Correction[] {
  const path = correctionsPath(store.path)
  if (path === null) return []
  const corrections = readCorrections(path)
  const lost = lostCorrections(store, corrections)
  if (lost.length > 0)
    writeCorrections(
      path,
      [...corrections, ...lost].sort((a, b) => (a.at < b.at ? -1 : 1)),
    )
  return lost
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
