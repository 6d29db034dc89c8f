import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import type { Block } from '../../schema/document.ts'
import { correct } from '../../src/correct.ts'
import { fitToRows } from '../../src/export/fit-to-rows.ts'
import { handoutToXlsx } from '../../src/export/handout-xlsx.ts'
import { writeHandout } from '../../src/export/write-handout.ts'
import { viewsToXlsx } from '../../src/export/xlsx.ts'
import { followUpRows, HANDOUT_HEADINGS, type Handout, reviewHandout } from '../../src/handout/handout.ts'
import { handoutToDocx } from '../../src/handout/handout-docx.ts'
import { handoutToHtml } from '../../src/handout/handout-html.ts'
import { archiveDatabase } from './archive-database.ts'

const { store, folder } = archiveDatabase()
const BUSES = 'marlford/bus-services-2021'
const DAY = '2024-01-01'
let handout: Handout
beforeAll(() => {
  handout = reviewHandout(store, BUSES, DAY)
})

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
const textOf = (blocks: readonly Block[]): string => blocks.map((block) => (block.type === 'table' ? '' : block.passage.text)).join(' ')

/** The rows of the table in a Word document, as our own reader finds them. */
async function docxTable(bytes: Uint8Array): Promise<string[][]> {
  const { blocks } = await readDocument({ bytes, path: 'handout.docx' }, () => {})
  const table = blocks.find((block) => block.type === 'table')
  return (table?.rows ?? []).map((cells) => cells.map((cell) => textOf(cell.blocks)))
}

/** Holds a row of text against the hand-out: each recommendation in full, with who, when, status and latest update. */
function expectWhole(rows: readonly (readonly string[])[]): void {
  expect(rows).toHaveLength(handout.rows.length)
  for (const [index, row] of handout.rows.entries()) {
    const cells = rows[index] ?? []
    expect(cells[0]).toBe(row.number)
    for (const [column, text] of [row.text, row.who, row.when, row.status, row.latest?.assessment].entries())
      expect(squeezed(cells[column + 1])).toContain(squeezed(text))
    expect(squeezed(cells[5])).toContain(squeezed(row.latest?.text))
  }
}

const squeezed = (text = ''): string => text.replace(/\s+/gu, '')

describe('a hand-out', () => {
  test('has every recommendation of the review in its order, in full', () => {
    const rows = store.query('SELECT number, text FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id', BUSES)
    expect(handout.rows.map(({ number, text }) => ({ number, text }))).toEqual(rows)
    expect(handout.title).toBe('Scrutiny Review of Bus Services')
    expect(handout.summary).toBe('9 recommendations: 5 achieved, 1 on track, 1 agreed but not graded, 2 slipped. 2 overdue.')
  })

  test('says who, by when, what became of it and in which paper', () => {
    expect(handout.rows.find(({ number }) => number === '4')).toMatchObject({
      who: 'Hannah Oyelaran',
      when: 'December 2023 (by 31 December 2023)',
      overdue: true,
      movedFrom: 'March 2022',
      status: 'slipped',
      latest: {
        source: 'June 2023, SCRUTINY MONITORING – PROGRESS UPDATE',
        assessment: 'Slipped',
        text: expect.stringContaining('Seven dead boards were taken down in May.'),
      },
    })
  })

  test('is by the day on which it is made', () => {
    expect(reviewHandout(store, BUSES, '2023-12-31').rows.find(({ number }) => number === '4')?.overdue).toBe(false)
  })

  test('refers a part to its whole where only the whole has a name and a date', () => {
    expect(handout.rows.find(({ number }) => number === '1(a)')).toMatchObject({ who: 'see 1', when: 'see 1', isPart: true })
  })

  test('says what was corrected and by whom', () => {
    correct(store, { action: 'set', target: `${BUSES}/6`, fields: { status: 'stalled' } }, { by: 'A. Clerk', why: null })
    const row = reviewHandout(store, BUSES, DAY).rows.find(({ number }) => number === '6')
    expect(row).toMatchObject({ status: 'stalled', corrected: 'status corrected by A. Clerk' })
  })

  test('lists conclusions below, which nobody is to follow up', () => {
    const meals = reviewHandout(store, 'eastmere/school-meals-2022', DAY)
    expect(meals.conclusions).toEqual(['1: Buying through two contracts costs more and tells schools less.'])
    expect(meals.rows.map(({ number }) => number)).toEqual(['1.1', '1.2', '2.1', '2.2', '3.1'])
    expect(meals.summary).toMatch(/^5 recommendations/u)
    expect(handoutToHtml(meals)).toMatch(/<h2>Conclusions<\/h2><ul><li>1: Buying/u)
    expect(followUpRows(store, 'eastmere/school-meals-2022', DAY).map(({ number }) => number)).toEqual(['2.1', '2.2', '3.1'])
  })

  test('lists the papers that it rests on, in their order', () => {
    expect(handout.papers).toHaveLength(5)
    expect(handout.papers.at(-1)).toBe('SCRUTINY MONITORING – PROGRESS UPDATE (progress update, June 2023)')
  })
})

