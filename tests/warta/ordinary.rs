//! Ordinary mail of a press office, thousands of them, of which hardly one may be taken for a
//! failure notice: letters, notes, newsletters and machines' mail, many with the very words of one.

use chrono::NaiveDate;
use warta::mail::answer_text;
use warta::mail::understand::{Kind, understand};

const SUBJECTS: &[&str] = &[
    "Re: Siaran pers: Pasar Contoh dibuka kembali",
    "Permohonan wawancara Kepala Dinas",
    "Undangan jumpa pers besok pukul 09.00",
    "Surat tidak terkirim ke kecamatan",
    "Re: Undelivered mail",
    "Pengiriman bantuan gagal, apa sebabnya?",
    "Fwd: Mail delivery failed: returning message to sender",
    "Delivery of the photos",
    "Kotak saran penuh",
    "Returned items at the city museum",
    "Failure of the water supply in ward 5",
    "Delayed: press conference moves to 2 pm",
    "Penundaan rapat koordinasi",
    "Notice: new accreditation rules",
    "Warning: heavy rain tomorrow",
    "Alamat tidak ditemukan saat liputan kemarin",
    "Error in yesterday's release",
    "Koreksi angka 550 menjadi 554 keluarga",
    "Foto 5.1.1 dan 5.1.2",
    "RE: Mailbox full?",
    "Jadwal liputan pekan depan",
    "Media enquiry",
    "Terima kasih atas undangannya",
    "Rilis 23 November 2026",
    "Permintaan data anggaran",
    "AW: Einladung zur Pressekonferenz",
    "Invitation: editors' lunch",
    "Komplain pelanggan: paket tidak sampai",
    "Status pengiriman paket Anda",
    "Delivery status of your order 5511",
    "Laporan sistem administrasi desa",
    "Postmaster lama pensiun",
    "Mohon maaf, rilis kami salah kirim",
    "Kunjungan media ke kantor pos",
    "Undeliverable parcels: statement needed",
    "",
];

const BODIES: &[&str] = &[
    "Selamat pagi Pak, apakah siaran pers tadi boleh kami kutip seluruhnya?",
    "Terima kasih. Kami muat besok di halaman 3.",
    "Email Bapak ke redaksi tidak terkirim, mungkin kotak surat kami penuh. Mohon dikirim ulang ke alamat ini.",
    "Kemarin saya dapat pesan \"550 5.1.1 User unknown\" waktu membalas surel Bapak. Alamatnya masih aktif?",
    "Our server said your last message could not be delivered to one colleague. Please use newsdesk@wire.example.com.",
    "Warga mengeluh surat undangan kembali ke pengirim karena alamat tidak ditemukan. Apa tanggapan kelurahan?",
    "The post office says 552 letters were returned to sender last month. Can the city confirm?",
    "Is it true that the delivery failed because of the flood? We need a line before 5 pm.",
    "Mohon maaf baru membalas, kemarin saya di luar kota. Kami hadir dua orang.",
    "Mailbox full lagi nih Pak, lampirannya 25 MB. Tolong lewat tautan saja.",
    "Saya teruskan pesan galat dari server kami, tolong diteruskan ke tim TI: 554 5.7.1 Relay access denied.",
    "Following up on my call: who is the spokesperson for the transport department?",
    "Angka di paragraf kedua keliru: 421 keluarga, bukan 450 keluarga. Mohon koreksi.",
    "Kami minta konfirmasi atas dugaan pungutan di Pasar Contoh, tenggat pukul 18.00.",
    "Berikut daftar hadir kami:\n1. Rina\n2. Budi\n3. Sari\nNomor polisi kendaraan B 5511 CD.",
    "Sudah tayang: https://portal.example.id/berita/550/pasar-dibuka",
    "The embargo failed again: one site published at 07.10. What happened?",
    "Undangan sudah kami terima. Apakah ada tempat parkir untuk mobil siaran?",
    "Please find our accreditation forms attached. The system rejected the scan twice.",
    "Bapak bisa dihubungi siang ini? Kami siaran langsung pukul 12.30.",
    "Kami dari panitia menyampaikan bahwa pengiriman konsumsi tertunda dan akan dicoba lagi pukul 11.",
    "Ik kan helaas niet komen, mijn collega wel. Groeten, Jan",
    "Danke für die Einladung. Leider konnte das Paket nicht zugestellt werden, bitte noch einmal senden.",
    "Merci, le colis n'a pas pu être livré hier. Pouvez-vous renvoyer le dossier de presse ?",
    "Gracias. El paquete no se pudo entregar; lo recogemos mañana.",
    "ありがとうございます。荷物は配達できませんでしたので、再送をお願いします。",
    "شكرا، سنحضر المؤتمر الصحفي غدا.",
    "Could you resend the photos? The first two files were over the size limit of our mail system and never reached us.",
    "Nomor rekening di surat pesanan salah. Transaksi gagal dan dana dikembalikan.",
    "Sebagai pengelola surel kantor, saya usul kuota kotak surat humas dinaikkan; hari ini terpakai 92 persen.",
    "Ini catatan rapat: (1) server surel dipindah, (2) galat 451 sudah diperbaiki, (3) alamat lama dinonaktifkan.",
    "Host unknown? Kata panitia tuan rumah acaranya belum ditentukan.",
    "I wasn't able to reach your office by phone. Is the mayor available at ten?",
    "Permanent failure of the pump is the reason given by the utility. Does the city agree?",
    "We tried for 5 days to get an answer and are giving up. Any comment?",
    "Access denied at the gate this morning, our crew could not enter. Who is in charge?",
    "User acceptance test aplikasi pengaduan ditunda; pengguna tidak dikenal masih bisa masuk. Ini berita kami besok.",
    "Message to the mayor: the recipient of the award does not exist, according to our research. Comment?",
    "Selamat, Anda terpilih sebagai narasumber gelar wicara. Mohon konfirmasi.",
    "Halo admin, tautan lampiran tidak bisa dibuka: error 503.",
];

