-- Press releases and their files.

CREATE TABLE releases (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    number           TEXT NOT NULL DEFAULT '',
    headline         TEXT NOT NULL DEFAULT '',
    place            TEXT NOT NULL DEFAULT '',
    dated_on         TEXT NOT NULL DEFAULT '',
    lead             TEXT NOT NULL DEFAULT '',
    body_html        TEXT NOT NULL DEFAULT '',
    boilerplate      TEXT NOT NULL DEFAULT '',
    press_contact    TEXT NOT NULL DEFAULT '',
    language         TEXT NOT NULL DEFAULT 'id',
    covering_subject TEXT NOT NULL DEFAULT '',
    covering_text    TEXT NOT NULL DEFAULT '',
    import_id        INTEGER NOT NULL DEFAULT 0,
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL,
    deleted_at       TEXT
) STRICT;
CREATE INDEX releases_by_update ON releases (updated_at, id) WHERE deleted_at IS NULL;

-- Files of a release, kept by their SHA-256 in files/. cid: used as an image in the body.
CREATE TABLE release_files (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    release_id INTEGER NOT NULL REFERENCES releases (id),
    file_name  TEXT NOT NULL,
    mime       TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    cid        TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX release_files_by_release ON release_files (release_id) WHERE deleted_at IS NULL;
