//! What a person wrote anew, without the message they answer and without their signature.

/// Lines that are looked at; beyond this no letter is read.
const MAX_LINES: usize = 6000;

/// New text and the number of quoted lines left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewText {
    /// The new words.
    pub text: String,
    /// Lines of the answered message that were left out.
    pub quoted_lines: usize,
}

/// Words with which mail programs close the line that names whom they quote.
#[rustfmt::skip]
const WROTE: &[&str] = &[
    "wrote", "writes", "menulis", "menulis kepada anda", "menuliskan", "schreef", "schrieb", "a écrit",
    "a ecrit", "escribió", "escribio", "ha scritto", "escreveu", "skrev", "kirjoitti", "napisał", "napisała",
    "napisał(a)", "napsal", "napsala", "napsal(a)", "napísal", "írta", "a scris", "yazdı", "şunu yazdı",
    "написал", "написал(а)", "написала", "пишет", "пише", "написав", "έγραψε", "写道", "寫道", "님이 작성", "님이 작성함",
    "đã viết", "เขียน", "telah menulis", "said",
];

/// How such a line begins.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "on ", "pada ", "op ", "am ", "le ", "el ", "il ", "em ", "a ", "den ", "w dniu", "dne ", "dňa ", "în ",
    "på ", "vào ", "в ", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "hari ", "tanggal ",
    "from ", "dari ", "in a message",
];

#[rustfmt::skip]
const ORIGINAL: &[&str] = &[
    "original message", "original appointment", "original email", "original mail", "reply message",
    "pesan asli", "pesan awal", "email asli", "ursprüngliche nachricht", "originalnachricht",
    "original-nachricht", "ursprünglicher termin", "message d'origine", "message original", "message initial",
    "mensaje original", "mensagem original", "messaggio originale", "oorspronkelijk bericht",
    "oorspronkelijke e-mail", "opprinnelig melding", "ursprungligt meddelande", "oprindelig meddelelse",
    "alkuperäinen viesti", "wiadomość oryginalna", "původní zpráva", "eredeti üzenet", "mesaj original",
    "orijinal mesaj", "исходное сообщение", "оригинальное сообщение", "原始邮件", "原始郵件", "邮件原件", "元のメッセージ",
    "원본 메시지", "원본 메일", "mesej asal",
];

#[rustfmt::skip]
const FORWARDED: &[&str] = &[
    "forwarded message", "forwarded by", "begin forwarded message", "start forwarded message", "pesan terusan",
    "pesan yang diteruskan", "pesan diteruskan", "mulai pesan terusan", "mulai pesan yang diteruskan",
    "weitergeleitete nachricht", "anfang der weitergeleiteten", "message transféré", "message transmis",
    "début du message", "mensaje reenviado", "mensagem encaminhada", "messaggio inoltrato",
    "inizio messaggio inoltrato", "doorgestuurd bericht", "begin doorgestuurd bericht",
    "vidarebefordrat meddelande", "пересылаемое сообщение", "转发的邮件", "轉寄的郵件", "転送メッセージ", "전달된 메시지",
];

