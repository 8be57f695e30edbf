-- A workspace has a name of its own that no other has, made once. It stands in the names of its
-- secrets in the system's keychain, so that two workspaces of one computer do not share them.
INSERT OR IGNORE INTO settings (key, value) VALUES ('workspace_id', lower(hex(randomblob(16))));

-- The workspace's name at each account, whose secrets are asked for where no database is at hand.
ALTER TABLE accounts ADD COLUMN keychain_home TEXT NOT NULL DEFAULT '';
-- 1 = its secrets may still stand under the names of before, without the workspace.
ALTER TABLE accounts ADD COLUMN keychain_older INTEGER NOT NULL DEFAULT 0 CHECK (keychain_older IN (0, 1));

UPDATE accounts
SET keychain_home = (SELECT value FROM settings WHERE key = 'workspace_id'), keychain_older = 1;
