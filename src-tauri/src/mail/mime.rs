//! The outside of a message: header fields and MIME parts, read with limits.
//!
//! Header fields and encoded words are left to mail-parser; the tree of parts is walked here,
//! because hostile mail nests thousands of messages, and because reports need the raw bytes of
//! parts that a mail reader would hide (`message/delivery-status`, returned messages).

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use mail_parser::{Address, HeaderName, HeaderValue, MessageParser};
use memchr::memmem;

/// Parts nested deeper than this are taken as plain bytes.
const MAX_DEPTH: usize = 24;
/// Parts after this many are not looked at.
const MAX_PARTS: usize = 300;
/// Bytes of a header block that are read.
const MAX_HEAD: usize = 256 * 1024;
/// Header fields that are kept.
const MAX_FIELDS: usize = 400;
/// Bytes of one text part that are decoded.
const MAX_TEXT: usize = 1024 * 1024;

static FIELDS: LazyLock<MessageParser> = LazyLock::new(|| {
    MessageParser::new()
        .with_mime_headers()
        .with_date_headers()
        .with_address_headers()
        .with_message_ids()
        .header_text(HeaderName::Subject)
        .ignore_header(HeaderName::Received)
        .ignore_header(HeaderName::DkimSignature)
        .ignore_header(HeaderName::ArcSeal)
        .ignore_header(HeaderName::ArcMessageSignature)
        .ignore_header(HeaderName::ArcAuthenticationResults)
        .default_header_raw()
});

/// The few fields of a part.
static PART_FIELDS: LazyLock<MessageParser> =
    LazyLock::new(|| MessageParser::new().with_mime_headers().default_header_ignore());

/// How the bytes of a part were wrapped for transport (RFC 2045).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapping {
    /// 7bit, 8bit or binary: as they stand.
    Plain,
    /// Base64.
    Base64,
    /// Quoted-printable.
    QuotedPrintable,
}

/// One leaf of the tree of parts.
#[derive(Debug)]
pub struct Part<'a> {
    /// Media type in lower case, `text/plain`.
    pub mime: String,
    /// Parameter `charset`, as written.
    pub charset: Option<String>,
    /// Parameter `method` of a calendar, in lower case.
    pub method: Option<String>,
    /// File name from the disposition or the type.
    pub file_name: Option<String>,
    /// Whether the sender marked it as an attachment.
    pub attached: bool,
    /// Transport wrapping.
    pub wrapping: Wrapping,
    /// The bytes as they stand in the message.
    pub body: &'a [u8],
}

/// The header fields that Warta reads.
#[derive(Debug, Default)]
pub struct Head {
    /// Address of the author, lower case; empty when there is none.
    pub from_address: String,
    /// Display name of the author.
    pub from_name: String,
    /// Reply-To addresses.
    pub reply_to: Vec<String>,
    /// To, Cc and (in what the office sent itself) Bcc addresses.
    pub to: Vec<String>,
    /// Subject, decoded.
    pub subject: String,
    /// Message-ID without angle brackets.
    pub message_id: Option<String>,
    /// In-Reply-To identifiers.
    pub in_reply_to: Vec<String>,
    /// References identifiers.
    pub references: Vec<String>,
    /// Date.
    pub date: Option<DateTime<Utc>>,
    /// The day of that date where the author was.
    pub day: Option<NaiveDate>,
    /// Media type of the whole message, lower case.
    pub mime: String,
    /// Parameter `report-type`, lower case.
    pub report_type: Option<String>,
    /// All other fields: lower-case name and raw value, unfolded.
    pub others: Vec<(String, String)>,
}

