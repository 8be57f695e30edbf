//! The rundown: what happens when, where, with whom; and what cannot be so.

use chrono::{DateTime, Duration};
use chrono_tz::Tz;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, Patch, PressEvent, Reader, Writer, instant, on_clocks};
use crate::error::{Error, Result};
use crate::format::fold::fold;
use crate::letter::lines;
use crate::{clock, record};

record! {
    /// One item of the rundown.
    EventItem in "event_items" {
        /// Of which event.
        event_id: i64,
        /// When it begins, UTC.
        begins_at: String,
        /// When it ends, UTC.
        ends_at: String,
        /// What happens.
        title: String,
        /// Where; empty = at the event's place.
        place: String,
        /// Who speaks, one a line.
        speakers: String,
        /// Who moderates, one a line.
        moderator: String,
        /// Who is in charge (PJ), one a line.
        in_charge: String,
        /// What there is to say about it.
        notes: String,
    }
}

/// Minutes that an item takes of which nobody says when it ends.
const USUAL_MINUTES: i64 = 30;
/// Furthest that items may be moved at once, in minutes.
const MOST_MINUTES: i64 = 60 * 24 * 30;

/// Something about an item that cannot be so.
#[derive(Debug, Clone, Serialize, PartialEq, Eq, TS)]
pub struct ItemConflict {
    /// `place`: another item at the same place at the same time; `person`: somebody is in two items
    /// at once; `outside`: it is not within the event.
    pub kind: String,
    /// The place or the person, or empty.
    pub what: String,
    /// The other item, 0 = none.
    pub with: i64,
    /// Its name, or empty.
    pub title: String,
}

/// An item with what cannot be so.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemRow {
    /// The record.
    pub item: EventItem,
    /// What cannot be so.
    pub conflicts: Vec<ItemConflict>,
}

/// A save of an item.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ItemPatch {
    /// The record's fields; a new one needs `event_id` and `title`.
    #[ts(optional = false)]
    pub patch: Patch,
    /// When it begins: a time of the event's first day such as `09.30`, or a day and a time; of a
    /// new one none = when the last one ends.
    pub begins: Option<String>,
    /// When it ends: a time, or a day and a time; none = as long as it took, of a new one half an
    /// hour.
    pub ends: Option<String>,
}

/// Items that begin later, or earlier.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RundownShift {
    /// The item from which on all move.
    pub from: i64,
    /// By how many minutes; negative = earlier.
    pub minutes: i64,
}

impl EventItem {
    fn span(&self) -> (&str, &str) {
        (&self.begins_at, &self.ends_at)
    }

    /// Everybody who has a part in it, as written.
    fn people(&self) -> impl Iterator<Item = &str> {
        lines(&self.speakers).chain(lines(&self.moderator)).chain(lines(&self.in_charge))
    }
}

/// The items of an event in their order.
pub(crate) fn items_of(db: &Reader, event_id: i64) -> Result<Vec<EventItem>> {
    db.all("event_id = :id ORDER BY begins_at, ends_at, id", named_params! {":id": event_id})
}

/// The rundown of an event.
pub fn rundown(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<Vec<ItemRow>> {
    let event: PressEvent = db.get(event_id)?;
    let items = items_of(db, event_id)?;
    Ok(items
        .iter()
        .map(|item| ItemRow { conflicts: conflicts(&event, item, &items), item: item.clone() })
        .collect())
}

fn conflicts(event: &PressEvent, item: &EventItem, all: &[EventItem]) -> Vec<ItemConflict> {
    let mut found = Vec::new();
    let (begins, ends) = item.span();
    if begins < event.begins_at.as_str() || ends > event.ends_at.as_str() {
        found.push(ItemConflict {
            kind: "outside".to_owned(),
            what: String::new(),
            with: 0,
            title: String::new(),
        });
    }
    let overlapping = all.iter().filter(|other| {
        other.id != item.id && other.begins_at.as_str() < ends && other.ends_at.as_str() > begins
    });
    for other in overlapping {
        let clash = |kind: &str, what: &str| ItemConflict {
            kind: kind.to_owned(),
            what: what.to_owned(),
            with: other.id,
            title: other.title.clone(),
        };
        if place_of(event, item) == place_of(event, other) {
            let place = if item.place.is_empty() { &event.venue } else { &item.place };
            found.push(clash("place", place));
        }
        let others: Vec<String> = other.people().map(fold).collect();
        let mut told: Vec<String> = Vec::new();
        for person in item.people() {
            let key = fold(person);
            if others.contains(&key) && !told.contains(&key) {
                found.push(clash("person", person));
                told.push(key);
            }
        }
    }
    found
}

fn place_of(event: &PressEvent, item: &EventItem) -> String {
    if item.place.trim().is_empty() { event.venue_key.clone() } else { fold(&item.place) }
}

/// Adds or changes an item.
pub fn save_item(db: &Writer, _ctx: &Ctx, save: ItemPatch) -> Result<ItemRow> {
    let stored = match save.patch.id {
        Some(id) => db.get(id)?,
        None => EventItem::default(),
    };
    save.patch.check_version(&stored)?;
    db.edit::<EventItem>(&save.patch)?;
    for name in ["begins_at", "ends_at"] {
        if save.patch.set.contains_key(name) {
            return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
        }
    }
    let mut item: EventItem = save.patch.apply(&stored)?;
    if item.id != 0 {
        item.event_id = stored.event_id;
    }
    let event: PressEvent = db.get(item.event_id)?;
    set_item_time(db, &event, &mut item, save.begins.as_deref(), save.ends.as_deref())?;
    store_item(db, &mut item)?;
    let items = items_of(db, event.id)?;
    Ok(ItemRow { conflicts: conflicts(&event, &item, &items), item })
}

fn set_item_time(
    db: &Writer,
    event: &PressEvent,
    item: &mut EventItem,
    begins: Option<&str>,
    ends: Option<&str>,
) -> Result<()> {
    let zone = event.zone();
    let local = |text: &str| clock::from_text(text).map(|at| at.with_timezone(&zone));
    let length = local(&item.begins_at)
        .zip(local(&item.ends_at))
        .map_or(Duration::minutes(USUAL_MINUTES), |(begins, ends)| ends - begins);
    let before = local(&item.begins_at);
    let begins = match begins.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => said(text, before.or_else(|| event.begins()), zone, "begins")?,
        None => match before {
            Some(before) => before,
            None => last_end(db, event)?,
        },
    };
    let ends = match ends.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => {
            let ends = said(text, Some(begins), zone, "ends")?;
            // A time alone that is not later is one of the next day.
            let next = ends.naive_local() + Duration::days(1);
            if ends <= begins && is_time_alone(text) {
                on_clocks(zone, next).with_timezone(&zone)
            } else {
                ends
            }
        }
        None => begins + length,
    };
    if ends < begins {
        return Err(Error::invalid("ends", "event-item-ends-before").arg("title", &item.title));
    }
    item.begins_at = clock::to_text(begins.to_utc());
    item.ends_at = clock::to_text(ends.to_utc());
    Ok(())
}

