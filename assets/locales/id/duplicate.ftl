### Ganda: usulan, penggabungan, pemisahan.

nav-duplicates = Data ganda
duplicate-title = Data ganda
duplicate-subtitle =
    { $count ->
        [0] Tidak ada yang perlu diputuskan
       *[other] { $count } pasangan perlu diputuskan
    }
duplicate-tab-contacts = Kontak
duplicate-tab-organisations = Organisasi
duplicate-tab-apart = Bukan ganda
duplicate-tab-merges = Sudah digabung
duplicate-tabs = Bagian ruang ini
duplicate-scan = Cari data ganda
duplicate-scan-stop = Hentikan
duplicate-scan-done =
    { $found ->
        [0] { $contacts } kontak dan { $organisations } organisasi diperiksa: tidak ada yang baru.
       *[other] { $found } usulan baru dari { $contacts } kontak dan { $organisations } organisasi.
    }
duplicate-scan-stopped = Dihentikan. Yang sudah ditemukan tetap ada.
duplicate-empty = Tidak ada data ganda yang perlu diputuskan
duplicate-empty-hint = Warta mengusulkan kontak dan organisasi yang mungkin sama. Warta memeriksa saat Anda menambah atau mengimpor; tekan tombol untuk memeriksa seluruh daftar media sekarang.
duplicate-apart-empty = Belum ada pasangan yang dipisahkan
duplicate-apart-empty-hint = Pasangan yang Anda tandai "bukan ganda" ada di sini dan tidak akan diusulkan lagi.
duplicate-merges-empty = Belum ada yang digabung
duplicate-merges-empty-hint = Penggabungan tercatat di sini dan dapat dipisahkan kapan saja, juga lama sesudahnya.
duplicate-compare = Bandingkan dan gabungkan
duplicate-apart = Bukan ganda
duplicate-apart-done = Dicatat sebagai dua: tidak akan diusulkan lagi.
duplicate-propose-again = Usulkan lagi
duplicate-proposed-again = Kembali ke daftar usulan.
duplicate-more = Tampilkan lagi
duplicate-score = { $score } % yakin
duplicate-pair = { $one } dan { $other }
duplicate-likely =
    { $count ->
       *[other] Mungkin sudah ada
    }
duplicate-open-existing = Buka { $name }
duplicate-reason-same-email = surel sama
duplicate-reason-same-phone = nomor sama
duplicate-reason-desk-email = surel redaksi sama
duplicate-reason-desk-phone = nomor kantor sama
duplicate-reason-same-name = nama sama
duplicate-reason-turned-round = urutan nama lain
duplicate-reason-other-spelling = ejaan lain
duplicate-reason-typing-slip = salah ketik pada nama
duplicate-reason-longer-name = nama yang satu lebih panjang
duplicate-reason-initials = inisial cocok
duplicate-reason-nickname = nama panggilan
duplicate-reason-similar-name = nama mirip
duplicate-reason-one-word = satu kata dari nama
duplicate-reason-other-name = nama lain
duplicate-reason-same-outlet = media sama
duplicate-reason-same-city = kota sama
duplicate-reason-same-address = alamat sama
duplicate-reason-same-website = situs sama
duplicate-reason-by-hand = diputuskan petugas

merge-title = Bandingkan dan gabungkan
merge-intro = Pilih yang dipertahankan. Semua yang melekat pada keduanya pindah ke yang dipertahankan; penggabungan dapat dipisahkan kapan saja.
merge-field = Isian
merge-stays = Dipertahankan
merge-goes = Digabung ke dalamnya
merge-swap = Tukar
merge-keep-both = Pakai keduanya
merge-only-differences = Hanya yang berbeda
merge-nothing-differs = Semua isian sama.
merge-reaches = Surel dan nomor utama dari
merge-attached = Melekat pada keduanya
merge-attached-kind = Apa
merge-empty-value = kosong
merge-now = Gabungkan
merge-done =
    { $moved ->
        [0] Digabung ke { $name }.
       *[other] Digabung ke { $name }; { $moved } catatan ikut pindah.
    }
merge-left =
    { $count ->
       *[other] { $count } catatan tetap di tempatnya: keduanya ada di distribusi yang sama.
    }
