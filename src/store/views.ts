import { type Connection, prepared, type Row } from './database.ts'
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
  ...HISTORY_ORDER,
} as const

/** The name of a public view. */
export type ViewName = keyof typeof ORDER

/** Every public view of the contract, in its order. */
export const VIEW_NAMES = Object.keys(ORDER) as ViewName[]

/** All rows of a view, in an order that does not depend on how they came to be there. */
export function viewRows(connection: Connection, view: ViewName): IterableIterator<Row> {
  return prepared(connection, `SELECT * FROM ${view} ORDER BY ${ORDER[view]}`).iterate()
}
