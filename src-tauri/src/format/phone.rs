//! Phone numbers as Indonesian lists write them, made comparable (ITU-T E.164) and readable.
//!
//! Digits rules only: lists hold numbers that no numbering plan knows (new ranges, typing errors,
//! made-up ones), and none of them may be lost.

use std::fmt::Write as _;

/// A phone number in its two forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// `+` and digits, for comparing and dialling.
    pub e164: String,
    /// Grouped for reading, `+62 812-3456-789`.
    pub display: String,
}

/// Words around a number that say nothing about it.
const LABELS: [&str; 20] = [
    "tel", "telp", "telepon", "telpon", "tlp", "tlpn", "phone", "hp", "wa", "whatsapp", "no",
    "nomor", "mobile", "cell", "office", "kantor", "rumah", "home", "work", "hotline",
];

/// Words after which an extension follows, which is dropped.
const EXTENSIONS: [&str; 6] = ["ext", "extension", "pes", "pesawat", "x", "ekst"];

/// Reads one number, however written: `08…`, `62…`, `+62 …`, `(021) 555…`, `0062…`, and numbers
/// whose leading zero a spreadsheet ate (`812…`). `None` when it cannot be a number of 8 to 15
/// digits, or when other text stands beside it.
pub fn normalise(raw: &str) -> Option<Phone> {
    let e164 = e164(raw)?;
    let display = display(&e164);
    Some(Phone { e164, display })
}

/// The comparable form alone: `+` and 8 to 15 digits.
pub fn e164(raw: &str) -> Option<String> {
    let (plus, digits) = digits_of(raw)?;
    let mut number = String::with_capacity(16);
    number.push('+');
    let rest = digits.as_str();
    if plus {
        push_international(&mut number, rest);
    } else if let Some(after) = rest.strip_prefix("00")
        && !after.starts_with('0')
    {
        push_international(&mut number, after);
    } else if let Some(after) = rest.strip_prefix('0') {
        number.push_str("62");
        number.push_str(after);
    } else if rest.starts_with("62") && rest.len() >= 10 || rest.len() >= 12 {
        push_international(&mut number, rest);
    } else if rest.len() >= 9 {
        // A spreadsheet took the number for a quantity and dropped its zero.
        number.push_str("62");
        number.push_str(rest);
    } else {
        return None;
    }
    (9..=16).contains(&number.len()).then_some(number)
}

/// Whether a cell of unknown meaning is very probably a phone number: stricter than
/// [`normalise`], because dates and serial numbers are digits too.
pub fn looks_like_phone(raw: &str) -> bool {
    let text = raw.trim().trim_start_matches('(');
    let plausible = text.starts_with("08")
        || text.starts_with("+")
        || text.starts_with("62")
        || text.starts_with("02")
        || text.starts_with('8');
    plausible && text.bytes().filter(u8::is_ascii_digit).count() >= 9 && e164(raw).is_some()
}

/// Collects the digits before an extension; the flag tells of a leading plus.
fn digits_of(raw: &str) -> Option<(bool, String)> {
    let mut digits = String::with_capacity(16);
    let mut plus = false;
    let mut rest = raw.trim_start_matches(['\'', '"']);
    while let Some(first) = rest.chars().next() {
        if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            let word = word.to_lowercase();
            if EXTENSIONS.contains(&word.as_str()) && !digits.is_empty() {
                break;
            }
            if !LABELS.contains(&word.as_str()) {
                return None;
            }
            rest = after;
            continue;
        }
        match first {
            '0'..='9' => digits.push(first),
            '+' if digits.is_empty() => plus = true,
            '#' if !digits.is_empty() => break,
            '+' | '@' | '%' | '$' | '=' | ',' | ';' | '&' => return None,
            _ => {}
        }
        if digits.len() > 18 {
            return None;
        }
        rest = rest.get(first.len_utf8()..)?;
    }
    (!digits.is_empty()).then_some((plus, digits))
}

/// Appends a number that begins with its country code; `+62 (0)812` and `+62 0812` lose the
/// domestic zero, while the made-up `+62 000 …` keeps its zeros.
fn push_international(number: &mut String, digits: &str) {
    match digits.strip_prefix("620") {
        Some(after) if !after.starts_with('0') => {
            number.push_str("62");
            number.push_str(after);
        }
        _ => number.push_str(digits),
    }
}

/// Country codes of one digit; those of two begin with [`TWO_DIGIT_CODES`]; all others have three.
const ONE_DIGIT_CODES: [&str; 2] = ["1", "7"];
const TWO_DIGIT_CODES: [&str; 41] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "98",
];

/// Area codes of Java's big cities and Medan have two digits after the zero.
const SHORT_AREAS: [&str; 5] = ["21", "22", "24", "31", "61"];

/// Groups an E.164 number for reading: `+62 812-3456-789`, `+62 21-5550-123`, `+65 6123-4567`.
pub fn display(e164: &str) -> String {
    let digits = e164.trim_start_matches('+');
    let code_length = match digits {
        d if d.starts_with("62") => 2,
        d if ONE_DIGIT_CODES.iter().any(|c| d.starts_with(c)) => 1,
        d if TWO_DIGIT_CODES.iter().any(|c| d.starts_with(c)) => 2,
        _ => 3,
    };
    let (code, rest) = digits.split_at_checked(code_length).unwrap_or((digits, ""));
    let first = match code {
        "62" if SHORT_AREAS.iter().any(|a| rest.starts_with(a)) => 2,
        "62" | "1" => 3,
        _ => 4,
    };
    let mut text = format!("+{code} ");
    for (place, digit) in rest.chars().enumerate() {
        let remaining = rest.len() - place;
        // A last group of one digit would look like a slip: it joins the group before it.
        if place >= first && (place - first) % 4 == 0 && remaining > 1 {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// The link that opens a WhatsApp chat with a prepared text.
pub fn wa_link(e164: &str, text: &str) -> String {
    let mut link = String::from("https://wa.me/");
    link.extend(e164.chars().filter(char::is_ascii_digit));
    if text.is_empty() {
        return link;
    }
    link.push_str("?text=");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            link.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(link, "%{byte:02X}");
        }
    }
    link
}
