-- Format 1. Numbered SQL: a step that was released is never edited, the next one is added.

CREATE TABLE log (
    seq    INTEGER PRIMARY KEY CHECK (seq >= 0),
    id     BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    sealed BLOB NOT NULL
) STRICT;

-- INSERT OR REPLACE removes a row without asking a DELETE trigger, so what it would replace is refused here.
CREATE TRIGGER log_in_order BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM log)
  OR EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'append only');
END;

CREATE TRIGGER log_no_update BEFORE UPDATE ON log
BEGIN
    SELECT RAISE(ABORT, 'append only');
END;

CREATE TRIGGER log_no_delete BEFORE DELETE ON log
BEGIN
    SELECT RAISE(ABORT, 'append only');
END;

CREATE TABLE slips (
    name   TEXT NOT NULL PRIMARY KEY
           CHECK (length(name) BETWEEN 1 AND 64 AND name NOT GLOB '*[^a-z0-9._-]*'),
    sealed BLOB NOT NULL
) STRICT;
