-- The way of a release from draft to archive: versions, approval, official numbers, comments.

-- stage: how far people have brought the text; approved_version_id: the text that was approved.
-- Whether it still stands as approved follows from comparing the two. holder: who has it now.
-- original_id and notice: what this one corrects or withdraws.
ALTER TABLE releases ADD COLUMN kind TEXT NOT NULL DEFAULT 'press_release'
    CHECK (kind IN ('press_release', 'media_advisory', 'statement', 'correction', 'background', 'photo'));
ALTER TABLE releases ADD COLUMN stage TEXT NOT NULL DEFAULT 'draft' CHECK (stage IN ('draft', 'in_review', 'approved'));
ALTER TABLE releases ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN approved_version_id INTEGER REFERENCES release_versions (id);
ALTER TABLE releases ADD COLUMN withdrawn_at TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN archived_at TEXT NOT NULL DEFAULT '';
ALTER TABLE releases ADD COLUMN original_id INTEGER REFERENCES releases (id);
ALTER TABLE releases ADD COLUMN notice TEXT NOT NULL DEFAULT '' CHECK (notice IN ('', 'correction', 'withdrawal'));
CREATE INDEX releases_by_original ON releases (original_id) WHERE original_id IS NOT NULL;

-- number_pattern: how the office numbers its releases, empty = by hand; number_from: the first
-- number that Warta gives in number_from_year; unapproved: 'refuse' = only approved texts are sent.
ALTER TABLE offices ADD COLUMN number_pattern TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN number_from INTEGER NOT NULL DEFAULT 1;
ALTER TABLE offices ADD COLUMN number_from_year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE offices ADD COLUMN unapproved TEXT NOT NULL DEFAULT 'ask';

-- What a release said at a moment that matters. ordinal counts within the release.
CREATE TABLE release_versions (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    release_id       INTEGER NOT NULL REFERENCES releases (id),
    ordinal          INTEGER NOT NULL,
    kept_as          TEXT NOT NULL CHECK (kept_as IN ('submitted', 'approved', 'sent', 'replaced')),
    actor            TEXT NOT NULL DEFAULT '',
    at               TEXT NOT NULL,
    kind             TEXT NOT NULL,
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
CREATE UNIQUE INDEX release_versions_by_ordinal ON release_versions (release_id, ordinal);

-- The attachments and images of a version.
CREATE TABLE release_version_files (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    version            INTEGER NOT NULL DEFAULT 1,
    release_version_id INTEGER NOT NULL REFERENCES release_versions (id),
    file_name          TEXT NOT NULL,
    mime               TEXT NOT NULL,
    size               INTEGER NOT NULL,
    sha256             TEXT NOT NULL,
    cid                TEXT NOT NULL DEFAULT '',
    import_id          INTEGER NOT NULL DEFAULT 0,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deleted_at         TEXT
) STRICT;
CREATE INDEX release_version_files_by_version ON release_version_files (release_version_id);

-- The trail: what was done with a release, by whom, and who held it from then on. An approval on
-- paper or in a chat carries its evidence: words, or a file kept by its SHA-256 in files/.
CREATE TABLE release_steps (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    version            INTEGER NOT NULL DEFAULT 1,
    release_id         INTEGER NOT NULL REFERENCES releases (id),
    release_version_id INTEGER REFERENCES release_versions (id),
    step               TEXT NOT NULL CHECK (step IN ('submitted', 'handed', 'returned', 'approved', 'restored',
                           'withdrawn', 'correction', 'archived', 'unarchived')),
    actor              TEXT NOT NULL DEFAULT '',
    at                 TEXT NOT NULL,
    holder             TEXT NOT NULL DEFAULT '',
    note               TEXT NOT NULL DEFAULT '',
    approver           TEXT NOT NULL DEFAULT '',
    way                TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'here', 'paper', 'chat')),
    number             TEXT NOT NULL DEFAULT '',
    evidence_text      TEXT NOT NULL DEFAULT '',
    evidence_name      TEXT NOT NULL DEFAULT '',
    evidence_mime      TEXT NOT NULL DEFAULT '',
    evidence_size      INTEGER NOT NULL DEFAULT 0,
    evidence_sha256    TEXT NOT NULL DEFAULT '',
    import_id          INTEGER NOT NULL DEFAULT 0,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deleted_at         TEXT
) STRICT;
CREATE INDEX release_steps_by_release ON release_steps (release_id);

-- Words of colleagues on a release, or on one version of it.
CREATE TABLE release_comments (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    version            INTEGER NOT NULL DEFAULT 1,
    release_id         INTEGER NOT NULL REFERENCES releases (id),
    release_version_id INTEGER REFERENCES release_versions (id),
    text               TEXT NOT NULL,
    actor              TEXT NOT NULL DEFAULT '',
    at                 TEXT NOT NULL,
    settled            INTEGER NOT NULL DEFAULT 0,
    import_id          INTEGER NOT NULL DEFAULT 0,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deleted_at         TEXT
) STRICT;
CREATE INDEX release_comments_by_release ON release_comments (release_id);

-- The register of official numbers. One in the bin is void: it stays listed and is never given
-- again, which is why the indexes hold void ones too. series: the year, 0 = a pattern without one.
CREATE TABLE release_numbers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    release_id INTEGER NOT NULL REFERENCES releases (id),
    series     INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    number     TEXT NOT NULL,
    headline   TEXT NOT NULL DEFAULT '',
    actor      TEXT NOT NULL DEFAULT '',
    at         TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX release_numbers_once ON release_numbers (series, sequence);
CREATE UNIQUE INDEX release_numbers_by_number ON release_numbers (number);
