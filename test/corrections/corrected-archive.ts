import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CorrectionDraft, CorrectionRow } from '../../schema/corrections.ts'
import { correct } from '../../src/correct.ts'
import { type ImportOptions, importPaths } from '../../src/import.ts'
import type { ImportSummary } from '../../src/import-tally.ts'
import type { Row } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { FIXTURES } from '../read-fixture.ts'

/** Where the paper lies that cannot be placed. */
export const STRAY_PATH = 'papers/tarrowdale-district-council/OSC 2021-03-09 - Recommendation tracker.md'

/** A tracker with numbers that no recommendation has: whoever links it, a person must say what it is about. */
const STRAY = `# Tarrowdale District Council

**Overview and Scrutiny Committee, 9 March 2021**

## Recommendation tracker

### Review of Empty Homes (November 2019)

| No. | Recommendation | Lead officer | Target date | Progress | RAG |
| --- | --- | --- | --- | --- | --- |
| 1 | That the council tax list of homes empty for more than six months be matched each quarter with the electoral register and the planning register. | Revenues Manager | 31/03/2020 | Matched four times. | Green |
| 2 | That one officer be named as the first contact for owners, neighbours and parish councils. | Head of Housing | 1 May 2020 | In post. | Green |
| 97 | Otters. | Zookeeper | June 2021 | Nine otters counted at the weir. | Green |
| 98 | Kites. | Zookeeper | June 2021 | Prices will be known in May. | Amber |
| 99 | Owls. | Zookeeper | June 2021 | In use since 6 July. | Amber |
`

/** A copy of the fixtures' archive, with a paper that cannot be placed, a database and corrections of its own. */
export class TestArchive {
  readonly folder = mkdtempSync(join(tmpdir(), 'scrutineer-corrections-'))
  store: Store

  /** Of papers that are not imported yet, unless a database is given that knows them. */
  constructor(database?: Uint8Array) {
    cpSync(join(FIXTURES, 'archive'), join(this.folder, 'papers'), { recursive: true })
    writeFileSync(join(this.folder, STRAY_PATH), STRAY)
    if (database) writeFileSync(join(this.folder, 'archive.db'), database)
    this.store = openStore(join(this.folder, 'archive.db'), { create: true })
  }

  /** One that is imported: the papers are read once, and each archive gets a database of its own with what was stored. */
  static async imported(): Promise<TestArchive> {
    TestArchive.#imported ??= TestArchive.#importOnce()
    return new TestArchive(await TestArchive.#imported)
  }

  static #imported: Promise<Uint8Array> | null = null

  static async #importOnce(): Promise<Uint8Array> {
    const archive = new TestArchive()
    try {
      await archive.import()
      // The last connection that closes brings all that the log holds into the file.
      archive.store.close()
      return readFileSync(join(archive.folder, 'archive.db'))
    } finally {
      archive.end()
    }
  }

  get corrections(): string {
    return join(this.folder, 'archive.corrections.jsonl')
  }

  import(options: Partial<ImportOptions> = {}, paths = ['papers']): Promise<ImportSummary> {
    return importPaths(
      paths.map((path) => join(this.folder, path)),
      { store: this.store, jobs: 1, ...options },
    )
  }

  /** Takes the database away, corrections left, and builds it from nothing, one import for each batch of paths. */
  async rebuild(batches: string[][] = [['papers']]): Promise<void> {
    this.store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(this.folder, `archive.db${suffix}`), { force: true })
    this.store = openStore(join(this.folder, 'archive.db'), { create: true })
    for (const paths of batches) await this.import({}, paths)
  }

  say(draft: CorrectionDraft, why: string | null = null): CorrectionRow[] {
    return correct(this.store, draft, { by: 'A. Clerk', why })
  }

  one(sql: string, ...values: string[]): Row {
    const [row] = this.store.query(sql, ...values)
    if (!row) throw new Error(`no row: ${sql}`)
    return row
  }

  recommendation(id: string): Row {
    return this.one('SELECT * FROM recommendations WHERE recommendation_id = ?', id)
  }

  update(id: string): Row {
    return this.one('SELECT * FROM progress_updates WHERE update_id = ?', id)
  }

  end(): void {
    this.store.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
