import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDatabase } from './make-archive.ts'
import { runCommand } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'scrutineer-in-process-')))
  makeDatabase(join(cwd, 'scrutineer.db'))
  writeFileSync(join(cwd, 'letter.txt'), 'Dear Sir,\n\nThank you for your letter about the weather.\n')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

test.each([
  'status',
  'status trees 3 --json',
  'status zebra',
  'statsu',
  'check',
  'export',
  'inspect letter.txt',
  'import gone.txt',
  'report --out scrutineer.db',
  '--help',
  '--version',
])('"%s" prints and ends in this process as it does in its own', async (line) => {
  const args = line.split(' ')
  const env = { COLUMNS: '90' }
  expect(await runInProcess(args, { cwd, env })).toEqual(await runCommand(args, { cwd, env }))
})

const state = () => ({
  folder: process.cwd(),
  environment: { ...process.env },
  exitCode: process.exitCode,
  streams: [process.stdin, process.stdout, process.stderr],
  listeners: process.eventNames().map((name) => [name, process.listenerCount(name)]),
})
const before = state()

test('leaves the process as it was, whether a command ends well or not', async () => {
  for (const line of ['import letter.txt --db new.db', 'import gone.txt', 'statsu', 'status'])
    await runInProcess(line.split(' '), { cwd, env: { COLUMNS: '60', HOME: undefined } })
  expect(state()).toEqual(before)
})

test('shows a command a terminal and its width', async () => {
  const { stdout } = await runInProcess(['check', '--list'], {
    cwd,
    env: { NO_COLOR: undefined, FORCE_COLOR: '1' },
    terminal: { columns: 40 },
  })
  expect(stdout).toContain('\u001B[')
  expect(await runInProcess(['schema', 'aliases'], { cwd, terminal: { columns: 40 } })).toMatchObject({ code: 0 })
})

test('runs one command at a time', async () => {
  const first = runInProcess(['status'], { cwd })
  await expect(runInProcess(['status'], { cwd })).rejects.toThrow(/one command at a time/u)
  expect((await first).code).toBe(0)
})
