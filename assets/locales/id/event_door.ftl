# Hari H sebuah kegiatan: akreditasi, kartu tanda pengenal, check-in, catatan, daftar hadir.

door-category-press = Pers
door-category-speaker = Narasumber
door-category-official = Pejabat
door-category-public = Umum
door-category-crew = Panitia

# Mengapa seseorang belum boleh masuk.
checkin-too-many-windows = Sudah ada { $most } jendela check-in.
checkin-nobody = Sebutkan siapa yang hadir: seorang tamu atau sebuah kode.
checkin-event-cancelled = “{ $event }” dibatalkan{ $reason }. Tidak ada yang dapat dicatat hadir.
checkin-other-event = { $name } adalah tamu kegiatan lain: “{ $event }”.
checkin-code-unknown = Tidak ada tamu dengan kode { $code }. Cari namanya, atau daftarkan di tempat.
checkin-code-removed = { $name } sudah dikeluarkan dari daftar tamu. Cari namanya, atau daftarkan di tempat.
checkin-withdrawn = Undangan { $name } telah ditarik{ $reason }.
checkin-refused = Akreditasi { $name } ditolak{ $reason }.
checkin-waiting = { $name } masih di daftar tunggu dan belum mendapat tempat{ $reason }.
checkin-not-here = { $name } belum hadir, jadi tidak dapat dicatat pulang.
checkin-name-missing = Isi namanya.
checkin-same-name = { $name } ({ $outlet }) sudah ada di daftar. Catat tamu itu hadir, atau nyatakan bahwa ini orang lain.
checkin-substitute-for-whom = Sebutkan siapa yang diwakili.
checkin-substitute-here = { $name } sudah hadir, jadi tidak perlu diwakili.
checkin-substitute-self = { $name } tidak dapat mewakili dirinya sendiri.
checkin-who-unknown = “{ $who }” bukan tamu kegiatan ini.
checkin-who-several = “{ $who }” cocok dengan beberapa tamu: { $names }.
accreditation-reason-missing = Sebutkan alasan akreditasi ditolak.
accreditation-is-in = { $name } sudah hadir. Batalkan dulu catatan hadirnya.
event-note-empty = Tulis apa yang disampaikan.
event-note-other-event = { $name } adalah tamu kegiatan lain.
event-badges-nobody = “{ $event }” belum punya tamu untuk dibuatkan kartu.
attendance-column-unknown = Tidak ada kolom { $column }. Yang ada: { $columns }.
attendance-name-missing = Daftar hadir memerlukan kolom nama.
attendance-blank-rows = Antara 0 dan { $most } baris kosong.

# Di kertas.
event-badges-file = Kartu tanda pengenal { $event }
attendance-title = Daftar hadir
attendance-file = Daftar hadir { $event }
attendance-file-filled = Yang hadir { $event }
attendance-event = Kegiatan
attendance-when = Waktu
attendance-where = Tempat
attendance-column-number = No.
attendance-column-name = Nama
attendance-column-outlet = Media/instansi
attendance-column-position = Jabatan
attendance-column-category = Sebagai
attendance-column-phone = Nomor HP
attendance-column-email = Surel
attendance-column-arrived = Hadir pukul
attendance-column-left = Pulang pukul
attendance-column-notes = Catatan
attendance-column-signature = Tanda tangan
event-notes-file = Pertanyaan dan aspirasi
event-note-agenda-yes = ya
table-head-note-kind = Jenis
table-head-note-at = Waktu
table-head-note-who = Siapa
table-head-note-text = Yang disampaikan
table-head-note-agenda = Agenda pemberitaan
interaction-event_attended = Hadir di kegiatan
interaction-event_missed = Tidak hadir di kegiatan
history-event_attended = Hadir di kegiatan
history-event_missed = Tidak hadir di kegiatan

