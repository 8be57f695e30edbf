//! Answers to an invitation in plain words, formal and as in a chat, in Indonesian and English:
//! comes, does not, perhaps, or somebody else does. A text is read clause by clause, because
//! "sorry, I was away; we come" and "may I come online?" have the same words as answers.

use super::answer_deputy;

/// Characters of a letter that are read.
const SEARCHED: usize = 3000;
/// Words of an acknowledgement, besides which nothing is said.
const SHORT: usize = 6;

/// What a text answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAnswer {
    /// `yes`, `no`, `maybe`; empty = it is about coming, but says both or neither.
    pub rsvp: &'static str,
    /// Whether it may be taken without a person looking at it.
    pub sure: bool,
    /// What decided: `attends`, `declines`, `uncertain`, `deputy`, `acknowledges`, `hindered`, `both`.
    pub why: &'static str,
    /// Who comes instead: a name, or the words for them; empty = nobody.
    pub deputy: String,
    /// For which outlet they come.
    pub deputy_outlet: String,
}

/// A word with what stands around it.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// As written, without punctuation.
    pub written: String,
    /// Small and in its usual form.
    pub low: String,
    /// A comma, a colon or a dash follows.
    pub breaks: bool,
    /// It stands first within brackets.
    pub opens: bool,
    /// It stands last within brackets.
    pub closes: bool,
}

/// Words up to a full stop, a question mark or a line's end.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub words: Vec<Word>,
    pub asked: bool,
}

/// Titles whose full stop ends no sentence.
#[rustfmt::skip]
const SHORTENED: &[&str] = &[
    "sdr", "sdri", "bpk", "yth", "dr", "drs", "dra", "ir", "h", "hj", "mr", "mrs", "ms", "prof", "a.n", "an", "tgl", "no",
];

/// Ways to write a word, and the one that is looked for.
#[rustfmt::skip]
const USUAL: &[(&str, &str)] = &[
    ("tdk", "tidak"), ("gak", "tidak"), ("ga", "tidak"), ("gk", "tidak"), ("g", "tidak"), ("nggak", "tidak"),
    ("ngga", "tidak"), ("enggak", "tidak"), ("engga", "tidak"), ("tak", "tidak"), ("kagak", "tidak"),
    ("ndak", "tidak"), ("nda", "tidak"), ("ngak", "tidak"), ("tidaklah", "tidak"), ("blm", "belum"),
    ("blom", "belum"), ("bs", "bisa"), ("bsa", "bisa"), ("dpt", "dapat"), ("dtg", "datang"), ("dateng", "datang"),
    ("hdr", "hadir"), ("sy", "saya"), ("aku", "saya"), ("gue", "saya"), ("gw", "saya"), ("org", "orang"),
    ("krn", "karena"), ("mgkn", "mungkin"), ("klo", "kalau"), ("kalo", "kalau"), ("klu", "kalau"), ("tp", "tapi"),
    ("yg", "yang"), ("dgn", "dengan"), ("sdh", "sudah"), ("udah", "sudah"), ("dah", "sudah"), ("makasih", "terima"),
    ("trims", "terima"), ("cant", "can't"), ("cannot", "can't"), ("wont", "won't"), ("dont", "don't"), ("im", "i'm"),
    ("okay", "ok"), ("oke", "ok"), ("okey", "ok"), ("okee", "ok"), ("iya", "ya"), ("yup", "yes"), ("yep", "yes"),
    ("yeah", "yes"), ("hadirr", "hadir"), ("mw", "mau"), ("pgn", "ingin"), ("pengen", "ingin"), ("diusahain", "diusahakan"),
    ("usahain", "usahakan"), ("dikabarin", "dikabari"), ("kabarin", "kabari"), ("join", "join"), ("gabung", "ikut"),
    ("bergabung", "ikut"), ("lg", "lagi"), ("diwakilin", "diwakili"),
    ("gantiin", "gantikan"), ("mboten", "tidak"), ("boten", "tidak"), ("ora", "tidak"), ("henteu", "tidak"),
    ("saged", "bisa"), ("tiasa", "bisa"), ("rawuh", "hadir"), ("sumping", "hadir"), ("kulo", "saya"), ("abdi", "saya"), ("digantiin", "digantikan"),
];

