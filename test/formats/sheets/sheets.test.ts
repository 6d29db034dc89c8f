import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readDocument } from '../../../parsers/formats.ts'
import { extractRecords } from '../../../parsers/records.ts'
import { collectInto, type Diagnostic } from '../../../schema/diagnostics.ts'
import { type Block, cellPassage, type Document } from '../../../schema/document.ts'
import { makeWorkbook, type RawWorkbook, sheetData } from './make-workbook.ts'

async function read(bytes: Uint8Array, path = 'plan.xlsx'): Promise<{ document: Document; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const document = await readDocument({ bytes, path }, collectInto(diagnostics))
  return { document, diagnostics }
}

const shown = (block: Block): unknown =>
  block.type === 'table' ? block.rows.map((row) => row.map((cell) => cellPassage(cell).text)) : block.passage.text
const blocksOf = async (book: RawWorkbook): Promise<unknown[]> => (await read(makeWorkbook(book))).document.blocks.map(shown)
const oneSheet = (xml: string, rest: Omit<RawWorkbook, 'sheets'> = {}): RawWorkbook => ({ sheets: [{ name: 'Plan', xml }], ...rest })

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dddd d mmmm yyyy"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>' +
  '<fonts><font/><font><b/></font></fonts>' +
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor indexed="10" tint="0.5"/></patternFill></fill></fills>' +
  '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/><xf fillId="2"/><xf fillId="3"/><xf fontId="1"/></cellXfs>'

