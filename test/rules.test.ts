import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../parsers/formats.ts'
import { extractRecords } from '../parsers/records.ts'
import { collectInto, type Diagnostic, RULES, type RuleName } from '../schema/diagnostics.ts'
import { linkArchive } from '../src/link/link-archive.ts'
import { bytesToRecords } from '../src/reading/bytes-to-records.ts'
import { ROOT } from './examples.ts'
import { makePaper, type PaperSketch } from './link/make-paper.ts'

const HERE = 'test/rules.test.ts'
const PDF = 'test/formats/pdf/read-pdf.test.ts'
const POOL = 'test/reading/reading-pool.test.ts'

/** What no golden of a fixture shows, and the test that raises it: its file, and its title as it is written there. */
const NAMED: Partial<Record<RuleName, [file: string, title: string]>> = {
  'binary-file': ['test/formats/door.test.ts', 'refuses bytes that are not text'],
  'rows-not-parted': ['test/scan/lost-rules.test.ts', 'gives no record of two rows in one: %s'],
  'cell-not-read': ['test/formats/scan/pages.test.ts', 'says which cell could not be read'],
  'changes-accepted': ['test/formats/word/text.test.ts', 'is that of accepted changes, and says so'],
  damaged: ['test/formats/door.test.ts', 'knows other formats by their first bytes, whatever they are called'],
  'empty-file': ['test/formats/door.test.ts', 'refuses what is empty, or holds only white space'],
  encrypted: [PDF, 'asks for a password, and reads the file with it'],
  'error-page': ['test/formats/html.test.ts', 'is not a paper where the site gave a message in its place: %s'],
  'filtered-read': [
    'test/formats/sheets/sheets.test.ts',
    'leaves out hidden rows and columns, reads those that only a filter hides, and reports both',
  ],
  'internal-error': [HERE, 'a mistake of our own ends the document alone'],
  'markdown-as-text': ['test/formats/markdown.test.ts', 'is read as plain text where it would overstrain a parser'],
  'maybe-same-paper': ['test/link/same-papers.test.ts', 'stay two and are reported where little differs'],
  'memory-limit': [POOL, '%s costs its own file and no other'],
  'no-access': ['test/cli/import-command.test.ts', 'may hold circles of links, links to nowhere, and the same paper twice'],
  'no-text-layer': [PDF, 'says that a scan has no text layer'],
  'numbers-not-read': [
    'test/formats/doc/doc.test.ts',
    'has its paragraphs with their lines, keeps tables in the source alone, and reports them',
  ],
  'page-limit': ['test/report/limits.test.ts', 'inspect reads within the limits'],
  'page-without-text': [PDF, 'reports a page that is a picture among pages of text'],
  'read-by-ocr': ['test/formats/scan/pages.test.ts', 'is read with its rules, announced before, and reported'],
  'reader-died': [POOL, '%s costs its own file and no other'],
  'repaired-file': [PDF, 'reports a file that was read after a repair'],
  'resolution-unlinked': [HERE, 'a resolution that says something else'],
  'review-unknown': [HERE, 'a paper that names no review'],
  'scan-not-drawn': ['test/formats/scan/pages.test.ts', 'a page that cannot be drawn is left as it is, and reported'],
  'scan-not-read': ['test/scan/picture-files.test.ts', 'says that it was not read where a person switched that off'],
  'text-not-shown': ['test/formats/word/text.test.ts', 'lacks what is hidden or struck through, and says so'],
  'time-limit': [POOL, '%s costs its own file and no other'],
  'too-large': [
    'test/formats/package/zip-package.test.ts',
    'is too large where it unpacks to more than papers hold, whatever size it gives',
  ],
  'unknown-format': ['test/formats/door.test.ts', 'knows other formats by their first bytes, whatever they are called'],
  'unreadable-font': [PDF, 'leaves out text in a font that does not say its letters, and reports it'],
  'unsupported-feature': [PDF, 'says that a portfolio holds other files'],
  'update-unlinked': [HERE, 'an update on something that nobody recommended'],
  'word-taught': [HERE, 'a word that a person taught'],
  'wording-unlinked': [HERE, 'a plan that restates what nobody recommended'],
}

const raised = new Set(
  globSync('fixtures/*/*/diagnostics.json', { cwd: ROOT }).flatMap((file) =>
    (JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as { rule: string }[]).map(({ rule }) => rule),
  ),
)

/** Where a test begins or a group of them. */
const START = /^ *(?:test|it|describe)\b.*$/gmu

