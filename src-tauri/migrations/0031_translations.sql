-- One release in two languages: the text in the other one, beside the release's own.

-- Number, files, dates and approval are the release's. language is never the release's own, so that
-- there is one at most.
CREATE TABLE release_translations (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    release_id       INTEGER NOT NULL REFERENCES releases (id),
    language         TEXT NOT NULL CHECK (language IN ('id', 'en')),
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
CREATE UNIQUE INDEX release_translations_once ON release_translations (release_id) WHERE deleted_at IS NULL;

-- The translation as it stood in a version of its release.
CREATE TABLE release_version_translations (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    version            INTEGER NOT NULL DEFAULT 1,
    release_version_id INTEGER NOT NULL REFERENCES release_versions (id),
    language           TEXT NOT NULL,
    headline           TEXT NOT NULL DEFAULT '',
    lead               TEXT NOT NULL DEFAULT '',
    body_html          TEXT NOT NULL DEFAULT '',
    boilerplate        TEXT NOT NULL DEFAULT '',
    press_contact      TEXT NOT NULL DEFAULT '',
    covering_subject   TEXT NOT NULL DEFAULT '',
    covering_text      TEXT NOT NULL DEFAULT '',
    import_id          INTEGER NOT NULL DEFAULT 0,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deleted_at         TEXT
) STRICT;
CREATE INDEX release_version_translations_by_version ON release_version_translations (release_version_id);
