### Kerangka jendela: bilah kiri, palet perintah, lembar tombol.

app-name = Warta
app-tagline = Semua data di komputer ini

nav-label = Ruang kerja
nav-media-list = Daftar media
nav-today = Hari ini
nav-contacts = Kontak
nav-outlets = Media
nav-organisations = Organisasi
nav-lists = Kelompok penerima
nav-releases = Siaran pers
nav-responses = Balasan masuk
nav-events = Kegiatan media
nav-coverage = Pemberitaan
nav-negative-news = Berita negatif
nav-partnerships = Kemitraan
nav-agenda = Agenda pemberitaan
nav-reports = Laporan
nav-settings = Pengaturan
nav-collapse = Ciutkan bilah kiri
nav-expand = Bentangkan bilah kiri
nav-waiting = { $count } menunggu Anda
nav-skip = Langsung ke isi

room-loading = Membuka…
room-failed = Ruang ini tidak dapat dibuka
room-missing = Halaman ini tidak ada
room-missing-hint = Mungkin tautannya lama atau salah ketik.
room-home = Ke halaman pertama

banner-demo = Ini data contoh. Nama, alamat, dan surel di sini rekaan; tidak ada yang terkirim ke luar.
banner-outbox-folder = Belum ada akun surel. Surel disimpan di folder kotak keluar, tidak dikirim.
start-restore = Pilih cadangan yang dipulihkan
start-restore-hint = Cadangan ada di folder backups ruang kerja. Yang rusak juga disimpan di sana.

start-failed = Warta tidak dapat membuka ruang kerja

palette-title = Palet perintah
palette-placeholder = Cari tindakan, orang, siaran pers…
palette-open = Buka palet perintah
palette-none = Tidak ada yang cocok dengan “{ $text }”
palette-recent = Terakhir dipakai
palette-actions = Tindakan
palette-results = { $count } hasil
palette-go = Ke { $room }
palette-theme-light = Tema terang
palette-theme-dark = Tema gelap
palette-theme-system = Tema mengikuti sistem
palette-language-id = Bahasa Indonesia
palette-language-en = Bahasa Inggris
palette-density-comfortable = Tampilan lega
palette-density-compact = Tampilan rapat
palette-help = Daftar tombol pintas
palette-single-keys = Tombol satu huruf: nyala atau mati

keys-title = Tombol pintas
keys-everywhere = Di mana saja
keys-lists = Dalam daftar
keys-responses = Balasan masuk
keys-or = atau
keys-single = Pakai tombol satu huruf
keys-single-help = Matikan bila huruf tunggal mengganggu, misalnya saat mendikte. Tombol dengan Ctrl tetap bekerja.
key-palette = Palet perintah
key-search = Cari
key-new = Buat baru
key-main = Tindakan utama layar ini
key-undo = Urungkan
key-back = Kembali atau tutup
key-log = Catat komunikasi
key-help = Tombol pintas
key-down = Turun
key-up = Naik
key-open = Buka
key-edit = Ubah
key-select = Pilih baris
key-select-all = Pilih semua
key-delete = Hapus ke keranjang
key-reply = Balas
key-done = Selesai
key-snooze = Tunda
key-assign = Tugaskan
key-correct = Betulkan jenisnya
key-enquiry = Buat permintaan konfirmasi
key-verify = Pastikan benar
key-job-change = Pindah kerja
keys-review = Perlu dimutakhirkan
