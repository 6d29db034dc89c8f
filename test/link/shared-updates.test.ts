import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LinkInput } from '../../schema/links.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { checkRecords } from '../../src/reading/bytes-to-records.ts'
import { openStore } from '../../src/store/open-store.ts'
import { FIXTURES, readPaper } from '../read-fixture.ts'
import { makeDocument } from '../store/make-records.ts'
import { makePaper } from './make-paper.ts'

const { records } = await readPaper(join(FIXTURES, 'tracker-table/one-update-over-two-rows/input.md'))
const tracker: LinkInput = { documentId: 'tracker', path: 'tracker.md', records, isScanned: false, troubles: 0 }
const report = makePaper({
  id: 'report',
  kind: 'review_report',
  review: 'Review of Ferry Landings',
  council: 'Skerry Council',
  dated: '2024-03-01',
  wordings: Object.fromEntries(records.wordings.map(({ number, text }) => [String(number), text])),
})

describe('an update that is printed once for two rows', () => {
  const linked = linkArchive([report, tracker])
  const row = (number: string) => linked.recommendations.find((one) => one.number === number)

  it('is one update that is linked to both recommendations, and belongs to neither alone', () => {
    expect(linked.links.filter(({ fromId }) => fromId === 'tracker/update/R2')).toMatchObject([
      { kind: 'update_recommendation', toId: row('R2')?.recommendationId, method: 'merged-row' },
      { kind: 'update_recommendation', toId: row('R3')?.recommendationId, method: 'merged-row' },
    ])
    expect(linked.assignments.find(({ entityId }) => entityId === 'tracker/update/R2')?.recommendationId).toBeNull()
    for (const number of ['R2', 'R3'])
      expect(row(number)).toMatchObject({ status: 'on_track', assessmentText: 'Amber', latestUpdateId: 'tracker/update/R2' })
    expect(linked.unlinked).toEqual([])
    expect(linked.silences).toEqual([])
  })

  it('is stored and read again as it is', () => {
    const store = openStore(':memory:')
    for (const input of [report, tracker])
      store.saveDocument(makeDocument(input.documentId, input.records, { documentId: input.documentId, sha256: input.documentId }))
    store.relink(linkArchive)
    expect(store.relink(linkArchive)).toMatchObject({ written: 0, removed: 0 })
    const shared = `SELECT r.number, r.status FROM recommendations r JOIN links l ON l.to_id = r.recommendation_id
      WHERE l.from_id = 'tracker/update/R2' AND l.kind = 'update_recommendation' ORDER BY r.position`
    expect(store.query(shared)).toEqual([
      { number: 'R2', status: 'on_track' },
      { number: 'R3', status: 'on_track' },
    ])
    expect(store.query("SELECT count(*) AS n FROM progress_updates WHERE evidence LIKE 'Lamps%'")).toEqual([{ n: 1 }])
    store.close()
  })

  it('names only wordings that are there', () => {
    const [first, ...others] = records.progressUpdates
    if (!first) throw new Error('the fixture has updates')
    const wrong = { ...records, progressUpdates: [{ ...first, furtherWordingKeys: ['wording/R9'] }, ...others] }
    expect(() => checkRecords(wrong)).toThrow(/wording\/R9, which is not there/u)
  })
})
