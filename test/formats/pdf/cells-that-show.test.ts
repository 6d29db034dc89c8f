import { describe, expect, it } from 'vitest'
import type { Edge, Fill } from '../../../parsers/formats/pdf/page/page-content.ts'
import { rowsOfTables } from './tables.ts'
import { pageOf, words } from './words.ts'

const XS = [55, 155, 325, 405]
const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, XS[i] ?? 0, base) : []))
const rule = (at: number, from = 50, to = 480): Edge => ({ across: true, at, from, to })
/** A level rule that is drawn cell by cell. */
const pieces = (at: number, ...xs: number[]) => xs.slice(1).map((to, i) => rule(at, xs[i] ?? 0, to))
const cell = (x0: number, x1: number, top: number, bottom: number, colour = '#d0d8e0'): Fill => ({
  box: [x0, top, x1, bottom],
  colour,
  opaque: true,
})
const cells = (top: number, bottom: number, ...xs: number[]) => xs.slice(1).map((to, i) => cell(xs[i] ?? 0, to, top, bottom))

describe('rules that are drawn cell by cell', () => {
  it('part columns that no row fills side by side', () => {
    const page = pageOf(
      [
        ...row(150, 'Work', 'Proposal', 'How each of them stands'),
        ...row(174, 'Lanterns', 'Hang them', 'Ward clerk'),
        ...row(198, 'Benches', 'Mend them', '', '£40'),
        ...row(222, 'Tolls', 'Post them', '', '£9'),
      ],
      { edges: [rule(138), ...[158, 182, 206, 230].flatMap((at) => pieces(at, 50, 150, 320, 400, 480))] },
    )
    expect(rowsOfTables(page)).toEqual([
      [
        ['Work', 'Proposal', 'How each of them stands', ''],
        ['Lanterns', 'Hang them', 'Ward clerk', ''],
        ['Benches', 'Mend them', '', '£40'],
        ['Tolls', 'Post them', '', '£9'],
      ],
    ])
  })

  it('part two tables that stand close under each other', () => {
    const page = pageOf(
      [
        ...row(150, 'Work', 'Proposal'),
        ...row(174, 'Lanterns', 'Hang them'),
        ...row(198, 'Benches', 'Mend them'),
        ...words('What the wards have in hand by the end of May', 55, 224),
        ...words('Lead', 55, 252),
        ...words('Ward', 285, 252),
        ...words('Keeper of the north quay and tolls', 55, 276),
        ...words('North', 285, 276),
        ...words('Keeper of the south bridge and tolls', 55, 300),
        ...words('South', 285, 300),
      ],
      {
        edges: [
          ...[158, 182, 206].flatMap((at) => pieces(at, 50, 150, 480)),
          ...[138, 240].map((at) => rule(at)),
          ...[260, 284, 308].flatMap((at) => pieces(at, 50, 280, 480)),
        ],
      },
    )
    expect(rowsOfTables(page)).toEqual([
      [
        ['Work', 'Proposal'],
        ['Lanterns', 'Hang them'],
        ['Benches', 'Mend them'],
      ],
      [
        ['Lead', 'Ward'],
        ['Keeper of the north quay and tolls', 'North'],
        ['Keeper of the south bridge and tolls', 'South'],
      ],
    ])
  })

  it('part the rows under bands that are heads', () => {
    const band = (top: number) => cell(50, 480, top, top + 20)
    const part = (top: number) => [
      ...row(top + 14, 'Work', 'Proposal', 'Lead'),
      ...row(top + 38, 'Lanterns', 'Hang them', 'Ward clerk'),
      ...row(top + 62, '', 'Count them', 'Quay warden'),
    ]
    const edges = [138, 240, 342].flatMap((top) => [top, top + 20, top + 44, top + 68].map((at) => rule(at)))
    const page = pageOf([...part(138), ...part(240), ...part(342)], { edges, fills: [band(138), band(240), band(342)] })
    expect(rowsOfTables(page).flat()).toContainEqual(['Lanterns', 'Hang them', 'Ward clerk'])
  })
})

