//! Builds the bytes of one message to one person. What is the same for every recipient, that is
//! attachments and inline images, is encoded once per distribution and copied into each message.

mod calendar;
mod merge;
mod quoted;
mod shell;
mod stencil;
mod text;
mod thread;

pub use calendar::CalendarPart;
pub use merge::merge;
pub use shell::{CLIPPED_ABOVE, FilesNote, MailParts, html_mail};
pub use stencil::Stencil;
pub use text::text_of_html;
pub use thread::thread_headers;

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};
use lettre::Address;
use lettre::message::header::{
    self, ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
    Headers,
};
use lettre::message::{Mailbox, Mailboxes, SinglePart};
use rand::Rng;
use rand::distr::Alphanumeric;

use crate::error::{Error, Result};

use quoted::push_quoted_printable;

/// An image shown inside the HTML, named there as `cid:…`.
#[derive(Debug, Clone, Copy)]
pub struct Inline<'a> {
    /// The name after `cid:`, without angle brackets.
    pub cid: &'a str,
    /// For example `image/png`.
    pub mime: &'a str,
    /// The file itself.
    pub bytes: &'a [u8],
}

/// A file sent along.
#[derive(Debug, Clone, Copy)]
pub struct FilePart<'a> {
    /// The name that the recipient sees, in any script.
    pub file_name: &'a str,
    /// For example `application/pdf`.
    pub mime: &'a str,
    /// The file itself.
    pub bytes: &'a [u8],
}

/// One message to one person.
#[derive(Debug, Clone)]
pub struct Outgoing<'a> {
    /// The sender's name as people read it.
    pub from_name: &'a str,
    /// The sender's address.
    pub from_address: &'a str,
    /// The recipient's name; may be empty.
    pub to_name: &'a str,
    /// The recipient's address, the only one in the message.
    pub to_address: &'a str,
    /// Where answers go, often with a token (`press+token@…`); none = to the sender.
    pub reply_to: Option<&'a str>,
    /// The subject, merged.
    pub subject: &'a str,
    /// The text part, merged.
    pub text: &'a str,
    /// The HTML part, merged.
    pub html: &'a str,
    /// Fixed when the delivery was queued: `<…@…>`.
    pub message_id: &'a str,
    /// When the message was written, in the office's own zone.
    pub date: DateTime<FixedOffset>,
    /// The value of `List-Unsubscribe` (RFC 2369), for example `<mailto:…>`; off for releases to
    /// named persons, because many servers then withhold their automatic answers.
    pub list_unsubscribe: Option<&'a str>,
    /// An https endpoint that takes the one-click POST (RFC 8058) stands in `list_unsubscribe`.
    pub one_click: bool,
    /// Language of the text (`id`, `en`), for `Content-Language`.
    pub language: &'a str,
    /// Files that only this recipient gets.
    pub files: &'a [FilePart<'a>],
    /// What the recipient's calendar is asked for; none = the message is about no event.
    pub calendar: Option<CalendarPart<'a>>,
}

/// The parts that every message of a distribution carries, encoded once.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    inline: Vec<u8>,
    attachments: Vec<u8>,
    boundary: String,
}

impl Prepared {
    /// Encodes images and attachments for all messages of one distribution.
    pub fn new(inline: &[Inline<'_>], attachments: &[FilePart<'_>]) -> Result<Self> {
        let mut prepared = Self { boundary: new_boundary(), ..Self::default() };
        for image in inline {
            let part = SinglePart::builder()
                .header(content_type(image.mime))
                .header(ContentTransferEncoding::Base64)
                .header(ContentDisposition::inline())
                .header(header::ContentId::from(format!("<{}>", one_word(image.cid)?)))
                .body(image.bytes.to_vec());
            push_part(&mut prepared.inline, &prepared.boundary, Level::Related, &part.formatted());
        }
        for file in attachments {
            push_part(
                &mut prepared.attachments,
                &prepared.boundary,
                Level::Mixed,
                &attachment(file),
            );
        }
        Ok(prepared)
    }

    /// How many bytes these parts add to every message.
    pub fn size(&self) -> usize {
        self.inline.len() + self.attachments.len()
    }

    /// The bytes of one message, with CRLF line ends, ready for SMTP or for a file.
    pub fn build(&self, message: &Outgoing<'_>) -> Result<Vec<u8>> {
        let size = 2 * message.html.len() + 2 * message.text.len();
        self.assemble(
            message,
            size,
            |out| push_quoted_printable(out, &as_text(message.text)),
            |out| push_quoted_printable(out, &as_text(message.html)),
        )
    }

