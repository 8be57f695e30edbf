### Akhir distribusi, dan menutup jendela saat surel masih dikirim.

distribution-notice-done = Selesai dikirim: { $accepted } diterima server surel, { $failed } gagal atau belum pasti.
distribution-notice-paused = Pengiriman berhenti. { $why }
closing-title = Surel masih dikirim
closing-text = { $count } surel belum berangkat. Warta dapat tetap mengirim di latar belakang dan menutup sendiri setelah semuanya berangkat.
closing-stop-help = Bila dihentikan, tidak ada yang hilang: sisanya berangkat saat Warta dibuka lagi.
closing-keep = Tetap kirim
closing-stop = Hentikan dan tutup
closing-cancel = Jangan tutup
frame-quit = Tutup Warta
