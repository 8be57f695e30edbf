### Kapan siaran pers berangkat: waktu, gelombang, embargo, penjaga surat kedua.

# Waktu dengan kata-kata
distribution-instant = { $day } pukul { $time } { $zone }
distribution-time-on-day = { $time } ({ $day })

# Embargo seperti yang dibaca penerima
release-embargo = EMBARGO sampai { $until }
release-embargo-notice = EMBARGO sampai { $until } ({ $elsewhere }). Mohon tidak menyiarkan sebelum waktu itu.

# Keadaan dan alasan
distribution-state-scheduled = Terjadwal
exclusion-minus_list = Ada di kelompok yang dikurangkan
exclusion-recent = Baru saja mendapat pesan
exclusion-no_embargo = Tidak menerima embargo
distribution-paused-missed = Waktunya terlewat saat komputer ini mati atau tidur, jadi belum ada yang dikirim. Lanjutkan untuk mengirim sekarang, pilih waktu lain, atau batalkan.

# Sebelum kirim
distribution-problem-no-embargo-ask = { $count } orang tidak menerima embargo: { $names }. Kecualikan atau tetap kirim?
distribution-problem-no-embargo = { $count } orang tidak menerima embargo dan tetap dikirimi: { $names }
distribution-problem-recent = { $count } orang sudah mendapat pesan dari kantor dalam { $days } hari terakhir dan dikecualikan: { $names }
distribution-problem-recent-kept = { $count } orang sudah mendapat pesan dari kantor dalam { $days } hari terakhir dan tetap dikirimi: { $names }

# Kesalahan
distribution-time-unreadable = "{ $text }" bukan hari dan jam. Tulis seperti 2026-12-01 08:00 WIB.
distribution-time-passed = { $when } sudah lewat. Pilih waktu yang lebih kemudian.
distribution-time-or-connection = Pilih waktu atau sambungan berikutnya, jangan keduanya.
distribution-embargo-too-early = Embargo sudah berakhir saat surat berangkat. Pilih akhir yang lebih kemudian atau tanpa embargo.
distribution-wave-minutes = Gelombang berangkat paling lambat seminggu setelah yang pertama.
distribution-guard-days = Penjaga melihat ke belakang paling lama 366 hari.
distribution-under-way = Distribusi { $id } sudah berjalan atau selesai; waktunya tidak dapat diubah lagi. Batalkan yang belum terkirim.
distribution-not-yet = Orang ini belum boleh dihubungi sebelum waktu distribusi.

# Baris perintah
cli-wave-unreadable = "{ $text }" bukan gelombang. Tulis siapa yang dikirimi dan berapa lama setelah yang pertama, misalnya "Pers Kota:30m".
cli-reschedule-needs-time = Sebutkan waktunya: --at "2026-12-01 08:00 WIB", --when-online, atau --now.
cli-send-scheduled = Distribusi { $id } berangkat { $when }. Saat itu warta outbox run atau jendela yang terbuka mengirimnya.
cli-send-with-connection = Distribusi { $id } berangkat begitu server surel dapat dihubungi, lewat warta outbox run atau jendela yang terbuka.
cli-wave-after = { $minutes ->
    [0] pertama
   *[other] setelah { $minutes } menit
}
cli-column-wave = Gelombang
cli-column-list = Kelompok
cli-column-leaves = Berangkat
cli-distribution-state-scheduled = terjadwal
cli-exclusion-minus-list = ada di kelompok yang dikurangkan
cli-exclusion-recent = baru saja mendapat pesan
cli-exclusion-no-embargo = tidak menerima embargo
cli-help-distribution = Distribusi: keadaan, waktu lain, batal
cli-help-distribution-list = Tampilkan keadaan semua distribusi
cli-help-distribution-show = Tampilkan satu distribusi dengan gelombangnya
cli-help-distribution-reschedule = Beri waktu lain untuk yang belum berangkat
cli-help-distribution-cancel = Batalkan yang belum terkirim dari satu distribusi
cli-arg-at = Waktu berangkat, misalnya "2026-12-01 08:00 WIB"; tanpa zona: zona kantor
cli-arg-when-online = Berangkat begitu server surel dapat dihubungi
cli-arg-now = Berangkat sekarang juga
cli-arg-embargo = Tidak disiarkan sebelum waktu ini, misalnya "2026-12-01 08:00 WIB"; ditandai di perihal dan isi
cli-arg-no-embargo = Untuk orang yang tidak menerima embargo: leave-out (kecualikan) atau send (tetap kirim)
cli-arg-wave = Kelompok dan berapa lama setelah yang pertama, misalnya "Pers Kota:30m"; boleh diulang; yang lain ikut gelombang terakhir
cli-arg-wave-group = Grup WhatsApp dan berapa lama setelah yang pertama, misalnya "Pers Kota:30m"; boleh diulang
cli-arg-wave-newsroom = Media yang redaksinya dikirimi sekian lama setelah yang pertama, misalnya "Radio Contoh:30m"; boleh diulang
cli-arg-guard-days = Kecualikan siapa pun yang mendapat pesan dari kantor dalam sekian hari; 0 = tidak ada
cli-arg-keep = Siapa yang tetap dikirimi walau baru mendapat pesan: ID, surel, atau nomor telepon
cli-arg-keep-newsroom = Media yang redaksinya tetap dikirimi walau baru mendapat pesan
cli-arg-keep-group = Grup WhatsApp yang tetap dikirimi walau baru mendapat pesan
cli-arg-keep-recent = Semua yang baru mendapat pesan tetap dikirimi
cli-arg-minus-list = Kelompok yang anggotanya dikecualikan

