### Grup percakapan: anggota, ekspor chat, dan usulan dari chat itu.

nav-chats = Grup percakapan
table-group_chats = Grup percakapan
table-group_chat_members = Anggota grup percakapan
table-group_chat_senders = Pengirim di chat
table-group_chat_proposals = Pesan dari chat
column-purpose = Tujuan
column-group_chat = Grup percakapan
column-read_until = Dibaca sampai
column-sender = Pengirim
column-text = Isi
command-group_chat_save = Ubah grup percakapan
command-group_chat_delete = Hapus grup percakapan
command-group_chat_restore = Pulihkan grup percakapan
command-group_chat_add = Tambah anggota grup percakapan
command-group_chat_remove = Keluarkan anggota grup percakapan
command-group_chat_member_save = Ubah anggota grup percakapan
command-group_chat_decide = Putuskan pesan dari chat
command-group_chat_sender_decide = Tentukan siapa pengirimnya
command-group_chat_import = Baca ekspor chat
filter-field-group_chat = Anggota grup percakapan

group-chat-unknown = Grup percakapan "{ $name }" tidak ada. Namanya seperti yang ditampilkan "warta chat list".
group-chat-name-missing = Isi nama grup percakapan.
group-chat-name-taken = Grup percakapan "{ $name }" sudah ada. Pilih nama lain.
group-chat-who = Pilih salah satu: kontak yang sudah ada, kontak baru, orang kantor sendiri, atau bukan siapa-siapa.
group-chat-which = Pilih grup percakapan untuk berkas ini, atau beri nama grup baru.
group-chat-not-whatsapp = "{ $name }" bukan grup WhatsApp. Yang dapat dibaca hanya chat yang diekspor dari WhatsApp.
chat-file-not-chat = Berkas "{ $file }" bukan chat yang diekspor dari WhatsApp. Di grup, pilih Lainnya, Ekspor chat, Tanpa media, lalu pakai berkas .txt atau .zip-nya.
chat-file-damaged = Berkas "{ $file }" rusak atau tidak lengkap. Ekspor lagi chat itu.
chat-file-too-big = Berkas "{ $file }" terlalu besar: teksnya melebihi { $limit } MB. Ekspor chat tanpa media.
group-chat-answer = Jawab: { $question }

group-chat-new = Grup percakapan baru
group-chat-edit = Ubah grup percakapan
group-chat-create = Buat grup
group-chat-created = Grup percakapan "{ $name }" dibuat
group-chat-saved = "{ $name }" disimpan
group-chat-deleted = Grup percakapan "{ $name }" masuk keranjang sampah
group-chat-delete = Hapus grup percakapan
group-chat-gone = Grup percakapan ini sudah tidak ada
group-chat-back = Kembali ke semua grup percakapan
group-chat-search = Cari nama atau tujuan
group-chat-empty = Belum ada grup percakapan
group-chat-empty-hint = Catat di sini grup WhatsApp Anda dengan wartawan: siapa anggotanya dan untuk apa. Dari ekspor chat, anggota dan pertanyaan yang menunggu jawaban dikenali.
group-chat-none = Tidak ada grup percakapan yang cocok
group-chat-count = { $count ->
   *[other] { $count } grup percakapan
}
group-chat-name = Nama
group-chat-name-hint = Seperti namanya di WhatsApp
group-chat-purpose = Tujuan
group-chat-purpose-hint = Untuk apa grup ini
group-chat-platform = Platform
group-chat-platform-whatsapp = WhatsApp
group-chat-platform-telegram = Telegram
group-chat-platform-other = Lainnya
group-chat-organisation = Organisasi atau komunitas
group-chat-notes = Catatan
group-chat-members = Anggota
group-chat-member-count = { $count ->
   *[other] { $count } anggota
}
group-chat-open = Usulan
group-chat-open-count = { $count ->
   *[other] { $count } usulan
}
group-chat-read-until = Dibaca sampai
group-chat-never-read = Belum dibaca
group-chat-of = Grup percakapan
group-chat-of-none = Tidak ada di grup percakapan
group-chat-past = sampai { $day }
group-chat-role = Peran
group-chat-role-member = Anggota
group-chat-role-admin = Admin
group-chat-add = Tambah anggota
group-chat-add-hint = Pilih kontak dari daftar media.
group-chat-add-count = { $count ->
   *[other] Tambah { $count } anggota
}
group-chat-added = { $count ->
    [0] Semuanya sudah ada di "{ $name }"
   *[other] { $count } anggota ditambahkan ke "{ $name }"
}
group-chat-make-admin = Jadikan { $name } admin
group-chat-make-member = Jadikan { $name } anggota biasa
group-chat-has-left = { $name } sudah keluar dari grup
group-chat-remove = Hapus { $name } dari grup
group-chat-removed = { $name } dihapus dari grup
group-chat-left = { $name } dicatat sebagai mantan anggota
group-chat-nobody = Belum ada anggota
group-chat-nobody-hint = Tambah kontak, atau baca ekspor chat: anggota dikenali dari nomornya.
group-chat-person = Kontak
group-chat-outlet = Media
group-chat-since = Sejak
group-chat-until = Sampai
group-chat-deeds = Tindakan

