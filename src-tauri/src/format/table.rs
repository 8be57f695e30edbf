//! Any file with rows: what it holds, and its rows one by one.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{contact_columns, csv, vcard, workbook};
use crate::error::{Code, Error, Result};

/// Columns of one row above which a file is refused.
pub const MAX_COLUMNS: usize = 4096;
/// Rows looked at to find the header.
const HEADER_WITHIN: usize = 60;
const SAMPLES: usize = 8;

/// What a file is, by its first bytes and not by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Text with a delimiter: CSV, TSV.
    Delimited,
    /// Excel since 2007.
    Xlsx,
    /// Excel until 2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// vCards, one row each.
    Vcard,
}

/// One sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetInfo {
    /// Its name on the tab.
    pub name: String,
    /// Rows it probably has.
    pub rows_estimate: u64,
}

/// What a look at the beginning of a file tells.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TableInfo {
    /// What it is.
    pub kind: FileKind,
    /// Name of the encoding; empty for workbooks.
    pub encoding: String,
    /// What stands between cells; none for workbooks.
    pub delimiter: Option<char>,
    /// Sheets of a workbook; one without name for delimited text.
    pub sheets: Vec<SheetInfo>,
    /// The sheet that was looked at.
    pub sheet: Option<String>,
    /// Place of the header row, counted from 0; none when the first row is data.
    pub header_row: Option<usize>,
    /// Names of the columns; letters (A, B, …) when there is no header row.
    pub headers: Vec<String>,
    /// The first rows after the header.
    pub samples: Vec<Vec<String>>,
}

/// How to read a file. The default finds everything out by itself, except that without
/// `header_row` all rows are data.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ReadPlan {
    /// Sheet by name; the first with rows when none is given.
    pub sheet: Option<String>,
    /// Place of the header row, counted from 0: rows up to it are skipped.
    pub header_row: Option<usize>,
    /// What stands between cells.
    pub delimiter: Option<char>,
    /// Name of the encoding (WHATWG label).
    pub encoding: Option<String>,
}

impl From<&TableInfo> for ReadPlan {
    fn from(info: &TableInfo) -> Self {
        Self {
            sheet: info.sheet.clone(),
            header_row: info.header_row,
            delimiter: info.delimiter,
            encoding: (!info.encoding.is_empty()).then(|| info.encoding.clone()),
        }
    }
}

/// One row of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Number as a spreadsheet shows it, counted from 1, empty rows included.
    pub number: u64,
    /// Its cells as text. Rows may have fewer or more cells than the header.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether no cell holds anything.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The last part of a path, for messages.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// What a file is, by its content: names lie.
pub fn kind_of(path: &Path) -> Result<FileKind> {
    let mut file = File::open(path).map_err(|cause| csv::cannot_open(path, &cause))?;
    let mut head = Vec::new();
    Read::by_ref(&mut file)
        .take(64)
        .read_to_end(&mut head)
        .map_err(|cause| csv::cannot_open(path, &cause))?;
    if head.is_empty() {
        return Err(csv::refuse(path, "error-file-empty"));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return workbook::zip_kind(path);
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(FileKind::Xls);
    }
    if vcard::is_card(&head) {
        return Ok(FileKind::Vcard);
    }
    Ok(FileKind::Delimited)
}

