### Impor daftar kontak.

import-title = Impor kontak
import-subtitle = Dari Excel, OpenDocument, atau CSV
import-back = Ke daftar kontak
import-start = Impor dari Excel
import-steps = Langkah impor
import-step-file = Berkas
import-step-columns = Kolom
import-step-preview = Periksa
import-step-done = Selesai

# Berkas
import-file = Daftar kontak Anda
import-file-hint = .xlsx, .xls, .ods, .csv, .tsv, .vcf
import-uploading = Mengambil berkas
import-promise-guess = Kolom dikenali sendiri: nama, media, surel, nomor HP, desk, dan lainnya.
import-promise-nobody-twice = Orang yang sudah ada dimutakhirkan, tidak digandakan.
import-promise-undo = Sebelum disimpan Anda melihat hasilnya; sesudahnya seluruh impor dapat diurungkan.

# Kolom
import-sheet = Lembar
import-sheet-rows = { $name } (sekitar { $rows } baris)
import-list = Masukkan semua ke kelompok
import-list-hint = Boleh kosong. Kelompok yang belum ada akan dibuat.
import-columns = Kolom berkas
import-columns-taken = { $taken } dari { $all } kolom diimpor
import-column = Kolom
import-samples = Contoh isi
import-becomes = Diimpor sebagai
import-becomes-named = Kolom { $column } diimpor sebagai
import-no-header = Baris pertama berkas ini sudah berupa data, jadi kolomnya diberi huruf. Periksa isinya.
import-doubled = Isian ini hanya menerima satu kolom: { $fields }. Yang dipakai kolom pertama.
import-check = Periksa hasilnya

# Isian
import-field-name = Nama lengkap
import-field-first_name = Nama depan
import-field-middle_name = Nama tengah
import-field-last_name = Nama belakang
import-field-name_prefix = Gelar di depan
import-field-name_suffix = Gelar di belakang
import-field-kind = Jenis kontak
import-field-gender = Jenis kelamin
import-field-salutation_formal = Sapaan surat
import-field-salutation_familiar = Sapaan akrab
import-field-email = Surel
import-field-phone = Telepon
import-field-whatsapp = WhatsApp
import-field-outlet = Media
import-field-outlet_type = Jenis media
import-field-outlet_scale = Skala media
import-field-outlet_company = Perusahaan media
import-field-outlet_website = Situs media
import-field-outlet_address = Alamat media
import-field-position = Jabatan
import-field-beats = Desk
import-field-city = Kota
import-field-language = Bahasa
import-field-tags = Penanda
import-field-tag_if_yes = Penanda bila “ya”
import-field-lists = Kelompok penerima
import-field-notes = Catatan
import-field-do_not_contact = Jangan hubungi
import-field-ignore = Jangan diimpor

# Hasil
import-outcome = Hasil per baris
import-would-added = akan ditambahkan
import-would-updated = akan dimutakhirkan
import-would-skipped = tidak ada yang baru
import-would-rejected = ditolak
import-was-added = ditambahkan
import-was-updated = dimutakhirkan
import-was-skipped = tidak ada yang baru
import-was-rejected = ditolak
import-row = Baris
import-note = Keterangan
import-value = Isi sel
import-learnt = Baru: { $fields }
import-possible-duplicate = Mungkin ganda: alamatnya dipakai kontak lain
import-new-outlets = { $count } media baru ikut ditambahkan.
import-duplicates = { $count } kontak mungkin ganda: alamatnya sama, namanya lain. Semuanya ditandai, tidak ada yang digabung.
import-first-rows = Ditampilkan { $shown } baris pertama dari { $all }.
import-run = Impor { $count } kontak
import-done = { $file } sudah diimpor.
import-undone = Impor { $file } diurungkan.
import-cancelled = Dibatalkan. Tidak ada yang tersimpan.
import-undo-cancelled = Tidak ada yang diurungkan: yang sudah diambil telah dikembalikan.
import-save-rejected = Simpan baris yang ditolak
import-another = Impor berkas lain
import-see-contacts = Lihat kontak

# Alasan baris ditolak; juga tertulis di berkasnya
import-reason-column = Alasan
import-reason-no_name = tidak ada nama
import-reason-email_not_valid = alamat surel salah
import-reason-phone_not_valid = nomor telepon salah
import-reason-signature = bagian tanda tangan di bawah tabel, bukan kontak

# Yang dibiarkan saat impor diurungkan
undo-left = { $count } sudah diubah atau dipakai sejak itu, jadi dibiarkan seperti sekarang:
undo-left-changed = sudah diubah
undo-left-used = sudah dipakai
undo-left-taken = nama atau tempatnya sudah dipakai yang lain

