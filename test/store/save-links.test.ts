import { beforeEach, expect, test } from 'vitest'
import type { LinkedArchive } from '../../schema/links.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { makeDocument, makeRecords, makeResolution, makeUpdate, makeWording } from './make-records.ts'

const REPORT = 'doc-aaaaaaaaaaaa'
const UPDATE = 'doc-bbbbbbbbbbbb'

let store: Store
beforeEach(() => {
  store = openStore(':memory:')
  store.saveDocument(makeDocument('aaaaaaaaaaaa', makeRecords({ wordings: [makeWording('1')], resolutions: [makeResolution('1')] })))
  store.saveDocument(
    makeDocument('bbbbbbbbbbbb', makeRecords({ kind: 'progress_update', progressUpdates: [makeUpdate('1'), makeUpdate('2')] })),
  )
})

const linked: LinkedArchive = {
  reviews: [{ reviewId: 'street-trees', kind: 'review', title: 'Street Trees', council: null, committee: null }],
  documents: [
    { documentId: REPORT, reviewId: 'street-trees' },
    { documentId: UPDATE, reviewId: null },
  ],
  papers: [],
  recommendations: [
    {
      recommendationId: 'street-trees/1',
      reviewId: 'street-trees',
      number: '1',
      parentId: null,
      position: 1,
      kind: 'recommendation',
      heading: null,
      text: 'That tree 1 be planted.',
      textFrom: 'proposed',
      documentId: REPORT,
      page: null,
      resolutionId: `${REPORT}/resolution/1`,
      outcome: 'agreed',
      responsible: null,
      dueText: null,
      dueFrom: null,
      dueTo: null,
      status: 'achieved',
      assessmentText: '1',
      asOfFrom: null,
      asOfTo: null,
      latestUpdateId: null,
    },
  ],
  assignments: [
    {
      entityId: `${REPORT}/wording/1`,
      entityKind: 'wording',
      recommendationId: 'street-trees/1',
      reviewId: 'street-trees',
      resolutionId: null,
    },
    {
      entityId: `${UPDATE}/update/1`,
      entityKind: 'progress_update',
      recommendationId: 'street-trees/1',
      reviewId: 'street-trees',
      resolutionId: `${REPORT}/resolution/1`,
    },
  ],
  links: [
    {
      linkId: 'link-1',
      kind: 'update_resolution',
      fromId: `${UPDATE}/update/1`,
      toId: `${REPORT}/resolution/1`,
      method: 'number-and-text',
      confidence: 0.97,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'accepted',
      decidedBy: 'rule',
      reasons: '{}',
    },
  ],
  unlinked: [
    {
      entityId: `${UPDATE}/update/2`,
      entityKind: 'progress_update',
      documentId: UPDATE,
      number: '2',
      text: 'It stands.',
      bestId: null,
      bestConfidence: null,
      reason: 'Nothing has its number.',
    },
  ],
  wordingChanges: [],
  copies: [],
  slippage: [],
  silences: [],
  aliases: [{ oldId: 'trees/1', newId: 'street-trees/1', since: null }],
  diagnostics: [{ documentId: UPDATE, rule: 'update-unlinked', note: '2', entityId: `${UPDATE}/update/2` }],
}
/** Reviews, placed documents, recommendations, assignments, links, unlinked, aliases, diagnostics. */
const ROWS = 1 + 2 + 1 + 2 + 1 + 1 + 1 + 1

test('links are seen in the views', () => {
  store.saveLinks(linked)
  expect(store.rows('reviews')).toEqual([
    { review_id: 'street-trees', kind: 'review', title: 'Street Trees', council: null, committee: null, documents: 2, recommendations: 1 },
  ])
  expect(store.rows('progress_updates')[0]).toMatchObject({
    recommendation_id: 'street-trees/1',
    resolution_id: `${REPORT}/resolution/1`,
    link_confidence: 0.97,
    link_method: 'number-and-text',
  })
  expect(store.rows('wordings')[0]?.recommendation_id).toBe('street-trees/1')
  expect(store.rows('documents').find((row) => row.document_id === UPDATE)).toMatchObject({ review_id: null, warnings: 1, status: 'ok' })
  expect(store.rows('unlinked')).toHaveLength(1)
  expect(store.rows('aliases')).toEqual([{ old_id: 'trees/1', new_id: 'street-trees/1', since: null }])
})

test('only what differs is written', () => {
  expect(store.saveLinks(linked)).toEqual({ written: ROWS, removed: 0 })
  expect(store.saveLinks(linked)).toEqual({ written: 0, removed: 0 })
  const later = { ...linked, reviews: [{ ...linked.reviews[0], title: 'Trees in Streets' }] } as LinkedArchive
  expect(store.saveLinks(later)).toEqual({ written: 1, removed: 0 })
  expect(store.saveLinks({ ...later, links: [], unlinked: [] })).toEqual({ written: 0, removed: 2 })
})

test('the order in which links are given does not matter', () => {
  const part = { ...linked.recommendations[0], recommendationId: 'street-trees/1(a)', number: '1(a)', parentId: 'street-trees/1' }
  const recommendations = [part, ...linked.recommendations] as LinkedArchive['recommendations']
  store.saveLinks({ ...linked, recommendations })
  expect(store.saveLinks({ ...linked, recommendations: recommendations.toReversed() })).toEqual({ written: 0, removed: 0 })
})

test('a document that goes takes with it what was linked to it, and a new linking repairs the rest', () => {
  store.saveLinks(linked)
  store.removePath('papers/aaaaaaaaaaaa.txt')
  expect(store.rows('recommendations')).toEqual([])
  expect(store.rows('links')).toEqual([])
  expect(store.rows('progress_updates')[0]).toMatchObject({ recommendation_id: null, resolution_id: null, link_confidence: null })
  store.relink(() => ({
    ...linked,
    recommendations: [],
    documents: [],
    assignments: [],
    links: [],
    unlinked: [],
    aliases: [],
    diagnostics: [],
  }))
  expect(store.rows('reviews')[0]).toMatchObject({ documents: 0, recommendations: 0 })
})

test('links to what is not there are refused whole', () => {
  const wrong = { ...linked, recommendations: [{ ...linked.recommendations[0], resolutionId: 'doc-gone/resolution/1' }] } as LinkedArchive
  expect(() => store.saveLinks(wrong)).toThrow(/FOREIGN KEY/)
  expect(store.rows('reviews')).toEqual([])
})
