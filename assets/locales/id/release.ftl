### Siaran pers: teks surat, kesalahan, keadaan.

# Yang ditulis di dalam surat
release-covering-subject = Siaran pers: {"{{headline}}"}
release-covering-text =
    {"{{salutation|Yth. Bapak/Ibu}}"},

    Bersama ini kami sampaikan siaran pers “{"{{headline}}"}”. Kami berharap informasi ini bermanfaat bagi pembaca dan pemirsa {"{{outlet|media}}"}.

    Bila memerlukan keterangan tambahan, foto, atau wawancara, silakan membalas surat ini atau menghubungi narahubung di bagian bawah.

    Terima kasih atas perhatian dan kerja samanya.

    {"{{office}}"}
release-mail-kicker = Siaran pers
release-mail-kicker-number = { $kind } nomor { $number }
release-mail-boilerplate = Profil singkat
release-mail-press-contact = Narahubung
release-mail-footer = Surat ini dikirim oleh { $office } karena nama Anda tercatat dalam daftar media kami. Tidak ingin menerimanya lagi? Balas surat ini dengan kata BERHENTI.
release-test-subject = [Uji] { $subject }
release-month-1 = Januari
release-month-2 = Februari
release-month-3 = Maret
release-month-4 = April
release-month-5 = Mei
release-month-6 = Juni
release-month-7 = Juli
release-month-8 = Agustus
release-month-9 = September
release-month-10 = Oktober
release-month-11 = November
release-month-12 = Desember

# Contoh penerima untuk pratinjau
release-sample-salutation = Yth. Ibu Siti Rahma
release-sample-salutation-familiar = Mbak Siti
release-sample-name = Siti Rahma
release-sample-full-name = Siti Rahma, S.Sos.
release-sample-outlet = Harian Contoh
release-sample-position = Redaktur
release-sample-city = Wonosari

# Pesan WhatsApp
release-chat-greeting = Bapak/Ibu
release-chat-opening = Selamat siang, { $greeting }. Kami dari { $office } menyampaikan siaran pers berikut.

# Kesalahan
release-is-being-sent = Siaran pers ini sedang dikirim. Batalkan dahulu distribusinya, lalu hapus.
release-file-empty = Berkas { $file } kosong. Pilih berkas lain.
release-file-missing = Berkas { $file } belum dipilih.
release-file-unreadable = Berkas { $file } tidak dapat dibaca. Periksa apakah berkas itu masih ada dan boleh dibuka.
release-file-too-large = Berkas { $file } lebih besar dari { $limit } MB. Perkecil berkas itu atau kirim tautannya.
release-image-kind = { $file } bukan gambar yang dapat ditampilkan di surat. Gunakan PNG, JPEG, GIF, atau WebP.
release-test-refused = Surat uji ditolak server: { $words }

# Layar siaran pers
release-new = Siaran pers baru
release-import = Impor dari berkas teks atau Word
release-imported = { $count } siaran pers diimpor
release-delete = Hapus siaran pers
release-deleted = Siaran pers dihapus
release-untitled = Tanpa judul
release-count = { $count } siaran pers
release-search = Cari judul atau nomor
release-empty = Belum ada siaran pers
release-empty-hint = Tulis siaran pers di sini, atau seret berkas Word (.docx), Markdown (.md), atau teks (.txt) ke halaman ini.
release-none-found = Tidak ada siaran pers yang cocok
release-show-all = Tampilkan semua
release-headline = Judul
release-number = Nomor
release-state = Status
release-recipients = Penerima
release-reached = Sampai
release-waiting = Menunggu
release-failed = Gagal
release-responses = Balasan
release-date = Tanggal
release-updated = Diubah
release-place = Tempat
release-language = Bahasa
release-lead = Teras
release-lead-placeholder = Teras: apa, siapa, kapan, di mana, dalam satu paragraf
release-body = Isi siaran pers
release-body-placeholder = Tulis isi siaran pers, atau tempel dari Word
release-boilerplate = Profil singkat
release-boilerplate-placeholder = Paragraf tetap tentang kantor
release-press-contact = Narahubung
release-press-contact-placeholder = Nama, bidang, nomor telepon
release-sent-at = dikirim { $when }
release-distributions = Riwayat distribusi

