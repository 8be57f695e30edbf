//! Import of a contact list: the office's own spreadsheet becomes contacts, outlets and lists,
//! and nobody twice. A row is added, updated, skipped or rejected with a reason; never dropped.

mod layout;
mod own_fields;
mod paste;
mod person;
mod recognise;
mod rejected;
mod rules;
mod run;
mod runs;
mod signature;
mod store;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bus::Bus;
use crate::db::{Database, Reader, backup};
use crate::error::{Code, Error, Result};
use crate::format::contact_columns::{self, Field};
use crate::format::fold::fold;
use crate::format::table::{self, FileKind, TableInfo};
use crate::format::vcard;
use crate::job::Job;
use crate::owner::OwnerKind;

pub use own_fields::CustomName;
pub use paste::{PasteOrder, Pasted, PersonProposal, ProposedPhone, paste, propose};
pub use rules::{FieldRule, UpdateRule};
pub use run::run;
pub use runs::{ImportRun, list, undo};

/// A file to look at.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
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
    /// The program or form that writes such columns, when it is known: `google`, `outlook` …; also
    /// the end of a key in the locales (`import-layout-…`).
    pub layout: String,
    /// Those among them that several columns can be.
    pub repeatable: Vec<Field>,
    /// Names of the office's own fields among them.
    pub custom: Vec<CustomName>,
    /// Whether the mapping is the one that was last used for these columns.
    pub remembered: bool,
    /// The update rules that were last used for these columns.
    pub rules: Vec<FieldRule>,
}

/// A column and what it shall be imported as, against the guess.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnField {
    /// Name of the column; or its place, counted from 1.
    pub column: String,
    /// The field.
    pub field: String,
}

/// One sheet of several, and what its columns are.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SheetPlan {
    /// Its name.
    #[ts(optional = false)]
    pub sheet: String,
    /// Fields of all columns in their order; none = guessed.
    pub mapping: Option<Vec<Field>>,
}

/// What to import and how.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ImportPlan {
    /// Which file.
    #[serde(flatten)]
    pub source: Inspect,
    /// Fields of all columns in their order; none = guessed.
    pub mapping: Option<Vec<Field>>,
    /// Several sheets in one go, in this order; none = the sheet of `source`.
    pub sheets: Option<Vec<SheetPlan>>,
    /// All sheets that hold people, each with its guess.
    pub all_sheets: Option<bool>,
    /// Changes to the guess by column name.
    pub changes: Option<Vec<ColumnField>>,
    /// What happens to fields of people who are there already; without a rule a single value fills
    /// an empty field and several values are added.
    pub rules: Option<Vec<FieldRule>>,
    /// Put everybody in the file on the list of this name, which is made when missing.
    pub list: Option<String>,
    /// Save the rejected rows with their reasons here, as CSV.
    pub rejected_file: Option<PathBuf>,
}

/// A row, or a value of it, that could not be taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Rejected {
    /// The sheet; empty for a file without sheets.
    pub sheet: String,
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
    /// The sheet; empty for a file without sheets.
    pub sheet: String,
    /// The row's number.
    pub row: u64,
    /// `added`, `updated`, `skipped`, `rejected`, or `outlet` for a row that names no person.
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
    /// Values that were left out of rows that were taken: the first 1000.
    pub left_out: Vec<Rejected>,
    /// How many values were left out in all.
    pub left_out_count: i64,
    /// Contacts flagged as possible duplicates.
    pub possible_duplicates: i64,
    /// Outlets that did not exist.
    pub new_outlets: i64,
    /// Rows that name an outlet and nobody.
    pub outlets_only: i64,
    /// Outlets known before that learnt something from such a row.
    pub outlets_updated: i64,
    /// The first rows with their outcome.
    pub rows: Vec<RowOutcome>,
}

/// A sheet that is about to be read.
struct Sheet {
    table: TableInfo,
    mapping: Vec<Field>,
}

/// Looks at a file and guesses what its columns mean.
pub fn inspect(job: &Job, order: Inspect) -> Result<Inspection> {
    job.progress("phase-reading", 0, 0);
    let (path, file_name) = resolve(job.workspace.folder(), &order)?;
    let table =
        table::inspect(&path, order.sheet.as_deref()).map_err(|error| named(error, &file_name))?;
    job.workspace.db.read(|db| {
        let known = layout::remembered(db, &table.headers)?;
        let (mapping, rules) = match &known {
            Some(known) => (known.mapping.clone(), known.rules.clone()),
            None => (guess(db, &table)?, Vec::new()),
        };
        Ok(Inspection {
            file_name,
            layout: layout::recognise(&table).to_owned(),
            mapping,
            repeatable: fields(db)?.into_iter().filter(|field| field.is_repeatable()).collect(),
            fields: fields(db)?,
            custom: own_fields::names(db)?,
            remembered: known.is_some(),
            rules,
            table,
        })
    })
}

/// Every field that a column can be, the office's own included.
fn fields(db: &Reader) -> Result<Vec<Field>> {
    let own = own_fields::names(db)?.into_iter().map(|own| own.field);
    Ok(Field::ALL.iter().copied().chain(own).chain(own_fields::offered()).collect())
}

