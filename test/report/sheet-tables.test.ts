import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { documentToSheets, type ShownSheet } from '../../src/draw/shown-sheets.ts'
import { h } from '../../src/report/html.ts'
import { indexEvidence } from '../../src/report/passages.ts'
import { sheetTables } from '../../src/report/sheet-tables.ts'
import type { Row } from '../../src/store/database.ts'
import { makeWorkbook, sheetData } from '../formats/sheets/make-workbook.ts'

const evidenceAt = (page: number, [x0, top, x1, bottom]: readonly number[], quote: string | null): Row => ({
  ...{ entity_id: `${page} ${x0} ${top}`, field: 'text', state: 'stated', quote, document_id: 'd', page },
  ...{ x0: x0 ?? 0, top: top ?? 0, x1: x1 ?? 0, bottom: bottom ?? 0, line_from: 1, line_to: 1, cell: 'x' },
})

/** The tables as HTML, their marks without ids, and the ids. */
function drawn(sheets: readonly ShownSheet[], rows: readonly Row[]): { html: string; ids: number } {
  const index = indexEvidence(rows)
  const html = toHtml(h('div', sheetTables(sheets, index.inPaper('d'), index)) as Element)
  return { html: html.replace(/ id="p-\w+"/gu, ''), ids: [...html.matchAll(/<mark id="p-/gu)].length }
}

const SHEETS: ShownSheet[] = [
  { name: 'Front', rows: [{ number: 0, cells: [{ column: 0, text: 'Plan' }] }] },
  {
    name: 'Tracker',
    rows: [
      {
        number: 4,
        cells: [
          { column: 0, text: '1' },
          { column: 2, text: 'Light the quay now' },
        ],
      },
      { number: 6, cells: [{ column: 2, text: '' }] },
    ],
  },
]

test('a sheet is shown with its letters and numbers, and the words marked in their cell that a value rests on', () => {
  const { html, ids } = drawn(SHEETS, [evidenceAt(2, [2, 4, 3, 5], 'Light the quay')])
  expect(html).toContain('<h3>Tracker</h3>')
  expect(html).toContain('<tr><td></td><th scope="col">A</th><th scope="col">C</th></tr>')
  expect(html).toContain('<tr><th scope="row">5</th><td>1</td><td><mark>Light the quay</mark> now</td></tr>')
  expect([html.match(/<mark/gu)?.length, ids]).toEqual([1, 1])
})

test('a passage of several cells marks each, and has its name once; an empty place is marked too', () => {
  const { html, ids } = drawn(SHEETS, [evidenceAt(2, [0, 4, 3, 5], '1 Light'), evidenceAt(2, [2, 6, 3, 7], null)])
  expect(html).toContain('<td><mark>1</mark></td><td><mark>Light the quay now</mark></td>')
  expect(html).toContain('<tr><th scope="row">7</th><td></td><td><mark></mark></td></tr>')
  expect(ids).toBe(2)
})

test('of a long workbook only what is around its passages is shown', () => {
  const rows = Array.from({ length: 4000 }, (_, number) => ({ number, cells: [{ column: 0, text: `row ${number}` }] }))
  const { html } = drawn([{ name: null, rows }], [evidenceAt(1, [0, 2000, 1, 2001], 'row 2000')])
  expect(html).toContain('3,975 rows that nothing rests on')
  expect(html).toContain('<mark>row 2000</mark>')
  expect([html.includes('>row 1988<'), html.includes('>row 1987<'), html.includes('>row 2012<'), html.includes('>row 2013<')]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('the sheets of a document are its cells where they are, a colour by its name', async () => {
  const styles =
    '<fonts><font/></fonts><fills><fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="2"/></cellXfs>'
  const coloured = '<row r="9"><c r="B9" s="1"/><c r="C9" t="inlineStr"><is><t>last</t></is></c></row></sheetData>'
  const rows = [['Plan of the quay'], [], ['No', 'What', 'Who'], ['1', '- Light it', 'Ada']]
  const bytes = makeWorkbook({ styles, sheets: [{ name: 'Plan', xml: sheetData(rows, 5).replace('</sheetData>', coloured) }] })
  const document = await readDocument({ bytes, path: 'plan.xlsx' }, () => {})
  const cells = documentToSheets(document)?.flatMap(({ name, rows: shown }) =>
    shown.flatMap((row) => row.cells.map(({ column, text }) => [name, row.number, column, text])),
  )
  expect(cells).toEqual([
    ['Plan', 4, 0, 'Plan of the quay'],
    ...['No', 'What', 'Who'].map((text, column) => ['Plan', 6, column, text]),
    ...['1', '- Light it', 'Ada'].map((text, column) => ['Plan', 7, column, text]),
    ['Plan', 8, 1, '[green]'],
    ['Plan', 8, 2, 'last'],
  ])
  const text = await readDocument({ bytes: new TextEncoder().encode('Light it.\n'), path: 'plan.txt' }, () => {})
  expect(documentToSheets(text)).toBeNull()
})
