-- What was promised to a person or agreed with them, who owns it and until which day.
CREATE TABLE follow_ups (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    version        INTEGER NOT NULL DEFAULT 1,
    contact_id     INTEGER NOT NULL REFERENCES contacts (id),
    kind           TEXT NOT NULL DEFAULT 'follow_up' CHECK (kind IN ('follow_up', 'promise')),
    what           TEXT NOT NULL,
    staff_id       INTEGER REFERENCES staff (id),
    due_on         TEXT NOT NULL,
    done_at        TEXT NOT NULL DEFAULT '',
    done_by        TEXT NOT NULL DEFAULT '',
    interaction_id INTEGER NOT NULL DEFAULT 0,
    import_id      INTEGER NOT NULL DEFAULT 0,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    deleted_at     TEXT
) STRICT;
CREATE INDEX follow_ups_by_contact ON follow_ups (contact_id, due_on) WHERE deleted_at IS NULL;
CREATE INDEX follow_ups_open ON follow_ups (due_on, id) WHERE deleted_at IS NULL AND done_at = '';

-- Every file with personal data that left Warta. kind: contacts, organisations, subject …
-- what: which filter, list or contact number; never a name.
CREATE TABLE exports (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,
    actor     TEXT NOT NULL,
    kind      TEXT NOT NULL,
    format    TEXT NOT NULL,
    what      TEXT NOT NULL DEFAULT '',
    count     INTEGER NOT NULL DEFAULT 0,
    file_name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX exports_by_time ON exports (at);

-- Who was erased, without who it was: the number of the contact, when, by whom, why.
CREATE TABLE erasures (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    actor      TEXT NOT NULL,
    reason     TEXT NOT NULL DEFAULT '',
    contact_id INTEGER NOT NULL
) STRICT;

-- Keyed hashes (HMAC-SHA256, key in the workspace's erasure.key) of the addresses, numbers and
-- name with outlet of an erased person, by which they are known should they come back.
CREATE TABLE erased_keys (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    erasure_id INTEGER NOT NULL REFERENCES erasures (id),
    kind       TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'name')),
    hash       TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX erased_keys_by_hash ON erased_keys (hash, erasure_id);

-- Who set the state; empty = the mailbox.
ALTER TABLE contact_states ADD COLUMN actor TEXT NOT NULL DEFAULT '';

-- Kept by the triggers below, whoever writes: when the office and the person were last in touch,
-- and the day of the next open follow-up. Lists of a million sort and filter by them.
ALTER TABLE contacts ADD COLUMN last_contact_at TEXT NOT NULL DEFAULT '';
ALTER TABLE contacts ADD COLUMN next_step_on TEXT NOT NULL DEFAULT '';

UPDATE contacts SET last_contact_at = COALESCE((
    SELECT MAX(i.at) FROM interactions i
    WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL
      AND i.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply')), '')
WHERE EXISTS (SELECT 1 FROM interactions i WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL);

CREATE INDEX contacts_by_last_contact ON contacts (last_contact_at, id) WHERE deleted_at IS NULL;
CREATE INDEX contacts_by_next_step ON contacts ((next_step_on = ''), next_step_on, id) WHERE deleted_at IS NULL;
CREATE INDEX contacts_in_bin ON contacts (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX interactions_in_bin ON interactions (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TRIGGER interactions_added AFTER INSERT ON interactions
WHEN NEW.deleted_at IS NULL
     AND NEW.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply')
BEGIN
    UPDATE contacts SET last_contact_at = NEW.at WHERE id = NEW.contact_id AND last_contact_at < NEW.at;
END;

CREATE TRIGGER interactions_changed AFTER UPDATE OF contact_id, kind, at, deleted_at ON interactions
BEGIN
    UPDATE contacts SET last_contact_at = COALESCE((
        SELECT MAX(i.at) FROM interactions i
        WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL
          AND i.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply')), '')
    WHERE id IN (OLD.contact_id, NEW.contact_id);
END;

CREATE TRIGGER interactions_gone AFTER DELETE ON interactions
BEGIN
    UPDATE contacts SET last_contact_at = COALESCE((
        SELECT MAX(i.at) FROM interactions i
        WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL
          AND i.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply')), '')
    WHERE id = OLD.contact_id;
END;

CREATE TRIGGER follow_ups_added AFTER INSERT ON follow_ups
WHEN NEW.deleted_at IS NULL AND NEW.done_at = ''
BEGIN
    UPDATE contacts SET next_step_on = NEW.due_on
    WHERE id = NEW.contact_id AND (next_step_on = '' OR next_step_on > NEW.due_on);
END;

CREATE TRIGGER follow_ups_changed AFTER UPDATE OF contact_id, due_on, done_at, deleted_at ON follow_ups
BEGIN
    UPDATE contacts SET next_step_on = COALESCE((
        SELECT MIN(f.due_on) FROM follow_ups f
        WHERE f.contact_id = contacts.id AND f.deleted_at IS NULL AND f.done_at = ''), '')
    WHERE id IN (OLD.contact_id, NEW.contact_id);
END;

CREATE TRIGGER follow_ups_gone AFTER DELETE ON follow_ups
BEGIN
    UPDATE contacts SET next_step_on = COALESCE((
        SELECT MIN(f.due_on) FROM follow_ups f
        WHERE f.contact_id = contacts.id AND f.deleted_at IS NULL AND f.done_at = ''), '')
    WHERE id = OLD.contact_id;
END;