# Isian kontak
column-no_embargo = Tolak embargo

command-distribution_reschedule = Beri distribusi waktu lain
field-no-embargo = Tidak menerima embargo

# Jendela: sebelum kirim
timing-when = Kapan
timing-when-now = Sekarang
timing-when-at = Pada waktu tertentu
timing-when-online = Saat ada sambungan
timing-when-at-help = Berangkat pada waktu ini bila Warta atau layanan kirimnya sedang berjalan. Bila komputer ini mati, berangkat saat menyala lagi, kecuali sudah terlalu lama lewat.
timing-when-online-help = Berangkat begitu server surel dapat dihubungi.
timing-leaves = Berangkat
timing-day = Hari
timing-time = Jam
timing-zone = Zona
timing-missing = Pilih hari dan jam.
timing-embargo = Dengan embargo
timing-embargo-until = Embargo sampai
timing-embargo-help = Ditandai di perihal dan isi dalam bahasa siaran pers.
timing-no-embargo = Orang yang tidak menerima embargo
timing-no-embargo-leave-out = Kecualikan
timing-no-embargo-send = Tetap kirim
timing-waves = Bergelombang
timing-waves-first = Lebih dahulu
timing-waves-choose = Pilih kelompok, grup, dan redaksi yang didahulukan
timing-waves-after = Yang lain setelah (menit)
timing-waves-number = Gelombang { $number }
timing-waves-minutes = Sekian menit setelah yang pertama
timing-waves-add = Tambah gelombang
timing-waves-remove = Hapus gelombang { $number }
timing-wave = { $number }. { $label }
timing-wave-others = Yang lain
timing-wave-people = { $count } orang
timing-wave-at-once = langsung
timing-wave-minutes = setelah { $count } menit
timing-guard = Tanpa pesan kedua dalam (hari)
timing-guard-help = 0 = tanpa penjaga. Pesan, telepon, dan obrolan semua rekan dihitung.
timing-recent = Baru saja mendapat pesan
timing-recent-line = { $actor ->
    [none] { $when }: { $about }
   *[other] { $actor }, { $when }: { $about }
}
timing-recent-waits = menunggu dikirim
timing-keep = Tetap kirim
timing-keep-not = Kecualikan
timing-keep-all = Tetap kirim kepada semuanya
timing-minus = Tanpa orang di kelompok
timing-minus-choose = Pilih kelompok yang dikurangkan
timing-suggestions = Saran
timing-suggestions-why = Teks menyebut: { $words }
timing-suggest-list = { $name }: { $fits } dari { $members } cocok
timing-suggest-people = Tambah { $count } orang yang meliput ini
timing-send-at = Jadwalkan untuk { $count } orang
timing-ask-at = Berangkat { $when }.
timing-ask-online = Berangkat begitu server surel dapat dihubungi.
timing-ask-embargo = { $line }.
timing-ask-final = Sampai saat itu waktunya dapat diubah atau dibatalkan; teksnya tetap seperti sekarang.

# Jendela: satu distribusi
timing-scheduled = Berangkat { $when }
timing-scheduled-online = Berangkat begitu server surel dapat dihubungi
timing-left = { $left } lagi
timing-left-days = { $days } hari { $hours } jam
timing-left-hours = { $hours } jam { $minutes } menit
timing-left-minutes = { $minutes } menit { $seconds } detik
timing-embargo-now = Embargo sampai { $when }
timing-embargo-over = Embargo berakhir { $when }
timing-queued-by = Dijadwalkan { $when } oleh { $actor }
timing-another = Waktu lain
timing-another-title = Kapan berangkat?
timing-another-save = Tetapkan waktu
timing-another-done = Waktu baru sudah ditetapkan
timing-not-before = Tidak sebelum { $when }
timing-wave-progress = { $done } dari { $total }
timing-wave-waits = menunggu
timing-wave-begun = berjalan
timing-wave-done = selesai
timing-wave-cancelled = dibatalkan
timing-wave-column = Gelombang
timing-before = Sebelum kirim
timing-before-lists = Kelompok: { $names }
timing-before-minus = Tanpa kelompok: { $names }
timing-before-guard = Tanpa siapa pun yang mendapat pesan dalam { $days } hari
timing-before-kept = Tetap dikirimi: { $note }

# Pengaturan
settings-sending = Pengiriman
settings-sending-hint = Berlaku untuk setiap distribusi.
settings-guard = Tanpa pesan kedua dalam (hari)
settings-guard-help = Siapa pun yang mendapat pesan, telepon, atau obrolan dari siapa saja di kantor dalam sekian hari dikecualikan dari distribusi berikutnya, kecuali pengirim mempertahankannya. 0 = tanpa penjaga.
settings-grace = Susulkan waktu yang terlewat
settings-grace-help = Bila komputer ini mati atau tidur pada waktunya, siaran pers masih berangkat saat komputer kembali dalam batas ini; setelah itu ditanyakan dahulu.
settings-grace-never = tidak pernah, selalu tanya
settings-grace-minutes = dalam { $count } menit
settings-grace-hours = dalam { $count } jam
