### Pekerjaan panjang: tahapnya.

phase-backup = Menulis cadangan
phase-exporting = Mengekspor
phase-importing = Mengimpor
phase-reading = Membaca berkas
