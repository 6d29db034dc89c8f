import type { MadeUpPaper } from './made-up-council.ts'

/** What somebody who knows these councils answers, by kind and word. */
export const ANSWERS: Record<string, string> = {
  'heading What the Moot asks': 'recommendations',
  'column What the Moot asks': 'recommendation',
  "column Reeve's word": 'verdict',
  'verdict Embraced': 'agreed',
  'verdict Spurned': 'rejected',
  'verdict Half taken': 'agreed_in_part',
  'column Why': 'detail',
  'opener ordained': 'agreed',
  'opener thrust aside': 'rejected',
  'heading THE HARVEST OF OUR TALKS': 'recommendations',
  'column Ask': 'recommendation',
  'column Steward': 'who',
  'column Standing': 'status',
  'column Tale so far': 'progress',
  'grade Sown': 'not_started',
  'grade Reaped': 'achieved',
  'grade Sprouting': 'on_track',
}

const PLACES = ['Quay', 'Market', 'Ferry', 'Baths', 'Common']
/** Sentences without a verb that asks for anything. */
const MATTERS = [
  (place: string) => `Benches with backs and arms along the whole of the ${place}.`,
  (place: string) => `A warden at the ${place} on Saturdays from Easter until the end of September.`,
  (place: string) => `One page a year on what the ${place} earned and what was spent on it.`,
  (place: string) => `Large print on all notices at the ${place}, and a bell for those who cannot read them.`,
]
const pick = <T>(all: readonly [T, ...T[]], nth: number): T => all[nth % all.length] ?? all[0]

/** Papers of four councils of which each has words and layouts of its own: `reviews` of each, two papers a review. */
export function blindPapers(reviews = PLACES.length): MadeUpPaper[] {
  return PLACES.slice(0, reviews).flatMap((place, nth) => [
    ...tableAnswers(place, nth),
    ...minutes(place, nth),
    ...cards(place, nth),
    ...tracker(place, nth),
  ])
}

