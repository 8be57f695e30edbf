//! Small judgements about whole messages: bulk mail, challenges, requests to stop.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::auto_reply::is_no_reply;
use super::mime::Head;
use super::phrases::{ANSWERS, Family, SUBJECTS, plain};

/// Words of a message from which a request to stop must be the clearest of its kind.
const LONG_MESSAGE: usize = 120;

/// Requests that name the writer or the sending, and so mean us wherever they stand.
#[rustfmt::skip]
const STOP_REQUESTS: &[&str] = &[
    "unsubscribe me", "please unsubscribe", "unsubscribe my", "unsubscribe this", "unsubscribe from your",
    "want to unsubscribe", "like to unsubscribe", "wish to unsubscribe", "how do i unsubscribe",
    "can i unsubscribe", "to unsubscribe from", "remove me", "remove my name", "remove my email",
    "remove my e-mail", "remove my address", "remove this address", "remove this email", "remove us from",
    "delete me from", "delete my email", "delete my address", "take me off", "take my name off",
    "take my email off", "take us off", "stop sending", "stop emailing", "stop e-mailing", "stop mailing",
    "stop contacting", "stop these", "stop this mail", "cease sending", "don't send me", "do not send me",
    "don't email me", "do not email me", "don't contact me", "do not contact me", "don't send any more",
    "do not send any more", "no longer wish to receive", "no longer want to receive", "don't want to receive",
    "do not want to receive", "do not wish to receive", "don't wish to receive", "not interested in receiving",
    "opt me out", "opt out", "opt-out", "off your list", "off your mailing", "off this list", "off the list",
    "from your mailing list", "from your list", "from your distribution", "from this mailing",
    "from the mailing list", "from your database",
    "keluarkan saya", "keluarkan kami", "keluarkan alamat", "keluarkan email", "keluarkan nama", "hapus saya",
    "hapus email", "hapus alamat", "hapus surel", "hapus nama saya", "hapuskan alamat", "hapuskan email",
    "hapus kontak saya", "hapus data saya", "coret saya", "coret nama saya", "jangan kirim lagi",
    "jangan kirimi", "jangan kirimkan lagi", "jangan kirimkan email", "jangan kirim email",
    "jangan kirim surel", "jangan kirim rilis", "jangan mengirim", "jangan lagi mengirim", "jangan lagi kirim",
    "jangan hubungi saya", "jangan menghubungi saya", "tidak usah kirim", "tidak usah dikirim",
    "tidak usah dikirimi", "tidak perlu kirim", "tidak perlu dikirim", "tidak perlu dikirimi",
    "tidak perlu mengirim", "gak usah kirim", "nggak usah kirim", "ga usah kirim", "tak usah kirim",
    "mohon tidak dikirimi", "mohon tidak dikirim", "mohon tidak mengirim", "mohon untuk tidak mengirim",
    "mohon untuk tidak dikirim", "tidak dikirimi lagi", "tidak mengirimi", "tidak mengirim lagi",
    "tidak mengirimkan lagi", "tidak ingin menerima", "tidak mau menerima", "tidak ingin lagi menerima",
    "tidak mau lagi menerima", "tidak lagi ingin menerima", "tidak bersedia menerima",
    "tidak berkenan menerima", "tidak ingin dikirimi", "tidak mau dikirimi", "berhenti mengirim",
    "berhenti mengirimi", "berhenti mengirimkan", "berhenti kirim", "berhenti mengontak", "stop kirim",
    "stop mengirim", "setop kirim", "setop mengirim", "hentikan pengiriman", "hentikan kiriman",
    "hentikan email", "hentikan surel", "hentikan mengirim", "ingin berhenti berlangganan",
    "mau berhenti berlangganan", "mohon berhenti berlangganan", "saya berhenti berlangganan",
    "saya ingin berhenti", "dari daftar kirim", "dari daftar penerima", "dari milis", "dari mailing list",
    "dari daftar email", "dari daftar distribusi", "dari daftar surel", "batal berlangganan",
    "batalkan langganan",
    "bitte abmelden", "abmelden", "austragen", "aus ihrem verteiler", "aus dem verteiler",
    "keine weiteren mails", "keine e-mails mehr", "keine mails mehr", "me désabonner", "me désinscrire",
    "désabonnez-moi", "désinscrivez-moi", "retirez-moi", "ne plus recevoir", "darme de baja", "dame de baja",
    "deme de baja", "dar de baja", "no deseo recibir", "no quiero recibir", "dejen de enviar",
    "cancelar inscrição", "cancelar a inscrição", "não quero receber", "não desejo receber", "me remova",
    "descadastrar", "cancellatemi", "cancellami", "non desidero più ricevere", "uitschrijven", "afmelden",
    "verwijder mij", "geen mails meer", "adres verwijderen uit", "mij verwijderen", "geen persberichten meer",
    "uit uw lijst", "van uw lijst", "van de mailinglijst", "uit uw verzendlijst",
    "streichen sie mich", "nehmen sie mich", "keine pressemitteilungen mehr", "aus ihrer liste",
    "jangan kirim-kirim", "jangan kirim2", "jangan dikirim lagi", "jangan dikirimi", "tidak usah kirim-kirim",
    "dihapus dari daftar", "dikeluarkan dari daftar", "dicoret dari daftar", "dihapus dari milis",
    "dikeluarkan dari milis", "nama saya dihapus", "alamat saya dihapus", "email saya dihapus",
    "surel saya dihapus", "do not contact this", "don't contact this", "do not contact us",
    "don't contact us", "do not write to this", "don't write to this", "do not mail this", "never contact me", "eliminen mi", "elimine mi", "eliminar mi correo", "borren mi", "borre mi",
    "sáquenme de", "sáqueme de", "de su lista", "de sua lista", "dalla vostra lista", "dalla vostra mailing",
    "rimuovetemi", "rimuovermi", "remover meu", "removam meu", "skriv mig af", "ta bort mig från",
    "proszę o usunięcie",
    "me retirer de", "me supprimer de", "me rayer de", "de votre liste", "de vos listes",
    "supprimez-moi", "supprimer mon adresse",
];

