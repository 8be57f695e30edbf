### Setelah distribusi: laporan, coba lagi, alamat yang diperbaiki, tindak lanjut, persetujuan.

# Laporan
report-title = Laporan distribusi
report-file = Laporan distribusi { $headline }
report-format = "{ $value }" bukan bentuk laporan. Pilih pdf atau xlsx.
report-open = Laporan
report-back = Ke distribusi
report-save-pdf = Simpan sebagai PDF
report-save-xlsx = Simpan sebagai Excel
report-of-distribution = Distribusi { $when } · { $count } penerima
report-distributions = Distribusi siaran pers ini
report-channel-mail = Surel
report-channel-by_hand = Telepon atau langsung
report-channel-whatsapp = WhatsApp
report-channel-group = Grup WhatsApp
report-all-channels = Semua saluran
report-by-channel = Per saluran
report-measure = Hasil
report-facts = Tentang distribusi ini
report-fact-release = Siaran pers
report-fact-number = Nomor
report-fact-state = Keadaan
report-fact-queued = Dikirim
report-fact-begun = Mulai berangkat
report-fact-ended = Selesai
report-fact-embargo = Embargo sampai
report-fact-version = Naskah
report-fact-approved = Disetujui
report-fact-account = Akun pengirim
report-fact-languages = Bahasa naskah
report-language-sums = { $language }: { $count }, terkirim { $sent }
report-fact-subject = Subjek
report-fact-lists = Kelompok penerima
report-fact-minus-lists = Kelompok yang dikurangkan
report-fact-people = Orang yang dipilih satu per satu
report-fact-guard = Jarak dari pesan sebelumnya
report-fact-excluded = Dikecualikan
report-fact-as-of = Keadaan pada
report-fact-purpose = Lanjutan dari
report-purpose-resend = Kirim ulang ke alamat yang diperbaiki
report-purpose-follow_up = Tindak lanjut
report-version = Versi { $version }, { $when }
report-not-approved = Belum pernah disetujui
report-by = { $when } oleh { $actor }
report-days = { $days } hari
report-account-folder = Folder kotak keluar (tidak ada yang keluar dari komputer ini)
report-sum-total = Penerima
report-sum-sent = Sampai
report-sum-waiting = Masih menunggu
report-sum-refused = Ditolak
report-sum-bounced = Terpental
report-sum-unsure = Belum pasti terkirim
report-sum-cancelled = Dibatalkan
report-sum-suppressed = Ditahan
report-sum-replied = Membalas
report-sum-opted-out = Minta tidak dikirimi lagi
report-sum-auto-replied = Balasan otomatis
report-sum-coming = Akan hadir
report-sum-not-coming = Tidak hadir
report-sum-perhaps = Mungkin hadir
report-steps = Jejak
report-step-queued = Dimasukkan ke antrean untuk { $count } penerima
report-step-begun = Mulai berangkat
report-step-wave = Gelombang berikutnya berangkat: { $note } ({ $count } penerima)
report-step-retried = { $count } yang gagal dicoba lagi
report-step-resend = Dikirim ulang ke { $count } alamat yang diperbaiki (distribusi { $id })
report-step-follow_up = { $count } orang ditindaklanjuti (distribusi { $id })
report-step-ended = Surat terakhir selesai
report-step-cancelled = Sisanya dibatalkan
report-when = Waktu
report-what = Kejadian
report-who = Oleh
report-excluded = Dikecualikan ({ $count })
report-excluded-none = Tidak ada yang dikecualikan
report-recipients = Penerima ({ $count })
report-more = { $count } penerima lagi ada di laporan Excel.
report-id = ID kontak
report-name = Nama
report-outlet = Media
report-channel = Saluran
report-address = Alamat atau nomor
report-language = Bahasa naskah
report-state = Keadaan
report-reason = Alasan
report-note = Catatan
report-reply-code = Kode jawaban server
report-enhanced-code = Kode status
report-reply-text = Jawaban server
report-attempts = Percobaan
report-wave = Gelombang
report-sent-at = Sampai pada
report-done-by = Dikerjakan oleh
report-changed-at = Berubah pada
report-answer = Balasan
report-answered-at = Dibalas pada
report-answer-text = Isi balasan
report-opted-out = Minta tidak dikirimi lagi
report-rsvp = Kehadiran
report-auto-replied = Balasan otomatis
report-asked-again = Kali ditindaklanjuti
report-zone = Zona waktu
report-message-id = ID surat
report-yes = ya
report-sheet-sums = Ringkasan
report-sheet-recipients = Penerima
report-sheet-excluded = Dikecualikan
report-answer-reply = Membalas
report-answer-opt_out = Minta tidak dikirimi lagi
report-answer-auto_reply = Balasan otomatis
report-answer-rsvp = Menjawab undangan
report-rsvp-ACCEPTED = Akan hadir
report-rsvp-DECLINED = Tidak hadir
report-rsvp-TENTATIVE = Mungkin hadir

