import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import type { Edge } from '../../../parsers/formats/pdf/page/page-content.ts'
import { rowsOfTables } from './tables.ts'
import { pageOf, words } from './words.ts'

const XS = [55, 155, 325, 405]
const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, XS[i] ?? 0, base) : []))
const head = (base: number, ...texts: string[]) => row(base, ...texts).map((word) => ({ ...word, bold: true }))
const rule = (at: number): Edge => ({ across: true, at, from: 50, to: 480 })
const upright = (at: number, from: number, to: number): Edge => ({ across: false, at, from, to })

const first = pageOf(
  [
    ...head(74, 'Work', 'Proposal', 'Lead', 'Cost'),
    ...row(98, 'Lanterns', 'Hang them', 'Ward clerk', '£40'),
    ...row(122, 'Benches', 'Mend them', 'Toll keeper', '£70'),
    ...row(146, 'Ropes', 'Buy them', 'Quay warden', '£12'),
  ],
  { edges: [62, 82, 106, 130, 154].map(rule), height: 160 },
)

describe('a table over pages', () => {
  it('has the columns of its fullest page on all', () => {
    const second = pageOf([...row(74, 'Tolls', 'Post them', '', '£9'), ...row(98, 'Booths', 'Paint them', 'Ward clerk')], {
      page: 2,
      height: 160,
      edges: [62, 82, 106].map(rule),
    })
    expect(rowsOfTables(first, second)).toEqual([
      [
        ['Work', 'Proposal', 'Lead', 'Cost'],
        ['Lanterns', 'Hang them', 'Ward clerk', '£40'],
        ['Benches', 'Mend them', 'Toll keeper', '£70'],
        ['Ropes', 'Buy them', 'Quay warden', '£12'],
        ['Tolls', 'Post them', '', '£9'],
        ['Booths', 'Paint them', 'Ward clerk', ''],
      ],
    ])
  })

  it('keeps the colours that marks give its cells', () => {
    const mark = words('●', 155, 98, { colour: '#c00000' })
    const second = pageOf([...row(74, 'Tolls', 'Post them', '', '£9'), ...row(98, 'Booths', '', 'Ward clerk'), ...mark], {
      page: 2,
      height: 160,
      edges: [62, 82, 106].map(rule),
    })
    const [table] = contentsToBlocks([first, second], () => {}).blocks
    expect(table?.type === 'table' && table.columns).toBe(4)
    expect(table?.type === 'table' && table.rows.at(-1)?.map(({ fill }) => fill)).toEqual([null, '#c00000', null, null])
  })

  it('keeps its own columns where text of the next runs over them', () => {
    const second = pageOf(
      [...row(74, 'Tolls', 'Post them on each door', 'Ward'), ...words('Paint all of the booths at the bridge', 155, 98)],
      {
        page: 2,
        height: 160,
        edges: [62, 82, 106].map(rule),
      },
    )
    expect(rowsOfTables(first, second)[0]).toHaveLength(4)
  })

  it('has no row of its repeated head and the rest of a row that was cut', () => {
    const frame = (bottom: number) => [rule(60), rule(bottom), ...[50, 150, 320, 480].map((at) => upright(at, 60, bottom))]
    const before = pageOf(
      [
        ...head(74, 'No.', 'Proposal', 'Lead'),
        ...row(94, '1', 'a) Hang the lanterns.', 'Ward clerk'),
        ...row(114, '2', 'a) Mend the benches.', 'Toll keeper'),
        ...row(134, '3', 'a) Buy ropes.', 'Quay warden'),
      ],
      { edges: frame(140), height: 160 },
    )
    const after = pageOf([...head(74, 'No.', 'Proposal', 'Lead'), ...row(90, '', 'b) Buy tar.')], {
      page: 2,
      height: 160,
      edges: frame(100),
    })
    expect(rowsOfTables(before, after)[0]?.slice(1)).toEqual([
      ['1', 'a) Hang the lanterns.', 'Ward clerk'],
      ['2', 'a) Mend the benches.', 'Toll keeper'],
      ['3', 'a) Buy ropes. b) Buy tar.', 'Quay warden'],
    ])
  })

  it('goes on with a cut row under a head of two rows', () => {
    const grid = (...ys: number[]) => [...ys.map(rule), ...[50, 150, 320, 480].map((at) => upright(at, ys[0] ?? 0, ys.at(-1) ?? 0))]
    const parts: Edge[] = [
      ...[60, 100, 120, 140].map(rule),
      { across: true, at: 80, from: 320, to: 480 },
      ...[50, 150, 320, 480].map((at) => upright(at, 60, 140)),
      upright(400, 80, 140),
    ]
    const before = pageOf(
      [
        ...head(74, 'No.', 'Proposal', 'Delivery'),
        ...head(94, '', '', 'Lead', 'Cost'),
        ...row(114, '1', 'a) Hang lanterns.', 'Clerk', '£40'),
        ...row(134, '2', 'a) Mend benches.', 'Clerk', '£70'),
      ],
      { edges: parts, height: 160 },
    )
    const after = pageOf([...row(74, '', 'b) Mend stools.'), ...row(94, '3', 'Buy ropes.', 'Clerk', '£12')], {
      page: 2,
      height: 160,
      edges: [...grid(60, 80, 100), upright(400, 60, 100)],
    })
    expect(rowsOfTables(before, after)[0]?.at(-2)?.[1]).toBe('a) Mend benches. b) Mend stools.')
  })
})
