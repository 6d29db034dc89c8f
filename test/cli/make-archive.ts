import type { LinkedArchive, RecommendationRow } from '../../schema/links.ts'
import { NOWHERE } from '../../schema/place.ts'
import { openStore } from '../../src/store/open-store.ts'
import { IN_PAPER, lines, makeDocument, makeRecords, makeResolution, makeUpdate, makeWording } from '../store/make-records.ts'

const REPORT = 'doc-aaaaaaaaaaaa'
const DECISION = 'doc-bbbbbbbbbbbb'
const UPDATE = 'doc-cccccccccccc'

const review = (reviewId: string, title: string) => ({
  reviewId,
  kind: 'review' as const,
  title,
  council: 'Ambleford Borough Council',
  committee: null,
})

function recommendation(number: string, given: Partial<RecommendationRow> = {}): RecommendationRow {
  return {
    recommendationId: `street-trees/${number}`,
    reviewId: 'street-trees',
    number,
    parentId: null,
    position: Number.parseInt(number, 10),
    kind: 'recommendation',
    heading: null,
    text: `That tree ${number} be planted.`,
    textFrom: 'proposed',
    documentId: REPORT,
    page: null,
    resolutionId: null,
    outcome: null,
    responsible: null,
    dueText: null,
    dueFrom: null,
    dueTo: null,
    status: null,
    assessmentText: null,
    asOfFrom: null,
    asOfTo: null,
    latestUpdateId: null,
    ...given,
  }
}

const linked: LinkedArchive = {
  reviews: [
    review('street-trees', 'Scrutiny Review of Street Trees'),
    review('street-lights', 'Scrutiny Review of Street Lights'),
    review('cafe', 'Café Culture'),
  ],
  documents: [
    { documentId: REPORT, reviewId: 'street-trees' },
    { documentId: DECISION, reviewId: 'street-trees' },
    { documentId: UPDATE, reviewId: 'street-trees' },
  ],
  papers: [],
  recommendations: [
    recommendation('3', { resolutionId: `${DECISION}/resolution/3`, outcome: 'agreed', status: 'achieved', responsible: 'Ash Oakley' }),
    recommendation('3(a)', { parentId: 'street-trees/3' }),
    recommendation('4'),
  ],
  assignments: [
    {
      entityId: `${REPORT}/wording/3`,
      entityKind: 'wording',
      recommendationId: 'street-trees/3',
      reviewId: 'street-trees',
      resolutionId: null,
    },
    {
      entityId: `${DECISION}/resolution/3`,
      entityKind: 'resolution',
      recommendationId: 'street-trees/3',
      reviewId: 'street-trees',
      resolutionId: null,
    },
    {
      entityId: `${DECISION}/commitment/3`,
      entityKind: 'commitment',
      recommendationId: 'street-trees/3',
      reviewId: 'street-trees',
      resolutionId: null,
    },
    {
      entityId: `${UPDATE}/update/3`,
      entityKind: 'progress_update',
      recommendationId: 'street-trees/3',
      reviewId: 'street-trees',
      resolutionId: `${DECISION}/resolution/3`,
    },
  ],
  links: [],
  unlinked: [
    {
      entityId: `${UPDATE}/update/9`,
      entityKind: 'progress_update',
      documentId: UPDATE,
      number: '9',
      text: 'Nobody knows.',
      bestId: `${DECISION}/resolution/3`,
      bestConfidence: 0.41,
      reason: 'No resolution has its number.',
    },
  ],
  wordingChanges: [],
  copies: [],
  slippage: [],
  silences: [],
  aliases: [],
  diagnostics: [{ documentId: UPDATE, rule: 'update-unlinked', note: 'update 9', entityId: `${UPDATE}/update/9` }],
}

/** Fills a database at `path` with one review's report, decision and update, and two reviews by name only. */
export function makeDatabase(path: string): void {
  const store = openStore(path, { create: true })
  store.saveDocument(
    makeDocument('aaaaaaaaaaaa', makeRecords({ datedFrom: '2031-01-01', wordings: [makeWording('3')] }), { path: 'report.txt' }),
  )
  const commitment = {
    ...IN_PAPER,
    key: 'commitment/3',
    reviewKey: null,
    evidence: [],
    place: NOWHERE,
    number: '3',
    wordingKey: null,
    outcome: null,
    responsible: 'Ash Oakley (Parks)',
    dueText: 'Summer 2031',
    dueFrom: '2031-06-01',
    dueTo: '2031-08-31',
    successMeasure: null,
    timescale: null,
  }
  const decision = makeRecords({
    kind: 'decision_record',
    datedFrom: '2031-02-03',
    resolutions: [makeResolution('3')],
    commitments: [commitment],
  })
  store.saveDocument(makeDocument('bbbbbbbbbbbb', decision, { path: 'decision.txt' }))
  const update = makeRecords({
    kind: 'progress_update',
    datedFrom: '2032-05-01',
    progressUpdates: [makeUpdate('3', { place: lines(9) }), makeUpdate('9')],
  })
  store.saveDocument(makeDocument('cccccccccccc', update, { path: 'update.txt' }))
  store.saveLinks(linked)
  store.close()
}
