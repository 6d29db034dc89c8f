import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PACKAGE_TIMEOUT_MS = 180_000

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const [, example = '', printed = ''] = readme.match(/<!-- library -->\n```js\n([\s\S]*?)```\n```console\n([\s\S]*?)```/u) ?? []

/** What a module prints that is run where `cwd` is; warnings of Node itself are none of ours. */
function run(code: string, cwd: string, ...flags: string[]): string {
  return execFileSync(process.execPath, ['--no-warnings', ...flags, '--input-type=module', '-e', code], { cwd, encoding: 'utf8' })
}

test("the README's example prints what the README says", () => {
  expect(example).toContain("from 'scrutineer'")
  expect(run(example, ROOT, '--conditions=scrutineer-source')).toBe(printed)
})

describe('the package as npm packs it', () => {
  let app: string
  beforeAll(() => {
    app = mkdtempSync(join(tmpdir(), 'scrutineer-package-'))
    const modules = join(app, 'node_modules')
    mkdirSync(join(modules, 'scrutineer'), { recursive: true })
    execFileSync('npm', ['pack', '--pack-destination', app], { cwd: ROOT, stdio: 'pipe' })
    const [tarball = ''] = readdirSync(app).filter((name) => name.endsWith('.tgz'))
    execFileSync('tar', ['xzf', join(app, tarball), '--strip-components=1', '-C', join(modules, 'scrutineer')])
    // What it depends on is here already.
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name))
    }
    cpSync(join(ROOT, 'fixtures', 'archive'), join(app, 'fixtures', 'archive'), { recursive: true })
    writeFileSync(join(app, 'package.json'), '{ "type": "module" }')
  }, PACKAGE_TIMEOUT_MS)
  afterAll(() => rmSync(app, { recursive: true, force: true }))

  test('runs the example from plain JavaScript', () => {
    expect(run(example, app)).toBe(printed)
  })

  test('offers what the source offers', () => {
    const names = "import * as all from 'scrutineer'; console.log(Object.keys(all).join())"
    expect(run(names, app)).toBe(run(names, ROOT, '--conditions=scrutineer-source'))
  })

  test('has types that a strict compiler takes', () => {
    const compilerOptions = { module: 'nodenext', target: 'es2024', strict: true, noEmit: true, skipLibCheck: false, types: ['node'] }
    writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }))
    writeFileSync(
      join(app, 'main.ts'),
      `import { collectInto, type Diagnostic, openStore, type Row, readDocument } from 'scrutineer'
const diagnostics: Diagnostic[] = []
const { pages } = await readDocument({ bytes: new Uint8Array(), path: 'a.txt' }, collectInto(diagnostics))
const rows: Row[] = openStore(':memory:').rows('recommendations')
// @ts-expect-error: there is no such view
openStore(':memory:').rows('promises')
console.log(pages.length, rows)
`,
    )
    execFileSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', app], { cwd: app, encoding: 'utf8' })
  })

  test('has the command', () => {
    const bin = join(app, 'node_modules', 'scrutineer', 'src', 'cli', 'scrutineer.js')
    const command = (...args: string[]): string =>
      execFileSync(process.execPath, [bin, ...args], { cwd: app, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    expect(command('import', 'fixtures/archive', '--quiet')).toContain('recommendations of 6 reviews')
    expect(command('status', 'bus services', '3')).toContain('Recommendation 3: achieved')
    expect(command('report', '--out', 'report')).toContain('index.html')
    expect(command('--version').trim()).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)
  })
})