describe('in Word', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await handoutToDocx(handout)
  })

  test('our own reader finds every value again', async () => {
    const [head, ...rows] = await docxTable(bytes)
    expect(head).toEqual(HANDOUT_HEADINGS)
    expectWhole(rows)
  })

  test('pages lie on their side, headings are repeated, pages are numbered', () => {
    const body = part(bytes, 'word/document.xml')
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u)
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1)
    expect(body.match(/<w:cantSplit\/>/gu)).toHaveLength(handout.rows.length + 1)
    expect(part(bytes, 'word/footer1.xml')).toMatch(/PAGE<[\s\S]*NUMPAGES</u)
  })
})

describe('in a workbook', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await handoutToXlsx(handout)
  })

  test('there is one sheet, and it has every value', async () => {
    expect(part(bytes, 'xl/workbook.xml').match(/<sheet /gu)).toHaveLength(1)
    const [title, , summary, head, ...rows] = (await readSheet(Buffer.from(bytes))) as (string | null)[][]
    expect([title?.[0], summary?.[0]]).toEqual([handout.title, handout.summary])
    expect(head).toEqual(HANDOUT_HEADINGS)
    expectWhole(rows.map((cells) => cells.map((cell) => String(cell ?? ''))))
  })

  test('it is set to print: as wide as an A4 page on its side, its headings on every page, its text wrapped', () => {
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/^<\?xml[^>]*><worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/u)
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/><headerFooter>/u)
    expect(sheet).toContain('<pane ySplit="4"')
    expect(sheet.match(/<row r="\d+" ht="[\d.]+">/gu)).toHaveLength(handout.rows.length)
    expect(sheet).toContain('&amp;RPage &amp;P of &amp;N')
    expect(part(bytes, 'xl/workbook.xml')).toMatch(
      /name="_xlnm\.Print_Titles" localSheetId="0">'Scrutiny Review of Bus Services'!\$4:\$4</u,
    )
    expect(part(bytes, 'xl/styles.xml')).toContain('wrapText="1"')
  })
})

describe('as a page', () => {
  test('it has every value, and needs nothing from elsewhere', () => {
    const page = handoutToHtml(handout)
    for (const { text, status } of handout.rows) {
      expect(page).toContain(text)
      expect(page).toContain(status)
    }
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(/u)
    expect(page).toMatch(/@page \{ size: A4 landscape/u)
    expect(page).toMatch(/thead \{ display: table-header-group \}/u)
  })
})

test("a paper's words stay words in every format", async () => {
  const [first] = handout.rows
  const nasty = '=1+1 & <b> <script>alert(1)</script> "so"'
  const hostile = { ...handout, title: `${nasty} [a/b]`, rows: first ? [{ ...first, text: nasty }] : [] }
  expect(handoutToHtml(hostile)).not.toContain('<script')
  expect((await docxTable(await handoutToDocx(hostile)))[1]?.[1]).toContain(nasty)
  const workbook = await handoutToXlsx(hostile)
  expect(part(workbook, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/u)
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'docProps/core.xml'])
    expect(part(workbook, name)).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/u)
  expect(part(workbook, 'xl/worksheets/sheet1.xml')).toContain('&amp;L=1+1 &amp;&amp; &lt;b&gt;')
  expect((await readSheet(Buffer.from(workbook)))[4]?.[1]).toContain(nasty)
})

