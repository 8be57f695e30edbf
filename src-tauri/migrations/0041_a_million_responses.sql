-- What keeps a million responses quick to search and to look at.

-- The index keeps in which column a word stands, not at which place, and knows beginnings of one
-- letter too, as that of the contacts does.
DROP TABLE response_search;
CREATE VIRTUAL TABLE response_search USING fts5 (
    sender, subject, body,
    content = '', contentless_delete = 1, detail = column, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO response_search (rowid, sender, subject, body)
SELECT r.id, r.from_name || ' ' || r.from_address || ' ' || r.failed_address, r.subject, r.new_text
FROM responses r
WHERE r.deleted_at IS NULL;
-- The words of the index one after the other from any beginning.
CREATE VIRTUAL TABLE response_words USING fts5vocab ('response_search', 'instance');

-- A walk from the newest on is answered by the index alone. deleted_at stands in it because SQLite
-- reads the row for it else, although it can only be NULL there.
DROP INDEX responses_by_time;
CREATE INDEX responses_by_time ON responses (received_at, id, deleted_at) WHERE deleted_at IS NULL;
