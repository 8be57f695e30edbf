-- Letters on the letterhead, the templates they begin from, and how the office numbers them.

-- number: given when the letter is issued, '' until then. sender: whom a memo is from. recipients
-- and copies: one a line. enclosures: how many go along, 0 = none. issued_at, voided_at: UTC, '' =
-- not. What was issued is not changed any more.
CREATE TABLE letters (
    id                 INTEGER PRIMARY KEY AUTOINCREMENT,
    version            INTEGER NOT NULL DEFAULT 1,
    kind               TEXT NOT NULL CHECK (kind IN ('letter', 'cover', 'invitation', 'memo', 'assignment')),
    language           TEXT NOT NULL DEFAULT 'id',
    number             TEXT NOT NULL DEFAULT '',
    place              TEXT NOT NULL DEFAULT '',
    dated_on           TEXT NOT NULL DEFAULT '',
    sender             TEXT NOT NULL DEFAULT '',
    recipients         TEXT NOT NULL DEFAULT '',
    subject            TEXT NOT NULL DEFAULT '',
    enclosures         INTEGER NOT NULL DEFAULT 0,
    body_html          TEXT NOT NULL DEFAULT '',
    signatory_position TEXT NOT NULL DEFAULT '',
    signatory_name     TEXT NOT NULL DEFAULT '',
    signatory_rank     TEXT NOT NULL DEFAULT '',
    signatory_number   TEXT NOT NULL DEFAULT '',
    copies             TEXT NOT NULL DEFAULT '',
    issued_at          TEXT NOT NULL DEFAULT '',
    issued_by          TEXT NOT NULL DEFAULT '',
    voided_at          TEXT NOT NULL DEFAULT '',
    void_reason        TEXT NOT NULL DEFAULT '',
    import_id          INTEGER NOT NULL DEFAULT 0,
    created_at         TEXT NOT NULL,
    updated_at         TEXT NOT NULL,
    deleted_at         TEXT
) STRICT;
CREATE INDEX letters_by_update ON letters (updated_at, id) WHERE deleted_at IS NULL;

-- What letters begin from. The rows below are delivered with Warta; the office keeps them as its
-- own, with what it changes, adds and deletes.
CREATE TABLE letter_templates (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('letter', 'cover', 'invitation', 'memo', 'assignment')),
    language   TEXT NOT NULL DEFAULT 'id',
    recipients TEXT NOT NULL DEFAULT '',
    subject    TEXT NOT NULL DEFAULT '',
    body_html  TEXT NOT NULL DEFAULT '',
    copies     TEXT NOT NULL DEFAULT '',
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- How letters of a kind are numbered: pattern as of releases; number_from: the first number that
-- Warta gives in number_from_year.
CREATE TABLE letter_numberings (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    version          INTEGER NOT NULL DEFAULT 1,
    kind             TEXT NOT NULL,
    pattern          TEXT NOT NULL DEFAULT '',
    number_from      INTEGER NOT NULL DEFAULT 1,
    number_from_year INTEGER NOT NULL DEFAULT 0,
    import_id        INTEGER NOT NULL DEFAULT 0,
    created_at       TEXT NOT NULL,
    updated_at       TEXT NOT NULL,
    deleted_at       TEXT
) STRICT;
CREATE UNIQUE INDEX letter_numberings_by_kind ON letter_numberings (kind) WHERE deleted_at IS NULL;