/// Coming, in all its forms.
#[rustfmt::skip]
const COMING: &[&str] = &[
    "hadir", "hadiri", "menghadiri", "datang", "ikut", "mengikuti", "merapat", "meluncur", "meliput", "liput", "otw",
    "berpartisipasi", "attend", "attending", "come", "coming", "join", "joining", "participate", "participating",
];
/// Coming only where the writer does it.
#[rustfmt::skip]
const COMING_OF_OURS: &[&str] = &["cover", "covering", "accept", "accepting", "available", "menyusul"];
/// What refuses the word behind it.
#[rustfmt::skip]
const NO: &[&str] = &[
    "tidak", "belum", "batal", "gagal", "bukan", "not", "can't", "won't", "don't", "couldn't", "wouldn't", "isn't",
    "aren't", "unable", "never", "shan't", "haven't", "didn't", "doesn't", "nobody",
];
/// Words between which and coming one stands.
#[rustfmt::skip]
const PERHAPS: &[&str] = &[
    "mungkin", "usahakan", "diusahakan", "mengusahakan", "berusaha", "coba", "mencoba", "semoga", "mudah-mudahan",
    "moga", "moga-moga", "kemungkinan", "ragu", "maybe", "might", "may", "perhaps", "possibly", "try", "trying", "hope",
    "hoping", "hopefully", "tentatively", "tentative", "unsure", "probably", "pending",
];
/// Conditions.
#[rustfmt::skip]
const IF: &[&str] = &[
    "kalau", "jika", "bila", "apabila", "jikalau", "asal", "asalkan", "seandainya", "andai", "tergantung",
    "bergantung", "if", "unless", "provided", "depends", "depending", "sempat",
];
/// What people do who do not know yet.
#[rustfmt::skip]
const LATER: &[&str] = &["kabari", "dikabari", "kabarkan", "dikabarkan", "mengabari", "konfirmasikan", "infokan"];
/// The writer.
#[rustfmt::skip]
const OURS: &[&str] = &[
    "saya", "kami", "kita", "redaksi", "tim", "i", "i'll", "i'm", "i'd", "we", "we'll", "we're", "we'd", "our", "my", "me", "us",
];
/// Others, who come or do not.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "wali", "walikota", "bupati", "gubernur", "wagub", "wabup", "wakil", "menteri", "presiden", "narasumber", "pembicara",
    "warga", "masyarakat", "pejabat", "kepala", "kadis", "camat", "lurah", "sekda", "dinas", "peserta", "tamu",
    "siapa", "semua", "pengunjung", "dewan", "polisi", "kapolres", "mayor", "governor", "minister", "president",
    "speaker", "speakers", "who", "whoever", "those", "people", "residents", "guests", "officials", "they", "he", "she", "mereka",
    "dia", "beliau", "anda", "bapak/ibu",
];
/// Readiness, will and ability.
#[rustfmt::skip]
const READY: &[&str] = &[
    "siap", "akan", "bisa", "pasti", "bersedia", "konfirmasi", "mengonfirmasi", "jadi", "tentu", "ok", "ya", "baik", "nanti",
    "besok", "dapat", "will", "can", "happy", "glad", "delighted", "confirm", "confirming", "love", "pleased", "yes", "sure",
    "certainly", "gladly", "forward", "insyaallah", "kesediaan", "mau", "ingin", "turut", "serta",
];
/// Requests to somebody else.
#[rustfmt::skip]
const PLEASE: &[&str] = &["mohon", "tolong", "silakan", "silahkan", "harap", "please", "kindly", "minta", "dimohon"];
/// What was, or was meant.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "kemarin", "tadinya", "semula", "awalnya", "sebenarnya", "sebetulnya", "rencananya", "yesterday", "originally", "initially",
    "wished", "wish",
];
/// Where one clause turns against the other.
#[rustfmt::skip]
const CONTRAST: &[&str] = &[
    "tapi", "tetapi", "namun", "ternyata", "sehingga", "but", "however", "though", "sayangnya", "so", "jadinya",
];
/// Beginnings of questions.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "apakah", "apa", "siapa", "kapan", "bolehkah", "bisakah", "dapatkah", "adakah", "berapa", "bagaimana", "gimana", "kenapa",
    "mengapa", "dimana", "mana", "boleh", "who", "what", "when", "where", "why", "which", "how", "could", "would", "is", "are",
    "does", "do", "did", "has", "may",
];
/// What hinders people, when they say no more.
#[rustfmt::skip]
const HINDERED: &[&[&str]] = &[
    &["luar", "kota"], &["luar", "negeri"], &["luar", "daerah"], &["bentrok"], &["berbarengan"], &["bersamaan"], &["ada", "acara"],
    &["ada", "agenda"], &["ada", "tugas"], &["ada", "liputan"], &["ada", "rapat"], &["ada", "keperluan"], &["piket"],
    &["cuti"], &["sakit"], &["masih", "di"], &["on", "leave"], &["travelling"], &["traveling"], &["out", "of", "town"],
    &["clash"], &["abroad"], &["another", "commitment"], &["prior", "commitment"], &["prior", "engagement"], &["overseas"],
];
/// Refusals that need no word for coming.
#[rustfmt::skip]
const REFUSALS: &[&[&str]] = &[
    &["berhalangan"], &["absen"], &["skip"], &["decline"], &["declining"], &["regrets"], &["to", "pass"], &["i'll", "pass"],
    &["must", "pass"], &["will", "miss"], &["sit", "this", "one", "out"], &["izin", "tidak"],
    &["turn", "down"], &["lewatkan", "dulu"], &["gabisa"], &["gakbisa"], &["gabs"], &["gbs"], &["unavailable"], &["ngga", "dulu"],
];
/// Acceptances that need no word for coming.
#[rustfmt::skip]
const ACCEPTANCES: &[&[&str]] = &[
    &["be", "there"], &["count", "me", "in"], &["count", "us", "in"], &["see", "you", "there"], &["see", "you", "on"],
    &["see", "you", "then"], &["see", "you", "tomorrow"], &["konfirmasi", "kehadiran"], &["confirm", "my", "attendance"],
    &["confirm", "our", "attendance"], &["put", "me", "down"], &["put", "us", "down"], &["memenuhi", "undangan"],
    &["make", "it"], &["sampai", "jumpa"], &["sampai", "ketemu"], &["i'm", "in"], &["we're", "in"], &["confirm", "attendance"],
    &["confirming", "attendance"], &["confirming", "my", "attendance"],
    &["ke", "sana"], &["kesana"], &["wouldn't", "miss"], &["won't", "miss"],
];
/// Doubts that need no word for coming.
#[rustfmt::skip]
const DOUBTS: &[&[&str]] = &[
    &["belum", "pasti"], &["belum", "tahu"], &["belum", "tau"], &["memastikan"], &["not", "sure"], &["not", "certain"],
    &["unsure"], &["tergantung"], &["depends"], &["tentatively"], &["masih", "ragu"], &["fifty-fifty"], &["50:50"],
    &["mengupayakan", "kehadiran"], &["upayakan", "kehadiran"], &["diupayakan"], &["need", "to", "check"], &["have", "to", "check"],
    &["let", "me", "check"], &["check", "with"], &["cek", "dulu"], &["tanya", "dulu"], &["tanyakan", "dulu"],
    &["menunggu", "konfirmasi"], &["tunggu", "konfirmasi"], &["menunggu", "penugasan"], &["menunggu", "arahan"],
    &["waiting", "for", "confirmation"], &["awaiting", "confirmation"],
];
/// What people say who have read it.
#[rustfmt::skip]
const NODS: &[&str] = &["siap", "ok", "ya", "yes", "sip", "setuju", "gas", "bisa", "siapp", "yoi"];
/// How many.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "1", "2", "3", "4", "5", "6", "satu", "dua", "tiga", "empat", "lima", "one", "two", "three", "four",
];
/// Manners, which say nothing.
#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "pak", "bu", "bapak", "ibu", "mas", "mbak", "kak", "bang", "min", "admin", "terima", "kasih", "thanks", "thank", "you", "maaf",
    "selamat", "pagi", "siang", "sore", "malam", "salam", "hormat", "dengan", "sekali", "banyak", "undangannya", "infonya",
    "informasinya", "atas", "the", "for", "invitation", "orang", "people", "persons", "please", "kak", "bos", "boss", "gan", "om",
    "dear", "hi", "hello", "halo", "regards", "best", "mohon", "ijin", "much", "very", "many", "🙏", "👍", "nggih",
];

