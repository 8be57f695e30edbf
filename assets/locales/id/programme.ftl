### Program komunitas: relawan digital, pembuat konten, KIM; unggahan dan jangkauannya.

nav-programmes = Program komunitas
programme-new = Program baru
programme-add = Tambah program
programme-added = Program { $name } ditambahkan
programme-search = Cari program
programme-count =
    { $count ->
        [0] Belum ada program
       *[other] { $count } program
    }
programme-empty = Belum ada program komunitas
programme-empty-hint = Catat di sini relawan digital, pembuat konten, atau KIM: siapa yang ikut, pesan apa yang dibawa, dan seberapa luas unggahannya menjangkau orang.
programme-deleted =
    { $count ->
       *[other] { $count } program dibuang
    }
programme-deleted-one = { $name } dibuang
programme = Program
programme-name = Nama program
programme-kind = Jenis
programme-kind-digital_volunteers = Relawan digital
programme-kind-content_makers = Pembuat konten
programme-kind-information_groups = KIM
programme-kind-community = Komunitas
programme-kind-other = Lainnya
programme-state = Status
programme-state-planned = Direncanakan
programme-state-running = Berjalan
programme-state-done = Selesai
programme-organisation = Penyelenggara
programme-organisation-own = Kantor ini
programme-brief = Arahan
programme-brief-hint = Tujuan, yang diharapkan dari anggota, dan batasnya.
programme-message = Pesan utama
programme-hashtags = Tagar
programme-started-on = Mulai
programme-ended-on = Sampai
programme-period = Masa
programme-about = Arahan
programme-members = Anggota
programme-members-empty = Belum ada anggota. Tambahkan kontak atau komunitas.
programme-member-add = Tambah anggota
programme-member-who = Nama kontak atau komunitas
programme-member-role = Peran
programme-member-edit = Ubah keanggotaan { $name }
programme-member-removed = { $name } dikeluarkan dari program
programme-member-joined = { $name } ikut program
programme-member-there = { $name } sudah ikut
programme-member-count =
    { $count ->
       *[other] { $count } anggota
    }
programme-posts = Unggahan
programme-posts-empty = Belum ada unggahan
programme-posts-empty-hint = Tekan L, lalu tempel alamatnya.
programme-posts-of = Unggahan program
programme-post = Unggahan
programme-post-log = Catat unggahan
programme-post-logged = Unggahan { $name } dicatat
programme-post-logged-unknown = Unggahan dicatat; pengunggahnya belum dikenali
programme-post-edit = Ubah unggahan
programme-post-open = Buka unggahan
programme-post-deleted =
    { $count ->
       *[other] { $count } unggahan dibuang
    }
programme-post-who = Pengunggah
programme-post-who-unknown = Belum dikenali
programme-post-who-hint = Kosongkan bila akunnya terbaca dari alamat.
programme-post-url = Alamat unggahan
programme-post-url-hint = Satu alamat yang ditempel langsung dicatat. Beberapa baris "alamat, tayangan" juga boleh.
programme-post-platform = Platform
programme-post-theme = Tema
programme-post-on = Tanggal unggah
programme-post-more = Lainnya
programme-unknown-posts =
    { $count ->
       *[other] { $count } unggahan belum dikenali pengunggahnya
    }
programme-reach = Jangkauan
programme-reading = Pembacaan
programme-readings = Pembacaan
programme-readings-none = Jangkauannya belum pernah dibaca.
programme-reading-add = Catat jangkauan
programme-reading-logged = Jangkauan per { $day } dicatat
programme-reading-removed = Pembacaan dihapus
programme-reading-remove = Hapus pembacaan { $day }
programme-read-on = Dibaca tanggal
programme-views = Tayangan
programme-likes = Suka
programme-comments = Komentar
programme-shares = Bagikan
programme-views-count =
    { $count ->
       *[other] { $shown } tayangan
    }
programme-themes = Menurut tema
programme-platforms = Menurut platform
programme-totals = Jumlah seluruhnya
programme-last-post = Unggahan terakhir
programme-log-kinds = Cara mencatat
programme-paste = Tempel beberapa baris
programme-paste-lines = Satu unggahan per baris
programme-paste-hint = Alamat, lalu tayangan, suka, komentar, bagikan. Boleh dipisah koma, titik koma, atau tab; 12,5 rb dan 1,2 jt dimengerti. Tanggal dan nama anggota juga dikenali.
programme-paste-run =
    { $count ->
       *[other] Catat { $count } baris
    }
