//! The deeds at the door: in, in somebody's place, without being on the list, out.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Arrival, Outcome, after_colon, attendance, open, read_code, row};
use crate::contact::{self, ContactFilter};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::event_guest::{
    CATEGORIES, EventGuest, Place, fill_from_contact, guest_of_contact, outlet_named, reason_in,
    refuse_double,
};
use crate::format::fold::fold;
use crate::format::phone;
use crate::press_event::PressEvent;
use crate::settings;

/// Who is to be let in: a guest, or whoever has this code on the badge.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CheckIn {
    /// The event at whose door they stand.
    #[ts(optional = false)]
    pub event_id: i64,
    /// The guest.
    pub guest_id: Option<i64>,
    /// What the scanner read.
    pub code: Option<String>,
    /// Lets in who has no place, or whose accreditation was refused.
    #[ts(optional, as = "Option<bool>")]
    pub anyway: bool,
}

/// Who leaves.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Leave {
    /// The event.
    pub event_id: i64,
    /// The guest.
    pub guest_id: i64,
}

/// Somebody who stands before the door and is not on the list.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct WalkIn {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// Name; empty with a contact = theirs.
    #[ts(optional = false)]
    pub name: String,
    /// For which outlet.
    #[ts(optional, as = "Option<String>")]
    pub outlet: String,
    /// Telephone, however written.
    #[ts(optional, as = "Option<String>")]
    pub phone: String,
    /// Position.
    #[ts(optional, as = "Option<String>")]
    pub position: String,
    /// One of [`CATEGORIES`]; empty = `press`.
    #[ts(optional, as = "Option<String>")]
    pub category: String,
    /// The contact that they are.
    pub contact_id: Option<i64>,
    /// The guest in whose place they come; only for a substitute.
    pub stands_in_for: Option<i64>,
    /// Although somebody of this name is on the list.
    #[ts(optional, as = "Option<bool>")]
    pub anyway: bool,
}

/// What was typed of somebody so far.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct OfferAsk {
    /// The event.
    #[ts(optional = false)]
    pub event_id: i64,
    /// Name.
    #[ts(optional, as = "Option<String>")]
    pub name: String,
    /// Telephone.
    #[ts(optional, as = "Option<String>")]
    pub phone: String,
}

/// Whom the media list knows by such a name or number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KnownPerson {
    /// The contact; none = a guest whom it does not know.
    pub contact_id: Option<i64>,
    /// The guest that they are already, or none.
    pub guest_id: Option<i64>,
    /// Name.
    pub name: String,
    /// Outlet, may be empty.
    pub outlet: String,
    /// Telephone, may be empty.
    pub phone: String,
    /// The number fits, not only the name.
    pub by_phone: bool,
}

/// Lets a guest in. Whoever is in already is told so, and nothing is changed.
pub fn check_in(db: &Writer, ctx: &Ctx, order: CheckIn) -> Result<Arrival> {
    let event = open(db, order.event_id)?;
    let guest = match (order.code.as_deref(), order.guest_id) {
        (Some(code), _) => by_code(db, &event, code)?,
        (None, Some(id)) => of_event(db, &event, id)?,
        (None, None) => return Err(Error::invalid("guest_id", "checkin-nobody")),
    };
    arrive(db, ctx, &event, guest, order.anyway)
}

fn of_event(db: &Reader, event: &PressEvent, id: i64) -> Result<EventGuest> {
    let guest: EventGuest = db.get(id)?;
    if guest.event_id != event.id {
        return Err(elsewhere(db, &guest.name, guest.event_id)?);
    }
    Ok(guest)
}

fn elsewhere(db: &Reader, name: &str, event_id: i64) -> Result<Error> {
    let title: Option<String> = db.row(
        "SELECT title FROM press_events WHERE id = :id",
        named_params! {":id": event_id},
        |row| row.get(0),
    )?;
    Ok(Error::new(Code::Conflict, "checkin-other-event")
        .arg("name", name)
        .arg("event", title.unwrap_or_default()))
}