# Layar check-in.
checkin-title = Check-in
checkin-open = Buka check-in
checkin-open-window = Buka check-in di jendela sendiri
checkin-search = Nama, media, nomor, atau kode tamu
checkin-hint = ketik dua huruf atau pindai kartu
checkin-more = { $count ->
   *[other] { $count } tamu lagi: ketik lebih banyak huruf
}
checkin-none = Tidak ada tamu yang cocok dengan “{ $text }”. Tekan F2 untuk mendaftar di tempat.
checkin-now = Hadir
checkin-here-at = Hadir { $time }
checkin-left-at = Pulang { $time }
checkin-late = terlambat
checkin-walk-in-mark = daftar di tempat
checkin-for = mewakili { $name }
checkin-state-yes = Akan hadir
checkin-state-no = Berhalangan
checkin-state-maybe = Mungkin
checkin-state-none = Belum konfirmasi
checkin-state-waiting = Daftar tunggu
checkin-state-withdrawn = Undangan ditarik
checkin-state-refused = Akreditasi ditolak
checkin-state-replaced = Diwakili { $name }
checkin-done-arrived = { $name } sudah masuk
checkin-done-late = { $name } sudah masuk, terlambat
checkin-done-back = { $name } kembali
checkin-done-left = { $name } sudah pulang
checkin-done-already = { $name } sudah dicatat hadir pukul { $time }
checkin-done-left-already = { $name } sudah dicatat pulang pukul { $time }
checkin-done-walk-in = { $name } masuk, daftar di tempat
checkin-done-substitute = { $name } masuk, mewakili { $for }
checkin-undone = Dibatalkan: { $name }
checkin-undo-nothing = Tidak ada yang dapat dibatalkan di sini.
checkin-refusal = Berhenti
checkin-anyway = Tetap izinkan masuk
checkin-said-no = Sebelumnya menyatakan berhalangan.
checkin-key-walk-in = Daftar di tempat
checkin-key-substitute = Perwakilan
checkin-key-left = Pulang
checkin-key-anyway = Tetap izinkan
checkin-key-undo = Urungkan terakhir
checkin-key-notes = Catatan
checkin-key-sheet = Daftar hadir
checkin-key-full = Layar penuh
checkin-leave = Kembali ke kegiatan
checkin-pick-first = Cari dulu tamunya, lalu tekan tombolnya.
checkin-arrived-of = { $arrived } dari { $expected } sudah hadir
checkin-has-arrived = sudah hadir
checkin-count-here = Sedang di tempat
checkin-count-to-come = Akan hadir, belum tiba
checkin-count-unanswered = Belum konfirmasi, belum tiba
checkin-count-replaced = Diwakili
checkin-count-walk-ins = Daftar di tempat
checkin-count-late = Terlambat
checkin-count-left = Sudah pulang
checkin-count-outlets = Media yang hadir
checkin-by-category = Menurut jenis tamu
checkin-by-outlet = Menurut media
checkin-no-outlet = Tanpa media
checkin-recent = Baru saja
checkin-saved = Semua tersimpan di komputer ini
checkin-walk-in-title = Daftar di tempat
checkin-walk-in-text = Orang yang tidak ada di daftar menjadi tamu dan langsung dicatat hadir.
checkin-substitute-title = Mewakili { $name }
checkin-substitute-text = Yang datang sebagai perwakilan menjadi tamu dan langsung dicatat hadir.
checkin-field-name = Nama
checkin-field-outlet = Media/instansi
checkin-field-phone = Nomor HP
checkin-field-category = Sebagai
checkin-offers = Apakah ini orangnya?
checkin-offer-guest = di daftar tamu
checkin-offer-contact = di daftar media
checkin-offer-phone = nomor sama
checkin-let-in = Catat hadir
checkin-other-person = Orang lain: catat hadir
checkin-cancelled-banner = Kegiatan ini dibatalkan. Tidak ada yang dapat dicatat hadir.

