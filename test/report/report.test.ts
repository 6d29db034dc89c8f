import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadArchive } from '../../src/report/archive.ts'
import { pageOf } from '../../src/report/file-names.ts'
import { type EvidenceIndex, indexEvidence, type Passage, placesOf } from '../../src/report/passages.ts'
import { storedEvidence } from '../../src/report/stored-evidence.ts'
import { writeReport } from '../../src/report/write-report.ts'
import type { Row } from '../../src/store/database.ts'
import { type MadeReport, makeReport } from './make-report.ts'
import { TODAY } from './make-site.ts'

let report: MadeReport
let pages: Map<string, Element[]>

beforeAll(async () => {
  report = await makeReport()
  pages = new Map(htmlFiles(report.folder).map((file) => [file, elements(fromHtml(readFileSync(join(report.folder, file), 'utf8')))]))
}, 120_000)
afterAll(() => report?.end())

const htmlFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
const elements = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []))
const idsOf = (file: string): Set<string> =>
  new Set((pages.get(file) ?? []).flatMap(({ properties }) => (properties.id ? [String(properties.id)] : [])))
const linksOf = (file: string): string[] =>
  (pages.get(file) ?? []).flatMap(({ properties }) => [properties.href, properties.src].filter((to) => typeof to === 'string'))

/** Where a link from one page leads: a file of the report, and an anchor in it. */
function target(from: string, link: string): [file: string, anchor: string] {
  const [path = '', anchor = ''] = link.split('#')
  return [path === '' ? from : relative(report.folder, join(report.folder, dirname(from), path)).replaceAll('\\', '/'), anchor]
}

/** Where a passage is shown. */
function shownAt(passage: Passage): string {
  const paper = report.store.query('SELECT media_type FROM documents WHERE document_id = ?', passage.documentId)[0]
  return paper?.media_type === 'application/pdf'
    ? pageOf.picturePage(passage.documentId, passage.page ?? 0)
    : pageOf.paper(passage.documentId)
}

test('every link leads to a file that is there, and to a place in it that is there', () => {
  const broken: string[] = []
  const ids = new Map([...pages.keys()].map((file) => [file, idsOf(file)]))
  for (const file of pages.keys()) {
    for (const link of linksOf(file)) {
      if (link === 'data:,') continue
      const [to, anchor] = target(file, link)
      const isFilter = to === 'index.html' && anchor.includes('=')
      if (to.startsWith('..') || !existsSync(join(report.folder, to)) || (anchor && !isFilter && !ids.get(to)?.has(anchor)))
        broken.push(`${file} → ${link}`)
    }
  }
  expect(broken).toEqual([])
  expect(pages.size).toBeGreaterThan(100)
})

test('no id appears twice on a page', () => {
  for (const [file, all] of pages) {
    const ids = all.flatMap(({ properties }) => (properties.id ? [String(properties.id)] : []))
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      file,
    ).toEqual([])
  }
})

test('every passage of a PDF is marked on its page by the box of its evidence', () => {
  const rows = report.store.query(
    "SELECT e.* FROM evidence e JOIN documents USING (document_id) WHERE media_type = 'application/pdf' AND x0 IS NOT NULL",
  )
  expect(rows.length).toBeGreaterThan(200)
  for (const row of rows) {
    const [passage] = indexEvidence([row]).inPaper(String(row.document_id))
    if (!passage) throw new Error('a row with a place makes a passage')
    const mark = (pages.get(shownAt(passage)) ?? []).find(({ properties }) => properties.id === passage.id)
    const rect = mark?.children[0]
    const { x, y, width, height } = rect?.type === 'element' ? rect.properties : {}
    const box = [Number(x), Number(y), Number(x) + Number(width), Number(y) + Number(height)]
    for (const [index, edge] of [row.x0, row.top, row.x1, row.bottom].entries()) expect(box[index]).toBeCloseTo(Number(edge), 3)
  }
})

