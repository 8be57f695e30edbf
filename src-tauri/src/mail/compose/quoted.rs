//! Quoted-printable (RFC 2045, 6.7) for the two text parts. They differ for every recipient, so
//! this is where building a message spends its time: runs of plain letters are copied whole.

/// A line may have 76 characters, the `=` of a soft line break among them.
const ROOM: usize = 75;

/// Appends `text` to `out`, its line ends as CRLF.
pub(super) fn push_quoted_printable(out: &mut Vec<u8>, text: &str) {
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        push_line(out, line.as_bytes());
        if lines.peek().is_some() {
            out.extend_from_slice(b"\r\n");
        }
    }
}

fn push_line(out: &mut Vec<u8>, line: &[u8]) {
    // A space at the end of a line may get lost on the way.
    let (mut rest, last) = match line.split_last() {
        Some((last @ (b' ' | b'\t'), before)) => (before, Some(*last)),
        _ => (line, None),
    };
    let mut room = ROOM;
    loop {
        let reach = rest.get(..room).unwrap_or(rest);
        let run = reach.iter().position(|byte| !is_plain(*byte)).unwrap_or(reach.len());
        let (plain, after) = rest.split_at(run);
        out.extend_from_slice(plain);
        room -= run;
        let Some((byte, beyond)) = after.split_first() else { break };
        if is_plain(*byte) || room < 3 {
            out.extend_from_slice(b"=\r\n");
            room = ROOM;
            rest = after;
        } else {
            push_escaped(out, *byte);
            room -= 3;
            rest = beyond;
        }
    }
    if let Some(space) = last {
        if room < 3 {
            out.extend_from_slice(b"=\r\n");
        }
        push_escaped(out, space);
    }
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t') && byte != b'='
}

fn push_escaped(out: &mut Vec<u8>, byte: u8) {
    let digit = |value: u8| if value < 10 { b'0' + value } else { b'A' + value - 10 };
    out.extend_from_slice(&[b'=', digit(byte >> 4), digit(byte & 15)]);
}
