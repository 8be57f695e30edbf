//! Files of an event (photos, letters, minutes, material), and who has which duty.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, Patch, PressEvent, Reader, Writer};
use crate::error::{Error, Result};
use crate::record;
use crate::record_file::{self, FileCopied};
use crate::staff::Staff;
use crate::stored_file::{self, Given};

record! {
    /// A file of an event.
    EventFile in "event_files" {
        /// Of which event.
        event_id: i64,
        /// One of [`PURPOSES`].
        purpose: String,
        /// What it shows or says.
        title: String,
        /// Its name.
        file_name: String,
        /// Its MIME type.
        mime: String,
        /// Bytes.
        size: i64,
        /// Its file under `files/`.
        sha256: String,
    }
}

record! {
    /// A duty at an event.
    EventDuty in "event_duties" {
        /// Of which event.
        event_id: i64,
        /// Who of the staff; none = [`EventDuty::person`].
        staff_id: Option<i64>,
        /// Who, by name, when they are none of the staff.
        person: String,
        /// What for.
        duty: String,
        /// Their number on the day.
        phone: String,
    }
}

/// What files of an event are for.
pub const PURPOSES: &[&str] = &["photo", "letter", "minutes", "material", "other"];

/// A file to add: uploaded by the window, or at a path of the command line.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct NewEventFile {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// One of `photo`, `letter`, `minutes`, `material`, `other`; empty = by what the file is.
    #[ts(optional = false)]
    pub purpose: String,
    /// The name to keep.
    #[ts(optional = false)]
    pub file_name: String,
    /// The upload's id: a file in `uploads/`.
    pub upload: Option<String>,
    /// A file on this machine.
    pub path: Option<PathBuf>,
}

/// A duty as screens show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DutyRow {
    /// The record.
    pub duty: EventDuty,
    /// Who.
    pub name: String,
}

/// The files of an event, in the order in which they were added.
pub fn files(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<Vec<EventFile>> {
    db.all("event_id = :id ORDER BY id", named_params! {":id": event_id})
}

/// Adds a file.
pub fn attach(db: &Writer, ctx: &Ctx, new: NewEventFile) -> Result<EventFile> {
    db.get::<PressEvent>(new.event_id)?;
    let given = Given { file_name: new.file_name, upload: new.upload, path: new.path };
    let kept = stored_file::keep(&ctx.folder, &given)?;
    let purpose = match new.purpose.as_str() {
        "" if kept.mime.starts_with("image/") => "photo".to_owned(),
        "" => "other".to_owned(),
        purpose => purpose.to_owned(),
    };
    check_purpose(&purpose)?;
    let mut file = EventFile {
        event_id: new.event_id,
        purpose,
        file_name: kept.file_name,
        mime: kept.mime.to_owned(),
        size: kept.size,
        sha256: kept.sha256,
        ..EventFile::default()
    };
    db.insert(&mut file)?;
    Ok(file)
}

fn check_purpose(purpose: &str) -> Result<()> {
    if PURPOSES.contains(&purpose) {
        return Ok(());
    }
    Err(Error::invalid("purpose", "error-wrong-value").arg("field", "purpose"))
}

/// Changes what a file is for and what it shows.
pub fn save_file(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<EventFile> {
    let stored: EventFile = db.get(patch.id.unwrap_or(0))?;
    patch.check_version(&stored)?;
    let changed: EventFile = patch.apply(&stored)?;
    check_purpose(&changed.purpose)?;
    let mut file =
        EventFile { purpose: changed.purpose, title: changed.title.trim().to_owned(), ..stored };
    db.update(&mut file)?;
    Ok(file)
}

/// Writes a copy of a file into the person's download folder.
pub fn copy_file(db: &Writer, ctx: &Ctx, id: i64) -> Result<FileCopied> {
    let kept: EventFile = db.get(id)?;
    record_file::write_copy(db, ctx, &kept.sha256, &kept.file_name, None)
}

/// Takes files away; how many were there. Their bytes stay for undo.
pub fn delete_files(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventFile>(id)?);
    }
    Ok(deleted)
}

/// Who has which duty at an event.
pub fn duties(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<Vec<DutyRow>> {
    let all: Vec<EventDuty> =
        db.all("event_id = :id ORDER BY id", named_params! {":id": event_id})?;
    all.into_iter().map(|duty| duty_row(db, duty)).collect()
}

fn duty_row(db: &Reader, duty: EventDuty) -> Result<DutyRow> {
    let name = match duty.staff_id {
        Some(id) => db.find::<Staff>(id)?.map(|one| one.name),
        None => None,
    };
    Ok(DutyRow { name: name.unwrap_or_else(|| duty.person.clone()), duty })
}

/// Adds or changes a duty. A name of the staff becomes that member.
pub fn save_duty(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<DutyRow> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => EventDuty::default(),
    };
    patch.check_version(&stored)?;
    let mut duty: EventDuty = patch.apply(&stored)?;
    if patch.set.contains_key("person") {
        duty.staff_id = None;
    }
    store_duty(db, &mut duty)?;
    duty_row(db, duty)
}

pub(super) fn store_duty(db: &Writer, duty: &mut EventDuty) -> Result<()> {
    db.get::<PressEvent>(duty.event_id)?;
    for text in [&mut duty.person, &mut duty.duty, &mut duty.phone] {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if duty.staff_id.is_none() && !duty.person.is_empty() {
        duty.staff_id = super::staff_named(db, &duty.person)?;
    }
    if let Some(id) = duty.staff_id {
        db.get::<Staff>(id)?;
        duty.person.clear();
    } else if duty.person.is_empty() {
        return Err(Error::invalid("person", "event-duty-nameless"));
    }
    if duty.id == 0 {
        db.insert(duty)?;
    } else {
        db.update(duty)?;
    }
    Ok(())
}

/// Takes duties away; how many were there.
pub fn delete_duties(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventDuty>(id)?);
    }
    Ok(deleted)
}
