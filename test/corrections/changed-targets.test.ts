import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Correction } from '../../schema/corrections.ts'
import { correctArchive } from '../../src/corrections/correct-archive.ts'
import { describeTargets } from '../../src/describe-targets.ts'
import { TestArchive } from './corrected-archive.ts'

let archive: TestArchive
beforeEach(() => {
  archive = new TestArchive()
  mkdirSync(join(archive.folder, 'reports'))
})
afterEach(() => archive.end())

/** A report of a council that no fixture knows, with these recommendations. */
function writeReport(
  name: string,
  title: string,
  day: string,
  recommendations: readonly string[],
  committee = 'Overview and Scrutiny Committee',
): void {
  const list = recommendations.map((text, index) => `${index + 1}. ${text}`).join('\n')
  writeFileSync(
    join(archive.folder, 'reports', name),
    `# Ashwater Borough Council\n\n## ${title}\n\n**Report of the ${committee}, ${day}**\n\n## Recommendations\n\n${list}\n`,
  )
}

const BENCHES = 'That the council places two benches at every bus stop in the town centre.'
const LIGHTS = 'That the Cabinet Member reports each spring on the street lights that are out of order.'
const MARKETS = 'That all markets have a person to ask for.'
const FOUNTAIN = 'That the drinking fountain in Mill Park is repaired before the summer.'

const report = (paths = ['reports']) => archive.import({}, paths)
const corrections = () => archive.store.rows('corrections')
const withText = (text: string): string =>
  String(archive.one('SELECT recommendation_id FROM recommendations WHERE text LIKE ?', `%${text.slice(5, 40)}%`).recommendation_id)

describe('a correction of a recommendation', () => {
  test('waits where the final puts another in its place, and says which it most likely is now', async () => {
    writeReport('report.md', 'Review of Public Places', '4 March 2024', [BENCHES, LIGHTS])
    await report()
    const lights = withText(LIGHTS)
    archive.say({ action: 'set', target: lights, fields: { status: 'achieved' } })
    writeReport('report.md', 'Review of Public Places', '4 March 2024', [BENCHES, FOUNTAIN, LIGHTS])
    const summary = await report()
    expect(withText(FOUNTAIN)).toBe(lights)
    expect(archive.recommendation(lights).status).toBeNull()
    expect(summary).toMatchObject({ corrections: 0, correctionsChanged: 1 })
    expect(corrections()).toMatchObject([
      { state: 'target_changed', field: 'status', about_id: lights, about: LIGHTS, suggested_id: withText(LIGHTS) },
    ])
  })

  test('holds where its words were edited a little, and where the order stays', async () => {
    writeReport('report.md', 'Review of Public Places', '4 March 2024', [BENCHES, LIGHTS])
    await report()
    archive.say({ action: 'set', target: withText(LIGHTS), fields: { status: 'achieved' } })
    writeReport('report.md', 'Review of Public Places', '4 March 2024', [BENCHES, LIGHTS.replace('each spring', 'every spring')])
    await report()
    expect(archive.recommendation(withText('That the Cabinet Member reports every')).status).toBe('achieved')
    expect(corrections()).toMatchObject([{ state: 'applied' }])
  })
})

describe('a correction of a review', () => {
  test('waits where an older paper of the same title takes its id, and so does one of its recommendation', async () => {
    writeReport('late.md', 'Review of Public Places', '4 September 2024', [BENCHES, LIGHTS], 'Children and Families Panel')
    await report()
    const id = String(archive.one('SELECT review_id FROM reviews').review_id)
    archive.say({ action: 'set', target: id, fields: { committee: 'The Panel' } })
    archive.say({ action: 'set', target: `${id}/1`, fields: { responsible: 'Mayor' } })
    writeReport('early.md', 'Review of Public Places', '4 February 2024', [FOUNTAIN, MARKETS], 'Place Overview Committee')
    const summary = await report()
    const twin = `${id}~2`
    expect(archive.store.query('SELECT review_id, committee FROM reviews ORDER BY 1')).toEqual([
      { review_id: id, committee: 'Place Overview Committee' },
      { review_id: twin, committee: 'Children and Families Panel' },
    ])
    expect(archive.recommendation(`${id}/1`)).toMatchObject({ text: FOUNTAIN, responsible: null })
    expect(summary).toMatchObject({ correctionsChanged: 2 })
    expect(corrections()).toMatchObject([
      { target_id: id, state: 'target_changed', about: 'Review of Public Places', suggested_id: twin },
      { target_id: `${id}/1`, state: 'target_changed', about: BENCHES, suggested_id: `${twin}/1` },
    ])
  })
})

