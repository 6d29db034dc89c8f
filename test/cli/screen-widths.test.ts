import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textWidth } from '../../src/cli/text-width.ts'
import { importPaths } from '../../src/import.ts'
import { openStore } from '../../src/store/open-store.ts'
import { runInProcess } from './run-in-process.ts'

let db: string
beforeAll(async () => {
  db = join(mkdtempSync(join(tmpdir(), 'scrutineer-widths-')), 'a.db')
  const store = openStore(db, { create: true })
  await importPaths(['fixtures/archive'], { store, jobs: 1 })
  store.close()
})
afterAll(() => rmSync(join(db, '..'), { recursive: true }))

/** What a command prints where the output has so many columns; none are told to a pipe. */
async function printed(args: readonly string[], columns: number | null, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, stdout } = await runInProcess([...args, '--db', db], { env: { COLUMNS: columns === null ? '' : String(columns), ...env } })
  expect(code).toBe(args.includes('check') ? 1 : 0)
  return stdout
}

describe.each([40, 60, 80, 120, 200])('on %i columns', (columns) => {
  test.each([['status'], ['status bus-services-2021'], ['status bus-services-2021 4'], ['check --list']])('"%s" fits', async (line) => {
    const stdout = await printed(line.replace('bus', 'marlford/bus').split(' '), columns)
    // The heading of a paper is its path, and below an unknown word is the command that teaches it: people copy both.
    const lines = stdout.split('\n').filter((text) => !/\.(?:md|pdf|txt) \(|^ {4}scrutineer teach /u.test(text))
    expect(lines.filter((text) => textWidth(text) > columns)).toEqual([])
  })
})

describe('in a pipe', () => {
  test('a recommendation is a line, and all of its words are there', async () => {
    const stdout = await printed(['status', 'bus services'], null)
    expect(stdout).toContain('Hannah Oyelaran / Colin Braddock (Swiftline)')
    expect(stdout).toMatch(/^6 .* so that vehicles can be shared\.$/mu)
    expect(stdout).not.toContain('…')
  })

  test('a table of a paper is printed in full', async () => {
    const paper = 'fixtures/archive/marlford-borough-council/Appendix 2 - Action Plan - Review of Bus Services.txt'
    const { stdout } = await runInProcess(['inspect', paper, '--tables'], { env: { COLUMNS: '' } })
    expect(stdout).toContain('Enhanced Partnership Board | Quarter 1 2022/23')
    expect(stdout).not.toContain('…')
  })
})

describe('what is late', () => {
  test('is reported for each review and recommendation', async () => {
    expect(await printed(['status'], null)).toMatch(/^Review +Council +Papers +Recs +Overdue +Progress$/mu)
    const stdout = await printed(['status', 'bus services'], null)
    expect(stdout).toContain('9 recommendations, 2 overdue')
    expect(stdout).toMatch(/^4 +slipped .* December 2023 overdue /mu)
    expect(stdout).toMatch(/^3 +achieved .* July 2021 {2,}The/mu)
    expect(await printed(['status', 'bus services', '4'], null)).toMatch(/^Recommendation 4: slipped .*, overdue since 2023-12-31$/mu)
  })
})

describe('colours', () => {
  const red = '\u001B[31moverdue\u001B[39m'
  test('are there where they are asked for, and do not change the words', async () => {
    const coloured = await printed(['status', 'bus services'], 100, { NO_COLOR: undefined, FORCE_COLOR: '1' })
    expect(coloured).toContain(red)
    const plain = await printed(['status', 'bus services'], 100)
    expect(stripVTControlCharacters(coloured)).toBe(plain)
  })

  test('are not there in a pipe', async () => {
    expect(await printed(['status', 'bus services'], 100, { NO_COLOR: undefined, FORCE_COLOR: undefined })).not.toContain('\u001B')
  })
})
