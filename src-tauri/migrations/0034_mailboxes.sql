-- Which folders of a mailbox are read. read_folders: one a line, as the server writes them; '' = the
-- inbox, and what of ours strayed among the unwanted mail. sent_folder: '' = as the server names it,
-- '-' = it is not read.
ALTER TABLE accounts ADD COLUMN read_folders TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN sent_folder TEXT NOT NULL DEFAULT '';

-- Message-ID (without angle brackets) of the mail that an interaction was, or the SHA-256 of its
-- bytes: the same mail is noted once a person. '' = no mail, or one of a release.
ALTER TABLE interactions ADD COLUMN mail_id TEXT NOT NULL DEFAULT '';
CREATE INDEX interactions_by_mail ON interactions (mail_id) WHERE mail_id <> '';

-- Messages that a server could not give: asked for again on later visits, so that one of them does
-- not keep the others from being read. tries: visits so far.
CREATE TABLE mailbox_missed (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL,
    folder      TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid         INTEGER NOT NULL,
    tries       INTEGER NOT NULL DEFAULT 1,
    missed_at   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX mailbox_missed_once ON mailbox_missed (account_id, folder, uidvalidity, uid);

-- How the connection to each mailbox stands. state: live (the server tells what is new), polling (it
-- is asked every minute), trouble (error: JSON of the error), off. since: UTC.
CREATE TABLE mailbox_states (
    account_id INTEGER PRIMARY KEY,
    state      TEXT NOT NULL CHECK (state IN ('live', 'polling', 'trouble', 'off')),
    error      TEXT NOT NULL DEFAULT '',
    since      TEXT NOT NULL
) STRICT;
