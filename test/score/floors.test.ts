import { expect, test } from 'vitest'
import { holdFloors } from '../../scripts/score/floors.ts'
import { countedOnce, setsOf } from '../../scripts/score/sets.ts'

test('a set below its floor misses it, one at its floor reaches it, and one without a floor is not held', () => {
  const scores = [
    { name: 'a', f1: 0.61 },
    { name: 'b', f1: 0.5999 },
    { name: 'c', f1: 0 },
  ]
  expect(holdFloors(scores, { a: 0.61, b: 0.6 })).toEqual([
    { set: 'a', f1: 0.61, floor: 0.61, isReached: true },
    { set: 'b', f1: 0.5999, floor: 0.6, isReached: false },
  ])
})

test('a name stands for its set and those that begin so, and parts of a set count once', () => {
  expect(setsOf(['cases']).map(({ name }) => name)).toEqual(['cases', 'cases-10', 'cases-rest'])
  expect(countedOnce(setsOf(['cases'])).map(({ name }) => name)).toEqual(['cases'])
  expect(countedOnce(setsOf(['cases-10'])).map(({ name }) => name)).toEqual(['cases-10'])
  expect(() => setsOf(['nowhere'])).toThrow('no set "nowhere"')
})
