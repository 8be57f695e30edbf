-- A kept mail takes less room when it is packed, and what is not written costs no time.
-- packed: 1 = raw is the message as an LZ4 block, its length before it in four bytes, the lowest
-- first; 0 = raw is the message itself.
ALTER TABLE raw_mails ADD COLUMN packed INTEGER NOT NULL DEFAULT 0;
