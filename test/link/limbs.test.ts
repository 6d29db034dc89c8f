import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LinkInput } from '../../schema/links.ts'
import { recommendationHistory } from '../../src/cli/recommendation-history.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { allRows } from '../archive-views.ts'
import { FIXTURES, readPaper } from '../read-fixture.ts'
import { makeDocument } from '../store/make-records.ts'
import { makePaper } from './make-paper.ts'

async function readInput(documentId: string, fixture: string): Promise<LinkInput> {
  const { records } = await readPaper(join(FIXTURES, fixture))
  return { documentId, path: fixture, records, isScanned: false, troubles: 0 }
}

function storeOf(documents: readonly LinkInput[]): Store {
  const store = openStore(':memory:')
  for (const { documentId, records } of documents) store.saveDocument(makeDocument(documentId, records, { documentId, sha256: documentId }))
  return store
}

const report = makePaper({
  id: 'report',
  kind: 'review_report',
  review: 'Scrutiny Review of Allotments',
  council: 'Hollin District Council',
  dated: '2023-03-01',
  wordings: {
    '1': 'That the waiting list be kept in one place, and that it:',
    '1(a)': 'show how long each person has waited; and',
    '1(b)': 'be open to all parish clerks.',
    '2': 'That each site have a volunteer warden, who will:',
    '2(a)': 'report empty plots within a month;',
    '2(b)': 'keep the keys of the gate; and',
    '2(c)': 'meet the Parks Manager every spring.',
    '3': 'That rents be the same on all sites.',
  },
})
const minutes = await readInput('minutes', 'decision-record/limbs-of-a-second-item/input.txt')
const response = await readInput('response', 'response/limbs-in-a-table-of-two-reviews/input.md')
const papers = [report, minutes, response]
const LIMBS = ['1(a)', '1(b)', '2(a)', '2(b)', '2(c)']

describe('limbs that a later paper states again', () => {
  const linked = linkArchive(papers)
  const review = linked.reviews.find(({ title }) => title.includes('Allotments'))?.reviewId
  const row = (number: string) => linked.recommendations.find((one) => one.reviewId === review && one.number === number)

  it('have each its wording in each of the papers', () => {
    for (const limb of LIMBS) {
      const id = row(limb)?.recommendationId
      const stating = linked.assignments.filter((one) => one.entityKind === 'wording' && one.recommendationId === id)
      expect(stating.map(({ entityId }) => entityId.split('/')[0]).sort(), limb).toEqual(['minutes', 'report', 'response'])
    }
  })

  it('have their words from the resolution that states them, also below a second item', () => {
    for (const limb of LIMBS) expect(row(limb), limb).toMatchObject({ textFrom: 'resolved', documentId: 'minutes', outcome: 'agreed' })
    expect(row('2(a)')).toMatchObject({ text: 'report empty plots within two months;', resolutionId: 'minutes/resolution/2(a)~2' })
  })

  it('show what each paper changed, and not where a limb is the last or not', () => {
    const changes = linked.wordingChanges.filter((change) => LIMBS.some((limb) => row(limb)?.recommendationId === change.recommendationId))
    expect(changes.map(({ fromId, toId, diff }) => [fromId, toId, diff])).toEqual([
      ['report/wording/1(b)', 'minutes/resolution/1(b)', '[["=","be open to all parish clerks"],["+","and to the public;"]]'],
      ['report/wording/2(a)', 'minutes/resolution/2(a)~2', '[["=","report empty plots within"],["-","a month;"],["+","two months;"]]'],
      [
        'minutes/resolution/1(b)',
        'response/wording/allotments/1(b)',
        '[["=","be open to all parish clerks and to the"],["-","public;"],["+","press."]]',
      ],
      [
        'minutes/resolution/2(a)~2',
        'response/wording/allotments/2(a)',
        '[["=","report empty plots within"],["-","two months;"],["+","a month;"]]',
      ],
      ['minutes/resolution/2(b)~2', 'response/wording/allotments/2(b)', '[["=","keep the keys of the gate"],["+","and of the shed;"]]'],
    ])
  })

  it('leave each answer with the review of the row that it answers', () => {
    const footpaths = linked.reviews.find(({ title }) => title.includes('Footpaths'))?.reviewId
    const answers = linked.assignments.filter(({ entityId }) => entityId.startsWith('response/resolution/'))
    expect(Object.fromEntries(answers.map(({ entityId, reviewId }) => [entityId.slice('response/resolution/'.length), reviewId]))).toEqual({
      '1': review,
      '2': review,
      '3': review,
      '1~2': footpaths,
      '2~2': footpaths,
    })
    expect(linked.unlinked.filter(({ documentId }) => documentId === 'response')).toEqual([])
  })

  it('are shown by `status` in the words of each paper that changed them', () => {
    const store = storeOf(papers)
    store.relink(linkArchive)
    const [limb = {}] = store.query("SELECT * FROM recommendations WHERE review_id = ? AND number = '2(a)'", review ?? null)
    const { wordings, reworded, resolutions } = recommendationHistory(store, limb)
    expect(wordings).toHaveLength(3)
    expect(resolutions.map(({ text }) => text)).toEqual(['report empty plots within two months;'])
    expect(reworded.map(({ path, text }) => [path, text])).toEqual([['papers/response.txt', 'report empty plots within a month;']])
    store.close()
  })

  it('are the same however often and in whatever order the papers are linked', () => {
    const views = (documents: readonly LinkInput[], again: number) => {
      const store = storeOf(documents)
      store.relink(linkArchive)
      const first = allRows(store)
      for (let time = 0; time < again; time++) expect(store.relink(linkArchive)).toMatchObject({ written: 0, removed: 0 })
      expect(allRows(store)).toEqual(first)
      store.close()
      return first
    }
    const first = views(papers, 2)
    for (const order of [papers.toReversed(), [minutes, response, report]]) expect(views(order, 1)).toEqual(first)
  })
})
