import { ATTENDANCE } from '../frame/front.ts'
import type { Paper } from '../frame/paper.ts'
import { saysAtFront } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import type { AnsweredRun } from './answered.ts'
import { CARD_FIELDS, type Content } from './content.ts'
import { MOST_OF_A_RUN, KIND_WEIGHTS as W } from './kind-weights.ts'
import type { Scored, Sign } from './score-recommendations.ts'

/** What a paper is read as. */
export type ReadAs = 'report' | 'response' | 'decision' | 'tables' | 'cards'

/** A reading of a paper as one kind, with its score in log-odds and the signs it is made of. */
export interface KindReading extends Scored {
  reading: ReadAs
}

/** The readings of a paper as each kind, the likeliest first. What each run may be follows from the kind: the best joint reading wins. */
export function scoreKinds(content: Content): KindReading[] {
  const readings: KindReading[] = [
    { reading: 'report', ...scoreReport(content) },
    { reading: 'response', ...scoreResponse(content) },
    { reading: 'decision', ...scoreDecision(content) },
    { reading: 'tables', ...scoreTables(content) },
    { reading: 'cards', ...scoreCards(content) },
  ]
  return readings.sort((a, b) => b.score - a.score)
}

const NOTHING: Scored = { score: -9, signs: [{ name: 'nothing of it is there', score: -9 }] }

function total(signs: readonly (Sign | null)[]): Scored {
  const seen = signs.filter((sign) => sign !== null)
  return { score: seen.reduce((sum, { score }) => sum + score, 0), signs: seen }
}

const sign = (name: string, weight: number, amount: number | boolean): Sign | null =>
  Number(amount) === 0 ? null : { name, score: Math.round(weight * Number(amount) * 100) / 100 }

function scoreReport({ lists, titled, paper, answers, cards, tables }: Content): Scored {
  const own = lists.selected.filter(({ restates, kind }) => !restates && kind === 'recommendation')
  if (own.length === 0) return NOTHING
  const best = Math.max(...own.map(({ read }) => read.scored.score))
  const top = own.flatMap(({ items }) => items.filter(({ depth }) => depth === 0))
  return total([
    sign('bias', W.report.bias, 1),
    sign('a list of recommendations', W.report.list, Math.min(MOST_OF_A_RUN, best)),
    sign('its title says so', W.report.titled, titled.has('report')),
    sign('it names a review', W.report.review, Math.max(0, ...paper.about.reviews.map(({ confidence }) => confidence))),
    sign(
      'its title says otherwise',
      W.report.titledOther,
      titled.has('response') || titled.has('plan') || titled.has('update') || titled.has('decision'),
    ),
    sign('it opens as minutes', W.report.minutes, titled.has('minutes')),
    sign('it speaks to its reader', W.report.reader, speaksToReader(paper) && !titled.has('report')),
    sign(
      'fields stand beside each',
      W.report.fields,
      top.length > 0 && (cards.value.length * 2 >= top.length || tables.value.items.filter(isReported).length * 2 >= top.length),
    ),
    sign(
      'each is answered',
      W.report.answered,
      titled.has('report') || !answers ? 0 : Math.max(0, Math.min(MOST_ANSWERED, answers.score)) * answeredShare({ lists, answers }),
    ),
  ])
}

/** Newsletters, notices and pages of advice say "you"; a report to a council mentions others. A letter's "you" is seldom. */
function speaksToReader({ outline }: Paper): boolean {
  const texts = outline.entries.flatMap((entry) => (entry.type === 'table' ? [] : [entry.passage.text]))
  const spoken = texts.filter((text) => /\byou(?:rs?)?\b/iu.test(text)).length
  return spoken > 1 && spoken / texts.length > OFTEN_SPOKEN
}

const OFTEN_SPOKEN = 0.1

function scoreResponse({ answers, tableAnswers, titled, lists, cards, told }: Content): Scored {
  if (tableAnswers.value)
    return total([
      sign('bias', W.response.bias, 1),
      sign('a table answers', W.response.table, 1),
      sign('its rows report what has become of it', W.response.reports, reportingShare(tableAnswers.value.items)),
      sign('its title says so', W.response.titled, titled.has('response')),
    ])
  if (!answers || answers.answered.length === 0 || answers.score <= 0) return NOTHING
  const best = Math.max(0, ...lists.selected.map(({ read }) => read.scored.score))
  return total([
    sign('bias', W.response.bias, 1),
    sign('they are a list of recommendations', W.response.list, Math.min(MOST_OF_A_RUN, best) * answeredShare({ lists, answers })),
    sign('recommendations with answers', W.response.pairs, Math.min(MOST_OF_A_RUN, answers.score)),
    sign(
      'what follows each is planned',
      W.response.planned,
      titled.has('response') ? 0 : plannedShare(answers, cards.value, told || titled.has('update')),
    ),
    sign('its title says so', W.response.titled, titled.has('response')),
    sign('its title is that of a report', W.response.titledReport, titled.has('report') && !titled.has('response')),
    sign('it opens as minutes', W.response.minutes, titled.has('minutes')),
  ])
}

/** How many rows say, besides the answer, what has been done since: that is a tracker's. */
function reportingShare(items: readonly PlanItem[]): number {
  return items.filter(isReported).length / Math.max(1, items.length)
}

