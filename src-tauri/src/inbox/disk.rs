//! Mail on disk: single messages (`.eml`), mailbox files (mbox in its dialects), Maildirs, and
//! folders of all of them. Mailbox files are streamed, so their size does not matter.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::error::{Code, Error};
use crate::mail::outlook;

/// Something found on disk.
#[derive(Debug)]
pub enum Found {
    /// A file that is one message.
    File(PathBuf),
    /// A message out of a mailbox file, or out of the mailbox itself.
    Message {
        /// Where it is from: file and number.
        file: String,
        /// Its bytes.
        raw: Vec<u8>,
        /// Whether these are only its beginning: the whole is too large to be held.
        cut: bool,
    },
    /// Something that cannot be read.
    Unreadable {
        /// Which.
        file: String,
        /// Why.
        error: Error,
    },
}

/// What [`walk`] hands its findings to; `Break` ends the walk.
pub type Give<'g> = dyn FnMut(Found) -> ControlFlow<()> + 'g;

/// Of a single message above this only the beginning is read, in bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;
const DEEPEST: usize = 32;
const BUFFER: usize = 256 * 1024;

/// Hears of each folder how many messages it seems to hold, before they are given.
pub type Expect<'e> = dyn Fn(usize) + Sync + 'e;

/// Finds all mail in `paths`, in the order of the names.
pub fn walk(paths: &[PathBuf], expect: &Expect, give: &mut Give) -> ControlFlow<()> {
    for path in paths {
        match fs::metadata(path) {
            Err(cause) => unreadable(path, &cause, give)?,
            Ok(about) if about.is_dir() => folder(path, 0, expect, give)?,
            Ok(about) if about.is_file() => one_file(path, true, give)?,
            Ok(_) => give(Found::Unreadable { file: shown(path), error: no_mail(path) })?,
        }
    }
    ControlFlow::Continue(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn no_mail(path: &Path) -> Error {
    Error::new(Code::Invalid, "mail-not-a-mail").arg("file", path.display())
}

fn unreadable(path: &Path, cause: &std::io::Error, give: &mut Give) -> ControlFlow<()> {
    give(Found::Unreadable { file: shown(path), error: read_error(path, cause) })
}

/// Why a file cannot be read, naming it.
pub fn read_error(path: &Path, cause: &std::io::Error) -> Error {
    let text = if cause.kind() == std::io::ErrorKind::NotFound {
        "mail-file-missing"
    } else {
        "mail-file-unreadable"
    };
    let code =
        if cause.kind() == std::io::ErrorKind::NotFound { Code::NotFound } else { Code::Invalid };
    Error::new(code, text).arg("file", path.display()).because(cause)
}

fn folder(path: &Path, depth: usize, expect: &Expect, give: &mut Give) -> ControlFlow<()> {
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(cause) => return unreadable(path, &cause, give),
    };
    let mut names: Vec<(PathBuf, fs::FileType)> = Vec::new();
    for entry in entries {
        match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
            Ok(found) => names.push(found),
            Err(cause) => unreadable(path, &cause, give)?,
        }
    }
    // All in one folder: their bytes order them as their parts would, in a tenth of the time.
    names.sort_by(|a, b| a.0.as_os_str().cmp(b.0.as_os_str()));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let in_maildir = matches!(name.as_str(), "cur" | "new");
    let is_maildir = names.iter().any(|(path, kind)| {
        kind.is_dir() && matches!(path.file_name().and_then(|n| n.to_str()), Some("cur" | "new"))
    });
    let is_message = |path: &Path| in_maildir || path.extension().is_some_and(|end| end == "eml");
    expect(names.iter().filter(|(path, kind)| kind.is_file() && is_message(path)).count());
    for (path, kind) in names {
        // A link could lead round in circles, or out of the folder that was named.
        if kind.is_dir() && depth < DEEPEST {
            let unfinished = is_maildir && path.file_name().is_some_and(|name| name == "tmp");
            if !unfinished {
                folder(&path, depth + 1, expect, give)?;
            }
        } else if kind.is_file() && in_maildir {
            give(Found::File(path))?;
        } else if kind.is_file() {
            one_file(&path, false, give)?;
        }
    }
    ControlFlow::Continue(())
}

