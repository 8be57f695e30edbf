//! Export of the media list as CSV or XLSX, and of the rows that an import rejected.

use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::contact::{self, ContactFilter, ContactRow};
use crate::db::{Ctx, Reader};
use crate::error::{Code, Error, Result};
use crate::format::{csv, workbook};
use crate::job::Job;
use crate::text::sentence;

/// What to export and where to.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ExportOrder {
    /// `contacts`, `organisations` or `rejected`.
    #[ts(optional = false)]
    pub what: String,
    /// The file; its ending decides: `.csv` or `.xlsx`. None = a dated name in the person's
    /// download folder.
    pub file: Option<PathBuf>,
    /// For a file without a name: `csv` or `xlsx`.
    pub format: Option<String>,
    /// Which contacts.
    pub filter: Option<ContactFilter>,
    /// Whose rejected rows.
    pub import_id: Option<i64>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// The file.
    pub file: PathBuf,
    /// Rows in it.
    pub rows: i64,
}

const PAGE: i64 = 1000;

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
        std::fs::copy(&kept, &file)
            .map_err(|cause| Error::new(Code::NotFound, "export-no-rejected").because(cause))?;
        return Ok(Exported { file, rows: 0 });
    }
    let language = job.workspace.db.read(|db| crate::settings::value(db, "language", "id"))?;
    let (keys, rows) = job.workspace.db.read(|db| match order.what.as_str() {
        "contacts" => contacts(db, &job.ctx, job, order.filter.clone().unwrap_or_default()),
        "organisations" => organisations(db),
        _ => Err(Error::invalid("what", "error-wrong-value").arg("field", "what")),
    })?;
    let headers: Vec<String> =
        keys.iter().map(|key| sentence(&language, &format!("export-column-{key}"), &[])).collect();
    let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    write(&file, &order.what, &headers, rows)?;
    Ok(Exported { file, rows: count })
}

fn target(job: &Job, order: &ExportOrder) -> Result<PathBuf> {
    if let Some(file) = &order.file {
        return Ok(file.clone());
    }
    let ending = if order.what == "rejected" || order.format.as_deref() == Some("csv") {
        "csv"
    } else {
        "xlsx"
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

fn write(file: &Path, sheet: &str, headers: &[&str], rows: Vec<Vec<String>>) -> Result<()> {
    let ending =
        file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let unfinished = file.with_extension(format!("part.{ending}"));
    let outcome = match ending.as_str() {
        "xlsx" => workbook::write_xlsx(&unfinished, sheet, headers, rows.into_iter().map(Ok)),
        "csv" => std::fs::File::create(&unfinished)
            .map_err(Error::from)
            .and_then(|out| csv::write_safe(out, headers, rows.into_iter().map(Ok), true)),
        _ => {
            return Err(Error::invalid("file", "export-unknown-ending").arg("file", file.display()));
        }
    };
    if let Err(error) = outcome.and_then(|()| Ok(std::fs::rename(&unfinished, file)?)) {
        let _ = std::fs::remove_file(&unfinished);
        return Err(error.arg("file", file.display()));
    }
    Ok(())
}

type Table = (Vec<&'static str>, Vec<Vec<String>>);

fn contacts(db: &Reader, ctx: &Ctx, job: &Job, filter: ContactFilter) -> Result<Table> {
    let keys = vec![
        "name",
        "name_prefix",
        "name_suffix",
        "kind",
        "outlet",
        "position",
        "email",
        "phone",
        "whatsapp",
        "beats",
        "city",
        "language",
        "salutation_formal",
        "salutation_familiar",
        "tags",
        "lists",
        "notes",
        "do_not_contact",
        "bad_address",
        "left_outlet",
    ];
    let total = contact::count(db, ctx, filter.clone())?;
    let mut rows = Vec::new();
    let mut offset = 0;
    loop {
        job.check_cancelled()?;
        job.progress("phase-exporting", offset, total);
        let page = contact::list(
            db,
            ctx,
            ContactFilter {
                offset: Some(offset),
                limit: Some(PAGE),
                without_total: Some(true),
                ..filter.clone()
            },
        )?;
        let count = i64::try_from(page.rows.len()).unwrap_or(0);
        for row in page.rows {
            rows.push(contact_cells(db, row)?);
        }
        offset += count;
        if count < PAGE {
            return Ok((keys, rows));
        }
    }
}

fn contact_cells(db: &Reader, row: ContactRow) -> Result<Vec<String>> {
    let record: contact::Contact = db.get(row.id)?;
    let lists: Vec<String> = db.rows(
        "SELECT l.name FROM recipient_list_members m JOIN recipient_lists l ON l.id = m.recipient_list_id AND l.deleted_at IS NULL
         WHERE m.contact_id = :id AND m.deleted_at IS NULL ORDER BY l.name_key",
        named_params! {":id": row.id},
        |found| found.get(0),
    )?;
    let yes = |holds: bool| if holds { "ya".to_owned() } else { String::new() };
    let phones = |whatsapp: bool| {
        row.phones
            .iter()
            .filter(|phone| phone.whatsapp == whatsapp)
            .map(|phone| phone.number.clone())
            .collect::<Vec<_>>()
            .join("; ")
    };
    Ok(vec![
        record.name,
        record.name_prefix,
        record.name_suffix,
        record.kind,
        row.outlet.clone(),
        row.position.clone(),
        row.emails.iter().map(|email| email.address.clone()).collect::<Vec<_>>().join("; "),
        phones(false),
        phones(true),
        row.beats.join("; "),
        record.city,
        record.language,
        record.salutation_formal,
        record.salutation_familiar,
        row.tags.join("; "),
        lists.join("; "),
        record.notes,
        yes(row.do_not_contact),
        yes(row.bad_address),
        yes(row.left_outlet),
    ])
}

fn organisations(db: &Reader) -> Result<Table> {
    let keys = vec![
        "organisation",
        "kind",
        "outlet_type",
        "outlet_scale",
        "outlet_company",
        "city",
        "outlet_address",
        "outlet_website",
        "email",
        "phone",
        "notes",
    ];
    let rows = db.rows(
        "SELECT o.name, o.kind, o.media_type, o.scale, o.company, o.city, o.address, o.website,
                COALESCE((SELECT MIN(r.value) FROM reaches r WHERE r.organisation_id = o.id AND r.kind = 'email' AND r.deleted_at IS NULL), ''),
                COALESCE((SELECT MIN(r.value) FROM reaches r WHERE r.organisation_id = o.id AND r.kind <> 'email' AND r.deleted_at IS NULL), ''),
                o.notes
         FROM organisations o
         WHERE o.deleted_at IS NULL
         ORDER BY o.name_key, o.id",
        &[],
        |row| (0..11).map(|column| row.get(column)).collect(),
    )?;
    Ok((keys, rows))
}
