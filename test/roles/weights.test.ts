import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { splitPapers } from '../../parsers/papers/split-papers.ts'
import { documentPaper } from '../../parsers/records.ts'
import { findContent } from '../../parsers/roles/content.ts'
import type { ReadRun } from '../../parsers/roles/select-lists.ts'
import { RECOMMENDATION_WEIGHTS } from '../../parsers/roles/weights.ts'
import { fixtureCases } from '../read-fixture.ts'

/** For each sign a fixture with a run that shows it. */
const SHOWN: Record<keyof typeof RECOMMENDATION_WEIGHTS, string> = {
  bias: 'review-report/theme-bullets',
  labelledRecommendation: 'action-plan-table/heading-and-own-table',
  labelledOther: 'review-report/codes-through-the-text',
  codedRecommendation: 'review-report/codes-and-small-letters',
  headingAbove: 'decision-record/council-resolutions-by-number',
  headingFurtherUp: 'review-report/theme-bullets',
  headingOfOther: 'other/plan-of-definitions',
  headingOfContents: 'review-report/contents-and-table',
  leadIn: 'decision-record/by-reference-with-exceptions',
  asks: 'decision-record/minutes-two-reviews',
  wishes: 'action-plan-table/heading-and-own-table',
  tells: 'action-plan-table/labels-within-one-cell',
  states: 'action-plan-table/agreed-yes-no-in-part',
  references: 'review-report/items-that-name-themselves',
  calledRecommendations: 'review-report/items-that-name-themselves',
  pageNumbers: 'review-report/titles-that-instruct',
  longItems: 'review-report/items-that-name-themselves',
  setApart: 'response/bold-wishes-short-and-long',
  doubling: 'action-plan-table/heading-and-own-table',
  plainParagraphs: 'action-plan-table/agreed-yes-no-in-part',
  scattered: 'decision-record/recommended-within-a-limb',
  answers: 'decision-record/lead-ins-and-recommendations',
}

/** All runs of a fixture, scored. */
async function runsOf(fixture: string): Promise<ReadRun[]> {
  const path = fixtureCases().find(({ layout, name }) => `${layout}/${name}` === fixture)?.input ?? ''
  const document = await readDocument({ bytes: new Uint8Array(readFileSync(path)), path }, () => {})
  return splitPapers(document).flatMap((part) => findContent(documentPaper(part.document)).reads)
}

test.each(Object.entries(SHOWN))('%s is seen in %s, and counts as its weight says', async (name, fixture) => {
  const signs = (await runsOf(fixture)).flatMap(({ scored }) => scored.signs).filter((sign) => sign.name === name)
  expect(signs).not.toEqual([])
  const weight = RECOMMENDATION_WEIGHTS[name as keyof typeof RECOMMENDATION_WEIGHTS]
  for (const { score } of signs) expect(Math.sign(score)).toBe(Math.sign(weight))
})

test('the score of a run is the sum of its signs', async () => {
  for (const { scored } of await runsOf('review-report/items-that-name-themselves'))
    expect(scored.score).toBeCloseTo(
      scored.signs.reduce((sum, { score }) => sum + score, 0),
      6,
    )
})
