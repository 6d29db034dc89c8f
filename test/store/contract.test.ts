import { expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'

/** The contract, version 1: every view and its columns, in order. A view changes only by gaining columns at its end. */
const CONTRACT = `
documents: document_id, sha256, path, media_type, kind, title, review_id, council, committee, dated_text, dated_from, dated_to, pages, status, layout, errors, warnings, imported_at, extractor, superseded_by
papers: paper_id, document_id, position, kind, title, review_id, council, committee, dated_text, dated_from, dated_to, page_from, page_to, confidence, same_as
reviews: review_id, title, council, committee, documents, recommendations, kind
recommendations: recommendation_id, review_id, number, parent_id, position, kind, heading, text, text_from, document_id, page, resolution_id, outcome, responsible, due_text, due_from, due_to, status, assessment_text, as_of_from, as_of_to, council, review_title, overdue, latest_update
wordings: wording_id, recommendation_id, document_id, role, number, number_text, position, text, page, paper_id, confidence
resolutions: resolution_id, recommendation_id, review_id, document_id, number, number_text, parent_id, position, text, outcome, decided_by, decided_on, page, paper_id, confidence, wording_id
commitments: commitment_id, recommendation_id, document_id, number, outcome, responsible, due_text, due_from, due_to, success_measure, timescale, page, paper_id, confidence
responsibilities: responsibility_id, commitment_id, recommendation_id, document_id, name, organisation, kind, text, paper_id
actions: action_id, commitment_id, recommendation_id, document_id, number, label, position, text, page, paper_id, confidence
progress_updates: update_id, recommendation_id, resolution_id, document_id, parent_id, number, as_of_text, as_of_from, as_of_to, evidence, assessment_text, status, impact, page, link_confidence, link_method, paper_id, confidence
document_facts: document_id, name, label, text, date_from, date_to, page, fact_id, paper_id
gradings: document_id, code, label, meaning, status, grading_id, paper_id
details: entity_id, document_id, paper_id, position, label, text, page
candidates: entity_kind, document_id, paper_id, text, reading, confidence, runner_up, page
links: link_id, kind, from_id, to_id, method, confidence, runner_up_id, runner_up_confidence, judgement, decided_by, reasons
unlinked: entity_id, entity_kind, document_id, number, text, best_id, best_confidence, reason
evidence: entity_id, field, state, quote, document_id, page, x0, top, x1, bottom, line_from, line_to, cell
diagnostics: document_id, severity, rule, message, note, page, line, entity_id, settled_by
aliases: old_id, new_id, since
wording_changes: recommendation_id, from_id, to_id, from_document_id, to_document_id, from_role, to_role, kept, diff
slippage: recommendation_id, commitment_id, document_id, position, due_text, due_from, due_to, said_on, moved_days, reason
silences: silence_id, kind, review_id, recommendation_id, document_id, number, last_status, quote
runs: run_id, started_at, ended_at, extractor, documents, added, changed, unchanged, failed, superseded, corrections, corrections_gone, corrections_changed, rows_written, rows_removed, forgotten
changes: change_id, run_id, at, recommendation_id, change, field, old_value, new_value
corrections: correction_id, at, by, why, action, target_id, field, extracted, corrected, state, about_id, about, suggested_id`
  .trim()
  .split('\n')
  .map((line) => line.split(': ') as [string, string])

test('the store offers the views of the contract and no others', () => {
  expect([...VIEW_NAMES].sort()).toEqual(CONTRACT.map(([view]) => view).sort())
  const store = openStore(':memory:')
  const views = store.query("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name").map((row) => row.name)
  expect(views).toEqual([...VIEW_NAMES].sort())
})

test.each(CONTRACT)('%s has exactly its columns', (view, columns) => {
  const store = openStore(':memory:')
  const found = store.query('SELECT name FROM pragma_table_info(?) ORDER BY cid', view).map((row) => row.name)
  expect(found.join(', ')).toBe(columns)
})

test('every table is strict', () => {
  const store = openStore(':memory:')
  const lax = store.query(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'",
  )
  expect(lax).toEqual([])
})

test('every foreign key has an index to be looked up by', () => {
  const store = openStore(':memory:')
  const keys = store.query(
    `SELECT t.name AS "table", k."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) k WHERE t.schema = 'main'`,
  )
  const bare = keys.filter(({ table, column }) => {
    const first = store.query(
      `SELECT 1 FROM pragma_index_list(?) l, pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = ?`,
      table ?? null,
      column ?? null,
    )
    return !first.length
  })
  expect(bare).toEqual([])
})
