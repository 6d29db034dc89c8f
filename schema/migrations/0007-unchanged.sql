-- What an import asks before it does a thing again.

-- Size and times of the file as it was when it was last read; NULL where they say too little to tell it from another.
ALTER TABLE document_path ADD COLUMN stamp TEXT;

-- By what the archive was linked as it now stands: a digest of the rules of linking and of the corrections. Without a
-- row there are documents that were stored, moved or taken away since.
CREATE TABLE linked (
  by  TEXT NOT NULL
) STRICT;
