//! How alike two writings of a person's name are: titles, order, short forms, spelling of before
//! 1972, typing slips, nicknames. Works on folded names ([`super::fold::fold`]) without
//! allocating, because a scan asks it millions of times.

use super::person_name;

/// Most words of a name that are looked at.
const MOST_WORDS: usize = 8;

/// How two names agree, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same words in any order.
    Same,
    /// The same when written together or in the other spelling ("Nur Hayati", "Djoko").
    Spelling,
    /// One slip of the keyboard in one word.
    Slip,
    /// One has more words after those of the other.
    Longer,
    /// Initials of one fit words of the other.
    Initials,
    /// One word is a nickname of the other's.
    Nickname,
    /// One has another first word before those of the other: father and child, often.
    Before,
    /// One letter apart, as two names of their own may be ("Rina", "Rini").
    Close,
    /// One word that also stands in the other's longer name.
    OneWord,
    /// Not alike.
    Different,
}

/// The words of a folded name, without titles.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    words: [&'a str; MOST_WORDS],
    count: usize,
}

impl<'a> Words<'a> {
    /// Takes a folded name apart.
    pub fn of(folded: &'a str) -> Self {
        let mut words = [""; MOST_WORDS];
        let mut count = 0;
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            if let Some(place) = words.get_mut(count) {
                *place = person_name::written_out(word);
                count += 1;
            }
        }
        let mut name = Self { words, count };
        // "I" and "Ni" are articles of Balinese names, other words here are titles.
        while name.count > 1
            && name
                .first()
                .is_some_and(|word| matches!(word, "i" | "ni") || person_name::is_title(word))
        {
            name.words.copy_within(1.., 0);
            name.count -= 1;
        }
        name
    }

    /// The words.
    pub fn all(&self) -> &[&'a str] {
        self.words.get(..self.count).unwrap_or_default()
    }

    fn first(&self) -> Option<&'a str> {
        self.all().first().copied()
    }

    fn take(&mut self, place: usize) {
        self.words.copy_within(place + 1.., place);
        self.count = self.count.saturating_sub(1);
    }

    fn letters(&self) -> impl Iterator<Item = char> + Clone + '_ {
        self.all().iter().flat_map(|word| word.chars())
    }
}

/// How alike two names are.
pub fn liken(a: &Words, b: &Words) -> Likeness {
    if a.count == 0 || b.count == 0 {
        return Likeness::Different;
    }
    if a.count != b.count && a.letters().eq(b.letters()) {
        return Likeness::Spelling;
    }
    let (mut left, mut right) = (*a, *b);
    let mut met = 0;
    let mut telling = 0;
    let mut place = 0;
    while let Some(word) = left.all().get(place).copied() {
        match right.all().iter().position(|other| *other == word) {
            Some(at) => {
                met += 1;
                telling += usize::from(word.len() > 1 && word != "muhammad");
                left.take(place);
                right.take(at);
            }
            None => place += 1,
        }
    }
    match (left.all(), right.all()) {
        ([], []) => Likeness::Same,
        ([], more) => longer(b, more, a.count, met, telling),
        (more, []) => longer(a, more, b.count, met, telling),
        ([one], [other]) => one_word_each(one, other, met, telling),
        (some, others) => several(&left, &right, some, others, telling),
    }
}

/// The shorter name is whole in `long`; `more` are the words that only that one has.
fn longer(long: &Words, more: &[&str], short: usize, met: usize, telling: usize) -> Likeness {
    if more.iter().all(|word| *word == "muhammad" || *word == "m") && telling > 0 {
        return Likeness::Same;
    }
    if short == 1 || met < 2 {
        return if telling > 0 { Likeness::OneWord } else { Likeness::Different };
    }
    if more.iter().all(|word| word.len() == 1) {
        return Likeness::Initials;
    }
    if more.first() == long.all().first() { Likeness::Before } else { Likeness::Longer }
}