const FROM: &[&str] = &[
    "from",
    "dari",
    "von",
    "de",
    "da",
    "van",
    "från",
    "fra",
    "lähettäjä",
    "od",
    "feladó",
    "kimden",
    "от",
    "от кого",
    "发件人",
    "寄件者",
    "差出人",
    "보낸 사람",
    "expéditeur",
    "remitente",
    "pengirim",
    "daripada",
    "من",
    "מאת",
    "จาก",
    "từ",
    "kime",
    "šalje",
    "nga",
    "από",
];
const SENT: &[&str] = &[
    "sent",
    "date",
    "dikirim",
    "dihantar",
    "tarikh",
    "terkirim",
    "tanggal",
    "gesendet",
    "datum",
    "envoyé",
    "enviado",
    "enviado el",
    "fecha",
    "enviada em",
    "data",
    "inviato",
    "verzonden",
    "skickat",
    "sendt",
    "lähetetty",
    "wysłano",
    "wysłane",
    "odesláno",
    "gönderildi",
    "отправлено",
    "дата",
    "发送时间",
    "寄件日期",
    "日期",
    "送信日時",
    "日付",
    "보낸 날짜",
    "날짜",
    "pukul",
    "hari/tanggal",
    "envoyé le",
    "تم الإرسال",
    "التاريخ",
    "נשלח",
    "תאריך",
    "ส่ง",
    "đã gửi",
    "ngày",
    "ημερομηνία",
    "στάλθηκε",
];
const TO: &[&str] = &[
    "to",
    "kepada",
    "untuk",
    "ke",
    "an",
    "à",
    "para",
    "a",
    "aan",
    "till",
    "til",
    "do",
    "komu",
    "címzett",
    "kime",
    "кому",
    "收件人",
    "宛先",
    "받는 사람",
    "cc",
    "penerima",
    "tembusan",
    "إلى",
    "אל",
    "ถึง",
    "đến",
    "tới",
    "προς",
];
const SUBJECT: &[&str] = &[
    "subject",
    "subjek",
    "perihal",
    "perkara",
    "judul",
    "betreff",
    "objet",
    "asunto",
    "assunto",
    "oggetto",
    "onderwerp",
    "ämne",
    "emne",
    "aihe",
    "temat",
    "předmět",
    "tárgy",
    "konu",
    "тема",
    "主题",
    "主旨",
    "件名",
    "제목",
    "hal",
    "topik",
    "الموضوع",
    "נושא",
    "เรื่อง",
    "chủ đề",
    "θέμα",
];

/// Beginnings of the lines that mail programs of telephones add.
#[rustfmt::skip]
const DEVICE: &[&str] = &[
    "sent from my ", "sent from mail for", "sent from yahoo", "sent from outlook", "sent from samsung",
    "sent from proton", "sent from gmail", "sent from a ", "sent via ", "sent with ", "sent using ",
    "sent on the go", "get outlook for", "get bluemail for", "get aqua mail", "dikirim dari ", "dikirim melalui ", "dikirim menggunakan ",
    "terkirim dari ", "dapatkan outlook untuk", "unduh outlook untuk", "von meinem ", "gesendet von ",
    "gesendet mit ", "von mobil", "outlook für ", "envoyé de mon", "envoyé depuis", "envoyé à partir",
    "télécharger outlook", "obtenir outlook", "enviado desde ", "enviado do meu", "enviado de mi",
    "enviado a partir", "obtener outlook", "obtenha o outlook", "verzonden vanaf", "verstuurd vanaf",
    "verzonden met", "outlook voor ", "inviato da", "ottieni outlook", "skickat från", "sendt fra",
    "lähetetty ", "wysłane z", "wysłano z", "odesláno z", "отправлено с", "отправлено из", "iphoneから送信", "从我的",
    "发自我的", "來自我的", "从 outlook", "나의 iphone", "내 iphone", "iphone'umdan", "yahoo mail:", "yahoo mail ",
    "diposting dari", "dihantar daripada", "powered by cyberteluk", "sent with proton mail",
];

/// Strips quotes and signatures. With `forwarding`, header blocks introduce what was passed on,
/// which stays.
pub fn new_text(text: &str, forwarding: bool) -> NewText {
    let lines: Vec<&str> = text.lines().take(MAX_LINES).map(str::trim_end).collect();
    let mut kept: Vec<&str> = Vec::new();
    let mut quoted = 0;
    let mut at = 0;
    while let Some(line) = lines.get(at).copied() {
        let rest = lines.get(at..).unwrap_or_default();
        let trimmed = line.trim_start();
        if trimmed.starts_with('>') {
            quoted += 1;
            at += 1;
        } else if is_forward_mark(trimmed) {
            kept.extend(rest);
            break;
        } else if is_original_mark(trimmed) || (!forwarding && is_header_block(rest)) {
            quoted += rest.iter().filter(|l| !l.is_empty()).count();
            while kept.last().is_some_and(|l| l.is_empty() || is_rule(l)) {
                kept.pop();
            }
            break;
        } else if let Some(length) = attribution(rest) {
            let next = rest.iter().skip(length).find(|l| !l.trim().is_empty());
            if next.is_none_or(|l| l.trim_start().starts_with('>')) {
                quoted += length;
                at += length;
            } else if forwarding {
                kept.extend(rest);
                break;
            } else {
                quoted += rest.iter().filter(|l| !l.is_empty()).count();
                break;
            }
        } else if kept.iter().any(|l| !l.is_empty())
            && (is_signature_mark(line) || is_short_signature(rest))
        {
            quoted += rest.iter().filter(|l| l.trim_start().starts_with('>')).count();
            // Quotes may follow a signature; a forwarded message after it is still wanted.
            match rest.iter().position(|l| is_forward_mark(l.trim_start())) {
                Some(forward) => at += forward,
                None => break,
            }
        } else if is_device_line(trimmed) {
            at += 1;
        } else {
            kept.push(line);
            at += 1;
        }
    }
    NewText { text: tidy(&kept), quoted_lines: quoted }
}

