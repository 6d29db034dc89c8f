import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from '../../../parsers/formats/pdf/lines/line.ts'
import { linesToPassage } from '../../../parsers/formats/pdf/lines/words-to-passage.ts'
import { words } from './words.ts'

const vocabulary = (...known: string[]) => ({ has: (word: string) => known.includes(word.toLowerCase()), hyphenates: () => true })
const lines = (...texts: string[]) => texts.map((text, i) => lineOf(words(text, 50, 100 + 13 * i), 1))

describe('linesToPassage', () => {
  it('folds line breaks to spaces, with a run that says what stands in the text for every word', () => {
    const letters = fc.string({ minLength: 1, maxLength: 7, unit: fc.constantFrom('a', 'e', 't', 'n', 'ö', '-', '\u00ad', '3') })
    const line = fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (texts) => {
        const passage = linesToPassage(lines(...texts), vocabulary('ate', 'net'))
        expect(passage.text).not.toMatch(/ {2}|^ | $|\u00ad/u)
        let last = 0
        for (const run of passage.runs) {
          expect(run.start).toBeGreaterThanOrEqual(last)
          expect(run.end).toBeGreaterThan(run.start)
          expect(passage.text.slice(last, run.start).trim()).toBe('')
          last = run.end
        }
        expect(last).toBe(passage.text.length)
      }),
    )
  })

  it('takes out a hyphen of the layout where the document has the word whole', () => {
    expect(linesToPassage(lines('the safe-', 'guarding board'), vocabulary('safeguarding')).text).toBe('the safeguarding board')
  })

  it('keeps the hyphen of a compound that a line break fell on', () => {
    expect(linesToPassage(lines('a child-', 'centred model'), vocabulary('child', 'centred')).text).toBe('a child-centred model')
    expect(linesToPassage(lines('Marl-on-', 'Sea'), vocabulary()).text).toBe('Marl-on-Sea')
  })

  it('keeps a hyphen that nothing is known of where the document breaks no words', () => {
    expect(linesToPassage(lines('a co-', 'ordinated plan'), { ...vocabulary(), hyphenates: () => false }).text).toBe('a co-ordinated plan')
  })

  it('leaves a dash between words alone', () => {
    expect(linesToPassage(lines('open -', 'closed'), vocabulary()).text).toBe('open - closed')
  })
})