# Coba lagi yang gagal
distribution-nothing-to-retry = Tidak ada yang dapat dicoba lagi pada distribusi { $id }.
retry-title = Coba lagi yang gagal
retry-button = Coba lagi yang gagal ({ $count })
retry-failed = { $count } surat gagal
retry-explain = Surat yang sudah sampai atau belum pasti terkirim tidak disentuh. Naskahnya tetap sama.
retry-again = Dicoba lagi
retry-not = Tidak dicoba lagi
retry-not-do_not_contact = Tidak dicoba: jangan hubungi
retry-not-bad_address = Tidak dicoba: surel tidak aktif
retry-not-address_changed = Tidak dicoba: alamatnya sudah diganti
retry-not-reached_since = Tidak dicoba: sudah mendapat siaran pers ini
retry-not-deleted = Tidak dicoba: kontak sudah dihapus
retry-unsure = { $count } surat belum pasti terkirim; tentukan satu per satu.
retry-all-left = { $count } gagal, tidak ada yang dapat dicoba lagi
retry-done = { $count } surat dicoba lagi
retry-do = Coba lagi { $count } surat

# Alamat yang diperbaiki
mended-title = { $count } orang kini punya alamat lain
mended-explain = Surat kepada mereka gagal, dan sejak itu alamatnya diperbaiki. Mereka mendapat naskah yang sama seperti penerima lain, sebagai distribusi kecil.
mended-address = Alamat yang berlaku
mended-failed = Alamat yang gagal
mended-send = Kirim ke alamat baru
mended-none = Belum ada alamat yang diperbaiki.
distribution-resend-not-now = { $name } tidak (lagi) menunggu kiriman ulang: alamatnya belum diperbaiki, atau siaran pers ini sudah sampai kepadanya.

# Tindak lanjut
follow-up-mail-subject = Menindaklanjuti: {"{{headline}}"}
follow-up-mail-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Beberapa hari lalu kami mengirimkan naskah di bawah ini. Barangkali terlewat, jadi kami sampaikan sekali lagi. Bila perlu keterangan tambahan, foto, atau narasumber, kami siap membantu.

    Hormat kami,
    {"{{office}}"}
