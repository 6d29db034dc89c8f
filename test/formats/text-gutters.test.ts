import { describe, expect, it } from 'vitest'
import { outlineOf } from './reading.ts'

const HEAD = 'Slip Panel\n\nThe panel met twice and looked at all that was asked of it.\n\n'

const CARDS = `Recommendation 1
That the slip be swept.

Lead           Foreman of the Slip, with the
               Rigger
Due            May 2031
Officer in charge of money   Clerk

Recommendation 2
That ropes be tested.

Lead           Rigger
Due            June 2031
Officer in charge of money   Clerk
`

const FORM = `Decision maker    Keeper of the Quay
Matter            Lamps on the lower stage
Options           To light all of them, or
considered        every second one.

Reasons           The stage is dark.

                  Boats come late.
Annexes
Contact           Clerk to the Keeper
`

describe('labels before a gutter of blanks', () => {
  it('are the first column of a table for each card, with values that run over lines and labels that reach over the gutter', async () => {
    expect((await outlineOf(HEAD + CARDS)).filter(Array.isArray)).toEqual([
      [
        ['P Lead', 'P Foreman of the Slip, with the Rigger'],
        ['P Due', 'P May 2031'],
        ['P Officer in charge of money', 'P Clerk'],
      ],
      [
        ['P Lead', 'P Rigger'],
        ['P Due', 'P June 2031'],
        ['P Officer in charge of money', 'P Clerk'],
      ],
    ])
  })

  it('may run over lines themselves, and have values of several paragraphs or none', async () => {
    expect((await outlineOf(HEAD + FORM)).at(-1)).toEqual([
      ['P Decision maker', 'P Keeper of the Quay'],
      ['P Matter', 'P Lamps on the lower stage'],
      ['P Options considered', 'P To light all of them, or every second one.'],
      ['P Reasons', 'P The stage is dark. Boats come late.'],
      ['P Annexes', ''],
      ['P Contact', 'P Clerk to the Keeper'],
    ])
  })

  it.each([
    ['names beside each other', 'Keeper Ash        Keeper Birch\nKeeper Elm        Keeper Oak\nKeeper Yew        Mr Fir\n'],
    [
      'a list with its numbers',
      '1.       Mend the slip and the stairs,\n         all of them.\n2.       Mend the wall.\n3.       Mend the lamp.\n',
    ],
    [
      'what a meeting did, again and again',
      'RESOLVED      That the slip be swept by the foreman\n              in May.\nRESOLVED      That ropes be tested.\nRESOLVED      That lamps be lit.\n',
    ],
  ])('are not found in %s', async (_, text) => {
    expect((await outlineOf(HEAD + text)).some(Array.isArray)).toBe(false)
  })
})
