### Apa yang diberitahukan sebuah surel tentang orang di daftar media, untuk diterima atau diabaikan;
### dan seberapa yakin serta mengapa surel dikenali begitu.

suggestion-title = Usulan perubahan
suggestion-successor = Digantikan oleh { $address }
suggestion-new_address = Alamat baru: { $address }
suggestion-left = Tidak lagi di { $outlet }
suggestion-left-nowhere = Tidak lagi di medianya
suggestion-told = diberitahukan lewat surel { $day }
suggestion-accept-successor = Tambah sebagai kontak
suggestion-accept-new_address = Jadikan alamat utama
suggestion-accept-left = Catat sudah keluar
suggestion-dismiss = Abaikan
suggestion-accepted-successor = { $address } ditambahkan sebagai kontak. Lengkapi namanya.
suggestion-accepted-new_address = { $address } kini alamat utama { $name }
suggestion-accepted-left = { $name } dicatat sudah keluar
suggestion-dismissed = Usulan diabaikan
suggestion-decided = Usulan ini sudah diputuskan.
suggestion-open-mail = Buka surelnya
table-change_suggestions = Usulan perubahan
table-sender_rules = Jenis surel seorang pengirim
cli-command-change-suggestion-decide = putuskan usulan perubahan
cli-command-response-rule-forget = lupakan koreksi

follow-up-bad-address = Cari alamat yang aktif: surel ke { $address } selalu kembali

response-confidence = Yakin { $percent }%.
response-corrected-from = Terbaca sebagai: { $kind }. Dibetulkan oleh petugas.
response-rule-holds = Mulai sekarang semua surel serupa dari { $from } dianggap begini.
response-rule-forget = Lupakan untuk pengirim ini
response-rule-forgotten = Surel dari { $from } kembali dibaca seperti biasa
response-corrected-sender = Kini dikenali sebagai: { $kind }, juga semua surel serupa dari { $from }
response-proposes-enquiry = Menanyakan sesuatu
response-proposes-enquiry-hint = Surel ini menanyakan sesuatu. Bisa dijadikan permintaan konfirmasi.
response-proposes-coverage = Membawa tautan pemberitaan
response-proposes-coverage-hint = Surel ini memuat tautan berita yang sudah tayang. Bisa dicatat sebagai pemberitaan:
response-proposes-wrong_person = Salah orang
response-proposes-wrong_person-hint = Pengirim menyatakan bukan orang yang dimaksud. Periksa datanya di daftar media.
response-broken = Tidak terbaca seluruhnya
response-broken-hint = Bagian surel ini tidak dapat dibaca, atau ukurannya terlalu besar. Surel disimpan utuh; inilah awalnya sebagai teks.
response-away-from = mulai { $day }

response-sign-dsn-report = Server mengirim laporan pengiriman (RFC 3464).
response-sign-dsn-success = Server melaporkan bahwa surel sampai atau diteruskan.
response-sign-x-failed-recipients = Server menyebut alamat yang gagal.
response-sign-phrase = Di dalamnya tertulis: “{ $words }”.
response-sign-subject = Judulnya memuat: “{ $words }”.
response-sign-header = Surel ini bertanda “{ $words }”.
response-sign-mail-system-sender = Ditulis oleh server surel.
response-sign-null-path = Tanpa alamat balik, seperti pemberitahuan server.
response-sign-smtp-code = Menyebut kode galat server.
response-sign-returned-message = Surel yang dikirim ikut terlampir.
response-sign-reason-words = Menyebut sebab kegagalan.
response-sign-feedback-report = Penyedia surel meneruskan keluhan.
response-sign-disposition-notification = Ini tanda terima baca.
response-sign-calendar-reply = Kalender menjawab undangan.
response-sign-calendar-request = Ini undangan atau pembatalannya.
response-sign-dmarc-report = Ini laporan tentang surel domain kantor.
response-sign-auto-submitted-header = Menyatakan diri dikirim oleh mesin (RFC 3834).
response-sign-precedence-header = Bertanda surel massal atau mesin.
response-sign-auto-reply-header = Bertanda balasan otomatis.
response-sign-auto-response-suppress = Meminta tidak dibalas oleh mesin.
response-sign-list-unsubscribe-header = Memuat tautan berhenti berlangganan, seperti surel massal.
response-sign-list-id-header = Datang dari milis.
response-sign-machine-sender = Alamatnya milik mesin.
response-sign-no-reply-sender = Alamatnya tidak menerima balasan.
response-sign-spam-flag = Penyaring menandainya sebagai spam.
response-sign-thread-headers = Membalas surel kantor.
response-sign-quotes = Mengutip surel kantor.
response-sign-personal-mail = Tidak ada tanda mesin, jadi ditulis orang.
response-sign-challenge-sender = Datang dari penyaring yang meminta bukti bahwa pengirimnya orang.
response-sign-sender-rule = Surel pengirim ini pernah dibetulkan oleh petugas.
response-sign-unreadable = Bagian-bagiannya tidak dapat dibaca.
response-sign-date = Menyebut hari ketidakhadiran.

