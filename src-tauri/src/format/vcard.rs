//! vCards as rows and rows as vCards. Reads 2.1 (quoted-printable, bare types), 3.0 (RFC 2426) and
//! 4.0 (RFC 6350); writes 3.0 and 4.0.
//!
//! The columns are the properties that an address book has, then every `X-` property that the file
//! uses. A card is read line by line, so that one broken line costs only itself.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::contact_columns::quoted_label;
use super::csv::{cannot_open, refuse};
use super::table::{Row, file_name};
use crate::error::{Code, Error, Result};

/// Bytes of one card above which the file is refused: its end is probably missing.
const MAX_CARD: usize = 16 * 1024 * 1024;
/// Bytes of a property's value that are kept: photos and sounds are no text.
const MAX_VALUE: usize = 256 * 1024;
/// Bytes of an own field's line that are looked at for its heading.
const MAX_HEADING: usize = 4096;
/// `X-` properties that become columns.
const MAX_EXTRA: usize = 200;

/// Columns that every card has, in their order.
pub const COLUMNS: &[&str] = &[
    "FN",
    "N prefix",
    "N suffix",
    "EMAIL",
    "TEL",
    "WHATSAPP",
    "ORG",
    "ORG unit",
    "TITLE",
    "CATEGORIES",
    "ADR city",
    "ADR code",
    "ADR country",
    "ADR",
    "URL",
    "LANG",
    "GENDER",
    "BDAY",
    "NICKNAME",
    "NOTE",
];

/// A field of the office's own: the heading of its column and its value, `;` between them. The
/// heading is the column's name.
pub const OWN_FIELD: &str = "X-WARTA-OWN";

/// Whether a file begins as a vCard does.
pub fn is_card(head: &[u8]) -> bool {
    let text = match Encoding::for_bom(head) {
        Some((encoding, bom)) => {
            encoding.decode_without_bom_handling(head.get(bom..).unwrap_or_default()).0
        }
        None => String::from_utf8_lossy(head),
    };
    let text = text.trim_start();
    text.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// One property of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Property {
    /// Name in capitals, without group.
    pub name: String,
    /// Types in small letters: `work`, `cell`, `pref` …
    pub types: Vec<String>,
    /// The value, decoded but with its escapes.
    pub value: String,
}

/// The raw lines of cards, one card at a time, in constant memory.
struct Cards {
    source: Box<dyn BufRead + Send>,
    line: Vec<u8>,
    read: u64,
    file: String,
}

impl Cards {
    fn open(path: &Path) -> Result<Self> {
        let mut file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
        let mut head = [0; 3];
        let count = file.read(&mut head)?;
        let bom = Encoding::for_bom(head.get(..count).unwrap_or_default());
        let mut file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
        let source: Box<dyn BufRead + Send> = match bom {
            Some((encoding, _)) if encoding != UTF_8 => {
                // Address books of old phones write UTF-16; they are small.
                let mut bytes = Vec::new();
                file.take(64 * 1024 * 1024).read_to_end(&mut bytes)?;
                Box::new(Cursor::new(encoding.decode(&bytes).0.into_owned().into_bytes()))
            }
            Some((_, length)) => {
                std::io::copy(
                    &mut Read::by_ref(&mut file).take(length as u64),
                    &mut std::io::sink(),
                )?;
                Box::new(BufReader::with_capacity(128 * 1024, file))
            }
            None => Box::new(BufReader::with_capacity(128 * 1024, file)),
        };
        Ok(Self { source, line: Vec::new(), read: 0, file: file_name(path) })
    }

    /// The next line without its end; `false` at the end of the file.
    fn next_line(&mut self) -> Result<bool> {
        self.line.clear();
        let limit = (MAX_CARD + 1) as u64;
        let count = Read::by_ref(&mut self.source).take(limit).read_until(b'\n', &mut self.line)?;
        self.read += count as u64;
        if count > MAX_CARD {
            return Err(Error::new(Code::Invalid, "error-card-too-long").arg("file", &self.file));
        }
        while matches!(self.line.last(), Some(b'\n' | b'\r')) {
            self.line.pop();
        }
        Ok(count > 0)
    }

