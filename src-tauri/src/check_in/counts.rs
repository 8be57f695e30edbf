//! How many are there: for the side of the check-in screen, fresh after every arrival.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::{DoorRow, ROW, is_late, row_of};
use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::press_event::{EventState, PressEvent};

/// The event as the door names it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorEvent {
    /// The event.
    pub id: i64,
    /// Its name.
    pub title: String,
    /// When it begins, UTC.
    pub begins_at: String,
    /// When it ends, UTC.
    pub ends_at: String,
    /// Its zone by its IANA name.
    pub zone: String,
    /// Only its days count.
    pub all_day: bool,
    /// Where.
    pub venue: String,
    /// How far it is.
    pub state: EventState,
    /// Seats; 0 = no limit.
    pub capacity: i64,
}

/// Guests of one kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CategoryCount {
    /// One of [`crate::event_guest::CATEGORIES`].
    pub category: String,
    /// Those who have arrived or said that they would.
    pub expected: i64,
    /// Those who have arrived.
    pub arrived: i64,
}

/// Guests of one outlet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutletCount {
    /// The outlet; empty = of none.
    pub outlet: String,
    /// Those who have arrived or said that they would.
    pub expected: i64,
    /// Those who have arrived.
    pub arrived: i64,
}

/// All counts of an event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DoorCounts {
    /// The event.
    pub event: DoorEvent,
    /// Everybody on the list.
    pub guests: i64,
    /// Those who have arrived or are still to come.
    pub expected: i64,
    /// Those who have arrived.
    pub arrived: i64,
    /// Of these, those who have not left.
    pub here: i64,
    /// Those who said yes and are not there yet.
    pub to_come: i64,
    /// Those who did not answer, or said maybe, and are not there.
    pub unanswered: i64,
    /// Those in whose place somebody comes.
    pub replaced: i64,
    /// Those who arrived after the beginning.
    pub late: i64,
    /// Those who have left.
    pub left: i64,
    /// Those who came without being on the list.
    pub walk_ins: i64,
    /// By category.
    pub categories: Vec<CategoryCount>,
    /// By outlet: where most have arrived first, at most 12.
    pub outlets: Vec<OutletCount>,
    /// How many outlets have somebody there.
    pub outlets_here: i64,
    /// Who arrived last, the newest first.
    pub recent: Vec<DoorRow>,
}

/// One guest, as far as counting needs them.
struct Counted {
    id: i64,
    outlet: String,
    category: String,
    place: String,
    rsvp: String,
    arrived_at: String,
    left_at: String,
    walk_in: bool,
    substitute_for: Option<i64>,
}

const MOST_OUTLETS: usize = 12;
const RECENT: i64 = 6;

/// Counts an event's guests.
pub fn counts(db: &Reader, _ctx: &Ctx, event_id: i64) -> Result<DoorCounts> {
    let event: PressEvent = db.get(event_id)?;
    let all = counted(db, event_id)?;
    let replaced: BTreeSet<i64> = all.iter().filter_map(|guest| guest.substitute_for).collect();
    let mut counts = DoorCounts {
        guests: 0,
        expected: 0,
        arrived: 0,
        here: 0,
        to_come: 0,
        unanswered: 0,
        replaced: 0,
        late: 0,
        left: 0,
        walk_ins: 0,
        categories: Vec::new(),
        outlets: Vec::new(),
        outlets_here: 0,
        recent: recent(db, &event)?,
        event: of_event(&event),
    };
    let mut categories: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    let mut outlets: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for guest in &all {
        let has_arrived = !guest.arrived_at.is_empty();
        let is_asked = matches!(guest.place.as_str(), "listed" | "invited");
        let is_replaced = replaced.contains(&guest.id);
        counts.guests += 1;
        counts.arrived += i64::from(has_arrived);
        counts.here += i64::from(has_arrived && guest.left_at.is_empty());
        counts.left += i64::from(!guest.left_at.is_empty());
        counts.late += i64::from(is_late(&event, &guest.arrived_at));
        counts.walk_ins += i64::from(guest.walk_in);
        counts.replaced += i64::from(is_replaced && !has_arrived);
        let waits = is_asked && !has_arrived && !is_replaced;
        let to_come = waits && guest.rsvp == "yes";
        counts.to_come += i64::from(to_come);
        counts.unanswered += i64::from(waits && matches!(guest.rsvp.as_str(), "" | "maybe"));
        let expected = i64::from(has_arrived || to_come);
        counts.expected += expected;
        for (of, sums) in [(&guest.category, &mut categories), (&guest.outlet, &mut outlets)] {
            let sum = sums.entry(of.as_str()).or_default();
            sum.0 += expected;
            sum.1 += i64::from(has_arrived);
        }
    }
    counts.categories = categories
        .into_iter()
        .map(|(category, (expected, arrived))| CategoryCount {
            category: category.to_owned(),
            expected,
            arrived,
        })
        .collect();
    counts.outlets_here = outlets
        .iter()
        .filter(|(outlet, (_, arrived))| !outlet.is_empty() && *arrived > 0)
        .count()
        .try_into()
        .unwrap_or(i64::MAX);
    let mut named: Vec<OutletCount> = outlets
        .into_iter()
        .filter(|(_, (expected, _))| *expected > 0)
        .map(|(outlet, (expected, arrived))| OutletCount {
            outlet: outlet.to_owned(),
            expected,
            arrived,
        })
        .collect();
    named.sort_by(|a, b| {
        (b.arrived, b.expected, &a.outlet).cmp(&(a.arrived, a.expected, &b.outlet))
    });
    named.truncate(MOST_OUTLETS);
    counts.outlets = named;
    Ok(counts)
}

fn of_event(event: &PressEvent) -> DoorEvent {
    DoorEvent {
        id: event.id,
        title: event.title.clone(),
        begins_at: event.begins_at.clone(),
        ends_at: event.ends_at.clone(),
        zone: event.zone.clone(),
        all_day: event.all_day,
        venue: event.venue.clone(),
        state: event.state,
        capacity: event.capacity,
    }
}

fn counted(db: &Reader, event_id: i64) -> Result<Vec<Counted>> {
    db.rows(
        "SELECT id, outlet, category, place, rsvp, arrived_at, left_at, walk_in, substitute_for
         FROM event_guests INDEXED BY event_guests_at_door
         WHERE event_id = :event AND deleted_at IS NULL",
        named_params! {":event": event_id},
        |row| {
            Ok(Counted {
                id: row.get(0)?,
                outlet: row.get(1)?,
                category: row.get(2)?,
                place: row.get(3)?,
                rsvp: row.get(4)?,
                arrived_at: row.get(5)?,
                left_at: row.get(6)?,
                walk_in: row.get(7)?,
                substitute_for: row.get(8)?,
            })
        },
    )
}

fn recent(db: &Reader, event: &PressEvent) -> Result<Vec<DoorRow>> {
    db.rows(
        &format!(
            "SELECT {ROW} FROM event_guests g
             WHERE g.id IN (SELECT id FROM event_guests INDEXED BY event_guests_at_door
                            WHERE event_id = :event AND deleted_at IS NULL AND arrived_at <> ''
                            ORDER BY arrived_at DESC, id DESC LIMIT {RECENT})
             ORDER BY g.arrived_at DESC, g.id DESC"
        ),
        named_params! {":event": event.id},
        |row| row_of(event, row),
    )
}
