//! One spelling for comparing, sorting and searching: lower case, no accents, no punctuation.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds `text` to lower case without accents; punctuation and white space become one space each
/// run, apostrophes vanish ("Ma'ruf" = "Maruf"). Letters of every script stay.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], appended to `folded`, so that a loop can reuse its buffer.
pub fn fold_into(text: &str, folded: &mut String) {
    let mut words = Words { start: folded.len(), gap: false, folded };
    // Names and addresses are nearly always ASCII, which needs no tables.
    if text.is_ascii() {
        for byte in text.bytes() {
            match byte {
                b'A'..=b'Z' => words.push(char::from(byte.to_ascii_lowercase())),
                b'a'..=b'z' | b'0'..=b'9' => words.push(char::from(byte)),
                b'\'' | b'`' => {}
                _ => words.gap = true,
            }
        }
        return;
    }
    for letter in text.nfkd() {
        if is_combining_mark(letter) || matches!(letter, '\'' | '`' | '’' | '‘' | 'ʼ' | 'ʻ' | '´')
        {
            continue;
        }
        if !letter.is_alphanumeric() {
            words.gap = true;
            continue;
        }
        if let Some(plain) = plain_letter(letter) {
            plain.chars().for_each(|plain| words.push(plain));
            continue;
        }
        letter.to_lowercase().filter(|l| !is_combining_mark(*l)).for_each(|l| words.push(l));
    }
}

/// What stands for a letter that is no accented one and is still written plainly by others:
/// "Łukasz" = "Lukasz".
pub fn plain_letter(letter: char) -> Option<&'static str> {
    match letter {
        'ß' | 'ẞ' => Some("ss"),
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'ø' | 'Ø' => Some("o"),
        'đ' | 'Đ' | 'ð' => Some("d"),
        'ł' | 'Ł' => Some("l"),
        'ı' => Some("i"),
        _ => None,
    }
}

/// The text with such letters written plainly, all else as it is.
pub fn with_plain_letters(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|letter| plain_letter(letter).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match plain_letter(letter) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(letter),
        }
    }
    Cow::Owned(plain)
}

/// Words with single spaces between them, none at the ends.
struct Words<'a> {
    start: usize,
    gap: bool,
    folded: &'a mut String,
}

impl Words<'_> {
    fn push(&mut self, letter: char) {
        if self.gap && self.folded.len() > self.start {
            self.folded.push(' ');
        }
        self.gap = false;
        self.folded.push(letter);
    }
}
