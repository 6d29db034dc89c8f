import { describe, expect, it } from 'vitest'
import { readDate } from '../../parsers/recognise/dates.ts'
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

  it.each([
    ['the same told less exactly is no new date', ['1st July 2021', 'July 2021'], [null]],
    ['nor is it in other words', ['July 2021', 'during July 2021'], [null]],
    ['the same told more exactly has not moved', ['July 2021', '1st July 2021'], [null, 0]],
    ['a move is told from the date told most exactly', ['1st July 2021', 'July 2021', '31 July 2021'], [null, 30]],
    ['and from one told more exactly later', ['2021', '1 March 2021', '1 June 2021'], [null, 0, 92]],
    ['dates that may be the same day give no days', ['Summer 2021', 'July 2021 to September 2021'], [null, null]],
    ['a date behind the former was put off', ['July 2021', 'August 2021'], [null, 31]],
    ['a date before the former was brought forward', ['July 2021', '30 June 2021'], [null, -31]],
    ['words that name no day give no days', ['July 2021', 'TBD', 'TBD', 'July 2022'], [null, null, null]],
  ])('tell a move only where it is certain: %s', (_, said, moved) => {
    const papers = said.map((dueText, index) => {
      const paper = makePaper({
        ...base,
        id: `plan-${index}`,
        kind: 'action_plan',
        dated: `202${index}-05-01`,
        wordings: TREES,
        responsible: { '1': 'Parks Manager' },
      })
      const { from: dueFrom = null, to: dueTo = null } = readDate(dueText) ?? {}
      for (const commitment of paper.records.commitments) Object.assign(commitment, { dueText, dueFrom, dueTo })
      return paper
    })
    expect(linkArchive([makePaper(report), ...papers]).slippage.map(({ movedDays }) => movedDays)).toEqual(moved)
  })

  it('show what an update passes over, and the update that is not here', () => {
    expect(linked.silences).toMatchObject([
      { kind: 'not_reported', documentId: 'd-update', recommendationId: id('2'), lastStatus: null },
      { kind: 'missing_update', documentId: 'd-update', quote: 'the 2021 update' },
    ])
  })

  it('do not say that a paper passes over what it states, or what was rejected', () => {
    const stating = makePaper({
      ...base,
      id: 'd-update',
      kind: 'progress_update',
      dated: '2022-05-01',
      wordings: TREES,
      updates: { '1': 'slipped', '3': 'achieved' },
    })
    expect(linkArchive([makePaper(report), stating]).silences).toEqual([])
    const rejecting = makePaper(decision)
    for (const resolution of rejecting.records.resolutions) if (resolution.number === '2') resolution.outcome = 'rejected'
    const silent = linkArchive([makePaper(report), rejecting, update]).silences
    expect(silent.map(({ kind }) => kind)).toEqual(['missing_update'])
  })
})
