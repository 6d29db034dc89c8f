import { describe, expect, test } from 'vitest'
import { type Edge, emptyPage } from '../../../parsers/formats/pdf/page/page-content.ts'
import { completeRules } from '../../../parsers/formats/scan/broken-rules.ts'
import { inkLines } from '../../../parsers/formats/scan/ink-lines.ts'
import { partRows } from '../../../parsers/formats/scan/joined-rows.ts'
import type { PixelBox } from '../../../parsers/formats/scan/picture.ts'
import { POINTS, toPageWord } from '../../../parsers/formats/scan/scan-word.ts'
import { inked, scanWord } from './pictures.ts'

/** The usual height of lines, in pixels, and the paper's size. */
const USUAL = 20
const [WIDTH, HEIGHT] = [800, 560]
/** Where columns and rows have their rules, in pixels. */
const XS = [20, 100, 400, 600, 780]

const edge = (across: boolean, at: number, from: number, to: number): Edge => ({
  across,
  ...{ at: at * POINTS, from: from * POINTS, to: to * POINTS },
})
/** A table's rules: the level ones whole at these heights, and `part` as it is. */
const rules = (ys: readonly number[], ...part: Edge[]): Edge[] => [
  ...ys.map((y) => edge(true, y, 20, 780)),
  ...XS.map((x) => edge(false, x, ys[0] ?? 0, ys.at(-1) ?? 0)),
  ...part,
]

/** A word of so many letters on the line with this top, in the column. */
type Said = [col: number, top: number, text: string]
const boxOf = ([col, top, text]: Said): PixelBox => [(XS[col] ?? 0) + 8, top, (XS[col] ?? 0) + 8 + 10 * text.length, top + 16]
const inkOf = (said: readonly Said[]) => inked(WIDTH, HEIGHT, said.map(boxOf))

test('lines of letters in a cell are rows of pixels with ink: no underline and no speck is one', () => {
  const ink = inked(WIDTH, HEIGHT, [
    [30, 40, 90, 56],
    [30, 60, 90, 61],
    [50, 80, 50, 96],
    [30, 120, 60, 136],
  ])
  expect(inkLines(ink, [22, 22, 98, 198], USUAL)).toEqual([
    { top: 40, bottom: 56 },
    { top: 120, bottom: 136 },
  ])
})

describe('a rule that ends within a cell', () => {
  const lower: Said[] = [
    [0, 210, '2'],
    [1, 210, 'harbour'],
    [2, 210, 'Pell'],
    [3, 210, 'June'],
  ]
  const upper: Said[] = [
    [0, 30, '1'],
    [1, 30, 'winter'],
    [2, 30, 'Lamb'],
    [3, 30, 'May'],
  ]
  /** The pieces of the rule at 200, in pixels. */
  const levels = ({ edges }: { edges: readonly Edge[] }): number[][] =>
    edges.flatMap(({ across, at, from, to }) =>
      across && Math.abs(at / POINTS - 200) < 2 ? [[from, to].map((x) => Math.round(x / POINTS))] : [],
    )

  test('goes on to its side, and through cells that begin anew below it or have nothing there', () => {
    const broken = rules([20, 380], edge(true, 200, 20, 300))
    expect(levels(completeRules(broken, inkOf([...upper, ...lower]), USUAL))).toEqual([[20, 780]])
    expect(levels(completeRules(broken, inkOf([...upper, ...lower.slice(0, 2)]), USUAL))).toEqual([[20, 780]])
  })

  test('leaves a cell open, and doubtful, whose text goes on across it or does not begin beside others', () => {
    const broken = rules([20, 380], edge(true, 200, 20, 300))
    for (const astray of [
      [3, 192, 'June'],
      [3, 250, 'June'],
    ] as const satisfies Said[]) {
      const completed = completeRules(broken, inkOf([...upper, ...lower.slice(0, 3), astray]), USUAL)
      expect(levels(completed)).toEqual([[20, 600]])
      expect(completed.doubtful).toEqual([[600, 20, 780, 380].map((pixels) => pixels * POINTS)])
    }
  })

  test('is left as it is where it ends at the side of a cell, as that of joined cells does', () => {
    const whole = rules([20, 380], edge(true, 200, 20, 600))
    expect(completeRules(whole, inkOf([...upper, ...lower]), USUAL)).toEqual({ edges: whole, doubtful: [] })
  })
})

describe('a row in which several cells begin once more after white', () => {
  const head: Said[] = [
    [0, 30, 'No.'],
    [1, 30, 'What'],
    [2, 30, 'Who'],
    [3, 30, 'When'],
  ]
  /** A row of three lines in its second column that ends so. */
  const row = (top: number, number: string, end: string): Said[] => [
    ...([
      [0, top, number],
      [2, top, 'Pell'],
      [3, top, 'June'],
    ] as Said[]),
    ...([
      [1, top, 'That'],
      [1, top + 24, 'the'],
      [1, top + 48, end],
    ] as Said[]),
  ]
  const parted = (said: readonly Said[]) => {
    // What a rule parts is not a row's business: three more that have theirs.
    const all = [...said, ...[230, 310, 390].flatMap((top, at) => row(top, String(at + 3), 'end.'))]
    const words = all.map((each) => toPageWord(scanWord(each[2], boxOf(each))))
    const content = { ...emptyPage(1, WIDTH * POINTS, HEIGHT * POINTS), words, edges: rules([20, 60, 220, 300, 380, 460]) }
    const { edges, joined } = partRows(content, inkOf(all), USUAL)
    const inner = edges.flatMap(({ across, at }) => (across ? [Math.round(at / POINTS)] : [])).filter((y) => y > 61 && y < 219)
    return { inner, joined: joined.map((box) => box.map((points) => Math.round(points / POINTS))) }
  }

  test('is parted above them, where its text has ended', () => {
    // Numbers that were misread do not matter.
    expect(parted([...head, ...row(70, '1', 'end.'), ...row(142, 'Fl', 'end.')])).toEqual({ inner: [138], joined: [] })
  })

  test.each<[string, Said[]]>([
    ['a sentence may go on', [...row(70, '1', 'end'), ...row(142, 'Fl', 'end')]],
    [
      'its number is centred',
      [...row(70, '1', 'end.').map(([col, top, text]): Said => [col, col === 1 ? top : top + 24, text]), ...row(142, 'Fl', 'end.')],
    ],
    [
      'a cell begins at another height',
      [...row(70, '1', 'end.'), ...row(142, 'Fl', 'end.').map(([col, top, text]): Said => [col, col === 2 ? top + 40 : top, text])],
    ],
  ])('is doubtful where %s', (_, said) => {
    expect(parted([...head, ...said])).toEqual({ inner: [], joined: [[20, 60, 780, 220]] })
  })

  test.each<[string, Said[]]>([
    ['only parts have letters in the first column', [...row(70, '1', 'end.'), ...row(142, '(b)', 'end.')]],
    ['the first column does not begin', [...row(70, '1', 'end.'), ...row(142, 'Fl', 'end.').filter(([col]) => col > 0)]],
    ['there is no white', row(70, '1', 'end.')],
  ])('is one row where %s', (_, said) => {
    expect(parted([...head, ...said])).toEqual({ inner: [], joined: [] })
  })
})