fn by_code(db: &Reader, event: &PressEvent, typed: &str) -> Result<EventGuest> {
    let code = read_code(typed);
    let known: Option<(i64, i64, String, bool)> = db.row(
        "SELECT id, event_id, name, deleted_at IS NOT NULL FROM event_guests WHERE code = :code AND code <> ''",
        named_params! {":code": code},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    match known {
        None => Err(Error::new(Code::NotFound, "checkin-code-unknown").arg("code", typed.trim())),
        Some((_, other, name, _)) if other != event.id => Err(elsewhere(db, &name, other)?),
        Some((_, _, name, true)) => {
            Err(Error::new(Code::Conflict, "checkin-code-removed").arg("name", name))
        }
        Some((id, ..)) => db.get(id),
    }
}

/// What speaks against letting somebody in; the staff may do so anyway.
fn objection(guest: &EventGuest, language: &str) -> Option<Error> {
    let say = |key: &'static str, reason: &str| {
        Some(
            Error::new(Code::Conflict, key)
                .arg("name", &guest.name)
                .arg("reason", after_colon(reason)),
        )
    };
    if guest.place == Place::Withdrawn {
        say("checkin-withdrawn", &reason_in(&guest.reason, language))
    } else if guest.accreditation == "refused" {
        say("checkin-refused", &guest.accreditation_reason)
    } else if guest.place == Place::Waiting {
        say("checkin-waiting", &reason_in(&guest.reason, language))
    } else {
        None
    }
}

fn arrive(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    mut guest: EventGuest,
    anyway: bool,
) -> Result<Arrival> {
    let is_in = !guest.arrived_at.is_empty();
    if is_in && guest.left_at.is_empty() {
        return done(db, event, Outcome::Already, guest.id, 0);
    }
    if !anyway
        && !is_in
        && let Some(error) = objection(&guest, &settings::value(db, "language", "id")?)
    {
        return Err(error);
    }
    let outcome = if is_in {
        guest.left_at.clear();
        Outcome::Back
    } else {
        guest.arrived_at = ctx.now_text();
        guest.checked_in_by.clone_from(&ctx.actor);
        if matches!(guest.place, Place::Waiting | Place::Withdrawn) {
            guest.place = Place::Invited;
            guest.waiting_since.clear();
        }
        Outcome::Arrived
    };
    db.update(&mut guest)?;
    attendance::note_arrival(db, ctx, event, &guest)?;
    done(db, event, outcome, guest.id, db.action_id()?)
}

fn done(
    db: &Reader,
    event: &PressEvent,
    outcome: Outcome,
    guest: i64,
    action_id: i64,
) -> Result<Arrival> {
    Ok(Arrival { outcome, row: row(db, event, guest)?, action_id })
}

/// Notes that a guest has left.
pub fn leave(db: &Writer, ctx: &Ctx, order: Leave) -> Result<Arrival> {
    let event = open(db, order.event_id)?;
    let mut guest = of_event(db, &event, order.guest_id)?;
    if guest.arrived_at.is_empty() {
        return Err(Error::new(Code::Conflict, "checkin-not-here").arg("name", &guest.name));
    }
    if !guest.left_at.is_empty() {
        return done(db, &event, Outcome::Already, guest.id, 0);
    }
    guest.left_at = ctx.now_text();
    db.update(&mut guest)?;
    done(db, &event, Outcome::Left, guest.id, db.action_id()?)
}

/// Makes a guest of somebody who came without being on the list, and lets them in.
pub fn walk_in(db: &Writer, ctx: &Ctx, new: WalkIn) -> Result<Arrival> {
    let event = open(db, new.event_id)?;
    let new = WalkIn { stands_in_for: None, ..new };
    newcomer(db, ctx, &event, &new, None)
}

/// Lets somebody in in the place of a guest.
pub fn substitute(db: &Writer, ctx: &Ctx, new: WalkIn) -> Result<Arrival> {
    let event = open(db, new.event_id)?;
    let for_whom = new
        .stands_in_for
        .ok_or_else(|| Error::invalid("stands_in_for", "checkin-substitute-for-whom"))?;
    let replaced = of_event(db, &event, for_whom)?;
    if !replaced.arrived_at.is_empty() {
        return Err(
            Error::new(Code::Conflict, "checkin-substitute-here").arg("name", &replaced.name)
        );
    }
    newcomer(db, ctx, &event, &new, Some(&replaced))
}