/// All but one word agree.
fn one_word_each(one: &str, other: &str, met: usize, telling: usize) -> Likeness {
    let alone = met == 0;
    if alone && (one.len() < 4 || other.len() < 4) || !alone && telling == 0 {
        return Likeness::Different;
    }
    if is_initial_of(one, other) {
        return Likeness::Initials;
    }
    if sounds(one).eq(sounds(other)) {
        return Likeness::Spelling;
    }
    match slip(one, other) {
        Slip::Sure => return if alone { Likeness::Close } else { Likeness::Slip },
        Slip::Perhaps if !alone => {
            return if is_nickname(one, other) { Likeness::Nickname } else { Likeness::Close };
        }
        _ => {}
    }
    if is_nickname(one, other) {
        return if alone { Likeness::OneWord } else { Likeness::Nickname };
    }
    Likeness::Different
}

/// Several words are left: initials one for one, words written together, or a nickname alone.
fn several(
    left: &Words,
    right: &Words,
    some: &[&str],
    others: &[&str],
    telling: usize,
) -> Likeness {
    if some.len() == others.len() {
        let mut open = *right;
        let fits = some.iter().all(|word| {
            let found = open.all().iter().position(|other| is_initial_of(word, other));
            found.map(|at| open.take(at)).is_some()
        });
        return if fits && telling > 0 { Likeness::Initials } else { Likeness::Different };
    }
    let joined = |words: &[&str]| words.concat();
    if some.len().abs_diff(others.len()) == 1 && some.len().min(others.len()) == 1 {
        let (one, other) = (joined(left.all()), joined(right.all()));
        if sounds(&one).eq(sounds(&other)) || one.len() > 7 && slip(&one, &other) == Slip::Sure {
            return if telling > 0 { Likeness::Spelling } else { Likeness::Slip };
        }
        let (short, long) = if some.len() == 1 { (some, others) } else { (others, some) };
        let nick = short.first().copied().unwrap_or_default();
        if telling == 0 && long.iter().any(|word| is_nickname(nick, word)) {
            return Likeness::OneWord;
        }
    }
    Likeness::Different
}

fn is_initial_of(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short.chars().count() == 1 && long.starts_with(short)
}

#[derive(PartialEq, Eq)]
enum Slip {
    Sure,
    Perhaps,
    No,
}

/// Whether one slip (a letter wrong, missing, too many, or two of them swapped) makes one word the
/// other. Short words, and words that only end in another vowel, may be names of their own.
fn slip(one: &str, other: &str) -> Slip {
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    if longer - shorter > 1 || shorter < 3 || !is_one_slip(one.as_bytes(), other.as_bytes()) {
        return Slip::No;
    }
    let is_vowel = |word: &str| word.ends_with(['a', 'e', 'i', 'o', 'u']);
    let stem = |word: &str| word.len() - 1;
    let only_the_end = one.len() == other.len()
        && one.get(..stem(one)) == other.get(..stem(other))
        && is_vowel(one)
        && is_vowel(other);
    if longer < 5 || only_the_end || !one.is_ascii() || !other.is_ascii() {
        Slip::Perhaps
    } else {
        Slip::Sure
    }
}

fn is_one_slip(one: &[u8], other: &[u8]) -> bool {
    let same_start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (a, b) =
        (one.get(same_start..).unwrap_or_default(), other.get(same_start..).unwrap_or_default());
    match (a, b) {
        ([], [_]) | ([_], []) => true,
        ([x, y, rest @ ..], [p, q, tail @ ..]) if x == q && y == p && rest == tail => true,
        ([_, rest @ ..], [_, tail @ ..]) if rest == tail => true,
        ([_, rest @ ..], whole) if rest == whole => true,
        (whole, [_, tail @ ..]) if whole == tail => true,
        _ => false,
    }
}

/// The letters of a word as they sound, one spelling for those of before and after 1972 (dj, tj,
/// oe, j) and for letters that lists mix (z and s, v and f, doubled letters, a mute h).
pub fn sounds(word: &str) -> impl Iterator<Item = u8> + '_ {
    let bytes = word.as_bytes();
    let mut at = 0;
    let mut last = 0;
    std::iter::from_fn(move || {
        loop {
            let here = *bytes.get(at)?;
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            let (sound, used) = match (here, next) {
                (b'o', b'e') => (b'u', 2),
                (b'd', b'j') => (b'y', 2),
                (b't', b'j') => (b'c', 2),
                (b's', b'j' | b'h') => (b's', 2),
                (b'p', b'h') => (b'f', 2),
                (b'd' | b't' | b'k', b'h') => (here, 2),
                (b'i', b'e') => (b'i', 2),
                (b'j', _) => (b'y', 1),
                (b'q', _) => (b'k', 1),
                (b'z', _) => (b's', 1),
                (b'v', _) => (b'f', 1),
                _ => (here, 1),
            };
            at += used;
            if sound != last {
                last = sound;
                return Some(sound);
            }
        }
    })
}

