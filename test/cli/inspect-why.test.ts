import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ended } from './run-command.ts'
import { runInProcess } from './run-in-process.ts'

const fixture = (name: string): string => join(import.meta.dirname, '../../fixtures', name)
const why = (name: string, more: string[] = [], columns = '100'): Promise<Ended> =>
  runInProcess(['inspect', fixture(name), '--why', ...more], { env: { COLUMNS: columns } })

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-why-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a report: each list with its place, its role and the signs, and the copies distinguished', async () => {
  const { code, stdout } = await why('review-report/summary-chapter-appendix/input.md')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Read as a report of a review \(score \+\d\.\d\)$/m)
  const [, restated, doubtful, taken, copy] = stdout.split(/^ {2}(?=Line \d+: )/mu)
  expect(restated).toMatch(/^Line 11: a numbered list under "Executive summary", 3 items\n.*\n {4}said again/)
  expect(doubtful).toMatch(/in doubt .*candidate/s)
  expect(taken).toMatch(/ {4}recommendations · .*\n {4}Its score as recommendations is \+\d\.\d:/)
  expect(taken).toMatch(/−3\.0 {2}to begin with.*\n {6}\+5\.0 {2}each item is labelled as a recommendation/)
  expect(taken).toMatch(/\+\d\.\d {2}the heading over it announces recommendations: "4\. Conclusions and\s+recommendations"/)
  expect(copy).toMatch(/said again/)
  expect(stdout).toMatch(/1 other list read as ordinary/)
  expect(stdout).toMatch(/Scores: above 0 means yes/)
})

test('a response names its runner-up, and passes over the lists within answers', async () => {
  const { stdout } = await why('response/headed-answers/input.md')
  expect(stdout).toMatch(/^Read as a response to recommendations/m)
  expect(stdout).toMatch(/The runner-up is a report of a review: its score is [+−]\d\.\d, \d+\.\d less\./)
  expect(stdout).toMatch(/^4 recommendations, each answered; separated by labels\n {2}1 {2}.+ → .+ \(line \d+\)$/m)
  expect(stdout).toMatch(/answered recommendations · /)
  expect(stdout).toMatch(/\d lists within the lists above/)
})

test('minutes show their decisions, and that a list is made of them', async () => {
  const { stdout } = await why('decision-record/minutes-two-reviews/input.txt')
  expect(stdout).toMatch(/^7 decisions, under 5 openings/m)
  expect(stdout).toMatch(/decisions · Its items are decisions,/)
})

test('a paper of no kind is said to be of none', async () => {
  const { code, stdout } = await why('other/job-advert/input.txt')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Not read as any kind of paper that Scrutineer follows$/m)
})

test('a plan says which columns it was known by', async () => {
  const { stdout } = await why('action-plan-table/milestones-and-outcome/input.txt')
  expect(stdout).toMatch(/^3 rows found\n {2}(?:Column .*\n {2})*Column "[^"]+": responsible \(0\.9\d sure; the runner-up is a detail\)/m)
})

test('no line is wider than the screen', async () => {
  const { stdout } = await why('review-report/summary-chapter-appendix/input.md', [], '60')
  expect(stdout.split('\n').filter((line) => line.length > 60 && !line.startsWith('/'))).toEqual([])
})

test('as JSON it holds every list, those too that are ordinary', async () => {
  const { code, stdout } = await why('review-report/summary-chapter-appendix/input.md', ['--json'])
  expect(code).toBe(0)
  const { document, papers } = JSON.parse(stdout)
  expect(document.status).toBe('ok')
  expect(papers).toHaveLength(1)
  expect(papers[0]).toMatchObject({ readAs: 'report', title: 'Scrutiny Review of School Crossings' })
  expect(papers[0].runs.map(({ role }: { role: string }) => role)).toEqual(
    expect.arrayContaining(['restated', 'candidates', 'recommendations', 'ordinary']),
  )
})

test('a file that cannot be read ends with 1 and says why', async () => {
  const path = join(folder, 'torn.pdf')
  writeFileSync(path, '%PDF-1.7\nnothing')
  const { code, stdout } = await runInProcess(['inspect', path, '--why'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/To know/)
})
