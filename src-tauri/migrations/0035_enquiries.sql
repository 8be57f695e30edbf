-- Enquiries of the press with all that is done about them, the library of cleared statements, and
-- what was published.

-- Who asks: contact_id, or by name in asker while nobody knows them yet. due_at: UTC, '' = none, as
-- it was named in due_zone (IANA). unit_id: the government unit that must supply the answer.
-- remind_on: the day on which to remind it, '' = none. state follows from the rest and is kept to
-- be found by. statement: what was cleared to be said, by whom and when ('' = not yet).
CREATE TABLE enquiries (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    version        INTEGER NOT NULL DEFAULT 1,
    kind           TEXT NOT NULL CHECK (kind IN ('confirmation', 'interview', 'data')),
    subject        TEXT NOT NULL DEFAULT '',
    question       TEXT NOT NULL DEFAULT '',
    contact_id     INTEGER REFERENCES contacts (id),
    asker          TEXT NOT NULL DEFAULT '',
    outlet_id      INTEGER REFERENCES organisations (id),
    channel        TEXT NOT NULL CHECK (channel IN ('mail', 'phone', 'whatsapp', 'in_person')),
    asked_at       TEXT NOT NULL,
    due_at         TEXT NOT NULL DEFAULT '',
    due_zone       TEXT NOT NULL DEFAULT '',
    staff_id       INTEGER REFERENCES staff (id),
    unit_id        INTEGER REFERENCES organisations (id),
    release_id     INTEGER REFERENCES releases (id),
    response_id    INTEGER REFERENCES responses (id),
    remind_on      TEXT NOT NULL DEFAULT '',
    notes          TEXT NOT NULL DEFAULT '',
    state          TEXT NOT NULL CHECK (state IN ('new', 'in_work', 'waiting', 'answered', 'closed')),
    statement      TEXT NOT NULL DEFAULT '',
    cleared_by     TEXT NOT NULL DEFAULT '',
    cleared_at     TEXT NOT NULL DEFAULT '',
    answer         TEXT NOT NULL DEFAULT '',
    answer_channel TEXT NOT NULL DEFAULT '',
    answered_at    TEXT NOT NULL DEFAULT '',
    answered_by    TEXT NOT NULL DEFAULT '',
    closed_at      TEXT NOT NULL DEFAULT '',
    closed_by      TEXT NOT NULL DEFAULT '',
    close_reason   TEXT NOT NULL DEFAULT '',
    close_note     TEXT NOT NULL DEFAULT '',
    import_id      INTEGER NOT NULL DEFAULT 0,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    deleted_at     TEXT
) STRICT;
CREATE INDEX enquiries_by_state ON enquiries (state, due_at, id) WHERE deleted_at IS NULL;
CREATE INDEX enquiries_by_asked ON enquiries (asked_at, id) WHERE deleted_at IS NULL;
CREATE INDEX enquiries_by_contact ON enquiries (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX enquiries_by_outlet ON enquiries (outlet_id) WHERE outlet_id IS NOT NULL;
CREATE INDEX enquiries_by_unit ON enquiries (unit_id) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX enquiries_by_response ON enquiries (response_id) WHERE response_id IS NOT NULL AND deleted_at IS NULL;
CREATE VIRTUAL TABLE enquiry_search USING fts5 (
    subject, question, about,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- What went between the office and the unit. kind: the unit was asked, reminded, or it answered.
CREATE TABLE enquiry_steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    enquiry_id INTEGER NOT NULL REFERENCES enquiries (id),
    kind       TEXT NOT NULL CHECK (kind IN ('asked', 'reminded', 'unit_answered')),
    unit_id    INTEGER REFERENCES organisations (id),
    at         TEXT NOT NULL,
    channel    TEXT NOT NULL DEFAULT '',
    text       TEXT NOT NULL DEFAULT '',
    actor      TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE INDEX enquiry_steps_by_enquiry ON enquiry_steps (enquiry_id, id);

-- Statements that were cleared and may be said again. valid_until: the last day, '' = no end.
CREATE TABLE statements (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    topic       TEXT NOT NULL DEFAULT '',
    text        TEXT NOT NULL,
    unit_id     INTEGER REFERENCES organisations (id),
    cleared_by  TEXT NOT NULL,
    cleared_on  TEXT NOT NULL,
    valid_until TEXT NOT NULL DEFAULT '',
    enquiry_id  INTEGER REFERENCES enquiries (id),
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE INDEX statements_by_day ON statements (cleared_on, id) WHERE deleted_at IS NULL;

-- Published pieces. url_key: the address as two copies of it are compared, '' where there is none.
-- kind: printed (terbit), shown online or on TV (tayang), broadcast on the radio (disiarkan).
-- place: page, programme, hour. text: what was pasted of it. sha256: a clipping in files/, '' = none.
-- Tones: '' = nobody has said.
CREATE TABLE coverage (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    kind          TEXT NOT NULL CHECK (kind IN ('printed', 'shown', 'broadcast')),
    title         TEXT NOT NULL,
    url           TEXT NOT NULL DEFAULT '',
    url_key       TEXT NOT NULL DEFAULT '',
    outlet_id     INTEGER REFERENCES organisations (id),
    contact_id    INTEGER REFERENCES contacts (id),
    published_on  TEXT NOT NULL,
    place         TEXT NOT NULL DEFAULT '',
    text          TEXT NOT NULL DEFAULT '',
    headline_tone TEXT NOT NULL DEFAULT '' CHECK (headline_tone IN ('', 'positive', 'neutral', 'negative')),
    body_tone     TEXT NOT NULL DEFAULT '' CHECK (body_tone IN ('', 'positive', 'neutral', 'negative')),
    tone_reason   TEXT NOT NULL DEFAULT '',
    release_id    INTEGER REFERENCES releases (id),
    enquiry_id    INTEGER REFERENCES enquiries (id),
    response_id   INTEGER REFERENCES responses (id),
    file_name     TEXT NOT NULL DEFAULT '',
    mime          TEXT NOT NULL DEFAULT '',
    size          INTEGER NOT NULL DEFAULT 0,
    sha256        TEXT NOT NULL DEFAULT '',
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;
CREATE UNIQUE INDEX coverage_once ON coverage (url_key) WHERE url_key <> '' AND deleted_at IS NULL;
CREATE INDEX coverage_by_day ON coverage (published_on, id) WHERE deleted_at IS NULL;
CREATE INDEX coverage_by_outlet ON coverage (outlet_id) WHERE outlet_id IS NOT NULL;
CREATE INDEX coverage_by_contact ON coverage (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX coverage_by_release ON coverage (release_id) WHERE release_id IS NOT NULL;
CREATE INDEX coverage_by_enquiry ON coverage (enquiry_id) WHERE enquiry_id IS NOT NULL;
CREATE VIRTUAL TABLE coverage_search USING fts5 (
    title, about, text,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

-- The contact history knows from which enquiry a line is; 0 = none.
ALTER TABLE interactions ADD COLUMN enquiry_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX interactions_by_enquiry ON interactions (enquiry_id) WHERE enquiry_id <> 0;
