import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { columnDoubtToNote, noteToColumnDoubt } from '../../schema/column-doubt.ts'
import { openWords, withCells } from '../../src/cli/unknown-words.ts'
import { wordCardText } from '../../src/cli/word-card.ts'
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

const cards = (columns: number): string[] => {
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  try {
    return openWords(store).map((word) => wordCardText(withCells(store, word), { index: 0, total: 1, council: word.council }, columns))
  } finally {
    store.close()
  }
}

test('a card about a column shows what it may hold, with the keys, and some of what is under it', async () => {
  await run('import', 'papers')
  const [card = ''] = cards(140)
  expect(card).toContain('“Implementation”. It was read as action (2), and can also be progress (5). What is in it?')
  expect(card).toContain('  Some of what is under it:\n    “Oil”\n    “Rope”\n\n')
})

test('a card about a column that nobody knows shows some of what is under it', async () => {
  const long = 'a word and another '.repeat(20)
  writeFileSync(join(cwd, 'papers', 'plan.md'), PLAN.replace('Implementation', 'Flurm').replace('Oil', long))
  await run('import', 'papers')
  const [card = ''] = cards(80)
  expect(card).toContain('A column or label is called “Flurm”. What is in it?')
  expect(card).toMatch(/under it:\n {4}“a word and another a word [^\n]{20,60}…\n {4}“Rope”\n\n/u)
})

test('a doubt comes back from its note as it was, whatever the heading and the cells are', () => {
  const cells = ['One "or" two', 'three\n\tfour', 'One "or" two', 'x'.repeat(200), 'five', 'six']
  expect(noteToColumnDoubt(columnDoubtToNote('Next steps or\nnot', ['responsible', 'ignored'], cells))).toEqual({
    heading: 'Next steps or not',
    readings: ['who', 'detail'],
    cells: ['One "or" two', 'three four', 'x'.repeat(80), 'five'],
  })
})

test('a heading that may mean two things is asked for, and not any more where it was taught', async () => {
  await run('import', 'papers')
  expect(rules()).toEqual([['column-unclear', 'Implementation\naction or progress\nOil\nRope']])
  const { code, stdout } = await run('check')
  expect(code).toBe(1)
  expect(stdout).toMatch(
    /column "Implementation": 1 paper[^;]*; may be\s+action or progress\n *scrutineer teach column Implementation FIELD/u,
  )
  expect((await run('teach', 'column', 'Implementation', 'progress')).code).toBe(0)
  expect(rules()).toEqual([])
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  expect(store.rows('progress_updates').map(({ evidence }) => evidence)).toEqual(['Oil', 'Rope'])
  store.close()
})

test('lists show a note of several lines in one', async () => {
  await run('import', 'papers')
  expect((await run('check', '--list', '--all')).stdout).toContain('line 5: Implementation · action or progress · Oil · Rope')
})
