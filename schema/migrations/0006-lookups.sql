-- So that a question about one thing takes milliseconds in an archive of any size.
--
-- SQLite looks rows of a view up by an index where the view reads one table; one that joins several is worked out in
-- full as soon as it stands on the right of a LEFT JOIN. So what linking and people say of a record (its recommendation,
-- what was corrected of it) is kept beside the record too. `assignment`, `document_review`, `document_path` and
-- `corrected_record` stay what is written; triggers carry every change of theirs to the records.

ALTER TABLE document ADD COLUMN first_path TEXT;       -- the first of its paths; NULL where none leads to it
ALTER TABLE document ADD COLUMN own_review_id TEXT;
ALTER TABLE resolution ADD COLUMN review_id TEXT;
ALTER TABLE progress_update ADD COLUMN resolution_id TEXT;
ALTER TABLE wording ADD COLUMN recommendation_id TEXT;
ALTER TABLE resolution ADD COLUMN recommendation_id TEXT;
ALTER TABLE commitment ADD COLUMN recommendation_id TEXT;
ALTER TABLE responsibility ADD COLUMN recommendation_id TEXT;
ALTER TABLE action ADD COLUMN recommendation_id TEXT;
ALTER TABLE progress_update ADD COLUMN recommendation_id TEXT;
-- As in `corrected_record`.
ALTER TABLE document ADD COLUMN corrected TEXT;
ALTER TABLE wording ADD COLUMN corrected TEXT;
ALTER TABLE resolution ADD COLUMN corrected TEXT;
ALTER TABLE commitment ADD COLUMN corrected TEXT;
ALTER TABLE action ADD COLUMN corrected TEXT;
ALTER TABLE progress_update ADD COLUMN corrected TEXT;

-- What a database of an earlier version holds.

UPDATE document SET first_path = (SELECT min(p.path) FROM document_path p WHERE p.document_id = document.document_id),
  own_review_id = (SELECT r.review_id FROM document_review r WHERE r.document_id = document.document_id);
UPDATE wording SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = wording.id;
UPDATE resolution SET recommendation_id = a.recommendation_id, review_id = a.review_id FROM assignment a WHERE a.entity_id = resolution.id;
UPDATE commitment SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = commitment.id;
UPDATE action SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = action.id;
UPDATE progress_update SET recommendation_id = a.recommendation_id, resolution_id = a.resolution_id FROM assignment a WHERE a.entity_id = progress_update.id;
UPDATE responsibility SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = responsibility.commitment_id;
UPDATE document SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = document.document_id;
UPDATE wording SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = wording.id;
UPDATE resolution SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = resolution.id;
UPDATE commitment SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = commitment.id;
UPDATE action SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = action.id;
UPDATE progress_update SET corrected = x.fields FROM corrected_record x WHERE x.entity_id = progress_update.id;

-- How it is kept right: when linking writes, and when a record is stored that linking or a person already spoke of.

CREATE TRIGGER assignment_inserted AFTER INSERT ON assignment BEGIN
  UPDATE wording SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'wording' AND id = new.entity_id;
  UPDATE resolution SET recommendation_id = new.recommendation_id, review_id = new.review_id WHERE new.entity_kind = 'resolution' AND id = new.entity_id;
  UPDATE commitment SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'commitment' AND id = new.entity_id;
  UPDATE action SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'action' AND id = new.entity_id;
  UPDATE progress_update SET recommendation_id = new.recommendation_id, resolution_id = new.resolution_id WHERE new.entity_kind = 'progress_update' AND id = new.entity_id;
  UPDATE responsibility SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'commitment' AND commitment_id = new.entity_id;
