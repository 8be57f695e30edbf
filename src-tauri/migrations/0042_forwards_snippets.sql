-- Mail that was passed on, short texts for replies, and mail about enquiries.

-- Who passed the mail on to the office, and what they wrote above it; empty = it came by itself.
ALTER TABLE responses ADD COLUMN forwarded_by TEXT NOT NULL DEFAULT '';
ALTER TABLE responses ADD COLUMN forward_note TEXT NOT NULL DEFAULT '';

-- Mail of Warta's own about an enquiry that answers no response: response_id = 0 then.
-- purpose: '' = a reply; 'unit' = to the government unit; 'answer' = to whoever asked.
ALTER TABLE replies ADD COLUMN enquiry_id INTEGER NOT NULL DEFAULT 0;
ALTER TABLE replies ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
DROP INDEX replies_draft_once;
CREATE UNIQUE INDEX replies_draft_once ON replies (response_id, enquiry_id, purpose) WHERE state = 'draft' AND deleted_at IS NULL;

-- Short texts that are put into replies. text may hold merge fields such as {{name}}.
CREATE TABLE snippets (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    name       TEXT NOT NULL,
    text       TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
