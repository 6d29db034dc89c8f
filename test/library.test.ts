import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PACKAGE_TIMEOUT_MS = 180_000

const page = readFileSync(join(ROOT, 'docs', 'library.md'), 'utf8')
const [, example = '', printed = ''] = page.match(/<!-- library -->\n```js\n([\s\S]*?)```\n```console\n([\s\S]*?)```/u) ?? []

/** What a module prints that is run where `cwd` is; warnings of Node itself are not among ours. */
function run(code: string, cwd: string, ...flags: string[]): string {
  return execFileSync(process.execPath, ['--no-warnings', ...flags, '--input-type=module', '-e', code], { cwd, encoding: 'utf8' })
}

test('the example of docs/library.md runs in a fresh clone as it is, after what npm ci does at its end', {
  timeout: 180_000,
}, () => {
  expect(example).toContain("from 'scrutineer'")
  const clone = mkdtempSync(join(tmpdir(), 'scrutineer-clone-'))
  try {
    const listed = execFileSync(
      'git',
      ['ls-files', '-co', '--exclude-standard', 'src', 'parsers', 'schema', 'fixtures/archive', 'scripts/build-for-import.js', '*.json'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    )
    for (const file of listed.split('\n').filter((name) => name !== '' && existsSync(join(ROOT, name))))
      cpSync(join(ROOT, file), join(clone, file))
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
    execFileSync('npm', ['run', 'prepare'], { cwd: clone, stdio: 'pipe' })
    writeFileSync(join(clone, 'example.mjs'), example)
    expect(execFileSync(process.execPath, ['example.mjs'], { cwd: clone, encoding: 'utf8' })).toBe(printed)
  } finally {
    rmSync(clone, { recursive: true, force: true })
  }
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
      `import { collectInto, type Diagnostic, openStore, type Row, readDocument, type Status } from 'scrutineer'
const diagnostics: Diagnostic[] = []
const { pages } = await readDocument({ bytes: new Uint8Array(), path: 'a.txt' }, collectInto(diagnostics))
const store = openStore(':memory:')
const rows: Row[] = store.rows('recommendations')
const [first] = store.rows('recommendations')
const id: string | undefined = first?.recommendation_id
const status: Status | null | undefined = first?.status
for (const { page, quote } of store.iterate('evidence')) console.log(page === null ? 0 : page + 1, quote?.length)
// @ts-expect-error: there is no such view
store.rows('promises')
// @ts-expect-error: there is no such column
console.log(first?.promise)
// @ts-expect-error: not a word of the closed set
console.log(first?.status === 'kept')
// @ts-expect-error: a paper need not say who
console.log(first?.responsible.length)
// @ts-expect-error: what imports and linking do is theirs
store.saveDocument()
console.log(pages.length, rows, id, status)
`,
    )
    execFileSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', app], { cwd: app, encoding: 'utf8' })
  })

  test('has the command', () => {
    const bin = join(app, 'node_modules', 'scrutineer', 'src', 'cli', 'scrutineer.js')
    const command = (...args: string[]): string =>
      execFileSync(process.execPath, [bin, ...args], { cwd: app, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    expect(command('import', 'fixtures/archive', '--quiet')).toContain('conclusions of 6 reviews')
    expect(command('status', 'bus services', '3')).toContain('Recommendation 3: achieved')
    expect(command('report', '--out', 'report')).toContain('index.html')
    expect(command('--version').trim()).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)
  })
})
