//! What may be made of a person's answer: an enquiry where it asks, coverage where it brings the
//! link to a published piece, and a look at the list where it reached the wrong person.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::phrases::plain;
use super::understand::Proposal;

/// Characters of an answer that are looked at.
const SEARCHED: usize = 6 * 1024;
/// Links of one answer that are kept.
const MOST_LINKS: usize = 10;

/// A proposal with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// What may be made of it.
    pub what: Proposal,
    /// The links to what was published.
    pub links: Vec<String>,
}

#[rustfmt::skip]
const WRONG_PERSON: &[&str] = &[
    "salah alamat", "salah orang", "sepertinya salah kirim", "mungkin salah kirim", "email ini salah kirim",
    "surel ini salah kirim", "bukan wartawan", "bukan jurnalis", "bukan redaksi", "bukan bagian redaksi",
    "bukan bagian dari redaksi", "bukan orang media", "bukan desk saya", "bukan bidang saya",
    "bukan ranah saya", "saya tidak meliput", "bukan orang yang tepat", "wrong person", "wrong address",
    "wrong contact", "not the right person", "not the right contact", "not the correct person",
    "not the best person", "i don't cover", "i do not cover", "no longer cover", "not my beat", "not my area",
    "i'm not a journalist", "i am not a journalist", "mistaken me for", "intended for someone else",
    "meant for someone else", "falscher ansprechpartner", "falsche ansprechpartnerin", "nicht zuständig",
    "falsche person", "verkeerde persoon", "niet de juiste persoon", "mauvaise personne",
    "pas la bonne personne", "persona equivocada", "pessoa errada", "persona sbagliata",
];

/// Words with which people send what they have published.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "tayang", "terbit", "dimuat", "termuat", "naik cetak", "sudah naik", "kami muat", "kami naikkan", "publikasi",
    "dipublikasikan", "link berita", "tautan berita", "linknya", "tautannya", "berikut link", "berikut tautan",
    "ini link", "ini tautan", "link pemberitaan", "berita kami", "beritanya", "izin share", "izin berbagi",
    "disiarkan", "bukti tayang", "published", "our story", "our piece", "our article", "our report",
    "the story", "the article", "the piece", "is live", "went live", "now live", "online now", "here is the link",
    "here's the link", "link to the", "ran the story", "we ran", "we covered", "coverage", "erschienen",
    "veröffentlicht", "unser artikel", "publié", "notre article", "publicado", "nuestra nota", "gepubliceerd",
    "ons artikel", "pubblicato",
];

/// Requests for an answer, without a question mark too.
#[rustfmt::skip]
const REQUESTS: &[&str] = &[
    "permintaan konfirmasi", "permohonan konfirmasi", "minta konfirmasi", "meminta konfirmasi",
    "mohon konfirmasi atas", "mohon konfirmasi terkait", "mohon konfirmasi mengenai", "ingin konfirmasi",
    "mau konfirmasi", "mengonfirmasi", "permohonan wawancara", "permintaan wawancara", "ingin wawancara",
    "ingin mewawancarai", "mewawancarai", "minta wawancara", "mohon tanggapan", "minta tanggapan",
    "meminta tanggapan", "mohon penjelasan", "minta penjelasan", "meminta penjelasan", "mohon keterangan",
    "minta keterangan", "meminta keterangan", "permintaan data", "permohonan data", "minta data",
    "mohon data", "mohon klarifikasi", "minta klarifikasi", "meminta klarifikasi", "permintaan klarifikasi",
    "hak jawab", "mohon dijawab", "mohon jawaban", "minta izin doorstop", "media enquiry", "media inquiry",
    "press enquiry", "press inquiry", "request for comment", "request for an interview", "interview request",
    "would like to interview", "like to interview", "want to interview", "seeking comment",
    "asking for comment", "comment on", "please confirm whether", "please confirm if", "please clarify",
    "right of reply", "presseanfrage", "interviewanfrage", "bitte um stellungnahme", "demande d'interview",
    "solicitud de entrevista", "solicitud de información", "interviewverzoek", "verzoek om reactie",
];

/// Words of a question that wants facts, not manners.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "apa", "apakah", "siapa", "kapan", "mengapa", "kenapa", "bagaimana", "gimana", "berapa", "mana", "dimana",
    "bisakah", "bolehkah", "boleh", "bisa", "dapatkah", "adakah", "ada", "benarkah", "jam", "apa sebabnya",
    "who", "what", "when", "why", "where", "which", "how", "could", "can", "would", "will", "is", "are", "do",
    "does", "did", "has", "have", "may", "any", "wer", "was", "wann", "warum", "wie", "wo", "können", "gibt",
    "qui", "que", "quoi", "quand", "pourquoi", "comment", "combien", "où", "pouvez", "qué", "quién", "cuándo",
    "cómo", "cuánto", "dónde", "wie", "wat", "wanneer", "waarom", "hoe", "hoeveel", "waar", "kunt",
];

/// Questions that want no answer.
#[rustfmt::skip]
const MANNERS: &[&str] = &[
    "apa kabar", "apa khabar", "how are you", "how are things", "how's it going", "sehat selalu", "wie geht",
    "comment allez", "ça va", "cómo está", "hoe gaat",
];

static WRONG: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(WRONG_PERSON).ok());
static OUT: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(PUBLISHED).ok());
static ASKED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(REQUESTS).ok());

fn says(automaton: &LazyLock<Option<AhoCorasick>>, words: &str) -> bool {
    automaton.as_ref().is_some_and(|automaton| {
        automaton.find_iter(words).any(|hit| {
            let before = words.get(..hit.start()).and_then(|text| text.chars().next_back());
            !before.is_some_and(char::is_alphanumeric)
        })
    })
}

