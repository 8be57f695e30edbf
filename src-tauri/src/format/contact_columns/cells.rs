//! What stands in one cell: several addresses, numbers or labels at once, or yes and no.

use std::borrow::Cow;

use super::email::valid_email;
use crate::format::fold::fold;
use crate::format::phone;

/// Whether a cell says yes: ya, yes, ja, x, v, 1, true, a tick.
pub fn is_yes(cell: &str) -> bool {
    matches!(
        fold(cell).as_str(),
        "ya" | "y" | "yes" | "ja" | "x" | "v" | "1" | "true" | "benar" | "iya"
    ) || matches!(cell.trim(), "✓" | "✔" | "√" | "☑" | "✅")
}

/// Whether a cell says no, or nothing.
pub fn is_no(cell: &str) -> bool {
    matches!(
        fold(cell).as_str(),
        "tidak" | "no" | "nein" | "n" | "0" | "false" | "t" | "salah" | ""
    )
}

/// Takes several values in one cell apart: by comma, semicolon, slash, bar, line end, ` ::: ` and
/// the words "dan", "and", "atau", "or", "&" between spaces.
fn pieces<'a>(cell: &'a str, also: &'a [char]) -> impl Iterator<Item = &'a str> {
    let hard = move |c: char| matches!(c, ';' | '\n' | '\r' | '|' | '\t') || also.contains(&c);
    cell.split(" ::: ")
        .flat_map(move |part| part.split(hard))
        .flat_map(|part| Words { rest: Some(part) })
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The parts of a text between joining words.
struct Words<'a> {
    rest: Option<&'a str>,
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        for join in [" dan ", " and ", " atau ", " or ", " & "] {
            if let Some((before, after)) = rest.split_once(join) {
                self.rest = Some(after);
                return Some(before);
            }
        }
        Some(rest)
    }
}

/// The email addresses of a cell, as written but without "mailto:", names and brackets. Parts that
/// are no addresses are kept, so that the person hears of them ([`valid_email`] tells).
pub fn split_emails(cell: &str) -> Vec<String> {
    let trimmed = cell.trim();
    // The usual case, one bare address, needs no taking apart.
    if valid_email(trimmed) {
        return vec![trimmed.to_owned()];
    }
    let mut found: Vec<String> = Vec::new();
    for piece in pieces(trimmed, &[',', '/']) {
        let inside = piece
            .split_once('<')
            .and_then(|(_, rest)| rest.split_once('>'))
            .map(|(address, _)| address);
        // Two addresses may be apart by a space alone.
        let words: Vec<&str> = match inside {
            Some(address) => vec![address],
            None if piece.matches('@').count() >= 1 && piece.contains(char::is_whitespace) => {
                piece.split_whitespace().filter(|word| word.contains('@')).collect()
            }
            None => vec![piece],
        };
        for word in words {
            let address = word.trim().trim_matches(|c: char| {
                matches!(
                    c,
                    '"' | '\''
                        | '('
                        | ')'
                        | '['
                        | ']'
                        | '<'
                        | '>'
                        | ','
                        | ' '
                        | '\u{200b}'
                        | '\u{feff}'
                )
            });
            let address = match address.get(..7) {
                Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
                    address.get(7..).unwrap_or_default()
                }
                _ => address,
            };
            let address = address.split('?').next().unwrap_or_default().trim_end_matches('.');
            let is_empty_mark = matches!(address, "" | "-" | "--" | "n/a" | "N/A" | "tidak ada");
            if !is_empty_mark && !found.iter().any(|old| old.eq_ignore_ascii_case(address)) {
                found.push(address.to_owned());
            }
        }
    }
    // "Nama, Gelar <a@b>" leaves name parts behind; they are no failed addresses.
    if found.iter().any(|address| valid_email(address)) && cell.contains('<') {
        found.retain(|address| address.contains('@'));
    }
    found
}

/// The phone numbers of a cell, as written, one each.
pub fn split_phones(cell: &str) -> Vec<String> {
    let trimmed = cell.trim();
    // The usual case, one number of digits and dashes, needs no taking apart.
    if trimmed.len() <= 20
        && trimmed.len() >= 8
        && trimmed
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b' ' | b'(' | b')'))
    {
        return vec![trimmed.to_owned()];
    }
    // A number with slashes or commas for grouping only would be torn apart: whole numbers first.
    if trimmed.bytes().filter(u8::is_ascii_digit).count() <= 13 && phone::e164(trimmed).is_some() {
        return vec![trimmed.to_owned()];
    }
    pieces(trimmed, &[',', '/'])
        .filter(|piece| !matches!(*piece, "-" | "--" | "n/a" | "N/A"))
        .map(str::to_owned)
        .collect()
}

/// The labels of a cell (tags, beats, lists): apart by comma, semicolon, bar, line end or ` ::: `.
/// A label in quotes keeps what would tear it apart. Google's leading `* ` is taken off, and so are
/// the groups that every Google contact is in.
pub fn split_labels(cell: &str) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for part in label_parts(cell) {
        let part = part.trim();
        let inside = part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let label = match inside {
            Some(inside) if part.len() >= 2 => inside.replace("\"\"", "\""),
            _ => part.trim_matches('"').trim_start_matches("* ").trim().to_owned(),
        };
        let system =
            matches!(part, "* myContacts" | "* starred" | "* friends" | "* family" | "* coworkers");
        if !label.is_empty() && label != "-" && !system && !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

fn label_parts(cell: &str) -> Vec<&str> {
    if !cell.contains('"') {
        let parts = cell.split(" ::: ").flat_map(|part| part.split([',', ';', '\n', '\r', '|']));
        return parts.collect();
    }
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    for (at, letter) in cell.char_indices() {
        match letter {
            '"' => quoted ^= true,
            ' ' if !quoted && cell.get(at..).is_some_and(|rest| rest.starts_with(" ::: ")) => {
                parts.extend(cell.get(from..at));
                from = at + " ::: ".len();
            }
            ',' | ';' | '\n' | '\r' | '|' if !quoted => {
                parts.extend(cell.get(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    // A quote that nothing closes is a letter like any other.
    if quoted {
        return cell.split([',', ';', '\n', '\r', '|']).collect();
    }
    parts.extend(cell.get(from..));
    parts
}

/// A label as it stands among others in one cell: in quotes when it holds what separates them.
pub fn quoted_label(label: &str) -> Cow<'_, str> {
    let tears = label.contains([',', ';', '\n', '\r', '|', '"']) || label.contains(" ::: ");
    if tears { format!("\"{}\"", label.replace('"', "\"\"")).into() } else { label.into() }
}
