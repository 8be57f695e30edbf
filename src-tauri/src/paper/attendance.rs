//! The attendance sheet (daftar hadir): to be signed before the event, filled after it.

use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::report::Words;
use super::tables::{self, TableOrder};
use super::{PaperWritten, file_name, head, written};
use crate::clock;
use crate::db::{Ctx, Reader, Writer};
use crate::distribution::zone_name;
use crate::error::{Error, Result};
use crate::event_guest::EventGuest;
use crate::format::letterhead;
use crate::format::phone;
use crate::format::sheet::{self, Roll, RollColumn, Sheet, Signatory};
use crate::format::workbook::CellKind;
use crate::job::Job;
use crate::office::{self, Office};
use crate::press_event::PressEvent;
use crate::settings;

/// What a column of the sheet may hold.
pub const COLUMNS: &[&str] = &[
    "number",
    "name",
    "outlet",
    "position",
    "category",
    "phone",
    "email",
    "arrived",
    "left",
    "notes",
    "signature",
];
const USUAL: &str = "number,name,outlet,position,phone,signature";
const COLUMNS_KEY: &str = "attendance_columns";
const BLANK_ROWS_KEY: &str = "attendance_blank_rows";
const USUAL_BLANK_ROWS: i64 = 10;
const MOST_BLANK_ROWS: i64 = 500;

/// How the office wants its attendance sheets.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AttendanceForm {
    /// The columns in their order, some of [`COLUMNS`].
    pub columns: Vec<String>,
    /// Empty rows at the end of a sheet that is to be signed.
    pub blank_rows: i64,
}

/// Which sheet to write, and how.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct AttendanceOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The file; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
    /// `pdf` or `xlsx`; none = by the file's ending, else `pdf`.
    pub format: Option<String>,
    /// Who came, instead of whom to expect; none = once somebody has come.
    pub filled: Option<bool>,
    /// Other columns than the office's.
    pub columns: Option<Vec<String>>,
    /// Other empty rows than the office's.
    pub blank_rows: Option<i64>,
}

/// How the office wants its attendance sheets.
pub fn attendance_form(db: &Reader, _ctx: &Ctx, _: ()) -> Result<AttendanceForm> {
    let columns = settings::value(db, COLUMNS_KEY, USUAL)?;
    let blank_rows = settings::value(db, BLANK_ROWS_KEY, "")?;
    Ok(AttendanceForm {
        columns: columns
            .split(',')
            .filter(|column| COLUMNS.contains(column))
            .map(str::to_owned)
            .collect(),
        blank_rows: blank_rows.parse().unwrap_or(USUAL_BLANK_ROWS),
    })
}

/// Keeps how the office wants them.
pub fn save_attendance_form(
    db: &Writer,
    ctx: &Ctx,
    form: AttendanceForm,
) -> Result<AttendanceForm> {
    let columns = checked(&form.columns)?;
    rows_checked(form.blank_rows)?;
    settings::put(db, COLUMNS_KEY, &columns.join(","))?;
    settings::put(db, BLANK_ROWS_KEY, &form.blank_rows.to_string())?;
    db.announce("settings");
    attendance_form(db, ctx, ())
}

fn checked(columns: &[String]) -> Result<Vec<String>> {
    let mut seen: Vec<String> = Vec::new();
    for column in columns {
        let column = column.trim().to_lowercase();
        if !COLUMNS.contains(&column.as_str()) {
            return Err(Error::invalid("columns", "attendance-column-unknown")
                .arg("column", &column)
                .arg("columns", COLUMNS.join(", ")));
        }
        if !seen.contains(&column) {
            seen.push(column);
        }
    }
    if !seen.iter().any(|column| column == "name") {
        return Err(Error::invalid("columns", "attendance-name-missing"));
    }
    Ok(seen)
}

fn rows_checked(rows: i64) -> Result<()> {
    if (0..=MOST_BLANK_ROWS).contains(&rows) {
        return Ok(());
    }
    Err(Error::invalid("blank_rows", "attendance-blank-rows").arg("most", MOST_BLANK_ROWS))
}