    /// The properties of the next card; none at the end of the file. A card inside a card
    /// (AGENT of 2.1) is passed over.
    fn next_card(&mut self) -> Result<Option<Vec<Property>>> {
        let mut lines: Vec<Vec<u8>> = Vec::new();
        let (mut depth, mut bytes) = (0_usize, 0_usize);
        while self.next_line()? {
            let trimmed = self.line.trim_ascii();
            if trimmed.eq_ignore_ascii_case(b"BEGIN:VCARD") {
                // A card that was never closed ends where the next one begins at the margin.
                if depth == 1 && !lines.is_empty() && !ends_with_agent(&lines) {
                    lines.clear();
                    continue;
                }
                depth += 1;
                continue;
            }
            if trimmed.eq_ignore_ascii_case(b"END:VCARD") {
                depth = depth.saturating_sub(1);
                if depth == 0 && !lines.is_empty() {
                    return Ok(Some(properties(&lines)));
                }
                continue;
            }
            if depth == 1 && !trimmed.is_empty() {
                bytes += self.line.len();
                if bytes > MAX_CARD {
                    return Err(
                        Error::new(Code::Invalid, "error-card-too-long").arg("file", &self.file)
                    );
                }
                lines.push(self.line.clone());
            }
        }
        Ok((!lines.is_empty()).then(|| properties(&lines)))
    }
}

fn ends_with_agent(lines: &[Vec<u8>]) -> bool {
    lines.last().is_some_and(|line| line.to_ascii_uppercase().starts_with(b"AGENT"))
}

/// Joins folded lines and reads each as a property; lines that are none are left out.
fn properties(lines: &[Vec<u8>]) -> Vec<Property> {
    let mut found: Vec<Property> = Vec::new();
    let mut at = 0;
    while let Some(first) = lines.get(at) {
        at += 1;
        let mut line = first.clone();
        let quoted = is_quoted_printable(&line);
        while let Some(next) = lines.get(at) {
            // RFC 6350 3.2: a line that begins with white space continues the one before; 2.1 ends
            // a quoted-printable line that goes on with "=".
            if quoted && line.last() == Some(&b'=') {
                line.pop();
                line.extend_from_slice(next.trim_ascii_start());
            } else if matches!(next.first(), Some(b' ' | b'\t')) {
                line.extend_from_slice(next.get(1..).unwrap_or_default());
            } else {
                break;
            }
            at += 1;
        }
        found.extend(property(&line));
    }
    found
}

fn is_quoted_printable(line: &[u8]) -> bool {
    let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
    String::from_utf8_lossy(head).to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// One line as a property, RFC 6350 3.3: `group.NAME;PARAM=value,"value":VALUE`.
fn property(line: &[u8]) -> Option<Property> {
    let text = text_of(line);
    let mut quoted = false;
    let colon = text.char_indices().find_map(|(at, letter)| {
        quoted ^= letter == '"';
        (letter == ':' && !quoted).then_some(at)
    })?;
    let (head, value) = (text.get(..colon)?, text.get(colon + 1..)?);
    let mut parts = split_outside_quotes(head, ';').into_iter();
    let name = parts.next()?.trim();
    let name = name.rsplit_once('.').map_or(name, |(_, name)| name).to_ascii_uppercase();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    if name.is_empty() || !name.chars().all(plain) {
        return None;
    }
    let mut types = Vec::new();
    let (mut printable, mut binary, mut charset) = (false, false, None);
    for part in parts {
        let (key, given) = part.split_once('=').unwrap_or(("", part));
        match key.trim().to_ascii_uppercase().as_str() {
            "ENCODING" => {
                printable |= given.eq_ignore_ascii_case("QUOTED-PRINTABLE");
                binary |= matches!(given.to_ascii_uppercase().as_str(), "B" | "BASE64");
            }
            "CHARSET" => charset = Encoding::for_label(given.trim_matches('"').as_bytes()),
            "PREF" => types.push("pref".to_owned()),
            "TYPE" | "" => {
                if given.eq_ignore_ascii_case("QUOTED-PRINTABLE") {
                    printable = true;
                } else if given.eq_ignore_ascii_case("BASE64") {
                    binary = true;
                } else {
                    let words = given.trim_matches('"').split(',');
                    types.extend(words.map(|word| word.trim().to_ascii_lowercase()));
                }
            }
            _ => {}
        }
    }
    if binary || value.len() > MAX_VALUE {
        return None;
    }
    let value = if printable {
        let bytes = unquoted(value);
        match charset {
            Some(encoding) => encoding.decode_without_bom_handling(&bytes).0.into_owned(),
            None => text_of(&bytes).into_owned(),
        }
    } else if let Some(encoding) = charset.filter(|_| std::str::from_utf8(line).is_err()) {
        let at = line.iter().position(|byte| *byte == b':').map_or(0, |at| at + 1);
        encoding.decode_without_bom_handling(line.get(at..).unwrap_or_default()).0.into_owned()
    } else {
        value.to_owned()
    };
    Some(Property { name, types, value })
}

fn split_outside_quotes(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut from, mut quoted) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        quoted ^= letter == '"';
        if letter == separator && !quoted {
            parts.extend(text.get(from..at));
            from = at + letter.len_utf8();
        }
    }
    parts.extend(text.get(from..));
    parts
}

