//! Who comes in the place of an invited person, as their letter names them: behind a word
//! ("diwakili", "sending my colleague"), before one ("will represent us"), or as the colleague who
//! comes.

use super::answer_text::{Sentence, Word};

/// Words of a name that are kept.
const LONGEST_NAME: usize = 4;
/// Words of an outlet's name that are kept.
const LONGEST_OUTLET: usize = 5;

/// Somebody who comes instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    /// Their name, or the words for them.
    pub name: String,
    /// For which outlet.
    pub outlet: String,
    /// Whether it is a name.
    pub named: bool,
    /// The letter itself says that they stand in.
    pub replaces: bool,
}

/// Words behind which the deputy stands.
#[rustfmt::skip]
const INSTEAD: &[&str] = &[
    "wakilkan", "diwakilkan", "mewakilkan", "diwakili", "digantikan", "mengutus", "utus", "mengutuskan", "diutus",
    "menugaskan", "tugaskan", "ditugaskan", "delegasikan", "mendelegasikan", "didelegasikan", "penggantinya", "pengganti",
    "represented", "replaced", "delegating", "delegate",
];
/// Words of sending, behind which the deputy stands where it is somebody.
#[rustfmt::skip]
const SENDING: &[&str] = &["mengirim", "mengirimkan", "kirim", "kirimkan", "send", "sending"];
/// Words before which the deputy stands.
#[rustfmt::skip]
const REPRESENTS: &[&str] = &[
    "mewakili", "menggantikan", "gantikan", "represent", "represents", "representing", "replace", "replacing",
];
/// What the deputy does.
#[rustfmt::skip]
const COMES: &[&str] = &[
    "hadir", "datang", "meliput", "ikut", "merapat", "mewakili", "menggantikan", "attend", "attending", "come", "coming",
    "cover", "represent", "join", "joining", "go", "going",
];
/// Colleagues.
#[rustfmt::skip]
const COLLEAGUES: &[&str] = &[
    "rekan", "teman", "kolega", "reporter", "wartawan", "wartawati", "jurnalis", "fotografer", "kontributor", "staf", "staff", "asisten",
    "wakil", "colleague", "deputy", "photographer", "correspondent", "assistant", "editor", "redaktur",
];
/// What stands between such a word and the name.
#[rustfmt::skip]
const TITLES: &[&str] = &[
    "saya", "kami", "kita", "kantor", "bapak", "bpk", "pak", "ibu", "bu", "mas", "mbak", "kak", "bang", "sdr", "sdri", "saudara",
    "saudari", "my", "our", "yaitu", "yakni", "bernama", "atas", "nama", "oleh", "kepada", "ke", "pada", "a", "the", "is", "namely",
    "named", "mr", "mrs", "ms", "by", "to", "nanti", "besok", "adalah", "sama", "seorang", "satu", "lain", "another", "liputan",
];
/// Words that begin with a capital and are no name.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "saya", "kami", "kita", "i", "i'm", "i'll", "we", "we'll", "terima", "mohon", "maaf", "dengan", "untuk", "yang", "senin", "selasa",
    "rabu", "kamis", "jumat", "sabtu", "minggu", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "wali", "walikota", "bupati", "gubernur", "menteri", "narasumber", "warga", "undangan", "rilis", "siaran", "pers", "humas",
    "tidak", "siap", "ya", "yes", "no", "sorry", "thanks", "thank", "our", "my", "the", "a", "please", "selamat", "salam", "baik",
    "nanti", "besok", "acara", "kegiatan", "jadi", "he", "she", "they", "it", "that", "this", "unfortunately", "but", "tapi", "namun",
    "karena", "kehadiran", "semoga", "akan", "tim", "redaksi", "yth",
];
/// Small words behind a name in a chat.
#[rustfmt::skip]
const CHAT: &[&str] = &[
    "ya", "bu", "pak", "untuk", "yang", "akan", "dari", "hadir", "nanti", "di", "dan", "saja", "aja", "min", "besok", "oleh", "siapa",
    "lain", "kok", "dong", "yg", "mas", "mbak", "kak", "teman", "rekan", "itu", "ini", "karena", "for", "will", "can", "from", "instead",
];
/// Words between the name and what they do.
#[rustfmt::skip]
const AUXILIARY: &[&str] = &[
    "akan", "will", "yang", "nanti", "bisa", "can", "is", "to", "be", "going", "jadi", "siap", "besok", "would", "untuk", "ikut",
];

