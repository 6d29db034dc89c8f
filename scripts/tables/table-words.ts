import { writeActions, writeEvidence, writeMeasure, writePerson, writeProgress } from '../bench/archive/prose.ts'
import type { Random } from '../bench/link/random.ts'
import type { Field } from '../bench/link/words.ts'

/** A kind of column: how its head is worded, what is in it, how wide it is beside others, how often it is empty. */
export interface ColumnWords {
  heads: readonly string[]
  write: (random: Random, field: Field, row: number) => string
  width: readonly [least: number, most: number]
  empty: number
}

const MONTHS = ['January', 'March', 'May', 'June', 'September', 'November']
const sentences = (text: string, most: number) =>
  text
    .split(/(?<=[.”]) /u)
    .slice(0, most)
    .join(' ')

const TEXT: ColumnWords = {
  heads: ['Recommendation', 'What was recommended', 'Recommendation made by the panel', 'Agreed recommendation'],
  write: (random, field) =>
    `That ${random.pick(['the Cabinet Member', 'the Head of Service', 'the Executive', 'the Board'])} ${random.pick(['reviews', 'publishes a plan for', 'reports each quarter on', 'sets out what is spent on'])} ${random.pick(field.things)}${random.pick(['', ` with ${random.pick(field.bodies)}`, ` and asks ${random.pick(field.groups)} what they need before the budget is set`])}.`,
  width: [22, 34],
  empty: 0,
}

const PLAIN: readonly ColumnWords[] = [
  {
    heads: ['Action', 'Agreed action', 'What we will do', 'Steps to be taken'],
    write: (random, field) => sentences(writeActions(field, random), random.int(1, 2)),
    width: [20, 30],
    empty: 0.08,
  },
  {
    heads: ['Progress', 'Progress to date', 'Latest position', 'Update for the committee'],
    write: (random, field) => sentences(writeProgress(field, random), random.int(1, 3)),
    width: [22, 36],
    empty: 0.15,
  },
  {
    heads: ['Lead officer', 'Lead', 'Responsible officer', 'Who'],
    write: (random) => writePerson(random),
    width: [10, 14],
    empty: 0.1,
  },
  {
    heads: ['Due', 'Target date', 'By when', 'Completion date'],
    write: (random) => `${random.chance(0.4) ? `${random.int(1, 28)} ` : ''}${random.pick(MONTHS)} ${random.int(2027, 2033)}`,
    width: [10, 14],
    empty: 0.1,
  },
  {
    heads: ['Status', 'RAG', 'Position', 'Stage'],
    write: (random) => random.pick(['Complete', 'On track', 'Delayed', 'Not started', 'Amber', 'Green', 'In hand']),
    width: [8, 11],
    empty: 0.08,
  },
  {
    heads: ['Measure of success', 'How we will know', 'Outcome sought', 'Expected impact'],
    write: (random, field) => writeMeasure(field, random),
    width: [14, 22],
    empty: 0.2,
  },
  {
    heads: ['Response', 'Reply of the Executive', 'Decision', 'Cabinet response'],
    write: (random, field) =>
      `${random.pick(['Agreed.', 'Accepted in part.', 'Not agreed.', 'Accepted.'])}${random.chance(0.6) ? ` ${sentences(writeEvidence(field, random), 1)}` : ''}`,
    width: [14, 26],
    empty: 0.05,
  },
  {
    heads: ['Cost', 'Budget', 'Resources', 'Cost (£)'],
    write: (random) => random.pick([`£${random.int(1, 90)},000`, 'None', `${random.int(1, 9)},${random.int(100, 999)}`, 'Officer time']),
    width: [8, 12],
    empty: 0.2,
  },
]

const NUMBER: ColumnWords = { heads: ['No.', 'Ref', 'Rec.', '#'], write: (_, __, row) => `${row + 1}`, width: [5, 7], empty: 0 }
const LABEL: ColumnWords = {
  heads: ['Theme', 'Area', 'Priority', 'Topic'],
  write: (random, field) => upper(random.pick(field.things)),
  width: [11, 15],
  empty: 0,
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The columns of a table: a number or a label first, the recommendation, and `count` in all. */
export function pickColumns(count: number, labelled: boolean, random: Random): ColumnWords[] {
  const rest = random.shuffle(PLAIN).slice(0, count - 2)
  return [labelled ? LABEL : NUMBER, TEXT, ...rest]
}

/** How rows are numbered: "3", "3.", "R3", "2.3". */
export function writeNumber(random: Random): (row: number) => string {
  const chapter = random.int(1, 4)
  return random.pick([
    (row: number) => `${row}`,
    (row: number) => `${row}.`,
    (row: number) => `R${row}`,
    (row: number) => `${chapter}.${row}`,
  ])
}

/** A row that names the part of the table that follows it. */
export const writeTheme = (random: Random, field: Field): string =>
  `${random.pick(['Theme', 'Part', 'Priority'])} ${random.int(1, 6)}: ${upper(random.pick(field.things))} and ${random.pick(field.things)}`

/** A remark that is under a table or under its heading. */
export const writeNote = (random: Random): string =>
  random.pick([
    'Dates are those given by the service and have not been checked.',
    'Shown as reported to the board at its last meeting of the year.',
    'Entries in the last column are revised by the lead officer each quarter.',
    'Where no officer is named the post is vacant.',
    'An empty cell means that nothing was reported.',
  ])

export const writeProse = (random: Random, field: Field): string => writeEvidence(field, random)
