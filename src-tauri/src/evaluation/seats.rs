//! Places and what became of them: a guest with whoever comes in their place.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;

use super::AttendanceFigures;
use crate::db::Reader;
use crate::error::Result;
use crate::event_guest::{EventGuest, Place};
use crate::press_event::PressEvent;

/// All guests of an event with the names of their outlets filled in.
pub(super) fn guests_of(db: &Reader, event_id: i64) -> Result<Vec<EventGuest>> {
    let mut guests: Vec<EventGuest> =
        db.all("event_id = :event ORDER BY name_key, id", named_params! {":event": event_id})?;
    let names: BTreeMap<i64, String> = db
        .rows(
            "SELECT DISTINCT o.id, o.name FROM event_guests g JOIN organisations o ON o.id = g.outlet_id
             WHERE g.event_id = :event AND g.deleted_at IS NULL",
            named_params! {":event": event_id},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .collect();
    for guest in &mut guests {
        if let Some(name) = guest.outlet_id.and_then(|id| names.get(&id)) {
            guest.outlet.clone_from(name);
        }
    }
    Ok(guests)
}

/// A place: the guest to whom it was given, and whoever came into it, in order.
#[derive(Debug)]
pub struct Seat<'a> {
    /// To whom it was given first.
    pub root: &'a EventGuest,
    /// Who stands in for them, the last named last.
    pub substitutes: Vec<&'a EventGuest>,
}

impl Seat<'_> {
    fn everybody(&self) -> impl Iterator<Item = &EventGuest> {
        std::iter::once(self.root).chain(self.substitutes.iter().copied())
    }

    /// Whether anybody was asked to it by the office, and it was not taken back. Who answered was
    /// asked, also where no mail of it left.
    pub fn is_invited(&self) -> bool {
        let is_asked = |guest: &EventGuest| {
            guest.place == Place::Invited || guest.place == Place::Listed && !guest.rsvp.is_empty()
        };
        !self.root.walk_in && self.everybody().any(is_asked)
    }

    /// The last word: `yes`, `no`, `maybe` or empty. Naming a substitute says yes for the place.
    pub fn answer(&self) -> &str {
        let last = self.substitutes.iter().rev().find(|guest| guest.place != Place::Withdrawn);
        match last {
            Some(substitute) if substitute.rsvp.is_empty() => "yes",
            Some(substitute) => &substitute.rsvp,
            None => &self.root.rsvp,
        }
    }

    /// Whether anybody of it came.
    pub fn is_taken(&self) -> bool {
        self.everybody().any(|guest| !guest.arrived_at.is_empty())
    }

    /// How many of it came: two where the guest and the substitute both did.
    pub fn people_who_came(&self) -> i64 {
        i64::try_from(self.everybody().filter(|guest| !guest.arrived_at.is_empty()).count())
            .unwrap_or(i64::MAX)
    }

    /// Confirmed and nobody came.
    pub fn is_no_show(&self) -> bool {
        self.is_invited() && self.answer() == "yes" && !self.is_taken()
    }
}

/// The places of an event, in the order of the guests.
pub fn seats_of(guests: &[EventGuest]) -> Vec<Seat<'_>> {
    let by_id: BTreeMap<i64, &EventGuest> = guests.iter().map(|guest| (guest.id, guest)).collect();
    let mut seats: Vec<Seat> = Vec::new();
    let mut at = BTreeMap::new();
    let roots = |guest: &EventGuest| root_of(&by_id, guest);
    for guest in guests.iter().filter(|guest| roots(guest) == guest.id) {
        at.insert(guest.id, seats.len());
        seats.push(Seat { root: guest, substitutes: Vec::new() });
    }
    let mut others: Vec<&EventGuest> =
        guests.iter().filter(|guest| roots(guest) != guest.id).collect();
    others.sort_by_key(|guest| guest.id);
    for guest in others {
        let seat = at.get(&roots(guest)).and_then(|at| seats.get_mut(*at));
        if let Some(seat) = seat {
            seat.substitutes.push(guest);
        }
    }
    seats
}

