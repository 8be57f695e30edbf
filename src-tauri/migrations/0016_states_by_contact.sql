-- What a row of the table shows of a contact's states is asked by contact and kind. The unique
-- index beside it serves only who says that the kind is not 'bad_address', which nobody does.
CREATE INDEX contact_states_of_contact ON contact_states (contact_id, kind) WHERE contact_id IS NOT NULL;
