### Narasumber: siapa bisa bicara tentang apa, dan di mana ia dikutip.

nav-sources = Narasumber
source-search = Cari nama, jabatan, atau topik
source-count =
    { $count ->
        [0] Belum ada narasumber
       *[other] { $count } narasumber
    }
source-count-found = { $count } dari { $total } narasumber
source-empty = Belum ada narasumber
source-empty-hint = Kontak berjenis narasumber atau juru bicara muncul di sini, dengan topik, jabatan, izin bicara, dan berapa kali dikutip.
source-add = Tambah narasumber
source-topic = Topik
source-topic-all = Semua topik
source-clearance = Izin
source-clearance-any = Semua
source-clearance-now = Boleh bicara sekarang
source-rank = Jabatan
source-hours = Jam dan cara dihubungi
source-short-notice = Mendadak bisa
source-short-notice-no = Perlu janji
source-until = Izin sampai
source-until-day = sampai { $day }
source-over = Izin habis { $day }
source-quoted = Dikutip
source-quoted-times =
    { $count ->
        [0] Belum pernah dikutip
       *[other] Dikutip { $count } kali
    }
source-last-quoted = terakhir { $day }
source-level-leader = Pimpinan tertinggi
source-level-director = Kepala dinas atau direktur
source-level-manager = Kepala bidang atau manajer
source-level-officer = Pejabat pelaksana
source-level-expert = Ahli atau akademisi

today-soon-clearance = Izin bicara habis masa berlaku
stream-quoted = Dikutip
stream-posted = Unggahan

quote = Kutipan
quotes = Kutipan
quotes-none = Belum ada kutipan.
quote-log = Catat kutipan
quote-logged = Kutipan { $name } dicatat
quote-deleted = Kutipan dibuang
quote-edit = Ubah kutipan { $day }
quote-on = Tanggal
quote-outlet = Media
quote-place = Tempat muat
quote-topic = Tentang
quote-words = Yang dikatakan
quote-url = Alamat berita
quote-in-release = di siaran pers
quote-empty = Tuliskan di mana ia dikutip, atau tentang apa.

field-source-level = Tingkat jabatan
field-source-short-notice = Bisa dihubungi mendadak
field-source-cleared-for = Boleh bicara tentang
field-source-cleared-by = Izin dari
field-source-cleared-until = Izin berlaku sampai
field-times-quoted = Berapa kali dikutip
column-source_level = Tingkat jabatan
column-source_short_notice = Bisa dihubungi mendadak
column-source_cleared_for = Boleh bicara tentang
column-source_cleared_by = Izin dari
column-source_cleared_until = Izin berlaku sampai
column-quoted_on = Tanggal
column-topic = Tentang
column-words = Yang dikatakan
table-quotes = Kutipan
merge-table-quotes = Kutipan
command-quote_save = Catat kutipan
command-quote_delete = Buang kutipan
command-membership_save = Simpan keanggotaan
command-membership_delete = Hapus keanggotaan

membership-own = Organisasi tidak bisa menjadi anggota dirinya sendiri.
membership-twice = { $name } sudah menjadi anggota { $association }.
membership-member = Anggota
membership-member-add = Tambah anggota
membership-member-added = { $name } menjadi anggota
membership-member-removed = { $name } tidak lagi tercatat sebagai anggota
membership-member-none = Belum ada anggota yang tercatat.

organisation-spokespeople = Narasumber dan juru bicara
organisation-liaisons = Pejabat penghubung
organisation-others = Lainnya
organisation-person-add = Tambah { $kind }
organisation-programmes = Program komunitas

cli-help-source = Direktori narasumber dan kutipannya
cli-help-source-list = Daftar narasumber: topik, jabatan, izin, berapa kali dikutip
cli-help-source-quote = Catat di mana seorang narasumber dikutip
cli-help-source-quotes = Daftar kutipan
cli-arg-source-list-search = Nama, jabatan, topik, atau instansi
cli-arg-source-list-topic = Yang bisa bicara tentang topik ini
cli-arg-topic = Tentang apa
cli-arg-clearance = now = boleh bicara hari ini; atau free, ask_first, background_only, not_cleared
cli-arg-short-notice = Hanya yang bisa dihubungi mendadak
cli-arg-sort = name, rank, atau quoted
cli-arg-source-quote-outlet = Media yang mengutip
cli-arg-place = Tempat muat, misalnya halaman atau acara
cli-arg-words = Yang dikatakan
cli-arg-source-quote-on = Tanggal muat; tanpa ini = hari ini
cli-help-organisation-join = Catat anggota asosiasi atau komunitas
cli-help-organisation-leave = Akhiri keanggotaan
cli-arg-organisation-join-from = Anggota sejak
cli-arg-organisation-leave-on = Hari terakhirnya; tanpa ini = hari ini
cli-arg-member = Media atau organisasi yang menjadi anggota
cli-arg-number = Nomor kartu anggota
cli-membership-saved = Keanggotaan { $id } disimpan.
cli-membership-ended = Keanggotaan berakhir { $day }.
cli-membership-none = Tidak ada keanggotaan yang masih berlaku.
cli-quote-logged = Kutipan { $id } dari { $name } dicatat.
cli-column-topics = Topik
cli-column-rank = Jabatan
cli-column-hours = Jam
cli-column-clearance = Izin
cli-column-quoted = Dikutip
cli-column-topic = Tentang
cli-column-words = Yang dikatakan
