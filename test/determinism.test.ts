import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/open-store.ts'
import { allRows } from './archive-views.ts'
import { runCommand } from './cli/run-command.ts'
import { archivePapers, FIXTURES, fixtureCases } from './read-fixture.ts'

/** Each import is in a process of its own: time zone, language and number of threads count from its start. */
const SURROUNDINGS = [
  { name: 'one thread, UTC, no language', jobs: 1, folder: 'papers', env: { TZ: 'UTC', LC_ALL: 'C' } },
  {
    name: 'two threads, the first day to begin, Turkish',
    jobs: 2,
    folder: 'papers',
    env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
  },
  { name: 'four threads, half an hour off, Japanese', jobs: 4, folder: 'papers', env: { TZ: 'America/St_Johns', LC_ALL: 'ja_JP.UTF-8' } },
]

let home: string
const outcomes: { rows: Record<string, string[]>; exported: Map<string, string> }[] = []

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'scrutineer-determinism-'))
  for (const [index, { jobs, folder, env }] of SURROUNDINGS.entries()) {
    const cwd = join(home, String(index))
    const papers = join(cwd, folder)
    mkdirSync(papers, { recursive: true })
    for (const path of archivePapers()) cpSync(path, join(papers, basename(dirname(path)), basename(path)))
    for (const { layout, name, input } of fixtureCases()) cpSync(input, join(papers, layout, `${name}-${basename(input)}`))
    for (const name of ['pack', 'pdf']) cpSync(join(FIXTURES, name), join(papers, name), { recursive: true })
    const { stderr } = await runCommand(['import', folder, '--jobs', String(jobs)], { cwd, env })
    if (/internal-error|scrutineer: /u.test(stderr)) throw new Error(stderr)
    await runCommand(['export', '--out', 'out', '--format', 'csv', '--format', 'json'], { cwd, env })
    const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
    const exported = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?:csv|json)$/u.test(name) && !/^runs\b|datapackage/u.test(basename(name)),
    )
    outcomes.push({
      rows: allRows(store),
      exported: new Map(exported.map((name) => [name, withoutTimes(readFileSync(join(cwd, 'out', name), 'utf8'))])),
    })
    store.close()
  }
}, 600_000)

afterAll(() => rmSync(home, { recursive: true, force: true }))

/** When papers were imported is not what they say. */
function withoutTimes(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'then')
}

describe('the same papers give the same rows and the same files', () => {
  it('of which there are many', () => {
    expect(outcomes[0]?.rows.recommendations?.length).toBeGreaterThan(500)
    expect(outcomes[0]?.exported.size).toBeGreaterThan(20)
  })

  it.each(SURROUNDINGS.slice(1).map(({ name }, index) => ({ name, index })))('under $name', ({ index }) => {
    expect(outcomes[index + 1]?.rows).toEqual(outcomes[0]?.rows)
    expect(outcomes[index + 1]?.exported).toEqual(outcomes[0]?.exported)
  })
})