/// What a person's new words propose, if anything.
pub fn read(subject: &str, new_text: &str) -> Option<Proposed> {
    let words = plain(new_text, SEARCHED);
    let proposed = |what| Some(Proposed { what, links: Vec::new() });
    if says(&WRONG, &words) {
        return proposed(Proposal::WrongPerson);
    }
    let links = published_links(new_text, says(&OUT, &words));
    if !links.is_empty() {
        return Some(Proposed { what: Proposal::Coverage, links });
    }
    let subject = plain(subject, 300);
    let fresh = !super::bounce_text::is_answer_subject(&subject);
    if says(&ASKED, &words) || (fresh && says(&ASKED, &subject)) || asks(&words) {
        return proposed(Proposal::Enquiry);
    }
    None
}

/// Whether a sentence of a text made by `plain` asks for a fact.
fn asks(words: &str) -> bool {
    let mut start = 0;
    for (at, mark) in words.match_indices(['?', '\u{ff1f}', '\u{61f}', '.', '!', '\u{3002}']) {
        let sentence = words.get(start..at).unwrap_or_default();
        // A dot within an address or a link ends no sentence.
        let within = mark == "."
            && words
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with(|c: char| !c.is_whitespace()));
        if within {
            continue;
        }
        start = at + mark.len();
        if matches!(mark, "." | "!" | "\u{3002}") || sentence.contains("://") {
            continue;
        }
        let manners = MANNERS.iter().any(|phrase| sentence.contains(phrase));
        let foreign =
            !sentence.is_ascii() && sentence.chars().filter(|c| *c > '\u{2ff}').count() > 3;
        let asking = foreign
            || sentence.split(|c: char| !c.is_alphanumeric() && c != '\'').any(|word| {
                ASKING.contains(&word.trim_end_matches("kah")) || ASKING.contains(&word)
            });
        if asking && !manners {
            return true;
        }
    }
    false
}

/// Hosts whose links lead to meetings, files and forms, never to a published piece.
#[rustfmt::skip]
const ELSEWHERE: &[&str] = &[
    "zoom.us", "meet.google.", "teams.microsoft.", "teams.live.", "maps.google.", "goo.gl/maps", "maps.app.goo.gl",
    "wa.me", "api.whatsapp.com", "chat.whatsapp.com", "drive.google.", "docs.google.", "forms.gle",
    "forms.google.", "dropbox.com", "wetransfer.com", "1drv.ms", "onedrive.", "sharepoint.com", "aka.ms",
    "calendly.com", "linktr.ee", "mailto:", "unsubscribe",
];

/// Links to pieces: with a word of publishing any path will do, without one the path itself must
/// look like an article's.
fn published_links(text: &str, told: bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for token in text
        .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']'))
    {
        let token = token.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        let low = token.to_lowercase();
        let rest = low.strip_prefix("https://").or_else(|| low.strip_prefix("http://"));
        let Some((host, path)) = rest.unwrap_or(&low).split_once('/') else { continue };
        let named = host.contains('.')
            && !host.contains('@')
            && host.split('.').all(|label| !label.is_empty())
            && host
                .rsplit('.')
                .next()
                .is_some_and(|tld| tld.len() >= 2 && tld.bytes().all(|b| b.is_ascii_alphabetic()))
            && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
        // A link without its scheme is told from "dan/atau" only by words of publishing.
        if !named
            || path.is_empty()
            || (rest.is_none() && !told)
            || ELSEWHERE.iter().any(|other| low.contains(other))
        {
            continue;
        }
        let article = path.matches('-').count() >= 3
            || (path.matches('/').count() >= 2
                && path.bytes().filter(u8::is_ascii_digit).count() >= 4);
        if (told || article) && found.len() < MOST_LINKS && !found.iter().any(|link| link == token)
        {
            found.push(token.to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(subject: &str, text: &str) -> Option<Proposal> {
        read(subject, text).map(|proposed| proposed.what)
    }

    #[test]
    fn questions_links_and_strangers_are_told_apart() {
        let cases = [
            ("Berapa anggarannya?", Some(Proposal::Enquiry)),
            ("Kami minta konfirmasi atas laporan warga.", Some(Proposal::Enquiry)),
            ("Apa kabar, Pak? Terima kasih rilisnya.", None),
            ("Terima kasih. Salam sehat.", None),
            ("Sudah tayang: https://portal.example.id/2026/berita", Some(Proposal::Coverage)),
            (
                "https://portal.example.id/read/2026/11/23/pasar-contoh-dibuka-lagi",
                Some(Proposal::Coverage),
            ),
            ("Rapatnya di https://zoom.us/j/123456789", None),
            ("Situs kami: https://www.koran.example.com/", None),
            ("Saya bukan wartawan, Pak.", Some(Proposal::WrongPerson)),
            ("I don't cover sports. What now?", Some(Proposal::WrongPerson)),
            ("お忙しいところ恐れ入ります。予算はいくらですか？", Some(Proposal::Enquiry)),
            ("Rilis dan/atau foto kami terima.", None),
        ];
        for (text, expected) in cases {
            assert_eq!(what("Re: Siaran pers", text), expected, "{text}");
        }
        assert_eq!(what("Permohonan wawancara", "Selamat pagi."), Some(Proposal::Enquiry));
        assert_eq!(what("Re: Permohonan wawancara", "Siap, terima kasih."), None);
    }

    #[test]
    fn links_are_kept_as_written() {
        let proposed =
            read("Re", "Ini linknya: <https://Portal.example.id/a/B>, dan portal2.example.id/x.")
                .unwrap();
        assert_eq!(proposed.links, ["https://Portal.example.id/a/B", "portal2.example.id/x"]);
    }
}
