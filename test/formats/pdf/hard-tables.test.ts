import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import { stripsToFrames } from '../../../parsers/formats/pdf/frames/strips-to-frames.ts'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import type { Fill, PageContent, Word } from '../../../parsers/formats/pdf/page/page-content.ts'
import { linesToRows } from '../../../parsers/formats/pdf/rows/lines-to-rows.ts'
import { pageOf, words } from './words.ts'

const PITCH = 13
const COLUMNS = [60, 100, 260]

/** Cells of lines, each cell set in the upright middle of the highest one; the base line of the next row is returned with them. */
function centredRow(top: number, cells: readonly (readonly string[])[]): { words: Word[]; next: number } {
  const most = Math.max(...cells.map((cell) => cell.length))
  const all = cells.flatMap((cell, col) =>
    cell.flatMap((line, i) => words(line, COLUMNS[col] ?? 0, top + PITCH * (i + (most - cell.length) / 2))),
  )
  return { words: all, next: top + PITCH * most + 8 }
}

/** Rows with a number in the first column and texts of different heights beside it. */
const RECORDS = [
  [['1'], ['Lanterns be hung', 'along the quay', 'before winter'], ['Harbour office', 'Ward clerk']],
  [['2'], ['Benches be mended', 'at both piers'], ['Quay warden']],
  [['3'], ['Tolls be posted', 'at each gate'], ['Toll keeper', 'with the ward', 'clerk as his', 'deputy']],
  [['4'], ['Ropes be replaced', 'every spring'], ['Quay warden']],
]

function setCentred(from: number): Word[] {
  let at = from
  return RECORDS.flatMap((record) => {
    const row = centredRow(at, record)
    at = row.next
    return row.words
  })
}

const tables = (pages: readonly PageContent[]) =>
  contentsToBlocks(pages, () => {}).blocks.flatMap((block) =>
    block.type === 'table'
      ? [block.rows.map((row) => row.map((cell) => cell.blocks.map((inner) => ('passage' in inner ? inner.passage.text : '')).join(' ')))]
      : [],
  )

const paragraphs = (pages: readonly PageContent[]) =>
  contentsToBlocks(pages, () => {}).blocks.flatMap((block) => ('passage' in block ? [block.passage.text] : []))

describe('rows whose cells are centred upright', () => {
  it('are parted by the white between them, not by the number in their middle', () => {
    const rows = linesToRows(wordsToLines(setCentred(100), 1), [50, 90, 250, 400])
    expect(
      rows.map((row) =>
        row
          .flatMap((line) => line.words)
          .filter((word) => /^\d$/u.test(word.text))
          .map((word) => word.text),
      ),
    ).toEqual([['1'], ['2'], ['3'], ['4']])
  })

  it('come out whole where no rule is drawn', () => {
    expect(tables([pageOf(setCentred(150))])).toEqual([RECORDS.map((record) => record.map((cell) => cell.join(' ')))])
  })
})

describe('rows without white between them', () => {
  /** Two rows of two lines each with their numbers beside the middle, then one of one line, all at one distance. */
  const close = [
    ...words('Lanterns be hung', 100, 100),
    ...words('1.1', 60, 106),
    ...words('Harbour office', 260, 106),
    ...words('along the quay', 100, 112),
    ...words('Benches be mended', 100, 125),
    ...words('1.2', 60, 131),
    ...words('Quay warden', 260, 131),
    ...words('at both piers', 100, 137),
    ...words('1.3', 60, 150),
    ...words('Tolls be posted', 100, 150),
    ...words('Toll keeper', 260, 150),
  ]
  const rows = linesToRows(wordsToLines(close, 1), [50, 90, 250, 400])
  const texts = rows.map((row) => row.flatMap((line) => line.words.map((word) => word.text)).join(' '))

  it('are parted by their numbers where each reaches as far above its number as below it', () => {
    expect(texts).toEqual([
      'Lanterns be hung 1.1 Harbour office along the quay',
      'Benches be mended 1.2 Quay warden at both piers',
      '1.3 Tolls be posted Toll keeper',
    ])
  })
})

describe('a table that goes on over a page', () => {
  it('takes the rest of a row that is too little to be a table', () => {
    const first = [...setCentred(150), ...words('5', 60, 325), ...words('Signs be set up', 100, 325), ...words('Ward clerk and', 260, 325)]
    const second = [...words('along the shore', 100, 100), ...words('quay warden', 260, 100)]
    const [table, ...others] = tables([pageOf(first), pageOf(second, { page: 2 })])
    expect(others).toEqual([])
    expect(table?.at(-1)).toEqual(['5', 'Signs be set up along the shore', 'Ward clerk and quay warden'])
  })

  it('leaves a paragraph alone that begins where the table does', () => {
    const second = words('Lanterns are lit by hand on every evening of the year.', 60, 100)
    expect(paragraphs([pageOf(setCentred(150)), pageOf(second, { page: 2 })])).toContain(
      'Lanterns are lit by hand on every evening of the year.',
    )
  })
})