/// Words that ask to stop only when little else is said.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "unsubscribe", "unsub", "unsuscribe", "unsubcribe", "unsubscribed", "stop", "setop", "berhenti", "remove",
    "hentikan", "abmelden", "désabonner", "désinscription", "desuscribir", "baja", "opt-out", "optout",
    "keluar", "hapus", "cancel", "uitschrijven", "descadastrar", "退订", "退訂", "配信停止", "수신거부",
];

/// Words that may stand beside a stop word without adding anything.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "please", "pls", "plz", "kindly", "now", "thanks", "thank", "you", "me", "mohon", "tolong", "harap",
    "minta", "dong", "ya", "saja", "aja", "terima", "kasih", "makasih", "pak", "bu", "mas", "mbak", "min",
    "admin", "saya", "kami", "langganan", "berlangganan", "email", "e-mail", "mail", "emails", "surel", "kirim",
    "kiriman", "rilis", "this", "the", "all", "from", "list", "dari", "daftar", "milis", "ini", "it", "hi",
    "hello", "halo", "dear", "regards", "salam", "yth", "bitte", "merci", "gracias", "danke", "i", "want", "to",
    "subject", "re",
];

/// Whether a person asks not to be written to again; the phrase that says so. Looks only at new
/// text: our own opt-out line comes back in every quote.
pub fn opt_out(subject: &str, new_text: &str) -> Option<String> {
    let words = plain(new_text, 8 * 1024);
    let count = words.split(' ').filter(|word| !word.is_empty()).count();
    let subject = plain(subject, 300);
    if only_stop_words(&words, 9) {
        return Some(format!("phrase:{}", stop_word(&words)?));
    }
    // A mailto List-Unsubscribe link makes an empty or meaningless message with a telling subject.
    if count <= 25 && only_stop_words(&subject, 6) && !subject.starts_with("re:") {
        return Some(format!("subject:{}", stop_word(&subject)?));
    }
    if count > 400 {
        return None;
    }
    for sentence in words.split_inclusive(['.', '!', '?', ';']) {
        if count <= LONG_MESSAGE
            && let Some(why) = loose_request(sentence)
        {
            return Some(why);
        }
        let Some(phrase) = stop_request(sentence) else { continue };
        let personal = [
            " me",
            " my",
            " us ",
            " our ",
            "saya",
            "kami",
            "your ",
            "email",
            "e-mail",
            "surel",
            "rilis",
            "milis",
            "mailing",
            "list",
            "daftar",
            "unsubscribe",
            "mich",
            "uns ",
            "anda",
            "newsletter",
            "siaran pers",
            "pesan",
            "kirim lagi",
            "kirimi",
            "press release",
            "releases",
        ]
        .iter()
        .any(|word| sentence.contains(word) || phrase.starts_with(word.trim()));
        let question = sentence.trim_end().ends_with('?');
        if question && !personal {
            continue;
        }
        // Third persons stop sending, too: "berhenti mengirim bantuan".
        let about_sending = phrase.starts_with("berhenti")
            || phrase.starts_with("stop ")
            || phrase.starts_with("hentikan");
        if about_sending && (question || !personal) {
            continue;
        }
        if is_negated(sentence, phrase)
            || is_conditional(sentence, phrase)
            || (count > LONG_MESSAGE && !personal)
        {
            continue;
        }
        return Some(format!("phrase:{phrase}"));
    }
    None
}

