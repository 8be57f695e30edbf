//! Whose an answer is: which event it speaks of, and which of its guests gave it.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::Given;
use crate::db::Reader;
use crate::error::Result;
use crate::event_guest::{EventGuest, guest_of_contact};
use crate::press_event::PressEvent;

/// What was found.
pub(super) struct Whose {
    pub event: Option<PressEvent>,
    pub guest: Option<EventGuest>,
    /// What is missing: key of a sentence; empty = nothing.
    pub reason: &'static str,
}

/// Finds event and guest; none = the answer has nothing to do with any event.
pub(super) fn find(db: &Reader, given: &Given) -> Result<Option<Whose>> {
    let sent_to = delivered_to(db, given)?;
    let uid = given.event_uid.as_deref().map(str::trim).filter(|uid| !uid.is_empty());
    let by_uid = match uid {
        Some(uid) => by_uid(db, uid)?,
        None => None,
    };
    let event_id = by_uid.or(sent_to.as_ref().map(|guest| guest.event_id));
    let Some(event_id) = event_id else {
        if uid.is_some() {
            return lost("answer-event-unknown");
        }
        return without_event(db, given, &addresses(db, given)?);
    };
    let Some(event) = db.find::<PressEvent>(event_id)? else {
        return lost("answer-event-unknown");
    };
    let addresses = addresses(db, given)?;
    let guest = guest_of(db, &event, given, sent_to, &addresses)?;
    let reason = if guest.is_some() { "" } else { "answer-unknown-guest" };
    Ok(Some(Whose { event: Some(event), guest, reason }))
}

fn lost(reason: &'static str) -> Result<Option<Whose>> {
    Ok(Some(Whose { event: None, guest: None, reason }))
}

/// The guest to whom the delivery went that is answered.
fn delivered_to(db: &Reader, given: &Given) -> Result<Option<EventGuest>> {
    let Some(delivery) = given.delivery_id.filter(|id| *id != 0) else { return Ok(None) };
    let guest = db.number(
        "SELECT guest_id FROM deliveries WHERE id = :id",
        named_params! {":id": delivery},
    )?;
    db.find(guest)
}

/// The event with this UID (RFC 5545), which some calendars write in capitals; also one in the bin.
fn by_uid(db: &Reader, uid: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM press_events WHERE uid IN (:uid, :lower) ORDER BY deleted_at IS NOT NULL, id LIMIT 1",
        named_params! {":uid": uid, ":lower": uid.to_lowercase()},
        |row| row.get(0),
    )
}

/// Every address of whoever answers: that of the answer, and those of the contact behind it.
fn addresses(db: &Reader, given: &Given) -> Result<BTreeSet<String>> {
    let address = given.address.trim().to_lowercase();
    let mut all = BTreeSet::new();
    // One question each: asked for both at once, SQLite looks through all addresses.
    for contact in given.contact_id.into_iter().chain(with_address(db, &address)?) {
        all.extend(db.rows(
            "SELECT value_key FROM reaches WHERE contact_id = :contact AND kind = 'email' AND deleted_at IS NULL",
            named_params! {":contact": contact},
            |row| row.get::<_, String>(0),
        )?);
    }
    if !address.is_empty() {
        all.insert(address);
    }
    Ok(all)
}

/// The contacts with this address, lower case.
fn with_address(db: &Reader, address: &str) -> Result<Vec<i64>> {
    db.rows(
        "SELECT DISTINCT r.contact_id FROM reaches r
         JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
         WHERE r.value_key = :address AND r.value_key <> '' AND r.deleted_at IS NULL",
        named_params! {":address": address},
        |row| row.get(0),
    )
}

/// The contacts who may have answered.
fn contacts(db: &Reader, given: &Given) -> Result<Vec<i64>> {
    if let Some(contact) = given.contact_id {
        return Ok(vec![contact]);
    }
    with_address(db, &given.address.trim().to_lowercase())
}

fn guest_of(
    db: &Reader,
    event: &PressEvent,
    given: &Given,
    sent_to: Option<EventGuest>,
    addresses: &BTreeSet<String>,
) -> Result<Option<EventGuest>> {
    let address = given.address.trim().to_lowercase();
    let by_address = |address: &str| -> Result<Vec<EventGuest>> {
        if address.is_empty() {
            return Ok(Vec::new());
        }
        db.all(
            "event_id = :event AND lower(email) = :address ORDER BY place = 'withdrawn', id",
            named_params! {":event": event.id, ":address": address},
        )
    };
    if let Some(sent_to) = sent_to.filter(|guest| guest.event_id == event.id) {
        // An invitation that was handed on is answered by whoever is a guest by themselves.
        let mut others = by_address(&address)?;
        let is_own = others.is_empty() || others.iter().any(|guest| guest.id == sent_to.id);
        return Ok(if is_own || others.len() > 1 { Some(sent_to) } else { others.pop() });
    }
    let mut found = by_address(&address)?;
    if found.len() > 1
        && let Some(contact) = given.contact_id
        && let Some(at) = found.iter().position(|guest| guest.contact_id == Some(contact))
    {
        return Ok(Some(found.swap_remove(at)));
    }
    if let Some(guest) = found.into_iter().next() {
        return Ok(Some(guest));
    }
    for contact in contacts(db, given)? {
        if let Some(guest) = guest_of_contact(db, event.id, contact)? {
            return Ok(Some(guest));
        }
    }
    for other in addresses {
        if let Some(guest) = by_address(other)?.into_iter().next() {
            return Ok(Some(guest));
        }
    }
    Ok(None)
}

/// An answer that names no event: that of the only one to come to which this person is asked.
fn without_event(
    db: &Reader,
    given: &Given,
    addresses: &BTreeSet<String>,
) -> Result<Option<Whose>> {
    let contacts = contacts(db, given)?;
    let guests: Vec<(i64, i64)> = db.rows(
        "SELECT g.event_id, g.id FROM event_guests g
         JOIN press_events e ON e.id = g.event_id AND e.state = 'planned' AND e.deleted_at IS NULL
         WHERE g.deleted_at IS NULL AND g.place = 'invited' AND e.ends_at > :now
           AND (g.contact_id IN (SELECT value FROM json_each(:contacts))
                OR g.email <> '' AND lower(g.email) IN (SELECT value FROM json_each(:addresses)))
         ORDER BY e.begins_at, g.id",
        named_params! {":now": given.at, ":contacts": serde_json::to_string(&contacts)?,
        ":addresses": serde_json::to_string(addresses)?},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let events: BTreeSet<i64> = guests.iter().map(|(event, _)| *event).collect();
    match (events.len(), guests.first()) {
        (0, _) | (_, None) => Ok(None),
        (1, Some((event, guest))) => Ok(Some(Whose {
            event: Some(db.get(*event)?),
            guest: Some(db.get(*guest)?),
            reason: "",
        })),
        _ => lost("answer-event-several"),
    }
}
