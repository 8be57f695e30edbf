### Kotak surat yang dibaca: foldernya, sambungannya.

inbox-folder-gone = Kotak surat tidak (lagi) memiliki folder "{ $folder }". Lihat daftar foldernya, lalu pilih lagi.
error-mail-token = { $server } menolak masuk lewat peramban. Masuklah lagi di pengaturan akun. Kata server: { $words }
probe-token-refused = Server menolak masuk lewat peramban. Masuklah lagi; kata-kata server ada di rincian.

mailbox-folders = Folder yang dibaca
mailbox-folders-hint = Biasanya kotak masuk, surel terkirim, dan balasan yang tersesat di folder spam. Tidak ada yang berubah di kotak surat, tanda sudah dibaca pun tidak.
mailbox-folders-show = Tampilkan folder
mailbox-folders-saved = Folder sudah dipilih. Folder baru dibaca dari awal.
mailbox-folders-usual = Pakai folder yang biasa
mailbox-folder-read = dibaca
mailbox-folder-sent = surel terkirim
mailbox-folder-unwanted = spam: hanya yang menjawab kita yang diambil
mailbox-folder-sent-choice = Folder surel terkirim
mailbox-folder-sent-help = Surel kepada kontak yang ditulis di luar Warta muncul di riwayat kontak.
mailbox-folder-sent-none = Jangan baca surel terkirim

mailbox-live = Surel baru langsung muncul
mailbox-polling = Diperiksa setiap menit
mailbox-trouble = { $name } tidak dapat dibaca sejak { $since }.
mailbox-trouble-short = tidak dapat dibaca

inbox-report-ours = { $count } surel kita dicatat di riwayat kontak
command-account_folders_choose = Pilih folder kotak surat
command-account_folders = Lihat folder kotak surat

cli-help-account-folders = Menampilkan folder kotak surat dan memilih yang dibaca
cli-arg-account-folders-read = Folder yang dibaca; boleh ditulis beberapa kali
cli-arg-account-folders-sent = Folder surel terkirim; - = jangan dibaca
cli-arg-account-folders-usual = Kembali ke folder yang biasa
cli-help-inbox-watch = Menunggu surel dan membacanya begitu datang
cli-arg-inbox-watch-seconds = Berhenti setelah sekian detik
cli-arg-inbox-fetch-account = Hanya kotak surat akun ini
cli-inbox-watching = Menunggu surel. Ctrl+C untuk berhenti.
cli-inbox-ours = Surel yang ditulis di luar Warta, dicatat di riwayat kontak: { $ours }.
cli-command-account-folders-choose = pilih folder kotak surat
cli-command-account-folders = lihat folder kotak surat
