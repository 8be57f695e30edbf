//! Answers to invitations, each as it came: the newest one is the guest's, and what nobody can decide
//! by itself waits for a person.

mod list;
mod settle;
mod whose;

use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::event_guest::{
    self, EventGuest, GuestRow, Place, Room, SubstituteOrder, fill, note_answer,
};
use crate::press_event::{EventState, PressEvent};
use crate::{choice, clock, record};

pub use list::{AnswerFilter, AnswerRow, list};
pub use settle::{AnswerDeed, AnswerSettle, settle};

choice! {
    /// What became of an answer.
    AnswerState {
        /// It stands with the guest.
        Applied = "applied",
        /// A person must look at it.
        Open = "open",
        /// A newer one counts.
        Older = "older",
        /// A person decided against it.
        SetAside = "set_aside",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for AnswerState {
    fn default() -> Self {
        Self::Applied
    }
}

record! {
    /// One answer of one guest, or of somebody whom no event knows yet.
    EventAnswer in "event_answers" {
        /// The event; 0 = not known.
        event_id: i64,
        /// The guest; 0 = not known.
        guest_id: i64,
        /// The mail that brought it; 0 = none.
        response_id: i64,
        /// Who gave it, as it tells itself; may be empty.
        name: String,
        /// Their address, lower case; may be empty.
        address: String,
        /// `yes`, `no`, `maybe`; empty = it says neither.
        rsvp: String,
        /// How it came: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
        way: String,
        /// When it was given, UTC.
        at: String,
        /// Which version of the event it speaks of: SEQUENCE (RFC 5545) + 1, as a calendar says it, else
        /// as the guest had heard or the staff read it; 0 = not known.
        told_version: i64,
        /// What they said beside it.
        comment: String,
        /// Another time that was asked for, ISO text with its zone; empty = none.
        proposed_at: String,
        /// Who comes instead, by name; empty = nobody.
        deputy: String,
        /// For which outlet the deputy comes.
        deputy_outlet: String,
        /// What became of it.
        state: AnswerState,
        /// Why a person must look at it: key of a sentence.
        reason: String,
        /// Who wrote it down; empty = the mailbox did.
        actor: String,
    }
}

/// An answer as a mail or a person gives it.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The UID (RFC 5545) that a calendar's answer names.
    pub event_uid: Option<String>,
    /// The delivery that it answers.
    pub delivery_id: Option<i64>,
    /// The contact who answers.
    pub contact_id: Option<i64>,
    /// The address of whoever answers; may be empty.
    pub address: String,
    /// Their name as the answer tells it; may be empty.
    pub name: String,
    /// `yes`, `no`, `maybe`; empty = it says neither.
    pub rsvp: String,
    /// How it came.
    pub way: &'static str,
    /// When it was given, UTC.
    pub at: String,
    /// Which version of the invitation it answers: SEQUENCE + 1; 0 = it does not say.
    pub told_version: i64,
    /// What they said beside it.
    pub comment: String,
    /// Another time that was asked for.
    pub proposed_at: String,
    /// Who comes instead.
    pub deputy: String,
    /// For which outlet.
    pub deputy_outlet: String,
    /// The mail that brought it; 0 = none.
    pub response_id: i64,
}

/// What became of a given answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The answer as it is kept; 0 = it belongs to no event and was not kept.
    pub answer_id: i64,
    /// The event; 0 = not known.
    pub event_id: i64,
    /// The guest; 0 = not known.
    pub guest_id: i64,
    /// What became of it.
    pub state: AnswerState,
    /// Why a person must look at it: key of a sentence; empty = nobody must.
    pub reason: String,
}

/// What guests answer.
pub const ANSWERS: &[&str] = &["yes", "no", "maybe"];
/// How an answer comes that a person writes down.
pub const WAYS: &[&str] = &["phone", "whatsapp", "in_person", "mail", "staff"];

/// An answer that a person writes down.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct GuestAnswer {
    /// The guest.
    pub guest_id: i64,
    /// One of [`ANSWERS`]; empty takes the answer back.
    pub rsvp: String,
    /// One of [`WAYS`]; empty = `staff`.
    pub way: String,
    /// What they said beside it.
    pub comment: String,
}

