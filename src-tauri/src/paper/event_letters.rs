//! The invitation letters of an event: one letter with one number, a page for each guest.

use std::path::PathBuf;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::letters::sheet_of;
use super::{PaperWritten, file_name, written};
use crate::error::{Code, Error, Result};
use crate::format::letterhead;
use crate::format::pdf_join::Joined;
use crate::job::Job;
use crate::letter::Letter;
use crate::office;
use crate::press_event::PressEvent;

/// Which letter to write, to whom, and where.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventLettersOrder {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The letter; none = the last one of the event that is not void.
    pub letter_id: Option<i64>,
    /// The guests; none = everybody on the list who has a place, in the order of their names.
    #[ts(optional, as = "Option<Vec<i64>>")]
    pub guests: Vec<i64>,
    /// The PDF; none = a name of its own in the person's download folder.
    pub file: Option<PathBuf>,
}

/// Writes the letters, complete or not at all.
pub fn export_event_letters(job: &Job, order: EventLettersOrder) -> Result<PaperWritten> {
    let ends_in_pdf = order.file.as_deref().is_none_or(|file| {
        file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    });
    if !ends_in_pdf {
        return Err(Error::invalid("file", "event-letters-pdf"));
    }
    let (event, letter, office, guests) = job.workspace.db.read(|db| {
        let event: PressEvent = db.get(order.event_id)?;
        let last: Option<i64> = db.row(
            "SELECT id FROM letters
             WHERE event_id = :event AND event_id <> 0 AND voided_at = '' AND deleted_at IS NULL AND (:letter IS NULL OR id = :letter)
             ORDER BY id DESC
             LIMIT 1",
            named_params! {":event": event.id, ":letter": order.letter_id},
            |row| row.get(0),
        )?;
        let last = last.ok_or_else(|| {
            Error::new(Code::NotFound, "event-letters-none").arg("title", &event.title)
        })?;
        let guests: Vec<(i64, String, String, String)> = db.rows(
            "SELECT id, name, position, outlet FROM event_guests
             WHERE event_id = :event AND place IN ('listed', 'invited') AND deleted_at IS NULL
             ORDER BY name_key, id",
            named_params! {":event": event.id},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )?;
        let office = office::find(db)?.unwrap_or_default();
        Ok((event, db.get::<Letter>(last)?, office, guests))
    })?;
    let wanted: Vec<_> = guests
        .into_iter()
        .filter(|(id, ..)| order.guests.is_empty() || order.guests.contains(id))
        .collect();
    if wanted.is_empty() {
        return Err(Error::invalid("guests", "event-letters-nobody").arg("title", &event.title));
    }
    let total = i64::try_from(wanted.len()).unwrap_or(i64::MAX);
    let mut joined = Joined::new();
    for (done, (_, name, position, outlet)) in (0_i64..).zip(&wanted) {
        job.progress("phase-exporting", done, total);
        job.check_cancelled()?;
        let lines: Vec<&str> = [name, position, outlet]
            .into_iter()
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        let to_one = Letter { recipients: lines.join("\n"), ..letter.clone() };
        let sheet = sheet_of(job.workspace.folder(), &to_one, &office);
        joined.add(name, &letterhead::pdf(&sheet)?)?;
    }
    let said = match letter.number.as_str() {
        "" => letter.subject.clone(),
        number => format!("{number} {}", letter.subject),
    };
    let name = file_name(&said).unwrap_or_else(|| format!("letters-{}", event.id));
    written(job, order.file, &name, "pdf", &joined.finish()?)
}
