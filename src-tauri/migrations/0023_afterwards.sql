-- What comes after a distribution: the failed tried again, mended addresses, asking once more.

-- parent_id: the distribution that this one takes up again, never itself one that does; 0 = it
-- stands for itself. release_version_id: the text that it carries; 0 = not kept.
ALTER TABLE distributions ADD COLUMN parent_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE distributions ADD COLUMN purpose TEXT NOT NULL DEFAULT '' CHECK (purpose IN ('', 'resend', 'follow_up'));
ALTER TABLE distributions ADD COLUMN release_version_id INTEGER NOT NULL DEFAULT 0;
UPDATE distributions SET release_version_id = COALESCE(
    (SELECT v.id FROM release_versions v
     WHERE v.release_id = distributions.release_id AND v.deleted_at IS NULL AND v.at <= distributions.created_at
     ORDER BY v.ordinal DESC LIMIT 1), 0);
CREATE INDEX distributions_by_parent ON distributions (parent_id) WHERE parent_id <> 0;

-- A person's word that what failed is tried again: how many deliveries, by whom, when.
CREATE TABLE distribution_retries (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    actor           TEXT NOT NULL,
    at              TEXT NOT NULL,
    messages        INTEGER NOT NULL
) STRICT;
CREATE INDEX distribution_retries_by_distribution ON distribution_retries (distribution_id);