/// Words that say no to what follows ("don't" comes apart at its apostrophe) …
#[rustfmt::skip]
const NO: &[&str] = &[
    "jangan", "stop", "setop", "hentikan", "berhenti", "don", "dont", "not", "never", "cease", "quit", "gak", "ga",
    "nggak", "enggak", "tak", "tidak", "tdk", "usah",
];
/// … sending …
#[rustfmt::skip]
const SENDING: &[&str] = &[
    "kirim", "kirimi", "kirimkan", "mengirim", "mengirimi", "mengirimkan", "dikirim", "dikirimi", "ngirim",
    "kirimin", "dikirimin", "send", "sending", "email", "emailing", "e-mail", "mail", "mailing", "contact",
    "contacting", "write", "writing", "spam", "spamming", "menghubungi", "hubungi",
];
/// … to me, ever again.
#[rustfmt::skip]
const EVER: &[&str] = &[
    "lagi", "again", "anymore", "any more", "any longer", "ke saya", "kepada saya", "ke kami", "kepada kami",
    "ke alamat ini", "ke email ini", "ke surel ini", "ke sini", " me ", " me.", " me!", " us ", "this address",
    "these emails", "these mails", "these releases",
];
/// Words that take somebody off …
#[rustfmt::skip]
const TAKE_OFF: &[&str] = &[
    "remove", "delete", "drop", "exclude", "strike", "erase", "take", "hapus", "hapuskan", "dihapus", "keluarkan",
    "dikeluarkan", "coret", "dicoret", "cabut", "dicabut",
];
/// … the writer's own …
const OWN: &[&str] = &["me", "us", "my", "our", "saya", "kami", "ini"];
/// … a list.
#[rustfmt::skip]
const LISTS: &[&str] = &[
    "list", "lists", "database", "distribution", "mailing", "newsletter", "daftar", "milis", "mailinglist",
    "kiriman", "basis data", "penerima", "broadcast",
];

/// Words of sentences that ask for the contrary, or for something else.
#[rustfmt::skip]
const ELSE: &[&str] = &[
    "belum", "lupa", "forget", "hesitate", "sure", "yet", "menerima", "terima", "receive", "received", "reach",
    "terkirim", "masuk", "bisa", "dapat", "could", "couldn", "cannot", "able", "ulang", "resend",
    "hadir", "undangan", "attendance", "guest", "bila", "jika", "apabila", "kalau", "if",
];

