import { beforeEach, expect, test } from 'vitest'
import { RULES } from '../../schema/diagnostics.ts'
import { NOWHERE } from '../../schema/place.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { IN_PAPER, lines, makeDocument, makeRecords, makeResolution, makeUpdate, makeWording } from './make-records.ts'

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
})

const everything = () => Object.fromEntries(VIEW_NAMES.map((view) => [view, store.rows(view)]))

const record = { reviewKey: null, evidence: [], place: NOWHERE }
const full = makeRecords({
  datedText: 'May 2031',
  datedFrom: '2031-05-01',
  datedTo: '2031-05-31',
  evidence: [{ field: 'datedText', state: 'stated', quote: 'May 2031', place: lines(1) }],
  reviews: [{ key: 'review/1', title: 'Street Trees', kind: 'review', confidence: 0.9, source: 'title', place: lines(1) }],
  wordings: [makeWording('1', { reviewKey: 'review/1' }), makeWording('1(a)', { parentKey: 'wording/1' })],
  resolutions: [
    makeResolution('1'),
    makeResolution('2', { decides: [{ numbers: 'all', except: ['last'], outcome: 'agreed' }] }),
    makeResolution('3', { decides: null }),
  ],
  commitments: [
    {
      ...record,
      ...IN_PAPER,
      key: 'commitment/1',
      number: '1',
      wordingKey: 'wording/1',
      outcome: null,
      responsible: 'Ash Oakley (Parks)',
      dueText: 'Summer 2031',
      dueFrom: '2031-06-01',
      dueTo: '2031-08-31',
      successMeasure: 'A tree.',
      timescale: null,
    },
  ],
  responsibilities: [
    {
      ...record,
      key: 'responsibility/1/1',
      commitmentKey: 'commitment/1',
      name: 'Ash Oakley',
      organisation: 'Parks',
      kind: 'person',
      text: 'Ash Oakley (Parks)',
    },
  ],
  actions: [
    { ...record, ...IN_PAPER, key: 'action/1/a', commitmentKey: 'commitment/1', number: '1', label: '(a)', position: 0, text: 'Dig.' },
  ],
  progressUpdates: [makeUpdate('1'), makeUpdate('1(a)', { parentKey: 'update/1', wordingKey: 'wording/1(a)' })],
  facts: [{ ...record, paperKey: 'paper/1', key: 'fact/1', name: 'ward', label: 'Ward', text: 'Elmside', dateFrom: null, dateTo: null }],
  gradings: [{ ...record, paperKey: 'paper/1', key: 'grading/1', code: '1', label: 'Done', meaning: null, status: 'achieved' }],
})

test('what linking asks for comes back as it was stored, of places their page', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full))
  const bare = JSON.parse(JSON.stringify(full), (key, value) => {
    if (['evidence', 'responsibilities', 'facts', 'gradings'].includes(key)) return []
    return key === 'place' ? { page: value.page, box: null, lineFrom: null, lineTo: null } : value
  })
  const reading = { isScanned: false, troubles: 0 }
  expect(store.loadLinkInputs()).toEqual([{ documentId: 'doc-aaaaaaaaaaaa', path: 'papers/aaaaaaaaaaaa.txt', records: bare, ...reading }])
})

test('ids are those of the document with the key after it', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full))
  expect(store.rows('wordings').map((row) => row.wording_id)).toEqual(['doc-aaaaaaaaaaaa/wording/1', 'doc-aaaaaaaaaaaa/wording/1(a)'])
  expect(store.rows('progress_updates')[1]).toMatchObject({
    update_id: 'doc-aaaaaaaaaaaa/update/1(a)',
    parent_id: 'doc-aaaaaaaaaaaa/update/1',
    evidence: 'It stands.',
  })
})

test('evidence in a spreadsheet names its cell, and none does elsewhere', () => {
  const place = { page: 1, box: [3, 13, 4, 14] as const, lineFrom: 14, lineTo: 14 }
  const records = makeRecords({ evidence: [{ field: 'datedText', state: 'stated', quote: 'May 2031', place }] })
  store.saveDocument(makeDocument('aaaaaaaaaaaa', records, { pages: 1, sheets: ['Tracker'] }))
  store.saveDocument(makeDocument('bbbbbbbbbbbb', records, { pages: 1 }))
  expect(store.rows('evidence').map((row) => [row.document_id, row.cell])).toEqual([
    ['doc-aaaaaaaaaaaa', 'Tracker!D14'],
    ['doc-bbbbbbbbbbbb', null],
  ])
})

test('evidence names fields as the views do, and places as the contract does', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full))
  const evidence = store.rows('evidence')
  expect(evidence.find((row) => row.entity_id === 'doc-aaaaaaaaaaaa')).toMatchObject({
    field: 'dated_text',
    quote: 'May 2031',
    line_from: 1,
  })
  expect(evidence.find((row) => row.entity_id === 'doc-aaaaaaaaaaaa/update/1')).toMatchObject({
    field: 'evidence',
    line_from: 9,
    page: null,
  })
})

