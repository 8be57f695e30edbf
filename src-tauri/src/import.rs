//! Import of a contact list: the office's own spreadsheet becomes contacts, outlets and lists,
//! and nobody twice. A row is added, updated, skipped or rejected with a reason; never dropped.

mod person;
mod recognise;
mod signature;
mod store;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bus::Bus;
use crate::db::{Ctx, Database, Source, Writer, backup};
use crate::error::{Code, Error, Result};
use crate::format::contact_columns::{self, Field};
use crate::format::table::{self, ReadPlan, Row, TableInfo};
use crate::job::Job;

/// A file to look at.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct Inspect {
    /// A file on this machine (command line).
    pub file: Option<PathBuf>,
    /// An uploaded file (window).
    pub upload: Option<String>,
    /// The file's own name, for an upload.
    pub file_name: Option<String>,
    /// The sheet of a workbook; none = the first with rows.
    pub sheet: Option<String>,
}

/// What a look at a file shows: columns with samples, and what each is taken for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Inspection {
    /// The file's name.
    pub file_name: String,
    /// Columns, samples, sheets.
    pub table: TableInfo,
    /// For each column the field that it is taken for.
    pub mapping: Vec<Field>,
    /// Every field that a column can be.
    pub fields: Vec<Field>,
}

/// A column and what it shall be imported as, against the guess.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ColumnField {
    /// Name of the column; or its place, counted from 1.
    pub column: String,
    /// The field.
    pub field: String,
}

/// What to import and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ImportPlan {
    /// Which file.
    #[serde(flatten)]
    pub source: Inspect,
    /// Fields of all columns in their order; none = guessed.
    pub mapping: Option<Vec<Field>>,
    /// Changes to the guess by column name.
    pub changes: Option<Vec<ColumnField>>,
    /// Put everybody in the file on the list of this name, which is made when missing.
    pub list: Option<String>,
    /// Save the rejected rows with their reasons here, as CSV.
    pub rejected_file: Option<PathBuf>,
}

/// A row that could not be taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rejected {
    /// The row's number as a spreadsheet shows it.
    pub row: u64,
    /// The column at fault; empty = the whole row.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why: a stable word, also the end of a key in the locales (`import-reason-…`).
    pub reason: String,
    /// The cells, to save them.
    #[serde(skip)]
    #[ts(skip)]
    pub cells: Vec<String>,
}

/// What became of one row, for the preview.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RowOutcome {
    /// The row's number.
    pub row: u64,
    /// `added`, `updated`, `skipped` or `rejected`.
    pub outcome: String,
    /// The person's name.
    pub name: String,
    /// Outlet.
    pub outlet: String,
    /// For updates what is new; for rejections the reason; for flagged ones `possible_duplicate`.
    pub detail: String,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ImportResult {
    /// The action, to undo it; 0 for a preview.
    pub action_id: i64,
    /// The import; 0 for a preview.
    pub import_id: i64,
    /// Contacts added.
    pub added: i64,
    /// Contacts that learnt something new.
    pub updated: i64,
    /// Rows that held nothing new.
    pub skipped: i64,
    /// Rows that could not be taken.
    pub rejected: Vec<Rejected>,
    /// Contacts flagged as possible duplicates.
    pub possible_duplicates: i64,
    /// Outlets that did not exist.
    pub new_outlets: i64,
    /// The first rows with their outcome.
    pub rows: Vec<RowOutcome>,
}

const CHUNK: Duration = Duration::from_millis(40);
const MOST_ROWS_SHOWN: usize = 500;

/// Looks at a file and guesses what its columns mean.
pub fn inspect(job: &Job, order: Inspect) -> Result<Inspection> {
    job.progress("phase-reading", 0, 0);
    let (path, file_name) = resolve(job.workspace.folder(), &order)?;
    let table =
        table::inspect(&path, order.sheet.as_deref()).map_err(|error| named(error, &file_name))?;
    let mapping = contact_columns::guess(header_names(&table), &table.samples);
    Ok(Inspection { file_name, table, mapping, fields: Field::ALL.to_vec() })
}

