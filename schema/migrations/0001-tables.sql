-- The tables behind the public views. Ids are TEXT and follow from what the documents say:
-- a document's id from its bytes, a record's id from its document's id and its own key.
-- What hangs on a document goes with it; what linking found is let go where its target is gone.

-- What a document is, once per content --------------------------------------------------------

CREATE TABLE document (
  document_id  TEXT PRIMARY KEY,
  sha256       TEXT,             -- NULL for a file that could not be opened
  origin_path  TEXT NOT NULL,    -- the path it was read under
  media_type   TEXT,
  kind         TEXT NOT NULL,
  title        TEXT,
  council      TEXT,
  committee    TEXT,
  dated_text   TEXT,
  dated_from   TEXT,
  dated_to     TEXT,
  pages        INTEGER,
  status       TEXT NOT NULL CHECK (status IN ('ok', 'partial', 'failed', 'skipped')),
  layout       TEXT,
  imported_at  TEXT NOT NULL,
  extractor    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_sha256 ON document (sha256);

CREATE TABLE document_path (
  path         TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX document_path_document ON document_path (document_id);

CREATE TABLE review_mention (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  confidence   REAL NOT NULL,
  source       TEXT NOT NULL,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX review_mention_document ON review_mention (document_id);

-- What a document says ------------------------------------------------------------------------
-- `ordinal` is the record's place among its kind in the document; `review_mention_id` the review it
-- names, or NULL for the document's own.

CREATE TABLE wording (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  number_text        TEXT,
  role               TEXT NOT NULL,
  kind               TEXT NOT NULL,
  parent_id          TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  position           INTEGER NOT NULL,
  heading            TEXT,
  text               TEXT NOT NULL,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX wording_document ON wording (document_id);
CREATE INDEX wording_review_mention ON wording (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX wording_parent ON wording (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE resolution (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  number_text        TEXT,
  parent_id          TEXT REFERENCES resolution DEFERRABLE INITIALLY DEFERRED,
  position           INTEGER NOT NULL,
  text               TEXT NOT NULL,
  outcome            TEXT,
  decided_by         TEXT,
  decided_on         TEXT,
  decides            TEXT,   -- JSON: groups of recommendations named by number, each with its outcome
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX resolution_document ON resolution (document_id);
CREATE INDEX resolution_review_mention ON resolution (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX resolution_parent ON resolution (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE commitment (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  wording_id         TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  outcome            TEXT,
  responsible        TEXT,
  due_text           TEXT,
  due_from           TEXT,
  due_to             TEXT,
  success_measure    TEXT,
  timescale          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX commitment_document ON commitment (document_id);
CREATE INDEX commitment_review_mention ON commitment (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX commitment_wording ON commitment (wording_id) WHERE wording_id IS NOT NULL;

CREATE TABLE responsibility (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  commitment_id      TEXT NOT NULL REFERENCES commitment DEFERRABLE INITIALLY DEFERRED,
  name               TEXT NOT NULL,
  organisation       TEXT,
  kind               TEXT NOT NULL,
  text               TEXT NOT NULL,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX responsibility_document ON responsibility (document_id);
CREATE INDEX responsibility_review_mention ON responsibility (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX responsibility_commitment ON responsibility (commitment_id);

CREATE TABLE action (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  commitment_id      TEXT NOT NULL REFERENCES commitment DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  label              TEXT,
  position           INTEGER NOT NULL,
  text               TEXT NOT NULL,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX action_document ON action (document_id);
CREATE INDEX action_review_mention ON action (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX action_commitment ON action (commitment_id);

CREATE TABLE progress_update (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  parent_id          TEXT REFERENCES progress_update DEFERRABLE INITIALLY DEFERRED,
  wording_id         TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  as_of_text         TEXT,
  as_of_from         TEXT,
  as_of_to           TEXT,
  evidence           TEXT,
  assessment_text    TEXT,
  status             TEXT,
  impact             TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX progress_update_document ON progress_update (document_id);
CREATE INDEX progress_update_review_mention ON progress_update (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX progress_update_parent ON progress_update (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX progress_update_wording ON progress_update (wording_id) WHERE wording_id IS NOT NULL;

CREATE TABLE fact (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  name               TEXT NOT NULL,
  label              TEXT NOT NULL,
  text               TEXT,
  date_from          TEXT,
  date_to            TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX fact_document ON fact (document_id);
CREATE INDEX fact_review_mention ON fact (review_mention_id) WHERE review_mention_id IS NOT NULL;

CREATE TABLE grading (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  code               TEXT,
  label              TEXT,
  meaning            TEXT,
  status             TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX grading_document ON grading (document_id);
CREATE INDEX grading_review_mention ON grading (review_mention_id) WHERE review_mention_id IS NOT NULL;

-- `entity_id` is a record's id, or the document's own; `ordinal` orders one field's pieces.
CREATE TABLE evidence_piece (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  entity_id    TEXT NOT NULL,
  ordinal      INTEGER NOT NULL,
  field        TEXT NOT NULL,
  state        TEXT NOT NULL,
  quote        TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX evidence_piece_document ON evidence_piece (document_id);
CREATE INDEX evidence_piece_entity ON evidence_piece (entity_id);

CREATE TABLE diagnostic (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  severity     TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  rule         TEXT NOT NULL,
  message      TEXT NOT NULL,
  note         TEXT,
  entity_id    TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What linking found over the whole archive -----------------------------------------------------

CREATE TABLE review (
  review_id  TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  council    TEXT,
  committee  TEXT
) STRICT;

CREATE TABLE document_review (
  document_id  TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  review_id    TEXT REFERENCES review ON DELETE SET NULL
) STRICT;
CREATE INDEX document_review_review ON document_review (review_id);

CREATE TABLE recommendation (
  recommendation_id  TEXT PRIMARY KEY,
  review_id          TEXT NOT NULL REFERENCES review ON DELETE CASCADE,
  number             TEXT,
  parent_id          TEXT REFERENCES recommendation ON DELETE SET NULL,
  position           INTEGER NOT NULL,
  kind               TEXT NOT NULL,
  heading            TEXT,
  text               TEXT NOT NULL,
  text_from          TEXT NOT NULL,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  page               INTEGER,
  resolution_id      TEXT REFERENCES resolution ON DELETE SET NULL,
  outcome            TEXT,
  responsible        TEXT,
  due_text           TEXT,
  due_from           TEXT,
  due_to             TEXT,
  status             TEXT,
  assessment_text    TEXT,
  as_of_from         TEXT,
  as_of_to           TEXT
) STRICT;
CREATE INDEX recommendation_review ON recommendation (review_id);
CREATE INDEX recommendation_parent ON recommendation (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX recommendation_document ON recommendation (document_id);
CREATE INDEX recommendation_resolution ON recommendation (resolution_id) WHERE resolution_id IS NOT NULL;

-- To what a record of a document belongs.
CREATE TABLE assignment (
  entity_id          TEXT PRIMARY KEY,
  entity_kind        TEXT NOT NULL,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  recommendation_id  TEXT REFERENCES recommendation ON DELETE SET NULL,
  review_id          TEXT REFERENCES review ON DELETE SET NULL,
  resolution_id      TEXT REFERENCES resolution ON DELETE SET NULL
) STRICT;
CREATE INDEX assignment_document ON assignment (document_id);
CREATE INDEX assignment_recommendation ON assignment (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX assignment_review ON assignment (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX assignment_resolution ON assignment (resolution_id) WHERE resolution_id IS NOT NULL;

CREATE TABLE link (
  link_id               TEXT PRIMARY KEY,
  kind                  TEXT NOT NULL,
  from_id               TEXT NOT NULL,
  to_id                 TEXT NOT NULL,
  method                TEXT NOT NULL,
  confidence            REAL NOT NULL,
  runner_up_id          TEXT,
  runner_up_confidence  REAL,
  judgement             TEXT NOT NULL,
  decided_by            TEXT NOT NULL,
  reasons               TEXT NOT NULL
) STRICT;
CREATE INDEX link_from ON link (from_id, kind);
CREATE INDEX link_to ON link (to_id, kind);

CREATE TABLE unlinked_entity (
  entity_id        TEXT PRIMARY KEY,
  entity_kind      TEXT NOT NULL,
  document_id      TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number           TEXT,
  text             TEXT,
  best_id          TEXT,
  best_confidence  REAL,
  reason           TEXT NOT NULL
) STRICT;
CREATE INDEX unlinked_entity_document ON unlinked_entity (document_id);

CREATE TABLE alias (
  old_id  TEXT NOT NULL,
  new_id  TEXT NOT NULL,
  since   TEXT,
  PRIMARY KEY (old_id, new_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_diagnostic (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  severity     TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  rule         TEXT NOT NULL,
  message      TEXT NOT NULL,
  note         TEXT,
  entity_id    TEXT
) STRICT;
CREATE INDEX link_diagnostic_document ON link_diagnostic (document_id);

-- Imports ---------------------------------------------------------------------------------------

CREATE TABLE run (
  run_id      TEXT PRIMARY KEY,
  started_at  TEXT NOT NULL,
  ended_at    TEXT,          -- NULL while it runs, and for one that was killed
  extractor   TEXT NOT NULL,
  documents   INTEGER NOT NULL DEFAULT 0,
  added       INTEGER NOT NULL DEFAULT 0,
  changed     INTEGER NOT NULL DEFAULT 0,
  unchanged   INTEGER NOT NULL DEFAULT 0,
  failed      INTEGER NOT NULL DEFAULT 0
) STRICT;
