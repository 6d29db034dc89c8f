import { describe, expect, it } from 'vitest'
import type { Edge, PageContent } from '../../../parsers/formats/pdf/page-content.ts'
import { contentsToBlocks } from '../../../parsers/formats/pdf/read-pdf.ts'
import { pageOf, words } from './words.ts'

const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, [55, 155, 325][i] ?? 0, base) : []))
const across = (at: number, from = 50): Edge => ({ across: true, at, from, to: 460 })
const upright = (at: number, from: number, to: number): Edge => ({ across: false, at, from, to })

const tables = (page: PageContent) =>
  contentsToBlocks([page], () => {}).blocks.flatMap((block) =>
    block.type === 'table'
      ? [block.rows.map((cells) => cells.map((cell) => cell.blocks.map((one) => ('passage' in one ? one.passage.text : '')).join(' ')))]
      : [],
  )

describe('rows with hardly more white between them than within', () => {
  it('are parted where all distances are exactly of two sizes', () => {
    const page = pageOf(
      [
        ...row(150, 'Topic', 'Recommendation', 'Lead'),
        ...row(170, 'Lanterns', 'Hang lanterns along the', 'Ward clerk'),
        ...row(182, '', 'quay before winter.', ''),
        ...row(196, 'Benches', 'Mend the benches below', 'Quay warden'),
        ...row(208, '', 'the bridge.', ''),
        ...row(222, 'Tolls', 'Post the tolls in every', 'Toll keeper'),
        ...row(234, '', 'booth.', ''),
      ],
      { edges: [across(138), across(156), across(242), upright(50, 138, 242), upright(460, 138, 242)] },
    )
    expect(tables(page)).toEqual([
      [
        ['Topic', 'Recommendation', 'Lead'],
        ['Lanterns', 'Hang lanterns along the quay before winter.', 'Ward clerk'],
        ['Benches', 'Mend the benches below the bridge.', 'Quay warden'],
        ['Tolls', 'Post the tolls in every booth.', 'Toll keeper'],
      ],
    ])
  })
})

describe('pieces of a table beside labels that its rules leave out', () => {
  it('are one table with the titles between them', () => {
    const piece = (...ys: number[]) => [...ys.map((at) => across(at, 150)), upright(320, ys[0] ?? 0, ys.at(-1) ?? 0)]
    const page = pageOf(
      [
        ...row(150, 'Topic', 'Recommendation', 'Lead'),
        ...words('Part 1: What stands along the water', 55, 176),
        ...row(200, 'Lanterns', 'Hang lanterns.', 'Ward clerk'),
        ...row(220, 'Benches', 'Mend the benches.', 'Quay warden'),
        ...words('Part 2: What is paid at the bridge', 55, 244),
        ...row(268, 'Tolls', 'Post the tolls.', 'Toll keeper'),
        ...row(288, 'Booths', 'Paint the booths.', 'Toll keeper'),
      ],
      {
        edges: [
          across(138),
          across(160),
          upright(320, 138, 160),
          ...piece(184, 206, 228),
          ...piece(252, 274),
          across(296),
          upright(320, 274, 296),
        ],
      },
    )
    expect(tables(page)[0]?.map(([first]) => first)).toEqual([
      'Topic',
      'Part 1: What stands along the water',
      'Lanterns',
      'Benches',
      'Part 2: What is paid at the bridge',
      'Tolls',
      'Booths',
    ])
    expect(tables(page)).toHaveLength(1)
  })
})
