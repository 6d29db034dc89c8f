import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import { makeArchive } from '../../scripts/bench/link/archive.ts'
import { scoreLinks } from '../../scripts/bench/link/score.ts'
import { linkArchive } from '../../src/link/link-archive.ts'

const REVIEWS = 12

/** Every list as sorted lines. */
const rows = (linked: LinkedArchive) =>
  Object.fromEntries(Object.entries(linked).map(([name, list]) => [name, list.map((row) => JSON.stringify(row)).sort()]))

describe('made-up archives', () => {
  it('are linked alike in any order of their papers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (seed, chance) => {
        const { documents } = makeArchive(REVIEWS, seed)
        const shuffled = documents
          .map((document): [number, LinkInput] => [chance.next().value ?? 0, document])
          .sort(([a], [b]) => a - b)
          .map(([, document]) => document)
        expect(rows(linkArchive(shuffled))).toEqual(rows(linkArchive(documents)))
      }),
      { numRuns: 15 },
    )
  })

  it('give every entity one assignment, every link one id, and every reason as JSON', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const { assignments, links, recommendations, unlinked } = linkArchive(makeArchive(REVIEWS, seed).documents)
        const unique = (ids: string[]) => expect(new Set(ids).size).toBe(ids.length)
        unique(assignments.map((row) => row.entityId))
        unique(links.map((row) => row.linkId))
        unique(recommendations.map((row) => row.recommendationId))
        unique(unlinked.map((row) => row.entityId))
        for (const { reasons } of links) expect(JSON.parse(reasons)).toBeTypeOf('object')
      }),
      { numRuns: 15 },
    )
  })

  it('are linked as precisely as issue 4 asks', () => {
    const archive = makeArchive(150, 11)
    const { tallies } = scoreLinks(archive, linkArchive(archive.documents))
    const sum = (field: 'expected' | 'found' | 'right') => Object.values(tallies).reduce((total, tally) => total + tally[field], 0)
    expect(sum('right') / sum('found')).toBeGreaterThanOrEqual(0.995)
    expect(sum('right') / sum('expected')).toBeGreaterThanOrEqual(0.95)
  })
})