/// The deputy whom a letter names.
pub(super) fn find(sentences: &[Sentence]) -> Option<Deputy> {
    sentences
        .iter()
        .filter(|sentence| !sentence.asked)
        .find_map(|sentence| in_words(&sentence.words))
}

fn low(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |word| word.low.as_str())
}

fn in_words(words: &[Word]) -> Option<Deputy> {
    for at in 0..words.len() {
        if refused(words, at) {
            continue;
        }
        let found =
            behind(words, at).or_else(|| colleague(words, at)).or_else(|| before(words, at));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// "It cannot be delegated", "please send a reporter".
fn refused(words: &[Word], at: usize) -> bool {
    if !INSTEAD.contains(&low(words, at)) && !SENDING.contains(&low(words, at)) {
        return false;
    }
    let before = words.get(..at).unwrap_or_default().iter().rev().take(3);
    let near: Vec<&str> =
        before.take_while(|word| !word.breaks).map(|word| word.low.as_str()).collect();
    let refuses = |word: &&str| {
        matches!(
            *word,
            "tidak"
                | "not"
                | "can't"
                | "won't"
                | "unable"
                | "belum"
                | "bukan"
                | "mohon"
                | "tolong"
                | "please"
                | "silakan"
                | "jangan"
                | "don't"
        )
    };
    near.iter().any(refuses) && !near.contains(&"maaf")
}

/// "Diwakili rekan saya Sari", "sending my colleague Anna Lee", "yang datang Hendra".
fn behind(words: &[Word], at: usize) -> Option<Deputy> {
    let word = low(words, at);
    let instead = INSTEAD.contains(&word);
    let sends = SENDING.contains(&word);
    let comes = at > 0 && low(words, at - 1) == "yang" && COMES.contains(&word);
    // "Represented" needs its "by", and "pengganti" whose.
    let passive = !matches!(word, "represented" | "replaced") || low(words, at + 1) == "by";
    let listed = word == "down"
        && at > 0
        && low(words, at - 1) == "put"
        && words.iter().skip(at).any(|word| word.low == "instead");
    if !(instead && passive || sends || comes || listed) {
        return None;
    }
    let person = person(words, at + 1);
    if person.name.is_empty() && !(person.colleague && instead) {
        return None;
    }
    if sends && !person.colleague {
        return None;
    }
    Some(person.deputy(words, true))
}

/// "Reporter kami Rina akan datang", unless the writer comes with them.
fn colleague(words: &[Word], at: usize) -> Option<Deputy> {
    if !COLLEAGUES.contains(&low(words, at)) {
        return None;
    }
    let together = words.get(..at).unwrap_or_default().iter().any(|word| {
        matches!(
            word.low.as_str(),
            "bersama" | "dan" | "with" | "and" | "dengan" | "beserta" | "plus" | "&"
        )
    });
    if together {
        return None;
    }
    let person = person(words, at);
    let mut next = person.next;
    while AUXILIARY.contains(&low(words, next)) {
        next += 1;
    }
    let does = low(words, next);
    let stands_in =
        REPRESENTS.contains(&does) || (does == "cover" && low(words, next + 1) == "for");
    if !stands_in && (person.name.is_empty() || !COMES.contains(&does)) {
        return None;
    }
    Some(person.deputy(words, stands_in))
}

/// "Mark Tan from Wire will represent us", "Peter will cover for me".
fn before(words: &[Word], at: usize) -> Option<Deputy> {
    let starts = at == 0
        || words.get(at - 1).is_some_and(|word| {
            word.breaks
                || matches!(
                    word.low.as_str(),
                    "but" | "tapi" | "tetapi" | "namun" | "jadi" | "so" | "maka" | "sehingga"
                )
        });
    if !starts {
        return None;
    }
    let person = person(words, at);
    if person.name.is_empty() {
        return None;
    }
    let mut next = person.next;
    while AUXILIARY.contains(&low(words, next)) {
        next += 1;
    }
    let does = low(words, next);
    let place: Vec<&str> = words.iter().skip(next).map(|word| word.low.as_str()).collect();
    let in_place = COMES.contains(&does)
        && (place.windows(3).any(|three| {
            matches!(
                three,
                ["in", "my" | "our", "place"]
                    | ["on", "my" | "our", "behalf"]
                    | ["instead", "of", "me" | "us"]
            )
        }) || place.last() == Some(&"instead"));
    let stands_in = REPRESENTS.contains(&does)
        || (matches!(does, "cover" | "stand" | "step" | "fill")
            && place.iter().take(3).any(|word| matches!(*word, "for" | "in")));
    (stands_in || in_place).then(|| person.deputy(words, true))
}

/// Somebody in a row of words.
struct Person {
    name: String,
    outlet: String,
    colleague: bool,
    /// Where the words about them begin.
    from: usize,
    /// The first word behind them.
    next: usize,
}

impl Person {
    fn deputy(self, words: &[Word], replaces: bool) -> Deputy {
        let named = !self.name.is_empty();
        let name = if named {
            self.name
        } else {
            let rest = words.get(self.from..self.next.max(self.from + 1)).unwrap_or_default();
            rest.iter().map(|word| word.written.as_str()).collect::<Vec<_>>().join(" ")
        };
        Deputy { name, outlet: self.outlet, named, replaces }
    }
}

fn person(words: &[Word], from: usize) -> Person {
    let mut at = from;
    let mut colleague = false;
    while let Some(word) = words.get(at) {
        let known = COLLEAGUES.contains(&word.low.as_str());
        colleague |= known;
        if !known && !TITLES.contains(&word.low.as_str()) {
            break;
        }
        at += 1;
        // "Sari, my colleague": what stands behind a comma is the name only behind a colleague.
        if word.breaks && !colleague {
            break;
        }
    }
    let (name, mut next) = capitals(words, at, LONGEST_NAME);
    let (name, chatted) = match name {
        Some(name) => (name, false),
        None => (small_name(words, at), true),
    };
    if chatted && !name.is_empty() {
        next = at + 1;
    }
    let mut outlet = String::new();
    if !name.is_empty() {
        if words.get(next).is_some_and(|word| word.opens) {
            let mut parts = Vec::new();
            while let Some(word) = words.get(next) {
                parts.push(word.written.as_str());
                next += 1;
                if word.closes {
                    break;
                }
            }
            outlet = parts.join(" ");
        } else if matches!(low(words, next), "dari" | "from" | "of") {
            let (found, behind) = capitals(words, next + 1, LONGEST_OUTLET);
            if let Some(found) = found {
                outlet = found;
                next = behind;
            }
        }
    }
    Person { name, outlet, colleague, from, next: next.max(at) }
}

/// Words with capitals that follow each other without a comma.
fn capitals(words: &[Word], from: usize, most: usize) -> (Option<String>, usize) {
    let mut parts: Vec<&str> = Vec::new();
    let mut at = from;
    while let Some(word) = words.get(at) {
        let big = word.written.chars().next().is_some_and(char::is_uppercase);
        if !big
            || NO_NAMES.contains(&word.low.as_str())
            || parts.len() >= most
            || (word.opens && !parts.is_empty())
        {
            break;
        }
        parts.push(&word.written);
        at += 1;
        if word.breaks || word.closes {
            break;
        }
    }
    if parts.is_empty() { (None, from) } else { (Some(parts.join(" ")), at) }
}

/// In a chat nobody writes capitals: one word then, where it can be a name.
fn small_name(words: &[Word], at: usize) -> String {
    let chat = words.iter().skip(1).all(|word| !word.written.chars().any(char::is_uppercase));
    let named = at > 0 && INSTEAD.contains(&low(words, at - 1))
        || at > 1
            && TITLES.contains(&low(words, at - 1))
            && words.iter().take(at).any(|word| INSTEAD.contains(&word.low.as_str()));
    match words.get(at) {
        Some(word)
            if chat
                && named
                && word.written.chars().all(char::is_alphabetic)
                && word.written.chars().count() > 2
                && !CHAT.contains(&word.low.as_str())
                && !COLLEAGUES.contains(&word.low.as_str()) =>
        {
            word.written.clone()
        }
        _ => String::new(),
    }
}
