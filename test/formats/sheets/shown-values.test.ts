import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { makeWorkbook, sheetData } from './make-workbook.ts'
import { cellsOf, readSheets, shown } from './read-sheets.ts'

const STYLES =
  '<numFmts><numFmt numFmtId="170" formatCode="[$-409]m/d/yyyy;@"/><numFmt numFmtId="171" formatCode="mm\\-dd\\-yy"/><numFmt numFmtId="172" formatCode="yyyy\\-mm\\-dd"/>' +
  '<numFmt numFmtId="173" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/></numFmts>' +
  '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>' +
  '<cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="173"/><xf fontId="1"/><xf fontId="2"/></cellXfs>'

it('writes a day of numbers only as the British do, whatever the format, and leaves what names or orders its month', async () => {
  const cells = [1, 2, 3, 4].map((style) => `<c s="${style}"><v>46145</v></c>`).join('')
  const xml = `<sheetData><row>${cells}</row><row>${cells}</row></sheetData>`
  const { document } = await readSheets(makeWorkbook({ styles: STYLES, sheets: [{ name: 'Plan', xml }] }))
  expect(document.blocks.map(shown)).toMatchObject([[['03/05/2026', '03/05/2026', '2026-05-03', '03 May 2026'], {}]])
})

it('counts on where a row has no number that can be', async () => {
  const row = (number: string): string => `<row r="${number}"><c t="inlineStr"><is><t>${number}</t></is></c></row>`
  const rows = ['2', 'NaN', '-1', '99999999999', '8'].map(row).join('')
  const { document } = await readSheets(makeWorkbook({ sheets: [{ name: 'Plan', xml: `<sheetData>${rows}</sheetData>` }] }))
  const numbers = document.blocks.map((block) => block.type === 'paragraph' && block.passage.runs[0]?.box?.[1])
  expect([numbers, document.pages[0]?.height]).toEqual([[1, 2, 3, 4, 7], 8])
})

it('leaves out what is struck through, a cell or a part of one, and reports it', async () => {
  const struck = '<r><rPr><strike/></rPr><t>May 2031</t></r><r><rPr><strike val="0"/></rPr><t> June 2031</t></r>'
  const cell = (style: number, rich: string): string => `<c s="${style}" t="inlineStr"><is>${rich}</is></c>`
  const row = `<row>${cell(5, '<t>old</t>')}${cell(6, '<t>new</t>')}${cell(0, struck)}<c t="s"><v>0</v></c></row>`
  const xml = `<sheetData>${row}<row>${cell(0, '<t>a</t>').repeat(4)}</row></sheetData>`
  const { document, reported } = await readSheets(makeWorkbook({ styles: STYLES, strings: [struck], sheets: [{ name: 'Plan', xml }] }))
  expect(document.blocks.map(shown)).toMatchObject([[['new', 'June 2031', 'June 2031'], {}]])
  expect(reported).toEqual([['text-not-shown', '3 cells']])
})

it('reads rows that the filter of a table in the sheet hides, and leaves out those that no filter does', async () => {
  const hidden = (xml: string): string => xml.replaceAll(/<row r="[25]"/gu, '$& hidden="1"')
  const xml = hidden(sheetData(['No', '1', '2', '3', '4'].map((number) => [number, `of ${number}`])))
  const table = '<autoFilter ref="A1:B4"><filterColumn colId="0"/></autoFilter>'
  const numbers = async (part: string): Promise<unknown> => {
    const { document, reported } = await readSheets(makeWorkbook({ sheets: [{ name: 'Plan', xml, table: part }] }))
    return [document.blocks.map((block) => (shown(block) as string[][]).map(([number]) => number)), reported]
  }
  expect(await numbers(table)).toEqual([
    [['No', '1', '2', '3']],
    [
      ['hidden-left-out', '1 row'],
      ['filtered-read', '1 row'],
    ],
  ])
  expect(await numbers('<autoFilter ref="A1:B4"/>')).toEqual([[['No', '2', '3']], [['hidden-left-out', '2 rows']]])
})

it('takes what an OpenDocument cell shows from styles that rest on others, and the day that it holds', async () => {
  const bytesOf = (xml: string): Uint8Array => new TextEncoder().encode(xml)
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
  const cell = (text: string, attributes = ''): string => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const styles =
    '<style:style style:name="mine" style:parent-style-name="Good"/><style:style style:name="off"><style:text-properties style:text-line-through-style="solid"/></style:style>'
  const rows =
    `<table:table-row>${cell('done', 'table:style-name="mine"')}${cell('old', 'table:style-name="off"')}${cell('<text:span text:style-name="off">May</text:span> June')}</table:table-row>` +
    `<table:table-row>${cell('05/03/26', 'office:date-value="2026-05-03"')}${cell('03/05/26', 'office:date-value="2026-05-03"')}${cell('x')}</table:table-row>`
  const bytes = zipSync({
    mimetype: bytesOf('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': bytesOf(
      `<office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Plan">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
    'styles.xml': bytesOf(
      `<office:document-styles ${spaces}><office:styles><style:style style:name="Good"><style:table-cell-properties fo:background-color="#CCFFCC"/></style:style></office:styles></office:document-styles>`,
    ),
  })
  const { document, reported } = await readSheets(bytes, 'plan.ods')
  expect(document.blocks.map(shown)).toEqual([
    [
      ['done', '', 'June'],
      ['03/05/2026', '03/05/26', 'x'],
    ],
  ])
  expect(cellsOf(document)[0]).toMatchObject({ fill: '#ccffcc' })
  expect(reported).toEqual([['text-not-shown', '2 cells']])
})
