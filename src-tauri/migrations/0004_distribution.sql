-- Mail accounts, distributions and one delivery for each recipient.

-- The password is in the operating system's keychain, never here. URLs carry the user name.
CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    version      INTEGER NOT NULL DEFAULT 1,
    from_name    TEXT NOT NULL DEFAULT '',
    from_address TEXT NOT NULL,
    smtp_url     TEXT NOT NULL DEFAULT '',
    imap_url     TEXT NOT NULL DEFAULT '',
    ca_pem       TEXT NOT NULL DEFAULT '',
    preset       TEXT NOT NULL DEFAULT 'generic',
    per_minute   INTEGER NOT NULL DEFAULT 0,
    per_hour     INTEGER NOT NULL DEFAULT 0,
    per_day      INTEGER NOT NULL DEFAULT 0,
    connections  INTEGER NOT NULL DEFAULT 2,
    per_connection INTEGER NOT NULL DEFAULT 100,
    per_domain_minute INTEGER NOT NULL DEFAULT 0,
    plus_address INTEGER NOT NULL DEFAULT 0,
    import_id    INTEGER NOT NULL DEFAULT 0,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL,
    deleted_at   TEXT
) STRICT;

-- One sending of a release. Texts are frozen here when it is queued: to change them, cancel
-- what is unsent. paused_text: key of the sentence that says why it paused, with its words.
CREATE TABLE distributions (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    release_id    INTEGER NOT NULL REFERENCES releases (id),
    account_id    INTEGER NOT NULL DEFAULT 0,
    state         TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done')),
    paused_text   TEXT NOT NULL DEFAULT '',
    paused_words  TEXT NOT NULL DEFAULT '',
    subject       TEXT NOT NULL,
    covering_text TEXT NOT NULL,
    release_html  TEXT NOT NULL,
    release_text  TEXT NOT NULL,
    language      TEXT NOT NULL DEFAULT 'id',
    list_unsubscribe INTEGER NOT NULL DEFAULT 0,
    actor         TEXT NOT NULL,
    created_at    TEXT NOT NULL,
    ended_at      TEXT
) STRICT;
CREATE INDEX distributions_by_release ON distributions (release_id);

CREATE TABLE distribution_files (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    file_name       TEXT NOT NULL,
    mime            TEXT NOT NULL,
    size            INTEGER NOT NULL,
    sha256          TEXT NOT NULL,
    cid             TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX distribution_files_by_distribution ON distribution_files (distribution_id);

-- One message to one recipient. fields: the merge values frozen as JSON, never queried.
-- claimed_by: the process at work on it; marked_at: the durable mark before the final dot;
-- next_at: when a deferred one is due. Not part of undo: what has left cannot be taken back.
CREATE TABLE deliveries (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    channel         TEXT NOT NULL CHECK (channel IN ('mail', 'by_hand')),
    address         TEXT NOT NULL DEFAULT '',
    address_key     TEXT NOT NULL DEFAULT '',
    domain          TEXT NOT NULL DEFAULT '',
    phone           TEXT NOT NULL DEFAULT '',
    message_id      TEXT NOT NULL DEFAULT '',
    token           TEXT NOT NULL DEFAULT '',
    fields          TEXT NOT NULL DEFAULT '{}',
    state           TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'deferred', 'refused',
                        'unsure', 'bounced', 'by_hand', 'done_by_hand', 'cancelled', 'suppressed')),
    reason          TEXT NOT NULL DEFAULT '',
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_at         TEXT NOT NULL DEFAULT '',
    claimed_by      TEXT NOT NULL DEFAULT '',
    claimed_at      TEXT NOT NULL DEFAULT '',
    marked_at       TEXT NOT NULL DEFAULT '',
    reply_code      INTEGER NOT NULL DEFAULT 0,
    enhanced_code   TEXT NOT NULL DEFAULT '',
    reply_text      TEXT NOT NULL DEFAULT '',
    changed_at      TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX deliveries_once ON deliveries (distribution_id, contact_id);
CREATE UNIQUE INDEX deliveries_once_address ON deliveries (distribution_id, address_key)
    WHERE channel = 'mail' AND state <> 'suppressed';
CREATE INDEX deliveries_due ON deliveries (distribution_id, state, next_at, id);
CREATE UNIQUE INDEX deliveries_by_message ON deliveries (message_id) WHERE message_id <> '';
CREATE UNIQUE INDEX deliveries_by_token ON deliveries (token) WHERE token <> '';
CREATE INDEX deliveries_by_contact ON deliveries (contact_id);
CREATE INDEX deliveries_by_address ON deliveries (address_key);
CREATE INDEX deliveries_sending ON deliveries (claimed_by) WHERE state = 'sending';

-- What an account sent and when, for its limits; older than a day is dropped.
CREATE TABLE send_marks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL,
    domain     TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;
CREATE INDEX send_marks_by_time ON send_marks (account_id, at);

-- Who was left out when the audience was frozen, and why: the fairness record.
CREATE TABLE distribution_exclusions (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    reason          TEXT NOT NULL
) STRICT;
CREATE INDEX distribution_exclusions_by_distribution ON distribution_exclusions (distribution_id);