describe('shaded strips', () => {
  const strip = (top: number): Fill[] =>
    [50, 90, 250].map((x, i) => ({ box: [x, top, [90, 250, 400][i] ?? 0, top + 30], colour: '#dde8f3', opaque: true }))

  it('show the columns of a table, and the white rows between them', () => {
    const [frame, ...others] = stripsToFrames([...strip(100), ...strip(160)], [])
    expect(others).toEqual([])
    expect(frame?.xs).toEqual([50, 90, 250, 400])
    expect(frame?.ys).toEqual([100, 130, 160, 190])
  })

  it('belong to two tables where text runs across between them', () => {
    const lines = wordsToLines(words('The tolls of both piers were raised in spring and lowered again before the autumn', 50, 250), 1)
    expect(stripsToFrames([...strip(100), ...strip(300)], lines)).toEqual([])
  })
})

describe('rules beside a spanning cell', () => {
  it('part the rows on their side and leave the cell whole', () => {
    const across = (at: number, from = 50) => ({ across: true, at, from, to: 420 })
    const edges = [across(140), across(160), across(190), across(200 + 20, 190), across(250), across(280)]
    const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, [60, 200, 330][i] ?? 0, base) : []))
    const page = pageOf(
      [
        ...row(154, 'Ref and aim', 'Action', 'Lead'),
        ...row(178, 'Light the quay', 'Hang lanterns', 'Ward clerk'),
        ...row(208, '', 'Mend benches', 'Quay warden'),
        ...words('Mend the piers', 60, 223),
        ...row(238, '', 'Post the tolls', 'Toll keeper'),
        ...row(268, 'Keep the ropes', 'Buy ropes', 'Ward clerk'),
      ],
      { edges },
    )
    expect(tables([page])).toEqual([
      [
        ['Ref and aim', 'Action', 'Lead'],
        ['Light the quay', 'Hang lanterns', 'Ward clerk'],
        ['Mend the piers', 'Mend benches', 'Quay warden'],
        ['Post the tolls', 'Toll keeper'],
        ['Keep the ropes', 'Buy ropes', 'Ward clerk'],
      ],
    ])
  })
})

describe('a list of contents', () => {
  it('is no table', () => {
    const entries = ['Foreword', 'Lanterns and benches', 'Tolls', 'Ropes', 'Witnesses']
    const page = pageOf(entries.flatMap((entry, i) => [...words(entry, 60, 150 + 15 * i), ...words(`${2 + 2 * i}`, 480, 150 + 15 * i)]))
    expect(tables([page])).toEqual([])
    expect(paragraphs([page])).toEqual(entries.map((entry, i) => `${entry} ${2 + 2 * i}`))
  })
})

describe('a title that runs over every page', () => {
  const page = (number: number, title: string, size: number) =>
    pageOf(
      [
        ...words(title, 60, 50, { size }),
        ...Array.from({ length: 12 }, (_, i) =>
          words(`Lantern ${number * 20 + i} was lit on time and put out at dawn.`, 60, 120 + 13 * i),
        ).flat(),
      ],
      { page: number },
    )

  it('is content where it stands first', () => {
    const texts = paragraphs([1, 2, 3, 4].map((number) => page(number, 'Lanterns of the quay', 18)))
    expect(texts.filter((text) => text === 'Lanterns of the quay')).toHaveLength(1)
    expect(texts[0]).toBe('Lanterns of the quay')
  })

  it('is none in the letters of the text', () => {
    expect(paragraphs([1, 2, 3, 4].map((number) => page(number, 'Lanterns of the quay', 11)))).not.toContain('Lanterns of the quay')
  })
})

describe('columns of running text', () => {
  const set = (x: number, from: number, lines: number, text: string) =>
    Array.from({ length: lines }, (_, i) => words(`${text} ${i} goes on and on`, x, from + PITCH * i)).flat()

  it('may begin at different heights', () => {
    const page = pageOf([
      ...words('Of lanterns', 60, 106, { size: 14, bold: true }),
      ...set(60, 130, 8, 'left'),
      ...set(320, 100, 9, 'right'),
    ])
    const texts = paragraphs([page])
    expect(texts[0]).toBe('Of lanterns')
    expect(texts.join(' ')).toMatch(/left 7 goes on and on right 0 goes on/u)
  })

  it('stand between passages that are set over the whole width', () => {
    const wide = (from: number) =>
      Array.from({ length: 4 }, (_, i) =>
        words('This passage is set over the whole width of the page and takes all of it, as an abstract does', 60, from + PITCH * i),
      ).flat()
    const page = pageOf([...wide(100), ...set(60, 180, 6, 'left'), ...set(320, 180, 6, 'right'), ...wide(290)])
    expect(paragraphs([page]).join(' ')).toMatch(/left 5 goes on and on right 0 goes on/u)
  })
})
