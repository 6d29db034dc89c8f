import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError, UsageError } from '../schema/errors.ts'
import { findFiles } from '../src/archive-files.ts'
import { thisDay } from '../src/cli/screen.ts'
import { correct } from '../src/correct.ts'
import { cellToText, textToCell } from '../src/export/csv.ts'
import { exportViews } from '../src/export/export-views.ts'
import { writeHandout } from '../src/export/write-handout.ts'
import { importPaths } from '../src/import.ts'
import { openStore } from '../src/store/open-store.ts'
import { runInProcess } from './cli/run-in-process.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-surroundings-'))
  mkdirSync(join(folder, 'papers'))
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'papers/plan.md'), '# Plan\n\nNothing is planned.\n')
  writeFileSync(join(folder, 'elsewhere/secret.md'), '# Secret\n\nNothing to see.\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const papers = () => join(folder, 'papers')
const found = (options: Parameters<typeof findFiles>[1] = {}) =>
  findFiles([papers()], options).map((entry) => `${entry.type} ${relative(papers(), entry.path)}`)

describe('a link', () => {
  test('that leads out of the given folders is reported and not followed, unless it is asked for', () => {
    symlinkSync('../elsewhere', join(papers(), 'out'))
    symlinkSync('../elsewhere/secret.md', join(papers(), 'out.md'))
    symlinkSync('plan.md', join(papers(), 'within.md'))
    expect(found()).toEqual(['not-a-file out', 'not-a-file out.md', 'file plan.md', 'file within.md'])
    expect(found({ followLinks: true })).toEqual(['file out.md', 'file out/secret.md', 'file plan.md', 'file within.md'])
  })

  test('that is named itself is followed, and so is one to another folder that is named too', () => {
    symlinkSync('../elsewhere', join(papers(), 'out'))
    expect(findFiles([join(papers(), 'out')]).map(({ type, path }) => `${type} ${basename(path)}`)).toEqual(['file secret.md'])
    expect(findFiles([papers(), join(folder, 'elsewhere')]).every(({ type }) => type === 'file')).toBe(true)
  })
})

describe('what Scrutineer wrote is not read as papers', () => {
  test('exports, databases, corrections and logs', async () => {
    const store = openStore(join(papers(), 'old.db'), { create: true })
    await importPaths([join(papers(), 'plan.md')], { store, jobs: 1 })
    correct(
      store,
      { action: 'set', target: String(store.rows('documents')[0]?.document_id), fields: { title: 'The plan' } },
      { by: 'A. Clerk', why: null },
    )
    mkdirSync(join(papers(), 'tables'))
    for (const format of ['csv', 'json', 'jsonl'] as const) {
      mkdirSync(join(papers(), format))
      await exportViews(store, join(papers(), format), [format])
    }
    expect(
      await runInProcess(['import', join(papers(), 'plan.md'), '--db', join(folder, 'other.db'), '--log', join(papers(), 'import.log')]),
    ).toMatchObject({ code: 0 })
    expect(readdirSync(papers())).toContain('old.db-wal')
    // A table that was taken out of its export is known by its columns.
    writeFileSync(join(papers(), 'tables/mine.csv'), readFileSync(join(papers(), 'csv/runs.csv')))
    expect(found()).toEqual(['file plan.md'])
    store.close()
  })

  test('hand-outs, though a person renamed or saved them', async () => {
    const store = openStore(join(folder, 'old.db'), { create: true })
    await importPaths(['fixtures/archive/marlford-borough-council'], { store, jobs: 1 })
    const [first] = store.rows('reviews')
    await writeHandout(store, String(first?.review_id), ['docx', 'html', 'xlsx'], { folder: papers() })
    store.close()
    expect(readdirSync(papers())).toHaveLength(4)
    expect(found()).toEqual(['file plan.md'])
    // A person's own program packs the parts anew, and adds keywords.
    const [docx = ''] = readdirSync(papers()).filter((name) => name.endsWith('.docx'))
    const parts = unzipSync(readFileSync(join(papers(), docx)))
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()).replace('<cp:keywords>', '<cp:keywords>chair, ')
    writeFileSync(join(papers(), 'mine.docx'), zipSync({ ...parts, 'docProps/core.xml': strToU8(core) }, { level: 0 }))
    expect(found()).toEqual(['file plan.md'])
    // A paper of any other hand is one.
    writeFileSync(join(papers(), 'theirs.docx'), zipSync({ ...parts, 'docProps/core.xml': strToU8('<cp:coreProperties/>') }))
    writeFileSync(join(papers(), 'torn.docx'), readFileSync(join(papers(), docx)).subarray(0, -40))
    expect(found()).toEqual(['file plan.md', 'file theirs.docx', 'file torn.docx'])
  })

  test('a report', () => {
    mkdirSync(join(papers(), 'report'))
    writeFileSync(join(papers(), 'report/index.html'), '<h1>Recommendations</h1>')
    expect(found()).toEqual(['file plan.md', 'file report/index.html'])
    writeFileSync(join(papers(), 'report/scrutineer-report.json'), '[]')
    expect(found()).toEqual(['file plan.md'])
  })

  test("but others' databases and packages are reported", () => {
    writeFileSync(join(papers(), 'theirs.db'), `SQLite format 3\0${'\0'.repeat(200)}`)
    writeFileSync(join(papers(), 'datapackage.json'), '{"name":"theirs","resources":[{"path":"plan.md"}]}')
    writeFileSync(join(papers(), 'notes.csv'), 'a,b\r\n1,2\r\n')
    expect(found()).toEqual(['file datapackage.json', 'file notes.csv', 'file plan.md', 'file theirs.db'])
  })
})

test('an empty name of a database is an error that says what to do', async () => {
  const { code, stderr } = await runInProcess(['status', '--db', ''])
  expect([code, stderr]).toEqual([2, expect.stringContaining('Name a file.')])
})

test('a database that is taken away during an import is an error', async () => {
  const path = join(folder, 'a.db')
  const store = openStore(path, { create: true })
  writeFileSync(join(papers(), 'second.md'), '# Second\n\nNothing.\n')
  const importing = importPaths([papers()], { store, jobs: 1 }, (progress) => {
    if (progress.type === 'file') rmSync(path, { force: true })
  })
  await expect(importing).rejects.toThrow(StoreError)
  await expect(importing).rejects.toThrow(/deleted or replaced/u)
  store.close()
})

test('a field that is named as something of JavaScript is an ordinary error', async () => {
  const store = openStore(join(folder, 'a.db'), { create: true })
  await importPaths([papers()], { store, jobs: 1 })
  const target = String(store.rows('documents')[0]?.document_id)
  for (const field of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const fields = Object.fromEntries([[field, 'x']])
    expect(() => correct(store, { action: 'set', target, fields }, { by: 'A. Clerk', why: null })).toThrow(UsageError)
  }
  store.close()
})

test('today is the day of the clock on the wall', () => {
  const now = new Date(2026, 0, 5, 0, 30)
  expect(thisDay(now)).toBe('2026-01-05')
  expect(thisDay(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31')
})

describe('a cell of CSV', () => {
  test('is not a formula either where a spreadsheet cuts at semicolons, tabs and line ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(';', '\t', '\n', '\r\n', ' ', '=', '-', "'", 'a', '@', '+')), (parts) => {
        const text = parts.join('')
        const cell = textToCell(text)
        const begun = cell.split(/[;\t\r\n]/u).some((piece) => /^\s*[=+\-@]/u.test(piece))
        return cellToText(cell) === text && !begun
      }),
    )
    expect(textToCell('quoted; =1+1')).toBe("quoted; '=1+1")
  })
})
