### Siaran pers sebagai berkas dan teks percakapan; kop surat instansi.

# Di atas kertas dan di program lain
release-paper-number = Nomor: { $number }
release-paper-staff-number = NIP { $number }
release-paper-page = Halaman { $page } dari { $pages }
release-paper-draft = KONSEP untuk persetujuan, bukan untuk dipublikasikan
release-paper-initials = Paraf persetujuan
release-paper-initials-number = No.
release-paper-initials-name = Nama dan jabatan
release-paper-initials-sign = Paraf
release-paper-initials-date = Tanggal
release-chat-more = (Naskah lengkap ada pada siaran pers.)
paper-format = Akhiran “{ $value }” bukan jenis berkas untuk siaran pers. Gunakan .pdf, .docx, .txt, .html, atau .eml, atau sebutkan --format.
paper-initials-only-pdf = Kotak paraf hanya ada di atas kertas: pilih PDF.
release-word-old = { $file } adalah berkas Word lama (.doc) atau dikunci dengan kata sandi. Buka di Word atau LibreOffice, lalu simpan sebagai .docx tanpa kata sandi.
release-word-other = { $file } bukan naskah Word. Pilih berkas .docx.
release-word-damaged = { $file } rusak dan tidak dapat dibaca. Buka di Word atau LibreOffice, simpan lagi sebagai .docx, lalu coba kembali.
release-word-too-large = Isi { $file } jauh lebih besar daripada sebuah siaran pers, jadi tidak dibaca. Keluarkan bagian yang tidak termasuk siaran pers.
release-word-too-long = { $file } lebih panjang daripada sebuah siaran pers (500.000 karakter). Keluarkan bagian yang tidak termasuk siaran pers.
paper-export = Ekspor
paper-pdf = Simpan sebagai PDF
paper-pdf-initials = PDF dengan kotak paraf
paper-docx = Simpan sebagai berkas Word
paper-txt = Simpan sebagai teks biasa
paper-html = Simpan sebagai halaman web (HTML)
paper-eml = Simpan sebagai surel (.eml)
paper-copy-chat = Salin teks WhatsApp
paper-saved = Tersimpan: { $file }
paper-chat-copied = Teks WhatsApp ({ $count } karakter) sudah disalin
paper-chat-copied-short = Teks WhatsApp dipendekkan menjadi { $count } karakter dan sudah disalin
paper-chat-uncopied = Komputer ini tidak mengizinkan Warta menyalin. Ini teksnya: pilih lalu salin.
paper-chat-title = Teks WhatsApp

# Pengaturan: kop surat
office-letterhead = Kop surat dan penanda tangan
office-letterhead-hint = Tercantum pada PDF dan berkas Word siaran pers.
office-parent = Pemerintah di atas instansi
office-contact-line = Telepon, surel, situs web
office-contact-line-help = Baris terakhir kop surat, misalnya: Telp. +62 000 000 000 · humas@example.id · example.id
office-signatory-name = Penanda tangan, dengan gelar
office-signatory-position = Jabatan penanda tangan
office-signatory-number = NIP
office-logo = Logo
office-logo-choose = Pilih logo
office-logo-remove = Hapus logo
office-logo-none = Belum ada logo. PNG atau JPEG, tinggi sekitar 500 piksel.
office-logo-set = Logo sudah dipasang
office-logo-removed = Logo sudah dihapus
office-logo-damaged = { $file } bukan gambar yang dapat dibaca. Pilih berkas PNG, JPEG, GIF, atau WebP.