group-chat-import = Baca ekspor chat
group-chat-import-title = Baca chat yang diekspor dari WhatsApp
group-chat-import-hint = Di grup: Lainnya, Ekspor chat, Tanpa media. Pakai berkas .txt atau .zip. Percakapannya tidak disimpan, hanya yang diusulkan.
group-chat-import-file = Berkas ekspor chat
group-chat-import-endings = .txt atau .zip
group-chat-import-into = Ke grup ini
group-chat-import-new = Grup baru dengan nama ini
group-chat-import-since = Jangan usulkan yang lebih lama dari
group-chat-import-since-help = Kosong = seluruh chat
group-chat-import-order = Tanggal di berkas ditulis
group-chat-import-order-unsure = Dari berkas ini belum pasti apakah hari atau bulan yang ditulis lebih dulu. Periksa rentang waktunya; ubah bila salah.
group-chat-order-dmy = hari/bulan/tahun
group-chat-order-mdy = bulan/hari/tahun
group-chat-order-ymd = tahun-bulan-hari
group-chat-import-look = Periksa berkas
group-chat-import-run = Baca
group-chat-import-reading = Membaca chat
group-chat-import-summary = { $messages ->
   *[other] { $messages } pesan dari { $from } sampai { $until }
}
group-chat-import-proposals = Diusulkan: { $questions } pertanyaan, { $links } tautan, { $replies } balasan atas siaran pers. Sudah dikenal: { $known }.
group-chat-import-left-out = { $count ->
   *[other] { $count } usulan lama dilewati karena terlalu banyak.
}
group-chat-import-members = { $count ->
    [0] Tidak ada anggota baru yang dikenali
   *[other] { $count } anggota baru dikenali
}
group-chat-import-senders = Yang menulis
group-chat-import-sender = Di berkas
group-chat-import-means = Adalah
group-chat-import-messages = Pesan
group-chat-imported = "{ $name }" sudah dibaca
group-chat-sender-found = { $name }
group-chat-sender-by-name = { $name }, dari namanya
group-chat-sender-ours = Orang kantor
group-chat-sender-ignored = Dikesampingkan
group-chat-sender-unknown = Belum dikenal

group-chat-senders = Siapa ini?
group-chat-senders-hint = Mereka menulis di chat, tetapi tidak ada kontak dengan nomor atau nama itu.
group-chat-sender-open = { $count ->
    [0] Tidak ada usulan
   *[other] { $count } usulan menunggu
}
group-chat-sender-is = Ini { $name }
group-chat-sender-link = Hubungkan ke kontak
group-chat-sender-link-title = Siapa { $sender }?
group-chat-sender-link-hint = Nomornya ditambahkan ke kontak itu, dan ia menjadi anggota grup.
group-chat-sender-add = Tambah sebagai kontak
group-chat-sender-add-title = Kontak baru: { $sender }
group-chat-sender-add-hint = Ia menjadi anggota grup.
group-chat-sender-name = Nama
group-chat-sender-outlet = Media
group-chat-sender-phone = Nomor WhatsApp
group-chat-sender-is-ours = Orang kantor
group-chat-sender-ignore = Kesampingkan
group-chat-sender-linked = { $sender } adalah { $name }
group-chat-sender-aside = { $sender } dikesampingkan
group-chat-sender-more = Lainnya tentang { $sender }
group-chat-sender-contact = Kontak

group-chat-kind-all = Semua
group-chat-kind-question = Pertanyaan
group-chat-kind-link = Tautan
group-chat-kind-reply = Balasan
group-chat-filter = Jenis usulan
group-chat-is-question = Pertanyaan
group-chat-is-link = Tautan halaman
group-chat-is-reply = Balasan atas siaran pers
group-chat-becomes-question = Bila diterima, pesan dicatat di riwayat kontak dan jawaban dijanjikan paling lambat hari kerja berikutnya.
group-chat-becomes-link = Bila diterima, pesan dicatat di riwayat kontak dan tautannya disimpan untuk pemberitaan.
group-chat-becomes-reply = Bila diterima, pesan dicatat di riwayat kontak.
group-chat-about = Tentang
group-chat-proposals-empty = Tidak ada usulan yang menunggu
group-chat-proposals-empty-hint = Pertanyaan, tautan, dan balasan dari ekspor chat diusulkan di sini.
group-chat-accept = Terima
group-chat-dismiss = Abaikan
group-chat-skip = Lewati
group-chat-accept-all = Terima semua yang tampak
group-chat-dismiss-all = Abaikan semua yang tampak
group-chat-accepted = { $count ->
   *[other] { $count } pesan dicatat
}
group-chat-accepted-unknown = { $count ->
   *[other] { $count } pesan dicatat; { $unknown } tertinggal karena pengirimnya belum dikenal
}
group-chat-dismissed = { $count ->
   *[other] { $count } usulan diabaikan
}
group-chat-wants-sender = Tentukan dulu siapa ini.
group-chat-shown = Tampak { $shown } pertama dari { $total }
group-chat-details = Rincian
today-waiting-chats = { $count ->
   *[other] { $count } pesan di grup percakapan mungkin perlu dijawab
}
today-hint-chats = Putuskan mana yang masuk riwayat kontak
key-accept = Terima usulan

