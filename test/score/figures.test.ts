import { describe, expect, test } from 'vitest'
import { byField, faultsOf, figuresOf, riskyValues, worstPapers } from '../../scripts/score/figures.ts'
import { emptyPapers } from '../../scripts/score/gold.ts'
import { mistake } from './mistake.ts'

const tally = (document: string, field: string, expected: number, found: number, right: number) => ({
  document,
  field,
  expected,
  found,
  right,
})

describe('figures', () => {
  test('of a tally are precision, recall and their harmonic mean', () => {
    expect(figuresOf({ expected: 8, found: 4, right: 3 })).toMatchObject({ precision: 0.75, recall: 0.375, f1: 0.5 })
    expect(figuresOf({ expected: 0, found: 0, right: 0 }).f1).toBe(1)
    expect(figuresOf({ expected: 5, found: 0, right: 0 })).toMatchObject({ precision: 1, recall: 0, f1: 0 })
    expect(figuresOf({ expected: 0, found: 5, right: 0 })).toMatchObject({ precision: 0, recall: 1, f1: 0 })
    expect(figuresOf({ expected: 2, found: 2, right: 0 }).f1).toBe(0)
  })

  test('of a field are summed over documents, those that lack most first', () => {
    const fields = byField([tally('a', 'kind', 1, 1, 1), tally('a', 'action.text', 4, 2, 2), tally('b', 'action.text', 2, 3, 1)])
    expect(fields).toMatchObject([
      { field: 'action.text', expected: 6, found: 5, right: 3 },
      { field: 'kind', expected: 1, found: 1, right: 1 },
    ])
  })

  test('of values that must hardly be wrong go over outcomes, bodies, days and statuses, and apart over links', () => {
    const tallies = ['outcome', 'decided_by', 'resolution.decided_on', 'commitment.due_text', 'update.status', 'link', 'answer'].map(
      (field) => tally('a', field, 2, 2, 1),
    )
    const others = ['resolution.text', 'fact.date_to', 'kind'].map((field) => tally('a', field, 1, 1, 0))
    expect(riskyValues([...tallies, ...others])).toEqual({ guarded: { stored: 10, wrong: 5 }, links: { stored: 4, wrong: 2 } })
  })
})

describe('papers', () => {
  test('with most faults come first, and a value that differs counts once, as wrong', () => {
    const mistakes = [
      mistake('a', 'kind', '', 'minutes', null),
      mistake('b', 'kind', '', 'minutes', 'other'),
      mistake('b', 'action.key', '1/', null, '1/', true),
      mistake('b', 'action.key', '2/', '2/', null),
    ]
    expect(faultsOf(mistakes)).toEqual({ wrong: 2, missing: 2 })
    expect(worstPapers(mistakes)).toEqual([
      { document: 'b', wrong: 2, missing: 1 },
      { document: 'a', wrong: 0, missing: 1 },
    ])
  })

  test('that hold nothing are those whose golds say so', () => {
    const golds = new Map([
      ['agenda', { recommendations: [], resolutions: [] }],
      ['letter', { recommendations: [] }],
      ['plan', { recommendations: [], plan: [{ number: '1' }] }],
      ['unheld', { kind: 'other' }],
    ])
    const tallies = ['agenda', 'plan', 'unheld'].map((name) => tally(name, 'resolution.key', 0, 1, 0))
    expect(emptyPapers(golds, tallies)).toEqual({ empty: ['agenda', 'letter'], misread: ['agenda'] })
  })
})
