import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { type Ended, runCommand } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-trouble-'))
  mkdirSync(join(cwd, 'papers'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd })
const paper = (name: string, content: string): void => writeFileSync(join(cwd, 'papers', name), content)
const report = (number: number): string =>
  `Scrutiny Review of Lamps ${number}\n\nReport of the Scrutiny Committee\n\nJune 2022\n\nRecommendations\n\n1. That lamp ${number} be lit.\n\n2. That post ${number} be set.\n`

/** All rows of all views but the runs, without the times of import. */
function seen(database = 'scrutineer.db'): unknown {
  const store = openStore(join(cwd, database), { readonly: true })
  try {
    return VIEW_NAMES.filter((view) => view !== 'runs' && view !== 'changes').map((view) =>
      store.rows(view).map(({ imported_at: _, ...row }) => row),
    )
  } finally {
    store.close()
  }
}

/** One line that begins with the program's name, and the exit code of what could not start or go on. */
const refusal = (words: RegExp) => ({
  code: 2,
  stderr: expect.stringMatching(new RegExp(`^(?:.*\\n)*scrutineer: .*${words.source}.*\\n$`, 'u')),
})

describe('two imports into one database at the same time', () => {
  test('both end well, and it is as one import would have made it', async () => {
    for (let number = 0; number < 60; number++) paper(`${number}.txt`, report(number))
    const both = await Promise.all([1, 2].map(() => runCommand(['import', 'papers'], { cwd })))
    expect(both.map(({ code, stderr }) => [code, stderr.includes('mistake')])).toEqual([
      [0, false],
      [0, false],
    ])
    await run('import', 'papers', '--db', 'alone.db')
    expect(seen()).toEqual(seen('alone.db'))
  })
})

describe('a database that', () => {
  test('another program keeps for itself is waited for, and that is said', async () => {
    paper('1.txt', report(1))
    await run('import', 'papers')
    paper('2.txt', report(2))
    const other = new Database(join(cwd, 'scrutineer.db'))
    other.exec('BEGIN IMMEDIATE')
    const letGo = (): void => {
      other.exec('COMMIT')
      other.close()
    }
    const { code, stderr } = await runCommand(['import', 'papers'], { cwd, once: { shown: /Waiting for it/, act: letGo } })
    expect([code, stderr]).toEqual([0, expect.stringContaining('Waiting for it')])
    expect(stderr).toContain('papers/2.txt')
  })

  test('is of another program is left alone', async () => {
    paper('1.txt', report(1))
    const path = join(cwd, 'other.db')
    const other = new Database(path)
    other.exec('CREATE TABLE accounts (id INTEGER)')
    other.close()
    const before = readFileSync(path)
    expect(await run('import', 'papers', '--db', 'other.db')).toMatchObject(refusal(/another program's database/))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('was made of other tables is left alone', async () => {
    paper('1.txt', report(1))
    await run('import', 'papers')
    const other = new Database(join(cwd, 'scrutineer.db'))
    other.pragma('user_version = 999')
    other.close()
    expect(await run('import', 'papers')).toMatchObject(refusal(/other tables/))
  })

  test('is not a database is left alone', async () => {
    paper('1.txt', report(1))
    writeFileSync(join(cwd, 'notes.db'), 'Lamps to be lit, posts to be set, and no end of both. '.repeat(100))
    const before = readFileSync(join(cwd, 'notes.db'))
    expect(await run('import', 'papers', '--db', 'notes.db')).toMatchObject(refusal(/is not a database/))
    expect(readFileSync(join(cwd, 'notes.db')).equals(before)).toBe(true)
  })

  test('is damaged is said to be, in one line', async () => {
    for (let number = 0; number < 40; number++) paper(`${number}.txt`, report(number))
    await run('import', 'papers')
    const path = join(cwd, 'scrutineer.db')
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xee, 4096 * 2, bytes.length - 4096))
    for (let number = 0; number < 40; number++) paper(`${number}.txt`, report(number + 100))
    expect(await run('import', 'papers')).toMatchObject(refusal(/is damaged/))
  })

  test('lies in a folder that is not there is asked for in one line', async () => {
    paper('1.txt', report(1))
    expect(await run('import', 'papers', '--db', 'nowhere/scrutineer.db')).toMatchObject(refusal(/There is no folder/))
  })
})

