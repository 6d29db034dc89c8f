import { type Block, EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { itemSubjects } from '../tables/item-subjects.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import type { Answered } from './answered.ts'

/** The rows of a response that is a table, and the answer that each of them gives. */
export interface TableAnswers {
  items: PlanItem[]
  answered: Answered[]
}

/** A cell this short is nothing but a verdict. */
const LONGEST_VERDICT = 60
/** The columns in which a response answers: a verdict alone, what is said beside it. */
const ANSWERING = ['verdict', 'progress', 'action', 'status'] as const
/** What a response says beside its verdict. */
const REMARKS = /^(?:comments?|commentary|notes?|remarks?|reasons?|explanation|rationale)\b/iu
/** "Recommendation 1, Recommendation 2(a)": a summary names recommendations, and restates none. */
const NAMES_ONLY = /^(?:none\b|(?:recommendations?|recs?\.?)\s[\d(][\w().]*\s*(?:[,;&(–-]|and\b|to\b|$))/iu
/** In so many rows a verdict or an answer is, or the table answers nothing. */
const LEAST_ANSWERED = 0.5

/**
 * The answers of a paper that gives them in columns: "Recommendation | Cabinet response | Action | Lead", "Recommendation |
 * Accept/Reject | Comments". What is answered in one word, and explained beside it, is one answer. Null for a table in which
 * nobody answers: under "Response" a plan may say what was done, so without a title that says so each row needs a verdict.
 */
export function tableAnswers(items: readonly PlanItem[], announced: boolean): TableAnswers | null {
  const subjects = itemSubjects(items)
  const told = announced && items.some((item) => findVerdict(fieldPassage(item, 'progress').text)?.sure)
  const read = items.map((item) => readAnswer(item, told))
  const verdicts = read.filter((answer) => answer?.verdict).length
  if (!announced && (verdicts < LEAST_ANSWERED * items.length || !read.some((answer) => answer?.labelled))) return null
  const answered = items.flatMap((_, index): Answered[] => {
    const [subject, answer] = [subjects[index], read[index]]
    if (!subject || !answer || NAMES_ONLY.test(subject.lead.text)) return []
    const { number, numberPassage, lead } = subject
    const words = { label: null, number, numberPassage: numberPassage ?? EMPTY_PASSAGE, parent: null, text: lead, heading: null }
    return [{ item: words, answer: answer.text, verdict: answer.verdict, who: null, at: index, entries: [] }]
  })
  return answered.length > 0 && answered.length >= LEAST_ANSWERED * items.length
    ? { items: items.map((item, index) => withoutRemarks(item, read[index] ?? null)), answered }
    : null
}

/** "Comments", "Reply and reasons": a column whose first noun is what is said beside a verdict, or the answer. */
const saysWhy = (label: string) => REMARKS.test(label) || readResponseLabel(label.split(SECOND_THING, 1)[0] ?? '') !== null

const SECOND_THING = /\s*(?:[,&/+]|\b(?:and|with|incl(?:uding)?)\b)\s*/iu

interface ReadAnswer {
  text: Passage
  /** The cell that holds the verdict alone; null where the answer itself may say it. */
  verdict: Passage | null
  /** Whether its column is labelled as a response. */
  labelled: boolean
  roles: { verdict: FieldRole; text: FieldRole }
}

/** What a row answers; `told` where the paper announces answers, and gives them in its column of what was done. */
function readAnswer(item: PlanItem, told: boolean): ReadAnswer | null {
  const cells = ANSWERING.flatMap((role) => {
    const text = fieldPassage(item, role)
    const label = item.fields.get(role)?.label.text ?? ''
    const apart = verdictApart(text, item.fields.get(role)?.blocks ?? [])
    return text.text === '' ? [] : [{ role, text, apart, labelled: readResponseLabel(label) !== null, remarks: saysWhy(label) }]
  })
  const bare = cells.find(({ text, apart }) => !apart && text.text.length <= LONGEST_VERDICT && readVerdict(text.text)?.outcome)
  const words = cells.find(({ role, labelled, remarks }) => role !== bare?.role && (labelled || remarks || (!bare && role === 'verdict')))
  const main = words ?? bare ?? (told ? cells.find(({ role }) => role === 'progress') : undefined)
  const apart = bare ? null : (main?.apart ?? null)
  if (!main || !(bare || apart || main.labelled || told)) return null
  const labelled = main.labelled || bare?.labelled === true
  return {
    text: apart?.text ?? main.text,
    verdict: bare?.text ?? apart?.verdict ?? null,
    labelled,
    roles: { verdict: bare?.role ?? main.role, text: main.role },
  }
}

/**
 * A verdict that is set apart from the words after it in its cell: on a line of its own, or with a capital after it and no mark
 * between, as a line break is lost. "Agreed. The number …" is one text.
 */
function verdictApart(text: Passage, blocks: readonly Block[]): { verdict: Passage; text: Passage } | null {
  const [first] = blocks
  const line = first && first.type !== 'table' && blocks.length > 1 ? first.passage.text.length : 0
  const ends = [line, ...[...text.text.slice(0, LONGEST_VERDICT).matchAll(LOST_BREAK)].map(({ index }) => index)]
  const end = ends.find((at) => {
    const verdict = at > 0 ? readVerdict(text.text.slice(0, at)) : null
    return verdict?.outcome && verdict.start === 0 && /^[\s.:–—-]*$/u.test(text.text.slice(verdict.end, at))
  })
  return end ? { verdict: slicePassage(text, 0, end), text: slicePassage(text, end) } : null
}

const LOST_BREAK = /(?<=\p{L})\s+(?=\p{Lu})/gu

/** An item whose answer is reported once: its verdict in that column, and no longer as an action or as progress. */
function withoutRemarks(item: PlanItem, answer: ReadAnswer | null): PlanItem {
  if (!answer) return item
  const fields = new Map(item.fields)
  const verdict = item.fields.get(answer.roles.verdict)
  for (const role of [answer.roles.verdict, answer.roles.text]) fields.delete(role)
  if (verdict) fields.set('verdict', verdict)
  return { ...item, fields }
}
