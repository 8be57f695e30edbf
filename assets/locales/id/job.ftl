### Pekerjaan panjang: tahapnya.

phase-backup = Menulis cadangan
phase-exporting = Mengekspor
phase-importing = Mengimpor
phase-reading = Membaca berkas
phase-undoing = Mengurungkan
phase-restoring = Mengembalikan yang sudah diambil
phase-duplicates-reading = Membaca daftar media
phase-duplicates-addresses = Membandingkan surel dan nomor
phase-duplicates-outlets = Membandingkan orang di setiap media
phase-duplicates-names = Membandingkan nama yang jarang
phase-duplicates-organisations = Membandingkan organisasi
