import { describe, expect, it } from 'vitest'
import { readItemNumber } from '../../parsers/recognise/headings.ts'
import { findCitations, findResolutionOpener, isProcedural, limbOutcome } from '../../parsers/recognise/resolutions.ts'
import { findReviewTitles, reviewSubject } from '../../parsers/recognise/titles.ts'

describe('findResolutionOpener', () => {
  it.each([
    ['RESOLVED that', 'RESOLVED'],
    ['moved, seconded and RESOLVED: That the gate be mended', 'RESOLVED:'],
    ['After some talk it was AGREED to:', 'AGREED'],
    ['The Clerk read a letter. After some talk RESOLVED: That the bell be rung.', 'RESOLVED:'],
    ['Item 4: Gates AGREED that', 'AGREED'],
  ])('%s', (text, opener) => expect(findResolutionOpener(text)?.text).toBe(opener))

  it.each(['He said: "Cabinet RESOLVED that it be so"', 'Agreed measures are listed', 'The accounts were approved on 3 May'])(
    'none in: %s',
    (text) => expect(findResolutionOpener(text)).toBeNull(),
  )
})

describe('limbOutcome', () => {
  it.each([
    ['RESOLVED', 'recommendation 2.1 be not accepted, since it costs too much;', 'rejected'],
    ['RESOLVED', 'Recommendation 3 be noted, as it is done already', 'noted'],
    ['RESOLVED', 'That recommendation 1 be agreed, with "May" in place of "March"', 'amended'],
    ['AGREED', 'in principle, to the sale of the yard', 'agreed_in_principle'],
    ['I have decided', 'to defer recommendation 3 until spring', 'deferred'],
    ['RECOMMENDED to Council', 'that the order be made', null],
    ['RESOLVED', 'The gate be mended', 'agreed'],
  ])('%s %s → %s', (opener, text, outcome) => expect(limbOutcome(opener, text)).toBe(outcome))
})

describe('what is around a number or a subject', () => {
  it('cites in square brackets', () => expect(findCitations('mend the gate [Panel recommendation 2.1]; [sic]')).toEqual(['2.1']))
  it('numbers items of business, not days', () => {
    expect(readItemNumber('“C12   REVIEW OF GATES')).toMatchObject({ start: 1, end: 4 })
    expect(readItemNumber('10 March 2022')).toBeNull()
  })
  it('knows a review by what follows its name', () => {
    expect(reviewSubject('Shut That Gate! A review of the town gates')).toBe(reviewSubject('Review of the Town Gates'))
    expect(findReviewTitles('Action plan: Town Gates Review 2021', true)).toEqual([{ start: 13, end: 35 }])
  })
})

it.each([
  'That a panel be set up to undertake a Scrutiny Review of Lamps and Quays',
  'a further paper on a possible Scrutiny Review of Buoys',
])('names no review that is still to come: %s', (text) => expect(findReviewTitles(text)).toEqual([]))

it.each(['accept the apology from Member Ash for absence', 'That Councillor Elm be appointed as Vice-Chair of the Panel'])(
  'is business of the meeting: %s',
  (text) => expect(isProcedural(text)).toBe(true),
)

it('ends the title of a review where its sentence says what will come of it', () => {
  const text = 'She said that the Scrutiny Review of Buoys would come in spring'
  expect(findReviewTitles(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Scrutiny Review of Buoys'])
})

it('ends the title of a review before the word that decides', () => {
  const text = 'From the Review of the Lamp Store RESOLVED that it be shut'
  expect(findReviewTitles(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Review of the Lamp Store'])
})

it.each(['Review of Play Areas', 'Review of Old Foundations', 'Review of Port Island'])(
  'names the whole subject, whatever its words begin with: %s',
  (text) => expect(findReviewTitles(text).map(({ start, end }) => text.slice(start, end))).toEqual([text]),
)

it('ends the subject in a small title where a verb follows', () => {
  const text = 'the review of play areas was agreed'
  expect(findReviewTitles(text, true).map(({ start, end }) => text.slice(start, end))).toEqual(['review of play areas'])
})

it.each([
  ['Progress report, 14 March 2031', ''],
  ['Monitoring report March 2031', ''],
  ['Review of March', 'march'],
  ['Review of March 2031 floods', 'march 2031 floods'],
])('takes no day for a subject: %s', (title, subject) => expect(reviewSubject(title)).toBe(subject))
