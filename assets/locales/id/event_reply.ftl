# Jawaban undangan yang datang lewat surel.
cli-arg-inbox-correct-rsvp = Jawabannya atas undangan; “none” bila bukan jawaban
cli-inbox-answers = { $guest }, { $event }: { $answer }.
cli-inbox-answers-nowhere = { $answer }. Belum ada acara yang mengenal jawaban ini; hubungkan surelnya dengan orangnya, atau ambil dengan “warta event offers”.
cli-inbox-answers-none = Sekarang tidak dihitung sebagai jawaban undangan.
cli-help-event-offers = Tampilkan jawaban di kotak surat yang datang sebelum acaranya dicatat, lalu ambil
cli-arg-event-offers-event = Nomor atau judul acara
cli-arg-event-offers-take = Ambil surat ini; boleh beberapa kali
cli-arg-event-offers-all = Ambil semuanya
cli-event-offer = { $id }  { $at }  { $from }  { $rsvp ->
    [yes] hadir
    [no] tidak hadir
    [maybe] mungkin
   *[other] belum jelas
}  { $subject }
cli-event-offers-none = Tidak ada jawaban di kotak surat yang menunggu acara ini.
response-rsvp-went = { $event }: { $guest }
response-rsvp-nowhere = Belum ada acara yang mengenal jawaban ini
response-rsvp-by-mail = Dibaca dari kata-kata suratnya
response-rsvp-unsure-both = Bunyinya ya dan tidak
response-rsvp-unsure-acknowledges = Hanya mengiyakan
response-rsvp-unsure-hindered = Menyebut halangan, bukan jawaban
response-answer-yes = Maksudnya: hadir
response-answer-no = Maksudnya: tidak hadir
response-answer-maybe = Maksudnya: belum pasti
response-answer-none = Bukan jawaban undangan
response-answered = Sekarang dihitung sebagai “{ $answer }”
