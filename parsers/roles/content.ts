import { collectInto, type Diagnostic, type Report } from '../../schema/diagnostics.ts'
import { ITEM_OF_MEETING } from '../frame/front.ts'
import type { Paper } from '../frame/paper.ts'
import { isPlaceholder } from '../frame/review-mentions.ts'
import { labelledValues } from '../outline/labelled-values.ts'
import { type Entry, opensAsMinutes, saysAtFront } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { type TitleKind, titleKinds } from '../recognise/titles.ts'
import { findCellRuns, findRuns } from '../runs/find-runs.ts'
import type { Run } from '../runs/run.ts'
import { withCardsAsRows } from '../tables/cards-as-rows.ts'
import { cardsToPlanItems } from '../tables/cards-to-plan-items.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import { type PlanTables, readPlanTables } from '../tables/plan-tables.ts'
import { type DocumentScale, readDocumentScale } from '../tables/scale.ts'
import { REMARKS } from '../tables/table-columns.ts'
import { toldProgress } from '../tables/told-progress.ts'
import type { AnsweredRun } from './answered.ts'
import { findAnswers } from './find-answers.ts'
import { type Resolutions, readResolutions } from './resolutions.ts'
import { type Lists, type ReadRun, readRuns, selectLists } from './select-lists.ts'
import { type TableAnswers, tableAnswers } from './table-answers.ts'

/** Something found in a paper, and what a person should know of it once it is used. */
export interface Found<T> {
  value: T
  diagnostics: Diagnostic[]
}

/** All that a paper holds, found once, before anybody asks what kind of paper it is. */
export interface Content {
  paper: Paper
  titled: ReadonlySet<TitleKind>
  /** Every run, scored. */
  reads: ReadRun[]
  lists: Lists
  answers: AnsweredRun | null
  tableAnswers: Found<TableAnswers | null>
  decisions: Resolutions
  scale: DocumentScale | null
  tables: Found<PlanTables>
  cards: Found<PlanItem[]>
  /** The cards are recommendations that the paper goes through in running text and says what has become of each. */
  told: boolean
}

/** Fields besides the recommendation that make a card one: who, by when, what was done. */
export const CARD_FIELDS = ['responsible', 'sponsor', 'due', 'action', 'success-measure', 'progress', 'status', 'impact'] as const
/** A card with fewer of them is a sentence with a colon. */
const LEAST_FIELDS = 2
/** So many cards show that a paper is made of them. */
const LEAST_FULL = 2
const NO_SCALE = { rows: new Set<never>(), lines: new Set<never>() }

function found<T>(read: (report: Report) => T): Found<T> {
  const diagnostics: Diagnostic[] = []
  return { value: read(collectInto(diagnostics)), diagnostics }
}

/** Finds all that a paper holds. */
export function findContent(paper: Paper): Content {
  const { entries } = paper.outline
  const runs = findRuns(entries)
  const reads = readRuns([...runs, ...findCellRuns(entries)])
  const scale = readDocumentScale(paper.outline)
  const titled = new Set(paper.about.kinds)
  for (const kind of announcedKinds(paper)) titled.add(kind)
  // The page of one item of a meeting is that item's minutes; its title is the item's, and says what was before the meeting.
  if (saysAtFront(paper.outline, ITEM_OF_MEETING)) {
    titled.clear()
    titled.add('minutes')
  }
  const printed = found((report) => readPlanTables(paper, scale, report))
  const labelled = found((report) => readCards(paper, scale, report))
  const alone = tellsProgressAlone(labelled.value)
  const told =
    (alone || labelled.value.length === 0) && printed.value.items.length === 0 && !decides(titled)
      ? toldProgress(entries, titled.has('update'))
      : null
  const cards = told ? { value: told, diagnostics: [] } : labelled
  // Cards whose labels nobody knows by themselves are read as the rows of a table.
  const turned = printed.value.items.length === 0 && cards.value.length === 0 ? withCardsAsRows(entries) : null
  const sheet = turned ? { ...paper, outline: { ...paper.outline, entries: turned } } : paper
  const tables = turned ? found((report) => readPlanTables(sheet, scale, report)) : printed
  // A response is read with the rows that look like a scale.
  const answering = scale === null ? tables : found((report) => readPlanTables(sheet, null, report))
  const announced = titled.has('response')
  const answers = told ? null : findAnswers(entries, longestRuns(runs, entries.length), announced)
  const rows = tableAnswers(answering.value.items, announced)
  // Cards of a paper that says that it answers; what labels in its text answer is read as pairs.
  const onCards = rows === null && announced && (answers === null || answers.score <= 0)
  return {
    paper,
    titled,
    reads,
    lists: selectLists(reads),
    answers,
    tableAnswers: onCards ? { ...cards, value: tableAnswers(cards.value, true) } : { ...answering, value: rows },
    decisions: readResolutions(paper),
    scale,
    tables,
    cards,
    told: told !== null || alone,
  }
}

/** Whether a title says that a paper decides or answers. */
const decides = (titled: ReadonlySet<TitleKind>): boolean => titled.has('response') || titled.has('decision') || titled.has('minutes')

/** Answers are looked for after the items of so many runs as this many entries follow in all. */
const MOST_FOLLOWING = 500_000

