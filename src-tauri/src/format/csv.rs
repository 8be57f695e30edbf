//! Delimited text: what encoding and delimiter a file has, its records one by one in constant
//! memory, and safe writing.
//!
//! RFC 4180 with the liberties that spreadsheets take: any delimiter, a first line `sep=;`, lone
//! carriage returns as line ends, ragged rows, text after a closing quote. An unclosed quote is an
//! error that names its row, because everything after it would be swallowed silently.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chardetng::EncodingDetector;
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::table::{MAX_COLUMNS, Row, file_name};
use crate::error::{Code, Error, Result};

/// Bytes looked at to find out encoding and delimiter.
const SAMPLE: usize = 256 * 1024;
/// Records looked at to find out the delimiter.
const SAMPLE_RECORDS: usize = 50;
/// Bytes of one record above which the file is refused: a quote was probably never closed.
const MAX_RECORD: usize = 16 * 1024 * 1024;
const CHUNK: usize = 128 * 1024;
const DELIMITERS: [u8; 4] = *b",;\t|";

/// What the beginning of a file tells about the rest.
#[derive(Debug, Clone)]
pub struct Shape {
    /// How its bytes spell characters.
    pub encoding: &'static Encoding,
    /// What stands between cells.
    pub delimiter: u8,
    /// Bytes of the byte order mark.
    bom: u64,
    /// Size of the file in bytes.
    pub size: u64,
    /// Rows the file probably has, by the mean length of the first ones.
    pub rows_estimate: u64,
}

/// Finds out encoding and delimiter of a file. Refuses empty and binary files.
pub fn sniff(path: &Path) -> Result<Shape> {
    let mut file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
    let size = file.metadata()?.len();
    let mut sample = Vec::new();
    Read::by_ref(&mut file).take(SAMPLE as u64).read_to_end(&mut sample)?;
    let complete = sample.len() as u64 >= size;
    let (encoding, bom) =
        detect(&sample, complete).ok_or_else(|| refuse(path, "error-file-not-table"))?;
    let body = sample.get(bom..).unwrap_or_default();
    let (text, _) = encoding.decode_without_bom_handling(body);
    if text.trim().is_empty() {
        return Err(refuse(path, "error-file-empty"));
    }
    let start = text
        .trim_start()
        .get(..200.min(text.trim_start().len()))
        .unwrap_or_default()
        .to_ascii_lowercase();
    if ["<!doctype html", "<html", "<table", "<?xml", "<head"]
        .iter()
        .any(|mark| start.starts_with(mark))
    {
        return Err(refuse(path, "error-file-web-page"));
    }
    let delimiter = guess_delimiter(&text, complete, path);
    let lines = text
        .bytes()
        .filter(|byte| *byte == b'\n')
        .count()
        .max(text.bytes().filter(|byte| *byte == b'\r').count())
        .max(1) as u64;
    let rows_estimate =
        if complete { lines } else { size.saturating_mul(lines) / (sample.len() as u64).max(1) };
    Ok(Shape { encoding, delimiter, bom: bom as u64, size, rows_estimate })
}

pub(super) fn cannot_open(path: &Path, cause: &std::io::Error) -> Error {
    let text = match cause.kind() {
        std::io::ErrorKind::NotFound => "error-file-missing",
        _ => "error-file-unreadable",
    };
    Error::new(Code::Invalid, text).arg("file", file_name(path)).because(cause)
}

pub(super) fn refuse(path: &Path, text: &'static str) -> Error {
    Error::new(Code::Invalid, text).arg("file", file_name(path))
}

/// Encoding and length of the byte order mark; `None` for binary data.
fn detect(sample: &[u8], complete: bool) -> Option<(&'static Encoding, usize)> {
    if let Some((encoding, length)) = Encoding::for_bom(sample) {
        return Some((encoding, length));
    }
    if let Some(encoding) = utf_16_without_bom(sample) {
        return Some((encoding, 0));
    }
    let control = |byte: &&u8| {
        (**byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a))
            || **byte == 0x7f
    };
    let controls = sample.iter().filter(control).count();
    let magic: [&[u8]; 8] = [
        b"%PDF",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"Rar!",
        b"7z\xbc\xaf",
        b"\x7fELF",
        b"\x1f\x8b",
    ];
    if sample.contains(&0)
        || controls * 100 > sample.len()
        || magic.iter().any(|mark| sample.starts_with(mark))
    {
        return None;
    }
    match std::str::from_utf8(sample) {
        Ok(_) => return Some((UTF_8, 0)),
        // A character cut by the end of the sample is no error.
        Err(error) if error.error_len().is_none() && !complete => return Some((UTF_8, 0)),
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new();
    detector.feed(sample, complete);
    Some((detector.guess(Some(b"id"), false), 0))
}

