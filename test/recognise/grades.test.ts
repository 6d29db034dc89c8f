import { describe, expect, it } from 'vitest'
import type { Grade } from '../../parsers/recognise/grade.ts'
import { gradeOf, statusOfGrade } from '../../parsers/recognise/grades.ts'
import { readScale } from '../../parsers/recognise/grades-scale.ts'

const NUMBERED = readScale(['1 Fully Met', '2 On-Track', '3 Slipped', '4 Not Met'])
const COLOURED = readScale(['Green – complete', 'Amber: some slippage', 'Red = off target'])

describe('gradeOf by the own scale', () => {
  it.each([
    [NUMBERED, '2', 'on_track'],
    [NUMBERED, '2 - On Track', 'on_track'],
    [NUMBERED, 'On-track', 'on_track'],
    [NUMBERED, 'fully met.', 'achieved'],
    [NUMBERED, 'Not Met', 'not_achieved'],
    [NUMBERED, 'Slipped – the lamp is late', 'slipped'],
    [NUMBERED, '3: late', 'slipped'],
    [NUMBERED, 'Grade 3', 'slipped'],
    [NUMBERED, 'Assessment: 3 - Slipped', 'slipped'],
    [NUMBERED, 'Fully Met The lamp is lit', 'achieved'],
    [COLOURED, '[amber]', 'slipped'],
    [COLOURED, 'Green', 'achieved'],
    [COLOURED, 'Red – late', 'slipped'],
  ])('%#: %j is %s', (scale, text, status) => {
    expect(gradeOf(text, scale)).toMatchObject({ status, rule: 'own-scale', ambiguous: false })
  })

  it('lets the scale rule over what the word says elsewhere', () => {
    const scale: Grade[] = [{ code: 'A', label: 'Ongoing', meaning: 'late', status: 'slipped' }]
    expect(gradeOf('Ongoing', scale).status).toBe('slipped')
    expect(gradeOf('Ongoing', null).status).toBe('on_track')
  })

  it.each(['2 of the lamps', '[blue]', 'A guide was written', '1 - 3 lamps', '2.5 metres', 'Being done as part of the new plan.'])(
    '%j is not a grade of it',
    (text) => {
      expect(gradeOf(text, NUMBERED)).toEqual({ status: null, grade: null, rule: null, ambiguous: false })
    },
  )
})

describe('gradeOf by known words', () => {
  it.each([
    ['Completed', 'achieved'],
    ['Complete – the guide is out', 'achieved'],
    ['COMPLETE', 'achieved'],
    ['Implemented.', 'achieved'],
    ['Completed in March 2021', 'achieved'],
    ['Completed 24/03/2021', 'achieved'],
    ['100% complete', 'achieved'],
    ['Closed-implemented', 'achieved'],
    ['Closed-not implemented', 'not_achieved'],
    ['Status: Complete', 'achieved'],
    ['Completed following the lamp review', 'achieved'],
    ['Achieved on time', 'achieved'],
    ['On track to be lit by May', 'on_track'],
    ['Ongoing - on track', 'on_track'],
    ['In progress – delayed', 'slipped'],
    ['On track but delayed', 'slipped'],
    ['Delayed due to fog', 'slipped'],
    ['Green – Complete', 'achieved'],
    ['[amber] On track', 'on_track'],
    ['On track: lamps ordered', 'on_track'],
    ['Ongoing. Lamps ordered', 'on_track'],
    ['On-going', 'on_track'],
    ['In progress', 'on_track'],
    ['Partially complete', 'partly_achieved'],
    ['partly implemented', 'partly_achieved'],
    ['Delayed (no lamps)', 'slipped'],
    ['Off track', 'slipped'],
    ['On hold', 'stalled'],
    ['Not achieved', 'not_achieved'],
    ['Not yet started', 'not_started'],
    ['Superseded', 'superseded'],
    ['No longer required', 'withdrawn'],
  ])('%j is %s', (text, status) => {
    expect(gradeOf(text, null)).toMatchObject({ status, rule: 'known-grade', ambiguous: false })
  })

  it.each([
    'not yet complete',
    'Not complete',
    'To be completed',
    'Completed the first lamp',
    'Complete Review of lamps',
    'Complete except for the lamps',
    'Completed but late',
    'The lamp is complete',
    'Pending',
    'Outstanding',
    'Open',
    'Closed',
    'Green',
    '[red]',
    '2',
    '',
  ])('%j has no known status', (text) => {
    expect(gradeOf(text, null).status).toBeNull()
  })

  it('says when two grades are side by side', () => {
    for (const text of ['Complete / On track', 'Complete/Outstanding', 'Slipped – achieved']) {
      expect(gradeOf(text, null)).toMatchObject({ status: null, ambiguous: true })
    }
  })
})

