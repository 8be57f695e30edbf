//! Export of the media list: what is shown or all of it, chosen columns, as CSV, workbook or vCards;
//! and of the rows that an import rejected. What is written can be imported again.

mod cards;
mod details;
mod posts;
mod table;

use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::ContactFilter;
use crate::db::{Ctx, Durability, Reader};
use crate::error::{Code, Error, Result};
use crate::field::{self, FieldKind, RecordField};
use crate::format::contact_columns::Field;
use crate::format::workbook::CellKind;
use crate::format::{csv, workbook};
use crate::job::Job;
use crate::owner::OwnerKind;
use crate::text::{known, sentence};
use table::Table;

/// What to export and where to.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ExportOrder {
    /// `contacts`, `organisations`, `posts` or `rejected`.
    #[ts(optional = false)]
    pub what: String,
    /// The file; its ending decides: `.csv`, `.xlsx` or `.vcf`. None = a dated name in the person's
    /// download folder.
    pub file: Option<PathBuf>,
    /// For a file without a name: `csv`, `xlsx` or `vcf`.
    pub format: Option<String>,
    /// Version of vCards: `3.0`, or `4.0` unless said otherwise.
    pub card_version: Option<String>,
    /// Which contacts, in which order.
    pub filter: Option<ContactFilter>,
    /// Only these contacts or organisations, in this order.
    pub ids: Option<Vec<i64>>,
    /// Keys of the fields that become columns, in this order; none = every field that holds
    /// something.
    pub columns: Option<Vec<String>>,
    /// Whose rejected rows.
    pub import_id: Option<i64>,
    /// Posts of this programme; none = of all.
    pub programme_id: Option<i64>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// The file.
    pub file: PathBuf,
    /// Rows in it.
    pub rows: i64,
}

/// A field that can be a column of an export.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportColumn {
    /// The field's key.
    pub key: String,
    /// What its column is called, in the language of the office.
    pub name: String,
}

/// Found out by Warta, or files of their own: no columns.
const NO_COLUMNS: &[&str] = &["photo_sha256", "followers"];
/// Columns that an export has only when they are asked for: they follow from others or from what
/// was done.
const ON_DEMAND: &[&str] = &[
    "outlet_type",
    "created_at",
    "updated_at",
    "last_contact_at",
    "contacts",
    "programmes",
    "times_quoted",
];
/// Columns that a table has even when nobody has a value.
const ALWAYS: &[&str] =
    &["name", "outlet", "position", "email", "phone", "whatsapp", "media_type", "city"];

/// What the column of a field is called.
pub fn header(language: &str, owner: OwnerKind, field: &RecordField) -> String {
    if field.custom_field_id != 0 {
        return field.name.clone();
    }
    let key = match (owner, field.key.as_str()) {
        (OwnerKind::Organisation, "name") => "organisation",
        (OwnerKind::Organisation, _) => "",
        (OwnerKind::Contact, key) => key,
    };
    known(language, &format!("export-column-{key}"), &[])
        .unwrap_or_else(|| sentence(language, &field.text, &[]))
}

/// The field of a column that an export has besides those of the list of fields.
pub fn extra_column(language: &str, owner: OwnerKind, header: &str) -> Option<Field> {
    let key = details::of(owner).find(|key| detail_header(language, key) == header)?;
    let name = match owner {
        OwnerKind::Contact => key.to_owned(),
        OwnerKind::Organisation => format!("outlet_{key}"),
    };
    name.parse().ok()
}

fn detail_header(language: &str, key: &str) -> String {
    sentence(language, &format!("export-column-{key}"), &[])
}

/// The fields that an export of contacts or organisations can have.
pub fn columns(db: &Reader, _ctx: &Ctx, owner: OwnerKind) -> Result<Vec<ExportColumn>> {
    let language = crate::settings::value(db, "language", "id")?;
    let mut columns: Vec<ExportColumn> = field::all(db, owner)?
        .iter()
        .filter(|field| !NO_COLUMNS.contains(&field.key.as_str()))
        .map(|field| ExportColumn { key: field.key.clone(), name: header(&language, owner, field) })
        .collect();
    columns.extend(
        details::of(owner)
            .map(|key| ExportColumn { key: key.to_owned(), name: detail_header(&language, key) }),
    );
    Ok(columns)
}