test('saving the same again changes nothing', () => {
  const document = makeDocument('aaaaaaaaaaaa', full)
  store.saveDocument(document)
  const before = everything()
  store.saveDocument(document)
  expect(everything()).toEqual(before)
})

test('the order of saving does not show', () => {
  const documents = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'].map((name) => makeDocument(name, full))
  for (const document of documents) store.saveDocument(document)
  const forward = everything()
  store = openStore(':memory:')
  for (const document of documents.toReversed()) store.saveDocument(document)
  expect(everything()).toEqual(forward)
})

test('errors and warnings are counted', () => {
  const diagnostics = (['number-gap', 'number-repeated', 'label-restored', 'nothing-extracted'] as const).map((rule) => ({
    rule,
    ...RULES[rule],
    note: null,
    place: lines(7),
    key: rule === 'number-gap' ? 'wording/1' : null,
  }))
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full, { diagnostics, status: 'partial' }))
  expect(store.rows('documents')[0]).toMatchObject({ errors: 1, warnings: 2, status: 'partial' })
  expect(store.rows('diagnostics').find((row) => row.rule === 'number-gap')).toMatchObject({
    line: 7,
    entity_id: 'doc-aaaaaaaaaaaa/wording/1',
  })
})

test('a failed document is a row of its own, of kind "other"', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', null, { sha256: null }))
  expect(store.rows('documents')[0]).toMatchObject({ kind: 'other', status: 'failed', sha256: null, title: null })
  expect(store.loadLinkInputs()).toEqual([])
})

test('one content at several paths is one document, shown at the first of them', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full, { path: 'b.txt' }))
  store.addPath('a.txt', 'doc-aaaaaaaaaaaa')
  store.addPath('c.txt', 'doc-aaaaaaaaaaaa')
  expect(store.rows('documents').map((row) => row.path)).toEqual(['a.txt'])
  store.removePath('a.txt')
  expect(store.rows('documents').map((row) => row.path)).toEqual(['b.txt'])
})

/** document → what superseded it. */
const superseded = () => Object.fromEntries(store.rows('documents').map((row) => [String(row.document_id).slice(4, 5), row.superseded_by]))

test('new content at a path supersedes the old, which stays as history, unless it lies elsewhere too', () => {
  const save = (name: string, path: string) => store.saveDocument(makeDocument(name.repeat(12), full, { path }))
  save('a', 'plan.txt')
  save('b', 'plan.txt')
  expect(superseded()).toEqual({ a: 'doc-bbbbbbbbbbbb', b: null })
  expect(store.rows('documents').map((row) => row.path)).toEqual(['plan.txt', 'plan.txt'])
  expect(store.loadLinkInputs().map(({ documentId }) => documentId)).toEqual(['doc-bbbbbbbbbbbb'])
  expect(store.rows('wordings').filter((row) => row.document_id === 'doc-aaaaaaaaaaaa')).toHaveLength(2)
  store.addPath('copy.txt', 'doc-bbbbbbbbbbbb')
  save('c', 'plan.txt')
  expect(superseded()).toEqual({ a: 'doc-bbbbbbbbbbbb', b: null, c: null })
})

test('content that comes back is current again, and what it takes the place of is history', () => {
  const save = (name: string) => store.saveDocument(makeDocument(name.repeat(12), full, { path: 'plan.txt' }))
  for (const name of ['a', 'b', 'c']) save(name)
  expect(superseded()).toEqual({ a: 'doc-bbbbbbbbbbbb', b: 'doc-cccccccccccc', c: null })
  store.addPath('plan.txt', 'doc-aaaaaaaaaaaa')
  expect(superseded()).toEqual({ a: null, b: 'doc-cccccccccccc', c: 'doc-aaaaaaaaaaaa' })
  store.removePath('plan.txt')
  expect(store.rows('documents')).toEqual([])
})

test('a file that could not be read leaves no history, and keeps that of what was there before it', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full, { path: 'plan.txt' }))
  store.saveDocument(makeDocument('bbbbbbbbbbbb', null, { path: 'plan.txt' }))
  store.saveDocument(makeDocument('cccccccccccc', full, { path: 'plan.txt' }))
  expect(superseded()).toEqual({ a: 'doc-cccccccccccc', c: null })
})

test('a document that does not fit leaves the one before it as it was', () => {
  store.saveDocument(makeDocument('aaaaaaaaaaaa', full))
  const before = everything()
  const dangling = makeRecords({ wordings: [makeWording('1', { parentKey: 'wording/9' })] })
  expect(() => store.saveDocument(makeDocument('aaaaaaaaaaaa', dangling))).toThrow(/FOREIGN KEY/)
  expect(everything()).toEqual(before)
})
