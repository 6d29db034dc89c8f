import { describe, expect, it } from 'vitest'
import { linkArchive } from '../../src/link/link-archive.ts'
import { makePaper, type PaperSketch } from './make-paper.ts'

const TREES = {
  '1': 'That forty trees be planted in Station Road by March 2021.',
  '2': 'That a warden for trees be named in every ward.',
  '3': 'That the list of old trees be published on the website.',
}
const base = { review: 'Scrutiny Review of Street Trees', council: 'Ambleford Borough Council' }
const report: PaperSketch = { ...base, id: 'a-report', kind: 'review_report', dated: '2020-01-10', wordings: TREES }
const decision: PaperSketch = {
  ...base,
  id: 'b-decision',
  kind: 'decision_record',
  dated: '2020-03-02',
  resolutions: {
    ...TREES,
    '1': 'Thirty trees be planted in Station Road by March 2021.',
    '2': 'a warden for trees be named in every ward',
  },
}
const plan = makePaper({
  ...base,
  id: 'c-plan',
  kind: 'action_plan',
  dated: '2020-05-01',
  wordings: TREES,
  responsible: { '1': 'Parks Manager' },
})
const update = makePaper({
  ...base,
  id: 'd-update',
  kind: 'progress_update',
  dated: '2022-05-01',
  wordings: { '1': TREES['1'], '3': TREES['3'] },
  updates: { '1': 'slipped', '3': 'achieved' },
  responsible: { '1': 'Parks Manager' },
})
const [planned] = plan.records.commitments
const [moved] = update.records.commitments
const [told] = update.records.progressUpdates
if (planned) Object.assign(planned, { dueText: 'March 2021', dueFrom: '2021-03-01', dueTo: '2021-03-31' })
if (moved) Object.assign(moved, { dueText: 'March 2023', dueFrom: '2023-03-01', dueTo: '2023-03-31' })
if (told) told.progress = 'Ten were planted, as the 2021 update said. The rest are late because of the drought.'
const linked = linkArchive([makePaper(report), makePaper(decision), plan, update])
const id = (number: string) => linked.recommendations.find((row) => row.number === number)?.recommendationId

describe('histories', () => {
  it('show what a decision changed, and nothing where only "That" fell away', () => {
    const changes = linked.wordingChanges.filter((row) => row.toDocumentId === 'b-decision')
    expect(changes).toHaveLength(1)
    expect(changes[0]).toMatchObject({
      recommendationId: id('1'),
      toId: 'b-decision/resolution/1',
      fromRole: 'proposed',
      toRole: 'resolved',
    })
    expect(JSON.parse(changes[0]?.diff ?? '')).toEqual([
      ['-', 'forty'],
      ['+', 'Thirty'],
      ['=', 'trees be planted in Station Road by March 2021.'],
    ])
  })

  it('show each date, how far it moved, and the reason', () => {
    expect(linked.slippage).toMatchObject([
      { recommendationId: id('1'), position: 1, dueText: 'March 2021', movedDays: null, reason: null, saidOn: '2020-05-01' },
      { position: 2, dueText: 'March 2023', movedDays: 730, reason: 'The rest are late because of the drought.' },
    ])
  })

  it('show what an update passes over, and the update that is not here', () => {
    expect(linked.silences).toMatchObject([
      { kind: 'not_reported', documentId: 'd-update', recommendationId: id('2'), lastStatus: null },
      { kind: 'missing_update', documentId: 'd-update', quote: 'the 2021 update' },
    ])
  })
})
