-- Invitations to press events and what comes back.

-- told_version: which version of the event this guest last heard of: its SEQUENCE (RFC 5545) + 1, 0 = none.
-- told_off_at: UTC, when they were told that it is called off or that they are no longer asked, '' = not.
ALTER TABLE event_guests ADD COLUMN told_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_guests ADD COLUMN told_off_at TEXT NOT NULL DEFAULT '';
-- Whoever was invited before knows the first version.
UPDATE event_guests SET told_version = 1 WHERE invited_at <> '';

-- One message to one recipient: a contact, an organisation's newsroom or a chat group, exactly one
-- of them; guest_id: the guest to whom a message about an event goes, who need not be a contact, 0 = it
-- is about none. channel: how it gets there; whatsapp, group and by_hand are worked through by a person.
-- done_by: who marked it done. form: 'light' = a small mail without images and files, 'no_files' =
-- without files; '' = everything. fields: the merge values frozen as JSON, never queried.
-- claimed_by: the process at work on it; marked_at: the durable mark before the final dot;
-- next_at: when a deferred one is due; not_before: the earliest instant at which it may leave,
-- UTC, '' = any. language: of its text, '' = the distribution's own. Not part of undo: what has left
-- cannot be taken back.
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
    language        TEXT NOT NULL DEFAULT '',
    guest_id        INTEGER NOT NULL DEFAULT 0,
    CHECK ((contact_id IS NOT NULL OR guest_id <> 0) + (organisation_id IS NOT NULL) + (group_chat_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO deliveries_anew (id, distribution_id, contact_id, organisation_id, group_chat_id, channel, address, address_key, domain, phone, message_id, token, fields, form, state, reason, attempts, next_at, claimed_by, claimed_at, marked_at, reply_code, enhanced_code, reply_text, changed_at, done_by, wave, not_before, language)
SELECT id, distribution_id, contact_id, organisation_id, group_chat_id, channel, address, address_key, domain, phone, message_id, token, fields, form, state, reason, attempts, next_at, claimed_by, claimed_at, marked_at, reply_code, enhanced_code, reply_text, changed_at, done_by, wave, not_before, language
FROM deliveries;
-- No number is given twice, also where the last rows are gone.
DELETE FROM sqlite_sequence WHERE name = 'deliveries_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'deliveries_anew', seq FROM sqlite_sequence WHERE name = 'deliveries';
DROP TABLE deliveries;
ALTER TABLE deliveries_anew RENAME TO deliveries;
CREATE INDEX deliveries_by_address ON deliveries (address_key);
CREATE INDEX deliveries_by_contact ON deliveries (contact_id);
CREATE INDEX deliveries_by_group ON deliveries (group_chat_id) WHERE group_chat_id IS NOT NULL;
CREATE INDEX deliveries_by_guest ON deliveries (guest_id) WHERE guest_id <> 0;
CREATE UNIQUE INDEX deliveries_by_message ON deliveries (message_id) WHERE message_id <> '';
CREATE INDEX deliveries_by_organisation ON deliveries (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX deliveries_by_token ON deliveries (token) WHERE token <> '';
CREATE INDEX deliveries_due ON deliveries (distribution_id, state, next_at, id);
CREATE UNIQUE INDEX deliveries_once ON deliveries (distribution_id, contact_id);
CREATE UNIQUE INDEX deliveries_once_address ON deliveries (distribution_id, address_key) WHERE channel = 'mail';
CREATE UNIQUE INDEX deliveries_once_group ON deliveries (distribution_id, group_chat_id) WHERE group_chat_id IS NOT NULL;
CREATE UNIQUE INDEX deliveries_once_organisation ON deliveries (distribution_id, organisation_id) WHERE organisation_id IS NOT NULL;

-- Every answer as it came; the newest applied one is the guest's. event_id, guest_id: 0 = not known.
-- name, address: of whoever gave it, as it tells them itself.
-- way: 'calendar', 'mail', 'phone', 'whatsapp', 'in_person', 'staff'. at: when it was given, UTC.
-- told_version: as that of guests, of the invitation that it answers, 0 = it does not say. proposed_at: another time that
-- was asked for, as rsvp_proposed of the response, '' = none. deputy, deputy_outlet: who comes instead,
-- '' = nobody. state: 'applied' = it stands with the guest, 'open' = a person must look at it, 'older' =
-- a newer one counts, 'set_aside' = a person decided against it. reason: why it is open, key of a sentence.
CREATE TABLE event_answers (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    event_id      INTEGER NOT NULL DEFAULT 0,
    guest_id      INTEGER NOT NULL DEFAULT 0,
    response_id   INTEGER NOT NULL DEFAULT 0,
    name          TEXT NOT NULL DEFAULT '',
    address       TEXT NOT NULL DEFAULT '',
    rsvp          TEXT NOT NULL DEFAULT '' CHECK (rsvp IN ('', 'yes', 'no', 'maybe')),
    way           TEXT NOT NULL,
    at            TEXT NOT NULL,
    told_version  INTEGER NOT NULL DEFAULT 0,
    comment       TEXT NOT NULL DEFAULT '',
    proposed_at   TEXT NOT NULL DEFAULT '',
    deputy        TEXT NOT NULL DEFAULT '',
    deputy_outlet TEXT NOT NULL DEFAULT '',
    state         TEXT NOT NULL DEFAULT 'applied' CHECK (state IN ('applied', 'open', 'older', 'set_aside')),
    reason        TEXT NOT NULL DEFAULT '',
    actor         TEXT NOT NULL DEFAULT '',
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;
CREATE INDEX event_answers_by_guest ON event_answers (guest_id, at) WHERE deleted_at IS NULL;
CREATE INDEX event_answers_open ON event_answers (event_id, at) WHERE deleted_at IS NULL AND state = 'open';
CREATE INDEX event_answers_by_response ON event_answers (response_id) WHERE response_id <> 0;

-- The uid of an event is looked up for every answer of a calendar, also of one that was deleted.
CREATE INDEX press_events_by_any_uid ON press_events (uid);

-- What a mail answers to an invitation, whatever it is written in. rsvp_by: 'calendar' or 'mail' (plain words),
-- '' = it answers none. rsvp_version: SEQUENCE + 1 of the invitation, 0 = not told. rsvp_deputy, rsvp_deputy_outlet:
-- who comes instead. rsvp_unsure: why a person must look at it before it counts, '' = it counts.
ALTER TABLE responses ADD COLUMN rsvp_by TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN rsvp_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN rsvp_deputy TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN rsvp_deputy_outlet TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN rsvp_unsure TEXT NOT NULL DEFAULT '';
UPDATE responses SET rsvp_by = 'calendar' WHERE rsvp_partstat <> '';
CREATE INDEX responses_with_rsvp ON responses (received_at, id) WHERE rsvp_partstat <> '' AND deleted_at IS NULL;

-- event_version: which version of the event a mail to its guests tells of, as told_version of guests; 0 = it is about none.
ALTER TABLE distributions ADD COLUMN event_version INTEGER NOT NULL DEFAULT 0;