/// Writes down what a guest said.
pub fn answer(db: &Writer, ctx: &Ctx, said: GuestAnswer) -> Result<GuestRow> {
    let guest: EventGuest = db.get(said.guest_id)?;
    let event: PressEvent = db.get(guest.event_id)?;
    let way = match said.way.trim() {
        "" => "staff",
        way => way,
    };
    if !WAYS.contains(&way) {
        return Err(Error::invalid("way", "error-wrong-value").arg("field", "way"));
    }
    if !said.rsvp.is_empty() && !ANSWERS.contains(&said.rsvp.as_str()) {
        return Err(Error::invalid("rsvp", "guest-answer-wrong").arg("answer", &said.rsvp));
    }
    let comment = said.comment.trim();
    if guest.rsvp == said.rsvp && guest.rsvp_by == way && guest.rsvp_comment == comment {
        let row = event_guest::row(db, guest.id)?;
        // Said again after a change it is another answer.
        if !row.answered_before_change {
            return Ok(row);
        }
    }
    let mut kept = EventAnswer {
        event_id: event.id,
        guest_id: guest.id,
        rsvp: said.rsvp,
        way: way.to_owned(),
        at: ctx.now_text(),
        told_version: event.sequence + 1,
        comment: comment.to_owned(),
        actor: ctx.actor.clone(),
        ..EventAnswer::default()
    };
    db.insert(&mut kept)?;
    if kept.rsvp != "no" {
        // Who comes after all sends nobody else and asks for no other time.
        outdate(db, &kept)?;
    }
    apply(db, ctx, &event, guest, &kept)?;
    fill(db, ctx, event.id)?;
    event_guest::row(db, said.guest_id)
}

/// Makes an answer that of the guest, and tells the contact history.
fn apply(
    db: &Writer,
    ctx: &Ctx,
    event: &PressEvent,
    mut guest: EventGuest,
    answer: &EventAnswer,
) -> Result<()> {
    guest.rsvp.clone_from(&answer.rsvp);
    guest.rsvp_by.clone_from(&answer.way);
    guest.rsvp_at.clone_from(&answer.at);
    guest.rsvp_comment.clone_from(&answer.comment);
    guest.rsvp_response_id = (answer.response_id != 0).then_some(answer.response_id);
    if guest.rsvp.is_empty() {
        guest.rsvp_by.clear();
        guest.rsvp_at.clear();
    }
    db.update(&mut guest)?;
    note_answer(db, ctx, event, &guest, answer.response_id)
}

/// Notes who comes in a guest's place; what was said of a deputy is settled with it.
pub fn substitute(db: &Writer, ctx: &Ctx, order: SubstituteOrder) -> Result<GuestRow> {
    if order.way.as_deref().is_some_and(|way| !WAYS.contains(&way)) {
        return Err(Error::invalid("way", "error-wrong-value").arg("field", "way"));
    }
    let deputy = event_guest::substitute(db, ctx, &order)?;
    let waiting: Vec<EventAnswer> = db.all(
        "guest_id = :guest AND state = 'open' AND deputy <> ''",
        named_params! {":guest": order.guest_id},
    )?;
    for mut answer in waiting {
        answer.state = AnswerState::Applied;
        db.update(&mut answer)?;
    }
    event_guest::row(db, deputy.id)
}

/// Takes an answer for the guest who gave it, or keeps it for a person to look at. The newest one
/// counts, whatever the order in which they arrive.
pub fn take(db: &Writer, given: Given) -> Result<Taken> {
    let ctx = db.ctx().clone();
    if given.response_id != 0
        && let Some(kept) = of_response(db, given.response_id)?
    {
        return Ok(taken(&kept));
    }
    let Some(whose) = whose::find(db, &given)? else { return Ok(Taken::default()) };
    let mut answer = EventAnswer {
        event_id: whose.event.as_ref().map_or(0, |event| event.id),
        guest_id: whose.guest.as_ref().map_or(0, |guest| guest.id),
        response_id: given.response_id,
        name: given.name.trim().to_owned(),
        address: given.address.trim().to_lowercase(),
        rsvp: given.rsvp.clone(),
        way: given.way.to_owned(),
        at: earlier(&given.at, &ctx),
        told_version: given.told_version,
        comment: given.comment.trim().to_owned(),
        proposed_at: given.proposed_at.trim().to_owned(),
        deputy: given.deputy.split_whitespace().collect::<Vec<_>>().join(" "),
        deputy_outlet: given.deputy_outlet.trim().to_owned(),
        ..EventAnswer::default()
    };
    if !ANSWERS.contains(&answer.rsvp.as_str()) {
        answer.rsvp.clear();
    }
    if let (0, Some(guest)) = (answer.told_version, &whose.guest) {
        answer.told_version = heard_by(db, guest, &answer.at)?;
    }
    let (Some(event), Some(guest)) = (whose.event, whose.guest) else {
        answer.state = AnswerState::Open;
        whose.reason.clone_into(&mut answer.reason);
        db.insert(&mut answer)?;
        return Ok(taken(&answer));
    };
    if is_older(db, &guest, &answer)? {
        answer.state = AnswerState::Older;
        db.insert(&mut answer)?;
        return Ok(taken(&answer));
    }
    let Judged { reason, applies } = judge(db, &event, &guest, &answer, given.told_version)?;
    if !reason.is_empty() {
        answer.state = AnswerState::Open;
        reason.clone_into(&mut answer.reason);
    }
    if let Some(rsvp) = applies {
        rsvp.clone_into(&mut answer.rsvp);
    }
    db.insert(&mut answer)?;
    outdate(db, &answer)?;
    if applies.is_some() {
        apply(db, &ctx, &event, guest, &answer)?;
        fill(db, &ctx, event.id)?;
    }
    Ok(taken(&answer))
}

