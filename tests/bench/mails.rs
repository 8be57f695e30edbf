//! Made-up mail in any number, always the same: replies, bounces, automatic answers, answers to
//! invitations, newsletters and mail with files, of 2 to 60 KB.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::people;

/// A message of the office that can be answered.
pub struct Sent {
    pub address: String,
    pub message_id: String,
}

const COMMON: &[&str] = &[
    "yang",
    "dan",
    "di",
    "untuk",
    "dengan",
    "pada",
    "kami",
    "dari",
    "ini",
    "akan",
    "siaran",
    "pers",
    "data",
    "mohon",
    "jembatan",
    "anggaran",
    "warga",
    "kota",
    "dinas",
    "jadwal",
    "foto",
    "wawancara",
    "redaksi",
    "laporan",
    "program",
    "kesehatan",
    "pendidikan",
    "pasar",
    "harga",
    "tentang",
    "terima",
    "kasih",
    "bisa",
    "apakah",
    "kapan",
    "berapa",
    "jumlah",
    "keterangan",
    "undangan",
    "liputan",
    "kegiatan",
    "pekan",
    "depan",
    "tahun",
    "wali",
    "kepala",
    "bagian",
    "pertanyaan",
    "konfirmasi",
    "perbaikan",
    "jalan",
    "banjir",
    "sekolah",
    "layanan",
];
const BEGINNINGS: &[&str] = &[
    "me", "per", "ke", "ba", "sa", "ta", "ka", "ra", "la", "di", "pe", "ma", "ju", "ci", "su",
    "ber", "ter", "mo", "no", "go",
];
const MIDDLES: &[&str] =
    &["ra", "li", "nu", "to", "sa", "ngga", "ri", "da", "lu", "mi", "po", "ku"];
const ENDS: &[&str] = &["n", "ng", "kan", "h", "t", "s", "ran", "si", "tan", "man", "", "ya"];

/// Without a pattern that neighbours would share.
pub fn dice(number: usize, salt: usize) -> usize {
    let mut mixed = (number as u64 ^ (salt as u64) << 40).wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (mixed ^ (mixed >> 31)) as usize
}

fn pick<'a>(words: &[&'a str], at: usize) -> &'a str {
    words[at % words.len()]
}

/// A word of a text: half of them are common ones, the others some of 34,560.
fn word(at: usize) -> String {
    if at.is_multiple_of(2) {
        return pick(COMMON, at / 2).to_owned();
    }
    let middle = if (at / 2).is_multiple_of(3) { "" } else { pick(MIDDLES, at / 7) };
    format!(
        "{}{}{middle}{}",
        pick(BEGINNINGS, at / 11),
        pick(MIDDLES, at / 223),
        pick(ENDS, at / 2_699)
    )
}

/// So many words, as sentences of a line each.
pub fn text(number: usize, salt: usize, words: usize) -> String {
    let mut text = String::new();
    for place in 0..words {
        text += &word(dice(number, salt * 1_000 + place));
        text.push_str(if place % 11 == 10 { ".\n" } else { " " });
    }
    text.push_str(&format!("Nomor {number}.\n"));
    text
}

/// Most messages are short, few are long.
fn size(number: usize) -> usize {
    let dice = dice(number, 1);
    match dice % 10 {
        0..7 => 2_000 + dice / 10 % 4_000,
        7 | 8 => 6_000 + dice / 10 % 14_000,
        _ => 20_000 + dice / 10 % 40_000,
    }
}

/// When the message with this number was written: they come one after the other.
fn date(number: usize) -> String {
    const MONTHS: [&str; 4] = ["Aug", "Sep", "Oct", "Nov"];
    let minute = number % (4 * 20 * 1_440);
    let (day, month) = (minute / 1_440 % 20 + 1, MONTHS[minute / 1_440 / 20]);
    format!(
        "{day} {month} 2026 {:02}:{:02}:{:02} +0700",
        minute / 60 % 24,
        minute % 60,
        number % 59
    )
}

