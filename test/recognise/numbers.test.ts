import { describe, expect, it } from 'vitest'
import type { Label } from '../../parsers/recognise/numbers.ts'
import {
  canonicalNumber,
  compareNumbers,
  nestLabels,
  nextNumber,
  numberLevels,
  parentNumber,
  readLabel,
} from '../../parsers/recognise/numbers.ts'

describe('readLabel', () => {
  it.each([
    // text, number, as printed, style, bracketed, word, what follows
    ['1. The ferry runs', '1', '1.', 'decimal', false, null, 'The ferry runs'],
    ['1 The ferry shall run', '1', '1', 'decimal', false, null, 'The ferry shall run'],
    ['1.The ferry runs', '1', '1.', 'decimal', false, null, 'The ferry runs'],
    ['01. The ferry runs', '1', '01.', 'decimal', false, null, 'The ferry runs'],
    ['(3) That the pier be kept', '3', '(3)', 'decimal', true, null, 'That the pier be kept'],
    ['3) that the pier be kept', '3', '3)', 'decimal', true, null, 'that the pier be kept'],
    ['2 – Pier repairs', '2', '2', 'decimal', false, null, 'Pier repairs'],
    ['(a)Lamps to be lit', 'a', '(a)', 'letter', true, null, 'Lamps to be lit'],
    ['a) lamps', 'a', 'a)', 'letter', true, null, 'lamps'],
    ['a. Lamps', 'a', 'a.', 'letter', false, null, 'Lamps'],
    ['B. Lamps', 'B', 'B.', 'letter', false, null, 'Lamps'],
    ['(iv) lamps', 'iv', '(iv)', 'roman', true, null, 'lamps'],
    ['ii. lamps', 'ii', 'ii.', 'roman', false, null, 'lamps'],
    ['8.1 The harbour', '8.1', '8.1', 'dotted', false, null, 'The harbour'],
    ['3.1.1.1 The harbour', '3.1.1.1', '3.1.1.1', 'dotted', false, null, 'The harbour'],
    ['4a) iii) tidal gates', '4(a)(iii)', '4a) iii)', 'roman', true, null, 'tidal gates'],
    ['4(a)(i) tidal gates', '4(a)(i)', '4(a)(i)', 'roman', true, null, 'tidal gates'],
    ['1. (a) tidal gates', '1(a)', '1. (a)', 'letter', true, null, 'tidal gates'],
    ['1.a Tidal gates', '1(a)', '1.a', 'letter', false, null, 'Tidal gates'],
    ['1a. tidal gates', '1(a)', '1a.', 'letter', false, null, 'tidal gates'],
    ['33.10a Tidal gates', '33.10(a)', '33.10a', 'letter', false, null, 'Tidal gates'],
    ['R1 The mole', 'R1', 'R1', 'reference', false, null, 'The mole'],
    ['R1.2: the mole', 'R1.2', 'R1.2:', 'reference', false, null, 'the mole'],
    ['R.A.1. the mole', 'R.A.1', 'R.A.1.', 'reference', false, null, 'the mole'],
    ['V-C1. the mole', 'V-C1', 'V-C1.', 'reference', false, null, 'the mole'],
    ['II-A1. the mole', 'II-A1', 'II-A1.', 'reference', false, null, 'the mole'],
    ['C1a. the mole', 'C1(a)', 'C1a.', 'letter', false, null, 'the mole'],
    ['CEH.140715.20b The mole', 'CEH.140715.20b', 'CEH.140715.20b', 'reference', false, null, 'The mole'],
    ['SR (25/26) 01 The mole', 'SR (25/26) 01', 'SR (25/26) 01', 'reference', false, null, 'The mole'],
    ['(21-170) the mole', '21-170', '(21-170)', 'reference', true, null, 'the mole'],
    ['Recommendation 4: buoys', '4', 'Recommendation 4:', 'decimal', false, 'recommendation', 'buoys'],
    ['Recommendation 4 – buoys', '4', 'Recommendation 4', 'decimal', false, 'recommendation', 'buoys'],
    ['RECOMMENDATION 4 Buoys', '4', 'RECOMMENDATION 4', 'decimal', false, 'recommendation', 'Buoys'],
    ['Recommendation Two: buoys', '2', 'Recommendation Two:', 'decimal', false, 'recommendation', 'buoys'],
    ['Recommendation 1 (a) – buoys', '1(a)', 'Recommendation 1 (a)', 'letter', true, 'recommendation', 'buoys'],
    ['Rec 3', '3', 'Rec 3', 'decimal', false, 'recommendation', ''],
    ['Rec. 3. Buoys', '3', 'Rec. 3.', 'decimal', false, 'recommendation', 'Buoys'],
    ['Objective 2.1 – Buoys', '2.1', 'Objective 2.1', 'dotted', false, 'objective', 'Buoys'],
    ['Conclusion 9. Buoys', '9', 'Conclusion 9.', 'decimal', false, 'conclusion', 'Buoys'],
    ['Action 3: buoys', '3', 'Action 3:', 'decimal', false, 'action', 'buoys'],
    ['No. 5 Buoys', '5', 'No. 5', 'decimal', false, null, 'Buoys'],
    ['  (b) buoys', 'b', '(b)', 'letter', true, null, 'buoys'],
  ])('reads %j', (text, number, printed, style, bracketed, word, rest) => {
    const label = readLabel(text)
    expect(label).toMatchObject({ number, text: printed, style, bracketed, word })
    expect(text.slice(label?.end)).toBe(rest)
  })

  it.each([
    '2.5 above the mark',
    '2019/20 was dry',
    '2020. The year',
    '31 March 2026',
    '1 April',
    '24/03/2026',
    '80% of boats',
    '5 months with a pilot',
    '3,000 gulls',
    '1st of the boats',
    '1.5 million',
    '1 - 2 weeks',
    '10:30 start',
    'A review of the quay',
    'I agree with this',
    'e.g. a lamp',
    'i.e. a lamp',
    'a.m. sailings',
    'p. 12',
    'Q2: sailings',
    'COVID-19: closures',
    'Mar-21',
    'Action plan',
    'Recommendation 4 is on its way',
    'Recommendation 1 (a) was done',
    'Recommendations 1 and 2',
    'Recommendations 1 – 3 be agreed',
    '(a) and (b) be agreed',
    'RESOLVED that',
    '',
  ])('finds no label in %j', (text) => {
    expect(readLabel(text)).toBeNull()
  })
})

