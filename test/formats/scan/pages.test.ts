import { describe, expect, test } from 'vitest'
import { emptyPage, type PageContent } from '../../../parsers/formats/pdf/page/page-content.ts'
import { scanNeed } from '../../../parsers/formats/pdf/page/scan-need.ts'
import type { Gray, PixelBox } from '../../../parsers/formats/scan/picture.ts'
import { readScans } from '../../../parsers/formats/scan/read-scans.ts'
import { POINTS, type ScanWord, toPageWord } from '../../../parsers/formats/scan/scan-word.ts'
import { collectInto, type Diagnostic } from '../../../schema/diagnostics.ts'
import { paint, scanWord, sheet } from './pictures.ts'

const [WIDTH, HEIGHT] = [400, 300]
const page = (parts: Partial<PageContent> = {}): PageContent => ({
  ...emptyPage(1, WIDTH * POINTS, HEIGHT * POINTS),
  pictures: [[0, 0, WIDTH * POINTS, HEIGHT * POINTS]],
  ...parts,
})

/** A table of one row and two cells, with ink in these boxes. */
const GRID: PixelBox[] = [
  [20, 20, 381, 21],
  [20, 120, 381, 121],
  [20, 20, 21, 121],
  [200, 20, 201, 121],
  [380, 20, 381, 121],
]

/** Reads a page of one picture by an engine that gives these words, in turn: for the page, then for each piece that is looked at again. */
async function read(content: PageContent, ink: readonly PixelBox[], ...given: (ScanWord[] | { grid: PixelBox[] })[]) {
  const answers = given.filter((each) => Array.isArray(each))
  const grid = given.find((each): each is { grid: PixelBox[] } => !Array.isArray(each))?.grid ?? GRID
  const diagnostics: Diagnostic[] = []
  const asked: { layout: string; picture: Gray }[] = []
  const told: number[] = []
  const [read] = await readScans(
    [content],
    {
      draw: async () => paint(sheet(WIDTH, HEIGHT), [...grid, ...ink], 0),
      recognise: async (picture, layout) => {
        asked.push({ layout, picture })
        return answers.shift() ?? []
      },
      tell: (number) => told.push(number),
    },
    collectInto(diagnostics),
  )
  return { words: read?.words.map(({ text }) => text), content: read, asked, told, rules: diagnostics.map(({ rule }) => rule), diagnostics }
}

const LEFT: PixelBox = [50, 50, 80, 77]
const RIGHT: PixelBox = [230, 50, 240, 77]

describe('a page', () => {
  const word = toPageWord(scanWord('lamp', LEFT))
  test.each<[string, PageContent, ReturnType<typeof scanNeed>]>([
    ['a picture without words', page(), 'read'],
    ['a stamp without words', page({ pictures: [[0, 0, 20, 20]] }), null],
    ['a picture with hidden words', page({ words: [{ ...word, hidden: true }] }), 'layer'],
    ['a picture with a word that is seen', page({ words: [{ ...word, hidden: true }, word] }), null],
    ['nothing', page({ pictures: [] }), null],
  ])('that is %s', (_, content, need) => {
    expect(scanNeed(content)).toBe(need)
  })
})

describe('a page that is a picture', () => {
  test('is read with its rules, announced before, and reported', async () => {
    const { words, content, told, diagnostics } = await read(page(), [LEFT], [scanWord('lamp', LEFT, 90)])
    expect(words).toEqual(['lamp'])
    expect(content?.edges.filter(({ across }) => across).map(({ at }) => Math.round(at / POINTS))).toEqual([21, 121])
    expect(content?.edges.filter(({ across }) => !across).map(({ at }) => Math.round(at / POINTS))).toEqual([21, 201, 381])
    expect(told).toEqual([1])
    expect(diagnostics).toMatchObject([{ rule: 'read-by-ocr', place: { page: 1 }, note: '90 % sure' }])
  })

  test('goes to the engine without its rules', async () => {
    const { asked } = await read(page(), [LEFT], [scanWord('lamp', LEFT)])
    const [first] = asked
    expect(first?.picture.data[20 * WIDTH + 100]).toBe(255)
    expect(first?.picture.data[60 * WIDTH + 60]).toBe(0)
  })

  test('is looked at again where a cell holds ink that no word covers', async () => {
    const { words, asked, rules } = await read(page(), [LEFT, RIGHT], [scanWord('lamp', LEFT)], [scanWord('1', [14, 14, 74, 68])])
    expect(asked.map(({ layout }) => layout)).toEqual(['page', 'block'])
    expect(words).toEqual(['lamp', '1'])
    expect(rules).toEqual(['read-by-ocr'])
  })

  test('says which cell could not be read', async () => {
    const { words, diagnostics } = await read(page(), [LEFT, RIGHT], [scanWord('lamp', LEFT)])
    expect(words).toEqual(['lamp'])
    const unread = diagnostics.find(({ rule }) => rule === 'cell-not-read')
    expect(unread?.place).toMatchObject({ page: 1, box: [201, 21, 381, 121].map((pixels) => pixels * POINTS) })
  })

  test('has a number alone read once more where it is not sure', async () => {
    const sure = await read(page(), [LEFT], [scanWord('17', LEFT, 99)])
    expect(sure.asked).toHaveLength(1)
    const unsure = await read(page(), [LEFT], [scanWord('17', LEFT, 80)], [scanWord('11', LEFT, 90)])
    expect(unsure.words).toEqual(['11'])
    const worse = await read(page(), [LEFT], [scanWord('17', LEFT, 80)], [scanWord('11', LEFT, 40)])
    expect(worse.words).toEqual(['17'])
  })

  test('without words is reported by nobody here', async () => {
    expect((await read(page(), [])).rules).toEqual([])
  })
})

