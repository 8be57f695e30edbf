-- Several mail accounts: what they are called, which one is the usual, and whether Warta signs for
-- them (DKIM, RFC 6376). The private key is in the operating system's keychain, never here;
-- dkim_public: the public key as the DNS record has it (base64 of its SubjectPublicKeyInfo).
ALTER TABLE accounts ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN is_default INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN dkim_on INTEGER NOT NULL DEFAULT 0;
ALTER TABLE accounts ADD COLUMN dkim_selector TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN dkim_domain TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN dkim_public TEXT NOT NULL DEFAULT '';
UPDATE accounts SET is_default = 1
WHERE id = (SELECT MIN(id) FROM accounts WHERE deleted_at IS NULL);

-- Test mails to oneself, whose headers tell what the receiving server thinks of the sender.
-- read_at: when it was found in a mailbox, '' = not yet. results: its Authentication-Results
-- headers (RFC 8601), one a line, the last server's first.
CREATE TABLE account_checks (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES accounts (id),
    message_id  TEXT NOT NULL,
    from_domain TEXT NOT NULL,
    to_address  TEXT NOT NULL,
    signed      INTEGER NOT NULL DEFAULT 0,
    sent_at     TEXT NOT NULL,
    read_at     TEXT NOT NULL DEFAULT '',
    results     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX account_checks_by_account ON account_checks (account_id, id);
CREATE UNIQUE INDEX account_checks_by_message ON account_checks (message_id);