merge-list-line = { $absorbed } digabung ke { $survivor }
merge-list-meta = { $at }, { $actor }
merge-apart-again = sudah dipisahkan
merge-look = Lihat dan pisahkan
merge-unmerge = Pisahkan
merge-unmerge-title = Pisahkan penggabungan
merge-unmerge-intro = { $absorbed } akan ada lagi dengan semua yang berasal darinya. { $survivor } tetap memiliki miliknya sendiri.
merge-going-back =
    { $count ->
        [0] Selain datanya sendiri, tidak ada yang kembali.
       *[other] { $count } catatan kembali.
    }
merge-later = Yang datang sesudahnya
merge-later-hint = Tetap pada { $survivor } kecuali Anda centang untuk { $absorbed }.
merge-later-none = Tidak ada yang datang sejak penggabungan.
merge-changed-since = Berubah sejak penggabungan
merge-changed-since-hint = Isian ini tetap seperti sekarang.
merge-unmerged = { $name } sudah ada lagi.
merge-was-unmerged = Penggabungan ini dipisahkan pada { $at }.
merge-table-affiliations = Media dan jabatan
merge-table-reaches = Surel dan nomor
merge-table-labels = Desk, tag, dan bahasa
merge-table-memberships = Keanggotaan
merge-table-social_accounts = Akun media sosial
merge-table-record_files = Berkas
merge-table-custom_values = Isian kantor
merge-table-contact_states = Status
merge-table-duplicate_flags = Usulan data ganda
merge-table-organisation_duplicates = Usulan data ganda
merge-table-recipient_list_members = Kelompok penerima
merge-table-interactions = Riwayat kontak
merge-table-responses = Balasan masuk
merge-table-deliveries = Pengiriman
merge-table-distribution_exclusions = Dikecualikan dari distribusi
merge-table-follow_ups = Tindak lanjut dan janji
merge-table-recipient_list_exclusions = Dikecualikan dari kelompok

nav-review = Perlu dimutakhirkan
review-title = Perlu dimutakhirkan
review-subtitle =
    { $count ->
        [0] Semua mutakhir
       *[other] { $count } kontak perlu dilihat
    }
review-empty = Tidak ada yang perlu dimutakhirkan
review-empty-hint = Kontak muncul di sini bila menulis bahwa ia sudah pindah, surelnya gagal kirim, kartunya kedaluwarsa, atau tidak disentuh selama { $days } hari.
review-filter = Alasan
review-all = Semua
review-reason-left = Sudah pindah
review-reason-job_change = Media lain?
review-reason-bounce = Surel tidak aktif
review-reason-expired = Kedaluwarsa
review-reason-stale = Lama tak disentuh
review-line-left = Menulis bahwa ia sudah pindah: { $detail }
review-line-left-successor = Menyebut { $address } sebagai pengganti.
review-line-job_change = Menulis dari { $address }, yang tidak ada di antara surelnya.
review-line-job_change-outlet = Menulis dari { $address }: itu { $outlet }.
review-line-bounce = Surel ke { $address } kembali.
review-line-expired-press_card = Kartu pers berlaku sampai { $at }.
review-line-expired-ukw = Sertifikat UKW berlaku sampai { $at }.
review-line-expired = { $detail } berlaku sampai { $at }.
review-line-stale = Kontak terakhir { $at }.
review-line-stale-never = Belum pernah dihubungi.
review-verified-on = Terakhir dipastikan { $day }
review-never-verified = Belum pernah dipastikan
review-verify = Sudah benar
review-edit = Ubah
review-job = Pindah kerja
review-archive = Ke keranjang
review-skip = Lewati
review-open-response = Buka suratnya
review-verified = Data { $name } sudah dipastikan.
review-job-done = Kepindahan { $name } sudah dicatat.
review-job-title = Pekerjaan baru { $name }
review-job-hint = Menutup tempat kerja sekarang dan membuka yang baru; yang lama tetap di riwayat. Kosongkan medianya bila belum diketahui.
review-job-outlet = Sekarang di
review-job-email = Surel baru
review-job-save = Catat kepindahan
review-share = { $share } mutakhir
interaction-job_change = Pindah kerja
