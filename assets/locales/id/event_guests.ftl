# Tamu kegiatan media, kursi dan jawaban mereka: kalimat pada daftar, baris perintah dan galat.
guest-name-missing = Tamu harus bernama.
guest-name-is-contacts = Nama { $name } berasal dari daftar media. Ubah di sana.
guest-category-wrong = Tidak ada kategori “{ $category }”. Pilihan: { $categories }.
guest-row-name = Baris { $row } dari orang yang ditambahkan tidak bernama. Tulis nama lebih dulu: Nama; Media; Telepon atau surel.
guest-row-email = Baris { $row } ({ $name }): “{ $value }” bukan alamat surel. Perbaiki atau hapus.
guest-row-phone = Baris { $row } ({ $name }): “{ $value }” bukan nomor telepon. Perbaiki atau hapus.
guest-event-cancelled = “{ $event }” dibatalkan. Rencanakan kembali sebelum menambah tamu.
guest-is-there = Ini alamat atau nomor { $name }, yang sudah ada di daftar.
guest-is-in = { $name } sudah hadir dan tetap di daftar. Urungkan kehadirannya lebih dulu.
guest-withdraw-reason = Tulis alasan undangan ditarik. Catatan pemerataan menampilkannya.
guest-deputy-missing = Sebutkan siapa yang mewakili: kontak dari daftar media, atau nama orangnya.
guest-deputy-withdrawn = Undangan { $name } sudah ditarik sehingga tidak dapat diwakili. Beri kursi lebih dulu.
guest-deputy-taken = { $name } sudah mewakili tamu lain.
guest-quota-organisation = Pilih media atau organisasi yang mendapat kuota.
guest-quota-tier = Pilih tingkat media: { $tiers }.
guest-quota-double = Kuota ini sudah ada. Ubah jumlah kursinya.
guest-waits-full =
    { $places ->
        [one] Satu-satunya kursi sudah terisi.
       *[other] Semua { $places } kursi sudah terisi.
    }
guest-waits-outlet =
    { $places ->
        [0] { $outlet } tidak mendapat kursi.
        [one] { $outlet } mendapat satu kursi dan sudah terisi.
       *[other] { $outlet } mendapat { $places } kursi dan semua sudah terisi.
    }
guest-waits-organisation =
    { $places ->
        [0] { $organisation } tidak mendapat jatah nama.
        [one] { $organisation } mendapat jatah satu nama dan sudah terpakai.
       *[other] { $organisation } mendapat jatah { $places } nama dan semua sudah terpakai.
    }
guest-waits-tier =
    { $places ->
        [0] Media tingkat { $tier } tidak mendapat kursi.
        [one] Media tingkat { $tier } mendapat satu kursi dan sudah terisi.
       *[other] Media tingkat { $tier } mendapat { $places } kursi dan semua sudah terisi.
    }
guest-out-do-not-contact = Jangan hubungi
guest-out-erased = Dihapus atas permintaan sendiri
guest-out-minus = Ada di kelompok yang dikurangkan
guest-out-of-list = Dikecualikan dari kelompok
guest-out-left-outlet = Tidak lagi di media ini
guest-already-withdrawn = Undangan ditarik
guest-already-waiting = Di daftar tunggu
guest-answer-wrong = “{ $answer }” bukan jawaban. Pilihan: yes, no, maybe.
answer-unknown-guest = Alamat ini bukan alamat tamu. Pilih jawaban siapa ini, atau kesampingkan.
answer-event-cancelled = Kegiatan sudah dibatalkan.
answer-event-over = Jawaban datang setelah kegiatan.
answer-event-unknown = Kegiatan pada jawaban ini sudah tidak ada, atau bukan kegiatan instansi ini.
answer-event-several = Jawaban ini bisa tentang beberapa kegiatan.
answer-other-time = Meminta waktu lain.
answer-deputy = Mengirim wakil. Masukkan wakilnya ke daftar.
answer-no-seat = Ingin hadir, tetapi tidak mendapat kursi.
answer-old-version = Menjawab undangan lama; isinya sudah berubah.
answer-unclear = Tidak menyatakan hadir atau tidak.
answer-whose = Pilih tamu yang memberi jawaban ini.
answer-says-nothing = Jawaban ini tidak menyatakan hadir atau tidak. Pilih artinya.
answer-other-event = { $name } adalah tamu kegiatan lain.
interaction-event_yes = Akan hadir di kegiatan
interaction-event_no = Tidak akan hadir di kegiatan
interaction-event_maybe = Mungkin hadir di kegiatan
history-event_yes = Akan hadir di kegiatan
history-event_no = Tidak akan hadir di kegiatan
history-event_maybe = Mungkin hadir di kegiatan

