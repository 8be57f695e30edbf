-- What single recipients get with a release, and which messages a new one answers.

-- A file or a link that only this contact gets with this release. Not part of
-- the text that is approved.
CREATE TABLE enclosures (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    release_id INTEGER NOT NULL REFERENCES releases (id),
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    file_name  TEXT NOT NULL DEFAULT '',
    mime       TEXT NOT NULL DEFAULT '',
    size       INTEGER NOT NULL DEFAULT 0,
    sha256     TEXT NOT NULL DEFAULT '',
    link       TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    CHECK (sha256 <> '' OR link <> '')
) STRICT;
CREATE INDEX enclosures_of_release ON enclosures (release_id);
CREATE INDEX enclosures_of_contact ON enclosures (contact_id);

-- The files of one recipient, frozen with the delivery that they go along with.
CREATE TABLE delivery_files (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery_id INTEGER NOT NULL REFERENCES deliveries (id),
    file_name   TEXT NOT NULL,
    mime        TEXT NOT NULL,
    size        INTEGER NOT NULL,
    sha256      TEXT NOT NULL
) STRICT;
CREATE INDEX delivery_files_of_delivery ON delivery_files (delivery_id);

-- answers: the Message-IDs of what this recipient got before about the same, the oldest first, with
-- spaces between; '' = it begins a conversation.
ALTER TABLE deliveries ADD COLUMN answers TEXT NOT NULL DEFAULT '';
