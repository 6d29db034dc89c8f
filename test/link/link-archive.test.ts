import { describe, expect, it } from 'vitest'
import { linkArchive } from '../../src/link/link-archive.ts'
import { makePaper, type PaperSketch } from './make-paper.ts'

const FERRIES = {
  '1': 'That the winter timetable of the ferries be published before the end of August each year.',
  '2': 'That a second crossing be offered on market days, and that its cost be met from the parking account.',
  '2(a)': 'the crossing to leave the north quay at seven in the morning;',
  '2(b)': 'the crossing to be free for pupils.',
  '3': 'That the waiting rooms on both quays be heated and lit until the last sailing.',
}
const report: PaperSketch = {
  id: 'report',
  kind: 'review_report',
  review: 'Scrutiny Review of Ferry Services',
  dated: '2019-03-01',
  wordings: FERRIES,
}
const decision: PaperSketch = {
  id: 'decision',
  kind: 'decision_record',
  review: 'Ferry Services Scrutiny Review',
  dated: '2019-05-02',
  resolutions: Object.fromEntries(Object.entries(FERRIES).map(([number, text]) => [number, text.replace(/^That /u, '')])),
}
const link = (...sketches: PaperSketch[]) => linkArchive(sketches.map(makePaper))
const outcomeOf = (archive: ReturnType<typeof link>) =>
  Object.fromEntries(archive.recommendations.map((row) => [row.number, row.resolutionId]))

describe('which papers are of one review', () => {
  it('joins papers that name one subject in different ways', () => {
    const { reviews, documents } = link(report, decision)
    expect(reviews).toHaveLength(1)
    expect(new Set(documents.map((row) => row.reviewId)).size).toBe(1)
  })

  it('keeps what two meetings recommend apart, though the page of each is only called "Agenda and minutes"', () => {
    const page = (id: string, text: string) => {
      const paper = makePaper({ id, kind: 'review_report', review: null, council: null, wordings: { '1': text } })
      return { ...paper, records: { ...paper.records, title: 'Agenda and minutes' } }
    }
    const { reviews } = linkArchive([page('spring', 'That the quay be lit.'), page('autumn', 'That the school have two buses.')])
    expect(reviews.map(({ title }) => title)).toStrictEqual(['Untitled (autumn)', 'Untitled (spring)'])
  })

  it('keeps near-names apart', () => {
    const { reviews, links } = link(report, { ...decision, id: 'other', review: 'Scrutiny Review of Ferry Terminals' })
    expect(reviews).toHaveLength(2)
    expect(links.filter((row) => row.kind === 'recommendation_resolution' && row.fromId.includes('ferry-services'))).toHaveLength(0)
  })

  it('keeps councils apart, and gives a paper without a council to the only one', () => {
    expect(link(report, { ...report, id: 'twin', council: 'Ashdown Borough Council' }).reviews).toHaveLength(2)
    expect(link(report, { ...decision, council: null }).reviews).toHaveLength(1)
    expect(
      link(report, { ...report, id: 'twin', council: 'Ashdown Borough Council' }, { ...decision, council: null }).reviews.length,
    ).toBeGreaterThan(1)
  })

  it('keeps two reviews of one subject apart by what they recommend, and a later update goes to the one it repeats', () => {
    const later: PaperSketch = {
      ...report,
      id: 'later',
      dated: '2024-06-01',
      wordings: {
        '1': 'That electric boats replace the two oldest vessels by 2027.',
        '2': 'That tickets be sold on board by card only.',
        '3': 'That a users’ panel be set up and meet twice a year.',
      },
    }
    const update: PaperSketch = {
      id: 'update',
      kind: 'progress_update',
      review: 'Ferry Services',
      dated: '2025-01-01',
      wordings: later.wordings ?? {},
      updates: { '1': 'achieved' },
    }
    const { reviews, recommendations, documents } = link(report, decision, later, update)
    expect(reviews.map((review) => review.reviewId)).toEqual(['fenwick/ferry-services-2019', 'fenwick/ferry-services-2024'])
    expect(documents.find((row) => row.documentId === 'update')?.reviewId).toBe('fenwick/ferry-services-2024')
    expect(recommendations.find((row) => row.recommendationId === 'fenwick/ferry-services-2024/1')?.status).toBe('achieved')
    expect(recommendations.find((row) => row.recommendationId === 'fenwick/ferry-services-2019/1')?.status).toBeNull()
  })

  it('remembers the ids that a review bore before its report came', () => {
    const alone = link(decision).reviews[0]?.reviewId
    const { reviews, aliases } = link({ ...report, dated: '2018-12-01' }, decision)
    expect(reviews[0]?.reviewId).toBe('fenwick/ferry-services-2018')
    expect(aliases).toContainEqual({ oldId: alone, newId: 'fenwick/ferry-services-2018', since: '2018-12-01' })
  })
})

