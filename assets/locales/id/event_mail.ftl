### Surat kepada tamu kegiatan: undangan, pengingat, perubahan, pembatalan, ucapan terima kasih.

# Yang ditulis di dalam surat
event-mail-kicker-invitation = Undangan
event-mail-kicker-reminder = Pengingat undangan
event-mail-kicker-update = Perubahan kegiatan
event-mail-kicker-cancellation = Pembatalan
event-mail-kicker-thanks = Terima kasih
event-mail-kicker-missed = Kabar kegiatan
event-mail-lead = { $when }, di { $place }
event-mail-line-theme = Tema
event-mail-line-host = Penyelenggara
event-mail-line-online = Tautan daring
event-mail-line-map = Peta
event-mail-line-dress = Busana

event-mail-invitation-subject = Undangan: {"{{headline}}"}, { $day }
event-mail-invitation-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Kami mengundang {"{{outlet|redaksi Bapak/Ibu}}"} untuk hadir dan meliput kegiatan di bawah ini.

    Mohon konfirmasi kehadiran lewat tombol pada undangan kalender, atau balas pesan ini dengan “siap hadir” atau “berhalangan”. Bila diwakili, sebutkan nama yang mewakili.

    Terima kasih atas perhatian dan kehadirannya.

    {"{{office}}"}
event-mail-reminder-subject = Mohon konfirmasi: {"{{headline}}"}, { $day }
event-mail-reminder-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Kami belum menerima konfirmasi kehadiran untuk kegiatan di bawah ini. Apakah kami dapat menantikan kehadirannya?

    Jawab lewat tombol pada undangan kalender, atau balas pesan ini dengan “siap hadir” atau “berhalangan”. Bila diwakili, sebutkan nama yang mewakili.

    Terima kasih.

    {"{{office}}"}
event-mail-update-subject = Perubahan: {"{{headline}}"}, { $day }
event-mail-update-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Ada perubahan pada kegiatan yang kami undang sebelumnya. Waktu dan tempat yang berlaku sekarang ada di bawah ini, dan undangan kalender terlampir memperbarui yang lama.

    Mohon konfirmasi lagi apakah masih dapat hadir, lewat tombol pada undangan kalender atau dengan membalas pesan ini.

    Mohon maaf atas perubahan ini. Terima kasih.

    {"{{office}}"}
event-mail-cancellation-subject = Batal: {"{{headline}}"}, { $day }
event-mail-cancellation-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Dengan menyesal kami sampaikan bahwa kegiatan di bawah ini dibatalkan. Alasannya: { $reason }

    Mohon maaf atas pembatalan ini. Terima kasih atas pengertiannya.

    {"{{office}}"}
event-mail-cancellation-plain-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Dengan menyesal kami sampaikan bahwa kegiatan di bawah ini dibatalkan.

    Mohon maaf atas pembatalan ini. Terima kasih atas pengertiannya.

    {"{{office}}"}
event-mail-withdrawal-subject = Undangan ditarik: {"{{headline}}"}, { $day }
event-mail-withdrawal-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Mohon maaf, undangan kami untuk kegiatan di bawah ini terpaksa kami tarik kembali karena tempat terbatas. Bahan kegiatan akan kami kirimkan bila diperlukan; cukup balas pesan ini.

    Terima kasih atas pengertiannya.

    {"{{office}}"}
event-mail-thanks-subject = Terima kasih atas kehadiran pada {"{{headline}}"}
event-mail-thanks-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Terima kasih sudah hadir pada kegiatan kami. Bila memerlukan data, foto, atau wawancara lanjutan, silakan membalas pesan ini.

    Kami senang bila tautan beritanya dikirimkan kepada kami.

    {"{{office}}"}
event-mail-missed-subject = Bahan kegiatan: {"{{headline}}"}
event-mail-missed-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Sayang sekali kami belum dapat bertemu pada kegiatan di bawah ini. Bahannya tetap dapat dimanfaatkan; bila memerlukan data, foto, atau wawancara, silakan membalas pesan ini.

    Semoga dapat bertemu pada kegiatan berikutnya.

    {"{{office}}"}

# Jenis surat
event-mail-invitation = Undangan
event-mail-reminder = Pengingat
event-mail-update = Pemberitahuan perubahan
event-mail-cancellation = Pemberitahuan batal
event-mail-thanks = Ucapan terima kasih
event-mail-missed = Surat kepada yang tidak hadir

