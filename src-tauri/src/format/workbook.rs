//! Workbooks (XLSX, XLS, ODS): sheets, rows as text, and writing XLSX.
//!
//! Foreign files may be damaged on purpose. Sizes are checked before anything is parsed, the
//! parser runs on its own thread behind `catch_unwind`, and rows come over a short channel, so
//! that neither a crash nor a huge sheet reaches the rest of the program.

use std::fs::File;
use std::io::{BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Reader as _, Xls, XlsError, Xlsx, XlsxError,
    open_workbook,
};

use super::csv::{cannot_open, refuse};
use super::table::{FileKind, MAX_COLUMNS, Row, SheetInfo, file_name};
use crate::error::{Code, Error, Result};

/// Bytes to which a workbook may unpack, in all.
pub const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Bytes of an XLS file, which is held in memory whole.
pub const MAX_XLS: u64 = 64 * 1024 * 1024;
/// Cells of an ODS file, which is held in memory whole; repeated cells count each time.
pub const MAX_ODS_CELLS: u64 = 5_000_000;
/// Parts of a workbook's archive.
const MAX_PARTS: usize = 10_000;
/// Cells that travel over the channel in one batch.
const BATCH_CELLS: usize = 4_096;
const MEGABYTE: u64 = 1024 * 1024;
/// Merged areas that are filled down; more than that is no table made by a person.
const MAX_MERGES: usize = 100_000;

fn damaged(path: &Path, cause: impl std::fmt::Display) -> Error {
    refuse(path, "error-file-damaged").because(cause)
}

fn too_big(path: &Path, megabytes: u64) -> Error {
    refuse(path, "error-file-too-big").arg("limit", megabytes)
}

/// Tells XLSX from ODS by the parts of the archive.
pub(super) fn zip_kind(path: &Path) -> Result<FileKind> {
    let file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
    let archive =
        zip::ZipArchive::new(BufReader::new(file)).map_err(|cause| damaged(path, cause))?;
    let has = |wanted: &str| archive.file_names().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("xl/workbook.xml") {
        Ok(FileKind::Xlsx)
    } else if has("content.xml")
        && archive.file_names().any(|name| name == "META-INF/manifest.xml" || name == "mimetype")
    {
        Ok(FileKind::Ods)
    } else if has("xl/workbook.bin") {
        Err(refuse(path, "error-file-binary-workbook"))
    } else {
        Err(refuse(path, "error-file-not-table"))
    }
}

/// Refuses what would not fit: by the archive's own directory, then by unpacking and counting,
/// because the directory may lie.
fn check_size(path: &Path, kind: FileKind) -> Result<()> {
    let file = File::open(path).map_err(|cause| cannot_open(path, &cause))?;
    let size = file.metadata()?.len();
    if kind == FileKind::Xls {
        if size > MAX_XLS {
            return Err(too_big(path, MAX_XLS / MEGABYTE));
        }
        return check_not_locked(path, file);
    }
    let mut archive =
        zip::ZipArchive::new(BufReader::new(file)).map_err(|cause| damaged(path, cause))?;
    if archive.len() > MAX_PARTS {
        return Err(refuse(path, "error-file-damaged"));
    }
    let mut stated: u64 = 0;
    for place in 0..archive.len() {
        let part = archive.by_index_raw(place).map_err(|cause| damaged(path, cause))?;
        stated = stated.saturating_add(part.size());
    }
    if stated > MAX_UNPACKED {
        return Err(too_big(path, MAX_UNPACKED / MEGABYTE));
    }
    let mut unpacked: u64 = 0;
    let mut buffer = vec![0; 256 * 1024];
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|cause| damaged(path, cause))?;
        let stated = part.size();
        let mut of_part: u64 = 0;
        let mut cells =
            (kind == FileKind::Ods && part.name() == "content.xml").then(RepeatedCells::default);
        loop {
            let count = part.read(&mut buffer).map_err(|cause| damaged(path, cause))?;
            if count == 0 {
                break;
            }
            unpacked = unpacked.saturating_add(count as u64);
            of_part = of_part.saturating_add(count as u64);
            if of_part > stated {
                return Err(damaged(path, "a part is larger than its directory says"));
            }
            if unpacked > MAX_UNPACKED {
                return Err(too_big(path, MAX_UNPACKED / MEGABYTE));
            }
            if let Some(cells) = &mut cells {
                cells.feed(buffer.get(..count).unwrap_or_default());
                if cells.total > MAX_ODS_CELLS {
                    return Err(
                        refuse(path, "error-file-too-many-cells").arg("limit", MAX_ODS_CELLS)
                    );
                }
            }
        }
    }
    Ok(())
}