/// Writes the file, complete or not at all.
pub fn run(job: &Job, order: ExportOrder) -> Result<Exported> {
    let file = target(job, &order)?;
    if let Some(folder) =
        file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir())
    {
        return Err(
            Error::new(Code::NotFound, "export-folder-missing").arg("folder", folder.display())
        );
    }
    if order.what == "rejected" {
        let kept = job
            .workspace
            .folder()
            .join("uploads")
            .join(format!("rejected{}.csv", order.import_id.unwrap_or(0)));
        if !kept.is_file() {
            return Err(Error::new(Code::NotFound, "export-no-rejected"));
        }
        whole(job, &file, |unfinished| {
            std::fs::copy(&kept, unfinished)?;
            Ok(())
        })?;
        return Ok(Exported { file, rows: 0 });
    }
    if order.what == "posts" {
        let rows = posts::write(job, &order, &file, &ending(&file))?;
        note_order(job, &order, &ending(&file), &file, rows)?;
        return Ok(Exported { file, rows });
    }
    let owner = match order.what.as_str() {
        "contacts" => OwnerKind::Contact,
        "organisations" => OwnerKind::Organisation,
        _ => return Err(Error::invalid("what", "error-wrong-value").arg("field", "what")),
    };
    let format = ending(&file);
    let version = match order.card_version.as_deref() {
        Some("3" | "3.0") => crate::format::vcard::Version::V3,
        None | Some("4" | "4.0") => crate::format::vcard::Version::V4,
        Some(_) => {
            return Err(
                Error::invalid("card_version", "error-wrong-value").arg("field", "card_version")
            );
        }
    };
    if !matches!(format.as_str(), "xlsx" | "csv" | "vcf") {
        return Err(Error::invalid("file", "export-unknown-ending").arg("file", file.display()));
    }
    let rows = job.workspace.db.read(|db| {
        let language = crate::settings::value(db, "language", "id")?;
        let table = Table::open(db, job, owner, &order, &language, format == "vcf")?;
        whole(job, &file, |unfinished| match format.as_str() {
            "xlsx" => {
                let kinds: Vec<CellKind> =
                    table.columns.iter().map(|column| cell_kind(column.kind)).collect();
                let headers = table.headers();
                workbook::write_typed_xlsx(unfinished, &order.what, &headers, &kinds, table.rows())
            }
            "csv" => {
                let out = std::io::BufWriter::new(std::fs::File::create(unfinished)?);
                csv::write_safe(out, &table.headers(), table.rows(), true)
            }
            _ => cards::write(unfinished, owner, version, &table),
        })?;
        Ok(i64::try_from(table.count()).unwrap_or(i64::MAX))
    })?;
    note_order(job, &order, &format, &file, rows)?;
    Ok(Exported { file, rows })
}

/// Notes that a file with personal data left: who, when, what, how many. Names nobody.
fn note_order(job: &Job, order: &ExportOrder, format: &str, file: &Path, rows: i64) -> Result<()> {
    let filter = order.filter.clone().unwrap_or_default();
    let what = match (&order.ids, filter.list_id) {
        (Some(_), _) => "selection".to_owned(),
        (None, Some(list)) => format!("list {list}"),
        (None, None) => match order.programme_id {
            Some(id) => format!("programme {id}"),
            None => "shown".to_owned(),
        },
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    job.workspace.db.write_unlogged(Durability::Normal, &["exports"], |db| {
        note(db, &job.ctx, &order.what, format, &what, rows, &name)
    })
}

fn cell_kind(kind: FieldKind) -> CellKind {
    match kind {
        FieldKind::Number => CellKind::Number,
        FieldKind::Date => CellKind::Day,
        _ => CellKind::Text,
    }
}

fn ending(file: &Path) -> String {
    file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Notes in the log of exports that a file with personal data was written. `what` says which: a
/// filter, a list, the number of a contact; never a name.
pub fn note(
    db: &Reader,
    ctx: &Ctx,
    kind: &str,
    format: &str,
    what: &str,
    count: i64,
    file_name: &str,
) -> Result<()> {
    db.execute(
        "INSERT INTO exports (at, actor, kind, format, what, count, file_name)
         VALUES (:now, :actor, :kind, :format, :what, :count, :file)",
        named_params! {":now": ctx.now_text(), ":actor": ctx.actor, ":kind": kind, ":format": format, ":what": what,
            ":count": count, ":file": file_name},
    )?;
    Ok(())
}

/// One file with personal data that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportLine {
    /// Its number.
    pub id: i64,
    /// When, UTC.
    pub at: String,
    /// By whom.
    pub actor: String,
    /// `contacts`, `organisations`, `subject` …
    pub kind: String,
    /// `csv`, `xlsx`, `pdf`, `json` …
    pub format: String,
    /// Which: a filter, a list, the number of a contact.
    pub what: String,
    /// How many persons or bodies are in it.
    pub count: i64,
    /// The file's name.
    pub file_name: String,
}

/// The log of exports, the newest first.
pub fn log(db: &Reader, _ctx: &Ctx, limit: i64) -> Result<Vec<ExportLine>> {
    db.rows(
        "SELECT id, at, actor, kind, format, what, count, file_name FROM exports ORDER BY id DESC LIMIT :limit",
        named_params! {":limit": limit.clamp(1, 10_000)},
        |row| {
            Ok(ExportLine {
                id: row.get(0)?,
                at: row.get(1)?,
                actor: row.get(2)?,
                kind: row.get(3)?,
                format: row.get(4)?,
                what: row.get(5)?,
                count: row.get(6)?,
                file_name: row.get(7)?,
            })
        },
    )
}

fn target(job: &Job, order: &ExportOrder) -> Result<PathBuf> {
    if let Some(file) = &order.file {
        return Ok(file.clone());
    }
    let ending = match order.format.as_deref() {
        _ if order.what == "rejected" => "csv",
        Some("csv") => "csv",
        Some("vcf") => "vcf",
        _ => "xlsx",
    };
    let folder = dirs::download_dir()
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(|| job.workspace.folder().to_owned());
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(format!(
        "warta-{}-{}.{ending}",
        order.what,
        job.ctx.now.format("%Y%m%d-%H%M%S")
    )))
}

/// Writes a file beside its place and puts it there once it is whole and on the disk: who cancels,
/// or has no room left, keeps what was there before and no half of what was to come.
pub fn whole(job: &Job, file: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = file.with_file_name(format!(".{name}.{}.part", job.id()));
    let outcome = write(&unfinished)
        // Some disks tell only now that they are full.
        .and_then(|()| {
            let written = std::fs::OpenOptions::new().append(true).open(&unfinished)?;
            Ok(written.sync_all()?)
        })
        .and_then(|()| job.check_cancelled())
        .and_then(|()| Ok(std::fs::rename(&unfinished, file)?));
    outcome.map_err(|error| {
        let _ = std::fs::remove_file(&unfinished);
        error.arg("file", file.display())
    })
}
