-- What keeps a million contacts quick to look at.

-- What a row of the table shows of a contact's states is asked by contact and kind. The unique
-- index beside it serves only who says that the kind is not 'bad_address', which nobody does.
CREATE INDEX contact_states_of_contact ON contact_states (contact_id, kind) WHERE contact_id IS NOT NULL;

-- Filters walk along an order and ask each contact for an address of a kind, or for the outlet
-- where they work: the indexes alone answer. deleted_at stands in them because SQLite reads the row
-- for it else, although it can only be NULL there.
DROP INDEX contacts_by_name;
CREATE INDEX contacts_by_name ON contacts (name_key, id, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX contacts_by_update;
CREATE INDEX contacts_by_update ON contacts (updated_at, id, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX contacts_by_last_contact;
CREATE INDEX contacts_by_last_contact ON contacts (last_contact_at, id, deleted_at) WHERE deleted_at IS NULL;
DROP INDEX contacts_by_city;
CREATE INDEX contacts_by_city ON contacts (lower(city), name_key, id, city, deleted_at) WHERE city <> '' AND deleted_at IS NULL;
DROP INDEX reaches_by_contact;
CREATE INDEX reaches_by_contact ON reaches (contact_id, kind, deleted_at) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
DROP INDEX affiliations_by_contact;
CREATE INDEX affiliations_by_contact ON affiliations (contact_id, ended_on, organisation_id, deleted_at) WHERE deleted_at IS NULL;

-- The search index keeps in which column a word stands, not at which place: nobody asks for words
-- beside each other, and a search of several words has half as much to read.
DROP TABLE contact_vocabulary;
DROP TABLE contact_search;
CREATE VIRTUAL TABLE contact_search USING fts5 (
    name, outlet, reach, rest,
    content = '', contentless_delete = 1, detail = column, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);
INSERT INTO contact_search (rowid, name, outlet, reach, rest)
SELECT c.id, c.name_prefix || ' ' || c.name || ' ' || c.name_suffix || ' ' || c.nickname,
       COALESCE((SELECT GROUP_CONCAT(o.name || ' ' || a.position, ' ')
                 FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                 WHERE a.contact_id = c.id AND a.deleted_at IS NULL), ''),
       COALESCE((SELECT GROUP_CONCAT(r.value || ' ' || r.value_key || CASE WHEN r.value_key LIKE '+62%' THEN ' 0' || substr(r.value_key, 4) ELSE '' END, ' ')
                 FROM reaches r WHERE r.contact_id = c.id AND r.deleted_at IS NULL), ''),
       COALESCE((SELECT GROUP_CONCAT(l.value, ' ') FROM labels l WHERE l.contact_id = c.id AND l.deleted_at IS NULL), '')
         || ' ' || c.city || ' ' || c.notes || ' ' || c.press_card_number || ' ' || c.ukw_number || ' ' || c.source_rank || ' ' || c.pitch_notes || ' ' ||
       COALESCE((SELECT GROUP_CONCAT(s.handle, ' ') FROM social_accounts s WHERE s.contact_id = c.id AND s.deleted_at IS NULL), '') || ' ' ||
       COALESCE((SELECT GROUP_CONCAT(o.name || ' ' || o.short_name || ' ' || m.role, ' ')
                 FROM memberships m JOIN organisations o ON o.id = m.association_id
                 WHERE m.contact_id = c.id AND m.deleted_at IS NULL), '') || ' ' ||
       COALESCE((SELECT GROUP_CONCAT(v.value, ' ')
                 FROM custom_values v JOIN custom_fields f ON f.id = v.custom_field_id AND f.kind IN ('text', 'choice')
                 WHERE v.contact_id = c.id AND v.deleted_at IS NULL), '')
       FROM contacts c
       WHERE c.deleted_at IS NULL;
-- The words of the search index, for what a person may have meant by a mistyped one; and one after
-- the other from any beginning.
CREATE VIRTUAL TABLE contact_vocabulary USING fts5vocab ('contact_search', 'row');
CREATE VIRTUAL TABLE contact_words USING fts5vocab ('contact_search', 'instance');