/// When the last item ends; with none, when the event begins.
fn last_end(db: &Reader, event: &PressEvent) -> Result<DateTime<Tz>> {
    let ends = items_of(db, event.id)?.into_iter().map(|item| item.ends_at).max();
    ends.as_deref()
        .and_then(clock::from_text)
        .map(|at| at.with_timezone(&event.zone()))
        .or_else(|| event.begins())
        .ok_or_else(|| Error::invalid("begins", "event-begin-missing"))
}

fn is_time_alone(text: &str) -> bool {
    text.split_whitespace().count() == 1 && text.len() < 6
}

/// A time of `day`, or a day and a time.
fn said(
    text: &str,
    day: Option<DateTime<Tz>>,
    zone: Tz,
    field: &'static str,
) -> Result<DateTime<Tz>> {
    let with_day = match day {
        Some(day) if is_time_alone(text) => format!("{} {text}", day.date_naive()),
        _ => text.to_owned(),
    };
    Ok(instant(&with_day, zone, field, "00:00")?.at.with_timezone(&zone))
}

pub(super) fn store_item(db: &Writer, item: &mut EventItem) -> Result<()> {
    for line in [&mut item.title, &mut item.place] {
        *line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    for names in [&mut item.speakers, &mut item.moderator, &mut item.in_charge] {
        *names = lines(names).collect::<Vec<_>>().join("\n");
    }
    item.notes = item.notes.trim().to_owned();
    if item.title.is_empty() {
        return Err(Error::invalid("title", "event-item-nameless"));
    }
    if item.id == 0 {
        db.insert(item)?;
    } else {
        db.update(item)?;
    }
    Ok(())
}

/// Moves an item and all that come after it.
pub fn shift_items(db: &Writer, ctx: &Ctx, shift: RundownShift) -> Result<Vec<ItemRow>> {
    if shift.minutes.abs() > MOST_MINUTES {
        return Err(Error::invalid("minutes", "event-number-wrong").arg("most", MOST_MINUTES));
    }
    let first: EventItem = db.get(shift.from)?;
    let by = Duration::minutes(shift.minutes);
    for mut item in items_of(db, first.event_id)? {
        if item.begins_at < first.begins_at {
            continue;
        }
        for at in [&mut item.begins_at, &mut item.ends_at] {
            if let Some(instant) = clock::from_text(at) {
                *at = clock::to_text(instant + by);
            }
        }
        db.update(&mut item)?;
    }
    rundown(db, ctx, first.event_id)
}

/// After an event was moved: its items keep their distance from its beginning, on the clocks of the
/// place.
pub(super) fn items_follow(db: &Writer, before: &PressEvent, after: &PressEvent) -> Result<()> {
    let (Some(old), Some(new)) = (before.begins(), after.begins()) else { return Ok(()) };
    let by = new.naive_local() - old.naive_local();
    if by.is_zero() && before.zone == after.zone {
        return Ok(());
    }
    for mut item in items_of(db, after.id)? {
        for at in [&mut item.begins_at, &mut item.ends_at] {
            if let Some(instant) = clock::from_text(at) {
                let local = instant.with_timezone(&before.zone()).naive_local() + by;
                *at = clock::to_text(on_clocks(after.zone(), local));
            }
        }
        db.update(&mut item)?;
    }
    Ok(())
}

/// Takes items out of the rundown; how many were in it.
pub fn delete_items(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<EventItem>(id)?);
    }
    Ok(deleted)
}