impl Head {
    /// The first value of another field, by its lower-case name.
    pub fn other(&self, name: &str) -> Option<&str> {
        self.others.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All values of another field, by its lower-case name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.others.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}

/// Splits at the first empty line: header block (with its end) and body.
pub fn split_head(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    while let Some(length) = memchr::memchr(b'\n', raw.get(at..).unwrap_or_default()) {
        let line = raw.get(at..at + length).unwrap_or_default();
        let next = at + length + 1;
        if line.is_empty() || line == b"\r" {
            return (raw.get(..next).unwrap_or_default(), raw.get(next..).unwrap_or_default());
        }
        at = next;
    }
    (raw, &[])
}

/// Leading empty lines and the envelope line of an mbox are no part of the message.
pub fn trim_envelope(mut raw: &[u8]) -> &[u8] {
    if let Some(rest) = raw.strip_prefix(b"\xef\xbb\xbf") {
        raw = rest;
    }
    raw = raw.trim_ascii_start();
    while raw.starts_with(b"From ") || raw.starts_with(b">From ") {
        let Some(end) = memchr::memchr(b'\n', raw) else { break };
        raw = raw.get(end + 1..).unwrap_or_default();
    }
    raw
}

/// Hands on each field of a header block.
fn each_field(parser: &MessageParser, block: &[u8], each: impl FnMut(mail_parser::Header<'_>)) {
    let cut = block.get(..MAX_HEAD.min(block.len())).unwrap_or_default();
    // The parser wants the empty line that ends the block; a cut or header-only message lacks it.
    let ended;
    let whole = if cut.ends_with(b"\r\n\r\n") || cut.ends_with(b"\n\n") {
        cut
    } else {
        ended = [cut.trim_ascii_end(), b"\r\n\r\n"].concat();
        &ended
    };
    if let Some(message) = parser.parse_headers(whole)
        && let Some(root) = message.parts.into_iter().next()
    {
        root.headers.into_iter().take(MAX_FIELDS).for_each(each);
    }
}

fn addresses(value: &HeaderValue<'_>) -> Vec<(String, String)> {
    let HeaderValue::Address(address) = value else { return Vec::new() };
    let one = |addr: &mail_parser::Addr<'_>| {
        let address = addr.address.as_deref().unwrap_or_default().trim().to_lowercase();
        (address, addr.name.as_deref().unwrap_or_default().trim().to_string())
    };
    match address {
        Address::List(list) => list.iter().take(1000).map(one).collect(),
        Address::Group(groups) => {
            groups.iter().flat_map(|group| group.addresses.iter()).take(1000).map(one).collect()
        }
    }
}

fn identifiers(value: &HeaderValue<'_>) -> Vec<String> {
    let clean = |id: &str| id.trim().trim_start_matches('<').trim_end_matches('>').to_string();
    match value {
        HeaderValue::Text(id) => vec![clean(id)],
        HeaderValue::TextList(ids) => ids.iter().take(500).map(|id| clean(id)).collect(),
        _ => Vec::new(),
    }
}

/// Joins folded lines with single blanks.
pub fn unfold(value: &str) -> String {
    let mut line = String::with_capacity(value.len());
    for word in value.split_ascii_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Reads a header block.
pub fn read_head(block: &[u8]) -> Head {
    let mut head = Head::default();
    each_field(&FIELDS, block, |field| match &field.name {
        HeaderName::From | HeaderName::Sender => {
            let first = addresses(&field.value)
                .into_iter()
                .find(|(address, name)| !address.is_empty() || !name.is_empty());
            if let Some((address, name)) = first
                && (field.name == HeaderName::From || head.from_address.is_empty())
            {
                (head.from_address, head.from_name) = (address, name);
            }
        }
        HeaderName::ReplyTo => {
            head.reply_to = addresses(&field.value).into_iter().map(|(to, _)| to).collect();
        }
        HeaderName::To | HeaderName::Cc | HeaderName::Bcc => {
            let list = addresses(&field.value).into_iter().map(|(to, _)| to);
            head.to.extend(list.filter(|to| to.contains('@')));
        }
        HeaderName::Subject => {
            if let (HeaderValue::Text(text), true) = (&field.value, head.subject.is_empty()) {
                head.subject = unfold(text);
            }
        }
        HeaderName::MessageId => {
            head.message_id =
                head.message_id.take().or(identifiers(&field.value).into_iter().next());
        }
        HeaderName::InReplyTo => head.in_reply_to.extend(identifiers(&field.value)),
        HeaderName::References => head.references.extend(identifiers(&field.value)),
        HeaderName::Date => {
            if let HeaderValue::DateTime(date) = &field.value {
                head.date = DateTime::from_timestamp(date.to_timestamp(), 0);
                head.day = NaiveDate::from_ymd_opt(
                    i32::from(date.year),
                    u32::from(date.month),
                    u32::from(date.day),
                );
            }
        }
        HeaderName::ContentType => {
            if let HeaderValue::ContentType(kind) = &field.value {
                head.mime = media_type(kind);
                head.report_type =
                    kind.attribute("report-type").map(|name| name.to_ascii_lowercase());
            }
        }
        name => {
            if let HeaderValue::Text(text) = &field.value {
                head.others.push((name.as_str().to_ascii_lowercase(), unfold(text)));
            } else if let HeaderValue::TextList(list) = &field.value {
                head.others.push((name.as_str().to_ascii_lowercase(), list.join(" ")));
            } else if *name == HeaderName::ReturnPath {
                head.others.push(("return-path".into(), String::new()));
            }
        }
    });
    head
}

fn media_type(kind: &mail_parser::ContentType<'_>) -> String {
    let mut name = kind.c_type.trim().to_ascii_lowercase();
    if let Some(subtype) = &kind.c_subtype {
        name.push('/');
        name.push_str(&subtype.trim().to_ascii_lowercase());
    } else if name == "text" {
        name.push_str("/plain");
    }
    name
}

/// The leaves of a message, in order. Nested messages are leaves.
pub fn parts(raw: &[u8]) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    collect(raw, "text/plain", 0, &mut found);
    found
}

fn collect<'a>(raw: &'a [u8], default: &str, depth: usize, found: &mut Vec<Part<'a>>) {
    if found.len() >= MAX_PARTS {
        return;
    }
    let (block, body) = split_head(raw);
    let mut part = Part {
        mime: default.to_string(),
        charset: None,
        method: None,
        file_name: None,
        attached: false,
        wrapping: Wrapping::Plain,
        body,
    };
    let mut boundary = None;
    each_field(&PART_FIELDS, block, |field| match (&field.name, &field.value) {
        (HeaderName::ContentType, HeaderValue::ContentType(kind)) => {
            part.mime = media_type(kind);
            part.charset = kind.attribute("charset").map(str::to_string);
            part.method = kind.attribute("method").map(|name| name.to_ascii_lowercase());
            boundary = kind.attribute("boundary").map(str::to_string);
            part.file_name = part.file_name.take().or(kind.attribute("name").map(str::to_string));
        }
        (HeaderName::ContentDisposition, HeaderValue::ContentType(kind)) => {
            part.attached = kind.is_attachment();
            if let Some(name) = kind.attribute("filename") {
                part.file_name = Some(name.to_string());
            }
        }
        (HeaderName::ContentTransferEncoding, HeaderValue::Text(name)) => {
            part.wrapping = match name.trim().to_ascii_lowercase().as_str() {
                "base64" => Wrapping::Base64,
                "quoted-printable" => Wrapping::QuotedPrintable,
                _ => Wrapping::Plain,
            };
        }
        _ => {}
    });
    if part.mime.starts_with("multipart/") {
        if let Some(boundary) = boundary.filter(|name| !name.is_empty() && depth < MAX_DEPTH) {
            let inner =
                if part.mime == "multipart/digest" { "message/rfc822" } else { "text/plain" };
            let slices = split_parts(body, boundary.as_bytes());
            if !slices.is_empty() {
                for slice in slices {
                    collect(slice, inner, depth + 1, found);
                }
                return;
            }
        }
        part.mime = "text/plain".into();
    }
    found.push(part);
}

