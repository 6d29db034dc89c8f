import { describe, expect, it } from 'vitest'
import { partByCouncil, sameCouncil } from '../../src/link/councils.ts'
import { titleRelation } from '../../src/link/title-relation.ts'

describe('how a title relates to another', () => {
  it.each([
    ['bus services', 'bus services', 'same'],
    ['bus services', 'the bus services', 'same'],
    ['bus serviees', 'bus services', 'misread'],
    ['taxllicensin gfor older peop1e', 'taxi licensing for older people', 'misread'],
    ['scrutlny rcview of pub1ic houses', 'public houses', 'shorter'],
    ['bus services in rural areas', 'bus services', 'shorter'],
    ['ehr', 'empty homes rates', 'shorter'],
    ['bus services', 'bus shelters', 'rival'],
    ['bus fares', 'bus lanes', 'rival'],
    ['household waste 2019', 'household waste 2024', 'rival'],
    ['street trees', 'bus services', 'strange'],
    ['', 'bus services', 'unnamed'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(titleRelation(a, b)).toBe(relation)
    expect(titleRelation(b, a)).toBe(relation)
  })
})

describe('which councils are one', () => {
  it.each([
    ['London Borough of Eastmere', 'Eastmere Council', true],
    ['Marlford Borough Council', 'North Marlford Borough Council', false],
    ['Durham County Council', 'Durham City Council', false],
    ['Kingston upon Hull City Council', 'Hull City Council', true],
    ['Marlford Borough Council', null, true],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameCouncil(a, b)).toBe(same)
  })

  it('leaves a name open that may be of two', () => {
    const things = ['Kingston upon Hull City Council', 'Kingston upon Thames Borough Council', 'Kingston Council'].map((council) => ({
      council,
    }))
    const { councils, open } = partByCouncil(things)
    expect(councils).toHaveLength(2)
    expect(open).toEqual([{ council: 'Kingston Council' }])
  })
})
