import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importPaths } from '../src/import.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'

/** Columns that are about an import rather than of a paper. */
const OF_THE_IMPORT = new Set(['imported_at'])
/** The views that must not depend on how papers came in. */
export const VIEWS = [
  'documents',
  'reviews',
  'recommendations',
  'wordings',
  'resolutions',
  'commitments',
  'responsibilities',
  'actions',
  'progress_updates',
  'document_facts',
  'gradings',
  'links',
  'unlinked',
  'evidence',
  'diagnostics',
  'aliases',
  'wording_changes',
  'slippage',
  'silences',
  'corrections',
] as const

/** Imports each batch of paths one after the other into a new database, and hands it to `look`. */
export async function withArchive<T>(batches: readonly (readonly string[])[], look: (store: Store) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-'))
  const store = openStore(join(folder, 'archive.db'), { create: true })
  try {
    for (const batch of batches) await importPaths(batch, { store, jobs: 1 })
    return look(store)
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
}

/** All rows of all views as sorted lines. */
export function allRows(store: Store): Record<string, string[]> {
  return Object.fromEntries(
    VIEWS.map((view) => [
      view,
      store
        .rows(view)
        .map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !OF_THE_IMPORT.has(column))))
        .sort(),
    ]),
  )
}
