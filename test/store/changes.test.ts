import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correct } from '../../src/correct.ts'
import type { Row } from '../../src/store/database.ts'
import { openStore } from '../../src/store/open-store.ts'
import { runInProcess } from '../cli/run-in-process.ts'
import { FIXTURES } from '../read-fixture.ts'

const FOLDER = join(FIXTURES, 'archive', 'marlford-borough-council')
const ID = 'marlford/bus-services-2021/3'
let cwd: string
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-changes-'))
  mkdirSync(join(cwd, 'papers'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const paper = (name: string) => cpSync(join(FOLDER, name), join(cwd, 'papers', name))
const importAll = async () => (await runInProcess(['import', 'papers'], { cwd })).stdout

/** The changes since the last that was looked at. */
function changes(after: number): Row[] {
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  try {
    return store.query('SELECT * FROM changes WHERE change_id > ? ORDER BY change_id', after)
  } finally {
    store.close()
  }
}

describe('what became of recommendations', () => {
  let last = 0
  const since = (): Row[] => {
    const rows = changes(last)
    last = Number(rows.at(-1)?.change_id ?? last)
    return rows
  }

  test('reports the first import as what came', async () => {
    paper('Place SC - Scrutiny Review of Bus Services - Final Report - March 2021.txt')
    paper('Progress Update - Bus Services - June 2022.txt')
    expect(await importAll()).not.toContain('Since the last import')
    const rows = since()
    expect(new Set(rows.map(({ change }) => change))).toEqual(new Set(['added']))
    expect(rows.find((row) => row.recommendation_id === ID)).toMatchObject({
      field: null,
      old_value: null,
      new_value: expect.stringMatching(/pass/u),
    })
  })

  test('reports a later paper field by field, with old and new value, and nothing for one that brings nothing', async () => {
    paper('Progress Update 2 - Bus Services - June 2023.md')
    expect(await importAll()).toMatch(/ {2}Since the last import: \d+ changed \(\d+ statuses\); the view "changes" lists them\n/u)
    const rows = since()
    const runs = new Set(rows.map(({ run_id: run }) => run))
    expect(runs.size).toBe(1)
    expect([...runs][0]).toMatch(/^run-/u)
    expect(rows.find((row) => row.recommendation_id === ID && row.field === 'status')).toMatchObject({
      change: 'changed',
      old_value: 'on_track',
      new_value: 'achieved',
    })
    expect(await importAll()).not.toContain('Since the last import')
    expect(since()).toEqual([])
  })

  test('reports a correction, which belongs to no import', () => {
    const store = openStore(join(cwd, 'scrutineer.db'))
    correct(store, { action: 'set', target: ID, fields: { status: 'stalled' } }, { by: 'A. Clerk', why: null })
    store.close()
    expect(since()).toMatchObject([{ run_id: null, recommendation_id: ID, field: 'status', old_value: 'achieved', new_value: 'stalled' }])
  })
})