/// RFC 2045 6.7: `=C3` is a byte, anything else stands for itself.
fn unquoted(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(bytes.get(at + 1)), digit(bytes.get(at + 2))) {
            (b'=', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    out
}

/// The components of a structured value, or the values of a list: apart at `separator`, RFC 6350
/// 3.4, with the escapes taken off.
pub fn components(value: &str, separator: char) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => part.push('\n'),
                Some(escaped) => part.push(escaped),
                None => {}
            },
            letter if letter == separator => parts.push(std::mem::take(&mut part)),
            letter => part.push(letter),
        }
    }
    parts.push(part);
    parts
}

fn unescaped(value: &str) -> String {
    // No text separates at this control character.
    components(value, '\u{1}').concat().trim().to_owned()
}

/// The rows of a vCard file.
pub struct Rows {
    cards: Cards,
    extra: Vec<String>,
    number: u64,
    size: u64,
}

/// The names of the columns: [`COLUMNS`], then the `X-` properties of the file.
pub fn headers(path: &Path) -> Result<Vec<String>> {
    let extra = extra_properties(path)?;
    Ok(COLUMNS.iter().map(|name| (*name).to_owned()).chain(extra).collect())
}

fn extra_properties(path: &Path) -> Result<Vec<String>> {
    let mut cards = Cards::open(path)?;
    // In the order in which the file first names them: that is the order of the office's fields.
    let mut found: Vec<String> = Vec::new();
    let add = |found: &mut Vec<String>, name: String| {
        if found.len() < MAX_EXTRA && !found.contains(&name) {
            found.push(name);
        }
    };
    // The head of an own field may be folded: its line is put together first.
    let mut own: Vec<u8> = Vec::new();
    while cards.next_line()? {
        let line = &cards.line;
        if !own.is_empty() {
            if matches!(line.first(), Some(b' ' | b'\t')) && own.len() < MAX_HEADING {
                own.extend_from_slice(line.get(1..).unwrap_or_default());
                continue;
            }
            if let Some(heading) = own_heading(&own) {
                add(&mut found, heading);
            }
            own.clear();
        }
        let starts_extra = line.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"X-"));
        // Apple groups its properties: "item1.X-ABLabel"; such labels belong to their neighbour.
        if starts_extra
            && found.len() < MAX_EXTRA
            && let Some(property) = property(line)
            && !property.name.starts_with("X-WHATSAPP")
        {
            if property.name == OWN_FIELD {
                own.clone_from(line);
            } else {
                add(&mut found, property.name);
            }
        }
    }
    if let Some(heading) = own_heading(&own) {
        add(&mut found, heading);
    }
    Ok(found)
}

/// The column that a line of an own field belongs to.
fn own_heading(line: &[u8]) -> Option<String> {
    let heading = own_parts(&property(line)?.value)?.0;
    (!heading.is_empty()).then_some(heading)
}

