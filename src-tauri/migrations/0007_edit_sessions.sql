-- Saves of one record from one open editor are one action: which opening, and when it last saved.
ALTER TABLE actions ADD COLUMN edit_session TEXT NOT NULL DEFAULT '';
ALTER TABLE actions ADD COLUMN edited_at TEXT NOT NULL DEFAULT '';
