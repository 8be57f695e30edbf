//! Messages and addresses as they go over the line.

use std::fmt::Write as _;

use super::{Class, Outcome, Stage};

/// The message as it goes over the line: CRLF line ends only, a dot at the beginning of a line
/// doubled (RFC 5321, 4.5.2), and the final dot.
pub(super) fn on_the_wire(body: &[u8]) -> Result<String, Outcome> {
    let text = std::str::from_utf8(body).map_err(|cause| {
        Outcome::plain(Class::Permanent, Stage::Data, format!("not UTF-8: {cause}"))
    })?;
    let mut wire = String::with_capacity(text.len() + text.len() / 50 + 16);
    if ends_lines_with_crlf(body) {
        push_with_doubled_dots(&mut wire, text);
    } else {
        for line in text.split_inclusive('\n') {
            // A lone CR could be read as a line end by some server further on.
            let mut content = line.chars().filter(|c| !matches!(c, '\r' | '\n')).peekable();
            if content.peek() == Some(&'.') {
                wire.push('.');
            }
            wire.extend(content);
            wire.push_str("\r\n");
        }
    }
    wire.push_str(".\r\n");
    Ok(wire)
}

/// Whether CR and LF stand only together, and at the end: what our own messages look like.
fn ends_lines_with_crlf(body: &[u8]) -> bool {
    let mut lines = 0;
    for end in memchr::memchr_iter(b'\n', body) {
        lines += 1;
        if end == 0 || body.get(end - 1) != Some(&b'\r') {
            return false;
        }
    }
    body.ends_with(b"\n") && memchr::memchr_iter(b'\r', body).count() == lines
}

fn push_with_doubled_dots(wire: &mut String, text: &str) {
    if text.starts_with('.') {
        wire.push('.');
    }
    let mut done = 0;
    for at in memchr::memmem::find_iter(text.as_bytes(), b"\n.") {
        wire.push_str(text.get(done..=at).unwrap_or_default());
        wire.push('.');
        done = at + 1;
    }
    wire.push_str(text.get(done..).unwrap_or_default());
}

/// RFC 3461, 4: printable ASCII as it is, the rest as `+XX`.
pub(super) fn xtext(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'+' | b'=') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "+{byte:02X}");
        }
    }
    out
}