-- The register of numbers that letters got, as release_numbers is that of releases. One in the bin
-- is void and stays listed. sequence: 0 = written by hand.
CREATE TABLE letter_numbers (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    version    INTEGER NOT NULL DEFAULT 1,
    letter_id  INTEGER NOT NULL REFERENCES letters (id),
    kind       TEXT NOT NULL,
    series     INTEGER NOT NULL,
    sequence   INTEGER NOT NULL,
    number     TEXT NOT NULL,
    subject    TEXT NOT NULL DEFAULT '',
    actor      TEXT NOT NULL DEFAULT '',
    at         TEXT NOT NULL,
    import_id  INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX letter_numbers_once ON letter_numbers (kind, series, sequence) WHERE sequence > 0;
CREATE UNIQUE INDEX letter_numbers_by_number ON letter_numbers (number);

INSERT INTO letter_templates (name, kind, language, recipients, subject, body_html, copies, created_at, updated_at) VALUES
('Surat pengantar', 'cover', 'id', '[jabatan dan instansi penerima]
di tempat', 'Pengantar [berkas]',
 '<p>Bersama ini kami sampaikan:</p><table><tbody><tr><th>No.</th><th>Jenis yang dikirim</th><th>Banyaknya</th><th>Keterangan</th></tr><tr><td>1</td><td>[nama berkas]</td><td>[jumlah]</td><td>[keterangan]</td></tr></tbody></table><p>Demikian surat pengantar ini kami sampaikan. Atas perhatiannya kami ucapkan terima kasih.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Undangan', 'invitation', 'id', '[nama atau jabatan penerima]
di tempat', 'Undangan [kegiatan]',
 '<p>Dengan hormat,</p><p>Kami mengundang Bapak/Ibu untuk menghadiri [kegiatan] yang akan dilaksanakan pada:</p><table><tbody><tr><td>Hari, tanggal</td><td>[hari, tanggal]</td></tr><tr><td>Pukul</td><td>[pukul] WIB sampai selesai</td></tr><tr><td>Tempat</td><td>[tempat]</td></tr><tr><td>Acara</td><td>[acara]</td></tr></tbody></table><p>Mohon konfirmasi kehadiran kepada [narahubung] paling lambat [tanggal].</p><p>Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Nota dinas', 'memo', 'id', '[jabatan penerima]', '[perihal]',
 '<p>Sehubungan dengan [dasar], dengan hormat kami laporkan bahwa [isi].</p><p>Demikian kami sampaikan, mohon arahan lebih lanjut.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Surat tugas', 'assignment', 'id', '[nama, pangkat, dan jabatan]', 'Penugasan [kegiatan]',
 '<p>Dasar: [dasar penugasan].</p><p>Untuk:</p><ol><li>melaksanakan [tugas] pada [tanggal] di [tempat];</li><li>melaporkan hasilnya secara tertulis paling lambat [tanggal].</li></ol><p>Surat tugas ini dilaksanakan dengan penuh tanggung jawab.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Covering letter', 'cover', 'en', '[position and office of the recipient]', 'Submission of [documents]',
 '<p>Please find enclosed:</p><table><tbody><tr><th>No.</th><th>Item</th><th>Quantity</th><th>Remarks</th></tr><tr><td>1</td><td>[document]</td><td>[quantity]</td><td>[remarks]</td></tr></tbody></table><p>We would be grateful if you would confirm receipt.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Invitation', 'invitation', 'en', '[name or position of the recipient]', 'Invitation to [event]',
 '<p>Dear [name],</p><p>We have the pleasure of inviting you to [event]:</p><table><tbody><tr><td>Date</td><td>[date]</td></tr><tr><td>Time</td><td>[time]</td></tr><tr><td>Venue</td><td>[venue]</td></tr><tr><td>Programme</td><td>[programme]</td></tr></tbody></table><p>Kindly confirm your attendance to [press contact] by [date].</p><p>Yours sincerely,</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Memorandum', 'memo', 'en', '[position of the recipient]', '[subject]',
 '<p>With reference to [basis], we report that [content].</p><p>We await your direction.</p>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z'),
('Letter of assignment', 'assignment', 'en', '[name, rank and position]', 'Assignment to [event]',
 '<p>Basis: [basis of the assignment].</p><p>You are assigned to:</p><ol><li>carry out [task] on [date] at [place];</li><li>report on it in writing by [date].</li></ol>',
 '', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z');