# Tab pada halaman kegiatan.
door-arrivals = Kedatangan
door-papers = Kartu dan daftar
door-accreditation = Akreditasi
door-notes = Pertanyaan, aspirasi, dan pernyataan
door-badges = Kartu tanda pengenal
door-sheet = Daftar hadir
door-badges-title = Cetak kartu tanda pengenal
door-badges-text = Dengan nama, media, foto, jenis tamu, dan kode QR yang dibaca layar check-in.
door-badges-paper = Kertas
door-badges-paper-a4 = A4, delapan kartu untuk digunting
door-badges-paper-a6 = A6, satu kartu per halaman
door-badges-paper-label-70x37 = Label 70 × 37 mm, 24 per lembar
door-badges-paper-label-99x57 = Label 99 × 57 mm, 10 per lembar
door-badges-skip = Label lembar pertama yang sudah terpakai
door-badges-whom = Untuk siapa
door-badges-all = Semua tamu yang boleh hadir
door-badges-approved = Hanya tamu yang terakreditasi
door-badges-chosen = { $count ->
   *[other] Hanya { $count } yang dipilih
}
door-badges-save = Simpan PDF
door-sheet-title = Daftar hadir
door-sheet-text = Untuk ditandatangani sebelum kegiatan, dengan kop surat; sesudahnya, siapa yang hadir dan pukul berapa.
door-sheet-what = Daftar
door-sheet-to-sign = Untuk ditandatangani
door-sheet-filled = Yang hadir
door-sheet-columns = Kolom, menurut urutannya
door-sheet-column-up = Naikkan { $column }
door-sheet-column-down = Turunkan { $column }
door-sheet-blank = Baris kosong di akhir
door-sheet-pdf = Simpan PDF
door-sheet-xlsx = Simpan buku kerja
door-accreditation-empty = Belum ada tamu
door-accreditation-empty-hint = Yang ada di daftar tamu dapat diakreditasi di sini.
door-accreditation-none-here = Tidak ada yang berstatus ini.
door-accreditation-all = Semua
door-state-none = Belum diajukan
door-state-requested = Perlu diperiksa
door-state-approved = Disetujui
door-state-refused = Ditolak
door-request = Catat pengajuan
door-approve = Setujui
door-refuse = Tolak
door-reopen = Periksa lagi
door-refuse-title = Tolak akreditasi
door-refuse-text = { $count ->
   *[other] Alasannya disimpan pada { $count } tamu dan ditampilkan di pintu.
}
door-reason = Alasan
door-requested = { $count ->
   *[other] { $count } pengajuan dicatat
}
door-decided-approve = { $count ->
   *[other] { $count } disetujui
}
door-decided-refuse = { $count ->
   *[other] { $count } ditolak
}
door-decided-reopen = { $count ->
   *[other] { $count } akan diperiksa lagi
}
door-choose = Pilih { $name }
door-choose-all = Pilih semua
door-chosen = { $count ->
   *[other] { $count } dipilih
}
door-check-press_card = Kartu pers
door-check-assignment_letter = Surat tugas
door-check-outlet = Media
door-check-photo = Foto
door-found-good = ada
door-found-doubtful = periksa
door-found-missing = belum ada
door-level-factual = terverifikasi faktual
door-level-administrative = terverifikasi administratif
door-level-none = belum terverifikasi
door-level-unknown = verifikasi belum diketahui
door-until = sampai { $day }
door-card-number = Nomor kartu pers
door-letter-number = Nomor surat tugas
door-photo-set = Foto untuk kartu
door-photo-remove = Hapus foto
door-scans = Pindaian di daftar media
door-scans-none = Tidak ada pindaian di daftar media.
door-history = Keputusan
door-history-none = Belum ada keputusan.
door-details = Lihat { $name }

# Yang disampaikan.
event-note-kind-question = Pertanyaan
event-note-kind-aspiration = Aspirasi
event-note-kind-statement = Pernyataan
event-note-kind-note = Catatan
event-note-kind = Jenis
event-note-who = Siapa
event-note-who-help = Seorang tamu, atau nama siapa saja
event-note-text = Yang disampaikan
event-note-answer = Jawaban
event-note-agenda = Untuk agenda pemberitaan
event-note-agenda-mark = agenda pemberitaan
event-note-add = Catat
event-note-save = Simpan
event-note-edit = Ubah yang disampaikan { $who }
event-note-delete = Hapus
event-note-saved = Sudah dicatat
event-note-deleted = Sudah dihapus
event-note-empty-list = Belum ada yang dicatat
event-note-empty-hint = Pertanyaan pers, aspirasi warga, dan pernyataan narasumber dicatat di sini.
event-note-open = belum dijawab
event-note-anybody = Seseorang
event-note-export = Simpan buku kerja
event-notes-title = Pertanyaan dan aspirasi
event-notes-subtitle = Dari semua kegiatan
event-notes-all = Semua
event-notes-search = Cari siapa, isi, dan jawaban
event-notes-over-all = Dari semua kegiatan
event-notes-none = Tidak ada yang cocok.

