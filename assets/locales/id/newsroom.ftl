### Redaksi: alamat milik media sebagai penerima.

release-newsroom-name = Redaksi { $name }
release-newsroom-greeting = Yth. Redaksi { $name }
release-newsroom-position = redaksi
distribution-newsroom-unknown = Media nomor { $id } sudah tidak ada. Keluarkan dari daftar penerima.
newsrooms = Redaksi media
newsrooms-choose = Pilih media
newsroom-of = Redaksi { $name }
newsroom-help = Satu surel ke alamat redaksi, tanpa sapaan pribadi
cli-newsroom = redaksi
cli-arg-newsroom = Media yang redaksinya dikirimi di alamatnya sendiri: nama atau nomor
