import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError, UsageError } from '../../schema/errors.ts'
import { allRows } from '../archive-views.ts'
import { TestArchive } from './corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await TestArchive.imported()
})
afterEach(() => archive.end())

const BUSES = 'marlford/bus-services-2021'
const SHELTERS = 'marlford/bus-shelters-2022'

const latest = (recommendation: string) =>
  archive.one(
    `SELECT u.* FROM progress_updates u JOIN documents d USING (document_id) WHERE u.recommendation_id = ? ORDER BY d.dated_to DESC LIMIT 1`,
    recommendation,
  )
const withoutCorrections = () => {
  const { corrections: _, ...rest } = allRows(archive.store)
  return rest
}

describe('a link', () => {
  test('is taken from one recommendation and given to another, and all that follows from it follows', () => {
    const { update_id: id, status } = latest(`${BUSES}/3`)
    const earlier = archive.one(
      `SELECT u.status FROM progress_updates u JOIN documents d USING (document_id) WHERE u.recommendation_id = ? AND u.update_id <> ? ORDER BY d.dated_to DESC`,
      `${BUSES}/3`,
      String(id),
    )
    archive.say({ action: 'link', target: String(id), to: `${SHELTERS}/1` })
    const to = archive.recommendation(`${SHELTERS}/1`)
    expect(archive.update(String(id))).toMatchObject({
      recommendation_id: `${SHELTERS}/1`,
      resolution_id: to.resolution_id,
      link_confidence: 1,
      link_method: 'correction',
    })
    expect([to.status, archive.recommendation(`${BUSES}/3`).status]).toEqual([status, earlier.status])
    const links = archive.store.query('SELECT to_id, judgement, decided_by FROM links WHERE from_id = ? ORDER BY judgement', String(id))
    expect(links).toEqual([
      { to_id: to.resolution_id, judgement: 'accepted', decided_by: 'A. Clerk' },
      { to_id: archive.recommendation(`${BUSES}/3`).resolution_id, judgement: 'rejected', decided_by: 'A. Clerk' },
    ])
  })

  test('is taken away: the update is about nothing, and is not asked about again', () => {
    const { update_id: id } = latest(`${BUSES}/3`)
    archive.say({ action: 'unlink', target: String(id), from: null })
    expect(archive.update(String(id))).toMatchObject({ recommendation_id: null, resolution_id: null, link_confidence: null })
    expect(archive.store.query('SELECT 1 FROM unlinked WHERE entity_id = ?', String(id))).toEqual([])
  })

  test('of a resolution and of a commitment is taken away and given back', () => {
    const row = archive.recommendation(`${BUSES}/4`)
    archive.say({ action: 'unlink', target: String(row.resolution_id), from: null })
    expect(archive.recommendation(`${BUSES}/4`).resolution_id).toBeNull()
    expect(latest(`${BUSES}/4`).resolution_id).toBeNull()
    archive.say({ action: 'link', target: String(row.resolution_id), to: `${BUSES}/4` })
    expect(archive.recommendation(`${BUSES}/4`)).toEqual(row)
    expect(latest(`${BUSES}/4`).resolution_id).toBe(row.resolution_id)
    const commitments = archive.store.query('SELECT commitment_id FROM commitments WHERE recommendation_id = ?', `${BUSES}/4`)
    for (const { commitment_id: id } of commitments) archive.say({ action: 'unlink', target: String(id), from: null })
    expect(archive.recommendation(`${BUSES}/4`)).toMatchObject({ responsible: null, due_text: null })
    expect(archive.store.query('SELECT 1 FROM actions WHERE recommendation_id = ?', `${BUSES}/4`)).toEqual([])
  })

  test('of a document puts all that it says in another review, and of none in none', () => {
    const { document_id: id } = archive.one("SELECT document_id FROM documents WHERE path LIKE '%Progress Update - Bus Shelters%'")
    const reviewOf = () => archive.one('SELECT review_id FROM documents WHERE document_id = ?', String(id)).review_id
    archive.say({ action: 'link', target: String(id), to: BUSES })
    expect(reviewOf()).toBe(BUSES)
    expect(archive.store.query('SELECT to_id, judgement, decided_by FROM links WHERE from_id = ? ORDER BY judgement', String(id))).toEqual([
      { to_id: BUSES, judgement: 'accepted', decided_by: 'A. Clerk' },
      { to_id: SHELTERS, judgement: 'rejected', decided_by: 'A. Clerk' },
    ])
    archive.say({ action: 'unlink', target: String(id), from: null })
    expect(reviewOf()).toBeNull()
    const updates = archive.store.query('SELECT recommendation_id FROM progress_updates WHERE document_id = ?', String(id))
    expect(updates.every((row) => row.recommendation_id === null)).toBe(true)
  })

  test('of a document in which nothing was read that could be linked puts it in the review that a person names', async () => {
    writeFileSync(join(archive.folder, 'papers', 'scan.txt'), '')
    await archive.import()
    const paper = (path: string) => archive.one('SELECT document_id, review_id FROM documents WHERE path LIKE ?', path)
    const [id, scan] = ['%Press release%', '%scan.txt'].map((path) => String(paper(path).document_id))
    const reviewOf = (path: string) => paper(path).review_id
    for (const target of [id, scan]) archive.say({ action: 'link', target: String(target), to: SHELTERS })
    expect([reviewOf('%Press release%'), reviewOf('%scan.txt')]).toEqual([SHELTERS, SHELTERS])
    expect(archive.one('SELECT documents FROM reviews WHERE review_id = ?', SHELTERS).documents).toBe(5)
    expect(archive.one('SELECT to_id, judgement, decided_by FROM links WHERE from_id = ?', String(id))).toEqual({
      to_id: SHELTERS,
      judgement: 'accepted',
      decided_by: 'A. Clerk',
    })
    const other = { action: 'unlink', target: String(id), from: BUSES } as const
    expect(() => archive.say(other)).toThrow(/There is no/)
    const [merged] = archive.say({ action: 'merge', target: SHELTERS, into: BUSES })
    expect(reviewOf('%Press release%')).toBe(BUSES)
    archive.say({
      action: 'part',
      target: BUSES,
      papers: [String(scan), String(paper('%Bus Shelters - March%').document_id)],
      title: 'Waiting',
    })
    expect(reviewOf('%scan.txt')).toBe(reviewOf('%Bus Shelters - March%'))
    archive.say({ action: 'undo', target: String(merged?.correctionId) })
    await archive.rebuild()
    expect(reviewOf('%Press release%')).toBe(SHELTERS)
    archive.say({ action: 'unlink', target: String(id), from: null })
    expect(reviewOf('%Press release%')).toBeNull()
  })
})

