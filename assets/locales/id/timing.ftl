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
cli-wave-unreadable = "{ $text }" bukan gelombang. Tulis kelompok dan berapa lama setelah yang pertama, misalnya "Pers Kota:30m".
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
cli-arg-guard-days = Kecualikan siapa pun yang mendapat pesan dari kantor dalam sekian hari; 0 = tidak ada
cli-arg-keep = Siapa yang tetap dikirimi walau baru mendapat pesan: ID, surel, atau nomor telepon
cli-arg-keep-recent = Semua yang baru mendapat pesan tetap dikirimi
cli-arg-minus-list = Kelompok yang anggotanya dikecualikan

# Isian kontak
column-no_embargo = Tolak embargo

command-distribution_reschedule = Beri distribusi waktu lain
