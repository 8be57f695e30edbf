//! What a person decides about an answer that Warta could not settle by itself.

use serde::Deserialize;
use ts_rs::TS;

use super::list::{self, AnswerRow};
use super::{ANSWERS, AnswerState, EventAnswer, apply, outdate};
use crate::choice;
use crate::db::{Ctx, Writer};
use crate::error::{Code, Error, Result};
use crate::event_guest::{self, EventGuest, NamedGuest, Place, SubstituteOrder, fill};
use crate::press_event::PressEvent;

choice! {
    /// What becomes of an answer.
    AnswerDeed {
        /// It stands with the guest, who gets a seat where it says yes.
        Apply = "apply",
        /// It changes nothing.
        SetAside = "set_aside",
        /// Whoever it names comes in the guest's place.
        Deputy = "deputy",
    }
}

/// What a person decides.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct AnswerSettle {
    /// The answer.
    pub id: i64,
    /// What becomes of it.
    pub deed: AnswerDeed,
    /// Whose it is, where nobody knew.
    #[serde(default)]
    pub guest_id: Option<i64>,
    /// What it says, where it said neither: `yes`, `no`, `maybe`.
    #[serde(default)]
    pub rsvp: Option<String>,
    /// Who comes instead, of the media list.
    #[serde(default)]
    pub contact_id: Option<i64>,
    /// Who comes instead, by name; none = as the answer names them.
    #[serde(default)]
    pub person: Option<NamedGuest>,
}

/// Settles an answer.
pub fn settle(db: &Writer, ctx: &Ctx, order: AnswerSettle) -> Result<AnswerRow> {
    let mut answer: EventAnswer = db.get(order.id)?;
    if order.deed == AnswerDeed::SetAside {
        answer.state = AnswerState::SetAside;
        db.update(&mut answer)?;
        if answer.event_id != 0 {
            // The seat that was kept for a deputy falls free.
            fill(db, ctx, answer.event_id)?;
        }
        return list::row(db, answer.id);
    }
    let guest = whose(db, &answer, order.guest_id)?;
    let event: PressEvent = db.get(guest.event_id)?;
    answer.guest_id = guest.id;
    answer.event_id = event.id;
    answer.state = AnswerState::Applied;
    if order.deed == AnswerDeed::Deputy {
        "no".clone_into(&mut answer.rsvp);
        let person = order.person.or_else(|| {
            (!answer.deputy.is_empty()).then(|| NamedGuest {
                name: answer.deputy.clone(),
                outlet: answer.deputy_outlet.clone(),
                ..NamedGuest::default()
            })
        });
        db.update(&mut answer)?;
        let substitute = SubstituteOrder {
            guest_id: guest.id,
            contact_id: order.contact_id,
            person,
            way: Some(answer.way.clone()),
        };
        event_guest::substitute(db, ctx, &substitute)?;
        outdate(db, &answer)?;
        return list::row(db, answer.id);
    }
    if let Some(rsvp) = order.rsvp.filter(|rsvp| !rsvp.is_empty()) {
        answer.rsvp = rsvp;
    }
    if !ANSWERS.contains(&answer.rsvp.as_str()) {
        return Err(Error::invalid("rsvp", "answer-says-nothing"));
    }
    if answer.rsvp == "yes" && matches!(guest.place, Place::Waiting | Place::Withdrawn) {
        event_guest::seat(db, ctx, vec![guest.id])?;
    }
    db.update(&mut answer)?;
    outdate(db, &answer)?;
    apply(db, ctx, &event, db.get(guest.id)?, &answer)?;
    fill(db, ctx, event.id)?;
    list::row(db, answer.id)
}

/// The guest whose answer it is.
fn whose(db: &Writer, answer: &EventAnswer, named: Option<i64>) -> Result<EventGuest> {
    let id = named.unwrap_or(answer.guest_id);
    if id == 0 {
        return Err(Error::invalid("guest_id", "answer-whose"));
    }
    let guest: EventGuest = db.get(id)?;
    if answer.event_id != 0 && answer.event_id != guest.event_id {
        return Err(Error::new(Code::Conflict, "answer-other-event").arg("name", &guest.name));
    }
    Ok(guest)
}