/// A message that is passed on below a line or a few header fields that say so.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PassedOn {
    /// What stands above.
    pub note: String,
    /// Its author, as written.
    pub from: String,
    /// When it was written, as written.
    pub sent: String,
    /// To whom, as written.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// Finds the message that a mail passes on: behind a line that says so, or, where the subject says
/// that it is passed on, behind a block of header fields.
pub(super) fn passed_on(text: &str, by_subject: bool) -> Option<PassedOn> {
    let lines: Vec<&str> = text.lines().take(MAX_LINES).map(str::trim_end).collect();
    let opens = |at: usize| {
        let rest = lines.get(at..).unwrap_or_default();
        let line = rest.first().map(|line| line.trim_start()).unwrap_or_default();
        is_forward_mark(line) || (by_subject && (is_original_mark(line) || is_header_block(rest)))
    };
    let begin = (0..lines.len()).find(|at| opens(*at))?;
    let mut found = PassedOn {
        note: new_text(&lines.get(..begin)?.join("\n"), false).text,
        ..PassedOn::default()
    };
    while found.note.lines().last().is_some_and(is_rule) {
        let shorter: Vec<&str> = found.note.lines().collect();
        found.note = shorter.get(..shorter.len() - 1)?.join("\n").trim_end().to_owned();
    }
    let mut at = begin;
    let mut seen = false;
    let mut last: Option<&'static str> = None;
    while let Some(line) = lines.get(at) {
        let line = line.trim_start_matches(['>', ' ']);
        let known = label(line).and_then(|name| field_of(&name));
        match known {
            Some(name) => {
                let value = line.split_once([':', '\u{ff1a}']).map_or("", |(_, value)| value);
                let value = value.trim_matches([' ', '*', '\u{a0}']);
                let slot = match name {
                    "from" => &mut found.from,
                    "sent" => &mut found.sent,
                    "to" => &mut found.to,
                    _ => &mut found.subject,
                };
                if slot.is_empty() {
                    value.clone_into(slot);
                }
                seen = true;
                last = Some(name);
            }
            // The block ends with an empty line; one may stand before it, too.
            None if line.is_empty() && seen => break,
            None if seen && last == Some("to") => found.to.push_str(line),
            None if seen && label(line).is_none() => break,
            None => {}
        }
        at += 1;
        if at > begin + 20 {
            return None;
        }
    }
    let body: Vec<&str> = lines
        .get(at..)?
        .iter()
        .map(|line| line.strip_prefix("> ").or(line.strip_prefix('>')).unwrap_or(line))
        .collect();
    let quoted =
        lines.get(at..)?.iter().filter(|line| !line.is_empty()).all(|l| l.starts_with('>'));
    found.body = if quoted { body.join("\n") } else { lines.get(at..)?.join("\n") };
    (!found.from.is_empty() && seen).then_some(found)
}

/// Which field of a header a label names.
fn field_of(name: &str) -> Option<&'static str> {
    [(FROM, "from"), (SENT, "sent"), (TO, "to"), (SUBJECT, "subject")]
        .into_iter()
        .find_map(|(words, field)| words.contains(&name).then_some(field))
}

/// At most one empty line in a row, none at the ends.
fn tidy(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut gap = false;
    for line in lines {
        let line = line.trim_end_matches(['\u{a0}', ' ', '\t']);
        if line.trim().is_empty() {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('\n');
        }
        gap = false;
        text.push_str(line);
        text.push('\n');
    }
    text.trim().to_string()
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 5 && line.chars().all(|c| matches!(c, '_' | '-' | '=' | '*' | '\u{2500}'))
}