/// What a new text answers to an invitation; none where it answers nothing.
pub fn read(new_text: &str) -> Option<TextAnswer> {
    let sentences = sentences(new_text);
    let deputy = answer_deputy::find(&sentences);
    let mut seen = Seen::default();
    for sentence in &sentences {
        look(sentence, &mut seen);
    }
    let said = |rsvp, sure, why| TextAnswer {
        rsvp,
        sure,
        why,
        deputy: String::new(),
        deputy_outlet: String::new(),
    };
    if let Some(deputy) = deputy.filter(|deputy| deputy.named || seen.no > 0 || deputy.replaces) {
        let answer = said("no", true, "deputy");
        return Some(TextAnswer { deputy: deputy.name, deputy_outlet: deputy.outlet, ..answer });
    }
    match (seen.yes > 0, seen.no > 0, seen.maybe > 0) {
        (true, true, _) => Some(said("", false, "both")),
        (_, true, true) => Some(said("maybe", false, "both")),
        (_, false, true) => Some(said("maybe", true, "uncertain")),
        (true, false, false) => Some(said("yes", true, "attends")),
        (false, true, false) => Some(said("no", true, "declines")),
        (false, false, false) if seen.later => Some(said("maybe", true, "uncertain")),
        (false, false, false) if nods(&sentences) => Some(said("yes", false, "acknowledges")),
        (false, false, false) if seen.hindered => Some(said("no", false, "hindered")),
        (false, false, false) => None,
    }
}

