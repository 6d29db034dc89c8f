import { describe, expect, it } from 'vitest'
import type { Table } from '../../../schema/document.ts'
import { makeDocx, p, printed, readBytes } from './make-docx.ts'

const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p('', text)}</w:tc>`
const tr = (cells: string, properties = ''): string => `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
const shd = (fill: string, more = 'w:val="clear"'): string => `<w:shd ${more} w:fill="${fill}"/>`
const READ = async (rows: string) => (await readBytes(makeDocx({ body: `<w:tbl>${rows}</w:tbl>` }))).document.blocks
const tableOf = async (rows: string): Promise<Table> => {
  const [table] = await READ(rows)
  if (table?.type !== 'table') throw new Error('no table')
  return table
}
const spans = ({ rows }: Table) => rows.map((row) => row.map(({ row, col, rowSpan, colSpan }) => [row, col, rowSpan, colSpan]))

describe('a table of a Word document', () => {
  it('has cells that run over rows and columns, and prints them once', async () => {
    const table = await tableOf(
      tr(tc('a', '<w:vMerge w:val="restart"/>') + tc('b', '<w:gridSpan w:val="2"/>')) +
        tr(tc('unseen', '<w:vMerge/>') + tc('c') + tc('d')) +
        tr(tc('e', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('f')) +
        tr(tc('g') + tc('h'), '<w:gridBefore w:val="1"/>'),
    )
    expect(printed([table])).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ])
    expect(spans(table)).toEqual([
      [
        [0, 0, 2, 1],
        [0, 1, 1, 2],
      ],
      [
        [1, 1, 1, 1],
        [1, 2, 1, 1],
      ],
      [
        [2, 0, 1, 2],
        [2, 2, 1, 1],
      ],
      [
        [3, 1, 1, 1],
        [3, 2, 1, 1],
      ],
    ])
    expect(table.columns).toBe(3)
  })

  it('has header rows where it repeats them on each page', async () => {
    expect((await tableOf(tr(tc('a') + tc('b'), '<w:tblHeader/>') + tr(tc('1') + tc('2')))).headerRows).toBe(1)
    expect((await tableOf(tr(tc('a') + tc('b'), '<w:tblHeader/>'))).headerRows).toBe(0)
  })

  it('lacks rows and cells whose deletion is recorded', async () => {
    const table = await tableOf(
      tr(tc('a') + tc('b')) + tr(tc('x') + tc('y'), '<w:del w:id="1"/>') + tr(tc('x', '<w:cellDel w:id="1"/>') + tc('c') + tc('d')),
    )
    expect(printed([table])).toEqual([
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ])
  })

  it('has the fills of cells: their own, or that of all their letters', async () => {
    const marked = `<w:tc>${p('', '<w:r><w:rPr><w:highlight w:val="red"/></w:rPr><w:t>x</w:t></w:r>')}</w:tc>`
    const mixed = `<w:tc>${p('', '<w:r><w:rPr><w:highlight w:val="red"/></w:rPr><w:t>x</w:t></w:r>', 'y')}</w:tc>`
    const table = await tableOf(
      tr(
        tc('a', shd('00B050')) +
          tc('b', shd('FFFFFF')) +
          tc('c', shd('auto', 'w:val="solid" w:color="FFC000"')) +
          marked +
          mixed +
          tc('d', shd('auto')),
      ),
    )
    expect(table.rows[0]?.map(({ fill }) => fill)).toEqual(['#00b050', null, '#ffc000', '#ff0000', null, null])
  })

  it('of one cell is a frame round text, and of one column with tables in it a frame round those', async () => {
    const inner = `<w:tbl>${tr(tc('a') + tc('b'))}</w:tbl>`
    const [framed] = await READ(tr(tc('We recommend this.')))
    expect(framed).toMatchObject({ type: 'paragraph', look: { box: 1 } })
    expect(printed(await READ(tr(tc('Plan')) + tr(`<w:tc>${inner}${p('')}</w:tc>`)))).toEqual(['Plan', [['a', 'b']]])
    expect(printed(await READ(tr(`${tc('x')}<w:tc>${inner}</w:tc>`)))).toEqual([[['x', 'a / b']]])
  })

  it('is closed before what was joined to it, so that no text is lost', async () => {
    const deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    const body = `${p(deleted, 'before')}<w:tbl>${tr(`<w:tc>${p(deleted, 'in a cell')}</w:tc>${tc('b')}`)}</w:tbl>${p(deleted, 'last')}`
    expect(printed((await readBytes(makeDocx({ body }))).document.blocks)).toEqual(['before', [['in a cell', 'b']], 'last'])
  })
})
