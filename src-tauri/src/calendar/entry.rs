//! Entries of the calendar that belong to no other noun: brought in from other calendars, or noted
//! down here.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::{clock, office, record};

record! {
    /// One entry.
    CalendarEntry in "calendar_entries" {
        /// RFC 5545 UID; of an entry noted here the office's own.
        uid: String,
        /// Its name.
        title: String,
        /// When it begins, UTC.
        begins_at: String,
        /// When it ends, UTC; of whole days the midnight after the last.
        ends_at: String,
        /// The zone in which its hours or days are named, by its IANA name.
        zone: String,
        /// Only its days count.
        all_day: bool,
        /// Where.
        place: String,
        /// What else is said of it.
        notes: String,
        /// The name of the file it came from; empty = noted here.
        source: String,
    }
}

/// An entry as it is saved: `day` and `until` or `begins` and `ends`, in the office's zone.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EntryPatch {
    /// The entry; none = a new one.
    pub id: Option<i64>,
    /// The version that the screen showed.
    pub version: Option<i64>,
    /// Its name.
    pub title: Option<String>,
    /// When it begins: `2026-12-01T09:00`, or a day.
    pub begins: Option<String>,
    /// When it ends, likewise; of whole days the last one. None = an hour later, or the same day.
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// What else is said of it.
    pub notes: Option<String>,
}

/// Longer than this is no entry of a calendar.
const LONGEST: Duration = Duration::days(366);

/// Shows one.
pub fn show_entry(db: &Reader, _ctx: &Ctx, id: i64) -> Result<CalendarEntry> {
    db.get(id)
}

/// Notes an entry down, or changes one.
pub fn save_entry(db: &Writer, ctx: &Ctx, patch: EntryPatch) -> Result<CalendarEntry> {
    let mut entry: CalendarEntry = match patch.id {
        Some(id) => db.get(id)?,
        None => {
            CalendarEntry { zone: office::zone(db)?.name().to_owned(), ..CalendarEntry::default() }
        }
    };
    Patch { version: patch.version, ..Patch::default() }.check_version(&entry)?;
    if let Some(title) = &patch.title {
        entry.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if entry.title.is_empty() {
        return Err(Error::invalid("title", "calendar-entry-nameless"));
    }
    if let Some(place) = patch.place {
        entry.place = place.trim().to_owned();
    }
    if let Some(notes) = patch.notes {
        entry.notes = notes.trim().to_owned();
    }
    if let Some(begins) = &patch.begins {
        let zone = office::zone(db)?;
        let (begins_at, ends_at, all_day) =
            stretch(begins, patch.ends.as_deref().unwrap_or_default(), zone)?;
        entry.begins_at = clock::to_text(begins_at);
        entry.ends_at = clock::to_text(ends_at);
        entry.all_day = all_day;
        entry.zone = zone.name().to_owned();
    }
    if entry.begins_at.is_empty() {
        return Err(Error::invalid("begins", "calendar-day-wrong").arg("value", ""));
    }
    if entry.id == 0 {
        entry.uid = format!("{}@warta", uuid_of(ctx, &entry));
        db.insert(&mut entry)?;
    } else {
        db.update(&mut entry)?;
    }
    Ok(entry)
}

/// A name that no other entry has: when it was made, and what it is.
fn uuid_of(ctx: &Ctx, entry: &CalendarEntry) -> String {
    use sha2::{Digest, Sha256};
    let said = format!("{}\n{}\n{}\n{}", ctx.now_text(), ctx.actor, entry.title, entry.begins_at);
    Sha256::digest(said.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// From when until when, by what a screen says; whole days end with the midnight after the last.
fn stretch(begins: &str, ends: &str, zone: Tz) -> Result<(DateTime<Utc>, DateTime<Utc>, bool)> {
    use super::moving::When;
    let first = When::read(begins)?;
    let (begins_at, ends_at) = match first {
        When::Day(day) => {
            let last = match ends {
                "" => day,
                ends => When::read(ends)?.day(),
            };
            let after = last.succ_opt().unwrap_or(last);
            (super::instant(day.into(), zone), super::instant(after.into(), zone))
        }
        When::Hour(local) => {
            let begins = super::instant(local, zone);
            let ends = match ends {
                "" => begins + Duration::hours(1),
                ends => match When::read(ends)? {
                    When::Hour(local) => super::instant(local, zone),
                    When::Day(_) => {
                        return Err(Error::invalid("ends", "calendar-day-wrong").arg("value", ends));
                    }
                },
            };
            (begins, ends)
        }
    };
    if ends_at < begins_at || ends_at - begins_at > LONGEST {
        return Err(Error::invalid("ends", "calendar-end-wrong"));
    }
    Ok((begins_at, ends_at, matches!(first, When::Day(_))))
}

/// Puts entries into the bin; how many were there.
pub fn delete_entries(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<CalendarEntry>(id)?);
    }
    Ok(deleted)
}
