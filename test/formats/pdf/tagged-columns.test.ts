import { describe, expect, it } from 'vitest'
import type { Fill, Tag } from '../../../parsers/formats/pdf/page/page-content.ts'
import { findTaggedTables } from '../../../parsers/formats/pdf/tables/find-tagged-tables.ts'
import { pageOf, words } from './words.ts'

/** A tagged table: a row is its base and its cells, each as it begins and what it says; empty cells have no marks. */
function tableOf(rows: [base: number, ...cells: [x0: number, text: string][]][], fills: Fill[] = []) {
  const tags: Tag[] = []
  const inside = rows.flatMap(([base, ...cells], row) =>
    cells.flatMap(([x0, text]) => {
      const at = tags.length
      tags.push({ block: at, role: 'P', table: 0, row, cell: at, header: row === 0 })
      return words(text, x0, base, { tag: at })
    }),
  )
  const [table] = findTaggedTables(pageOf(inside, { tags, fills }), inside)
  return (table?.cells ?? []).map(({ row, col, colSpan, words: own, fill }) => ({
    at: `${row},${col}+${colSpan}`,
    text: own.map(({ text }) => text).join(' '),
    fill,
  }))
}

describe('the columns of a tagged table', () => {
  it('stand beside the text below where its short headings leave wide gaps', () => {
    const cells = tableOf(
      [
        [100, [50, 'No'], [80, 'Request'], [330, 'Lead'], [420, 'RAG']],
        [120, [50, '1'], [80, 'Paint the lamp posts of the old harbour'], [330, 'Warden']],
        [140, [50, '2'], [80, 'Count the mooring rings every second May'], [330, 'Bailiff']],
      ],
      [{ box: [390, 106, 450, 131], colour: '#00b050', opaque: true }],
    )
    expect(cells.filter(({ text }) => text === 'Warden' || text === 'Bailiff').map(({ at }) => at)).toEqual(['1,2+1', '2,2+1'])
    expect(cells.find(({ at }) => at === '1,3+1')).toMatchObject({ text: '', fill: '#00b050' })
  })

  it('are parted below a heading that is over several', () => {
    const cells = tableOf([
      [100, [50, 'No'], [80, 'Request'], [180, 'Lead'], [260, 'Progress']],
      [120, [260, '3 May'], [320, '4 June'], [380, '5 July']],
      [140, [50, '1'], [80, 'Oil the hinges'], [180, 'Smith'], [320, 'Done']],
    ])
    expect(cells.filter(({ text }) => /May|June|July/u.test(text)).map(({ at }) => at)).toEqual(['1,3+1', '1,4+1', '1,5+1'])
    expect(cells.filter(({ at }) => at.startsWith('2,')).map(({ text }) => text)).toEqual(['1', 'Oil the hinges', 'Smith', '', 'Done', ''])
  })
})
