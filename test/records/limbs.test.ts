import { describe, expect, it } from 'vitest'
import { limbs } from '../../parsers/outline/limbs.ts'
import type { TextEntry } from '../../parsers/outline/outline.ts'
import { blockEntries } from '../../parsers/outline/outline.ts'
import { type Passage, PLAIN_LOOK } from '../../schema/document.ts'

const passage = (text: string): Passage => ({ text, runs: [] })
const entries = (...texts: string[]) =>
  blockEntries(
    texts.map((text) => ({ type: 'paragraph', passage: passage(text), bold: false, indent: 0, look: PLAIN_LOOK })),
  ) as TextEntry[]
const read = (first: string, ...texts: string[]) => limbs(passage(first), entries(...texts)).map(({ number, text }) => [number, text.text])

describe('limbs', () => {
  it('reads a list that runs together in the line of its opener', () => {
    expect(read('(1) That the pond be dredged; (2) That the ducks be counted; and (3) That nobody fish.')).toEqual([
      ['1', 'That the pond be dredged;'],
      ['2', 'That the ducks be counted; and'],
      ['3', 'That nobody fish.'],
    ])
  })

  it('keeps what leads into a list as a limb of its own', () => {
    expect(read('that officers: (a) mend the gate; (b) paint it.')).toEqual([
      [null, 'that officers:'],
      ['a', 'mend the gate;'],
      ['b', 'paint it.'],
    ])
  })

  it('ends at a vote and at the next item of the meeting', () => {
    expect(read('that', '1. The gate be mended.', 'For: 6 Against: 1')).toEqual([['1', 'The gate be mended.']])
    expect(read('that', '1. The gate be mended.', '14. FENCES')).toEqual([['1', 'The gate be mended.']])
  })

  it('passes over a running head between two numbers that follow', () => {
    expect(read('that', '(1) The gate be mended.', 'Cabinet, 3 May 2022', '(2) The fence be painted.')).toEqual([
      ['1', 'The gate be mended.'],
      ['2', 'The fence be painted.'],
    ])
  })

  it('takes paragraphs that end in semicolons below "that:" for limbs, though no number is printed', () => {
    expect(read('that:', 'the gate be mended;', 'the ranger:', 'count the ducks; and', 'close the pond at dusk.')).toEqual([
      [null, 'the gate be mended;'],
      [null, 'the ranger:'],
      [null, 'count the ducks; and'],
      [null, 'close the pond at dusk.'],
    ])
    expect(read('that', 'the gate be mended, the pond be dredged,', 'and the ducks be counted.')).toHaveLength(1)
  })
})
