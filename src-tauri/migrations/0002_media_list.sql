-- People, outlets and other organisations, how to reach them, and the lists made of them.

-- One run of an import: what it read and what came of it. Rows it added carry its id.
CREATE TABLE imports (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name  TEXT NOT NULL,
    action_id  INTEGER NOT NULL,
    added      INTEGER NOT NULL DEFAULT 0,
    updated    INTEGER NOT NULL DEFAULT 0,
    skipped    INTEGER NOT NULL DEFAULT 0,
    rejected   INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE organisations (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    kind       TEXT NOT NULL DEFAULT 'outlet',
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    scale      TEXT NOT NULL DEFAULT '',
    company    TEXT NOT NULL DEFAULT '',
    city       TEXT NOT NULL DEFAULT '',
    address    TEXT NOT NULL DEFAULT '',
    website    TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX organisations_by_name ON organisations (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX organisations_by_import ON organisations (import_id) WHERE import_id <> 0;

-- A person. Greetings: formal for letters, familiar for chat.
CREATE TABLE contacts (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    version             INTEGER NOT NULL DEFAULT 1,
    kind                TEXT NOT NULL DEFAULT 'journalist',
    name                TEXT NOT NULL,
    name_key            TEXT NOT NULL,
    name_prefix         TEXT NOT NULL DEFAULT '',
    name_suffix         TEXT NOT NULL DEFAULT '',
    salutation_formal   TEXT NOT NULL DEFAULT '',
    salutation_familiar TEXT NOT NULL DEFAULT '',
    city                TEXT NOT NULL DEFAULT '',
    language            TEXT NOT NULL DEFAULT 'id',
    notes               TEXT NOT NULL DEFAULT '',
    import_id           INTEGER NOT NULL DEFAULT 0,
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    deleted_at          TEXT
) STRICT;
CREATE INDEX contacts_by_name ON contacts (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX contacts_by_import ON contacts (import_id) WHERE import_id <> 0;

-- Contact at organisation. ended_on '' = still there; both days may be unknown.
CREATE TABLE affiliations (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    organisation_id INTEGER NOT NULL REFERENCES organisations (id),
    position        TEXT NOT NULL DEFAULT '',
    started_on      TEXT NOT NULL DEFAULT '',
    ended_on        TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX affiliations_by_contact ON affiliations (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX affiliations_by_organisation ON affiliations (organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX affiliations_by_import ON affiliations (import_id) WHERE import_id <> 0;

-- An email address or a phone number of a contact or of an organisation (exactly one of them).
-- value_key: lower-cased address, or number in E.164.
CREATE TABLE reaches (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    kind            TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'whatsapp')),
    value           TEXT NOT NULL,
    value_key       TEXT NOT NULL,
    rank            INTEGER NOT NULL DEFAULT 0,
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX reaches_by_contact ON reaches (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX reaches_by_organisation ON reaches (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX reaches_by_value ON reaches (value_key) WHERE deleted_at IS NULL;
CREATE INDEX reaches_by_import ON reaches (import_id) WHERE import_id <> 0;

-- Beats and tags of a contact.
CREATE TABLE labels (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    kind       TEXT NOT NULL CHECK (kind IN ('beat', 'tag')),
    value      TEXT NOT NULL,
    value_key  TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX labels_by_contact ON labels (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX labels_by_value ON labels (kind, value_key) WHERE deleted_at IS NULL;
CREATE INDEX labels_by_import ON labels (import_id) WHERE import_id <> 0;

-- What holds a sending back: the person's wish (do_not_contact, by contact), a mailbox that
-- bounces (bad_address, by address), an absence (away, by contact, until a day). Kept apart from
-- the edited record, because the mailbox writes here.
CREATE TABLE contact_states (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    kind        TEXT NOT NULL CHECK (kind IN ('do_not_contact', 'bad_address', 'away')),
    contact_id  INTEGER REFERENCES contacts (id),
    address_key TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT '',
    until       TEXT NOT NULL DEFAULT '',
    response_id INTEGER NOT NULL DEFAULT 0,
    since       TEXT NOT NULL,
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE UNIQUE INDEX contact_states_by_contact ON contact_states (contact_id, kind)
    WHERE deleted_at IS NULL AND contact_id IS NOT NULL AND kind <> 'bad_address';
CREATE UNIQUE INDEX contact_states_by_address ON contact_states (address_key)
    WHERE deleted_at IS NULL AND kind = 'bad_address';
CREATE INDEX contact_states_by_import ON contact_states (import_id) WHERE import_id <> 0;

-- Two contacts that may be one person: same address, other name.
CREATE TABLE duplicate_flags (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    contact_id INTEGER NOT NULL REFERENCES contacts (id),
    other_id   INTEGER NOT NULL REFERENCES contacts (id),
    reason     TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX duplicate_flags_by_contact ON duplicate_flags (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX duplicate_flags_by_import ON duplicate_flags (import_id) WHERE import_id <> 0;

CREATE TABLE recipient_lists (
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
CREATE UNIQUE INDEX recipient_lists_by_name ON recipient_lists (name_key) WHERE deleted_at IS NULL;
CREATE INDEX recipient_lists_by_import ON recipient_lists (import_id) WHERE import_id <> 0;

CREATE TABLE recipient_list_members (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    version           INTEGER NOT NULL DEFAULT 1,
    recipient_list_id INTEGER NOT NULL REFERENCES recipient_lists (id),
    contact_id        INTEGER NOT NULL REFERENCES contacts (id),
    import_id         INTEGER NOT NULL DEFAULT 0,
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL,
    deleted_at        TEXT
) STRICT;
CREATE UNIQUE INDEX recipient_list_members_once ON recipient_list_members (recipient_list_id, contact_id) WHERE deleted_at IS NULL;
CREATE INDEX recipient_list_members_by_contact ON recipient_list_members (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX recipient_list_members_by_import ON recipient_list_members (import_id) WHERE import_id <> 0;

-- The contact history: any contact with a person, in or out.
CREATE TABLE interactions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    contact_id  INTEGER NOT NULL REFERENCES contacts (id),
    kind        TEXT NOT NULL,
    direction   TEXT NOT NULL DEFAULT 'out',
    at          TEXT NOT NULL,
    summary     TEXT NOT NULL DEFAULT '',
    body        TEXT NOT NULL DEFAULT '',
    actor       TEXT NOT NULL DEFAULT '',
    release_id  INTEGER NOT NULL DEFAULT 0,
    delivery_id INTEGER NOT NULL DEFAULT 0,
    response_id INTEGER NOT NULL DEFAULT 0,
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE INDEX interactions_by_contact ON interactions (contact_id, at) WHERE deleted_at IS NULL;
CREATE INDEX interactions_by_delivery ON interactions (delivery_id) WHERE delivery_id <> 0;

CREATE VIRTUAL TABLE contact_search USING fts5 (
    name, outlet, reach, rest,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
CREATE VIRTUAL TABLE organisation_search USING fts5 (
    name, rest,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