/// An Office file with a password is a container of the old kind with one encrypted part.
fn check_not_locked(path: &Path, mut file: File) -> Result<()> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return Err(refuse(path, "error-file-locked"));
    }
    Ok(())
}

/// Counts the cells that an ODS sheet stands for: a few bytes there can mean millions.
#[derive(Default)]
struct RepeatedCells {
    /// The tag being read, without its brackets.
    tag: Vec<u8>,
    in_tag: bool,
    row_repeat: u64,
    row_cells: u64,
    row_filled: u64,
    total: u64,
}

impl RepeatedCells {
    fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match byte {
                b'<' => {
                    self.in_tag = true;
                    self.tag.clear();
                }
                b'>' if self.in_tag => {
                    self.in_tag = false;
                    self.take_tag();
                }
                // Longer attributes than this say nothing about repeats.
                other if self.in_tag && self.tag.len() < 2_000 => self.tag.push(*other),
                _ => {}
            }
        }
    }

    fn take_tag(&mut self) {
        let tag = String::from_utf8_lossy(&self.tag).into_owned();
        let number = |name: &str| {
            let rest = tag
                .split_once(name)
                .map(|(_, rest)| rest.trim_start_matches(['=', ' ', '"', '\'']));
            let digits = rest
                .map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default());
            digits.and_then(|digits| digits.parse::<u64>().ok()).unwrap_or(1)
        };
        if tag.starts_with("table:table-row") {
            self.row_repeat = number("number-rows-repeated");
            self.row_cells = 0;
            self.row_filled = 0;
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")
        {
            self.row_cells = self.row_cells.saturating_add(number("number-columns-repeated"));
            if !tag.ends_with('/') || tag.contains("office:value") {
                self.row_filled = self.row_cells;
            }
        } else if tag.starts_with("/table:table-row") {
            self.total = self.total.saturating_add(self.row_filled.saturating_mul(self.row_repeat));
        }
    }
}

fn xlsx_failed(path: &Path, cause: &XlsxError) -> Error {
    match cause {
        XlsxError::Password => refuse(path, "error-file-locked"),
        other => damaged(path, other),
    }
}

fn xls_failed(path: &Path, cause: &XlsError) -> Error {
    match cause {
        XlsError::Password => refuse(path, "error-file-locked"),
        other => damaged(path, other),
    }
}

fn ods_failed(path: &Path, cause: &OdsError) -> Error {
    match cause {
        OdsError::Password => refuse(path, "error-file-locked"),
        other => damaged(path, other),
    }
}

fn sheet_unknown(path: &Path, sheet: &str) -> Error {
    refuse(path, "error-sheet-unknown").arg("sheet", sheet)
}

/// Runs a parser so that its crash becomes an error.
fn guarded<T>(path: &Path, parse: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(parse))
        .unwrap_or_else(|_| Err(damaged(path, "the parser stopped")))
}

