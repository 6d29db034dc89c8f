import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { importPaths } from '../../src/import.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'

/** A folder, and in it a database of all papers of `fixtures/archive`, for the tests of one file. */
export interface ArchiveDatabase {
  folder: string
  store: Store
}

/** Imports the papers before the file's tests and takes all away after them. */
export function archiveDatabase(): ArchiveDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-export-'))
  const store = openStore(join(folder, 'scrutineer.db'), { create: true })
  beforeAll(async () => {
    await importPaths(['fixtures/archive'], { store, jobs: 1 })
  })
  afterAll(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })
  return { folder, store }
}