/// The guest whose place this one holds in the end. A ring, which no screen makes, ends at its
/// smallest number.
fn root_of(by_id: &BTreeMap<i64, &EventGuest>, guest: &EventGuest) -> i64 {
    let mut seen = BTreeSet::from([guest.id]);
    let mut here = guest;
    while let Some(before) = here.substitute_for.and_then(|id| by_id.get(&id)) {
        if !seen.insert(before.id) {
            return seen.first().copied().unwrap_or(guest.id);
        }
        here = before;
    }
    here.id
}

/// The figures of all guests, or of one category.
pub(super) fn figures(
    event: &PressEvent,
    guests: &[EventGuest],
    category: Option<&str>,
) -> AttendanceFigures {
    let mut sums = AttendanceFigures::default();
    let counted = |guest: &EventGuest| category.is_none_or(|wanted| guest.category == wanted);
    for seat in seats_of(guests).iter().filter(|seat| counted(seat.root)) {
        let came = seat.people_who_came();
        sums.came += came;
        if seat.root.walk_in {
            sums.walk_ins += came;
        } else if seat.is_invited() {
            sums.invited += 1;
            match seat.answer() {
                "yes" => sums.confirmed += 1,
                "no" => sums.declined += 1,
                "maybe" => sums.maybe += 1,
                _ => sums.no_answer += 1,
            }
            if seat.answer() == "yes" {
                sums.came_confirmed += came;
            } else {
                sums.came_unconfirmed += came;
            }
            sums.no_shows += i64::from(seat.is_no_show());
        } else {
            sums.came_unconfirmed += came;
            sums.waiting += i64::from(seat.root.place == Place::Waiting);
            sums.withdrawn += i64::from(seat.root.place == Place::Withdrawn);
        }
        let stood_in = seat.substitutes.iter().filter(|guest| !guest.arrived_at.is_empty()).count();
        sums.substitutes += i64::try_from(stood_in).unwrap_or(i64::MAX);
        for guest in seat.everybody().filter(|guest| !guest.arrived_at.is_empty()) {
            if !event.all_day {
                sums.late += i64::from(guest.arrived_at > event.begins_at);
            }
            let left = !guest.left_at.is_empty() && guest.left_at < event.ends_at;
            sums.left_early += i64::from(left);
        }
    }
    sums.no_show_percent = percent(sums.no_shows, sums.confirmed);
    sums
}

/// With one decimal; none of nothing.
#[allow(clippy::cast_precision_loss, reason = "guests are counted in thousands")]
pub(super) fn percent(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| ((part as f64) * 1_000.0 / (whole as f64)).round() / 10.0)
}

/// Events that were held in a period.
#[derive(Debug, Clone, Copy, Default)]
pub struct HeldEvents {
    /// How many.
    pub events: i64,
    /// Places at them that were confirmed.
    pub confirmed: i64,
    /// Those of them that somebody took.
    pub taken: i64,
}

/// Events that were held and began from one instant until before another, UTC.
pub fn held_between(db: &Reader, from: &str, until: &str) -> Result<HeldEvents> {
    let ids: Vec<i64> = db.rows(
        "SELECT id FROM press_events
         WHERE state = 'held' AND begins_at >= :from AND begins_at < :until AND deleted_at IS NULL",
        named_params! {":from": from, ":until": until},
        |row| row.get(0),
    )?;
    let mut sums = HeldEvents::default();
    for id in ids {
        let guests = guests_of(db, id)?;
        sums.events += 1;
        for seat in seats_of(&guests) {
            if seat.is_invited() && seat.answer() == "yes" {
                sums.confirmed += 1;
                sums.taken += i64::from(seat.is_taken());
            }
        }
    }
    Ok(sums)
}
