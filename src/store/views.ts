import type { ViewRow } from '../../schema/row-schemas.ts'
import { VIEWS } from '../../schema/views.ts'
import { type Connection, prepared } from './database.ts'
import { HISTORY_ORDER } from './history-tables.ts'

/** The public views, and by which columns their rows are put in order (rows that are equal in these by all the others). */
const ORDER = {
  documents: 'path, document_id',
  papers: 'document_id, position, paper_id',
  reviews: 'title, review_id',
  recommendations: 'review_id, position, recommendation_id',
  wordings: 'document_id, position, wording_id',
  resolutions: 'document_id, position, resolution_id',
  commitments: 'document_id, page, commitment_id',
  responsibilities: 'document_id, responsibility_id',
  actions: 'document_id, commitment_id, position, action_id',
  progress_updates: 'document_id, page, update_id',
  document_facts: 'document_id, page, name, label, text, fact_id',
  gradings: 'document_id, code, label, meaning, status, grading_id',
  details: 'document_id, entity_id, position, label, text',
  candidates: 'document_id, page, text, entity_kind, reading',
  links: 'kind, from_id, to_id, link_id',
  unlinked: 'document_id, entity_id',
  evidence: 'document_id, entity_id, field, page, line_from, top, x0, quote',
  diagnostics: 'document_id, page, line, rule, note, entity_id',
  aliases: 'old_id, new_id',
  corrections: 'at, correction_id, field',
  runs: 'started_at, run_id',
  changes: 'change_id',
  ...HISTORY_ORDER,
} as const

/** The name of a public view. */
export type ViewName = keyof typeof ORDER

/** Every public view of the contract, in its order. */
export const VIEW_NAMES = Object.keys(ORDER) as ViewName[]

/** All rows of a view, or those of one review, in an order that does not depend on how they came to be there. */
export function viewRows<View extends ViewName>(
  connection: Connection,
  view: View,
  reviewId: string | null = null,
): IterableIterator<ViewRow<View>> {
  const { where, values } = ofReview(view, reviewId)
  const rows = prepared(connection, `SELECT * FROM ${view} ${where} ORDER BY ${ORDER[view]}`).iterate(...values)
  return rows as IterableIterator<ViewRow<View>> // a test holds every view's rows to what `VIEWS` says about it
}

/** How many rows of a view there are, or are of one review. */
export function countRows(connection: Connection, view: ViewName, reviewId: string | null = null): number {
  const { where, values } = ofReview(view, reviewId)
  return Number(prepared(connection, `SELECT count(*) AS n FROM ${view} ${where}`).get(...values)?.n ?? 0)
}

/** What is assigned to a review, and the documents that it has. */
const OWN_RECORDS = 'SELECT entity_id FROM assignment WHERE review_id = ?'
const OWN_RECOMMENDATIONS = 'SELECT recommendation_id FROM recommendation WHERE review_id = ?'
const OWN_DOCUMENTS = `SELECT document_id FROM document_review WHERE review_id = ?
  UNION SELECT document_id FROM assignment WHERE review_id = ?`

/** Views whose rows are of a review by another way than a column of theirs. */
const BY_OTHER_WAYS: Partial<Record<ViewName, string>> = {
  documents: `document_id IN (${OWN_DOCUMENTS})`,
  evidence: `entity_id IN (${OWN_RECORDS}) OR entity_id IN (${OWN_DOCUMENTS})`,
  links: `from_id IN (${OWN_RECORDS}) OR from_id IN (${OWN_RECOMMENDATIONS}) OR to_id = ?`,
  aliases: 'new_id = ?',
}

/** Which rows of a view are of a review: all of them with null, and of a view that is of the whole archive. */
function ofReview(view: ViewName, reviewId: string | null): { where: string; values: string[] } {
  const condition = reviewId === null ? null : conditionOf(view)
  if (reviewId === null || condition === null) return { where: '', values: [] }
  return { where: `WHERE ${condition}`, values: Array.from(condition.matchAll(/\?/gu), () => reviewId) }
}

function conditionOf(view: ViewName): string | null {
  const columns = Object.keys(VIEWS[view].columns)
  const other = BY_OTHER_WAYS[view]
  if (other) return other
  if (columns.includes('review_id')) return 'review_id = ?'
  if (columns.includes('recommendation_id')) return `recommendation_id IN (${OWN_RECOMMENDATIONS})`
  if (columns.includes('document_id')) return `document_id IN (${OWN_DOCUMENTS})`
  return null
}
