import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Row } from '../../src/store/database.ts'
import { allRows } from '../archive-views.ts'
import { archivePapers, FIXTURES } from '../read-fixture.ts'
import { STRAY_PATH, TestArchive } from './corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await TestArchive.imported()
})
afterEach(() => archive.end())

const BUSES = 'marlford/bus-services-2021'
const HOMES = 'tarrowdale/empty-homes-2019'
const JUNE_2023 = 'papers/marlford-borough-council/Progress Update 2 - Bus Services - June 2023.md'

/** The update that the latest paper gives for recommendation 3 of the bus services. */
function lastUpdate(): Row {
  return archive.one(
    'SELECT u.* FROM progress_updates u JOIN documents d USING (document_id) WHERE d.path = ? AND u.recommendation_id = ?',
    JUNE_2023,
    `${BUSES}/3`,
  )
}

/** One correction of each kind; gives what must be seen ever after. */
function correctAll(): () => void {
  const update = String(lastUpdate().update_id)
  const stray = String(archive.one("SELECT entity_id FROM unlinked WHERE entity_kind = 'progress_update'").entity_id)
  const commitment = String(archive.one('SELECT commitment_id FROM commitments WHERE recommendation_id = ?', `${BUSES}/3`).commitment_id)
  const warned = archive.one("SELECT document_id, rule FROM diagnostics WHERE severity = 'warning' AND rule <> 'update-unlinked'")
  archive.say({ action: 'set', target: update, fields: { status: 'stalled' } }, 'the cell is amber')
  archive.say({ action: 'set', target: `${BUSES}/5`, fields: { responsible: null, heading: 'Passes' } })
  archive.say({ action: 'set', target: commitment, fields: { due_text: 'March 2026', due_from: '2026-03-01', due_to: '2026-03-31' } })
  archive.say({ action: 'link', target: stray, to: `${HOMES}/3` })
  archive.say({ action: 'merge', target: 'eastmere/school-meals-2022', into: 'marlford/bus-shelters-2022' })
  archive.say({ action: 'settle', target: String(warned.document_id), rule: String(warned.rule), note: null })
  return () => {
    expect(archive.update(update).status).toBe('stalled')
    expect(archive.recommendation(`${BUSES}/3`)).toMatchObject({ status: 'stalled' })
    expect(archive.recommendation(`${BUSES}/5`)).toMatchObject({ responsible: null, heading: 'Passes' })
    expect(archive.one('SELECT * FROM commitments WHERE commitment_id = ?', commitment)).toMatchObject({ due_to: '2026-03-31' })
    expect(archive.update(stray).recommendation_id).toBe(`${HOMES}/3`)
    expect(archive.store.query('SELECT 1 FROM unlinked WHERE entity_id = ?', stray)).toEqual([])
    expect(archive.one('SELECT * FROM aliases WHERE old_id = ?', 'eastmere/school-meals-2022').new_id).toBe('marlford/bus-shelters-2022')
    const settled = archive.store.query(
      'SELECT settled_by FROM diagnostics WHERE document_id = ? AND rule = ?',
      String(warned.document_id),
      String(warned.rule),
    )
    expect(settled.every((row) => row.settled_by === 'A. Clerk')).toBe(true)
    const rows = archive.store.rows('corrections')
    expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'applied'))
    expect(rows.find((row) => row.target_id === update)).toMatchObject({
      by: 'A. Clerk',
      why: 'the cell is amber',
      field: 'status',
      extracted: 'achieved',
      corrected: 'stalled',
    })
  }
}

