-- Sending touches fewer pages for each message: one count for several claims, and an index that
-- does not change with the state. A delivery is suppressed after it was frozen, never inserted so.
ALTER TABLE send_marks ADD COLUMN messages INTEGER NOT NULL DEFAULT 1;
DROP INDEX deliveries_once_address;
CREATE UNIQUE INDEX deliveries_once_address ON deliveries (distribution_id, address_key) WHERE channel = 'mail';

-- The bytes of mails up to 64 KB, by their response; larger ones are files named by their SHA-256.
CREATE TABLE raw_mails (
    response_id INTEGER PRIMARY KEY,
    raw         BLOB NOT NULL
) STRICT;
-- Whatever removes a response for good removes its bytes with it.
CREATE TRIGGER raw_mails_follow AFTER DELETE ON responses BEGIN
    DELETE FROM raw_mails WHERE response_id = old.id;
END;