/// The sheets of a workbook in the order of their tabs.
pub(super) fn sheets(path: &Path, kind: FileKind) -> Result<Vec<SheetInfo>> {
    check_size(path, kind)?;
    guarded(path, || match kind {
        FileKind::Xlsx => {
            let mut book: Xlsx<_> =
                open_workbook(path).map_err(|cause| xlsx_failed(path, &cause))?;
            let mut infos = Vec::new();
            for name in book.sheet_names() {
                // Chart sheets have no cells and are left out.
                let Ok(mut reader) = book.worksheet_cells_reader(&name) else { continue };
                let dimensions = reader.dimensions();
                let filled = dimensions.end != (0, 0) || matches!(reader.next_cell(), Ok(Some(_)));
                let rows_estimate = if filled { u64::from(dimensions.end.0) + 1 } else { 0 };
                infos.push(SheetInfo { name, rows_estimate });
            }
            Ok(infos)
        }
        FileKind::Xls => {
            let mut book: Xls<_> = open_workbook(path).map_err(|cause| xls_failed(path, &cause))?;
            Ok(book.worksheets().into_iter().map(sheet_info).collect())
        }
        _ => {
            let mut book: Ods<_> = open_workbook(path).map_err(|cause| ods_failed(path, &cause))?;
            Ok(book.worksheets().into_iter().map(sheet_info).collect())
        }
    })
}

fn sheet_info((name, range): (String, calamine::Range<Data>)) -> SheetInfo {
    SheetInfo { name, rows_estimate: range.end().map_or(0, |end| u64::from(end.0) + 1) }
}

/// The rows of one sheet, parsed on a thread of their own.
pub(super) struct Rows {
    batches: Receiver<Result<Vec<Row>>>,
    batch: std::vec::IntoIter<Row>,
    done_rows: u64,
    all_rows: Arc<AtomicU64>,
    size: u64,
}

impl Rows {
    pub(super) fn open(path: &Path, kind: FileKind, sheet: Option<&str>) -> Result<Self> {
        check_size(path, kind)?;
        let size = std::fs::metadata(path)?.len();
        let (sender, batches) = sync_channel(4);
        let all_rows = Arc::new(AtomicU64::new(0));
        let task = Task {
            path: path.to_owned(),
            sheet: sheet.map(str::to_owned),
            all_rows: Arc::clone(&all_rows),
            sender,
        };
        std::thread::Builder::new().name("workbook".to_owned()).spawn(move || task.run(kind))?;
        Ok(Self { batches, batch: Vec::new().into_iter(), done_rows: 0, all_rows, size })
    }

    pub(super) fn next_into(&mut self, row: &mut Row) -> Result<bool> {
        loop {
            if let Some(next) = self.batch.next() {
                self.done_rows = next.number;
                *row = next;
                return Ok(true);
            }
            match self.batches.recv() {
                Ok(batch) => self.batch = batch?.into_iter(),
                Err(_) => return Ok(false),
            }
        }
    }

    pub(super) fn bytes_read(&self) -> u64 {
        let all = self.all_rows.load(Ordering::Relaxed).max(self.done_rows).max(1);
        self.size.saturating_mul(self.done_rows) / all
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }
}

/// The listener has gone; nothing more needs parsing.
struct Stopped;

struct Task {
    path: PathBuf,
    sheet: Option<String>,
    all_rows: Arc<AtomicU64>,
    sender: SyncSender<Result<Vec<Row>>>,
}

impl Task {
    fn run(self, kind: FileKind) {
        let result = guarded(&self.path, || match kind {
            FileKind::Xlsx => self.xlsx(),
            FileKind::Xls => {
                let mut book: Xls<_> =
                    open_workbook(&self.path).map_err(|cause| xls_failed(&self.path, &cause))?;
                let name = self.chosen(&book.sheet_names())?;
                self.range(
                    &book.worksheet_range(&name).map_err(|cause| xls_failed(&self.path, &cause))?,
                )
            }
            _ => {
                let mut book: Ods<_> =
                    open_workbook(&self.path).map_err(|cause| ods_failed(&self.path, &cause))?;
                let name = self.chosen(&book.sheet_names())?;
                self.range(
                    &book.worksheet_range(&name).map_err(|cause| ods_failed(&self.path, &cause))?,
                )
            }
        });
        if let Err(error) = result {
            // Without a listener nobody needs the error.
            let _ = self.sender.send(Err(error));
        }
    }

