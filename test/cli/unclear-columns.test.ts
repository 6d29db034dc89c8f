import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import type { Ended } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

/** "Implementation" over words that may be what is to be done, or what was done. */
const PLAN = `# Eastquay Town Council

## Lamps: action plan

| No. | Recommendation | Implementation | Lead officer | Due date |
| --- | --- | --- | --- | --- |
| 1 | That the lamps on the pier be lit. | Oil | Harbour Master | May 2024 |
| 2 | That the bell at the weir be hung. | Rope | Works Foreman | June 2024 |
`
let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-unclear-'))
  mkdirSync(join(cwd, 'papers'))
  writeFileSync(join(cwd, 'papers', 'plan.md'), PLAN)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })
function rules(): unknown[] {
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  try {
    return store.query("SELECT rule, note FROM diagnostics WHERE rule LIKE 'column-%'").map(({ rule, note }) => [rule, note])
  } finally {
    store.close()
  }
}

test('a heading that may mean two things is asked for, and not any more where it was taught', async () => {
  await run('import', 'papers')
  expect(rules()).toEqual([['column-unclear', 'Implementation']])
  const { code, stdout } = await run('check')
  expect(code).toBe(1)
  expect(stdout).toMatch(/column "Implementation": 1 paper.*\n.*\n? *scrutineer teach column Implementation FIELD/u)
  expect((await run('teach', 'column', 'Implementation', 'progress')).code).toBe(0)
  expect(rules()).toEqual([])
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  expect(store.rows('progress_updates').map(({ evidence }) => evidence)).toEqual(['Oil', 'Rope'])
  store.close()
})
