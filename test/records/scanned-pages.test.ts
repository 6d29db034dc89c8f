import { expect, it } from 'vitest'
import { asScanned } from '../../parsers/records/scanned-pages.ts'
import type { Box, Place } from '../../schema/place.ts'
import type { DocumentRecords } from '../../schema/records.ts'

const at = (page: number, box: Box): Place => ({ page, box, lineFrom: null, lineTo: null })
const commitment = (page: number, dueBox: Box) => ({
  key: `commitment/${page}`,
  dueText: '1 May 2031',
  dueFrom: '2031-05-01',
  dueTo: '2031-05-01',
  confidence: 0.9,
  place: at(page, [10, 10, 200, 20]),
  evidence: ['dueText', 'dueFrom', 'dueTo'].map((field) => ({ field, state: 'stated', quote: '1 May 2031', place: at(page, dueBox) })),
})
const records = (...commitments: object[]): DocumentRecords =>
  ({
    wordings: [],
    resolutions: [],
    commitments,
    responsibilities: [],
    actions: [],
    progressUpdates: [],
    facts: [],
    details: [],
    candidates: [],
  }) as unknown as DocumentRecords
const page = (number: number, scan?: { certainty: number; unread: Box[]; joined?: Box[] }) => ({
  page: number,
  label: null,
  width: 595,
  height: 842,
  ...(scan ? { scan: { joined: [], ...scan } } : {}),
})

it('what rests on a scanned page is as sure as the engine was of it, and what does not stays as it is', () => {
  const given = records(commitment(1, [300, 10, 350, 20]), commitment(2, [300, 10, 350, 20]))
  const { commitments } = asScanned(given, [page(1, { certainty: 0.8, unread: [] }), page(2)])
  expect(commitments.map(({ confidence, dueFrom }) => [confidence, dueFrom])).toEqual([
    [0.72, '2031-05-01'],
    [0.9, '2031-05-01'],
  ])
  expect(asScanned(given, [page(1), page(2)])).toBe(given)
})

it('a cell with ink that could not be read gives no day, and its words stay', () => {
  const unread: Box[] = [[290, 0, 400, 40]]
  const { commitments } = asScanned(records(commitment(1, [300, 10, 350, 20]), commitment(1, [410, 10, 450, 20])), [
    page(1, { certainty: 1, unread }),
  ])
  expect(commitments.map(({ dueText, dueFrom, dueTo }) => [dueText, dueFrom, dueTo])).toEqual([
    ['1 May 2031', null, null],
    ['1 May 2031', '2031-05-01', '2031-05-01'],
  ])
  expect(commitments[0]?.evidence.map(({ field }) => field)).toEqual(['dueText'])
})

it('no day of a decision and no day of a fact comes from such a cell either', () => {
  const evidence = ['text', 'decidedOn', 'dateFrom', 'dateTo'].map((field) => ({ field, place: at(1, [300, 10, 350, 20]) }))
  const decision = { decidedOn: '2031-05-01', confidence: 1, place: at(1, [10, 10, 200, 20]), evidence }
  const fact = { text: '1 May 2031', dateFrom: '2031-05-01', dateTo: '2031-05-01', place: at(1, [10, 10, 200, 20]), evidence }
  const given = { ...records(), resolutions: [decision], facts: [fact] } as unknown as DocumentRecords
  const { resolutions, facts } = asScanned(given, [page(1, { certainty: 1, unread: [[290, 0, 400, 40]] })])
  expect(resolutions[0]?.decidedOn).toBeNull()
  expect(facts[0]).toMatchObject({ text: '1 May 2031', dateFrom: null, dateTo: null })
  const pages = [page(1, { certainty: 1, unread: [[0, 300, 400, 400]] })]
  expect(asScanned(given, pages)).toMatchObject({ resolutions: [{ decidedOn: '2031-05-01' }], facts: [{ dateTo: '2031-05-01' }] })
})

it('nor an owner, a state or an outcome: a "not" before it may be what was not read', () => {
  const evidence = ['responsible', 'status', 'outcome', 'text'].map((field) => ({ field, place: at(1, [300, 10, 350, 20]) }))
  const shown = { confidence: 1, place: at(1, [10, 10, 200, 20]), evidence, paperKey: 'paper/1' }
  const given = {
    ...records({ ...shown, key: 'commitment/1', responsible: 'Una Pell', outcome: 'agreed' }),
    progressUpdates: [{ ...shown, key: 'update/1', status: 'achieved', assessmentText: 'achieved' }],
    responsibilities: [
      { key: 'responsibility/1', commitmentKey: 'commitment/1', place: at(1, [300, 10, 350, 20]) },
      { key: 'responsibility/2', commitmentKey: 'commitment/1', place: at(1, [300, 110, 350, 120]) },
    ],
  } as unknown as DocumentRecords
  const scanned = asScanned(given, [page(1, { certainty: 1, unread: [[290, 0, 400, 40]] })])
  expect(scanned.commitments).toMatchObject([{ responsible: null, outcome: null }])
  expect(scanned.progressUpdates).toMatchObject([{ status: null, assessmentText: 'achieved' }])
  expect(scanned.responsibilities.map(({ key }) => key)).toEqual(['responsibility/2'])
})

it('a row that may be several is a candidate and no record, and what names its records names none', () => {
  const on = (key: string, top: number, more: object = {}) => ({
    key,
    paperKey: 'paper/1',
    confidence: 0.9,
    place: at(1, [10, top, 90, top + 10]),
    evidence: [],
    ...more,
  })
  const given = {
    ...records(on('commitment/2 3', 110, { wordingKey: 'wording/2 3', responsible: 'Una Pell Otto Wray' }), on('commitment/4', 310)),
    wordings: [
      on('wording/2 3', 110, { text: 'Count moorings. Walk footpaths.' }),
      on('wording/a', 310, { parentKey: 'wording/2 3', text: 'a part' }),
    ],
    responsibilities: [on('responsibility/1', 110, { commitmentKey: 'commitment/2 3' })],
    actions: [on('action/1', 310, { commitmentKey: 'commitment/2 3', text: 'goes on' })],
    details: [on('detail/1', 310, { entityKey: 'wording/2 3' }), on('detail/2', 310, { entityKey: null })],
  } as unknown as DocumentRecords
  const scanned = asScanned(given, [page(1, { certainty: 1, unread: [], joined: [[0, 100, 400, 200]] })])
  expect(scanned.wordings).toMatchObject([{ key: 'wording/a', parentKey: null }])
  expect(scanned.commitments.map(({ key }) => key)).toEqual(['commitment/4'])
  expect([scanned.responsibilities, scanned.actions, scanned.details.map(({ key }) => key)]).toEqual([[], [], ['detail/2']])
  expect(scanned.candidates).toMatchObject([{ kind: 'recommendation', text: 'Count moorings. Walk footpaths.', place: { page: 1 } }])
})
