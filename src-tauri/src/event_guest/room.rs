//! Seats: who holds one, for whom there is still one, and who moves up when one falls free.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::quota::{self, EventQuota, QuotaScope};
use super::{EventGuest, Place};
use crate::db::{Ctx, Reader, Writer};
use crate::error::Result;
use crate::format::fold::fold;
use crate::press_event::{EventState, PressEvent};
use crate::text;

/// Who are counted by quotas: the others are there because they speak, represent or work.
const BY_QUOTA: &[&str] = &["press", "public"];

/// The seats of an event and of its quotas.
pub(crate) struct Room {
    capacity: i64,
    taken: i64,
    quotas: Vec<EventQuota>,
    /// Seats taken of each quota, by its id; for each outlet see `outlets`.
    used: BTreeMap<i64, i64>,
    /// Seats taken by folded name of the outlet.
    outlets: BTreeMap<String, i64>,
    /// Organisations, where there are quotas.
    organisations: BTreeMap<i64, Named>,
    /// Guests who hold a seat.
    holders: BTreeSet<i64>,
    /// Guests in whose place somebody comes.
    replaced: BTreeSet<i64>,
}

/// An organisation as quotas see it.
struct Named {
    name: String,
    key: String,
    tier: String,
}

/// Why there is no seat.
pub(crate) struct NoSeat {
    key: &'static str,
    args: Vec<(&'static str, String)>,
}

/// The same as it is kept with the guest, to be said in whatever language is asked for.
#[derive(Serialize, Deserialize)]
struct KeptReason {
    why: String,
    args: BTreeMap<String, String>,
}

impl NoSeat {
    /// As it is kept with the guest; [`reason_in`] says it.
    pub(crate) fn kept(&self) -> Result<String> {
        let args =
            self.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Ok(serde_json::to_string(&KeptReason { why: self.key.to_owned(), args })?)
    }
}

/// What is kept as a guest's reason, in words. What a person wrote stays as it is.
pub fn reason_in(kept: &str, language: &str) -> String {
    if !kept.starts_with('{') {
        return kept.to_owned();
    }
    match serde_json::from_str::<KeptReason>(kept) {
        Ok(KeptReason { why, args }) => {
            let args: Vec<(&str, &str)> =
                args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            text::sentence(language, &why, &args)
        }
        Err(_) => kept.to_owned(),
    }
}

impl Room {
    /// As it stands.
    pub(crate) fn of(db: &Reader, event: &PressEvent) -> Result<Self> {
        let mut room = Self {
            capacity: event.capacity,
            taken: 0,
            quotas: quota::of_event(db, event.id)?,
            used: BTreeMap::new(),
            outlets: BTreeMap::new(),
            organisations: organisations(db, event.id)?,
            holders: BTreeSet::new(),
            replaced: BTreeSet::new(),
        };
        let guests = counted(db, event.id)?;
        let stands_in = |guest: &&EventGuest| guest.place != Place::Withdrawn && guest.rsvp != "no";
        room.replaced =
            guests.iter().filter(stands_in).filter_map(|guest| guest.substitute_for).collect();
        let deputies = awaited(db, event.id)?;
        for guest in &guests {
            let comes = guest.rsvp != "no" || deputies.contains(&guest.id);
            let is_asked = matches!(guest.place, Place::Listed | Place::Invited);
            if !guest.arrived_at.is_empty()
                || is_asked && comes && !room.replaced.contains(&guest.id)
            {
                room.take(guest);
            }
        }
        Ok(room)
    }

    /// Seats that are left; 0 where there is no limit.
    pub(crate) fn left(&self) -> i64 {
        if self.capacity == 0 { 0 } else { self.capacity - self.taken }
    }

    /// Whether this guest holds a seat.
    pub(crate) fn holds(&self, guest: i64) -> bool {
        self.holders.contains(&guest)
    }