const mattersOf = (place: string, nth: number): string[] => MATTERS.slice(0, 3 + (nth % 2)).map((matter) => matter(place))
const numbered = (matters: readonly string[]): string => matters.map((matter, at) => `${at + 1}. ${matter}`).join('\n')
const table = (rows: readonly (readonly string[])[]): string =>
  [rows[0] ?? [], (rows[0] ?? []).map(() => '---'), ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n')
const paper = (name: string, blocks: readonly string[], facts: string[]): MadeUpPaper => ({ name, text: `${blocks.join('\n\n')}\n`, facts })
const headed = (lines: readonly string[]): string[] => lines.map((line, at) => `${'#'.repeat(at + 1)} ${line}`)
const proposed = (matters: readonly string[]): string[] => [
  'kind: review_report',
  ...matters.map((matter, at) => `proposed ${at + 1}: ${matter}`),
]

/** A report whose list has a heading of its own, and answers in a table whose columns and verdicts nobody else has. */
function tableAnswers(place: string, nth: number): MadeUpPaper[] {
  const matters = mattersOf(place, nth)
  const head = ['Hollin District Council', 'Overview and Scrutiny Committee', `Review of the ${place}`]
  const rows = matters.map((matter, at) => {
    const [word, outcome] = pick([['Embraced', 'agreed'] as const, ['Spurned', 'rejected'], ['Half taken', 'agreed_in_part']], nth + at)
    return { cells: [`${at + 1}`, matter, word, 'The purse of the year allows no other course.'], outcome }
  })
  const report = ['March 2019', '#### How it was done', `The ${place} was seen by day and by night.`, '#### What the Moot asks']
  const answers = [['No.', 'What the Moot asks', "Reeve's word", 'Why'], ...rows.map(({ cells }) => cells)]
  return [
    paper(`hollin/${place} - report.md`, [...headed(head), ...report, numbered(matters)], proposed(matters)),
    paper(
      `hollin/${place} - response.md`,
      [...headed(['Hollin District Council', `Response to the Review of the ${place}`]), 'June 2019', table(answers)],
      [
        'kind: response',
        ...rows.flatMap(({ cells: [number, matter], outcome }) => [`restated ${number}: ${matter}`, `answer ${number}: ${outcome}`]),
      ],
    ),
  ]
}

/** Two meetings whose minutes open what was decided in small letters and with no word that is known. */
function minutes(place: string, nth: number): MadeUpPaper[] {
  return ['East', 'West'].map((side, of) => {
    const day = `${3 + nth} ${of === 0 ? 'March' : 'October'} 2021`
    const [kept, fallen] = [`that the lamps of the ${side} ${place} be lit by dusk.`, `that the kerbs of the ${side} ${place} be dropped.`]
    return paper(
      `marrick/${side} ${place} - minutes.txt`,
      [
        'MARRICK TOWN COUNCIL',
        `Minutes of the meeting of the Cabinet held on ${day}`,
        'Present: Councillors Pym, Orr and Lund.',
        `14. The ${side} ${place}`,
        `Councillor Pym spoke of her walk along the ${side} ${place} in the rain.`,
        `The Cabinet ordained ${kept}`,
        `15. The kerbs of the ${side} ${place}`,
        `The Cabinet thrust aside ${fallen}`,
      ],
      ['kind: minutes', `resolved agreed: ${kept}`, `resolved rejected: ${fallen}`],
    )
  })
}

/** A report of plain text, and a card a matter, with a key whose words say nothing of progress. */
function cards(place: string, nth: number): MadeUpPaper[] {
  const matters = mattersOf(place, nth)
  const head = ['Ousby Borough Council', 'Overview and Scrutiny Committee', `Review of the ${place}`]
  const rows = matters.map((matter, at) => ({ matter, ...gradeOf(nth + at) }))
  return [
    paper(
      `ousby/${place} - report.txt`,
      [...head, 'May 2020', `1. HOW IT WAS DONE`, `The ${place} was seen twice.`, '2. THE HARVEST OF OUR TALKS', bulleted(matters)],
      ['kind: review_report', ...matters.map((matter) => `proposed -: ${matter}`)],
    ),
    paper(
      `ousby/${place} - tally.txt`,
      [
        ...head,
        'Tally, May 2021',
        'Key: Sown = seed is in the ground; Sprouting = green is seen; Reaped = corn is in the barn',
        ...rows.map(({ matter, grade }) => `Ask: ${matter}\nSteward: Head of Parks\nStanding: ${grade}`),
      ],
      [
        'kind: progress_update',
        ...rows.flatMap(({ matter, status }) => [`restated -: ${matter}`, `responsible -: Head of Parks`, `update -: ${status}`]),
      ],
    ),
  ]
}

const bulleted = (matters: readonly string[]): string => matters.map((matter) => `• ${matter}`).join('\n')

function gradeOf(nth: number): { grade: string; status: string } {
  const [grade, status] = pick([['Sown', 'not_started'] as const, ['Reaped', 'achieved'], ['Sprouting', 'on_track']], nth)
  return { grade, status }
}

/** A report whose words are everybody's, and a tracker whose columns and grades are not. */
function tracker(place: string, nth: number): MadeUpPaper[] {
  const matters = mattersOf(place, nth).map((matter) => `The council should provide: ${matter.toLowerCase()}`)
  const head = ['Skelder County Council', 'Overview and Scrutiny Committee', `Review of the ${place}`]
  const rows = matters.map((matter, at) => ({ number: `${at + 1}`, matter, ...gradeOf(nth + at) }))
  const cells = rows.map(({ number, matter, grade }) => [
    number,
    matter,
    'Estates Manager',
    grade,
    'Two tenders came in, and one was good.',
  ])
  return [
    paper(`skelder/${place} - report.md`, [...headed(head), 'March 2020', '#### Recommendations', numbered(matters)], proposed(matters)),
    paper(
      `skelder/${place} - tracker.md`,
      [...headed(head), '#### Tracker, June 2021', table([['No.', 'Ask', 'Steward', 'Standing', 'Tale so far'], ...cells])],
      [
        'kind: progress_update',
        ...rows.flatMap(({ number, matter, status }) => [
          `restated ${number}: ${matter}`,
          `responsible ${number}: Estates Manager`,
          `update ${number}: ${status}`,
        ]),
      ],
    ),
  ]
}