it.each([
  ['Achieved', null, 'achieved'],
  ['Failed', 'Little has been done', 'not_achieved'],
  ['Stalled', null, 'stalled'],
  ['Blue', 'completed', 'achieved'],
  ['Green', 'On target', 'on_track'],
  ['Amber', 'Some slippage, but expected to complete', 'slipped'],
  ['Red', 'not on target', 'slipped'],
  ['Red', 'Not started', 'not_started'],
  ['100%', null, 'achieved'],
  ['26-75%', null, 'partly_achieved'],
  ['Over 75%', null, null],
  ['High', 'Fundamental', null],
])('statusOfGrade(%j, %j) is %j', (label, meaning, status) => {
  expect(statusOfGrade(label, meaning)).toBe(status)
})

describe('readScale', () => {
  it.each<[string, string[], [string | null, string | null, string | null][]]>([
    [
      'codes',
      ['1 Fully Met', '2 Slipped'],
      [
        ['1', 'Fully Met', 'achieved'],
        ['2', 'Slipped', 'slipped'],
      ],
    ],
    [
      'colours',
      ['Green – complete', 'Amber: some slippage'],
      [
        [null, 'Green', 'achieved'],
        [null, 'Amber', 'slipped'],
      ],
    ],
    [
      'one line',
      ['Key M- Met S- Slipped ST- Stalled'],
      [
        ['M', 'Met', 'achieved'],
        ['S', 'Slipped', 'slipped'],
        ['ST', 'Stalled', 'stalled'],
      ],
    ],
    [
      'equals',
      ['B = Complete, G = On track, R = Off target'],
      [
        ['B', 'Complete', 'achieved'],
        ['G', 'On track', 'on_track'],
        ['R', 'Off target', 'slipped'],
      ],
    ],
    [
      'labels that go on',
      ['Slipped Lamps come slower than hoped.', 'Failed Few lamps, if any.'],
      [
        [null, 'Slipped', 'slipped'],
        [null, 'Failed', 'not_achieved'],
      ],
    ],
    [
      'codes behind',
      ['Fully Met (1)', 'Slipped (2)'],
      [
        ['1', 'Fully Met', 'achieved'],
        ['2', 'Slipped', 'slipped'],
      ],
    ],
    [
      'numbers that run',
      ['Gradings: 1 Fully Met 2 On-Track 3 Slipped'],
      [
        ['1', 'Fully Met', 'achieved'],
        ['2', 'On-Track', 'on_track'],
        ['3', 'Slipped', 'slipped'],
      ],
    ],
    [
      'under its heading',
      ['RAG rating:', 'Green – On target', 'Blue – Completed'],
      [
        [null, 'Green', 'on_track'],
        [null, 'Blue', 'achieved'],
      ],
    ],
  ])('reads %s', (_, lines, grades) => {
    expect(readScale(lines).map(({ code, label, status }) => [code, label, status])).toEqual(grades)
  })

  it.each([
    [[]],
    [['1 Fully Met']],
    [['1. Light every lamp', '2. Mend the quay', '3. Complete the mole by May']],
    [['A review', 'The lamp']],
  ])('%j is not a scale', (lines) => {
    expect(readScale(lines)).toEqual([])
  })
})
