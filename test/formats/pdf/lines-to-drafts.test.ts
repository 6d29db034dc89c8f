import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column } from '../../../parsers/formats/pdf/blocks/lines-to-drafts.ts'
import { linesToDrafts } from '../../../parsers/formats/pdf/blocks/lines-to-drafts.ts'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import { textOfWords } from '../../../parsers/formats/pdf/lines/words-to-passage.ts'
import { words } from './words.ts'

const column: Column = { left: 50, right: 300, pitch: (size) => 1.2 * size, tags: [] }
const texts = (...lines: string[]) =>
  linesToDrafts(
    wordsToLines(
      lines.flatMap((line, i) => words(line, 50, 100 + 13 * i)),
      1,
    ),
    column,
  ).map((block) => block.lines.map((line) => textOfWords(line.words)).join(' '))

describe('linesToDrafts', () => {
  it('puts every line into exactly one block, in order', () => {
    const line = fc.record({
      text: fc.array(fc.constantFrom('(a)', '1.', '•', 'Action', 'and', 'the', 'end.', 'long-winded'), { minLength: 1, maxLength: 9 }),
      x: fc.constantFrom(50, 50, 62, 80),
      gap: fc.constantFrom(13, 13, 13, 22, 40),
      size: fc.constantFrom(11, 11, 14),
      bold: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (all) => {
        let base = 50
        const lines = wordsToLines(
          all.flatMap(({ text, x, gap, size, bold }) => {
            base += gap
            return words(text.join(' '), x, base, { size, bold })
          }),
          1,
        )
        expect(linesToDrafts(lines, column).flatMap((block) => block.lines)).toEqual(lines)
      }),
    )
  })

  it('begins a paragraph at a label, without any gap', () => {
    expect(texts('(a) a joint list be drawn up with wardens', 'and published;', '(b) fares be set by distance.')).toEqual([
      '(a) a joint list be drawn up with wardens and published;',
      '(b) fares be set by distance.',
    ])
  })

  it('begins none at a label that goes on counting within a sentence', () => {
    const list = ['That lamps be lit as set out in (a) the day plan and', '(b) the night plan of the whole harbour']
    expect(texts(...list)).toEqual([list.join(' ')])
    expect(texts('That wardens, as in (b), light all lamps, and', '(a) mend all that are dark')).toHaveLength(2)
  })

  it('begins a paragraph where the line before ended early and its sentence with it', () => {
    expect(texts('The stop has no shelter.', 'Fares differ between the two operators.')).toHaveLength(2)
    expect(texts('Stops are still without a shelter in many', 'parishes.')).toHaveLength(1)
  })

  it('sets a bullet apart as a marker', () => {
    const [item] = linesToDrafts(wordsToLines(words('• Drivers are in short supply', 50, 100), 1), column)
    expect(item?.marker.map(({ text }) => text)).toEqual(['•'])
  })

  it('takes a sign before words and another sign for a key and no bullet', () => {
    const [key] = linesToDrafts(wordsToLines(words('✔ Finished ➜ Under way ✘ Late', 50, 100), 1), column)
    expect(key?.marker).toEqual([])
    const [item] = linesToDrafts(wordsToLines(words('✔ Lamps are bought', 50, 100), 1), column)
    expect(item?.marker.map(({ text }) => text)).toEqual(['✔'])
  })
})
