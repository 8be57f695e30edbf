//! Chats that a person exported from WhatsApp: the `.txt` of Android and of iPhones, and the
//! `.zip` in which iPhones hand it over. Two passes over the lines: the first finds how the phone
//! writes a date, over the whole file; the second gives messages and notices one by one. No more
//! than one message is held at a time.

mod notice;
mod stamp;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::csv::cannot_open;
use crate::error::{Code, Error, Result};

pub use notice::NoticeKind;
pub use stamp::DateOrder;

use stamp::{Stamp, head};

/// A line is read so far; a longer one is no chat.
const MOST_LINE: usize = 64 * 1024;
/// A message's text is kept so far.
const MOST_TEXT: usize = 16 * 1024;
/// Characters of a name.
pub const MOST_NAME: usize = 120;
/// Bytes of text; years of a busy group are a tenth of it.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// Files in an archive: a chat with years of photos has thousands.
const MOST_PARTS: usize = 200_000;

/// How a file writes its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Which number of a date is which.
    pub order: DateOrder,
    /// Whether the file itself decides it; else it is the likelier of two.
    pub is_sure: bool,
    /// iPhones put date and time in square brackets.
    pub bracketed: bool,
}

/// A message that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// On the phone's clock.
    pub at: NaiveDateTime,
    /// The name under which the phone keeps the sender, or the number.
    pub sender: String,
    /// The name is the sender's own choice: the phone does not keep them.
    pub is_own_name: bool,
    /// What they wrote; empty for a picture without words and for what was taken back.
    pub text: String,
    /// A picture or another file belongs to it.
    pub has_media: bool,
    /// It was taken back.
    pub is_deleted: bool,
    /// It was changed afterwards.
    pub is_edited: bool,
}

/// What the app wrote: somebody came, somebody went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// On the phone's clock.
    pub at: NaiveDateTime,
    /// What happened.
    pub kind: NoticeKind,
    /// To whom; names or numbers.
    pub who: Vec<String>,
}

/// One entry of a chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Somebody wrote.
    Message(Message),
    /// Something happened.
    Notice(Notice),
}

/// Lines of bounded length, without the marks that turn the direction of writing.
struct Lines<R> {
    input: R,
    bytes: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    fn new(input: R) -> Self {
        Self { input, bytes: Vec::new() }
    }

    /// The next line, and whether it had a mark that the app sets before its own words.
    fn next(&mut self, line: &mut String) -> io::Result<bool> {
        line.clear();
        self.bytes.clear();
        let mut begun = false;
        loop {
            let held = self.input.fill_buf()?;
            if held.is_empty() {
                break;
            }
            begun = true;
            let end = held.iter().position(|byte| *byte == b'\n');
            let taken = end.unwrap_or(held.len());
            let room = MOST_LINE.saturating_sub(self.bytes.len());
            self.bytes.extend(held.iter().take(taken.min(room)));
            self.input.consume(end.map_or(taken, |end| end + 1));
            if end.is_some() {
                break;
            }
        }
        if begun {
            let text = String::from_utf8_lossy(&self.bytes);
            line.push_str(text.trim_end_matches('\r').trim_start_matches('\u{feff}'));
        }
        Ok(begun)
    }
}

/// The mark that iPhones set before words that nobody typed.
const MARK: char = '\u{200e}';

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn without_marks(text: &str) -> String {
    text.chars()
        .filter(|letter| !is_mark(*letter) && *letter != '\0')
        .map(|letter| if matches!(letter, '\u{202f}' | '\u{a0}') { ' ' } else { letter })
        .collect()
}

/// How well one order of the date fits.
#[derive(Default)]
struct Fit {
    wrong: u64,
    backwards: u64,
    last: Option<NaiveDateTime>,
}

impl Fit {
    fn see(&mut self, at: Option<NaiveDateTime>, latest: NaiveDate) {
        match at {
            Some(at) if at.date() <= latest => {
                self.backwards += u64::from(self.last.is_some_and(|last| at < last));
                self.last = Some(at);
            }
            _ => self.wrong += 1,
        }
    }

    fn faults(&self) -> (u64, u64) {
        (self.wrong, self.backwards)
    }
}

/// The first pass: how this file writes a line. `latest` is the last day that it can speak of:
/// nothing is written tomorrow. None where no line begins a message.
pub fn survey(input: impl BufRead, latest: NaiveDate) -> io::Result<Option<Layout>> {
    // The phone may be a zone ahead of the office.
    let latest = latest.checked_add_days(Days::new(1)).unwrap_or(latest);
    let mut lines = Lines::new(input);
    let mut line = String::new();
    let (mut bracketed, mut plain) = (Tally::default(), Tally::default());
    while lines.next(&mut line)? {
        let line = line.trim_start_matches(is_mark);
        if let Some((stamp, _)) = head(line) {
            let tally = if stamp.bracketed { &mut bracketed } else { &mut plain };
            tally.see(&stamp, latest);
        }
    }
    let is_bracketed = bracketed.count > plain.count;
    let tally = if is_bracketed { bracketed } else { plain };
    Ok((tally.count > 0).then(|| tally.layout(is_bracketed)))
}

