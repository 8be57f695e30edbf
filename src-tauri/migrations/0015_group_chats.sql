-- A chat group: a channel in its own right, with its members. read_until: the newest message that
-- an import has read, UTC; '' = none was read.
CREATE TABLE group_chats (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    version         INTEGER NOT NULL DEFAULT 1,
    name            TEXT NOT NULL,
    name_key        TEXT NOT NULL,
    platform        TEXT NOT NULL DEFAULT 'whatsapp' CHECK (platform IN ('whatsapp', 'telegram', 'other')),
    purpose         TEXT NOT NULL DEFAULT '',
    organisation_id INTEGER REFERENCES organisations (id),
    notes           TEXT NOT NULL DEFAULT '',
    read_until      TEXT NOT NULL DEFAULT '',
    import_id       INTEGER NOT NULL DEFAULT 0,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    deleted_at      TEXT
) STRICT;
CREATE UNIQUE INDEX group_chats_by_name ON group_chats (name_key) WHERE deleted_at IS NULL;
CREATE INDEX group_chats_by_organisation ON group_chats (organisation_id) WHERE organisation_id IS NOT NULL;

-- Who is in a group, from when to when; '' = not known, or still there.
CREATE TABLE group_chat_members (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    group_chat_id INTEGER NOT NULL REFERENCES group_chats (id),
    contact_id    INTEGER NOT NULL REFERENCES contacts (id),
    role          TEXT NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'admin')),
    started_on    TEXT NOT NULL DEFAULT '',
    ended_on      TEXT NOT NULL DEFAULT '',
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;
CREATE UNIQUE INDEX group_chat_members_once ON group_chat_members (group_chat_id, contact_id) WHERE deleted_at IS NULL;
CREATE INDEX group_chat_members_by_contact ON group_chat_members (contact_id) WHERE deleted_at IS NULL;

-- A name or number in an exported chat that needed a person's decision. sender_key: the number in
-- E.164, or the name folded. state: open = nobody has decided, linked = the contact, ours = one of
-- the office, ignored = of no interest.
CREATE TABLE group_chat_senders (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    version       INTEGER NOT NULL DEFAULT 1,
    group_chat_id INTEGER NOT NULL REFERENCES group_chats (id),
    contact_id    INTEGER REFERENCES contacts (id),
    sender        TEXT NOT NULL,
    sender_key    TEXT NOT NULL,
    state         TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'linked', 'ours', 'ignored')),
    import_id     INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL,
    deleted_at    TEXT
) STRICT;
CREATE UNIQUE INDEX group_chat_senders_once ON group_chat_senders (group_chat_id, sender_key) WHERE deleted_at IS NULL;
CREATE INDEX group_chat_senders_by_key ON group_chat_senders (sender_key);

-- What an exported chat proposes; the rest of the chat is not kept. identity: SHA-256 of time,
-- sender and text, by which the message is known when it comes again; content: the same without
-- the sender, whom a phone may know by name since. state: open, accepted (a line of the contact
-- history says it; url stays for the coverage), dismissed (words emptied).
CREATE TABLE group_chat_proposals (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    version        INTEGER NOT NULL DEFAULT 1,
    group_chat_id  INTEGER NOT NULL REFERENCES group_chats (id),
    contact_id     INTEGER REFERENCES contacts (id),
    kind           TEXT NOT NULL CHECK (kind IN ('question', 'link', 'reply')),
    state          TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'dismissed')),
    at             TEXT NOT NULL,
    sender         TEXT NOT NULL,
    sender_key     TEXT NOT NULL,
    text           TEXT NOT NULL,
    url            TEXT NOT NULL DEFAULT '',
    release_id     INTEGER NOT NULL DEFAULT 0,
    interaction_id INTEGER NOT NULL DEFAULT 0,
    identity       TEXT NOT NULL,
    content        TEXT NOT NULL,
    import_id      INTEGER NOT NULL DEFAULT 0,
    created_at     TEXT NOT NULL,
    updated_at     TEXT NOT NULL,
    deleted_at     TEXT
) STRICT;
CREATE UNIQUE INDEX group_chat_proposals_once ON group_chat_proposals (group_chat_id, identity) WHERE deleted_at IS NULL;
CREATE INDEX group_chat_proposals_open ON group_chat_proposals (group_chat_id, at) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX group_chat_proposals_by_contact ON group_chat_proposals (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX group_chat_proposals_by_key ON group_chat_proposals (sender_key);
