import { describe, expect, it } from 'vitest'
import { scaleOfColours } from '../../parsers/tables/scale-of-colours.ts'
import { tableOf } from './coloured-table.ts'

const [GREEN, AMBER, RED] = ['#00b050', '#ffc000', '#ff0000']
const ALL = [
  ['green', 'Complete', 'achieved'],
  ['amber', 'On track', 'on_track'],
  ['red', 'Delayed', 'slipped'],
]
const read = (...rows: string[][]) =>
  scaleOfColours(tableOf(...rows))?.grades.map(({ grade: { label, meaning, status } }) => [label, meaning, status])

describe('a table that is a key of colours', () => {
  it.each([
    [
      'has them over their meanings',
      [
        [GREEN, AMBER, RED],
        ['Complete', 'On track', 'Delayed'],
      ],
    ],
    ['has them before their meanings', [[GREEN, 'Complete', AMBER, 'On track', RED, 'Delayed']]],
    ['has them behind their meanings', [[`Complete ${GREEN}`, `On track ${AMBER}`, `Delayed ${RED}`]]],
    ['has them behind their meanings, under each other', [[`Complete ${GREEN}`], [`On track ${AMBER}`], [`Delayed ${RED}`]]],
    ['begins with its name', [['Key:', `Complete ${GREEN}`, `On track ${AMBER}`, `Delayed ${RED}`]]],
  ])('%s', (_, rows) => {
    expect(read(...rows)).toEqual(ALL)
  })

  it.each([
    ['one of its colours comes again', [[`Complete ${GREEN}`, `On track ${AMBER}`, `Delayed ${GREEN}`]]],
    ['its words say nothing of progress', [[`North ward ${GREEN}`, `South ward ${AMBER}`, `Delayed ${RED}`]]],
    ['cells beside them have no colour', [['Hang lanterns', `Complete ${GREEN}`, `On track ${AMBER}`, `Delayed ${RED}`]]],
    ['there are two of them', [[`Complete ${GREEN}`, `Delayed ${RED}`]]],
  ])('is not one where %s', (_, rows) => {
    expect(read(...rows)).toBeUndefined()
  })
})
