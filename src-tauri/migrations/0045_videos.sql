-- How long a video is, and the picture that stands for it.

-- Whole seconds, rounded up; 0 = not known, or no video.
ALTER TABLE photos ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;
-- Lower-case hex of a picture under files/; empty = a drawn card stands for the video.
ALTER TABLE photos ADD COLUMN still_sha256 TEXT NOT NULL DEFAULT '';
