# Setelah kegiatan media: angka, pelajaran, perbandingan, dan pemerataan undangan.
event-not-there = Kegiatan media nomor { $id } tidak ada. Lihat nomornya di daftar kegiatan.
