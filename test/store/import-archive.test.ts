import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesToText } from '../../parsers/formats/text/bytes-to-text.ts'
import { findFiles } from '../../src/archive-files.ts'
import { importPaths } from '../../src/import.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'

const archive = join(import.meta.dirname, '../../fixtures/archive')
const files = existsSync(archive) ? findFiles([archive]).map(({ path }) => path) : []

/** All that the views say, but for when it was imported. */
function everything(store: Store) {
  const views = VIEW_NAMES.filter((view) => view !== 'runs')
  return Object.fromEntries(views.map((view) => [view, store.rows(view).map(({ imported_at: _, ...row }) => row)]))
}

async function imported(...batches: string[][]) {
  const store = openStore(':memory:')
  for (const batch of batches) await importPaths(batch, { store })
  return { store, views: everything(store) }
}

describe.runIf(files.length)('the archive of fixtures', () => {
  test('is read without a mistake of our own', async () => {
    const { store } = await imported([archive])
    expect(store.rows('diagnostics').filter(({ rule }) => rule === 'internal-error')).toEqual([])
    expect(store.rows('recommendations').length).toBeGreaterThan(10)
  })

  test('imported again is unchanged, with the same ids', async () => {
    const { store, views } = await imported([archive])
    const again = await importPaths([archive], { store })
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: again.documents })
    expect(everything(store)).toEqual(views)
  })

  test('gives the same views in any order, and in any number of imports', async () => {
    const once = (await imported([archive])).views
    const order = fc.shuffledSubarray(files, { minLength: files.length })
    const splits = fc.tuple(order, fc.integer({ min: 1, max: files.length })).map(([shuffled, size]) => {
      const batches = Math.ceil(shuffled.length / size)
      return Array.from({ length: batches }, (_, index) => shuffled.slice(index * size, (index + 1) * size))
    })
    await fc.assert(
      fc.asyncProperty(splits, async (batches) => {
        expect((await imported(...batches)).views).toEqual(once)
      }),
      { numRuns: 6, examples: [[files.toReversed().map((file) => [file])]] },
    )
  })

  test('has a quote from the source for every value that it states', async () => {
    const { store } = await imported([archive])
    const folded = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ')
    const sources = new Map(store.query('SELECT document_id, path FROM documents').map((row) => [row.document_id, String(row.path)]))
    const texts = new Map([...sources].map(([id, path]) => [id, folded(bytesToText(readFileSync(path), () => {}))]))
    const strange = store
      .query(`SELECT document_id, entity_id, field, quote FROM evidence WHERE state = 'stated'`)
      .filter(({ document_id: id, quote }) => quote === null || !texts.get(id ?? null)?.includes(folded(String(quote))))
    expect(strange).toEqual([])
  })

  test('has evidence for every text and date that the contract asks it for', async () => {
    const { store } = await imported([archive])
    const fields: [view: string, id: string, fields: string[]][] = [
      ['wordings', 'wording_id', ['number_text', 'text']],
      ['resolutions', 'resolution_id', ['text', 'decided_by', 'decided_on']],
      ['commitments', 'commitment_id', ['responsible', 'due_text', 'due_from', 'due_to', 'success_measure', 'timescale']],
      ['actions', 'action_id', ['text']],
      ['progress_updates', 'update_id', ['as_of_text', 'as_of_from', 'as_of_to', 'evidence', 'assessment_text', 'impact']],
    ]
    const bare = fields.flatMap(([view, id, names]) =>
      names.flatMap((name) =>
        store.query(
          `SELECT '${view}.${name}' AS field, v.${id} AS id FROM ${view} v WHERE v.${name} IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e.entity_id = v.${id} AND e.field = '${name}' AND e.state IN ('stated', 'derived'))`,
        ),
      ),
    )
    expect(bare).toEqual([])
  })
})
