import { titleKinds } from '../recognise/titles.ts'
import { type Claim, type Layout, NO_CLAIM, type Paper } from './layout.ts'
import { type PlanTables, readPlanTables } from './plan-tables.ts'
import { planKind, planToReading } from './plan-to-reading.ts'
import { readDocumentScale } from './scale.ts'

/** A table whose header names more fields than this is as sure a plan as any. */
const MOST_TELLING_FIELDS = 5

/** What a title that announces a plan or an update adds. */
const TITLED = 0.1

const read = new WeakMap<Paper, PlanTables>()

/** The plan tables of a paper, read once for all layouts that look at them. */
function tablesOf(paper: Paper): PlanTables {
  const known = read.get(paper) ?? readPlanTables(paper, readDocumentScale(paper.outline), () => {})
  read.set(paper, known)
  return known
}

/** How well tables with these columns fit, for a plan (`tracker` false) or a tracker. */
export function tableClaim(paper: Paper, tracker: boolean): Claim {
  const { items, roles, tables } = tablesOf(paper)
  if (items.length === 0 || (planKind(paper, items) === 'progress_update') !== tracker) return NO_CLAIM
  const fields = [...roles].filter((role) => role !== 'ignored').length
  const kinds = titleKinds(paper.about.title?.text ?? '')
  const titled = kinds.has('plan') || kinds.has('update')
  return {
    score: Math.min(0.97, 0.5 + 0.47 * (Math.min(fields, MOST_TELLING_FIELDS) / MOST_TELLING_FIELDS) + (titled ? TITLED : 0)),
    reasons: [`${tables} table${tables === 1 ? '' : 's'} with columns for ${[...roles].join(', ')}`, `${items.length} rows`],
  }
}

/** What stands in tables of one row a recommendation, whether they plan or report. */
export const readTables: Layout['read'] = (paper, report) => {
  const scale = readDocumentScale(paper.outline)
  return planToReading(paper, readPlanTables(paper, scale, report).items, scale, report)
}
