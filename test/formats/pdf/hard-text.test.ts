import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import { textOfWords } from '../../../parsers/formats/pdf/lines/words-to-passage.ts'
import { cleanWords } from '../../../parsers/formats/pdf/words/clean-words.ts'
import { lowerDropCaps } from '../../../parsers/formats/pdf/words/drop-caps.ts'
import { unreadableFonts } from '../../../parsers/formats/pdf/words/unreadable-fonts.ts'
import { outline } from '../reading.ts'
import { pageOf, word, words } from './words.ts'

const linesOf = (all: Parameters<typeof wordsToLines>[0]) => wordsToLines(all, 1).map((line) => textOfWords(line.words))
const blocksOf = (all: Parameters<typeof wordsToLines>[0]) => outline(contentsToBlocks([pageOf([...all])], () => undefined).blocks)

describe('a drop cap', () => {
  const text = [...words('he tide tables are wrong', 82, 112), ...words('by an hour each spring.', 82, 125)]

  it('is the first letter of the word that it begins', () => {
    expect(linesOf(lowerDropCaps([word('T', 60, 125, { size: 34, x1: 80 }), ...text]))).toEqual([
      'The tide tables are wrong',
      'by an hour each spring.',
    ])
  })

  it('is not a large letter without lines beside it, or on the line of the small ones', () => {
    const section = [word('B', 60, 112, { size: 34, x1: 80 }), ...words('oating lake', 82, 112)]
    expect(lowerDropCaps(section)).toEqual(section)
  })
})

describe('small print beside a large title', () => {
  it('keeps its own lines', () => {
    const title = word('Harbour', 50, 120, { size: 60 })
    expect(linesOf([title, ...words('Final report', 270, 100, { size: 11 })])).toEqual(['Final report', 'Harbour'])
  })
})

describe('a dash that opens a line', () => {
  it('belongs to the sentence that the line above left open', () => {
    expect(
      blocksOf([...words('The pier is closed at every high water', 72, 100), ...words('– see the notice – until the autumn.', 72, 113)]),
    ).toEqual(['P The pier is closed at every high water – see the notice – until the autumn.'])
  })

  it('is a bullet after a finished line, and where white follows it', () => {
    const items = (gap: number) => [
      ...words('The pier is closed at high water', 72, 100),
      word('–', 72, 113),
      ...words('until the autumn', 72 + 5.5 + gap, 113),
    ]
    expect(blocksOf(items(14))).toHaveLength(2)
    expect(blocksOf([...words('The pier is closed at high tide.', 72, 100), ...words('– see the notice', 72, 113)])).toHaveLength(2)
  })
})

describe('two columns', () => {
  it('reach as far down as the sentence that the next one goes on with', () => {
    const left = [
      '1. That the ferry keep its winter',
      'times until the last week',
      'of April in each year, and',
      'that the crew be told of it.',
      '2. That tickets be sold in the',
      'shop beside the town quay.',
    ]
    const right = [
      'be counted on each crossing',
      'and the sums be published.',
      '4. That the gangway be mended',
      'before the season begins and',
      'that it be painted in white.',
      '5. That a bell be hung there.',
    ]
    const column = (lines: string[], x: number) => lines.flatMap((line, i) => words(line, x, 100 + 13 * i))
    const all = [...column(left, 60), ...words('3. That the number of users', 60, 200), ...column(right, 320)]
    const text = blocksOf(all).join('\n')
    expect(text).toContain('3. That the number of users be counted on each crossing and the sums be published.')
  })
})

describe('fonts that name no vowels', () => {
  const spread = (text: string) => pageOf(text.split(' ').map((one, i) => word(one, 50, 20 + 14 * i)))
  const fontsOf = (text: string, isMapped: boolean) => [...unreadableFonts([spread(text)], [{ name: 'Plain', isMapped }])]

  it('are sound where they set abbreviations and names crossed out with letters', () => {
    expect(fontsOf('PTRH (BD) DCM, XXXXX XXXXXXXX RSLs '.repeat(6).trim(), true)).toEqual([])
  })

  it('are not where nothing says which letters their codes draw, or where small letters have no vowels', () => {
    expect(fontsOf('WKH FRXQFLO SDVVHG WKH EXGJHW '.repeat(6).trim(), false)).toEqual([0])
    expect(fontsOf('wkh frxqflo sdvvhg wkh exgjhw '.repeat(6).trim(), true)).toEqual([0])
  })
})

describe('control characters', () => {
  it('are taken out of words, and words of nothing else are left out', () => {
    expect(
      cleanWords(pageOf([word('\u0007', 50, 100), word('1.', 60, 100), word('chains\u001b', 80, 100)])).map(({ text }) => text),
    ).toEqual(['1.', 'chains'])
  })
})
