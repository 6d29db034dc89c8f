import { describe, expect, it } from 'vitest'
import type { Table } from '../../schema/document.ts'
import { outline, outlineOf, read, readBytes } from './reading.ts'

const markdown = (text: string): Promise<unknown[]> => outlineOf(text, 'paper.md')

describe('Markdown', () => {
  it('gives headings, paragraphs and bold ones', async () => {
    expect(await markdown('# The *Quay*\n\nIt is &quot;old&quot; \\*and\\* wet,\nas R&D said.\n\n**Who decides**\n\nNext\n----')).toEqual([
      'H1 The Quay',
      'P It is "old" *and* wet, as R&D said.',
      'P* Who decides',
      'H2 Next',
    ])
  })

  it('gives lists with the markers as printed, and what belongs to an item after it', async () => {
    expect(
      await markdown('3) Light:\n   (a) lamps\n   (b) walls\n\n   And more of\n   it.\n4) Paint\n   - inside\n     out\n\n* other'),
    ).toEqual(['- 3) Light:', 'P (a) lamps', 'P (b) walls', 'P And more of it.', '- 4) Paint', '-- - inside out', '- * other'])
  })

  it('parts labelled lines and leaves references', async () => {
    expect(await markdown('(a) Light it\n(b) Paint it, as said in\n(a) above\n\n1(a) Test it')).toEqual([
      'P (a) Light it',
      'P (b) Paint it, as said in (a) above',
      'P 1(a) Test it',
    ])
  })

  it('takes four spaces for an indent and no code', async () => {
    expect(await markdown('One.\n\n    Two is *set in*.')).toEqual(['P One.', 'P Two is set in.'])
  })

  it('keeps footnotes, with their marks, at the end', async () => {
    expect(await markdown('Lit[^x].\n\n[^x]: By *night*.\n\nPainted.')).toEqual(['P Lit[x].', 'P [x] By night.', 'P Painted.'])
  })

  it('gives tables with their header', async () => {
    const { blocks } = await read('Plan\n\n| No. | By<br>Whom |\n|---|:--|\n| 1 | a) x \\| y<br>b) z |\n| 2 |\n', 'p.markdown')
    expect(outline(blocks)[1]).toEqual([['P No.', 'P By Whom'], ['P 1', 'P a) x | y / P b) z'], ['P 2']])
    expect((blocks[1] as Table).headerRows).toBe(1)
    expect((blocks[1] as Table).places).toEqual([{ page: null, box: null, lineFrom: 3, lineTo: 6 }])
  })

  it('finds the rows of a table of which a bar ends each cell', async () => {
    const cells = (rows: string[][], before = '') => rows.map((row) => before + row.map((cell) => `${cell} |\n`).join('')).join('')
    const rows = [
      ['Ref', 'Action', 'Status'],
      ['SR 1', 'Light\nthe quay', 'Done'],
      ['SR 12', 'Paint it', ''],
    ]
    const read = [
      ['P Ref', 'P Action', 'P Status'],
      ['P SR 1', 'P Light the quay', 'P Done'],
      ['P SR 12', 'P Paint it', ''],
    ]
    const empty = ['', '', ''].map(() => '|\n').join('')
    for (const path of ['p.md', 'p.txt']) {
      expect(await outlineOf(`Here it is.\n\n${cells(rows)}\nThe end.`, path)).toEqual(['P Here it is.', read, 'P The end.'])
      expect(await outlineOf(`Here it is.\n\n${cells(rows, '|\n')}|\n${empty}\nThe end.`, path)).toEqual([
        'P Here it is.',
        read,
        'P The end.',
      ])
      // Nothing counts: how many columns there are is not known.
      expect(await outlineOf(`Here it is.\n\n${cells([...rows.slice(0, 2), ['Two', 'Paint it', 'Begun']])}`, path)).not.toContainEqual(read)
    }
  })

  it('reads the HTML in it, spans and all', async () => {
    const html =
      '<table>\n<caption>Plan</caption>\n<thead><tr><th>No.</th><th colspan="2">What</th></tr></thead>\n\n<tr><td rowspan=2>1</td><td><p>a</p><p>b &pound;5</p></td><td><ol><li>x</li><li>y</li></ol></td></tr>\n<tr><td>c<br><br>d</td><td>under <18</td></tr>\n</table>'
    const { blocks } = await read(`By 1<sup>st</sup> <u>May</u>.\n\n${html}\n\nEnd<!-- not said -->.`, 'p.md')
    expect(outline(blocks)).toEqual([
      'P By 1st May.',
      'P Plan',
      [
        ['P No.', 'P What'],
        ['P 1', 'P a / P b £5', '- 1. x / - 2. y'],
        ['P c / P d', 'P under <18'],
      ],
      'P End.',
    ])
    const table = blocks[2] as Table
    expect(table.rows.map((row) => row.map(({ col, rowSpan, colSpan }) => [col, rowSpan, colSpan]))).toEqual([
      [
        [0, 1, 1],
        [1, 1, 2],
      ],
      [
        [0, 2, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ])
    expect([table.columns, table.headerRows]).toEqual([3, 1])
  })

  it('says where it is, through escapes, references and quotations', async () => {
    const { blocks, source } = await read('Line\r\n\r\n> The *old* quay\r\n> is R&amp;D \\_here\\_.', 'p.md')
    const block = blocks[1]
    if (block?.type !== 'paragraph') throw new Error('expected a paragraph')
    expect(block.passage.text).toBe('The old quay is R&D _here_.')
    const stands = block.passage.runs.map(({ line, offset, start, end }) => [
      line,
      source?.slice(offset ?? 0, (offset ?? 0) + end - start),
      block.passage.text.slice(start, end),
    ])
    expect(stands.map(([line, there]) => [line, there])).toEqual([
      [3, 'The '],
      [3, 'old'],
      [3, ' quay'],
      [4, 'is R'],
      [4, 'D '],
      [4, '_here'],
      [4, '_.'],
    ])
    for (const [, there, here] of stands) expect(there).toBe(here)
  })

  it('is read as plain text where it would overstrain a parser', async () => {
    const { document, diagnostics } = await readBytes(new TextEncoder().encode(`${'> '.repeat(200)}deep`), 'p.md')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['markdown-as-text'])
    expect(JSON.stringify(document.blocks)).toContain('deep')
  })

  it('is read as plain text where a paragraph has no end: rows after a quotation are of it, and lines of a form feed', async () => {
    const rows = '| a | b |\n|---|---|\n'.repeat(3000)
    const rulesOf = async (text: string) => (await readBytes(new TextEncoder().encode(text), 'p.md')).diagnostics.map(({ rule }) => rule)
    expect(await rulesOf(`> said\n${rows}`)).toEqual(['markdown-as-text'])
    expect(await rulesOf(rows)).toEqual([])
    expect(await rulesOf('said\n\f\n'.repeat(3000))).toEqual(['markdown-as-text'])
    expect(await rulesOf('said\n\n'.repeat(6000))).toEqual([])
  })
})