describe('reviews', () => {
  test('are merged, known by the old id too, and parted again', () => {
    archive.say({ action: 'merge', target: SHELTERS, into: BUSES })
    expect(archive.store.query('SELECT 1 FROM reviews WHERE review_id = ?', SHELTERS)).toEqual([])
    expect(archive.one('SELECT new_id FROM aliases WHERE old_id = ?', SHELTERS).new_id).toBe(BUSES)
    // A correction that mentions the old id finds what it is now.
    archive.say({ action: 'set', target: SHELTERS, fields: { committee: 'Place' } })
    expect(archive.one('SELECT committee FROM reviews WHERE review_id = ?', BUSES).committee).toBe('Place')
    const papers = archive.store
      .query("SELECT document_id FROM documents WHERE path LIKE '%Shelters%'")
      .map((row) => String(row.document_id))
    archive.say({ action: 'part', target: BUSES, papers, title: 'Review of Waiting Places' })
    expect(archive.one("SELECT * FROM reviews WHERE title = 'Review of Waiting Places'")).toMatchObject({
      documents: 3,
      recommendations: 7,
    })
    expect(archive.one('SELECT documents FROM reviews WHERE review_id = ?', BUSES).documents).toBe(5)
  })
})

describe('undoing', () => {
  test('brings back all that was, and can be undone', () => {
    const before = withoutCorrections()
    const { update_id: id } = latest(`${BUSES}/3`)
    const [made] = archive.say({ action: 'link', target: String(id), to: `${SHELTERS}/1` })
    const after = withoutCorrections()
    const [undo] = archive.say({ action: 'undo', target: String(made?.correctionId) })
    expect(withoutCorrections()).toEqual(before)
    expect(archive.store.rows('corrections').map((row) => [row.action, row.state])).toEqual([
      ['link', 'undone'],
      ['undo', 'applied'],
    ])
    archive.say({ action: 'undo', target: String(undo?.correctionId) })
    expect(withoutCorrections()).toEqual(after)
  })

  test('of the later of two brings back the earlier', () => {
    const target = `${BUSES}/3`
    archive.say({ action: 'set', target, fields: { status: 'stalled' } })
    const [second] = archive.say({ action: 'set', target, fields: { status: 'slipped' } })
    expect(archive.store.rows('corrections').map((row) => row.state)).toEqual(['replaced', 'applied'])
    archive.say({ action: 'undo', target: String(second?.correctionId) })
    expect(archive.recommendation(target).status).toBe('stalled')
  })
})