describe('which items are one recommendation', () => {
  it('links each recommendation, and each part, to its resolution', () => {
    expect(outcomeOf(link(report, decision))).toEqual({
      '1': 'decision/resolution/1',
      '2': 'decision/resolution/2',
      '2(a)': 'decision/resolution/2(a)',
      '2(b)': 'decision/resolution/2(b)',
      '3': 'decision/resolution/3',
    })
  })

  it('follows the words where a cabinet renumbers', () => {
    const renumbered = { ...decision, resolutions: { '1': FERRIES['3'], '2': FERRIES['1'] } }
    expect(outcomeOf(link(report, renumbered))).toEqual({
      '1': 'decision/resolution/2',
      '2': null,
      '2(a)': null,
      '2(b)': null,
      '3': 'decision/resolution/1',
    })
  })

  it('leaves a resolution unlinked that says something else under the same number', () => {
    const { recommendations, unlinked } = link(report, {
      ...decision,
      resolutions: { '1': 'The budget for street lamps be raised by a tenth.' },
    })
    expect(recommendations.every((row) => row.resolutionId === null)).toBe(true)
    expect(unlinked).toMatchObject([{ entityId: 'decision/resolution/1', entityKind: 'resolution' }])
  })

  it('shows the last word on a recommendation, whatever order the papers come in', () => {
    const first: PaperSketch = {
      id: 'update-1',
      kind: 'progress_update',
      review: 'Ferry Services',
      dated: '2020-01-01',
      wordings: FERRIES,
      updates: { '1': 'slipped', '3': 'achieved' },
    }
    const second: PaperSketch = { ...first, id: 'update-2', dated: '2021-01-01', updates: { '1': 'achieved' } }
    for (const order of [
      [report, decision, first, second],
      [second, first, decision, report],
    ]) {
      const { recommendations, links } = link(...order)
      expect(Object.fromEntries(recommendations.map((row) => [row.number, row.status]))).toEqual({
        '1': 'achieved',
        '2': null,
        '2(a)': null,
        '2(b)': null,
        '3': 'achieved',
      })
      expect(links.filter((row) => row.kind === 'update_resolution').map((row) => [row.fromId, row.toId])).toEqual([
        ['update-1/update/1', 'decision/resolution/1'],
        ['update-1/update/3', 'decision/resolution/3'],
        ['update-2/update/1', 'decision/resolution/1'],
      ])
    }
  })

  it('links by number alone only while the list keeps its numbers', () => {
    const bare: PaperSketch = {
      id: 'bare',
      kind: 'progress_update',
      review: 'Ferry Services',
      dated: '2020-01-01',
      updates: { '3': 'achieved', '9': 'achieved' },
    }
    const { recommendations, unlinked } = link(report, bare)
    expect(recommendations.find((row) => row.number === '3')?.status).toBe('achieved')
    expect(unlinked.map((row) => row.entityId)).toEqual(['bare/update/9'])
  })
})