/// What the clauses of a text say.
#[derive(Default)]
struct Seen {
    yes: usize,
    no: usize,
    maybe: usize,
    /// They will tell.
    later: bool,
    hindered: bool,
}

/// Sentences with their words in their usual form.
fn sentences(text: &str) -> Vec<Sentence> {
    let text: String = text.chars().take(SEARCHED).collect();
    let mut all = vec![Sentence::default()];
    let end = |all: &mut Vec<Sentence>, asked: bool| {
        if let Some(last) = all.last_mut()
            && !last.words.is_empty()
        {
            last.asked = asked;
            all.push(Sentence::default());
        }
    };
    for line in text.lines() {
        for piece in line.split_whitespace() {
            let opens = piece.starts_with(['(', '[']);
            let core = piece.trim_matches(|c: char| {
                matches!(
                    c,
                    '(' | ')'
                        | '['
                        | ']'
                        | '"'
                        | '\''
                        | '.'
                        | ','
                        | ';'
                        | ':'
                        | '!'
                        | '?'
                        | '*'
                        | '_'
                        | '\u{201c}'
                        | '\u{201d}'
                        | '\u{2026}'
                        | '~'
                )
            });
            let tail = piece.get(piece.rfind(core).unwrap_or(0) + core.len()..).unwrap_or_default();
            let dash = matches!(core, "-" | "\u{2013}" | "\u{2014}");
            if !core.is_empty() && !dash {
                let small = core.to_lowercase().replace(['\u{2019}', '\u{2018}', '`'], "'");
                let usual = USUAL.iter().find(|(written, _)| *written == small);
                let low = usual.map_or(small, |(_, usual)| (*usual).to_owned());
                if let Some(last) = all.last_mut() {
                    last.words.push(Word {
                        written: core.to_owned(),
                        low,
                        breaks: tail.contains([',', ':']),
                        opens,
                        closes: tail.contains([')', ']']),
                    });
                }
            } else if dash && let Some(word) = all.last_mut().and_then(|last| last.words.last_mut())
            {
                word.breaks = true;
            }
            if tail.contains('?') || core.is_empty() && piece.contains('?') {
                end(&mut all, true);
            } else if tail.contains(['!', ';', '\u{2026}'])
                || (tail.contains('.') && !SHORTENED.contains(&core.to_lowercase().as_str()))
            {
                end(&mut all, false);
            }
        }
        // A long line was broken by the mail program, not by its author.
        if line.chars().count() < 60 {
            end(&mut all, false);
        }
    }
    all.retain(|sentence| !sentence.words.is_empty());
    all
}

