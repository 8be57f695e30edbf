//! What a message of a chat may be to the office: a question, a link to a published piece, or a
//! word on one of its releases. Only a proposal: a person decides.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::fold::fold;

/// What a message proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// `question`, `link` or `reply`.
    pub kind: &'static str,
    /// The first address of a page in it, or empty.
    pub url: String,
    /// The release that it speaks of; 0 = none.
    pub release_id: i64,
}

/// Question words that are hardly anything else, folded.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "apakah", "adakah", "bisakah", "bolehkah", "dapatkah", "benarkah", "betulkah", "siapa", "siapakah",
    "kapan", "kapankah", "dimana", "dimanakah", "kemana", "mengapa", "kenapa", "bagaimana",
    "bagaimanakah", "gimana", "berapa", "berapakah",
];
/// Words that ask only where they come first.
const ASKING_FIRST: &[&str] = &["mana", "what", "who", "when", "where", "why", "how", "which"];
/// The same as phrases.
const ASKING_PHRASES: &[&str] = &[
    "di mana",
    "ke mana",
    "apa benar",
    "apa betul",
    "apa ada",
    "apa sudah",
    "apa bisa",
    "apa boleh",
    "ada rilis",
    "minta tanggapan",
    "mohon tanggapan",
    "minta konfirmasi",
    "mohon konfirmasi",
    "minta keterangan",
    "mohon keterangan",
    "minta info",
    "mohon info",
    "minta data",
    "mohon data",
    "minta kontak",
    "minta nomor",
    "boleh minta",
    "bisa minta",
    "is there",
    "are there",
    "could you",
    "can you",
    "may we",
    "may i",
];
/// What people say before they ask.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "izin", "ijin", "mohon", "maaf", "permisi", "selamat", "pagi", "siang", "sore", "malam",
    "assalamualaikum", "pak", "bapak", "bu", "ibu", "mas", "mbak", "kak", "bang", "min", "admin",
    "halo", "hai", "dear", "tanya", "bertanya", "mau", "numpang", "rekan", "teman", "hello", "hi",
    "good", "morning", "afternoon", "evening", "sorry", "excuse", "me",
];
/// A question word this far into a message still makes it a question.
const ASKED_WITHIN: usize = 6;
/// A longer text that does not end with a question mark is an article, not a question.
const LONGEST_QUESTION: usize = 60;

/// Hosts whose pages are no publications: chats, meetings, forms, maps, shared folders.
const NOT_PAGES: &[&str] = &[
    "wa.me",
    "whatsapp.com",
    "t.me",
    "meet.google.com",
    "maps.google.com",
    "maps.app.goo.gl",
    "goo.gl",
    "forms.gle",
    "docs.google.com",
    "drive.google.com",
    "calendar.google.com",
    "photos.app.goo.gl",
    "zoom.us",
    "teams.microsoft.com",
    "dropbox.com",
];
/// Endings of hosts that people write without `https://`.
const HOST_ENDINGS: &[&str] = &[".com", ".id", ".net", ".org", ".tv", ".news", ".info", ".press"];

/// The first address of a page that may be a publication.
pub fn page_in(text: &str) -> Option<String> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '<' | '>' | '"' | '|'))
        .filter_map(page)
        .next()
}

fn page(word: &str) -> Option<String> {
    let word = word
        .trim_start_matches(['(', '[', '*', '_', '\'', '“', '‘'])
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '*', '_', '\'', '”', '’']);
    let start = ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = word.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(scheme.len())
    });
    let rest = word.get(start.unwrap_or(0)..)?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at_checked(end)?;
    let host = host.to_lowercase();
    let host = host.split(':').next().unwrap_or_default();
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && host.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
    let said_without_scheme = start.is_none()
        && (host.starts_with("www.")
            || path.len() > 1 && HOST_ENDINGS.iter().any(|ending| host.ends_with(ending)));
    if !is_host || !(start.is_some() || said_without_scheme) {
        return None;
    }
    let is_elsewhere =
        NOT_PAGES.iter().any(|other| host == *other || host.ends_with(&format!(".{other}")));
    if is_elsewhere {
        return None;
    }
    let address = if start.is_some() { word.to_owned() } else { format!("https://{word}") };
    Some(address.chars().take(2_000).collect())
}

/// Whether somebody asks something.
pub fn asks(text: &str) -> bool {
    let spoken: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !word.contains("://") && page(word).is_none())
        .collect();
    let ends_asking = |word: &&str| {
        word.trim_end_matches(['"', '”', ')', '*', '_', '!', '.', '🙏']).ends_with('?')
    };
    // A mark of its own, or at the end of a word that is one.
    if spoken.len() <= LONGEST_QUESTION && spoken.iter().any(ends_asking)
        || spoken.last().is_some_and(ends_asking)
    {
        return spoken.iter().any(|word| word.chars().any(char::is_alphabetic));
    }
    if spoken.len() > LONGEST_QUESTION {
        return false;
    }
    let folded = fold(&spoken.join(" "));
    let words: Vec<&str> =
        folded.split(' ').skip_while(|word| OPENINGS.contains(word)).take(ASKED_WITHIN).collect();
    if words.first().is_some_and(|word| ASKING_FIRST.contains(word)) {
        return true;
    }
    let begins = words.join(" ");
    let said: String = folded.split(' ').take(ASKED_WITHIN * 2).collect::<Vec<_>>().join(" ");
    let padded = format!(" {said} ");
    begins.starts_with("apa ") && !begins.starts_with("apa apa")
        || ASKING_PHRASES.iter().any(|phrase| padded.contains(&format!(" {phrase}")))
        || words.iter().any(|word| ASKING.contains(word))
}

