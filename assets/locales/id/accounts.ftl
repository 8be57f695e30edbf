### Beberapa akun surel: daftar, akun utama, nama.

account-list-title = Akun surel
account-list-hint = Kantor boleh mengirim dari beberapa alamat. Yang utama dipakai kecuali siaran pers memilih yang lain.
account-add = Tambah akun
account-new = Akun baru
account-usual = Utama
account-make-usual = Jadikan utama
account-made-usual = { $name } kini akun utama
account-label = Nama di kantor ini
account-label-help = Misalnya "Kegiatan". Bila kosong, alamatnya yang tampil.
account-label-taken = Sudah ada akun bernama "{ $name }". Pilih nama lain.
account-unknown = Tidak ada akun surel "{ $name }". "warta account list" menampilkan semuanya.
account-ambiguous = Beberapa akun surel cocok dengan "{ $name }". Tulis alamat lengkap atau nomornya.
account-cannot-send = Akun { $name } belum punya server pengiriman. Isi dulu, atau pilih akun lain.
account-sends = mengirim
account-reads = membaca balasan
account-signs = menandatangani
account-sent-today = { $count } dari { $limit } terkirim dalam 24 jam
account-sent-today-free = { $count } terkirim dalam 24 jam
account-no-password = Kata sandi belum ada
account-choose = Kirim dari
account-edit-name = Setelan { $name }
command-account_default = Memilih akun surel utama
command-account_dkim_make = Membuat kunci DKIM
command-account_dkim_remove = Menghapus kunci DKIM
command-account_check = Mengirim surel uji ke diri sendiri
