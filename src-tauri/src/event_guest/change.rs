//! What is changed of guests: their data, their place, who comes instead of them. A seat that falls
//! free goes to whoever waits for it, in the same action.

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::add::{NamedGuest, by_name, open_event};
use super::person::{self, Known, all_reaches, guest_of_contact};
use super::room::{fill, give_seat};
use super::{EventGuest, GuestRow, Place, fill_from_contact, list};
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::format::fold::fold;
use crate::interaction::Interaction;
use crate::organisation::Organisation;
use crate::press_event::{self, EventDetail, EventPatch, PressEvent};

/// Guests whose invitation is taken back.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct GuestsWithdraw {
    /// The guests.
    pub ids: Vec<i64>,
    /// Why: the record of who was asked and who was not shows it.
    pub reason: String,
}

/// Who comes in a guest's place.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SubstituteOrder {
    /// The guest who does not come.
    #[ts(optional = false)]
    pub guest_id: i64,
    /// Somebody of the media list.
    pub contact_id: Option<i64>,
    /// A person by name.
    pub person: Option<NamedGuest>,
    /// How it was said: `phone`, `whatsapp`, `in_person`, `mail`; none = `staff`.
    pub way: Option<String>,
}

/// Columns that a save may write.
const BY_SAVE: &[&str] = &[
    "name",
    "outlet",
    "position",
    "email",
    "phone",
    "category",
    "nominated_by",
    "reason",
    "notes",
];

/// Changes what is known of a guest.
pub fn save(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<GuestRow> {
    let id =
        patch.id.ok_or_else(|| Error::invalid("id", "error-wrong-value").arg("field", "id"))?;
    let stored: EventGuest = db.get(id)?;
    patch.check_version(&stored)?;
    if let Some(name) = patch.set.keys().find(|name| !BY_SAVE.contains(&name.as_str())) {
        return Err(Error::invalid(name, "error-unknown-field").arg("field", name));
    }
    db.edit::<EventGuest>(&patch)?;
    let mut guest: EventGuest = patch.apply(&stored)?;
    if stored.contact_id.is_some() && guest.name != stored.name {
        return Err(Error::invalid("name", "guest-name-is-contacts").arg("name", &stored.name));
    }
    let outlet_id = guest.outlet_id;
    person::tidy(db, &mut guest)?;
    if guest.outlet == stored.outlet && outlet_id.is_some() {
        guest.outlet_id = outlet_id;
    }
    if let Some(organisation) = guest.nominated_by {
        db.get::<Organisation>(organisation)?;
    }
    refuse_same(db, &stored, &guest)?;
    db.update(&mut guest)?;
    fill(db, ctx, guest.event_id)?;
    list::row(db, id)
}

/// A new address or number must not be that of another guest.
fn refuse_same(db: &Reader, stored: &EventGuest, guest: &EventGuest) -> Result<()> {
    if stored.email == guest.email && stored.phone == guest.phone {
        return Ok(());
    }
    let known = Known::of(db, guest.event_id)?;
    let mut reaches = all_reaches(db, guest)?;
    for old in [stored.email.to_lowercase(), stored.phone.clone()] {
        reaches.remove(&old);
    }
    // Names may be alike; here the address or number must be.
    let nameless = EventGuest { name_key: String::new(), ..guest.clone() };
    match known.find(db, &nameless, &reaches)? {
        Some(other) if other.id != guest.id && !reaches.is_empty() => {
            let field = if stored.email == guest.email { "phone" } else { "email" };
            Err(Error::invalid(field, "guest-is-there").arg("name", &other.name))
        }
        _ => Ok(()),
    }
}

/// Puts guests into the bin; how many were there.
pub fn remove(db: &Writer, ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut removed = 0;
    let mut events = Vec::new();
    for id in ids {
        let guest: EventGuest = db.get(id)?;
        if !guest.arrived_at.is_empty() {
            return Err(Error::new(Code::Conflict, "guest-is-in").arg("name", &guest.name));
        }
        removed += i64::from(db.delete::<EventGuest>(id)?);
        events.push(guest.event_id);
    }
    fill_all(db, ctx, events)?;
    Ok(removed)
}

fn fill_all(db: &Writer, ctx: &Ctx, mut events: Vec<i64>) -> Result<()> {
    events.sort_unstable();
    events.dedup();
    for event in events {
        fill(db, ctx, event)?;
    }
    Ok(())
}

/// Takes invitations back; how many.
pub fn withdraw(db: &Writer, ctx: &Ctx, order: GuestsWithdraw) -> Result<i64> {
    let reason = order.reason.trim();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "guest-withdraw-reason"));
    }
    let mut changed = 0;
    let mut events = Vec::new();
    for id in order.ids {
        let mut guest: EventGuest = db.get(id)?;
        if !guest.arrived_at.is_empty() {
            return Err(Error::new(Code::Conflict, "guest-is-in").arg("name", &guest.name));
        }
        if guest.place == Place::Withdrawn {
            continue;
        }
        guest.place = Place::Withdrawn;
        guest.waiting_since.clear();
        reason.clone_into(&mut guest.reason);
        changed += i64::from(db.update(&mut guest)?);
        events.push(guest.event_id);
    }
    fill_all(db, ctx, events)?;
    Ok(changed)
}