fn is_signature_mark(line: &str) -> bool {
    matches!(line.trim(), "--" | "\u{2014}" | "-- \u{a0}" | "\u{2013}\u{2013}")
}

/// Most lines of what follows three dashes for it to be a signature, and their length.
const SIGNATURE_LINES: usize = 6;
const SIGNATURE_WIDTH: usize = 60;

/// `---` and a few short lines before the quotation or the end, as webmail programs sign; or the
/// rule above the few lines that a mailing list adds.
fn is_short_signature(lines: &[&str]) -> bool {
    let Some(mark) = lines.first().map(|line| line.trim()) else { return false };
    if mark.len() >= 30 && mark.bytes().all(|b| b == b'_') {
        let mut below = lines.iter().skip(1).take(3);
        return below.any(|line| line.to_lowercase().contains("mailing list"));
    }
    if mark != "---" {
        return false;
    }
    let mut count = 0;
    for (at, line) in lines.iter().enumerate().skip(1) {
        let rest = lines.get(at..).unwrap_or_default();
        let ends = line.trim_start().starts_with('>')
            || is_original_mark(line.trim_start())
            || attribution(rest).is_some();
        if ends {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        count += 1;
        if count > SIGNATURE_LINES || line.chars().count() > SIGNATURE_WIDTH {
            return false;
        }
    }
    count > 0
}

/// `-----Original Message-----` and its kin: dashes around known words.
fn is_original_mark(line: &str) -> bool {
    if !line.starts_with(['-', '_', '=', '*', '\u{2014}', '\u{2013}', '\u{2500}'])
        || line.len() > 160
    {
        return false;
    }
    let core = line
        .trim_matches(|c: char| {
            matches!(c, '-' | '_' | '=' | '*' | ' ' | '\u{2014}' | '\u{2013}' | '\u{2500}')
        })
        .trim_end_matches(':')
        .to_lowercase();
    ORIGINAL.iter().any(|words| core == *words)
}

/// Whether a line opens a message that is passed on.
pub(super) fn is_forward_mark(line: &str) -> bool {
    if line.len() > 160 || !(line.starts_with(['-', '=', '_', '*']) || line.ends_with(':')) {
        return false;
    }
    let core =
        line.trim_matches(|c: char| matches!(c, '-' | '_' | '=' | '*' | ' ' | ':')).to_lowercase();
    FORWARDED.iter().any(|words| core.starts_with(words))
}

fn is_device_line(line: &str) -> bool {
    if line.is_empty() || line.len() > 160 {
        return false;
    }
    let low = line.trim_matches(['[', '<', '*', ' ']).to_lowercase();
    DEVICE.iter().any(|words| low.starts_with(words)) && line.split_whitespace().count() <= 12
}

/// The label of a header line: `*From:* someone` gives `from`.
fn label(line: &str) -> Option<String> {
    let line = line.trim_start_matches(['*', ' ', '\t', '_']);
    let end = line.find([':', '\u{ff1a}'])?;
    let name = line.get(..end)?.trim_matches(['*', ' ', '\u{a0}']);
    (name.chars().count() <= 24).then(|| name.to_lowercase())
}

/// From, then at least two of date, recipient and subject within the next lines.
fn is_header_block(lines: &[&str]) -> bool {
    let mut rest = lines.iter();
    let Some(first) = rest.next() else { return false };
    if first.is_empty() || first.len() > 400 {
        return false;
    }
    let Some(name) = label(first) else { return false };
    let opens = FROM.contains(&name.as_str());
    let opens_oddly = SENT.contains(&name.as_str()) || SUBJECT.contains(&name.as_str());
    if !opens && !opens_oddly {
        return false;
    }
    let (mut from, mut sent, mut to, mut subject) = (opens, false, false, false);
    for line in rest.take(7) {
        if line.trim().is_empty() && !sent && !to {
            continue;
        }
        if let Some(name) = label(line) {
            from |= FROM.contains(&name.as_str());
            sent |= SENT.contains(&name.as_str());
            to |= TO.contains(&name.as_str());
            subject |= SUBJECT.contains(&name.as_str());
        }
    }
    // "Untuk: …" and "Tanggal: …" also stand in invitations; only a sender makes it a mail header.
    // "Dari: Bandung, Ke: …, Tanggal: …" is a journey: a mail has a subject or an address too.
    let addressed = lines.iter().take(8).take_while(|line| !line.is_empty());
    from && [sent, to, subject].iter().filter(|b| **b).count() >= 2
        && (opens || (to && sent | subject))
        && (subject || addressed.into_iter().any(|line| line.contains('@')))
}

/// How many lines the "On … wrote:" at the start of `lines` takes.
fn attribution(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.trim();
    if first.is_empty() || first.len() > 400 {
        return None;
    }
    let low = first.to_lowercase();
    let low = low.trim_start_matches(['*', '-', ' ', '[']);
    let opens = OPENERS.iter().any(|word| low.starts_with(word))
        || low.starts_with(|c: char| c.is_ascii_digit());
    let mut joined = String::new();
    for (count, line) in lines.iter().take(if opens { 4 } else { 2 }).enumerate() {
        let line = line.trim();
        if line.is_empty() && count > 0 {
            return None;
        }
        // The author's own last line stands right above it: that line is no part of it.
        if count > 0 && !opens && lines.get(count..).is_some_and(opens_and_closes) {
            return None;
        }
        joined.push_str(&line.to_lowercase());
        if closes_attribution(&joined, opens) {
            return Some(count + 1);
        }
        joined.push(' ');
    }
    None
}

/// Whether an attribution begins with the first of these lines, by its own words.
fn opens_and_closes(lines: &[&str]) -> bool {
    let low = lines.first().map(|line| line.trim().to_lowercase()).unwrap_or_default();
    let low = low.trim_start_matches(['*', '-', ' ', '[']);
    OPENERS.iter().any(|word| low.starts_with(word)) && attribution(lines).is_some()
}

/// Yahoo's app puts the answered message right behind "… <address> wrote:", in the same line.
fn quotes_in_line(line: &str) -> bool {
    WROTE.iter().any(|verb| {
        line.split_once(verb).is_some_and(|(before, after)| {
            before.trim_end().ends_with('>') && after.starts_with(':')
        })
    })
}

fn closes_attribution(line: &str, opens: bool) -> bool {
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let bare = line.trim_end_matches(['*', ' ', '\u{a0}', ']']);
    let (core, colon) = match bare.strip_suffix([':', '\u{ff1a}']) {
        Some(core) => (core.trim_end_matches([' ', '\u{a0}', '*']), true),
        None => (bare, false),
    };
    let dated = digits >= 3 || line.contains('@');
    let verb_ends = WROTE.iter().any(|verb| {
        core.strip_suffix(verb).is_some_and(|before| {
            before.ends_with([' ', '>', '\u{a0}', ')', '"', ',', '*']) || !verb.is_ascii()
        })
    });
    if verb_ends && dated && (colon || (opens && digits >= 5)) {
        return true;
    }
    if opens && dated && digits >= 5 && quotes_in_line(line) {
        return true;
    }
    if !colon {
        return false;
    }
    let verb_inside =
        [" schrieb ", " schreef ", " skrev ", " wrote ", " menulis ", " a écrit ", " scrisse "];
    if opens && dated && digits >= 4 && verb_inside.iter().any(|verb| line.contains(verb)) {
        return true;
    }
    // Languages that put no verb: a date, a name, an address in brackets, a colon.
    core.ends_with('>') && line.contains('@') && digits >= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> String {
        new_text(text, false).text
    }

    #[test]
    fn attributions_in_many_tongues() {
        let quotes = [
            "On Mon, Nov 23, 2026 at 10:12 AM Humas <humas@example.id> wrote:",
            "On Mon, Nov 23, 2026 at 10:12 AM Humas Kota Contoh\n<humas@example.id> wrote:",
            "Pada tanggal Sen, 23 Nov 2026 pukul 10.12 Humas <humas@example.id>\nmenulis:",
            "Pada Sen, 23 Nov 2026 10.12, Humas <humas@example.id> menulis:",
            "Op ma 23 nov 2026 om 10:12 schreef Humas <humas@example.id>:",
            "Am Mo., 23. Nov. 2026 um 10:12 Uhr schrieb Humas <humas@example.id>:",
            "Am 23.11.2026 um 10:12 schrieb Humas:",
            "Le lun. 23 nov. 2026 à 10:12, Humas <humas@example.id> a écrit :",
            "El lun, 23 nov 2026 a las 10:12, Humas (<humas@example.id>) escribió:",
            "2026年11月23日(月) 10:12 Humas <humas@example.id>:",
            "23.11.2026 10:12, Humas пишет:",
        ];
        for quote in quotes {
            let marked = format!("Siap, kami hadir.\n\n{quote}\n> Yth. Redaksi\n> Mohon hadir\n");
            assert_eq!(stripped(&marked), "Siap, kami hadir.", "{quote}");
            let unmarked = format!("Siap, kami hadir.\n\n{quote}\n\nYth. Redaksi\nMohon hadir\n");
            assert_eq!(stripped(&unmarked), "Siap, kami hadir.", "{quote}");
        }
    }

    #[test]
    fn header_blocks_and_original_messages() {
        let blocks = [
            "-----Original Message-----\nFrom: Humas\nSent: Monday\nTo: Redaksi\nSubject: Undangan",
            "-----Pesan Asli-----\nDari: Humas",
            "________________________________\nDari: Humas <humas@example.id>\nDikirim: Senin, 23 November 2026\nKepada: Redaksi\nSubjek: Undangan",
            "From: Humas <humas@example.id>\nDate: Monday, 23 November 2026\nTo: Redaksi <r@example.com>\nSubject: Undangan",
            "*From:* Humas <humas@example.id>\n*Sent:* Monday, November 23, 2026\n*To:* Redaksi\n*Subject:* Undangan",
            "Von: Humas\nGesendet: Montag\nAn: Redaktion\nBetreff: Einladung",
        ];
        for block in blocks {
            let mail = format!("Terima kasih.\nKami muat besok.\n\n{block}\n\nYth. Redaksi\n");
            assert_eq!(stripped(&mail), "Terima kasih.\nKami muat besok.", "{block}");
        }
    }

    #[test]
    fn interleaved_answers_are_all_kept() {
        let mail = "Halo,\n\nPada Sen, 23 Nov 2026, Humas <h@example.id> menulis:\n> Jam berapa?\n\nJam 9.\n\n> Berapa orang?\nDua orang.\n\n-- \nBudi\nHarian Contoh\n";
        let new = new_text(mail, false);
        assert_eq!(new.text, "Halo,\n\nJam 9.\n\nDua orang.");
        assert_eq!(new.quoted_lines, 3);
    }

    #[test]
    fn telephones_and_signatures() {
        assert_eq!(stripped("Ok\n\nSent from my iPhone\n"), "Ok");
        assert_eq!(stripped("Baik pak\n\nDikirim dari iPhone saya\n\n> lama\n"), "Baik pak");
        assert_eq!(stripped("Noted.\n\nGet Outlook for Android<https://aka.ms/x>\n"), "Noted.");
        assert_eq!(stripped("Hadir.\n-- \nSiti Rahma\n+62 000 0000"), "Hadir.");
    }

    #[test]
    fn forwarded_text_stays() {
        let mail = "FYI\n\n---------- Forwarded message ---------\nFrom: A <a@example.com>\nDate: Mon\nSubject: X\nTo: B\n\nIsi penting\n";
        assert!(stripped(mail).contains("Isi penting"));
        let outlook = "FYI\n\nFrom: A\nSent: Monday\nTo: B\nSubject: X\n\nIsi penting\n";
        assert!(new_text(outlook, true).text.contains("Isi penting"));
    }

    #[test]
    fn ordinary_sentences_are_no_quotes() {
        let mail = "Pada tanggal 23 November 2026 kami akan meliput acara berikut:\n1. Peresmian\n2. Rapat\n";
        assert_eq!(stripped(mail), mail.trim());
        let mail = "Dari: Bandung\nUntuk liputan besok kami berangkat.\n";
        assert_eq!(stripped(mail), mail.trim());
    }
}
