import { describe, expect, it } from 'vitest'
import { alignLists, type ListItem } from '../../src/link/align.ts'
import { matchMergedRow } from '../../src/link/merged-rows.ts'
import { Numbering } from '../../src/link/numbering.ts'
import { mergedNumbers } from '../../src/link/row-numbers.ts'

const item = (id: string, number: string | null, ...texts: string[]): ListItem => ({ id, number, texts, parentId: null })
const BASE = [
  item('a', '1', 'That the Council write to the bus operators about the condition of shelters.'),
  item('b', '2', 'That the Council write to the train operator about the condition of platforms.'),
  item('c', '3', 'That a forum of passengers be set up and meet twice a year.'),
  item('d', '4', 'That the concessionary pass be valid before nine in the morning.'),
]
const found = (others: ListItem[]) => Object.fromEntries(alignLists(BASE, others).map((match) => [match.fromId, match.toId]))

describe('alignment', () => {
  it('tells near-twins apart by the words that only one has, whatever their numbers', () => {
    const others = [
      item('x', '2', 'the Council write to the bus operators about the condition of shelters'),
      item('y', '1', 'the Council write to the train operator about the condition of platforms'),
    ]
    expect(found(others)).toEqual({ x: 'a', y: 'b' })
  })

  it('reads through a poor scan', () => {
    expect(found([item('x', null, 'Thatthe concess1onary pass bevalid befo re nine in the rnorning.')])).toEqual({ x: 'd' })
  })

  it('knows a short form by what it keeps, without a number', () => {
    expect(found([item('x', null, 'Forum of passengers set up'), item('y', null, 'Concessionary pass valid before nine')])).toEqual({
      x: 'c',
      y: 'd',
    })
  })

  it('gives all parts of a row that was split to the whole', () => {
    const others = [item('x', '3(a)', 'a forum of passengers be set up'), item('y', '3(b)', 'the passengers’ forum meet twice a year')]
    expect(found(others)).toEqual({ x: 'c', y: 'c' })
  })

  it('gives a part of a part to no part that only holds it', () => {
    const base = [
      item('p', '10', 'the Trust change its ways as follows'),
      { ...item('q', '10(a)', 'keep a list of patients and write to each of them'), parentId: 'p' },
    ]
    const [match] = alignLists(base, [item('x', '10(a)(i)', 'keep a list of patients')])
    expect(match?.toId).toBeNull()
  })

  it('leaves two alone that nothing tells apart', () => {
    const [match] = alignLists(BASE, [item('x', null, 'the Council write to the operator about the condition')])
    expect(match).toMatchObject({ toId: null, method: 'none' })
    expect(match?.runnerUpId).not.toBeNull()
  })

  it('tells why', () => {
    const [match] = alignLists(BASE, [item('x', '4', 'Concessionary pass valid before nine in the morning')])
    expect(match).toMatchObject({ toId: 'd', method: 'number-and-text', reasons: { sameNumber: true, numbersKept: true } })
  })
})

describe('rows for several', () => {
  it.each([
    ['3 & 4', ['3', '4']],
    ['Recs 3 and 4', ['3', '4']],
    ['2-4', ['2', '3', '4']],
    ['3', null],
    ['R3', null],
    ['2.1', null],
    ['3(a)', null],
    [null, null],
  ])('%s', (number, numbers) => {
    expect(mergedNumbers(number)).toEqual(numbers)
  })

  it('joins what it words, and not what a renumbered list would have there', () => {
    const both = 'A forum of passengers be set up and meet twice a year. The concessionary pass be valid before nine in the morning.'
    expect(matchMergedRow(item('x', 'Recs 3 & 4', both), BASE)?.toIds).toEqual(['c', 'd'])
    expect(matchMergedRow(item('x', '1 & 2', both), BASE)).toMatchObject({ toId: null, method: 'none' })
  })
})

describe('a number alone', () => {
  it('is sure where all lists agree, or the plan decides; else it is not', () => {
    const numbering = new Numbering()
    numbering.learn('1', 'a', 'own')
    numbering.learn('2', 'b', 'own')
    numbering.learn('1', 'b', 'decision')
    expect(numbering.read('2').sure).toBe('b')
    expect(numbering.read('1')).toEqual({ sure: null, possible: ['a', 'b'] })
    numbering.learn('1', 'b', 'plan')
    expect(numbering.read('1').sure).toBe('b')
    expect(numbering.read('9').sure).toBeNull()
  })
})
