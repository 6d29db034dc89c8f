import { expect, test } from 'vitest'
import { closingReference } from '../../parsers/recognise/speech.ts'

test.each([
  ['Mend the clock. (Recommendation, Paragraph 2)', 'Mend the clock.', 'recommendation'],
  ['The light is out. (Conclusion, Paragraph 1)', 'The light is out.', 'conclusion'],
  ['Print the hours by the end of this year. ......... Page 16', 'Print the hours by the end of this year.', null],
])('%s is closed by a reference', (text, words, kind) => {
  const reference = closingReference(text)
  expect(text.slice(0, reference?.start).trimEnd()).toBe(words)
  expect(reference?.kind).toBe(kind)
})

test.each(['Chapter 2 The light ......... 16', 'The light burns 40 litres', 'Mend the clock (2 of them are slow).'])(
  'none in: %s',
  (text) => expect(closingReference(text)).toBeNull(),
)