/// Short forms that no rule finds.
const NICKNAMES: &[(&str, &str)] = &[
    ("nia", "kurnia"),
    ("tika", "kartika"),
    ("ani", "handayani"),
    ("lia", "amelia"),
    ("toni", "anton"),
    ("jon", "yohan"),
    ("memed", "muhammad"),
    ("mamat", "muhammad"),
    ("ida", "farida"),
    ("nani", "suryani"),
    ("dedi", "dedy"),
    ("ella", "laela"),
];

/// Whether one word is what friends make of the other: its beginning or end (Yuli, Tina), or a
/// syllable of it doubled (Wawan, Gugun, Iin).
pub fn is_nickname(one: &str, other: &str) -> bool {
    let (nick, full) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if nick.len() < 3 || !nick.is_ascii() || !full.is_ascii() {
        return false;
    }
    if full.len() > nick.len() && (full.starts_with(nick) || full.ends_with(nick)) {
        return true;
    }
    if NICKNAMES.iter().any(|(short, stem)| *short == nick && full.contains(stem)) {
        return true;
    }
    let sung = nick.strip_suffix('s').filter(|stem| stem.len() >= 3);
    if sung.is_some_and(|stem| full.len() > nick.len() && full.starts_with(stem)) {
        return true;
    }
    doubled(nick).is_some_and(|syllable| full.len() > syllable.len() + 1 && full.contains(syllable))
}

/// The syllable that a nickname doubles: "gun" of "gugun", "in" of "iin".
fn doubled(nick: &str) -> Option<&str> {
    if nick.len() >= 4 && nick.get(..2) == nick.get(2..4) {
        return nick.get(2..);
    }
    (nick.len() == 3 && nick.get(..1) == nick.get(1..2)).then(|| nick.get(1..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::fold::fold;
    use super::*;

    #[test]
    fn names_are_likened() {
        for (a, b, wanted) in [
            ("Siti Rahma", "RAHMA SITI", Likeness::Same),
            ("Drs. Budi Santoso", "Budi Santoso", Likeness::Same),
            ("Moh. Ilham Rizal", "Muhammad Ilham Rizal", Likeness::Same),
            ("I Wayan Sudira", "Wayan Sudira", Likeness::Same),
            ("Nur Aini Putri", "Nuraini Putri", Likeness::Spelling),
            ("Djoko Santoso", "Joko Santoso", Likeness::Spelling),
            ("Agus Wardojo", "Agus Wardoyo", Likeness::Spelling),
            ("Budi Santoso", "Budi Santsoo", Likeness::Slip),
            ("Budi Santoso", "Budi Sntoso", Likeness::Slip),
            ("Rina Lubis", "Rini Lubis", Likeness::Close),
            ("Dewi Lubis", "Dewi Lubis Pane", Likeness::Longer),
            ("Ahmad Fauzi", "Rizky Ahmad Fauzi", Likeness::Before),
            ("A. Fauzi", "Ahmad Fauzi", Likeness::Initials),
            ("Gugun Lubis", "Gunawan Lubis", Likeness::Nickname),
            ("Ujang Lubis", "Gunawan Lubis", Likeness::Different),
            ("Siti", "Siti Rahma", Likeness::OneWord),
            ("Wayan Sudira", "Made Sudira", Likeness::Different),
            ("Muhammad Rizal", "M. Ilham", Likeness::Different),
            ("Siti Rahma", "Siti Aminah", Likeness::Different),
        ] {
            let (x, y) = (fold(a), fold(b));
            assert_eq!(liken(&Words::of(&x), &Words::of(&y)), wanted, "{a} / {b}");
            assert_eq!(liken(&Words::of(&y), &Words::of(&x)), wanted, "{b} / {a}");
        }
    }
}