/// A request in words of the writer's own: no, sending, to me or ever again, close to each other; or
/// taking off, me, a list. In a question only the latter, and nothing about others.
fn loose_request(sentence: &str) -> Option<String> {
    let all: Vec<&str> = tokens(sentence).map(|word| word.trim_end_matches('?')).take(41).collect();
    if all.len() > 40 {
        return None;
    }
    let asked = sentence.trim_end().ends_with('?');
    let plainly = !asked && !all.iter().any(|word| ELSE.contains(word));
    let ever = plainly && EVER.iter().any(|ever| sentence.contains(ever));
    let elsewhere = ["hadir", "attendance", "guest"].iter().any(|word| all.contains(word));
    for (at, word) in all.iter().enumerate() {
        let after = all.get(at + 1..).unwrap_or_default();
        let near = |most: usize, words: &[&str]| after.iter().take(most).any(|w| words.contains(w));
        let refuses = ever && NO.contains(word) && near(3, SENDING);
        let leaves = !elsewhere && TAKE_OFF.contains(word) && near(4, OWN) && near(12, LISTS);
        if (refuses || leaves) && direct(&all, at) {
            return Some(format!("phrase:{word}"));
        }
    }
    None
}

/// Whether nobody else is said to do it, and nothing denies it: "they will not send us any more",
/// "please don't remove me".
fn direct(all: &[&str], at: usize) -> bool {
    let before: Vec<&str> = all.iter().take(at).rev().take(3).copied().collect();
    !before.iter().any(|word| {
        matches!(
            *word,
            "they"
                | "he"
                | "she"
                | "we"
                | "i"
                | "kami"
                | "mereka"
                | "dia"
                | "pemerintah"
                | "did"
                | "does"
                | "have"
                | "will"
                | "would"
                | "why"
                | "kenapa"
                | "mengapa"
                | "don"
                | "didn"
                | "doesn"
                | "won"
                | "dont"
                | "never"
                | "jangan"
                | "tidak"
                | "not"
                | "is"
                | "are"
                | "was"
        )
    })
}

static STOP_AUTOMATON: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(STOP_REQUESTS).ok());

/// The first request of the list that begins a word of the sentence.
fn stop_request(sentence: &str) -> Option<&'static str> {
    let found = STOP_AUTOMATON.as_ref()?.find_overlapping_iter(sentence);
    let begins_word = |at: usize| {
        let before = sentence.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    };
    let first = found.filter(|hit| begins_word(hit.start())).map(|hit| hit.pattern().as_usize());
    STOP_REQUESTS.get(first.min()?).copied()
}

/// "Please don't remove me": the opposite of a request to stop.
fn is_negated(sentence: &str, phrase: &str) -> bool {
    if phrase.starts_with("jangan") || phrase.starts_with("do") || phrase.starts_with("tidak") {
        return false;
    }
    let before = sentence.find(phrase).and_then(|at| sentence.get(..at)).unwrap_or_default();
    let near: Vec<&str> = before.split(' ').rev().filter(|w| !w.is_empty()).take(3).collect();
    near.iter().any(|word| {
        matches!(*word, "jangan" | "don't" | "not" | "never" | "tidak" | "bukan" | "nicht")
    })
}

/// "Answer STOP if you no longer wish to receive …": the office's own line, come back in a quote.
fn is_conditional(sentence: &str, phrase: &str) -> bool {
    let wishes = ["menerima", "dikirimi", "receive", "recevoir", "recibir", "receber", "ricevere"];
    if !wishes.iter().any(|word| phrase.contains(word)) {
        return false;
    }
    let before = sentence.find(phrase).and_then(|at| sentence.get(..at)).unwrap_or_default();
    let near: Vec<&str> = before.split(' ').rev().filter(|w| !w.is_empty()).take(3).collect();
    near.iter().any(|word| {
        matches!(
            *word,
            "bila"
                | "jika"
                | "apabila"
                | "kalau"
                | "if"
                | "wenn"
                | "falls"
                | "indien"
                | "si"
                | "se"
        )
    })
}

fn stop_word(words: &str) -> Option<&str> {
    tokens(words).find(|token| STOP_WORDS.contains(token))
}

fn tokens(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(|c: char| c.is_whitespace() || ".,;:!()[]<>\"'*_|/".contains(c))
        .map(|token| token.trim_matches('-'))
        .filter(|token| !token.is_empty())
}

