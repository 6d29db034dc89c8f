import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-import-watch-'))
  mkdirSync(join(cwd, 'papers'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const TIMEOUT_MS = 60_000
const write = (name: string, words: string): void => writeFileSync(join(cwd, 'papers', name), `Dear Sir,\n\nThank you for ${words}.\n`)

/** Waits until so many imports have ended. */
async function imports(count: number): Promise<void> {
  const path = join(cwd, 'scrutineer.db')
  for (;;) {
    if (existsSync(path)) {
      const store = openStore(path, { readonly: true })
      const ended = store.rows('runs').filter((run) => run.ended_at !== null).length
      store.close()
      if (ended >= count) return
    }
    await setTimeout(50)
  }
}

test('--watch imports what is new or changed, a line each, until Ctrl-C', { timeout: TIMEOUT_MS }, async () => {
  write('a.txt', 'the first letter')
  const running = runInProcess(['import', 'papers', '--watch', '--log', 'papers/log.txt'], { cwd })
  await imports(1)
  write('b.txt', 'another letter')
  await imports(2)
  write('a.txt', 'the first letter, and the map')
  await imports(3)
  process.emit('SIGINT')
  const { code, stdout, stderr } = await running
  expect(code).toBe(0)
  expect(stderr.split('\n').filter((line) => line !== '')).toEqual([
    'added     papers/a.txt: other',
    'Watching for new and changed files. Ctrl-C ends it.',
    'added     papers/b.txt: other',
    'changed   papers/a.txt: other',
    expect.stringContaining('Stopping after the documents in progress'),
  ])
  // The summary is that of the first import; later ones say a line for each file.
  expect(stdout.match(/document/gu)).toHaveLength(1)
  expect(stdout).toMatch(/^1 document: 1 added/u)
})

test('--watch does not read again what --again read once, and ends with 1 where the last import has trouble', {
  timeout: TIMEOUT_MS,
}, async () => {
  write('a.txt', 'the first letter')
  const running = runInProcess(['import', 'papers', '--watch', '--again', '--json', '--log', 'import.log'], { cwd })
  await imports(1)
  writeFileSync(join(cwd, 'papers', 'empty.txt'), '')
  await imports(2)
  process.emit('SIGINT')
  const { code, stdout } = await running
  expect(code).toBe(1)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; outcome: string })
  expect(lines.map(({ path, outcome }) => `${outcome} ${path}`)).toEqual(['added papers/a.txt', 'added papers/empty.txt'])
  const logged = readFileSync(join(cwd, 'import.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const read = logged.filter(({ event, path, milliseconds }) => event === 'document' && path === 'papers/a.txt' && milliseconds !== null)
  expect(read).toHaveLength(1)
})
