//! Moving what stands in the calendar: each thing by the rules of its own noun.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use chrono_tz::Tz;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::entry::CalendarEntry;
use super::{instant, local_text};
use crate::db::{Ctx, Patch, Writer};
use crate::error::{Code, Error, Result};
use crate::follow_up::{self, FollowUp};
use crate::press_event::{self, EventPatch, EventState, PressEvent};
use crate::release::{self, Release};
use crate::{clock, office, record};

/// What is moved, and to when.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CalendarMove {
    /// `event`, `event_task`, `follow_up`, `embargo` or `entry`.
    pub kind: String,
    /// The record.
    pub id: i64,
    /// When it shall begin in the office's zone: `2026-12-01T09:00`; or a day, which keeps the hour.
    pub to: String,
}

/// What was moved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarMoved {
    /// Its name.
    pub title: String,
    /// When it began before, in the office's zone: an hour or a day.
    pub from: String,
    /// When it begins now.
    pub to: String,
}

/// A day, or an hour of one, as a calendar says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Day(NaiveDate),
    Hour(NaiveDateTime),
}

impl When {
    pub(super) fn read(text: &str) -> Result<Self> {
        let text = text.trim();
        let hour = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
        match (hour, text.parse::<NaiveDate>()) {
            (Some(hour), _) => Ok(Self::Hour(hour)),
            (None, Ok(day)) => Ok(Self::Day(day)),
            (None, Err(_)) => Err(Error::invalid("to", "calendar-day-wrong").arg("value", text)),
        }
    }

    pub(super) fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Hour(hour) => hour.date(),
        }
    }

    /// The instant at which something shall begin that began at `old`: a bare day keeps the hour
    /// that the clocks of `zone` showed.
    fn instead_of(self, old: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Hour(local) => instant(local, zone),
            Self::Day(day) => instant(day.and_time(old.with_timezone(&zone).time()), zone),
        }
    }
}

/// Moves one thing; it keeps how long it lasts.
pub fn move_to(db: &Writer, ctx: &Ctx, order: CalendarMove) -> Result<CalendarMoved> {
    let when = When::read(&order.to)?;
    match order.kind.as_str() {
        "event" => event(db, ctx, order.id, when),
        "event_task" => event_task(db, order.id, when.day()),
        "follow_up" => follow_up(db, ctx, order.id, when.day()),
        "embargo" => embargo(db, ctx, order.id, when),
        "entry" => entry(db, order.id, when),
        "birthday" => Err(Error::new(Code::Conflict, "calendar-fixed-birthday")),
        "holiday" => Err(Error::new(Code::Conflict, "calendar-fixed-holiday")),
        "enquiry" => Err(Error::new(Code::Conflict, "calendar-fixed-deadline")),
        // A distribution is moved by a command of its own, which cannot be taken back.
        "distribution" => Err(Error::new(Code::Conflict, "calendar-move-distribution")),
        other => Err(Error::invalid("kind", "error-wrong-value")
            .arg("field", "kind")
            .arg("value", other)),
    }
}

fn event(db: &Writer, ctx: &Ctx, id: i64, when: When) -> Result<CalendarMoved> {
    let event: PressEvent = db.get(id)?;
    match event.state {
        EventState::Held => return Err(Error::new(Code::Conflict, "calendar-fixed-held")),
        EventState::Cancelled => {
            return Err(Error::new(Code::Conflict, "calendar-fixed-cancelled"));
        }
        EventState::Planned => {}
    }
    let (begins, ends) = both(&event.begins_at, &event.ends_at)?;
    let office = office::zone(db)?;
    // Whole days are those of the event's own zone; its hours are shown in the office's.
    let zone = if event.all_day { event.zone.parse().unwrap_or(office) } else { office };
    let (begins_at, _) = moved(begins, ends, when, zone, event.all_day);
    // Said on the clocks of its own zone, in which it stays; what hangs on it follows the save.
    let said = local_text(begins_at, event.zone()).replace('T', " ");
    let patch = Patch { id: Some(id), ..Patch::default() };
    let begins_said = if event.all_day { said.chars().take(10).collect() } else { said };
    let save = EventPatch { patch, begins: Some(begins_said), ..EventPatch::default() };
    press_event::save(db, ctx, save)?;
    Ok(told(event.title, begins, begins_at, zone, event.all_day))
}

record! {
    /// Of a task of an event, what follows from its day.
    TaskDay in "event_tasks" {
        /// The event.
        event_id: i64,
        /// What is to be done.
        title: String,
        /// From the event's first day, negative = before it; none = a day of its own.
        days: Option<i64>,
        /// The day, `YYYY-MM-DD`; empty = none.
        due_on: String,
        /// When it was done, UTC; empty = open.
        done_at: String,
    }
}

