-- When a distribution leaves: at an instant, when a connection is there, in waves; embargoes.

-- zone: in which send_at was chosen; send_at: UTC, '' = at once. connection: 'awaited' = nothing
-- leaves until the mail server answers, 'found' = it did. begun_at: when the first wave was let
-- go, '' = it is only scheduled. embargo_at: UTC, '' = none. preflight: what was seen and chosen
-- before it was queued, as JSON, never queried.
ALTER TABLE distributions ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE distributions ADD COLUMN send_at TEXT NOT NULL DEFAULT '';
ALTER TABLE distributions ADD COLUMN connection TEXT NOT NULL DEFAULT '' CHECK (connection IN ('', 'awaited', 'found'));
ALTER TABLE distributions ADD COLUMN begun_at TEXT NOT NULL DEFAULT '';
ALTER TABLE distributions ADD COLUMN embargo_at TEXT NOT NULL DEFAULT '';
ALTER TABLE distributions ADD COLUMN preflight TEXT NOT NULL DEFAULT '';
UPDATE distributions SET begun_at = created_at;

-- not_before: the earliest instant at which this one may leave, UTC; '' = any.
ALTER TABLE deliveries ADD COLUMN wave INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN not_before TEXT NOT NULL DEFAULT '';

-- One wave of a distribution: who gets it together. minutes: how long after the first. begun_at:
-- when it was let go; one that is far too late by then pauses its distribution instead.
CREATE TABLE distribution_waves (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    wave            INTEGER NOT NULL,
    minutes         INTEGER NOT NULL DEFAULT 0,
    label           TEXT NOT NULL DEFAULT '',
    not_before      TEXT NOT NULL DEFAULT '',
    begun_at        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX distribution_waves_once ON distribution_waves (distribution_id, wave);
CREATE INDEX distribution_waves_waiting ON distribution_waves (not_before) WHERE begun_at = '';

-- 'yes' = takes nothing under embargo.
ALTER TABLE contacts ADD COLUMN no_embargo TEXT NOT NULL DEFAULT '';
