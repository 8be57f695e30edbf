-- Duplicates: how sure Warta is, what a person decided, and merges that can be taken apart again.

-- verdict: '' = nobody has decided, 'apart' = two people, never to be proposed again.
ALTER TABLE duplicate_flags ADD COLUMN score INTEGER NOT NULL DEFAULT 0;
ALTER TABLE duplicate_flags ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
CREATE INDEX duplicate_flags_by_other ON duplicate_flags (other_id) WHERE deleted_at IS NULL;
CREATE INDEX duplicate_flags_open ON duplicate_flags (score, id) WHERE deleted_at IS NULL AND verdict = '';

-- Two organisations that may be one; columns as in duplicate_flags.
CREATE TABLE organisation_duplicates (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    other_id        INTEGER NOT NULL REFERENCES organisations (id),
    reason          TEXT NOT NULL,
    score           INTEGER NOT NULL DEFAULT 0,
    verdict         TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX organisation_duplicates_by_organisation ON organisation_duplicates (organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX organisation_duplicates_by_other ON organisation_duplicates (other_id) WHERE deleted_at IS NULL;
CREATE INDEX organisation_duplicates_by_import ON organisation_duplicates (import_id) WHERE import_id <> 0;

-- One record taken into another of its kind. The ids are no foreign keys: a later merge must not
-- repoint them. unmerged_at '' = it stands.
CREATE TABLE merges (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    kind          TEXT NOT NULL CHECK (kind IN ('contact', 'organisation')),
    survivor_id   INTEGER NOT NULL,
    absorbed_id   INTEGER NOT NULL,
    survivor_name TEXT NOT NULL,
    absorbed_name TEXT NOT NULL,
    actor         TEXT NOT NULL DEFAULT '',
    merged_at     TEXT NOT NULL,
    unmerged_by   TEXT NOT NULL DEFAULT '',
    unmerged_at   TEXT NOT NULL DEFAULT '',
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;
CREATE INDEX merges_by_survivor ON merges (kind, survivor_id) WHERE deleted_at IS NULL;
CREATE INDEX merges_by_absorbed ON merges (kind, absorbed_id) WHERE deleted_at IS NULL;

-- What a merge did to one row, so that it can be taken apart when the change log is long gone.
-- deed: moved = column_name pointed to the absorbed record; binned = it said the same as a row of
-- the survivor; set = a column got another value. before and after: JSON of one value.
CREATE TABLE merge_moves (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    merge_id    INTEGER NOT NULL REFERENCES merges (id),
    deed        TEXT NOT NULL CHECK (deed IN ('moved', 'binned', 'set')),
    table_name  TEXT NOT NULL,
    row_id      INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    before      TEXT NOT NULL,
    after       TEXT NOT NULL,
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE INDEX merge_moves_by_merge ON merge_moves (merge_id);
CREATE INDEX merge_moves_by_row ON merge_moves (table_name, row_id);
