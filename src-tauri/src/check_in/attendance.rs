//! What the contact history says of an event that was held: who came, who did not.

use rusqlite::named_params;

use crate::clock;
use crate::db::{Ctx, Writer};
use crate::error::Result;
use crate::event_guest::{EventGuest, Place};
use crate::interaction::Interaction;
use crate::press_event::{self, EventDetail, EventState, PressEvent};

/// Came.
const CAME: &str = "event_attended";
/// Did not come, although they were asked and had not said no.
const MISSED: &str = "event_missed";

/// Says that an event was held; the contact history of its guests tells who came.
pub fn hold(db: &Writer, ctx: &Ctx, id: i64) -> Result<EventDetail> {
    let held = press_event::hold(db, ctx, id)?;
    in_step(db, ctx, &db.get(id)?)?;
    Ok(held)
}

/// Makes an event one that is to come again; its guests' history says nothing of it any more.
pub fn plan_again(db: &Writer, ctx: &Ctx, id: i64) -> Result<EventDetail> {
    let planned = press_event::plan_again(db, ctx, id)?;
    in_step(db, ctx, &db.get(id)?)?;
    Ok(planned)
}

/// Brings one guest's line in step, where the event is over already.
pub fn note_arrival(db: &Writer, ctx: &Ctx, event: &PressEvent, guest: &EventGuest) -> Result<()> {
    if event.state != EventState::Held {
        return Ok(());
    }
    let Some(contact_id) = guest.contact_id else { return Ok(()) };
    let there: Vec<Interaction> = db.all(
        "event_id = :event AND contact_id = :contact AND kind IN ('event_attended', 'event_missed')",
        named_params! {":event": event.id, ":contact": contact_id},
    )?;
    tell(db, ctx, event, guest, there.into_iter().next())
}

/// Brings the lines of all guests in step with the event.
fn in_step(db: &Writer, ctx: &Ctx, event: &PressEvent) -> Result<()> {
    let mut told: std::collections::BTreeMap<i64, Interaction> = db
        .all(
            "event_id = :event AND kind IN ('event_attended', 'event_missed')",
            named_params! {":event": event.id},
        )?
        .into_iter()
        .map(|line: Interaction| (line.contact_id, line))
        .collect();
    let guests: Vec<EventGuest> = db.all(
        "event_id = :event AND contact_id IS NOT NULL ORDER BY id",
        named_params! {":event": event.id},
    )?;
    for guest in &guests {
        let stored = guest.contact_id.and_then(|contact| told.remove(&contact));
        tell(db, ctx, event, guest, stored)?;
    }
    for line in told.into_values() {
        db.delete::<Interaction>(line.id)?;
    }
    Ok(())
}

/// What is to be said of a guest; none = nothing.
fn kind_of(event: &PressEvent, guest: &EventGuest) -> Option<&'static str> {
    if event.state != EventState::Held {
        None
    } else if !guest.arrived_at.is_empty() {
        Some(CAME)
    } else {
        let was_asked =
            guest.place == Place::Invited || (guest.place == Place::Listed && guest.rsvp == "yes");
        (was_asked && guest.rsvp != "no").then_some(MISSED)
    }
}

fn tell(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    guest: &EventGuest,
    stored: Option<Interaction>,
) -> Result<()> {
    let kind = match kind_of(event, guest) {
        // Who sent somebody did not stay away.
        Some(MISSED) if is_represented(db, guest)? => None,
        kind => kind,
    };
    let (Some(kind), Some(contact_id)) = (kind, guest.contact_id) else {
        if let Some(gone) = stored {
            db.delete::<Interaction>(gone.id)?;
        }
        return Ok(());
    };
    let at = match kind {
        CAME => guest.arrived_at.clone(),
        // The history tells what was, never what is to come.
        _ => event.begins_at.clone().min(clock::to_text(ctx.now)),
    };
    let mut line = Interaction {
        contact_id,
        kind: kind.to_owned(),
        direction: "in".to_owned(),
        at,
        summary: event.title.clone(),
        actor: ctx.actor.clone(),
        event_id: event.id,
        ..stored.clone().unwrap_or_default()
    };
    if let Some(stored) = stored {
        line.actor = stored.actor;
        db.update(&mut line)?;
    } else {
        db.insert(&mut line)?;
    }
    Ok(())
}

fn is_represented(db: &Writer, guest: &EventGuest) -> Result<bool> {
    let substitutes = db.number(
        "SELECT COUNT(*) FROM event_guests WHERE substitute_for = :guest AND arrived_at <> '' AND deleted_at IS NULL",
        named_params! {":guest": guest.id},
    )?;
    Ok(substitutes > 0)
}
