-- The public face of the database: the views of the contract, version 1. A view changes only by
-- gaining columns.

CREATE VIEW documents AS
SELECT
  d.document_id, d.sha256,
  (SELECT min(p.path) FROM document_path p WHERE p.document_id = d.document_id) AS path,
  d.media_type, d.kind, d.title, dr.review_id, d.council, d.committee, d.dated_text, d.dated_from, d.dated_to, d.pages,
  CASE WHEN d.status = 'ok' AND EXISTS (SELECT 1 FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error')
    THEN 'partial' ELSE d.status END AS status,
  d.layout,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'error')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error') AS errors,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'warning')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'warning') AS warnings,
  d.imported_at, d.extractor
FROM document d LEFT JOIN document_review dr USING (document_id);

CREATE VIEW reviews AS
SELECT
  r.review_id, r.title, r.council, r.committee,
  (SELECT count(*) FROM (
    SELECT dr.document_id FROM document_review dr WHERE dr.review_id = r.review_id
    UNION
    SELECT a.document_id FROM assignment a WHERE a.review_id = r.review_id
  )) AS documents,
  (SELECT count(*) FROM recommendation c WHERE c.review_id = r.review_id) AS recommendations
FROM review r;

CREATE VIEW recommendations AS
SELECT
  recommendation_id, review_id, number, parent_id, position, kind, heading, text, text_from, document_id, page, resolution_id,
  outcome, responsible, due_text, due_from, due_to, status, assessment_text, as_of_from, as_of_to
FROM recommendation;

CREATE VIEW wordings AS
SELECT
  w.id AS wording_id, a.recommendation_id, w.document_id, w.role, w.number, w.number_text, w.position, w.text, w.page
FROM wording w LEFT JOIN assignment a ON a.entity_id = w.id;

CREATE VIEW resolutions AS
SELECT
  r.id AS resolution_id, a.recommendation_id, a.review_id, r.document_id, r.number, r.number_text, r.parent_id, r.position, r.text,
  r.outcome, r.decided_by, r.decided_on, r.page
FROM resolution r LEFT JOIN assignment a ON a.entity_id = r.id;

CREATE VIEW commitments AS
SELECT
  c.id AS commitment_id, a.recommendation_id, c.document_id, c.number, c.outcome, c.responsible, c.due_text, c.due_from, c.due_to,
  c.success_measure, c.timescale, c.page
FROM commitment c LEFT JOIN assignment a ON a.entity_id = c.id;

CREATE VIEW responsibilities AS
SELECT
  r.id AS responsibility_id, r.commitment_id, a.recommendation_id, r.document_id, r.name, r.organisation, r.kind, r.text
FROM responsibility r LEFT JOIN assignment a ON a.entity_id = r.commitment_id;

-- An action that linking placed by itself is where linking put it, any other where its commitment is.
CREATE VIEW actions AS
SELECT
  n.id AS action_id, n.commitment_id, coalesce(a.recommendation_id, c.recommendation_id) AS recommendation_id, n.document_id, n.number,
  n.label, n.position, n.text, n.page
FROM action n
LEFT JOIN assignment a ON a.entity_id = n.id
LEFT JOIN assignment c ON c.entity_id = n.commitment_id;

CREATE VIEW progress_updates AS
SELECT
  u.id AS update_id, a.recommendation_id, a.resolution_id, u.document_id, u.parent_id, u.number, u.as_of_text, u.as_of_from, u.as_of_to,
  u.evidence, u.assessment_text, u.status, u.impact, u.page,
  (SELECT l.confidence FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = a.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_confidence,
  (SELECT l.method FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = a.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_method
FROM progress_update u LEFT JOIN assignment a ON a.entity_id = u.id;

CREATE VIEW document_facts AS
SELECT document_id, name, label, text, date_from, date_to, page FROM fact;

CREATE VIEW gradings AS
SELECT document_id, code, label, meaning, status FROM grading;

CREATE VIEW links AS
SELECT
  link_id, kind, from_id, to_id, method, confidence, runner_up_id, runner_up_confidence, judgement, decided_by, reasons
FROM link;

CREATE VIEW unlinked AS
SELECT entity_id, entity_kind, document_id, number, text, best_id, best_confidence, reason FROM unlinked_entity;

CREATE VIEW evidence AS
SELECT entity_id, field, state, quote, document_id, page, x0, top, x1, bottom, line_from, line_to FROM evidence_piece;

CREATE VIEW aliases AS
SELECT old_id, new_id, since FROM alias;

CREATE VIEW diagnostics AS
SELECT document_id, severity, rule, message, note, page, line_from AS line, entity_id FROM diagnostic
UNION ALL
SELECT l.document_id, l.severity, l.rule, l.message, l.note, e.page, e.line_from, l.entity_id
FROM link_diagnostic l LEFT JOIN (
  SELECT id, page, line_from FROM progress_update
  UNION ALL SELECT id, page, line_from FROM resolution
  UNION ALL SELECT id, page, line_from FROM wording
  UNION ALL SELECT id, page, line_from FROM action
) e ON e.id = l.entity_id;

CREATE VIEW runs AS
SELECT run_id, started_at, ended_at, extractor, documents, added, changed, unchanged, failed FROM run;
