//! How sure it is that two contacts are one person: names first, then what they share and what
//! speaks against it.

use crate::format::name_match::{Likeness, Words, liken};

/// Proposals begin here, of 100.
pub const LEAST: i64 = 60;
/// Another name at the same address is told at most so surely.
const MOST_FOR_OTHER_NAMES: i64 = 40;

/// What two contacts share and where they differ, beside their names.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    /// An address that only these use.
    pub email: bool,
    /// An address that a newsroom or several people share.
    pub desk_email: bool,
    /// A mobile number.
    pub phone: bool,
    /// A landline, or a number that several people share.
    pub desk_phone: bool,
    /// The same organisation, however its name is written.
    pub outlet: bool,
    /// The same city.
    pub city: bool,
    /// Both have addresses, none the same.
    pub other_email: bool,
    /// Both have numbers, none the same.
    pub other_phone: bool,
    /// Both are somewhere, nowhere the same.
    pub other_outlet: bool,
}

/// What came of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// 0 to 100.
    pub score: i64,
    /// Stable words, the strongest first (`duplicate-reason-…` in the locales).
    pub reasons: Vec<&'static str>,
}

impl Verdict {
    /// The reasons as they are stored.
    pub fn reason(&self) -> String {
        self.reasons.join(",")
    }
}

/// Points for the names alone, and the word that says why.
fn for_names(likeness: Likeness, words: usize) -> (i64, &'static str) {
    match (likeness, words) {
        (Likeness::Same, 0 | 1) => (30, "same_name"),
        (Likeness::Same, 2) => (56, "same_name"),
        (Likeness::Same, 3) => (66, "same_name"),
        (Likeness::Same, _) => (72, "same_name"),
        (Likeness::Spelling, _) => (52, "other_spelling"),
        (Likeness::Slip, 0..=2) => (44, "typing_slip"),
        (Likeness::Slip, _) => (48, "typing_slip"),
        (Likeness::Longer, _) => (46, "longer_name"),
        (Likeness::Initials, _) => (42, "initials"),
        (Likeness::Nickname, _) => (38, "nickname"),
        (Likeness::Before, _) => (30, "longer_name"),
        (Likeness::Close, _) => (28, "similar_name"),
        (Likeness::OneWord, _) => (26, "one_word"),
        (Likeness::Different, _) => (0, "other_name"),
    }
}

/// Weighs two names (folded) with what else is known. `turned` names in another order are told.
pub fn weigh(a: &Words, b: &Words, evidence: &Evidence) -> Verdict {
    let likeness = liken(a, b);
    let (names, word) = for_names(likeness, a.all().len().min(b.all().len()));
    let mut verdict = Verdict { score: names, reasons: Vec::new() };
    let personal = evidence.email || evidence.phone;
    let mut count = |holds: bool, points: i64, reason: &'static str| {
        if holds {
            verdict.score += points;
            if !reason.is_empty() {
                verdict.reasons.push(reason);
            }
        }
    };
    count(evidence.email, 38, "same_email");
    count(evidence.phone, 36, "same_phone");
    count(evidence.desk_email, 6, "desk_email");
    count(evidence.desk_phone, 4, "desk_phone");
    count(true, 0, word);
    count(likeness == Likeness::Same && a.all() != b.all(), 0, "turned_round");
    count(evidence.outlet, 24, "same_outlet");
    count(evidence.city, 4, "same_city");
    // Who keeps the number has often changed the address with the outlet.
    count(evidence.other_email, if personal { -4 } else { -8 }, "");
    count(evidence.other_phone, if personal { -4 } else { -10 }, "");
    count(evidence.other_outlet, -14, "");
    let most = if likeness == Likeness::Different { MOST_FOR_OTHER_NAMES } else { 100 };
    verdict.score = verdict.score.clamp(0, most);
    verdict
}

/// Whether names are alike at all: the quick question before the evidence is gathered.
pub fn may_be_one(a: &Words, b: &Words) -> bool {
    liken(a, b) != Likeness::Different
}

/// Names before the @ that belong to a desk and not to a person.
const DESKS: &[&str] = &[
    "redaksi",
    "redaktur",
    "newsroom",
    "news",
    "berita",
    "info",
    "humas",
    "admin",
    "kontak",
    "contact",
    "sekretariat",
    "sekred",
    "desk",
    "editor",
    "editorial",
    "iklan",
    "marketing",
    "office",
    "kantor",
    "pers",
    "press",
    "liputan",
    "email",
    "mail",
    "surat",
    "pr",
    "ppid",
    "diskominfo",
    "kominfo",
    "halo",
    "hello",
    "cs",
    "layanan",
];

/// Whether a folded address or number belongs to a desk by how it looks.
pub fn is_desk(value_key: &str) -> bool {
    match value_key.split_once('@') {
        Some((name, _)) => {
            let name = name.trim_end_matches(|letter: char| !letter.is_alphabetic());
            name.split(['.', '_', '-', '+']).any(|word| DESKS.contains(&word))
        }
        // Indonesian landlines have an area code; mobile numbers begin with 8. The made-up range
        // +62 000 counts as mobile.
        None => value_key
            .strip_prefix("+62")
            .is_some_and(|rest| !rest.starts_with('8') && !rest.starts_with("000")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn desks_are_told_from_people() {
        for desk in
            ["redaksi@example.id", "redaksi12@example.id", "info.kota@example.id", "+62215550123"]
        {
            assert!(is_desk(desk), "{desk}");
        }
        for own in ["siti@example.id", "newsha@example.id", "+6281200001111", "+6200011112222"] {
            assert!(!is_desk(own), "{own}");
        }
    }

    #[test]
    fn another_name_is_never_proposed() {
        let all =
            Evidence { email: true, phone: true, outlet: true, city: true, ..Evidence::default() };
        let verdict = weigh(&Words::of("siti rahma"), &Words::of("budi santoso"), &all);
        assert!(verdict.score < LEAST);
        let none = Evidence {
            other_email: true,
            other_phone: true,
            other_outlet: true,
            ..Evidence::default()
        };
        let verdict = weigh(&Words::of("siti rahma"), &Words::of("siti rahma"), &none);
        assert!(verdict.score < LEAST);
    }
}
