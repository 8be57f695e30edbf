### Tindak lanjut: janji dan langkah berikut dengan seorang kontak.

follow-up = Tindak lanjut
follow-up-what-missing = Tuliskan apa yang harus dilakukan.
follow-up-day-wrong = "{ $value }" bukan tanggal. Tulis seperti 2026-12-31.
interaction-not-by-hand = Hanya catatan yang dibuat orang yang bisa diubah atau dihapus; baris ini dicatat oleh Warta sendiri.
redo-nothing = Tidak ada yang bisa diulangi.
command-interaction_save = Ubah catatan komunikasi
command-interaction_delete = Hapus catatan komunikasi
command-follow_up_save = Ubah tindak lanjut
command-follow_up_done = Selesaikan tindak lanjut
command-follow_up_delete = Hapus tindak lanjut
command-redo_last = Ulangi

follow-up-next = Langkah berikut
follow-up-none = Tidak ada tindak lanjut terbuka
follow-up-kind-follow_up = Tindak lanjut
follow-up-kind-promise = Janji
follow-up-what = Yang harus dilakukan
follow-up-due = Sampai
follow-up-owner = PIC
follow-up-done = Selesai
follow-up-done-name = Selesai: { $what }
follow-up-was-done = Selesai: { $what }
follow-up-add = Sepakati tindak lanjut
follow-up-due-on = sampai { $day }
follow-up-overdue = lewat tenggat { $day }
follow-up-finished = Tindak lanjut selesai
follow-up-agreed = Tindak lanjut disepakati
interaction-logged-kind = { $kind } dengan { $name } dicatat
interaction-quick = Tekan satu huruf untuk langsung mencatat: t telepon, w WhatsApp, m pertemuan, e surel. Atau tulis isi pembicaraan.
stream-all = Semua
stream-interaction = Komunikasi
stream-follow_up = Tindak lanjut
stream-change = Perubahan
stream-more = Tampilkan yang lebih lama
stream-with = dengan { $name }
redone = Diulangi
redo = Ulangi
key-redo = Ulangi
contact-sort-next_step = Langkah berikut
contact-next-step = Langkah berikut
today-due = Tindak lanjut jatuh tempo
today-due-none = Tidak ada yang jatuh tempo.
today-soon = Ulang tahun dan masa berlaku
today-soon-birthday = Ulang tahun
today-soon-press_card = Kartu pers habis masa berlaku
today-soon-ukw = UKW habis masa berlaku
today-soon-file = Berkas habis masa berlaku: { $what }
today-retention = { $count ->
   *[other] { $count } kontak tanpa kegiatan selama { $months } bulan: masih diperlukan?
}
