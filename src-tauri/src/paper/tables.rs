//! Lists as tables for other programs: enquiries and coverage as CSV or as a workbook.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::report::Words;
use super::{PaperWritten, file_name, free_name};
use crate::coverage::{self, CoverageFilter, CoverageRow};
use crate::db::Durability;
use crate::enquiry::{self, EnquiryDetail, EnquiryFilter};
use crate::error::{Error, Result};
use crate::format::workbook::CellKind;
use crate::format::{csv, workbook};
use crate::job::Job;
use crate::{export, stored_file};

/// Which enquiries to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EnquiryTable {
    /// Which; its `limit` and `offset` are left alone.
    pub filter: Option<EnquiryFilter>,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
    pub format: Option<String>,
}

/// Which coverage to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CoverageTable {
    /// Which; its `limit` and `offset` are left alone.
    pub filter: Option<CoverageFilter>,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
    pub format: Option<String>,
}

/// Columns: the end of the key of their name, and what their cells are.
pub(super) type Columns = &'static [(&'static str, CellKind)];

const ENQUIRY_COLUMNS: Columns = &[
    ("id", CellKind::Number),
    ("kind", CellKind::Text),
    ("subject", CellKind::Text),
    ("question", CellKind::Text),
    ("who", CellKind::Text),
    ("outlet", CellKind::Text),
    ("channel", CellKind::Text),
    ("asked", CellKind::Text),
    ("due", CellKind::Text),
    ("zone", CellKind::Text),
    ("state", CellKind::Text),
    ("owner", CellKind::Text),
    ("unit", CellKind::Text),
    ("statement", CellKind::Text),
    ("cleared-by", CellKind::Text),
    ("answer", CellKind::Text),
    ("answered", CellKind::Text),
    ("answered-by", CellKind::Text),
    ("minutes", CellKind::Number),
    ("published", CellKind::Number),
    ("closed", CellKind::Text),
    ("reason", CellKind::Text),
];

pub(super) const COVERAGE_COLUMNS: Columns = &[
    ("id", CellKind::Number),
    ("published-on", CellKind::Day),
    ("coverage-kind", CellKind::Text),
    ("outlet", CellKind::Text),
    ("author", CellKind::Text),
    ("title", CellKind::Text),
    ("url", CellKind::Text),
    ("place", CellKind::Text),
    ("headline-tone", CellKind::Text),
    ("body-tone", CellKind::Text),
    ("tone-reason", CellKind::Text),
    ("release", CellKind::Text),
    ("enquiry", CellKind::Text),
    ("event", CellKind::Text),
];

/// A table to be written: where to, in what form, and what the log of exports calls it.
pub(super) struct TableOrder<'a> {
    pub file: Option<PathBuf>,
    pub format: Option<String>,
    /// `enquiries`, `coverage` …: also what the log of exports calls it.
    pub kind: &'a str,
    /// What the file and the sheet are called.
    pub name: String,
    pub headers: Vec<String>,
    pub kinds: Vec<CellKind>,
    pub rows: Vec<Vec<String>>,
}

/// Writes the file, complete or not at all, and notes that it was written.
pub(super) fn write(job: &Job, order: TableOrder) -> Result<PaperWritten> {
    let by_ending = order.file.as_deref().and_then(Path::extension);
    let format = order
        .format
        .clone()
        .or_else(|| by_ending.map(|ending| ending.to_string_lossy().into_owned()))
        .unwrap_or_else(|| "xlsx".to_owned())
        .to_lowercase();
    if !matches!(format.as_str(), "xlsx" | "csv") {
        return Err(Error::invalid("format", "table-format").arg("value", format));
    }
    let file = order.file.unwrap_or_else(|| {
        let name = file_name(&order.name).unwrap_or_else(|| order.kind.to_owned());
        free_name(&stored_file::download_folder(job.workspace.folder()), &name, &format)
    });
    let headers: Vec<&str> = order.headers.iter().map(String::as_str).collect();
    export::whole(job, &file, |unfinished| {
        if format == "csv" {
            let out = std::io::BufWriter::new(std::fs::File::create(unfinished)?);
            return csv::write_safe(
                out,
                &headers,
                order.rows.iter().map(|row| Ok(row.clone())),
                true,
            );
        }
        let rows = order.rows.iter().map(Ok);
        workbook::write_typed_xlsx(unfinished, &order.name, &headers, &order.kinds, rows)
    })?;
    let count = i64::try_from(order.rows.len()).unwrap_or(i64::MAX);
    let shown = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        export::note(db, &job.ctx, order.kind, &format, "shown", count, &shown)
    })?;
    let size = std::fs::metadata(&file)?.len();
    Ok(PaperWritten { file, size: i64::try_from(size).unwrap_or(i64::MAX) })
}

