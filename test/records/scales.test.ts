import { describe, expect, it } from 'vitest'
import { gradeOf } from '../../parsers/recognise/grades.ts'
import { readScale } from '../../parsers/recognise/grades-scale.ts'

const read = (line: string) => readScale([line]).map(({ code, label, meaning, status }) => [code, label, meaning, status])

describe('a key on one line', () => {
  it('keeps its own name out of its grades', () => {
    expect(read('BRAG: Blue = finished; Red = late, and stuck.')).toEqual([
      [null, 'Blue', 'finished', 'achieved'],
      [null, 'Red', 'late, and stuck', 'slipped'],
    ])
  })

  it('takes names before equals signs apart', () => {
    expect(read('Status: Finished = all done Stuck = waiting for money').map(([, label, , status]) => [label, status])).toEqual([
      ['Finished', 'achieved'],
      ['Stuck', 'stalled'],
    ])
  })

  it('reads names that are alone, if all are known', () => {
    expect(read('Scale: Fully met, On track, Slipped').map(([, label]) => label)).toEqual(['Fully met', 'On track', 'Slipped'])
    expect(read('Scale: Fully met, On track, Purple')).toEqual([])
  })

  it('takes colours that are drawn before their words, one a line or several', () => {
    const grades = [
      [null, 'green', 'Complete', 'achieved'],
      [null, 'amber', 'With our lawyers', null],
      [null, 'red', 'Behind schedule', 'slipped'],
    ]
    expect(read('Key: [green] Complete [amber] With our lawyers [red] Behind schedule')).toEqual(grades)
    expect(readScale(['[green] Complete', '[amber] With our lawyers', '[red] Behind schedule']).map(Object.values)).toEqual(grades)
  })

  it('gives colours that stand for shares a status only where all of the share has it', () => {
    expect(read('Key: Red = up to 30% done; Amber = 31% to 80% done; Green = over 80% done').map(([, , , status]) => status)).toEqual([
      null,
      'partly_achieved',
      null,
    ])
  })
})

describe('a share as a status', () => {
  it.each([
    ['100%', 'achieved'],
    ['0 %', 'not_started'],
    ['45% complete', 'partly_achieved'],
    ['145%', null],
    ['45% of 60 homes', null],
  ])('%s', (text, status) => expect(gradeOf(text, null).status).toBe(status))

  it('is ruled by the grade of the key that it falls under', () => {
    const scale = [{ code: null, label: 'Blue', meaning: '50% to 99%: on schedule', status: 'on_track' as const }]
    expect(gradeOf('60%', scale).status).toBe('on_track')
  })

  it('is not a code of a scale after a part number', () => {
    const scale = [
      { code: '1', label: 'Achieved', meaning: null, status: 'achieved' as const },
      { code: '3', label: 'Slipped', meaning: null, status: 'slipped' as const },
    ]
    expect(gradeOf('3(a) - 1', scale).status).toBeNull()
  })
})