describe('what does not fit is refused, and nothing is written', () => {
  test.each([
    [{ action: 'link', target: 'doc-000000000000/update/1', to: `${BUSES}/3` }, /There is no doc-000000000000/],
    [{ action: 'set', target: `${BUSES}/99`, fields: { status: 'achieved' } }, /99 is not here/],
    [{ action: 'set', target: `${BUSES}/3`, fields: { colour: 'red' } }, /has no field "colour" to set/],
    [{ action: 'set', target: `${BUSES}/3`, fields: { status: 'done' } }, /status cannot be "done"/],
    [{ action: 'merge', target: BUSES, into: 'nowhere' }, /There is no/],
    [{ action: 'settle', target: 'doc-000000000000', rule: 'number-gap', note: null }, /There is no/],
    [{ action: 'undo', target: 'c-0000000000' }, /no correction c-0000000000/],
  ] as const)('%o', (draft, words) => {
    const before = allRows(archive.store)
    expect(() => archive.say(structuredClone(draft) as Parameters<TestArchive['say']>[0])).toThrow(UsageError)
    expect(() => archive.say(structuredClone(draft) as Parameters<TestArchive['say']>[0])).toThrow(words)
    expect(existsSync(archive.corrections)).toBe(false)
    expect(allRows(archive.store)).toEqual(before)
  })
})

describe('the file', () => {
  const say = () => archive.say({ action: 'set', target: `${BUSES}/3`, fields: { status: 'stalled' } })

  test('is lines of JSON under a header, and may lack its last line end', () => {
    say()
    writeFileSync(archive.corrections, readFileSync(archive.corrections, 'utf8').trimEnd())
    say()
    const lines = readFileSync(archive.corrections, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines[0]).toEqual({ format: 'scrutineer-corrections', version: 3 })
    expect(lines.slice(1)).toEqual([
      expect.objectContaining({ by: 'A. Clerk', action: 'set' }),
      expect.objectContaining({ by: 'A. Clerk', action: 'set' }),
    ])
  })

  test.each([
    ['{"id":', /line 3: this is not a line of JSON/],
    ['{"id":"c-1","at":"yesterday","by":"X","why":null,"action":"undo","target":"c-2"}', /line 3: .*at/],
    ['{"id":"c-1","at":"2031-01-01T00:00:00Z","by":"rule","why":null,"action":"undo","target":"c-2"}', /line 3: .*name of a person/],
    ['{"format":"scrutineer-corrections","version":5}', /line 3: .*newer Scrutineer/],
  ])('with the line %s is refused before anything is read, with its number', async (line, words) => {
    say()
    writeFileSync(archive.corrections, `${readFileSync(archive.corrections, 'utf8')}${line}\n`)
    const content = readFileSync(archive.corrections, 'utf8')
    const before = allRows(archive.store)
    await expect(archive.import()).rejects.toThrow(StoreError)
    await expect(archive.import()).rejects.toThrow(words)
    expect(say).toThrow(words)
    expect(readFileSync(archive.corrections, 'utf8')).toBe(content)
    expect(allRows(archive.store)).toEqual(before)
  })

  test('may be merged of two in any order, with headers and lines twice', async () => {
    say()
    archive.say({ action: 'set', target: `${BUSES}/3`, fields: { status: 'slipped' } })
    const [header, ...lines] = readFileSync(archive.corrections, 'utf8').trimEnd().split('\n')
    const before = allRows(archive.store)
    writeFileSync(archive.corrections, [header, ...lines.toReversed(), header, ...lines, ''].join('\r\n'))
    await archive.import()
    expect(allRows(archive.store)).toEqual(before)
    expect(archive.recommendation(`${BUSES}/3`).status).toBe('slipped')
  })
})
