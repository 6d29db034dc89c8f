import { expect, test } from 'vitest'
import { readMistakes, sortOf } from '../../scripts/score/mistakes.ts'

const printed = `  ✗ pool plan commitment.due_to 2
      expected 2031-05-31
      found    2031-05-01
  ✗ pool recommendation.text That the slide be mended and
      expected That the slide be mended and
the rail painted
      found    ∅
  ✗ pool resolution.key 7 (not expected)
      expected ∅
      found    7
  ✗ pool kind${' '}
      expected minutes
      found    other
`

test('mistakes are read with names of several words and values of several lines', () => {
  const mistakes = readMistakes(printed, ['pool', 'pool plan', 'bath'])
  expect(mistakes).toEqual([
    { document: 'pool plan', field: 'commitment.due_to', label: '2', invented: false, expected: '2031-05-31', found: '2031-05-01' },
    {
      document: 'pool',
      field: 'recommendation.text',
      label: 'That the slide be mended and',
      invented: false,
      expected: 'That the slide be mended and\nthe rail painted',
      found: null,
    },
    { document: 'pool', field: 'resolution.key', label: '7', invented: true, expected: null, found: '7' },
    { document: 'pool', field: 'kind', label: '', invented: false, expected: 'minutes', found: 'other' },
  ])
  expect(mistakes.map(sortOf)).toEqual(['different', 'missing', 'unexpected', 'different'])
})

test('nothing printed is not a mistake, and a line that is not understood is said', () => {
  expect(readMistakes('', ['pool'])).toEqual([])
  expect(() => readMistakes('  ✗ bath kind \n      expected a\n      found    b\n', ['pool'])).toThrow('not understood')
})
