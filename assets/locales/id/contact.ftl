### Kontak: daftar, panel, keadaan, riwayat.

contact = Kontak
contact-name = Nama
contact-name-hint = Nama lengkap, atau tempel tanda tangan surel
contact-titles = Gelar
contact-prefix-hint = di depan
contact-suffix = Gelar di belakang nama
contact-suffix-hint = di belakang
contact-kind = Jenis
contact-outlet = Media
contact-position = Jabatan
contact-beats = Desk
contact-tags = Penanda
contact-city = Kota
contact-language = Bahasa
contact-language-id = Bahasa Indonesia
contact-language-en = Bahasa Inggris
contact-email = Surel
contact-phone = Telepon
contact-phone-whatsapp = Telepon atau WhatsApp
contact-salutation-formal = Sapaan surat
contact-salutation-familiar = Sapaan akrab
contact-lists = Kelompok
contact-notes = Catatan
contact-last = Kontak terakhir
contact-state = Status

# Jenis kontak
contact-kind-journalist = Wartawan
contact-kind-activist = Pegiat media sosial
contact-kind-community_manager = Pengelola komunitas
contact-kind-source = Narasumber
contact-kind-liaison = Pejabat penghubung OPD

# Keadaan
contact-states = Yang menahan pengiriman
contact-state-do_not_contact = Jangan hubungi
contact-state-bad_address = Surel tidak aktif
contact-state-left_outlet = Tidak lagi di media ini
contact-state-away = Sedang tidak di tempat
contact-state-stale = Perlu dimutakhirkan
contact-state-no_email = Tanpa surel
contact-state-duplicate = Mungkin ganda
contact-away-until = Tidak di tempat s.d. { $day }
contact-away-title = Tidak di tempat sampai kapan?
contact-export-selected = Ekspor
contact-away-last-day = Hari terakhir tidak di tempat
contact-away-hint = Kosongkan bila harinya belum diketahui: tandanya bertahan sampai Anda mencabutnya.
contact-state-since = sejak { $day }
contact-state-lift = Cabut
contact-state-lift-named = Cabut: { $state }
contact-state-was-set = { $name } ditandai “{ $state }”
contact-state-was-lifted = Tanda “{ $state }” dicabut dari { $name }
contact-left = { $name } dicatat tidak lagi di media ini

# Daftar
contact-search = Cari nama, media, surel, atau nomor
contact-count = { $count } kontak
contact-found = { $found } dari { $total }
contact-sorted = diurutkan menurut { $by }
contact-sorted-relevance = diurutkan menurut kecocokan
contact-filters = Filter
contact-filters-clear = Hapus semua filter
contact-filter-all = Semua
contact-filter-any = semua
contact-filter-city = Kota
contact-filter-beat = Desk
contact-filter-kind = Jenis
contact-filter-tag = Penanda
contact-filter-state = Status
contact-sort = Urutkan
contact-sort-plain = Urutan biasa
contact-sort-relevance = Paling cocok
contact-sort-name = Nama
contact-sort-outlet = Media
contact-sort-city = Kota
contact-sort-last_contact = Kontak terakhir
contact-sort-updated = Terakhir diubah
contact-bulk = Tindakan untuk yang dipilih
contact-empty = Belum ada kontak
contact-empty-hint = Di sini wartawan, pegiat media sosial, dan narasumber Anda. Mulai dari daftar Excel yang sudah ada; kolomnya dikenali sendiri.
contact-none = Tidak ada yang cocok
contact-none-hint = Coba kata lain, atau hapus filter.

# Tindakan
contact-add = Tambah kontak
contact-new = Kontak baru
contact-new-hint = Cukup nama dan satu cara menghubunginya. Tempel tanda tangan surel atau sebaris Excel di kolom nama, isinya terbagi sendiri.
contact-write = Tulis
contact-add-here = Tambah…
contact-log = Catat
contact-added = { $name } ditambahkan
contact-deleted = { $count } kontak dihapus
contact-deleted-one = { $name } dihapus
contact-marked-dnc = { $count } kontak ditandai “Jangan hubungi”
contact-city-saved = Kota { $name } diubah
contact-conflict = { $name } baru saja diubah di tempat lain. Isinya dimuat ulang; periksa, lalu ubah sekali lagi.
contact-duplicate = Alamat yang sama dipakai kontak lain; mungkin orangnya sama:

# Panel
contact-facts = Data pokok
contact-person = Nama dan bahasa
contact-history = Riwayat kontak
contact-history-empty = Belum ada komunikasi. Catat telepon atau pertemuan pertama.
reach-add = Tambah surel atau nomor
reach-email = Surel
reach-phone = Telepon
reach-whatsapp = WhatsApp
reach-remove = Hapus { $value }
reach-takes-whatsapp = { $number } menerima WhatsApp

# Media dan jabatan
affiliation = Media dan jabatan
affiliations = Media dan jabatan
affiliation-organisation = Media atau organisasi
affiliation-started = Mulai
affiliation-ended = Sampai
affiliation-add = Tambah media
affiliation-edit = Ubah { $name }
affiliation-left = Tidak lagi di { $name }
affiliation-remove = Hapus dari riwayat kerja
affiliation-since = sejak { $day }
affiliation-until = sampai { $day }
affiliation-from-to = { $from } – { $to }

# Komunikasi
interaction-log = Catat komunikasi
interaction-logged = Komunikasi dengan { $name } tercatat
interaction-kind = Jenis komunikasi
interaction-summary = Apa yang dibicarakan
interaction-direction = Arah
interaction-direction-out = Kami menghubungi
interaction-direction-in = Dihubungi
interaction-by = oleh { $name }
interaction-call = Telepon
interaction-call-in = Menelepon kita
interaction-call-out = Kita telepon
interaction-whatsapp = WhatsApp
interaction-whatsapp-in = WhatsApp masuk
interaction-whatsapp-out = WhatsApp keluar
interaction-meeting = Pertemuan
interaction-mail = Surel
interaction-mail-in = Surel masuk
interaction-mail-out = Surel keluar
interaction-note = Catatan
interaction-release_sent = Dikirimi siaran pers
interaction-release_refused = Siaran pers ditolak server surel
interaction-response_reply = Membalas
interaction-response_bounce = Surel gagal terkirim
interaction-response_delay = Surel tertunda
interaction-response_auto_reply = Balasan otomatis
interaction-response_opt_out = Minta tidak dikirimi lagi
interaction-response_rsvp = Menjawab undangan
interaction-response_challenge = Servernya minta pembuktian pengirim
interaction-response_other = Surel lain
contact-dnc-title = Jangan hubungi
contact-dnc-hint = Mulai sekarang tidak ada distribusi dan undangan yang sampai kepadanya. Nama Anda dan tanggalnya ikut dicatat.
contact-dnc-why = Alasan
contact-dnc-usual = Alasan yang lazim
contact-dnc-mail = Meminta lewat surel
contact-dnc-phone = Meminta lewat telepon atau chat
contact-dnc-law = Menarik persetujuan