/** Runs a command as a person without the rights of root, if this is root; else as who it is. */
const NOBODY = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
const canBeNobody = NOBODY.length === 0 || spawnSync('setpriv', [...NOBODY.slice(1), process.execPath, '--version']).status === 0

describe.skipIf(!canBeNobody)('without the right to write (skipped where no other user can be had)', () => {
  test.each([
    ['the database', /may not be written|could not be opened/],
    ['its folder', /may not be written|could not be opened/],
  ])('into %s, an import ends in one line, and nothing is lost', async (what, words) => {
    paper('1.txt', report(1))
    await run('import', 'papers')
    const before = seen()
    paper('2.txt', report(2))
    chmodSync(join(cwd, 'scrutineer.db'), what === 'the database' ? 0o444 : 0o666)
    chmodSync(cwd, what === 'the database' ? 0o777 : 0o555)
    const ended = await runCommand(['import', 'papers'], { cwd, under: NOBODY })
    chmodSync(cwd, 0o777)
    expect(ended).toMatchObject(refusal(words))
    expect(seen()).toEqual(before)
  })

  test('a folder and a file that may not be read are reported, and the others are stored', async () => {
    paper('1.txt', report(1))
    paper('2.txt', report(2))
    mkdirSync(join(cwd, 'papers', 'closed'))
    chmodSync(join(cwd, 'papers', 'closed'), 0)
    chmodSync(join(cwd, 'papers', '2.txt'), 0)
    chmodSync(cwd, 0o777)
    const { code, stderr } = await runCommand(['import', 'papers'], { cwd, under: NOBODY })
    chmodSync(join(cwd, 'papers', 'closed'), 0o700)
    expect(code).toBe(1)
    expect(stderr).toMatch(/added {5}papers\/1\.txt: review report/)
    expect(stderr.match(/failed(?:\. The file or folder could not be opened\.| \(no-access\))/gu)).toHaveLength(2)
  })
})