/// What the heads of one kind say together.
#[derive(Default)]
struct Tally {
    count: u64,
    year_first: u64,
    american: u64,
    day: Fit,
    month: Fit,
}

impl Tally {
    fn see(&mut self, stamp: &Stamp, latest: NaiveDate) {
        self.count += 1;
        if stamp.is_year_first() {
            self.year_first += 1;
            return;
        }
        self.american += u64::from(stamp.looks_american());
        self.day.see(stamp.at(DateOrder::DayFirst), latest);
        self.month.see(stamp.at(DateOrder::MonthFirst), latest);
    }

    fn layout(&self, bracketed: bool) -> Layout {
        let (order, is_sure) = if self.year_first * 2 > self.count {
            (DateOrder::YearFirst, true)
        } else {
            match self.day.faults().cmp(&self.month.faults()) {
                std::cmp::Ordering::Less => (DateOrder::DayFirst, true),
                std::cmp::Ordering::Greater => (DateOrder::MonthFirst, true),
                std::cmp::Ordering::Equal if self.american * 2 > self.count => {
                    (DateOrder::MonthFirst, false)
                }
                std::cmp::Ordering::Equal => (DateOrder::DayFirst, false),
            }
        };
        Layout { order, is_sure, bracketed }
    }
}

/// A message that may go on in the next line.
struct Open {
    at: NaiveDateTime,
    sender: String,
    is_own_name: bool,
    /// Its text began with the mark of the app's own words.
    marked: bool,
    text: String,
}

/// The second pass: every message and notice in its order. Answers how many lines belonged to none.
pub fn read(
    input: impl BufRead,
    layout: &Layout,
    mut take: impl FnMut(Entry) -> Result<()>,
) -> Result<u64> {
    let mut lines = Lines::new(input);
    let mut line = String::new();
    let mut open: Option<Open> = None;
    let mut stray = 0;
    while lines.next(&mut line)? {
        let unmarked = line.trim_start_matches(is_mark);
        let begun = head(unmarked)
            .filter(|(stamp, _)| stamp.bracketed == layout.bracketed)
            .and_then(|(stamp, rest)| Some((stamp.at(layout.order)?, rest)));
        if let Some((at, rest)) = begun {
            if let Some(done) = open.take() {
                take(closed(done))?;
            }
            match begin(at, rest) {
                Ok(message) => open = Some(message),
                Err(notice) => take(Entry::Notice(notice))?,
            }
        } else if let Some(open) = &mut open {
            if open.text.len() < MOST_TEXT {
                open.text.push('\n');
                push_bounded(&mut open.text, &without_marks(&line));
            }
        } else {
            stray += u64::from(!line.trim().is_empty());
        }
    }
    if let Some(done) = open {
        take(closed(done))?;
    }
    Ok(stray)
}

fn push_bounded(text: &mut String, more: &str) {
    let room = MOST_TEXT.saturating_sub(text.len());
    let end = more.char_indices().map(|(at, _)| at).take_while(|at| *at <= room).last();
    match end {
        Some(end) if more.len() > room => text.push_str(more.get(..end).unwrap_or_default()),
        _ if more.len() <= room => text.push_str(more),
        _ => {}
    }
}

/// What stands behind the time: a sender and the beginning of a text, or a notice.
fn begin(at: NaiveDateTime, rest: &str) -> std::result::Result<Open, Notice> {
    let named = rest
        .split_once(": ")
        .or_else(|| rest.trim_end().strip_suffix(':').map(|sender| (sender, "")))
        .map(|(sender, text)| (without_marks(sender).trim().to_owned(), text));
    if let Some((sender, text)) = named {
        let is_own_name = sender.starts_with('~');
        let sender = sender.trim_start_matches('~').trim().to_owned();
        if !sender.is_empty()
            && sender.chars().count() <= MOST_NAME
            && !notice::has_sign(&format!(" {sender} "))
        {
            let marked = text.starts_with(MARK);
            let mut kept = String::new();
            push_bounded(&mut kept, &without_marks(text));
            return Ok(Open { at, sender, is_own_name, marked, text: kept });
        }
    }
    let (kind, who) = notice::read(&without_marks(rest));
    Err(Notice { at, kind, who })
}

fn closed(open: Open) -> Entry {
    let typed = notice::typed(&open.text);
    let is_plain = !typed.has_media && !typed.is_deleted;
    let speaks_of_itself =
        open.text.strip_prefix(open.sender.as_str()).is_some_and(|rest| rest.starts_with(' '));
    if is_plain && !open.text.contains('\n') && (open.marked || speaks_of_itself) {
        let (kind, who) = notice::read(&open.text);
        // "Budi left" by Budi is the app's; a person's own words may begin with the mark, too.
        if kind != NoticeKind::Other || open.marked || notice::has_sign(&open.text) {
            return Entry::Notice(Notice { at: open.at, kind, who });
        }
    }
    Entry::Message(Message {
        at: open.at,
        sender: open.sender,
        is_own_name: open.is_own_name,
        text: typed.text,
        has_media: typed.has_media,
        is_deleted: typed.is_deleted,
        is_edited: typed.is_edited,
    })
}

