-- What the door of an event asks for while people queue before it.

-- Names, outlets and numbers of an event's guests with what the counts need: a search and the live
-- counts among 5,000 guests read this index alone.
CREATE INDEX event_guests_at_door ON event_guests (
    event_id, name_key, outlet, phone, category, place, rsvp, arrived_at, left_at, walk_in, substitute_for, id
) WHERE deleted_at IS NULL;
CREATE INDEX event_guests_by_substitute ON event_guests (substitute_for) WHERE substitute_for IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX event_guests_by_photo ON event_guests (photo_sha256) WHERE photo_sha256 <> '';
CREATE INDEX event_notes_by_kind ON event_notes (kind, at) WHERE deleted_at IS NULL;

-- Who stayed away from an event was not spoken to: such a line does not make a contact recent.
DROP TRIGGER interactions_added;
DROP TRIGGER interactions_changed;
DROP TRIGGER interactions_gone;
CREATE TRIGGER interactions_added AFTER INSERT ON interactions
WHEN NEW.deleted_at IS NULL
     AND NEW.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply', 'event_missed')
BEGIN
    UPDATE contacts SET last_contact_at = NEW.at WHERE id = NEW.contact_id AND last_contact_at < NEW.at;
END;
CREATE TRIGGER interactions_changed AFTER UPDATE OF contact_id, kind, at, deleted_at ON interactions
BEGIN
    UPDATE contacts SET last_contact_at = COALESCE((
        SELECT MAX(i.at) FROM interactions i
        WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL
          AND i.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply', 'event_missed')), '')
    WHERE id IN (OLD.contact_id, NEW.contact_id);
END;
CREATE TRIGGER interactions_gone AFTER DELETE ON interactions
BEGIN
    UPDATE contacts SET last_contact_at = COALESCE((
        SELECT MAX(i.at) FROM interactions i
        WHERE i.contact_id = contacts.id AND i.deleted_at IS NULL
          AND i.kind NOT IN ('note', 'response_bounce', 'response_delay', 'response_auto_reply', 'event_missed')), '')
    WHERE id = OLD.contact_id;
END;
