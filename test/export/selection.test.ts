import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { VIEWS } from '../../schema/views.ts'
import { viewsToJson } from '../../src/export/json.ts'
import { viewsToXlsx } from '../../src/export/xlsx.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { archiveDatabase } from './archive-database.ts'

const { store } = archiveDatabase()
const ids = () => store.rows('reviews').map(({ review_id: id }) => String(id))

describe('an export of one review', () => {
  test('has its rows and no others, and all reviews together have every row that is of one', () => {
    for (const view of VIEW_NAMES) {
      const columns = Object.keys(VIEWS[view].columns)
      if (!columns.includes('review_id')) continue
      const parts = ids().map((id) => [...store.iterate(view, id)])
      for (const [index, rows] of parts.entries())
        expect(rows.every((row) => row.review_id === ids()[index] || view === 'documents')).toBe(true)
      if (view === 'documents') continue
      expect(parts.flat()).toHaveLength(store.rows(view).filter((row) => row.review_id !== null).length)
    }
  })

  test('has the evidence, links and papers of what is in it', () => {
    for (const id of ids()) {
      const updates = [...store.iterate('progress_updates', id)]
      const evidence = new Set([...store.iterate('evidence', id)].map((row) => row.entity_id))
      const documents = new Set([...store.iterate('documents', id)].map((row) => row.document_id))
      const links = new Set([...store.iterate('links', id)].map((row) => row.from_id))
      for (const row of updates) {
        expect(evidence).toContain(row.update_id)
        expect(documents).toContain(row.document_id)
        if (row.recommendation_id !== null) expect(links).toContain(row.update_id)
      }
    }
    expect(store.count('progress_updates', ids()[0])).toBe([...store.iterate('progress_updates', ids()[0])].length)
  })

  test('may be of a few views', () => {
    const selection = { views: ['reviews', 'recommendations'] as const, reviewId: ids()[1] ?? null }
    const exported = JSON.parse([...viewsToJson(store, selection)].join('')) as Record<string, unknown[]>
    expect(Object.keys(exported)).toEqual(['reviews', 'recommendations'])
    expect(exported.reviews).toHaveLength(1)
    expect(exported.recommendations).toHaveLength(store.count('recommendations', ids()[1]))
  })
})

describe('a workbook that would be too large', () => {
  const total = () => VIEW_NAMES.reduce((sum, view) => sum + store.count(view), 0)

  test('leaves out the evidence first, and its sheet of explanations says so', async () => {
    const { bytes, left } = await viewsToXlsx(store, undefined, total() - 1)
    expect(left).toEqual(['evidence'])
    const parts = unzipSync(bytes)
    const names = [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]+)"/gu)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(['Follow-up', 'about', ...VIEW_NAMES.filter((view) => view !== 'evidence')])
    expect(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('Left out')
  })

  test('is an error where that is not enough', async () => {
    await expect(viewsToXlsx(store, undefined, 10)).rejects.toThrow(/more than a spreadsheet is for \(10\).*--views/u)
  })
})
