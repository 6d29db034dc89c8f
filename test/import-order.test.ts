import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRows, withArchive } from './archive-views.ts'
import { archivePapers } from './read-fixture.ts'

const papers = archivePapers()

describe('the archive', async () => {
  const inOne = await withArchive([papers], allRows)

  it('holds something to compare', () => {
    expect(inOne.recommendations?.length).toBeGreaterThan(30)
    expect(inOne.links?.length).toBeGreaterThan(50)
  })

  it('is read without a mistake of our own', () => {
    expect(inOne.diagnostics?.filter((row) => row.includes('internal-error'))).toEqual([])
  })

  it('is the same in any order and any split into imports', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(papers, { minLength: papers.length }),
        fc.integer({ min: 1, max: papers.length }),
        async (order, size) => {
          const batches = Array.from({ length: Math.ceil(order.length / size) }, (_, index) =>
            order.slice(index * size, (index + 1) * size),
          )
          expect(await withArchive(batches, allRows)).toEqual(inOne)
        },
      ),
      { numRuns: 6 },
    )
  })

  it('is the same one paper at a time', async () => {
    expect(
      await withArchive(
        papers.map((paper) => [paper]),
        allRows,
      ),
    ).toEqual(inOne)
  })

  it('is unchanged when it is imported again', async () => {
    const [rows, runs] = await withArchive([papers, papers], (store) => [allRows(store), store.rows('runs')] as const)
    expect(rows).toEqual(inOne)
    expect(runs.at(-1)).toMatchObject({ added: 0, changed: 0, unchanged: papers.length, failed: 0 })
  })
})
