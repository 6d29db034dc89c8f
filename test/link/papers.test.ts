import { describe, expect, it } from 'vitest'
import type { LinkInput } from '../../schema/links.ts'
import { correctArchive } from '../../src/corrections/correct-archive.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { openStore } from '../../src/store/open-store.ts'
import { makeDocument } from '../store/make-records.ts'
import { makePack, makePaper, type PaperSketch } from './make-paper.ts'

const TREES = {
  '1': 'That the felled limes along Canal Street be replaced before the spring of next year.',
  '2': 'That each ward be given a tree warden with a small budget for stakes and guards.',
}
const DOGS = {
  '1': 'That the dog warden’s rounds be published week by week on the council’s pages.',
  '2': 'That bins for dog waste be emptied on Mondays as well as on Thursdays.',
}
const treesReport: PaperSketch = {
  id: 'trees',
  kind: 'review_report',
  review: 'Scrutiny Review of Street Trees',
  dated: '2031-03-01',
  wordings: TREES,
}
const dogsReport: PaperSketch = { ...treesReport, id: 'dogs', review: 'Scrutiny Review of Dog Wardens', wordings: DOGS }
const treesUpdate: PaperSketch = {
  id: 'update',
  kind: 'progress_update',
  review: 'Street Trees',
  dated: '2032-05-01',
  wordings: TREES,
  updates: { '1': 'achieved' },
}

describe('a pack of papers', () => {
  const pack = makePack('pack', [treesUpdate, dogsReport])
  const archive = linkArchive([makePaper(treesReport), pack])

  it('is of no review as a file, and each of its papers is of its own', () => {
    expect(archive.documents.find(({ documentId }) => documentId === 'pack')).toBeUndefined()
    expect(Object.fromEntries(archive.papers.map(({ paperId, reviewId }) => [paperId, reviewId]))).toEqual({
      'trees/paper/1': 'fenwick/street-trees-2031',
      'pack/paper/1': 'fenwick/street-trees-2031',
      'pack/paper/2': 'fenwick/dog-wardens-2031',
    })
  })

  it('has papers with the kind, council and day of their own', () => {
    const wardens = archive.recommendations.filter(({ reviewId }) => reviewId.endsWith('dog-wardens-2031'))
    expect(wardens.map(({ number, textFrom }) => [number, textFrom])).toEqual([
      ['1', 'proposed'],
      ['2', 'proposed'],
    ])
    expect(archive.recommendations.find(({ recommendationId }) => recommendationId.endsWith('street-trees-2031/1'))).toMatchObject({
      status: 'achieved',
      asOfTo: '2032-05-01',
    })
  })

  it('gives the same whatever the order of documents', () => {
    expect(linkArchive([pack, makePaper(treesReport)])).toEqual(archive)
  })

  it('is shown paper by paper, and a paper may be corrected alone', () => {
    const store = openStore(':memory:')
    const documents: LinkInput[] = [makePaper(treesReport), pack]
    for (const { documentId, path, records } of documents) store.saveDocument(makeDocument(documentId, records, { documentId, path }))
    const set = { id: 'c-1', at: '2032-06-01T00:00:00.000Z', by: 'A. Clerk', why: null, action: 'set' } as const
    const corrected = correctArchive({ documents: store.loadLinkInputs(), documentIds: store.documentIds() }, [
      { ...set, target: 'pack/paper/2', fields: { title: 'Dogs' } },
      { ...set, id: 'c-2', target: 'trees', fields: { committee: 'Place Panel' } },
    ])
    store.relink(() => corrected)
    const shown = store.query('SELECT paper_id, kind, title, committee, review_id FROM papers ORDER BY paper_id')
    expect(shown).toEqual([
      { paper_id: 'pack/paper/1', kind: 'progress_update', title: 'Street Trees', committee: null, review_id: 'fenwick/street-trees-2031' },
      { paper_id: 'pack/paper/2', kind: 'review_report', title: 'Dogs', committee: null, review_id: 'fenwick/dog-wardens-2031' },
      {
        paper_id: 'trees/paper/1',
        kind: 'review_report',
        title: 'Scrutiny Review of Street Trees',
        committee: 'Place Panel',
        review_id: 'fenwick/street-trees-2031',
      },
    ])
    expect(store.query("SELECT committee FROM documents WHERE document_id = 'trees'")).toEqual([{ committee: 'Place Panel' }])
    expect(store.rows('corrections').map(({ state }) => state)).toEqual(['applied', 'applied'])
    store.close()
  })
})

describe('progress on what nothing resolved', () => {
  it('is linked to the recommendation, and shown with how sure that is', () => {
    const { links } = linkArchive([makePaper(treesReport), makePaper(treesUpdate)])
    expect(links.filter(({ kind }) => kind.startsWith('update_')).map(({ kind, fromId, toId }) => [kind, fromId, toId])).toEqual([
      ['update_recommendation', 'update/update/1', 'fenwick/street-trees-2031/1'],
    ])
    const store = openStore(':memory:')
    for (const { documentId, path, records } of [makePaper(treesReport), makePaper(treesUpdate)])
      store.saveDocument(makeDocument(documentId, records, { documentId, path }))
    store.saveLinks(linkArchive(store.loadLinkInputs()))
    const [update] = store.rows('progress_updates')
    expect(update).toMatchObject({ recommendation_id: 'fenwick/street-trees-2031/1', resolution_id: null, link_method: 'number-and-text' })
    expect(update?.link_confidence).toBeGreaterThan(0.9)
    store.close()
  })
})

describe('a matter', () => {
  it('is linked as a review is, and says what it is', () => {
    const paper = makePaper(treesReport)
    const reviews = paper.records.reviews.map((review) => ({ ...review, kind: 'matter' as const }))
    expect(linkArchive([{ ...paper, records: { ...paper.records, reviews } }]).reviews).toMatchObject([{ kind: 'matter' }])
  })
})
