-- The network: community programmes with their posts and reach, and sources with their quotes.

-- A community programme. organisation_id: who runs it; none = the office itself.
-- message: what is to be told; hashtags: with spaces between them.
CREATE TABLE programmes (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    kind            TEXT NOT NULL DEFAULT 'digital_volunteers',
    name            TEXT NOT NULL,
    name_key        TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisations (id),
    state           TEXT NOT NULL DEFAULT 'running',
    brief           TEXT NOT NULL DEFAULT '',
    message         TEXT NOT NULL DEFAULT '',
    hashtags        TEXT NOT NULL DEFAULT '',
    started_on      TEXT NOT NULL DEFAULT '',
    ended_on        TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX programmes_by_import ON programmes (import_id) WHERE import_id <> 0;
CREATE UNIQUE INDEX programmes_by_name ON programmes (name_key) WHERE deleted_at IS NULL;
CREATE INDEX programmes_by_organisation ON programmes (organisation_id) WHERE organisation_id IS NOT NULL;

-- A contact or a community (exactly one of them) that takes part in a programme.
CREATE TABLE programme_members (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    programme_id    INTEGER NOT NULL REFERENCES programmes (id),
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    role            TEXT NOT NULL DEFAULT '',
    started_on      TEXT NOT NULL DEFAULT '',
    ended_on        TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX programme_members_by_contact ON programme_members (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX programme_members_by_import ON programme_members (import_id) WHERE import_id <> 0;
CREATE INDEX programme_members_by_organisation ON programme_members (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX programme_members_by_programme ON programme_members (programme_id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX programme_members_once_contact ON programme_members (programme_id, contact_id)
    WHERE deleted_at IS NULL AND contact_id IS NOT NULL AND ended_on = '';
CREATE UNIQUE INDEX programme_members_once_organisation ON programme_members (programme_id, organisation_id)
    WHERE deleted_at IS NULL AND organisation_id IS NOT NULL AND ended_on = '';

-- A post of a programme. By whom: a contact, an organisation, or not known (both none).
-- url_key: the address without what differs between two copies of it.
CREATE TABLE programme_posts (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    version           INTEGER NOT NULL DEFAULT 1,
    programme_id      INTEGER NOT NULL REFERENCES programmes (id),
    contact_id        INTEGER REFERENCES contacts (id),
    organisation_id   INTEGER REFERENCES organisations (id),
    social_account_id INTEGER REFERENCES social_accounts (id),
    platform          TEXT NOT NULL,
    url               TEXT NOT NULL DEFAULT '',
    url_key           TEXT NOT NULL DEFAULT '',
    posted_on         TEXT NOT NULL,
    theme             TEXT NOT NULL DEFAULT '',
    import_id         INTEGER NOT NULL DEFAULT 0,
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL,
    deleted_at        TEXT,
    CHECK (contact_id IS NULL OR organisation_id IS NULL)
) STRICT;
CREATE INDEX programme_posts_by_account ON programme_posts (social_account_id) WHERE social_account_id IS NOT NULL;
CREATE INDEX programme_posts_by_contact ON programme_posts (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX programme_posts_by_day ON programme_posts (programme_id, posted_on, id) WHERE deleted_at IS NULL;
CREATE INDEX programme_posts_by_import ON programme_posts (import_id) WHERE import_id <> 0;
CREATE INDEX programme_posts_by_organisation ON programme_posts (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE UNIQUE INDEX programme_posts_by_url ON programme_posts (programme_id, url_key) WHERE deleted_at IS NULL AND url_key <> '';

-- What a post had reached on a day; a number that nobody read is NULL. Several over time.
CREATE TABLE post_readings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    post_id    INTEGER NOT NULL REFERENCES programme_posts (id),
    read_on    TEXT NOT NULL,
    views      INTEGER,
    likes      INTEGER,
    comments   INTEGER,
    shares     INTEGER,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX post_readings_by_import ON post_readings (import_id) WHERE import_id <> 0;
CREATE UNIQUE INDEX post_readings_by_post ON post_readings (post_id, read_on) WHERE deleted_at IS NULL;

-- Where a person was quoted. organisation_id: the outlet, when it is known; place: where else, or
-- where exactly; release_id: the release that quoted them.
CREATE TABLE quotes (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    quoted_on       TEXT NOT NULL,
    organisation_id INTEGER REFERENCES organisations (id),
    place           TEXT NOT NULL DEFAULT '',
    topic           TEXT NOT NULL DEFAULT '',
    words           TEXT NOT NULL DEFAULT '',
    url             TEXT NOT NULL DEFAULT '',
    release_id      INTEGER REFERENCES releases (id),
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX quotes_by_contact ON quotes (contact_id, quoted_on) WHERE deleted_at IS NULL;
CREATE INDEX quotes_by_import ON quotes (import_id) WHERE import_id <> 0;
CREATE INDEX quotes_by_organisation ON quotes (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX quotes_by_release ON quotes (release_id) WHERE deleted_at IS NULL AND release_id IS NOT NULL;

-- A source: how high they stand, whether they can be had at once, what they may speak about, who
-- says so and until when.
ALTER TABLE contacts ADD COLUMN source_level TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_short_notice TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_cleared_for TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_cleared_by TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_cleared_until TEXT NOT NULL DEFAULT '';
CREATE INDEX contacts_sources ON contacts (name_key, id) WHERE kind = 'source' AND deleted_at IS NULL;
