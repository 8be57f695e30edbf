### Akun surel: jenis akun, petunjuk, uji sambungan.

# Jenis akun
account-preset-gmail = Gmail (sandi aplikasi)
account-preset-google-workspace = Google Workspace
account-preset-microsoft-365 = Microsoft 365
account-preset-generic = Server lain (kantor atau penyedia)

# Petunjuk di samping isian
account-hint-app-password = Gunakan sandi aplikasi 16 huruf dari setelan Akun Google, bukan sandi biasa. Verifikasi dua langkah harus aktif lebih dulu.
account-hint-gmail-day = Gmail membatasi 500 surel sehari. Sisanya dikirim esok hari dengan sendirinya.
account-hint-workspace-day = Google Workspace membatasi 2.000 surel sehari.
account-hint-smtp-auth-on = Pengelola Microsoft 365 harus mengaktifkan "SMTP terautentikasi" untuk kotak surel ini.
account-hint-microsoft-minute = Microsoft 365 membatasi 30 surel semenit dan 10.000 sehari.
account-hint-ask-office-it = Alamat server dan batas kirim dapat ditanyakan kepada pengelola surel kantor.

# Uji sambungan: yang berhasil
probe-dns-ok = Server { $host } ditemukan.
probe-connect-ok = Port { $port } terbuka.
probe-greeting-ok = Server menjawab.
probe-tls-ok = Sambungan aman dan sertifikatnya tepercaya.
probe-auth-ok = Nama dan sandi diterima.
probe-use-ok = Akun siap dipakai.

# Uji sambungan: yang gagal, mengapa, apa yang dapat dilakukan
probe-host-unknown = Server { $host } tidak ditemukan. Periksa ejaan nama server dan sambungan internet.
probe-no-network = Komputer ini tidak tersambung ke jaringan server { $host }. Periksa sambungan internet.
probe-connection-refused = { $host } tidak menerima sambungan di port { $port }. Periksa nomor port.
probe-port-blocked = Port { $port } di { $host } tidak menjawab. Mungkin ditutup oleh jaringan kantor; tanyakan kepada pengelola jaringan.
probe-no-greeting = { $host } membuka port { $port } tetapi tidak menyapa. Mungkin port ini bukan untuk surel, atau jenis pengamannya keliru.
probe-needs-tls = Port { $port } menuntut TLS sejak awal. Pilih jenis pengaman "TLS".
probe-needs-starttls = Port { $port } tidak memakai TLS sejak awal. Pilih jenis pengaman "STARTTLS", atau ganti portnya.
probe-no-starttls = { $host } tidak menawarkan STARTTLS di port { $port }, jadi sandi tidak dikirim. Coba pengaman "TLS" dengan port 465 (kirim) atau 993 (baca).
probe-server-busy = { $host } sedang sibuk atau membatasi sambungan. Coba lagi beberapa menit lagi.
probe-server-refuses = { $host } menolak sambungan dari komputer ini. Bacalah rincian, lalu hubungi pengelola server.
probe-certificate-untrusted = Sertifikat { $host } tidak dikenal komputer ini. Bila server milik kantor, pilih berkas sertifikat (CA) dari pengelolanya. Bila bukan, jangan lanjutkan.
probe-certificate-name = Sertifikat ini bukan untuk { $host }. Periksa ejaan nama server.
probe-certificate-expired = Sertifikat { $host } sudah kedaluwarsa. Periksa tanggal komputer ini, lalu hubungi pengelola server.
probe-tls-failed = Sambungan aman dengan { $host } gagal disepakati. Coba jenis pengaman lain; rinciannya di bawah ini.
probe-wrong-password = Nama atau sandi ditolak. Ketik ulang sandinya; periksa pula apakah nama akun harus berupa alamat surel lengkap.
probe-app-password = Gmail tidak menerima sandi biasa. Buat sandi aplikasi di setelan Akun Google, lalu pakai di sini.
probe-smtp-auth-off = Microsoft 365 mematikan pengiriman dengan sandi untuk akun ini. Mintalah pengelola mengaktifkan "SMTP terautentikasi".
probe-auth-later = Server membatasi percobaan masuk. Tunggu beberapa menit, lalu coba lagi.
probe-no-login-offered = { $host } tidak menerima login dengan sandi di port { $port }. Periksa port dan jenis pengaman.
probe-login-needed = { $host } menuntut login. Isi nama akun dan sandi.
probe-sender-refused = Login berhasil, tetapi server menolak alamat pengirim. Pakai alamat milik akun ini.
probe-no-inbox = Login berhasil, tetapi kotak masuk tidak dapat dibuka.
probe-lost = Sambungan terputus saat login. Coba lagi.

# Pengaturan akun
account-probe-smtp = Mencoba server pengiriman
account-probe-imap = Mencoba server penerimaan
account-password-missing = Kata sandi untuk { $address } belum diisi. Isi di pengaturan akun surel, atau lewat variabel WARTA_PASSWORD.
account-connections-range = Jumlah sambungan harus antara 1 dan { $most }.
account-password-keychain = Kata sandi disimpan di penyimpanan kata sandi komputer ini.
account-password-session = Komputer ini tidak punya penyimpanan kata sandi. Kata sandi diminta lagi setiap kali Warta dibuka.

# Layar akun surel
account-hint = Setiap akun mengirim siaran pers dan membaca balasannya.
account-none = Belum ada akun surel
account-none-hint = Sampai akun disiapkan, tidak ada yang keluar dari komputer ini: surat disimpan di folder kotak keluar.
account-from-address = Alamat surel kantor
account-from-name = Nama pengirim
account-preset = Penyedia surel
account-user = Nama masuk
account-user-help = Biasanya sama dengan alamat surel. Kosongkan bila sama.
account-password = Kata sandi
account-password-stays = Tersimpan; isi hanya untuk mengganti
account-servers = Server
account-smtp = Server pengiriman (SMTP)
account-imap = Server penerimaan (IMAP)
account-host = Nama server
account-port = Port
account-security = Pengaman
account-security-tls = TLS
account-security-starttls = STARTTLS
account-security-none = Tanpa (hanya komputer ini)
account-ca = Sertifikat kantor (boleh kosong)
account-ca-hint = Hanya bila pengelola server memberi berkas CA (.pem).
account-ca-given = Sertifikat dipakai: { $name }
account-ca-remove = Lepas sertifikat
account-limits = Batas pengiriman
account-limits-hint = 0 berarti tanpa batas. Warta tidak pernah melampaui batas ini.
account-limit-per_minute = Surat semenit
account-limit-per_hour = Surat sejam
account-limit-per_day = Surat sehari
account-limit-per_domain_minute = Semenit ke satu penyedia
account-limit-connections = Sambungan serentak
account-limit-per_connection = Surat per sambungan
account-plus = Alamat dengan tanda + sampai ke kotak ini
account-plus-help = Balasan lalu dikenali dengan pasti: nama+kode@… tetap masuk ke nama@…
account-probe = Uji sambungan
account-probing = Menguji sambungan
account-probe-good = Sambungan berhasil
account-probe-bad = Sambungan belum berhasil
account-probe-cancelled = Uji sambungan dibatalkan. Tidak ada yang berubah.
account-step-ok = Berhasil
account-step-failed = Gagal
account-save = Simpan akun
account-saved = Akun surel disimpan
account-delete = Hapus akun
account-deleted = Akun surel dihapus

command-account_save = Simpan akun surel
command-account_delete = Hapus akun surel
command-account_probe = Uji sambungan surel
