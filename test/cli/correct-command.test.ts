import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIXTURES } from '../read-fixture.ts'
import type { Ended } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-correct-'))
  cpSync(join(FIXTURES, 'archive', 'marlford-borough-council'), join(cwd, 'papers'), { recursive: true })
  await run('import', 'papers')
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })
const ID = 'marlford/bus-services-2021/3'
const file = () => readFileSync(join(cwd, 'scrutineer.corrections.jsonl'), 'utf8').trimEnd().split('\n')

test('a correction is written, seen, listed and taken back', async () => {
  expect((await run('correct', '--list')).stdout).toMatch(/^No corrections/)
  const set = await run('correct', 'set', ID, 'status=stalled', 'due_text=March 2026', '--why', 'the cell is amber', '--by', 'A. Clerk')
  expect([set.code, set.stderr]).toEqual([0, ''])
  expect(set.stdout).toContain(`${ID}: status achieved → stalled`)
  expect(set.stdout).toContain('due_to 2021-07-31 → 2026-03-31')
  expect(JSON.parse(file()[1] ?? '')).toMatchObject({ by: 'A. Clerk', why: 'the cell is amber', action: 'set', target: ID })
  expect((await run('status', 'bus services', '3')).stdout).toContain('Recommendation 3: stalled')
  const id = /--undo (c-[0-9a-z]+)/u.exec(set.stdout)?.[1] ?? ''
  expect((await run('correct', '--list')).stdout).toMatch(new RegExp(`^${id} .*A\\. Clerk: the cell is amber`, 'u'))
  expect((await run('correct', '--undo', id)).code).toBe(0)
  expect(JSON.parse(file()[2] ?? '')).toMatchObject({ by: 'Env Clerk', action: 'undo', target: id })
  expect((await run('status', 'bus services', '3')).stdout).toContain('Recommendation 3: achieved')
})

test('a recommendation is named as status names it, and undo takes back the last, once', async () => {
  const set = await run('correct', 'set', 'bus services', 'R3', 'status=stalled', '--by', 'A. Clerk', '--why', 'seen')
  expect([set.code, set.stderr]).toEqual([0, ''])
  expect(set.stdout).toContain(`${ID}: status achieved → stalled`)
  const shown = (await run('status', 'bus services', '3')).stdout
  expect(shown).toMatch(/Recommendation 3: stalled.*\n.*corrected by A\. Clerk on \d{4}-\d\d-\d\d, status achieved → stalled: seen\n/u)
  const id = /--undo (c-[0-9a-z]+)/u.exec(set.stdout)?.[1] ?? ''
  expect((await run('correct', 'undo')).stdout).toMatch(new RegExp(`^${id}: undone`, 'u'))
  expect((await run('status', 'bus services', '3')).stdout).not.toContain('corrected by')
  const lines = file().length
  for (const again of [
    ['correct', 'undo', id],
    ['correct', '--undo', id],
  ])
    expect(await run(...again)).toMatchObject({ code: 2, stderr: expect.stringContaining(`${id} is already undone`) })
  expect(await run('correct', '--undo')).toMatchObject({ code: 2, stderr: expect.stringContaining('nothing to undo') })
  expect(file()).toHaveLength(lines)
  const update = JSON.parse((await run('status', 'bus services', '3', '--json')).stdout)[0].recommendations[0].updates[0].update_id
  const linked = await run('correct', 'link', update, 'bus services', '1(a)')
  expect(linked.stdout).toContain('marlford/bus-services-2021/1(a)')
  await run('correct', 'undo')
})

