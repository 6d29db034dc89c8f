import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KNOWN_KINDS } from '../../schema/taught-words.ts'
import { COUNCIL, madeUpPapers, writePapers } from '../teaching/made-up-council.ts'
import { runInProcess } from './run-in-process.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-teach-'))
  writePapers(join(folder, 'papers'), madeUpPapers().slice(0, 6))
  await run('import', 'papers')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) => runInProcess(args, { cwd: folder, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })
const idIn = (text: string): string => /c-[0-9a-z]+/u.exec(text)?.[0] ?? ''

describe('teach', () => {
  test('says what was taught, how many papers it concerns, and what to do next', async () => {
    const { code, stdout, stderr } = await run('teach', 'heading', 'Matters put to the Reeve', 'recommendations', '--council', 'Wexcombe')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Taught: the heading "Matters put to the Reeve" is over recommendations at Wexcombe\.$/mu)
    expect(stdout).toMatch(/as c-\w+, by Env Clerk\.$/mu)
    expect(stdout).toMatch(/^3 papers may contain it\.\n3 papers read again, 3 of them with a changed reading\.$/mu)
    expect(stdout).toMatch(/^Next: scrutineer check, scrutineer status$/mu)
    expect((await run('status')).stdout).toContain('Review of the East Quay')
  })

  test('is taken back like any correction, and the papers are read again', async () => {
    const { stdout } = await run('teach', 'column', 'Matter put', 'recommendation')
    const undone = await run('correct', '--undo', idIn(stdout))
    expect([undone.code, undone.stderr]).toEqual([0, ''])
    expect(undone.stdout).toMatch(/^3 papers read again/mu)
    expect((await run('words', '--kind', 'column', '--json')).stdout).not.toContain('Matter put')
  })

  test('prints JSON, takes meanings however they are written, and can leave reading to the next import', async () => {
    const { stdout } = await run('teach', 'grade', 'Sown', 'Not', 'Started', '--later', '--json', '--why', 'their key')
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'grade', word: 'Sown', means: 'not_started', council: null, concerned: 3 })
    expect((await run('check', '--list')).stdout).toMatch(/^3 papers not yet read with the taught words/mu)
    expect((await run('import', 'papers', '--quiet')).code).toBe(0)
    expect((await run('check', '--list')).stdout).not.toMatch(/not read yet/u)
  })

  test('of a council that no paper names says so, with the near one', async () => {
    const { code, stdout } = await run('teach', 'grade', 'Mown', 'slipped', '--council', 'Wexcomb Borough Council')
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`No stored paper contains it\\.\\nDid you mean ${COUNCIL}\\?`, 'u'))
    await run('correct', '--undo', idIn(stdout))
  })

  test.each([
    [['teach', 'headng', 'X', 'recommendations'], /There is no kind of word "headng". Did you mean heading\?/],
    [['teach', 'column', 'X', 'progres'], /There is no field "progres". Did you mean progress\?/],
    [['teach', 'column', 'X', 'zebra'], /There is no field "zebra". There are: number, recommendation, .*success measure/],
    [['teach', 'grade', 'X', 'on', 'trak'], /Did you mean on track\?/],
    [['teach', 'opener', 'X'], /The command is: scrutineer teach opener WORDS OUTCOME\. It can be agreed/],
    [['teach', 'heading', '–', 'nothing'], /at least one letter/],
    [['teach', 'body', 'The Vestry', 'council', '--council', 'Wexcombe'], /holds for all papers/],
    [['teach'], /Give a kind, a word and its meaning, or a file of words/],
    [['words', '--kind', 'colum'], /There is no kind of word "colum". Did you mean column\?/],
  ])('%j is refused with a hint, and nothing is written', async (args, words) => {
    const before = readFileSync(join(folder, 'scrutineer.corrections.jsonl'), 'utf8')
    const { code, stderr } = await run(...args)
    expect(stderr).toMatch(words)
    expect(code).toBe(2)
    expect(readFileSync(join(folder, 'scrutineer.corrections.jsonl'), 'utf8')).toBe(before)
  })

  test('says in its help what a word of each kind can mean', async () => {
    const { code, stdout } = await run('teach', '--help')
    expect(code).toBe(0)
    for (const means of ['recommendations', 'success measure', 'partly_achieved', 'agreed_in_part', 'committee'])
      expect(stdout).toContain(means)
  })

  test('where the file of a paper is gone ends with 1, and check lists the paper', async () => {
    const [, gone] = madeUpPapers()
    rmSync(join(folder, 'papers', gone?.name ?? ''))
    const { code, stdout } = await run('teach', 'grade', 'Reaped', 'achieved')
    expect(code).toBe(1)
    expect(stdout).toContain(
      `The file of 1 paper is gone, so the old reading stays. Put the files back and import them:\n  papers/${gone?.name}`,
    )
    expect((await run('check', '--list')).stdout).toContain(`papers/${gone?.name}`)
    expect(JSON.parse((await run('check', '--json')).stdout).stale).toEqual([expect.objectContaining({ file: null })])
    writePapers(join(folder, 'papers'), madeUpPapers().slice(1, 2))
    await run('import', 'papers')
    expect((await run('check', '--list')).stdout).not.toContain('is gone')
  })
})

describe('check', () => {
  test('names the words that are not known, first those that most papers depend on, with the command', async () => {
    const { stdout } = await run('check', '--list')
    expect(stdout).toMatch(/^Unknown words/mu)
    expect(stdout).toContain(`column "Matter put": 3 papers of ${COUNCIL}, first in papers/East Market`)
    expect(stdout).toContain(`scrutineer teach column "Matter put" FIELD --council "${COUNCIL}"`)
    const { words } = JSON.parse((await run('check', '--json')).stdout)
    expect(words[0]).toMatchObject({ kind: 'column', papers: 3 })
  })
})