    fn chosen(&self, names: &[String]) -> Result<String> {
        match &self.sheet {
            Some(wanted) => names
                .iter()
                .find(|name| *name == wanted)
                .cloned()
                .ok_or_else(|| sheet_unknown(&self.path, wanted)),
            None => names.first().cloned().ok_or_else(|| refuse(&self.path, "error-file-empty")),
        }
    }

    fn xlsx(&self) -> Result<()> {
        let failed = |cause: XlsxError| xlsx_failed(&self.path, &cause);
        let mut book: Xlsx<_> = open_workbook(&self.path).map_err(failed)?;
        let name = self.chosen(&book.sheet_names())?;
        let merges = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut builder = RowBuilder::new(self, FillDown::new(merges));
        let mut cells = book.worksheet_cells_reader(&name).map_err(failed)?;
        self.all_rows.store(u64::from(cells.dimensions().end.0) + 1, Ordering::Relaxed);
        while let Some(cell) = cells.next_cell().map_err(failed)? {
            let (row, column) = cell.get_position();
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::String(text) => text.clone(),
                DataRef::Int(number) => number.to_string(),
                DataRef::Float(number) => number_text(*number),
                DataRef::Bool(value) => bool_text(*value),
                DataRef::DateTime(at) => date_text(at),
                DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_text(text),
                DataRef::Error(error) => error.to_string(),
            };
            if builder.cell(row, column as usize, text)?.is_err() {
                return Ok(());
            }
        }
        builder.finish();
        Ok(())
    }

    fn range(&self, range: &calamine::Range<Data>) -> Result<()> {
        self.all_rows.store(range.end().map_or(0, |end| u64::from(end.0) + 1), Ordering::Relaxed);
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut builder = RowBuilder::new(self, FillDown::default());
        for (row, column, value) in range.used_cells() {
            let text = match value {
                Data::Empty => continue,
                Data::String(text) => text.clone(),
                Data::Int(number) => number.to_string(),
                Data::Float(number) => number_text(*number),
                Data::Bool(value) => bool_text(*value),
                Data::DateTime(at) => date_text(at),
                Data::DateTimeIso(text) | Data::DurationIso(text) => iso_text(text),
                Data::Error(error) => error.to_string(),
            };
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            if builder.cell(row, first_column as usize + column, text)?.is_err() {
                return Ok(());
            }
        }
        builder.finish();
        Ok(())
    }
}

/// Makes rows of single cells and sends them in batches.
struct RowBuilder<'a> {
    task: &'a Task,
    fill: FillDown,
    row: Row,
    batch: Vec<Row>,
    batch_cells: usize,
}

impl<'a> RowBuilder<'a> {
    fn new(task: &'a Task, fill: FillDown) -> Self {
        Self { task, fill, row: Row::default(), batch: Vec::new(), batch_cells: 0 }
    }

    fn cell(
        &mut self,
        row: u32,
        column: usize,
        text: String,
    ) -> Result<std::result::Result<(), Stopped>> {
        let number = u64::from(row) + 1;
        if column >= MAX_COLUMNS {
            let error = Error::new(Code::Invalid, "error-row-too-wide");
            return Err(error
                .arg("file", file_name(&self.task.path))
                .arg("row", number)
                .arg("limit", MAX_COLUMNS));
        }
        if number != self.row.number && self.end_row().is_err() {
            return Ok(Err(Stopped));
        }
        self.row.number = number;
        if self.row.cells.len() <= column {
            self.row.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.row.cells.get_mut(column) {
            *cell = text;
        }
        Ok(Ok(()))
    }

    fn end_row(&mut self) -> std::result::Result<(), Stopped> {
        if self.row.number == 0 {
            return Ok(());
        }
        let mut row = std::mem::take(&mut self.row);
        self.fill.apply(&mut row);
        self.batch_cells += row.cells.len() + 1;
        self.batch.push(row);
        if self.batch_cells >= BATCH_CELLS {
            self.batch_cells = 0;
            let batch = std::mem::take(&mut self.batch);
            return self.task.sender.send(Ok(batch)).map_err(|_| Stopped);
        }
        Ok(())
    }

    fn finish(mut self) {
        if self.end_row().is_ok() && !self.batch.is_empty() {
            // Without a listener nobody needs the rest.
            let _ = self.task.sender.send(Ok(self.batch));
        }
    }
}

/// Repeats the value of a cell merged over several rows in each of them: lists merge the outlet
/// over its journalists, and headers of two rows merge their plain columns.
#[derive(Default)]
struct FillDown {
    /// First row, last row, column; sorted by first row, the next one last.
    waiting: Vec<(u64, u64, usize)>,
    active: Vec<(u64, usize, String)>,
}

impl FillDown {
    fn new(merges: Vec<calamine::Dimensions>) -> Self {
        let downward = merges
            .into_iter()
            .filter(|area| area.end.0 > area.start.0 && (area.start.1 as usize) < MAX_COLUMNS);
        let mut waiting: Vec<_> = downward
            .take(MAX_MERGES)
            .map(|area| {
                (u64::from(area.start.0) + 1, u64::from(area.end.0) + 1, area.start.1 as usize)
            })
            .collect();
        waiting.sort_unstable_by(|a, b| b.cmp(a));
        Self { waiting, active: Vec::new() }
    }