cli-help-inbox-correct = Betulkan jenis sebuah balasan; berlaku untuk pengirimnya mulai sekarang
cli-arg-inbox-correct-id = Balasan, seperti pada response list
cli-arg-inbox-correct-kind = Jenis yang benar
cli-arg-inbox-correct-soft = Untuk surel gagal: hanya sementara
cli-arg-inbox-correct-hard = Untuk surel gagal: selamanya
cli-arg-inbox-correct-once = Hanya surel ini, bukan pengirimnya
cli-inbox-corrected = Kini dianggap { $kind }.
cli-inbox-corrected-sender = Kini dianggap { $kind }, juga semua surel serupa dari { $from }.

settings-acknowledge = Balas permintaan berhenti dikirimi
settings-acknowledge-help = Yang minta tidak dikirimi lagi mendapat satu balasan singkat bahwa permintaannya diterima. Bila tidak, ia ditandai jangan hubungi dan tidak menerima apa pun lagi.
settings-acknowledge-on = Balas singkat
settings-acknowledge-off = Tidak perlu dibalas
opt-out-mail-subject = Permintaan Anda sudah kami terima
opt-out-mail-text = { $office } tidak akan mengirimkan siaran pers dan undangan lagi kepada Anda. Ini surel terakhir; Anda tidak perlu melakukan apa-apa. Bila ini keliru, cukup balas surel ini.

command-response_rule_forget = Lupakan koreksi untuk seorang pengirim
command-change_suggestion_decide = Putuskan usulan perubahan
command-opt_out_acknowledged = Balas permintaan berhenti dikirimi
column-read_as = Terbaca sebagai
column-confidence = Tingkat keyakinan
column-away_from = Mulai tidak di tempat
column-successor_same = Alamat barunya sendiri
column-proposes = Usulan tindak lanjut
column-links = Tautan
column-broken = Tidak terbaca seluruhnya
column-told_on = Diberitahukan pada

response-sign-calendar-subject = Subjeknya seperti yang ditulis kalender saat seseorang menjawab undangan.
response-make-enquiry = Jadikan permintaan
response-make-enquiry-due = Jadikan permintaan, tenggat { $due }
response-due-named = Jawaban diminta paling lambat { $due }. Bunyi surelnya: “{ $words }”
response-due-take = Pakai sebagai tenggat
response-open-enquiry = Buka permintaan
response-log-coverage = { $count ->
   *[other] Catat { $count } pemberitaan
  }
response-coverage-logged = { $count ->
   *[other] { $count } pemberitaan dicatat
  }
response-coverage-there = Sudah tercatat
response-enquiry-made-due = Permintaan dibuat, tenggat { $due } sesuai surel: “{ $words }”
enquiry-due-from-mail = Tenggat dari surel: “{ $words }”
coverage-mail-without-links = Surel ini tidak memuat tautan berita. Sebutkan tautannya.
cli-help-inbox-log = Jadikan usulan surel sebagai catatan: permintaan atau pemberitaan
cli-arg-inbox-log-id = ID balasan
cli-arg-inbox-log-record = enquiry atau coverage; kosong = sesuai usulan surel
cli-arg-inbox-log-due = Tenggat permintaan, misalnya “2026-12-01 15:00 WITA”; kosong = yang disebut surel
cli-arg-inbox-log-no-due = Tanpa tenggat, apa pun isi surelnya
cli-arg-inbox-log-links = Tautan berita (boleh berulang); kosong = semua yang ada di surel
cli-inbox-logged-enquiry = Permintaan { $id }: { $subject }
cli-inbox-logged-due = Tenggat { $due }; bunyi surelnya: “{ $words }”
cli-inbox-logged-piece = Dicatat { $id }: { $title } ({ $outlet }, { $day })
cli-inbox-known-piece = Sudah tercatat sebagai { $id }: { $title } ({ $outlet }, { $day })
cli-inbox-log-what = Surel ini tidak mengusulkan apa pun untuk dicatat. Sebutkan “enquiry” atau “coverage”.

response-forwarded-by = Diteruskan oleh { $name }
response-forward-note = { $name } menulis: “{ $note }”