    /// Whether somebody comes in this guest's place.
    pub(crate) fn is_replaced(&self, guest: i64) -> bool {
        self.replaced.contains(&guest)
    }

    /// Why there is no seat for somebody; none = there is.
    pub(crate) fn refusal(&self, guest: &EventGuest) -> Option<NoSeat> {
        if self.capacity > 0 && self.taken >= self.capacity {
            return Some(NoSeat {
                key: "guest-waits-full",
                args: vec![("places", self.capacity.to_string())],
            });
        }
        let full = self.quotas_of(guest).into_iter().find(|quota| {
            let taken = match quota.scope {
                QuotaScope::EachOutlet => self.of_outlet(&self.outlet_key(guest)),
                _ => self.used.get(&quota.id).copied().unwrap_or(0),
            };
            taken >= quota.places
        })?;
        let places = ("places", full.places.to_string());
        Some(match full.scope {
            QuotaScope::EachOutlet | QuotaScope::Outlet => NoSeat {
                key: "guest-waits-outlet",
                args: vec![places, ("outlet", guest.outlet.clone())],
            },
            QuotaScope::Organisation => NoSeat {
                key: "guest-waits-organisation",
                args: vec![
                    places,
                    (
                        "organisation",
                        full.organisation_id
                            .and_then(|id| self.organisations.get(&id))
                            .map(|named| named.name.clone())
                            .unwrap_or_default(),
                    ),
                ],
            },
            QuotaScope::Tier => {
                NoSeat { key: "guest-waits-tier", args: vec![places, ("tier", full.tier.clone())] }
            }
        })
    }

    /// Gives them a seat.
    pub(crate) fn take(&mut self, guest: &EventGuest) {
        self.taken += 1;
        if guest.id != 0 {
            self.holders.insert(guest.id);
        }
        let ids: Vec<i64> = self.quotas_of(guest).iter().map(|quota| quota.id).collect();
        for id in ids {
            *self.used.entry(id).or_default() += 1;
        }
        let outlet = self.outlet_key(guest);
        if BY_QUOTA.contains(&guest.category.as_str()) && !outlet.is_empty() {
            *self.outlets.entry(outlet).or_default() += 1;
        }
    }

    /// Seats taken of a quota; for each outlet, those of the one that has most.
    pub(super) fn taken_of(&self, quota: &EventQuota) -> i64 {
        if quota.scope == QuotaScope::EachOutlet {
            let own = self.own_quotas();
            let outlets = self.outlets.iter().filter(|(outlet, _)| !own.contains(outlet.as_str()));
            return outlets.map(|(_, taken)| *taken).max().unwrap_or(0);
        }
        self.used.get(&quota.id).copied().unwrap_or(0)
    }

    fn of_outlet(&self, key: &str) -> i64 {
        self.outlets.get(key).copied().unwrap_or(0)
    }

    /// Outlets that have a quota of their own.
    fn own_quotas(&self) -> BTreeSet<&str> {
        let own = self.quotas.iter().filter(|quota| quota.scope == QuotaScope::Outlet);
        own.filter_map(|quota| self.name_of(quota.organisation_id)).collect()
    }

    fn name_of(&self, organisation: Option<i64>) -> Option<&str> {
        self.organisations.get(&organisation?).map(|named| named.key.as_str())
    }

    fn outlet_key(&self, guest: &EventGuest) -> String {
        self.name_of(guest.outlet_id).map_or_else(|| fold(&guest.outlet), str::to_owned)
    }

