### Satu siaran pers dalam dua bahasa: versi dalam bahasa yang lain.

translation-versions = Bahasa siaran pers ini
translation-add-id = Tambah versi bahasa Indonesia
translation-add-en = Tambah versi bahasa Inggris
translation-add-hint = Tidak wajib. Setiap kontak menerima versi menurut bahasanya; nomor, berkas, dan persetujuan berlaku untuk keduanya.
translation-added-id = Versi bahasa Indonesia dimulai
translation-added-en = Versi bahasa Inggris dimulai
translation-show-id = Indonesia
translation-show-en = Inggris
translation-main = naskah utama
translation-remove-id = Hapus versi bahasa Indonesia
translation-remove-en = Hapus versi bahasa Inggris
translation-removed-id = Versi bahasa Indonesia dihapus
translation-removed-en = Versi bahasa Inggris dihapus
translation-complete-id = Versi bahasa Indonesia lengkap.
translation-complete-en = Versi bahasa Inggris lengkap.
translation-gaps-id = { $count } hal masih kurang dalam versi bahasa Indonesia:
translation-gaps-en = { $count } hal masih kurang dalam versi bahasa Inggris:
translation-gap-empty = { $field } masih kosong
translation-gap-same = { $field } belum diterjemahkan
translation-gap-images = { $field } memuat lebih sedikit gambar
translation-copy-body = Salin naskah utama untuk diterjemahkan
translation-read-id = Baca naskah Indonesia dari berkas…
translation-read-en = Baca naskah Inggris dari berkas…
translation-read-done-id = Naskah Indonesia dibaca dari berkas
translation-read-done-en = Naskah Inggris dibaca dari berkas
translation-copied-body = Naskah disalin; tulis terjemahannya di atasnya
translation-copy-images = Tambahkan gambar yang kurang
translation-approve-what = Naskah dalam kedua bahasa seperti adanya sekarang disetujui dan disimpan sebagai satu versi.
palette-release-other-language = Tambah atau buka versi dalam bahasa lain
translation-shared = Nomor, tempat, tanggal, berkas, dan persetujuan mengikuti naskah utama.
translation-language-fixed = Hapus versi yang lain untuk mengganti bahasa naskah ini.
translation-in-language = { $field } ({ $language ->
    [en] bahasa Inggris
   *[id] bahasa Indonesia
  })
translation-also = Juga dalam bahasa { $language ->
    [en] Inggris
   *[id] Indonesia
  }

# Siapa menerima yang mana
translation-preview-language = Bahasa
translation-preview-auto = Seperti yang diterima orang ini
translation-people = { $language ->
    [en] Versi bahasa Inggris: { $count } penerima
   *[id] Versi bahasa Indonesia: { $count } penerima
  }
translation-counts = Bahasa
translation-problem-gaps = { $count } hal masih kurang atau belum diterjemahkan. Lihat di halaman naskah.
translation-remark = { $language ->
    [en] Versi bahasa Inggris
   *[id] Versi bahasa Indonesia
  }: { $remark }

# Galat
release-translated-already = Siaran pers ini sudah dalam dua bahasa.
release-not-in-language = “{ $headline }” belum ditulis dalam bahasa { $language ->
    [en] Inggris. Tambah versi bahasa Inggris dahulu.
   *[id] Indonesia. Tambah versi bahasa Indonesia dahulu.
  }
release-language-taken = { $language ->
    [en] Siaran pers ini punya versi bahasa Inggris. Hapus versi itu dahulu untuk menjadikan bahasa Inggris bahasa utamanya.
   *[id] Siaran pers ini punya versi bahasa Indonesia. Hapus versi itu dahulu untuk menjadikan bahasa Indonesia bahasa utamanya.
  }
release-translation-no-headline = { $language ->
    [en] Versi bahasa Inggris belum berjudul. Lengkapi atau hapus versi itu, lalu setujui keduanya.
   *[id] Versi bahasa Indonesia belum berjudul. Lengkapi atau hapus versi itu, lalu setujui keduanya.
  }

# Baris perintah
cli-arg-release-edit-text-language = Tulis naskah dalam bahasa ini, id atau en; yang belum ada ditambahkan
cli-help-release-import = Baca berkas Markdown, teks, atau Word menjadi siaran pers baru, atau ke dalam yang sudah ada
cli-arg-release-import-file = Berkasnya
cli-arg-release-import-into = Siaran pers yang naskahnya dibaca
cli-arg-release-import-text-language = Berkas ini berbahasa id atau en; versi bahasa lain dibuat bila belum ada
cli-arg-release-edit-remove = Hapus versi dalam bahasa itu
cli-arg-release-show-text-language = Naskah dalam bahasa ini, id atau en
cli-arg-release-export-text-language = Naskah dalam bahasa ini, id atau en
cli-release-gaps = Masih kurang: { $fields }
cli-release-translated = Juga ditulis dalam bahasa { $language }.
cli-release-translated-gaps = Juga ditulis dalam bahasa { $language }. Masih kurang di sana: { $fields }

# Riwayat
command-release_translate = Tambah siaran pers dalam bahasa lain
command-release_translation_save = Tulis siaran pers dalam bahasa lain
command-release_translation_delete = Hapus siaran pers dalam bahasa lain
table-release_translations = Versi dalam bahasa lain