fn only_stop_words(words: &str, at_most: usize) -> bool {
    if words.is_empty() || words.contains('?') {
        return false;
    }
    let mut count = 0;
    let mut stop = false;
    for token in tokens(words).take(at_most + 1) {
        count += 1;
        let is_stop = STOP_WORDS.contains(&token);
        stop |= is_stop;
        // A name after the request ("STOP. Budi") is let pass in the shortest texts.
        if !is_stop && !FILLERS.contains(&token) && count > 3 {
            return false;
        }
        if !is_stop && !FILLERS.contains(&token) && !stop {
            return false;
        }
    }
    stop && count <= at_most
}

/// Whether a filter asks the sender to prove to be a person; the phrase that says so.
pub fn challenge(head: &Head, text: &str) -> Option<String> {
    let words = plain(text, 8 * 1024);
    let subject = plain(&head.subject, 300);
    let by_subject = SUBJECTS.first(&subject, Family::Challenge);
    let mut phrases: Vec<&'static str> = Vec::new();
    for hit in ANSWERS.find(&words).filter(|hit| hit.family == Family::Challenge) {
        if !phrases.contains(&hit.phrase) {
            phrases.push(hit.phrase);
        }
    }
    const SURE: &[&str] = &[
        "spamarrest",
        "spam arrest",
        "boxtrapper",
        "uol antispam",
        "antispam uol",
        "anti-spam uol",
        "antispamuol",
        "verify that you are human",
        "confirm that you are human",
        "confirm you are human",
        "verify you are human",
        "challenge/response",
        "challenge-response",
        "mailinblack",
        "mail in black",
        "choicemail",
        "you are not a robot",
        "buktikan bahwa anda manusia",
    ];
    let sender =
        ["spamarrest", "boxtrapper", "tmda", "antispam", "mailinblack", "challenge", "spamblocker"]
            .iter()
            .any(|name| head.from_address.contains(name))
            || head.others.iter().any(|(name, value)| {
                name.starts_with("x-boxtrapper")
                    || name.starts_with("x-tmda")
                    || name.starts_with("x-spamarrest")
                    || name.starts_with("x-challenge")
                    || value.starts_with("TMDA")
            });
    let sure = phrases.iter().any(|phrase| SURE.contains(phrase));
    let points = i32::try_from(phrases.len()).unwrap_or(9).min(3)
        + if sure { 2 } else { 0 }
        + if by_subject.is_some() { 2 } else { 0 }
        + if sender { 2 } else { 0 };
    (points >= 3 && (sender || sure || by_subject.is_some() || phrases.len() >= 3)).then(|| {
        phrases
            .first()
            .copied()
            .or(by_subject.map(|hit| hit.phrase))
            .map_or_else(|| "challenge-sender".to_string(), |phrase| format!("phrase:{phrase}"))
    })
}

/// Why a message is bulk or machine mail, if it is.
pub fn bulk(head: &Head, threaded: bool) -> Option<String> {
    let low = |name: &str| head.other(name).map(str::to_ascii_lowercase);
    if head.other("list-unsubscribe").is_some() && !(threaded && head.other("list-post").is_some())
    {
        return Some("list-unsubscribe-header".into());
    }
    if head.other("list-id").is_some() && !threaded {
        return Some("list-id-header".into());
    }
    if let Some(value) = low("precedence")
        && matches!(value.trim(), "bulk" | "junk" | "list")
        && !threaded
    {
        return Some("precedence-header".into());
    }
    if low("auto-submitted").is_some_and(|value| value.starts_with("auto-")) {
        return Some("auto-submitted-header".into());
    }
    for sign in [
        "feedback-id",
        "x-campaign",
        "x-campaignid",
        "x-mailgun-sid",
        "x-sg-eid",
        "x-csa-complaints",
        "x-mc-user",
        "x-mailchimp-id",
        "x-report-abuse",
        "x-github-reason",
        "x-notification-type",
        "x-mandrill-user",
        "x-ses-configuration-set",
    ] {
        if head.other(sign).is_some() && !threaded {
            return Some(format!("header:{sign}"));
        }
    }
    if low("x-spam-flag").is_some_and(|value| value.trim() == "yes") && !threaded {
        return Some("spam-flag".into());
    }
    let local = head.from_address.split('@').next().unwrap_or_default();
    let machine = is_no_reply(local)
        || [
            "newsletter",
            "notification",
            "notifications",
            "notifikasi",
            "mailer",
            "alert",
            "alerts",
            "marketing",
            "promo",
            "billing",
            "news-",
            "dmarc",
            "postmaster",
            "mailer-daemon",
            "bounce",
            "calendar-notification",
            "drive-shares",
        ]
        .iter()
        .any(|name| local.starts_with(name));
    if machine {
        return Some("machine-sender".into());
    }
    None
}

