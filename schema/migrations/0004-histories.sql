-- What many papers over years tell of one recommendation: how its words changed, how its dates moved, and
-- what is not said. All of it is found anew whenever the archive is linked.

CREATE TABLE wording_change (
  recommendation_id  TEXT NOT NULL REFERENCES recommendation ON DELETE CASCADE,
  from_id            TEXT NOT NULL,
  to_id              TEXT NOT NULL,
  from_document_id   TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  to_document_id     TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  from_role          TEXT NOT NULL,
  to_role            TEXT NOT NULL,
  kept               REAL NOT NULL,
  diff               TEXT NOT NULL,
  PRIMARY KEY (recommendation_id, from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_change_from_document ON wording_change (from_document_id);
CREATE INDEX wording_change_to_document ON wording_change (to_document_id);

CREATE TABLE target_date (
  recommendation_id  TEXT NOT NULL REFERENCES recommendation ON DELETE CASCADE,
  commitment_id      TEXT NOT NULL,
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

CREATE VIEW wording_changes AS
SELECT recommendation_id, from_id, to_id, from_document_id, to_document_id, from_role, to_role, kept, diff FROM wording_change;

CREATE VIEW slippage AS
SELECT recommendation_id, commitment_id, document_id, position, due_text, due_from, due_to, said_on, moved_days, reason FROM target_date;

CREATE VIEW silences AS
SELECT silence_id, kind, review_id, recommendation_id, document_id, number, last_status, quote FROM silence;
