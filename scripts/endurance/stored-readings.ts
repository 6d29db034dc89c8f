import { errorToNote } from '../../src/reading/error-to-note.ts'
import type { FileReading } from '../../src/reading/read-file.ts'
import { relink } from '../../src/relink.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import type { Fault } from './reading-faults.ts'

/** So many papers make an archive, as a council's are; then another is begun. */
const PAPERS_OF_AN_ARCHIVE = 30

/** A paper of more is not linked: what that takes is the bench's to tell, and this thread has to look after limits. */
const MOST_RECORDS = 1000

/** Saves readings into a database in memory and links them, an archive at a time. */
export class StoredReadings {
  #store: Store = openStore(':memory:')
  #papers = 0

  /** What went wrong in saving the reading, and in linking where it was the last of an archive. */
  add(reading: FileReading, path: string): Fault[] {
    const { sha256, mediaType, pages, sheets, status, records, diagnostics, digest, held } = reading
    const lists = Object.values(records ?? {}).filter((list) => Array.isArray(list))
    if (lists.reduce((sum, list) => sum + list.length, 0) > MOST_RECORDS) return []
    const documentId = `doc-${sha256.slice(0, 12)}`
    const importedAt = '2026-11-22T00:00:00.000Z'
    const faults = faultOf('saving', () => {
      this.#store.saveDocument({
        ...{ documentId, sha256, path, stamp: null, mediaType, pages, sheets, status },
        ...{ extractor: 'fuzz', words: null, importedAt, records, diagnostics, digest, held },
      })
    })
    return ++this.#papers < PAPERS_OF_AN_ARCHIVE ? faults : [...faults, ...this.link()]
  }

  /** Links what was saved since the last time, and begins anew. */
  link(): Fault[] {
    const faults = faultOf('linking', () => {
      relink(this.#store)
      const strays = this.#store.query('PRAGMA foreign_key_check').length
      if (strays > 0) throw new Error(`${strays} rows name what is not there`)
    })
    this.#store.close()
    this.#store = openStore(':memory:')
    this.#papers = 0
    return faults
  }
}

function faultOf(rule: string, work: () => void): Fault[] {
  try {
    work()
    return []
  } catch (error) {
    return [{ rule, note: errorToNote(error) }]
  }
}