/** The longest runs, where each of very many would be compared with all the text after it: few papers have more than fifty lists. */
function longestRuns(runs: readonly Run[], end: number): readonly Run[] {
  const kept = new Set<Run>()
  let following = 0
  for (const run of runs.toSorted((a, b) => b.items.length - a.items.length)) {
    following += end - run.start
    if (following > MOST_FOLLOWING) break
    kept.add(run)
  }
  return kept.size === runs.length ? runs : runs.filter((run) => kept.has(run))
}

/** Lines at the front in which a paper says what it is: a form's or a notice's title is that of its item. */
const FRONT_LINES = 12
const LONGEST_FRONT_LINE = 160

/** What the first lines of a paper announce: a decision, minutes, or that it answers another. */
function announcedKinds(paper: Paper): TitleKind[] {
  const lines = paper.outline.entries
    .slice(0, FRONT_LINES)
    .flatMap((entry) => (entry.type === 'table' || entry.passage.text.length > LONGEST_FRONT_LINE ? [] : [entry.passage.text]))
  const kinds = titleKinds(lines.join(' | '))
  const said: TitleKind[] = (['decision', 'minutes'] as const).filter((kind) => kinds.has(kind))
  if (lines.some((line) => ANSWER_LINE.test(line) && titleKinds(line).has('response')) || lettersAnswer(paper)) said.push('response')
  return opensAsMinutes(paper.outline) ? [...said, 'minutes'] : said
}

/** "RE: Management response – Audit", "Response of the Executive to the Second Report": the line names the paper. */
const ANSWER_LINE = /^(?:\p{L}+:\s+)?(?:(?:the\s)?[\p{L}’']+\s){0,5}?(?:response|reply)\b(?:.*[^.;,:]|)$/iu

/** A letter greets its reader below two addresses, a line each. */
const LETTERHEAD = 24

/** "Dear Councillor Pym … I set out the Cabinet's response below": a letter has the title of what it answers. */
function lettersAnswer({ outline }: Paper): boolean {
  const texts = outline.entries.slice(0, LETTERHEAD + FRONT_LINES).flatMap((entry) => (entry.type === 'table' ? [] : [entry.passage.text]))
  const dear = texts.findIndex((text, at) => at < LETTERHEAD && /^dear\s/iu.test(text))
  const opening = texts.slice(dear + 1, Math.max(FRONT_LINES, dear + 1 + OPENING_LINES))
  return dear >= 0 && (opening.some((text) => OUR_ANSWER.test(text)) || acceptsForItself(outline.entries))
}

/** A letter says within so many lines what it is for. */
const OPENING_LINES = 4

/** Whether somebody says again and again what they, or their body, do with a recommendation: "I accept this recommendation in part." */
function acceptsForItself(entries: readonly Entry[]): boolean {
  const said = entries.filter(
    (entry) =>
      entry.type !== 'table' &&
      /^(?:I|We|(?:The|Our)(?:\s\p{Lu}[\p{L}’'-]*){1,5})\s(?!\p{L}+ed\b)/u.test(entry.passage.text) &&
      findVerdict(entry.passage.text)?.sure,
  )
  return said.length > 1
}

/** Whose answer a letter gives; "your response" is asked for. */
const OUR_ANSWER =
  /\b(?:(?:my|our|its|their|the (?:[\p{L}’']+ ){0,5}(?:cabinet|executive|government|council|department|trust|board)(?:['’]s?)?) (?:formal |full |written )?(?:response|reply|replies|responses|answers?)\b|(?:in response|in reply|respond|responding|replying) to\b)/iu

function readCards(paper: Paper, scale: DocumentScale | null, report: Report): PlanItem[] {
  const items = cardsToPlanItems(labelledValues(paper.outline, scale ?? NO_SCALE, report), report)
  // A form that nobody filled in has its hints in brackets where the recommendation should be.
  const filled = items.filter((item) => !isPlaceholder(fieldPassage(item, 'recommendation').text))
  if (tellsProgressAlone(filled)) return filled
  const full = filled.filter((item) => fieldsOf(item) >= LEAST_FIELDS)
  // Among cards, one that is refused has nothing more to say than by whom.
  const isRefused = (item: PlanItem) => item.fields.has('verdict') && fieldsOf(item) > 0
  return full.length < LEAST_FULL ? full : filled.filter((item) => fieldsOf(item) >= LEAST_FIELDS || isRefused(item))
}

/** How many of a card's fields are there. */
const fieldsOf = ({ fields }: PlanItem): number => CARD_FIELDS.filter((role) => fields.has(role)).length

/** Whether each of several cards has the same one label, which reports what has become of it: "Update: …" below every recommendation. */
function tellsProgressAlone(items: readonly PlanItem[]): boolean {
  const [label, ...others] = new Set(items.map(({ fields }) => fields.get('progress')?.label.text ?? ''))
  // "Comments: …" may be an answer.
  if (REMARKS.test(label ?? '')) return false
  const isAlone = (item: PlanItem) =>
    fieldsOf(item) === 1 && (fieldPassage(item, 'number').text !== '' || fieldPassage(item, 'recommendation').text !== '')
  return items.length >= FEWEST_ALIKE && label !== undefined && label !== '' && others.length === 0 && items.every(isAlone)
}

/** So many cards with one label are not coincidence. */
const FEWEST_ALIKE = 3