fn head(number: usize, from: &str, subject: &str, more: &str) -> String {
    format!(
        "Return-Path: <{}>\nReceived: from mx{}.example.net by mail.kota.example.id with ESMTPS id {number:x}; {}\nDate: {}\nFrom: {from}\nTo: Humas <humas@kota.example.id>\nMessage-ID: <m{number}.{:x}@mx.example.net>\nSubject: {subject}\nMIME-Version: 1.0\n{more}",
        from.rsplit('<').next().unwrap_or(from).trim_end_matches('>'),
        number % 90,
        date(number),
        date(number),
        dice(number, 2),
    )
}

fn quoted(text: &str) -> String {
    text.lines().fold(String::new(), |mut all, line| {
        let _ = writeln!(all, "> {line}");
        all
    })
}

/// As base64 in lines of 76.
fn file(number: usize, bytes: usize) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes);
    while text.len() < bytes {
        let mut dice = dice(number, 10_000 + text.len());
        for _ in 0..4 {
            text.push(char::from(LETTERS[dice % 64]));
            dice /= 64;
        }
        if text.len() % 77 == 76 {
            text.push('\n');
        }
    }
    text
}

fn html(number: usize, bytes: usize) -> String {
    let mut html = "<html><head><style>p { margin: 0 }</style></head><body>".to_owned();
    let mut paragraph = 0;
    while html.len() < bytes {
        paragraph += 1;
        let _ = writeln!(
            html,
            "<p>{}</p><p><a href=\"https://kabar.example.com/{number}/{paragraph}\">Baca</a></p>",
            text(number, 100 + paragraph, 30)
        );
    }
    html + "</body></html>\n"
}

/// One message, as it lies in a Maildir. Two of three are about a message of the office, where
/// there is one.
pub fn message(number: usize, sent: &[Sent]) -> String {
    let (size, dice_of_it) = (size(number), dice(number, 3));
    let answered = (dice_of_it % 3 != 0 && !sent.is_empty())
        .then(|| &sent[dice_of_it / 3 % sent.len().max(1)]);
    let name = people::name(number % 50_000);
    let address = answered.map_or_else(|| people::email(number), |sent| sent.address.clone());
    let from = format!("{name} <{address}>");
    let answers = answered.map_or_else(String::new, |sent| {
        format!("In-Reply-To: <{0}>\nReferences: <{0}>\n", sent.message_id)
    });
    let topic = text(number, 4, 5).lines().next().unwrap_or_default().trim_end().to_owned();
    let plain = "Content-Type: text/plain; charset=utf-8\n\n";
    match dice_of_it / 1_024 % 20 {
        0..8 => {
            let words = 15 + dice_of_it / 32_768 % 120;
            let mut body = format!(
                "Yth. Humas,\n\n{}\nSalam,\n{name}\n\nPada Sen, 2 Nov 2026 pukul 09.00 Humas <humas@kota.example.id> menulis:\n",
                text(number, 5, words)
            );
            let mut part = 50;
            while body.len() + 700 < size {
                part += 1;
                body += &quoted(&text(dice_of_it % 40, part, 100));
            }
            head(number, &from, &format!("Re: {topic}"), &answers) + plain + body.as_str()
        }
        8..11 => bounce(number, &address, answered, size),
        11 | 12 => {
            let more =
                format!("Auto-Submitted: auto-replied\nX-Auto-Response-Suppress: All\n{answers}");
            let body = format!(
                "Terima kasih atas surel Anda. Saya sedang cuti sampai {} Desember 2026 dan akan membalas sesudahnya.\n\n{}",
                number % 28 + 1,
                text(number, 6, size / 9)
            );
            head(number, &from, &format!("Balasan otomatis: {topic}"), &more)
                + plain
                + body.as_str()
        }
        13 => rsvp(number, &address, &from, &answers, size),
        14..17 => {
            let more = format!(
                "List-Id: <kabar{}.example.com>\nList-Unsubscribe: <https://kabar.example.com/stop/{number}>\nPrecedence: bulk\nContent-Type: multipart/alternative; boundary=\"b{number}\"\n\n",
                number % 70
            );
            let body = format!(
                "--b{number}\nContent-Type: text/plain; charset=utf-8\n\n{}\n--b{number}\nContent-Type: text/html; charset=utf-8\n\n{}--b{number}--\n",
                text(number, 7, 60 + size / 40),
                html(number, size * 3 / 5)
            );
            head(
                number,
                &format!("Kabar <kabar{}@example.com>", number % 70),
                &format!("Kabar pagi: {topic}"),
                &more,
            ) + body.as_str()
        }
        17 | 18 => {
            let more =
                format!("{answers}Content-Type: multipart/mixed; boundary=\"b{number}\"\n\n");
            let body = format!(
                "--b{number}\nContent-Type: text/plain; charset=utf-8\n\n{}\n--b{number}\nContent-Type: image/jpeg; name=\"foto{number}.jpg\"\nContent-Disposition: attachment; filename=\"foto{number}.jpg\"\nContent-Transfer-Encoding: base64\n\n{}\n--b{number}--\n",
                text(number, 8, 40),
                file(number, size)
            );
            head(number, &from, &format!("Foto: {topic}"), &more) + body.as_str()
        }
        _ => {
            let body = format!(
                "Selamat pagi,\n\n{}\nApakah kami dapat mewawancarai kepala dinas hari ini?\n\n{name}\n",
                text(number, 9, size / 8)
            );
            head(number, &from, &topic, "") + plain + body.as_str()
        }
    }
}