it.each([
  ['1', '1'],
  ['1.', '1'],
  [' 01 ', '1'],
  ['Recommendation 1:', '1'],
  ['Rec No. 12', '12'],
  ['R1.2', 'R1.2'],
  ['1 (a)', '1(a)'],
  ['a)', 'a'],
  ['1.a', '1(a)'],
  ['1*', '1'],
  ['B', 'B'],
  ['(iv)', 'iv'],
  ['4a) iii)', '4(a)(iii)'],
  ['33.10a', '33.10(a)'],
  ['SR (25/26) 01', 'SR (25/26) 01'],
  ['Minute 986', '986'],
  ['21-170', '21-170'],
  ['2019/20', null],
  ['24/03/2026', null],
  ['Lamps', null],
  ['1 Lamps', null],
  ['-', null],
  ['Q2', null],
  ['', null],
])('canonicalNumber(%j) is %j', (printed, number) => {
  expect(canonicalNumber(printed)).toBe(number)
})

/** "1. (a)" as "number<parent": the labels of a list that are read one by one. */
function nest(list: string): string {
  const labels = list.split(' ').map((printed) => readLabel(`${printed} Lamps`))
  return nestLabels(labels.filter((label): label is Label => label !== null))
    .map(({ number, parent }) => `${number}<${parent ?? '-'}`)
    .join(' ')
}