describe('a workbook', () => {
  it('gives lines above a table as paragraphs, its rows as a table, and each visible sheet as a page of its name', async () => {
    const { document, diagnostics } = await read(
      makeWorkbook({
        sheets: [
          {
            name: 'Front',
            xml: sheetData([
              ['Plan of the quay'],
              ['Council', 'Quay Council'],
              [],
              ['No', 'Recommendation', 'Officer', 'Due'],
              ['1', 'Light it.', 'Ada', 'May'],
            ]),
          },
          { name: 'Lists', state: 'hidden', xml: sheetData([['Red', 'Green']]) },
          {
            name: 'Weir',
            xml: sheetData(
              [
                ['No', 'Recommendation'],
                ['2', 'Mend it.'],
              ],
              4,
            ),
          },
        ],
      }),
    )
    expect(document.pages.map(({ page, label }) => [page, label])).toEqual([
      [1, 'Front'],
      [2, 'Weir'],
    ])
    expect(document.blocks.map(shown)).toEqual([
      'Plan of the quay',
      'Council: Quay Council',
      [
        ['No', 'Recommendation', 'Officer', 'Due'],
        ['1', 'Light it.', 'Ada', 'May'],
      ],
      [
        ['No', 'Recommendation'],
        ['2', 'Mend it.'],
      ],
    ])
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['hidden-left-out', '1 sheet']])
  })

  it('shows values as its program does: dates by their formats, percentages, strings in runs, what formulas came to', async () => {
    const cells =
      '<sheetData><row r="1"><c s="1"><v>44650</v></c><c s="2"><v>44650</v></c><c s="3"><v>0.75</v></c><c s="4"><v>2.5</v></c></row>' +
      '<row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>A1&amp;B1</f><v>made</v></c><c t="b"><v>1</v></c></row></sheetData>'
    const strings = ['<r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>read so</t></rPh>', '<t>first_x000D_\nsecond</t>']
    expect(await blocksOf(oneSheet(cells, { styles: STYLES, strings }))).toEqual([
      [
        ['30/03/2022', 'Wednesday 30 March 2022', '75%', '2.5 days'],
        ['two runs', 'first second', 'made', 'TRUE'],
      ],
    ])
  })

  it('counts days from 1904 where it says so, and reads strict files', async () => {
    const cells =
      '<sheetData><row r="1"><c s="1"><v>43188</v></c><c><v>1</v></c></row><row r="2"><c><v>3</v></c><c><v>4</v></c></row></sheetData>'
    const first = async (book: RawWorkbook): Promise<unknown> => (await blocksOf(book))[0]
    expect(await first(oneSheet(cells, { styles: STYLES, properties: 'date1904="1"' }))).toMatchObject([
      ['30/03/2022', '1'],
      ['3', '4'],
    ])
    expect(await first(oneSheet(cells, { styles: STYLES, strict: true }))).toMatchObject([
      ['29/03/2018', '1'],
      ['3', '4'],
    ])
  })

  it('keeps merged cells and the colours of grounds', async () => {
    const cells =
      '<sheetData><row r="1"><c t="inlineStr"><is><t>Theme</t></is></c><c t="inlineStr"><is><t>Action</t></is></c></row>' +
      '<row r="2"><c t="inlineStr"><is><t>Quay</t></is></c><c s="5"/></row><row r="3"><c t="inlineStr"><is><t>gone</t></is></c><c s="6" t="inlineStr"><is><t>late</t></is></c></row></sheetData>' +
      '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'
    const [table] = (await read(makeWorkbook(oneSheet(cells, { styles: STYLES })))).document.blocks
    if (table?.type !== 'table') throw new Error('a table')
    expect(table.rows.map((row) => row.map((cell) => [cell.col, cell.rowSpan, cellPassage(cell).text, cell.fill]))).toEqual([
      [
        [0, 1, 'Theme', null],
        [1, 1, 'Action', null],
      ],
      [
        [0, 2, 'Quay', null],
        [1, 1, '', '#00b050'],
      ],
      [[1, 1, 'late', '#ff8080']],
    ])
  })

  it('leaves out hidden rows and columns, reads those that only a filter hides, and reports both', async () => {
    const row = (number: number, attributes: string): string =>
      `<row r="${number}" ${attributes}>${['a', 'b', 'c'].map((letter) => `<c t="inlineStr"><is><t>${letter}${number}</t></is></c>`).join('')}</row>`
    const rows = row(1, '') + row(2, 'hidden="1"') + row(3, '')
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    const filter = '<autoFilter ref="A1:C3"><filterColumn colId="0"/></autoFilter>'
    const plain = await read(makeWorkbook(oneSheet(`${columns}<sheetData>${rows}</sheetData>`)))
    expect(plain.document.blocks.map(shown)).toEqual([
      [
        ['a1', 'c1'],
        ['a3', 'c3'],
      ],
    ])
    expect(plain.diagnostics.map(({ rule, note }) => [rule, note])).toEqual([['hidden-left-out', '1 row, 1 column']])
    const filtered = await read(makeWorkbook(oneSheet(`${columns}<sheetData>${rows}</sheetData>${filter}`)))
    expect(filtered.document.blocks.map(shown)).toEqual([
      [
        ['a1', 'c1'],
        ['a2', 'c2'],
        ['a3', 'c3'],
      ],
    ])
    expect(filtered.diagnostics.map(({ rule }) => rule)).toEqual(['hidden-left-out', 'filtered-read'])
  })

  it('has each value on its line of the source, which is a row', async () => {
    const { document } = await read(
      makeWorkbook(
        oneSheet(
          sheetData(
            [
              ['No', 'What'],
              ['1', 'Light the quay'],
            ],
            3,
          ),
        ),
      ),
    )
    expect(document.source).toBe('No\tWhat\n1\tLight the quay\n')
    const [table] = document.blocks
    const run = table?.type === 'table' && table.rows[1]?.[1] ? cellPassage(table.rows[1][1]).runs[0] : undefined
    expect(run).toMatchObject({ page: 1, line: 2, offset: 10 })
    expect(document.source?.slice(10, 24)).toBe('Light the quay')
  })

  it('without a workbook, with a part that is cut, or of cells without end, is refused or read in time', async () => {
    const whole = makeWorkbook(oneSheet('<sheetData><row r="1"><c>'))
    await expect(read(whole)).rejects.toMatchObject({ reason: 'damaged' })
    const far = oneSheet(
      '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="B1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    )
    expect((await read(makeWorkbook(far))).document.blocks.map(shown)).toEqual(['2'])
  })

  it('that another program wrote gives the records of the same plan as text', async () => {
    const rows = [
      ['No', 'Recommendation', 'Responsible officer', 'Due date', 'Status'],
      ['1', 'That the quay be lit at night.', 'Head of Harbours', '31 March 2031', 'Complete'],
      ['2', 'That the weir be mended.', 'Weir Keeper', '1 June 2031', 'On track'],
    ]
    const title = ['Progress Update: Review of the Quay']
    const bytes = await writeExcelFile([title, [], ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
    const text = `${title[0]}\n\n${rows.map((row) => row.join('\t')).join('\n')}\n`
    const csv = [title, [], ...rows].map((row) => row.map((value) => `"${value}"`).join(';')).join('\r\n')
    const recordsOf = async (content: Uint8Array, path: string): Promise<unknown> => {
      const { document } = await read(content, path)
      const { kind, wordings, commitments, progressUpdates } = await extractRecords(document, () => {})
      return [
        kind,
        wordings.map(({ number, text: words }) => [number, words]),
        commitments.map(({ number, responsible, dueFrom }) => [number, responsible, dueFrom]),
        progressUpdates.map(({ number, status }) => [number, status]),
      ]
    }
    const expected = await recordsOf(new TextEncoder().encode(text), 'plan.txt')
    expect(expected).toMatchObject([
      'progress_update',
      { length: 2 },
      { length: 2 },
      [
        ['1', 'achieved'],
        ['2', 'on_track'],
      ],
    ])
    expect(await recordsOf(new Uint8Array(bytes), 'plan.xlsx')).toEqual(expected)
    expect(await recordsOf(new TextEncoder().encode(csv), 'plan.csv')).toEqual(expected)
  })
})

describe('an OpenDocument spreadsheet', () => {
  const ods = (tables: string, styles = ''): Uint8Array =>
    zipSync({
      mimetype: new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': new TextEncoder().encode(
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">' +
          `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      ),
    })
  const cell = (text: string, attributes = ''): string => `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`

  it('gives what its cells show, with spans and colours, and not what it hides or fills up with', async () => {
    const styles =
      '<style:style style:name="g"><style:table-cell-properties fo:background-color="#00B050"/></style:style>' +
      '<style:style style:name="off"><style:table-properties table:display="false"/></style:style>'
    const rows =
      row(cell('No') + cell('What') + cell('Note')) +
      row(cell('1', 'table:number-rows-spanned="2"') + cell('Light<text:s/>it<text:line-break/>now', 'table:style-name="g"') + cell('x')) +
      row(`<table:covered-table-cell/>${cell('Mend it')}${cell('y')}`) +
      row(cell('3') + cell('gone') + cell('z'), 'table:visibility="collapse"') +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"')
    const columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    const { document, diagnostics } = await read(
      ods(
        `<table:table table:name="Plan">${columns}${rows}</table:table><table:table table:name="Lists" table:style-name="off">${row(cell('Red'))}</table:table>`,
        styles,
      ),
      'plan.ods',
    )
    expect(document.pages.map(({ label }) => label)).toEqual(['Plan'])
    expect(document.blocks.map(shown)).toEqual([[['No', 'What'], ['1', 'Light it now'], ['Mend it']]])
    const [table] = document.blocks
    expect(table?.type === 'table' && [table.rows[1]?.[0]?.rowSpan, table.rows[1]?.[1]?.fill, table.rows[2]?.[0]?.col]).toEqual([
      2,
      '#00b050',
      1,
    ])
    expect(diagnostics.map(({ rule, note, place }) => [rule, note, place.page])).toEqual([
      ['hidden-left-out', '1 row, 1 column', 1],
      ['hidden-left-out', '1 sheet', null],
    ])
  })
})

describe('a file of separated values', () => {
  const csv = async (text: string | Uint8Array, path = 'plan.csv'): Promise<unknown[]> =>
    (await read(typeof text === 'string' ? new TextEncoder().encode(text) : text, path)).document.blocks.map(shown)

  it.each([
    ['commas', 'No,What\r\n1,"Light it, now"\r\n'],
    ['semicolons', 'No;What\n1;Light it, now\n'],
    ['tabs', 'No\tWhat\n1\tLight it, now\n'],
    ['bars', '\ufeffNo|What\n1|"Light it, now"'],
  ])('is recognised by what its rows agree on: %s', async (_, text) => {
    expect(await csv(text)).toEqual([
      [
        ['No', 'What'],
        ['1', 'Light it, now'],
      ],
    ])
  })

  it('of another character set, with line ends and quotes within cells, and ragged, loses nothing', async () => {
    expect(await csv(Buffer.from('No;What\n1;Caf\u00e9 "Quay"\n2;"one\ntwo ""three"""\n3;a;b\n', 'latin1'))).toEqual([
      [
        ['No', 'What'],
        ['1', 'Caf\u00e9 "Quay"'],
        ['2', 'one two "three"'],
        ['3', 'a', 'b'],
      ],
    ])
  })

  it('is recognised by its name alone: a text with semicolons stays one', async () => {
    expect((await read(new TextEncoder().encode('Light it; mend it; go.\n'), 'plan.txt')).document.mediaType).toBe('text/plain')
  })
})
