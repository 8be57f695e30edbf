### Baris perintah: perjalanan siaran pers.

cli-help-release-edit = Ubah siaran pers
cli-help-release-submit = Ajukan siaran pers untuk ditinjau, atau teruskan kepada orang lain
cli-help-release-return = Kembalikan siaran pers yang ditinjau kepada penulisnya
cli-help-release-approve = Setujui siaran pers apa adanya dan beri nomor
cli-help-release-withdraw = Tarik siaran pers
cli-help-release-correct = Mulai ralat atas siaran pers
cli-help-release-archive = Arsipkan siaran pers
cli-help-release-versions = Tampilkan versi, jejak, dan komentar
cli-help-release-diff = Tampilkan perbedaan dua versi; tanpa nomor, perubahan sejak disetujui
cli-help-release-restore = Pakai lagi versi lama
cli-help-release-comment = Komentari siaran pers
cli-help-release-numbers = Tampilkan nomor yang sudah diberikan, termasuk yang batal

cli-arg-release-list-state = draft, in_review, approved, needs_approval, scheduled, distributing, distributed, corrected, withdrawn, atau archived
cli-arg-release-list-kind = press_release, media_advisory, statement, correction, background, atau photo
cli-arg-release-edit-set = Isian dan nilainya, misalnya headline=Teks; boleh diulang
cli-arg-release-edit-file = Judul, teras, dan isi dari berkas Markdown atau Word
cli-arg-release-submit-to = Siapa yang menyetujui
cli-arg-note = Catatan
cli-arg-release-approve-by = Siapa yang menyetujui; kosong = yang sedang bekerja
cli-arg-release-approve-way = Cara: here (di sini), paper (kertas), atau chat (percakapan)
cli-arg-release-approve-evidence = Foto atau pindaian buktinya
cli-arg-release-approve-said = Yang disampaikan atau ditulis
cli-arg-release-withdraw-notice = Mulai pemberitahuan kepada yang sudah menerima
cli-arg-release-archive-back = Keluarkan dari arsip
cli-arg-release-diff-from = Versi lama; kosong = yang disetujui
cli-arg-release-diff-to = Versi baru; kosong = teks yang sekarang
cli-arg-release-restore-ordinal = Nomor versi
cli-arg-release-comment-text = Komentarnya
cli-arg-release-comment-about = Tentang versi ini

cli-release-saved = Siaran pers { $id } diubah: { $headline } ({ $state })
cli-release-submitted = Siaran pers { $id } diajukan untuk ditinjau. { $holder }
cli-release-returned = Siaran pers { $id } dikembalikan. { $holder }
cli-release-approved = Siaran pers { $id } disetujui.
cli-release-approved-number = Siaran pers { $id } disetujui dengan nomor { $number }.
cli-release-withdrawn = Siaran pers { $id } ditarik.
cli-release-correction = Ralatnya adalah siaran pers { $id }: { $headline }
cli-release-archived = Siaran pers { $id } diarsipkan.
cli-release-unarchived = Siaran pers { $id } dikeluarkan dari arsip.
cli-release-restored = Siaran pers { $id } kembali ke versi lama ({ $state }).
cli-release-commented = Komentar { $id } ditambahkan.
cli-release-needs-approval = Teksnya bukan lagi yang disetujui: siaran pers { $id } perlu disetujui lagi.
cli-release-stands = Siaran pers { $id }: { $headline } ({ $state }) { $holder }
cli-release-set-form = { $given } tidak berbentuk ISIAN=NILAI.
cli-release-set-nothing = Tidak ada yang diubah. Pakai --set ISIAN=NILAI atau --file BERKAS.md.
cli-kept-submitted = diajukan
cli-kept-approved = disetujui
cli-kept-sent = dikirim
cli-kept-replaced = diganti
cli-kept-current = yang sekarang
cli-column-version = Versi
cli-column-holder = Di tangan

cli-release-state-draft = konsep
cli-release-state-in-review = ditinjau
cli-release-state-approved = disetujui
cli-release-state-needs-approval = perlu disetujui lagi
cli-release-state-scheduled = terjadwal
cli-release-state-distributing = sedang dikirim
cli-release-state-distributed = terkirim
cli-release-state-corrected = diralat
cli-release-state-withdrawn = ditarik
cli-release-state-archived = diarsipkan
cli-release-step-submitted = diajukan
cli-release-step-handed = diteruskan
cli-release-step-returned = dikembalikan
cli-release-step-approved = disetujui
cli-release-step-restored = versi lama dipakai lagi
cli-release-step-withdrawn = ditarik
cli-release-step-correction = ralat dimulai
cli-release-step-archived = diarsipkan
cli-release-step-unarchived = dikeluarkan dari arsip
cli-command-release-submit = ajukan siaran pers
cli-command-release-return = kembalikan siaran pers
cli-command-release-approve = setujui siaran pers
cli-command-release-archive = arsipkan siaran pers
cli-command-release-withdraw = tarik siaran pers
cli-command-release-correct = mulai ralat
cli-command-release-restore = pakai lagi versi lama
cli-command-release-comment = komentari siaran pers
