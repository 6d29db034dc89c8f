import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendixPaper, councilPapers, type PlannedPaper } from '../../scripts/bench/archive/council-papers.ts'
import { FORMATS } from '../../scripts/bench/archive/paper.ts'
import { printPaper } from '../../scripts/bench/archive/print-paper.ts'
import { writeArchive } from '../../scripts/bench/archive/write-archive.ts'
import { importPaths } from '../../src/import.ts'
import { openStore } from '../../src/store/open-store.ts'

const SEED = 1
const DOCUMENTS = 32
/** A machine that is busy with other things takes this long. */
const WRITTEN_AND_READ_MS = 120_000
const KINDS = ['review_report', 'decision_record', 'minutes', 'response', 'action_plan', 'progress_update', 'other']

const printAll = (papers: readonly PlannedPaper[]) => Promise.all(papers.map(printPaper))

describe('the bench’s papers', () => {
  test('are the same bytes for the same seed, whatever else is asked for, and others for another', async () => {
    const papers = councilPapers(1, SEED, DOCUMENTS)
    const bytes = await printAll(papers)
    expect(await printAll(councilPapers(1, SEED).slice(0, DOCUMENTS))).toEqual(bytes)
    expect(await printAll(councilPapers(1, SEED + 1, DOCUMENTS))).not.toEqual(bytes)
    expect(await printPaper(appendixPaper(SEED))).toEqual(await printPaper(appendixPaper(SEED)))
  })

  test('come in every kind and format early on', () => {
    const papers = councilPapers(0, SEED, DOCUMENTS)
    expect(new Set(papers.map(({ paper }) => paper.meaning.kind))).toEqual(new Set(KINDS))
    expect(new Set(papers.map(({ format }) => format))).toEqual(new Set(FORMATS))
  })
})

describe('an archive of them', () => {
  const store = openStore(':memory:')
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scrutineer-bench-test-'))
    const { archive, appendix } = await writeArchive(DOCUMENTS, SEED, folder)
    await importPaths([archive, appendix], { store, jobs: 2 })
  }, WRITTEN_AND_READ_MS)
  afterAll(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** How many rows of a view a paper has, those of lettered parts left out. */
  const count = (view: string, id: string) =>
    store.query(`SELECT 1 FROM ${view} WHERE document_id = ? AND (number IS NULL OR number NOT LIKE '%(%')`, id).length

  test.each([...councilPapers(0, SEED, DOCUMENTS), appendixPaper(SEED)])(
    '$path is read as what it was written to say',
    ({ path, paper }) => {
      const [document] = store.query('SELECT document_id, kind, status, review_id FROM documents WHERE path LIKE ?', `%${path}`)
      const id = String(document?.document_id)
      expect({
        kind: document?.kind,
        wordings: count('wordings', id),
        resolutions: count('resolutions', id),
        commitments: count('commitments', id),
        updates: count('progress_updates', id),
      }).toEqual(paper.meaning)
      expect(document?.status).toBe('ok')
      // A paper that says something of a review is put to one.
      if (paper.meaning.kind !== 'other') expect(document?.review_id).not.toBeNull()
    },
  )

  test('is joined: each review has its papers, and nothing that was resolved or reported is left over', () => {
    const reports = councilPapers(0, SEED, DOCUMENTS).filter(({ paper }) => paper.meaning.kind === 'review_report')
    expect(store.query('SELECT review_id FROM reviews')).toHaveLength(reports.length)
    expect(store.query('SELECT entity_id, reason FROM unlinked')).toEqual([])
  })
})