programme-paste-done = { $posts } unggahan dan { $readings } pembacaan dicatat
programme-paste-preview = Yang akan dicatat
programme-paste-post = Unggahan baru
programme-paste-reading = Pembacaan baru
programme-paste-same = Sudah ada
programme-paste-rejected = Ditolak
programme-paste-line = Baris { $line }
programme-export-xlsx = Ekspor unggahan ke Excel
programme-export-csv = Ekspor unggahan ke CSV
programme-column-programme = Program
programme-column-member = Pengunggah
programme-column-platform = Platform
programme-column-account = Akun
programme-column-url = Alamat
programme-column-posted-on = Tanggal unggah
programme-column-theme = Tema
programme-column-views = Tayangan
programme-column-likes = Suka
programme-column-comments = Komentar
programme-column-shares = Bagikan
programme-column-read-on = Dibaca tanggal

programme-name-missing = Tuliskan nama program.
programme-name-twice = Sudah ada program bernama "{ $name }". Beri nama lain, atau buka yang sudah ada.
programme-unknown = Tidak ada program "{ $name }". Daftarnya: "warta programme list".
programme-member-twice = Anggota ini sudah ikut tanpa tanggal berakhir. Isi tanggal berakhirnya.
programme-post-unknown = Tidak ada unggahan "{ $value }". Sebutkan nomor atau alamatnya seperti di daftar unggahan.
programme-post-several = Ada beberapa unggahan dengan alamat { $value }: nomor { $ids }. Sebutkan nomornya.
programme-post-nothing = Isi alamat unggahan, atau pilih platformnya bila unggahan itu tidak punya alamat.
programme-post-no-address = "{ $value }" bukan alamat web. Salin alamat unggahan dari peramban atau aplikasinya.
programme-post-twice = Unggahan { $value } sudah dicatat di program ini (tanggal { $day }). Catat jangkauan barunya pada unggahan itu.
programme-read-before-posted = Jangkauan tidak bisa dibaca pada { $day }: unggahannya baru { $posted }. Periksa tanggalnya.
programme-reading-empty = Isi paling sedikit satu angka.
programme-paste-empty = Tidak ada baris untuk dicatat.
programme-paste-no-address = Tidak ada alamat web di baris ini: "{ $value }".
programme-paste-cell = "{ $value }" bukan angka, tanggal, atau nama anggota.
programme-paste-too-many = Ada { $value } angka; paling banyak empat: tayangan, suka, komentar, bagikan.
programme-paste-twice = Alamatnya sama dengan baris { $value }.

field-programmes = Program komunitas
table-programmes = Program komunitas
table-programme_members = Anggota program
table-programme_posts = Unggahan
table-post_readings = Pembacaan jangkauan
merge-table-programmes = Program komunitas
merge-table-programme_members = Keanggotaan program
merge-table-programme_posts = Unggahan
column-brief = Arahan
column-message = Pesan utama
column-hashtags = Tagar
column-programme = Program
column-posted_on = Tanggal unggah
column-theme = Tema
column-post = Unggahan
column-read_on = Dibaca tanggal
column-views = Tayangan
column-likes = Suka
column-comments = Komentar
column-shares = Bagikan
column-social_account = Akun medsos
command-programme_save = Simpan program
command-programme_delete = Buang program
command-programme_join = Tambah anggota program
command-programme_member_save = Ubah keanggotaan program
command-programme_member_delete = Keluarkan dari program
command-post_log = Catat unggahan
command-post_save = Ubah unggahan
command-post_delete = Buang unggahan
command-post_paste = Tempel unggahan
command-post_reading_save = Catat jangkauan
command-post_reading_delete = Hapus pembacaan

