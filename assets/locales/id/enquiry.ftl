### Permintaan konfirmasi, wawancara, dan data: ruang, kata pada perintah, dan teks yang disiapkan.

nav-enquiries = Permintaan media
enquiry-subtitle = { $open ->
    [0] Tidak ada yang menunggu jawaban
   *[other] { $open } menunggu jawaban
  }{ $overdue ->
    [0] {""}
   *[other] , { $overdue } lewat tenggat
  }
enquiry-new = Catat permintaan
enquiry-search = Cari hal, penanya, media, OPD, atau jawaban
enquiry-empty = Belum ada permintaan
enquiry-empty-hint = Catat setiap permintaan konfirmasi, wawancara, atau data dari wartawan dengan tenggatnya. Warta mengingatkan sampai dijawab dan mengukur lamanya.
enquiry-none-found = Tidak ada permintaan yang cocok
enquiry-none-yet = Belum ada permintaan.
enquiry-show-all = Tampilkan semua
enquiry-untitled = Permintaan tanpa hal
enquiry-tab-open = Menunggu jawaban
enquiry-tab-mine = Milik saya
enquiry-tab-overdue = Lewat tenggat
enquiry-tab-all = Semua
enquiry-unit-any = Semua OPD
enquiry-filters = Saringan permintaan
enquiry-export = Ekspor
enquiry-export-xlsx = Sebagai Excel (XLSX)
enquiry-export-csv = Sebagai CSV
enquiry-deleted = Permintaan dibuang ke tempat sampah
enquiry-delete = Buang permintaan

enquiry-kind = Jenis
enquiry-kind-confirmation = Permintaan konfirmasi
enquiry-kind-interview = Wawancara
enquiry-kind-data = Permintaan data
enquiry-of-confirmation = permintaan konfirmasi
enquiry-of-interview = permohonan wawancara
enquiry-of-data = permintaan data
enquiry-channel = Lewat
enquiry-channel-mail = Surel
enquiry-channel-phone = Telepon
enquiry-channel-whatsapp = WhatsApp
enquiry-channel-in_person = Tatap muka
enquiry-state = Keadaan
enquiry-state-new = Baru
enquiry-state-in_work = Dikerjakan
enquiry-state-waiting = Menunggu OPD
enquiry-state-answered = Dijawab
enquiry-state-closed = Ditutup
enquiry-closed-done = Selesai
enquiry-closed-withdrawn = Dibatalkan penanya
enquiry-closed-declined = Tidak dijawab
enquiry-closed-passed_on = Dijawab pihak lain
enquiry-closed-too_late = Terlambat

enquiry-subject = Hal
enquiry-subject-help = Kosong = awal pertanyaannya
enquiry-question = Pertanyaan
enquiry-who = Penanya
enquiry-who-placeholder = Nama wartawan
enquiry-who-new = Tambah sebagai kontak baru
enquiry-who-email = Surel penanya
enquiry-who-whatsapp = WhatsApp penanya
enquiry-who-unknown = Penanya belum dikenal
enquiry-who-know = Jadikan kontak
enquiry-who-known = { $name } kini kontak
enquiry-outlet = Media
enquiry-asked-at = Ditanyakan
enquiry-due = Tenggat
enquiry-due-none = Tanpa tenggat
enquiry-due-add = Beri tenggat
enquiry-due-remove = Hapus tenggat
enquiry-due-at = Tenggat jawaban
enquiry-due-left = { $left } lagi
enquiry-due-over = Lewat { $time }
enquiry-hours = { $hours } jam
enquiry-days = { $days } hari
enquiry-minutes = { $minutes } menit
enquiry-days-hours = { $days } hari { $hours } jam
enquiry-hours-minutes = { $hours } jam { $minutes } menit
enquiry-took = Dijawab dalam { $time }
enquiry-response-time = Waktu jawab
enquiry-owner = Penanggung jawab
enquiry-owner-none = Belum ada
enquiry-assign-me = Saya kerjakan
enquiry-assigned = Ditugaskan kepada { $name }
enquiry-unit = OPD yang menjawab
enquiry-unit-short = OPD
enquiry-release = Siaran pers
enquiry-event = Kegiatan media
enquiry-response = Surelnya
enquiry-notes = Catatan
enquiry-notes-help = Hanya untuk kantor
enquiry-remind-on = Ingatkan OPD
enquiry-facts = Keterangan permintaan
enquiry-created = Permintaan dicatat
enquiry-more-fields = Tenggat, OPD, dan penanggung jawab