describe('filled cells', () => {
  it('show the columns of the body under a head of them, with the titles of its parts', () => {
    const page = pageOf(
      [
        ...row(152, 'Work', 'Proposal', 'Lead', 'Cost').map((word) => ({ ...word, bold: true })),
        ...words('Part 1: What stands along the water and is lit at night', 55, 176, { bold: true }),
        ...row(200, 'Lanterns', 'Hang lanterns along the quay', 'Ward clerk', ''),
        ...row(213, '', 'before winter'),
        ...row(237, 'Benches', 'Mend the benches', 'Quay warden', ''),
      ],
      { fills: cells(140, 160, 50, 150, 320, 400, 480) },
    )
    expect(rowsOfTables(page)[0]?.slice(-2)).toEqual([
      ['Lanterns', 'Hang lanterns along the quay before winter', 'Ward clerk', ''],
      ['Benches', 'Mend the benches', 'Quay warden', ''],
    ])
  })

  it('make a table of two columns where there are three strips of them', () => {
    const text = 'They were hung along the quay before winter, and none was lost.'
    const row = (base: number) => [...words('Hang lanterns along the quay in all wards', 55, base), ...words(text, 275, base)]
    const strip = (top: number) => cells(top, top + 20, 50, 270, 640)
    const page = pageOf(
      [152, 172, 192, 212, 232].flatMap((base) => row(base)),
      { fills: [...strip(138), ...strip(178), ...strip(218)] },
    )
    expect(rowsOfTables(page)[0]).toHaveLength(5)
  })
})

describe('labels beside rules that stop short of them', () => {
  const short = (at: number) => rule(at, 150)
  it('are rows of their own beside one rule alone', () => {
    const page = pageOf(
      [
        ...row(152, 'Place', 'Work', 'Lead'),
        ...row(176, 'Toll gate', 'Post the tolls', 'Ward clerk'),
        ...row(206, 'Rope store', 'Buy ropes', 'Toll keeper'),
      ],
      { edges: [rule(138), rule(160), short(190), rule(220)] },
    )
    expect(rowsOfTables(page)[0]?.map(([label]) => label)).toEqual(['Place', 'Toll gate', 'Rope store'])
  })

  it('leave the rest of a row that a page cut without one', () => {
    const page = pageOf(
      [
        ...row(76, '', 'before winter', ''),
        ...row(100, 'Toll gate', 'Post the tolls', 'Ward clerk'),
        ...row(124, 'Rope store', 'Buy ropes', 'Toll keeper'),
        ...row(148, 'Quay', 'Mend it', 'Toll keeper'),
      ],
      { edges: [rule(60), short(84), short(108), short(132), rule(156)] },
    )
    expect(rowsOfTables(page)[0]?.slice(0, 2)).toEqual([
      ['', 'before winter', ''],
      ['Toll gate', 'Post the tolls', 'Ward clerk'],
    ])
  })
})

describe('rows that only white parts', () => {
  it('are lines that stand further apart than those of a text, also without a first cell', () => {
    const page = pageOf([
      ...row(100, 'Cost', 'Due'),
      ...row(122, '£40', 'May 2031'),
      ...row(144, '', 'June 2031'),
      ...row(166, '£90', 'July 2031'),
    ])
    expect(rowsOfTables(page)[0]).toEqual([
      ['Cost', 'Due'],
      ['£40', 'May 2031'],
      ['', 'June 2031'],
      ['£90', 'July 2031'],
    ])
  })

  it('go on with a label where most of their cells begin side by side', () => {
    const upright = [50, 150, 320, 400, 480].map((at): Edge => ({ across: false, at, from: 90, to: 250 }))
    const page = pageOf(
      [
        ...row(104, 'Quay', 'Hang lanterns', 'Ward clerk', 'May'),
        ...row(117, '', 'before winter', '', ''),
        ...row(139, '', 'Mend the benches', 'Toll keeper', 'June'),
        ...row(152, '', 'below the bridge', '', ''),
        ...row(174, '', 'Buy ropes', 'Ward clerk', 'July'),
        ...row(187, '', 'in spring', '', ''),
        ...row(209, '', 'Post the tolls', 'Toll keeper', 'August'),
        ...row(222, '', 'in each booth', '', ''),
      ],
      { edges: [rule(90), rule(250), ...upright] },
    )
    expect(rowsOfTables(page)[0]?.map(([, work]) => work)).toEqual([
      'Hang lanterns before winter',
      'Mend the benches below the bridge',
      'Buy ropes in spring',
      'Post the tolls in each booth',
    ])
  })
})