/// The names of columns, and what they hold.
pub(super) fn heads(words: &Words, columns: Columns) -> (Vec<String>, Vec<CellKind>) {
    columns.iter().map(|(key, kind)| (words.word(&format!("table-head-{key}")), *kind)).unzip()
}

/// Writes enquiries as a table.
pub fn export_enquiries(job: &Job, order: EnquiryTable) -> Result<PaperWritten> {
    job.progress("phase-exporting", 0, 0);
    let (words, rows) = job.workspace.db.read(|db| {
        let words = Words::of(db)?;
        let filter = EnquiryFilter {
            limit: Some(i64::MAX),
            offset: None,
            ..order.filter.clone().unwrap_or_default()
        };
        let page = enquiry::list(db, &job.ctx, filter)?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            rows.push(enquiry_cells(&words, &enquiry::show(db, &job.ctx, row.id)?));
        }
        Ok((words, rows))
    })?;
    let (headers, kinds) = heads(&words, ENQUIRY_COLUMNS);
    let name = words.word("nav-enquiries");
    let (file, format) = (order.file, order.format);
    write(job, TableOrder { file, format, kind: "enquiries", name, headers, kinds, rows })
}

/// Writes coverage as a table.
pub fn export_coverage(job: &Job, order: CoverageTable) -> Result<PaperWritten> {
    job.progress("phase-exporting", 0, 0);
    let (words, rows) = job.workspace.db.read(|db| {
        let words = Words::of(db)?;
        let filter = CoverageFilter {
            limit: Some(i64::MAX),
            offset: None,
            ..order.filter.clone().unwrap_or_default()
        };
        let page = coverage::list(db, &job.ctx, filter)?;
        let rows: Vec<Vec<String>> =
            page.rows.iter().map(|row| coverage_cells(&words, row)).collect();
        Ok((words, rows))
    })?;
    let (headers, kinds) = heads(&words, COVERAGE_COLUMNS);
    let name = words.word("nav-coverage");
    let (file, format) = (order.file, order.format);
    write(job, TableOrder { file, format, kind: "coverage", name, headers, kinds, rows })
}

pub(super) fn coverage_cells(words: &Words, row: &CoverageRow) -> Vec<String> {
    let piece = &row.coverage;
    vec![
        piece.id.to_string(),
        piece.published_on.clone(),
        words.stored("coverage-kind", piece.kind.as_str()),
        row.outlet.clone(),
        row.author.clone(),
        piece.title.clone(),
        piece.url.clone(),
        piece.place.clone(),
        words.stored("coverage-tone", &piece.headline_tone),
        words.stored("coverage-tone", &piece.body_tone),
        piece.tone_reason.clone(),
        row.release.clone(),
        row.enquiry.clone(),
        row.event.clone(),
    ]
}

fn enquiry_cells(words: &Words, detail: &EnquiryDetail) -> Vec<String> {
    let EnquiryDetail { enquiry, row, .. } = detail;
    let reason = words.stored("enquiry-closed", &enquiry.close_reason);
    vec![
        row.id.to_string(),
        words.stored("enquiry-kind", row.kind.as_str()),
        row.subject.clone(),
        enquiry.question.clone(),
        row.who.clone(),
        row.outlet.clone(),
        words.stored("enquiry-channel", row.channel.as_str()),
        words.sortable(&row.asked_at),
        words.sortable(&row.due_at),
        if row.due_at.is_empty() { String::new() } else { words.zone_at(&row.due_at) },
        words.stored("enquiry-state", row.state.as_str()),
        row.owner.clone(),
        row.unit.clone(),
        enquiry.statement.clone(),
        enquiry.cleared_by.clone(),
        enquiry.answer.clone(),
        words.sortable(&row.answered_at),
        enquiry.answered_by.clone(),
        row.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
        row.published.to_string(),
        words.sortable(&enquiry.closed_at),
        [reason, enquiry.close_note.clone()]
            .into_iter()
            .filter(|said| !said.is_empty())
            .collect::<Vec<_>>()
            .join(": "),
    ]
}
