import { describe, expect, it } from 'vitest'
import { showReviews } from '../../src/cli/commands/review-list.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { frontPage } from '../../src/report/front-page.ts'
import { countedByKind, IS_CONCLUSION, isConclusion, standingOf, tallyOf } from '../../src/report/standing.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makePaper } from '../link/make-paper.ts'
import { makeDocument } from '../store/make-records.ts'
import { siteOf } from './make-site.ts'

const sketch = { review: 'Scrutiny Review of Ferries', council: 'Skerry Council' }
const report = makePaper({
  ...sketch,
  id: 'report',
  kind: 'review_report',
  dated: '2024-03-01',
  wordings: {
    '1': 'That a second boat run on market days.',
    '2': 'That the landing at Otter Point be lit.',
    C1: 'Fares have risen faster than wages for ten years.',
    C2: 'The pier at Mill Landing is not safe for wheelchairs.',
  },
})
for (const wording of report.records.wordings) if (wording.number?.startsWith('C')) wording.kind = 'conclusion'
// A paper says who is to act on the second conclusion.
const plan = makePaper({
  ...sketch,
  id: 'plan',
  kind: 'action_plan',
  dated: '2024-06-01',
  wordings: {
    '1': 'That a second boat run on market days.',
    C2: 'The pier at Mill Landing is not safe for wheelchairs.',
  },
  responsible: { '1': 'Ferry Manager', C2: 'Harbour Engineer' },
})

const store = openStore(':memory:')
for (const { documentId, records } of [report, plan])
  store.saveDocument(makeDocument(documentId, records, { documentId, sha256: documentId }))
store.relink(linkArchive)
const rows = store.query('SELECT * FROM recommendations ORDER BY position')

describe('a conclusion', () => {
  it('is counted apart from recommendations, until a paper says who is to act on it', () => {
    expect(rows.map((row) => [row.number, isConclusion(row)])).toEqual([
      ['1', false],
      ['2', false],
      ['C1', true],
      ['C2', false],
    ])
    expect(countedByKind(rows)).toBe('3 recommendations and 1 conclusion')
    expect(countedByKind(rows.slice(0, 2))).toBe('2 recommendations')
  })

  it('is the same in the views', () => {
    const counted = store.query(`SELECT number FROM recommendations WHERE ${IS_CONCLUSION}`)
    expect(counted.map((row) => row.number)).toEqual(['C1'])
    expect(store.query('SELECT recommendations FROM reviews')).toEqual([{ recommendations: 3 }])
  })

  it('is not among what is not known', () => {
    expect(rows.map(standingOf)).toEqual(['not_known', 'not_known', 'conclusion', 'not_known'])
    expect(tallyOf(rows)).toEqual({ not_known: 3 })
  })

  it('is not counted as a recommendation on the first page of the report', () => {
    const page = frontPage(siteOf({ reviews: store.query('SELECT * FROM reviews'), recommendations: rows }))
    expect(page).toContain('3 recommendations and 1 conclusion')
    expect(page).toMatch(/>3(?:<[^>]+>)* not known/u)
  })

  it('is named apart by `status`', () => {
    const printed: string[] = []
    const write = process.stdout.write
    process.stdout.write = (text) => printed.push(String(text)) > 0
    try {
      showReviews(store, { db: 'ferries.db' })
    } finally {
      process.stdout.write = write
    }
    expect(printed.join('')).toMatch(/Skerry Council +2 +3 +3 not known; 1 conclusion$/mu)
  })
})