# Alat tulis
release-tools = Alat tulis
release-tool-heading = Subjudul
release-tool-subheading = Subjudul kecil
release-tool-bold = Tebal
release-tool-italic = Miring
release-tool-link = Tautan
release-tool-list = Daftar butir
release-tool-numbers = Daftar bernomor
release-tool-quote = Kutipan
release-tool-image = Sisipkan gambar
release-tool-undo = Urungkan ketikan
release-tool-redo = Ulangi ketikan
release-link-address = Alamat tautan
release-link-apply = Pasang

# Surat pengantar
release-covering = Surat pengantar
release-covering-hint = Menyapa setiap penerima, di atas siaran pers.
release-covering-subject-label = Subjek
release-covering-text-label = Teks surat pengantar
release-merge = Isian otomatis
release-merge-salutation = Sapaan
release-merge-familiar = Sapaan akrab
release-merge-name = Nama
release-merge-outlet = Media
release-merge-headline = Judul
release-merge-number = Nomor
release-merge-office = Kantor

# Lampiran
release-files = Lampiran
release-files-add = Tambah lampiran
release-files-sum = { $count } berkas · { $size }
release-file-coming = Mengunggah { $name }
release-file-detach = Lepas lampiran { $name }
release-file-detached = Lampiran { $name } dilepas

# Diubah di dua tempat
release-clash = Diubah juga di tempat lain
release-clash-hint = Berubah di kedua tempat: { $fields }. Pilih yang dipakai.
release-clash-mine = Pakai tulisan saya
release-clash-theirs = Pakai yang tersimpan
release-field-number = nomor
release-field-headline = judul
release-field-place = tempat
release-field-dated_on = tanggal
release-field-lead = teras
release-field-body_html = isi
release-field-boilerplate = profil singkat
release-field-press_contact = narahubung
release-field-language = bahasa
release-field-covering_subject = subjek
release-field-covering_text = surat pengantar

# Pratinjau dan surat uji
release-preview-for = Pratinjau untuk
release-preview-sample = Penerima contoh
release-preview-to = Kepada
release-preview-as = Bentuk pratinjau
release-preview-html = Surat
release-preview-text = Teks saja
release-preview-missing = Isian ini kosong untuk penerima ini: { $fields }
release-size = Ukuran surat
release-test-to = Surat uji ke
release-test-send = Kirim uji
release-test-sent = Surat uji terkirim ke { $to }
release-test-kept = Surat uji disimpan di { $file }

# Sebelum dikirim
release-before-sending = Sebelum dikirim
release-audience = Susunan penerima
release-list-members = { $count } orang
release-choose-lists = Pilih kelompok…
release-people = Orang
release-choose-people = Tambah orang…
release-without = Kecualikan
release-choose-without = Kecualikan orang…
release-nobody-yet = Pilih kelompok penerima atau orang. Siapa yang mendapat dan siapa yang dikecualikan langsung terlihat di sini.
release-import-people = Impor daftar media dahulu
release-people-count = { $count } orang
release-left-out = { $count } dikecualikan
release-by-mail = Lewat surel
release-by-hand = Lewat telepon atau WhatsApp
release-excluded = Dikecualikan
release-instead-by-hand = Dihubungi lewat telepon atau WhatsApp
release-no-greeting = { $count } orang tanpa sapaan surat. Dipakai sapaan umum dari surat pengantar.
release-set-up-account = Siapkan akun surel
release-from = Dari
release-when = Waktu
release-at-once = Sekarang
release-in-minutes = Sekarang, selesai sekitar { $count } menit
release-in-hours = Sekarang, selesai sekitar { $count } jam
release-show-recipients = Lihat penerima
release-more = dan { $count } lagi
release-list-unsubscribe = Sertakan tanda berhenti berlangganan
release-list-unsubscribe-help = Program surel menampilkan tombol berhenti. Banyak server lalu tidak mengirim jawaban otomatis.
release-send = Kirim…
release-send-to = Kirim ke { $count } orang
release-send-ask = Kirim ke { $count } orang?
release-send-what = Kirim ke { $count } orang, { $excluded } dikecualikan: { $mail } lewat surel, { $hand } lewat telepon atau WhatsApp.
release-send-from = Pengirim: { $from }.
release-send-folder = Belum ada akun surel: surat disimpan di folder kotak keluar dan tidak keluar dari komputer ini.
release-send-final = Surat yang terkirim tidak dapat ditarik kembali.

command-release_save = Tulis siaran pers
command-release_delete = Hapus siaran pers
command-release_attach = Lampirkan berkas
command-release_detach = Lepas lampiran
command-release_import = Impor siaran pers
command-release_send = Kirim siaran pers