/// Writes the attendance sheet of an event, complete or not at all.
pub fn export_attendance(job: &Job, order: AttendanceOrder) -> Result<PaperWritten> {
    let format = format_of(&order)?;
    job.progress("phase-exporting", 0, 0);
    let list = job.workspace.db.read(|db| List::of(db, &job.ctx, &order))?;
    let name = list.words.say(
        if list.filled { "attendance-file-filled" } else { "attendance-file" },
        &[("event", &list.event.title)],
    );
    if format == "xlsx" {
        let columns: Vec<&String> = list.columns.iter().collect();
        let kinds = columns
            .iter()
            .map(|column| if *column == "number" { CellKind::Number } else { CellKind::Text })
            .collect();
        let headers = columns.iter().map(|column| list.head(column)).collect();
        let rows = (1..)
            .zip(&list.guests)
            .map(|(at, guest)| columns.iter().map(|column| list.cell(at, guest, column)).collect())
            .collect();
        let (file, kind) = (order.file, "attendance");
        let format = Some(format);
        return tables::write(job, TableOrder { file, format, kind, name, headers, kinds, rows });
    }
    let sheet = list.sheet(job.workspace.folder());
    let name = file_name(&name).unwrap_or_else(|| "attendance".to_owned());
    written(job, order.file, &name, "pdf", &letterhead::pdf(&sheet)?)
}

/// The list of those who came, as the bundle of an event takes it; none = nobody came.
pub(super) fn filled_sheet(
    db: &Reader,
    ctx: &Ctx,
    folder: &Path,
    event_id: i64,
) -> Result<Option<Sheet>> {
    let order = AttendanceOrder { event_id, filled: Some(true), ..AttendanceOrder::default() };
    let list = List::of(db, ctx, &order)?;
    Ok((!list.guests.is_empty()).then(|| list.sheet(folder)))
}

fn format_of(order: &AttendanceOrder) -> Result<String> {
    let by_ending = order.file.as_deref().and_then(Path::extension);
    let format = order
        .format
        .clone()
        .or_else(|| by_ending.map(|ending| ending.to_string_lossy().into_owned()))
        .unwrap_or_else(|| "pdf".to_owned())
        .to_lowercase();
    if matches!(format.as_str(), "pdf" | "xlsx") {
        return Ok(format);
    }
    Err(Error::invalid("format", "report-format").arg("value", format))
}

/// A sheet with all that it says.
struct List {
    words: Words,
    event: PressEvent,
    office: Office,
    filled: bool,
    columns: Vec<String>,
    blank_rows: i64,
    guests: Vec<EventGuest>,
}

impl List {
    fn of(db: &Reader, ctx: &Ctx, order: &AttendanceOrder) -> Result<Self> {
        let event: PressEvent = db.get(order.event_id)?;
        let form = attendance_form(db, ctx, ())?;
        let mut columns = checked(order.columns.as_ref().unwrap_or(&form.columns))?;
        let blank_rows = order.blank_rows.unwrap_or(form.blank_rows);
        rows_checked(blank_rows)?;
        let came = db.number(
            "SELECT COUNT(*) FROM event_guests WHERE event_id = :event AND deleted_at IS NULL AND arrived_at <> ''",
            named_params! {":event": event.id},
        )?;
        let filled = order.filled.unwrap_or(came > 0);
        // Who came says when; whom to expect cannot.
        if filled && !columns.iter().any(|column| column == "arrived") {
            let at = columns.iter().position(|column| column == "signature");
            columns.insert(at.unwrap_or(columns.len()), "arrived".to_owned());
        }
        // What was signed lies in the file of the signed sheet; what is yet to be has no hours.
        columns.retain(|column| match column.as_str() {
            "arrived" | "left" => filled,
            "signature" => !filled,
            _ => true,
        });
        let mut guests: Vec<EventGuest> = db.all(
            if filled {
                "event_id = :event AND arrived_at <> '' ORDER BY name_key, id"
            } else {
                "event_id = :event AND place IN ('listed', 'invited') AND rsvp <> 'no' AND accreditation <> 'refused'
                 AND NOT EXISTS (SELECT 1 FROM event_guests s WHERE s.substitute_for = event_guests.id AND s.deleted_at IS NULL)
                 ORDER BY name_key, id"
            },
            named_params! {":event": event.id},
        )?;
        for guest in &mut guests {
            let name: Option<String> = db.row(
                "SELECT name FROM organisations WHERE id = :id",
                named_params! {":id": guest.outlet_id},
                |row| row.get(0),
            )?;
            guest.outlet = name.unwrap_or_else(|| guest.outlet.clone());
        }
        Ok(Self {
            words: Words { language: event.language.clone(), ..Words::of(db)? },
            office: office::find(db)?.unwrap_or_default(),
            blank_rows: if filled { 0 } else { blank_rows },
            event,
            filled,
            columns,
            guests,
        })
    }

