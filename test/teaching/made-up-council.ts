import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a careful person reads in one paper, as facts: "update 3: achieved". */
export interface MadeUpPaper {
  name: string
  text: string
  facts: string[]
}

/** A council that does not exist, and whose papers use words that no other council uses. */
export const COUNCIL = 'Wexcombe Borough Council'

/** What was looked into, and what was put to the council: sentences without a verb that asks for anything. */
const PLACES = ['Quay', 'Market', 'Library', 'Ferry', 'Baths', 'Common', 'Bandstand', 'Allotments', 'Cemetery', 'Bridge']
const SIDES = ['East', 'West']
const MATTERS = [
  (place: string) => `The opening hours of the ${place} on a board at its gate.`,
  (place: string) => `One telephone number for all who find the ${place} dirty or dark.`,
  (place: string) => `A yearly account of what the ${place} takes in and costs.`,
  (place: string) => `Level paving from the bus stop to the ${place} for wheelchairs and prams.`,
  (place: string) => `Two open days a year at the ${place} with the schools of the parish.`,
]
const OFFICERS = ['Head of Parks', 'Head of Highways', 'Estates Manager']
/** The council's own grades, and where each leaves a matter. */
const GRADES = [
  ['Sown', 'not_started'],
  ['Reaped', 'achieved'],
] as const

/** Twenty reviews with two papers each: what was put to the council, and what became of it. */
export function madeUpPapers(): MadeUpPaper[] {
  return PLACES.flatMap((place, at) => SIDES.flatMap((side, of) => papersOf(`${side} ${place}`, at * SIDES.length + of)))
}

function papersOf(place: string, nth: number): MadeUpPaper[] {
  const year = 2012 + (nth % 9)
  const matters = MATTERS.map((matter) => matter(place)).slice(0, 3 + (nth % 3))
  const head = [COUNCIL, 'Overview and Scrutiny Committee', `Review of the ${place}`]
  const rows = matters.map((matter, at) => {
    const [grade, status] = GRADES[(nth + at) % GRADES.length] ?? GRADES[0]
    return { number: `${at + 1}`, matter, officer: OFFICERS[(nth + at) % OFFICERS.length] ?? '', grade, status }
  })
  return [report(place, head, year, matters), nth % 3 === 2 ? cards(place, head, year, rows) : tally(place, head, year, rows)]
}

function report(place: string, head: readonly string[], year: number, matters: readonly string[]): MadeUpPaper {
  const text = [
    ...head.map((line, level) => `${'#'.repeat(level + 1)} ${line}`),
    `March ${year}`,
    '#### How it was looked into',
    `The ${place} was walked twice, in November and in February, and its keeper was heard.`,
    '#### Matters put to the Reeve',
    matters.map((matter, at) => `${at + 1}. ${matter}`).join('\n'),
  ]
  const facts = matters.map((matter, at) => `proposed ${at + 1}: ${matter}`)
  return { name: `${place} - report.md`, text: `${text.join('\n\n')}\n`, facts: ['kind: review_report', ...facts] }
}

interface Row {
  number: string
  matter: string
  officer: string
  grade: string
  status: string
}

function tally(place: string, head: readonly string[], year: number, rows: readonly Row[]): MadeUpPaper {
  const cells = [
    ['Ref', 'Matter put', 'Lead officer', 'Standing'],
    ['---', '---', '---', '---'],
    ...rows.map(({ number, matter, officer, grade }) => [number, matter, officer, grade]),
  ]
  const text = [
    ...head.map((line, level) => `${'#'.repeat(level + 1)} ${line}`),
    `#### Tally, June ${year + 1}`,
    cells.map((row) => `| ${row.join(' | ')} |`).join('\n'),
  ]
  const facts = rows.flatMap(({ number, matter, officer, status }) => [
    `restated ${number}: ${matter}`,
    `responsible ${number}: ${officer}`,
    `update ${number}: ${status}`,
    `update ${number} is of recommendation ${number}`,
  ])
  return { name: `${place} - tally.md`, text: `${text.join('\n\n')}\n`, facts: ['kind: progress_update', ...facts] }
}

/** The same as a form in plain text, a card a matter, under the labels that the columns have. */
function cards(place: string, head: readonly string[], year: number, rows: readonly Row[]): MadeUpPaper {
  const lines = rows.map(({ matter, officer, grade }) => `Matter put: ${matter}\nLead officer: ${officer}\nStanding: ${grade}`)
  const text = [...head, `Tally, June ${year + 1}`, ...lines]
  const facts = rows.flatMap(({ number, matter, officer, status }) => [
    `restated -: ${matter}`,
    `responsible -: ${officer}`,
    `update -: ${status}`,
    `update - is of recommendation ${number}`,
  ])
  return { name: `${place} - tally.txt`, text: `${text.join('\n\n')}\n`, facts: ['kind: progress_update', ...facts] }
}

/** Writes papers into a folder, which is made. */
export function writePapers(folder: string, papers: readonly MadeUpPaper[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, text } of papers) writeFileSync(join(folder, name), text)
}
