### Surat pada kop instansi: ruang Surat, templat, penomoran, dan teks di atas kertas.

nav-letters = Surat
letter-count = { $count } surat
letter-new = Buat surat
letter-new-empty = Surat kosong
letter-new-from = Mulai dari
letter-search = Cari perihal, nomor, atau penerima
letter-empty = Belum ada surat
letter-empty-hint = Surat pengantar, undangan, nota dinas, dan surat tugas ditulis di sini, pada kop yang sama dengan siaran pers, dan mendapat nomor ketika diterbitkan.
letter-none-found = Tidak ada surat yang cocok
letter-none-yet = Belum ada surat.
letter-show-all = Tampilkan semua
letter-untitled = Surat tanpa perihal

letter-kind = Jenis
letter-kind-any = Semua jenis
letter-kind-letter = Surat dinas
letter-kind-cover = Surat pengantar
letter-kind-invitation = Undangan
letter-kind-memo = Nota dinas
letter-kind-assignment = Surat tugas
letter-state = Status
letter-state-draft = Konsep
letter-state-issued = Terbit
letter-state-void = Batal

letter-number = Nomor
letter-number-later = Diberikan ketika diterbitkan
letter-next-number = Nomor berikutnya
letter-language = Bahasa
letter-place = Tempat
letter-date = Tanggal
letter-date-help = Kosong = tanggal terbit
letter-sender = Dari
letter-sender-help = Kosong = jabatan penanda tangan
letter-recipients = Yth.
letter-recipients-memo = Kepada
letter-recipients-assignment = Yang ditugaskan
letter-recipients-help = Satu baris untuk setiap baris alamat
letter-recipients-lines-help = Satu orang per baris
letter-recipient = Penerima
letter-subject = Hal
letter-enclosures = Lampiran
letter-enclosures-help = Banyaknya berkas; 0 = tidak ada
letter-body = Isi surat
letter-body-placeholder = Tulis isi surat…
letter-signatory = Penanda tangan
letter-signatory-position = Jabatan
letter-signatory-name = Nama, dengan gelar
letter-signatory-rank = Pangkat
letter-signatory-number = NIP
letter-copies = Tembusan
letter-copies-help = Satu baris untuk setiap penerima tembusan
letter-updated = Diubah
letter-blanks = Belum diisi
letter-blanks-hint = Ganti setiap bagian dalam kurung siku: { $blanks }

letter-issue = Terbitkan
letter-issue-title = Terbitkan surat ini?
letter-issue-number = Surat ini mendapat nomor { $number }. Setelah terbit, isinya tidak dapat diubah; surat yang keliru dibatalkan lalu dibuat salinannya.
letter-issue-by-hand = Jenis ini belum punya pola nomor. Tulis nomornya; setelah terbit, isi surat tidak dapat diubah.
letter-issue-pattern = Atur pola nomor
letter-issue-anyway = Terbitkan juga
letter-issued = Surat terbit dengan nomor { $number }
letter-issued-note = Terbit { $when } oleh { $who }. Isinya tidak dapat diubah lagi.
letter-lacks-subject = Hal masih kosong.
letter-lacks-recipients = Penerima masih kosong.
letter-lacks-body = Isi surat masih kosong.
letter-lacks-signatory = Penanda tangan masih kosong.
letter-lacks-blanks = Ada bagian templat yang belum diisi: { $blanks }
letter-void = Batalkan surat
letter-void-title = Batalkan surat { $number }?
letter-void-hint = Surat tetap tersimpan dan nomornya tercatat batal; nomor itu tidak dipakai lagi.
letter-void-why = Alasan dibatalkan
letter-voided = Surat { $number } dibatalkan
letter-void-note = Dibatalkan { $when }: { $reason }
letter-copy = Buat salinan
letter-copied = Salinan dibuat
letter-delete = Hapus surat
letter-deleted = Surat dihapus
letter-export = Ekspor
letter-facts = Tentang surat

letter-templates = Templat surat
letter-templates-hint = Dari sinilah surat baru dimulai. Yang dalam kurung siku diisi ketika surat ditulis.
letter-template = Templat
letter-template-new = Templat baru
letter-template-name = Nama templat
letter-template-keep = Simpan sebagai templat
letter-template-kept = Templat { $name } disimpan
letter-template-delete = Hapus templat
letter-template-deleted = Templat dihapus
letter-templates-empty = Belum ada templat
letter-templates-open = Kelola templat
letter-use-template = Tulis dari templat ini

letter-numbering = Penomoran surat
letter-numbering-hint = Setiap jenis surat punya pola sendiri. Nomor diberikan ketika surat terbit, dan tidak pernah dua kali.
letter-numbering-from = Nomor pertama tahun ini
palette-letter-numbers = Nomor surat

