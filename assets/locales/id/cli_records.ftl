### Data yang ditulis lewat baris perintah: perintah, argumen, jawaban.

cli-help-contact-new = Tambah kontak
cli-help-contact-edit = Ubah isian kontak
cli-help-contact-move = Pindah kerja: tutup media lama dan buka media baru, riwayat tetap
cli-help-contact-delete = Buang kontak ke tempat sampah
cli-help-contact-restore = Kembalikan kontak dari tempat sampah
cli-help-contact-fields = Tampilkan semua isian untuk --set
cli-help-organisation = Media dan organisasi lain
cli-help-organisation-new = Tambah media atau organisasi
cli-help-organisation-edit = Ubah isian organisasi
cli-help-organisation-show = Tampilkan satu organisasi dengan orang-orangnya
cli-help-organisation-list = Daftar media dan organisasi
cli-help-organisation-delete = Buang organisasi ke tempat sampah
cli-help-organisation-restore = Kembalikan organisasi dari tempat sampah
cli-help-organisation-fields = Tampilkan semua isian untuk --set
cli-help-field = Isian kantor Anda
cli-help-field-list = Tampilkan isian yang dibuat kantor
cli-help-field-new = Buat isian
cli-help-field-archive = Jangan tawarkan isian lagi; isinya tetap
cli-help-field-delete = Buang isian beserta isinya
cli-arg-set = Isian dan nilainya, misalnya city=Serang; beberapa nilai dipisah ;; boleh diulang
cli-arg-outlet = Media yang dituju; tanpa ini = hanya keluar
cli-arg-position = Jabatan di sana
cli-arg-department = Bagian di sana
cli-arg-contact-move-from = Media yang ditinggalkan; tanpa ini = semua
cli-arg-on = Tanggalnya, misalnya 2026-11-22 atau 22/11/2026; tanpa ini = hari ini
cli-arg-ids = Nomor id
cli-arg-which = Organisasi: id, nama, atau singkatan
cli-arg-organisation-new-kind = Jenis, misalnya outlet, community, atau government_unit
cli-arg-organisation-list-kind = Satu jenis saja; not_outlet = semua selain media
cli-arg-of = Untuk kontak atau organisasi
cli-arg-field-new-kind = text, number, date, choice, atau yes_no
cli-arg-choice = Satu kata pilihan; boleh diulang
cli-contact-made = { $name } ditambahkan (id { $id }).
cli-contact-saved = { $name } disimpan.
cli-contact-moved = { $name } kini di { $outlet }.
cli-organisation-made = { $name } ditambahkan (id { $id }).
cli-organisation-saved = { $name } disimpan.
cli-field-saved = Isian "{ $name }" disimpan; kuncinya { $key }.
cli-nothing-to-set = Sebutkan yang diubah dengan --set ISIAN=NILAI. Daftar isian: "warta contact fields".
cli-column-website = Situs web
cli-column-contacts = Kontak
cli-column-until = Sampai
cli-column-field = Kunci
cli-column-choices = Pilihan
cli-column-of = Untuk
cli-owner-contact = kontak
cli-owner-organisation = organisasi
cli-field-kind-text = teks
cli-field-kind-long-text = teks panjang
cli-field-kind-number = angka
cli-field-kind-date = tanggal
cli-field-kind-birthday = tanggal lahir
cli-field-kind-instant = waktu
cli-field-kind-choice = pilihan
cli-field-kind-yes-no = ya atau tidak
cli-field-kind-email = surel
cli-field-kind-phone = telepon
cli-field-kind-url = alamat web
cli-field-kind-label = kata
cli-field-kind-picture = gambar
cli-records-deleted = { $count } data kini di tempat sampah. Urungkan dengan "warta undo", atau kembalikan id { $ids }.
cli-records-restored = { $count } data kembali.
cli-organisations-shown = { $shown } dari { $total } organisasi
