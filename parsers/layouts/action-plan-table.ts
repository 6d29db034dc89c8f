import { type Claim, type Layout, NO_CLAIM, type Paper } from '../records/layout.ts'
import { readPlanTables } from '../records/plan-tables.ts'
import { planKind, planToReading } from '../records/plan-to-reading.ts'
import { readDocumentScale } from '../records/scale.ts'

/** A table whose header names more fields than this is as sure a plan as any. */
const MOST_TELLING_FIELDS = 5

/** How well tables with these columns fit, for a plan (`tracker` false) or a tracker. */
export function tableClaim(paper: Paper, tracker: boolean): Claim {
  const { items, roles, tables } = readPlanTables(paper, readDocumentScale(paper.outline), () => {})
  if (items.length === 0 || (planKind(paper, items) === 'progress_update') !== tracker) return NO_CLAIM
  const fields = [...roles].filter((role) => role !== 'ignored').length
  return {
    score: Math.min(0.97, 0.5 + 0.47 * (Math.min(fields, MOST_TELLING_FIELDS) / MOST_TELLING_FIELDS)),
    reasons: [`${tables} table${tables === 1 ? '' : 's'} with columns for ${[...roles].join(', ')}`, `${items.length} rows`],
  }
}

/** What stands in tables of one row a recommendation, whether they plan or report. */
export const readTables: Layout['read'] = (paper, report) => {
  const scale = readDocumentScale(paper.outline)
  return planToReading(paper, readPlanTables(paper, scale, report).items, scale, report)
}

/** An action plan or a strategy's plan: a table with one row a recommendation or objective. */
export const layout: Layout = { name: 'action-plan-table', claim: (paper) => tableClaim(paper, false), read: readTables }