    fn head(&self, column: &str) -> String {
        self.words.word(&format!("attendance-column-{column}"))
    }

    fn clock_time(&self, stored: &str) -> String {
        let zone = self.event.zone();
        let Some(at) = clock::from_text(stored) else { return String::new() };
        let form = if self.words.language == "en" { "%H:%M" } else { "%H.%M" };
        format!("{} {}", at.with_timezone(&zone).format(form), zone_name(zone, at))
    }

    fn cell(&self, at: usize, guest: &EventGuest, column: &str) -> String {
        match column {
            "number" => at.to_string(),
            "name" => guest.name.clone(),
            "outlet" => guest.outlet.clone(),
            "position" => guest.position.clone(),
            "category" => self.words.stored("door-category", &guest.category),
            "phone" => phone::normalise(&guest.phone)
                .map_or_else(|| guest.phone.clone(), |number| number.display),
            "email" => guest.email.clone(),
            "arrived" => self.clock_time(&guest.arrived_at),
            "left" => self.clock_time(&guest.left_at),
            "notes" => guest.notes.clone(),
            _ => String::new(),
        }
    }

    fn sheet(&self, folder: &Path) -> Sheet {
        let words = &self.words;
        let guests = (1..).zip(&self.guests);
        let rows: Vec<Vec<String>> = guests
            .map(|(at, guest)| {
                self.columns.iter().map(|column| self.cell(at, guest, column)).collect()
            })
            .collect();
        let first_blank = rows.len() + 1;
        let blank = (0..usize::try_from(self.blank_rows).unwrap_or(0)).map(|row| {
            let number = |column: &String| match column.as_str() {
                "number" => (first_blank + row).to_string(),
                _ => String::new(),
            };
            self.columns.iter().map(number).collect::<Vec<String>>()
        });
        let place = [&self.event.venue, &self.event.address];
        let place: Vec<&str> =
            place.into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let facts = [
            ("attendance-event", self.event.title.clone()),
            ("attendance-when", self.event.when(&words.language)),
            ("attendance-where", place.join(", ")),
        ];
        sheet::cleaned(Sheet {
            language: words.language.clone(),
            letterhead: head(folder, &self.office),
            headline: words.word("attendance-title"),
            roll: Some(Roll {
                facts: facts
                    .into_iter()
                    .filter(|(_, text)| !text.is_empty())
                    .map(|(key, text)| [words.word(key), text])
                    .collect(),
                columns: self.columns.iter().map(|column| self.column(column)).collect(),
                rows: rows.into_iter().chain(blank).collect(),
                to_sign: !self.filled,
            }),
            signatory: self.signatory(),
            footer: format!("{} · {}", self.office.name, self.event.title),
            pages: words.say("release-paper-page", &[("page", "{page}"), ("pages", "{pages}")]),
            ..Sheet::default()
        })
    }

    fn signatory(&self) -> Signatory {
        if self.office.signatory_name.trim().is_empty() {
            return Signatory::default();
        }
        Signatory {
            position: self.office.signatory_position.clone(),
            name: self.office.signatory_name.clone(),
            ..Signatory::default()
        }
    }

    fn column(&self, column: &str) -> RollColumn {
        RollColumn {
            title: self.head(column),
            // Shares of the width; a number and a time need no more than they are wide.
            share: match column {
                "number" | "arrived" | "left" => 0.0,
                "name" => 2.2,
                "outlet" | "email" | "signature" => 1.7,
                _ => 1.3,
            },
            is_signature: column == "signature",
        }
    }
}