END;
CREATE TRIGGER assignment_updated AFTER UPDATE ON assignment BEGIN
  UPDATE wording SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'wording' AND id = new.entity_id;
  UPDATE resolution SET recommendation_id = new.recommendation_id, review_id = new.review_id WHERE new.entity_kind = 'resolution' AND id = new.entity_id;
  UPDATE commitment SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'commitment' AND id = new.entity_id;
  UPDATE action SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'action' AND id = new.entity_id;
  UPDATE progress_update SET recommendation_id = new.recommendation_id, resolution_id = new.resolution_id WHERE new.entity_kind = 'progress_update' AND id = new.entity_id;
  UPDATE responsibility SET recommendation_id = new.recommendation_id WHERE new.entity_kind = 'commitment' AND commitment_id = new.entity_id;
END;
CREATE TRIGGER assignment_deleted AFTER DELETE ON assignment BEGIN
  UPDATE wording SET recommendation_id = NULL WHERE old.entity_kind = 'wording' AND id = old.entity_id;
  UPDATE resolution SET recommendation_id = NULL, review_id = NULL WHERE old.entity_kind = 'resolution' AND id = old.entity_id;
  UPDATE commitment SET recommendation_id = NULL WHERE old.entity_kind = 'commitment' AND id = old.entity_id;
  UPDATE action SET recommendation_id = NULL WHERE old.entity_kind = 'action' AND id = old.entity_id;
  UPDATE progress_update SET recommendation_id = NULL, resolution_id = NULL WHERE old.entity_kind = 'progress_update' AND id = old.entity_id;
  UPDATE responsibility SET recommendation_id = NULL WHERE old.entity_kind = 'commitment' AND commitment_id = old.entity_id;
END;

CREATE TRIGGER document_review_inserted AFTER INSERT ON document_review BEGIN
  UPDATE document SET own_review_id = new.review_id WHERE document_id = new.document_id;
END;
CREATE TRIGGER document_review_updated AFTER UPDATE ON document_review BEGIN
  UPDATE document SET own_review_id = new.review_id WHERE document_id = new.document_id;
END;
CREATE TRIGGER document_review_deleted AFTER DELETE ON document_review BEGIN
  UPDATE document SET own_review_id = NULL WHERE document_id = old.document_id;
END;

CREATE TRIGGER document_path_inserted AFTER INSERT ON document_path BEGIN
  UPDATE document SET first_path = (SELECT min(p.path) FROM document_path p WHERE p.document_id = new.document_id) WHERE document_id = new.document_id;
END;
CREATE TRIGGER document_path_updated AFTER UPDATE ON document_path BEGIN
  UPDATE document SET first_path = (SELECT min(p.path) FROM document_path p WHERE p.document_id = old.document_id) WHERE document_id = old.document_id;
  UPDATE document SET first_path = (SELECT min(p.path) FROM document_path p WHERE p.document_id = new.document_id) WHERE document_id = new.document_id;
END;
CREATE TRIGGER document_path_deleted AFTER DELETE ON document_path BEGIN
  UPDATE document SET first_path = (SELECT min(p.path) FROM document_path p WHERE p.document_id = old.document_id) WHERE document_id = old.document_id;
END;

CREATE TRIGGER corrected_record_inserted AFTER INSERT ON corrected_record BEGIN
  UPDATE document SET corrected = new.fields WHERE document_id = new.entity_id;
  UPDATE wording SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE resolution SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE commitment SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE action SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE progress_update SET corrected = new.fields WHERE id = new.entity_id;
END;
CREATE TRIGGER corrected_record_updated AFTER UPDATE ON corrected_record BEGIN
  UPDATE document SET corrected = new.fields WHERE document_id = new.entity_id;
  UPDATE wording SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE resolution SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE commitment SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE action SET corrected = new.fields WHERE id = new.entity_id;
  UPDATE progress_update SET corrected = new.fields WHERE id = new.entity_id;
END;
CREATE TRIGGER corrected_record_deleted AFTER DELETE ON corrected_record BEGIN
  UPDATE document SET corrected = NULL WHERE document_id = old.entity_id;
  UPDATE wording SET corrected = NULL WHERE id = old.entity_id;
  UPDATE resolution SET corrected = NULL WHERE id = old.entity_id;
  UPDATE commitment SET corrected = NULL WHERE id = old.entity_id;
  UPDATE action SET corrected = NULL WHERE id = old.entity_id;
  UPDATE progress_update SET corrected = NULL WHERE id = old.entity_id;