    fn apply(&mut self, row: &mut Row) {
        self.active.retain(|(last, _, _)| *last >= row.number);
        for (_, column, value) in &self.active {
            if row.cells.len() <= *column {
                row.cells.resize(column + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                cell.clone_from(value);
            }
        }
        while let Some((first, last, column)) =
            self.waiting.pop_if(|(first, _, _)| *first <= row.number)
        {
            if let Some(value) = row.cells.get(column).filter(|value| {
                first == row.number && !value.is_empty() && self.active.len() < MAX_COLUMNS
            }) {
                self.active.push((last, column, value.clone()));
            }
        }
    }
}

/// A number as a person reads it: no exponent, no `.0`, so that phone numbers survive.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

fn bool_text(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.to_owned()
}

/// A date as `2026-11-22`, with time as `2026-11-22T09:30:00`, a time alone as `09:30:00`.
fn date_text(at: &ExcelDateTime) -> String {
    let Some(moment) = at.as_datetime().filter(|_| !at.is_duration()) else {
        return number_text(at.as_f64());
    };
    let time = moment.time();
    if at.as_f64() < 1.0 {
        time.format("%H:%M:%S").to_string()
    } else if at.as_f64().fract() == 0.0 {
        moment.date().to_string()
    } else {
        moment.format("%Y-%m-%dT%H:%M:%S").to_string()
    }
}

fn iso_text(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).to_owned()
}

/// What the cells of a column are in a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text, so that phone numbers keep their zeros and nothing runs as a formula.
    Text,
    /// A number that can be added up.
    Number,
    /// A day that sorts as one.
    Day,
}

/// Writes a workbook with one sheet, all cells as text.
pub fn write_xlsx<R, C>(path: &Path, sheet: &str, headers: &[&str], rows: R) -> Result<()>
where
    R: IntoIterator<Item = Result<Vec<C>>>,
    C: AsRef<str>,
{
    let kinds = vec![CellKind::Text; headers.len()];
    write_typed_xlsx(path, sheet, headers, &kinds, rows)
}

/// Writes a workbook with one sheet: bold header that stays in view, cells by the kind of their
/// column. What is no number or day in such a column stays text.
pub fn write_typed_xlsx<R, V, C>(
    path: &Path,
    sheet: &str,
    headers: &[&str],
    kinds: &[CellKind],
    rows: R,
) -> Result<()>
where
    R: IntoIterator<Item = Result<V>>,
    V: AsRef<[C]>,
    C: AsRef<str>,
{
    let mut book = Book::beside(path)?;
    book.page(sheet, headers, kinds, rows)?;
    book.save(path)
}

