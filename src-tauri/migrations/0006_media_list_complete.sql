-- All that an office keeps about a person and an organisation, and what it adds of its own.

-- Contacts. Days are YYYY-MM-DD; a birthday without its year is --MM-DD, and birthday_key is its
-- MM-DD in either case. Choices are words of src/contact.rs.
ALTER TABLE contacts ADD COLUMN nickname TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN birthday TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN birthday_key TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN press_card_number TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN press_card_expires_on TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN ukw_level TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN ukw_number TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN ukw_expires_on TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN preferred_channel TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN preferred_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN pitch_notes TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_rank TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_reachability TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN source_clearance TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN clothing_size TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN diet TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN photo_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN lawful_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN data_source TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN data_date TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN verified_on TEXT NOT NULL DEFAULT '';
CREATE INDEX contacts_by_birthday ON contacts (birthday_key) WHERE birthday_key <> '' AND deleted_at IS NULL;
CREATE INDEX contacts_by_press_card ON contacts (press_card_expires_on) WHERE press_card_expires_on <> '' AND deleted_at IS NULL;
CREATE INDEX contacts_by_ukw ON contacts (ukw_expires_on) WHERE ukw_expires_on <> '' AND deleted_at IS NULL;

-- Organisations. reach_value counts reach_unit (copies, viewers …) as reach_source said on reach_on.
ALTER TABLE organisations ADD COLUMN short_name TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN region TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN postal_code TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN rss TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN frequency TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN deadlines TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN reach_value INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisations ADD COLUMN reach_unit TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN reach_source TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN reach_on TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN press_council_level TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN press_council_number TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN press_council_on TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN tier TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN data_source TEXT NOT NULL DEFAULT '';
ALTER TABLE organisations ADD COLUMN verified_on TEXT NOT NULL DEFAULT '';

ALTER TABLE affiliations ADD COLUMN department TEXT NOT NULL DEFAULT '';

-- What kind of address or number: work, home, mobile, office, fax, other; '' = not said.
ALTER TABLE reaches ADD COLUMN label TEXT NOT NULL DEFAULT '';

-- Labels had two kinds and contacts only: the table is built anew with its rows and their ids.
CREATE TABLE labels_before (
    id INTEGER PRIMARY KEY, version INTEGER, contact_id INTEGER, kind TEXT, value TEXT, value_key TEXT,
    import_id INTEGER, created_at TEXT, updated_at TEXT, deleted_at TEXT
) STRICT;
INSERT INTO labels_before (id, version, contact_id, kind, value, value_key, import_id, created_at, updated_at, deleted_at)
SELECT id, version, contact_id, kind, value, value_key, import_id, created_at, updated_at, deleted_at FROM labels;
DROP TABLE labels;

