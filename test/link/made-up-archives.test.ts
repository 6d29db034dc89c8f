import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import { makeArchive } from '../../scripts/bench/link/archive.ts'
import { scoreLinks } from '../../scripts/bench/link/score.ts'
import { linkArchive } from '../../src/link/link-archive.ts'
import { openStore } from '../../src/store/open-store.ts'
import { allRows } from '../archive-views.ts'
import { makeDocument } from '../store/make-records.ts'

const REVIEWS = 12
const FEW_REVIEWS = 5

/** Every list as sorted lines. */
const rows = (linked: LinkedArchive) =>
  Object.fromEntries(
    Object.entries(linked).map(([name, list]: [string, readonly object[]]) => [name, list.map((row) => JSON.stringify(row)).sort()]),
  )

/** What the views show when the documents come in batches of this size, linked after each. */
function viewsOf(documents: readonly LinkInput[], size: number): Record<string, string[]> {
  const store = openStore(':memory:')
  for (let at = 0; at < documents.length; at += size) {
    for (const { documentId, records } of documents.slice(at, at + size))
      store.saveDocument(makeDocument(documentId, records, { documentId, sha256: documentId }))
    store.relink(linkArchive)
  }
  const views = allRows(store)
  store.close()
  return views
}

/** Documents in an order that chance gives. */
function shuffled(documents: readonly LinkInput[], chance: Iterator<number>): LinkInput[] {
  return documents
    .map((document): [number, LinkInput] => [Number(chance.next().value), document])
    .sort(([a], [b]) => a - b)
    .map(([, document]) => document)
}

const seeds = fc.integer({ min: 1, max: 1000 })
const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))

/** These look at many archives, on machines that may be busy. */
const TIMEOUT_MS = 60_000

describe('made-up archives', { timeout: TIMEOUT_MS }, () => {
  it('are linked alike in any order of their papers', () => {
    fc.assert(
      fc.property(seeds, chances, (seed, chance) => {
        const { documents } = makeArchive(REVIEWS, seed)
        expect(rows(linkArchive(shuffled(documents, chance)))).toEqual(rows(linkArchive(documents)))
      }),
      { numRuns: 8 },
    )
  })

  it('give the same views in any order and any split into imports', () => {
    fc.assert(
      fc.property(seeds, chances, fc.integer({ min: 1, max: 20 }), (seed, chance, size) => {
        const { documents } = makeArchive(FEW_REVIEWS, seed)
        expect(viewsOf(shuffled(documents, chance), size)).toEqual(viewsOf(documents, documents.length))
      }),
      { numRuns: 6 },
    )
  })

  it('give every entity one assignment, every link one id, and every reason as JSON', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { assignments, links, recommendations, unlinked } = linkArchive(makeArchive(REVIEWS, seed).documents)
        const unique = (ids: string[]) => expect(new Set(ids).size).toBe(ids.length)
        unique(assignments.map((row) => row.entityId))
        unique(links.map((row) => row.linkId))
        unique(recommendations.map((row) => row.recommendationId))
        unique(unlinked.map((row) => row.entityId))
        for (const { reasons } of links) expect(JSON.parse(reasons)).toBeTypeOf('object')
      }),
      { numRuns: 8 },
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
