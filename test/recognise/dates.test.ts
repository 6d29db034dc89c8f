import { GB } from 'chrono-node/en'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, readDate, readRevisedDate } from '../../parsers/recognise/dates.ts'

describe('readDate', () => {
  it.each([
    ['31st March 2026', '2026-03-31', '2026-03-31', 'day'],
    ['31 st March 2026', '2026-03-31', '2026-03-31', 'day'],
    ['24/03/2026', '2026-03-24', '2026-03-24', 'day'],
    ['01/02/26', '2026-02-01', '2026-02-01', 'day'],
    ['2.12.2019', '2019-12-02', '2019-12-02', 'day'],
    ['2.12.75', '1975-12-02', '1975-12-02', 'day'],
    ['2026-03-24', '2026-03-24', '2026-03-24', 'day'],
    ['June 16, 2023', '2023-06-16', '2023-06-16', 'day'],
    ['fifth of March 2020', '2020-03-05', '2020-03-05', 'day'],
    ['29 February 2024', '2024-02-29', '2024-02-29', 'day'],
    ['Midnight 31 January 2020', '2020-01-31', '2020-01-31', 'day'],
    ['5pm on Friday 31 January 2020', '2020-01-31', '2020-01-31', 'day'],
    ['Committee Meeting23rd May 2021', '2021-05-23', '2021-05-23', 'day'],
    ['31 March 2020 and annually thereafter', '2020-03-31', '2020-03-31', 'day'],
    ['March 2003', '2003-03-01', '2003-03-31', 'month'],
    ['by December 2020', '2020-12-01', '2020-12-31', 'month'],
    ['Mar-21', '2021-03-01', '2021-03-31', 'month'],
    ['Sept 20', '2020-09-01', '2020-09-30', 'month'],
    ['12/2020', '2020-12-01', '2020-12-31', 'month'],
    ['June/July 2020', '2020-06-01', '2020-07-31', 'range'],
    ['March and September 2020', '2020-03-01', '2020-09-30', 'range'],
    ['October 2011 to March 2012', '2011-10-01', '2012-03-31', 'range'],
    ['5 to 7 March 2012', '2012-03-05', '2012-03-07', 'range'],
    ['between 1 May 2020 and 3 June 2020', '2020-05-01', '2020-06-03', 'range'],
    ['March 2020; June 2021', '2020-03-01', '2021-06-30', 'range'],
    ['April 2020 – ongoing', '2020-04-01', null, 'range'],
    ['Summer 2021', '2021-06-01', '2021-08-31', 'season'],
    ['spring 2022', '2022-03-01', '2022-05-31', 'season'],
    ['Autumn 2023', '2023-09-01', '2023-11-30', 'season'],
    ['Winter 2021/22', '2021-12-01', '2022-02-28', 'season'],
    ['Winter 2023', '2023-12-01', '2024-02-29', 'season'],
    ['Q2 2021/22', '2021-07-01', '2021-09-30', 'quarter'],
    ['Quarter 4 2021/22', '2022-01-01', '2022-03-31', 'quarter'],
    ['third quarter of 2021-22', '2021-10-01', '2021-12-31', 'quarter'],
    ['Q4 21/22', '2022-01-01', '2022-03-31', 'quarter'],
    ['2021/22 Q1', '2021-04-01', '2021-06-30', 'quarter'],
    ['During 2009/10', '2009-04-01', '2010-03-31', 'financial-year'],
    ['2026-27', '2026-04-01', '2027-03-31', 'financial-year'],
    ['1999/2000', '1999-04-01', '2000-03-31', 'financial-year'],
    ['25/26', '2025-04-01', '2026-03-31', 'financial-year'],
    ['2021/22 financial year', '2021-04-01', '2022-03-31', 'financial-year'],
    ['academic year 2021/22', '2021-09-01', '2022-08-31', 'year'],
    ['2021/22 municipal year', null, null, 'year'],
    ['1/4/21-31/3/22', '2021-04-01', '2022-03-31', 'range'],
    ['2014-2017', '2014-01-01', '2017-12-31', 'range'],
    ['2021', '2021-01-01', '2021-12-31', 'year'],
    ['early 2024', '2024-01-01', '2024-04-30', 'range'],
    ['mid-2022', '2022-05-01', '2022-08-31', 'range'],
    ['late 2022', '2022-09-01', '2022-12-31', 'range'],
    ['mid March 2021', '2021-03-11', '2021-03-20', 'range'],
    ['end of 2023', '2023-12-31', '2023-12-31', 'day'],
    ['Before the end of 2027', '2027-12-31', '2027-12-31', 'day'],
    ['by end of March 2021', '2021-03-31', '2021-03-31', 'day'],
    ['end of Q2 2021/22', '2021-09-30', '2021-09-30', 'day'],
    ['end of financial year 2021/22', '2022-03-31', '2022-03-31', 'day'],
    ['start of summer 2021', '2021-06-01', '2021-06-01', 'day'],
    // places of dates that name no day
    ['Q2 2016', null, null, 'quarter'],
    ['Quarter 2', null, null, 'quarter'],
    ['Q1 - Q4', null, null, 'quarter'],
    ['Autumn term 2021', null, null, 'season'],
    ['TBD', null, null, 'open'],
    ['On-going', null, null, 'open'],
    ['Completed', null, null, 'open'],
    ['-', null, null, 'open'],
    ['immediately', null, null, 'open'],
    ['1st – 6 months after the report', null, null, 'relative'],
    ['6 months', null, null, 'relative'],
    ['within six months', null, null, 'relative'],
    ['later this year', null, null, 'relative'],
    ['1 April', null, null, 'relative'],
    ['by March', null, null, 'relative'],
  ])('%j is %j to %j: %s', (text, from, to, precision) => {
    expect(readDate(text)).toEqual({ text, start: 0, end: text.length, from, to, precision })
  })

  it.each([
    '31 February 2020',
    '31/04/2020',
    '09/13/2023',
    '',
    'Head of Lamps',
    '1.1',
    '3',
    'May be lit',
    'March 2020 report to the Panel approved',
    'The Panel met on 3 May 2020 to light it',
  ])('%j is not a date', (text) => {
    expect(readDate(text)).toBeNull()
  })

  it('takes a number before an American day for none of it', () => {
    expect(findDates('04-August 14, 2018 LAMPS of the quay')).toMatchObject([{ text: 'August 14, 2018', from: '2018-08-14' }])
  })

  it('gives the cell without the space around it, and where it is', () => {
    expect(readDate('  by May 2020 ')).toMatchObject({ text: 'by May 2020', start: 2, end: 13 })
  })
})

