-- Who works here, what they set, and everything that was ever done.

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- People of the office. A record of who did what, not a security boundary.
CREATE TABLE staff (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    initials   TEXT NOT NULL DEFAULT '',
    role       TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX staff_by_name ON staff (name_key) WHERE deleted_at IS NULL;

-- The office itself: one row.
CREATE TABLE offices (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    name          TEXT NOT NULL DEFAULT '',
    unit          TEXT NOT NULL DEFAULT '',
    city          TEXT NOT NULL DEFAULT '',
    address       TEXT NOT NULL DEFAULT '',
    boilerplate   TEXT NOT NULL DEFAULT '',
    press_contact TEXT NOT NULL DEFAULT '',
    zone          TEXT NOT NULL DEFAULT 'Asia/Jakarta',
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;

-- One row for one thing a person (or the mailbox) did.
CREATE TABLE actions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    command    TEXT NOT NULL,
    actor      TEXT NOT NULL,
    source     TEXT NOT NULL,
    at         TEXT NOT NULL,
    undoable   INTEGER NOT NULL,
    undoes     INTEGER NOT NULL DEFAULT 0,
    undone_by  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The images of the rows an action changed: JSON of the changed columns.
-- scope 'row': row_id is the row. scope 'import': all rows of that import.
CREATE TABLE changes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id  INTEGER NOT NULL REFERENCES actions (id),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    scope      TEXT NOT NULL DEFAULT 'row',
    before     TEXT,
    after      TEXT
) STRICT;
CREATE INDEX changes_by_action ON changes (action_id);
CREATE INDEX changes_by_row ON changes (table_name, row_id);

-- Long work, so that it survives a crash and can be explained afterwards.
CREATE TABLE jobs (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL,
    state      TEXT NOT NULL,
    phase      TEXT NOT NULL DEFAULT '',
    done       INTEGER NOT NULL DEFAULT 0,
    total      INTEGER NOT NULL DEFAULT 0,
    action_id  INTEGER NOT NULL DEFAULT 0,
    process    TEXT NOT NULL,
    error      TEXT NOT NULL DEFAULT '',
    result     TEXT NOT NULL DEFAULT '',
    started_at TEXT NOT NULL,
    ended_at   TEXT
) STRICT;
