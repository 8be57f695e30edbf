-- Smart lists, archived lists, who is left out of a list and why; what sorting a million needs.

-- filter: the rule of a smart list as JSON, read whole and never queried; '' = a fixed list.
-- archived_at: '' = in use.
ALTER TABLE recipient_lists ADD COLUMN filter TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient_lists ADD COLUMN archived_at TEXT NOT NULL DEFAULT '';

-- Who is left out of a list although on it or found by its rule, and why: part of the fairness
-- record.
CREATE TABLE recipient_list_exclusions (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    version           INTEGER NOT NULL DEFAULT 1,
    recipient_list_id INTEGER NOT NULL REFERENCES recipient_lists (id),
    contact_id        INTEGER NOT NULL REFERENCES contacts (id),
    reason            TEXT NOT NULL DEFAULT '',
    import_id         INTEGER NOT NULL DEFAULT 0,
    created_at        TEXT NOT NULL,
    updated_at        TEXT NOT NULL,
    deleted_at        TEXT
) STRICT;
CREATE INDEX recipient_list_exclusions_by_contact ON recipient_list_exclusions (contact_id) WHERE deleted_at IS NULL;
CREATE INDEX recipient_list_exclusions_by_import ON recipient_list_exclusions (import_id) WHERE import_id <> 0;
CREATE UNIQUE INDEX recipient_list_exclusions_once ON recipient_list_exclusions (recipient_list_id, contact_id) WHERE deleted_at IS NULL;

-- note: why somebody was left out of a list, in the office's words when the audience was frozen.
ALTER TABLE distribution_exclusions ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The built-in sorts start at the first row of an index.
CREATE INDEX contacts_by_city ON contacts (lower(city), name_key) WHERE city <> '' AND deleted_at IS NULL;
CREATE INDEX contacts_by_update ON contacts (updated_at, id) WHERE deleted_at IS NULL;

-- The words of the search index, for what a person may have meant by a mistyped one.
CREATE VIRTUAL TABLE contact_vocabulary USING fts5vocab ('contact_search', 'row');

-- "Answered 3 releases" counts replies of a person without reading them.
CREATE INDEX responses_answered ON responses (contact_id, release_id)
    WHERE deleted_at IS NULL AND contact_id IS NOT NULL AND release_id <> 0;