fn newcomer(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    new: &WalkIn,
    replaced: Option<&EventGuest>,
) -> Result<Arrival> {
    let category = match new.category.trim() {
        "" => replaced.map_or("press", |guest| guest.category.as_str()),
        category => category,
    };
    if !CATEGORIES.contains(&category) {
        return Err(Error::invalid("category", "error-wrong-value").arg("field", "category"));
    }
    if let Some(contact) = new.contact_id
        && let Some(known) = guest_of_contact(db, event.id, contact)?
    {
        return known_comes(db, ctx, event, known, replaced, new.anyway);
    }
    let mut guest = EventGuest {
        event_id: event.id,
        contact_id: new.contact_id,
        name: new.name.trim().to_owned(),
        outlet: new.outlet.trim().to_owned(),
        position: new.position.trim().to_owned(),
        phone: phone::e164(&new.phone).unwrap_or_else(|| new.phone.trim().to_owned()),
        category: category.to_owned(),
        place: if replaced.is_some() { Place::Invited } else { Place::Listed },
        walk_in: replaced.is_none(),
        substitute_for: replaced.map(|guest| guest.id),
        arrived_at: ctx.now_text(),
        checked_in_by: ctx.actor.clone(),
        ..EventGuest::default()
    };
    if let Some(contact_id) = new.contact_id {
        fill_from_contact(db, &mut guest, contact_id)?;
    }
    if let Some(replaced) = replaced
        && guest.outlet.is_empty()
    {
        guest.outlet.clone_from(&replaced.outlet);
        guest.outlet_id = replaced.outlet_id;
    }
    if guest.name.is_empty() {
        return Err(Error::invalid("name", "checkin-name-missing"));
    }
    guest.name_key = fold(&guest.name);
    if !new.anyway {
        refuse_double(db, &guest)?;
    }
    if guest.outlet_id.is_none() && !guest.outlet.is_empty() {
        guest.outlet_id = outlet_named(db, &guest.outlet)?;
    }
    db.insert(&mut guest)?;
    attendance::note_arrival(db, ctx, event, &guest)?;
    done(db, event, Outcome::Arrived, guest.id, db.action_id()?)
}

/// Whoever is offered as a newcomer may be on the list: then they come as the guest they are.
fn known_comes(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    mut known: EventGuest,
    replaced: Option<&EventGuest>,
    anyway: bool,
) -> Result<Arrival> {
    if let Some(replaced) = replaced {
        if replaced.id == known.id {
            return Err(
                Error::invalid("contact_id", "checkin-substitute-self").arg("name", &known.name)
            );
        }
        if known.arrived_at.is_empty() {
            known.substitute_for = Some(replaced.id);
        }
    }
    arrive(db, ctx, event, known, anyway)
}

const MOST_OFFERS: usize = 5;
/// A name of fewer letters is no name yet.
const FEWEST_LETTERS: usize = 3;

/// Guests and contacts by the same number, then by the name typed so far.
pub fn matching(db: &Reader, ctx: &Ctx, ask: OfferAsk) -> Result<Vec<KnownPerson>> {
    let mut contacts: Vec<(i64, bool)> = Vec::new();
    let number = phone::e164(&ask.phone);
    if let Some(number) = &number {
        let known: Vec<i64> = db.rows(
            "SELECT DISTINCT r.contact_id FROM reaches r
             JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
             WHERE r.value_key = :number AND r.deleted_at IS NULL ORDER BY 1 LIMIT 5",
            named_params! {":number": number},
            |row| row.get(0),
        )?;
        contacts.extend(known.into_iter().map(|id| (id, true)));
    }
    let mut offers = Vec::new();
    let name = fold(&ask.name);
    if name.chars().count() >= FEWEST_LETTERS {
        offers = same_name(db, ask.event_id, &name)?;
        let filter = ContactFilter {
            search: Some(ask.name.clone()),
            limit: Some(4),
            without_total: Some(true),
            ..ContactFilter::default()
        };
        for row in contact::list(db, ctx, filter)?.rows {
            if !contacts.iter().any(|(id, _)| *id == row.id) {
                contacts.push((row.id, false));
            }
        }
    }
    let ids: Vec<i64> = contacts.iter().map(|(id, _)| *id).collect();
    for found in contact::rows_of(db, ctx, &ids)? {
        let by_phone = contacts.iter().any(|(id, by_phone)| *id == found.id && *by_phone);
        offers.push(KnownPerson {
            contact_id: Some(found.id),
            guest_id: guest_of_contact(db, ask.event_id, found.id)?.map(|guest| guest.id),
            name: found.name,
            outlet: found.outlet,
            phone: found.phones.into_iter().next().map(|phone| phone.number).unwrap_or_default(),
            by_phone,
        });
    }
    offers.sort_by_key(|offer| (!offer.by_phone, offer.guest_id.is_none()));
    offers.truncate(MOST_OFFERS);
    Ok(offers)
}

/// Guests whom the media list does not know, by the beginning of the name.
fn same_name(db: &Reader, event_id: i64, name: &str) -> Result<Vec<KnownPerson>> {
    db.rows(
        "SELECT id, name, outlet, phone FROM event_guests
         WHERE event_id = :event AND contact_id IS NULL AND deleted_at IS NULL
           AND name_key >= :name AND substr(name_key, 1, length(:name)) = :name
         ORDER BY name_key, id LIMIT 3",
        named_params! {":event": event_id, ":name": name},
        |row| {
            Ok(KnownPerson {
                contact_id: None,
                guest_id: Some(row.get(0)?),
                name: row.get(1)?,
                outlet: row.get(2)?,
                phone: row.get(3)?,
                by_phone: false,
            })
        },
    )
}
