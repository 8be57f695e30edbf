-- A distribution goes out by more than mail, and to more than people.

-- One message to one recipient: a contact, an organisation's newsroom or a chat group, exactly one
-- of them. channel: how it gets there; whatsapp, group and by_hand are worked through by a person.
-- done_by: who marked it done. form: 'light' = a small mail without images and files, 'no_files' =
-- without files; '' = everything. fields: the merge values frozen as JSON, never queried.
-- claimed_by: the process at work on it; marked_at: the durable mark before the final dot;
-- next_at: when a deferred one is due; not_before: the earliest instant at which it may leave,
-- UTC, '' = any. Not part of undo: what has left cannot be taken back.
CREATE TABLE deliveries_anew (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    group_chat_id   INTEGER REFERENCES group_chats (id),
    channel         TEXT NOT NULL CHECK (channel IN ('mail', 'whatsapp', 'group', 'by_hand')),
    address         TEXT NOT NULL DEFAULT '',
    address_key     TEXT NOT NULL DEFAULT '',
    domain          TEXT NOT NULL DEFAULT '',
    phone           TEXT NOT NULL DEFAULT '',
    message_id      TEXT NOT NULL DEFAULT '',
    token           TEXT NOT NULL DEFAULT '',
    fields          TEXT NOT NULL DEFAULT '{}',
    form            TEXT NOT NULL DEFAULT '' CHECK (form IN ('', 'light', 'no_files')),
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
    changed_at      TEXT NOT NULL,
    done_by         TEXT NOT NULL DEFAULT '',
    wave            INTEGER NOT NULL DEFAULT 0,
    not_before      TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NOT NULL) + (organisation_id IS NOT NULL) + (group_chat_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO deliveries_anew (id, distribution_id, contact_id, channel, address, address_key, domain, phone, message_id, token, fields,
                             state, reason, attempts, next_at, claimed_by, claimed_at, marked_at, reply_code, enhanced_code, reply_text,
                             changed_at, wave, not_before)
SELECT id, distribution_id, contact_id,
       CASE WHEN channel = 'by_hand' AND reason = 'whatsapp' THEN 'whatsapp' ELSE channel END,
       address, address_key, domain, phone, message_id, token, fields, state,
       -- The channel says now what the reason said of those who are called or written to.
       CASE WHEN channel = 'by_hand' AND reason IN ('whatsapp', 'call') THEN '' ELSE reason END,
       attempts, next_at, claimed_by, claimed_at, marked_at, reply_code, enhanced_code, reply_text,
       changed_at, wave, not_before
FROM deliveries;
-- No number is given twice, also where the last rows are gone.
DELETE FROM sqlite_sequence WHERE name = 'deliveries_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'deliveries_anew', seq FROM sqlite_sequence WHERE name = 'deliveries';
DROP TABLE deliveries;
ALTER TABLE deliveries_anew RENAME TO deliveries;
CREATE UNIQUE INDEX deliveries_once ON deliveries (distribution_id, contact_id);
CREATE UNIQUE INDEX deliveries_once_address ON deliveries (distribution_id, address_key) WHERE channel = 'mail';
CREATE UNIQUE INDEX deliveries_once_organisation ON deliveries (distribution_id, organisation_id) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX deliveries_once_group ON deliveries (distribution_id, group_chat_id) WHERE group_chat_id IS NOT NULL;
CREATE INDEX deliveries_due ON deliveries (distribution_id, state, next_at, id);
CREATE UNIQUE INDEX deliveries_by_message ON deliveries (message_id) WHERE message_id <> '';
CREATE UNIQUE INDEX deliveries_by_token ON deliveries (token) WHERE token <> '';
CREATE INDEX deliveries_by_contact ON deliveries (contact_id);
CREATE INDEX deliveries_by_organisation ON deliveries (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX deliveries_by_group ON deliveries (group_chat_id) WHERE group_chat_id IS NOT NULL;
CREATE INDEX deliveries_by_address ON deliveries (address_key);
CREATE INDEX deliveries_sending ON deliveries (claimed_by) WHERE state = 'sending';

-- Who was left out when the audience was frozen, and why: the fairness record. A contact or an
-- organisation's newsroom, exactly one of them.
CREATE TABLE distribution_exclusions_anew (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    reason          TEXT NOT NULL,
    note            TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NOT NULL) + (organisation_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO distribution_exclusions_anew (id, distribution_id, contact_id, reason, note)
SELECT id, distribution_id, contact_id, reason, note FROM distribution_exclusions;
DELETE FROM sqlite_sequence WHERE name = 'distribution_exclusions_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'distribution_exclusions_anew', seq FROM sqlite_sequence WHERE name = 'distribution_exclusions';
DROP TABLE distribution_exclusions;
ALTER TABLE distribution_exclusions_anew RENAME TO distribution_exclusions;
CREATE INDEX distribution_exclusions_by_distribution ON distribution_exclusions (distribution_id);

-- 'light' = wants small mails, photos on request; 'no_files' = wants no attachments.
ALTER TABLE contacts ADD COLUMN mail_form TEXT NOT NULL DEFAULT '';

-- The texts of the other forms of a distribution's mail, frozen with it; those that somebody gets.
CREATE TABLE distribution_forms (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    form            TEXT NOT NULL CHECK (form IN ('light', 'no_files')),
    html            TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX distribution_forms_once ON distribution_forms (distribution_id, form);

-- The instant until which the text is under embargo, UTC; '' = none. Files, test mails and
-- distributions carry it.
ALTER TABLE releases ADD COLUMN embargo_at TEXT NOT NULL DEFAULT '';