/// Whether these words stand next to each other; where.
fn run_of(words: &[&str], wanted: &[&str]) -> Option<usize> {
    words.windows(wanted.len()).position(|window| window == wanted)
}

fn any_run(words: &[&str], wanted: &[&[&str]]) -> Option<usize> {
    wanted.iter().find_map(|run| run_of(words, run))
}

fn has(words: &[&str], wanted: &[&str]) -> bool {
    words.iter().any(|word| wanted.contains(word))
}

/// Clauses of a sentence: what stands between commas and words of contrast.
fn clauses(sentence: &Sentence) -> Vec<Vec<&str>> {
    let mut all: Vec<Vec<&str>> = vec![Vec::new()];
    for (at, word) in sentence.words.iter().enumerate() {
        let next = sentence.words.get(at + 1).map_or("", |word| word.low.as_str());
        // "So we cannot come" turns, "we come after all" does not.
        let so = word.low == "jadi" && (NO.contains(&next) || OURS.contains(&next));
        if (CONTRAST.contains(&word.low.as_str()) || so) && at > 0 {
            all.push(Vec::new());
        }
        if let Some(last) = all.last_mut() {
            last.push(&word.low);
        }
        if word.breaks || word.closes {
            all.push(Vec::new());
        }
    }
    all.retain(|clause| !clause.is_empty());
    all
}

fn look(sentence: &Sentence, seen: &mut Seen) {
    let all = clauses(sentence);
    let count = all.len();
    let mut condition = false;
    let mut said: Vec<&'static str> = Vec::new();
    for (at, clause) in all.iter().enumerate() {
        let words = without_manners(clause);
        let first = words.first().copied().unwrap_or_default();
        let turned = CONTRAST.contains(&first);
        let begins = if turned { words.get(1).copied().unwrap_or_default() } else { first };
        let asked = (sentence.asked && (at + 1 == count || has(&words, ASKING)))
            || (ASKING.contains(&begins) && !has(&words, &["saya", "kami", "boleh"]))
            || matches!(begins, "apakah" | "bolehkah" | "bisakah");
        if asked {
            // "May I tell you tomorrow?"
            seen.later |= has(&words, &["pastikan", "kabari"]) && has(&words, &["saya", "kami"]);
            continue;
        }
        let meant_before = has(&words, BEFORE) && !has(&words, &["konfirmasi", "confirmed"]);
        let next_time = any_run(
            &words,
            &[&["lain", "kali"], &["lain", "waktu"], &["next", "time"], &["another", "time"]],
        );
        if meant_before || next_time.is_some() {
            continue;
        }
        let wants_news =
            has(&words, PLEASE) || any_run(&words, &[&["let", "me", "know"]]).is_some();
        condition |= has(&words, IF) && !wants_news;
        seen.hindered |= any_run(&words, HINDERED).is_some() && !has(&words, OTHERS);
        let follows =
            has(&words, &["menyusul"]) && has(&words, &["konfirmasi", "kabar", "kepastian"]);
        if follows {
            seen.later = true;
            continue;
        }
        seen.later |= (has(&words, LATER) && !wants_news)
            || any_run(&words, &[&["let", "you", "know"]]).is_some();
        if let Some(answer) = judge(&words, turned && !said.is_empty()) {
            said.push(answer);
        }
    }
    for answer in said {
        match answer {
            "no" if condition && seen.yes == 0 => seen.maybe += 1,
            "yes" if condition => seen.maybe += 1,
            "yes" => seen.yes += 1,
            "no" => seen.no += 1,
            _ => seen.maybe += 1,
        }
    }
}

