-- Press events: what is planned, who is invited, who came, what followed.

-- An event. uid, sequence: as its invitations carry them to calendars (RFC 5545); sequence grows when
-- what an invited person must know changes. begins_at, ends_at: UTC; zone: IANA, in which they were
-- named. all_day: only the days count. venue_key: the place as two events at it are compared.
-- capacity: seats, 0 = no limit. budget: whole rupiah. names_frozen_at: UTC, from then on names on the
-- manifest change only by substitutes, '' = open. plan_b: what is done when the weather or the place
-- fails. state follows what a person says of it, never the clock.
CREATE TABLE press_events (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    kind            TEXT NOT NULL,
    title           TEXT NOT NULL,
    state           TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
    language        TEXT NOT NULL DEFAULT 'id',
    uid             TEXT NOT NULL,
    sequence        INTEGER NOT NULL DEFAULT 0,
    begins_at       TEXT NOT NULL,
    ends_at         TEXT NOT NULL,
    zone            TEXT NOT NULL,
    all_day         INTEGER NOT NULL DEFAULT 0,
    venue           TEXT NOT NULL DEFAULT '',
    venue_key       TEXT NOT NULL DEFAULT '',
    address         TEXT NOT NULL DEFAULT '',
    map_url         TEXT NOT NULL DEFAULT '',
    online_url      TEXT NOT NULL DEFAULT '',
    host_id         INTEGER REFERENCES organisations (id),
    staff_id        INTEGER REFERENCES staff (id),
    objective       TEXT NOT NULL DEFAULT '',
    theme           TEXT NOT NULL DEFAULT '',
    key_messages    TEXT NOT NULL DEFAULT '',
    capacity        INTEGER NOT NULL DEFAULT 0,
    dress           TEXT NOT NULL DEFAULT '',
    contact_on_day  TEXT NOT NULL DEFAULT '',
    budget          INTEGER NOT NULL DEFAULT 0,
    kit_id          INTEGER REFERENCES kits (id),
    plan_b          TEXT NOT NULL DEFAULT '',
    notes           TEXT NOT NULL DEFAULT '',
    lessons         TEXT NOT NULL DEFAULT '',
    names_frozen_at TEXT NOT NULL DEFAULT '',
    cancelled_at    TEXT NOT NULL DEFAULT '',
    cancel_reason   TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX press_events_by_begin ON press_events (begins_at, id) WHERE deleted_at IS NULL;
CREATE INDEX press_events_by_venue ON press_events (venue_key, begins_at) WHERE deleted_at IS NULL AND venue_key <> '';
CREATE UNIQUE INDEX press_events_by_uid ON press_events (uid) WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE press_event_search USING fts5 (
    title, about,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- What new events of a kind begin from, as the text of an event file. Those delivered with Warta are
-- not stored; a row is the office's own.
CREATE TABLE event_templates (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL,
    language   TEXT NOT NULL DEFAULT 'id',
    text       TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- Who of the staff, or whom else, an event rests on, and for what.
CREATE TABLE event_duties (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    staff_id   INTEGER REFERENCES staff (id),
    person     TEXT NOT NULL DEFAULT '',
    duty       TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_duties_by_event ON event_duties (event_id) WHERE deleted_at IS NULL;

-- What is to be done. days: from the event's first day, negative = before it, NULL = due_on was said
-- as a day of its own; due_on follows days when the event moves, '' = no day. done_at: UTC, '' = open.
-- promised_to: the guest to whom it was promised.
CREATE TABLE event_tasks (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    version        INTEGER NOT NULL DEFAULT 1,
    event_id       INTEGER NOT NULL REFERENCES press_events (id),
    title          TEXT NOT NULL,
    days           INTEGER,
    due_on         TEXT NOT NULL DEFAULT '',
    staff_id       INTEGER REFERENCES staff (id),
    notes          TEXT NOT NULL DEFAULT '',
    promised_to    INTEGER NOT NULL DEFAULT 0,
    done_at        TEXT NOT NULL DEFAULT '',
    done_by        TEXT NOT NULL DEFAULT '',
    import_id      INTEGER NOT NULL DEFAULT 0,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    deleted_at     TEXT
) STRICT;
CREATE INDEX event_tasks_by_event ON event_tasks (event_id) WHERE deleted_at IS NULL;
CREATE INDEX event_tasks_open ON event_tasks (due_on, id) WHERE deleted_at IS NULL AND done_at = '' AND due_on <> '';

-- The rundown. begins_at, ends_at: UTC. speakers, moderator, in_charge: names, several one a line.
CREATE TABLE event_items (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    begins_at  TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    title      TEXT NOT NULL,
    place      TEXT NOT NULL DEFAULT '',
    speakers   TEXT NOT NULL DEFAULT '',
    moderator  TEXT NOT NULL DEFAULT '',
    in_charge  TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_items_by_event ON event_items (event_id, begins_at) WHERE deleted_at IS NULL;

-- Cost lines, whole rupiah. sha256: the receipt in files/, '' = none.
CREATE TABLE event_costs (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    title      TEXT NOT NULL,
    planned    INTEGER NOT NULL DEFAULT 0,
    actual     INTEGER NOT NULL DEFAULT 0,
    paid_on    TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',
    file_name  TEXT NOT NULL DEFAULT '',
    mime       TEXT NOT NULL DEFAULT '',
    size       INTEGER NOT NULL DEFAULT 0,
    sha256     TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_costs_by_event ON event_costs (event_id) WHERE deleted_at IS NULL;

-- Files of an event. purpose: 'photo', 'letter', 'minutes', 'material', 'other'.
CREATE TABLE event_files (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    purpose    TEXT NOT NULL,
    title      TEXT NOT NULL DEFAULT '',
    file_name  TEXT NOT NULL,
    mime       TEXT NOT NULL,
    size       INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_files_by_event ON event_files (event_id) WHERE deleted_at IS NULL;

-- What was said at an event. kind: a question of the press, an aspiration of a citizen, a statement
-- of a spokesperson, a note. who: the speaker by name; guest_id where it is one of the guests.
-- agenda: it shall feed the news agenda.
CREATE TABLE event_notes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    kind       TEXT NOT NULL CHECK (kind IN ('question', 'aspiration', 'statement', 'note')),
    at         TEXT NOT NULL,
    guest_id   INTEGER REFERENCES event_guests (id),
    contact_id INTEGER REFERENCES contacts (id),
    who        TEXT NOT NULL DEFAULT '',
    text       TEXT NOT NULL,
    answer     TEXT NOT NULL DEFAULT '',
    agenda     INTEGER NOT NULL DEFAULT 0,
    actor      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX event_notes_by_event ON event_notes (event_id, at) WHERE deleted_at IS NULL;

-- Guests: a contact, or a person by name whom nobody knows yet (walk-ins, citizens). category: press,
-- speaker, official, public, crew. place: 'listed' = not asked yet, 'invited', 'waiting' = on the
-- waiting list, 'withdrawn' = the office took it back. rsvp: '' = no answer. rsvp_by: how the answer
-- came (mail, calendar, phone, whatsapp, in_person, staff). substitute_for: the guest whose place this
-- one took. nominated_by: the association or outlet that named them. accreditation: '' = not asked for.
-- code: what the badge's QR carries, unlike any other guest's of any event. arrived_at, left_at: UTC,
-- '' = not. walk_in: came without being on the list. invited_at, reminded_at: UTC of the last mail or
-- message, '' = none.
CREATE TABLE event_guests (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    version              INTEGER NOT NULL DEFAULT 1,
    event_id             INTEGER NOT NULL REFERENCES press_events (id),
    contact_id           INTEGER REFERENCES contacts (id),
    name                 TEXT NOT NULL,
    name_key             TEXT NOT NULL,
    outlet_id            INTEGER REFERENCES organisations (id),
    outlet               TEXT NOT NULL DEFAULT '',
    position             TEXT NOT NULL DEFAULT '',
    email                TEXT NOT NULL DEFAULT '',
    phone                TEXT NOT NULL DEFAULT '',
    category             TEXT NOT NULL DEFAULT 'press',
    place                TEXT NOT NULL DEFAULT 'listed' CHECK (place IN ('listed', 'invited', 'waiting', 'withdrawn')),
    waiting_since        TEXT NOT NULL DEFAULT '',
    nominated_by         INTEGER REFERENCES organisations (id),
    invited_at           TEXT NOT NULL DEFAULT '',
    reminded_at          TEXT NOT NULL DEFAULT '',
    rsvp                 TEXT NOT NULL DEFAULT '' CHECK (rsvp IN ('', 'yes', 'no', 'maybe')),
    rsvp_at              TEXT NOT NULL DEFAULT '',
    rsvp_by              TEXT NOT NULL DEFAULT '',
    rsvp_comment         TEXT NOT NULL DEFAULT '',
    rsvp_response_id     INTEGER REFERENCES responses (id),
    substitute_for       INTEGER REFERENCES event_guests (id),
    accreditation        TEXT NOT NULL DEFAULT '' CHECK (accreditation IN ('', 'requested', 'approved', 'refused')),
    accreditation_reason TEXT NOT NULL DEFAULT '',
    accredited_by        TEXT NOT NULL DEFAULT '',
    accredited_at        TEXT NOT NULL DEFAULT '',
    press_card           TEXT NOT NULL DEFAULT '',
    assignment_letter    TEXT NOT NULL DEFAULT '',
    photo_sha256         TEXT NOT NULL DEFAULT '',
    code                 TEXT NOT NULL DEFAULT '',
    arrived_at           TEXT NOT NULL DEFAULT '',
    left_at              TEXT NOT NULL DEFAULT '',
    walk_in              INTEGER NOT NULL DEFAULT 0,
    checked_in_by        TEXT NOT NULL DEFAULT '',
    reason               TEXT NOT NULL DEFAULT '',
    notes                TEXT NOT NULL DEFAULT '',
    import_id            INTEGER NOT NULL DEFAULT 0,
    created_at           TEXT NOT NULL,
    updated_at           TEXT NOT NULL,
    deleted_at           TEXT
) STRICT;
CREATE INDEX event_guests_by_event ON event_guests (event_id, name_key, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX event_guests_once ON event_guests (event_id, contact_id) WHERE contact_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX event_guests_by_contact ON event_guests (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX event_guests_by_code ON event_guests (code) WHERE code <> '';
CREATE INDEX event_guests_waiting ON event_guests (event_id, waiting_since, id) WHERE deleted_at IS NULL AND place = 'waiting';

-- How many of one outlet, organisation (of those it nominated) or tier may come.
CREATE TABLE event_quotas (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    event_id        INTEGER NOT NULL REFERENCES press_events (id),
    scope           TEXT NOT NULL CHECK (scope IN ('each_outlet', 'outlet', 'organisation', 'tier')),
    organisation_id INTEGER REFERENCES organisations (id),
    tier            TEXT NOT NULL DEFAULT '',
    places          INTEGER NOT NULL,
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE INDEX event_quotas_by_event ON event_quotas (event_id) WHERE deleted_at IS NULL;

-- A tour's stops. day: YYYY-MM-DD in the event's zone; leaves_at, arrives_at: HH:MM there, '' = open.
CREATE TABLE tour_stops (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    day        TEXT NOT NULL,
    arrives_at TEXT NOT NULL DEFAULT '',
    leaves_at  TEXT NOT NULL DEFAULT '',
    place      TEXT NOT NULL,
    address    TEXT NOT NULL DEFAULT '',
    activity   TEXT NOT NULL DEFAULT '',
    meal       TEXT NOT NULL DEFAULT '',
    in_charge  TEXT NOT NULL DEFAULT '',
    plan_b     TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX tour_stops_by_event ON tour_stops (event_id, day, arrives_at) WHERE deleted_at IS NULL;

-- Vehicles of a tour, with their seats for guests.
CREATE TABLE tour_vehicles (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    name       TEXT NOT NULL,
    plate      TEXT NOT NULL DEFAULT '',
    driver     TEXT NOT NULL DEFAULT '',
    phone      TEXT NOT NULL DEFAULT '',
    seats      INTEGER NOT NULL,
    use_of     TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX tour_vehicles_by_event ON tour_vehicles (event_id) WHERE deleted_at IS NULL;

-- Rooms of a tour. from_day, until_day: first night and day of leaving.
CREATE TABLE tour_rooms (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    event_id   INTEGER NOT NULL REFERENCES press_events (id),
    hotel      TEXT NOT NULL,
    room       TEXT NOT NULL,
    beds       INTEGER NOT NULL,
    from_day   TEXT NOT NULL DEFAULT '',
    until_day  TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX tour_rooms_by_event ON tour_rooms (event_id) WHERE deleted_at IS NULL;

-- What a tour must know of one guest. ticket_name: as on the identity card, '' = the guest's name.
CREATE TABLE tour_travellers (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    guest_id        INTEGER NOT NULL REFERENCES event_guests (id),
    ticket_name     TEXT NOT NULL DEFAULT '',
    identity_number TEXT NOT NULL DEFAULT '',
    born_on         TEXT NOT NULL DEFAULT '',
    gender          TEXT NOT NULL DEFAULT '',
    diet            TEXT NOT NULL DEFAULT '',
    clothing_size   TEXT NOT NULL DEFAULT '',
    emergency_name  TEXT NOT NULL DEFAULT '',
    emergency_phone TEXT NOT NULL DEFAULT '',
    vehicle_id      INTEGER REFERENCES tour_vehicles (id),
    room_id         INTEGER REFERENCES tour_rooms (id),
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE UNIQUE INDEX tour_travellers_by_guest ON tour_travellers (guest_id) WHERE deleted_at IS NULL;

-- Days off of the whole country.
CREATE TABLE holidays (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    day        TEXT NOT NULL,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL DEFAULT 'holiday' CHECK (kind IN ('holiday', 'joint_leave')),
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX holidays_once ON holidays (day, name) WHERE deleted_at IS NULL;

-- Entries of other calendars that were brought in. uid: of the source; source: the file's name.
CREATE TABLE calendar_entries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    uid        TEXT NOT NULL,
    title      TEXT NOT NULL,
    begins_at  TEXT NOT NULL,
    ends_at    TEXT NOT NULL,
    zone       TEXT NOT NULL,
    all_day    INTEGER NOT NULL DEFAULT 0,
    place      TEXT NOT NULL DEFAULT '',
    notes      TEXT NOT NULL DEFAULT '',
    source     TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX calendar_entries_by_begin ON calendar_entries (begins_at, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX calendar_entries_once ON calendar_entries (uid, begins_at) WHERE deleted_at IS NULL;

-- What other records have to do with an event; 0 = nothing. releases: a text written for it (the
-- invitation and what follows). distributions: event_mail says what it is to the guests, calendar is
-- the iCalendar object that goes along, without its attendee, '' = none.
ALTER TABLE releases ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX releases_by_event ON releases (event_id) WHERE event_id <> 0;
ALTER TABLE letters ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX letters_by_event ON letters (event_id) WHERE event_id <> 0;
ALTER TABLE distributions ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE distributions ADD COLUMN event_mail TEXT NOT NULL DEFAULT '' CHECK (event_mail IN ('', 'invitation', 'reminder', 'update', 'cancellation', 'thanks', 'missed'));
ALTER TABLE distributions ADD COLUMN calendar TEXT NOT NULL DEFAULT '';
CREATE INDEX distributions_by_event ON distributions (event_id) WHERE event_id <> 0;
ALTER TABLE coverage ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX coverage_by_event ON coverage (event_id) WHERE event_id <> 0;
ALTER TABLE enquiries ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX enquiries_by_event ON enquiries (event_id) WHERE event_id <> 0;
ALTER TABLE interactions ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX interactions_by_event ON interactions (event_id) WHERE event_id <> 0;
ALTER TABLE photos ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX photos_by_event ON photos (event_id) WHERE event_id <> 0;
