import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { VIEW_NAMES, type ViewName } from '../../src/store/views.ts'
import { type Ended, runCommand } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-import-'))
  mkdirSync(join(cwd, 'papers', 'old'), { recursive: true })
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd })
const paper = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, 'papers', name), content)

function rows(view: ViewName, database = 'scrutineer.db') {
  const store = openStore(join(cwd, database), { readonly: true })
  try {
    return store.rows(view)
  } finally {
    store.close()
  }
}

/** path → status, for every document. */
const statuses = () => Object.fromEntries(rows('documents').map(({ path, status }) => [path, status]))

const LETTER = 'Dear Sir,\n\nThank you for your letter about the weather.\n\nYours,\nA. Resident\n'

describe('an archive with all kinds of files', () => {
  test('is imported as far as it can be read, and the exit code says that not all could', async () => {
    paper('letter.txt', LETTER)
    paper('empty.txt', '')
    paper('blank.txt', ' \n\n \n')
    paper(
      'noise.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
    )
    paper('scan.pdf', '%PDF-1.7\n%âãÏÓ\n')
    paper('.hidden.txt', LETTER)
    paper('~$letter.docx', 'lock')
    const { code, stdout } = await run('import', 'papers')
    expect(statuses()).toMatchObject({
      'papers/letter.txt': 'ok',
      'papers/empty.txt': 'failed',
      'papers/blank.txt': 'failed',
      'papers/noise.txt': 'failed',
      'papers/scan.pdf': expect.stringMatching(/failed|skipped/),
    })
    expect(Object.keys(statuses())).toHaveLength(5)
    expect(rows('documents').every(({ status, errors }) => (status === 'ok') === (errors === 0))).toBe(true)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^5 documents: 5 added/)
    expect(stdout).toMatch(/Next: scrutineer check/)
  })

  test('may hold circles of links, links to nowhere, and the same paper twice', async () => {
    paper('letter.txt', LETTER)
    paper('old/copy.txt', LETTER)
    symlinkSync(join('..', '..', 'papers'), join(cwd, 'papers', 'old', 'circle'))
    symlinkSync('nowhere', join(cwd, 'papers', 'lost'))
    const { code, stdout } = await run('import', 'papers', '--jobs', '2')
    expect(statuses()).toEqual({ 'papers/letter.txt': 'ok', 'papers/lost': 'failed' })
    expect(rows('diagnostics').find(({ rule }) => rule === 'no-access')?.note).toMatch(/leads nowhere/)
    expect(stdout).toContain('1 file more with the same content')
    expect(code).toBe(1)
  })

  test.skipIf(process.getuid?.() === 0)('may hold a folder without access', async () => {
    paper('letter.txt', LETTER)
    chmodSync(join(cwd, 'papers', 'old'), 0o000)
    const { code } = await run('import', 'papers')
    chmodSync(join(cwd, 'papers', 'old'), 0o700)
    expect(statuses()).toEqual({ 'papers/letter.txt': 'ok', 'papers/old': 'failed' })
    expect(code).toBe(1)
  })
})

test.skipIf(process.getuid?.() === 0)('a database that may not be written is refused in one line', async () => {
  paper('letter.txt', LETTER)
  await run('import', 'papers')
  chmodSync(join(cwd, 'scrutineer.db'), 0o444)
  const { code, stderr } = await run('import', 'papers')
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^scrutineer: .*may not be written.*\n$/)])
})

describe('an import again', () => {
  test('finds everything unchanged, failures too', async () => {
    paper('letter.txt', LETTER)
    paper('empty.txt', '')
    await run('import', 'papers')
    const before = VIEW_NAMES.filter((view) => view !== 'runs' && view !== 'changes').map((view) => rows(view))
    const { code, stdout } = await run('import', 'papers')
    expect(stdout).toMatch(/^2 documents: 2 unchanged/)
    expect(code).toBe(1)
    expect(VIEW_NAMES.filter((view) => view !== 'runs' && view !== 'changes').map((view) => rows(view))).toEqual(before)
    expect(rows('runs').map(({ added, unchanged, failed }) => [added, unchanged, failed])).toEqual([
      [2, 0, 1],
      [0, 2, 1],
    ])
  })

  test('takes new content at a path in the place of the old', async () => {
    paper('letter.txt', LETTER)
    await run('import', 'papers')
    paper('letter.txt', `${LETTER}\nPS. It rained.\n`)
    const { stdout } = await run('import', 'papers')
    expect(stdout).toMatch(/^1 document: 1 changed, 1 superseded/)
    const [first, second] = rows('documents')
    const [former, current] = first?.superseded_by === null ? [second, first] : [first, second]
    expect([former?.superseded_by, current?.superseded_by]).toEqual([current?.document_id, null])
    expect(former?.path).toBe('papers/letter.txt')
    expect(rows('runs').at(-1)).toMatchObject({ changed: 1, superseded: 1 })
  })

  test('keeps what was read from a file that can no longer be opened, and says so', async () => {
    paper('letter.txt', LETTER)
    await run('import', 'papers')
    unlinkSync(join(cwd, 'papers', 'letter.txt'))
    symlinkSync('nowhere', join(cwd, 'papers', 'letter.txt'))
    const { code, stderr } = await run('import', 'papers')
    expect(code).toBe(1)
    expect(stderr).toContain('could not be opened')
    expect(statuses()).toEqual({ 'papers/letter.txt': 'ok' })
  })
})

