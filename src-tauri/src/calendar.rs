//! The calendar: everything that has a day or an hour, from all nouns, in the office's zone.
//! Nothing of it is kept twice: items are asked for where they live, and moved there.

mod entry;
mod exchange;
mod items;
mod moving;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::choice;
use crate::error::{Error, Result};

pub use entry::{CalendarEntry, EntryPatch, delete_entries, save_entry, show_entry};
pub use exchange::{
    CalendarExport, CalendarImport, CalendarImported, ImportRemark, Subscription, export, import,
    keep_file, rewrite, subscribe, subscription,
};
pub use items::items;
pub use moving::{CalendarMove, CalendarMoved, move_to};

choice! {
    /// What can be shown or hidden together.
    Layer {
        /// Press events.
        Event = "event",
        /// Distributions of releases, planned or gone.
        Release = "release",
        /// Ends of embargoes.
        Embargo = "embargo",
        /// Until when enquiries are to be answered.
        Deadline = "deadline",
        /// Follow-ups and what is to be done for events.
        Task = "task",
        /// Birthdays of contacts.
        Birthday = "birthday",
        /// Entries of other calendars.
        Entry = "entry",
        /// Days off.
        Holiday = "holiday",
    }
}

/// What the calendar shall show.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CalendarQuery {
    /// From this day in the office's zone, `YYYY-MM-DD`.
    #[ts(optional = false)]
    pub from: String,
    /// Until this day, itself not included; at most [`MOST_DAYS`] later.
    #[ts(optional = false)]
    pub until: String,
    /// Only these layers; none = all.
    pub layers: Option<Vec<Layer>>,
    /// So many items a day at most; of the others only the number is told. None = all.
    pub per_day: Option<i64>,
}

/// The longest stretch that is shown at once: a year and its leap day.
pub const MOST_DAYS: i64 = 366;
/// So many items of one layer at most are gathered at once.
pub const MOST_OF_LAYER: i64 = 10_000;

/// One thing in the calendar.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarItem {
    /// Unlike any other item's: the kind and the record's id.
    pub key: String,
    /// The layer.
    pub layer: Layer,
    /// `event`, `distribution`, `embargo`, `enquiry`, `follow_up`, `event_task`, `birthday`,
    /// `entry` or `holiday`.
    pub kind: String,
    /// The record.
    pub id: i64,
    /// What it is about: the release of a distribution or embargo, the contact of a follow-up,
    /// the event of a task; 0 = nothing else.
    pub of: i64,
    /// Its name.
    pub title: String,
    /// Where, with whom, of what; may be empty.
    pub about: String,
    /// When it begins in the office's zone: `2026-12-01T09:00`, or the day where only days count.
    pub begins: String,
    /// When it ends, likewise; of whole days the last one.
    pub ends: String,
    /// Only its days count.
    pub all_day: bool,
    /// How it stands: an event's or a distribution's state, the kind of a day off; may be empty.
    pub state: String,
    /// Its own zone where that is another than the office's; else empty.
    pub zone: String,
    /// When it begins in its own zone, where that is another.
    pub own_begins: String,
    /// Why it cannot be moved, a key of the locales; empty = it can.
    pub fixed: String,
}

/// A day that has more than is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FullDay {
    /// The day.
    pub day: String,
    /// How many items of it are not in the answer.
    pub hidden: i64,
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarPage {
    /// The office's zone, by its IANA name.
    pub zone: String,
    /// Today in it.
    pub today: String,
    /// In the order in which they begin; whole days first.
    pub items: Vec<CalendarItem>,
    /// Days with more than `per_day`.
    pub full_days: Vec<FullDay>,
    /// How many items there are.
    pub total: i64,
    /// Whether a layer has more than [`MOST_OF_LAYER`], so that some are missing.
    pub cut: bool,
}

/// A stretch of days in a zone, as instants and as days.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) zone: Tz,
    pub(crate) from: NaiveDate,
    /// Not included.
    pub(crate) until: NaiveDate,
}

impl Span {
    /// Understands the days of a question.
    pub(crate) fn read(from: &str, until: &str, zone: Tz) -> Result<Self> {
        let day = |field: &'static str, text: &str| {
            text.parse::<NaiveDate>()
                .map_err(|_| Error::invalid(field, "calendar-day-wrong").arg("value", text))
        };
        let span = Self { zone, from: day("from", from)?, until: day("until", until)? };
        let days = (span.until - span.from).num_days();
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(Error::invalid("until", "calendar-span-wrong").arg("most", MOST_DAYS));
        }
        Ok(span)
    }

    pub(crate) fn begins_at(&self) -> DateTime<Utc> {
        instant(self.from.and_time(NaiveTime::MIN), self.zone)
    }

    pub(crate) fn ends_at(&self) -> DateTime<Utc> {
        instant(self.until.and_time(NaiveTime::MIN), self.zone)
    }

    pub(crate) fn last_day(&self) -> NaiveDate {
        self.until.checked_sub_days(Days::new(1)).unwrap_or(self.until)
    }
}

/// The instant of a time on a zone's clocks. One that the clocks show twice is the earlier one; one
/// that they leap over is as much later as they leap, as calendars have it (RFC 5545, 3.3.5).
pub(crate) fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    if let Some(at) = zone.from_local_datetime(&local).earliest() {
        return at.to_utc();
    }
    // By the offset before the leap.
    let before = local - chrono::Duration::hours(3);
    let shift = zone.from_local_datetime(&before).earliest().map(|at| at.to_utc());
    shift.map_or_else(|| local.and_utc(), |at| at + chrono::Duration::hours(3))
}

/// An instant on a zone's clocks, to the minute.
pub(crate) fn local_text(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone).naive_local();
    // Said here: chrono reads its pattern anew each time, and a month may have thousands of times.
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute()
    )
}