/// A release that a message may speak of.
struct Headline {
    id: i64,
    folded: String,
    /// Different words of some length.
    words: usize,
    /// When it went out, UTC; before that nobody can speak of it.
    since: String,
}

/// The headlines of the office's releases, looked up by their words.
#[derive(Default)]
pub struct Headlines {
    all: Vec<Headline>,
    by_word: BTreeMap<String, Vec<usize>>,
}

/// Words shorter than this say nothing.
const TELLING: usize = 4;
/// So many of them must be met.
const LEAST_MET: usize = 3;

impl Headlines {
    /// Of releases: id, headline and since when it is out.
    pub fn of(releases: impl IntoIterator<Item = (i64, String, String)>) -> Self {
        let mut all = Self::default();
        for (id, headline, since) in releases {
            let folded = fold(&headline);
            let words: BTreeSet<&str> = telling(&folded).collect();
            for word in &words {
                all.by_word.entry((*word).to_owned()).or_default().push(all.all.len());
            }
            let count = words.len();
            all.all.push(Headline { id, folded, words: count, since });
        }
        all
    }

    /// The release that a text written at `at` (UTC) speaks of: its headline stands in it, or most
    /// of the headline's words do. The newest of several that fit equally well.
    fn told_by(&self, text: &str, at: &str) -> Option<i64> {
        if self.all.is_empty() {
            return None;
        }
        let folded = fold(text);
        let mut met: BTreeMap<usize, usize> = BTreeMap::new();
        for word in telling(&folded).collect::<BTreeSet<_>>() {
            for place in self.by_word.get(word).into_iter().flatten() {
                *met.entry(*place).or_default() += 1;
            }
        }
        met.into_iter()
            .filter_map(|(place, met)| Some((self.all.get(place)?, met)))
            .filter(|(headline, _)| headline.since.as_str() <= at)
            .filter_map(|(headline, met)| {
                let whole = headline.words >= 2 && folded.contains(&headline.folded);
                let most = met >= LEAST_MET && met * 5 >= headline.words * 3;
                let share = if whole { 1_000 } else { met * 1_000 / headline.words.max(1) };
                (whole || most).then_some((share, headline.since.as_str(), headline.id))
            })
            .max()
            .map(|(_, _, id)| id)
    }
}

fn telling(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| word.chars().count() >= TELLING)
}

/// What a message written at `at` (UTC) proposes; none for small talk.
pub fn of(text: &str, at: &str, headlines: &Headlines) -> Option<Meaning> {
    if text.trim().is_empty() {
        return None;
    }
    let url = page_in(text).unwrap_or_default();
    let release_id = headlines.told_by(text, at).unwrap_or_default();
    let kind = if asks(text) {
        "question"
    } else if !url.is_empty() {
        "link"
    } else if release_id > 0 {
        "reply"
    } else {
        return None;
    };
    Some(Meaning { kind, url, release_id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_with_and_without_their_mark() {
        for text in [
            "Apakah ada rilis soal banjir?",
            "Selamat pagi Mbak Rina, kapan jumpa pers dimulai",
            "izin bertanya, berapa korban di Kecamatan Selatan",
            "Mohon konfirmasi soal penutupan jalan pak",
            "apa benar pasar ditutup besok",
            "Besok jam berapa ya",
            "Pak wali hadir? Terima kasih",
            "When does the press conference start",
            "Ini beritanya https://example.com/a?b=1 sudah sesuai?",
        ] {
            assert!(asks(text), "{text}");
        }
        for text in [
            "Siap, terima kasih",
            "Tidak apa-apa, kami tunggu",
            "Sudah tayang https://example.com/berita?id=12",
            "Hadir",
            "Terima kasih rilisnya mbak, kami muat besok",
            "??",
        ] {
            assert!(!asks(text), "{text}");
        }
    }

    #[test]
    fn pages_but_not_chats_and_meetings() {
        for (text, url) in [
            (
                "Tayang: https://news.example.com/2026/pasar.",
                Some("https://news.example.com/2026/pasar"),
            ),
            ("(www.example.id/berita)", Some("https://www.example.id/berita")),
            ("harian.example.id/kota/123 mbak", Some("https://harian.example.id/kota/123")),
            (
                "gabung https://chat.whatsapp.com/AbC lalu https://example.id/x",
                Some("https://example.id/x"),
            ),
            ("https://meet.google.com/abc-defg", None),
            ("rilis.docx dan surat.pdf", None),
            ("surel: redaksi@example.id", None),
            ("https://", None),
        ] {
            assert_eq!(page_in(text).as_deref(), url, "{text}");
        }
    }

    #[test]
    fn a_release_is_known_by_its_headline() {
        let headlines = Headlines::of([
            (1, "Pasar Rakyat Kota Contoh dibuka kembali".to_owned(), "2026-11-01".to_owned()),
            (2, "Bus listrik mulai melayani Kota Contoh".to_owned(), "2026-11-10".to_owned()),
        ]);
        let told = |text: &str, at: &str| {
            of(text, at, &headlines).map(|meaning| (meaning.kind, meaning.release_id))
        };
        assert_eq!(
            told("Siap, Pasar Rakyat Kota Contoh dibuka kembali kami muat", "2026-11-02"),
            Some(("reply", 1))
        );
        assert_eq!(
            told("soal bus listrik yang melayani kota contoh, siap", "2026-11-12"),
            Some(("reply", 2))
        );
        assert_eq!(told("soal bus listrik yang melayani kota contoh, siap", "2026-11-05"), None);
        assert_eq!(told("Kota Contoh hujan", "2026-11-12"), None);
    }
}
