import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import type { Edge, PageContent } from '../../../parsers/formats/pdf/page/page-content.ts'
import { linesToRows } from '../../../parsers/formats/pdf/rows/lines-to-rows.ts'
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

describe('rows without white between them', () => {
  it('begin where the next number stands beside new texts', () => {
    const lines = wordsToLines(
      [
        ...row(172, 'R1', 'Hang all of the lanterns', 'Ward clerk'),
        ...row(184, 'R2', 'Mend all of the benches.', 'Toll clerk'),
        ...row(196, 'R3', 'Post all of the tollbars', 'Ward clerk'),
        ...row(208, '', 'along the quay.'),
        ...row(232, 'R4', 'Sell all of the ropework', 'Toll clerk'),
        ...row(256, 'R5', 'Lend all of the rowboats', 'Ward clerk'),
      ],
      1,
    )
    expect(linesToRows(lines, [50, 150, 320, 460]).map(({ length }) => length)).toEqual([1, 1, 2, 1, 1])
  })
})

describe('large letters beside small ones', () => {
  it('have wider spaces between them, which part no columns', () => {
    const bases = Array.from({ length: 10 }, (_, i) => 172 + 26 * i)
    const large = (base: number) =>
      words('Gate by a quay', 55, base, { size: 17 }).map((word, i) => ({ ...word, x0: word.x0 + i, x1: word.x1 + i }))
    const page = pageOf(
      [
        ...row(150, 'Place', '', 'Recommendation'),
        ...bases.flatMap((base) => [...large(base), ...words('Hang lanterns along the quay', 325, base)]),
      ],
      { edges: [138, 156, ...bases.map((base) => base + 10)].map((at) => across(at)) },
    )
    expect(tables(page)[0]?.map((cells) => cells.length)).toEqual(Array(11).fill(2))
  })
})
