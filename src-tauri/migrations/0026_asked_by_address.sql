-- Whoever asks for silence from an address that belongs to no contact is looked up for each
-- recipient of a distribution.
CREATE INDEX contact_states_asked ON contact_states (address_key)
    WHERE deleted_at IS NULL AND kind = 'do_not_contact' AND contact_id IS NULL;
