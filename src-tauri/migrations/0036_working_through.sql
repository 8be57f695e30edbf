-- Working through responses: what belongs together, whose it is, until when it waits.

-- thread_id: the first response of the conversation; 0 = this is the first, or alone. owner_id: of the
-- staff, 0 = nobody. taken: somebody was given it after it came, so it is not new any more.
-- snoozed_until: the day on which it comes back, '' = none told. waiting_for: whom or what it waits for;
-- without a day until then.
ALTER TABLE responses ADD COLUMN thread_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN owner_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN snoozed_until TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN waiting_for TEXT NOT NULL DEFAULT '';
CREATE INDEX responses_by_thread ON responses (thread_id) WHERE thread_id <> 0;
-- What is not done is little among all that ever came.
CREATE INDEX responses_open ON responses (received_at, id) WHERE handled = 0 AND deleted_at IS NULL;
