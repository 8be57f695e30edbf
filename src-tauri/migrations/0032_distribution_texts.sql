-- What a distribution sent, in each other form and language: language '' = the distribution's own.
CREATE TABLE distribution_texts (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    distribution_id INTEGER NOT NULL REFERENCES distributions (id),
    language        TEXT NOT NULL DEFAULT '',
    form            TEXT NOT NULL DEFAULT '' CHECK (form IN ('', 'light', 'no_files')),
    subject         TEXT NOT NULL,
    html            TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;
INSERT INTO distribution_texts (distribution_id, form, subject, html, text)
SELECT f.distribution_id, f.form, s.subject, f.html, f.text
FROM distribution_forms f
JOIN distributions s ON s.id = f.distribution_id
ORDER BY f.id;
DROP TABLE distribution_forms;
CREATE UNIQUE INDEX distribution_texts_once ON distribution_texts (distribution_id, language, form);

-- language: of the text that this recipient gets; '' = the distribution's own.
ALTER TABLE deliveries ADD COLUMN language TEXT NOT NULL DEFAULT '';
