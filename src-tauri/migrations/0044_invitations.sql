-- Invitations to press events and what comes back.

-- told_version: which version of the event this guest last heard of: its SEQUENCE (RFC 5545) + 1, 0 = none.
-- told_off_at: UTC, when they were told that it is called off or that they are no longer asked, '' = not.
ALTER TABLE event_guests ADD COLUMN told_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event_guests ADD COLUMN told_off_at TEXT NOT NULL DEFAULT '';
-- Whoever was invited before knows the first version.
UPDATE event_guests SET told_version = 1 WHERE invited_at <> '';

-- The guest to whom a message about an event goes; 0 = it is about none.
ALTER TABLE deliveries ADD COLUMN guest_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX deliveries_by_guest ON deliveries (guest_id) WHERE guest_id <> 0;

-- Every answer as it came; the newest applied one is the guest's. event_id, guest_id: 0 = not known.
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