fn own_parts(value: &str) -> Option<(String, String)> {
    let mut parts = components(value, ';').into_iter();
    let heading = parts.next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((heading, parts.collect::<Vec<_>>().join(";")))
}

/// How many cards a file has, counted by their beginnings.
pub fn count(path: &Path) -> Result<u64> {
    let mut cards = Cards::open(path)?;
    let mut count = 0;
    while cards.next_line()? {
        count += u64::from(cards.line.trim_ascii().eq_ignore_ascii_case(b"BEGIN:VCARD"));
    }
    Ok(count)
}

impl Rows {
    /// Opens the cards of a file.
    pub fn open(path: &Path) -> Result<Self> {
        let size = std::fs::metadata(path).map_err(|cause| cannot_open(path, &cause))?.len();
        let extra = extra_properties(path)?;
        let rows = Self { cards: Cards::open(path)?, extra, number: 0, size };
        if size == 0 { Err(refuse(path, "error-file-empty")) } else { Ok(rows) }
    }

    /// Reads the next card; `false` at the end. Its number counts the cards.
    pub fn next_into(&mut self, row: &mut Row) -> Result<bool> {
        let Some(card) = self.cards.next_card()? else { return Ok(false) };
        self.number += 1;
        row.number = self.number;
        row.cells = cells(&card, &self.extra);
        Ok(true)
    }

    /// Bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.cards.read.min(self.size)
    }

    /// Bytes of the file.
    pub fn size(&self) -> u64 {
        self.size
    }
}

fn cells(card: &[Property], extra: &[String]) -> Vec<String> {
    let named = |name: &'static str| card.iter().filter(move |property| property.name == name);
    let first = |name: &'static str| {
        named(name).map(|property| unescaped(&property.value)).find(|value| !value.is_empty())
    };
    let name_parts = named("N").next().map(|n| components(&n.value, ';')).unwrap_or_default();
    let part = |at: usize| name_parts.get(at).map(|part| part.trim()).unwrap_or_default();
    let (prefix, suffix) = (part(3), part(4));
    let joined =
        [part(1), part(2), part(0)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let full = first("FN").unwrap_or_default();
    let name = if full.is_empty() { joined.join(" ") } else { without(&full, prefix, suffix) };
    let organisation =
        named("ORG").next().map(|org| components(&org.value, ';')).unwrap_or_default();
    let preferred = |name: &'static str| {
        let mut all: Vec<&Property> = named(name).collect();
        all.sort_by_key(|property| !property.types.iter().any(|kind| kind == "pref"));
        all
    };
    let (mut phones, mut whatsapp) = (Vec::new(), Vec::new());
    for property in preferred("TEL") {
        let number = unescaped(&property.value);
        let number = number.strip_prefix("tel:").unwrap_or(&number).to_owned();
        let has = |kind: &str| property.types.iter().any(|known| known.contains(kind));
        if has("whatsapp") {
            whatsapp.push(number);
        } else if !has("fax") && !has("pager") {
            phones.push(number);
        }
    }
    for property in card.iter().filter(|property| {
        property.name.starts_with("X-WHATSAPP")
            || property.name == "IMPP"
                && property.value.to_ascii_lowercase().starts_with("whatsapp:")
    }) {
        let number = unescaped(&property.value);
        whatsapp.push(number.split_once(':').map_or(number.as_str(), |(_, rest)| rest).to_owned());
    }
    let address = named("ADR").next().map(|adr| components(&adr.value, ';')).unwrap_or_default();
    let place = |at: usize| address.get(at).map(|part| part.trim()).unwrap_or_default();
    let street: Vec<&str> = [place(0), place(1), place(2), place(4)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let labels: Vec<String> = named("CATEGORIES")
        .flat_map(|property| components(&property.value, ','))
        .map(|label| quoted_label(label.trim()).into_owned())
        .filter(|label| !label.is_empty())
        .collect();
    let gender = named("GENDER").next().map(|g| components(&g.value, ';')).unwrap_or_default();
    let mut row = Vec::with_capacity(COLUMNS.len() + extra.len());
    for column in COLUMNS {
        row.push(match *column {
            "FN" => name.clone(),
            "N prefix" => prefix.to_owned(),
            "N suffix" => suffix.to_owned(),
            "EMAIL" => preferred("EMAIL")
                .iter()
                .map(|e| unescaped(&e.value))
                .collect::<Vec<_>>()
                .join("; "),
            "TEL" => phones.join("; "),
            "WHATSAPP" => whatsapp.join("; "),
            "ORG" => organisation.first().map(|name| name.trim().to_owned()).unwrap_or_default(),
            "ORG unit" => {
                organisation.get(1).map(|unit| unit.trim().to_owned()).unwrap_or_default()
            }
            "ADR code" => place(5).to_owned(),
            "ADR country" => place(6).to_owned(),
            "TITLE" => first("TITLE").or_else(|| first("ROLE")).unwrap_or_default(),
            "CATEGORIES" => labels.join("; "),
            "ADR city" => place(3).to_owned(),
            "ADR" => street.join(", "),
            "GENDER" => gender.first().cloned().unwrap_or_default(),
            "BDAY" => first("BDAY").map(|day| dashed(&day)).unwrap_or_default(),
            "NOTE" => named("NOTE").map(|n| unescaped(&n.value)).collect::<Vec<_>>().join("\n"),
            "URL" => first("URL").unwrap_or_default(),
            "LANG" => first("LANG").unwrap_or_default(),
            _ => first("NICKNAME").unwrap_or_default(),
        });
    }
    for name in extra {
        let values: Vec<String> = card
            .iter()
            .filter_map(|property| {
                if property.name == OWN_FIELD {
                    let (heading, value) = own_parts(&property.value)?;
                    return (heading == *name).then(|| value.trim().to_owned());
                }
                (property.name == *name).then(|| unescaped(&property.value))
            })
            .collect();
        row.push(values.join("; "));
    }
    row
}