/** A disk of its own size, which goes with the process: mounted in a name space of its own. */
const SMALL_DISK = [
  'unshare',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=1000k tmpfs disk && "$@"; code=$?; cp disk/* after/; exit $code',
  'sh',
]
const hasSmallDisk = spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0

test.skipIf(!hasSmallDisk)(
  'a disk that is full ends an import in one line; what was stored is whole, and the next import goes on (skipped where no small disk can be had)',
  async () => {
    for (const folder of ['disk', 'after', 'alone']) mkdirSync(join(cwd, folder))
    for (let number = 0; number < 400; number++) paper(`${number}.txt`, report(number))
    const ended = await runCommand(['import', 'papers', '--db', 'disk/scrutineer.db'], { cwd, under: SMALL_DISK })
    expect(ended).toMatchObject(refusal(/The disk is full/))
    const { code, stdout } = await run('import', 'papers', '--db', 'after/scrutineer.db')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^400 documents: \d+ added/)])
    await run('import', 'papers', '--db', 'alone/scrutineer.db')
    expect(seen('after/scrutineer.db')).toEqual(seen('alone/scrutineer.db'))
  },
)

describe('what has not changed', () => {
  const outcomes = ({ stdout }: Ended): Record<string, string> =>
    Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ path, outcome, moved_from }) => [path, [outcome, ...moved_from].join(' ')]),
    )
  /** Of so long ago that its times say all. */
  const settle = (name: string): void => utimesSync(join(cwd, 'papers', name), 1e9, 1e9)

  test('is not read: changed bytes with the same size and times are never seen', async () => {
    paper('1.txt', report(1))
    settle('1.txt')
    // The time of the last change of a file cannot be set: it is waited for to be some time ago.
    await setTimeout(2500)
    await run('import', 'papers')
    // What is in the database under the path is the only thing that is asked: a digest that fits no bytes shows it.
    const database = new Database(join(cwd, 'scrutineer.db'))
    database.exec(`UPDATE document SET sha256 = replace(hex(zeroblob(32)), '0', 'f')`)
    database.close()
    expect(outcomes(await run('import', 'papers', '--json'))).toEqual({ 'papers/1.txt': 'unchanged' })
    settle('1.txt')
    expect(outcomes(await run('import', 'papers', '--json'))).toEqual({ 'papers/1.txt': 'changed' })
  })

  test('is known by its bytes where its times are new', async () => {
    paper('1.txt', report(1))
    settle('1.txt')
    await run('import', 'papers')
    utimesSync(join(cwd, 'papers', '1.txt'), 1.2e9, 1.2e9)
    expect(outcomes(await run('import', 'papers', '--json'))).toEqual({ 'papers/1.txt': 'unchanged' })
  })

  test('is known where a file or its folder has another name', async () => {
    mkdirSync(join(cwd, 'papers', 'old'))
    for (const name of ['old/1.txt', 'old/2.txt', '3.txt']) paper(name, report(Number(name.match(/\d/)?.[0])))
    await run('import', 'papers')
    const before = seen()
    renameSync(join(cwd, 'papers', 'old'), join(cwd, 'papers', 'new'))
    renameSync(join(cwd, 'papers', '3.txt'), join(cwd, 'papers', '4.txt'))
    expect(outcomes(await run('import', 'papers', '--json'))).toEqual({
      'papers/new/1.txt': 'changed papers/old/1.txt',
      'papers/new/2.txt': 'changed papers/old/2.txt',
      'papers/4.txt': 'changed papers/3.txt',
    })
    expect(JSON.stringify(seen())).not.toMatch(/papers\/(?:old|3)/u)
    expect(JSON.parse(JSON.stringify(seen()).replaceAll('papers/new/', 'papers/old/').replaceAll('papers/4.txt', 'papers/3.txt'))).toEqual(
      before,
    )
  })

  test('is one document where it lies at several paths, until the last of them is gone', async () => {
    for (const name of ['1.txt', '2.txt']) paper(name, report(1))
    // Which of them is read first is the threads' affair.
    expect(Object.values(outcomes(await run('import', 'papers', '--json')))).toContain('added')
    expect((await run('import', 'papers')).stdout).toContain('1 file more with the same content')
    rmSync(join(cwd, 'papers', '1.txt'))
    await run('import', 'papers')
    expect((await run('status')).stdout).toContain('Lamps 1')
  })

  test('is kept where its file is gone, and new bytes at a path take the place of the old', async () => {
    for (const number of [1, 2]) paper(`${number}.txt`, report(number))
    await run('import', 'papers')
    rmSync(join(cwd, 'papers', '1.txt'))
    paper('2.txt', report(3))
    expect(outcomes(await run('import', 'papers', '--json'))).toEqual({ 'papers/2.txt': 'changed' })
    const { stdout } = await run('status')
    expect(stdout).toContain('Lamps 1')
    expect(stdout).toContain('Lamps 3')
    expect(stdout).not.toContain('Lamps 2')
  })
})

test('empty downloads and messages of sites are reported once, and listed together', async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    paper(`empty-${number}.pdf`, '')
    paper(`gone-${number}.pdf`, `<html><title>404 Not Found</title><body><p>There is no paper ${number} here.</p></body></html>`)
  }
  paper('good.txt', report(1))
  const { stderr, stdout } = await run('import', 'papers')
  expect(stderr.match(/The file is empty\./gu)).toHaveLength(1)
  expect(stderr.match(/a\s+website\s+shows\s+in\s+place/gu)).toHaveLength(1)
  expect(stderr.match(/failed \(error-page\)/gu)).toHaveLength(6)
  expect(stdout).toContain('8 documents could not be read')
  const listed = (await run('check', '--list')).stdout
  expect(listed.match(/a\s+website\s+shows\s+in\s+place/gu)).toHaveLength(1)
  expect(listed).toContain('7 files that could not be read: error-page\n')
  expect(listed).toContain('  and 2 files more; --all lists them\n')
  expect((await run('check', '--all')).stdout).toContain('papers/gone-7.pdf: The page says "404 Not Found".')
})
