/** A cell of a made-up workbook: text, or a day as Calc keeps one; `fill` is the colour of its ground. */
export interface MadeCell {
  text?: string
  /** ISO 8601; shown as "12 March 2031". */
  day?: string
  fill?: string
  across?: number
  down?: number
}

/** A sheet of a made-up workbook, row by row. What a merged cell covers is given as an empty text. */
export interface MadeSheet {
  name: string
  hidden?: boolean
  hiddenColumn?: number
  hiddenRow?: number
  rows: readonly (readonly (string | MadeCell)[])[]
}

const GREEN = '#00b050'
const AMBER = '#ffc000'
const RED = '#ff0000'
const on = (day: string): MadeCell => ({ day })
const filled = (fill: string, text = ''): MadeCell => ({ fill, text })

/** Two reviews on sheets of their own, with all that people do to such workbooks. */
export const TWO_REVIEWS: readonly MadeSheet[] = [
  {
    name: 'Allotments',
    hiddenColumn: 4,
    hiddenRow: 6,
    rows: [
      [{ text: 'Recommendation Tracker: Review of Allotments', across: 8 }],
      ['Sallowby District Council – Overview and Scrutiny Committee, 12 March 2031'],
      [],
      ['No', 'Theme', 'Recommendation', 'Lead officer', 'Office notes', 'Due date', 'RAG', 'Progress'],
      [
        '1',
        { text: 'Water', down: 2 },
        'That a standpipe be put in on each of the nine sites.',
        { text: 'Parks Manager', down: 2 },
        'ask again',
        on('2031-06-30'),
        filled(GREEN),
        'All nine have run since April.',
      ],
      [
        '2',
        '',
        'That rain from the pavilion roofs be kept in tanks.',
        '',
        '',
        on('2031-09-30'),
        filled(AMBER),
        'Four of six tanks are in place.',
      ],
      [
        '3',
        'Waste',
        'That a skip be sent to each site in spring.',
        'Cleansing Manager',
        'withdrawn',
        on('2030-01-31'),
        filled(RED),
        'Taken off the list.',
      ],
      [
        '4',
        'Letting',
        'That plots which lie fallow for a year be offered to the next on the list.',
        'Head of Estates',
        '',
        on('2031-12-31'),
        filled(RED),
        'No plot has been offered yet.',
      ],
      [],
      ['Key'],
      [filled(GREEN), 'Complete'],
      [filled(AMBER), 'On track'],
      [filled(RED), 'Overdue'],
    ],
  },
  {
    name: 'Markets',
    rows: [
      ['Recommendation Tracker: Review of Street Markets'],
      ['Sallowby District Council – Overview and Scrutiny Committee, 12 March 2031'],
      [],
      ['No', 'Recommendation', 'Lead officer', 'Due date', 'Status', 'Progress'],
      [
        '1',
        'That pitches be let by the month.',
        'Town Centre Manager',
        on('2031-04-01'),
        'Complete',
        'The new terms began on 1 March 2031.',
      ],
      [
        '2',
        'That stalls be given power from the lamp posts.',
        'Head of Highways',
        on('2032-03-31'),
        'On track',
        'A trial on two posts starts in May.',
      ],
    ],
  },
  { name: 'Lists', hidden: true, rows: [['Complete'], ['On track'], ['Overdue']] },
]

/** One review on one sheet, with nothing that a file of separated values would lose. */
export const ONE_REVIEW: readonly MadeSheet[] = [
  {
    name: 'Tracker',
    rows: [
      ['Recommendation Tracker: Review of Footpaths'],
      ['Sallowby District Council – Overview and Scrutiny Committee, 12 March 2031'],
      [],
      ['No', 'Recommendation', 'Lead officer', 'Due date', 'Status', 'Progress'],
      [
        '1',
        'That fallen stiles be mended, and gates put in where owners agree.',
        'Rights of Way Officer',
        on('2031-05-31'),
        'On track',
        'Of 31 stiles, 19 stand again.',
      ],
      [
        '2',
        'That a map of all paths be "live" on the website.',
        'Head of Digital',
        on('2030-12-01'),
        'Complete',
        'Published on 28 November 2030.',
      ],
      [
        '3',
        'That volunteers be lent tools; and be insured.',
        'Insurance Manager',
        on('2031-10-31'),
        'Overdue',
        'Insurers ask £2,400 a year – more than the fund holds.',
      ],
    ],
  },
]