/// Gives a seat to guests who wait for one or whose invitation was taken back, whatever the quotas
/// say; how many.
pub fn seat(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut seated = 0;
    for id in ids {
        let mut guest: EventGuest = db.get(id)?;
        open_event(db, guest.event_id)?;
        if matches!(guest.place, Place::Waiting | Place::Withdrawn) {
            give_seat(&mut guest);
            seated += i64::from(db.update(&mut guest)?);
        }
    }
    Ok(seated)
}

/// Saves an event; who waited for its seats moves up.
pub fn save_event(db: &Writer, ctx: &Ctx, patch: EventPatch) -> Result<EventDetail> {
    let saved = press_event::save(db, ctx, patch)?;
    if fill(db, ctx, saved.event.id)?.is_empty() {
        return Ok(saved);
    }
    press_event::show(db, ctx, saved.event.id)
}

/// Who comes in this guest's place, the last in the row; none = nobody does.
fn deputy_of(db: &Reader, guest: i64) -> Result<Option<EventGuest>> {
    let mut here = guest;
    let mut last = None;
    // A row of deputies is short; a ring, which no screen makes, ends here too.
    for _ in 0..16 {
        let next: Vec<EventGuest> = db.all(
            "substitute_for = :guest AND place <> 'withdrawn' AND rsvp <> 'no' AND id <> :first ORDER BY id DESC LIMIT 1",
            named_params! {":guest": here, ":first": guest},
        )?;
        match next.into_iter().next() {
            Some(deputy) => {
                here = deputy.id;
                last = Some(deputy);
            }
            None => break,
        }
    }
    Ok(last)
}

