-- Full-text search over recommendations, updates and resolutions, and the words that describe the views.
--
-- `search_entry` holds what can be found, one row an entity; linking keeps it right, writing only what differs, and the
-- triggers carry each change to the index. A database of an earlier version is filled at its next import, which is also
-- what brings it to this version.

CREATE TABLE search_entry (
  search_id          INTEGER PRIMARY KEY,
  entity_id          TEXT NOT NULL UNIQUE,
  kind               TEXT NOT NULL CHECK (kind IN ('recommendation', 'resolution', 'progress_update')),
  recommendation_id  TEXT,
  review_id          TEXT,
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
