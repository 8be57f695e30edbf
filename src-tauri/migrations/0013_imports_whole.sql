-- An import that did not come to its end is taken back as a whole: nobody goes on with one, so its
-- plan (with the path of the file) and its place in the file are not kept.
ALTER TABLE imports DROP COLUMN plan;
ALTER TABLE imports DROP COLUMN file_bytes;
ALTER TABLE imports DROP COLUMN sheet_at;
ALTER TABLE imports DROP COLUMN row_at;
ALTER TABLE imports DROP COLUMN possible_duplicates;
ALTER TABLE imports DROP COLUMN new_outlets;
