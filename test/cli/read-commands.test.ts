import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { makeDatabase } from './make-archive.ts'
import type { Ended } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-cli-'))
  makeDatabase(join(cwd, 'scrutineer.db'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd })

/** The names of all properties, however deep. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(Array.isArray(value) ? [] : [name]), ...namesIn(inner)])
}

describe('status', () => {
  test('lists the reviews and the status of their recommendations', async () => {
    const { code, stdout } = await run('status')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Scrutiny Review of Street Trees +Ambleford Borough Council +3 +3 +2 not known; 1 achieved$/m)
  })

  test("lists a review's recommendations", async () => {
    const { stdout } = await run('status', 'street trees')
    expect(stdout).toMatch(/^3 +achieved +Ash Oakley +That tree 3 be planted\.$/m)
    expect(stdout).toMatch(/^ 3\(a\)/m)
  })

  test.each(['3', 'R3', 'rec 3', 'Recommendation 3'])('says what became of recommendation %s', async (number) => {
    const { code, stdout } = await run('status', 'trees', number)
    expect(code).toBe(0)
    expect(stdout).toContain('Recommendation 3: achieved')
    expect(stdout).toContain('report.txt, lines 3–4')
    expect(stdout).toContain('Resolution 3: agreed on 2031-02-03 by Cabinet')
    expect(stdout).toContain('decision.txt, page 2')
    expect(stdout).toContain('who: Ash Oakley (Parks)')
    expect(stdout).toContain('by when: Summer 2031 (by 2031-08-31)')
    expect(stdout).toContain('Update May 2032: achieved  update.txt, line 9')
    expect(stdout).toContain('It stands.')
    expect(stdout).toContain('Part 3(a)')
  })

  test('knows a part however it is written', async () => {
    expect((await run('status', 'trees', '3a')).stdout).toContain('Part 3(a)')
  })

  test('finds a title without its accents, and a review by its id', async () => {
    expect((await run('status', 'cafe culture')).stdout).toContain('Café Culture')
    expect((await run('status', 'street-lights')).stdout).toContain('Street Lights')
  })

  test('lists the reviews where several fit', async () => {
    const { code, stdout } = await run('status', 'street')
    expect(code).toBe(0)
    expect(stdout).toMatch(/2 reviews fit[\s\S]*Street Lights\n +street-lights[\s\S]*Street Trees\n +street-trees/)
  })

  test('answers for each review that fits and has the number, and for all where no review is named', async () => {
    const { stdout } = await run('status', 'street', '3')
    expect(stdout).toContain('Recommendation 3: achieved')
    expect((await run('status', '3')).stdout).toBe(stdout)
  })

  test('names the near ones where none fits', async () => {
    const { code, stderr } = await run('status', 'strete tres', '3')
    expect(code).toBe(2)
    expect(stderr).toMatch(/No review fits "strete tres"\. Did you mean:\n {2}Scrutiny Review of Street Trees/)
  })

  test('says which numbers there are where one is not', async () => {
    const { code, stderr } = await run('status', 'trees', '17')
    expect(code).toBe(2)
    expect(stderr).toContain('There is no recommendation 17. "Scrutiny Review of Street Trees" has 3, 3(a), 4.')
  })

  test('tells the next step', async () => {
    expect((await run('status')).stdout).toMatch(/One review: scrutineer status "words of its title"$/m)
    const named = await run('status', 'street trees', '--db', join('.', 'scrutineer.db'))
    expect(named.stdout).toMatch(/One of them: scrutineer status "street trees" 3$/m)
    const other = join(cwd, 'scrutineer.db')
    expect((await run('status', 'trees', '--db', other)).stdout).toContain(`scrutineer status trees 3 --db ${other}`)
  })

  test('leaves out a column that says nothing, and says what has no recommendations', async () => {
    const { stdout } = await run('status')
    expect(stdout).not.toContain('Overdue')
    expect(stdout).toMatch(/Street Lights .* no recommendations yet$/m)
    expect((await run('status', 'street lights')).stdout).toContain('No paper here lists its recommendations.')
  })

  test('uses the names of the views in JSON', async () => {
    const [history] = JSON.parse((await run('status', 'trees', '3', '--json')).stdout)
    expect(namesIn(history).filter((name) => !/^[a-z\d]+(?:_[a-z\d]+)*$/u.test(name))).toEqual([])
    expect(namesIn(history)).toEqual(expect.arrayContaining(['recommendation_id', 'due_text', 'as_of_text']))
  })

  test('gives JSON', async () => {
    const { stdout } = await run('status', 'trees', '3', '--json')
    const [{ recommendations }] = JSON.parse(stdout)
    expect(recommendations[0]).toMatchObject({ updates: [{ evidence: 'It stands.', place: 'line 9', path: 'update.txt' }] })
    expect(JSON.parse((await run('status', '--json')).stdout)).toHaveLength(3)
  })
})

describe('check', () => {
  test('says in words what needs a person', async () => {
    const { code, stdout } = await run('check')
    expect(code).toBe(1)
    expect(stdout).toContain('An update could not be linked to a resolution.')
    expect(stdout).toContain('progress update 9 (update.txt)')
    expect(stdout).toContain('nearest: resolution 3 "Tree 3 be planted.", 41% sure')
    expect(stdout).toContain('0 errors, 1 warning, 1 item not linked')
  })

  test('gives JSON', async () => {
    const { diagnostics, unlinked } = JSON.parse((await run('check', '--json')).stdout)
    expect([diagnostics.length, unlinked.length]).toEqual([1, 1])
  })
})

const NOTES = `Notes of an informal briefing on trees

The group thought about the following

1. Officers should plant more trees along the ring road.
2. The Council should ask the water company for a map of its pipes.
3. A leaflet should be sent to all households.

There was tea afterwards.
`

test('a paper kept as "other" that looks like one is to be looked at, until a person puts it aside', async () => {
  const notes = (...args: string[]) => run(...args, '--db', 'notes.db')
  writeFileSync(join(cwd, 'notes.txt'), NOTES)
  expect((await notes('import', 'notes.txt')).stdout).toContain('To look at: 1 paper stored as other that may have records\n')
  const { code, stdout } = await notes('check')
  expect(code).toBe(1)
  expect(stdout).toMatch(/^Stored as "other".*\n {2}notes\.txt: .*% sure, and 2 more\n {4}“Officers should plant more trees/u)
  expect(JSON.parse((await notes('check', '--json')).stdout).lookalikes).toMatchObject([{ path: 'notes.txt', found: 3 }])
  expect((await notes('correct', 'settle', 'notes.txt', 'candidate-found')).code).toBe(0)
  expect(await notes('check')).toMatchObject({ code: 0, stdout: 'Nothing needs a person.\n' })
  expect((await notes('import', 'notes.txt')).stdout).toContain('Nothing needs a person.')
})

test('a paper that cannot be read says why once, and what to do once', async () => {
  writeFileSync(join(cwd, 'nothing.txt'), '')
  await run('import', 'nothing.txt', '--db', 'nothing.db')
  const { stdout } = await run('check', '--db', 'nothing.db')
  expect(stdout).toContain('  The file is empty. Fetch it again from where it was published.\n  · nothing.txt: The file has no bytes.\n')
  const [{ note }] = JSON.parse((await run('check', '--db', 'nothing.db', '--json')).stdout).diagnostics
  expect(note).toBe('The file has no bytes.')
})

describe('export', () => {
  test('writes one file a view', async () => {
    const { code } = await run('export', '--out', 'tables')
    expect(code).toBe(0)
    expect(readdirSync(join(cwd, 'tables')).sort()).toEqual(
      [...VIEW_NAMES.map((view) => `${view}.json`), 'datapackage.json', 'schema.json'].sort(),
    )
    expect(JSON.parse(readFileSync(join(cwd, 'tables', 'reviews.json'), 'utf8'))).toHaveLength(3)
  })

  test('gives one object on standard output', async () => {
    const { stdout } = await run('export')
    expect(Object.keys(JSON.parse(stdout))).toEqual(VIEW_NAMES)
  })

  test.each(['csv', 'jsonl'])('gives one view as %s on standard output, as in the file', async (format) => {
    const { code, stdout, stderr } = await run('export', '--format', format, '--views', 'recommendations')
    expect([code, stderr]).toEqual([0, ''])
    expect((await run('export', '--format', format, '--views', 'recommendations', '--out', 'one')).code).toBe(0)
    expect(stdout).toBe(readFileSync(join(cwd, 'one', `recommendations.${format}`), 'utf8'))
    expect(stdout).toContain('street-trees')
  })

  test('shows a view as csv in a terminal without the carriage returns of its lines', async () => {
    const args = ['export', '--format', 'csv', '--views', 'reviews']
    const { stdout } = await runInProcess(args, { cwd, terminal: { columns: 80 } })
    expect(stdout).toBe((await run(...args)).stdout.replaceAll('\r\n', '\n'))
  })

  test('writes one review as a hand-out, here or where it is told to', async () => {
    const { code, stdout, stderr } = await run('export', '--review', 'street trees', '--format', 'docx', 'html')
    const written = [...stderr.matchAll(/The hand-out was written to (\S+)/gu)].map(([, path]) => path ?? '')
    expect([code, stdout, written.length]).toEqual([0, '', 2])
    for (const path of written) expect(readdirSync(cwd)).toContain(path)
    // What is linked to nothing is not in it: whoever hands it out is reported.
    expect(stderr).toMatch(/To look at before you hand it out: 1 item [^;]*; 1 warning: scrutineer check --list\n/u)
    expect((await run('export', '--review', 'street trees', '--format', 'xlsx', '--out', 'new/chair.xlsx')).code).toBe(0)
    expect(readdirSync(join(cwd, 'new'))).toEqual(['chair.xlsx'])
    expect(readFileSync(join(cwd, written[1] ?? ''), 'utf8')).toContain('That tree 3 be planted.')
  })

  test('writes a workbook of one review as tables where views are named, and tables beside a hand-out', async () => {
    expect((await run('export', '--review', 'trees', '--format', 'xlsx', '--views', 'all', '--out', 'of-one')).code).toBe(0)
    expect(readdirSync(join(cwd, 'of-one')).sort()).toEqual(['datapackage.json', 'schema.json', 'scrutineer.xlsx'])
    expect((await run('export', '--review', 'trees', '--format', 'csv', 'docx', '--out', 'both')).code).toBe(0)
    expect(readdirSync(join(cwd, 'both'))).toEqual(expect.arrayContaining(['recommendations.csv', expect.stringMatching(/\.docx$/u)]))
  })

  test('names all reviews that fit where it wants one', async () => {
    const { code, stderr } = await run('export', '--review', 'street', '--format', 'docx')
    expect(code).toBe(2)
    expect(stderr).toMatch(/fits several reviews[\s\S]*Street Lights \(street-lights\)[\s\S]*Street Trees \(street-trees\)/u)
  })

  test('does not write over a file', async () => {
    writeFileSync(join(cwd, 'letter'), 'dear')
    const { code, stderr } = await run('export', '--out', 'letter')
    expect([code, stderr]).toEqual([2, expect.stringContaining('letter is a file')])
    expect(readFileSync(join(cwd, 'letter'), 'utf8')).toBe('dear')
  })
})

describe('a command that cannot be carried out', () => {
  test.each([
    ['statsu', /unknown command 'statsu'[\s\S]*Did you mean status/],
    ['help statsu', /There is no command "statsu"\. Did you mean status\?/],
    ['status --jsno', /unknown option '--jsno'[\s\S]*Did you mean --json/],
    ['import', /missing required argument 'path'/],
    ['import x --jobs none', /whole number/],
    ['export --format pdf', /no format "pdf"\. There are: csv, jsonl, json, xlsx, docx, html\./],
    ['export --format cvs', /no format "cvs"\. Did you mean csv\?/],
    ['export --format csv xslx', /no format "xslx"\. Did you mean xlsx\?/],
    ['schema recomendations', /no view "recomendations"\. Did you mean recommendations\?/],
    ['correct lnik a b', /no "correct lnik"\. Did you mean link\?/],
    ['completion bsh', /no script for "bsh"\. Did you mean bash\?/],
    ['status zebra', /No review fits "zebra"\. There are:[\s\S]*Street Lights/],
    ['status 9', /no recommendation 9\. "Café Culture" has no numbers.*has 3, 3\(a\), 4\./],
    ['export --format docx', /hand-out \(docx\) has one review\. Name it with --review/],
    ['export --format docx --review trees --views documents', /--views is for tables/],
    ['export --format html --review trees --out -', /hand-out cannot go to standard output.*html.*--out/],
    ['export --format docx --review zebra', /No review fits "zebra"/],
    ['export --format csv', /Only one view can go to standard output as csv\. Name it with --views.*--out/],
    ['export --format jsonl --views runs changes', /Only one view can go to standard output as jsonl/],
    ['export --format csv json --views runs', /Only JSON, or one view as csv or jsonl,.*csv.*--out/],
    ['export --format xlsx --out -', /Only JSON, or one view as csv or jsonl,.*xlsx.*--out/],
    ['status --db gone.db', /There is no database at gone\.db/],
    ['import gone.txt', /There is no file or folder .*gone\.txt/],
    ['inspect gone.txt', /gone\.txt could not be opened/],
  ])('"%s" ends with 2 and says why', async (line, words) => {
    const { code, stdout, stderr } = await run(...line.split(' '))
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('a path that is not there makes no database', async () => {
    await run('import', 'gone.txt', '--db', 'never.db')
    expect(readdirSync(cwd)).not.toContain('never.db')
  })
})

describe('help', () => {
  test('is worth reading', async () => {
    const { code, stdout, stderr } = await run('--help')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Examples:')
    expect((await run('import', '--help')).stdout).toContain('Examples:')
  })

  test('of one command is that of the command', async () => {
    expect((await run('help', 'status')).stdout).toBe((await run('status', '--help')).stdout)
    expect((await run('help')).stdout).toBe((await run('--help')).stdout)
  })

  test('tells the version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect((await run('--version')).stdout.trim()).toBe(version)
  })
})
