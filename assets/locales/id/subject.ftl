### Hak orang yang tercatat: salinan datanya, penghapusan.

subject-title = Data tentang { $name }
subject-intro = { $office } menyimpan data berikut tentang orang ini. Ditulis oleh { $by } pada { $at } dengan Warta.
subject-changes = Perubahan
subject-changes-count = { $count ->
   *[other] { $count } perubahan data ini tercatat; salinan JSON memuat seluruhnya.
}
subject-mentioned = Juga disebut di
subject-format = "{ $value }" bukan format salinan. Gunakan pdf atau json.
subject-being-sent = Pesan kepada orang ini sedang dikirim atau belum pasti terkirim. Selesaikan dahulu di distribusi, lalu hapus.
contact-erased-before = Orang dengan "{ $value }" sudah dihapus pada { $day } dan minta tidak disimpan. Catat lagi hanya dengan dasar pemrosesan baru, dan pastikan.

phase-erasing = Menghapus
phase-pruning = Mengosongkan catatan lama

protect = Pelindungan data
protect-hint = Salinan data untuk yang bersangkutan, atau penghapusan (UU 27/2022).
protect-copy-pdf = Salinan PDF
protect-copy-json = Salinan JSON
protect-copied = Salinan ditulis: { $file }
protect-erase = Hapus selamanya
protect-erase-ask = Hapus { $name } selamanya?
protect-erase-what = { $rows } baris tentang { $name } dihapus, beserta berkas dan catatan perubahannya. Pengiriman dan balasan tinggal sebagai hitungan saja. { $backups ->
    [0] Tidak ada cadangan yang memuatnya.
   *[other] { $backups } cadangan masih memuatnya dan ikut dihapus; cadangan baru ditulis lebih dahulu.
} Ini tidak bisa diurungkan.
protect-erased = { $name } sudah dihapus
protect-mentions = { $count ->
   *[other] Alamat atau nomornya masih ada di { $count } tempat lain.
}
protect-do-not-contact = { $name } minta tidak dihubungi
protect-state-by = { $name }, { $day }
protect-returned = { $name } dihapus pada { $day } dan ada lagi di daftar
protect-returned-hint = Misalnya setelah cadangan lama dipulihkan. Hapus lagi, atau catat dasar pemrosesan yang baru.
protect-erasures = Orang yang dihapus
protect-erasures-none = Belum ada yang dihapus.
protect-erasure-line = Kontak { $id }, { $reason }
protect-erasure-backups = { $count ->
   *[other] { $count } cadangan masih memuatnya: { $names }
}
protect-exports = Catatan ekspor
protect-exports-none = Belum ada berkas data pribadi yang ditulis.
protect-export-line = { $kind }, { $format }, { $count ->
   *[other] { $count } data
}
protect-export-contacts = Kontak
protect-export-organisations = Organisasi
protect-export-rejected = Baris yang ditolak
protect-export-subject = Salinan data seseorang
protect-retention = Masa simpan
protect-retention-hint = Hari ini mengingatkan kontak yang sudah sekian lama tanpa kegiatan, supaya data yang tidak diperlukan lagi dihapus.
protect-retention-months = Ingatkan setelah
protect-retention-off = Tidak pernah
protect-retention-choice = { $count ->
   *[other] { $count } bulan
}

command-subject_erase = Hapus seseorang
command-subject_export = Salin data seseorang
command-bin_restore = Keluarkan dari keranjang sampah
command-history_prune = Kosongkan catatan lama
protect-enter-again = Catat lagi orang yang sudah dihapus?
protect-enter-again-do = Catat lagi
protect-clean-later = Sisanya di berkas basis data dibersihkan otomatis nanti.