test('every passage of a text is marked with its words', () => {
  const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim()
  const rows = report.store.query(
    "SELECT e.* FROM evidence e JOIN documents USING (document_id) WHERE media_type <> 'application/pdf' AND line_from IS NOT NULL",
  )
  const marks = new Map(
    [...pages].flatMap(([file, all]) =>
      all.flatMap((node) =>
        node.tagName === 'mark' && node.properties.id ? [[`${file}#${node.properties.id}`, fold(textOf(node))] as const] : [],
      ),
    ),
  )
  const cut: string[] = []
  for (const row of rows) {
    const [passage] = indexEvidence([row]).inPaper(String(row.document_id))
    if (!passage) throw new Error('a row with a place makes a passage')
    const shown = marks.get(`${shownAt(passage)}#${passage.id}`)
    expect(shown, `${row.entity_id} ${row.field}`).toBeDefined()
    if (shown !== fold(String(row.quote))) cut.push(`${row.quote}`)
  }
  // Where two passages cross, the second is cut in two: its mark begins with its words.
  expect(cut.length).toBeLessThan(rows.length / 50)
})

/** What a recommendation's page shows of each kind of record. */
const SHOWN = {
  wordings: ['wording_id', ['text', 'number_text']],
  resolutions: ['resolution_id', ['text', 'outcome', 'decided_by', 'decided_on']],
  commitments: ['commitment_id', ['responsible', 'due_text', 'success_measure', 'timescale', 'outcome']],
  actions: ['action_id', ['text']],
  progress_updates: ['update_id', ['evidence', 'assessment_text', 'status', 'as_of_text', 'impact']],
} as const

test.each(Object.keys(SHOWN) as (keyof typeof SHOWN)[])(
  'every value of the %s that a recommendation shows leads to its passage',
  (view) => {
    const evidence = indexEvidence(report.store.rows('evidence'))
    const [idColumn, fields] = SHOWN[view]
    let links = 0
    const rows: Row[] = report.store.rows(view)
    for (const row of rows) {
      if (row.recommendation_id === null) continue
      const file = pageOf.recommendation(String(row.recommendation_id))
      const there = new Set(linksOf(file).map((link) => target(file, link).join('#')))
      for (const field of fields) {
        if (row[field] === null) continue
        const places = placesOf(evidence, row[idColumn], field)
        expect(places.length, `${row[idColumn]} ${field} has evidence`).toBeGreaterThan(0)
        for (const { passage } of places) {
          expect(there, `${file} ${field}`).toContain(`${shownAt(passage)}#${passage.id}`)
          links += 1
        }
      }
    }
    expect(links).toBeGreaterThan(20)
  },
)

/** Whether a page leads to the places of a value; there must be one. */
function expectLinks(file: string, entityId: unknown, field: string): void {
  const there = new Set(linksOf(file).map((link) => target(file, link).join('#')))
  const places = indexEvidence(report.store.query('SELECT * FROM evidence WHERE entity_id = ?', String(entityId))).of(entityId, field)
  expect(places.length, `${entityId} ${field} has evidence`).toBeGreaterThan(0)
  for (const { passage } of places) expect(there, `${file} ${entityId} ${field}`).toContain(`${shownAt(passage)}#${passage.id}`)
}

test('what a paper says about itself, its scale and its title lead to their passages', () => {
  const facts = report.store.query('SELECT * FROM fact WHERE text IS NOT NULL')
  const gradings = report.store.query('SELECT * FROM grading')
  expect(Math.min(facts.length, gradings.length)).toBeGreaterThan(10)
  for (const row of facts) expectLinks(pageOf.paper(String(row.document_id)), row.id, 'text')
  for (const row of gradings) {
    for (const field of ['code', 'label', 'meaning'])
      if (row[field] !== null) expectLinks(pageOf.paper(String(row.document_id)), row.id, field)
  }
  const titled = report.store.query("SELECT document_id FROM documents WHERE title IS NOT NULL AND status = 'ok'")
  for (const { document_id: id } of titled) expectLinks(pageOf.paper(String(id)), id, 'title')
})

test('each of several who are named leads to where the paper names them', () => {
  const rows = report.store.query(
    `SELECT * FROM responsibilities WHERE recommendation_id IS NOT NULL
     AND commitment_id IN (SELECT commitment_id FROM responsibilities GROUP BY 1 HAVING count(*) > 1)`,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) expectLinks(pageOf.recommendation(String(row.recommendation_id)), row.responsibility_id, 'name')
})

const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : '')).join('')
const ofClass = (file: string, name: string): string[] =>
  (pages.get(file) ?? []).filter(({ properties }) => (properties.className as string[] | undefined)?.includes(name)).map(textOf)