/** Whether a row says what has become of it. */
const isReported = (item: PlanItem): boolean => (['progress', 'status'] as const).some((role) => fieldPassage(item, role).text !== '')

/**
 * How many of those that are answered are cards, with an action and who is to do it or by when, or with what has become of it and how far
 * that is, where no answer gives a verdict. `reports` says whether something else shows that the paper reports on progress.
 */
function plannedShare({ answered }: AnsweredRun, cards: readonly PlanItem[], reports: boolean): number {
  if (answered.some(({ answer, verdict }) => verdict || findVerdict(answer.text)) || cards.some(({ fields }) => fields.has('verdict')))
    return 0
  const planned = cards.filter(
    ({ fields }) =>
      (fields.has('action') && (fields.has('responsible') || fields.has('due'))) ||
      (fields.has('progress') && (fields.has('status') || reports)),
  )
  return Math.min(1, planned.length / answered.length)
}

/** How many of the first-level items of the likeliest list are those that are answered. */
function answeredShare({ lists, answers }: Pick<Content, 'lists' | 'answers'>): number {
  const best = lists.selected.toSorted((a, b) => b.read.scored.score - a.read.scored.score)[0]
  const starts = new Set(answers?.answered.map(({ at }) => at))
  const top = best?.items.filter(({ depth }) => depth === 0) ?? []
  return top.length === 0
    ? 0
    : top.filter(({ at, entries }) => starts.has(at) || entries.some((entry) => starts.has(entry))).length / top.length
}

/** Answers between recommendations speak against a report no more than this. */
const MOST_ANSWERED = 4

/** The labels that decision forms have and other papers do not. */
const FORM_KINDS = new Set([
  'record',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'call_in_by',
  'key_decision',
  'decided-on',
  'portfolio_holder',
])
const MOST_LABELS = 4
const MOST_DOUBLINGS = 4
/** Minutes decide something at least once in so many paragraphs. */
const SPARSE = 60

function scoreDecision({ decisions, titled, paper }: Content): Scored {
  const labels = new Set(paper.sections.flatMap(({ kind }) => (kind !== null && FORM_KINDS.has(kind) ? [kind] : [])))
  const record = labels.has('record') || decisions.proposed
  const form = (titled.has('decision') || titled.has('minutes')) && record && labels.size + Number(decisions.proposed) > 1
  const count = decisions.resolutions.length
  if (count === 0 && !form) return NOTHING
  const attended = saysAtFront(paper.outline, ATTENDANCE)
  const sparse = paper.outline.entries.length / Math.max(1, decisions.openers) > SPARSE
  const formal = decisions.formal / Math.max(1, decisions.openers)
  return total([
    sign('bias', W.decision.bias, 1),
    sign('decisions', W.decision.decisions, Math.min(MOST_DOUBLINGS, Math.log2(1 + count))),
    sign('formal openers', W.decision.formal, formal),
    sign('decisions are only told of', W.decision.told, count > 0 && decisions.formal === 0 && !labels.has('record')),
    sign('few decisions in a long paper', W.decision.sparse, sparse && !titled.has('minutes') && !record),
    sign('labels of a decision form', W.decision.formLabel, Math.min(MOST_LABELS, labels.size)),
    sign('a record of the decision', W.decision.record, record),
    sign('its title says so', W.decision.titled, titled.has('decision') || titled.has('minutes')),
    sign('it says who was there', W.decision.attendance, attended),
    sign(
      'its title is that of a report',
      W.decision.titledReport,
      titled.has('report') && !titled.has('minutes') && !titled.has('decision'),
    ),
    sign('its title is that of a response', W.decision.titledResponse, titled.has('response')),
    sign('its title is that of a plan', W.decision.titledPlan, titled.has('plan') && !titled.has('minutes') && !titled.has('decision')),
  ])
}

/** A table whose header names more fields than this is as sure a plan as any. */
const MOST_TELLING_FIELDS = 5

function scoreTables({ tables, titled }: Content): Scored {
  const { items, roles } = tables.value
  if (items.length === 0) return NOTHING
  const fields = [...roles].filter((role) => role !== 'ignored').length
  return total([
    sign('bias', W.plan.bias, 1),
    sign('columns of a plan', W.plan.fields, Math.min(fields, MOST_TELLING_FIELDS) / MOST_TELLING_FIELDS),
    sign('rows', W.plan.rows, Math.min(MOST_DOUBLINGS, Math.log2(1 + items.length))),
    sign('its title says so', W.plan.titled, titled.has('plan') || titled.has('update')),
    sign('it opens as minutes', W.plan.minutes, titled.has('minutes')),
  ])
}

function scoreCards({ cards, titled, told }: Content): Scored {
  const items = cards.value
  if (items.length === 0) return NOTHING
  const fields = items.reduce((sum, item) => sum + CARD_FIELDS.filter((role) => item.fields.has(role)).length, 0) / items.length
  return total([
    sign('bias', W.plan.bias, 1),
    sign('labelled fields', W.plan.cards, Math.min(fields, MOST_TELLING_FIELDS)),
    sign('what became of each is told in turn', W.plan.told, told),
    sign('cards', W.plan.rows, Math.min(MOST_DOUBLINGS, Math.log2(1 + items.length))),
    sign('its title says so', W.plan.titled, titled.has('plan') || titled.has('update')),
    sign('it opens as minutes', W.plan.minutes, titled.has('minutes')),
  ])
}
