import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insteadOfOpen, TELLS_WHAT_IS_OPENED } from './instead-of-open.ts'
import { makeDatabase } from './make-archive.ts'
import { type Ended, runCommand } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-cli-'))
  makeDatabase(join(cwd, 'scrutineer.db'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd })

test('writes the report and prints where its first page is', async () => {
  const { code, stdout, stderr } = await run('report', '--out', 'site')
  expect(code).toBe(0)
  const front = stdout.trim()
  expect(front).toMatch(/site.index\.html$/u)
  expect(readFileSync(front, 'utf8')).toContain('Scrutiny Review of Street Trees')
  expect(stderr).toContain('3 papers could not be shown; the report says why.')
})

test('opens it in the browser where that is asked for', async () => {
  const env = insteadOfOpen(TELLS_WHAT_IS_OPENED)
  const opened = await runCommand(['report', '--out', 'a site', '--open'], { cwd, env })
  expect(opened.code).toBe(0)
  expect(opened.stderr).toContain(`opened ${pathToFileURL(join(cwd, 'a site', 'index.html')).href}\n`)
  const written = await runCommand(['report', '--out', 'a site'], { cwd, env })
  expect(written.code).toBe(0)
  expect(written.stderr).not.toContain('open is loaded')
})

test('says so where no browser starts: the report is there all the same', async () => {
  const env = insteadOfOpen("export default async () => { throw Object.assign(new Error('spawn xdg-open ENOENT'), { code: 'ENOENT' }) }")
  const { code, stdout, stderr } = await runCommand(['report', '--out', 'site', '--open'], { cwd, env })
  expect(code).toBe(0)
  expect(stdout).toMatch(/site.index\.html$/mu)
  expect(stderr).toMatch(/No browser could be started: .*Open the page yourself/u)
})

test('brings an earlier report up to date', async () => {
  expect((await run('report', '--out', 'site')).code).toBe(0)
})

test('leaves a folder of other files alone unless it is forced', async () => {
  mkdirSync(join(cwd, 'mine'))
  writeFileSync(join(cwd, 'mine', 'letter.txt'), 'Dear Sir')
  const refused = await run('report', '--out', 'mine')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toMatch(/is not a Scrutineer report.*--force/u)
  expect((await run('report', '--out', 'mine', '--force')).code).toBe(0)
  expect(existsSync(join(cwd, 'mine', 'letter.txt'))).toBe(true)
})

test('says in one line what is wrong with a file for a folder, or a database that is not there', async () => {
  expect(await run('report', '--out', 'scrutineer.db')).toMatchObject({ code: 2, stderr: expect.stringMatching(/is a file/u) })
  expect(await run('report', '--out', 'x', '--db', 'none.db')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/no database at none\.db/u),
  })
})
