### Distribusi: keadaan, alasan, masalah sebelum kirim.

# Keadaan setiap penerima
delivery-state-queued = Menunggu giliran
delivery-state-sending = Sedang dikirim
delivery-state-accepted = Diterima server
delivery-state-deferred = Ditunda, dicoba lagi
delivery-state-refused = Ditolak
delivery-state-unsure = Belum pasti terkirim
delivery-state-bounced = Terpental
delivery-state-by_hand = Lewat telepon atau WhatsApp
delivery-state-done_by_hand = Sudah dihubungi
delivery-state-cancelled = Dibatalkan
delivery-state-suppressed = Ditahan

# Keadaan distribusi
distribution-state-running = Berjalan
distribution-state-paused = Dijeda
distribution-state-cancelled = Dibatalkan
distribution-state-done = Selesai

# Alasan dikecualikan atau ditahan
exclusion-do_not_contact = Jangan hubungi
exclusion-bad_address = Surel tidak aktif
exclusion-double = Alamat sama dengan penerima lain
exclusion-excluded_by_hand = Dikecualikan pengirim
exclusion-left_out = Dikecualikan dari kelompok
exclusion-left_outlet = Tidak lagi di media ini
exclusion-no_reach = Tidak ada surel maupun telepon
exclusion-deleted = Kontak sudah dihapus

# Keterangan tambahan pada status
delivery-reason-expired = Sudah dicoba selama dua hari
delivery-reason-interrupted = Warta terhenti sebelum server menjawab
delivery-reason-counted_as_sent = Dianggap terkirim
delivery-reason-outbox_folder = Disimpan di folder kotak keluar
delivery-reason-in_sent_folder = Ditemukan di folder surel terkirim
delivery-reason-answered = Terbukti dari balasan yang masuk

# Mengapa distribusi berhenti sendiri
distribution-paused-needs-login = Kata sandi akun surel belum diisi. Isi kata sandi, pengiriman akan dilanjutkan.
distribution-paused-connection-refused = Server surel menolak akun ini, jadi pengiriman dijeda. Tidak ada penerima yang salah. Periksa akun surel, lalu lanjutkan.
distribution-paused-unreachable = Server surel tidak dapat dihubungi, jadi pengiriman dijeda. Periksa sambungan internet, lalu lanjutkan.
distribution-paused-policy = Server menolak beberapa penerima berturut-turut karena aturannya, jadi pengiriman dijeda. Baca jawaban server, lalu lanjutkan atau batalkan.
distribution-paused-many-refused = Terlalu banyak penerima ditolak berturut-turut, jadi pengiriman dijeda. Periksa alamat di kelompok penerima, lalu lanjutkan atau batalkan.
distribution-paused-many-deferred = Server menunda terlalu banyak surat berturut-turut, jadi pengiriman dijeda. Tunggu sebentar, lalu lanjutkan.
distribution-paused-many-unsure = Sambungan terputus setelah setiap surat, jadi pengiriman dijeda. Periksa server surel, lalu tentukan surat yang belum pasti terkirim.
distribution-paused-no-account = Akun surel untuk distribusi ini sudah tidak ada. Siapkan akun surel, lalu lanjutkan.
distribution-paused-broken = Surat ini tidak dapat dibuat: teks atau lampirannya hilang. Batalkan dan kirim lagi dari siaran pers.
distribution-paused-by-hand = Dijeda oleh petugas.

# Sebelum kirim
distribution-problem-no-recipients = Belum ada penerima. Pilih kelompok penerima atau orang.
distribution-problem-no-headline = Siaran pers belum berjudul. Isi judulnya dahulu.
distribution-problem-no-text = Siaran pers belum berisi teks.
distribution-problem-missing-field = Isian { $field } kosong untuk { $count } penerima: { $names }
distribution-problem-unknown-field = Isian { $field } tidak dikenal. Periksa surat pengantar.
distribution-problem-file-lost = Lampiran { $file } hilang dari ruang kerja. Lampirkan lagi.
distribution-problem-too-large = Setiap surat berukuran { $size } MB. Banyak server menolak surat sebesar ini; perkecil lampiran atau kirim tautan.
distribution-problem-clipped = Teksnya panjang. Gmail memotong surat sepanjang ini.
distribution-problem-away = { $count } penerima sedang tidak di tempat.
distribution-problem-already-sent = { $count } orang sudah mendapat siaran pers ini pada distribusi sebelumnya.
distribution-problem-no-account = Belum ada akun surel. Surat disimpan di folder kotak keluar dan tidak ada yang keluar dari komputer ini.
distribution-problem-day-limit = Akun ini boleh mengirim { $limit } surat sehari; sisanya berangkat hari berikutnya.

# Kesalahan
distribution-unknown = Distribusi { $id } tidak ada.
distribution-audience-changed = Jumlah penerima berubah dari { $expected } menjadi { $found } sejak diperiksa. Periksa lagi, lalu kirim.
distribution-file-lost = Lampiran { $file } hilang dari ruang kerja. Lampirkan lagi.
delivery-unknown = Status penerima { $id } tidak ada.

# Kemajuan
outbox-sending = Mengirim surat

# Layar distribusi
distribution-to-release = Ke siaran pers
distribution-begun = Dikirim { $when } oleh { $actor }
distribution-reached = { $reached } dari { $total } sampai
distribution-sum = { $reached } dari { $total } sampai
distribution-progress = Keadaan semua penerima
distribution-rate = { $count } surat semenit
distribution-ends = selesai sekitar { $when }
distribution-ended = Selesai { $when }
distribution-next-try = dicoba lagi { $when }
distribution-pause = Jeda
distribution-resume = Lanjutkan
distribution-cancel = Batalkan sisanya
distribution-cancel-ask = Batalkan yang belum terkirim?
distribution-cancel-what = { $count } penerima yang belum mendapat siaran pers tidak akan mendapatnya. Yang sudah terkirim tetap terkirim.
distribution-cancelled = { $count } penerima dibatalkan
distribution-to-account = Buka akun surel
distribution-to-folder = Tidak ada yang keluar dari komputer ini: surat disimpan di folder kotak keluar.
distribution-by-mail = Surel
distribution-by-hand = WhatsApp dan langsung
distribution-no-mail = Tidak ada surat dalam keadaan ini
distribution-name = Nama
distribution-outlet = Media
distribution-address = Alamat
distribution-words = Jawaban server
distribution-attempts = Percobaan
distribution-changed = Berubah
distribution-why = Alasan
distribution-unsure = { $count } surat belum pasti terkirim
distribution-unsure-hint = Sambungan terputus sebelum server menjawab. Tentukan: kirim lagi (mungkin diterima dua kali), atau anggap terkirim.
distribution-send-again = Kirim lagi
distribution-count-as-sent = Anggap terkirim
distribution-open-whatsapp = Buka WhatsApp
distribution-call = Telepon
distribution-copy-text = Salin teks
distribution-by-hand-all-done = Semua sudah dihubungi

command-distribution_pause = Jeda distribusi
command-distribution_resume = Lanjutkan distribusi
command-distribution_cancel = Batalkan distribusi
command-delivery_settle = Tentukan surat yang belum pasti
command-delivery_done_by_hand = Tandai sudah dihubungi
command-outbox_run = Kirim kotak keluar
command-release_test_mail = Kirim surat uji
