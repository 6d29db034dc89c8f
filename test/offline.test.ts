import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCommand } from './cli/run-command.ts'
import { archivePapers, FIXTURES } from './read-fixture.ts'

/** Loaded by a process and each of its threads before anything else: leaves a file after where one looks for a host or opens a connection. */
const TRAP = `
const dns = require('node:dns')
const net = require('node:net')
const caught = (name) => () => { require('node:fs').writeFileSync(process.env.CAUGHT, name); throw new Error('no network') }
net.Socket.prototype.connect = caught('connect')
dns.lookup = dns.promises.lookup = caught('lookup')
dns.resolve = caught('resolve')
require('node:module').syncBuiltinESMExports()
`

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-offline-'))
  writeFileSync(join(cwd, 'trap.cjs'), TRAP)
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const env = (): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--require=${join(cwd, 'trap.cjs')}`,
  CAUGHT: join(cwd, 'caught'),
})

test('no command opens a connection or asks for a host', async () => {
  for (const path of archivePapers()) cpSync(path, join(cwd, 'papers', basename(path)))
  cpSync(join(FIXTURES, 'pdf'), join(cwd, 'papers', 'pdf'), { recursive: true })
  const link = '<html><body><h1>Quay</h1><img src="http://quay.example/a.png"><p>RESOLVED: That the quay be lit.</p></body></html>'
  writeFileSync(join(cwd, 'papers', 'page.html'), link)
  for (const args of [
    ['import', 'papers'],
    ['status'],
    ['check', '--list'],
    ['words'],
    ['export', '--out', 'out'],
    ['report', '--out', 'report'],
  ]) {
    const { code, stderr } = await runCommand(args, { cwd, env: env() })
    expect(code, stderr).toBeLessThan(2)
    expect(existsSync(join(cwd, 'caught')), args.join(' ')).toBe(false)
  }
}, 300_000)

test('a connection would be seen, in a thread too', () => {
  const threads = `new (require('node:worker_threads').Worker)("fetch('http://127.0.0.1:8099/').catch(() => {})", { eval: true })`
  spawnSync(process.execPath, ['-e', threads], { cwd, env: { ...process.env, ...env() } })
  expect(existsSync(join(cwd, 'caught'))).toBe(true)
})