test('the order of files, and how many imports they come in, does not show', async () => {
  paper('b.txt', LETTER)
  paper('a.txt', LETTER)
  paper('c.txt', `${LETTER}\nPS. It rained.\n`)
  paper('d.txt', '')
  await run('import', 'papers', '--db', 'once.db', '--jobs', '4')
  for (const name of ['d', 'c', 'b', 'a']) await run('import', `papers/${name}.txt`, '--db', 'many.db')
  const seen = (database: string) =>
    VIEW_NAMES.filter((view) => view !== 'runs' && view !== 'changes').map((view) =>
      rows(view, database).map(({ imported_at: _, ...row }) => row),
    )
  expect(seen('many.db')).toEqual(seen('once.db'))
})

test('--json prints one line a document, in the order of the paths, and nothing else on standard output', async () => {
  paper('b.txt', LETTER)
  paper('a.txt', '')
  const { stdout, stderr } = await run('import', 'papers', '--json')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ path, outcome, status }) => [path, outcome, status])).toEqual([
    ['papers/a.txt', 'added', 'failed'],
    ['papers/b.txt', 'added', 'ok'],
  ])
  expect(lines[0].diagnostics[0]).toMatchObject({ severity: 'error', rule: 'empty-file' })
  expect(stderr).toContain('2 documents')
})

test('the database does not import itself', async () => {
  paper('letter.txt', LETTER)
  await run('import', '.', '--db', 'scrutineer.db')
  expect(Object.keys(statuses())).toEqual(['papers/letter.txt'])
})

test('a single paper is inspected without a database', async () => {
  paper('letter.txt', LETTER)
  const { code, stdout } = await run('inspect', 'papers/letter.txt')
  expect(code).toBe(0)
  expect(stdout).toContain('read in full')
  const { document, records, diagnostics } = JSON.parse((await run('inspect', 'papers/letter.txt', '--json')).stdout)
  expect(document).toMatchObject({ status: 'ok', mediaType: 'text/plain' })
  expect(records.kind).toBe('other')
  expect(diagnostics.map(({ rule }: { rule: string }) => rule)).toContain('unrecognised-document')
  expect((await run('inspect', 'papers/letter.txt', '--blocks')).stdout).toContain('¶ Thank you for your letter')
})

test('Ctrl-C ends the import after the documents in hand, and the next import goes on', async () => {
  for (let number = 0; number < 300; number++) paper(`letter-${number}.txt`, `${LETTER}\nNo. ${number}\n`)
  const first = await runCommand(['import', 'papers', '--jobs', '1'], { cwd, interruptAfter: /added/ })
  expect(first.stderr).toContain('Stopping after the documents in progress')
  expect(first.code).toBe(1)
  const stored = rows('documents').length
  expect(stored).toBeLessThan(300)
  expect(first.stdout).toContain(`${300 - stored} files left`)
  expect(rows('runs')[0]).toMatchObject({ documents: stored, added: stored })
  const { stdout } = await run('import', 'papers')
  expect(stdout).toContain(`300 documents: ${300 - stored} added, ${stored} unchanged`)
})

/** Node options by which the process takes itself for an old Node; with `once` only the first of a chain does. */
function asOlderNode(once: boolean): string {
  const fake = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`
  return `--import "data:text/javascript,${once ? `if(!process.env.SCRUTINEER_PINNED)${fake}` : fake}"`
}

test('an older Node goes on with the one that the clone pins, with its words and its exit code', async () => {
  const env = { NODE_OPTIONS: asOlderNode(true) }
  expect(await runCommand(['--version'], { cwd, env })).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  expect(await runCommand(['status'], { cwd, env })).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no database') })
})

test('an older Node that has no other to go on with is reported in one line', async () => {
  const { code, stdout, stderr } = await runCommand(['status'], { cwd, env: { NODE_OPTIONS: asOlderNode(false) } })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^scrutineer needs Node 22\.13 or newer, and this is 20\.1\.0\..*\n$/)
})
