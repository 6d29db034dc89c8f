import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareLetters } from '../../../scripts/letters/compare-letters.ts'
import { countOf, lettersOf, printed } from '../../../scripts/letters/letters.ts'
import { readLetters } from '../../../scripts/letters/read-letters.ts'
import { show, writePdf } from './write-pdf.ts'

const FIXTURES = globSync('fixtures/**/*.pdf').filter((path) => !path.includes('fuzzed') && !path.includes('locked'))

describe('the letters of the PDF fixtures', () => {
  it.each(FIXTURES)('come out once each: %s', async (path) => {
    for (const page of await readLetters(readFileSync(path))) {
      const { missing, doubled } = compareLetters(page, page.drawn)
      expect([page.page, printed(missing), printed(doubled)]).toEqual([page.page, '', ''])
    }
  })
})

describe('comparing letters', () => {
  const page = { page: 1, text: '', heads: [], leftOut: '', isUnreadable: false }

  it('tells letters that are missing from those that are doubled, whatever their case and form', () => {
    const { missing, doubled, expected } = compareLetters({ ...page, text: 'Ofﬁce oo' }, 'OFFICE 12')
    expect([printed(missing), printed(doubled), expected]).toEqual(['11 21', 'o2', 8])
  })

  it('counts what a diagnostic explains, and a whole head that is printed again, as come out', () => {
    expect(countOf(compareLetters({ ...page, leftOut: 'ab' }, 'abc').missing)).toBe(1)
    expect(countOf(compareLetters({ ...page, heads: ['No Date'] }, 'No Date x').missing)).toBe(1)
    expect(countOf(compareLetters({ ...page, heads: ['No Date'] }, 'No Day').missing)).toBe(5)
    expect(countOf(compareLetters({ ...page, isUnreadable: true }, 'abc').missing)).toBe(0)
  })

  it('counts running heads on every page', async () => {
    const pages = [1, 2, 3, 4].map((number) => ({
      content: show(`Pier Review ${number}`, 72, 810, 9) + show(`Text that is on page ${number} and nowhere else.`, 72, 600),
    }))
    for (const read of await readLetters(writePdf(pages))) expect(countOf(compareLetters(read, read.drawn).missing)).toBe(0)
    expect(countOf(lettersOf('Pier Review 1'))).toBe(11)
  })
})