/// Looks at the beginning of a file: kind, encoding, delimiter, sheets, header row, samples.
pub fn inspect(path: &Path, sheet: Option<&str>) -> Result<TableInfo> {
    let kind = kind_of(path)?;
    if kind == FileKind::Vcard {
        return inspect_cards(path);
    }
    let mut plan = ReadPlan { sheet: sheet.map(str::to_owned), ..ReadPlan::default() };
    let (sheets, encoding) = if kind == FileKind::Delimited {
        let shape = csv::sniff(path)?;
        plan.delimiter = Some(char::from(shape.delimiter));
        (
            vec![SheetInfo { name: String::new(), rows_estimate: shape.rows_estimate }],
            shape.encoding.name().to_owned(),
        )
    } else {
        let sheets = workbook::sheets(path, kind)?;
        if plan.sheet.is_none() {
            let filled = sheets.iter().find(|sheet| sheet.rows_estimate > 0).or(sheets.first());
            plan.sheet = filled.map(|sheet| sheet.name.clone());
        }
        (sheets, String::new())
    };
    let mut reader = rows(path, &plan)?;
    let mut first = Vec::new();
    let mut row = Row::default();
    while first.len() < HEADER_WITHIN {
        match reader.next_into(&mut row) {
            Ok(true) => first.push(row.clone()),
            Ok(false) => break,
            // Damage far below the header is told when that row is read.
            Err(error) if first.is_empty() => return Err(error),
            Err(_) => break,
        }
    }
    if first.is_empty() {
        return Err(csv::refuse(path, "error-file-empty"));
    }
    let header = find_header(&first);
    let header_row =
        header.map(|row| usize::try_from(row.number.saturating_sub(1)).unwrap_or(usize::MAX));
    let data: Vec<&Row> = match header {
        Some(header) => {
            first.iter().filter(|row| row.number > header.number && !is_column_count(row)).collect()
        }
        None => first.iter().collect(),
    };
    let headers = match header {
        Some(header) => {
            let mut names: Vec<String> = header
                .cells
                .iter()
                .map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect();
            while names.last().is_some_and(String::is_empty)
                && data
                    .iter()
                    .all(|row| row.cells.get(names.len() - 1).is_none_or(|c| c.trim().is_empty()))
            {
                names.pop();
            }
            names
        }
        None => (0..data.iter().map(|row| row.cells.len()).max().unwrap_or(0))
            .map(column_letters)
            .collect(),
    };
    let samples = data.iter().take(SAMPLES).map(|row| row.cells.clone()).collect();
    Ok(TableInfo {
        kind,
        encoding,
        delimiter: plan.delimiter,
        sheets,
        sheet: plan.sheet,
        header_row,
        headers,
        samples,
    })
}

fn inspect_cards(path: &Path) -> Result<TableInfo> {
    let mut reader = vcard::Rows::open(path)?;
    let (mut samples, mut row) = (Vec::new(), Row::default());
    while samples.len() < SAMPLES && reader.next_into(&mut row)? {
        samples.push(row.cells.clone());
    }
    if samples.is_empty() {
        return Err(csv::refuse(path, "error-file-empty"));
    }
    Ok(TableInfo {
        kind: FileKind::Vcard,
        encoding: String::new(),
        delimiter: None,
        sheets: vec![SheetInfo { name: String::new(), rows_estimate: vcard::count(path)? }],
        sheet: None,
        header_row: Some(0),
        headers: vcard::headers(path)?,
        samples,
    })
}

/// The name a spreadsheet gives a column: A to Z, AA, AB …
pub fn column_letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The header among the first rows: the one with the most known column names; else the first row
/// with as many names as most rows have cells, if it does not look like data.
fn find_header(rows: &[Row]) -> Option<&Row> {
    let known = |row: &Row| row.cells.iter().filter(|cell| contact_columns::is_known(cell)).count();
    let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let best = rows.iter().map(known).max().unwrap_or(0);
    let looks_like_data = |row: &Row| {
        row.cells.iter().any(|cell| cell.contains('@') || super::phone::looks_like_phone(cell))
    };
    if best >= 1 {
        let header = rows.iter().find(|row| known(row) == best)?;
        // A single known word may be a title ("Media") or even data ("Jakarta").
        if best >= 2
            || (filled(header) <= 2 || rows.iter().any(looks_like_data)) && !looks_like_data(header)
        {
            let wide = rows.iter().map(filled).max().unwrap_or(0) >= 2;
            if best >= 2 || filled(header) >= 2 || !wide {
                return Some(header);
            }
        }
    }
    let width = rows.iter().map(filled).max().unwrap_or(0);
    let candidate = rows.iter().find(|row| filled(row) >= 2 || width < 2)?;
    if looks_like_data(candidate) { None } else { Some(candidate) }
}

