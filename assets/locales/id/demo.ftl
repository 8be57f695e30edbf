### Data contoh: kantor rekaan untuk melihat-lihat.

demo-title = Data contoh
demo-offer = Lihat-lihat dengan data contoh
demo-offer-hint = Kantor rekaan dengan media, kontak, siaran pers, dan balasan. Tersimpan di folder sendiri; tidak ada yang terkirim.
demo-filling = Menyiapkan kantor contoh…
phase-demo-people = Menulis kontak dan media
phase-demo-releases = Menulis siaran pers
phase-demo-sending = Mengirim ke folder kotak keluar
phase-demo-responses = Membaca balasan
command-demo_fill = Isi data contoh
demo-leave = Kembali ke kantor saya