/// Notes who comes in a guest's place: the deputy says yes, the guest no, and one seat is held.
pub fn substitute(db: &Writer, ctx: &Ctx, order: &SubstituteOrder) -> Result<EventGuest> {
    let named: EventGuest = db.get(order.guest_id)?;
    let event = open_event(db, named.event_id)?;
    // Who was to come instead does not come either.
    let mut replaced = deputy_of(db, named.id)?.unwrap_or_else(|| named.clone());
    if let Some(is_in) = [&replaced, &named].into_iter().find(|one| !one.arrived_at.is_empty()) {
        return Err(Error::new(Code::Conflict, "checkin-substitute-here").arg("name", &is_in.name));
    }
    if replaced.place == Place::Withdrawn {
        return Err(
            Error::new(Code::Conflict, "guest-deputy-withdrawn").arg("name", &replaced.name)
        );
    }
    let new = deputy(db, order, &replaced)?;
    let way = order.way.as_deref().unwrap_or("staff");
    let reaches = all_reaches(db, &new)?;
    let known = match new.contact_id {
        Some(contact) => guest_of_contact(db, event.id, contact)?,
        None => None,
    };
    let known = match known {
        Some(known) => Some(known),
        None => Known::of(db, event.id)?.find(db, &new, &reaches)?.cloned(),
    };
    let mut deputy = match known {
        Some(known) if known.id == replaced.id || known.id == named.id => {
            return Err(
                Error::invalid("contact_id", "checkin-substitute-self").arg("name", &known.name)
            );
        }
        Some(known) => known,
        None => new,
    };
    if let Some(other) = deputy.substitute_for
        && other != replaced.id
        && deputy.id != 0
    {
        return Err(Error::invalid("contact_id", "guest-deputy-taken").arg("name", &deputy.name));
    }
    deputy.substitute_for = Some(replaced.id);
    let waits = replaced.place == Place::Waiting;
    deputy.place = if waits { Place::Waiting } else { Place::Invited };
    deputy.waiting_since = if waits { replaced.waiting_since.clone() } else { String::new() };
    deputy.reason = if waits { replaced.reason.clone() } else { String::new() };
    let now = ctx.now_text();
    answered(&mut deputy, "yes", way, &now, "");
    if deputy.id == 0 {
        db.insert(&mut deputy)?;
    } else {
        db.update(&mut deputy)?;
    }
    note_answer(db, ctx, &event, &deputy, 0)?;
    let had_said_no = replaced.rsvp == "no";
    answered(&mut replaced, "no", way, &now, "");
    db.update(&mut replaced)?;
    if !had_said_no {
        note_answer(db, ctx, &event, &replaced, 0)?;
    }
    fill(db, ctx, event.id)?;
    Ok(deputy)
}

fn answered(guest: &mut EventGuest, rsvp: &str, way: &str, at: &str, comment: &str) {
    rsvp.clone_into(&mut guest.rsvp);
    way.clone_into(&mut guest.rsvp_by);
    at.clone_into(&mut guest.rsvp_at);
    comment.clone_into(&mut guest.rsvp_comment);
}

/// The deputy as the order names them, with what they take over.
fn deputy(db: &Reader, order: &SubstituteOrder, replaced: &EventGuest) -> Result<EventGuest> {
    let blank = EventGuest {
        event_id: replaced.event_id,
        category: replaced.category.clone(),
        nominated_by: replaced.nominated_by,
        ..EventGuest::default()
    };
    let mut deputy = match (order.contact_id, &order.person) {
        (Some(contact), _) => {
            let mut guest = EventGuest { contact_id: Some(contact), ..blank };
            fill_from_contact(db, &mut guest, contact)?;
            guest.name_key = fold(&guest.name);
            guest
        }
        (None, Some(person)) => by_name(db, person, &blank)?,
        (None, None) => return Err(Error::invalid("person", "guest-deputy-missing")),
    };
    if deputy.outlet.is_empty() {
        deputy.outlet.clone_from(&replaced.outlet);
        deputy.outlet_id = replaced.outlet_id;
    }
    Ok(deputy)
}

/// A line in the contact history about an answer that now stands with a guest.
pub(crate) fn note_answer(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    guest: &EventGuest,
    response_id: i64,
) -> Result<()> {
    let (Some(contact_id), false) = (guest.contact_id, guest.rsvp.is_empty()) else {
        return Ok(());
    };
    db.insert(&mut Interaction {
        contact_id,
        kind: format!("event_{}", guest.rsvp),
        direction: "in".to_owned(),
        at: guest.rsvp_at.clone(),
        summary: event.title.clone(),
        body: guest.rsvp_comment.clone(),
        actor: ctx.actor.clone(),
        response_id,
        event_id: event.id,
        ..Interaction::default()
    })?;
    Ok(())
}
