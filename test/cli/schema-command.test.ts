import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPEN_WORDS } from '../../schema/view-words.ts'
import { VIEWS } from '../../schema/views.ts'
import { datasetteMetadata } from '../../src/export/datasette.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { makeDatabase } from './make-archive.ts'
import { runInProcess } from './run-in-process.ts'

let folder: string
let store: Store
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-schema-'))
  makeDatabase(join(folder, 'council.db'))
  store = openStore(join(folder, 'council.db'), { readonly: true })
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the words', () => {
  test('describe every view', () => {
    expect(Object.keys(VIEWS).sort()).toEqual([...VIEW_NAMES].sort())
  })

  test.each(Object.entries(OPEN_WORDS))('describe every column of %s, in its order', (view, { columns }) => {
    const found = store.query('SELECT name FROM pragma_table_info(?) ORDER BY cid', view).map((row) => row.name)
    expect(Object.keys(columns)).toEqual(found)
  })

  test('are in the database itself', () => {
    const [words] = store.query("SELECT type, description FROM descriptions WHERE view = 'slippage' AND \"column\" = 'moved_days'")
    expect(words).toEqual(VIEWS.slippage.columns.moved_days)
    const views = store.query('SELECT view FROM descriptions WHERE position = 0').map((row) => row.view)
    expect(views.sort()).toEqual(Object.keys(OPEN_WORDS).sort())
  })

  test('are of the kind that is stored', () => {
    const classes = { text: 'text', day: 'text', time: 'text', json: 'text', integer: 'integer', number: 'real' }
    for (const [view, { columns }] of Object.entries(OPEN_WORDS)) {
      for (const [column, { type }] of Object.entries(columns)) {
        const found = store.query(`SELECT DISTINCT typeof("${column}") AS type FROM "${view}" WHERE "${column}" IS NOT NULL`)
        expect(
          found.map((row) => row.type).filter((stored) => stored !== classes[type]),
          `${view}.${column}`,
        ).toEqual([])
      }
    }
  })
})

describe('schema', () => {
  test('prints every view and column', async () => {
    const { code, stdout } = await runInProcess(['schema'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^slippage$/mu)
    expect(stdout).toMatch(/^ {2}moved_days +integer +Days from the end/mu)
  })

  test('prints one view, and says which there are', async () => {
    const { stdout } = await runInProcess(['schema', 'aliases'])
    expect(stdout).toContain('old_id')
    expect(stdout).not.toContain('moved_days')
    expect(await runInProcess(['schema', 'alias'])).toMatchObject({ code: 2, stderr: expect.stringContaining('aliases') })
  })

  test('gives JSON', async () => {
    expect(JSON.parse((await runInProcess(['schema', '--json'])).stdout)).toEqual(OPEN_WORDS)
  })

  test('gives the metadata of Datasette under the name of the database', async () => {
    const { stdout } = await runInProcess(['schema', '--datasette', '--db', 'papers/council.db'])
    const { tables } = JSON.parse(stdout).databases.council
    expect(tables.recommendations.columns.text).toBe(VIEWS.recommendations.columns.text.description)
    expect(tables.progress_update).toEqual({ hidden: true })
    expect(tables.recommendations.hidden).toBeUndefined()
    expect(tables.search_entry).toMatchObject({ fts_table: 'search', fts_pk: 'search_id' })
  })

  test.each(Object.entries(datasetteMetadata('council', []).databases.council?.queries ?? {}))(
    'asks Datasette\'s question "%s"',
    (_, query) => {
      const words = query.sql.replace(':words', "'tree'").replace(':recommendation_id', "'street-trees/3'")
      expect(store.query(words.replace("date('now')", "'2040-01-01'"))).toBeInstanceOf(Array)
    },
  )
})