/// Advertising by its words: at least two different phrases.
pub fn advert(text: &str) -> Option<String> {
    let words = plain(text, 6 * 1024);
    let mut first = None;
    for hit in ANSWERS.find(&words).filter(|hit| hit.family == Family::Advert) {
        match first {
            None => first = Some(hit.phrase),
            Some(phrase) if phrase != hit.phrase => return Some(format!("phrase:{phrase}")),
            Some(_) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_to_stop() {
        let asked = [
            "unsubscribe",
            "STOP",
            "Stop.",
            "Berhenti",
            "Tolong berhenti.",
            "Please unsubscribe me",
            "Mohon keluarkan saya dari daftar ini.",
            "Tolong jangan kirim lagi email ke saya",
            "mohon tidak dikirimi lagi rilis",
            "Please remove me from your list. Thanks",
            "Kindly take me off your mailing list",
            "Saya tidak ingin menerima surel ini lagi.",
            "Berhenti mengirimi saya email!",
            "Bitte aus dem Verteiler austragen",
            "hapus email saya",
            "How do I unsubscribe from these mails?",
            "Tidak usah kirim lagi ya Pak",
            "Saya sudah pindah desk, mohon nama saya dihapus dari daftar kiriman.",
            "Please do not contact this address again.",
            "ojo dikirimi maneh, tidak usah dikirim lagi",
            "Tolong jangan mengirimkan siaran pers ke alamat ini lagi ya",
            "Saya sudah pensiun, tdk usah kirim2 lagi, tidak perlu kirim lagi.",
            "Kindly drop our address from your press list.",
            "Could you delete my name from the distribution?",
            "Please stop writing to me.",
            "Mohon surel saya dicoret, hapus nama saya dari database.",
            "STOP kirim email",
        ];
        for text in asked {
            assert!(opt_out("Re: Siaran pers", text).is_some(), "{text}");
        }
        let not_asked = [
            "Kapan proyek itu berhenti?",
            "Proyek ini berhenti sejak Mei, apa sebabnya?",
            "Apakah pemerintah akan berhenti mengirim bantuan?",
            "Terima kasih, segera kami muat.",
            "Please don't remove me from the list, I changed my address only.",
            "Warga minta penggusuran dihentikan. Apa tanggapan wali kota?",
            "Non-stop coverage tomorrow. Where do we stop for lunch?",
            "Bus stop mana yang dipakai?",
            "Terlampir siaran pers. Balas bila tidak ingin menerima surel ini lagi.",
            "If you no longer wish to receive these mails, answer STOP.",
            "Why did you not send us the photos again?",
            "Mereka tidak mengirim bantuan lagi sejak Mei.",
            "Jangan lupa kirim undangan ke saya lagi bulan depan.",
            "Please don't hesitate to contact me again.",
            "I could not send it again, my mail is down.",
            "Kami tidak mengirim wartawan lagi ke sana.",
            "Saya tidak menerima email kemarin, tolong kirim lagi.",
            "Tidak bisa dikirim ke saya? Coba lagi.",
            "Nama saya belum ada di daftar penerima, mohon ditambahkan.",
            "The email did not reach me, please send it again.",
            "Lampirannya tidak terkirim ke saya, mohon dikirim lagi.",
            "Do not send it to me, send it to my colleague Rudi.",
            "",
            "Ok",
            "Kami hadir",
        ];
        for text in not_asked {
            assert_eq!(opt_out("Re: Siaran pers", text), None, "{text}");
        }
        assert!(opt_out("unsubscribe", "").is_some());
        assert!(opt_out("Berhenti berlangganan", "token w-17").is_some());
    }
}