fn header_names(table: &TableInfo) -> &[String] {
    if table.header_row.is_some() { &table.headers } else { &[] }
}

fn named(mut error: Error, file_name: &str) -> Error {
    // Uploads carry a number for a name; the person knows the file by its own.
    error.args.insert("file", file_name.to_owned());
    error
}

/// The file behind an order, and the name that the person knows it by.
pub fn resolve(folder: &Path, order: &Inspect) -> Result<(PathBuf, String)> {
    if let Some(id) = &order.upload {
        if id.is_empty() || !id.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            return Err(Error::new(Code::Invalid, "error-upload"));
        }
        let name = order.file_name.clone().unwrap_or_else(|| id.clone());
        return Ok((folder.join("uploads").join(id), name));
    }
    let file = order.file.clone().ok_or_else(|| Error::invalid("file", "import-no-file"))?;
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    Ok((file, name))
}

/// Says what an import would do: the same import, run on a copy of the database.
pub fn preview(job: &Job, plan: ImportPlan) -> Result<ImportResult> {
    let copy = job.workspace.folder().join("uploads").join(format!(
        "preview-{}-{}.sqlite",
        std::process::id(),
        job.id()
    ));
    let outcome = job
        .workspace
        .db
        .read(|db| backup::copy_database(db, &copy))
        .and_then(|()| {
            Database::open(&copy, job.workspace.db.searchables(), Arc::new(Bus::default()))
        })
        .and_then(|db| import_into(&db, job, &ImportPlan { rejected_file: None, ..plan }));
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", copy.display()));
    }
    outcome.map(|result| ImportResult { action_id: 0, import_id: 0, ..result })
}

/// Imports a file. Cancelling takes back what was imported so far.
pub fn run(job: &Job, plan: ImportPlan) -> Result<ImportResult> {
    crate::job::take_back_unfinished(job.workspace)?;
    import_into(&job.workspace.db, job, &plan)
}

fn import_into(db: &Database, job: &Job, plan: &ImportPlan) -> Result<ImportResult> {
    let (path, file_name) = resolve(job.workspace.folder(), &plan.source)?;
    let table = table::inspect(&path, plan.source.sheet.as_deref())
        .map_err(|error| named(error, &file_name))?;
    let mapping = mapping(&table, plan)?;
    let mut rows =
        table::rows(&path, &ReadPlan::from(&table)).map_err(|error| named(error, &file_name))?;
    // The source in the trail is the door, so that "undo the last" of that door finds it.
    let ctx = Ctx { now: crate::clock::now(), ..job.ctx.clone() };
    let (action_id, import_id, list_id) =
        db.write(&ctx, "import_run", true, |db| begin(db, job, &file_name, plan.list.as_deref()))?;
    let mut importing = Importing {
        headers: &table.headers,
        store: store::Store::new(list_id),
        reader: person::PersonReader::new(&mapping, &table.headers),
        signature: signature::SignatureBlock::default(),
        result: ImportResult { action_id, import_id, ..ImportResult::default() },
    };
    let outcome = importing.all(db, &ctx, job, &mut rows).map_err(|error| named(error, &file_name));
    if let Err(error) = outcome {
        let undo = Ctx { now: crate::clock::now(), source: Source::Import, ..ctx.clone() };
        db.write(&undo, "undo_action", true, |db| {
            crate::db::undo::undo(db, action_id)?;
            job.has_finished(db)
        })?;
        return Err(error);
    }
    db.write_unlogged(crate::db::Durability::Normal, &[], |db| job.has_finished(db))?;
    let result = importing.result;
    if let Some(file) = &plan.rejected_file {
        save_rejected(
            file,
            &table.headers,
            &result.rejected,
            &job.workspace.db.read(|db| crate::settings::value(db, "language", "id"))?,
        )?;
    }
    let kept = job.workspace.folder().join("uploads").join(format!("rejected{import_id}.csv"));
    if !result.rejected.is_empty() && plan.rejected_file.is_none() {
        save_rejected(
            &kept,
            &table.headers,
            &result.rejected,
            &job.workspace.db.read(|db| crate::settings::value(db, "language", "id"))?,
        )?;
    }
    Ok(result)
}

