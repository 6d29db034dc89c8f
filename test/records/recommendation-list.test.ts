import { describe, expect, it } from 'vitest'
import { documentOutline } from '../../parsers/outline/outline.ts'
import { readReportLists } from '../../parsers/records/recommendation-list.ts'
import { type Block, PLAIN_LOOK } from '../../schema/document.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', passage: { text, runs: [] }, bold: false, indent: 0, look: PLAIN_LOOK })
const heading = (text: string, level = 2): Block => ({ type: 'heading', level, passage: { text, runs: [] }, look: PLAIN_LOOK })
const lists = (...blocks: Block[]) =>
  readReportLists(documentOutline({ mediaType: 'text/plain', pages: [], blocks, source: null, information: {}, furniture: [] }))
const texts = (items: { number: string | null; text: { text: string } }[] | undefined) =>
  items?.map(({ number, text }) => [number, text.text])

describe('readReportLists', () => {
  it('takes paragraph numbers of its own section only', () => {
    const { proposed } = lists(
      heading('4.0 Recommendations'),
      paragraph('4.1 swans be left alone.'),
      paragraph('4.2 geese be counted.'),
      heading('5.0 Cost'),
      paragraph('5.1 There is none.'),
    )
    expect(texts(proposed?.items)).toEqual([
      ['4.1', 'swans be left alone.'],
      ['4.2', 'geese be counted.'],
    ])
  })

  it('gives a lost number back only to the one paragraph that is written as its neighbours are', () => {
    const list = (...between: string[]) =>
      lists(
        heading('Recommendations'),
        paragraph('1. That swans be left alone.'),
        ...between.map(paragraph),
        paragraph('3. That geese be counted.'),
      ).proposed?.items.map(({ number }) => number)
    expect(list('That ducks be fed.')).toEqual(['1', '2', '3'])
    expect(list('We heard from two anglers.')).toEqual(['1', '3'])
    expect(list('That ducks be fed.', 'That nobody fish.')).toEqual(['1', '3'])
  })

  it('leaves reasons out, and tells a name over a recommendation from the recommendation', () => {
    const { proposed } = lists(
      heading('Recommendation 1: Swans'),
      paragraph('The Council should leave swans alone.'),
      paragraph('They bite.'),
      heading('Recommendation 2: That geese be counted'),
      paragraph('Nobody has.'),
    )
    expect(texts(proposed?.items)).toEqual([
      ['1', 'The Council should leave swans alone.'],
      ['2', 'That geese be counted Nobody has.'],
    ])
  })
})
