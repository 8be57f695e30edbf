-- What stands on the office's letterhead, and who signs its releases.
-- parent: the government that the office belongs to. contact_line: telephone, mail, website.
-- logo_sha256: the file in files/; empty = no logo. signatory_number: staff number (NIP).
ALTER TABLE offices ADD COLUMN parent TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN contact_line TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN logo_sha256 TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN signatory_name TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN signatory_position TEXT NOT NULL DEFAULT '';
ALTER TABLE offices ADD COLUMN signatory_number TEXT NOT NULL DEFAULT '';
