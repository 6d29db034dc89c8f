import { expect, test } from 'vitest'
import { holdHeadings, judgeHeadings, surelyWrong } from '../../scripts/score/headings.ts'

const judged = judgeHeadings(
  ['Lead officer', 'Due date', 'Frobnication', 'Item', 'Status'],
  [['who'], ['progress'], ['detail'], ['unknown', 'number'], ['status', 'progress']],
)

test('a heading agrees where one reader gave the same, and where readers and program leave it open', () => {
  expect(judged.map(({ judgement }) => judgement)).toEqual(['agrees', 'wrong', 'unknown', 'agrees', 'agrees'])
  expect(surelyWrong(judged).map(({ line }) => line)).toEqual([2])
})

test('one heading that is surely read and wrong misses the floor, however many agree', () => {
  expect(holdHeadings(judged, { headings: 0.6 })).toEqual([{ set: 'headings', f1: 0.6, floor: 0.6, isReached: false }])
  expect(holdHeadings(judged.slice(2), { headings: 0.6 }).map(({ isReached }) => isReached)).toEqual([true])
  expect(holdHeadings(judged, {})).toEqual([])
})