fn mapping(table: &TableInfo, plan: &ImportPlan) -> Result<Vec<Field>> {
    let mut mapping = plan
        .mapping
        .clone()
        .unwrap_or_else(|| contact_columns::guess(header_names(table), &table.samples));
    for change in plan.changes.iter().flatten() {
        let wanted = crate::format::fold::fold(&change.column);
        let by_name =
            table.headers.iter().position(|header| crate::format::fold::fold(header) == wanted);
        let by_place = change.column.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
        let unknown_column = || {
            Error::invalid("map", "import-unknown-column")
                .arg("column", &change.column)
                .arg("columns", table.headers.join(", "))
        };
        let place = by_name.or(by_place).ok_or_else(unknown_column)?;
        let field: Field = change.field.parse().map_err(|()| {
            let names: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
            Error::invalid("map", "import-unknown-field")
                .arg("field", &change.field)
                .arg("fields", names.join(", "))
        })?;
        *mapping.get_mut(place).ok_or_else(unknown_column)? = field;
    }
    let finds_people = mapping.iter().any(|field| {
        matches!(
            field,
            Field::Name
                | Field::FirstName
                | Field::LastName
                | Field::Email
                | Field::Phone
                | Field::Whatsapp
                | Field::Outlet
        )
    });
    if finds_people {
        Ok(mapping)
    } else {
        Err(Error::invalid("map", "import-no-person-column")
            .arg("columns", table.headers.join(", ")))
    }
}

fn begin(
    db: &Writer,
    job: &Job,
    file_name: &str,
    list: Option<&str>,
) -> Result<(i64, i64, Option<i64>)> {
    let action_id = db.action_id()?;
    job.must_finish(db, action_id)?;
    // The run itself is no record of the media list: it stays in the log when it is taken back.
    db.execute(
        "INSERT INTO imports (file_name, action_id, created_at, updated_at) VALUES (:file, :action, :now, :now)",
        named_params! {":file": file_name, ":action": action_id, ":now": db.ctx().now_text()},
    )?;
    let import_id = db.last_id();
    for (table, part_of) in store::TABLES {
        db.log_import(table, import_id, part_of)?;
    }
    db.set_import(import_id);
    let list_id = list.map(|name| store::list_named_or_new(db, name)).transpose()?;
    Ok((action_id, import_id, list_id))
}

struct Importing<'a> {
    headers: &'a [String],
    store: store::Store,
    reader: person::PersonReader,
    signature: signature::SignatureBlock,
    result: ImportResult,
}

