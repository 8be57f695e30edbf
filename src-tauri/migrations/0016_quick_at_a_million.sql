-- What keeps a million contacts quick to look at.

-- What a row of the table shows of a contact's states is asked by contact and kind. The unique
-- index beside it serves only who says that the kind is not 'bad_address', which nobody does.
CREATE INDEX contact_states_of_contact ON contact_states (contact_id, kind) WHERE contact_id IS NOT NULL;

-- Filters that walk along the names ask each contact for an address of a kind and for the outlet
-- where they work: both are answered by the index alone.
DROP INDEX reaches_by_contact;
CREATE INDEX reaches_by_contact ON reaches (contact_id, kind) WHERE deleted_at IS NULL AND contact_id IS NOT NULL;
DROP INDEX affiliations_by_contact;
CREATE INDEX affiliations_by_contact ON affiliations (contact_id, ended_on, organisation_id) WHERE deleted_at IS NULL;

-- The words of the search index, one after the other from any beginning.
CREATE VIRTUAL TABLE contact_words USING fts5vocab ('contact_search', 'instance');
