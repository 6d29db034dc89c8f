import type { Report } from '../../schema/diagnostics.ts'
import type { Run } from '../../schema/document.ts'
import type { DocumentKind, RecommendationKind } from '../../schema/records.ts'
import { TITLE_WORDS } from '../../schema/vocabulary/papers.ts'
import type { Paper } from '../frame/paper.ts'
import { standingDate } from '../frame/paper-date.ts'
import type { FormSection } from '../outline/form-section.ts'
import { foldWords } from '../recognise/fold.ts'
import { titleKinds } from '../recognise/titles.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import type { DocumentScale } from '../tables/scale.ts'
import { sectionsToFacts } from './facts.ts'
import { itemReviews } from './item-reviews.ts'
import { numberGaps } from './number-gaps.ts'
import { noRecords, type PaperReading } from './paper-reading.ts'
import { planItemsToRecords } from './plan-items-to-records.ts'
import type { PlanRecords } from './plan-records.ts'
import { labelledAsOf } from './progress.ts'

const PLAN_NAMES = new Set(TITLE_WORDS.plan.map(foldWords))
/** How far down a paper its title may reach. */
const TITLE_LINES = 6

/** The sections of a paper's head whose labels are the paper's own: "Lead officer" above a recommendation is its card's, and what is below it, too. */
function ownSections({ head }: Paper, items: readonly PlanItem[]): FormSection[] {
  const labels = items.flatMap(({ fields, details }) => [...fields.values(), ...details].flatMap(({ label }) => label.runs.slice(0, 1)))
  const places = new Set(labels.map(runName))
  return head.filter(({ label }) => !label.runs[0] || !places.has(runName(label.runs[0])))
}

const runName = ({ page, box, line, offset }: Run): string => JSON.stringify([page, box, line, offset])

/** Whether an item reports on what has become of it. */
const reports = (item: PlanItem) => (['progress', 'status', 'impact'] as const).some((role) => fieldPassage(item, role).text !== '')

/**
 * What a plan's items are part of: a plan says who will do what, an update what has become of it. The
 * title decides where it names one; else whether half of the items report anything.
 */
export function planKind(paper: Paper, items: readonly PlanItem[]): DocumentKind {
  const kinds = titleKinds(paper.about.title?.text ?? '')
  // "Action plan and progress": the plan is there again, and with it what has become of it.
  if (kinds.has('update') || (/\bprogress\b/iu.test(paper.about.title?.text ?? '') && reportsKind(items) === 'progress_update'))
    return 'progress_update'
  return kinds.has('plan') || callsItselfPlan(paper) ? 'action_plan' : reportsKind(items)
}

/** Whether a line of its own among the first is nothing but the name of a plan: a title may be on two lines, the subject's first. */
function callsItselfPlan({ outline }: Paper): boolean {
  const body = outline.entries.findIndex(({ type }) => type === 'table')
  return outline.entries
    .slice(0, Math.min(TITLE_LINES, body < 0 ? TITLE_LINES : body))
    .some((entry) => entry.type !== 'table' && PLAN_NAMES.has(foldWords(entry.passage.text.replace(/\s*\([^()]*\)$/u, ''))))
}

/** By the items alone: an update where half of them or more report anything. */
function reportsKind(items: readonly PlanItem[]): DocumentKind {
  return items.filter(reports).length * 2 >= items.length ? 'progress_update' : 'action_plan'
}

/** The records of a plan, tracker or set of cards, and what was written of each item. */
export function planToReading(
  paper: Paper,
  items: readonly PlanItem[],
  scale: DocumentScale | null,
  report: Report,
  kind: DocumentKind = planKind(paper, items),
): PaperReading & Pick<PlanRecords, 'written'> {
  const objectives =
    items.filter((item) => fieldPassage(item, 'objective').text !== '' && fieldPassage(item, 'recommendation').text === '').length * 2 >
    items.length
  const itemKind: RecommendationKind = objectives ? 'objective' : 'recommendation'
  const { reviews, reviewKeyOf } = itemReviews(items, paper.about.reviews)
  const records = planItemsToRecords(items, {
    role: kind === 'action_plan' ? 'planned' : 'restated',
    kind: itemKind,
    isAnswer: kind === 'response',
    source: paper.outline.document.source,
    scale: scale?.grades ?? null,
    // A plan's own day is that of the plan; what it reports has one only where it says for which.
    asOf: standingDate(paper.outline) ?? (kind === 'progress_update' ? paper.about.dated : null),
    reviewKeyOf,
    answers: kind === 'response',
    report,
  })
  numberGaps(records.wordings, report, kind === 'action_plan')
  const said = items.map(labelledAsOf).find((asOf) => asOf !== null) ?? null
  return {
    ...noRecords(),
    ...records,
    kind,
    facts: sectionsToFacts(ownSections(paper, items), paper.outline.document.source, false),
    gradings: scale?.gradings ?? [],
    dated: paper.about.dated ?? said,
    reviews,
  }
}