test('papers are named by path and reviews by words', async () => {
  const settle = await run('correct', 'settle', 'papers/Progress Update - Bus Shelters - March 2023.txt', 'number-gap', '--json')
  expect(JSON.parse(settle.stdout)[0]).toMatchObject({ action: 'settle', field: 'number-gap', by: 'Env Clerk' })
  const words = await run('correct', 'settle', 'papers/Progress Update - Bus Services - June 2022.txt', 'grade-off-scale')
  expect(words.stdout).toMatch(/^doc-\w+: all notes of grade-off-scale settled\nWritten to/u)
  expect((await run('correct', '--list')).stdout).toContain('all notes of grade-off-scale settled. applied')
  const absent = await run('correct', 'settle', 'papers/Progress Update - Bus Services - June 2022.txt', 'number-gap', '--note', '3 to 5')
  expect(absent.stdout).toMatch(/: the note of number-gap settled: 3 to 5\nThere is no such note now. A later one will be settled\./u)
  const merge = await run('correct', 'merge', 'bus shelters', 'bus services')
  expect(merge.stdout).toContain('marlford/bus-shelters-2022: review_id marlford/bus-shelters-2022 → marlford/bus-services-2021')
  const old = await run('correct', 'merge', 'marlford/bus-shelters-2022', 'bus services')
  expect([old.code, old.stderr]).toEqual([0, ''])
  await run('correct', 'undo', /(c-[0-9a-z]+)/u.exec(old.stdout)?.[1] ?? '')
  const undone = await run('correct', 'undo', /(c-[0-9a-z]+)/u.exec(merge.stdout)?.[1] ?? '')
  expect(undone.stdout).toMatch(/^c-\w+: undone\n/u)
  const linked = await run('correct', 'link', 'papers/Progress Update - Bus Shelters - March 2023.txt', 'review of bus services')
  expect(linked.stdout).toContain('review_id marlford/bus-shelters-2022 → marlford/bus-services-2021')
  await run('correct', 'undo', /(c-[0-9a-z]+)/u.exec(linked.stdout)?.[1] ?? '')
})

test.each([
  [['correct', 'set', ID, 'status=achieved', '--db', 'none.db'], /There is no database at none\.db/],
  [['correct', 'link', 'doc-1'], /The command is: scrutineer correct link RECORD/],
  [['correct', 'mend', 'doc-1'], /There is no "correct mend"/],
  [['correct', 'set', ID, 'status'], /is not FIELD=VALUE/],
  [['correct', 'set', ID, 'status=done'], /status cannot be "done"\. It takes: achieved, partly_achieved, .*withdrawn\./],
  [['correct', 'set', ID, 'due_to=May'], /due_to cannot be "May"\. It takes a day, such as 2026-03-31\./],
  [['correct', 'set', ID, 'text='], /text cannot be empty\./],
  [['correct', 'set', ID, 'colour=red'], /has no field "colour" to set\. It has: heading, text, outcome, /],
  [['correct', 'set', 'bus services', '99', 'status=achieved'], /There is no recommendation 99 in "bus services", which has 1, /],
  [['correct', 'set', ID, 'status=achieved', '--by', ' '], /by is empty/],
  [['correct', 'set', ID, 'status=achieved', '--by', 'rule'], /give the name of a person/],
  [['correct', 'set', 'nowhere/3', 'status=achieved'], /nowhere\/3 is not here/],
  [['correct', 'settle', 'papers/none.txt', 'number-gap'], /There is no paper/],
])('%j is refused in words', async (args, words) => {
  const before = file()
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(words)
  expect(file()).toEqual(before)
})

test('what a correction is about may go: the import, check and the list say so, and nothing is lost', async () => {
  const update = JSON.parse((await run('status', 'bus services', '3', '--json')).stdout)[0].recommendations[0].updates.at(-1)
  expect((await run('correct', 'set', update.update_id, 'status=stalled')).code).toBe(0)
  appendFileSync(join(cwd, update.path), '\nPublished again.\n')
  const imported = await run('import', 'papers', '--quiet')
  expect(imported.code).toBe(1)
  expect(imported.stdout).toMatch(/1 changed, .*1 superseded/)
  expect(imported.stdout).toContain('1 correction waiting because the target is gone')
  const check = await run('check')
  expect(check.code).toBe(1)
  expect(check.stdout).toMatch(
    new RegExp(`^Corrections that wait because [\\s\\S]*?\n  c-\\w+, [\\d-]+, Env Clerk: set ${update.update_id}`, 'u'),
  )
  expect(JSON.parse((await run('check', '--json')).stdout).corrections).toHaveLength(1)
  const list = await run('correct', '--list')
  expect([list.code, list.stdout]).toEqual([
    1,
    expect.stringMatching(
      /WAITS: its target is gone\n.* was: “3 That [\s\S]*the likeliest new target is doc-\w+\/update\/3\n\s+to move it: scrutineer correct move c-/u,
    ),
  ])
})

test('a line that cannot be read stops an import before it begins, with its number', async () => {
  appendFileSync(join(cwd, 'scrutineer.corrections.jsonl'), 'not JSON\n')
  const lines = file().length
  const { code, stderr } = await run('import', 'papers')
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(new RegExp(`corrections\\.jsonl, line ${lines}: this is not a line of JSON\\.`, 'u')),
  ])
})