END;

CREATE TRIGGER document_inserted AFTER INSERT ON document WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.document_id) BEGIN
  UPDATE document SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.document_id) WHERE document_id = new.document_id;
END;
CREATE TRIGGER wording_corrected AFTER INSERT ON wording WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.id) BEGIN
  UPDATE wording SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER wording_assigned AFTER INSERT ON wording WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.id) BEGIN
  UPDATE wording SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = new.id AND id = new.id;
END;
CREATE TRIGGER resolution_corrected AFTER INSERT ON resolution WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.id) BEGIN
  UPDATE resolution SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER resolution_assigned AFTER INSERT ON resolution WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.id) BEGIN
  UPDATE resolution SET recommendation_id = a.recommendation_id, review_id = a.review_id FROM assignment a WHERE a.entity_id = new.id AND id = new.id;
END;
CREATE TRIGGER commitment_corrected AFTER INSERT ON commitment WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.id) BEGIN
  UPDATE commitment SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER commitment_assigned AFTER INSERT ON commitment WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.id) BEGIN
  UPDATE commitment SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = new.id AND id = new.id;
END;
CREATE TRIGGER action_corrected AFTER INSERT ON action WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.id) BEGIN
  UPDATE action SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER action_assigned AFTER INSERT ON action WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.id) BEGIN
  UPDATE action SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = new.id AND id = new.id;
END;
CREATE TRIGGER progress_update_corrected AFTER INSERT ON progress_update WHEN EXISTS (SELECT 1 FROM corrected_record WHERE entity_id = new.id) BEGIN
  UPDATE progress_update SET corrected = (SELECT fields FROM corrected_record WHERE entity_id = new.id) WHERE id = new.id;
END;
CREATE TRIGGER progress_update_assigned AFTER INSERT ON progress_update WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.id) BEGIN
  UPDATE progress_update SET recommendation_id = a.recommendation_id, resolution_id = a.resolution_id FROM assignment a WHERE a.entity_id = new.id AND id = new.id;
END;
CREATE TRIGGER responsibility_assigned AFTER INSERT ON responsibility WHEN EXISTS (SELECT 1 FROM assignment WHERE entity_id = new.commitment_id) BEGIN
  UPDATE responsibility SET recommendation_id = a.recommendation_id FROM assignment a WHERE a.entity_id = new.commitment_id AND id = new.id;
END;

-- By what one thing is looked up.

