//! The posts of a programme as a table: a row a post, with the last number read of each kind.

use super::{ExportOrder, whole};
use crate::error::{Error, Result};
use crate::format::workbook::CellKind;
use crate::format::{csv, workbook};
use crate::job::Job;
use crate::programme::{self, PostFilter, PostRow};
use crate::text::{known, sentence};

/// The columns: the end of the key of their name, and what their cells are.
const COLUMNS: [(&str, CellKind); 12] = [
    ("programme", CellKind::Text),
    ("member", CellKind::Text),
    ("platform", CellKind::Text),
    ("account", CellKind::Text),
    ("url", CellKind::Text),
    ("posted-on", CellKind::Day),
    ("theme", CellKind::Text),
    ("views", CellKind::Number),
    ("likes", CellKind::Number),
    ("comments", CellKind::Number),
    ("shares", CellKind::Number),
    ("read-on", CellKind::Day),
];

/// Writes the file; how many rows are in it.
pub fn write(job: &Job, order: &ExportOrder, file: &std::path::Path, format: &str) -> Result<i64> {
    job.workspace.db.read(|db| {
        let language = crate::settings::value(db, "language", "id")?;
        let filter = PostFilter {
            programme_id: order.programme_id,
            limit: Some(i64::MAX),
            ..PostFilter::default()
        };
        let page = programme::posts(db, &job.ctx, filter)?;
        let rows: Vec<Vec<String>> = page.rows.iter().map(|post| cells(&language, post)).collect();
        let headers =
            COLUMNS.map(|(name, _)| sentence(&language, &format!("programme-column-{name}"), &[]));
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        whole(job, file, |unfinished| match format {
            "xlsx" => {
                let kinds = COLUMNS.map(|(_, kind)| kind);
                let sheet = sentence(&language, "programme-posts", &[]);
                workbook::write_typed_xlsx(
                    unfinished,
                    &sheet,
                    &headers,
                    &kinds,
                    rows.iter().map(Ok),
                )
            }
            "csv" => {
                let out = std::io::BufWriter::new(std::fs::File::create(unfinished)?);
                csv::write_safe(out, &headers, rows.iter().map(|row| Ok(row.clone())), true)
            }
            _ => Err(Error::invalid("file", "export-unknown-ending").arg("file", file.display())),
        })?;
        Ok(i64::try_from(rows.len()).unwrap_or(i64::MAX))
    })
}

fn cells(language: &str, post: &PostRow) -> Vec<String> {
    let number = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
    let platform = known(language, &format!("platform-{}", post.platform), &[])
        .unwrap_or_else(|| post.platform.clone());
    vec![
        post.programme.clone(),
        post.name.clone(),
        platform,
        post.handle.clone(),
        post.url.clone(),
        post.posted_on.clone(),
        post.theme.clone(),
        number(post.views),
        number(post.likes),
        number(post.comments),
        number(post.shares),
        post.read_on.clone(),
    ]
}
