import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LinkInput } from '../../schema/links.ts'
import { correctArchive } from '../../src/corrections/correct-archive.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { samePapers } from '../../src/link/same-papers.ts'
import { makePack, makePaper, type PaperSketch } from './make-paper.ts'

const REVIEW = 'Review of Allotment Waiting Lists'
const WORDINGS = {
  1: 'That the Council publish the length of each waiting list on its website every quarter.',
  2: 'That half plots be offered to new tenants wherever a full plot falls vacant.',
  3: 'That the rent for water be shown apart from the rent of the plot.',
}
const report: PaperSketch = { id: 'report', kind: 'review_report', review: REVIEW, dated: '2021-03-31', wordings: WORDINGS }
const tracker: PaperSketch = {
  ...{ id: 'tracker', kind: 'progress_update', review: REVIEW, dated: '2022-06-30', wordings: WORDINGS },
  updates: { 1: 'achieved', 2: 'slipped', 3: 'slipped' },
}
const again = (sketch: PaperSketch, id: string, more: Partial<PaperSketch> = {}): LinkInput => makePaper({ ...sketch, id, ...more })
const scanned = (input: LinkInput): LinkInput => ({ ...input, isScanned: true })
const copiesOf = (...documents: LinkInput[]) => Object.fromEntries(samePapers(documents).copies)
const doubtsOf = (...documents: LinkInput[]) => samePapers(documents).doubtful.map(({ documentId, likeId }) => [documentId, likeId])

/** A text with one word put for another in recommendation 2. */
const reworded = (from: string, to: string) => ({ ...WORDINGS, 2: WORDINGS[2].replace(from, to) })

describe('a paper in several files', () => {
  test('counts once', () => {
    const once = linkArchive([makePaper(report), makePaper(tracker)])
    const twice = linkArchive([makePaper(report), makePaper(tracker), again(report, 'report-2'), again(tracker, 'tracker-2')])
    const { copies, papers, documents, ...rest } = twice
    const { copies: none, papers: _, documents: __, ...alone } = once
    expect(none).toEqual([])
    expect(rest).toEqual(alone)
    expect(copies).toEqual([
      { paperId: 'report-2/paper/1', documentId: 'report-2', sameAs: 'report/paper/1' },
      { paperId: 'tracker-2/paper/1', documentId: 'tracker-2', sameAs: 'tracker/paper/1' },
    ])
    expect(new Set(papers.map(({ reviewId }) => reviewId)).size).toBe(1)
    expect(papers).toHaveLength(4)
    expect(documents).toHaveLength(4)
  })

  test('is read from its text before a scan of it, whose letters may be misread', () => {
    const scan = scanned(again(report, 'a-scan', { wordings: reworded('tenants', 'tenauts') }))
    expect(copiesOf(scan, makePaper(report))).toEqual({ 'a-scan/paper/1': 'report/paper/1' })
  })

  test('is read from the file in which most was read, then from the one with fewest troubles', () => {
    const { 3: _, ...two } = tracker.updates ?? {}
    const poor = makePaper({ ...report, id: 'a' })
    expect(copiesOf({ ...poor, troubles: 2 }, makePaper(report))).toEqual({ 'a/paper/1': 'report/paper/1' })
    const uncoloured = again(tracker, 'a')
    for (const update of uncoloured.records.progressUpdates) Object.assign(update, { status: null, assessmentText: null })
    expect(copiesOf(uncoloured, makePaper(tracker))).toEqual({ 'a/paper/1': 'tracker/paper/1' })
    expect(copiesOf(again(tracker, 'a', { updates: two }), makePaper(tracker))).toEqual({})
  })

  test('counts in a file of its own before a pack', () => {
    const pack = makePack('a-pack', [report, { ...tracker, dated: '2021-09-30' }])
    expect(copiesOf(pack, makePaper(report))).toEqual({ 'a-pack/paper/1': 'report/paper/1' })
  })

  test('counts as a person corrected it', () => {
    const documents = [makePaper(tracker), again(tracker, 'z')]
    const at = '2023-01-01T00:00:00.000Z'
    const archive = correctArchive({ documents, documentIds: new Set(['tracker', 'z']) }, [
      { id: 'c-1', at, by: 'A Clerk', why: null, action: 'set', target: 'z/update/2', fields: { status: 'achieved' } },
    ])
    expect(archive.copies.map(({ documentId, sameAs }) => [documentId, sameAs])).toEqual([['tracker', 'z/paper/1']])
    expect(archive.recommendations.map(({ number, status }) => [number, status])).toEqual([
      ['1', 'achieved'],
      ['2', 'achieved'],
      ['3', 'slipped'],
    ])
  })

  test('is the same in any order', () => {
    const documents = [
      makePaper(report),
      again(report, 'report-2'),
      scanned(again(report, 'report-3', { wordings: reworded('tenants', 'tenauts') })),
      again(report, 'report-4', { wordings: reworded('half', 'quarter') }),
      makePaper(tracker),
      again(tracker, 'tracker-2'),
      again(tracker, 'tracker-3', { updates: { 1: 'achieved', 2: 'achieved', 3: 'slipped' } }),
      again(tracker, 'tracker-4', { dated: '2023-06-30' }),
      again(tracker, 'tracker-5', { council: null }),
      makePack('pack', [report, tracker]),
    ]
    const usual = linkArchive(documents)
    expect(usual.copies.map(({ documentId }) => documentId).sort()).toEqual(['pack', 'pack', 'report-2', 'report-3', 'tracker-2'])
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (order) => {
        const linked = linkArchive(order)
        const sorted = (list: readonly object[]) => list.map((row) => JSON.stringify(row)).sort()
        for (const part of Object.keys(usual) as (keyof typeof usual)[]) expect(sorted(linked[part])).toEqual(sorted(usual[part]))
      }),
    )
  })

  test('has another reading that counts once the first is gone, whichever that is', () => {
    const documents = [makePaper(report), again(report, 'b'), again(report, 'c')]
    fc.assert(
      fc.property(fc.subarray(documents, { minLength: 1 }), (left) => {
        const [first, ...others] = left.map(({ documentId }) => `${documentId}/paper/1`).sort()
        expect(copiesOf(...left)).toEqual(Object.fromEntries(others.map((id) => [id, first])))
      }),
    )
  })
})