enquiry-step-unit = 1. Bahan dari OPD
enquiry-step-unit-hint = Minta bahan jawaban kepada OPD; setiap permintaan dan pengingat tercatat di sini.
enquiry-ask = Minta bahan ke OPD
enquiry-remind = Ingatkan OPD
enquiry-ask-hint = Kirim teks ini lewat WhatsApp atau surel, lalu catat. Jawabannya ditunggu sampai Anda mencatatnya.
enquiry-ask-text = Teks
enquiry-ask-how = Dikirim lewat
enquiry-ask-log = Catat sudah diminta
enquiry-remind-log = Catat sudah diingatkan
enquiry-ask-open-chat = Buka WhatsApp { $name }
enquiry-ask-open-mail = Tulis surel ke { $name }
enquiry-ask-no-reach = Belum ada nomor atau surel OPD ini. Tambahkan pada organisasinya atau pejabat penghubungnya.
enquiry-asked = { $unit } dimintai bahan
enquiry-reminded = { $unit } diingatkan
enquiry-unit-answer = Catat jawaban OPD
enquiry-unit-answer-hint = Apa yang disampaikan OPD, apa adanya.
enquiry-unit-answered = Jawaban OPD tercatat
enquiry-log-asked = Diminta lewat { $channel }
enquiry-log-reminded = Diingatkan lewat { $channel }
enquiry-log-unit_answered = Menjawab lewat { $channel }
enquiry-log-delete = Hapus catatan ini
enquiry-log-deleted = Catatan dihapus
enquiry-step-statement = 2. Pernyataan yang disetujui
enquiry-step-statement-hint = Kalimat yang boleh disampaikan, dan siapa yang menyetujuinya.
enquiry-clear = Catat persetujuan
enquiry-clear-change = Ubah pernyataan
enquiry-clear-text = Pernyataan
enquiry-clear-by = Disetujui oleh
enquiry-clear-by-help = Nama atau jabatan yang berwenang
enquiry-clear-keep = Simpan juga ke pustaka pernyataan
enquiry-cleared = Pernyataan disetujui
enquiry-cleared-by = Disetujui { $name }, { $when }
enquiry-from-library = Ambil dari pustaka
enquiry-step-answer = 3. Jawaban kepada wartawan
enquiry-step-answer-hint = Sampaikan, lalu catat. Waktu jawab berhenti dihitung di sini.
enquiry-answer = Jawab
enquiry-answer-text = Jawaban
enquiry-answer-log = Catat sudah dijawab
enquiry-answer-hint = Kirim lewat WhatsApp atau surel, atau sampaikan langsung, lalu catat.
enquiry-answer-not-cleared = Belum ada pernyataan yang disetujui untuk permintaan ini.
enquiry-answer-at = Dijawab pada
enquiry-answered = Jawaban tercatat
enquiry-answered-by = Dijawab { $name } lewat { $channel }, { $when }
enquiry-step-published = 4. Yang terbit
enquiry-close = Tutup permintaan
enquiry-close-hint = Permintaan yang ditutup tidak lagi menunggu; bisa dibuka kembali.
enquiry-close-reason = Alasan
enquiry-close-note = Keterangan
enquiry-closed = Permintaan ditutup
enquiry-closed-line = Ditutup { $name }, { $when }: { $reason }
enquiry-reopen = Buka kembali
enquiry-reopened = Permintaan dibuka kembali
enquiry-of = Permintaan
enquiry-of-none = Belum ada permintaan darinya.
enquiry-make = Jadikan permintaan
enquiry-made = Permintaan dibuat dari balasan ini
enquiry-shown = Buka permintaannya

enquiry-request-subject = Permohonan bahan jawaban: { $subject }
enquiry-request-subject-again = Pengingat: bahan jawaban { $subject }
enquiry-request-until = Mohon bahannya kami terima sebelum { $due }.
enquiry-request-soon = Mohon bahannya kami terima secepatnya.
enquiry-request-mail =
    Yth. { $unit }

    Kami menerima { $kind } dari { $who } tentang { $subject }:

    { $question }

    { $deadline } Mohon disertai nama pejabat yang dapat dikutip.

    Terima kasih.
    { $name }
    { $office }
enquiry-request-mail-again =
    Yth. { $unit }

    Kami ingatkan dengan hormat permintaan bahan jawaban untuk { $who } tentang { $subject }:

    { $question }

    { $deadline } Bila belum ada, mohon kabarnya agar wartawan tidak menunggu.

    Terima kasih.
    { $name }
    { $office }