/// An exported chat on disk: the text itself, or the archive around it.
pub struct ChatFile<'a> {
    path: &'a Path,
    /// The place of the text in the archive; none = the file is the text.
    part: Option<usize>,
}

impl<'a> ChatFile<'a> {
    /// Looks what kind of file it is. An archive without a chat is refused, and so is one that
    /// would unpack to more than anybody writes.
    pub fn open(path: &'a Path) -> Result<Self> {
        let mut file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
        let mut magic = [0; 2];
        let count = file.read(&mut magic)?;
        if count < 2 || magic != *b"PK" {
            if file.metadata()?.len() > MOST_BYTES {
                return Err(too_big(path));
            }
            return Ok(Self { path, part: None });
        }
        let mut archive = unpacked(path)?;
        if archive.len() > MOST_PARTS {
            return Err(refuse(path, "chat-file-damaged", "too many parts"));
        }
        // iPhones call it `_chat.txt`; other texts may be files that somebody sent.
        let mut found: Option<(bool, u64, usize)> = None;
        for place in 0..archive.len() {
            let part = archive
                .by_index_raw(place)
                .map_err(|cause| refuse(path, "chat-file-damaged", cause))?;
            let name = part.name().rsplit('/').next().unwrap_or_default().to_lowercase();
            if !name.ends_with(".txt") || part.is_dir() {
                continue;
            }
            let is_chat = name == "_chat.txt" || name.contains("whatsapp");
            let candidate = (is_chat, part.size(), place);
            if found.is_none_or(|best| (candidate.0, candidate.1) > (best.0, best.1)) {
                found = Some(candidate);
            }
        }
        let Some((_, size, place)) = found else {
            return Err(refuse(path, "chat-file-not-chat", "no text in the archive"));
        };
        if size > MOST_BYTES {
            return Err(too_big(path));
        }
        Ok(Self { path, part: Some(place) })
    }

    fn with_text<T>(&self, work: impl FnOnce(&mut dyn BufRead) -> Result<T>) -> Result<T> {
        let Some(place) = self.part else {
            let file = File::open(self.path)?;
            return work(&mut BufReader::new(file.take(MOST_BYTES)));
        };
        let mut archive = unpacked(self.path)?;
        let part = archive
            .by_index(place)
            .map_err(|cause| refuse(self.path, "chat-file-damaged", cause))?;
        // The directory of an archive may lie about sizes.
        work(&mut BufReader::new(part.take(MOST_BYTES)))
    }

    /// How the file writes its lines; refused where it holds no chat.
    pub fn survey(&self, latest: NaiveDate) -> Result<Layout> {
        let layout = self.with_text(|text| {
            survey(text, latest).map_err(|cause| refuse(self.path, "chat-file-damaged", cause))
        })?;
        layout.ok_or_else(|| refuse(self.path, "chat-file-not-chat", "no line begins a message"))
    }

    /// Every message and notice; see [`read`].
    pub fn read(&self, layout: &Layout, take: impl FnMut(Entry) -> Result<()>) -> Result<u64> {
        self.with_text(|text| read(text, layout, take))
    }
}

fn unpacked(path: &Path) -> Result<zip::ZipArchive<BufReader<File>>> {
    let file = File::open(path)?;
    zip::ZipArchive::new(BufReader::new(file))
        .map_err(|cause| refuse(path, "chat-file-damaged", cause))
}

fn refuse(path: &Path, text: &'static str, cause: impl std::fmt::Display) -> Error {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let mut error = Error::new(Code::Invalid, text).arg("file", name).because(cause);
    error.field = Some("file".to_owned());
    error
}

fn too_big(path: &Path) -> Error {
    refuse(path, "chat-file-too-big", "").arg("limit", MOST_BYTES / 1024 / 1024)
}

/// What the app calls the file in the languages that it is read in, before the group's name.
const FILE_NAMES: &[&str] = &[
    "whatsapp chat with ",
    "whatsapp chat - ",
    "chat whatsapp dengan ",
    "chat whatsapp - ",
    "obrolan whatsapp dengan ",
];

/// The group's name out of the file's: "Chat WhatsApp dengan Pers Kota.txt".
pub fn group_name(file_name: &str) -> Option<String> {
    let lower = file_name.to_lowercase();
    let ending = [".txt", ".zip"].into_iter().find(|ending| lower.ends_with(ending))?;
    let stem = file_name.get(..file_name.len().checked_sub(ending.len())?)?;
    let start = FILE_NAMES.iter().find(|start| lower.starts_with(**start))?;
    // Copies of a download are numbered.
    let name = stem.get(start.len()..)?.trim();
    let name = match name.rsplit_once(" (") {
        Some((name, number)) if number.trim_end_matches(')').parse::<u32>().is_ok() => name,
        _ => name,
    };
    let name: String = without_marks(name).trim().chars().take(MOST_NAME).collect();
    (!name.is_empty()).then_some(name)
}
