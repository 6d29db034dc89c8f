import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { PDFS } from '../hostile/pdfs.ts'
import { type Ended, runCommand } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-limits-'))
  mkdirSync(join(cwd, 'papers'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

const run = (...args: string[]): Promise<Ended> => runInProcess(args, { cwd })
const paper = (name: string, content: string | Uint8Array): void => writeFileSync(join(cwd, 'papers', name), content)

/** The PDF of that name from the hostile ones. */
function hostile(name: string, scale = 1): Uint8Array {
  const found = PDFS.find((pdf) => pdf.name === name)
  if (!found) throw new Error(`no hostile PDF is called ${name}`)
  return found.make(scale)
}

/** path → status and the rule of the first error, for every document. */
function outcomes(): Record<string, string> {
  const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
  try {
    const rules = Map.groupBy(
      store.query(`SELECT document_id, rule FROM diagnostics WHERE severity = 'error'`),
      ({ document_id }) => document_id,
    )
    return Object.fromEntries(
      store
        .rows('documents')
        .map(({ path, status, document_id }) => [
          String(path),
          [status, rules.get(document_id ?? null)?.[0]?.rule].filter(Boolean).join(' '),
        ]),
    )
  } finally {
    store.close()
  }
}

type LogLine = Record<string, unknown> & { event: string }

const logOf = (name: string): LogLine[] =>
  readFileSync(join(cwd, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const LETTER = 'Dear Sir,\n\nThank you for your letter about the weather.\n\nYours,\nA. Resident\n'
const letter = (number: number): string => `${LETTER}\nNo. ${number}\n`
const FORMS = 'forms that multiply'

describe('a document that', () => {
  test('takes too long is ended, tried once more after all others, and reported; the others are stored', async () => {
    for (const number of [1, 2, 3]) paper(`${number}.txt`, letter(number))
    paper('2.pdf', hostile(FORMS))
    const { code, stderr } = await run('import', 'papers', '--time-limit', '2', '--jobs', '2', '--log', 'log')
    expect(outcomes()).toEqual({ 'papers/1.txt': 'ok', 'papers/2.txt': 'ok', 'papers/3.txt': 'ok', 'papers/2.pdf': 'failed time-limit' })
    expect(code).toBe(1)
    expect(stderr).toContain('again     papers/2.pdf')
    const told = logOf('log')
      .filter(({ event }) => event === 'document' || event === 'retry')
      .map(({ event, path }) => `${event} ${path}`)
    expect(told).toEqual([
      'document papers/1.txt',
      'document papers/2.txt',
      'document papers/3.txt',
      'retry papers/2.pdf',
      'document papers/2.pdf',
    ])
  })

  test('takes too much memory is ended and reported; the others are stored', async () => {
    paper('1.txt', letter(1))
    paper('bomb.pdf', hostile('a bomb of spaces', 0.5))
    await run('import', 'papers', '--memory-limit', '300', '--jobs', '2')
    expect(outcomes()).toEqual({ 'papers/1.txt': 'ok', 'papers/bomb.pdf': 'failed memory-limit' })
  })

  test('is larger than the memory that may be used is not read at all', async () => {
    paper('1.txt', letter(1))
    paper('large.txt', 'lamps '.repeat(2_000_000))
    await run('import', 'papers', '--memory-limit', '10')
    expect(outcomes()).toMatchObject({ 'papers/large.txt': 'failed too-large' })
  })

  test('has too many pages is read as far as the limit goes; a text that no such pages would hold is not', async () => {
    paper('long.pdf', hostile('a hundred thousand pages', 0.0001))
    paper('long.txt', 'lamps '.repeat(10_000))
    paper('short.txt', letter(1))
    const { stderr } = await run('import', 'papers', '--page-limit', '4')
    expect(stderr).toContain('--page-limit')
    expect(outcomes()).toEqual({ 'papers/long.pdf': 'partial page-limit', 'papers/long.txt': 'failed too-large', 'papers/short.txt': 'ok' })
  })

  test('went beyond a limit is left alone, until limits are given that may suit it', async () => {
    paper('long.pdf', hostile('a hundred thousand pages', 0.0001))
    paper('short.txt', letter(1))
    await run('import', 'papers', '--page-limit', '4')
    const again = await run('import', 'papers', '--json')
    expect(again.stdout.split('\n').filter((line) => line.includes('"unchanged"'))).toHaveLength(2)
    expect(outcomes()).toMatchObject({ 'papers/long.pdf': 'partial page-limit' })
    const wider = await run('import', 'papers', '--page-limit', '100', '--json')
    expect(outcomes()).toEqual({ 'papers/long.pdf': 'ok', 'papers/short.txt': 'ok' })
    expect(wider.stdout).toContain('"pages":10')
  })

  test('cannot be read within any limits ends nothing but itself', async () => {
    for (const number of [1, 2, 3, 4]) paper(`${number}.txt`, letter(number))
    const { code, stderr } = await run('import', 'papers', '--memory-limit', '1')
    expect(code).toBe(1)
    expect(stderr).not.toContain('bug in Scrutineer')
    expect(new Set(Object.values(outcomes()))).toEqual(new Set(['failed memory-limit']))
  })
})

test('limits that are not numbers are refused', async () => {
  paper('1.txt', letter(1))
  for (const limit of ['--time-limit', '--memory-limit', '--page-limit'])
    expect((await run('import', 'papers', limit, 'none')).code, limit).toBe(2)
})

describe('the log of an import', () => {
  test('is a line of JSON for each thing that happens, after what the file holds', async () => {
    paper('1.txt', letter(1))
    paper('2.txt', '')
    await run('import', 'papers', '--log', 'log')
    await run('import', 'papers', '--log', 'log', '--again')
    const lines = logOf('log')
    expect(lines.map(({ event }) => event)).toEqual([
      'begin',
      'found',
      'document',
      'document',
      'linking',
      'end',
      'begin',
      'found',
      'document',
      'document',
      'end',
    ])
    expect(lines.every(({ at }) => !Number.isNaN(Date.parse(String(at))))).toBe(true)
    expect(lines[0]).toMatchObject({ paths: ['papers'], database: join(cwd, 'scrutineer.db') })
    expect(lines[1]).toMatchObject({ files: 2 })
    expect(lines[3]).toMatchObject({ path: 'papers/2.txt', status: 'failed', diagnostics: [{ rule: 'empty-file', severity: 'error' }] })
    expect(lines[5]).toMatchObject({ documents: 2, added: 2, failed: 1, peak_mb: expect.any(Number) })
  })

  test('says that a person ended it, and why it failed', async () => {
    for (let number = 0; number < 200; number++) paper(`${number}.txt`, letter(number))
    await runCommand(['import', 'papers', '--jobs', '1', '--log', 'stopped'], { cwd, interruptAfter: /added/ })
    expect(logOf('stopped').map(({ event }) => event)).toContain('stop')
    expect(logOf('stopped').at(-1)).toMatchObject({ event: 'end', left: expect.any(Number) })
    writeFileSync(join(cwd, 'scrutineer.corrections.jsonl'), 'no correction\n')
    const { code } = await run('import', 'papers', '--log', 'failed')
    expect(code).toBe(2)
    expect(logOf('failed').at(-1)).toMatchObject({ event: 'error', message: expect.stringContaining('corrections') })
  })

  test('that cannot be written is refused before anything is read', async () => {
    paper('1.txt', letter(1))
    const { code, stderr } = await run('import', 'papers', '--log', 'nowhere/log')
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^scrutineer: The log nowhere\/log cannot be written: .*\n$/)])
  })
})

describe('a signal', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the import after the documents in progress', async (interrupt) => {
    for (let number = 0; number < 200; number++) paper(`${number}.txt`, letter(number))
    const { code, stdout, stderr } = await runCommand(['import', 'papers', '--jobs', '1'], { cwd, interruptAfter: /added/, interrupt })
    expect([code, stderr]).toEqual([1, expect.stringContaining('Stopping after the documents in progress')])
    const stored = Object.keys(outcomes()).length
    expect(stdout).toContain(`${200 - stored} files left`)
  })

  test('a second one ends it at once, and the next import completes it', async () => {
    for (const number of [1, 2]) paper(`${number}.txt`, letter(number))
    paper('3.pdf', hostile(FORMS))
    const ended = await runCommand(['import', 'papers', '--jobs', '1', '--time-limit', '300'], {
      cwd,
      interruptAfter: /papers\/2\.txt/,
      again: /Stopping after/,
    })
    expect([ended.code, ended.signal]).toEqual([null, 'SIGINT'])
    expect((await run('status')).stderr).toContain('did not finish')
    rmSync(join(cwd, 'papers', '3.pdf'))
    expect((await run('import', 'papers')).code).toBe(0)
    expect((await run('status')).stderr).not.toContain('did not finish')
  })
})
