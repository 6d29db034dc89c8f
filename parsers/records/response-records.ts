import type { Report } from '../../schema/diagnostics.ts'
import { EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import type { Resolution, Wording } from '../../schema/records.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { answeredOn } from '../frame/answered-on.ts'
import type { Paper } from '../frame/paper.ts'
import type { PaperDate } from '../frame/paper-date.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { KeyRing, keyName } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { answerOfPart, answersInParts } from '../roles/answer-of-part.ts'
import type { Answered } from '../roles/answered.ts'
import type { Content } from '../roles/content.ts'
import { itemsToWordings } from '../roles/items-to-wordings.ts'
import { type FieldValue, type PlanItem, textField } from '../tables/plan-items.ts'
import { sectionsToFacts } from './facts.ts'
import { numberGaps } from './number-gaps.ts'
import { noRecords, type PaperReading } from './paper-reading.ts'
import { planItemsToRecords } from './plan-items-to-records.ts'
import { planToReading } from './plan-to-reading.ts'

/** A response: each recommendation restated, and an answer to it under a label of its own, below it, or in a column. */
export function responseToRecords(content: Content, report: Report): PaperReading {
  const { paper, answers, tableAnswers } = content
  const table = tableAnswers.value
  const answered = withLimbs(table?.answered ?? answers?.answered ?? [])
  const { source } = paper.outline.document
  const resolutions = answersToResolutions(answered, paper)
  for (const { key, outcome, place, text } of resolutions)
    if (outcome === null) report('verdict-not-understood', place, text.slice(0, 120), key)
  // What a table says beside its answers, who will do what by when, is read as a plan's is.
  if (table) {
    const { written, ...reading } = planToReading(paper, table.items, null, report, 'response')
    const keyOf = (index: number) => written[answered[index]?.at ?? -1]?.wordingKey
    return { ...reading, resolutions: tied(resolutions, (index) => reading.wordings.find(({ key }) => key === keyOf(index))) }
  }
  const wordings = itemsToWordings(
    answered.map(({ item }) => item),
    'restated',
    'recommendation',
    source,
  )
  numberGaps(wordings, report)
  const wordingOf = (index: number) => wordings.find(({ position }) => position === index)
  return {
    ...noRecords(),
    ...commitmentsOf(answered, wordingOf, paper, report),
    kind: 'response',
    wordings,
    resolutions: tied(resolutions, wordingOf),
    facts: sectionsToFacts(paper.head, source, false),
  }
}

/** The limbs of what is answered as recommendations of their own that nothing answers: the answer is to the whole. */
function withLimbs(answered: readonly Answered[]): Answered[] {
  const rows: Answered[] = []
  for (const one of answered) {
    const top = rows.length
    const limbs = (one.limbs ?? []).map((item) => ({ item: { ...item, parent: top + (item.parent ?? 0) } }))
    rows.push(one, ...limbs.map(({ item }) => ({ ...one, item, answer: EMPTY_PASSAGE, verdict: null, who: null, fields: [] })))
  }
  return rows
}

/** What lines under the answers commit to: "Lead: …", "Target date: …". */
function commitmentsOf(
  answered: readonly Answered[],
  wordingOf: WordingOf,
  paper: Paper,
  report: Report,
): Pick<PaperReading, 'commitments' | 'responsibilities'> {
  const committed = answered.flatMap((one, index) =>
    one.fields && one.fields.length > 0 ? [{ item: committedItem(one, one.fields), wordingKey: wordingOf(index)?.key ?? null }] : [],
  )
  const { commitments, responsibilities, written } = planItemsToRecords(
    committed.map(({ item }) => item),
    {
      role: 'restated',
      kind: 'recommendation',
      isAnswer: true,
      source: paper.outline.document.source,
      scale: null,
      asOf: null,
      reviewKeyOf: () => null,
      report,
    },
  )
  const wordingKeys = new Map(written.map(({ commitmentKey }, index) => [commitmentKey, committed[index]?.wordingKey ?? null]))
  return {
    commitments: commitments.map((commitment) => ({ ...commitment, wordingKey: wordingKeys.get(commitment.key) ?? null })),
    responsibilities,
  }
}

/** An answer with labelled lines as a plan's item. */
function committedItem({ item, answer, verdict: beside }: Answered, fields: NonNullable<Answered['fields']>): PlanItem {
  const verdict = findVerdict(answer.text)
  const value = (passage: Passage, label: Passage) => textField(passage, label, passagePlace(passage))
  const said: [FieldRole, FieldValue][] = fields.map((field) => [field.role, value(field.value, field.label)])
  if (item.number !== null) said.push(['number', value(item.numberPassage, EMPTY_PASSAGE)])
  if (beside) said.push(['verdict', value(beside, EMPTY_PASSAGE)])
  else if (verdict?.sure) said.push(['verdict', value(slicePassage(answer, verdict.start, verdict.end), EMPTY_PASSAGE)])
  return {
    fields: new Map(said),
    dated: [],
    details: [],
    heading: null,
    review: null,
    place: passagePlace(answer),
    restoredNumber: null,
    sharesReport: false,
    isMended: false,
  }
}

/** The wording at a place among what is answered, if it was written. */
type WordingOf = (index: number) => Wording | undefined

/** Each answer with the wording that it answers, and the review that this is of. */
function tied(answers: readonly Resolution[], wordingOf: WordingOf): Resolution[] {
  return answers.map((answer) => {
    const { key = null, reviewKey = null } = wordingOf(answer.position) ?? {}
    return { ...answer, wordingKey: key, reviewKey }
  })
}

/** What is stored of an answer. */
type Answer = Pick<Answered, 'item' | 'answer' | 'verdict' | 'who'>

/** Answers as resolutions, all of the day on which the paper says that they were decided; `position` is the answer's place in the list. */
export function answersToResolutions(answers: readonly Answer[], paper: Paper): Resolution[] {
  const keys = new KeyRing()
  const dated = paper.about.decidedOn ?? answeredOn(paper.outline) ?? paper.about.dated
  return answers.flatMap((answer, index) => answerToResolution(answer, index, keys, paper, dated))
}

/** An answer as a resolution: its verdict where it states one, who answers where its label says. */
function answerToResolution(
  { item, answer: shared, verdict: beside, who }: Answer,
  index: number,
  keys: KeyRing,
  paper: Paper,
  dated: PaperDate | null,
): Resolution[] {
  const answer = answerOfPart(item.number, shared)
  if (answer.text === '') return []
  const ledger = new EvidenceLedger(paper.outline.document.source)
  const found = beside || answersInParts(item.number, answer) ? null : findVerdict(answer.text)
  // What is said about something else than the recommendation is not a verdict on it.
  const verdict = beside ? readVerdict(beside.text) : found?.sure ? found : null
  return [
    {
      key: keys.unique(`resolution/${keyName(item.number, index)}`),
      reviewKey: null,
      place: passagePlace(answer),
      number: item.number === null ? null : ledger.derived('number', item.number, item.numberPassage),
      numberText: item.number === null ? ledger.absent('numberText') : ledger.stated('numberText', item.numberPassage),
      parentKey: null,
      wordingKey: null,
      position: index,
      text: ledger.text('text', answer),
      outcome: verdict?.outcome
        ? ledger.derived('outcome', verdict.outcome, slicePassage(beside ?? answer, verdict.start, verdict.end))
        : null,
      decidedBy: who ? ledger.stated('decidedBy', who) : ledger.absent('decidedBy'),
      decidedOn:
        dated?.reading.precision === 'day' ? ledger.derived('decidedOn', dated.reading.from, dated.passage) : ledger.absent('decidedOn'),
      decides: null,
      evidence: ledger.entries,
    },
  ]
}
