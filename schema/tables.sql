-- The tables behind the public views. Ids are TEXT and follow from what the documents say:
-- a document's id from its bytes, a record's id from its document's id and its own key.
-- What depends on a document goes with it; what linking found is let go where its target is gone.
--
-- Every table has a key; where a part of it may be NULL, a unique index over `ifnull` is the key. A column of another table's
-- ids is a foreign key, or says why it is not: `-- no key: …`. Each index serves a query of the project, the deletion of
-- what it refers to, or a key. test/store/schema.test.ts holds all three.
--
-- `:NAME` is the words of a closed set (schema/closed-sets.ts), `corrected(t.field)` the field as a person corrected it,
-- else as it was read. What linking and people say about a record (`recommendation_id`, `review_id`, `corrected` …) is written
-- to `assignment`, `document_review`, `paper_review` and `corrected_record`, and kept beside the record too, so that a view
-- reads one table and SQLite finds its rows by an index: triggers that code makes (src/store/carried-columns.ts) carry it.

-- What a document is, once per content --------------------------------------------------------

CREATE TABLE document (
  document_id  TEXT PRIMARY KEY,
  sha256       TEXT,             -- NULL for a file that could not be opened
  origin_path  TEXT NOT NULL,    -- the path it was read under
  media_type   TEXT,
  kind         TEXT NOT NULL CHECK (kind IN (:DOCUMENT_KINDS)),
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
  extractor    TEXT NOT NULL,
  words        TEXT,             -- by which taught words it was read: a digest; NULL where none concerned it
  superseded_by TEXT REFERENCES document DEFERRABLE INITIALLY DEFERRED,
  digest       TEXT,             -- of all that was read of it: reading it again to the same end changes nothing
  first_path   TEXT,             -- the first of its paths; NULL where none leads to it
  own_review_id TEXT, -- no key: carried from `document_review`, which has it
  corrected    TEXT
) STRICT;
CREATE UNIQUE INDEX document_sha256 ON document (sha256);
CREATE INDEX document_superseded_by ON document (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX document_own_review ON document (own_review_id) WHERE own_review_id IS NOT NULL;
CREATE INDEX document_shown_path ON document (coalesce(first_path, origin_path));

-- The words of a document as numbers in order, by which a taught word is known to concern it without opening its file.
CREATE TABLE held_words (
  document_id  TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  words        BLOB NOT NULL
) STRICT;

CREATE TABLE document_path (
  path         TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  stamp        TEXT              -- size and times of the file when it was last read; NULL where they say too little
) STRICT, WITHOUT ROWID;
CREATE INDEX document_path_document ON document_path (document_id, path);

-- What was found in a file that holds others, which is not opened again while it is as it was.
CREATE TABLE container (
  path         TEXT PRIMARY KEY,
  stamp        TEXT NOT NULL,    -- size and times of the file, and the extractor that looked into it
  inside       TEXT              -- JSON: the documents in it; NULL where it holds none
) STRICT, WITHOUT ROWID;

CREATE TABLE review_mention (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  title        TEXT NOT NULL,
  confidence   REAL NOT NULL,
  source       TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN (:REVIEW_KINDS)),
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX review_mention_document ON review_mention (document_id);

-- A file holds one paper, or several.
CREATE TABLE paper (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  position           INTEGER NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN (:DOCUMENT_KINDS)),
  title              TEXT,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  council            TEXT,
  committee          TEXT,
  dated_text         TEXT,
  dated_from         TEXT,
  dated_to           TEXT,
  page_from          INTEGER,
  page_to            INTEGER,
  confidence         REAL NOT NULL,
  own_review_id      TEXT, -- no key: carried from `paper_review`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX paper_document ON paper (document_id);
CREATE INDEX paper_review_mention ON paper (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX paper_own_review ON paper (own_review_id) WHERE own_review_id IS NOT NULL;

-- What a document says ------------------------------------------------------------------------
-- `ordinal` is the record's place among its kind in the document; `review_mention_id` the review it
-- names, or NULL for the document's own.

CREATE TABLE wording (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  number_text        TEXT,
  role               TEXT NOT NULL CHECK (role IN (:WORDING_ROLES)),
  kind               TEXT NOT NULL CHECK (kind IN (:RECOMMENDATION_KINDS)),
  parent_id          TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  position           INTEGER NOT NULL,
  heading            TEXT,
  text               TEXT NOT NULL,
  confidence         REAL NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX wording_document ON wording (document_id);
CREATE INDEX wording_recommendation ON wording (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX wording_paper ON wording (paper_id);
CREATE INDEX wording_review_mention ON wording (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX wording_parent ON wording (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE resolution (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  number_text        TEXT,
  parent_id          TEXT REFERENCES resolution DEFERRABLE INITIALLY DEFERRED,
  wording_id         TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED, -- of this document, that it resolves or answers
  position           INTEGER NOT NULL,
  text               TEXT NOT NULL,
  outcome            TEXT CHECK (outcome IN (:OUTCOMES)),
  decided_by         TEXT,
  decided_on         TEXT,
  decides            TEXT,   -- JSON: groups of recommendations named by number, each with its outcome
  confidence         REAL NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  review_id          TEXT, -- no key: carried from `assignment`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX resolution_document ON resolution (document_id);
CREATE INDEX resolution_recommendation ON resolution (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX resolution_paper ON resolution (paper_id);
CREATE INDEX resolution_review ON resolution (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX resolution_wording ON resolution (wording_id) WHERE wording_id IS NOT NULL;
CREATE INDEX resolution_review_mention ON resolution (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX resolution_parent ON resolution (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE commitment (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  wording_id         TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  outcome            TEXT CHECK (outcome IN (:OUTCOMES)),
  responsible        TEXT,
  due_text           TEXT,
  due_from           TEXT,
  due_to             TEXT,
  success_measure    TEXT,
  timescale          TEXT,
  confidence         REAL NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX commitment_document ON commitment (document_id);
CREATE INDEX commitment_recommendation ON commitment (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX commitment_paper ON commitment (paper_id);
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
  kind               TEXT NOT NULL CHECK (kind IN (:PARTY_KINDS)),
  text               TEXT NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX responsibility_document ON responsibility (document_id);
CREATE INDEX responsibility_recommendation ON responsibility (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX responsibility_name ON responsibility (name);
CREATE INDEX responsibility_review_mention ON responsibility (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX responsibility_commitment ON responsibility (commitment_id);

CREATE TABLE action (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  commitment_id      TEXT NOT NULL REFERENCES commitment DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  label              TEXT,
  position           INTEGER NOT NULL,
  text               TEXT NOT NULL,
  confidence         REAL NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX action_document ON action (document_id);
CREATE INDEX action_recommendation ON action (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX action_paper ON action (paper_id);
CREATE INDEX action_review_mention ON action (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX action_commitment ON action (commitment_id);

CREATE TABLE progress_update (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  number             TEXT,
  parent_id          TEXT REFERENCES progress_update DEFERRABLE INITIALLY DEFERRED,
  wording_id         TEXT REFERENCES wording DEFERRABLE INITIALLY DEFERRED,
  further_wording_keys TEXT, -- JSON: keys of the wordings of further rows that it is printed once for
  as_of_text         TEXT,
  as_of_from         TEXT,
  as_of_to           TEXT,
  evidence           TEXT,
  assessment_text    TEXT,
  status             TEXT CHECK (status IN (:STATUSES)),
  impact             TEXT,
  confidence         REAL NOT NULL,
  recommendation_id  TEXT, -- no key: carried from `assignment`, which has it
  resolution_id      TEXT, -- no key: carried from `assignment`, which has it
  corrected          TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX progress_update_document ON progress_update (document_id);
CREATE INDEX progress_update_recommendation ON progress_update (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX progress_update_paper ON progress_update (paper_id);
CREATE INDEX progress_update_resolution ON progress_update (resolution_id) WHERE resolution_id IS NOT NULL;
-- The latest updates, as the view shows their dates.
CREATE INDEX progress_update_as_of ON progress_update (corrected(as_of_from));
CREATE INDEX progress_update_review_mention ON progress_update (review_mention_id) WHERE review_mention_id IS NOT NULL;
CREATE INDEX progress_update_parent ON progress_update (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX progress_update_wording ON progress_update (wording_id) WHERE wording_id IS NOT NULL;

CREATE TABLE fact (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  name               TEXT NOT NULL CHECK (name IN (:FACT_NAMES)),
  label              TEXT NOT NULL,
  text               TEXT,
  date_from          TEXT,
  date_to            TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX fact_document ON fact (document_id);
CREATE INDEX fact_paper ON fact (paper_id);
CREATE INDEX fact_review_mention ON fact (review_mention_id) WHERE review_mention_id IS NOT NULL;

CREATE TABLE grading (
  id                 TEXT PRIMARY KEY,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal            INTEGER NOT NULL,
  review_mention_id  TEXT REFERENCES review_mention DEFERRABLE INITIALLY DEFERRED,
  paper_id           TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  code               TEXT,
  label              TEXT,
  meaning            TEXT,
  status             TEXT CHECK (status IN (:STATUSES)),
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX grading_document ON grading (document_id);
CREATE INDEX grading_paper ON grading (paper_id);
CREATE INDEX grading_review_mention ON grading (review_mention_id) WHERE review_mention_id IS NOT NULL;

-- What is beside a record under a label of its own; `entity_id` is the record's id, NULL for the paper's own.
CREATE TABLE detail (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  entity_id    TEXT, -- no key: of any kind of record; it goes with its document
  paper_id     TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  position     INTEGER NOT NULL,
  label        TEXT NOT NULL,
  text         TEXT NOT NULL,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX detail_document ON detail (document_id);
CREATE INDEX detail_paper ON detail (paper_id);
CREATE INDEX detail_entity ON detail (entity_id) WHERE entity_id IS NOT NULL;

-- What reads like a record and is not sure enough to be one.
CREATE TABLE candidate (
  id           TEXT PRIMARY KEY,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  paper_id     TEXT NOT NULL REFERENCES paper DEFERRABLE INITIALLY DEFERRED,
  kind         TEXT NOT NULL CHECK (kind IN (:CANDIDATE_KINDS)),
  text         TEXT NOT NULL,
  reading      TEXT NOT NULL,
  confidence   REAL NOT NULL,
  runner_up    TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER
) STRICT;
CREATE INDEX candidate_document ON candidate (document_id);
CREATE INDEX candidate_paper ON candidate (paper_id);

-- `entity_id` is a record's id, or the document's own; `ordinal` orders a document's pieces, and so each field's.
CREATE TABLE evidence_piece (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  entity_id    TEXT NOT NULL, -- no key: a record of any kind, or the document; it goes with its document
  ordinal      INTEGER NOT NULL,
  field        TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN (:EVIDENCE_STATES)),
  quote        TEXT,
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER,
  cell         TEXT,
  PRIMARY KEY (document_id, ordinal)
) STRICT;
CREATE INDEX evidence_piece_entity ON evidence_piece (entity_id);

CREATE TABLE diagnostic (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  severity     TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  rule         TEXT NOT NULL,
  message      TEXT NOT NULL,
  note         TEXT,
  entity_id    TEXT, -- no key: of any kind of record; it goes with its document
  page INTEGER, x0 REAL, top REAL, x1 REAL, bottom REAL, line_from INTEGER, line_to INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostic_entity ON diagnostic (entity_id) WHERE entity_id IS NOT NULL;

-- What linking found over the whole archive -----------------------------------------------------

CREATE TABLE review (
  review_id  TEXT PRIMARY KEY,
  kind       TEXT NOT NULL CHECK (kind IN (:REVIEW_KINDS)),
  title      TEXT NOT NULL,
  council    TEXT,
  committee  TEXT
) STRICT;
CREATE INDEX review_council ON review (council);

CREATE TABLE document_review (
  document_id  TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  review_id    TEXT REFERENCES review ON DELETE SET NULL
) STRICT;
CREATE INDEX document_review_review ON document_review (review_id);

CREATE TABLE paper_review (
  paper_id   TEXT PRIMARY KEY REFERENCES paper ON DELETE CASCADE,
  review_id  TEXT REFERENCES review ON DELETE SET NULL
) STRICT;
CREATE INDEX paper_review_review ON paper_review (review_id);

-- A paper that is there in several files: of each reading that does not count, the one that does.
CREATE TABLE paper_copy (
  paper_id     TEXT PRIMARY KEY REFERENCES paper ON DELETE CASCADE,
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  same_as      TEXT NOT NULL REFERENCES paper ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_copy_document ON paper_copy (document_id);
CREATE INDEX paper_copy_same_as ON paper_copy (same_as);

CREATE TABLE recommendation (
  recommendation_id  TEXT PRIMARY KEY,
  review_id          TEXT NOT NULL REFERENCES review ON DELETE CASCADE,
  number             TEXT,
  parent_id          TEXT REFERENCES recommendation ON DELETE SET NULL,
  position           INTEGER NOT NULL,
  kind               TEXT NOT NULL CHECK (kind IN (:RECOMMENDATION_KINDS)),
  heading            TEXT,
  text               TEXT NOT NULL,
  text_from          TEXT NOT NULL CHECK (text_from IN (:WORDING_ROLES)),
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  page               INTEGER,
  resolution_id      TEXT REFERENCES resolution ON DELETE SET NULL,
  outcome            TEXT CHECK (outcome IN (:OUTCOMES)),
  responsible        TEXT,
  due_text           TEXT,
  due_from           TEXT,
  due_to             TEXT,
  status             TEXT CHECK (status IN (:STATUSES)),
  assessment_text    TEXT,
  as_of_from         TEXT,
  as_of_to           TEXT,
  latest_update_id   TEXT REFERENCES progress_update ON DELETE SET NULL
) STRICT;
CREATE INDEX recommendation_update ON recommendation (latest_update_id) WHERE latest_update_id IS NOT NULL;
CREATE INDEX recommendation_review ON recommendation (review_id);
CREATE INDEX recommendation_parent ON recommendation (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX recommendation_document ON recommendation (document_id);
CREATE INDEX recommendation_resolution ON recommendation (resolution_id) WHERE resolution_id IS NOT NULL;
CREATE INDEX recommendation_due ON recommendation (due_to, status);
CREATE INDEX recommendation_responsible ON recommendation (responsible, status);

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
-- A review's papers are counted from the index alone.
CREATE INDEX assignment_review ON assignment (review_id, document_id) WHERE review_id IS NOT NULL;
CREATE INDEX assignment_resolution ON assignment (resolution_id) WHERE resolution_id IS NOT NULL;

CREATE TABLE link (
  link_id               TEXT PRIMARY KEY,
  kind                  TEXT NOT NULL CHECK (kind IN (:LINK_KINDS)),
  from_id               TEXT NOT NULL, -- no key: a record, recommendation, resolution or review, by the kind of the link; linking writes all rows anew
  to_id                 TEXT NOT NULL, -- no key: a record, recommendation, resolution or review, by the kind of the link; linking writes all rows anew
  method                TEXT NOT NULL,
  confidence            REAL NOT NULL,
  runner_up_id          TEXT, -- no key: a record, recommendation, resolution or review, by the kind of the link; linking writes all rows anew
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
  best_id          TEXT, -- no key: a recommendation or a resolution; linking writes all rows anew
  best_confidence  REAL,
  reason           TEXT NOT NULL
) STRICT;
CREATE INDEX unlinked_entity_document ON unlinked_entity (document_id);

CREATE TABLE alias (
  old_id  TEXT NOT NULL, -- no key: nothing has it any more
  new_id  TEXT NOT NULL, -- no key: a review or a recommendation; linking writes all rows anew
  since   TEXT,
  PRIMARY KEY (old_id, new_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_diagnostic (
  document_id  TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  severity     TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  rule         TEXT NOT NULL,
  message      TEXT NOT NULL,
  note         TEXT,
  entity_id    TEXT -- no key: of any kind of record; it goes with its document
) STRICT;
CREATE UNIQUE INDEX link_diagnostic_key ON link_diagnostic (document_id, rule, ifnull(note, ''), ifnull(entity_id, ''));
CREATE INDEX link_diagnostic_entity ON link_diagnostic (entity_id) WHERE entity_id IS NOT NULL;

-- What papers report over years on one recommendation: how its words changed, how its dates moved, and what is not said.

CREATE TABLE wording_change (
  recommendation_id  TEXT NOT NULL REFERENCES recommendation ON DELETE CASCADE,
  from_id            TEXT NOT NULL, -- no key: a wording or a resolution; it goes with its document
  to_id              TEXT NOT NULL, -- no key: a wording or a resolution; it goes with its document
  from_document_id   TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  to_document_id     TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  from_role          TEXT NOT NULL CHECK (from_role IN (:WORDING_ROLES)),
  to_role            TEXT NOT NULL CHECK (to_role IN (:WORDING_ROLES)),
  kept               REAL NOT NULL,
  diff               TEXT NOT NULL,
  PRIMARY KEY (recommendation_id, from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_change_from_document ON wording_change (from_document_id);
CREATE INDEX wording_change_to_document ON wording_change (to_document_id);

CREATE TABLE target_date (
  recommendation_id  TEXT NOT NULL REFERENCES recommendation ON DELETE CASCADE,
  commitment_id      TEXT NOT NULL, -- no key: it goes with its document, of which the commitment is
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  position           INTEGER NOT NULL,
  due_text           TEXT NOT NULL,
  due_from           TEXT,
  due_to             TEXT,
  said_on            TEXT,
  moved_days         INTEGER,
  reason             TEXT,
  PRIMARY KEY (recommendation_id, commitment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_date_document ON target_date (document_id);

CREATE TABLE silence (
  silence_id         TEXT PRIMARY KEY,
  kind               TEXT NOT NULL,
  review_id          TEXT NOT NULL REFERENCES review ON DELETE CASCADE,
  recommendation_id  TEXT REFERENCES recommendation ON DELETE CASCADE,
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number             TEXT,
  last_status        TEXT,
  quote              TEXT
) STRICT;
CREATE INDEX silence_review ON silence (review_id);
CREATE INDEX silence_recommendation ON silence (recommendation_id) WHERE recommendation_id IS NOT NULL;
CREATE INDEX silence_document ON silence (document_id);

-- By what the archive was linked as it now is: a digest of the rules of linking and of the corrections. Without a
-- row there are documents that were stored, moved or taken away since.
CREATE TABLE linked (
  only  INTEGER PRIMARY KEY DEFAULT 1 CHECK (only = 1),
  by    TEXT NOT NULL
) STRICT;

-- What people corrected ---------------------------------------------------------------------------
-- The lines themselves are in a plain file beside the database; here is what they come to. The tables of records keep
-- what was extracted; the views show what was corrected.

-- A correction, one row for each field that it is about.
CREATE TABLE correction (
  correction_id  TEXT NOT NULL, -- no key: of the file beside the database
  at             TEXT NOT NULL,
  by             TEXT NOT NULL,
  why            TEXT,
  action         TEXT NOT NULL,
  target_id      TEXT NOT NULL, -- no key: whatever a person named; it may be gone
  field          TEXT,
  extracted      TEXT,
  corrected      TEXT,
  state          TEXT NOT NULL CHECK (state IN ('applied', 'target_gone', 'target_changed', 'replaced', 'undone')),
  about_id       TEXT, -- no key: whatever a person named; it may be gone
  about          TEXT,
  suggested_id   TEXT -- no key: whatever a person named; it may be gone
) STRICT;
CREATE UNIQUE INDEX correction_key ON correction (correction_id, ifnull(field, ''));
CREATE INDEX correction_target ON correction (target_id);

-- The lines of the file as they were last carried out, so that a file that lost some is noticed, and can be written again.
CREATE TABLE correction_line (
  correction_id  TEXT PRIMARY KEY,
  line           TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The corrected fields of a record or a document, by their public names: {"status": "achieved"}.
CREATE TABLE corrected_record (
  entity_id  TEXT PRIMARY KEY,
  fields     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Diagnostics that a person has settled; a NULL note is any.
CREATE TABLE settled_diagnostic (
  document_id  TEXT NOT NULL, -- no key: it may be gone; a correction outlives its document
  rule         TEXT NOT NULL,
  note         TEXT,
  settled_by   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX settled_diagnostic_key ON settled_diagnostic (document_id, rule, ifnull(note, ''));


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
  failed      INTEGER NOT NULL DEFAULT 0,
  superseded  INTEGER NOT NULL DEFAULT 0,
  corrections       INTEGER NOT NULL DEFAULT 0,
  corrections_gone  INTEGER NOT NULL DEFAULT 0,
  corrections_changed  INTEGER NOT NULL DEFAULT 0,
  forgotten         INTEGER NOT NULL DEFAULT 0,
  rows_written      INTEGER NOT NULL DEFAULT 0,
  rows_removed      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A paper that a person took out: it stays stored, and counts nowhere.
CREATE TABLE forgotten_document (
  document_id  TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  forgotten_by TEXT NOT NULL
) STRICT;

-- What became of a recommendation: one row a field, or one for all of it where it came or went.
CREATE TABLE change (
  change_id          INTEGER PRIMARY KEY,
  run_id             TEXT REFERENCES run ON DELETE CASCADE, -- NULL for what a correction did
  at                 TEXT NOT NULL,
  recommendation_id  TEXT NOT NULL, -- no key: it may be gone
  change             TEXT NOT NULL CHECK (change IN ('added', 'changed', 'removed')),
  field              TEXT,
  old_value          TEXT,
  new_value          TEXT
) STRICT;
CREATE INDEX change_run ON change (run_id);
CREATE INDEX change_recommendation ON change (recommendation_id);

-- Search and descriptions --------------------------------------------------------------------------
-- `search_entry` holds what can be found, one row an entity; linking keeps it right, writing only what differs, and the
-- triggers carry each change to the index.

CREATE TABLE search_entry (
  search_id          INTEGER PRIMARY KEY,
  entity_id          TEXT NOT NULL UNIQUE, -- no key: of three kinds of record; it goes with its document
  kind               TEXT NOT NULL CHECK (kind IN ('recommendation', 'resolution', 'progress_update')),
  recommendation_id  TEXT, -- no key: written anew with each linking
  review_id          TEXT, -- no key: written anew with each linking
  document_id        TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number             TEXT,
  review_title       TEXT,
  heading            TEXT,
  text               TEXT NOT NULL
) STRICT;
CREATE INDEX search_entry_document ON search_entry (document_id);

-- Words are found by their stem ("shelter" finds "shelters") and without regard to accents and capitals.
CREATE VIRTUAL TABLE search USING fts5(
  entity_id UNINDEXED, kind UNINDEXED, recommendation_id UNINDEXED, review_id UNINDEXED, document_id UNINDEXED, number UNINDEXED,
  review_title, heading, text,
  content="search_entry", content_rowid="search_id", tokenize="porter unicode61 remove_diacritics 2"
);

CREATE TRIGGER search_entry_inserted AFTER INSERT ON search_entry BEGIN
  INSERT INTO search (rowid, entity_id, kind, recommendation_id, review_id, document_id, number, review_title, heading, text)
  VALUES (new.search_id, new.entity_id, new.kind, new.recommendation_id, new.review_id, new.document_id, new.number, new.review_title, new.heading,
    new.text);
END;

CREATE TRIGGER search_entry_deleted AFTER DELETE ON search_entry BEGIN
  INSERT INTO search (search, rowid, entity_id, kind, recommendation_id, review_id, document_id, number, review_title, heading, text)
  VALUES ('delete', old.search_id, old.entity_id, old.kind, old.recommendation_id, old.review_id, old.document_id, old.number, old.review_title, old.heading,
    old.text);
END;

-- What is not indexed may change without the index.
CREATE TRIGGER search_entry_updated AFTER UPDATE OF review_title, heading, text ON search_entry
WHEN old.text <> new.text OR old.heading IS NOT new.heading OR old.review_title IS NOT new.review_title BEGIN
  INSERT INTO search (search, rowid, entity_id, kind, recommendation_id, review_id, document_id, number, review_title, heading, text)
  VALUES ('delete', old.search_id, old.entity_id, old.kind, old.recommendation_id, old.review_id, old.document_id, old.number, old.review_title, old.heading,
    old.text);
  INSERT INTO search (rowid, entity_id, kind, recommendation_id, review_id, document_id, number, review_title, heading, text)
  VALUES (new.search_id, new.entity_id, new.kind, new.recommendation_id, new.review_id, new.document_id, new.number, new.review_title, new.heading,
    new.text);
END;

-- What each view and column means; `column` is NULL for the view itself.
CREATE TABLE descriptions (
  view         TEXT NOT NULL,
  position     INTEGER NOT NULL,
  column       TEXT,
  type         TEXT,
  description  TEXT NOT NULL,
  PRIMARY KEY (view, position)
) STRICT, WITHOUT ROWID;

-- A document's first path is kept beside it.

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
