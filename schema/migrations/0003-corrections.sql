-- What a person says outlives what is read. The lines themselves stand in a plain file beside the database; here is
-- what they come to. The tables of records keep what was extracted; the views show what was corrected.

ALTER TABLE document ADD COLUMN superseded_by TEXT REFERENCES document DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX document_superseded_by ON document (superseded_by) WHERE superseded_by IS NOT NULL;
-- Of all that was read of the document: reading it again to the same end changes nothing.
ALTER TABLE document ADD COLUMN digest TEXT;

ALTER TABLE run ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN corrections_gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN rows_written INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN rows_removed INTEGER NOT NULL DEFAULT 0;

-- A correction, one row for each field that it is about.
CREATE TABLE correction (
  correction_id  TEXT NOT NULL,
  at             TEXT NOT NULL,
  by             TEXT NOT NULL,
  why            TEXT,
  action         TEXT NOT NULL,
  target_id      TEXT NOT NULL,
  field          TEXT,
  extracted      TEXT,
  corrected      TEXT,
  state          TEXT NOT NULL CHECK (state IN ('applied', 'target_gone', 'replaced', 'undone'))
) STRICT;
CREATE INDEX correction_target ON correction (target_id);

-- The corrected fields of a record or a document, by their public names: {"status": "achieved"}.
CREATE TABLE corrected_record (
  entity_id  TEXT PRIMARY KEY,
  fields     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Diagnostics that a person has settled; a NULL note is any.
CREATE TABLE settled_diagnostic (
  document_id  TEXT NOT NULL,
  rule         TEXT NOT NULL,
  note         TEXT,
  settled_by   TEXT NOT NULL
) STRICT;
CREATE INDEX settled_diagnostic_document ON settled_diagnostic (document_id, rule);

CREATE VIEW corrections AS
SELECT correction_id, at, by, why, action, target_id, field, extracted, corrected, state FROM correction;

-- The views of what can be corrected: a field that a person set is shown as set, NULL too.

DROP VIEW documents;
CREATE VIEW documents AS
SELECT
  d.document_id, d.sha256,
  coalesce((SELECT min(p.path) FROM document_path p WHERE p.document_id = d.document_id), d.origin_path) AS path,
  d.media_type,
  CASE WHEN json_type(x.fields, '$.kind') IS NULL THEN d.kind ELSE x.fields ->> '$.kind' END AS kind,
  CASE WHEN json_type(x.fields, '$.title') IS NULL THEN d.title ELSE x.fields ->> '$.title' END AS title,
  dr.review_id,
  CASE WHEN json_type(x.fields, '$.council') IS NULL THEN d.council ELSE x.fields ->> '$.council' END AS council,
  CASE WHEN json_type(x.fields, '$.committee') IS NULL THEN d.committee ELSE x.fields ->> '$.committee' END AS committee,
  CASE WHEN json_type(x.fields, '$.dated_text') IS NULL THEN d.dated_text ELSE x.fields ->> '$.dated_text' END AS dated_text,
  CASE WHEN json_type(x.fields, '$.dated_from') IS NULL THEN d.dated_from ELSE x.fields ->> '$.dated_from' END AS dated_from,
  CASE WHEN json_type(x.fields, '$.dated_to') IS NULL THEN d.dated_to ELSE x.fields ->> '$.dated_to' END AS dated_to,
  d.pages,
  CASE WHEN d.status = 'ok' AND EXISTS (SELECT 1 FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error')
    THEN 'partial' ELSE d.status END AS status,
  d.layout,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'error')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'error') AS errors,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity = 'warning')
    + (SELECT count(*) FROM link_diagnostic l WHERE l.document_id = d.document_id AND l.severity = 'warning') AS warnings,
  d.imported_at, d.extractor, d.superseded_by
FROM document d LEFT JOIN document_review dr USING (document_id)
LEFT JOIN corrected_record x ON x.entity_id = d.document_id;

