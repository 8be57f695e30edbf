-- What a mail is taken for, how surely and why; corrections that stick; changes it suggests.

-- read_as: what the reading took it for; kind is what it counts as now. confidence: percent, 0 = not
-- told. away_from: first day of an absence, '' = not told. successor_same: the named address is the
-- author's own new one. proposes: '', 'enquiry', 'coverage' or 'wrong_person'. links: to published
-- pieces, one a line. broken: its parts cannot be read; it is kept whole and shown as text.
ALTER TABLE responses ADD COLUMN read_as TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN confidence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN away_from TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN successor_same INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN proposes TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN links TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN broken INTEGER NOT NULL DEFAULT 0;

-- The response that a follow-up came from; 0 = none.
ALTER TABLE follow_ups ADD COLUMN response_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX follow_ups_by_response ON follow_ups (response_id) WHERE response_id <> 0;

-- What a person said mail of a sender is: mail of this address that reads as read_as is of this kind.
CREATE TABLE sender_rules (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    version      INTEGER NOT NULL DEFAULT 1,
    from_address TEXT NOT NULL,
    read_as      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    permanent    INTEGER,
    response_id  INTEGER NOT NULL DEFAULT 0,
    import_id    INTEGER NOT NULL DEFAULT 0,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL,
    deleted_at   TEXT
) STRICT;
CREATE UNIQUE INDEX sender_rules_once ON sender_rules (from_address, read_as) WHERE deleted_at IS NULL;

-- A change of the media list that a mail suggests and a person decides on. kind: 'successor' (somebody
-- else, at address, took over), 'new_address' (the person's own), 'left' (they left their outlet).
CREATE TABLE change_suggestions (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    contact_id  INTEGER NOT NULL REFERENCES contacts (id),
    kind        TEXT NOT NULL CHECK (kind IN ('successor', 'new_address', 'left')),
    address     TEXT NOT NULL DEFAULT '',
    told_on     TEXT NOT NULL,
    response_id INTEGER NOT NULL DEFAULT 0,
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE INDEX change_suggestions_by_contact ON change_suggestions (contact_id, state) WHERE deleted_at IS NULL;
CREATE INDEX change_suggestions_by_response ON change_suggestions (response_id) WHERE response_id <> 0;

-- Opt-outs that were answered by mail. Like sending it cannot be undone. state: 'claimed' (it may have
-- left, and is never sent again), 'sent', 'failed'.
CREATE TABLE acknowledgements (
    response_id INTEGER PRIMARY KEY,
    address     TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'failed')),
    at          TEXT NOT NULL
) STRICT;
CREATE INDEX acknowledgements_by_address ON acknowledgements (address, at);