it.each<[string, string[]]>([
  ['Panel Meeting23rd May 2021', ['23rd May 2021']],
  ['May be lit in 2014 by 3,000 people', ['2014']],
  ['lit from 31 February 2020', []],
  ['lit during Summer 2021 as told (June 2022):', ['Summer 2021', 'June 2022']],
  ['on 24/03/2026 and 01/04/2026', ['24/03/2026', '01/04/2026']],
  ['met in March and September 2019', ['September 2019']],
  ['see 1.2.19 and 4 Sept 20', ['4 Sept 20']],
  ['2000 gulls and 2100 terns, £2020 in all', []],
  ['a plan for 2023-2028', ['2023-2028']],
  ['it will end in Q3 2021/22.', ['Q3 2021/22']],
  ['next March, in two weeks, now', []],
])('findDates(%j)', (text, dates) => {
  const found = findDates(text)
  expect(found.map((date) => date.text)).toEqual(dates)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(dates)
})

it.each([
  ['31 March 2020 (revised: September 2020)', 'September 2020'],
  ['Original: March 2020 Revised: June 2021', 'June 2021'],
  ['June 2019 Revised to December 2019', 'December 2019'],
  ['December 2019 (was June 2019)', 'December 2019'],
  ['March 2020, extended to 31/12/2020', '31/12/2020'],
  ['March 2020 June 2020 (revised)', 'June 2020'],
  ['by March 2020', 'by March 2020'],
  ['TBC', 'TBC'],
])('readRevisedDate(%j) is %j', (text, revised) => {
  const reading = readRevisedDate(text)
  expect(reading?.text).toBe(revised)
  expect(text.slice(reading?.start, reading?.end)).toBe(revised)
})

it('reads days as chrono-node reads them', () => {
  const noon = new Date(Date.UTC(2001, 5, 15, 12))
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2069-12-31'), noInvalidDate: true })
  const style = fc.constantFrom<Intl.DateTimeFormatOptions>(
    { day: 'numeric', month: 'long', year: 'numeric' },
    { day: '2-digit', month: 'short', year: 'numeric' },
    { day: '2-digit', month: '2-digit', year: 'numeric' },
  )
  fc.assert(
    fc.property(day, style, (date, options) => {
      const text = date.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' })
      const [known] = GB.parse(text, noon)
      const iso = date.toISOString().slice(0, 10)
      expect(readDate(text)).toMatchObject({ from: iso, to: iso, precision: 'day' })
      expect([known?.start.get('year'), known?.start.get('month'), known?.start.get('day')]).toEqual(iso.split('-').map(Number))
    }),
  )
})
