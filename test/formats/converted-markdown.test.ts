import { describe, expect, it } from 'vitest'
import type { Table } from '../../schema/document.ts'
import { outline, outlineOf, read } from './reading.ts'

const markdown = (text: string): Promise<unknown[]> => outlineOf(text, 'paper.md')

const GRID = `+-----+----------------------------+
| No. | What is done               |
|     +-------------+--------------+
|     | Step        | By           |
+:===:+=============+==============+
| 1   | Dig a       | May 2031     |
|     | *pond*.     |              |
|     +-------------+--------------+
|     | -   Fill it | June 2031    |
|     |             |              |
|     | -   Stock   |              |
|     |     it      |              |
+-----+-------------+--------------+
`

describe('tables that are drawn', () => {
  it('are grids, with cells that span rows and columns, lists in cells and the header over "="', async () => {
    const { blocks } = await read(`Plan\n\n${GRID}\n: Ponds of the *district*\n\nEnd.`, 'p.md')
    expect(outline(blocks)).toEqual([
      'P Plan',
      'P Ponds of the district',
      [
        ['P No.', 'P What is done'],
        ['P Step', 'P By'],
        ['P 1', 'P Dig a pond.', 'P May 2031'],
        ['- - Fill it / - - Stock it', 'P June 2031'],
      ],
      'P End.',
    ])
    const table = blocks[2] as Table
    expect([table.columns, table.headerRows]).toEqual([3, 2])
    expect(table.rows[0]?.map(({ rowSpan, colSpan }) => [rowSpan, colSpan])).toEqual([
      [2, 1],
      [1, 2],
    ])
    const run = table.rows[2]?.[1]?.blocks[0]
    expect(run?.type === 'paragraph' && run.passage.runs.map(({ line }) => line)).toEqual([8, 9, 9])
  })

  it('have columns that dashes show: a row a line, or several with blank lines between', async () => {
    const simple = '  No.  Gate       Key\n-----  ---------  -----\n    1  North      Clerk\n   12  **South**\n'
    expect(await markdown(`${simple}\nAfter.`)).toEqual([
      [
        ['P No.', 'P Gate', 'P Key'],
        ['P 1', 'P North', 'P Clerk'],
        ['P 12', 'P* South', ''],
      ],
      'P After.',
    ])
    const several =
      '  ------------------------\n  Gate      Who holds\n            the key\n  --------- --------------\n  North     The clerk and\n            the porter\n\n  South     Nobody\n  ------------------------\n'
    expect(await markdown(several)).toEqual([
      [
        ['P Gate', 'P Who holds the key'],
        ['P North', 'P The clerk and the porter'],
        ['P South', 'P Nobody'],
      ],
    ])
    expect(await markdown('---- ------\nNorth clerk\nSouth porter\n---- ------')).not.toEqual([expect.any(Array)])
    expect(await markdown('----- ------\nNorth clerk\nSouth porter\n----- ------\n')).toEqual([
      [
        ['P North', 'P clerk'],
        ['P South', 'P porter'],
      ],
    ])
  })

  it('are not rules, headings over a line, or heads of files', async () => {
    expect(await markdown('One.\n\n---\n\nTwo\n---\n\n- - -\n\nThree.\n\n--- ---\n\nFour.')).toEqual([
      'P One.',
      'H2 Two',
      'P Three.',
      'P Four.',
    ])
    expect(await markdown('a +--+ b\n\n+ one\n+ two')).toEqual(['P a +--+ b', '- + one', '- + two'])
    expect(await markdown('---\ntitle: "The ponds"\ntoc: true\ndate: May 2031\n---\n\nText.')).toEqual([
      'H1 The ponds',
      'P May 2031',
      'P Text.',
    ])
  })
})

describe('what converters write into Markdown', () => {
  it('is not text where it marks pages, and a sentence runs on over them', async () => {
    const marks = ['<!-- page 3 -->', '{2}------------------------', '--- Page 4 ---', '[Page 5]', 'Page 6 of 9', '## Page 7']
    for (const mark of marks) {
      expect(await markdown(`1. Dig a pond in\n\n${mark}\n\nthe park.\n\n2. Fill it.`), mark).toEqual([
        '- 1. Dig a pond in the park.',
        '- 2. Fill it.',
      ])
      expect(await markdown(`Dug.\n\n${mark}\n\nfilled`), mark).toEqual(['P Dug.', 'P filled'])
    }
    expect(await markdown('As told on\nPage 6\nof the plan.')).toEqual(['P As told on Page 6 of the plan.'])
  })

  it('leaves the notes at the foot of a page out of its sentence, and their marks out of its words', async () => {
    const text =
      'A pond<sup>4</sup> of 5 m<sup>2</sup> by the 1<sup>st</sup> in\n\n<sup>4</sup> A small one.\n\n{2}----------------\n\nthe park.'
    expect(await markdown(text)).toEqual(['P A pond of 5 m2 by the 1st in the park.', 'P [4] A small one.'])
  })

  it('is nothing where a sheet had nothing', async () => {
    expect(await markdown('| Unnamed: 0 | Pond |\n|---|---|\n| 1 | NaN |\n| 2 | NaN or none |')).toEqual([
      [
        ['', 'P Pond'],
        ['P 1', ''],
        ['P 2', 'P NaN or none'],
      ],
    ])
  })

  it('is read as the letters that pandoc and LaTeX mean', async () => {
    expect(await markdown('By 1^st^ May, H~2~O and [a pond]{.mark}.\n\n# Ponds {#ponds .unnumbered}\n\n::: {.box}\nText.\n:::')).toEqual([
      'P By 1st May, H2O and a pond.',
      'H1 Ponds',
      'P Text.',
    ])
    expect(await markdown('By 2$^{\\text{nd}}$ May.$^{12}$ Some $40\\%$ of 3 $\\mathrm{km}^{2}$ at $5 or $6, and $\\frac{a}{b}$.')).toEqual(
      ['P By 2nd May. Some 40% of 3 km2 at $5 or $6, and $\\frac{a}{b}$.'],
    )
  })
})
