import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { importPaths } from '../../src/import.ts'
import { writeReport } from '../../src/report/write-report.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { FIXTURES } from '../read-fixture.ts'
import { TODAY } from './make-site.ts'

const BIN = fileURLToPath(new URL('../../src/cli/scrutineer.js', import.meta.url))
const PDFS = [
  'action-plan.writer-untagged.pdf',
  'action-plan.writer-tagged.pdf',
  'review-report.chromium.pdf',
  'progress-cards.chromium.pdf',
]

let home: string
let out: string
let store: Store
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'scrutineer-interrupted-'))
  mkdirSync(join(home, 'papers'))
  for (const name of PDFS) cpSync(join(FIXTURES, 'pdf', name), join(home, 'papers', name))
  store = openStore(join(home, 'archive.db'), { create: true })
  await importPaths([join(home, 'papers')], { store })
  await writeReport(store, { out: join(home, 'whole'), today: TODAY })
})
beforeEach(() => {
  out = mkdtempSync(join(home, 'report-'))
})
afterAll(() => {
  store?.close()
  rmSync(home, { recursive: true, force: true })
})

/** Every file under a folder with what it holds. */
function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

/** Writes a report that is ended when the first paper is done. */
async function interrupted(): Promise<string[]> {
  const stop = new AbortController()
  const options = { out, today: TODAY, jobs: 1, signal: stop.signal }
  expect(await writeReport(store, options, () => stop.abort())).toMatchObject({ ended: true })
  return [...contents(out).keys()].filter((name) => name.endsWith('.png'))
}

test('an interrupted report keeps what it drew, and the next one goes on from there', async () => {
  const drawn = await interrupted()
  expect(drawn.length).toBeGreaterThan(0)
  expect(existsSync(join(out, 'index.html'))).toBe(false)
  const times = drawn.map((name) => statSync(join(out, name)).mtimeMs)
  await writeReport(store, { out, today: TODAY })
  expect(drawn.map((name) => statSync(join(out, name)).mtimeMs)).toEqual(times)
  expect(contents(out)).toEqual(contents(join(home, 'whole')))
})

test('what an interrupted report wrote and a later one has not is taken away', async () => {
  await interrupted()
  writeFileSync(join(out, 'scrutineer-report.part'), 'half a pictu')
  const empty = openStore(join(home, 'empty.db'), { create: true })
  await writeReport(empty, { out, today: TODAY })
  empty.close()
  expect([...contents(out).keys()].filter((name) => name.includes('papers/'))).toEqual([])
  expect(readdirSync(out).filter((name) => /begun|part/u.test(name))).toEqual([])
})

test('a folder in which a first report was cut short at its first file is known for one', async () => {
  writeFileSync(join(out, 'scrutineer-report.part'), '{"rep')
  await writeReport(store, { out, today: TODAY })
  expect(contents(out)).toEqual(contents(join(home, 'whole')))
})

test('Ctrl-C ends it after the papers in hand, and says how to go on', async () => {
  const child = spawn(process.execPath, [BIN, 'report', '--db', join(home, 'archive.db'), '--out', out, '--jobs', '1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  while (!existsSync(join(out, 'search-data.js'))) await setTimeout(1)
  child.kill('SIGINT')
  expect(await ended).toBe(1)
  expect(stderr).toMatch(/Stopping after the papers in progress[\s\S]*is not complete\. Run the command again/u)
  await writeReport(store, { out, today: TODAY })
  expect(contents(out)).toEqual(contents(join(home, 'whole')))
})