describe('two papers that are alike', () => {
  test('stay two without a word where their day, council or kind differs', () => {
    const others = [
      again(tracker, 'b', { dated: '2022-09-30' }),
      again(tracker, 'c', { council: 'Northby Borough Council' }),
      again(tracker, 'd', { kind: 'action_plan' }),
    ]
    for (const other of others) {
      expect(copiesOf(makePaper(tracker), other)).toEqual({})
      expect(doubtsOf(makePaper(tracker), other)).toEqual([])
    }
  })

  test('stay two and are reported where little differs', () => {
    const open = { ...WORDINGS, 10: 'That dogs are not allowed between the plots.' }
    const turned = scanned(again(report, 'b', { wordings: { ...open, 10: open[10].replace('not', 'now') } }))
    expect(copiesOf(again(report, 'a', { wordings: open }), turned)).toEqual({})
    const long = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [`${at + 4}`, `That site number ${at} be surveyed before the spring.`]),
    )
    const many = { ...WORDINGS, ...long }
    const first = makePaper({ ...report, wordings: many })
    const others = [
      again(report, 'b', { wordings: { ...many, 2: WORDINGS[2].replace('tenants', 'tenauts') } }), // no scan, so no misreading
      scanned(again(report, 'b', { wordings: { ...many, 3: WORDINGS[3].replace('be shown', 'not be shown') } })),
      scanned(again(report, 'b', { wordings: { ...many, 4: 'That site number 9 be surveyed before the spring.' } })),
      again(report, 'b', { wordings: many, council: null }),
      again(report, 'b', { wordings: many, dated: null }),
    ]
    for (const other of others) {
      expect(copiesOf(first, other)).toEqual({})
      expect(doubtsOf(first, other)).toHaveLength(1)
      const { diagnostics } = linkArchive([first, other])
      expect(diagnostics.filter(({ rule }) => rule === 'maybe-same-paper')).toHaveLength(1)
    }
  })

  test('stay two where a later version has another status, or one that was not there', () => {
    const earlier = makePaper(tracker)
    const later = again(tracker, 'b', { updates: { 1: 'achieved', 2: 'achieved', 3: 'slipped' } })
    const open = again(tracker, 'c')
    Object.assign(open.records.progressUpdates[2] ?? {}, { status: null, assessmentText: null })
    expect(copiesOf(earlier, later)).toEqual({})
    expect(copiesOf(earlier, open)).toEqual({})
  })

  test('stay two where they share only what many papers print', () => {
    const noted: PaperSketch = { ...report, kind: 'minutes', wordings: {}, resolutions: { 1: 'That the report be noted.' } }
    expect([copiesOf(makePaper(noted), again(noted, 'b')), doubtsOf(makePaper(noted), again(noted, 'b'))]).toEqual([{}, []])
  })
})
