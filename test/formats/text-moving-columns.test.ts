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

describe('columns of a text that move', () => {
  it('have rows whose cells stand above and below the number', async () => {
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
})
