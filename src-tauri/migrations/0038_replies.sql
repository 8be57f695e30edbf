-- Replies written in Warta to what came back, and their files.

-- state: 'draft'; 'sending' = it may be leaving and is never sent a second time by itself; 'sent';
-- 'unsure' = the line broke after the message was handed over. words: the server's, of the last try.
-- thread_id: the first response of the conversation. account_id: 0 = the folder outbox. message_id
-- stands without angle brackets, as in responses.
CREATE TABLE replies (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    response_id INTEGER NOT NULL,
    thread_id   INTEGER NOT NULL,
    account_id  INTEGER NOT NULL DEFAULT 0,
    to_address  TEXT NOT NULL,
    to_name     TEXT NOT NULL DEFAULT '',
    subject     TEXT NOT NULL DEFAULT '',
    body        TEXT NOT NULL DEFAULT '',
    quote       INTEGER NOT NULL DEFAULT 1,
    state       TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sending', 'sent', 'unsure')),
    words       TEXT NOT NULL DEFAULT '',
    message_id  TEXT NOT NULL DEFAULT '',
    tried_at    TEXT NOT NULL DEFAULT '',
    sent_by     TEXT NOT NULL DEFAULT '',
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
-- One draft for each response.
CREATE UNIQUE INDEX replies_draft_once ON replies (response_id) WHERE state = 'draft' AND deleted_at IS NULL;
CREATE INDEX replies_by_thread ON replies (thread_id);
CREATE INDEX replies_by_message ON replies (message_id) WHERE message_id <> '';

CREATE TABLE reply_files (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    version     INTEGER NOT NULL DEFAULT 1,
    reply_id    INTEGER NOT NULL REFERENCES replies (id),
    file_name   TEXT NOT NULL,
    mime        TEXT NOT NULL,
    size        INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    import_id   INTEGER NOT NULL DEFAULT 0,
    created_at  TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    deleted_at  TEXT
) STRICT;
CREATE INDEX reply_files_by_reply ON reply_files (reply_id) WHERE deleted_at IS NULL;
