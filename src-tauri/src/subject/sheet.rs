//! The copy of all that Warta holds about a person, as JSON for machines and PDF for people.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rusqlite::named_params;
use serde_json::{Map, Value as Json, json};

use super::{SubjectOrder, contact, identity, mentions, note_export, rows_about};
use crate::db::{Ctx, Reader, erase};
use crate::error::{Error, Result};
use crate::export::Exported;
use crate::format::pdf::Document;
use crate::history::changes_of_row;
use crate::job::Job;
use crate::{history, office, settings, text};

/// Columns that serve the machine: they say nothing about the person.
const TECHNICAL: &[&str] = &[
    "id",
    "version",
    "import_id",
    "contact_id",
    "rank",
    "claimed_by",
    "claimed_at",
    "marked_at",
    "token",
    "identity",
    "content",
    "matched_by",
    "quoted_lines",
    "raw_sha256",
    "sha256",
    "photo_sha256",
    "message_id",
    "next_at",
    "fields",
    "row_id",
    "merge_id",
];

/// Writes the file, complete or not at all, and notes it in the log of exports.
pub fn export(job: &Job, order: SubjectOrder) -> Result<Exported> {
    let ending = order
        .file
        .as_ref()
        .and_then(|file| file.extension())
        .map(|ending| ending.to_string_lossy().to_lowercase());
    let format = order.format.clone().or(ending).unwrap_or_else(|| "pdf".to_owned());
    if !matches!(format.as_str(), "pdf" | "json") {
        return Err(Error::invalid("format", "subject-format").arg("value", format));
    }
    let file = order.file.clone().unwrap_or_else(|| default_file(job, order.contact_id, &format));
    job.progress("phase-exporting", 0, 0);
    let (bytes, rows) = job.workspace.db.read(|db| {
        contact(db, order.contact_id)?;
        let copy = gather(db, &job.ctx, order.contact_id)?;
        let rows = copy.rows;
        let bytes = if format == "json" {
            serde_json::to_vec_pretty(&copy.json)?
        } else {
            let language = settings::value(db, "language", "id")?;
            let zone = office::zone(db)?;
            Pages { language, zone, names: history::Names }.pdf(&copy)?
        };
        Ok((bytes, rows))
    })?;
    let unfinished = file.with_extension("part");
    std::fs::write(&unfinished, bytes)?;
    std::fs::rename(&unfinished, &file)?;
    note_export(job, &format, order.contact_id, &file)?;
    Ok(Exported { file, rows })
}

fn default_file(job: &Job, contact_id: i64, format: &str) -> PathBuf {
    let folder = dirs::download_dir()
        .filter(|folder| folder.is_dir())
        .unwrap_or_else(|| job.workspace.folder().to_owned());
    folder.join(format!(
        "warta-subject-{contact_id}-{}.{format}",
        job.ctx.now.format("%Y%m%d-%H%M%S")
    ))
}

struct Copy {
    json: Json,
    name: String,
    /// Table and its rows, in the order of the schema.
    tables: Vec<(String, Vec<Map<String, Json>>)>,
    office: String,
    rows: i64,
}

