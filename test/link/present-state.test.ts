import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Correction } from '../../schema/corrections.ts'
import type { LinkInput } from '../../schema/links.ts'
import { makeArchive } from '../../scripts/bench/link/archive.ts'
import { correctArchive } from '../../src/corrections/correct-archive.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { makePaper, type PaperSketch } from './make-paper.ts'

const PATHS = {
  '1': 'That a footpath be laid along the canal from the lock to the mill.',
  '2': 'That the towpath be swept of leaves each November.',
  '3': 'That two benches be put beside the lock.',
  '4': 'That a rail be put on the steps at the mill.',
}
const papers = (...sketches: PaperSketch[]): LinkInput[] => sketches.map(makePaper)
const review = 'Scrutiny Review of Canal Paths'
const REPORT: PaperSketch = { id: 'report', kind: 'review_report', review, dated: '2021-03-01', wordings: PATHS }
const FIRST: PaperSketch = {
  id: 'first',
  kind: 'progress_update',
  review,
  dated: '2022-03-01',
  wordings: PATHS,
  updates: { '1': 'slipped', '3': 'slipped', '4': 'slipped' },
}
/** The later update has one row for recommendations 3 and 4. */
const SECOND: PaperSketch = {
  id: 'second',
  kind: 'progress_update',
  review,
  dated: '2023-03-01',
  wordings: { '1': PATHS['1'], '3 & 4': `${PATHS['3']} ${PATHS['4']}` },
  updates: { '1': 'achieved', '3 & 4': 'achieved' },
}
const REVIEW_ID = 'fenwick/canal-paths-2021'

function corrected(documents: readonly LinkInput[], corrections: readonly Correction[]) {
  const documentIds = new Set(documents.map(({ documentId }) => documentId))
  return correctArchive({ documents, documentIds }, corrections)
}

function link(target: string, to: string, second = 0): Correction {
  const at = new Date(Date.UTC(2024, 0, 1, 0, 0, second)).toISOString()
  return { id: `c-${second}`, at, by: 'A. Clerk', why: null, action: 'link', target, to }
}

const stateOf = (archive: ReturnType<typeof linkArchive>, number: string) => archive.recommendations.find((row) => row.number === number)

describe('the present state of a recommendation', () => {
  const documents = papers(REPORT, FIRST, SECOND)

  test('is that of one row for several, too, and names the update it is from', () => {
    const archive = linkArchive(documents)
    expect(archive.reviews.map(({ reviewId }) => reviewId)).toEqual([REVIEW_ID])
    for (const number of ['3', '4'])
      expect(stateOf(archive, number)).toMatchObject({ status: 'achieved', latestUpdateId: 'second/update/3 & 4' })
    const links = archive.links.filter(({ fromId, kind }) => fromId === 'second/update/3 & 4' && kind === 'update_recommendation')
    expect(links.map(({ toId }) => toId)).toEqual([`${REVIEW_ID}/3`, `${REVIEW_ID}/4`])
  })

  test('is not turned back by a correction beside one row for several', () => {
    const archive = corrected(documents, [link('first/update/3', `${REVIEW_ID}/4`)])
    expect(stateOf(archive, '3')).toMatchObject({ status: 'achieved', latestUpdateId: 'second/update/3 & 4' })
    expect(stateOf(archive, '4')).toMatchObject({ status: 'achieved', latestUpdateId: 'second/update/3 & 4' })
  })

  test('follows an update that a person gives to another recommendation', () => {
    const archive = corrected(documents, [link('second/update/1', `${REVIEW_ID}/2`)])
    expect(stateOf(archive, '1')).toMatchObject({ status: 'slipped', latestUpdateId: 'first/update/1' })
    expect(stateOf(archive, '2')).toMatchObject({ status: 'achieved', latestUpdateId: 'second/update/1' })
  })

  test('does not change where a person says what was found: of any record, in any archive', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1_000_000 }), (seed, chance) => {
        const { documents: made } = makeArchive(5, seed)
        const before = linkArchive(made)
        const assigned = before.assignments.filter((row) => row.recommendationId !== null && row.entityKind !== 'wording')
        const chosen = [0, 1, 2].flatMap((step) => assigned[(chance * (step + 1) + step) % assigned.length] ?? [])
        const after = corrected(
          made,
          chosen.map((row, index) => link(row.entityId, String(row.recommendationId), index)),
        )
        expect(after.recommendations).toEqual(before.recommendations)
      }),
      { numRuns: 25 },
    )
  })
})
