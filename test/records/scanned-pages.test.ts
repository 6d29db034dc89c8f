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
  ({ wordings: [], resolutions: [], commitments, actions: [], progressUpdates: [], facts: [] }) as unknown as DocumentRecords
const page = (number: number, scan?: { certainty: number; unread: Box[] }) => ({
  page: number,
  label: null,
  width: 595,
  height: 842,
  ...(scan ? { scan } : {}),
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