# Baris perintah.
cli-help-event-checkin = Catat tamu hadir
cli-help-event-badges = Tulis kartu tanda pengenal sebagai PDF
cli-help-event-attendance = Tulis daftar hadir sebagai PDF atau buku kerja
cli-help-event-accredit = Putuskan akreditasi tamu
cli-help-event-door = Tampilkan berapa yang hadir
cli-help-event-note = Catat yang disampaikan
cli-help-event-notes = Tampilkan yang disampaikan, dari satu kegiatan atau semua
cli-arg-event-checkin-who = Kode kartu, id, nama, alamat surel, atau nomor
cli-arg-event-checkin-anyway = Walaupun tidak punya tempat atau ditolak
cli-arg-event-checkin-left = Tamu pulang
cli-arg-event-checkin-walk-in = Tidak ada di daftar: WHO adalah namanya
cli-arg-event-checkin-substitute-for = Mewakili tamu ini: WHO adalah nama yang datang
cli-arg-event-checkin-outlet = Media yang daftar di tempat atau mewakili
cli-arg-event-checkin-phone = Nomor yang daftar di tempat atau mewakili
cli-arg-event-checkin-undo = Membatalkan tindakan terakhir di pintu ini
cli-arg-event-badges-file = Berkas PDF
cli-arg-event-badges-paper = a4, a6, label (99 × 57 mm), label-70x37 atau label-99x57
cli-arg-event-badges-guest = Hanya tamu ini
cli-arg-event-badges-skip = Label yang sudah terpakai
cli-arg-event-attendance-file = Berkas .pdf atau .xlsx
cli-arg-event-attendance-filled = Yang hadir
cli-arg-event-attendance-to-sign = Untuk ditandatangani
cli-arg-event-attendance-columns = Kolom menurut urutannya, dipisah koma
cli-arg-event-attendance-blank = Baris kosong di akhir
cli-arg-event-accredit-who = Para tamu
cli-arg-event-accredit-decision = request, approve, refuse, atau reopen
cli-arg-event-accredit-reason = Alasan
cli-arg-event-note-text = Yang disampaikan
cli-arg-event-note-kind = question, aspiration, statement, atau note
cli-arg-event-note-who = Siapa yang menyampaikan: seorang tamu, atau nama siapa saja
cli-arg-event-note-answer = Jawaban
cli-arg-event-note-agenda = Untuk agenda pemberitaan
cli-arg-event-notes-agenda = Hanya yang untuk agenda pemberitaan
cli-arg-event-notes-kind = question, aspiration, statement, atau note
cli-arg-event-notes-file = Menulisnya sebagai .xlsx atau .csv
cli-checkin-who-missing = Sebutkan siapa: WHO, atau --undo.
cli-event-door-line = { $event }: { $arrived } dari { $expected } sudah hadir, { $to_come } belum tiba, { $late } terlambat, { $walk_ins } daftar di tempat, { $left } sudah pulang.
cli-event-accredited = { $count ->
   *[other] { $count } tamu diubah.
}
cli-event-noted = Dicatat sebagai { $id }.
cli-event-note-kind-question = Pertanyaan
cli-event-note-kind-aspiration = Aspirasi
cli-event-note-kind-statement = Pernyataan
cli-event-note-kind-note = Catatan
cli-column-event = Kegiatan
cli-column-answer = Jawaban
cli-column-code = kode

# Jejak perubahan.
command-check_in = Catat tamu hadir
command-check_in_walk_in = Daftar di tempat
command-check_in_substitute = Catat perwakilan
command-check_in_leave = Catat tamu pulang
command-accreditation_request = Catat pengajuan akreditasi
command-accreditation_decide = Putuskan akreditasi
command-event_guest_photo = Ganti foto kartu tamu
command-event_note_save = Catat yang disampaikan
command-event_note_delete = Hapus catatan kegiatan
command-event_badges = Cetak kartu tanda pengenal
command-attendance_form_save = Ubah bentuk daftar hadir
table-event_notes = Catatan kegiatan
