import { describe, expect, it } from 'vitest'
import type { Table } from '../../schema/document.ts'
import { outline, outlineOf, read, readBytes } from './reading.ts'

const HEADER = 'No.\tRecommendation\tActions\tWho\tDate'

describe('tables of a text', () => {
  it('are lines with tabs; rows stay ragged', async () => {
    const { blocks } = await read(`${HEADER}\n1\tLight the quay\t\t\tMay\t\t\n\tby night.\n`)
    expect(outline(blocks)).toEqual([
      [
        ['P No.', 'P Recommendation', 'P Actions', 'P Who', 'P Date'],
        ['P 1', 'P Light the quay', '', '', 'P May'],
        ['', 'P by night.'],
      ],
    ])
    const [table] = blocks as Table[]
    expect([table?.columns, table?.headerRows, table?.places]).toEqual([5, 0, [{ page: null, box: null, lineFrom: 1, lineTo: 3 }]])
    expect(table?.rows[2]?.[1]).toMatchObject({ row: 2, col: 1, rowSpan: 1, colSpan: 1 })
  })

  it('have cells that run over lines, where the lines make as many cells as there are headings', async () => {
    const rows = '1\tLight the quay\nby\nnight\ta\tMason\nand Sons\tMay\n2\tPaint it\tb\tHead of\nColour\t\n3\tSweep\tc\td\tJune'
    expect(await outlineOf(`${HEADER}\n${rows}`)).toEqual([
      [
        ['P No.', 'P Recommendation', 'P Actions', 'P Who', 'P Date'],
        ['P 1', 'P Light the quay by night', 'P a', 'P Mason and Sons', 'P May'],
        ['P 2', 'P Paint it', 'P b', 'P Head of Colour'],
        ['P 3', 'P Sweep', 'P c', 'P d', 'P June'],
      ],
    ])
  })

  it('stay text, and are reported, where a line goes on in a cell that nothing shows', async () => {
    const rows = '1\tLight the quay\ta\tHead of\tMay\nby night\tColour\n2\tPaint\tc\td\tJune\n'
    const { document, diagnostics } = await readBytes(new TextEncoder().encode(`${HEADER}\n${rows}`))
    expect(document.blocks.some(({ type }) => type === 'table')).toBe(false)
    expect(diagnostics.map(({ rule, place }) => [rule, place.lineFrom, place.lineTo])).toEqual([['table-unclear', 1, 4]])
  })

  it('hold mark-up that is read as such', async () => {
    const cell = '<p>a) Light &amp; paint by 31 <sup>st</sup> March <u>2031</u> ( <i>see below</i> ).</p> <p>b) Test</p>'
    expect(await outlineOf(`${HEADER}\n1\t${cell}\tX<br>(b) Y<br>and z\t\tMay`)).toEqual([
      [
        ['P No.', 'P Recommendation', 'P Actions', 'P Who', 'P Date'],
        ['P 1', 'P a) Light & paint by 31st March 2031 (see below). / P b) Test', 'P X / P (b) Y and z', '', 'P May'],
      ],
    ])
  })

  it('hold lists where a cell has bullets, and signs alone stay', async () => {
    expect(await outlineOf('A\tB\tC\n1\t\uf0b7 Light \uf0b7 Paint \uf0b7\t\u2022')).toEqual([
      [
        ['P A', 'P B', 'P C'],
        ['P 1', '- • Light / - • Paint', 'P •'],
      ],
    ])
  })

  it('go on after a header and a title that were printed again', async () => {
    const title = '**APPENDIX 1**\n**PLAN: the Quay**\n'
    const document = await read(
      `${title}\n${HEADER}\n1\tLight\ta\tb\tMay\n\n${title}\nNo\tRecommendation\tActions\tWho\tDate\n\tby night\t\t\t\n2\tPaint\tc\td\tJune\n`,
    )
    expect(outline(document.blocks)).toEqual([
      'H1 APPENDIX 1',
      'H2 PLAN: the Quay',
      [
        ['P No.', 'P Recommendation', 'P Actions', 'P Who', 'P Date'],
        ['P 1', 'P Light', 'P a', 'P b', 'P May'],
        ['', 'P by night'],
        ['P 2', 'P Paint', 'P c', 'P d', 'P June'],
      ],
    ])
    expect(document.furniture.map(({ text }) => text)).toEqual(['APPENDIX 1', 'PLAN: the Quay'])
  })

  it('stay apart under titles of their own, and where text comes between', async () => {
    const rows = `${HEADER}\n1\tLight\ta\tb\tMay\n`
    expect((await outlineOf(`Theme One: Light\n\n${rows}\nTheme Two: Walls\n\n${rows}`)).filter(Array.isArray)).toHaveLength(2)
  })

  it('may be cards of label and value, with blank lines between', async () => {
    const card = (number: number): string => `Recommendation ${number}:\tLight it\t\t\nDate:\tMay\t\t\n\n`
    expect(
      await outlineOf(
        `QUAY MONITORING – UPDATE\t\t\t\nReview:\tThe Quay\t\t\n\n${card(1)}${card(2)}Grades\t1\t2\t3\t4\nMeaning\tDone\tOn track\tLate\tStopped`,
      ),
    ).toEqual([
      'H1 QUAY MONITORING – UPDATE',
      [
        ['P Review:', 'P The Quay'],
        ['P Recommendation 1:', 'P Light it'],
        ['P Date:', 'P May'],
        ['P Recommendation 2:', 'P Light it'],
        ['P Date:', 'P May'],
      ],
      [
        ['P Grades', 'P 1', 'P 2', 'P 3', 'P 4'],
        ['P Meaning', 'P Done', 'P On track', 'P Late', 'P Stopped'],
      ],
    ])
  })

  it('are not made of numbered paragraphs or indents with tabs', async () => {
    expect(await outlineOf('1.1\tThe quay is old.\n1.2\tThe lamps are new\n\tand bright.\n\n\tAn indented one.')).toEqual([
      'P 1.1 The quay is old.',
      'P 1.2 The lamps are new and bright.',
      'P An indented one.',
    ])
  })

  it('may be drawn with bars', async () => {
    const document = await read('Plan\n\n| No. | Action |\n|-----|--------|\n| 1 | Light<br>(b) Paint |\n\nEnd of it.')
    expect(outline(document.blocks)).toEqual([
      'H2 Plan',
      [
        ['P No.', 'P Action'],
        ['P 1', 'P Light / P (b) Paint'],
      ],
      'P End of it.',
    ])
    const table = document.blocks[1] as Table
    expect([table.headerRows, table.places]).toEqual([1, [{ page: null, box: null, lineFrom: 3, lineTo: 5 }]])
  })
})
