import { expect, test } from 'vitest'
import { boldWords } from '../../../parsers/formats/scan/bold-words.ts'
import type { PixelBox } from '../../../parsers/formats/scan/picture.ts'
import { inked, scanWord } from './pictures.ts'

/** Words of a line as boxes of stems: where they begin, how many stems they have and how thick those are. */
type Drawn = [text: string, x: number, y: number, thick: number]
const stemsOf = ([text, x, y, thick]: Drawn): PixelBox[] =>
  [...text].map((_, nth): PixelBox => [x + nth * 10, y, x + nth * 10 + thick - 1, y + 19])
const wordOf = ([text, x, y, thick]: Drawn) => scanWord(text, [x, y, x + (text.length - 1) * 10 + thick - 1, y + 19])

function boldAmong(drawn: readonly Drawn[]): string[] {
  const words = drawn.map(wordOf)
  const bold = boldWords(words, inked(600, 400, drawn.flatMap(stemsOf)))
  return words.filter((word) => bold.has(word)).map(({ text }) => text)
}

const BODY: Drawn[] = [
  ['lamps', 20, 100, 3],
  ['along', 80, 100, 3],
  ['every', 140, 100, 3],
  ['quay', 20, 140, 3],
]

test('words are in bold where their stems are thicker than those of most letters', () => {
  expect(boldAmong([['Summary', 20, 40, 4], ['of', 100, 40, 4], ...BODY])).toEqual(['Summary', 'of'])
})

test('a cell of a row is told by itself: white parts it from the next', () => {
  expect(boldAmong([...BODY, ['Owner', 300, 100, 4]])).toEqual(['Owner'])
})

test('a thicker word within a line is not, and neither are digits, or a page that is all alike', () => {
  expect(boldAmong([...BODY, ['on', 200, 100, 4]])).toEqual([])
  expect(boldAmong([...BODY, ['42', 300, 100, 4]])).toEqual([])
  expect(boldAmong(BODY.map(([text, x, y]): Drawn => [text, x, y, 5]))).toEqual([])
})

test('larger letters have thicker stems and are not in bold for that', () => {
  const title = { ...wordOf(['Title', 20, 20, 5]), size: 34 }
  const body = BODY.map(wordOf)
  expect(boldWords([title, ...body], inked(600, 400, [['Title', 20, 20, 5] as Drawn, ...BODY].flatMap(stemsOf))).size).toBe(0)
})
