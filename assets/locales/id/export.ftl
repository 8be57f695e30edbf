### Ekspor daftar media. Judul kolom dikenali kembali saat diimpor.

export-contacts = Ekspor kontak ke Excel
export-excel = Ekspor ke Excel (.xlsx)
export-csv = Ekspor ke CSV
export-running = Mengekspor…
export-done = { $rows } baris disimpan di { $file }
export-saved = Disimpan di { $file }

export-column-name = Nama
export-column-name_prefix = Gelar depan
export-column-name_suffix = Gelar belakang
export-column-kind = Jenis kontak
export-column-outlet = Media
export-column-position = Jabatan
export-column-email = Surel
export-column-phone = Telepon
export-column-whatsapp = WhatsApp
export-column-beats = Desk
export-column-city = Kota
export-column-language = Bahasa
export-column-salutation_formal = Sapaan surat
export-column-salutation_familiar = Sapaan akrab
export-column-tags = Penanda
export-column-lists = Kelompok penerima
export-column-notes = Catatan
export-column-do_not_contact = Jangan hubungi
# Yang dalam kurung diabaikan saat diimpor kembali, dan kolom "Status" tidak diimpor.
export-column-bad_address = Status (surel tidak aktif)
export-column-left_outlet = Status (tidak lagi di media ini)
export-column-organisation = Organisasi
export-column-outlet_type = Jenis media
export-column-outlet_scale = Skala
export-column-outlet_company = Perusahaan pers
export-column-outlet_address = Alamat
export-column-outlet_website = Situs web
export-folder-missing = Folder { $folder } tidak ada. Buat dulu, atau pilih folder lain.