const TAILS: &[&str] = &[
    "",
    "\n\nSalam,\nRina\nHarian Contoh",
    "\n\n-- \nBudi Santoso\nredaktur@koran.example.com\n+62 000 111 2222",
    "\n\nPada Sen, 23 Nov 2026 08.00, Humas <humas@kota.example.id> menulis:\n> Yth. Redaksi, terlampir siaran pers.\n> Bila surel ini tidak terkirim, hubungi kami.",
    "\n\nFrom: Humas <humas@kota.example.id>\nSent: Monday, November 23, 2026 8:00 AM\nTo: Redaksi\nSubject: Siaran pers\n\nYth. Redaksi",
    "\n\n---------- Forwarded message ---------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.com>\nSubject: Undelivered Mail Returned to Sender\nTo: <rina@koran.example.com>\n\nI'm sorry to have to inform you that your message could not be delivered.\n<lama@kota.example.id>: 550 5.1.1 User unknown",
];

/// Header fields and the author.
const HEADS: &[&str] = &[
    "From: Rina <rina@koran.example.com>\n",
    "From: Budi <budi@tv.example.com>\nIn-Reply-To: <n1@kota.example.id>\n",
    "From: \"Redaksi Portal\" <redaksi@portal.example.id>\nReferences: <n2@kota.example.id>\nX-Mailer: Microsoft Outlook 16.0\n",
    "From: info@paket.example.com\nList-Unsubscribe: <https://paket.example.com/u>\nPrecedence: bulk\n",
    "From: no-reply@toko.example.com\nAuto-Submitted: auto-generated\n",
    "From: Kantor Pos <layanan@pos.example.id>\nReturn-Path: <layanan@pos.example.id>\n",
    "From: Milis Wartawan <milis@komunitas.example.org>\nList-Id: <milis.komunitas.example.org>\nSender: milis-bounces@komunitas.example.org\n",
    "From: \"Administrator Desa\" <admin@desa.example.go.id>\n",
    "From: Amy <amy@wire.example.com>\nX-MS-Exchange-Organization-SCL: 1\nX-Auto-Response-Suppress: DR, OOF\n",
];

#[test]
fn ordinary_mail_is_not_taken_for_a_bounce() {
    let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let (mut all, mut wrong, mut stopped) = (0_u32, Vec::new(), Vec::new());
    let mut answered = Vec::new();
    for (body_number, body) in BODIES.iter().enumerate() {
        for (tail_number, tail) in TAILS.iter().enumerate() {
            for (head_number, head) in HEADS.iter().enumerate() {
                for step in 0..3 {
                    let pick = body_number * 7 + tail_number * 5 + head_number * 3 + step * 11;
                    let subject = SUBJECTS[pick % SUBJECTS.len()];
                    let html = (body_number + head_number + step) % 4 == 0;
                    let (kind, text) = if html {
                        (
                            "text/html",
                            format!(
                                "<html><body><p>{}</p></body></html>",
                                format!("{body}{tail}").replace('<', "&lt;").replace('\n', "<br>")
                            ),
                        )
                    } else {
                        ("text/plain", format!("{body}{tail}"))
                    };
                    let raw = format!(
                        "{head}To: humas@kota.example.id\nSubject: {subject}\nDate: Mon, 23 Nov 2026 08:10:00 +0700\nMessage-ID: <{pick}.{head_number}@example.com>\nMIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{text}\n"
                    );
                    all += 1;
                    let (_, about) = understand(raw.as_bytes(), today).unwrap();
                    // Words count as an answer only from who was asked; a calendar's count from anybody.
                    if about.kind == Kind::Rsvp {
                        answered.push(format!("{subject} | {body}: {}", about.why));
                    }
                    if about.kind == Kind::OptOut {
                        stopped.push(format!("{subject} | {body}: {}", about.why));
                    }
                    if matches!(about.kind, Kind::Bounce | Kind::Delay) {
                        wrong.push(format!(
                            "{subject} | {body} | tail {tail_number} head {head_number}: {}",
                            about.why
                        ));
                    }
                }
            }
        }
    }
    println!("ordinary mail: {} of {all} taken for a request to stop {stopped:?}", stopped.len());
    println!("ordinary mail: {} of {all} taken for an answer {answered:?}", answered.len());
    assert!(answered.len() as f64 <= f64::from(all) / 1000.0, "{answered:?}");
    println!("ordinary mail: {} of {all} taken for a bounce", wrong.len());
    for line in wrong.iter().take(40) {
        println!("  {line}");
    }
    assert!(wrong.len() as f64 <= f64::from(all) / 1000.0, "{} of {all}", wrong.len());
    assert!(stopped.len() as f64 <= f64::from(all) / 1000.0, "{} of {all}", stopped.len());
}

#[test]
fn ordinary_letters_answer_no_invitation_even_of_those_who_were_asked() {
    let mut read = Vec::new();
    for text in BODIES.iter().chain(SUBJECTS) {
        if let Some(answer) = answer_text::read(text) {
            read.push((answer.rsvp, *text));
        }
    }
    // The one that says so.
    assert_eq!(
        read,
        [("yes", "Mohon maaf baru membalas, kemarin saya di luar kota. Kami hadir dua orang.")]
    );
}
