-- A chat group may be left out of a distribution too, because it got a message lately.
-- Who was left out when the audience was frozen, and why: the fairness record. A contact, an
-- organisation's newsroom or a chat group, exactly one of them.
CREATE TABLE distribution_exclusions_anew (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    contact_id      INTEGER REFERENCES contacts (id),
    organisation_id INTEGER REFERENCES organisations (id),
    group_chat_id   INTEGER REFERENCES group_chats (id),
    reason          TEXT NOT NULL,
    note            TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NOT NULL) + (organisation_id IS NOT NULL) + (group_chat_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO distribution_exclusions_anew (id, distribution_id, contact_id, organisation_id, reason, note)
SELECT id, distribution_id, contact_id, organisation_id, reason, note FROM distribution_exclusions;
DELETE FROM sqlite_sequence WHERE name = 'distribution_exclusions_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'distribution_exclusions_anew', seq FROM sqlite_sequence WHERE name = 'distribution_exclusions';
DROP TABLE distribution_exclusions;
ALTER TABLE distribution_exclusions_anew RENAME TO distribution_exclusions;
CREATE INDEX distribution_exclusions_by_distribution ON distribution_exclusions (distribution_id);