# Isian lain; sisanya bernama seperti isian kontak atau media
import-field-beat_if_yes = Desk bila “ya”
import-field-affiliations = Semua media dengan jabatan dan tanggal
import-field-birth_year = Tanggal lahir: tahun
import-field-birth_month = Tanggal lahir: bulan
import-field-birth_day = Tanggal lahir: hari
import-field-exact_name = Nama tanpa gelar, persis seperti tertulis
import-field-reaches = Semua alamat dan nomor beserta jenisnya
import-field-membership_details = Keanggotaan dengan peran dan masa
import-field-social_details = Akun media sosial dengan alamat dan pengikut
import-field-states = Yang menahan pengiriman
import-field-outlet_reaches = Semua alamat dan nomor (media)
import-field-outlet_membership_details = Keanggotaan dengan peran dan masa (media)
import-field-outlet_social_details = Akun media sosial dengan alamat dan pengikut (media)
import-field-outlet_states = Surel yang tidak aktif (media)
import-field-new_text = Isian baru milik kantor: teks
import-field-new_number = Isian baru milik kantor: angka
import-field-new_date = Isian baru milik kantor: tanggal
import-field-new_choice = Isian baru milik kantor: pilihan
import-field-new_yes_no = Isian baru milik kantor: ya atau tidak
import-field-outlet_new_text = Isian baru media: teks
import-field-outlet_new_number = Isian baru media: angka
import-field-outlet_new_date = Isian baru media: tanggal
import-field-outlet_new_choice = Isian baru media: pilihan
import-field-outlet_new_yes_no = Isian baru media: ya atau tidak
import-field-instagram = Akun Instagram
import-field-twitter = Akun X (Twitter)
import-field-facebook = Akun Facebook
import-field-tiktok = Akun TikTok
import-field-youtube = Kanal YouTube
import-field-linkedin = Akun LinkedIn
import-field-custom = Isian buatan kantor
import-field-of-outlet = { $name } (media)

# Asal kolom
import-layout = Dikenali: { $name }.
import-layout-google = Google Kontak
import-layout-outlook = Outlook
import-layout-thunderbird = Thunderbird
import-layout-mailchimp = Mailchimp
import-layout-prowly = Prowly
import-layout-valosan = Valosan
import-layout-presspage = Presspage
import-layout-indonesian = daftar media dan wartawan
import-layout-vcard = vCard
import-remembered = Kolom-kolom ini pernah diimpor; pilihan waktu itu dipakai lagi.

# Beberapa lembar
import-sheets = Lembar yang diimpor
import-sheets-hint = Setiap lembar punya kolomnya sendiri.
import-sheet-columns = Kolom “{ $name }”

# Aturan untuk kontak yang sudah ada
import-rules = Kontak yang sudah ada
import-rules-hint = Sel kosong tidak pernah menghapus apa pun.
import-rule = Aturan untuk { $field }
import-rule-replace = Ganti
import-rule-fill = Isi yang kosong saja
import-rule-add = Tambahkan

# Tempel
import-paste = Atau tempel di sini
import-paste-label = Baris dari lembar kerja, vCard, atau tanda tangan surel
import-paste-take = Pakai yang ditempel
import-paste-name = Teks tempelan
import-paste-empty = Belum ada yang ditempel. Salin dulu baris, vCard, atau tanda tangan surel.
import-paste-nobody = Tidak ada nama, alamat, atau nomor dalam teks itu. Isi kontaknya sendiri.
import-paste-person = Satu orang ditemukan. Periksa lalu tambahkan.

# Impor yang lalu
import-past = Impor yang lalu
import-past-empty = Belum pernah ada yang diimpor.
import-past-undo = Urungkan impor { $file }
import-past-counts = { $added } ditambahkan, { $updated } dimutakhirkan, { $rejected } ditolak
import-state-running = berjalan
import-state-done = selesai
import-state-unfinished = tidak selesai, tidak ada yang masuk
import-state-undone = diurungkan
import-unknown = Tidak ada impor { $id }. Lihat nomornya dengan "warta import list".
import-still-running = Impor { $id } masih berjalan. Batalkan dulu, atau tunggu sampai selesai.

# Nilai yang tidak diambil
import-left-out = { $count } nilai tidak diambil; isi baris lainnya sudah masuk.
import-left-out-would = { $count } nilai tidak akan diambil; isi baris lainnya masuk.
import-outlets-only = { $count } baris hanya menyebut media, tanpa orang.
import-undone-but = Impor { $file } diurungkan. { $count } yang sudah diubah atau dipakai dibiarkan.
import-reason-not_a_day = bukan tanggal
import-reason-not_a_number = bukan angka
import-reason-not_a_choice = tidak ada dalam pilihan
import-reason-not_yes_no = bukan ya atau tidak
import-erased-before = { $count ->
   *[other] { $count } orang dalam berkas ini sudah pernah dihapus permanen dan tidak dimasukkan.
}
import-reason-erased_before = orang ini sudah pernah dihapus dan minta tidak disimpan
