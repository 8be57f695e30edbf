### Pengaturan: tampilan, kantor, petugas, cadangan, riwayat.

settings-version = Warta { $version }
settings-clash-hint = Isian yang sama berubah di kedua tempat. Pilih yang dipakai.

# Tampilan
settings-looks = Bahasa dan tampilan
settings-looks-hint = Langsung berlaku di jendela ini.
settings-language = Bahasa
settings-theme = Tema
settings-theme-light = Terang
settings-theme-dark = Gelap
settings-theme-system = Ikut sistem
settings-density = Kerapatan baris
settings-density-comfortable = Lega
settings-density-compact = Rapat

# Kantor
settings-office = Kantor
settings-office-hint = Tercantum di kop dan kaki siaran pers.
office-name = Nama kantor
office-unit = Bidang atau unit
office-city = Kota
office-address = Alamat
office-zone = Zona waktu
office-press-contact = Narahubung
office-press-contact-help = Siapa yang dapat dihubungi wartawan, dengan nomor telepon.
office-boilerplate = Profil singkat kantor
office-boilerplate-help = Paragraf tetap di bawah setiap siaran pers baru.

# Petugas
settings-staff = Petugas
settings-staff-hint = Siapa mengerjakan apa tercatat dengan nama yang sedang bekerja.
staff-name = Nama lengkap
staff-role = Jabatan
staff-working = Sedang bekerja
staff-choose = Saya ini
staff-choose-name = Saya ini: { $name }
staff-new-name = Nama petugas baru
staff-new-role = Jabatannya
staff-add = Tambah petugas
staff-added = { $name } ditambahkan

# Akun surel dan cadangan
settings-account = Akun surel
settings-backups = Cadangan
settings-backups-hint = Satu berkas berisi semua data dan lampiran. Kata sandi tidak ikut.
settings-backup-now = Cadangkan sekarang
settings-backup-written = Cadangan ditulis ({ $size })
settings-backup-none = Belum ada cadangan
settings-restore = Pulihkan
settings-restore-name = Pulihkan { $name }
settings-restore-ask = Pulihkan cadangan ini?
settings-restore-what = Semua data sekarang diganti dengan isi { $name }. Sebelumnya data sekarang dicadangkan.
settings-restoring = Memulihkan cadangan…
settings-restored = Cadangan dipulihkan
settings-restore-file = Pulihkan dari berkas lain
settings-restore-file-hint = Misalnya dari diska lepas atau komputer lama.
settings-restore-choose = Berkas cadangan (.zip)

# Riwayat
settings-history = Riwayat tindakan
settings-history-hint = Semua yang diubah, yang terbaru di atas. Yang dapat diurungkan memiliki tombolnya.
settings-history-none = Belum ada tindakan
settings-history-rows = { $count } perubahan
settings-history-undone = Sudah diurungkan
settings-history-more = Tampilkan lebih banyak
settings-source-cli = dari baris perintah
settings-source-import = impor
settings-source-mailbox = dari kotak masuk
settings-undone = Diurungkan: { $name }
settings-undo-name = Urungkan: { $name }

command-office_first_start = Siapkan kantor
command-office_save = Ubah data kantor
command-office_logo_set = Pasang logo
command-staff_save = Ubah petugas
command-staff_choose = Ganti petugas yang bekerja
command-setting_set = Ubah pengaturan
command-backup_write = Tulis cadangan
command-undo_last = Urungkan
command-undo_action = Urungkan

# Tindakan ruang lain
command-contact_save = Ubah kontak
command-contact_delete = Hapus kontak
command-contact_state_set = Ubah keadaan kontak
command-contact_states_set = Tandai beberapa kontak
command-interaction_log = Catat komunikasi
command-organisation_save = Ubah media atau organisasi
command-organisation_delete = Hapus media atau organisasi
command-list_save = Ubah kelompok penerima
command-list_delete = Hapus kelompok penerima
command-list_add = Tambah ke kelompok
command-list_remove = Keluarkan dari kelompok
command-import_undo = Urungkan impor
command-list_save_smart = Menyimpan kelompok cerdas
command-list_archive = Mengarsipkan kelompok
command-list_leave_out = Mengecualikan dari kelompok
command-list_take_back = Memasukkan lagi ke kelompok
command-import_run = Impor daftar
command-inbox_fetch = Ambil surel masuk
command-duplicate_scan = Cari data ganda
command-duplicate_decide = Putuskan data ganda
command-merge_run = Gabungkan
command-merge_undo = Pisahkan penggabungan
command-contact_verify = Pastikan data kontak
command-review_job_change = Pindah kerja
