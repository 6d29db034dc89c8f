import { describe, expect, it } from 'vitest'
import { allPassages, outline, outlineOf, readBytes } from './reading.ts'

/** Rows of a table as their cells' texts. */
const rowsOf = (blocks: readonly unknown[]) =>
  (blocks.find(Array.isArray) as string[][]).map((row) => row.map((cell) => cell.replace(/^P /u, '')))

const TITLE = 'Quay Plan\n\nAs agreed by the panel.\n\n'

const MIDDLE = `No.  Recommendation                 Action                    Officer          Target date
     That the stages be swept        Add the stages to the
1    before the first boat of        round of the sweepers.    Head of Streets  30 June 2031
     each morning.
                                     Ask the yard for a
2    That rails be painted.          price, and put it to      Surveyor         May 2031
                                     the panel.
     That a shelter be built
3    at the lower stage by the       Draw the shelter.         Clerk            31/03/2032
     spring.
`

const PACKED = `Ref  Recommendation            Responsible Officer By when       Status
1    That lamps be lit at dusk Master of Lamps     May 2031      Done
     on the quay.
2    That ropes be tested.     Rigger              June 2031     Late
3    That the slip be swept    Foreman             July 2031     Done
     each week.
`

/** In the last row nothing shows whether "checks" is of the clerk or of the report. */
const DOUBTFUL = `Ref  Recommendation           Officer        Progress to date          Status
1    That berths be sounded   Master of      All berths were sounded   Done
     each month.              Moorings       in April.
2    That tenders be asked    Head of        Papers are with the       Late
     for again.               Contracts      solicitors.
3    That ladders be tested   Clerk for   Ladders are tested each      Done
     each spring.             Safety checks and logged.
`

/** In the second row "and" is below "Head" and above "Ropes": it may be of the officer. */
const BELOW = `Ref  Recommendation            Officer        By when      Progress to date
1    That lamps be lit at dusk on  Master of      May 2031   All lamps were lit in
     the quay in winter.           Lamps                     April.
2    That the clerk make a    Head of Slips July 2031 The list is with the
     list of all of the slips and                     clerk.
     stairs.                  Ropes
3    That the slip be swept each   Foreman        July 2031  It is swept on each
     week.                                                   Monday.
4    That ropes be tested.         Rigger         June 2031  None was tested.
`

/** Where each number is below the first line of its row, "3.2" has a line of its own. */
const LOW_NUMBERS = `Rec.   Recommendation made by the panel               Officer
       That the keeper publish a plan for lamps and   Hanna Oakes
3.1    ask boatmen what they need.
       That the rigger report on ropes.               Tom Elm
3.2
       That the board say what is spent on stairs     Bea Ash
3.3    and ask the foreman for figures.
       That the slip be swept.                        Ines Yew
3.4
`

describe('columns of a text that move', () => {
  it('have rows whose cells are above and below the number', async () => {
    expect(rowsOf(await outlineOf(TITLE + MIDDLE)).slice(1)).toEqual([
      [
        '1',
        'That the stages be swept before the first boat of each morning.',
        'Add the stages to the round of the sweepers.',
        'Head of Streets',
        '30 June 2031',
      ],
      ['2', 'That rails be painted.', 'Ask the yard for a price, and put it to the panel.', 'Surveyor', 'May 2031'],
      ['3', 'That a shelter be built at the lower stage by the spring.', 'Draw the shelter.', 'Clerk', '31/03/2032'],
    ])
  })

  it('have headings that one blank alone parts, where cells begin below both', async () => {
    expect(rowsOf(await outlineOf(TITLE + PACKED)).slice(0, 2)).toEqual([
      ['Ref', 'Recommendation', 'Responsible Officer', 'By when', 'Status'],
      ['1', 'That lamps be lit at dusk on the quay.', 'Master of Lamps', 'May 2031', 'Done'],
    ])
  })

  it('leave empty the cells whose words may be of either, report the line and lose none of its letters', async () => {
    const { document, diagnostics } = await readBytes(new TextEncoder().encode(TITLE + DOUBTFUL))
    expect(rowsOf(outline(document.blocks)).at(-1)).toEqual(['3', 'That ladders be tested each spring.', '', '', 'Done'])
    expect(diagnostics.map(({ rule, place }) => [rule, place.lineFrom])).toEqual([['cell-unclear', 11]])
    expect(allPassages(document).some(({ text }) => text.includes('checks and logged.'))).toBe(true)
  })

  it('leave a cell empty of which a word is where the lines of the next begin', async () => {
    const rows = rowsOf(await outlineOf(TITLE + BELOW))
    expect(rows.map((row) => row[0])).toEqual(['Ref', '1', '2', '3', '4'])
    expect(rows[1]).toEqual([
      '1',
      'That lamps be lit at dusk on the quay in winter.',
      'Master of Lamps',
      'May 2031',
      'All lamps were lit in April.',
    ])
    expect(rows[2]?.slice(1, 3).join('')).toBe('')
  })

  it('give no number the words of its neighbour, where numbers are below the first lines of their rows', async () => {
    const cells = (await outlineOf(TITLE + LOW_NUMBERS)).filter(Array.isArray).flat(2).join('\n')
    expect(cells).not.toMatch(/need\. That the rigger|figures\. That the slip/u)
  })
})
