//! What was said at events, as a table for other programs.

use std::path::PathBuf;

use serde::Deserialize;
use ts_rs::TS;

use super::PaperWritten;
use super::report::Words;
use super::tables::{Columns, TableOrder, heads, write};
use crate::error::Result;
use crate::event_note::{self, NoteFilter};
use crate::format::workbook::CellKind;
use crate::job::Job;

/// Which notes to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NoteTable {
    /// Which.
    pub filter: Option<NoteFilter>,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `xlsx` or `csv`; none = by the file's ending, else `xlsx`.
    pub format: Option<String>,
}

const COLUMNS: Columns = &[
    ("id", CellKind::Number),
    ("event", CellKind::Text),
    ("note-kind", CellKind::Text),
    ("note-at", CellKind::Text),
    ("note-who", CellKind::Text),
    ("outlet", CellKind::Text),
    ("note-text", CellKind::Text),
    ("answer", CellKind::Text),
    ("note-agenda", CellKind::Text),
];

/// Writes notes as a table.
pub fn export_notes(job: &Job, order: NoteTable) -> Result<PaperWritten> {
    job.progress("phase-exporting", 0, 0);
    let (words, rows) = job.workspace.db.read(|db| {
        let words = Words::of(db)?;
        let rows = event_note::list(db, &job.ctx, order.filter.clone().unwrap_or_default())?;
        Ok((words, rows))
    })?;
    let rows = rows
        .into_iter()
        .map(|row| {
            vec![
                row.note.id.to_string(),
                row.event,
                words.stored("event-note-kind", row.note.kind.as_str()),
                words.sortable(&row.note.at),
                row.who,
                row.outlet,
                row.note.text,
                row.note.answer,
                if row.note.agenda { words.word("event-note-agenda-yes") } else { String::new() },
            ]
        })
        .collect();
    let (headers, kinds) = heads(&words, COLUMNS);
    let name = words.word("event-notes-file");
    let (file, format) = (order.file, order.format);
    write(job, TableOrder { file, format, kind: "event_notes", name, headers, kinds, rows })
}
