### Akhir distribusi, dan menutup jendela saat surel masih dikirim.

distribution-notice-done = Selesai dikirim: { $accepted } diterima server surel, { $failed } gagal atau belum pasti.
distribution-notice-paused = Pengiriman berhenti. { $why }
closing-title = Surel masih dikirim
closing-text = { $count } surel belum berangkat. Warta dapat tetap mengirim di latar belakang dan menutup sendiri setelah semuanya berangkat.
closing-stop-help = Bila dihentikan, tidak ada yang hilang: sisanya berangkat saat Warta dibuka lagi.
closing-tray-text = { $count } surel belum berangkat. Warta dapat tetap mengirim tanpa jendelanya: ikon di dekat jam membukanya lagi, menjeda pengiriman, atau mengakhiri Warta. Setelah semuanya berangkat, Warta memberi tahu lalu menutup sendiri.
closing-tray-from-now = Selanjutnya jendela langsung tertutup tanpa bertanya. Ini dapat diubah di Pengaturan, Pengiriman.
closing-tray-keep = Tutup jendela, tetap kirim
closing-keep = Tetap kirim
closing-stop = Hentikan dan tutup
closing-cancel = Jangan tutup
frame-quit = Tutup Warta
tray-open = Buka Warta
tray-pause = Jeda pengiriman
tray-resume = Lanjutkan pengiriman
tray-quit = Akhiri Warta
tray-line-sending = Mengirim: sisa { $count } surel
tray-line-paused = Pengiriman dijeda
tray-line-waiting = Menunggu percobaan berikutnya
tray-line-stopped = Pengiriman berhenti: buka Warta
settings-closing = Bila jendela ditutup saat surel masih dikirim
settings-closing-help = Bila layar kerja tidak punya tempat ikon di dekat jam, Warta selalu bertanya.
settings-closing-tray = Tetap kirim, ikon di dekat jam
settings-closing-ask = Tanyakan setiap kali