/// "Mohon maaf" asks for nothing, and "terima kasih" thanks.
fn without_manners<'w>(clause: &[&'w str]) -> Vec<&'w str> {
    let mut words: Vec<&'w str> = Vec::new();
    let mut rest = clause.iter().copied().peekable();
    while let Some(word) = rest.next() {
        let next = rest.peek().copied().unwrap_or_default();
        match (word, next) {
            ("mohon" | "permohonan" | "minta", "maaf" | "izin" | "ijin") => {}
            ("in" | "insya" | "inshaa" | "insha", "sya" | "shaa" | "allah") => {
                words.push("insyaallah");
                while rest.peek().is_some_and(|word| matches!(*word, "sya" | "shaa" | "allah")) {
                    rest.next();
                }
            }
            _ => words.push(word),
        }
    }
    words
}

/// What one clause says.
fn judge(words: &[&str], turned: bool) -> Option<&'static str> {
    let coming = coming_at(words);
    if any_run(words, DOUBTS).is_some() && !has(words, OTHERS) {
        return Some("maybe");
    }
    let doubted = has(words, PERHAPS);
    if let Some(at) = any_run(words, REFUSALS)
        && !has(words, OTHERS)
        && !has(words.get(at.saturating_sub(3)..at).unwrap_or_default(), NO)
    {
        return Some(if doubted { "maybe" } else { "no" });
    }
    if let Some(at) = coming {
        return judge_coming(words, at);
    }
    if let Some(at) = any_run(words, ACCEPTANCES) {
        let before = words.get(at.saturating_sub(5)..at).unwrap_or_default();
        return Some(match (has(before, NO), doubted) {
            (_, true) => "maybe",
            (true, false) => "no",
            (false, false) => "yes",
        });
    }
    if let Some(answer) = sends(words) {
        return Some(answer);
    }
    refuses_alone(words, turned).then_some("no")
}

/// Where a clause speaks of coming.
fn coming_at(words: &[&str]) -> Option<usize> {
    // Of "cannot attend the launch, come what may" the first counts, of "ikut hadir" the last.
    let ours = has(words, OURS);
    let comes = |word: &&str| COMING.contains(word) || (ours && COMING_OF_OURS.contains(word));
    let mut found = words.iter().position(comes)?.into();
    while let Some(at) = found {
        match words.get(at + 1) {
            Some(next) if COMING.contains(next) => found = Some(at + 1),
            _ => break,
        }
    }
    found
}

