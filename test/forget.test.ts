import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Row } from '../src/store/database.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { allRows } from './archive-views.ts'
import type { Ended } from './cli/run-command.ts'
import { runInProcess } from './cli/run-in-process.ts'
import { FIXTURES } from './read-fixture.ts'

const UPDATE = 'papers/Progress Update 2 - Bus Services - June 2023.md'
const ID = 'marlford/bus-services-2021/3'
let cwd: string
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-forget-'))
  cpSync(join(FIXTURES, 'archive', 'marlford-borough-council'), join(cwd, 'papers'), { recursive: true })
  await run('import', 'papers')
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })

function look<T>(work: (store: Store) => T): T {
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  try {
    return work(store)
  } finally {
    store.close()
  }
}
const ask = (sql: string, ...values: string[]): Row[] => look((store) => store.query(sql, ...values))
const statusOf = () => ask('SELECT status FROM recommendations WHERE recommendation_id = ?', ID)[0]?.status
const current = () => ask('SELECT path FROM documents WHERE superseded_by IS NULL').map(({ path }) => path)

/** What the views show, but for what is about corrections. */
function shown(): Record<string, string[]> {
  const { corrections: _, ...rows } = look(allRows)
  return rows
}

test('a paper that is taken out counts nowhere, is listed, outlives an import, and comes back as it was', async () => {
  const before = shown()
  expect(statusOf()).toBe('achieved')
  const forgotten = await run('forget', UPDATE, '--why', 'a draft')
  expect([forgotten.code, forgotten.stderr]).toEqual([0, ''])
  expect(forgotten.stdout).toMatch(/^taken out: papers\/Progress Update 2 .* \(c-\w+\)\n1 paper taken out/u)
  expect(statusOf()).toBe('on_track')
  expect(current()).not.toContain(UPDATE)
  expect(ask('SELECT forgotten, documents FROM runs ORDER BY run_id DESC LIMIT 1')).toEqual([{ forgotten: 1, documents: 0 }])
  expect(ask("SELECT old_value, new_value FROM changes WHERE recommendation_id = ? AND field = 'status'", ID).at(-1)).toEqual({
    old_value: 'achieved',
    new_value: 'on_track',
  })
  expect(ask("SELECT 1 FROM search WHERE search MATCH 'permanent' AND kind = 'progress_update'")).toEqual([])
  expect((await run('check')).stdout).toMatch(/^Papers taken out\n {2}papers\/Progress Update 2 .*: by Env Clerk on [\d-]+, a draft\n/u)
  await run('import', 'papers')
  expect(statusOf()).toBe('on_track')
  rmSync(join(cwd, 'scrutineer.db'))
  await run('import', 'papers')
  expect(statusOf()).toBe('on_track')
  expect((await run('correct', 'undo')).code).toBe(0)
  expect(shown()).toEqual(before)
})

test('what was corrected in a paper that is taken out waits for nobody, and holds again when it is back', async () => {
  const [update] = ask("SELECT update_id FROM progress_updates JOIN documents USING (document_id) WHERE path = ? AND number = '3'", UPDATE)
  await run('correct', 'set', String(update?.update_id), 'status=stalled')
  expect(statusOf()).toBe('stalled')
  await run('forget', UPDATE)
  expect((await run('import', 'papers')).code).toBe(0)
  expect(ask("SELECT state FROM corrections WHERE action = 'set'")).toEqual([{ state: 'replaced' }])
  await run('correct', 'undo')
  expect(statusOf()).toBe('stalled')
})

test('a folder takes out all that is in it, and what is not there is refused', async () => {
  expect(await run('forget', 'papers/none.txt')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no paper papers/none.txt'),
  })
  expect((await run('forget', 'papers/')).stdout).toMatch(/\d+ papers taken out/u)
  expect(current()).toEqual([])
  expect(ask('SELECT 1 FROM recommendations')).toEqual([])
  expect(ask('SELECT 1 FROM search')).toEqual([])
  const ids = ask("SELECT correction_id FROM corrections WHERE action = 'forget'").map((row) => String(row.correction_id))
  expect((await run('correct', 'undo', ...ids)).code).toBe(0)
  expect(statusOf()).toBe('achieved')
})

test('import takes out papers whose files are gone only where it is asked, and brings them back with their files', async () => {
  const away = join(cwd, 'away.md')
  const before = shown()
  renameSync(join(cwd, UPDATE), away)
  await run('import', 'papers')
  expect(statusOf()).toBe('achieved')
  const pruned = await run('import', 'papers', '--prune')
  expect(pruned.stdout).toContain('1 paper taken out because its file is gone')
  expect(statusOf()).toBe('on_track')
  expect((await run('import', 'papers', '--prune')).stdout).not.toContain('taken out')
  renameSync(away, join(cwd, UPDATE))
  await run('import', 'papers')
  expect(shown()).toEqual(before)
  expect(existsSync(join(cwd, 'scrutineer.corrections.jsonl'))).toBe(true)
})

test('a paper that lies outside of what is imported is never taken out for its file', async () => {
  cpSync(join(cwd, 'papers'), join(cwd, 'other'), { recursive: true })
  rmSync(join(cwd, 'papers'), { recursive: true })
  await run('import', 'other')
  cpSync(join(FIXTURES, 'archive', 'tarrowdale-district-council'), join(cwd, 'third'), { recursive: true })
  rmSync(join(cwd, 'other'), { recursive: true })
  await run('import', 'third', '--prune')
  expect(statusOf()).toBe('achieved')
})
