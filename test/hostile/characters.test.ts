import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { runInProcess } from '../cli/run-in-process.ts'

/** A control character that is neither a tab nor the end of a line or page, half a letter of two, or what reverses letters: none of these is any paper's word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u
const OBEYED = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const NOT_PRINTED = /\p{Default_Ignorable_Code_Point}/u
/** A quote keeps marks of the direction of writing. */
const UNSEEN = /(?!\p{Bidi_Control})\p{Default_Ignorable_Code_Point}/u

/** Each of the first is between words, each of the others also within them: in the title, a label, a number, a date and a grade. */
const CONTROLS = ['\u0007', '\u000b', '\u001b', '\u007f', '\u0090']
const UNSEEN_LETTERS = ['\u200b', '\u200e', '\u202e', '\u2066', '\u00ad', '\ufeff', '\ufe0f']

function paper(odd: string, number: number): string {
  const within = CONTROLS.includes(odd) ? '' : odd
  return [
    `Scrutiny${odd} Rev${within}iew of La${within}mps ${number}`,
    'Progress update',
    'The lamps of the quay burn from dusk until the last boat is in. '.repeat(10),
    `Rec${within}ommendation ${odd}${number}: That the${odd} lamps of har${within}bour ${number} be lit by those who walk there.`,
    `Respon${within}sible officer: ${odd}Head of La${within}mps`,
    `Due date: ${odd}31 ${odd}March 2031${odd}`,
    `Stat${within}us: ${odd}Achieved`,
  ].join('\n\n')
}

let cwd: string
const shown: string[] = []

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-characters-'))
  mkdirSync(join(cwd, 'papers'))
  for (const [index, odd] of [...CONTROLS, ...UNSEEN_LETTERS, '&#x202e;&#8203;&shy;'].entries()) {
    writeFileSync(join(cwd, 'papers', `${index + 1}.md`), paper(odd, index + 1))
    if (!odd.startsWith('&')) writeFileSync(join(cwd, 'papers', `${index + 21}.txt`), paper(odd, index + 21))
  }
  writeFileSync(join(cwd, 'papers', 'halves.md'), paper('&#xd800;&#0;&#27;', 50))
  const run = async (...args: string[]): Promise<void> => {
    const { stdout, stderr } = await runInProcess(args, { cwd })
    shown.push(stdout, stderr)
  }
  await run('import', 'papers')
  await run('status')
  await run('check', '--all')
  await run('check', '--list')
  await run('check', '--json')
  await run('words', '--json')
  await run('inspect', '--blocks', '--json', join('papers', '8.md'))
  await run('export', '--out', '-')
  await run('export', '--out', 'out', '--format', 'csv', '--format', 'json', '--format', 'xlsx')
  await run('report', '--out', 'report')
}, 120_000)

afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe('letters that control a device, print nothing or are halves of letters', () => {
  it('hide neither who, when nor how far, and are in no value', () => {
    const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
    try {
      const rows = store
        .rows('recommendations')
        .filter(({ number }) => number !== '50')
        .map(({ number, text, responsible, due_from, status }) => [number, text, responsible, due_from, status])
      const numbers = [...CONTROLS, ...UNSEEN_LETTERS, 'entities'].flatMap((odd, index) =>
        odd === 'entities' ? [index + 1] : [index + 1, index + 21],
      )
      const said = (number: number): string => `That the lamps of harbour ${number} be lit by those who walk there.`
      expect(new Set(rows)).toEqual(
        new Set(numbers.map((number) => [String(number), said(number), 'Head of Lamps', '2031-03-31', 'achieved'])),
      )
    } finally {
      store.close()
    }
  })

  it('are in no text of the database, but for the marks that a quote keeps as printed', () => {
    const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
    try {
      const tables = store.query("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => String(name))
      for (const table of tables)
        for (const row of store.query(`SELECT * FROM "${table}"`))
          for (const [column, value] of Object.entries(row)) {
            if (typeof value !== 'string' || /path|digest/u.test(column)) continue
            expect(value, `${table}.${column}`).not.toMatch(CONTROL)
            expect(value, `${table}.${column}`).not.toMatch(/quote|note/u.test(column) ? UNSEEN : NOT_PRINTED)
          }
    } finally {
      store.close()
    }
  })

  it('reach no terminal raw', () => {
    for (const text of shown) expect(text).not.toMatch(new RegExp(`${CONTROL.source}|${OBEYED.source}`, 'u'))
  })

  it('make no file that a program cannot read', () => {
    const files = (folder: string): string[] =>
      readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    const texts = [...files('out'), ...files('report')].flatMap((path) => {
      const bytes = readFileSync(path)
      if (path.endsWith('.xlsx')) return Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))
      return /\.(?:csv|json|html|js|css)$/u.test(path) ? [bytes.toString('utf8')] : []
    })
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.some((text) => text.includes('>Head of La\u200bmps</mark>'))).toBe(true)
    for (const text of texts) expect(text).not.toMatch(CONTROL)
  })
})
