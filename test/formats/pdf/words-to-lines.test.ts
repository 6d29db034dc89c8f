import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsToLines } from '../../../parsers/formats/pdf/lines/words-to-lines.ts'
import { textOfWords } from '../../../parsers/formats/pdf/lines/words-to-passage.ts'
import { word, words } from './words.ts'

const anyWord = fc
  .record({
    text: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', 'x', '1', '-', '.') }),
    x0: fc.double({ min: 0, max: 500, noNaN: true }),
    base: fc.double({ min: 20, max: 820, noNaN: true }),
    size: fc.constantFrom(6, 7, 9, 11, 14, 24),
    turn: fc.constantFrom(0, 0, 0, 90, 270),
  })
  .map(({ text, x0, base, size, turn }) => word(text, x0, base, { size, turn }))

describe('wordsToLines', () => {
  it('puts every word into exactly one line, whose box holds it', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 40 }), (all) => {
        const lines = wordsToLines(all, 1)
        const placed = lines.flatMap((line) => line.words)
        expect(placed).toHaveLength(all.length)
        expect(new Set(placed)).toEqual(new Set(all))
        for (const line of lines) {
          for (const one of line.words) {
            expect(one.x0 >= line.x0 && one.x1 <= line.x1 && one.top >= line.top && one.bottom <= line.bottom).toBe(true)
          }
        }
      }),
    )
  })

  it('does not depend on the order that words are drawn in', () => {
    const all = [...words('The second line', 50, 115), ...words('The first line', 50, 100)]
    expect(wordsToLines(all, 1).map((line) => textOfWords(line.words))).toEqual(['The first line', 'The second line'])
    expect(wordsToLines([...all].reverse(), 1).map((line) => textOfWords(line.words))).toEqual(['The first line', 'The second line'])
  })

  it('joins an ordinal that is raised to its number', () => {
    const day = word('31', 50, 100)
    const all = [day, word('st', day.x1, 95.5, { size: 7 }), ...words('March', day.x1 + 12, 100)]
    expect(wordsToLines(all, 1).map((line) => textOfWords(line.words))).toEqual(['31st March'])
  })

  it('keeps the mark of a footnote apart from the word it stands at', () => {
    const before = word('estimated', 50, 100)
    const all = [before, word('16', before.x1, 95.5, { size: 7, glued: true })]
    expect(wordsToLines(all, 1).map((line) => textOfWords(line.words))).toEqual(['estimated 16'])
  })
})