test('an update that passes a recommendation over is reported on both their pages', () => {
  const rows = report.store.query("SELECT * FROM silences WHERE kind = 'not_reported'")
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) {
    expect(ofClass(pageOf.recommendation(String(row.recommendation_id)), 'silent-update')).not.toEqual([])
    expect(ofClass(pageOf.review(String(row.review_id)), 'silences').join()).toContain(String(row.number))
  }
})

test('every date that a recommendation was given is listed and leads to its plan', () => {
  const rows = report.store.query(
    'SELECT * FROM slippage WHERE recommendation_id IN (SELECT recommendation_id FROM slippage WHERE position = 2)',
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    const file = pageOf.recommendation(String(row.recommendation_id))
    expect(ofClass(file, 'target-dates').join()).toContain(String(row.due_text))
    expectLinks(file, row.commitment_id, 'due_text')
  }
})

test('a link is reported in words, with how sure it is and what came next', () => {
  const rows = report.store.query(
    `SELECT u.recommendation_id, l.confidence FROM links l JOIN progress_updates u ON u.update_id = l.from_id WHERE l.kind = 'update_resolution'`,
  )
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows)
    expect(ofClass(pageOf.recommendation(String(row.recommendation_id)), 'why-linked').join()).toContain(
      `${Math.floor(Number(row.confidence) * 100)}%`,
    )
})

test('evidence read when it is asked for is the same as all of it', () => {
  const all = indexEvidence(report.store.iterate('evidence'))
  const stored = storedEvidence(report.store, loadArchive(report.store).owner)
  for (const { document_id: id } of report.store.rows('documents')) expect(stored.inPaper(String(id))).toEqual(all.inPaper(String(id)))
  const places = (index: EvidenceIndex, id: unknown, field: string) =>
    index.of(id, field).map(({ state, passage }) => [state, passage.id, passage.documentId])
  for (const { entity_id: id, field } of report.store.query('SELECT DISTINCT entity_id, field FROM evidence')) {
    expect(places(stored, id, String(field))).toEqual(places(all, id, String(field)))
    expect(stored.stateOf(id, String(field))).toBe(all.stateOf(id, String(field)))
  }
})

describe('the folder', () => {
  let other: string
  beforeAll(() => {
    other = mkdtempSync(join(tmpdir(), 'scrutineer-out-'))
  })
  afterAll(() => rmSync(other, { recursive: true, force: true }))

  test('holds the same bytes when it is made again, and its pictures are not drawn again', async () => {
    const files = readdirSync(report.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      statSync(join(report.folder, file)).isFile(),
    )
    const before = files.map((file) => readFileSync(join(report.folder, file)).toString('base64'))
    const picture = join(report.folder, files.find((file) => file.endsWith('.png')) ?? '')
    const drawn = statSync(picture).mtimeMs
    await writeReport(report.store, { out: report.folder, today: TODAY })
    expect(statSync(picture).mtimeMs).toBe(drawn)
    expect(files.map((file) => readFileSync(join(report.folder, file)).toString('base64'))).toEqual(before)
  })

  test('is left alone where it is not a report, and its files are kept where it is forced', async () => {
    writeFileSync(join(other, 'thesis.doc'), 'years of work')
    await expect(writeReport(report.store, { out: other, today: TODAY })).rejects.toThrow(/is not a Scrutineer report/u)
    expect(readdirSync(other)).toEqual(['thesis.doc'])
    await writeReport(report.store, { out: other, today: TODAY, force: true })
    expect(readFileSync(join(other, 'thesis.doc'), 'utf8')).toBe('years of work')
  })

  test('loses what no longer belongs, and nothing outside of it whatever its list says', async () => {
    const inside = join(other, 'inside')
    cpSync(report.folder, inside, { recursive: true, preserveTimestamps: true })
    mkdirSync(join(inside, 'reviews'), { recursive: true })
    writeFileSync(join(inside, 'reviews/old-one.html'), 'old')
    const list = join(inside, 'scrutineer-report.json')
    const { files } = JSON.parse(readFileSync(list, 'utf8'))
    writeFileSync(list, JSON.stringify({ report: 1, files: [...files, 'reviews/old-one.html', '../thesis.doc', '../x.html'] }))
    writeFileSync(join(other, 'x.html'), 'mine')
    await writeReport(report.store, { out: inside, today: TODAY })
    expect(existsSync(join(inside, 'reviews/old-one.html'))).toBe(false)
    expect(readFileSync(join(other, 'x.html'), 'utf8')).toBe('mine')
  })
})
