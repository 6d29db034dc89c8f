import { globSync, readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { compareLetters } from '../../../scripts/letters/compare-letters.ts'
import { countOf, printed } from '../../../scripts/letters/letters.ts'
import { readLetters } from '../../../scripts/letters/read-letters.ts'
import { show, writePdf } from './write-pdf.ts'

/** The text of each page as pdfjs itself finds it. */
async function drawnOn(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const file = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return texts
}

const FIXTURES = globSync('fixtures/**/*.pdf').filter((path) => !path.includes('fuzzed') && !path.includes('locked'))

describe('the letters of the PDF fixtures', () => {
  it.each(FIXTURES)('come out once each: %s', async (path) => {
    const bytes = readFileSync(path)
    const drawn = await drawnOn(bytes)
    for (const page of await readLetters(bytes)) {
      const { expected, missing, doubled } = compareLetters(page, drawn[page.page - 1] ?? '')
      expect(expected).toBeGreaterThan(0)
      expect([page.page, printed(missing), printed(doubled)]).toEqual([page.page, '', ''])
    }
  })
})

describe('comparing letters', () => {
  const page = { page: 1, text: '', heads: [], leftOut: '', drawn: '', isUnreadable: false }

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
    for (const read of await readLetters(writePdf(pages)))
      expect(countOf(compareLetters(read, `Pier Review ${read.page} Text that is on page ${read.page} and nowhere else.`).missing)).toBe(0)
  })
})
