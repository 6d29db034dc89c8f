-- The public face of the database: the views of the contract, version 1. A view changes only by gaining columns. Each reads
-- one table and looks up the rest in subqueries; `corrected(t.field)` is explained in tables.sql.

CREATE VIEW documents AS -- what it means: SELECT * FROM descriptions WHERE view = 'documents'
SELECT
  d.document_id, d.sha256, coalesce(d.first_path, d.origin_path) AS path, d.media_type, corrected(d.kind), corrected(d.title),
  d.own_review_id AS review_id, corrected(d.council), corrected(d.committee), corrected(d.dated_text), corrected(d.dated_from),
  corrected(d.dated_to), d.pages,
  CASE WHEN d.status = 'ok' AND EXISTS (SELECT 1 FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error')
    THEN 'partial' ELSE d.status END AS status,
  d.layout,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'error')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error') AS errors,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'warning')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'warning') AS warnings,
  d.imported_at, d.extractor,
  coalesce(d.superseded_by, (SELECT f.document_id FROM forgotten_document f WHERE f.document_id = d.document_id)) AS superseded_by
FROM document d;

CREATE VIEW papers AS -- what it means: SELECT * FROM descriptions WHERE view = 'papers'
SELECT
  p.id AS paper_id, p.document_id, p.position, corrected(p.kind), corrected(p.title), p.own_review_id AS review_id,
  corrected(p.council), corrected(p.committee), corrected(p.dated_text), corrected(p.dated_from), corrected(p.dated_to),
  p.page_from, p.page_to, p.confidence,
  (SELECT c.same_as FROM paper_copy c WHERE c.paper_id = p.id) AS same_as
FROM paper p;

CREATE VIEW wordings AS -- what it means: SELECT * FROM descriptions WHERE view = 'wordings'
SELECT
  w.id AS wording_id, w.recommendation_id, w.document_id, corrected(w.role), corrected(w.number), corrected(w.number_text),
  w.position, corrected(w.text), w.page, w.paper_id, w.confidence
FROM wording w;

CREATE VIEW resolutions AS -- what it means: SELECT * FROM descriptions WHERE view = 'resolutions'
SELECT
  r.id AS resolution_id, r.recommendation_id, r.review_id, r.document_id, corrected(r.number), corrected(r.number_text),
  r.parent_id, r.position, corrected(r.text), corrected(r.outcome), corrected(r.decided_by), corrected(r.decided_on), r.page, r.paper_id, r.confidence, r.wording_id
FROM resolution r;

CREATE VIEW commitments AS -- what it means: SELECT * FROM descriptions WHERE view = 'commitments'
SELECT
  c.id AS commitment_id, c.recommendation_id, c.document_id, corrected(c.number), corrected(c.outcome),
  corrected(c.responsible), corrected(c.due_text), corrected(c.due_from), corrected(c.due_to), corrected(c.success_measure),
  corrected(c.timescale), c.page, c.paper_id, c.confidence
FROM commitment c;

CREATE VIEW responsibilities AS -- what it means: SELECT * FROM descriptions WHERE view = 'responsibilities'
SELECT
  r.id AS responsibility_id, r.commitment_id, r.recommendation_id, r.document_id, r.name, r.organisation, r.kind, r.text,
  (SELECT c.paper_id FROM commitment c WHERE c.id = r.commitment_id) AS paper_id
FROM responsibility r;

-- Linking gives each action its commitment's recommendation; one that a person took away from it is of none.
CREATE VIEW actions AS -- what it means: SELECT * FROM descriptions WHERE view = 'actions'
SELECT
  n.id AS action_id, n.commitment_id, n.recommendation_id, n.document_id, corrected(n.number), corrected(n.label), n.position,
  corrected(n.text), n.page, n.paper_id, n.confidence
FROM action n;

