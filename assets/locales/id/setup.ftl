### Pertama kali dibuka: kantor, petugas, langkah pertama.

setup-title = Selamat datang di Warta
setup-hint = Isi sekali saja, kurang dari semenit. Semua dapat diubah nanti di Pengaturan.
setup-language = Bahasa
setup-office = Kantor Anda
setup-office-example = Dinas Komunikasi dan Informatika Kota Contoh
setup-staff = Anda
setup-finish = Mulai
setup-stays-here = Semua data tetap di komputer ini.
setup-done-title = Warta siap dipakai
setup-done-hint = Mulai dari mana?
setup-import = Impor daftar media
setup-import-hint = Dari Excel atau CSV; kolom dan penulisan dirapikan.
setup-mail = Sambungkan surel kantor
setup-mail-hint = Untuk mengirim siaran pers dan membaca balasan.
setup-begin = Langsung ke Warta
setup-demo-first = Lihat-lihat dulu dengan kantor contoh
