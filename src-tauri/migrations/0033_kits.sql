-- Press kits: what an office hands out together under one name.
CREATE TABLE kits (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    notes      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX kits_by_name ON kits (name_key) WHERE deleted_at IS NULL;

-- One thing of a kit: a release, a photo, a standing text, or a file of its own (sha256: the file in
-- files/); exactly one of them.
CREATE TABLE kit_items (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    kit_id           INTEGER NOT NULL REFERENCES kits (id),
    release_id       INTEGER REFERENCES releases (id),
    photo_id         INTEGER REFERENCES photos (id),
    standing_text_id INTEGER REFERENCES standing_texts (id),
    file_name        TEXT NOT NULL DEFAULT '',
    mime             TEXT NOT NULL DEFAULT '',
    size             INTEGER NOT NULL DEFAULT 0,
    sha256           TEXT NOT NULL DEFAULT '',
    import_id        INTEGER NOT NULL DEFAULT 0,
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL,
    deleted_at       TEXT,
    CHECK ((release_id IS NOT NULL) + (photo_id IS NOT NULL) + (standing_text_id IS NOT NULL) + (sha256 <> '') = 1)
) STRICT;
CREATE INDEX kit_items_by_kit ON kit_items (kit_id) WHERE deleted_at IS NULL;
CREATE INDEX kit_items_by_release ON kit_items (release_id) WHERE release_id IS NOT NULL;
CREATE INDEX kit_items_by_photo ON kit_items (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX kit_items_by_text ON kit_items (standing_text_id) WHERE standing_text_id IS NOT NULL;
