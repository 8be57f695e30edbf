-- What came back, and how far the mailbox was read. The mail itself is a file named by its
-- SHA-256 in files/: written by the threads that read, outside the transaction, and told apart
-- from a damaged copy by its name.

CREATE TABLE responses (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    account_id      INTEGER NOT NULL DEFAULT 0,
    kind            TEXT NOT NULL,
    permanent       INTEGER,
    reason          TEXT NOT NULL DEFAULT '',
    why             TEXT NOT NULL DEFAULT '',
    from_address    TEXT NOT NULL DEFAULT '',
    from_name       TEXT NOT NULL DEFAULT '',
    subject         TEXT NOT NULL DEFAULT '',
    message_id      TEXT NOT NULL DEFAULT '',
    identity        TEXT NOT NULL,
    received_at     TEXT NOT NULL,
    new_text        TEXT NOT NULL DEFAULT '',
    quoted_lines    INTEGER NOT NULL DEFAULT 0,
    status_code     TEXT NOT NULL DEFAULT '',
    diagnostic      TEXT NOT NULL DEFAULT '',
    reply_code      INTEGER NOT NULL DEFAULT 0,
    failed_address  TEXT NOT NULL DEFAULT '',
    auto_kind       TEXT NOT NULL DEFAULT '',
    away_until      TEXT NOT NULL DEFAULT '',
    successor       TEXT NOT NULL DEFAULT '',
    rsvp_uid        TEXT NOT NULL DEFAULT '',
    rsvp_attendee   TEXT NOT NULL DEFAULT '',
    rsvp_partstat   TEXT NOT NULL DEFAULT '',
    rsvp_comment    TEXT NOT NULL DEFAULT '',
    rsvp_proposed   TEXT NOT NULL DEFAULT '',
    attachments     INTEGER NOT NULL DEFAULT 0,
    matched_by      TEXT NOT NULL DEFAULT '',
    delivery_id     INTEGER NOT NULL DEFAULT 0,
    contact_id      INTEGER REFERENCES contacts (id),
    release_id      INTEGER NOT NULL DEFAULT 0,
    handled         INTEGER NOT NULL DEFAULT 0,
    raw_sha256      TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
-- identity: Message-ID, or the SHA-256 of the bytes where there is none. The same mail once.
CREATE UNIQUE INDEX responses_once ON responses (identity) WHERE deleted_at IS NULL;
CREATE INDEX responses_by_time ON responses (received_at, id) WHERE deleted_at IS NULL;
CREATE INDEX responses_by_contact ON responses (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX responses_by_release ON responses (release_id, kind) WHERE deleted_at IS NULL AND release_id <> 0;
CREATE INDEX responses_by_delivery ON responses (delivery_id) WHERE delivery_id <> 0;

CREATE TABLE mailbox_cursors (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL,
    folder      TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uidnext     INTEGER NOT NULL,
    read_at     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX mailbox_cursors_once ON mailbox_cursors (account_id, folder);

CREATE VIRTUAL TABLE response_search USING fts5 (
    sender, subject, body,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
