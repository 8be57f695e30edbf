//! Outlook's own message files (`.msg`, MS-OXMSG): a compound file whose streams are the properties of
//! one message. It becomes a message as mail programs send them (RFC 5322), so that whatever reads
//! mail reads it too.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use base64::Engine as _;
use cfb::CompoundFile;
use chrono::DateTime;

use super::mime;
use super::rtf::{self, Words};

/// Bytes of one property that are read.
const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Recipients and attachments of one message.
const MOST_PARTS: usize = 300;
/// Messages within messages.
const DEEPEST: usize = 4;
/// Seconds between 1601, where FILETIME begins, and 1970.
const SINCE_1601: i64 = 11_644_473_600;

type File<'b> = CompoundFile<Cursor<&'b [u8]>>;

/// The message in a compound file; none where it holds none or cannot be read.
pub fn to_message(bytes: &[u8]) -> Option<Vec<u8>> {
    catch_unwind(AssertUnwindSafe(|| {
        let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
        message(&mut file, "/", 0)
    }))
    .ok()
    .flatten()
}

/// A file that cannot be read as a message, kept whole within one that says so.
pub fn kept_whole(file_name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "Subject: {}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{BOUNDARY}0\"\r\n\r\n",
        header_word(file_name)
    );
    attach(&mut out, 0, file_name, "application/vnd.ms-outlook", bytes);
    out.push_str(&format!("--{BOUNDARY}0--\r\n"));
    out.into_bytes()
}

const BOUNDARY: &str = "=_warta_outlook_";

fn bytes_of<F: Read + Seek>(file: &mut CompoundFile<F>, path: &str) -> Option<Vec<u8>> {
    let stream = file.open_stream(path).ok()?;
    let mut bytes = Vec::new();
    stream.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A property of text, in Unicode or in an old code page.
fn text_of<F: Read + Seek>(file: &mut CompoundFile<F>, at: &str, id: &str) -> String {
    let clean = |text: String| text.trim_end_matches('\0').to_owned();
    if let Some(bytes) = bytes_of(file, &format!("{at}__substg1.0_{id}001F")) {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|two| match two {
                [low, high] => u16::from_le_bytes([*low, *high]),
                _ => 0,
            })
            .collect();
        return clean(String::from_utf16_lossy(&units));
    }
    bytes_of(file, &format!("{at}__substg1.0_{id}001E"))
        .map(|bytes| clean(mime::decode_text(&bytes, None)))
        .unwrap_or_default()
}