describe('words', () => {
  test('lists what is known by kind, and what was taught, by whom and for which council', async () => {
    const all = (await run('words')).stdout
    expect(all).toMatch(/^heading: \d+ forms of words$/mu)
    expect(all).toMatch(/^grade: \d+ words$/mu)
    expect(all).toMatch(/the heading "Matters put to the Reeve" is over recommendations at Wexcombe, by Env Clerk,\s+\d{4}-/u)
    const grades = (await run('words', '--kind', 'grade')).stdout
    expect(grades).toMatch(/^on track: \d+$/mu)
    expect(grades).toMatch(/going\s+to\s+plan/u)
    const { known, taught } = JSON.parse((await run('words', '--kind', 'grade', '--json')).stdout)
    expect(known.every(({ kind }: { kind: string }) => kind === 'grade')).toBe(true)
    expect(taught).toContainEqual(expect.objectContaining({ word: 'Sown', by: 'Env Clerk', why: 'their key', council: null }))
  })

  test('prints forms of words as they are written, with their weights and what is passed over', async () => {
    const headings = (await run('words', '--kind', 'heading')).stdout
    expect(headings).toMatch(/^recommendations, weight 0\.8: \d+$/mu)
    expect(headings).toMatch(/^ {2}… proposal\(s\)$/mu)
    expect(headings).toMatch(/^ {2}but not: conclusion\(s\) and$/mu)
    expect(headings).toMatch(/^\(a \| b\) is one of these/mu)
    expect((await run('words', '--kind', 'opener')).stdout).not.toContain('is one of them')
    const { known } = JSON.parse((await run('words', '--kind', 'heading', '--json')).stdout)
    expect(known).toContainEqual({ kind: 'heading', means: 'recommendations', weight: 0.8, words: ['… recommendation(s)'], unless: [] })
  })

  test.each(KNOWN_KINDS)('lists the words of the kind %s', async (kind) => {
    const { known } = JSON.parse((await run('words', '--kind', kind, '--json')).stdout)
    expect(known.length).toBeGreaterThan(0)
    expect((await run('words', '--kind', kind)).code).toBe(0)
  })

  test('of a database that is not there are those that are known', async () => {
    const { code, stdout } = await run('words', '--db', 'none.db')
    expect(code).toBe(0)
    expect(stdout).toContain('Nobody has taught a word here.')
  })
})

describe('import --words', () => {
  const lines = [
    { kind: 'column', word: 'Matter put', means: 'recommendation', council: COUNCIL },
    { kind: 'column', word: 'Standing', means: 'status' },
  ].map((line) => JSON.stringify(line))
  const file = (text: string): string => {
    writeFileSync(join(folder, 'own-words.json'), text)
    return 'own-words.json'
  }

  test.each([
    ['lines', () => lines.join('\n\n')],
    ['an array', () => `[\n${lines.join(',\n')}\n]\n`],
  ])('takes %s of JSON, once', async (_, text) => {
    const { code } = await run('import', 'papers', '--words', file(text()), '--quiet')
    expect(code).toBe(0)
    const { taught } = JSON.parse((await run('words', '--kind', 'column', '--json')).stdout)
    expect(taught).toHaveLength(2)
    expect(taught[0]).toMatchObject({ by: 'Env Clerk', why: 'from own-words.json' })
    expect((await run('status')).stdout).toMatch(/not started/u)
  })

  test.each([
    [() => `${lines[0]}\n{"kind": "column"`, /own-words\.json, line 2: this is not JSON/],
    [() => `${lines[0]}\n\n{"kind":"colour","word":"X","means":"y"}`, /own-words\.json, line 3: .*kind/],
    [() => `[\n${lines[0]},\n\n{"kind":"grade",\n"word":"X","means":"fine"}]`, /own-words\.json, line 4: .*a grade can mean achieved/],
    [() => `[\n${lines[0]},\n{"kind":"grade" "word"}]`, /own-words\.json, line 3: this is not JSON/],
  ])('names the line that does not fit, and imports nothing', async (text, words) => {
    const { code, stderr } = await run('import', 'papers', '--words', file(text()))
    expect(stderr).toMatch(words)
    expect(code).toBe(2)
  })

  test('leaves a mark in the report on what rests on a taught word', async () => {
    expect((await run('report', '--out', 'report')).code).toBe(0)
    const pages = globSync('report/**/*.html', { cwd: folder }).map((path) => readFileSync(join(folder, path), 'utf8'))
    const read = pages.filter((page) => page.includes('Read by words that Env Clerk taught: '))
    expect(read.some((page) => page.includes('column &#x22;Standing&#x22;: status') || page.includes('column "Standing": status'))).toBe(
      true,
    )
    expect(pages.some((page) => page.includes('by a word that Env Clerk taught'))).toBe(true)
  })

  test("takes the words of another archive's corrections, and so does inspect", async () => {
    const { code, stdout } = await run('import', 'papers', '--words', 'scrutineer.corrections.jsonl', '--db', 'other.db')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/progress update/u)])
    const tally = join('papers', madeUpPapers()[1]?.name ?? '')
    expect((await run('inspect', tally)).stdout).not.toMatch(/progress update/u)
    expect((await run('inspect', tally, '--words', 'scrutineer.corrections.jsonl')).stdout).toMatch(/progress update/u)
  })

  test('says that a file is not there', async () => {
    const { code, stderr } = await run('import', 'papers', '--words', 'none.json')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/none\.json could not be read/)])
  })
})