describe('a correction survives', () => {
  test('an import again, of all papers and of each by itself', async () => {
    const holds = correctAll()
    holds()
    const before = allRows(archive.store)
    const summary = await archive.import()
    holds()
    expect(summary).toMatchObject({ added: 0, changed: 0, corrections: 6, correctionsGone: 0, rowsWritten: 0, rowsRemoved: 0 })
    await archive.import({ again: true }, [JUNE_2023])
    holds()
    expect(allRows(archive.store)).toEqual(before)
  })

  test('reading all papers again, which finds nothing changed', async () => {
    const holds = correctAll()
    expect(await archive.import({ again: true })).toMatchObject({ added: 0, changed: 0, unchanged: 20, rowsWritten: 0, rowsRemoved: 0 })
    holds()
  })

  test('a new appendix', async () => {
    const holds = correctAll()
    writeFileSync(
      join(archive.folder, 'papers/marlford-borough-council/Progress Update 3.md'),
      readFileSync(join(archive.folder, JUNE_2023), 'utf8').replaceAll('2023', '2024'),
    )
    const summary = await archive.import()
    expect(summary).toMatchObject({ added: 1, changed: 0, correctionsGone: 0 })
    // The later paper has the last word on the status of the recommendation; the person's is on what that update said.
    expect(archive.recommendation(`${BUSES}/3`).status).toBe('achieved')
    archive.say({ action: 'set', target: `${BUSES}/3`, fields: { status: 'stalled' } })
    holds()
  })

  test('a rebuild from nothing, in one import or many', async () => {
    const holds = correctAll()
    const before = allRows(archive.store)
    await archive.rebuild()
    holds()
    expect(allRows(archive.store)).toEqual(before)
    await archive.rebuild(
      [...archivePapers().map((path) => relative(FIXTURES, path).replace('archive', 'papers')), STRAY_PATH]
        .toReversed()
        .map((path) => [path]),
    )
    holds()
    expect(allRows(archive.store)).toEqual(before)
  })
})

test('a new appendix changes only what it touches', async () => {
  const rowids = () =>
    archive.store.query(
      `SELECT 'recommendation' AS t, rowid, recommendation_id AS id FROM recommendation
       UNION ALL SELECT 'assignment', rowid, entity_id FROM assignment UNION ALL SELECT 'link', rowid, link_id FROM link
       UNION ALL SELECT 'review', rowid, review_id FROM review UNION ALL SELECT 'wording', rowid, id FROM wording
       UNION ALL SELECT 'update', rowid, id FROM progress_update UNION ALL SELECT 'evidence', rowid, entity_id FROM evidence_piece`,
    )
  const before = rowids()
  const text = readFileSync(join(archive.folder, JUNE_2023), 'utf8').replaceAll('2023', '2024')
  writeFileSync(join(archive.folder, 'papers/marlford-borough-council/Progress Update 3.md'), text)
  const { rowsWritten, rowsRemoved } = await archive.import()
  const after = new Set(rowids().map((row) => JSON.stringify(row)))
  expect(before.filter((row) => !after.has(JSON.stringify(row)))).toEqual([])
  const added = archive.one(
    'SELECT count(*) AS n FROM assignment a JOIN documents d USING (document_id) WHERE d.path LIKE ?',
    '%Update 3.md',
  )
  const ofTheReview = archive.one('SELECT count(*) AS n FROM recommendations WHERE review_id = ?', BUSES)
  // The new paper's own rows, twice at most (assigned, linked), its review, and the recommendations that it is about.
  expect(rowsWritten).toBeLessThanOrEqual(2 * Number(added.n) + Number(ofTheReview.n) + 3)
  expect(rowsRemoved).toBe(0)
})

test('a paper that changed supersedes what it was; a correction of that is told to be without its target', async () => {
  const { update_id: update, document_id: former } = lastUpdate()
  archive.say({ action: 'set', target: String(update), fields: { status: 'stalled' } })
  appendFileSync(join(archive.folder, JUNE_2023), '\nPublished again with a correction.\n')
  const summary = await archive.import()
  expect(summary).toMatchObject({ changed: 1, superseded: 1, correctionsGone: 1 })
  expect(summary.waiting).toEqual([expect.objectContaining({ targetId: update, state: 'target_gone', corrected: 'stalled' })])
  const { superseded_by: successor } = archive.one('SELECT superseded_by FROM documents WHERE document_id = ?', String(former))
  expect(lastUpdate()).toMatchObject({ document_id: successor, status: 'achieved' })
  expect(archive.update(String(update)).recommendation_id).toBeNull()
  expect(archive.store.rows('runs').at(-1)).toMatchObject({ changed: 1, superseded: 1, corrections_gone: 1 })
})