/// What columns are taken for: Warta's own files by the names that it writes, others by their
/// usual names and contents; a field of the office's own by its name.
fn guess(db: &Reader, table: &TableInfo) -> Result<Vec<Field>> {
    let headers: &[String] = if table.header_row.is_some() { &table.headers } else { &[] };
    let is_cards = table.kind == FileKind::Vcard;
    if !is_cards && let Some(own) = layout::of_export(db, headers)? {
        return Ok(own);
    }
    let mut mapping = if is_cards {
        contact_columns::of_card(headers)
    } else {
        contact_columns::guess(headers, &table.samples)
    };
    let names = own_fields::names(db)?;
    for (slot, header) in mapping.iter_mut().zip(headers) {
        if let Some(own) = own_fields::of_heading(&names, OwnerKind::Contact, header)
            && !(is_cards && vcard::COLUMNS.contains(&header.as_str()))
        {
            *slot = own;
        }
    }
    Ok(mapping)
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
        .and_then(|db| run::into(&db, job, ImportPlan { rejected_file: None, ..plan }));
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", copy.display()));
    }
    outcome.map(|result| ImportResult { action_id: 0, import_id: 0, ..result })
}

/// The sheets that a plan names, each looked at and with the mapping of its columns.
fn sheets(db: &Reader, path: &Path, plan: &ImportPlan) -> Result<Vec<Sheet>> {
    let mut wanted: Vec<SheetPlan> = plan.sheets.clone().unwrap_or_default();
    let all = plan.all_sheets.unwrap_or(false);
    if wanted.is_empty() && all {
        let first = table::inspect(path, None)?;
        let named = first.sheets.iter().filter(|sheet| sheet.rows_estimate > 0);
        wanted =
            named.map(|sheet| SheetPlan { sheet: sheet.name.clone(), mapping: None }).collect();
    }
    let several = wanted.len() > 1;
    if wanted.is_empty() {
        let sheet = plan.source.sheet.clone().unwrap_or_default();
        wanted.push(SheetPlan { sheet, mapping: plan.mapping.clone() });
    }
    let mut unknown: Vec<&ColumnField> = plan.changes.iter().flatten().collect();
    let mut found = Vec::new();
    let mut nobody = None;
    for sheet in wanted {
        let name = (!sheet.sheet.is_empty()).then_some(sheet.sheet.as_str());
        let table = match table::inspect(path, name) {
            Ok(table) => table,
            // A cover page among all sheets holds nobody and is no fault.
            Err(error) if all && several && error.text == "error-file-empty" => continue,
            Err(error) => return Err(error),
        };
        let mut mapping = match sheet.mapping {
            Some(mapping) => mapping,
            None => match layout::remembered(db, &table.headers)? {
                Some(known) => known.mapping,
                None => guess(db, &table)?,
            },
        };
        let mut still = Vec::new();
        for change in unknown {
            if !apply(change, &table, &mut mapping)? {
                still.push(change);
            }
        }
        unknown = still;
        if finds_people(&mapping) {
            found.push(Sheet { table, mapping });
        } else {
            let error = Error::invalid("map", "import-no-person-column")
                .arg("columns", table.headers.join(", "));
            nobody = Some((error, table.headers));
            if !all {
                break;
            }
        }
    }
    if let Some(change) = unknown.first() {
        let columns: Vec<&str> = found
            .iter()
            .flat_map(|sheet| sheet.table.headers.iter().map(String::as_str))
            .chain(nobody.iter().flat_map(|(_, headers)| headers.iter().map(String::as_str)))
            .collect();
        return Err(Error::invalid("map", "import-unknown-column")
            .arg("column", &change.column)
            .arg("columns", columns.join(", ")));
    }
    match (found.is_empty(), nobody) {
        (false, None) => Ok(found),
        // Among all sheets one without people is passed over; one that was asked for is not.
        (false, Some(_)) if all => Ok(found),
        (_, Some((error, _))) => Err(error),
        (true, None) => Err(Error::new(Code::Invalid, "error-file-empty")),
    }
}

/// Lays one change over the mapping; whether the column is there.
fn apply(change: &ColumnField, table: &TableInfo, mapping: &mut [Field]) -> Result<bool> {
    let field: Field = change.field.parse().map_err(|()| {
        let names: Vec<String> = Field::ALL.iter().map(|field| field.name().to_string()).collect();
        Error::invalid("map", "import-unknown-field")
            .arg("field", &change.field)
            .arg("fields", names.join(", "))
    })?;
    let wanted = fold(&change.column);
    let by_name = table.headers.iter().position(|header| fold(header) == wanted);
    let by_place = change.column.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    let slot = by_name.or(by_place).and_then(|place| mapping.get_mut(place));
    Ok(slot.map(|slot| *slot = field).is_some())
}

fn finds_people(mapping: &[Field]) -> bool {
    mapping.iter().any(|field| {
        matches!(
            field,
            Field::Name
                | Field::ExactName
                | Field::FirstName
                | Field::LastName
                | Field::Email
                | Field::Phone
                | Field::Whatsapp
                | Field::Outlet
        )
    })
}