enquiry-request-chat =
    Yth. { $unit }, ada { $kind } dari { $who }:

    “{ $question }”

    { $deadline }
    { $name }, { $office }
enquiry-request-chat-again =
    Yth. { $unit }, mengingatkan bahan jawaban untuk { $who }:

    “{ $question }”

    { $deadline }
    { $name }, { $office }
enquiry-answer-subject = Re: { $subject }

enquiry-question-missing = Tulis pertanyaannya, atau halnya dalam satu baris.
enquiry-asker-missing = Tulis nama penanya.
enquiry-unit-missing = Pilih dulu OPD yang harus menjawab.
enquiry-is-closed = Permintaan "{ $subject }" sudah ditutup. Buka kembali dulu.
enquiry-is-open = Permintaan "{ $subject }" masih berjalan.
enquiry-nobody-working = Pilih siapa yang bekerja, di Pengaturan atau dengan --as.
enquiry-answer-empty = Tulis jawabannya, atau catat dulu pernyataan yang disetujui.
enquiry-answer-before-question = Jawaban tidak mungkin lebih dulu daripada pertanyaannya. Periksa waktunya.
enquiry-reason-missing = Pilih alasan penutupan: done, withdrawn, declined, passed_on, atau too_late.
enquiry-not-found = Tidak ada permintaan nomor { $id }.
table-format = Pilih xlsx atau csv; "{ $value }" tidak bisa ditulis.

statement-library = Pustaka pernyataan
statement-count = { $count } pernyataan
statement-new = Tambah pernyataan
statement-search = Cari topik, isi, OPD, atau yang menyetujui
statement-empty = Pustaka masih kosong
statement-empty-hint = Pernyataan yang sudah disetujui disimpan di sini bersama siapa yang menyetujui dan sampai kapan berlaku, untuk dipakai lagi.
statement-none-found = Tidak ada pernyataan yang cocok
statement-none-yet = Belum ada pernyataan.
statement-topic = Topik
statement-text = Isi pernyataan
statement-unit = OPD
statement-cleared-by = Disetujui oleh
statement-cleared-on = Tanggal disetujui
statement-valid-until = Berlaku sampai
statement-valid-until-help = Kosong = tanpa batas
statement-valid = Berlaku
statement-expired = Kedaluwarsa
statement-expired-warning = Pernyataan ini berlaku sampai { $day }. Mintalah persetujuan baru sebelum memakainya.
statement-all = Semua
statement-from = Dari permintaan
statement-untitled = Pernyataan tanpa topik
statement-details = Pernyataan
statement-copy-chat = Salin untuk WhatsApp
statement-copied = Disalin, siap ditempel di WhatsApp
statement-use = Pakai
statement-delete = Buang pernyataan
statement-deleted = Pernyataan dibuang ke tempat sampah
statement-text-missing = Tulis isi pernyataannya.
statement-cleared-by-missing = Tulis siapa yang menyetujui pernyataan ini.
statement-valid-before-cleared = Berlaku sampai sebelum hari disetujui. Periksa tanggalnya.

interaction-enquiry_asked = Meminta keterangan
interaction-enquiry_answered = Permintaannya dijawab
today-waiting-enquiries = { $count } permintaan media belum dikerjakan
today-hint-enquiries = Tugaskan, lalu minta bahannya ke OPD
today-enquiries = Permintaan yang mendesak
today-enquiry-remind = Ingatkan { $unit } hari ini

command-enquiry_save = Catat atau ubah permintaan
command-enquiry_from_response = Jadikan balasan permintaan
command-enquiry_assign = Tugaskan permintaan
command-enquiry_ask = Minta bahan ke OPD
command-enquiry_unit_answered = Catat jawaban OPD
command-enquiry_step_delete = Hapus catatan dengan OPD
command-enquiry_clear = Catat persetujuan pernyataan
command-enquiry_answer = Catat jawaban permintaan
command-enquiry_close = Tutup permintaan
command-enquiry_reopen = Buka kembali permintaan
command-enquiry_delete = Buang permintaan
command-statement_save = Simpan pernyataan
command-statement_delete = Buang pernyataan
table-enquiries = Permintaan media
table-enquiry_steps = Langkah dengan OPD
table-statements = Pernyataan
merge-table-enquiries = Permintaan media
merge-table-enquiry_steps = Langkah dengan OPD
merge-table-statements = Pernyataan
column-question = Pertanyaan
column-asker = Penanya
column-outlet = Media
column-asked_at = Ditanyakan
column-due_at = Tenggat
column-due_zone = Zona tenggat
column-remind_on = Ingatkan pada
column-statement = Pernyataan
column-cleared_by = Disetujui oleh
column-cleared_at = Disetujui pada
column-cleared_on = Disetujui pada
column-answer = Jawaban
column-answer_channel = Dijawab lewat
column-answered_at = Dijawab pada
column-answered_by = Dijawab oleh
column-closed_at = Ditutup pada
column-closed_by = Ditutup oleh
column-close_reason = Alasan ditutup
column-close_note = Keterangan penutupan
column-valid_until = Berlaku sampai
column-enquiry = Permintaan