describe('a page of a point a pixel', () => {
  const large = page({ width: WIDTH * 10, height: HEIGHT * 10, pictures: [[0, 0, WIDTH * 10, HEIGHT * 10]] })

  test('is drawn no larger than A3, and its words lie where they lie on the page', async () => {
    const sizes: number[] = []
    const [first] = await readScans(
      [large],
      {
        draw: async ({ width, height }) => {
          sizes.push(width * height)
          return paint(sheet(WIDTH, HEIGHT), GRID, 0)
        },
        recognise: async () => [scanWord('lamp', LEFT)],
        tell: () => {},
      },
      () => {},
    )
    const grown = (10 * WIDTH) / Math.sqrt((842 * 1191 * WIDTH) / HEIGHT)
    expect(sizes[0]).toBeCloseTo(842 * 1191)
    expect(first).toMatchObject({ width: WIDTH * 10, height: HEIGHT * 10 })
    expect(first?.words[0]?.x0).toBeCloseTo(LEFT[0] * POINTS * grown)
    expect(first?.edges[0]?.at).toBeCloseTo(21 * POINTS * grown)
  })
})

test('a page that cannot be drawn is left as it is, and reported', async () => {
  const diagnostics: Diagnostic[] = []
  const content = page()
  const tools = { draw: async () => null, recognise: async () => [], tell: () => {} }
  expect(await readScans([content], tools, collectInto(diagnostics))).toEqual([content])
  expect(diagnostics).toMatchObject([{ rule: 'scan-not-drawn', place: { page: 1 } }])
})

describe('a picture with words laid over it', () => {
  const laid = (box: PixelBox) => ({ ...toPageWord(scanWord('lamp', box)), hidden: true })

  test('keeps them where it has no table, and says so', async () => {
    const { content, asked, diagnostics } = await read(page({ words: [laid(LEFT)] }), [LEFT], [], { grid: [] })
    expect(content?.words.map(({ text, hidden }) => [text, hidden])).toEqual([['lamp', false]])
    expect(asked).toEqual([])
    expect(diagnostics).toMatchObject([{ rule: 'read-by-ocr', note: 'by whoever scanned it, who does not say how sure' }])
  })

  test.each<[string, PixelBox[], PixelBox[]]>([
    ['it has a table', [LEFT], GRID],
    ['they leave ink out', [LEFT, RIGHT], []],
    ['they lie where no ink is', [[330, 230, 360, 257]], []],
  ])('is read anew where %s', async (_, ink, grid) => {
    const { words, rules } = await read(page({ words: [laid(LEFT)] }), ink, [scanWord('light', LEFT, 90)], { grid })
    expect(words).toEqual(expect.arrayContaining(['light']))
    expect(words).not.toContain('lamp')
    expect(rules).toContain('read-by-ocr')
  })

  test('keeps them where the picture shows less than half of them', async () => {
    const { words } = await read(page({ words: [laid([330, 230, 360, 257])] }), [LEFT], [], { grid: [] })
    expect(words).toEqual(['lamp'])
  })
})

test('pages that show words are left as they are', async () => {
  const content = page({ pictures: [], words: [toPageWord(scanWord('lamp', LEFT))] })
  const { content: read1, told } = await read(content, [])
  expect(read1).toBe(content)
  expect(told).toEqual([])
})