it.each([
  ['(1) (a) (b) (2) (a) (i) (ii) (b)', '1<- 1(a)<0 1(b)<0 2<- 2(a)<3 2(a)(i)<4 2(a)(ii)<4 2(b)<3'],
  // a bracket lost
  ['1. a) (b) (c) 2. (a) 3.', '1<- 1(a)<0 1(b)<0 1(c)<0 2<- 2(a)<4 3<-'],
  // lists that begin with letters or Roman numerals
  ['a) b) c)', 'a<- b<- c<-'],
  ['(i) (ii) (iii) (iv) (v) (vi)', 'i<- ii<- iii<- iv<- v<- vi<-'],
  ['(i) (a) (b) (ii)', 'i<- i(a)<0 i(b)<0 ii<-'],
  ['A. 1. 2. B. 1.', 'A<- A(1)<0 A(2)<0 B<- B(1)<3'],
  // letters that are Roman numerals too
  ['(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)', 'a<- b<- c<- d<- e<- f<- g<- h<- i<- j<-'],
  ['(g) (h) (i) (ii) (i)', 'g<- h<- h(i)<1 h(ii)<1 i<-'],
  ['1. (u) (v) (w)', '1<- 1(u)<0 1(v)<0 1(w)<0'],
  ['1. (iv) (v) (vi)', '1<- 1(iv)<0 1(v)<0 1(vi)<0'],
  // parts that print their own number; dotted parts
  ['1. 1a. 1b. 2. 2a.', '1<- 1(a)<0 1(b)<0 2<- 2(a)<3'],
  ['1. 1.1. 1.2. 2. 2.1.', '1<- 1.1<0 1.2<0 2<- 2.1<3'],
  // a new list
  ['1. 2. 7. 1. (a)', '1<- 2<- 7<- 1<- 1(a)<3'],
  ['1. (1) (2) 2.', '1<- 1(1)<0 1(2)<0 2<-'],
  // the first labels lost
  ['1. (c) (d) 2.', '1<- 1(c)<0 1(d)<0 2<-'],
])('nestLabels: %s', (list, nested) => {
  expect(nest(list)).toBe(nested)
})

it('begins a first level wherever a word says so', () => {
  const labels = ['Recommendation 1:', '(a) x', '(b) x', 'Recommendation 2:', '(a) x'].map(readLabel).filter((label) => label !== null)
  expect(nestLabels(labels).map(({ number }) => number)).toEqual(['1', '1(a)', '1(b)', '2', '2(a)'])
})

it.each([
  ['1', '2'],
  ['9', '10'],
  ['1(b)', '1(c)'],
  ['2.6', '2.7'],
  ['iv', 'v'],
  ['IX', 'X'],
  ['1(i)', '1(ii)'],
  ['h', 'i'],
  ['R1', 'R2'],
  ['33.9', '33.10'],
  ['SR (25/26) 01', 'SR (25/26) 02'],
  ['CEH.140715.20b', 'CEH.140715.20c'],
  ['z', null],
])('nextNumber(%j) is %j', (number, next) => {
  expect(nextNumber(number)).toBe(next)
})

it('orders numbers as a reader would', () => {
  const ordered = ['1', '1(a)', '1(a)(i)', '1(a)(ii)', '1(a)(x)', '1(b)', '2', '2.9', '2.10', '10', 'R2', 'R10']
  expect(ordered.toReversed().toSorted(compareNumbers)).toEqual(ordered)
  expect(['v', 'iv', 'ix', 'i', 'x', 'iii'].toSorted(compareNumbers)).toEqual(['i', 'iii', 'iv', 'v', 'ix', 'x'])
})

it('takes a number apart', () => {
  expect(numberLevels('4(a)(iii)')).toEqual(['4', 'a', 'iii'])
  expect(numberLevels('SR (25/26) 01')).toEqual(['SR (25/26) 01'])
  expect([parentNumber('4(a)(iii)'), parentNumber('4(a)'), parentNumber('4'), parentNumber('2.6')]).toEqual(['4(a)', '4', null, null])
})