fn one_file(path: &Path, named: bool, give: &mut Give) -> ControlFlow<()> {
    let ending =
        path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "eml" => give(Found::File(path.to_owned())),
        "mbox" | "mbx" => mailbox_file(path, give),
        _ => match begins_like(path) {
            Err(cause) => unreadable(path, &cause, give),
            Ok(Beginning::Mailbox) => mailbox_file(path, give),
            Ok(Beginning::Outlook) if named || ending == "msg" => {
                outlook_file(path, ending == "msg", give)
            }
            Ok(Beginning::Header) if named || ending.is_empty() => {
                give(Found::File(path.to_owned()))
            }
            // What else lies in a folder is none of ours; what was named is told about.
            Ok(_) if named => give(Found::File(path.to_owned())),
            Ok(_) => ControlFlow::Continue(()),
        },
    }
}

/// A message of Outlook's own; one that is broken is kept whole, as a file that is no message at all
/// is not.
fn outlook_file(path: &Path, by_name: bool, give: &mut Give) -> ControlFlow<()> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST).read_to_end(&mut bytes));
    if let Err(cause) = read {
        return unreadable(path, &cause, give);
    }
    let file = shown(path);
    match outlook::to_message(&bytes) {
        Some(raw) => give(Found::Message { file, raw, cut: false }),
        None if by_name => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let raw = outlook::kept_whole(&name.unwrap_or_default(), &bytes);
            give(Found::Message { file, raw, cut: true })
        }
        None => give(Found::Unreadable { file, error: no_mail(path) }),
    }
}

enum Beginning {
    Mailbox,
    Header,
    /// A compound file, as Outlook's own `.msg`.
    Outlook,
    Other,
}

/// How compound files begin.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

fn begins_like(path: &Path) -> std::io::Result<Beginning> {
    let mut start = BufReader::with_capacity(1024, File::open(path)?);
    let bytes = start.fill_buf()?;
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    Ok(if bytes.starts_with(&COMPOUND) {
        Beginning::Outlook
    } else if line.starts_with(b"From ") {
        Beginning::Mailbox
    } else if is_header(line) {
        Beginning::Header
    } else {
        Beginning::Other
    })
}

/// Whether a line is a header field: a name without blanks, and a colon.
fn is_header(line: &[u8]) -> bool {
    match line.iter().position(|byte| *byte == b':') {
        Some(end) => end > 0 && line.iter().take(end).all(|byte| (33..=126).contains(byte)),
        None => false,
    }
}

fn mailbox_file(path: &Path, give: &mut Give) -> ControlFlow<()> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) => return unreadable(path, &cause, give),
    };
    let mut number = 0u64;
    let outcome = split(BufReader::with_capacity(BUFFER, file), &mut |message| {
        number += 1;
        let file = format!("{}#{number}", path.display());
        let (raw, cut) = message;
        give(Found::Message { file, raw, cut })
    });
    match outcome {
        Ok(flow) => {
            flow?;
            if number == 0 {
                give(Found::Unreadable { file: shown(path), error: no_mail(path) })
            } else {
                ControlFlow::Continue(())
            }
        }
        Err(cause) => unreadable(path, &cause, give),
    }
}

/// Cuts a mailbox file into its messages, each with whether it is too large and only its beginning
/// is given. A line that begins with
/// `From ` starts a message when it stands first or after an empty line, looks like an envelope
/// line, and header fields follow; other such lines are text that a careless writer left bare.
fn split(
    mut from: impl BufRead,
    each: &mut dyn FnMut((Vec<u8>, bool)) -> ControlFlow<()>,
) -> std::io::Result<ControlFlow<()>> {
    let mut message = Collected::default();
    let mut line = Vec::new();
    let mut held: Option<Vec<u8>> = None;
    let mut after_empty = true;
    let mut at_start = true;
    loop {
        line.clear();
        let more = read_line(&mut from, &mut line)?;
        if let Some(envelope) = held.take() {
            if at_start || is_header(&line) || line.starts_with(b">From ") {
                if !at_start && message.give(each).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                at_start = false;
            } else {
                message.push(&envelope);
            }
        }
        if !more {
            break;
        }
        let bare = line.trim_ascii_end();
        if line.starts_with(b"From ") && (at_start || is_envelope(bare, after_empty)) {
            held = Some(line.clone());
            after_empty = false;
            continue;
        }
        after_empty = bare.is_empty();
        if at_start && after_empty {
            continue;
        }
        at_start = false;
        // mboxrd quotes every `From ` line, mboxo the bare ones: one mark comes off.
        let quoted = line.iter().take_while(|byte| **byte == b'>').count();
        if quoted > 0 && line.get(quoted..).is_some_and(|rest| rest.starts_with(b"From ")) {
            message.push(line.get(1..).unwrap_or_default());
        } else {
            message.push(&line);
        }
    }
    Ok(message.give(each))
}

