//! Rejected rows as a file: as they were, with the reason, to be mended and imported again.

use std::path::Path;

use super::{Rejected, Sheet};
use crate::error::Result;
use crate::format::table::column_letters;
use crate::job::Job;
use crate::text::sentence;

/// The file of an import's rejected rows in the workspace's uploads.
pub fn file_name(import_id: i64) -> String {
    format!("rejected{import_id}.csv")
}

/// Saves rejected rows with the reason in a last column; those of several sheets with the sheet
/// and row in front.
pub fn save(job: &Job, file: &Path, sheets: &[Sheet], rejected: &[&Rejected]) -> Result<()> {
    let language = job.workspace.db.read(|db| crate::settings::value(db, "language", "id"))?;
    let several = sheets.len() > 1;
    let first: &[String] =
        sheets.first().map(|sheet| sheet.table.headers.as_slice()).unwrap_or_default();
    let same = sheets.iter().all(|sheet| sheet.table.headers == first);
    let width = sheets.iter().map(|sheet| sheet.table.headers.len()).max().unwrap_or(0);
    let mut headers: Vec<String> = Vec::new();
    if several {
        headers.push(sentence(&language, "import-sheet", &[]));
        headers.push(sentence(&language, "import-row", &[]));
    }
    if same {
        headers.extend(first.iter().cloned());
    } else {
        headers.extend((0..width).map(column_letters));
    }
    headers.push(sentence(&language, "import-reason-column", &[]));
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let rows = rejected.iter().map(|row| {
        let mut cells = row.cells.clone();
        cells.resize(width.max(cells.len()), String::new());
        let reason = sentence(&language, &format!("import-reason-{}", row.reason), &[]);
        cells.push(if row.column.is_empty() {
            reason
        } else {
            format!("{}: {reason}", row.column)
        });
        if several {
            cells.insert(0, row.row.to_string());
            cells.insert(0, row.sheet.clone());
        }
        Ok(cells)
    });
    let unfinished = file.with_extension("part");
    crate::format::csv::write_safe(std::fs::File::create(&unfinished)?, &headers, rows, true)?;
    std::fs::rename(unfinished, file)?;
    Ok(())
}
