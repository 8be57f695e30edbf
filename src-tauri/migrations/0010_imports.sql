-- Imports keep who ran them and how far they came, so that one that was cut off can go on.
-- state: running, done. plan: the order as JSON, sheets and mappings resolved. sheet_at, row_at: the
-- last row that was taken. file_bytes: the file's size, by which another file is noticed.
ALTER TABLE imports ADD COLUMN actor TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN job_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN state TEXT NOT NULL DEFAULT 'done';
ALTER TABLE imports ADD COLUMN plan TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN file_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN sheet_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN row_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN possible_duplicates INTEGER NOT NULL DEFAULT 0;
ALTER TABLE imports ADD COLUMN new_outlets INTEGER NOT NULL DEFAULT 0;

-- What columns of a file were imported as, by the set of their names: chosen again the next time.
CREATE TABLE import_layouts (
    header_key TEXT PRIMARY KEY,
    mapping    TEXT NOT NULL,
    rules      TEXT NOT NULL DEFAULT '[]',
    used_at    TEXT NOT NULL
) STRICT;
