import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import type { Edge, Fill, PageContent } from '../../../parsers/formats/pdf/page/page-content.ts'
import type { Cell } from '../../../schema/document.ts'
import { pageOf, words } from './words.ts'

const XS = [50, 80, 260, 420]
const across = (at: number, from = 50): Edge => ({ across: true, at, from, to: 420 })
const upright = (to: number): Edge[] => XS.map((at) => ({ across: false, at, from: 140, to }))
const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, [55, 85, 265][i] ?? 0, base) : []))

const rows = (page: PageContent): Cell[][][] =>
  contentsToBlocks([page], () => {}).blocks.flatMap((block) => (block.type === 'table' ? [block.rows] : []))
const tables = (page: PageContent) =>
  rows(page).map((table) =>
    table.map((cells) => cells.map((cell) => cell.blocks.map((inner) => ('passage' in inner ? inner.passage.text : '')).join(' '))),
  )

const HEAD = row(154, 'No', 'Recommendation', 'Lead')
const BODY = [
  ...row(178, '1', 'Hang lanterns along the quay', 'Ward clerk'),
  ...row(191, '', 'before winter.', ''),
  ...row(210, '2', 'Mend the benches.', 'Quay warden'),
  ...row(229, '3', 'Post the tolls.', 'Toll keeper'),
]
const WHOLE = [
  ['No', 'Recommendation', 'Lead'],
  ['1', 'Hang lanterns along the quay before winter.', 'Ward clerk'],
  ['2', 'Mend the benches.', 'Quay warden'],
  ['3', 'Post the tolls.', 'Toll keeper'],
]

describe('rows that are numbered one by one', () => {
  it('are rows where a frame rules its columns and its head alone', () => {
    expect(tables(pageOf([...HEAD, ...BODY], { edges: [across(140), across(162), across(240), ...upright(240)] }))).toEqual([WHOLE])
  })

  it('are rows where no rule is drawn below the head at all', () => {
    expect(tables(pageOf([...HEAD, ...BODY], { edges: [across(140), across(240), ...upright(240)] }))).toEqual([WHOLE])
  })

  it('are rows where the rules between them stop short of the numbers and words', () => {
    const edges = [across(140), across(162), across(197, 260), across(216, 260), across(240), ...upright(240)]
    expect(tables(pageOf([...HEAD, ...BODY], { edges }))).toEqual([WHOLE])
  })

  it('are none where one cell lists several numbers beside words that run on', () => {
    const page = pageOf(
      [
        ...HEAD,
        ...row(178, '1', 'That lanterns be hung along', 'Ward clerk and'),
        ...row(191, '2', 'the quay and benches mended', 'the warden of'),
        ...row(204, '3', 'before the first day of winter', 'the quay'),
      ],
      { edges: [across(140), across(162), across(215), ...upright(215)] },
    )
    expect(tables(page)[0]).toHaveLength(2)
  })
})

describe('coloured squares in the cells of a table', () => {
  it('are the colours of their cells and make no chart of it', () => {
    const square = (x: number, base: number, colour: string): Fill => ({ box: [x, base - 8, x + 9, base + 1], colour, opaque: true })
    const page = pageOf(
      [
        ...row(154, 'No', 'Recommendation', 'May 2024'),
        ...row(173, '1', 'Hang lanterns.'),
        ...row(192, '2', 'Mend the benches.'),
        ...row(211, '3', 'Post the tolls.'),
      ],
      {
        edges: [across(140), across(162), across(181), across(200), across(219), ...upright(219)],
        fills: [square(300, 173, '#00b050'), square(300, 192, '#ffc000'), square(300, 211, '#ff0000')],
      },
    )
    expect(rows(page)[0]?.map((cells) => cells[2]?.fill)).toEqual([null, '#00b050', '#ffc000', '#ff0000'])
  })
})

describe('a coloured disc alone in a cell', () => {
  it('is the colour of the cell and no word; one in black is', () => {
    const disc = (base: number, colour: string) => words('●', 300, base, { colour })
    const page = pageOf(
      [
        ...row(154, 'No', 'Recommendation', 'RAG'),
        ...row(173, '1', 'Hang lanterns.'),
        ...disc(173, '#00b050'),
        ...row(192, '2', 'Mend the benches.'),
        ...disc(192, '#000000'),
      ],
      { edges: [across(140), across(162), across(181), across(200), ...upright(200)] },
    )
    expect(rows(page)[0]?.map((cells) => cells[2]?.fill)).toEqual([null, '#00b050', null])
    expect(tables(page)[0]?.map((cells) => cells[2])).toEqual(['RAG', '', '●'])
  })
})
