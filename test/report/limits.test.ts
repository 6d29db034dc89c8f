import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importPaths } from '../../src/import.ts'
import { pageOf } from '../../src/report/file-names.ts'
import { type ReportSummary, writeReport } from '../../src/report/write-report.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { runInProcess } from '../cli/run-in-process.ts'
import { LARGE_PICTURE, NESTED_GROUPS, REPEATED_PICTURE } from '../hostile/pictured-papers.ts'
import { FIXTURES } from '../read-fixture.ts'
import { TODAY } from './make-site.ts'

/** Enough for a page of a paper on a slow machine; each of the hostile pages takes more of one of them. */
const LIMITS = { seconds: 16, megabytes: 300, pages: 2 }
/** Of the groups as many as take their memory soon: reading 3,000 of them takes longer than all else here. */
const SCALE = 0.2
const PAPERS = { large: LARGE_PICTURE.make(1), repeated: REPEATED_PICTURE.make(1), nested: NESTED_GROUPS.make(SCALE) }
/** A paper of three pages with something on each. */
const PLAN = 'action-plan.writer-untagged.pdf'

/** What must be read to have its text is read by the threads that draw. */
const MAIL = [
  'From: a.clerk@northby.example',
  'Subject: Scrutiny Review of Benches',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Scrutiny Review of Benches',
  '',
  'Report of the Scrutiny Committee',
  '',
  'June 2022',
  '',
  'Recommendations',
  '',
  '1. That every bench be mended.',
  '',
  '2. That each park have a bench.',
  '',
].join('\r\n')

let home: string
let store: Store
let summary: ReportSummary
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'scrutineer-limits-'))
  mkdirSync(join(home, 'papers'))
  for (const [name, bytes] of Object.entries(PAPERS)) writeFileSync(join(home, 'papers', `${name}.pdf`), bytes)
  writeFileSync(join(home, 'papers', 'letter.eml'), MAIL)
  copyFileSync(join(FIXTURES, 'pdf', PLAN), join(home, 'papers', PLAN))
  store = openStore(join(home, 'archive.db'), { create: true })
  await importPaths([join(home, 'papers')], { store })
  summary = await writeReport(store, { out: join(home, 'report'), today: TODAY, limits: LIMITS })
}, 240_000)
afterAll(() => {
  store?.close()
  rmSync(home, { recursive: true, force: true })
})

const idOf = (name: string): string =>
  String(store.query('SELECT document_id FROM documents WHERE path LIKE ?', `%${name}`)[0]?.document_id)
const pageText = (name: string, page: number): string => readFileSync(join(home, 'report', pageOf.picturePage(idOf(name), page)), 'utf8')
const pictures = (name: string): string[] =>
  readdirSync(join(home, 'report', pageOf.paper(idOf(name)), '..')).filter((file) => /\.(?:png|jpg)$/u.test(file))

test('a picture that is too large is left out before it is decoded, and the page says so', () => {
  expect(pageText('large.pdf', 1)).toMatch(/One picture on this page is too large for the memory limit/u)
  expect(pictures('large.pdf')).toEqual(['page-1-in-part.png'])
})

test('a page that takes too long has no picture, and says why and what to do', () => {
  expect(pageText('repeated.pdf', 1)).toMatch(/took longer than the limit \(the limit is 4 seconds\)\. Raise --time-limit/u)
  expect(pageText('repeated.pdf', 1)).toContain('That every lamp be lit by the end of the year.')
  expect(pictures('repeated.pdf')).toEqual([])
})

test('a page whose groups take too much memory has no picture, and says why', () => {
  expect(pageText('nested.pdf', 1)).toMatch(/took more memory than the limit \(the limit is 300 MB\)\. Raise --memory-limit/u)
  expect(pictures('nested.pdf')).toEqual([])
})

test('of a paper with more pages than the limit the first are drawn, and the others say so', () => {
  expect(pictures(PLAN)).toEqual(['page-1.png', 'page-2.png'])
  expect(pageText(PLAN, 3)).toMatch(/More pages of this paper are cited than are drawn \(the limit is 2 pages\)/u)
  expect(readFileSync(join(home, 'report', pageOf.paper(idOf(PLAN))), 'utf8')).toContain('Page 3 (not drawn)')
})

test('a mail is shown as text', () => {
  const page = readFileSync(join(home, 'report', pageOf.paper(idOf('letter.eml'))), 'utf8')
  expect(page).toMatch(/class="source-text"[\s\S]*That each park have a bench/u)
})

test('the pages without a whole picture are counted', () => {
  expect(summary).toMatchObject({ hidden: 0, undrawn: 4, ended: false })
})

test('a report within wider limits draws what was left', async () => {
  const again = await writeReport(store, { out: join(home, 'report'), today: TODAY, limits: { ...LIMITS, pages: 3 } })
  expect(again.undrawn).toBe(3)
  expect(pictures(PLAN)).toEqual(['page-1.png', 'page-2.png', 'page-3.png'])
})

test('a file beyond the memory limit is not opened, and its page says so', async () => {
  const out = join(home, 'small')
  const { hidden } = await writeReport(store, { out, today: TODAY, limits: { ...LIMITS, megabytes: 1 } })
  expect(hidden).toBeGreaterThan(0)
  expect(readFileSync(join(out, pageOf.paper(idOf('large.pdf'))), 'utf8')).toContain('larger than the limits (the limit is 1 MB)')
})

const inspect = (name: string, ...args: string[]) => runInProcess(['inspect', join('papers', name), ...args], { cwd: home })

test('inspect draws within the limits too', async () => {
  const left = await inspect('large.pdf', '--image', 'large.png')
  expect(left).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 would take too much memory and were left out/u) })
  const slow = await inspect('repeated.pdf', '--image', 'repeated.png', '--time-limit', '12')
  expect(slow).toMatchObject({ code: 2, stderr: expect.stringMatching(/Page 1 could not be drawn: .*--time-limit/u) })
})

test('inspect reads within the limits', async () => {
  const few = await inspect(PLAN, '--page-limit', '1', '--json')
  expect(few.code).toBe(1)
  expect(JSON.parse(few.stdout).diagnostics).toContainEqual(expect.objectContaining({ rule: 'page-limit' }))
  const small = await inspect('large.pdf', '--memory-limit', '1', '--json')
  expect(JSON.parse(small.stdout)).toMatchObject({ document: { status: 'failed' }, diagnostics: [{ rule: 'too-large' }] })
})
