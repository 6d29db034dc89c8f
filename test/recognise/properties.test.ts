import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, readDate, readRevisedDate } from '../../parsers/recognise/dates.ts'
import { gradeOf, statusOfGrade } from '../../parsers/recognise/grades.ts'
import { readScale } from '../../parsers/recognise/grades-scale.ts'
import type { Label } from '../../parsers/recognise/numbers.ts'
import { canonicalNumber, compareNumbers, nestLabels, nextNumber, readLabel } from '../../parsers/recognise/numbers.ts'
import { readParties } from '../../parsers/recognise/parties.ts'
import { findReferences, splitByReferences } from '../../parsers/recognise/references.ts'
import { readVerdict } from '../../parsers/recognise/verdicts.ts'

/** Text as papers have it, and as no paper has it. */
const PIECES = [
  ...'1 2 12 31 2020 2021/22 01/02/2020 3.1 33.10a R1 (a) (b) i) iv) v. a. A B. ( ) . , ; : - – / & % and to of the by'.split(' '),
  ...'Recommendation recommendations Recs all but last except March Sept summer Q2 end early revised original was'.split(' '),
  ...'Complete not Achieved on-track [red] Green = agreed in principle be rejected Leah Moss Head Director Board (XBC) Cllr'.split(' '),
  ' ',
  '  ',
  '\n',
  '\t',
  '\u00a0',
  '\u00ad',
  '😀',
  'İ',
  'ﬁ',
]
const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).chain((pieces) => fc.constantFrom(pieces.join(' '), pieces.join('')))
const text = fc.oneof(words, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

interface Stretch {
  start: number
  end: number
}

function lies({ start, end }: Stretch, within: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= within.length
}

describe('any string', () => {
  it('has labels whose text is at its start', () => {
    fc.assert(
      fc.property(text, (string) => {
        const label = readLabel(string)
        if (!label) return
        expect(string.trimStart().startsWith(label.text)).toBe(true)
        expect(label.end).toBeLessThanOrEqual(string.length)
        expect(label.text.trim()).toBe(label.text)
        expect(label.number).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('has a canonical number that is its own', () => {
    fc.assert(
      fc.property(text, (string) => {
        const number = canonicalNumber(string) ?? readLabel(string)?.number ?? null
        if (number !== null) expect(canonicalNumber(number)).toBe(number)
      }),
      { numRuns: 5000 },
    )
  })

  it('has references, segments, dates, parties and verdicts that lie within it', () => {
    fc.assert(
      fc.property(text, (string) => {
        const dates = [...findDates(string), readDate(string), readRevisedDate(string)].filter((date) => date !== null)
        const texts = [...findReferences(string), ...dates, ...readParties(string)]
        for (const stretch of texts) {
          expect(lies(stretch, string)).toBe(true)
          expect(string.slice(stretch.start, stretch.end)).toBe(stretch.text)
        }
        for (const { from, to } of dates) {
          if (from && to) expect(from <= to).toBe(true)
          for (const iso of [from, to]) if (iso) expect(new Date(iso).toISOString().slice(0, 10)).toBe(iso)
        }
        for (const segment of splitByReferences(string)) {
          expect(lies(segment, string)).toBe(true)
          expect(lies({ start: segment.start, end: segment.labelEnd }, string) && segment.labelEnd <= segment.end).toBe(true)
        }
        const verdict = readVerdict(string)
        if (verdict) expect(lies(verdict, string)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('is graded without an error', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 6 }), (string, other, lines) => {
        gradeOf(string, null)
        gradeOf(string, readScale(lines))
        gradeOf(string, [{ code: other, label: string, meaning: null, status: null }])
        statusOfGrade(string, other)
      }),
      { numRuns: 1000 },
    )
  })

  it('never counts as achieved when it denies that', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('not', 'not yet', 'partially', 'partly', 'nearly', 'un'),
        fc.constantFrom('achieved', 'complete', 'completed', 'implemented', 'met'),
        (no, grade) => {
          expect(gradeOf(`${no} ${grade}`, [{ code: '1', label: grade, meaning: null, status: 'achieved' }]).status).not.toBe('achieved')
        },
      ),
    )
  })
})

describe('numbers', () => {
  const label = fc.oneof(
    fc.integer({ min: 1, max: 30 }).map((value) => `${value}.`),
    fc
      .constantFrom(...'(a) (b) (c) (h) (i) (ii) (iii) (v) (x) 1a. 2(b) 1.1. R1. A. Recommendation'.split(' '))
      .map((printed) => (printed === 'Recommendation' ? 'Recommendation 3:' : printed)),
  )

  it('nest under what precedes them', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 30 }), (list) => {
        const labels = list.map((printed) => readLabel(`${printed} Lamps`)).filter((read): read is Label => read !== null)
        const nested = nestLabels(labels)
        expect(nested).toHaveLength(labels.length)
        nested.forEach(({ number, parent }, index) => {
          if (parent === null) return
          expect(parent).toBeLessThan(index)
          expect(number.startsWith(nested[parent]?.number ?? '?')).toBe(true)
        })
      }),
    )
  })

  it('are in one order', () => {
    const number = fc.constantFrom(...'1 2 10 1(a) 1(b) 1(a)(i) 1(a)(ix) 1(a)(x) a b h i ii iv v ix x j R1 R10 2.9 2.10 V-C1'.split(' '))
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(Math.sign(compareNumbers(a, b))).toBe(-Math.sign(compareNumbers(b, a)) + 0)
        if (compareNumbers(a, b) <= 0 && compareNumbers(b, c) <= 0) expect(compareNumbers(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 2000 },
    )
  })

  it('are followed by larger ones', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'1 9 1(a) 2.9 R9 iv ix 4(a)(iii) 33.10(a)'.split(' ')), (number) => {
        const next = nextNumber(number)
        expect(next !== null && compareNumbers(number, next) < 0).toBe(true)
      }),
    )
  })
})

it.each([
  '1',
  '(',
  'a',
  ' ',
  '1 March ',
  'Recommendation 1 ',
  '1/1/',
  'be ',
  'end of ',
  'the ',
  'Recommendation 1 and ',
  'A, ',
  '1(a)',
  '- ',
])('a hundred thousand times %j takes no time', (piece) => {
  const long = piece.repeat(Math.ceil(100_000 / piece.length))
  const start = performance.now()
  readLabel(long)
  canonicalNumber(long)
  findReferences(long)
  splitByReferences(long)
  findDates(long)
  readDate(long)
  readRevisedDate(long)
  readParties(long)
  gradeOf(long, [{ code: '1', label: long, meaning: long, status: null }])
  readScale([long])
  statusOfGrade(long, long)
  readVerdict(long)
  expect(performance.now() - start).toBeLessThan(3000)
})