# Di atas kertas
letter-paper-number = Nomor
letter-paper-enclosed = Lampiran
letter-paper-enclosures = { $count } berkas
letter-paper-subject = Hal
letter-paper-to = Yth.
letter-paper-memo-to = Yth.
letter-paper-assigned = Menugaskan kepada
letter-paper-from = Dari
letter-paper-date = Tanggal
letter-paper-copies = Tembusan:
letter-paper-draft = KONSEP, belum diterbitkan
letter-paper-void = BATAL

# Yang keliru
letter-is-issued = Surat { $number } sudah terbit dan tidak dapat diubah. Batalkan surat itu, lalu buat salinannya.
letter-not-issued = Surat ini masih konsep. Konsep dihapus, bukan dibatalkan.
letter-already-void = Surat ini sudah dibatalkan.
letter-void-first = Surat { $number } sudah terbit. Batalkan dahulu sebelum menghapusnya.
letter-void-reason = Tulis alasan pembatalannya.
letter-lacks = Surat ini belum lengkap ({ $what }) { $blanks }. Lengkapi dahulu, atau terbitkan apa adanya dengan --anyway.
letter-number-missing = Jenis surat ini belum punya pola nomor. Tulis nomornya, atau atur polanya.
letter-enclosures-wrong = Banyaknya lampiran antara 0 dan { $most }.
letter-format = Surat disimpan sebagai PDF, Word (.docx), atau teks (.txt), bukan “{ $value }”.
letter-not-found = Tidak ada surat dengan nomor atau ID “{ $letter }”.
letter-template-nameless = Beri templat ini nama.
letter-template-missing = Tidak ada templat bernama “{ $name }”. Lihat: warta letter templates.

# Riwayat
command-letter_begin = Mulai surat
command-letter_save = Ubah surat
command-letter_issue = Terbitkan surat
command-letter_void = Batalkan surat
command-letter_delete = Hapus surat
command-letter_template_save = Ubah templat surat
command-letter_template_keep = Simpan templat surat
command-letter_template_delete = Hapus templat surat
command-letter_numbering_save = Atur penomoran surat
table-letters = Surat
table-letter_templates = Templat surat
table-letter_numberings = Penomoran surat
table-letter_numbers = Nomor surat
column-recipients = Penerima
column-copies = Tembusan
column-enclosures = Lampiran
column-pattern = Pola
column-issued_at = Diterbitkan
column-issued_by = Diterbitkan oleh
column-voided_at = Dibatalkan
column-void_reason = Alasan dibatalkan
column-signatory_rank = Pangkat penanda tangan

# Baris perintah
cli-help-letter = Surat pada kop instansi
cli-help-letter-list = Tampilkan surat
cli-help-letter-new = Mulai surat: kosong, dari templat, atau salinan
cli-help-letter-edit = Ubah konsep surat
cli-help-letter-show = Tampilkan satu surat
cli-help-letter-issue = Terbitkan surat dan beri nomor
cli-help-letter-export = Tulis surat sebagai PDF pada kop, berkas Word, atau teks
cli-help-letter-void = Batalkan surat yang sudah terbit; nomornya tidak dipakai lagi
cli-help-letter-templates = Tampilkan templat surat
cli-help-letter-numbers = Tampilkan pola dan nomor yang sudah diberikan; dengan --kind dan --pattern, atur pola
cli-arg-letter = ID atau nomor surat
cli-arg-letter-list-search = Kata dalam perihal, nomor, penerima, atau isi
cli-arg-letter-list-kind = letter, cover, invitation, memo, atau assignment
cli-arg-letter-list-state = draft, issued, atau void
cli-arg-letter-new-template = Nama atau ID templat
cli-arg-letter-new-copy = Surat yang disalin
cli-arg-letter-new-kind = letter, cover, invitation, memo, atau assignment
cli-arg-letter-new-text-language = Bahasa surat: id atau en
cli-arg-letter-new-set = Isian dan nilainya, misalnya subject=Undangan; {"\\n"} = baris baru; boleh diulang
cli-arg-letter-new-file = Isi surat dari berkas Markdown
cli-arg-letter-edit-set = Isian dan nilainya, misalnya subject=Undangan; boleh diulang
cli-arg-letter-edit-file = Isi surat dari berkas Markdown
cli-arg-letter-issue-number = Nomor yang ditulis sendiri
cli-arg-letter-issue-anyway = Walaupun belum lengkap
cli-arg-letter-void-reason = Alasannya
cli-arg-letter-numbers-kind = Jenis yang diatur
cli-arg-letter-numbers-pattern = Polanya, misalnya {"005/{nomor:3}/Diskominfo/{bulan}/{tahun}"}
cli-letter-begun = Surat { $id } dibuat: { $subject }
cli-letter-saved = Surat { $id } diubah.
cli-letter-issued = Surat { $id } terbit dengan nomor { $number }.
cli-letter-voided = Surat { $id } dibatalkan. Nomor { $number } tidak dipakai lagi.
cli-column-next = Berikutnya
cli-column-pattern = Pola
cli-column-letter = Surat
cli-column-subject = Hal
cli-column-recipient = Penerima
cli-column-language = Bahasa