impl Importing<'_> {
    /// Takes the rows in short transactions, so that sending and editing go on meanwhile.
    fn all(&mut self, db: &Database, ctx: &Ctx, job: &Job, rows: &mut table::Rows) -> Result<()> {
        let mut row = Row::default();
        let mut more = true;
        while more {
            job.check_cancelled()?;
            let ctx = Ctx { now: crate::clock::now(), ..ctx.clone() };
            db.write_chunk(&ctx, self.result.action_id, |db| {
                db.set_import(self.result.import_id);
                let started = Instant::now();
                while started.elapsed() < CHUNK {
                    more = rows.next_into(&mut row)?;
                    if !more {
                        break;
                    }
                    self.take(db, &row)?;
                }
                self.keep_counts(db)
            })?;
            let (done, total) = (rows.bytes_read(), rows.size());
            job.progress(
                "phase-importing",
                i64::try_from(done).unwrap_or(0),
                i64::try_from(total).unwrap_or(0),
            );
        }
        Ok(())
    }

    fn take(&mut self, db: &Writer, row: &Row) -> Result<()> {
        let read = if self.signature.takes(row) {
            Err(person::Fault { column: None, reason: "signature" })
        } else {
            self.reader.read(row)
        };
        let person = match read {
            Ok(person) => person,
            Err(fault) => {
                let column = fault
                    .column
                    .and_then(|place| self.headers.get(place).cloned())
                    .unwrap_or_default();
                let value = fault
                    .column
                    .and_then(|place| row.cells.get(place).cloned())
                    .unwrap_or_default();
                let name = self.reader.name_of(row);
                self.show(row.number, "rejected", name, String::new(), fault.reason.to_owned());
                self.result.rejected.push(Rejected {
                    row: row.number,
                    column,
                    value,
                    reason: fault.reason.to_owned(),
                    cells: row.cells.clone(),
                });
                return Ok(());
            }
        };
        let found = recognise::recognise(db, &person)?;
        let done = self.store.keep(db, &person, &found)?;
        self.result.new_outlets += i64::from(done.new_outlet);
        let (outcome, detail) = match (&found.contact, done.learnt.is_empty()) {
            (None, _) => {
                self.result.added += 1;
                self.result.possible_duplicates += i64::from(found.same_address.is_some());
                (
                    "added",
                    if found.same_address.is_some() {
                        "possible_duplicate".to_owned()
                    } else {
                        String::new()
                    },
                )
            }
            (Some(_), true) => {
                self.result.skipped += 1;
                ("skipped", String::new())
            }
            (Some(_), false) => {
                self.result.updated += 1;
                ("updated", done.learnt.join(", "))
            }
        };
        self.show(row.number, outcome, person.full_name(), person.outlet.clone(), detail);
        Ok(())
    }

    fn show(&mut self, row: u64, outcome: &str, name: String, outlet: String, detail: String) {
        let shown = self.result.rows.iter().filter(|shown| shown.outcome == outcome).count();
        if self.result.rows.len() < MOST_ROWS_SHOWN && shown < MOST_ROWS_SHOWN / 4 {
            self.result.rows.push(RowOutcome {
                row,
                outcome: outcome.to_owned(),
                name,
                outlet,
                detail,
            });
        }
    }

    fn keep_counts(&self, db: &Writer) -> Result<()> {
        db.execute(
            "UPDATE imports SET added = :added, updated = :updated, skipped = :skipped, rejected = :rejected WHERE id = :id",
            named_params! {":added": self.result.added, ":updated": self.result.updated, ":skipped": self.result.skipped,
                ":rejected": i64::try_from(self.result.rejected.len()).unwrap_or(i64::MAX), ":id": self.result.import_id},
        )?;
        Ok(())
    }
}

/// Saves rejected rows as they were, with the reason in a last column.
fn save_rejected(
    file: &Path,
    headers: &[String],
    rejected: &[Rejected],
    language: &str,
) -> Result<()> {
    let reason_header = crate::text::sentence(language, "import-reason-column", &[]);
    let mut columns: Vec<&str> = headers.iter().map(String::as_str).collect();
    columns.push(&reason_header);
    let width = headers.len();
    let rows = rejected.iter().map(|row| {
        let mut cells = row.cells.clone();
        cells.resize(width.max(cells.len()), String::new());
        let reason = crate::text::sentence(language, &format!("import-reason-{}", row.reason), &[]);
        cells.push(if row.column.is_empty() {
            reason
        } else {
            format!("{}: {reason}", row.column)
        });
        Ok(cells)
    });
    let unfinished = file.with_extension("part");
    crate::format::csv::write_safe(std::fs::File::create(&unfinished)?, &columns, rows, true)?;
    std::fs::rename(unfinished, file)?;
    Ok(())
}