# Baris perintah
cli-help-chat = Grup percakapan: anggota dan ekspor chat WhatsApp
cli-help-chat-new = Buat grup percakapan
cli-help-chat-edit = Ubah grup percakapan
cli-help-chat-list = Tampilkan semua grup percakapan
cli-help-chat-show = Tampilkan satu grup percakapan dengan anggotanya
cli-help-chat-add = Tambah kontak ke grup percakapan
cli-help-chat-remove = Keluarkan kontak dari grup percakapan
cli-help-chat-delete = Masukkan grup percakapan ke keranjang sampah; anggotanya tetap kontak
cli-help-chat-import = Baca chat yang diekspor dari WhatsApp (.txt atau .zip)
cli-arg-chat-edit-rename = Nama baru
cli-arg-purpose = Untuk apa grup ini
cli-arg-chat-new-platform = whatsapp, telegram, atau other
cli-arg-chat-edit-platform = whatsapp, telegram, atau other
cli-arg-organisation = Organisasi atau komunitasnya: nomor, nama, atau singkatan
cli-arg-chat-new-notes = Catatan
cli-arg-chat-edit-notes = Catatan
cli-arg-chat-list-who = Hanya yang diikuti kontak ini
cli-arg-admin = Sebagai admin
cli-arg-chat-add-since = Hari mereka bergabung
cli-arg-left = Hari mereka keluar: dicatat sebagai mantan anggota
cli-arg-chat = Grup percakapan untuk berkas ini
cli-arg-accept-all = Terima semua usulan yang pengirimnya dikenal
cli-arg-chat-import-since = Jangan usulkan yang lebih lama dari hari ini
cli-arg-date-order = Cara berkas menulis tanggal: dmy, mdy, atau ymd; tanpa ini = menurut seluruh berkas
cli-chat-made = Grup percakapan "{ $name }" dibuat.
cli-chat-saved = Grup percakapan "{ $name }" disimpan.
cli-chat-deleted = Grup percakapan "{ $name }" dihapus.
cli-chat-added = { $count ->
   *[other] { $count } anggota ditambahkan ke "{ $name }".
}
cli-chat-removed = { $count ->
   *[other] { $count } anggota dikeluarkan dari "{ $name }".
}
cli-chat-unknown = Belum dikenal: { $senders }
cli-chat-open = Usulan yang menunggu: { $count }
cli-chat-imported = "{ $name }": { $messages } pesan dari { $from } sampai { $until }. Anggota baru: { $members }. Usulan baru: { $proposals } ({ $questions } pertanyaan, { $links } tautan, { $replies } balasan); sudah dikenal: { $known }.
cli-chat-would = Tidak ada yang ditulis. "{ $name }": { $messages } pesan dari { $from } sampai { $until }. Anggota baru akan { $members }, usulan baru { $proposals } ({ $questions } pertanyaan, { $links } tautan, { $replies } balasan); sudah dikenal: { $known }.
cli-chat-order = Dari berkas ini belum pasti apakah hari atau bulan yang lebih dulu; dipakai { $order }. Bila salah, pakai --date-order.
cli-chat-accepted = Dicatat: { $count }; dijanjikan dijawab: { $promises }; tertinggal karena pengirimnya belum dikenal: { $unknown }.
cli-column-proposals = Usulan
cli-column-purpose = Tujuan
cli-column-since = Sejak
cli-column-sender = Pengirim
cli-column-messages = Pesan
cli-platform-whatsapp = WhatsApp
cli-platform-telegram = Telegram
cli-platform-other = lainnya
cli-chat-role-member = anggota
cli-chat-role-admin = admin
cli-chat-sender-found = dikenal
cli-chat-sender-by-name = dikenal dari namanya
cli-chat-sender-ours = orang kantor
cli-chat-sender-ignored = dikesampingkan
cli-chat-sender-unknown = belum dikenal
cli-date-order-dmy = hari/bulan/tahun
cli-date-order-mdy = bulan/hari/tahun
cli-date-order-ymd = tahun-bulan-hari
cli-command-group-chat-save = simpan grup percakapan
cli-command-group-chat-delete = hapus grup percakapan
cli-command-group-chat-restore = pulihkan grup percakapan
cli-command-group-chat-add = tambah ke grup percakapan
cli-command-group-chat-remove = keluarkan dari grup percakapan
cli-command-group-chat-member-save = ubah anggota grup percakapan
cli-command-group-chat-decide = putuskan pesan dari chat
cli-command-group-chat-sender-decide = tentukan siapa pengirimnya
cli-command-group-chat-import = baca ekspor chat