# Baris perintah.
cli-help-event-guests = Tampilkan tamu kegiatan, tambah, beri kursi, tarik undangan
cli-help-event-rsvp = Catat jawaban tamu atau siapa yang mewakili
cli-help-event-answers = Tampilkan jawaban yang perlu dilihat, dan selesaikan
cli-arg-event-guests-add = Menambah yang disebut --list, --contact dan --person (ketiganya saja juga cukup)
cli-arg-event-guests-list = Semua anggota kelompok penerima ini
cli-arg-event-guests-minus = Kecuali anggota kelompok ini
cli-arg-event-guests-contact = Kontak dari daftar media: id, surel atau nomor
cli-arg-event-guests-person = Siapa saja, misalnya "Siti Rahma; Harian Contoh; 0000 1234 567"
cli-arg-event-guests-category = press, speaker, official, public atau crew
cli-arg-event-guests-nominated-by = Asosiasi atau media yang mengusulkan
cli-arg-event-guests-dry-run = Hanya memberi tahu siapa yang akan masuk daftar
cli-arg-event-guests-seat = Memberi kursi apa pun kuotanya
cli-arg-event-guests-withdraw = Menarik undangan mereka; dengan --reason
cli-arg-event-guests-reason = Alasannya; tampil di catatan pemerataan
cli-arg-event-guests-remove = Menghapus dari daftar
cli-arg-event-guests-quota = each_outlet=2, outlet:NAMA=3, organisation:NAMA=5 atau tier:1=10; tanpa angka = dihapus
cli-arg-event-guests-waiting = Hanya yang di daftar tunggu
cli-arg-event-guests-unanswered = Hanya yang diundang dan belum menjawab
cli-arg-event-guests-answered-before-change = Hanya yang jawaban ya atau mungkinnya lebih lama daripada perubahan terakhir kegiatan
cli-arg-event-guests-answer = Hanya dengan jawaban ini: yes, no, maybe
cli-arg-event-guests-search = Kata dari nama, media atau alamat, atau angka dari nomor
cli-arg-event-guests-quotas = Menampilkan kuota
cli-arg-event-rsvp-who = Tamunya: id, nama, surel atau nomor
cli-arg-event-rsvp-answer = yes, no atau maybe
cli-arg-event-rsvp-by = phone, whatsapp, in_person, mail atau staff
cli-arg-event-rsvp-comment = Yang disampaikan selain itu
cli-arg-event-rsvp-deputy = Siapa yang mewakili: dari daftar media, atau "Nama; Media; Telepon"
cli-arg-event-answers-event = Dari kegiatan ini; tanpa ini = semua
cli-arg-event-answers-all = Juga yang sudah selesai
cli-arg-event-answers-settle = Menyelesaikan jawaban ini; dengan --deed
cli-arg-event-answers-deed = apply, set_aside atau deputy
cli-arg-event-answers-guest = Jawaban siapa, bila tidak diketahui
cli-arg-event-answers-means = Artinya: yes, no atau maybe
cli-event-guests-nobody = Sebutkan siapa: --list, --contact atau --person.
cli-event-guests-added = { $adding } ditambahkan, { $waiting } masuk daftar tunggu, { $already } sudah ada, { $left } dikecualikan.
cli-event-guests-would = { $adding } akan ditambahkan, { $waiting } akan menunggu, { $already } sudah ada, { $left } akan dikecualikan.
cli-event-guests-waits = Menunggu: { $name }. { $reason }
cli-event-guests-left = Dikecualikan: { $name }. { $reason }
cli-event-guests-sums = Diundang { $invited }, hadir { $yes }, tidak { $no }, mungkin { $maybe }, belum konfirmasi { $unanswered }, menunggu { $waiting }, jawaban perlu dilihat { $open }.
cli-event-answer-before-change = { $answer }, sebelum perubahan
cli-event-guests-before-change = { $count } di antaranya menjawab sebelum perubahan terakhir kegiatan: event notify menanyakannya lagi.
cli-event-rsvp = { $name }: { $answer }
cli-event-rsvp-deputy = { $name } mewakili { $for }.
cli-event-answer-settled = Jawaban { $name } diselesaikan.
cli-event-quota-wrong = “{ $quota }” bukan kuota. Tulis each_outlet=2, outlet:NAMA=3, organisation:NAMA=5 atau tier:1=10.
cli-event-answer-yes = hadir
cli-event-answer-no = tidak hadir
cli-event-answer-maybe = mungkin
cli-event-answer-state-applied = berlaku
cli-event-answer-state-open = perlu dilihat
cli-event-answer-state-older = lebih lama
cli-event-answer-state-set-aside = dikesampingkan
cli-event-place-listed = di daftar
cli-event-place-invited = diundang
cli-event-place-waiting = menunggu
cli-event-place-withdrawn = ditarik
cli-event-quota-each-outlet = setiap media
cli-event-quota-outlet = media
cli-event-quota-organisation = usulan
cli-event-quota-tier = tingkat
cli-column-at = Waktu
cli-column-place = Status
cli-column-scope = Kuota
cli-column-whom = Untuk
cli-column-seats = Kursi
