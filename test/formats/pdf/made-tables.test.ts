import { expect, it } from 'vitest'
import { readDocument } from '../../../parsers/formats.ts'
import { drawPaper } from '../../../scripts/tables/draw-paper.ts'
import { makePapers } from '../../../scripts/tables/made-papers.ts'
import { type RowScore, scoreRows, shareOf } from '../../../scripts/tables/score-rows.ts'
import { LOOKS } from '../../../scripts/tables/table-looks.ts'

const SEED = 1
/** The share of whole rows that is reached, rounded down. It only rises. */
const FLOOR = 0.97

it('reads the rows of 60 made-up papers in twelve looks', async () => {
  const scores: RowScore[] = []
  for (const paper of makePapers(SEED)) {
    const document = await readDocument({ bytes: await drawPaper(paper), path: `${paper.name}.pdf` }, () => {})
    scores.push(scoreRows(paper, document))
  }
  expect(scores.length).toBe(5 * LOOKS.length)
  expect(shareOf(scores)).toBeGreaterThanOrEqual(FLOOR)
  // Where every cell has a rule on each side nothing is left to doubt.
  for (const look of ['full grid', 'boxes with gaps', 'thin rectangles'])
    expect(shareOf(scores.filter((score) => score.look === look))).toBe(1)
})