    /// As [`Self::build`], with the two texts merged from stencils; those in `message` are not
    /// looked at.
    pub fn build_merged(
        &self,
        message: &Outgoing<'_>,
        text: &Stencil,
        html: &Stencil,
        fields: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Vec<u8>> {
        self.assemble(
            message,
            text.size() + html.size(),
            |out| text.push(out, fields),
            |out| html.push(out, fields),
        )
    }

    fn assemble(
        &self,
        message: &Outgoing<'_>,
        size_of_texts: usize,
        push_text: impl FnOnce(&mut Vec<u8>),
        push_html: impl FnOnce(&mut Vec<u8>),
    ) -> Result<Vec<u8>> {
        let fresh_boundary;
        let boundary = if self.boundary.is_empty() {
            fresh_boundary = new_boundary();
            &fresh_boundary
        } else {
            &self.boundary
        };
        let headers = headers_of(message)?;
        let mut out = Vec::with_capacity(headers.len() + size_of_texts + self.size() + 2048);
        out.extend_from_slice(headers.as_bytes());
        let mut files = Cow::Borrowed(&self.attachments);
        for file in message.files {
            push_part(files.to_mut(), boundary, Level::Mixed, &attachment(file));
        }
        if let Some(calendar) = message.calendar {
            push_part(files.to_mut(), boundary, Level::Mixed, &calendar.file()?);
        }
        let mut open = Vec::new();
        if !files.is_empty() {
            open.push((Level::Mixed, files.as_ref()));
        }
        if !self.inline.is_empty() {
            open.push((Level::Related, &self.inline));
        }
        for (level, _) in &open {
            push_multipart(&mut out, *level, boundary);
            push_delimiter(&mut out, *level, boundary);
        }
        push_multipart(&mut out, Level::Alternative, boundary);
        push_text_head(&mut out, boundary, "plain");
        push_text(&mut out);
        out.extend_from_slice(b"\r\n");
        push_text_head(&mut out, boundary, "html");
        push_html(&mut out);
        out.extend_from_slice(b"\r\n");
        if let Some(calendar) = message.calendar {
            // The last alternative is the one that is preferred (RFC 2046, 5.1.4).
            push_part(&mut out, boundary, Level::Alternative, &calendar.alternative()?);
        }
        push_end(&mut out, Level::Alternative, boundary);
        for (level, parts) in open.iter().rev() {
            out.extend_from_slice(parts);
            push_end(&mut out, *level, boundary);
        }
        Ok(out)
    }
}

fn attachment(file: &FilePart<'_>) -> Vec<u8> {
    SinglePart::builder()
        .header(content_type(file.mime))
        .header(ContentTransferEncoding::Base64)
        .header(ContentDisposition::attachment(&one_line(file.file_name)))
        .body(file.bytes.to_vec())
        .formatted()
}

/// Builds a message that carries nothing but its text.
pub fn build(message: &Outgoing<'_>) -> Result<Vec<u8>> {
    Prepared::default().build(message)
}

/// `press@example.id` with `token` as `press+token@example.id`: a Reply-To or a return path that
/// tells which delivery an answer or a bounce belongs to.
pub fn plus_address(address: &str, token: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    Some(format!("{local}+{token}@{domain}"))
}

/// Whether `address` can stand in a message at all (RFC 5321 with RFC 6531).
pub fn is_address(address: &str) -> bool {
    address.parse::<Address>().is_ok()
}

#[derive(Debug, Clone, Copy)]
enum Level {
    Mixed,
    Related,
    Alternative,
}

impl Level {
    /// The three boundaries of a message differ in their first letter only, so none is the
    /// beginning of another.
    fn letter(self) -> &'static str {
        match self {
            Self::Mixed => "m",
            Self::Related => "r",
            Self::Alternative => "a",
        }
    }
}

fn new_boundary() -> String {
    rand::rng().sample_iter(&Alphanumeric).take(30).map(char::from).collect()
}

fn push_multipart(out: &mut Vec<u8>, level: Level, boundary: &str) {
    let kind = match level {
        Level::Mixed => "mixed",
        Level::Related => "related; type=\"multipart/alternative\"",
        Level::Alternative => "alternative",
    };
    let header = format!(
        "Content-Type: multipart/{kind};\r\n boundary=\"{}-{boundary}\"\r\n\r\n",
        level.letter()
    );
    out.extend_from_slice(header.as_bytes());
}

fn push_delimiter(out: &mut Vec<u8>, level: Level, boundary: &str) {
    for piece in ["--", level.letter(), "-", boundary, "\r\n"] {
        out.extend_from_slice(piece.as_bytes());
    }
}