/// Which version of the event a guest had heard of at an instant; where no mail is known by then,
/// that of the last one.
fn heard_by(db: &Reader, guest: &EventGuest, at: &str) -> Result<i64> {
    let heard = db.number(
        "SELECT COALESCE(MAX(s.event_version), 0)
         FROM deliveries d
         JOIN distributions s ON s.id = d.distribution_id AND s.event_mail NOT IN ('', 'thanks', 'missed')
         WHERE d.guest_id = :guest AND d.guest_id <> 0 AND d.state IN ('accepted', 'done_by_hand') AND d.changed_at <= :at",
        named_params! {":guest": guest.id, ":at": at},
    )?;
    Ok(if heard == 0 { guest.told_version } else { heard })
}

/// The guest who gave an answer, where there is one by now.
pub fn giver(db: &Reader, given: &Given) -> Result<Option<EventGuest>> {
    Ok(whose::find(db, given)?.and_then(|whose| whose.guest))
}

fn taken(answer: &EventAnswer) -> Taken {
    Taken {
        answer_id: answer.id,
        event_id: answer.event_id,
        guest_id: answer.guest_id,
        state: answer.state,
        reason: answer.reason.clone(),
    }
}

/// The answer that a mail brought before.
fn of_response(db: &Reader, response_id: i64) -> Result<Option<EventAnswer>> {
    let kept: Vec<EventAnswer> = db.all(
        "response_id = :response ORDER BY id LIMIT 1",
        named_params! {":response": response_id},
    )?;
    Ok(kept.into_iter().next())
}

/// A clock that runs ahead must not outlast every later answer.
fn earlier(at: &str, ctx: &Ctx) -> String {
    match clock::from_text(at) {
        Some(said) => clock::to_text(said.min(ctx.now)),
        None => ctx.now_text(),
    }
}

/// Whether the guest said something later, or a person decided about something later.
fn is_older(db: &Reader, guest: &EventGuest, answer: &EventAnswer) -> Result<bool> {
    let later = db.number(
        "SELECT COUNT(*) FROM event_answers
         WHERE guest_id = :guest AND at > :at AND state IN ('applied', 'open', 'set_aside') AND deleted_at IS NULL",
        named_params! {":guest": guest.id, ":at": answer.at},
    )?;
    Ok(later > 0 || !guest.rsvp.is_empty() && guest.rsvp_at > answer.at)
}

/// Earlier answers that wait for a person no longer do: the guest has said something new.
fn outdate(db: &Writer, answer: &EventAnswer) -> Result<()> {
    let open: Vec<EventAnswer> = db.all(
        "guest_id = :guest AND id <> :id AND state = 'open' AND at <= :at",
        named_params! {":guest": answer.guest_id, ":id": answer.id, ":at": answer.at},
    )?;
    for mut earlier in open {
        earlier.state = AnswerState::Older;
        db.update(&mut earlier)?;
    }
    Ok(())
}

struct Judged {
    /// Why a person must look at it; empty = nobody must.
    reason: &'static str,
    /// What stands with the guest by it.
    applies: Option<&'static str>,
}

fn judge(
    db: &Reader,
    event: &PressEvent,
    guest: &EventGuest,
    answer: &EventAnswer,
    given_version: i64,
) -> Result<Judged> {
    let open = |reason, applies| Ok(Judged { reason, applies });
    if event.state == EventState::Cancelled {
        return open("answer-event-cancelled", None);
    }
    if event.state == EventState::Held || event.ends_at <= answer.at {
        return open("answer-event-over", None);
    }
    if !answer.deputy.is_empty() {
        return open("answer-deputy", Some("no"));
    }
    let wants_seat = answer.rsvp != "no";
    let has_no_place = matches!(guest.place, Place::Waiting | Place::Withdrawn);
    if !answer.proposed_at.is_empty() {
        return open("answer-other-time", (!has_no_place).then_some("maybe"));
    }
    let Some(rsvp) = ANSWERS.iter().find(|word| **word == answer.rsvp) else {
        return open("answer-unclear", None);
    };
    if wants_seat && has_no_place {
        return open("answer-no-seat", None);
    }
    // What words answer is a guess: it marks them as older than the change and keeps nobody waiting.
    let is_of_old = given_version > 0 && given_version < guest.told_version;
    if wants_seat && is_of_old {
        return open("answer-old-version", None);
    }
    if wants_seat {
        let room = Room::of(db, event)?;
        if !room.holds(guest.id) && (room.is_replaced(guest.id) || room.refusal(guest).is_some()) {
            return open("answer-no-seat", None);
        }
    }
    open("", Some(rsvp))
}