/// A property of eight bytes out of the stream of the fixed ones.
fn fixed<F: Read + Seek>(file: &mut CompoundFile<F>, at: &str, id: u16) -> Option<u64> {
    let bytes = bytes_of(file, &format!("{at}__properties_version1.0"))?;
    // The head before the entries has 32 bytes in the message itself, 24 in one within, 8 elsewhere.
    for head in [32, 24, 8] {
        let found = bytes.get(head..)?.chunks_exact(16).find_map(|entry| match entry {
            [_, _, low, high, _, _, _, _, value @ ..]
                if u16::from_le_bytes([*low, *high]) == id =>
            {
                value.try_into().ok().map(u64::from_le_bytes)
            }
            _ => None,
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The storages below a place whose names begin so.
fn below<F>(file: &CompoundFile<F>, at: &str, begin: &str) -> Vec<String> {
    let Ok(entries) = file.read_storage(at) else { return Vec::new() };
    let mut names: Vec<String> = entries
        .filter(|entry| entry.is_storage() && entry.name().starts_with(begin))
        .map(|entry| format!("{at}{}/", entry.name()))
        .take(MOST_PARTS)
        .collect();
    names.sort();
    names
}

fn message(file: &mut File<'_>, at: &str, depth: usize) -> Option<Vec<u8>> {
    bytes_of(file, &format!("{at}__properties_version1.0"))?;
    let headers = text_of(file, at, "007D");
    let (subject, mut body) = (text_of(file, at, "0037"), text_of(file, at, "1000"));
    let mut html = html_of(file, at);
    // Many a program keeps the text as rich text alone.
    if body.trim().is_empty() && html.trim().is_empty() {
        let packed = bytes_of(file, &format!("{at}__substg1.0_10090102"));
        match packed.and_then(|packed| rtf::of_outlook(&packed)) {
            Some(Words::Text(text)) => body = text,
            Some(Words::Html(text)) => html = text,
            None => {}
        }
    }
    let name = text_of(file, at, "0C1A");
    let address = ["5D01", "0C1F", "0065"]
        .into_iter()
        .map(|id| text_of(file, at, id))
        .find(|address| address.contains('@'))
        .unwrap_or_default();
    if [&headers, &subject, &body, &name, &address].iter().all(|text| text.trim().is_empty()) {
        return None;
    }
    let mut out = kept_headers(&headers);
    if out.is_empty() {
        out = own_headers(file, at, &subject, &name, &address);
    }
    let marked = |part: &str| format!("{BOUNDARY}{depth}{part}");
    out.push_str(&format!(
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{}\"\r\n\r\n--{}\r\nContent-Type: multipart/alternative; boundary=\"{}\"\r\n\r\n",
        marked(""), marked(""), marked("a")
    ));
    for (kind, text) in [("plain", &body), ("html", &html)] {
        if !text.trim().is_empty() {
            out.push_str(&format!(
                "--{}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
                marked("a"),
                base64_lines(text.as_bytes())
            ));
        }
    }
    out.push_str(&format!("--{}--\r\n", marked("a")));
    for place in below(file, at, "__attach_version1.0_") {
        let name = ["3707", "3704", "3001"]
            .into_iter()
            .map(|id| text_of(file, &place, id))
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let inner = format!("{place}__substg1.0_3701000D/");
        if let Some(bytes) = bytes_of(file, &format!("{place}__substg1.0_37010102")) {
            let kind = text_of(file, &place, "370E");
            let kind = if kind.is_empty() { "application/octet-stream" } else { &kind };
            attach(&mut out, depth, &name, kind, &bytes);
        } else if depth < DEEPEST
            && let Some(within) = message(file, &inner, depth + 1)
        {
            let name = format!("{}.eml", name.trim_end_matches(".msg"));
            attach(&mut out, depth, &name, "application/octet-stream", &within);
        }
    }
    out.push_str(&format!("--{}--\r\n", marked("")));
    Some(out.into_bytes())
}

fn html_of(file: &mut File<'_>, at: &str) -> String {
    match bytes_of(file, &format!("{at}__substg1.0_10130102")) {
        Some(bytes) => mime::decode_text(&bytes, None),
        None => text_of(file, at, "1013"),
    }
}

/// The header as it came over the wire, without what tells of parts that are built anew.
fn kept_headers(headers: &str) -> String {
    let mut kept = String::new();
    let mut dropping = false;
    for line in headers.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if !line.starts_with([' ', '\t']) {
            let low = line.to_ascii_lowercase();
            dropping = low.starts_with("content-")
                || low.starts_with("mime-version")
                || line.split_once(':').is_none_or(|(name, _)| name.contains(' '));
        }
        if !dropping {
            kept.push_str(line);
            kept.push_str("\r\n");
        }
    }
    // Of what never left the machine Outlook keeps odd remnants.
    if kept.to_ascii_lowercase().contains("from:") { kept } else { String::new() }
}

fn own_headers(file: &mut File<'_>, at: &str, subject: &str, name: &str, address: &str) -> String {
    let mut out = format!(
        "From: {} <{}>\r\nSubject: {}\r\n",
        header_word(name),
        one_line(address),
        header_word(subject)
    );
    let mut to = Vec::new();
    for place in below(file, at, "__recip_version1.0_") {
        let address = ["39FE", "3003"]
            .into_iter()
            .map(|id| text_of(file, &place, id))
            .find(|address| address.contains('@'));
        to.extend(address.map(|address| format!("<{}>", one_line(&address))));
    }
    if !to.is_empty() {
        out.push_str(&format!("To: {}\r\n", to.join(",\r\n ")));
    }
    let at_time = fixed(file, at, 0x0039).or_else(|| fixed(file, at, 0x0E06));
    let seconds = at_time
        .and_then(|time| i64::try_from(time / 10_000_000).ok())
        .map(|seconds| seconds - SINCE_1601);
    if let Some(date) = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)) {
        out.push_str(&format!("Date: {}\r\n", date.to_rfc2822()));
    }
    let id = one_line(&text_of(file, at, "1035"));
    if !id.is_empty() {
        out.push_str(&format!("Message-ID: {id}\r\n"));
    }
    let answers = one_line(&text_of(file, at, "1042"));
    if !answers.is_empty() {
        out.push_str(&format!("In-Reply-To: {answers}\r\n"));
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of a header that any reader takes as it is meant (RFC 2047).
pub(super) fn header_word(text: &str) -> String {
    let line = one_line(text);
    let plain = line.bytes().all(|byte| {
        byte == b' ' || byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'\'' | b'!')
    });
    if plain {
        return line;
    }
    let letters: Vec<char> = line.chars().collect();
    letters
        .chunks(15)
        .map(|piece| {
            let piece: String = piece.iter().collect();
            let wrapped = base64::engine::general_purpose::STANDARD.encode(piece);
            format!("=?UTF-8?B?{wrapped}?=")
        })
        .collect::<Vec<_>>()
        .join("\r\n ")
}

fn attach(out: &mut String, depth: usize, name: &str, kind: &str, bytes: &[u8]) {
    let kind: String =
        kind.chars().filter(|c| c.is_ascii_alphanumeric() || "/.+-".contains(*c)).collect();
    let kind = if kind.contains('/') { kind } else { "application/octet-stream".to_owned() };
    let name: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect();
    out.push_str(&format!(
        "--{BOUNDARY}{depth}\r\nContent-Type: {kind}\r\nContent-Disposition: attachment; filename*=UTF-8''{name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        base64_lines(bytes)
    ));
}

fn base64_lines(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 3 * 4 + bytes.len() / 28 + 8);
    for piece in bytes.chunks(57) {
        out.push_str(&base64::engine::general_purpose::STANDARD.encode(piece));
        out.push_str("\r\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use crate::mail::understand::understand;

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn made(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (path, bytes) in streams {
            if let Some((storage, _)) = path.rsplit_once('/')
                && !storage.is_empty()
            {
                file.create_storage_all(storage).unwrap();
            }
            file.create_stream(path).unwrap().write_all(bytes).unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    fn sample() -> Vec<u8> {
        let mut properties = vec![0; 32];
        let time = (1_795_000_000_u64 + 11_644_473_600) * 10_000_000;
        properties.extend([0x40, 0x00, 0x39, 0x00, 6, 0, 0, 0]);
        properties.extend(time.to_le_bytes());
        made(&[
            ("/__properties_version1.0", properties),
            ("/__substg1.0_0037001F", wide("Re: Data banjir – permintaan")),
            ("/__substg1.0_0C1A001F", wide("Siti Rahma")),
            ("/__substg1.0_5D01001F", wide("siti@koran.example.com")),
            ("/__substg1.0_1000001F", wide("Berapa rumah terendam?\r\n")),
            ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("humas@kota.example.id")),
            ("/__attach_version1.0_#00000000/__substg1.0_3707001F", wide("peta banjir.pdf")),
            ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"%PDF-1.4".to_vec()),
        ])
    }

    #[test]
    fn a_message_of_outlook_is_read_with_its_files() {
        let raw = to_message(&sample()).unwrap();
        let (incoming, about) = understand(&raw, "2026-11-23".parse().unwrap()).unwrap();
        assert_eq!(incoming.from_address, "siti@koran.example.com");
        assert_eq!(incoming.from_name, "Siti Rahma");
        assert_eq!(incoming.subject, "Re: Data banjir – permintaan");
        assert_eq!(incoming.to, ["humas@kota.example.id"]);
        assert_eq!(incoming.date.unwrap().timestamp(), 1_795_000_000);
        assert_eq!(about.new_text, "Berapa rumah terendam?");
        let names: Vec<&str> =
            incoming.attachments.iter().map(|file| file.file_name.as_str()).collect();
        assert_eq!(names, ["peta banjir.pdf"]);
    }

    #[test]
    fn a_message_that_holds_rich_text_alone_is_read() {
        for (rtf, said) in [
            (
                r"{\rtf1\ansi\ansicpg1252 Berapa rumah\line terendam?\par}",
                "Berapa rumah\nterendam?",
            ),
            (
                r"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}Berapa rumah terendam?{\*\htmltag72 </p>}}",
                "Berapa rumah terendam?",
            ),
        ] {
            let raw = to_message(&made(&[
                ("/__properties_version1.0", vec![0; 32]),
                ("/__substg1.0_0037001F", wide("Tanya")),
                ("/__substg1.0_5D01001F", wide("siti@koran.example.com")),
                ("/__substg1.0_10090102", compressed_rtf::compress_rtf(rtf).unwrap()),
            ]))
            .unwrap();
            let (_, about) = understand(&raw, "2026-11-23".parse().unwrap()).unwrap();
            assert_eq!(about.new_text, said);
        }
    }

    #[test]
    fn what_is_broken_or_no_message_gives_nothing_and_is_kept_whole() {
        assert_eq!(to_message(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and no more"), None);
        assert_eq!(to_message(&made(&[("/WordDocument", vec![1, 2, 3])])), None);
        let whole = sample();
        for end in (0..whole.len()).step_by(97) {
            let _ = to_message(&whole[..end]);
        }
        let kept = kept_whole("surat rusak.msg", &whole[..600]);
        let (incoming, _) = understand(&kept, "2026-11-23".parse().unwrap()).unwrap();
        assert_eq!(incoming.subject, "surat rusak.msg");
        assert_eq!(incoming.attachments.len(), 1);
    }
}
