import { describe, expect, it } from 'vitest'
import { hyphenAt, writtenWords } from '../../parsers/formats/passages/line-end-hyphens.ts'
import { lineOf } from '../../parsers/formats/pdf/lines/line.ts'
import { linesToPassage } from '../../parsers/formats/pdf/lines/words-to-passage.ts'
import { readDocument } from '../../parsers/formats.ts'
import { blockPassages } from '../../schema/document.ts'
import { words } from './pdf/words.ts'

const wordsOf = (lines: readonly string[]) => writtenWords(() => lines.map((line) => line.split(' ')))

/** Lines before and after a hyphen, what else the text writes, and what comes of it. */
const CASES: readonly (readonly [string, string, string, 'drop' | 'keep' | 'none'])[] = [
  ['the panel made recommen-', 'dations on it', '', 'drop'],
  ['a multi-', 'agency group', '', 'keep'],
  ['by Stockwell-on-', 'Mere and more', '', 'keep'],
  ['led by a multi-', 'Agency group', '', 'keep'],
  ['THE RECOMMEN-', 'DATIONS ARE', '', 'drop'],
  ['aged 16-', '59 years', '', 'keep'],
  ['the harbour -', 'which is old', '', 'none'],
  ['a lamp-', 'lit quay', 'It is lamp-lit.', 'keep'],
  ['a lamp-', 'light there', 'The lamplight.', 'drop'],
  ['in its pay-', 'list now', 'The pay was on the list.', 'keep'],
  ['the child-', 'centred model', 'A child is centred.', 'keep'],
  ['before re-', 'letting it', '', 'keep'],
]

describe('a hyphen at the end of a line', () => {
  it.each(CASES)('%s|%s (%s): %s', (before, after, more, fate) => {
    expect(hyphenAt(before, after, wordsOf([before, after, more]))).toBe(fate)
  })

  it.each(CASES)('%s|%s is joined alike in text and in PDF', async (before, after, more, fate) => {
    const lines = [before, after]
    const drawn = lines.map((text, at) => lineOf(words(text, 50, 100 + 13 * at), 1))
    const joined = { drop: before.slice(0, -1) + after, keep: before + after, none: `${before} ${after}` }[fate]
    expect(linesToPassage(drawn, wordsOf([before, after, more])).text).toBe(joined)
    const bytes = new TextEncoder().encode(`${lines.join('\n')}\n\n${more}\n`)
    const { blocks } = await readDocument({ bytes, path: 'paper.txt' }, () => {})
    expect(blocks.flatMap(blockPassages).map(({ text }) => text)).toContain(joined)
  })

  it('is the layout’s where it is a soft one, but for a figure', () => {
    const none = wordsOf([])
    expect(hyphenAt('the quay\u00ad', 'side', none)).toBe('drop')
    expect(hyphenAt('in 2031\u00ad', '32', none)).toBe('keep')
    expect(linesToPassage([lineOf(words('in 2031\u00ad', 50, 100), 1), lineOf(words('32 alone', 50, 113), 1)], none).text).toBe(
      'in 2031-32 alone',
    )
  })

  it('with a gap after it and a figure beside it is a dash', () => {
    expect(hyphenAt('from May 2017- ', 'June 2018', wordsOf([]))).toBe('none')
  })

  it('is the language’s where the text breaks no words, and cuts a word where it does', () => {
    const breaks = ['The lamplight was lamp-', 'light once.']
    const keeps = ['The ferry was full, a ferry-', 'full of people.']
    expect(hyphenAt('a litter-', 'picking day', wordsOf(keeps))).toBe('keep')
    expect(hyphenAt('at the re-', 'ception desk', wordsOf(breaks))).toBe('drop')
  })

  it('cuts halves that are not words of the text', () => {
    const halves = ['It made recommen-', 'dations to it.']
    expect(wordsOf(halves).has('dations')).toBe(false)
    expect(wordsOf(halves).has('made')).toBe(true)
  })
})