/// One sheet of a workbook.
pub struct Page<'a> {
    /// Its name.
    pub name: String,
    /// The first row.
    pub headers: Vec<String>,
    /// What each column holds.
    pub kinds: Vec<CellKind>,
    /// The other rows.
    pub rows: Box<dyn Iterator<Item = Result<Vec<String>>> + 'a>,
}

/// Writes a workbook of several sheets, each as [`write_typed_xlsx`] does.
pub fn write_pages(path: &Path, pages: Vec<Page>) -> Result<()> {
    let mut book = Book::beside(path)?;
    for page in pages {
        book.page(&page.name, &page.headers, &page.kinds, page.rows)?;
    }
    book.save(path)
}

/// A workbook being written, row by row to the disk, so that memory does not grow with the rows.
struct Book(rust_xlsxwriter::Workbook);

fn failed(cause: rust_xlsxwriter::XlsxError) -> Error {
    match cause {
        rust_xlsxwriter::XlsxError::IoError(cause) => Error::from(cause),
        other => Error::internal(other),
    }
}

impl Book {
    fn beside(path: &Path) -> Result<Self> {
        let mut book = rust_xlsxwriter::Workbook::new();
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            book.set_tempdir(folder).map_err(failed)?;
        }
        Ok(Self(book))
    }

    fn save(mut self, path: &Path) -> Result<()> {
        self.0.save(path).map_err(failed)
    }

    fn page<H, R, V, C>(
        &mut self,
        sheet: &str,
        headers: &[H],
        kinds: &[CellKind],
        rows: R,
    ) -> Result<()>
    where
        H: AsRef<str>,
        R: IntoIterator<Item = Result<V>>,
        V: AsRef<[C]>,
        C: AsRef<str>,
    {
        let bold = rust_xlsxwriter::Format::new().set_bold();
        let text = rust_xlsxwriter::Format::new().set_num_format("@");
        let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        let page = self.0.add_worksheet_with_constant_memory().map_err(failed)?;
        page.set_name(sheet_name(sheet)).map_err(failed)?;
        page.set_freeze_panes(1, 0).map_err(failed)?;
        for (column, header) in (0_u16..).zip(headers) {
            page.write_string_with_format(0, column, header.as_ref(), &bold).map_err(failed)?;
            page.set_column_width(column, 22).map_err(failed)?;
        }
        for (line, row) in (1_u32..).zip(rows) {
            for ((column, cell), place) in (0_u16..).zip(row?.as_ref()).zip(0_usize..) {
                let cell = cell.as_ref();
                if cell.is_empty() {
                    continue;
                }
                let kind = kinds.get(place).copied().unwrap_or(CellKind::Text);
                if kind == CellKind::Number
                    && let Some(number) = plain_number(cell)
                {
                    page.write_number(line, column, number).map_err(failed)?;
                    continue;
                }
                if kind == CellKind::Day
                    && let Some(date) = excel_day(cell)
                {
                    page.write_datetime_with_format(line, column, date, &day).map_err(failed)?;
                    continue;
                }
                // A cell holds at most 32 767 characters.
                let end = cell.char_indices().nth(32_767).map_or(cell.len(), |(end, _)| end);
                page.write_string_with_format(line, column, cell.get(..end).unwrap_or(cell), &text)
                    .map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// A day, `YYYY-MM-DD`, that a workbook can hold: it begins in 1900.
fn excel_day(cell: &str) -> Option<rust_xlsxwriter::ExcelDateTime> {
    use chrono::Datelike;
    let date: chrono::NaiveDate = cell.parse().ok().filter(|_| cell.len() == 10)?;
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900)?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    rust_xlsxwriter::ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A number that a workbook gives back as it was written: no zeros in front, not too long.
fn plain_number(cell: &str) -> Option<f64> {
    let number: f64 = cell.parse().ok()?;
    (number.is_finite() && number.to_string() == cell).then_some(number)
}

/// A tab's name has at most 31 characters, and not all of them.
fn sheet_name(name: &str) -> String {
    let name: String =
        name.chars().map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c }).take(31).collect();
    if name.trim().is_empty() { "Warta".to_owned() } else { name.trim().to_owned() }
}