/// Reads to the next line end, but no more than [`LARGEST`]; false at the end of the file.
fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    loop {
        let buffer = match from.fill_buf() {
            Ok(buffer) => buffer,
            Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(cause) => return Err(cause),
        };
        if buffer.is_empty() {
            return Ok(!line.is_empty());
        }
        let (taken, ended) = match memchr::memchr(b'\n', buffer) {
            Some(end) => (end + 1, true),
            None => (buffer.len(), false),
        };
        line.extend_from_slice(buffer.get(..taken).unwrap_or_default());
        from.consume(taken);
        if ended || line.len() as u64 > LARGEST {
            return Ok(true);
        }
    }
}

#[derive(Default)]
struct Collected {
    raw: Vec<u8>,
    overflowed: bool,
}

impl Collected {
    fn push(&mut self, line: &[u8]) {
        if (self.raw.len() + line.len()) as u64 > LARGEST {
            self.overflowed = true;
        } else {
            self.raw.extend_from_slice(line);
        }
    }

    fn give(
        &mut self,
        each: &mut dyn FnMut((Vec<u8>, bool)) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut raw = std::mem::take(&mut self.raw);
        if std::mem::take(&mut self.overflowed) {
            return each((raw, true));
        }
        // The empty line before the next envelope belongs to the mailbox, not to the message.
        for end in [b"\r\n\r\n".as_slice(), b"\n\n"] {
            if raw.ends_with(end) {
                raw.truncate(raw.len() - end.len() / 2);
                break;
            }
        }
        if raw.iter().all(u8::is_ascii_whitespace) {
            ControlFlow::Continue(())
        } else {
            each((raw, false))
        }
    }
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Whether a `From ` line looks like an envelope: a sender, and a date such as asctime writes.
/// Without an empty line before it, every part of the date must be there.
fn is_envelope(line: &[u8], after_empty: bool) -> bool {
    let text = String::from_utf8_lossy(line);
    let words: Vec<&str> = text.split_ascii_whitespace().skip(1).collect();
    let time = words.iter().any(|word| {
        let mut parts = word.split(':');
        let short = |part: Option<&str>| {
            part.is_some_and(|part| {
                (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
            })
        };
        short(parts.next()) && short(parts.next())
    });
    let year = words.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    let day = words.iter().any(|word| DAYS.contains(&word.trim_end_matches(',')));
    let month = words.iter().any(|word| MONTHS.contains(word));
    let dated = time && year && day && month;
    dated
        && (after_empty
            || words.first().is_some_and(|sender| {
                sender.contains('@') || *sender == "-" || *sender == "MAILER-DAEMON"
            }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(mailbox: &str) -> Vec<String> {
        let mut found = Vec::new();
        let flow = split(mailbox.as_bytes(), &mut |(raw, cut)| {
            assert!(!cut);
            found.push(String::from_utf8_lossy(&raw).into_owned());
            ControlFlow::Continue(())
        });
        assert!(flow.expect("reads").is_continue());
        found
    }

    #[test]
    fn a_mailbox_is_cut_at_its_envelope_lines() {
        let found = messages(
            "From a@example.com Sat Nov 21 08:00:00 2026\nSubject: one\n\nfirst\n\nFrom - Sat Nov 21 08:01:00 2026\nSubject: two\n\nsecond\n",
        );
        assert_eq!(found, ["Subject: one\n\nfirst\n", "Subject: two\n\nsecond\n"]);
    }

    #[test]
    fn quoted_and_bare_from_lines_in_a_text_stay_text() {
        let found = messages(
            "From a@example.com Sat Nov 21 08:00:00 2026\nSubject: one\n\n>From here on\n>>From deeper\nFrom me\n\nFrom Monday 10:00 we meet, in 2026\nand so on\n\nFrom x@example.com Sat Nov 21 08:00:00 2026\nnot a header\n",
        );
        assert_eq!(
            found,
            [
                "Subject: one\n\nFrom here on\n>From deeper\nFrom me\n\nFrom Monday 10:00 we meet, in 2026\nand so on\n\nFrom x@example.com Sat Nov 21 08:00:00 2026\nnot a header\n"
            ]
        );
    }

    #[test]
    fn line_ends_of_the_other_kind_and_missing_empty_lines_are_forgiven() {
        let found = messages(
            "\r\nFrom a@example.com Sat Nov 21 08:00:00 2026\r\nSubject: one\r\n\r\n--end--\r\nFrom b@example.com Sat Nov 21 08:00:00 +0700 2026\r\nSubject: two\r\n\r\nx",
        );
        assert_eq!(found, ["Subject: one\r\n\r\n--end--\r\n", "Subject: two\r\n\r\nx"]);
        assert_eq!(messages(""), Vec::<String>::new());
    }
}
