import { expect, test } from 'vitest'
import { mostOverdue } from '../../src/cli/commands/review-list.ts'

const REVIEWS = [0, 3, 1, 3, 0].map((overdue, index) => ({ title: 'ABCDE'[index], overdue }))

test('a terminal gets all reviews, and of too many those with most overdue', () => {
  expect(mostOverdue(REVIEWS, 5)).toEqual(REVIEWS)
  expect(mostOverdue(REVIEWS, 4).map(({ title }) => title)).toEqual(['B', 'D', 'C', 'A'])
})