DROP VIEW wordings;
CREATE VIEW wordings AS
SELECT
  w.id AS wording_id, a.recommendation_id, w.document_id,
  CASE WHEN json_type(x.fields, '$.role') IS NULL THEN w.role ELSE x.fields ->> '$.role' END AS role,
  CASE WHEN json_type(x.fields, '$.number') IS NULL THEN w.number ELSE x.fields ->> '$.number' END AS number,
  CASE WHEN json_type(x.fields, '$.number_text') IS NULL THEN w.number_text ELSE x.fields ->> '$.number_text' END AS number_text,
  w.position,
  CASE WHEN json_type(x.fields, '$.text') IS NULL THEN w.text ELSE x.fields ->> '$.text' END AS text,
  w.page
FROM wording w LEFT JOIN assignment a ON a.entity_id = w.id
LEFT JOIN corrected_record x ON x.entity_id = w.id;

DROP VIEW resolutions;
CREATE VIEW resolutions AS
SELECT
  r.id AS resolution_id, a.recommendation_id, a.review_id, r.document_id,
  CASE WHEN json_type(x.fields, '$.number') IS NULL THEN r.number ELSE x.fields ->> '$.number' END AS number,
  CASE WHEN json_type(x.fields, '$.number_text') IS NULL THEN r.number_text ELSE x.fields ->> '$.number_text' END AS number_text,
  r.parent_id, r.position,
  CASE WHEN json_type(x.fields, '$.text') IS NULL THEN r.text ELSE x.fields ->> '$.text' END AS text,
  CASE WHEN json_type(x.fields, '$.outcome') IS NULL THEN r.outcome ELSE x.fields ->> '$.outcome' END AS outcome,
  CASE WHEN json_type(x.fields, '$.decided_by') IS NULL THEN r.decided_by ELSE x.fields ->> '$.decided_by' END AS decided_by,
  CASE WHEN json_type(x.fields, '$.decided_on') IS NULL THEN r.decided_on ELSE x.fields ->> '$.decided_on' END AS decided_on,
  r.page
FROM resolution r LEFT JOIN assignment a ON a.entity_id = r.id
LEFT JOIN corrected_record x ON x.entity_id = r.id;

DROP VIEW commitments;
CREATE VIEW commitments AS
SELECT
  c.id AS commitment_id, a.recommendation_id, c.document_id,
  CASE WHEN json_type(x.fields, '$.number') IS NULL THEN c.number ELSE x.fields ->> '$.number' END AS number,
  CASE WHEN json_type(x.fields, '$.outcome') IS NULL THEN c.outcome ELSE x.fields ->> '$.outcome' END AS outcome,
  CASE WHEN json_type(x.fields, '$.responsible') IS NULL THEN c.responsible ELSE x.fields ->> '$.responsible' END AS responsible,
  CASE WHEN json_type(x.fields, '$.due_text') IS NULL THEN c.due_text ELSE x.fields ->> '$.due_text' END AS due_text,
  CASE WHEN json_type(x.fields, '$.due_from') IS NULL THEN c.due_from ELSE x.fields ->> '$.due_from' END AS due_from,
  CASE WHEN json_type(x.fields, '$.due_to') IS NULL THEN c.due_to ELSE x.fields ->> '$.due_to' END AS due_to,
  CASE WHEN json_type(x.fields, '$.success_measure') IS NULL THEN c.success_measure ELSE x.fields ->> '$.success_measure' END AS success_measure,
  CASE WHEN json_type(x.fields, '$.timescale') IS NULL THEN c.timescale ELSE x.fields ->> '$.timescale' END AS timescale,
  c.page
FROM commitment c LEFT JOIN assignment a ON a.entity_id = c.id
LEFT JOIN corrected_record x ON x.entity_id = c.id;

