import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import { boxesToFrames } from '../../../parsers/formats/pdf/frames/boxes-to-frames.ts'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import type { PageContent } from '../../../parsers/formats/pdf/page/page-content.ts'
import { cleanWords } from '../../../parsers/formats/pdf/words/clean-words.ts'
import type { Box } from '../../../schema/place.ts'
import { pageOf, words } from './words.ts'

const tables = (page: PageContent) =>
  contentsToBlocks([page], () => {}).blocks.flatMap((block) =>
    block.type === 'table'
      ? [block.rows.map((row) => row.map((cell) => cell.blocks.map((inner) => ('passage' in inner ? inner.passage.text : '')).join(' ')))]
      : [],
  )

const row = (base: number, ...texts: string[]) => texts.flatMap((text, i) => (text ? words(text, [60, 200, 330][i] ?? 0, base) : []))

describe('a label outside of its rules', () => {
  const short = (at: number) => ({ across: true, at, from: 190, to: 420 })
  const whole = (at: number) => ({ ...short(at), from: 50 })
  const edges = [whole(140), whole(160), short(190), short(220), short(250), whole(280)]

  it('begins a row where it stands on the first line of its cells', () => {
    const page = pageOf(
      [
        ...row(154, 'Place', 'Work', 'Lead'),
        ...row(174, 'North pier', 'Hang lanterns', 'Ward clerk'),
        ...row(204, 'South pier', 'Mend benches', 'Quay warden'),
        ...row(234, 'Toll gate', 'Post the tolls', 'Toll keeper'),
        ...row(264, 'Rope store', 'Buy ropes', 'Ward clerk'),
      ],
      { edges },
    )
    expect(tables(page)[0]?.map(([label]) => label)).toEqual(['Place', 'North pier', 'South pier', 'Toll gate', 'Rope store'])
  })
})

describe('cells that are boxes of their own', () => {
  it('make a grid with borders in the white between them', () => {
    const boxes = [100, 126, 152].flatMap((top) =>
      [
        [50, 90],
        [94, 200],
        [204, 300],
      ].map(([x0 = 0, x1 = 0]): Box => [x0, top, x1, top + 22]),
    )
    const [frame, ...others] = boxesToFrames(boxes)
    expect(others).toEqual([])
    expect(frame?.xs).toEqual([50, 92, 202, 300])
    expect(frame?.ys).toEqual([100, 124, 150, 174])
  })
})

describe('a remark between rows', () => {
  it('is a row of its own where it runs over columns', () => {
    const page = pageOf([
      ...row(100, 'No.', 'Work', 'Lead'),
      ...row(124, '1', 'Hang lanterns', 'Ward clerk'),
      ...words('Two traders asked for lanterns of brass instead.', 200, 148),
      ...row(172, '2', 'Mend benches', 'Quay warden'),
      ...row(196, '3', 'Post the tolls', 'Toll keeper'),
      ...row(220, '4', 'Buy ropes', 'Ward clerk'),
    ])
    expect(
      tables(page)[0]
        ?.slice(1, 3)
        .map((cells) => cells.filter(Boolean)),
    ).toEqual([['1', 'Hang lanterns', 'Ward clerk'], ['Two traders asked for lanterns of brass instead.']])
  })
})

describe('letters on the page', () => {
  it('are told apart from copies down a turned column', () => {
    const turned = words('quay', 60, 100).map((word) => ({ ...word, turn: 90, base: -60, x0: 50, x1: 60, top: 100, bottom: 120 }))
    const below = turned.map((word) => ({ ...word, top: 300, bottom: 320 }))
    expect(cleanWords(pageOf([...turned, ...below])).map(({ text }) => text)).toEqual(['quay', 'quay'])
  })

  it('stand on the line that they are as high as, though they are larger', () => {
    const large = words('7', 60, 105).map((word) => ({ ...word, size: word.size * 1.6 }))
    const [small] = words('Ropes', 100, 100)
    const base = 100 + 0.72 * (large[0]?.size ?? 0) - 0.72 * (small?.size ?? 0)
    const lines = wordsToLines(
      [...words('Ropes be replaced', 100, 100), ...large.map((word) => ({ ...word, base })), ...words('every spring', 100, 113)],
      1,
    )
    expect(lines.map((line) => line.words.map(({ text }) => text).join(' '))).toEqual(['7 Ropes be replaced', 'every spring'])
  })
})