describe('a correction of a record', () => {
  test('waits where the paper is read anew and another record has its id', async () => {
    await archive.import()
    const [first, second] = archive.store.query(
      'SELECT update_id, evidence FROM progress_updates WHERE evidence IS NOT NULL AND status IS NOT NULL ORDER BY update_id LIMIT 2',
    )
    archive.say({ action: 'set', target: String(first?.update_id), fields: { status: 'stalled' } })
    const documents = archive.store.loadLinkInputs()
    const lines = readFileSync(archive.corrections, 'utf8').trimEnd().split('\n')
    const correction = JSON.parse(lines.at(-1) ?? '') as Correction
    const swapped = documents.map((input) => {
      const { progressUpdates } = input.records
      const keys = [first, second].map((row) => String(row?.update_id).split('/').slice(1).join('/'))
      if (!String(first?.update_id).startsWith(input.documentId)) return input
      const other = (key: string): string => (key === keys[0] ? String(keys[1]) : key === keys[1] ? String(keys[0]) : key)
      return { ...input, records: { ...input.records, progressUpdates: progressUpdates.map((row) => ({ ...row, key: other(row.key) })) } }
    })
    const { corrections: rows } = correctArchive({ documents: swapped, documentIds: archive.store.documentIds() }, [correction])
    expect(rows).toMatchObject([{ state: 'target_changed', aboutId: first?.update_id, suggestedId: second?.update_id }])
  })

  test('waits where the value that it replaced is another now', async () => {
    await archive.import()
    const { commitment_id: id } = archive.one('SELECT commitment_id FROM commitments WHERE due_to IS NOT NULL LIMIT 1')
    archive.say({ action: 'set', target: String(id), fields: { due_text: 'May 2030', due_from: '2030-05-01', due_to: '2030-05-31' } })
    const correction = JSON.parse(readFileSync(archive.corrections, 'utf8').trimEnd().split('\n').at(-1) ?? '') as Correction
    const documents = archive.store.loadLinkInputs()
    const moved = structuredClone(documents)
    for (const { records, documentId } of moved)
      for (const row of records.commitments)
        if (`${documentId}/${row.key}` === id) Object.assign(row, { dueText: 'June 2029', dueFrom: '2029-06-01', dueTo: '2029-06-30' })
    const replay = (inputs: typeof documents) =>
      correctArchive({ documents: inputs, documentIds: archive.store.documentIds() }, [correction])
    expect(new Set(replay(documents).corrections.map(({ state }) => state))).toEqual(new Set(['applied']))
    expect(replay(moved).corrections).toMatchObject(
      ['June 2029', '2029-06-01', '2029-06-30'].map((extracted) => ({ state: 'target_changed', extracted })),
    )
  })
})

test('everything that can be named is known again right after it was described', async () => {
  await archive.import()
  const ids = archive.store
    .query(
      `SELECT wording_id AS id FROM wordings UNION SELECT resolution_id FROM resolutions UNION SELECT commitment_id FROM commitments
       UNION SELECT action_id FROM actions UNION SELECT update_id FROM progress_updates UNION SELECT recommendation_id FROM recommendations
       UNION SELECT review_id FROM reviews`,
    )
    .map(({ id }) => String(id))
  const drafts = ids.map((target) => ({ action: 'set', target, fields: {} }) as const)
  const lines = drafts.map(
    (draft, index): Correction => ({
      ...draft,
      id: `c-${index}`,
      at: '2026-01-01T00:00:00.000Z',
      by: 'A. Clerk',
      why: null,
      ...describeTargets(archive.store, draft),
    }),
  )
  expect(lines.filter(({ about }) => about?.length !== 1)).toEqual([])
  const { corrections: rows } = correctArchive(
    { documents: archive.store.loadLinkInputs(), documentIds: archive.store.documentIds() },
    lines,
  )
  expect(rows).toEqual([])
})
