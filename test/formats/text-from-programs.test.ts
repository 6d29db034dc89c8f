import { describe, expect, it } from 'vitest'
import { outlineOf } from './reading.ts'

const HEADS = ['No.', 'Recommendation', 'Officer', 'Status']
const FIRST = ['1', 'That each pond be fenced by the spring.', 'Parks', 'Done']
const SECOND = ['2', 'That ducks be counted twice in a year.', 'Wardens', 'Begun']
const text = (...rows: string[][]) => rows.flat().join('\n')

describe('a table saved with a cell a line', () => {
  it('is a table where numbers count its rows, first or last', async () => {
    expect(await outlineOf(text(['Ponds of 2031'], HEADS, FIRST, SECOND))).toEqual([
      'P Ponds of 2031',
      [HEADS, FIRST, SECOND].map((row) => row.map((cell) => `P ${cell}`)),
    ])
    const turned = [HEADS, FIRST, SECOND].map((row) => [...row.slice(1), row[0] ?? ''])
    expect(await outlineOf(text(...turned))).toEqual([turned.map((row) => row.map((cell) => `P ${cell}`))])
  })

  it('stays text where a cell has two lines, a cell is missing, or nothing counts', async () => {
    for (const rows of [
      [HEADS, FIRST, [...SECOND, 'Late']],
      [
        HEADS,
        FIRST,
        ['2', 'That ducks be counted.', 'By hand.', 'Wardens', 'Begun'],
        ['3', 'That reeds be cut back each winter.', 'Parks', 'Done'],
      ],
      [HEADS, FIRST, SECOND.slice(0, 3)],
      [HEADS, FIRST],
      [HEADS, ['x', ...FIRST.slice(1)], ['y', ...SECOND.slice(1)]],
    ])
      expect((await outlineOf(text(...rows))).some(Array.isArray), text(...rows)).toBe(false)
  })
})

describe('a mail', () => {
  it('is read without the signs before what it quotes', async () => {
    expect(
      await outlineOf('See below.\r\n\r\n> > The pond is\r\n> > deep.\r\n> >\r\n> > 1. Fence it.\r\n>\r\n> Thanks\r\n\r\nBye'),
    ).toEqual(['P See below.', 'P The pond is deep.', 'P 1. Fence it.', 'P Thanks', 'P Bye'])
  })

  it('is not every list whose bullets are such signs', async () => {
    expect(await outlineOf('Steps:\n> Fence it\n> Fill it')).toEqual(['P Steps:', '- > Fence it', '- > Fill it'])
  })
})