    /// The quotas by which somebody counts.
    fn quotas_of(&self, guest: &EventGuest) -> Vec<&EventQuota> {
        if !BY_QUOTA.contains(&guest.category.as_str()) {
            return Vec::new();
        }
        let outlet = self.outlet_key(guest);
        let has_own = self.own_quotas().contains(outlet.as_str());
        let tier = guest
            .outlet_id
            .and_then(|id| self.organisations.get(&id))
            .map(|named| named.tier.as_str())
            .unwrap_or_default();
        let counts = |quota: &&EventQuota| match quota.scope {
            QuotaScope::EachOutlet => !outlet.is_empty() && !has_own,
            QuotaScope::Outlet => self.name_of(quota.organisation_id) == Some(outlet.as_str()),
            QuotaScope::Organisation => {
                quota.organisation_id.is_some() && quota.organisation_id == guest.nominated_by
            }
            QuotaScope::Tier => !tier.is_empty() && quota.tier == tier,
        };
        self.quotas.iter().filter(counts).collect()
    }
}

/// The guests of an event with what seats are counted by, and nothing else.
fn counted(db: &Reader, event_id: i64) -> Result<Vec<EventGuest>> {
    db.rows(
        "SELECT id, outlet_id, outlet, category, place, nominated_by, rsvp, substitute_for, arrived_at
         FROM event_guests WHERE event_id = :event AND deleted_at IS NULL",
        named_params! {":event": event_id},
        |row| {
            Ok(EventGuest {
                id: row.get(0)?,
                outlet_id: row.get(1)?,
                outlet: row.get(2)?,
                category: row.get(3)?,
                place: row.get(4)?,
                nominated_by: row.get(5)?,
                rsvp: row.get(6)?,
                substitute_for: row.get(7)?,
                arrived_at: row.get(8)?,
                ..EventGuest::default()
            })
        },
    )
}

/// Guests whose deputy is named in an answer and not on the list yet: their seat is kept.
fn awaited(db: &Reader, event_id: i64) -> Result<BTreeSet<i64>> {
    let ids = db.rows(
        "SELECT guest_id FROM event_answers
         WHERE event_id = :event AND state = 'open' AND deputy <> '' AND deleted_at IS NULL",
        named_params! {":event": event_id},
        |row| row.get(0),
    )?;
    Ok(ids.into_iter().collect())
}

/// Every organisation: a guest who is not stored yet may be of any.
fn organisations(db: &Reader, event_id: i64) -> Result<BTreeMap<i64, Named>> {
    let has_quotas = !quota::of_event(db, event_id)?.is_empty();
    if !has_quotas {
        return Ok(BTreeMap::new());
    }
    let all = db.rows(
        "SELECT id, name, name_key, tier FROM organisations WHERE deleted_at IS NULL",
        &[],
        |row| Ok((row.get(0)?, Named { name: row.get(1)?, key: row.get(2)?, tier: row.get(3)? })),
    )?;
    Ok(all.into_iter().collect())
}

/// Gives the seats of an event that fell free to those who wait for them, in their order. To be
/// called in the action that freed one; whom it gave a seat.
pub(crate) fn fill(db: &Writer, ctx: &Ctx, event_id: i64) -> Result<Vec<i64>> {
    let Some(event) = db.find::<PressEvent>(event_id)? else { return Ok(Vec::new()) };
    if event.state != EventState::Planned || event.ends_at <= ctx.now_text() {
        return Ok(Vec::new());
    }
    let waiting: Vec<EventGuest> = db.all(
        "event_id = :event AND place = 'waiting' AND rsvp <> 'no' ORDER BY waiting_since, id",
        named_params! {":event": event_id},
    )?;
    let mut seated = Vec::new();
    if waiting.is_empty() {
        return Ok(seated);
    }
    let mut room = Room::of(db, &event)?;
    for mut guest in waiting {
        if room.refusal(&guest).is_none() {
            room.take(&guest);
            give_seat(&mut guest);
            db.update(&mut guest)?;
            seated.push(guest.id);
        }
    }
    Ok(seated)
}

/// Onto the list: who was invited before need not be invited again.
pub(super) fn give_seat(guest: &mut EventGuest) {
    let knows = !guest.invited_at.is_empty() && guest.told_off_at.is_empty();
    guest.place = if knows { Place::Invited } else { Place::Listed };
    guest.waiting_since.clear();
    guest.reason.clear();
    guest.told_off_at.clear();
}
