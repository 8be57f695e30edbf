### Filter dan kelompok cerdas: aturan yang disusun dan ditulis, dan apa yang bisa keliru.

filter = Filter
filter-all = semua syarat ini
filter-any = salah satu syarat ini
filter-match = Kontak yang memenuhi
filter-add-rule = Tambah syarat
filter-add-group = Tambah kelompok syarat
filter-remove-rule = Hapus syarat
filter-remove-group = Hapus kelompok syarat
filter-not = bukan
filter-field = Kolom
filter-op = Perbandingan
filter-value = Nilai
filter-days = hari
filter-value-hint = Ketik lalu tekan Enter
filter-written = Sebagai teks
filter-written-hint = Misalnya: desk = kesehatan dan kota = Serang dan belum dihubungi 90 hari
filter-written-apply = Pakai teks
filter-empty = Belum ada syarat: semua kontak masuk
filter-running = Mencari…
filter-cancelled = Pencarian dibatalkan.
filter-again = Cari lagi
filter-save = Simpan sebagai kelompok cerdas
filter-edit = Filter
filter-clear = Hapus filter
filter-count = { $count ->
    [0] Tidak ada kontak yang cocok
   *[other] { $count } kontak cocok
}
filter-counting = Menghitung…
filter-first = Yang pertama

# Kelompok kolom
filter-group-name = Nama
filter-group-work = Media dan jabatan
filter-group-reach = Cara menghubungi
filter-group-press = Pers
filter-group-source = Narasumber
filter-group-personal = Pribadi
filter-group-place = Tempat
filter-group-data = Data
filter-group-state = Status
filter-group-custom = Kolom kantor
filter-group-of_outlet = Organisasinya
filter-group-activity = Kegiatan
filter-group-list = Kelompok dan asal data

# Kolom
filter-field-state = Status
filter-field-last_contact = Kontak terakhir
filter-field-next_step = Tindak lanjut berikutnya
filter-field-answered = Siaran yang dibalas
filter-field-answered_release = Membalas siaran pers
filter-field-sent = Siaran yang diterima
filter-field-attended = Kegiatan yang dihadiri
filter-field-missed = Diundang tetapi tidak hadir
filter-field-last_attended = Kegiatan terakhir yang dihadiri
filter-field-sent_release = Menerima siaran pers
filter-field-list = Kelompok penerima
filter-field-import = Masuk lewat impor

# Perbandingan
filter-op-is = adalah
filter-op-is_not = bukan
filter-op-contains = memuat
filter-op-contains_not = tidak memuat
filter-op-begins = diawali
filter-op-empty = kosong
filter-op-set = terisi
filter-op-at_least = paling sedikit
filter-op-at_most = paling banyak
filter-op-before = sebelum
filter-op-since = sejak
filter-op-within = dalam waktu terakhir
filter-op-not_within = tidak dalam waktu terakhir
filter-op-next = dalam waktu mendatang

# Yang bisa keliru
filter-field-unknown = Tidak ada kolom "{ $name }" untuk menyaring.
filter-op-wrong = Kolom "{ $name }" tidak dapat dibandingkan dengan "{ $op }".
filter-value-missing = Syarat untuk "{ $name }" belum bernilai. Isilah.
filter-value-wrong = "{ $value }" bukan nilai kolom "{ $name }".
filter-too-deep = Kelompok syarat di dalam kelompok lebih dari { $most } tingkat. Sederhanakan, atau jadikan sebagian kelompok cerdas tersendiri.
filter-too-long = Filter memuat lebih dari { $most } syarat. Jadikan sebagian kelompok cerdas tersendiri.
filter-not-understood = Filter yang tersimpan tidak dapat dibaca. Susunlah kembali.
filter-text-empty = Aturannya kosong. Tulis misalnya: kota = Serang dan desk = kesehatan
filter-text-unclosed = Tanda kutip di posisi { $position } belum ditutup.
filter-text-letter = "{ $found }" di posisi { $position } tidak dimengerti. Beri tanda kutip pada nilai yang memuat spasi atau tanda khusus.
filter-expected-and = { $end ->
    [yes] Aturan berakhir terlalu awal.
   *[no] Posisi { $position }: seharusnya "dan" atau "atau", bukan "{ $found }". Beri tanda kutip pada nilai yang memuat spasi.
}
filter-expected-close = { $end ->
    [yes] Aturan berakhir sebelum kurung tutupnya.
   *[no] Posisi { $position }: seharusnya kurung tutup, bukan "{ $found }".
}
filter-expected-list = { $end ->
    [yes] Aturan berakhir terlalu awal: "kelompok" dan namanya belum ada.
   *[no] Posisi { $position }: seharusnya "kelompok" dan namanya, bukan "{ $found }".
}
filter-expected-field = { $end ->
    [yes] Aturan berakhir terlalu awal: masih kurang satu syarat.
   *[no] Posisi { $position }: "{ $found }" bukan kolom. Contoh kolom: kota, desk, penanda, media, status, kelompok, last_contact, membalas.
}
filter-expected-op = { $end ->
    [yes] Aturan berakhir terlalu awal: perbandingan belum ada, misalnya = atau ~.
   *[no] Posisi { $position }: seharusnya perbandingan seperti =, != atau ~, bukan "{ $found }".
}
filter-expected-value = { $end ->
    [yes] Aturan berakhir terlalu awal: nilainya belum ada.
   *[no] Posisi { $position }: seharusnya nilai, bukan "{ $found }". Beri tanda kutip jika memang itu nilainya.
}
filter-expected-number = { $end ->
    [yes] Aturan berakhir terlalu awal: angkanya belum ada.
   *[no] Posisi { $position }: seharusnya angka, bukan "{ $found }".
}
filter-expected-day = { $end ->
    [yes] Aturan berakhir terlalu awal: tanggalnya belum ada, misalnya 2026-01-31.
   *[no] Posisi { $position }: seharusnya tanggal seperti 2026-01-31, bukan "{ $found }".
}
filter-expected-days = { $end ->
    [yes] Aturan berakhir terlalu awal: lamanya belum ada, misalnya 90d.
   *[no] Posisi { $position }: seharusnya lama waktu seperti 90d, 12 minggu atau 6 bulan, bukan "{ $found }".
}
filter-apply = Pakai filter