/// Gives a task another day. One that is reckoned from the event goes on being reckoned from it.
fn event_task(db: &Writer, id: i64, day: NaiveDate) -> Result<CalendarMoved> {
    let mut task: TaskDay = db.get(id)?;
    if !task.done_at.is_empty() {
        return Err(Error::new(Code::Conflict, "calendar-fixed-done"));
    }
    let from = std::mem::replace(&mut task.due_on, day.to_string());
    if task.days.is_some() {
        let event: PressEvent = db.get(task.event_id)?;
        let zone = event.zone.parse::<Tz>().map_or_else(|_| office::zone(db), Ok)?;
        task.days = clock::from_text(&event.begins_at)
            .map(|at| (day - at.with_timezone(&zone).date_naive()).num_days());
    }
    db.update(&mut task)?;
    Ok(CalendarMoved { title: task.title, from, to: task.due_on })
}

fn entry(db: &Writer, id: i64, when: When) -> Result<CalendarMoved> {
    let mut entry: CalendarEntry = db.get(id)?;
    let (begins, ends) = both(&entry.begins_at, &entry.ends_at)?;
    let office = office::zone(db)?;
    let zone = if entry.all_day { entry.zone.parse().unwrap_or(office) } else { office };
    let (begins_at, ends_at) = moved(begins, ends, when, zone, entry.all_day);
    entry.begins_at = clock::to_text(begins_at);
    entry.ends_at = clock::to_text(ends_at);
    db.update(&mut entry)?;
    Ok(told(entry.title, begins, begins_at, zone, entry.all_day))
}

fn both(begins_at: &str, ends_at: &str) -> Result<(DateTime<Utc>, DateTime<Utc>)> {
    let begins = clock::from_text(begins_at)
        .ok_or_else(|| Error::invalid("begins", "calendar-day-wrong").arg("value", begins_at))?;
    Ok((begins, clock::from_text(ends_at).unwrap_or(begins).max(begins)))
}

/// The new beginning and end. Whole days move by days, so that they stay whole where clocks are
/// turned; hours keep how long they last.
fn moved(
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
    when: When,
    zone: Tz,
    all_day: bool,
) -> (DateTime<Utc>, DateTime<Utc>) {
    if !all_day {
        let begins_at = when.instead_of(begins, zone);
        return (begins_at, begins_at + (ends - begins));
    }
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let shift: Duration = when.day() - day(begins).date();
    (instant(day(begins) + shift, zone), instant(day(ends) + shift, zone))
}

fn told(
    title: String,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zone: Tz,
    all_day: bool,
) -> CalendarMoved {
    let text = |at: DateTime<Utc>| {
        let text = local_text(at, zone);
        if all_day { text.chars().take(10).collect() } else { text }
    };
    CalendarMoved { title, from: text(from), to: text(to) }
}

fn follow_up(db: &Writer, ctx: &Ctx, id: i64, day: NaiveDate) -> Result<CalendarMoved> {
    let stored: FollowUp = db.get(id)?;
    if !stored.done_at.is_empty() {
        return Err(Error::new(Code::Conflict, "calendar-fixed-done"));
    }
    let saved = follow_up::save(db, ctx, patch(id, "due_on", &day.to_string()))?;
    Ok(CalendarMoved { title: saved.what, from: stored.due_on, to: saved.due_on })
}

fn embargo(db: &Writer, ctx: &Ctx, id: i64, when: When) -> Result<CalendarMoved> {
    let release: Release = db.get(id)?;
    let told = db.number(
        "SELECT COUNT(*) FROM distributions WHERE release_id = :id AND embargo_at <> '' AND state <> 'cancelled'",
        named_params! {":id": id},
    )?;
    if told > 0 {
        return Err(Error::new(Code::Conflict, "calendar-fixed-embargo-told"));
    }
    let Some(old) = clock::from_text(&release.embargo_at) else {
        return Err(Error::new(Code::Conflict, "calendar-no-embargo"));
    };
    let zone = office::zone(db)?;
    let new = when.instead_of(old, zone);
    release::save(db, ctx, patch(id, "embargo_at", &clock::to_text(new)))?;
    Ok(CalendarMoved {
        title: release.headline,
        from: local_text(old, zone),
        to: local_text(new, zone),
    })
}

fn patch(id: i64, field: &str, value: &str) -> Patch {
    Patch {
        id: Some(id),
        set: Map::from_iter([(field.to_owned(), Json::from(value))]),
        ..Patch::default()
    }
}