fn judge_coming(words: &[&str], at: usize) -> Option<&'static str> {
    let before = words.get(..at).unwrap_or_default();
    let after = words.get(at + 1..).unwrap_or_default();
    let near = before.get(before.len().saturating_sub(5)..).unwrap_or_default();
    let ours = has(before, OURS);
    if has(before, OTHERS) && !ours {
        return None;
    }
    // "Those who come", "thank you for coming", "please come", "have come".
    let last = before.last().copied().unwrap_or_default();
    if matches!(last, "yang" | "daftar") || (last == "for" && has(before, &["thank", "thanks"])) {
        return None;
    }
    if matches!(last, "sudah" | "telah" | "already")
        || has(before, &["terima"]) && has(near, &["sudah", "telah"])
    {
        return None;
    }
    if has(near, PLEASE) && !ours && !has(near, NO) {
        return None;
    }
    // "Come or not": they do not know.
    if any_run(after, &[&["atau", "tidak"], &["or", "not"]]).is_some()
        || has(before, PERHAPS)
        || has(before, &["whether"])
        || (has(after, &["tentatively", "mungkin", "maybe", "hopefully"]))
    {
        return Some("maybe");
    }
    if has(near, NO) && !has(near, &["jangan", "hanya", "khawatir", "only"]) {
        return Some("no");
    }
    if after.first() == Some(&"tidak") && after.len() <= 2 {
        return None;
    }
    let meant = ours || has(words, READY) || words.len() <= SHORT;
    meant.then_some("yes")
}

/// "Sorry, cannot.": no without saying to what, and nothing else behind it.
fn refuses_alone(words: &[&str], turned: bool) -> bool {
    let core: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| {
            !MANNERS.contains(word)
                && !CONTRAST.contains(word)
                && !matches!(
                    *word,
                    "dulu" | "ya" | "deh" | "nih" | "jadi" | "lagi" | "sepertinya" | "kayaknya"
                )
        })
        .collect();
    match core.as_slice() {
        ["tidak" | "no" | "nope"] => true,
        [.., "tidak" | "belum", "bisa" | "dapat" | "sempat"] => {
            core.len() <= 6 && !has(&core, OTHERS)
        }
        ["batal"] => true,
        [.., "i" | "we", "can't" | "won't"] => true,
        [.., "tidak" | "belum", "bisa" | "dapat", "memenuhi", "undangan"] => true,
        ["tidak" | "not", ..] => turned,
        ["karena", ..] => false,
        _ => false,
    }
}

/// "We send a reporter", "we cannot send anyone": newsrooms send, they do not come.
fn sends(words: &[&str]) -> Option<&'static str> {
    const SEND: &[&str] =
        &["mengirim", "mengirimkan", "kirim", "kirimkan", "menugaskan", "send", "sending"];
    const WHOM: &[&str] = &[
        "wartawan",
        "reporter",
        "reporters",
        "jurnalis",
        "fotografer",
        "photographer",
        "tim",
        "team",
        "crew",
        "perwakilan",
        "kameramen",
        "cameraman",
        "siapa",
        "anyone",
        "anybody",
        "someone",
        "somebody",
    ];
    let at = words.iter().position(|word| SEND.contains(word))?;
    let near = words.get(at.saturating_sub(4)..at).unwrap_or_default();
    let whom = words.get(at + 1..).unwrap_or_default().iter().take(4);
    if !whom.into_iter().any(|word| WHOM.contains(word)) || has(near, PLEASE) {
        return None;
    }
    if has(near, NO) {
        return Some("no");
    }
    has(near, OURS).then_some("yes")
}

/// Whether a text is a nod or a number and manners, no more.
fn nods(sentences: &[Sentence]) -> bool {
    if sentences.iter().any(|sentence| sentence.asked) {
        return false;
    }
    let words: Vec<&str> = sentences
        .iter()
        .flat_map(|sentence| sentence.words.iter().map(|word| word.low.as_str()))
        .collect();
    let counted = words.len() <= 4
        && words.iter().any(|word| NUMBERS.contains(word))
        && has(&words, &["orang", "people", "persons", "seats", "kursi"]);
    let nodded = has(&words, NODS) || counted;
    nodded
        && words.iter().all(|word| {
            NODS.contains(word) || MANNERS.contains(word) || (counted && NUMBERS.contains(word))
        })
}
