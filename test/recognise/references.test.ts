import { describe, expect, it } from 'vitest'
import { findReferences, splitByReferences } from '../../parsers/recognise/references.ts'

describe('findReferences', () => {
  it.each<[string, string[]]>([
    ['recommendations 2 to 4 and 6', ['2', '3', '4', '6']],
    ['That recommendations 2 and 4–6 be approved', ['2', '4', '5', '6']],
    ['Recs 3 & 4', ['3', '4']],
    ['Rec. 3', ['3']],
    ['Recommendation 1 (a) was done', ['1(a)']],
    ['recommendations 1(a) to (c)', ['1(a)', '1(b)', '1(c)']],
    ['recommendations 1, 2(a) and (b), and 5', ['1', '2(a)', '2(b)', '5']],
    ['recommendation (4)', ['4']],
    ['recommendations (i) to (iii)', ['i', 'ii', 'iii']],
    ['Recommendations A to C', ['A', 'B', 'C']],
    ['recommendations R1 and R2.', ['R1', 'R2']],
    ['recommendation 3 and recommendation 5', ['3', '5']],
    ['recommendation 2.6.', ['2.6']],
    ['Recommendation Two', ['2']],
    ['recommendations one to three', ['1', '2', '3']],
    // what counts something else
    ['recommendation 3 and 4 members', ['3']],
    ['recommendation 3, 12 March 2020', ['3']],
    ['recommendation 3 within 6 months', ['3']],
  ])('%j names %j', (text, numbers) => {
    expect(findReferences(text).flatMap((reference) => reference.numbers)).toEqual(numbers)
  })

  it.each<[string, string[]]>([
    ['That the recommendations be agreed', []],
    ['That all recommendations be implemented', []],
    ['Cabinet approve the recommendations', []],
    ["That the Panel's recommendations, as set out in the report, be noted", []],
    ['That all but the last recommendation be agreed', ['last']],
    ['That all recommendations except recommendation 3 be agreed', ['3']],
    ['That the recommendations, with the exception of 2 and 5, be approved', ['2', '5']],
    ['That recommendation 2 be rejected and the other recommendations be agreed', ['2']],
  ])('%j mentions all but %j', (text, except) => {
    expect(findReferences(text).find(({ all }) => all)).toMatchObject({ all: true, except })
  })

  it.each([
    'as mapped in (b) and (c)',
    'a recommendation a review could make',
    'a list of recommendations',
    'The recommendations from the national inquiry be shared with lighthouse keepers',
    'recommended 3 to 4',
    'a recommendation one might make',
  ])('finds none in %j', (text) => {
    expect(findReferences(text)).toEqual([])
  })

  it('says where each is', () => {
    const text = 'That, with Recs 3 & 4, the lamp be lit.'
    const [reference] = findReferences(text)
    expect(text.slice(reference?.start, reference?.end)).toBe('Recs 3 & 4')
    expect(reference?.text).toBe('Recs 3 & 4')
  })
})

/** Each segment as "number=label|what is said". */
function split(text: string): string[] {
  return splitByReferences(text).map(
    ({ number, start, end, labelEnd }) => `${number}=${text.slice(start, labelEnd)}|${text.slice(labelEnd, end)}`,
  )
}

describe('splitByReferences', () => {
  it.each<[string, string[]]>([
    ['1 (a) – Fully Met 1(b) – Late', ['1(a)=1 (a) – |Fully Met', '1(b)=1(b) – |Late']],
    [
      'Recommendation 2(a) - Fully Met Recommendation 2(b) – Late',
      ['2(a)=Recommendation 2(a) - |Fully Met', '2(b)=Recommendation 2(b) – |Late'],
    ],
    ['Recommendation 5 - fully met.', ['5=Recommendation 5 - |fully met.']],
    ['Recommendation 1 (a) – Met 1(b) – Late', ['1(a)=Recommendation 1 (a) – |Met', '1(b)=1(b) – |Late']],
    ['Recommendation 1(a): Met, Recommendation 1(b): Late', ['1(a)=Recommendation 1(a): |Met', '1(b)=Recommendation 1(b): |Late']],
    ['1a – Met; 1b – Late', ['1(a)=1a – |Met', '1(b)=1b – |Late']],
    // the full stop between them was lost
    [
      'Recommendation 1 (a) was told to the Panel in May Recommendation 1 (b) is now met. The lamp was lit.',
      ['1(a)=Recommendation 1 (a) |was told to the Panel in May', '1(b)=Recommendation 1 (b) |is now met. The lamp was lit.'],
    ],
    // on its way to something else
    [
      'Recommendation 3 is late. As said in recommendation 1 (b), the lamp is out.',
      ['3=Recommendation 3 |is late. As said in recommendation 1 (b), the lamp is out.'],
    ],
    [
      'Recommendation 3 is late. This was told under Recommendation 2 was it not.',
      ['3=Recommendation 3 |is late. This was told under Recommendation 2 was it not.'],
    ],
    ['Recommendations 2 and 3: Met', ['2=Recommendations 2 and 3: |Met', '3=Recommendations 2 and 3: |Met']],
    ['It took 3 – 5 weeks and 2 lamps.', []],
    ['This recommendation is met.', []],
    ['The lamp was lit on 3 May – Recommendation', []],
  ])('%j', (text, segments) => {
    expect(split(text)).toEqual(segments)
  })
})