/// A full name without the titles that the card names apart.
fn without(full: &str, prefix: &str, suffix: &str) -> String {
    let name = full.strip_prefix(prefix).unwrap_or(full).trim();
    let name = if suffix.is_empty() { name } else { name.strip_suffix(suffix).unwrap_or(name) };
    let name = name.trim().trim_end_matches(',').trim();
    if name.is_empty() { full.to_owned() } else { name.to_owned() }
}

/// "19850412" of 3.0 and 4.0 with its dashes; the time is left off.
fn dashed(day: &str) -> String {
    let digits = day.split('T').next().unwrap_or(day);
    let all_digits = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    match (all_digits, digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (true, Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => digits.to_owned(),
    }
}

/// Which version is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// RFC 2426, which every phone reads.
    V3,
    /// RFC 6350.
    V4,
}

/// Escapes a text value, RFC 6350 3.4. `separators` are the letters that would tear it apart.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ',' | ';' => {
                out.push('\\');
                out.push(letter);
            }
            '\r' => {
                if letters.peek() != Some(&'\n') {
                    out.push_str("\\n");
                }
            }
            '\n' => out.push_str("\\n"),
            letter => out.push(letter),
        }
    }
    out
}

/// Writes one card: its properties with their parameters (`TEL;TYPE=cell`), values escaped.
pub fn write_card(
    out: &mut impl Write,
    version: Version,
    properties: &[(String, String)],
) -> Result<()> {
    let version = match version {
        Version::V3 => "3.0",
        Version::V4 => "4.0",
    };
    write_folded(out, &format!("BEGIN:VCARD\r\nVERSION:{version}"))?;
    for (name, value) in properties {
        write_folded(out, &format!("{name}:{value}"))?;
    }
    write_folded(out, "END:VCARD")
}

/// Lines of at most 75 octets, no character torn, RFC 6350 3.2.
fn write_folded(out: &mut impl Write, line: &str) -> Result<()> {
    let mut length = 0;
    for letter in line.chars() {
        if letter == '\n' {
            length = 0;
        } else if length + letter.len_utf8() > 75 {
            out.write_all(b"\r\n ")?;
            length = 1;
        }
        length += letter.len_utf8();
        out.write_all(letter.encode_utf8(&mut [0; 4]).as_bytes())?;
    }
    Ok(out.write_all(b"\r\n")?)
}