/// Cuts a multipart body at its delimiter lines (RFC 2046).
fn split_parts<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<&'a [u8]> {
    let mut delimiter = b"--".to_vec();
    delimiter.extend_from_slice(boundary);
    let mut slices = Vec::new();
    let mut start = None;
    for at in memmem::find_iter(body, &delimiter) {
        if at > 0 && body.get(at - 1) != Some(&b'\n') {
            continue;
        }
        let after = body.get(at + delimiter.len()..).unwrap_or_default();
        let closing = after.starts_with(b"--");
        // A longer boundary may begin with this one: the delimiter must end its line here.
        if !closing && !matches!(after.first(), None | Some(b'\r' | b'\n' | b' ' | b'\t')) {
            continue;
        }
        if let Some(from) = start.take() {
            let slice = body.get(from..at).unwrap_or_default();
            slices.push(
                slice
                    .strip_suffix(b"\n")
                    .map_or(slice, |cut| cut.strip_suffix(b"\r").unwrap_or(cut)),
            );
        }
        if closing || slices.len() >= MAX_PARTS {
            return slices;
        }
        let end = memchr::memchr(b'\n', after).map_or(body.len(), |n| at + delimiter.len() + n + 1);
        start = Some(end);
    }
    if let Some(from) = start {
        slices.push(body.get(from..).unwrap_or_default());
    }
    slices
}

