-- A template may hold the text in the other language too; releases from it begin in both. All empty
-- = it has none.
ALTER TABLE release_templates ADD COLUMN other_headline         TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_lead             TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_body_html        TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_boilerplate      TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_press_contact    TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_covering_subject TEXT NOT NULL DEFAULT '';
ALTER TABLE release_templates ADD COLUMN other_covering_text    TEXT NOT NULL DEFAULT '';