CREATE INDEX wording_recommendation ON wording (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX resolution_recommendation ON resolution (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX commitment_recommendation ON commitment (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX responsibility_recommendation ON responsibility (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX action_recommendation ON action (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX progress_update_recommendation ON progress_update (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX resolution_review ON resolution (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX progress_update_resolution ON progress_update (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX document_own_review ON document (own_review_id) WHERE own_review_id IS NOT NULL;
CREATE INDEX document_shown_path ON document (coalesce(first_path, origin_path));
CREATE INDEX responsibility_name ON responsibility (name);
CREATE INDEX recommendation_due ON recommendation (due_to, status);
CREATE INDEX recommendation_responsible ON recommendation (responsible, status);
CREATE INDEX review_council ON review (council);
CREATE INDEX diagnostic_entity ON diagnostic (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX link_diagnostic_entity ON link_diagnostic (entity_id) WHERE entity_id IS NOT NULL;
-- The latest updates, as the view shows their dates.
CREATE INDEX progress_update_as_of ON progress_update (
  CASE WHEN json_type(corrected, '$.as_of_from') IS NULL THEN as_of_from ELSE corrected ->> '$.as_of_from' END
);
-- A review's papers are counted from the index alone.
DROP INDEX assignment_review;
CREATE INDEX assignment_review ON assignment (review_id, document_id) WHERE review_id IS NOT NULL;

-- The views: the same columns and rows, and in each where its words stand, for who looks with `.schema`.

DROP VIEW documents;
CREATE VIEW documents AS -- what it means: SELECT * FROM descriptions WHERE view = 'documents'
SELECT
  d.document_id, d.sha256, coalesce(d.first_path, d.origin_path) AS path, d.media_type,
  CASE WHEN json_type(d.corrected, '$.kind') IS NULL THEN d.kind ELSE d.corrected ->> '$.kind' END AS kind,
  CASE WHEN json_type(d.corrected, '$.title') IS NULL THEN d.title ELSE d.corrected ->> '$.title' END AS title,
  d.own_review_id AS review_id,
  CASE WHEN json_type(d.corrected, '$.council') IS NULL THEN d.council ELSE d.corrected ->> '$.council' END AS council,
  CASE WHEN json_type(d.corrected, '$.committee') IS NULL THEN d.committee ELSE d.corrected ->> '$.committee' END AS committee,
  CASE WHEN json_type(d.corrected, '$.dated_text') IS NULL THEN d.dated_text ELSE d.corrected ->> '$.dated_text' END AS dated_text,
  CASE WHEN json_type(d.corrected, '$.dated_from') IS NULL THEN d.dated_from ELSE d.corrected ->> '$.dated_from' END AS dated_from,
  CASE WHEN json_type(d.corrected, '$.dated_to') IS NULL THEN d.dated_to ELSE d.corrected ->> '$.dated_to' END AS dated_to,
  d.pages,
  CASE WHEN d.status = 'ok' AND EXISTS (SELECT 1 FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error')
    THEN 'partial' ELSE d.status END AS status,
  d.layout,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'error')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error') AS errors,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'warning')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'warning') AS warnings,
  d.imported_at, d.extractor, d.superseded_by
FROM document d;

DROP VIEW wordings;
CREATE VIEW wordings AS -- what it means: SELECT * FROM descriptions WHERE view = 'wordings'
SELECT
  w.id AS wording_id, w.recommendation_id, w.document_id,
  CASE WHEN json_type(w.corrected, '$.role') IS NULL THEN w.role ELSE w.corrected ->> '$.role' END AS role,
  CASE WHEN json_type(w.corrected, '$.number') IS NULL THEN w.number ELSE w.corrected ->> '$.number' END AS number,
  CASE WHEN json_type(w.corrected, '$.number_text') IS NULL THEN w.number_text ELSE w.corrected ->> '$.number_text' END AS number_text,
  w.position,
  CASE WHEN json_type(w.corrected, '$.text') IS NULL THEN w.text ELSE w.corrected ->> '$.text' END AS text,
  w.page
FROM wording w;

DROP VIEW resolutions;
CREATE VIEW resolutions AS -- what it means: SELECT * FROM descriptions WHERE view = 'resolutions'
SELECT
  r.id AS resolution_id, r.recommendation_id, r.review_id, r.document_id,
  CASE WHEN json_type(r.corrected, '$.number') IS NULL THEN r.number ELSE r.corrected ->> '$.number' END AS number,
  CASE WHEN json_type(r.corrected, '$.number_text') IS NULL THEN r.number_text ELSE r.corrected ->> '$.number_text' END AS number_text,
  r.parent_id, r.position,
  CASE WHEN json_type(r.corrected, '$.text') IS NULL THEN r.text ELSE r.corrected ->> '$.text' END AS text,
  CASE WHEN json_type(r.corrected, '$.outcome') IS NULL THEN r.outcome ELSE r.corrected ->> '$.outcome' END AS outcome,
  CASE WHEN json_type(r.corrected, '$.decided_by') IS NULL THEN r.decided_by ELSE r.corrected ->> '$.decided_by' END AS decided_by,
  CASE WHEN json_type(r.corrected, '$.decided_on') IS NULL THEN r.decided_on ELSE r.corrected ->> '$.decided_on' END AS decided_on,
  r.page
FROM resolution r;

DROP VIEW commitments;
CREATE VIEW commitments AS -- what it means: SELECT * FROM descriptions WHERE view = 'commitments'
SELECT
  c.id AS commitment_id, c.recommendation_id, c.document_id,
  CASE WHEN json_type(c.corrected, '$.number') IS NULL THEN c.number ELSE c.corrected ->> '$.number' END AS number,
  CASE WHEN json_type(c.corrected, '$.outcome') IS NULL THEN c.outcome ELSE c.corrected ->> '$.outcome' END AS outcome,
  CASE WHEN json_type(c.corrected, '$.responsible') IS NULL THEN c.responsible ELSE c.corrected ->> '$.responsible' END AS responsible,
  CASE WHEN json_type(c.corrected, '$.due_text') IS NULL THEN c.due_text ELSE c.corrected ->> '$.due_text' END AS due_text,
  CASE WHEN json_type(c.corrected, '$.due_from') IS NULL THEN c.due_from ELSE c.corrected ->> '$.due_from' END AS due_from,
  CASE WHEN json_type(c.corrected, '$.due_to') IS NULL THEN c.due_to ELSE c.corrected ->> '$.due_to' END AS due_to,
  CASE WHEN json_type(c.corrected, '$.success_measure') IS NULL THEN c.success_measure ELSE c.corrected ->> '$.success_measure' END AS success_measure,
  CASE WHEN json_type(c.corrected, '$.timescale') IS NULL THEN c.timescale ELSE c.corrected ->> '$.timescale' END AS timescale,
  c.page
FROM commitment c;

DROP VIEW responsibilities;
CREATE VIEW responsibilities AS -- what it means: SELECT * FROM descriptions WHERE view = 'responsibilities'
SELECT
  r.id AS responsibility_id, r.commitment_id, r.recommendation_id, r.document_id, r.name, r.organisation, r.kind, r.text
FROM responsibility r;

-- Linking gives each action its commitment's recommendation; one that a person took away from it is of none.
DROP VIEW actions;
CREATE VIEW actions AS -- what it means: SELECT * FROM descriptions WHERE view = 'actions'
SELECT
  n.id AS action_id, n.commitment_id, n.recommendation_id, n.document_id,
  CASE WHEN json_type(n.corrected, '$.number') IS NULL THEN n.number ELSE n.corrected ->> '$.number' END AS number,
  CASE WHEN json_type(n.corrected, '$.label') IS NULL THEN n.label ELSE n.corrected ->> '$.label' END AS label,
  n.position,
  CASE WHEN json_type(n.corrected, '$.text') IS NULL THEN n.text ELSE n.corrected ->> '$.text' END AS text,
  n.page
FROM action n;

DROP VIEW progress_updates;
CREATE VIEW progress_updates AS -- what it means: SELECT * FROM descriptions WHERE view = 'progress_updates'
SELECT
  u.id AS update_id, u.recommendation_id, u.resolution_id, u.document_id, u.parent_id,
  CASE WHEN json_type(u.corrected, '$.number') IS NULL THEN u.number ELSE u.corrected ->> '$.number' END AS number,
  CASE WHEN json_type(u.corrected, '$.as_of_text') IS NULL THEN u.as_of_text ELSE u.corrected ->> '$.as_of_text' END AS as_of_text,
  CASE WHEN json_type(u.corrected, '$.as_of_from') IS NULL THEN u.as_of_from ELSE u.corrected ->> '$.as_of_from' END AS as_of_from,
  CASE WHEN json_type(u.corrected, '$.as_of_to') IS NULL THEN u.as_of_to ELSE u.corrected ->> '$.as_of_to' END AS as_of_to,
  CASE WHEN json_type(u.corrected, '$.evidence') IS NULL THEN u.evidence ELSE u.corrected ->> '$.evidence' END AS evidence,
  CASE WHEN json_type(u.corrected, '$.assessment_text') IS NULL THEN u.assessment_text ELSE u.corrected ->> '$.assessment_text' END AS assessment_text,
  CASE WHEN json_type(u.corrected, '$.status') IS NULL THEN u.status ELSE u.corrected ->> '$.status' END AS status,
  CASE WHEN json_type(u.corrected, '$.impact') IS NULL THEN u.impact ELSE u.corrected ->> '$.impact' END AS impact,
  u.page,
  (SELECT l.confidence FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = u.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_confidence,
  (SELECT l.method FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = u.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_method
FROM progress_update u;

DROP VIEW diagnostics;
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

DROP VIEW reviews;
CREATE VIEW reviews AS -- what it means: SELECT * FROM descriptions WHERE view = 'reviews'
SELECT
  r.review_id, r.title, r.council, r.committee,
  (SELECT count(*) FROM (
    SELECT dr.document_id FROM document_review dr WHERE dr.review_id = r.review_id
    UNION
    SELECT a.document_id FROM assignment a WHERE a.review_id = r.review_id
  )) AS documents,
  (SELECT count(*) FROM recommendation c WHERE c.review_id = r.review_id) AS recommendations
FROM review r;

DROP VIEW recommendations;
CREATE VIEW recommendations AS -- what it means: SELECT * FROM descriptions WHERE view = 'recommendations'
SELECT
  recommendation_id, review_id, number, parent_id, position, kind, heading, text, text_from, document_id, page, resolution_id,
  outcome, responsible, due_text, due_from, due_to, status, assessment_text, as_of_from, as_of_to
FROM recommendation;

DROP VIEW document_facts;
CREATE VIEW document_facts AS -- what it means: SELECT * FROM descriptions WHERE view = 'document_facts'
SELECT document_id, name, label, text, date_from, date_to, page FROM fact;

DROP VIEW gradings;
CREATE VIEW gradings AS -- what it means: SELECT * FROM descriptions WHERE view = 'gradings'
SELECT document_id, code, label, meaning, status FROM grading;

DROP VIEW links;
CREATE VIEW links AS -- what it means: SELECT * FROM descriptions WHERE view = 'links'
SELECT
  link_id, kind, from_id, to_id, method, confidence, runner_up_id, runner_up_confidence, judgement, decided_by, reasons
FROM link;

DROP VIEW unlinked;
CREATE VIEW unlinked AS -- what it means: SELECT * FROM descriptions WHERE view = 'unlinked'
SELECT entity_id, entity_kind, document_id, number, text, best_id, best_confidence, reason FROM unlinked_entity;

DROP VIEW evidence;
CREATE VIEW evidence AS -- what it means: SELECT * FROM descriptions WHERE view = 'evidence'
SELECT entity_id, field, state, quote, document_id, page, x0, top, x1, bottom, line_from, line_to FROM evidence_piece;

DROP VIEW aliases;
CREATE VIEW aliases AS -- what it means: SELECT * FROM descriptions WHERE view = 'aliases'
SELECT old_id, new_id, since FROM alias;

DROP VIEW corrections;
CREATE VIEW corrections AS -- what it means: SELECT * FROM descriptions WHERE view = 'corrections'
SELECT correction_id, at, by, why, action, target_id, field, extracted, corrected, state FROM correction;

DROP VIEW runs;
CREATE VIEW runs AS -- what it means: SELECT * FROM descriptions WHERE view = 'runs'
SELECT
  run_id, started_at, ended_at, extractor, documents, added, changed, unchanged, failed, superseded, corrections, corrections_gone,
  rows_written, rows_removed
FROM run;

DROP VIEW wording_changes;
CREATE VIEW wording_changes AS -- what it means: SELECT * FROM descriptions WHERE view = 'wording_changes'
SELECT recommendation_id, from_id, to_id, from_document_id, to_document_id, from_role, to_role, kept, diff FROM wording_change;

DROP VIEW slippage;
CREATE VIEW slippage AS -- what it means: SELECT * FROM descriptions WHERE view = 'slippage'
SELECT recommendation_id, commitment_id, document_id, position, due_text, due_from, due_to, said_on, moved_days, reason FROM target_date;

DROP VIEW silences;
CREATE VIEW silences AS -- what it means: SELECT * FROM descriptions WHERE view = 'silences'
SELECT silence_id, kind, review_id, recommendation_id, document_id, number, last_status, quote FROM silence;
