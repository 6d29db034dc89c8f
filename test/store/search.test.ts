import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../src/store/database.ts'
import { TestArchive } from '../corrections/corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await TestArchive.imported()
})
afterEach(() => archive.end())

const BUSES = 'marlford/bus-services-2021'
const find = (words: string) => archive.store.query('SELECT * FROM search WHERE search MATCH ? ORDER BY rank, entity_id', words)
const entries = () => archive.store.query('SELECT * FROM search_entry ORDER BY search_id')

/** Throws where the index is not what its table says (FTS5's own check, section 6.4 of its manual). */
function checkIndex(): void {
  const connection = connect(archive.store.path, { readonly: false })
  connection.exec("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
  connection.close()
}

describe('search', () => {
  test('holds every recommendation, resolution and update once', () => {
    const [counts] = archive.store.query(
      'SELECT (SELECT count(*) FROM recommendations) + (SELECT count(*) FROM resolutions) + (SELECT count(*) FROM progress_updates) AS n',
    )
    expect(entries()).toHaveLength(Number(counts?.n))
  })

  test('finds words by their stem, without regard to capitals, in all three kinds', () => {
    const found = find('PASSES hospital')
    expect(found.map((row) => row.entity_id)).toContain(`${BUSES}/3`)
    expect(new Set(find('pass').map((row) => row.kind))).toEqual(new Set(['recommendation', 'resolution', 'progress_update']))
    expect(find('zebra')).toEqual([])
  })

  test('finds what belongs to a review by words of its title', () => {
    const all = archive.store
      .query('SELECT recommendation_id FROM recommendations WHERE review_id = ?', BUSES)
      .map((row) => row.recommendation_id)
    expect(find('review_title: "bus services"').map((row) => row.entity_id)).toEqual(expect.arrayContaining(all))
  })

  test('marks what it found', () => {
    const [row] = archive.store.query(
      "SELECT snippet(search, 8, '[', ']', '…', 8) AS words FROM search WHERE search MATCH 'hospital' AND kind = 'recommendation'",
    )
    expect(row?.words).toMatch(/\[hospital\]/u)
  })

  test('knows the review of what it found', () => {
    expect(find('hospital AND pass').find((row) => row.kind === 'progress_update')?.review_id ?? BUSES).toBe(BUSES)
    expect(find('hospital').find((row) => row.kind === 'resolution')).toMatchObject({ review_id: BUSES, recommendation_id: `${BUSES}/3` })
  })

  test('leaves what is right untouched when papers are imported again', async () => {
    const before = entries()
    await archive.import()
    expect(entries()).toEqual(before)
    checkIndex()
  })

  test('follows a correction, and forgets what was there', () => {
    const before = entries()
    archive.say({ action: 'set', target: `${BUSES}/3`, fields: { text: 'Zebras be let on buses.' } })
    expect(find('zebra').map((row) => row.entity_id)).toEqual([`${BUSES}/3`])
    const same = entries().filter((row) => row.entity_id !== `${BUSES}/3`)
    expect(same).toEqual(before.filter((row) => row.entity_id !== `${BUSES}/3`))
    checkIndex()
  })

  test('forgets the papers that go', () => {
    const [row] = archive.store.query('SELECT path, document_id FROM documents JOIN search_entry USING (document_id) ORDER BY path LIMIT 1')
    archive.store.removePath(String(row?.path))
    expect(archive.store.query('SELECT 1 FROM search_entry WHERE document_id = ?', String(row?.document_id))).toEqual([])
    expect(find('the').filter((found) => found.document_id === row?.document_id)).toEqual([])
    checkIndex()
  })
})