CREATE VIEW progress_updates AS -- what it means: SELECT * FROM descriptions WHERE view = 'progress_updates'
SELECT
  u.id AS update_id, u.recommendation_id, u.resolution_id, u.document_id, u.parent_id, corrected(u.number),
  corrected(u.as_of_text), corrected(u.as_of_from), corrected(u.as_of_to), corrected(u.evidence), corrected(u.assessment_text),
  corrected(u.status), corrected(u.impact), u.page,
  (SELECT l.confidence FROM link l
    WHERE l.kind IN ('update_resolution', 'update_recommendation') AND l.from_id = u.id AND l.to_id IN (u.resolution_id, u.recommendation_id) AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_confidence,
  (SELECT l.method FROM link l
    WHERE l.kind IN ('update_resolution', 'update_recommendation') AND l.from_id = u.id AND l.to_id IN (u.resolution_id, u.recommendation_id) AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_method,
  u.paper_id, u.confidence
FROM progress_update u;

CREATE VIEW diagnostics AS -- what it means: SELECT * FROM descriptions WHERE view = 'diagnostics'
SELECT g.*, (
  SELECT min(s.settled_by) FROM settled_diagnostic s
  WHERE s.document_id = g.document_id AND s.rule = g.rule AND (s.note IS NULL OR s.note = g.note)
) AS settled_by
FROM (
  SELECT document_id, severity, rule, message, note, page, line_from AS line, entity_id FROM diagnostic
  UNION ALL
  SELECT l.document_id, l.severity, l.rule, l.message, l.note,
    coalesce(
      (SELECT e.page FROM progress_update e WHERE e.id = l.entity_id),
      (SELECT e.page FROM resolution e WHERE e.id = l.entity_id),
      (SELECT e.page FROM wording e WHERE e.id = l.entity_id),
      (SELECT e.page FROM action e WHERE e.id = l.entity_id)
    ) AS page,
    coalesce(
      (SELECT e.line_from FROM progress_update e WHERE e.id = l.entity_id),
      (SELECT e.line_from FROM resolution e WHERE e.id = l.entity_id),
      (SELECT e.line_from FROM wording e WHERE e.id = l.entity_id),
      (SELECT e.line_from FROM action e WHERE e.id = l.entity_id)
    ) AS line,
    l.entity_id
  FROM link_diagnostic l
) g;

CREATE VIEW reviews AS -- what it means: SELECT * FROM descriptions WHERE view = 'reviews'
SELECT
  r.review_id, r.title, r.council, r.committee,
  (SELECT count(*) FROM (
    SELECT dr.document_id FROM document_review dr WHERE dr.review_id = r.review_id
      AND NOT EXISTS (SELECT 1 FROM paper_copy y WHERE y.document_id = dr.document_id)
    UNION
    SELECT a.document_id FROM assignment a WHERE a.review_id = r.review_id
  )) AS documents,
  (SELECT count(*) FROM recommendation c WHERE c.review_id = r.review_id
    AND (c.kind <> 'conclusion' OR coalesce(c.status, c.responsible, c.due_text, c.latest_update_id) IS NOT NULL)) AS recommendations,
  r.kind
FROM review r;

CREATE VIEW recommendations AS -- what it means: SELECT * FROM descriptions WHERE view = 'recommendations'
SELECT
  recommendation_id, review_id, number, parent_id, position, kind, heading, text, text_from, document_id, page, resolution_id,
  outcome, responsible, due_text, due_from, due_to, status, assessment_text, as_of_from, as_of_to,
  (SELECT r.council FROM review r WHERE r.review_id = recommendation.review_id) AS council,
  (SELECT r.title FROM review r WHERE r.review_id = recommendation.review_id) AS review_title,
  due_to < date('now', 'localtime') AND coalesce(status, outcome, '') NOT IN ('achieved', 'superseded', 'withdrawn', 'rejected') AS overdue,
  latest_update_id AS latest_update
FROM recommendation;

CREATE VIEW document_facts AS -- what it means: SELECT * FROM descriptions WHERE view = 'document_facts'
SELECT document_id, name, label, text, date_from, date_to, page, id AS fact_id, paper_id FROM fact;

CREATE VIEW gradings AS -- what it means: SELECT * FROM descriptions WHERE view = 'gradings'
SELECT document_id, code, label, meaning, status, id AS grading_id, paper_id FROM grading;

CREATE VIEW details AS -- what it means: SELECT * FROM descriptions WHERE view = 'details'
SELECT entity_id, document_id, paper_id, position, label, text, page FROM detail;

CREATE VIEW candidates AS -- what it means: SELECT * FROM descriptions WHERE view = 'candidates'
SELECT kind AS entity_kind, document_id, paper_id, text, reading, confidence, runner_up, page FROM candidate;

CREATE VIEW links AS -- what it means: SELECT * FROM descriptions WHERE view = 'links'
SELECT
  link_id, kind, from_id, to_id, method, confidence, runner_up_id, runner_up_confidence, judgement, decided_by, reasons
FROM link;

CREATE VIEW unlinked AS -- what it means: SELECT * FROM descriptions WHERE view = 'unlinked'
SELECT entity_id, entity_kind, document_id, number, text, best_id, best_confidence, reason FROM unlinked_entity;

CREATE VIEW evidence AS -- what it means: SELECT * FROM descriptions WHERE view = 'evidence'
SELECT entity_id, field, state, quote, document_id, page, x0, top, x1, bottom, line_from, line_to, cell FROM evidence_piece;

CREATE VIEW aliases AS -- what it means: SELECT * FROM descriptions WHERE view = 'aliases'
SELECT old_id, new_id, since FROM alias;

CREATE VIEW corrections AS -- what it means: SELECT * FROM descriptions WHERE view = 'corrections'
SELECT correction_id, at, by, why, action, target_id, field, extracted, corrected, state, about_id, about, suggested_id FROM correction;

CREATE VIEW runs AS -- what it means: SELECT * FROM descriptions WHERE view = 'runs'
SELECT
  run_id, started_at, ended_at, extractor, documents, added, changed, unchanged, failed, superseded, corrections, corrections_gone, corrections_changed,
  rows_written, rows_removed, forgotten
FROM run;

CREATE VIEW changes AS -- what it means: SELECT * FROM descriptions WHERE view = 'changes'
SELECT change_id, run_id, at, recommendation_id, change, field, old_value, new_value FROM change;

CREATE VIEW wording_changes AS -- what it means: SELECT * FROM descriptions WHERE view = 'wording_changes'
SELECT recommendation_id, from_id, to_id, from_document_id, to_document_id, from_role, to_role, kept, diff FROM wording_change;

CREATE VIEW slippage AS -- what it means: SELECT * FROM descriptions WHERE view = 'slippage'
SELECT recommendation_id, commitment_id, document_id, position, due_text, due_from, due_to, said_on, moved_days, reason FROM target_date;

CREATE VIEW silences AS -- what it means: SELECT * FROM descriptions WHERE view = 'silences'
SELECT silence_id, kind, review_id, recommendation_id, document_id, number, last_status, quote FROM silence;
