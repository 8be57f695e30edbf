### Masuk lewat peramban (OAuth 2.0).

oauth-refused = Permintaan masuk ditolak. Kata server: { $words }
oauth-unreachable = Server untuk masuk tidak dapat dihubungi. Periksa sambungan internet, lalu coba lagi.
oauth-nobody-came = Tidak ada yang masuk pada waktunya. Mulailah lagi.
oauth-no-client-id = ID klien belum ada: pengelola surel kantor membuatnya sekali (lihat panduan menyiapkan surel).
oauth-no-server = Alamat masuk untuk penyedia ini tidak diketahui. Pilih Gmail, Google Workspace, atau Microsoft 365, atau sebutkan alamatnya di baris perintah.
oauth-address = { $url } bukan alamat untuk masuk: harus diawali https://.
account-oauth-missing = { $address } belum masuk lewat peramban, atau izinnya tidak berlaku lagi. Masuklah di pengaturan akun.
account-oauth-waiting = Menunggu peramban…
account-oauth-page-good = Anda sudah masuk. Tutuplah halaman ini dan kembali ke Warta.
account-oauth-page-bad = Permintaan masuk ditolak. Kembalilah ke Warta untuk melihat sebabnya.

account-auth = Cara masuk
account-auth-password = Dengan sandi atau sandi aplikasi
account-auth-browser = Lewat peramban
account-oauth-client-id = ID klien
account-oauth-client-id-help = Milik kantor sendiri, dibuat sekali di penyedia; caranya ada di panduan menyiapkan surel.
account-oauth-client-secret = Rahasia klien
account-oauth-client-secret-help = Google memberikannya juga untuk aplikasi meja. Disimpan di brankas sandi sistem.
account-oauth-tenant = Direktori (tenant)
account-oauth-tenant-help = ID atau domain direktori; kosong = organisasi mana pun.
account-oauth-sign-in = Masuk lewat peramban
account-oauth-save-first = Simpan akun dahulu, lalu masuk.
account-oauth-good = Sudah masuk lewat peramban.
account-oauth-open = Peramban sudah dibuka: masuklah di sana dan izinkan Warta membaca dan mengirim surel. Halaman ini menunggu.
account-oauth-session = Izin masuk tidak tersimpan di brankas sandi: perlu masuk lagi pada saat mulai berikutnya.
command-account_oauth_begin = Mulai masuk
command-account_oauth_finish = Masuk lewat peramban

cli-help-account-oauth = Masuk dengan akun lewat peramban (OAuth 2.0), tanpa sandi
cli-arg-account-oauth-client-id = ID klien milik kantor di penyedia
cli-arg-account-oauth-tenant = Direktori (tenant) Microsoft
cli-arg-account-oauth-auth-url = Alamat masuk, untuk penyedia lain
cli-arg-account-oauth-token-url = Alamat pemberi token, untuk penyedia lain
cli-arg-account-oauth-scope = Izin yang diminta, untuk penyedia lain
cli-arg-account-oauth-wait = Berapa detik peramban ditunggu
cli-arg-account-oauth-off = Kembali ke sandi
cli-arg-account-oauth-no-browser = Hanya cetak alamatnya; jangan buka peramban
cli-oauth-opened = Peramban menampilkan halaman masuk; bila tidak, buka alamat ini: { $url }
cli-oauth-open = Buka alamat ini di peramban, lalu masuk:
    { $url }
cli-oauth-not-kept = Tidak ada brankas sandi yang menyimpan izin masuk; berlaku sampai program ini berakhir.
cli-command-account-oauth-begin = mulai masuk
cli-command-account-oauth-finish = masuk lewat peramban