test('a review without recommendations has a hand-out that says so', async () => {
  const empty = { ...handout, rows: [], summary: '0 recommendations.' }
  expect(handoutToHtml(empty)).not.toContain('<table')
  expect(part(await handoutToDocx(empty), 'word/document.xml')).not.toContain('<w:tbl>')
  expect(await readSheet(Buffer.from(await handoutToXlsx(empty)))).toHaveLength(4)
})

test('files have the name of the review, and each is whole', async () => {
  const files = await writeHandout(store, BUSES, ['docx', 'html', 'xlsx'], { folder: join(folder, 'out') })
  expect(files.map((file) => basename(file))).toEqual(['docx', 'html', 'xlsx'].map((format) => `marlford-bus-services-2021.${format}`))
  expect(readFileSync(files[1] ?? '', 'utf8')).toMatch(/<\/html>\n$/u)
})

describe('the sheet "Follow-up" of the workbook of views', () => {
  test('comes first and has what is still to be done, of every review', async () => {
    const { bytes } = await viewsToXlsx(store)
    const [head, ...rows] = (await readSheet(Buffer.from(bytes), 'Follow-up')) as (string | null)[][]
    expect(head).toEqual(['Review', ...HANDOUT_HEADINGS])
    const open = store.query(
      `SELECT number FROM recommendations WHERE coalesce(status, outcome, '') NOT IN ('achieved', 'superseded', 'withdrawn', 'rejected')
         AND kind <> 'conclusion'
       ORDER BY council, review_title, review_id, position, recommendation_id`,
    )
    expect(rows.map((cells) => cells[1])).toEqual(open.map(({ number }) => number ?? '–'))
    expect(new Set(rows.map((cells) => cells[0])).size).toBe(6)
    expect(part(bytes, 'xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'Follow-up'!$1:$1<`)
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('fitToWidth="1" fitToHeight="0"')
    expect(part(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('fitToPage')
  })

  test('is of one review where that is named, and left out where the recommendations are', async () => {
    expect(followUpRows(store, BUSES, DAY).map(({ number }) => number)).toEqual(['1', '1(c)', '4', '6'])
    const { bytes } = await viewsToXlsx(store, { views: ['documents'], reviewId: null })
    expect(part(bytes, 'xl/workbook.xml')).not.toContain('Follow-up')
  })
})

describe('a text that is longer than a row of a spreadsheet can show', () => {
  const long = 'The Trust is to report each quarter. '.repeat(120)

  test('goes on in further rows, which have its number', async () => {
    const [first] = handout.rows
    const rows = await readSheet(
      Buffer.from(await handoutToXlsx({ ...handout, rows: first ? [{ ...first, text: long, source: '' }] : [] })),
    )
    const [one, two] = rows.slice(4)
    expect([one?.[0], two?.[0]]).toEqual(['1', '1 (continued)'])
    expect(
      rows
        .slice(4)
        .map((row) => row[1])
        .join(' '),
    ).toBe(long.trim())
    expect(two?.slice(2)).toEqual([null, null, null, null])
  })

  test('loses no word, and each row can be shown', () => {
    const text = fc.array(fc.stringMatching(/^[a-z]{1,90}[ \n]$/u), { maxLength: 400, size: 'max' }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 5, max: 60 }), (words, width) => {
        const rows = fitToRows([words, 'short'], [width, 10])
        expect(squeezed(rows.map(({ texts }) => texts[0]).join(''))).toBe(squeezed(words))
        expect(rows.map(({ texts }) => texts[1]).join('')).toBe('short')
        for (const { texts, heightPt } of rows) {
          expect(heightPt).toBeLessThanOrEqual(409)
          expect(wrappedLines(texts[0] ?? '', width) * 13).toBeLessThanOrEqual(heightPt)
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** How many lines a cell takes, its words laid one after the other. */
function wrappedLines(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    let [count, filled] = [1, 0]
    for (const { length } of line.split(' ')) {
      if (filled && filled + 1 + length > width) [count, filled] = [count + 1, 0]
      filled += length + (filled ? 1 : 0)
      while (filled > width) [count, filled] = [count + 1, filled - width]
    }
    return lines + count
  }, 0)
}
