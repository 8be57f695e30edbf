-- The photo archive, standing texts and templates of releases, and the approval of quotes.

-- kind: 'photo' or 'video'. sha256: the file in files/ as it came. taken_on: day, '' = not known.
-- people: who is to be seen. consent: of those to be seen. has_place: the file itself names where it
-- was taken; that never leaves with it. width, height: pixels as it is looked at, 0 = not known.
CREATE TABLE photos (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    version      INTEGER NOT NULL DEFAULT 1,
    kind         TEXT NOT NULL CHECK (kind IN ('photo', 'video')),
    file_name    TEXT NOT NULL,
    mime         TEXT NOT NULL,
    size         INTEGER NOT NULL,
    sha256       TEXT NOT NULL,
    width        INTEGER NOT NULL DEFAULT 0,
    height       INTEGER NOT NULL DEFAULT 0,
    caption      TEXT NOT NULL DEFAULT '',
    credit       TEXT NOT NULL DEFAULT '',
    taken_on     TEXT NOT NULL DEFAULT '',
    place        TEXT NOT NULL DEFAULT '',
    people       TEXT NOT NULL DEFAULT '',
    tags         TEXT NOT NULL DEFAULT '',
    consent      TEXT NOT NULL DEFAULT 'unknown' CHECK (consent IN ('unknown', 'given', 'not_needed', 'refused')),
    consent_note TEXT NOT NULL DEFAULT '',
    import_id    INTEGER NOT NULL DEFAULT 0,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL,
    deleted_at   TEXT
) STRICT;
CREATE UNIQUE INDEX photos_once ON photos (sha256) WHERE deleted_at IS NULL;
CREATE INDEX photos_by_day ON photos (taken_on, id) WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE photo_search USING fts5 (
    caption, about, file,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- photo_id: the photo of the archive that this file was made from.
ALTER TABLE release_files ADD COLUMN photo_id INTEGER REFERENCES photos (id);
CREATE INDEX release_files_by_photo ON release_files (photo_id) WHERE photo_id IS NOT NULL;

-- Texts that stand under releases again and again, chosen by name.
CREATE TABLE standing_texts (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    kind       TEXT NOT NULL CHECK (kind IN ('boilerplate', 'press_contact')),
    name       TEXT NOT NULL,
    language   TEXT NOT NULL DEFAULT '',
    text       TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- What releases begin from.
CREATE TABLE release_templates (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    name             TEXT NOT NULL,
    kind             TEXT NOT NULL DEFAULT 'press_release',
    language         TEXT NOT NULL DEFAULT 'id',
    headline         TEXT NOT NULL DEFAULT '',
    lead             TEXT NOT NULL DEFAULT '',
    body_html        TEXT NOT NULL DEFAULT '',
    boilerplate      TEXT NOT NULL DEFAULT '',
    press_contact    TEXT NOT NULL DEFAULT '',
    covering_subject TEXT NOT NULL DEFAULT '',
    covering_text    TEXT NOT NULL DEFAULT '',
    import_id        INTEGER NOT NULL DEFAULT 0,
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL,
    deleted_at       TEXT
) STRICT;

-- Who approved the words and when, UTC; '' = they are only recorded.
ALTER TABLE quotes ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes ADD COLUMN approved_at TEXT NOT NULL DEFAULT '';