/// The row "1 2 3 4 …" that Indonesian tables put under their header.
fn is_column_count(row: &Row) -> bool {
    row.cells.len() >= 3
        && row
            .cells
            .iter()
            .enumerate()
            .all(|(place, cell)| cell.trim().trim_matches(['(', ')']).parse() == Ok(place + 1))
}

enum Source {
    Delimited(Box<csv::Reader>),
    Sheet(workbook::Rows),
    Cards(Box<vcard::Rows>),
}

/// The rows of a file after its header. Empty rows are left out (their numbers are counted), and
/// so is a row that only counts the columns right under the header.
pub struct Rows {
    source: Source,
    /// Number of the header row; 0 when there is none.
    header: u64,
}

impl Rows {
    /// Reads the next row into `row`, reusing its strings; `false` at the end. The fast way.
    pub fn next_into(&mut self, row: &mut Row) -> Result<bool> {
        loop {
            let more = match &mut self.source {
                Source::Delimited(reader) => reader.next_into(row)?,
                Source::Sheet(rows) => rows.next_into(row)?,
                Source::Cards(rows) => rows.next_into(row)?,
            };
            if !more {
                return Ok(false);
            }
            let counts_columns =
                self.header > 0 && row.number == self.header + 1 && is_column_count(row);
            if row.number > self.header && !row.is_blank() && !counts_columns {
                return Ok(true);
            }
        }
    }

    /// Bytes of the file read so far; for workbooks the like share of its size.
    pub fn bytes_read(&self) -> u64 {
        match &self.source {
            Source::Delimited(reader) => reader.bytes_read(),
            Source::Sheet(rows) => rows.bytes_read(),
            Source::Cards(rows) => rows.bytes_read(),
        }
    }

    /// Size of the file in bytes.
    pub fn size(&self) -> u64 {
        match &self.source {
            Source::Delimited(reader) => reader.size(),
            Source::Sheet(rows) => rows.size(),
            Source::Cards(rows) => rows.size(),
        }
    }
}

impl Iterator for Rows {
    type Item = Result<Row>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut row = Row::default();
        match self.next_into(&mut row) {
            Ok(true) => Some(Ok(row)),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }
}

/// Opens the rows of a file, streamed: memory does not grow with the file (XLS and ODS excepted,
/// whose sizes are limited instead).
pub fn rows(path: &Path, plan: &ReadPlan) -> Result<Rows> {
    let header = plan.header_row.map_or(0, |place| place as u64 + 1);
    let kind = kind_of(path)?;
    if kind == FileKind::Vcard {
        let source = Source::Cards(Box::new(vcard::Rows::open(path)?));
        return Ok(Rows { source, header: 0 });
    }
    if kind != FileKind::Delimited {
        return Ok(Rows {
            source: Source::Sheet(workbook::Rows::open(path, kind, plan.sheet.as_deref())?),
            header,
        });
    }
    let mut shape = csv::sniff(path)?;
    if let Some(label) = &plan.encoding {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes());
        shape.encoding = encoding.ok_or_else(|| {
            Error::invalid("encoding", "error-encoding-unknown").arg("value", label)
        })?;
    }
    if let Some(delimiter) = plan.delimiter {
        let wrong = || Error::new(Code::Invalid, "error-delimiter-wrong").arg("value", delimiter);
        shape.delimiter = u8::try_from(delimiter)
            .ok()
            .filter(|d| d.is_ascii() && !matches!(d, b'"' | b'\r' | b'\n'))
            .ok_or_else(wrong)?;
    }
    Ok(Rows { source: Source::Delimited(Box::new(csv::Reader::open(path, &shape)?)), header })
}