follow-up-title = Tindak lanjut
follow-up-proposed = { $count } orang layak ditanya lagi
follow-up-silent = { $count } orang belum memberi kabar
follow-up-explain = Sudah mendapat naskah ini dan belum menjawab. Yang menolak, minta tidak dikirimi lagi, atau sudah ditanya { $most } kali tidak ada di sini.
follow-up-open = Tindak lanjuti
follow-up-choose = Pilih orangnya
follow-up-how = Dengan apa
follow-up-by-mail = Surat singkat
follow-up-by-call = Daftar telepon
follow-up-subject = Subjek
follow-up-text = Surat pengantar singkat
follow-up-text-hint = Naskah siaran pers menyusul di bawahnya, sama seperti yang sudah dikirim.
follow-up-call-hint = Setiap orang masuk ke antrean telepon dan WhatsApp; yang ditandai selesai tercatat di riwayat kontaknya.
follow-up-days = { $days } hari kerja
follow-up-times = sudah ditanya { $times } kali
follow-up-nobody = Tidak ada yang perlu ditanya lagi.
follow-up-nobody-chosen = Pilih setidaknya satu orang.
follow-up-is-due = waktunya
follow-up-check = Periksa
follow-up-send = Kirim kepada { $count } orang
follow-up-call = Buat daftar telepon untuk { $count } orang
follow-up-excluded = Dikecualikan: { $names }
follow-up-not-silent = { $name } tidak perlu ditanya lagi: sudah menjawab, menolak, minta tidak dikirimi lagi, sudah cukup sering ditanya, atau sedang menunggu surat.
follow-up-corrected = Siaran pers ini sudah diralat, jadi tidak ditindaklanjuti.
follow-up-rule-on = Aturan kantor: tanya lagi sesudah { $from } sampai { $until } hari kerja tanpa kabar, paling banyak { $most } kali.
follow-up-rule-off = Aturan tindak lanjut tidak aktif (Pengaturan, Pengiriman).
follow-up-rule = Usulan tindak lanjut
follow-up-rule-hint = Warta mengusulkan siapa yang layak ditanya lagi; mengirim tetap keputusan Anda. Lazimnya sesudah 3 sampai 5 hari kerja, paling banyak dua kali.
follow-up-rule-turn-on = Usulkan tindak lanjut
follow-up-rule-from-label = Sesudah hari kerja ke-
follow-up-rule-until-label = Sampai hari kerja ke-
follow-up-rule-most-label = Paling banyak (kali)
follow-up-rule-holidays-label = Hari libur
follow-up-rule-holidays-help = Satu tanggal per baris, misalnya 2026-12-25. Sabtu dan Minggu selalu libur.
follow-up-rule-from = Isi 1 sampai 60 hari kerja.
follow-up-rule-until = Isi hari kerja yang tidak lebih awal daripada hari mulai, paling lama 60.
follow-up-rule-most = Isi 1 sampai 5 kali.
follow-up-rule-holiday = "{ $value }" bukan tanggal. Tulis seperti 2026-12-25.
follow-up-rule-saved = Aturan tindak lanjut tersimpan

# Ralat dan pemberitahuan penarikan
distribution-problem-original-missing = { $count } orang yang mendapat naskah aslinya tidak ada di antara penerima.
distribution-problem-original-others = { $count } penerima tidak pernah mendapat naskah aslinya.
distribution-problem-original-unsure = { $count } surat naskah asli belum pasti terkirim; tentukan dahulu di distribusinya.
original-title = Yang mendapat naskah asli
original-explain = { $count } penerima mendapat "{ $headline }". Ralat atau pemberitahuan ini pergi tepat kepada mereka.
original-on = Kirim tepat kepada yang mendapat naskah asli

# Hari ini
today-approvals = Menunggu persetujuan
today-approval-mine = Pada Anda sejak { $when }
today-approval-anybody = Menunggu siapa pun sejak { $when }
today-approval-other = Pada { $holder } sejak { $when }
today-approval-from = dari { $from }

# Baris perintah
cli-help-distribution-report = Laporan satu distribusi; dengan --pdf atau --xlsx sebagai berkas
cli-help-distribution-retry = Coba lagi yang gagal dan alamatnya mungkin berlaku
cli-help-distribution-resend = Kirim naskah yang sama ke alamat yang diperbaiki
cli-help-distribution-followup = Tampilkan siapa yang layak ditanya lagi, atau tanya lagi
cli-arg-distribution-report-pdf = Tulis laporan ke berkas PDF di atas kop surat
cli-arg-distribution-report-xlsx = Tulis laporan ke buku kerja Excel
cli-arg-distribution-retry-dry-run = Hanya tampilkan yang akan dicoba lagi
cli-arg-distribution-followup-to = Siapa (ID, surel, atau telepon); kosong = yang diusulkan aturan
cli-arg-distribution-followup-calls = Sebagai daftar telepon, tanpa surat
cli-arg-distribution-followup-subject = Subjek surat
cli-arg-distribution-followup-text = Surat pengantar singkat
cli-retried = Distribusi { $id }: { $count } surat dicoba lagi. warta outbox run atau jendela yang terbuka mengirimnya.
cli-column-channel = Saluran
cli-column-refused = Ditolak
cli-column-bounced = Terpental
cli-column-replied = Membalas
cli-column-opted-out = Berhenti
cli-column-coming = Hadir
cli-column-not-coming = Tidak hadir
cli-column-failed-address = Alamat gagal
cli-column-working-days = Hari kerja
cli-column-times = Kali
cli-column-proposed = Usulan

command-distribution_retry = Coba lagi yang gagal
command-follow_up_rule_save = Ubah aturan tindak lanjut
command-distribution_report_export = Simpan laporan distribusi
