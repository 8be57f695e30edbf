-- What mail servers said of the largest message that they take (SIZE, RFC 1870), by host and port;
-- 0 = they state none. Asked anew with every connection, so that it needs no undo.
CREATE TABLE server_sizes (
    server  TEXT PRIMARY KEY,
    bytes   INTEGER NOT NULL,
    seen_at TEXT NOT NULL
) STRICT;