-- What a contact or an organisation (exactly one of them) covers, speaks or is filed under.
CREATE TABLE labels (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    kind            TEXT NOT NULL CHECK (kind IN ('beat', 'tag', 'region', 'language', 'topic')),
    value           TEXT NOT NULL,
    value_key       TEXT NOT NULL,
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
INSERT INTO labels (id, version, contact_id, kind, value, value_key, import_id, created_at, updated_at, deleted_at)
SELECT id, version, contact_id, kind, value, value_key, import_id, created_at, updated_at, deleted_at FROM labels_before ORDER BY id;
DROP TABLE labels_before;
CREATE INDEX labels_by_contact ON labels (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX labels_by_organisation ON labels (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX labels_by_import ON labels (import_id) WHERE import_id <> 0;
CREATE INDEX labels_by_value ON labels (kind, value_key) WHERE deleted_at IS NULL;

-- A contact or an organisation (exactly one of them) in an association or a community.
CREATE TABLE memberships (
    id                     INTEGER PRIMARY KEY AUTOINCREMENT,
    version                INTEGER NOT NULL DEFAULT 1,
    association_id         INTEGER NOT NULL REFERENCES organisations (id),
    contact_id             INTEGER REFERENCES contacts (id),
    member_organisation_id INTEGER REFERENCES organisations (id),
    role                   TEXT NOT NULL DEFAULT '',
    member_number          TEXT NOT NULL DEFAULT '',
    started_on             TEXT NOT NULL DEFAULT '',
    ended_on               TEXT NOT NULL DEFAULT '',
    import_id              INTEGER NOT NULL DEFAULT 0,
    created_at             TEXT NOT NULL,
    updated_at             TEXT NOT NULL,
    deleted_at             TEXT,
    CHECK ((contact_id IS NULL) <> (member_organisation_id IS NULL))
) STRICT;
CREATE INDEX memberships_by_association ON memberships (association_id) WHERE deleted_at IS NULL;
CREATE INDEX memberships_by_contact ON memberships (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX memberships_by_member ON memberships (member_organisation_id) WHERE deleted_at IS NULL AND member_organisation_id IS NOT NULL;
CREATE INDEX memberships_by_import ON memberships (import_id) WHERE import_id <> 0;

-- An account on a platform, of a contact or an organisation. handle_key: folded, without the @.
CREATE TABLE social_accounts (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    platform        TEXT NOT NULL,
    handle          TEXT NOT NULL DEFAULT '',
    handle_key      TEXT NOT NULL DEFAULT '',
    url             TEXT NOT NULL DEFAULT '',
    followers       INTEGER NOT NULL DEFAULT 0,
    counted_on      TEXT NOT NULL DEFAULT '',
    rank            INTEGER NOT NULL DEFAULT 0,
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX social_accounts_by_contact ON social_accounts (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX social_accounts_by_organisation ON social_accounts (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX social_accounts_by_handle ON social_accounts (platform, handle_key) WHERE deleted_at IS NULL;
CREATE INDEX social_accounts_by_import ON social_accounts (import_id) WHERE import_id <> 0;

-- A file of a contact or an organisation (scan of a card, letter of assignment), kept by its
-- SHA-256 in files/.
CREATE TABLE record_files (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    title           TEXT NOT NULL DEFAULT '',
    file_name       TEXT NOT NULL,
    mime            TEXT NOT NULL,
    size            INTEGER NOT NULL,
    sha256          TEXT NOT NULL,
    expires_on      TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX record_files_by_contact ON record_files (contact_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE INDEX record_files_by_organisation ON record_files (organisation_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX record_files_by_expiry ON record_files (expires_on) WHERE deleted_at IS NULL AND expires_on <> '';
CREATE INDEX record_files_by_import ON record_files (import_id) WHERE import_id <> 0;

-- A field that the office defined. choices: one a line, for kind 'choice'. place: its order.
CREATE TABLE custom_fields (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    owner      TEXT NOT NULL CHECK (owner IN ('contact', 'organisation')),
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
    choices    TEXT NOT NULL DEFAULT '',
    help       TEXT NOT NULL DEFAULT '',
    place      INTEGER NOT NULL DEFAULT 0,
    archived   INTEGER NOT NULL DEFAULT 0,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX custom_fields_by_name ON custom_fields (owner, name_key) WHERE deleted_at IS NULL;
CREATE INDEX custom_fields_by_import ON custom_fields (import_id) WHERE import_id <> 0;

-- One value of a custom field. value: the text, the choice, the day, a number with a point, or
-- 'yes' / 'no'; value_key: it folded, for finding; number: of kind 'number', for comparing.
CREATE TABLE custom_values (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    custom_field_id INTEGER NOT NULL REFERENCES custom_fields (id),
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    value           TEXT NOT NULL,
    value_key       TEXT NOT NULL,
    number          REAL,
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT,
    CHECK ((contact_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX custom_values_once_contact ON custom_values (contact_id, custom_field_id) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX custom_values_once_organisation ON custom_values (organisation_id, custom_field_id) WHERE deleted_at IS NULL AND organisation_id IS NOT NULL;
CREATE INDEX custom_values_by_value ON custom_values (custom_field_id, value_key) WHERE deleted_at IS NULL;
CREATE INDEX custom_values_by_number ON custom_values (custom_field_id, number) WHERE deleted_at IS NULL AND number IS NOT NULL;
CREATE INDEX custom_values_by_import ON custom_values (import_id) WHERE import_id <> 0;
