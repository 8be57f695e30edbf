### Organisasi: media, asosiasi, komunitas, OPD.

organisation = Organisasi
organisation-name = Nama
organisation-kind = Jenis
organisation-media-type = Jenis media
organisation-scale = Skala
organisation-company = Perusahaan
organisation-website = Situs web
organisation-address = Alamat
organisation-masthead = Susunan redaksi
organisation-people = Orang-orangnya
organisation-nobody = Belum ada kontak di sini.

# Jenis organisasi
organisation-kind-outlet = Media
organisation-kind-journalists_association = Organisasi wartawan
organisation-kind-outlets_association = Organisasi perusahaan pers
organisation-kind-community = Komunitas
organisation-kind-government_unit = OPD
organisation-kind-agency = Agensi
organisation-kind-campus = Kampus
organisation-kind-company = Perusahaan

# Jenis media
media-type-newspaper = Surat kabar
media-type-online = Daring
media-type-tv = Televisi
media-type-radio = Radio
media-type-agency = Kantor berita
media-type-magazine = Majalah
media-type-community = Media komunitas
media-type-social = Media sosial

# Skala
scale-local = Lokal
scale-regional = Regional
scale-national = Nasional
scale-international = Internasional

# Media
outlet-search = Cari media, kota, atau situs
outlet-count = { $count } media
outlet-add = Tambah media
outlet-new = Media baru
outlet-empty = Belum ada media
outlet-empty-hint = Surat kabar, televisi, radio, media daring. Mengimpor daftar kontak juga menambahkan medianya.

# Organisasi lain
organisation-search = Cari organisasi atau kota
organisation-count = { $count } organisasi
organisation-add = Tambah organisasi
organisation-new = Organisasi baru
organisation-added = { $name } ditambahkan
organisation-deleted = { $count } organisasi dihapus
organisation-empty = Belum ada organisasi
organisation-empty-hint = Organisasi wartawan, komunitas, OPD, kampus: siapa saja yang bukan media.
