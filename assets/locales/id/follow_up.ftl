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