fn push_part(out: &mut Vec<u8>, boundary: &str, level: Level, part: &[u8]) {
    push_delimiter(out, level, boundary);
    out.extend_from_slice(part);
}

fn push_text_head(out: &mut Vec<u8>, boundary: &str, kind: &str) {
    push_delimiter(out, Level::Alternative, boundary);
    for piece in [
        "Content-Type: text/",
        kind,
        "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
    ] {
        out.extend_from_slice(piece.as_bytes());
    }
}

fn push_end(out: &mut Vec<u8>, level: Level, boundary: &str) {
    for piece in ["--", level.letter(), "-", boundary, "--\r\n"] {
        out.extend_from_slice(piece.as_bytes());
    }
}

fn headers_of(message: &Outgoing<'_>) -> Result<String> {
    let mut headers = Headers::new();
    let from = mailbox(message.from_name, message.from_address, "from_address")?;
    let to = mailbox(message.to_name, message.to_address, "to_address")?;
    raw(&mut headers, "Date", message.date.to_rfc2822());
    headers.set(header::From::from(Mailboxes::from(from)));
    if let Some(reply_to) = message.reply_to {
        let reply_to = mailbox(message.from_name, reply_to, "reply_to")?;
        headers.set(header::ReplyTo::from(Mailboxes::from(reply_to)));
    }
    headers.set(header::To::from(Mailboxes::from(to)));
    headers.set(header::Subject::from(one_line(message.subject)));
    raw(&mut headers, "Message-ID", message_id(message.message_id)?.to_owned());
    if let Some(value) = message.list_unsubscribe {
        raw(&mut headers, "List-Unsubscribe", folded_list(value)?);
        if message.one_click {
            raw(&mut headers, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned());
        }
    }
    if !message.language.is_empty() {
        raw(&mut headers, "Content-Language", one_word(message.language)?.to_owned());
    }
    headers.set(header::MIME_VERSION_1_0);
    Ok(headers.to_string())
}

/// `value` must be ASCII without line ends of its own.
fn raw(headers: &mut Headers, name: &'static str, value: String) {
    let name = HeaderName::new_from_ascii_str(name);
    headers.insert_raw(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
}

fn mailbox(name: &str, address: &str, field: &'static str) -> Result<Mailbox> {
    let address = address.trim().parse::<Address>().map_err(|cause| {
        Error::invalid(field, "error-mail-address").arg("address", one_line(address)).because(cause)
    })?;
    let name = one_line(name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}

fn message_id(id: &str) -> Result<&str> {
    let inside = id.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or_default();
    let ok = inside.contains('@')
        && inside.chars().all(|c| c.is_ascii_graphic() && c != '<' && c != '>');
    // 998 is a line's limit (RFC 5322), the name and its colon included.
    if ok && id.len() < 900 {
        Ok(id)
    } else {
        Err(Error::internal(format!("bad Message-ID {id:?}")))
    }
}

fn folded_list(value: &str) -> Result<String> {
    let mut entries = Vec::new();
    for entry in value.split(',').map(str::trim) {
        let shaped = entry.starts_with('<') && entry.ends_with('>') && entry.len() < 900;
        if !shaped || !entry.chars().all(|c| c.is_ascii_graphic()) {
            return Err(Error::invalid("list_unsubscribe", "error-list-unsubscribe")
                .arg("value", one_line(entry)));
        }
        entries.push(entry);
    }
    Ok(entries.join(",\r\n "))
}

/// Text in one line: every control character and line separator becomes a space, so that no name
/// and no subject can begin a header of its own.
fn one_line(text: &str) -> String {
    let line_end = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let spaced: String = text.chars().map(|c| if line_end(c) { ' ' } else { c }).collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn one_word(text: &str) -> Result<&str> {
    let plain =
        !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>'));
    if plain { Ok(text) } else { Err(Error::internal(format!("not one word: {text:?}"))) }
}

/// Lone carriage returns and NULs are not allowed in a body (RFC 5322).
fn as_text(text: &str) -> Cow<'_, str> {
    if text.as_bytes().contains(&b'\r') || text.as_bytes().contains(&0) {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', ""))
    } else {
        Cow::Borrowed(text)
    }
}

fn content_type(mime: &str) -> ContentType {
    // A message or multipart may not be sent as base64 (RFC 2046, 5.2.1), so it goes as bytes.
    let bytes =
        || ContentType::parse("application/octet-stream").unwrap_or(ContentType::TEXT_PLAIN);
    let lower = mime.trim().to_ascii_lowercase();
    if lower.starts_with("message/") || lower.starts_with("multipart/") {
        return bytes();
    }
    ContentType::parse(mime.trim()).unwrap_or_else(|_| bytes())
}