/// Everything: the rows about the person, what was changed in them and by whom, and where their
/// addresses stand elsewhere.
fn gather(db: &Reader, ctx: &Ctx, contact_id: i64) -> Result<Copy> {
    let person = identity(db, contact_id)?;
    let about = rows_about(db, &person)?;
    let mut tables: Vec<(String, Vec<Map<String, Json>>)> = Vec::new();
    let mut log = Vec::new();
    for (table, id) in &about {
        let Some(mut row) = erase::image(db, table, *id)? else { continue };
        for (column, what, name) in [
            ("organisation_id", "organisations", "name"),
            ("association_id", "organisations", "name"),
            ("release_id", "releases", "headline"),
            ("recipient_list_id", "recipient_lists", "name"),
            ("group_chat_id", "group_chats", "name"),
            ("custom_field_id", "custom_fields", "name"),
            ("staff_id", "staff", "name"),
        ] {
            if let Some(other) = row.get(column).and_then(Json::as_i64).filter(|id| *id > 0) {
                let named: Option<String> = db.row(
                    &format!("SELECT {name} FROM {what} WHERE id = :id"),
                    named_params! {":id": other},
                    |row| row.get(0),
                )?;
                row.insert(column.replace("_id", ""), json!(named));
            }
        }
        log.extend(changes_of_row(db, table, *id)?);
        match tables.iter_mut().find(|(name, _)| name == table) {
            Some((_, rows)) => rows.push(row),
            None => tables.push((table.clone(), vec![row])),
        }
    }
    let own = about.iter().cloned().collect();
    let elsewhere = mentions(db, &person.texts, &own)?;
    let office = office::find(db)?.map(|office| office.name).unwrap_or_default();
    let rows = i64::try_from(about.len()).unwrap_or(i64::MAX);
    let data: BTreeMap<&str, &Vec<Map<String, Json>>> =
        tables.iter().map(|(table, rows)| (table.as_str(), rows)).collect();
    let json = json!({
        "warta": env!("CARGO_PKG_VERSION"),
        "exported_at": ctx.now_text(),
        "exported_by": ctx.actor,
        "controller": office,
        "subject": {"contact_id": contact_id, "name": person.name},
        "data": data,
        "changes": log,
        "mentioned_elsewhere": elsewhere,
    });
    Ok(Copy { json, name: person.name, tables, office, rows })
}

struct Pages {
    language: String,
    zone: chrono_tz::Tz,
    names: history::Names,
}

impl Pages {
    fn words(&self, key: &str, args: &[(&str, &str)]) -> String {
        text::sentence(&self.language, key, args)
    }

    fn pdf(&self, copy: &Copy) -> Result<Vec<u8>> {
        let at = copy.json.get("exported_at").and_then(Json::as_str).unwrap_or_default();
        let by = copy.json.get("exported_by").and_then(Json::as_str).unwrap_or_default();
        let title = self.words("subject-title", &[("name", &copy.name)]);
        let mut document = Document::new(&title, &self.language, &copy.office)?;
        document.paragraph(&self.words(
            "subject-intro",
            &[("office", &copy.office), ("at", &self.value(&json!(at))), ("by", by)],
        ));
        for (table, rows) in &copy.tables {
            document.heading(&self.names.table(&self.language, table));
            for (number, row) in rows.iter().enumerate() {
                if number > 0 {
                    document.rule();
                }
                for (column, value) in row {
                    let said = self.value(value);
                    let is_reference =
                        row.contains_key(&column.replace("_id", "")) && column.ends_with("_id");
                    if said.is_empty()
                        || is_reference
                        || TECHNICAL.contains(&column.as_str())
                        || column.ends_with("_key")
                    {
                        continue;
                    }
                    document.fact(&self.names.column(&self.language, table, column), &said);
                }
            }
        }
        let changes = copy.json.get("changes").and_then(Json::as_array).map_or(0, Vec::len);
        document.heading(&self.words("subject-changes", &[]));
        document
            .paragraph(&self.words("subject-changes-count", &[("count", &changes.to_string())]));
        let elsewhere = copy.json.get("mentioned_elsewhere").and_then(Json::as_array);
        for mention in elsewhere.into_iter().flatten() {
            let table = mention.get("table").and_then(Json::as_str).unwrap_or_default();
            let column = mention.get("column").and_then(Json::as_str).unwrap_or_default();
            let id = mention.get("id").and_then(Json::as_i64).unwrap_or_default();
            let place = format!(
                "{} {id}: {}",
                self.names.table(&self.language, table),
                self.names.column(&self.language, table, column)
            );
            document.fact(&self.words("subject-mentioned", &[]), &place);
        }
        document.finish()
    }

    /// A value as a person reads it: instants in the office's zone, nothing for nothing.
    fn value(&self, value: &Json) -> String {
        match value {
            Json::Null => String::new(),
            Json::Bool(yes) => yes.to_string(),
            Json::Number(number) if number.as_i64() == Some(0) => String::new(),
            Json::Number(number) => number.to_string(),
            Json::String(said) if said.len() >= 20 && said.ends_with('Z') => {
                match crate::clock::from_text(said) {
                    Some(at) => {
                        at.with_timezone(&self.zone).format("%Y-%m-%d %H:%M %Z").to_string()
                    }
                    None => said.clone(),
                }
            }
            Json::String(said) => said.clone(),
            other => other.to_string(),
        }
    }
}