# Mengapa seorang tamu tidak dikirimi
event-mail-left-waiting = Masih di daftar tunggu
event-mail-left-withdrawn = Undangannya ditarik
event-mail-left-invited = Sudah diundang
event-mail-left-not_invited = Belum diundang
event-mail-left-answered = Sudah menjawab
event-mail-left-declined = Tidak hadir
event-mail-left-up_to_date = Sudah tahu keadaan terakhir
event-mail-left-not_told = Belum pernah diberi tahu
event-mail-left-told_off = Sudah diberi tahu batal
event-mail-left-still_asked = Masih diundang, dan kegiatan tetap berlangsung
event-mail-left-not_arrived = Tidak datang
event-mail-left-arrived = Datang
event-mail-left-represented = Sudah diwakili yang hadir
event-mail-left-on_its_way = Surat ini sedang dalam perjalanan
event-mail-left-had_it = Sudah menerima surat ini

# Mengapa sebuah surat akhirnya tidak berangkat
exclusion-guest_gone = Tidak lagi di daftar tamu
exclusion-event_cancelled = Kegiatan dibatalkan
exclusion-guest_withdrawn = Undangan ditarik
exclusion-event_on_again = Kegiatan jadi berlangsung
exclusion-guest_answered = Sudah menjawab
exclusion-guest_declined = Sudah menyatakan tidak hadir

event-mail-over = Kegiatan "{ $title }" sudah selesai. Ubah waktunya dahulu bila masih akan berlangsung.
event-mail-other-text = Teks itu bukan untuk kegiatan "{ $title }". Pilih teks kegiatan ini.
command-event_mail_draft = Siapkan surat kepada tamu
command-event_mail_send = Kirim surat kepada tamu

cli-event-mail-left = Tamu yang tidak dikirimi:
cli-help-event-invite = Undang tamu yang belum diundang
cli-help-event-remind = Ingatkan yang belum menjawab
cli-help-event-notify = Beri tahu tamu tentang perubahan
cli-help-event-call-off = Beri tahu tamu bahwa kegiatan batal atau undangannya ditarik
cli-help-event-thanks = Ucapkan terima kasih kepada yang hadir
cli-help-event-missed = Tulis kepada yang tidak hadir
cli-help-event-ics = Simpan kegiatan sebagai berkas kalender
cli-arg-guests = Hanya tamu dengan nomor ini
cli-arg-event-ics-file = Berkas .ics; tanpa ini ke folder unduhan
cli-arg-event-invite-list = Daftar penerima yang orangnya masuk daftar tamu dulu; boleh diulang
cli-arg-event-invite-minus = Daftar penerima yang orangnya tidak diikutkan; boleh diulang
cli-arg-event-invite-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-remind-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-notify-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-call-off-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-thanks-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-missed-subject = Subjek; tanpa ini ditulis Warta
cli-arg-event-invite-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-remind-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-notify-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-call-off-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-thanks-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-missed-text = Berkas dengan teks surat; tanpa ini ditulis Warta
cli-arg-event-invite-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini
cli-arg-event-remind-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini
cli-arg-event-notify-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini
cli-arg-event-call-off-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini
cli-arg-event-thanks-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini
cli-arg-event-missed-release = Nomor siaran yang sudah disiapkan untuk kegiatan ini

# Surat undangan
event-letter-subject = Undangan { $title }
event-letter-recipients = Bapak/Ibu wartawan dan pimpinan redaksi
event-letter-opening = Dengan hormat, kami mengundang Bapak/Ibu untuk hadir dan meliput { $title } yang akan dilaksanakan pada:
event-letter-when = Waktu
event-letter-place = Tempat
event-letter-contact = Narahubung
event-letter-closing = Mengingat pentingnya kegiatan ini, kami mengharapkan kehadiran Bapak/Ibu. Atas perhatian dan kehadirannya kami sampaikan terima kasih.
event-letters-none = Kegiatan "{ $title }" belum punya surat undangan. Buat dahulu dengan warta event letter.
event-letters-nobody = Tidak ada tamu kegiatan "{ $title }" yang dapat disurati. Tambahkan tamu dahulu.
event-letters-pdf = Surat undangan disimpan sebagai PDF. Beri nama berkas yang berakhiran .pdf
command-event_letter_new = Mulai surat undangan
cli-event-letter-made = Konsep surat undangan dibuat (id { $id }). Lengkapi dan terbitkan dengan warta letter, lalu warta event letters.
cli-help-event-letter = Mulai surat undangan kegiatan
cli-help-event-letters = Simpan surat undangan, satu halaman untuk setiap tamu
cli-arg-event-letters-file = Berkas .pdf; tanpa ini ke folder unduhan