cli-help-programme = Program komunitas: anggota, unggahan, jangkauan
cli-help-programme-new = Buat program
cli-help-programme-edit = Ubah program
cli-help-programme-list = Daftar program dengan jumlahnya
cli-help-programme-show = Tampilkan satu program dengan anggota dan jangkauannya
cli-help-programme-join = Tambahkan kontak atau komunitas ke program
cli-help-programme-leave = Akhiri keikutsertaan
cli-help-programme-post = Catat unggahan; pengunggah dan platform dibaca dari alamatnya
cli-help-programme-reach = Catat jangkauan satu unggahan
cli-help-programme-paste = Catat banyak baris "alamat, tayangan" sekaligus
cli-help-programme-posts = Daftar unggahan
cli-help-programme-export = Simpan unggahan ke CSV atau Excel
cli-help-programme-delete = Buang program ke tempat sampah
cli-help-programme-restore = Kembalikan program dari tempat sampah
cli-arg-programme-new-kind = digital_volunteers, content_makers, information_groups, community, atau other
cli-arg-programme-edit-kind = digital_volunteers, content_makers, information_groups, community, atau other
cli-arg-programme-list-kind = Satu jenis saja
cli-arg-programme-new-state = planned, running, atau done
cli-arg-programme-edit-state = planned, running, atau done
cli-arg-programme-list-state = Satu status saja
cli-arg-programme-new-organisation = Penyelenggara; tanpa ini = kantor sendiri
cli-arg-programme-edit-organisation = Penyelenggara; kosong = kantor sendiri
cli-arg-brief = Arahan
cli-arg-message = Pesan utama
cli-arg-hashtags = Tagar
cli-arg-programme-new-from = Hari pertama
cli-arg-programme-edit-from = Hari pertama
cli-arg-programme-new-until = Hari terakhir
cli-arg-programme-edit-until = Hari terakhir
cli-arg-programme-join-from = Ikut sejak
cli-arg-programme-edit-name = Nama baru
cli-arg-programme-edit-which = Program: id atau nama
cli-arg-programme-show-which = Program: id atau nama
cli-arg-programme-join-which = Program: id atau nama
cli-arg-programme-leave-which = Program: id atau nama
cli-arg-programme-post-which = Program: id atau nama
cli-arg-programme-paste-which = Program: id atau nama
cli-arg-programme-posts-which = Program: id atau nama; tanpa ini = semua
cli-arg-programme-export-which = Program: id atau nama
cli-arg-programme-delete-which = Program: id atau nama
cli-arg-programme-list-who = Yang diikuti kontak ini
cli-arg-programme-post-who = Pengunggah; tanpa ini dibaca dari alamatnya
cli-arg-programme-posts-who = Unggahan kontak ini saja
cli-arg-community = Komunitas: id, nama, atau singkatan
cli-arg-role = Peran, misalnya Koordinator
cli-arg-programme-leave-on = Hari terakhirnya; tanpa ini = hari ini
cli-arg-url = Alamat web
cli-arg-platform = instagram, tiktok, youtube, facebook, x, threads, linkedin, telegram, whatsapp_channel, podcast, blog, atau other
cli-arg-programme-post-on = Tanggal unggah; tanpa ini = hari ini
cli-arg-programme-reach-on = Tanggal dibaca; tanpa ini = hari ini
cli-arg-programme-paste-on = Tanggal unggahan baru; tanpa ini = hari ini
cli-arg-theme = Tema
cli-arg-views = Tayangan
cli-arg-likes = Suka
cli-arg-comments = Komentar
cli-arg-shares = Dibagikan
cli-arg-post = Unggahan: id atau alamat
cli-arg-programme-paste-file = Berkas teks; - = masukan standar
cli-arg-programme-paste-dry-run = Hanya tampilkan yang akan dicatat
cli-programme-saved = Program { $name } disimpan (id { $id }).
cli-programme-nothing = Sebutkan yang diubah, misalnya --state done.
cli-programme-joined =
    { $count ->
        [0] Semua sudah ikut.
       *[other] { $count } anggota ditambahkan.
    }
cli-programme-left = { $name } ikut sampai { $day }.
cli-programme-no-member = Ia tidak ikut program ini.
cli-programme-total = Jumlah
cli-post-logged = Unggahan { $id } oleh { $name } dicatat.
cli-post-unknown = Unggahan { $id } dicatat; pengunggahnya belum dikenali. { $name }
cli-reading-logged = Jangkauan unggahan { $id } per { $day } dicatat.
cli-pasted = { $posts } unggahan baru, { $readings } pembacaan, { $rejected } ditolak.
cli-paste-rejected = Baris { $line }: { $reason }
cli-column-posts = Unggahan
cli-column-views = Tayangan
cli-column-likes = Suka
cli-column-comments = Komentar
cli-column-shares = Bagikan
cli-column-organisation = Penyelenggara
cli-column-brief = Arahan
cli-column-message = Pesan utama
cli-column-hashtags = Tagar
cli-column-role = Peran
cli-column-day = Tanggal
cli-column-platform = Platform
cli-column-theme = Tema
cli-column-read-on = Dibaca
cli-column-url = Alamat
