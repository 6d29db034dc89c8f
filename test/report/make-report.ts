import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importPaths } from '../../src/import.ts'
import { writeReport } from '../../src/report/write-report.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { FIXTURES } from '../read-fixture.ts'
import { TODAY } from './make-site.ts'

/** A report of the fixtures' archive and PDFs, and the store that it was made from. */
export interface MadeReport {
  folder: string
  store: Store
  end: () => void
}

/** Imports folders of fixtures, `archive` and `pdf` if none are named, and writes their report into a new folder. */
export async function makeReport(...papers: string[]): Promise<MadeReport> {
  const home = mkdtempSync(join(tmpdir(), 'scrutineer-report-'))
  const store = openStore(join(home, 'archive.db'), { create: true })
  const folder = join(home, 'report')
  const folders = papers.length ? papers : ['archive', 'pdf']
  await importPaths(
    folders.map((name) => join(FIXTURES, name)),
    { store },
  )
  await writeReport(store, { out: folder, today: TODAY })
  return {
    folder,
    store,
    end: () => {
      store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