/// Latin text in UTF-16 has a zero in every other byte.
fn utf_16_without_bom(sample: &[u8]) -> Option<&'static Encoding> {
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let (mut first, mut second) = (0, 0);
    for pair in sample.chunks_exact(2) {
        first += usize::from(pair.first() == Some(&0));
        second += usize::from(pair.last() == Some(&0));
    }
    let encoding = match (first, second) {
        (f, s) if s * 10 > pairs * 6 && f * 50 < pairs => UTF_16LE,
        (f, s) if f * 10 > pairs * 6 && s * 50 < pairs => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    (odd * 100 <= pairs).then_some(encoding)
}

/// The delimiter of a `sep=` line, which Excel writes and hides.
fn sep_line(text: &str) -> Option<u8> {
    let line = text.split(['\n', '\r']).next()?.trim_matches('"');
    let value = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))
        .or_else(|| line.strip_prefix("Sep="))?;
    match value.as_bytes() {
        [delimiter] if delimiter.is_ascii() && *delimiter != b'"' => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter by which the most records have the same number of cells, at least two.
fn guess_delimiter(text: &str, complete: bool, path: &Path) -> u8 {
    if let Some(delimiter) = sep_line(text) {
        return delimiter;
    }
    let tabbed = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("tsv") || e.eq_ignore_ascii_case("tab"));
    let mut best = (0, if tabbed { b'\t' } else { b',' });
    for delimiter in DELIMITERS {
        let mut reader =
            Reader::over(Box::new(Cursor::new(text.as_bytes().to_vec())), delimiter, path);
        let mut widths: Vec<usize> = Vec::new();
        while widths.len() < SAMPLE_RECORDS && matches!(reader.read_record(), Ok(true)) {
            if reader.ends.len() > 1 || !reader.record.is_empty() {
                widths.push(reader.ends.len());
            }
        }
        if !complete && widths.len() > 1 && widths.len() < SAMPLE_RECORDS {
            widths.pop();
        }
        let same = |width: usize| widths.iter().filter(|w| **w == width).count();
        let Some(usual) = widths.iter().copied().filter(|w| *w > 1).max_by_key(|w| (same(*w), *w))
        else {
            continue;
        };
        let score = same(usual) * 100 / widths.len().max(1) + usual.min(30);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Counts what was read, for progress.
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.read.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// Turns any encoding into UTF-8 as it is read.
struct Transcoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    ended: bool,
    /// The decoder gave its last; asking it again would be an error.
    finished: bool,
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        while !self.finished {
            if self.raw_at >= self.raw.len() && !self.ended {
                self.raw.resize(CHUNK / 4, 0);
                let count = self.source.read(&mut self.raw)?;
                self.raw.truncate(count);
                self.raw_at = 0;
                self.ended = count == 0;
            }
            let pending = self.raw.get(self.raw_at..).unwrap_or_default();
            let (result, read, written, _) = self.decoder.decode_to_utf8(pending, out, self.ended);
            self.raw_at += read;
            self.finished = self.ended && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

/// The records of a delimited file, read in constant memory.
pub struct Reader {
    source: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    delimiter: u8,
    /// Bytes of the current record, cell after cell.
    record: Vec<u8>,
    /// Where each cell of the current record ends.
    ends: Vec<usize>,
    number: u64,
    read: Arc<AtomicU64>,
    size: u64,
    file: String,
}

impl Reader {
    /// Opens a file whose shape is known.
    pub fn open(path: &Path, shape: &Shape) -> Result<Self> {
        let mut file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
        std::io::copy(&mut Read::by_ref(&mut file).take(shape.bom), &mut std::io::sink())?;
        let read = Arc::new(AtomicU64::new(shape.bom));
        let counted = Counted { file, read: Arc::clone(&read) };
        let source: Box<dyn Read + Send> = if shape.encoding == UTF_8 {
            Box::new(counted)
        } else {
            let decoder = shape.encoding.new_decoder_without_bom_handling();
            Box::new(Transcoded {
                source: counted,
                decoder,
                raw: Vec::new(),
                raw_at: 0,
                ended: false,
                finished: false,
            })
        };
        let mut reader = Self::over(source, shape.delimiter, path);
        reader.read = read;
        reader.size = shape.size;
        reader.skip_sep_line()?;
        Ok(reader)
    }

    fn over(source: Box<dyn Read + Send>, delimiter: u8, path: &Path) -> Self {
        Self {
            source,
            buffer: Vec::new(),
            at: 0,
            end: 0,
            delimiter,
            record: Vec::with_capacity(1024),
            ends: Vec::with_capacity(32),
            number: 0,
            read: Arc::default(),
            size: 0,
            file: file_name(path),
        }
    }

    /// Bytes taken from the file so far.
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Size of the file in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    fn skip_sep_line(&mut self) -> Result<()> {
        self.peek()?;
        let head = self.buffer.get(self.at..self.end.min(self.at + 16)).unwrap_or_default();
        let length = head.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
        let line = length.and_then(|length| head.get(..length)).unwrap_or_default();
        if std::str::from_utf8(line).is_ok_and(|line| sep_line(line).is_some()) {
            self.at += line.len();
            self.take_line_end()?;
        }
        Ok(())
    }

    /// The next byte without taking it; `None` at the end of the file.
    fn peek(&mut self) -> Result<Option<u8>> {
        if self.at >= self.end {
            if self.buffer.is_empty() {
                self.buffer.resize(CHUNK, 0);
            }
            self.end = loop {
                match self.source.read(&mut self.buffer) {
                    Err(cause) if cause.kind() == std::io::ErrorKind::Interrupted => {}
                    other => break other?,
                }
            };
            self.at = 0;
            if self.end == 0 {
                return Ok(None);
            }
        }
        Ok(self.buffer.get(self.at).copied())
    }

    fn take_line_end(&mut self) -> Result<()> {
        let first = self.peek()?;
        self.at += 1;
        if first == Some(b'\r') && self.peek()? == Some(b'\n') {
            self.at += 1;
        }
        Ok(())
    }

    /// Reads the next record into `record` and `ends`; an empty line is a record of one empty cell.
    fn read_record(&mut self) -> Result<bool> {
        self.record.clear();
        self.ends.clear();
        if self.peek()?.is_none() {
            return Ok(false);
        }
        self.number += 1;
        loop {
            if self.take_plain_cells() {
                self.take_line_end()?;
                return Ok(true);
            }
            if self.ends.len() >= MAX_COLUMNS {
                return Err(self.wrong("error-row-too-wide").arg("limit", MAX_COLUMNS));
            }
            // Here begins a cell that is quoted, or cut by the end of the buffer.
            if self.peek()? == Some(b'"') {
                self.at += 1;
                self.read_quoted()?;
            }
            let ended_by = self.read_plain()?;
            self.ends.push(self.record.len());
            match ended_by {
                Some(byte) if byte == self.delimiter => self.at += 1,
                Some(_) => {
                    self.take_line_end()?;
                    return Ok(true);
                }
                None => return Ok(true),
            }
        }
    }

    /// The fast way for what most rows are: takes unquoted cells that end inside the buffer.
    /// `true` when it came to the line end, which it leaves; otherwise a cell begins.
    fn take_plain_cells(&mut self) -> bool {
        let delimiter = self.delimiter;
        let window = self.buffer.get(self.at..self.end).unwrap_or_default();
        let mut rest = window;
        let mut ended = false;
        while rest.first().is_some_and(|first| *first != b'"') && self.ends.len() < MAX_COLUMNS {
            let Some(stop) =
                rest.iter().position(|byte| *byte == delimiter || *byte == b'\n' || *byte == b'\r')
            else {
                break;
            };
            let (cell, after) = rest.split_at(stop);
            self.record.extend_from_slice(cell);
            self.ends.push(self.record.len());
            if after.first() != Some(&delimiter) {
                rest = after;
                ended = true;
                break;
            }
            rest = after.get(1..).unwrap_or_default();
        }
        self.at += window.len() - rest.len();
        ended
    }

    /// Reads up to the closing quote, which it takes.
    fn read_quoted(&mut self) -> Result<()> {
        loop {
            if self.peek()?.is_none() {
                return Err(self.wrong("error-quote-open"));
            }
            let window = self.buffer.get(self.at..self.end).unwrap_or_default();
            let quote = window.iter().position(|byte| *byte == b'"');
            let text = window.get(..quote.unwrap_or(window.len())).unwrap_or_default();
            self.record.extend_from_slice(text);
            self.at += text.len();
            self.check_length()?;
            if quote.is_some() {
                self.at += 1;
                if self.peek()? != Some(b'"') {
                    return Ok(());
                }
                self.record.push(b'"');
                self.at += 1;
            }
        }
    }

    /// Reads up to a delimiter or line end, which it leaves, and returns it.
    fn read_plain(&mut self) -> Result<Option<u8>> {
        loop {
            if self.peek()?.is_none() {
                return Ok(None);
            }
            let delimiter = self.delimiter;
            let window = self.buffer.get(self.at..self.end).unwrap_or_default();
            let stop = window
                .iter()
                .position(|byte| *byte == delimiter || *byte == b'\n' || *byte == b'\r');
            let text = window.get(..stop.unwrap_or(window.len())).unwrap_or_default();
            self.record.extend_from_slice(text);
            self.at += text.len();
            match stop {
                Some(_) => return Ok(self.buffer.get(self.at).copied()),
                None => self.check_length()?,
            }
        }
    }

    fn check_length(&self) -> Result<()> {
        if self.record.len() > MAX_RECORD {
            return Err(self.wrong("error-row-too-long").arg("limit", MAX_RECORD / (1024 * 1024)));
        }
        Ok(())
    }

    fn wrong(&self, text: &'static str) -> Error {
        Error::new(Code::Invalid, text).arg("file", &self.file).arg("row", self.number)
    }

    /// Reads the next record into `row`, reusing its strings; `false` at the end. Row numbers
    /// count records, empty lines included, as a spreadsheet shows them.
    pub fn next_into(&mut self, row: &mut Row) -> Result<bool> {
        if !self.read_record()? {
            return Ok(false);
        }
        if self.record.contains(&0) {
            return Err(self.wrong("error-row-binary"));
        }
        row.number = self.number;
        row.cells.truncate(self.ends.len());
        // A file taken for UTF-8 by its beginning may still hold a few Windows-1252 rows.
        let text = std::str::from_utf8(&self.record).ok();
        let mut start = 0;
        for (place, end) in self.ends.iter().copied().enumerate() {
            let cell: Cow<'_, str> = match text.and_then(|text| text.get(start..end)) {
                Some(cell) => Cow::Borrowed(cell),
                None => {
                    WINDOWS_1252
                        .decode_without_bom_handling(
                            self.record.get(start..end).unwrap_or_default(),
                        )
                        .0
                }
            };
            start = end;
            let cell = unescape(&cell);
            match row.cells.get_mut(place) {
                Some(old) => {
                    old.clear();
                    old.push_str(cell);
                }
                None => row.cells.push(cell.to_owned()),
            }
        }
        Ok(true)
    }
}

/// Takes off what spreadsheets put around a value to keep it text: `="0812"` and `'+62`.
fn unescape(cell: &str) -> &str {
    match cell.as_bytes().first() {
        Some(b'=') => {
            cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
        }
        Some(b'\'') => match cell.strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
            _ => cell,
        },
        _ => cell,
    }
}

/// A cell as it may be opened in a spreadsheet without running as a formula: text that begins with
/// `= + - @`, tab or carriage return gets a leading apostrophe, which [`Reader`] takes off again.
/// Plain phone numbers (`+62 812-3456`) and numbers (`-5`) stay as they are: people read them, and
/// digits alone compute nothing harmful.
pub fn safe_cell(cell: &str) -> Cow<'_, str> {
    if !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        return Cow::Borrowed(cell);
    }
    let rest = cell.get(1..).unwrap_or_default();
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let plain = cell.starts_with(['+', '-'])
        && digits > 0
        && rest.bytes().all(|byte| byte.is_ascii_digit() || b" -.,()".contains(&byte));
    if plain { Cow::Borrowed(cell) } else { Cow::Owned(format!("'{cell}")) }
}

/// Writes delimited text with commas and CRLF (RFC 4180), every cell made safe by [`safe_cell`].
/// `bom` puts the mark in front by which Excel recognises UTF-8.
pub fn write_safe<W, R, C>(out: W, headers: &[&str], rows: R, bom: bool) -> Result<()>
where
    W: Write,
    R: IntoIterator<Item = Result<Vec<C>>>,
    C: AsRef<str>,
{
    let mut out = out;
    if bom {
        out.write_all(b"\xef\xbb\xbf")?;
    }
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(out);
    writer
        .write_record(headers.iter().map(|header| safe_cell(header).into_owned()))
        .map_err(write_failed)?;
    for row in rows {
        for cell in &row? {
            writer.write_field(safe_cell(cell.as_ref()).as_bytes()).map_err(write_failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(write_failed)?;
    }
    writer.flush()?;
    Ok(())
}

fn write_failed(cause: ::csv::Error) -> Error {
    match cause.into_kind() {
        ::csv::ErrorKind::Io(cause) => cause.into(),
        other => Error::internal(format!("{other:?}")),
    }
}