DROP VIEW actions;
CREATE VIEW actions AS
SELECT
  n.id AS action_id, n.commitment_id, coalesce(a.recommendation_id, c.recommendation_id) AS recommendation_id, n.document_id,
  CASE WHEN json_type(x.fields, '$.number') IS NULL THEN n.number ELSE x.fields ->> '$.number' END AS number,
  CASE WHEN json_type(x.fields, '$.label') IS NULL THEN n.label ELSE x.fields ->> '$.label' END AS label,
  n.position,
  CASE WHEN json_type(x.fields, '$.text') IS NULL THEN n.text ELSE x.fields ->> '$.text' END AS text,
  n.page
FROM action n
LEFT JOIN assignment a ON a.entity_id = n.id
LEFT JOIN assignment c ON c.entity_id = n.commitment_id
LEFT JOIN corrected_record x ON x.entity_id = n.id;

DROP VIEW progress_updates;
CREATE VIEW progress_updates AS
SELECT
  u.id AS update_id, a.recommendation_id, a.resolution_id, u.document_id, u.parent_id,
  CASE WHEN json_type(x.fields, '$.number') IS NULL THEN u.number ELSE x.fields ->> '$.number' END AS number,
  CASE WHEN json_type(x.fields, '$.as_of_text') IS NULL THEN u.as_of_text ELSE x.fields ->> '$.as_of_text' END AS as_of_text,
  CASE WHEN json_type(x.fields, '$.as_of_from') IS NULL THEN u.as_of_from ELSE x.fields ->> '$.as_of_from' END AS as_of_from,
  CASE WHEN json_type(x.fields, '$.as_of_to') IS NULL THEN u.as_of_to ELSE x.fields ->> '$.as_of_to' END AS as_of_to,
  CASE WHEN json_type(x.fields, '$.evidence') IS NULL THEN u.evidence ELSE x.fields ->> '$.evidence' END AS evidence,
  CASE WHEN json_type(x.fields, '$.assessment_text') IS NULL THEN u.assessment_text ELSE x.fields ->> '$.assessment_text' END AS assessment_text,
  CASE WHEN json_type(x.fields, '$.status') IS NULL THEN u.status ELSE x.fields ->> '$.status' END AS status,
  CASE WHEN json_type(x.fields, '$.impact') IS NULL THEN u.impact ELSE x.fields ->> '$.impact' END AS impact,
  u.page,
  (SELECT l.confidence FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = a.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_confidence,
  (SELECT l.method FROM link l
    WHERE l.kind = 'update_resolution' AND l.from_id = u.id AND l.to_id = a.resolution_id AND l.judgement = 'accepted'
    ORDER BY l.confidence DESC, l.link_id LIMIT 1) AS link_method
FROM progress_update u LEFT JOIN assignment a ON a.entity_id = u.id
LEFT JOIN corrected_record x ON x.entity_id = u.id;

-- `settled_by` is the name of the person who has settled it.
DROP VIEW diagnostics;
CREATE VIEW diagnostics AS
SELECT g.*, (
  SELECT min(s.settled_by) FROM settled_diagnostic s
  WHERE s.document_id = g.document_id AND s.rule = g.rule AND (s.note IS NULL OR s.note = g.note)
) AS settled_by
FROM (
  SELECT document_id, severity, rule, message, note, page, line_from AS line, entity_id FROM diagnostic
  UNION ALL
  SELECT l.document_id, l.severity, l.rule, l.message, l.note, e.page, e.line_from, l.entity_id
  FROM link_diagnostic l LEFT JOIN (
    SELECT id, page, line_from FROM progress_update
    UNION ALL SELECT id, page, line_from FROM resolution
    UNION ALL SELECT id, page, line_from FROM wording
    UNION ALL SELECT id, page, line_from FROM action
  ) e ON e.id = l.entity_id
) g;

DROP VIEW runs;
CREATE VIEW runs AS
SELECT
  run_id, started_at, ended_at, extractor, documents, added, changed, unchanged, failed, superseded, corrections, corrections_gone,
  rows_written, rows_removed
FROM run;