impl Part<'_> {
    /// Size of the content in bytes, exact for plain parts, estimated for wrapped ones.
    pub fn size(&self) -> u64 {
        let length = self.body.len() as u64;
        match self.wrapping {
            Wrapping::Base64 => length / 78 * 57 + length % 78 * 3 / 4,
            Wrapping::Plain | Wrapping::QuotedPrintable => length,
        }
    }

    /// The content without its transport wrapping, at most about a megabyte.
    pub fn bytes(&self) -> Cow<'_, [u8]> {
        let cut = self.body.get(..MAX_TEXT.min(self.body.len())).unwrap_or_default();
        match self.wrapping {
            Wrapping::Plain => Cow::Borrowed(cut),
            Wrapping::QuotedPrintable => Cow::Owned(unquote_printable(cut)),
            Wrapping::Base64 => {
                Cow::Owned(mail_parser::decoders::base64::base64_decode(cut).unwrap_or_else(|| {
                    let clean: Vec<u8> = cut
                        .iter()
                        .copied()
                        .filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
                        .collect();
                    mail_parser::decoders::base64::base64_decode(&clean)
                        .unwrap_or_else(|| cut.to_vec())
                }))
            }
        }
    }

    /// The content as text, in its charset or, where that is missing or wrong, a guessed one.
    pub fn text(&self) -> String {
        decode_text(&self.bytes(), self.charset.as_deref())
    }
}

/// Bytes to text: the named charset first, then UTF-8, then a guess.
pub fn decode_text(bytes: &[u8], charset: Option<&str>) -> String {
    let named = charset
        .map(|name| name.trim_matches(['"', '\'', ' ']))
        .and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes()));
    let text = match (std::str::from_utf8(bytes), named) {
        // Escape bytes are valid UTF-8, yet mean a switch of alphabets (ISO-2022-JP).
        (Ok(text), None) if !bytes.contains(&0x1b) => text.to_string(),
        (Ok(text), Some(coding)) if coding == encoding_rs::UTF_8 => text.to_string(),
        (_, Some(coding)) if coding != encoding_rs::UTF_8 => coding.decode(bytes).0.into_owned(),
        _ => {
            let mut guess = chardetng::EncodingDetector::new();
            guess.feed(bytes, true);
            guess.guess(None, true).decode(bytes).0.into_owned()
        }
    };
    if text.contains('\r') || text.contains('\0') {
        text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
    } else {
        text
    }
}

/// Quoted-printable, forgiving: what is no escape stays as it stands.
fn unquote_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|b| (*b as char).to_digit(16));
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte != b'=' {
            plain.push(byte);
            at += 1;
            continue;
        }
        let rest = bytes.get(at + 1..).unwrap_or_default();
        if let (Some(high), Some(low)) = (digit(rest.first()), digit(rest.get(1))) {
            plain.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            at += 3;
            continue;
        }
        let blanks = rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count();
        if rest.get(blanks) == Some(&b'\n') {
            at += blanks + 2;
        } else {
            plain.push(byte);
            at += 1;
        }
    }
    plain
}
