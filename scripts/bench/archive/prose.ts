import type { Random } from '../link/random.ts'
import type { Field } from '../link/words.ts'
import { type Block, paragraph } from './paper.ts'

/** `@` a thing, `%` a body, `&` a group, `#` a ward, `*` a number. */
const EVIDENCE: readonly string[] = [
  'Members visited # and spoke with & about @.',
  'A witness from % described how @ had changed over the last * years, and said that demand had grown by about a fifth.',
  'In a survey of *0 households in #, fewer than half could say who was responsible for @.',
  'The figures for # are better than those for #, though they rest on only * cases.',
  'It was put to us that & seldom hear what came of their complaints about @.',
  'Officers explained that @ is paid for from three budgets, none of which had been looked at together since the last reorganisation.',
  'The cost came to £*,*00 in the last full year, against £*,*00 in the year before.',
  '% told the group that it had written twice about @ and had been given no date for an answer.',
  'Two neighbouring authorities have dealt with @ in another way, and their results were laid before the group at its last meeting but one.',
  'Some & thought that @ mattered more than @; others took the opposite view.',
  'There is no statutory duty here, but % expects councils to have regard to the guidance.',
  'The number of enquiries about @ rose from * to 1*3 within four quarters, most of them from #.',
  'When we asked & what would help them most, the answer was nearly always better information.',
  'The group was shown a map of # on which every complaint about @ was marked.',
  'It became clear that well-meant changes to @ had been made without a word to &.',
  'Staff turnover was given as one of the reasons, and the freeze on vacancies as another.',
  'A mystery shopper who rang on * occasions was put through to the right desk on all but two of them.',
  '“Nobody has ever asked us,” said one of & at the meeting in #.',
  'National research bears this out: where % takes part from the beginning, results for & are markedly better.',
  'We noted the good work that is done in #, much of it by volunteers and with very little money.',
  'The contract for this work runs until the end of next year and may be extended by * months.',
  'Evidence from % was that the pressure on @ is at its greatest between November and February.',
]
const PROGRESS: readonly string[] = [
  'Work on @ began in the autumn and a paper went to %.',
  'Letters went to & in #, and * answers have come in.',
  'The work was held back by vacancies in the team and by the later date of the Government’s announcement.',
  'A meeting with % was held in #, and further talks are planned before the summer.',
  'The first results are expected in the next quarter; £*,000 has been spent so far.',
  'A trial was run in # for * weeks and its findings are being written up.',
  'The new arrangements for @ have been in place since the spring and are looked at each month.',
]
const ACTIONS: readonly string[] = [
  'Meet % and agree a list of what is outstanding.',
  'Draw up a costed programme for @.',
  'Ask & through the residents’ panel what they need.',
  'Put a page on @ on the website and keep it up to date.',
  'Train the staff of the contact centre in questions about @.',
  'Bring figures for # to the quarterly meeting.',
  'Write to % for the terms on which it would take part, and bring the answer to the Cabinet Member before the budget is set.',
  'Look at what is spent on @ in each ward, and say in one table what could be spent better.',
  'Hold two meetings with & in #, in the evening, with notes that are put on the website within a fortnight.',
]
const MEASURES: readonly string[] = [
  'Nine in ten of & are satisfied in the yearly survey.',
  'A page is online and is looked at each quarter.',
  'Complaints about @ fall by a tenth.',
  '% signs up to the programme.',
  'Figures are laid before members each quarter.',
]
const WARDS = [
  'Castle',
  'Northgate',
  'St Anne’s',
  'Riverside',
  'Priory',
  'Mill Lane',
  'Broadfields',
  'the Saltings',
  'Quarry Hill',
  'Eastholme',
]
const GIVEN = ['Hannah', 'Colin', 'Priya', 'Tom', 'Gwen', 'Imogen', 'Leon', 'Rosa', 'Yusuf', 'Oona', 'Bevis', 'Ines', 'Tobiah', 'Sunniva']
const FAMILY = [
  'Oyelaran',
  'Braddock',
  'Lund',
  'Askew',
  'Adeyemi',
  'Sayle',
  'Achebe',
  'Imrie',
  'Brandt',
  'Marsh',
  'Quill',
  'Dray',
  'Fenn',
  'Tighe',
]

const SENTENCES_AT_LEAST = 3
const SENTENCES_AT_MOST = 7

function fill(pattern: string, field: Field, random: Random): string {
  const text = pattern.replace(/[@%&#*]/gu, (sign) => {
    if (sign === '@') return random.pick(field.things)
    if (sign === '%') return random.pick(field.bodies)
    if (sign === '&') return random.pick(field.groups)
    if (sign === '#') return random.pick(WARDS)
    return String(random.int(2, 9))
  })
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A paragraph of what a review heard and saw. */
export function writeEvidence(field: Field, random: Random): string {
  const count = random.int(SENTENCES_AT_LEAST, SENTENCES_AT_MOST)
  return random
    .shuffle(EVIDENCE)
    .slice(0, count)
    .map((pattern) => fill(pattern, field, random))
    .join(' ')
}

/** Paragraphs of evidence, numbered within their section or not. */
export const evidenceParagraphs = (count: number, section: number | null, field: Field, random: Random): Block[] =>
  Array.from({ length: count }, (_, at) => paragraph(`${section === null ? '' : `${section}.${at + 1} `}${writeEvidence(field, random)}`))

/** What has been done, in one sentence or several. */
export const writeProgress = (field: Field, random: Random): string =>
  random
    .shuffle(PROGRESS)
    .slice(0, random.int(1, 7))
    .map((pattern) => fill(pattern, field, random))
    .join(' ')

/** What will be done: an action, or several that are lettered, a line each. */
export function writeActions(field: Field, random: Random): string {
  const actions = random.shuffle(ACTIONS).slice(0, random.pick([1, 2, 3, 4, 5]))
  const letter = (at: number) => (actions.length > 1 ? `${'abcde'.charAt(at)}) ` : '')
  return actions.map((pattern, at) => `${letter(at)}${fill(pattern, field, random)}`).join('\n')
}

/** How one will know. */
export const writeMeasure = (field: Field, random: Random): string => fill(random.pick(MEASURES), field, random)

/** A person's name. */
export const writePerson = (random: Random): string => `${random.pick(GIVEN)} ${random.pick(FAMILY)}`