/** The text of the tests of this title, each with the rows that it is run for. */
function testsOf(file: string, title: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const starts = [...text.matchAll(START)].map(({ index }) => index)
  const titled = ["'", '"'].flatMap((quote) => ['test', 'it', ')'].map((call) => `${call}(${quote}${title}${quote}`))
  return starts.map((start, at) => text.slice(start, starts[at + 1])).filter((body) => titled.some((call) => body.includes(call)))
}

describe('the rule', () => {
  test.each(Object.keys(RULES) as RuleName[])('%s is raised by a fixture, or by a test that is named here', (rule) => {
    const [file, title] = NAMED[rule] ?? []
    if (file === undefined || title === undefined) {
      expect(raised, 'write a fixture whose golden has it, or name a test').toContain(rule)
      return
    }
    expect(raised, 'a fixture raises it: it needs no name here').not.toContain(rule)
    expect(
      testsOf(file, title).filter((body) => body.includes(`'${rule}'`)),
      `${file}: ${title}`,
    ).not.toEqual([])
  })

  test.each(Object.keys(RULES))('%s is raised somewhere in the source', (rule) => {
    expect(sources.some((text) => text.includes(`'${rule}'`))).toBe(true)
  })
})

const sources = globSync(['src/**/*.ts', 'parsers/**/*.ts'], { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), 'utf8'))

test('a test that is named is found by its title, and one without the rule is noticed', () => {
  expect(testsOf(HERE, 'a word that a person taught').join()).toContain("'word-taught'")
  expect(testsOf(HERE, 'a word that a person taught').join()).not.toContain("'wording-unlinked'")
  expect(testsOf(HERE, 'a title that no test has')).toEqual([])
})

const QUAYS: PaperSketch = {
  id: 'report',
  kind: 'review_report',
  review: 'Review of the Quays',
  dated: '2019-03-01',
  wordings: { '1': 'That the lamps of both quays be lit until the last sailing.', '2': 'That a shelter be built at each pier.' },
}
const rulesOf = (...papers: PaperSketch[]) =>
  linkArchive([QUAYS, ...papers].map(makePaper)).diagnostics.map(({ documentId, rule }) => `${documentId}: ${rule}`)

describe('linking reports', () => {
  test('a resolution that says something else', () => {
    const rule: RuleName = 'resolution-unlinked'
    const resolutions = { '1': 'The budget for swimming lessons be raised by a tenth.' }
    const { wordings: _, ...paper } = QUAYS
    expect(rulesOf({ ...paper, id: 'paper', kind: 'decision_record', dated: '2019-05-02', resolutions })).toContain(`paper: ${rule}`)
  })

  test('an update on something that nobody recommended', () => {
    const rule: RuleName = 'update-unlinked'
    const updates = { '9': 'achieved' } as const
    expect(rulesOf({ ...QUAYS, id: 'paper', kind: 'progress_update', dated: '2020-05-02', wordings: {}, updates })).toContain(
      `paper: ${rule}`,
    )
  })

  test('a plan that restates what nobody recommended', () => {
    const rule: RuleName = 'wording-unlinked'
    const wordings = { '7': 'That swimming lessons be offered to every pupil of the borough.' }
    expect(rulesOf({ ...QUAYS, id: 'paper', kind: 'action_plan', dated: '2019-09-02', wordings })).toContain(`paper: ${rule}`)
  })

  test('a paper that names no review', () => {
    const rule: RuleName = 'review-unknown'
    const updates = { '9': 'achieved' } as const
    expect(rulesOf({ ...QUAYS, id: 'paper', kind: 'progress_update', review: null, wordings: {}, updates })).toContain(`paper: ${rule}`)
  })
})

test('a word that a person taught', async () => {
  const rule: RuleName = 'word-taught'
  const text =
    '# Tracker: Review of the Quays\n\n| No. | Recommendation | Reeve |\n| --- | --- | --- |\n| 1 | That lamps be lit. | A. Moss |\n'
  const diagnostics: Diagnostic[] = []
  const report = collectInto(diagnostics)
  const document = await readDocument({ bytes: new TextEncoder().encode(text), path: 'tracker.md' }, report)
  await extractRecords(document, report, { words: [{ kind: 'column', word: 'Reeve', means: 'who', council: null }] })
  expect(diagnostics.map((one) => one.rule)).toContain(rule)
})

test('a mistake of our own ends the document alone', async () => {
  const rule: RuleName = 'internal-error'
  const noBytes = null as unknown as Uint8Array
  const { status, records, diagnostics } = await bytesToRecords({ path: 'paper.txt', bytes: noBytes })
  expect({ status, records }).toEqual({ status: 'failed', records: null })
  expect(diagnostics.map((one) => one.rule)).toEqual([rule])
})