table-head-id = Nomor
table-head-kind = Jenis
table-head-subject = Hal
table-head-question = Pertanyaan
table-head-who = Penanya
table-head-outlet = Media
table-head-channel = Lewat
table-head-asked = Ditanyakan
table-head-due = Tenggat
table-head-zone = Zona
table-head-state = Keadaan
table-head-owner = Penanggung jawab
table-head-unit = OPD
table-head-statement = Pernyataan
table-head-cleared-by = Disetujui oleh
table-head-answer = Jawaban
table-head-answered = Dijawab
table-head-answered-by = Dijawab oleh
table-head-minutes = Waktu jawab (menit)
table-head-published = Pemberitaan
table-head-closed = Ditutup
table-head-reason = Alasan

cli-help-enquiry = Permintaan konfirmasi, wawancara, dan data dari wartawan
cli-help-enquiry-new = Catat permintaan
cli-help-enquiry-list = Daftar permintaan, yang menunggu lebih dulu
cli-help-enquiry-show = Tampilkan satu permintaan dengan langkah-langkahnya
cli-help-enquiry-edit = Ubah permintaan
cli-help-enquiry-assign = Tugaskan permintaan
cli-help-enquiry-ask = Catat bahwa OPD dimintai bahan, atau diingatkan
cli-help-enquiry-text = Tulis teks permintaan bahan ke OPD
cli-help-enquiry-received = Catat jawaban OPD
cli-help-enquiry-clear = Catat pernyataan yang disetujui
cli-help-enquiry-answer = Catat jawaban kepada wartawan
cli-help-enquiry-close = Tutup permintaan
cli-help-enquiry-reopen = Buka kembali permintaan
cli-help-enquiry-delete = Buang permintaan ke tempat sampah
cli-help-enquiry-export = Simpan daftar sebagai XLSX atau CSV
cli-arg-enquiry-id = Nomor permintaan
cli-arg-enquiry-new-question = Pertanyaannya
cli-arg-enquiry-new-from = Penanya: id, surel, atau nomor kontak
cli-arg-enquiry-new-asker = Nama penanya yang belum menjadi kontak
cli-arg-enquiry-new-email = Surelnya; dengan ini penanya menjadi kontak
cli-arg-enquiry-new-whatsapp = Nomor WhatsApp-nya; dengan ini penanya menjadi kontak
cli-arg-enquiry-new-response = Jadikan balasan nomor ini permintaan
cli-arg-enquiry-new-outlet = Media
cli-arg-enquiry-new-kind = confirmation, interview, atau data
cli-arg-enquiry-new-subject = Hal, satu baris
cli-arg-enquiry-new-channel = mail, phone, whatsapp, atau in_person
cli-arg-enquiry-new-due = Tenggat, misalnya "2026-12-01 15:00 WITA"
cli-arg-enquiry-new-unit = OPD yang harus menjawab
cli-arg-enquiry-new-owner = Staf penanggung jawab
cli-arg-enquiry-new-asked = Kapan ditanyakan, misalnya "2026-12-01 09:00"; tanpa ini = sekarang
cli-arg-enquiry-new-event = Nomor kegiatan media tempat ditanyakan
cli-arg-enquiry-edit-set = Isian dan nilainya: kind, subject, question, channel, remind_on, notes; boleh diulang
cli-arg-enquiry-edit-outlet = Media; kosong = hapus
cli-arg-enquiry-edit-unit = OPD yang harus menjawab; kosong = hapus
cli-arg-enquiry-edit-due = Tenggat; kosong = hapus
cli-arg-enquiry-list-search = Kata dalam hal, pertanyaan, penanya, media, OPD, atau jawaban
cli-arg-enquiry-list-open = Hanya yang belum dijawab
cli-arg-enquiry-list-mine = Hanya milik saya
cli-arg-enquiry-list-overdue = Hanya yang lewat tenggat
cli-arg-enquiry-list-unit = Hanya untuk OPD ini
cli-arg-enquiry-list-state = new, in_work, waiting, answered, atau closed
cli-arg-enquiry-list-event = Hanya dari kegiatan media ini
cli-arg-enquiry-list-limit = Jumlah baris terbanyak
cli-arg-enquiry-assign-staff = Nama atau inisial staf; tanpa ini = yang sedang bekerja
cli-arg-enquiry-ask-unit = OPD; tanpa ini = OPD permintaan itu
cli-arg-enquiry-ask-channel = mail, phone, whatsapp, atau in_person
cli-arg-enquiry-ask-text = Yang ditulis atau dikatakan; tanpa ini = teks yang disiapkan
cli-arg-enquiry-ask-remind = Hari pengingat, YYYY-MM-DD; tanpa ini = hari kerja berikutnya
cli-arg-enquiry-text-chat = Untuk WhatsApp, bukan surel
cli-arg-enquiry-received-text = Yang disampaikan OPD
cli-arg-enquiry-received-channel = mail, phone, whatsapp, atau in_person
cli-arg-enquiry-clear-text = Pernyataannya
cli-arg-enquiry-clear-by = Siapa yang menyetujui
cli-arg-enquiry-clear-keep = Simpan juga ke pustaka pernyataan
cli-arg-enquiry-clear-topic = Topik di pustaka; tanpa ini = hal permintaan
cli-arg-enquiry-clear-valid-until = Hari terakhir berlaku di pustaka, YYYY-MM-DD
cli-arg-enquiry-answer-text = Jawabannya; tanpa ini = pernyataan yang disetujui
cli-arg-enquiry-answer-statement = Jawab dengan pernyataan nomor ini dari pustaka
cli-arg-enquiry-answer-channel = mail, phone, whatsapp, atau in_person; tanpa ini = seperti ditanyakan
cli-arg-enquiry-answer-by = Siapa yang menjawab; tanpa ini = yang sedang bekerja
cli-arg-enquiry-answer-at = Kapan, misalnya "2026-12-01 10:30"; tanpa ini = sekarang
cli-arg-enquiry-close-reason = done, withdrawn, declined, passed_on, atau too_late
cli-arg-enquiry-close-note = Keterangan
cli-arg-enquiry-delete-ids = Nomor permintaan
cli-arg-enquiry-export-file = Berkas .xlsx atau .csv
cli-arg-enquiry-export-open = Hanya yang belum dijawab
cli-help-statement = Pustaka pernyataan yang disetujui
cli-help-statement-list = Daftar pernyataan
cli-help-statement-add = Tambah pernyataan
cli-help-statement-delete = Buang pernyataan ke tempat sampah
cli-arg-statement-list-search = Kata dalam topik, isi, OPD, atau yang menyetujui
cli-arg-statement-list-valid = Hanya yang masih berlaku
cli-arg-statement-add-text = Isi pernyataan
cli-arg-statement-add-by = Siapa yang menyetujui
cli-arg-statement-add-topic = Topik
cli-arg-statement-add-unit = OPD
cli-arg-statement-add-on = Tanggal disetujui; tanpa ini = hari ini
cli-arg-statement-add-until = Hari terakhir berlaku
cli-arg-statement-delete-ids = Nomor pernyataan
cli-enquiry-saved = Permintaan { $id } "{ $subject }": { $state }.
cli-enquiry-deleted = { $count } permintaan dibuang ke tempat sampah.
cli-statement-added = Pernyataan { $id } disimpan.
cli-statement-deleted = { $count } pernyataan dibuang ke tempat sampah.
cli-column-who = Penanya
cli-column-unit = OPD
cli-column-cleared = Disetujui
cli-column-asked = Ditanyakan

enquiry-mail-nobody = Alamat surel belum diketahui. Sebutkan alamatnya, atau tambahkan pada kontak atau unit.
enquiry-mail-send = Kirim surel ke { $name } sekarang
enquiry-mail-sent = Surel terkirim ke { $name } dan dicatat
cli-arg-enquiry-ask-send = Kirim lewat surel dari akun kantor; catatan dibuat oleh pengiriman
cli-arg-enquiry-ask-to = Ke alamat ini; kosong = alamat pertama unit
cli-arg-enquiry-answer-send = Kirim lewat surel dari akun kantor; pertanyaan lewat surel dijawab sebagai balasan
cli-arg-enquiry-answer-to = Ke alamat ini; kosong = penanya