fn bounce(number: usize, address: &str, answered: Option<&Sent>, size: usize) -> String {
    let (status, words) = [
        ("5.1.1", "550 5.1.1 User unknown"),
        ("4.2.2", "452 4.2.2 Mailbox full"),
        ("5.7.1", "554 5.7.1 Message rejected as spam"),
    ][number % 3];
    let returned = answered
        .map_or_else(|| format!("x{number}@else.example.com"), |sent| sent.message_id.clone());
    let more = format!(
        "Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"b{number}\"\n\n"
    );
    head(
        number,
        "MAILER-DAEMON@mx.example.net (Mail Delivery System)",
        "Undelivered Mail Returned to Sender",
        &more,
    ) + format!(
        "--b{number}\nContent-Type: text/plain; charset=us-ascii\n\nThis is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<{address}>: host mail.example.net said: {words} (in reply to RCPT TO command)\n\n--b{number}\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {address}\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; {words}\n\n--b{number}\nContent-Type: message/rfc822\n\nFrom: Humas <humas@kota.example.id>\nTo: {address}\nMessage-ID: <{returned}>\nSubject: Siaran pers\n\n{}\n--b{number}--\n",
        text(number % 40, 60, size / 8)
    ).as_str()
}

fn rsvp(number: usize, address: &str, from: &str, answers: &str, size: usize) -> String {
    let word = ["ACCEPTED", "DECLINED", "TENTATIVE"][number % 3];
    let more = format!("{answers}Content-Type: multipart/alternative; boundary=\"b{number}\"\n\n");
    head(number, from, "Accepted: Jumpa pers", &more)
        + format!(
            "--b{number}\nContent-Type: text/plain; charset=utf-8\n\n{}\n--b{number}\nContent-Type: text/calendar; charset=utf-8; method=REPLY\n\nBEGIN:VCALENDAR\nPRODID:-//Kantor//ID\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:jumpapers{}@kota.example.id\nDTSTAMP:20261123T010000Z\nDTSTART:20261201T020000Z\nORGANIZER:mailto:humas@kota.example.id\nATTENDEE;PARTSTAT={word}:mailto:{address}\nSUMMARY:Jumpa pers\nEND:VEVENT\nEND:VCALENDAR\n--b{number}--\n",
            text(number, 11, size / 10),
            number % 30
        ).as_str()
}

/// A Maildir with so many messages, named as Dovecot names them. The bytes in it.
pub fn maildir(folder: &Path, count: usize, sent: &[Sent]) -> u64 {
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    let mut bytes = 0;
    for number in 0..count {
        let message = message(number, sent);
        bytes += message.len() as u64;
        let lines = message.bytes().filter(|byte| *byte == b'\n').count();
        let name = format!(
            "{}.M{number:06}P1.bench,S={},W={}:2,S",
            1_700_000_000 + number,
            message.len(),
            message.len() + lines
        );
        fs::write(folder.join("cur").join(name), message).unwrap();
    }
    bytes
}
