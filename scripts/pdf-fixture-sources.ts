/** The sources of the PDF fixtures: papers of councils that do not exist, written for this project. */

export interface FixtureTable {
  type: 'table'
  /** Parts of the page's width. */
  widths: number[]
  borders: 'all' | 'rows' | 'none'
  header: string[]
  /** A cell's paragraphs are parted by line breaks; "#rrggbb" alone is an empty cell of that colour. */
  rows: string[][]
}

export type FixtureBlock =
  | { type: 'heading'; level: number; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'bullet'; text: string }
  | FixtureTable

export interface FixtureSource {
  name: string
  landscape: boolean
  running: { head: string; foot: string }
  blocks: FixtureBlock[]
}

const heading = (level: number, text: string): FixtureBlock => ({ type: 'heading', level, text })
const paragraph = (text: string): FixtureBlock => ({ type: 'paragraph', text })
const bullet = (text: string): FixtureBlock => ({ type: 'bullet', text })

const THEMES = [
  ['verge cutting', 'the parish wardens', 'Oona Trask (Streetscene)'],
  ['library opening hours', 'the Friends of Marl Library', 'Bevis Quill (Culture)'],
  ['taxi licensing', 'the drivers’ forum', 'Ines Dray (Licensing)'],
  ['allotment waiting lists', 'the site secretaries', 'Tobiah Fenn (Parks)'],
  ['flood wardens', 'the drainage board', 'Sunniva Marsh (Resilience)'],
]

function planRow(number: number): string[] {
  const [theme = '', partner = '', officer = ''] = THEMES[number % THEMES.length] ?? []
  const recommendation = `That the Executive review ${theme} across the district, working with ${partner}, and publish what it finds in a form that residents can follow from year to year.`
  const actions = [
    `a) Officers to meet ${partner} and to agree a joint list of what is outstanding.`,
    `b) A co-ordinated programme for ${theme} to be drawn up and costed.`,
    ...(number % 3 === 0 ? ['c) A further report to be brought to the Scrutiny Board once the programme has run for two quarters.'] : []),
  ].join('\n')
  const status = ['#92d050', '#ffc000', '#ff0000', 'Complete'][number % 4] ?? ''
  return [`${number}`, recommendation, actions, officer, number % 5 === 0 ? '' : `${(number % 12) + 1} March 2031`, status]
}

function cardRows(number: number): string[][] {
  const [theme = '', partner = '', officer = ''] = THEMES[number % THEMES.length] ?? []
  return [
    [`Recommendation ${number}:`, `That ${theme} be reviewed with ${partner}.`],
    ['Responsibility:', officer],
    ['Date:', 'June 2030'],
    [
      'Evidence of progress (include dates if known):',
      `Work on ${theme} began in the spring and has been discussed at three meetings with ${partner}.\nThe second stage was held back while the budget was settled; it is now under way, and a first set of results is expected before the summer recess.`,
    ],
    ['Evidence of impact:', ''],
  ]
}

export const SOURCES: FixtureSource[] = [
  {
    name: 'action-plan',
    landscape: true,
    running: { head: 'Harrowmere District Council', foot: 'Official' },
    blocks: [
      heading(1, 'Action Plan: Review of Neighbourhood Services'),
      paragraph('The Scrutiny Board agreed this plan on 4 February 2030. The colours in the last column are explained below it.'),
      {
        type: 'table',
        widths: [6, 26, 30, 16, 12, 10],
        borders: 'all',
        header: ['No.', 'Recommendation', 'Agreed actions', 'Lead officer', 'Due', 'Status'],
        rows: Array.from({ length: 14 }, (_, i) => planRow(i + 1)),
      },
      paragraph('Key: green is done, amber is late by less than a quarter, red is late by more.'),
    ],
  },
  {
    name: 'progress-cards',
    landscape: false,
    running: { head: 'Vale of Tarrow Council', foot: 'Scrutiny progress report' },
    blocks: [
      heading(1, 'Progress on agreed recommendations'),
      paragraph('Each recommendation has a card of its own. Grades are given at the end.'),
      ...Array.from({ length: 7 }, (_, i): FixtureBlock[] => [
        { type: 'table', widths: [28, 72], borders: 'all', header: [], rows: cardRows(i + 1) },
        paragraph(''),
      ]).flat(),
      heading(2, 'Grades'),
      {
        type: 'table',
        widths: [20, 80],
        borders: 'rows',
        header: ['Grade', 'Meaning'],
        rows: [
          ['1', 'Done'],
          ['2', 'On course'],
          ['3', 'Slipped'],
        ],
      },
    ],
  },
  {
    name: 'review-report',
    landscape: false,
    running: { head: 'Borough of Ennerby', foot: 'Report of the Transport Panel' },
    blocks: [
      heading(1, 'Review of Rural Bus Services'),
      heading(2, '1. Background'),
      ...Array.from({ length: 9 }, (_, i) =>
        paragraph(
          `1.${i + 1} The Panel heard from passengers in the ${['northern', 'eastern', 'western'][i % 3]} parishes that the ${['morning', 'midday', 'evening'][i % 3]} service no longer meets the train at Ennerby Junction, and that decision-making about routes is not understood. Since the 31<sup>st</sup> of March 2029 the operator has published a well-designed map, which passengers welcome; the timetable that belongs to it is still to come, and the Panel was told that it depends on the outcome of the county-wide tender.`,
        ),
      ),
      heading(2, '2. What the Panel found'),
      bullet('Fewer than half of the stops have a shelter.'),
      bullet('Fares differ between operators on the same road, for no reason that either could explain to the Panel when it asked.'),
      bullet('Drivers are in short supply.'),
      heading(2, '3. Recommendations'),
      paragraph('The Panel recommends:'),
      paragraph('(1) That the Executive asks the operator to publish its timetable by 1 September 2030.'),
      paragraph('(2) That, as part of the tender:'),
      paragraph('(a) every evening service be timed to meet a train; and'),
      paragraph('(b) fares be set by distance alone.'),
      paragraph('(3) That shelters be put up at the twenty busiest stops.'),
      {
        type: 'table',
        widths: [40, 30, 30],
        borders: 'none',
        header: ['Route', 'Journeys', 'Passengers'],
        rows: [
          ['12 Ennerby to Marl', '4,210', '61,880'],
          ['14 Ennerby to Sallow Cross', '2,034', '20,116'],
          ['21 Circular', '1,090', '8,412'],
          ['33 School service', '380', '9,905'],
        ],
      },
    ],
  },
]
