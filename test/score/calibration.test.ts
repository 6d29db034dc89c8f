import { describe, expect, test } from 'vitest'
import { bandsOf, judge, type SureRecord } from '../../scripts/score/calibration.ts'
import { mistake } from './mistake.ts'

function resolution(
  number: string | null,
  text: string,
  more: { confidence?: number; outcome?: string; decided_on?: string } = {},
): SureRecord {
  const { confidence = 0.95, ...fields } = more
  return {
    document: 'pool',
    view: 'resolutions',
    lists: ['resolution'],
    key: String(number),
    confidence,
    values: { number, text, ...fields },
  }
}
const rightOnes = (records: SureRecord[], ...mistakes: Parameters<typeof judge>[1]) =>
  judge(records, mistakes)
    .filter(({ right }) => right)
    .map(({ values }) => values.text)

describe('a record', () => {
  const slide = resolution('1', 'Mend the slide.', { outcome: 'agreed' })
  const rail = resolution('2', 'Paint the rail.', { outcome: 'noted' })

  test('is right without a mistake under its list and label, and wrong with one', () => {
    expect(rightOnes([slide, rail])).toHaveLength(2)
    expect(rightOnes([slide, rail], mistake('pool', 'resolution.outcome', '2', 'agreed', 'noted'))).toEqual(['Mend the slide.'])
    expect(
      rightOnes([slide, rail], mistake('pool', 'action.text', '2', 'a', 'b'), mistake('bath', 'resolution.text', '1', 'a', 'b')),
    ).toHaveLength(2)
  })

  test('is not touched by a row that is missing, even one of its number', () => {
    const missing = [mistake('pool', 'resolution.key', '2', '2', null), mistake('pool', 'resolution.text', '2', 'Shut it.', null)]
    expect(rightOnes([slide, rail], ...missing)).toHaveLength(2)
  })

  test('that was not expected is distinguished from one of the same number by what it says', () => {
    const again = resolution('1', 'Heat the water.')
    const invented = [
      mistake('pool', 'resolution.key', '1', null, '1', true),
      mistake('pool', 'resolution.text', '1', null, 'Mend the slide.', true),
    ]
    expect(rightOnes([again, slide], ...invented)).toEqual(['Heat the water.'])
    const both = mistake('pool', 'resolution.text', '1', 'Heat the baths.', 'Heat the water.')
    expect(rightOnes([slide, again], both, ...invented)).toEqual([])
  })

  test('that was not expected is looked for first, as more is said about it', () => {
    const noted = resolution('1', 'Heat the water.', { outcome: 'noted' })
    const again = resolution('1', 'Sweep the yard.', { outcome: 'agreed' })
    const mistakes = [
      mistake('pool', 'resolution.outcome', '1', 'rejected', 'agreed'),
      mistake('pool', 'resolution.key', '1', null, '1', true),
      mistake('pool', 'resolution.text', '1', null, 'Mend the slide.', true),
    ]
    expect(rightOnes([noted, slide, again], ...mistakes)).toEqual(['Heat the water.'])
  })

  test('with a day that is wrong for its whole paper stays right and is marked', () => {
    const dated = resolution('3', 'Shut the gate.', { decided_on: '2031-05-02' })
    const judged = judge([slide, dated], [mistake('pool', 'decided_on', '', '2031-05-01', '2031-05-02')])
    expect(judged.map(({ right, hasWrongFrame }) => [right, hasWrongFrame])).toEqual([
      [true, false],
      [true, true],
    ])
  })
})

describe('a record without a number', () => {
  const gate = resolution(null, 'Shut the gate at dusk.', { outcome: 'agreed' })
  const pump = resolution(null, 'Buy a pump.', { outcome: 'agreed' })

  test('is found by its first words', () => {
    expect(rightOnes([pump, gate], mistake('pool', 'resolution.outcome', 'Shut the  gate', 'noted', 'agreed'))).toEqual(['Buy a pump.'])
  })

  test('is found by its values where the gold has neither number nor words', () => {
    const sold = resolution(null, 'Sell the boat.', { outcome: 'rejected' })
    const mistakes = [mistake('pool', 'resolution.outcome', 'no. 2 without a number', 'noted', 'rejected')]
    expect(rightOnes([pump, sold], ...mistakes)).toEqual(['Buy a pump.'])
  })

  test('is found by the cut words of a long text, and by its last words', () => {
    const long = resolution('4', `Keep ${'all of the lanes '.repeat(8)}open until nine.`)
    const mistakes = [mistake('pool', 'resolution.ends', '4', 'until ten.', `…${String(long.values.text).slice(-70)}`)]
    expect(rightOnes([long, pump], ...mistakes)).toEqual(['Buy a pump.'])
    const cut = `${String(long.values.text).slice(0, 87)}…`
    expect(rightOnes([pump, long], mistake('pool', 'resolution.text', '4', 'Keep one lane.', cut))).toEqual(['Buy a pump.'])
  })

  test('of several rows with one label each takes a record of its own', () => {
    const rows = [
      mistake('pool', 'resolution.key', 'null', null, 'null', true),
      mistake('pool', 'resolution.outcome', 'null', null, 'agreed', true),
      mistake('pool', 'resolution.key', 'null', null, 'null', true),
      mistake('pool', 'resolution.outcome', 'null', null, 'agreed', true),
    ]
    expect(rightOnes([gate, pump], ...rows)).toEqual([])
  })
})

test('records are counted between confidences, the lower edge within', () => {
  const records = [0.97, 0.9, 0.89, 0.7, 0.5, 0.2].map((confidence, at) => resolution(String(at), `${at}`, { confidence }))
  const judged = judge(records, [mistake('pool', 'resolution.text', '1', 'x', '1')])
  expect(bandsOf(judged).map(({ records: all, right }) => [all, right])).toEqual([
    [2, 1],
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
})
