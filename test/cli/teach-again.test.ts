import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { WORD_KINDS } from '../../schema/taught-words.ts'
import { COUNCIL, madeUpPapers, writePapers } from '../teaching/made-up-council.ts'
import { runInProcess } from './run-in-process.ts'

let folder: string
/** The database before anything was taught. */
let imported: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-teach-again-'))
  writePapers(join(folder, 'papers'), madeUpPapers().slice(0, 2))
  await run('import', 'papers')
  imported = readFileSync(database())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(file(), { force: true })
  writeFileSync(database(), imported)
})

const database = () => join(folder, 'scrutineer.db')
const file = () => join(folder, 'scrutineer.corrections.jsonl')
const run = (...args: string[]) => runInProcess(args, { cwd: folder, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })
/** Teaches and leaves the papers to the next import. */
const teach = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await run('teach', ...args, '--later')
  expect([code, stderr]).toEqual([0, ''])
  return stdout.replaceAll(/\s+/gu, ' ')
}
const taught = async () => JSON.parse((await run('words', '--json')).stdout).taught

describe('teach', () => {
  test('of what is taught so says who taught it, and writes nothing', async () => {
    await teach('grade', 'Sown', 'not started')
    const before = readFileSync(file(), 'utf8')
    expect(await teach('grade', 'sown', 'not_started')).toMatch(
      /^Taught before: the grade "Sown" means not started \(c-\w+, by Env Clerk, [\d-]+\)\. Nothing was stored\./u,
    )
    expect(readFileSync(file(), 'utf8')).toBe(before)
  })

  test.each([
    ['grade', 'Complete', 'achieved'],
    ['column', 'Target date', 'due'],
    ['verdict', 'Agreed in part', 'agreed in part'],
    ['opener', 'RESOLVED', 'agreed'],
    ['body', 'Housing Scrutiny Committee', 'committee'],
  ])('of what everybody knows says so, and writes nothing: %s %s', async (...word) => {
    expect(await teach(...word)).toMatch(/^Known already: .* Nothing was stored\./u)
    expect(await taught()).toEqual([])
  })

  test('of what everybody knows to mean something else, and of what somebody taught otherwise, is stored', async () => {
    expect(await teach('grade', 'Complete', 'slipped')).toMatch(/^Taught: /u)
    expect(await teach('grade', 'Complete', 'achieved')).toMatch(/^Taught: .* It replaces an earlier lesson: .* means slipped \(c-/u)
    expect(await taught()).toMatchObject([{ word: 'Complete', means: 'achieved' }])
  })

  test('says which other papers are read by another word: those of a council, or those of all others', async () => {
    await teach('grade', 'Sown', 'not started', '--council', COUNCIL)
    expect(await teach('grade', 'Sown', 'on track')).toContain(`Papers of ${COUNCIL} are still read with another meaning: `)
    expect(await teach('grade', 'Sown', 'slipped', '--council', COUNCIL)).toMatch(
      /It replaces an earlier lesson: .* not started .* Papers of other councils are still read with another meaning: .* on track/u,
    )
  })

  test('takes many from a file, and says about each what became of it', async () => {
    await teach('grade', 'Sown', 'not started')
    const lines = [
      { kind: 'grade', word: 'Sown', means: 'not_started' },
      { kind: 'grade', word: 'Reaped', means: 'achieved' },
      { kind: 'column', word: 'Status', means: 'status' },
    ].map((line) => JSON.stringify(line))
    writeFileSync(join(folder, 'words.jsonl'), lines.join('\n'))
    const { words } = JSON.parse(await teach('--file', 'words.jsonl', '--json'))
    expect(words).toMatchObject([
      { word: 'Sown', id: null, known: false },
      { word: 'Reaped', id: expect.stringMatching(/^c-/u) },
      { word: 'Status', id: null, known: true },
    ])
    expect((await taught()).map(({ why }: { why: string | null }) => why)).toEqual([null, 'from words.jsonl'])
  })

  test.each([
    [['--file', 'none.jsonl'], /none\.jsonl could not be read/u],
    [['column', 'X', 'status', '--file', 'words.jsonl'], /not both/u],
    [['--file', 'words.jsonl', '--council', 'Wexcombe'], /Leave --council out/u],
  ])('%j is refused', async (args, words) => {
    const { code, stderr } = await run('teach', ...args)
    expect(stderr).toMatch(words)
    expect(code).toBe(2)
  })

  test('of a word that no paper has names the near one that is not known', async () => {
    expect(await teach('column', 'Mater put', 'recommendation')).toMatch(/^Taught: .* No stored paper contains it\./u)
    const { stdout } = await run('teach', 'column', 'Matter putt', 'recommendation')
    expect(stdout).toContain('No such paper contains this word. Did you mean "Matter put"?')
  })

  test('of each kind is undone by its id', async () => {
    const means = { heading: 'nothing', column: 'detail', grade: 'slipped', opener: 'noted', verdict: 'rejected', body: 'committee' }
    for (const kind of WORD_KINDS) await teach(kind, 'Elm Moot', means[kind])
    const all = await taught()
    expect(all.map(({ kind }: { kind: string }) => kind)).toEqual(WORD_KINDS)
    for (const { id } of all) expect((await run('correct', '--undo', id)).code).toBe(0)
    expect(await taught()).toEqual([])
  })
})

test('check asks the same words in the same order in its list and as JSON', async () => {
  const { words } = JSON.parse((await run('check', '--json')).stdout)
  const { stdout } = await run('check', '--list', '--all')
  const listed = [...stdout.matchAll(/^ {2}(heading|column|grade|opener|verdict) "(.+?)":/gmu)].map(([, kind, word]) => `${kind} ${word}`)
  expect(listed.length).toBeGreaterThan(1)
  expect(words.map(({ kind, word }: { kind: string; word: string }) => `${kind} ${word}`)).toEqual(listed)
})
