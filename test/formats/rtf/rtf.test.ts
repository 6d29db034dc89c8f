import { describe, expect, it } from 'vitest'
import { printed, readBytes } from '../word/make-docx.ts'

const HEAD = String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset2 Wingdings;}{\f2\fcharset204 Arial Cyr;}}{\colortbl;\red0\green176\blue80;\red255\green255\blue255;}{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}}`
const read = async (body: string) => readBytes(Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252\deff0${HEAD}${body}}`, 'latin1'))
const printedBody = async (body: string) => printed((await read(body)).document.blocks)

describe('a Rich Text document', () => {
  it('has letters of its code page, of its fonts, by number and by name, and no fallbacks of them', async () => {
    expect(await printedBody(String.raw`caf\'e9 {\f2\'c0} \u8211-\uc2\u8364??\~x\_y \'9310\'94 \endash\rquote s {\f1\'fc}\par`)).toEqual([
      'caf\u00e9 \u0410 \u2013\u20ac x-y \u201c10\u201d \u2013\u2019s \u2713',
    ])
  })

  it('has the numbers that its program printed, and bullets', async () => {
    const item = (number: string, level: number, text: string): string =>
      String.raw`\pard\plain{\listtext\pard\plain ${number}\tab}\ls1\ilvl${level}\li${720 * (level + 1)} ${text}\par `
    const body = `${item('1.', 0, 'one')}${item('(a)', 1, 'first')}${item(String.raw`{\f1\'a7}`, 2, 'bullet')}${item('2.', 0, 'two')}`
    const { blocks } = (await read(body)).document
    expect(printed(blocks)).toEqual(['1. one', '(a) first', '\u25aa bullet', '2. two'])
    expect(blocks.map((block) => block.type === 'list-item' && block.depth)).toEqual([0, 1, 2, 0])
  })

  it('has headings by style and outline level, bold paragraphs and lines', async () => {
    const { blocks } = (
      await read(
        String.raw`\pard\s1 Part\par\pard\plain\outlinelevel1 Below\par\pard\plain\b Bold\b0\par plain \b in part\b0\line Next.\par`,
      )
    ).document
    expect(blocks).toMatchObject([
      { type: 'heading', level: 1 },
      { type: 'heading', level: 2 },
      { type: 'paragraph', bold: true },
      { type: 'paragraph', bold: false },
      { type: 'paragraph', passage: { text: 'Next.' } },
    ])
  })

  it('has tables: columns by edges, merged cells, fills and header rows, nested tables as text', async () => {
    const row = (definition: string, ...cells: string[]): string =>
      String.raw`\trowd${definition}\pard\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\row `
    const body =
      row(String.raw`\trhdr\cellx1000\cellx3000`, 'a', 'b') +
      row(String.raw`\clvmgf\cellx1000\cellx2000\clcbpat1\cellx3010`, 'c', String.raw`d\par e`, 'f') +
      row(
        String.raw`\clvmrg\cellx1000\clmgf\cellx2000\clmrg\clcbpat2\cellx3000`,
        '',
        String.raw`\itap2 g\nestcell\itap2 h\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}{\nonesttables\par}\itap1 i`,
        '',
      )
    const [before, table, after] = (await read(String.raw`before\par ${body}\pard after\par`)).document.blocks
    expect([before, after]).toMatchObject([{ passage: { text: 'before' } }, { passage: { text: 'after' } }])
    expect(table && printed([table])).toEqual([[['a', 'b'], ['c', 'd / e', 'f'], ['g / h / i']]])
    expect(
      table?.type === 'table' && table.rows.map((one) => one.map(({ col, rowSpan, colSpan, fill }) => [col, rowSpan, colSpan, fill])),
    ).toEqual([
      [
        [0, 1, 1, null],
        [1, 1, 2, null],
      ],
      [
        [0, 2, 1, null],
        [1, 1, 1, null],
        [2, 1, 1, '#00b050'],
      ],
      [[1, 1, 2, null]],
    ])
    expect(table).toMatchObject({ columns: 3, headerRows: 1 })
  })

  it('has results of fields, notes at its end, text boxes after their paragraph, headers apart, and what it says about itself', async () => {
    const body = String.raw`{\info{\title The quay}{\author A Clerk}{\author B}}{\header Every page\par}{\headerf Quayside Council\par}\titlepg The {\field{\*\fldinst PAGE}{\fldrslt old}} quay.\chftn{\footnote\pard A survey.\par}{\shp{\*\shpinst{\shptxt\pard We recommend this.\par}}}\par Next.\par{\*\unknown gone}{\pict 00ff}`
    const { document } = await read(body)
    expect(printed(document.blocks)).toEqual(['Quayside Council', 'The old quay.', 'We recommend this.', 'Next.', '1 A survey.'])
    expect(document.blocks.map((block) => block.type !== 'table' && [block.look.box !== null, block.look.small])[2]).toEqual([true, false])
    expect(document.furniture.map(({ text }) => text)).toEqual(['Every page'])
    expect(document.information).toEqual({ Title: 'The quay', Author: 'A Clerk' })
  })

  it('lacks what is hidden, struck or deleted, and says so', async () => {
    const { document, diagnostics } = await read(String.raw`the quay{\v  draft}{\strike  old}{\deleted  gone}{\revised  now}\par`)
    expect(printed(document.blocks)).toEqual(['the quay now'])
    expect(diagnostics.map(({ rule, note }) => [rule, note])).toEqual([
      ['text-not-shown', '5 hidden letters, 3 letters struck through'],
      ['changes-accepted', '2 changes'],
    ])
  })

  it('is read to its end where groups are left open or closed once too often', async () => {
    expect(await printedBody(String.raw`{one\par}}} {two`)).toEqual(['one', 'two'])
    await expect(read(`${'{'.repeat(200_000)}x`)).rejects.toMatchObject({ reason: 'empty-file' })
  })

  it.each([
    ['empty-file', ''],
    ['no-text-layer', String.raw`{\pict 00ff}`],
  ])('is not one in a file that is %s', async (reason, body) => {
    await expect(read(body)).rejects.toMatchObject({ reason })
  })
})
