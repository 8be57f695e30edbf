//! What mails answer to invitations: an answer of a calendar, or the plain words of somebody who
//! was invited, goes to the event. A person corrects it with one key, and answers that came before
//! their event are offered to it.

use std::collections::HashSet;

use chrono::Days;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock;
use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::event_answer::{self, AnswerState, EventAnswer, Given, Taken};
use crate::event_guest::{self, EventGuest, GuestRow, GuestsAdd, GuestsFound};
use crate::format::fold::fold;
use crate::interaction::Interaction;
use crate::mail::answer_text;
use crate::press_event::PressEvent;
use crate::response::matching::is_proof;
use crate::response::{self, Correction, Link, Response, ResponseDetail};

/// Characters of a letter that are kept beside its answer.
const COMMENT: usize = 500;
/// Days for which an answer without an event waits for one.
const OFFERED: u64 = 180;
/// Answers that are offered at once.
const MOST_OFFERS: usize = 500;
/// Letters of a title's word that tell a subject apart.
const TELLING: usize = 4;

/// Words of a subject that is about an invitation.
const ABOUT: &[&str] = &[
    "undangan",
    "invitation",
    "rsvp",
    "konfirmasi",
    "confirmation",
    "kehadiran",
    "attendance",
    "hadir",
    "acara",
    "jumpa pers",
    "konferensi pers",
    "press conference",
    "media gathering",
    "press tour",
];

/// What a person says that a mail answers.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ResponseAnswer {
    /// The response.
    pub response_id: i64,
    /// `yes`, `no`, `maybe`; none = it is no answer to an invitation.
    #[ts(optional)]
    pub rsvp: Option<String>,
}

/// An answer in the mailbox that may belong to an event.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnswerOffer {
    /// The response.
    pub response_id: i64,
    /// Who wrote, by name.
    pub from_name: String,
    /// From which address.
    pub from_address: String,
    /// Subject.
    pub subject: String,
    /// When it was written, UTC.
    pub received_at: String,
    /// `yes`, `no`, `maybe`; empty = it says neither.
    pub rsvp: String,
    /// What they added.
    pub comment: String,
    /// What speaks for it: `uid` (it names the event), `person` (from a guest) or `subject`.
    pub by: String,
}

/// Offered answers that an event takes.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OffersTake {
    /// The event.
    pub event_id: i64,
    /// The responses; empty = all that are offered.
    pub response_ids: Vec<i64>,
}

/// How sure it is that a mail is about an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Concern {
    /// It answers a message about an event.
    Certain,
    /// Its author is invited, and its subject speaks of it.
    Likely,
}

/// Reads the plain words of somebody who was invited, before the response is stored.
pub fn read_words(db: &Reader, response: &mut Response) -> Result<()> {
    if response.kind != "reply" || !response.rsvp_partstat.is_empty() {
        return Ok(());
    }
    let Some(concern) = concern(db, response)? else { return Ok(()) };
    let Some(answer) = answer_text::read(&response.new_text) else { return Ok(()) };
    if concern == Concern::Likely && !answer.sure {
        return Ok(());
    }
    let partstat = if answer.deputy.is_empty() { partstat(answer.rsvp) } else { "delegated" };
    "mail".clone_into(&mut response.rsvp_by);
    partstat.clone_into(&mut response.rsvp_partstat);
    response.rsvp_attendee.clone_from(&response.from_address);
    response.rsvp_comment = comment(&response.new_text);
    response.rsvp_deputy = answer.deputy;
    response.rsvp_deputy_outlet = answer.deputy_outlet;
    response.rsvp_unsure = if answer.sure { "" } else { answer.why }.to_owned();
    Ok(())
}

fn comment(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(COMMENT).collect()
}

/// PARTSTAT of a stored answer.
fn partstat(rsvp: &str) -> &'static str {
    match rsvp {
        "yes" => "accepted",
        "no" => "declined",
        "maybe" => "tentative",
        _ => "needs-action",
    }
}

/// The answer that a response counts for.
fn rsvp_of(response: &Response) -> &'static str {
    match response.rsvp_partstat.as_str() {
        _ if !response.rsvp_unsure.is_empty() => "",
        "accepted" => "yes",
        "declined" | "delegated" => "no",
        "tentative" => "maybe",
        _ => "",
    }
}

/// Whether a mail is about an invitation; none = about something else.
fn concern(db: &Reader, response: &Response) -> Result<Option<Concern>> {
    let proven = response.delivery_id != 0
        && (is_proof(&response.matched_by) || response.matched_by == "hand");
    if proven {
        // Who answers the thanks does not come again, and who answers a press release is not asked.
        let asked = db.number(
            "SELECT COUNT(*)
             FROM deliveries d
             JOIN distributions s ON s.id = d.distribution_id
             JOIN press_events e ON e.id = s.event_id AND e.ends_at >= :at
             WHERE d.id = :delivery AND s.event_id <> 0
               AND s.event_mail IN ('', 'invitation', 'reminder', 'update')",
            named_params! {":delivery": response.delivery_id, ":at": response.received_at},
        )?;
        return Ok((asked > 0).then_some(Concern::Certain));
    }
    let title: fn(&crate::db::Row) -> rusqlite::Result<String> = |row| row.get(0);
    let titles = match response.contact_id {
        Some(contact) => db.rows(
            "SELECT e.title
             FROM event_guests g
             JOIN press_events e ON e.id = g.event_id AND e.deleted_at IS NULL
             WHERE g.contact_id = :contact AND g.deleted_at IS NULL AND g.place = 'invited'
               AND e.state = 'planned' AND e.ends_at >= :at
             LIMIT 2",
            named_params! {":contact": contact, ":at": response.received_at},
            title,
        )?,
        None if response.from_address.is_empty() => Vec::new(),
        None => db.rows(
            "SELECT e.title
             FROM press_events e
             JOIN event_guests g ON g.event_id = e.id AND g.deleted_at IS NULL AND g.place = 'invited'
                                 AND g.email <> '' AND LOWER(g.email) = :from
             WHERE e.deleted_at IS NULL AND e.state = 'planned' AND e.ends_at >= :at
             LIMIT 2",
            named_params! {":from": response.from_address, ":at": response.received_at},
            title,
        )?,
    };
    let [title] = titles.as_slice() else { return Ok(None) };
    Ok(speaks_of(&response.subject, title).then_some(Concern::Likely))
}

/// Whether a subject speaks of an invitation, or of an event by two words of its title.
fn speaks_of(subject: &str, title: &str) -> bool {
    let subject = format!(" {} ", fold(subject));
    let has = |words: &str| subject.contains(&format!(" {words} "));
    if ABOUT.iter().any(|words| has(words)) {
        return true;
    }
    let title = fold(title);
    let telling: HashSet<&str> =
        title.split(' ').filter(|word| word.chars().count() >= TELLING).collect();
    let named = telling.iter().filter(|word| has(word)).count();
    named >= 2 || (named == 1 && telling.len() == 1)
}

/// Hands the answer of a response to its event; none = it answers no invitation.
pub fn take(db: &Writer, response: &Response) -> Result<Option<Taken>> {
    take_for(db, response, None)
}

/// As [`take`], for the event with this UID where the answer itself names none that is known.
fn take_for(db: &Writer, response: &Response, uid: Option<&str>) -> Result<Option<Taken>> {
    if response.rsvp_partstat.is_empty() || !matches!(response.kind.as_str(), "rsvp" | "reply") {
        return Ok(None);
    }
    event_answer::take(db, given(response, uid)).map(Some)
}

/// What a response answers, for the event with this UID where the answer itself names none that is known.
fn given(response: &Response, uid: Option<&str>) -> Given {
    let calendar = response.rsvp_by == "calendar";
    let authors = response.rsvp_attendee == response.from_address;
    let proven = is_proof(&response.matched_by) || response.matched_by == "hand";
    let own_uid = Some(response.rsvp_uid.clone()).filter(|uid| !uid.is_empty());
    Given {
        event_uid: uid.map(str::to_owned).or(own_uid),
        delivery_id: Some(response.delivery_id).filter(|id| *id != 0 && proven),
        // A secretary's address is not that of the invited.
        contact_id: response.contact_id.filter(|_| authors || proven),
        address: if response.rsvp_attendee.is_empty() {
            response.from_address.clone()
        } else {
            response.rsvp_attendee.clone()
        },
        name: if authors { response.from_name.clone() } else { String::new() },
        rsvp: rsvp_of(response).to_owned(),
        way: if calendar { "calendar" } else { "mail" },
        at: response.received_at.clone(),
        told_version: response.rsvp_version,
        comment: response.rsvp_comment.clone(),
        proposed_at: response.rsvp_proposed.clone(),
        deputy: response.rsvp_deputy.clone(),
        deputy_outlet: response.rsvp_deputy_outlet.clone(),
        response_id: response.id,
    }
}

/// Takes back what a response answered: the guest has the newest other answer again, or none.
pub fn retract(db: &Writer, response_id: i64) -> Result<()> {
    if response_id == 0 {
        return Ok(());
    }
    let given =
        db.all::<EventAnswer>("response_id = :response", named_params! {":response": response_id})?;
    for answer in given {
        db.delete::<EventAnswer>(answer.id)?;
        answer_again(db, answer.guest_id, response_id)?;
    }
    let lines = db.all::<Interaction>(
        "response_id = :response AND kind IN ('event_yes', 'event_no', 'event_maybe')",
        named_params! {":response": response_id},
    )?;
    for line in lines {
        db.delete::<Interaction>(line.id)?;
    }
    Ok(())
}

/// Gives a guest whose answer came by this response the newest of their other answers.
fn answer_again(db: &Writer, guest_id: i64, response_id: i64) -> Result<()> {
    if guest_id == 0 {
        return Ok(());
    }
    let Some(mut guest) = db.find::<EventGuest>(guest_id)? else { return Ok(()) };
    if guest.rsvp_response_id != Some(response_id) {
        return Ok(());
    }
    let others = db.all::<EventAnswer>(
        "guest_id = :guest AND state IN ('applied', 'older') AND rsvp <> '' ORDER BY at DESC, id DESC LIMIT 1",
        named_params! {":guest": guest_id},
    )?;
    let newest = others.into_iter().next();
    let told = newest.clone().unwrap_or_default();
    guest.rsvp = told.rsvp;
    guest.rsvp_at = told.at;
    guest.rsvp_by = told.way;
    guest.rsvp_comment = told.comment;
    guest.rsvp_response_id = Some(told.response_id).filter(|id| *id != 0);
    if newest.is_none() {
        (guest.rsvp_at, guest.rsvp_by) = (String::new(), String::new());
    }
    db.update(&mut guest)?;
    if let Some(mut newest) = newest.filter(|newest| newest.state == AnswerState::Older) {
        newest.state = AnswerState::Applied;
        db.update(&mut newest)?;
    }
    // An earlier no that counts again frees a seat.
    event_guest::fill(db, &db.ctx().clone(), guest.event_id)?;
    Ok(())
}

/// Gives a response to a contact; its answer goes along.
pub fn link(db: &Writer, ctx: &Ctx, link: Link) -> Result<ResponseDetail> {
    let id = link.response_id;
    retract(db, id)?;
    response::link(db, ctx, link)?;
    answer_anew(db, id)?;
    response::show(db, ctx, id)
}

/// Takes a response for something else; what it answered is taken back or taken again.
pub fn correct(db: &Writer, ctx: &Ctx, correction: Correction) -> Result<ResponseDetail> {
    let id = correction.response_id;
    retract(db, id)?;
    response::correct(db, ctx, correction)?;
    answer_anew(db, id)?;
    response::show(db, ctx, id)
}

fn answer_anew(db: &Writer, id: i64) -> Result<()> {
    let mut response: Response = db.get(id)?;
    if response.rsvp_partstat.is_empty() {
        read_words(db, &mut response)?;
        if response.rsvp_partstat.is_empty() {
            return Ok(());
        }
        db.update(&mut response)?;
    }
    take(db, &response)?;
    Ok(())
}

/// Says what a mail answers to an invitation, or that it answers none.
pub fn set_answer(db: &Writer, ctx: &Ctx, order: ResponseAnswer) -> Result<ResponseDetail> {
    let id = order.response_id;
    let rsvp = order.rsvp.unwrap_or_default();
    if !matches!(rsvp.as_str(), "" | "yes" | "no" | "maybe") {
        return Err(Error::invalid("rsvp", "error-wrong-value").arg("field", "rsvp"));
    }
    let mut response: Response = db.get(id)?;
    retract(db, id)?;
    if !rsvp.is_empty() && !matches!(response.kind.as_str(), "rsvp" | "reply") {
        let correction = Correction {
            response_id: id,
            kind: "reply".to_owned(),
            permanent: None,
            only_this: Some(true),
        };
        response::correct(db, ctx, correction)?;
        response = db.get(id)?;
    }
    if rsvp.is_empty() {
        let calendar = response.rsvp_by == "calendar";
        response.rsvp_partstat = if calendar { "needs-action" } else { "" }.to_owned();
    } else {
        partstat(&rsvp).clone_into(&mut response.rsvp_partstat);
        if response.rsvp_by.is_empty() {
            "mail".clone_into(&mut response.rsvp_by);
            response.rsvp_attendee.clone_from(&response.from_address);
            response.rsvp_comment = comment(&response.new_text);
        }
    }
    if rsvp != "no" {
        response.rsvp_deputy.clear();
        response.rsvp_deputy_outlet.clear();
    }
    // Who says what it answers has seen the other time that it asks for.
    response.rsvp_proposed.clear();
    response.rsvp_unsure.clear();
    db.update(&mut response)?;
    if !rsvp.is_empty() {
        take(db, &response)?;
    }
    response::show(db, ctx, id)
}

/// Makes guests of people, and takes what they have answered already.
pub fn add_guests(db: &Writer, ctx: &Ctx, order: GuestsAdd) -> Result<GuestsFound> {
    let event_id = order.event_id;
    let found = event_guest::add(db, ctx, order)?;
    take_certain(db, event_id)?;
    Ok(found)
}

/// Changes a guest; an address that they have now may be one that has answered already.
pub fn save_guest(db: &Writer, ctx: &Ctx, patch: Patch) -> Result<GuestRow> {
    let saved = event_guest::save(db, ctx, patch)?;
    take_certain(db, saved.event_id)?;
    event_guest::row(db, saved.id)
}

/// Takes what the mailbox has kept of somebody whom the event did not know, once they are on its
/// list: an answer that names this event, or that came upon a mail about it, is theirs without doubt.
fn take_certain(db: &Writer, event_id: i64) -> Result<()> {
    let event: PressEvent = db.get(event_id)?;
    let kept: Vec<i64> = db.rows(
        "SELECT a.response_id FROM event_answers a
         WHERE a.state = 'open' AND a.guest_id = 0 AND a.response_id <> 0 AND a.deleted_at IS NULL
           AND (a.event_id = :event
                OR a.event_id = 0 AND EXISTS (SELECT 1 FROM responses r
                                              WHERE r.id = a.response_id AND LOWER(r.rsvp_uid) = LOWER(:uid)))
         ORDER BY a.at, a.id",
        named_params! {":event": event.id, ":uid": event.uid},
        |row| row.get(0),
    )?;
    for id in kept {
        let response: Response = db.get(id)?;
        if event_answer::giver(db, &given(&response, Some(&event.uid)))?.is_some() {
            retract(db, id)?;
            take_for(db, &response, Some(&event.uid))?;
        }
    }
    Ok(())
}

/// Answers in the mailbox that may belong to an event and count nowhere yet, newest first.
pub fn offers(db: &Reader, ctx: &Ctx, event_id: i64) -> Result<Vec<AnswerOffer>> {
    let event: PressEvent = db.get(event_id)?;
    let guests = db.rows(
        "SELECT LOWER(email), COALESCE(contact_id, 0) FROM event_guests WHERE event_id = :event AND deleted_at IS NULL",
        named_params! {":event": event_id},
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)),
    )?;
    let addresses: HashSet<&str> =
        guests.iter().map(|(email, _)| email.as_str()).filter(|email| !email.is_empty()).collect();
    let contacts: HashSet<i64> =
        guests.iter().map(|(_, contact)| *contact).filter(|id| *id != 0).collect();
    let since = ctx.now.checked_sub_days(Days::new(OFFERED)).unwrap_or(ctx.now);
    let waiting = db.all::<Response>(
        "rsvp_partstat <> '' AND received_at >= :since AND kind IN ('rsvp', 'reply')
         AND (rsvp_partstat <> 'needs-action' OR rsvp_deputy <> '')
         AND NOT EXISTS (SELECT 1 FROM event_answers a
                         WHERE a.response_id = responses.id AND a.deleted_at IS NULL
                           AND (a.guest_id <> 0 OR a.state <> 'open' OR a.event_id = :event))
         ORDER BY received_at DESC, id DESC
         LIMIT 2000",
        named_params! {":since": clock::to_text(since), ":event": event_id},
    )?;
    let offer = |response: Response| {
        let named = !response.rsvp_uid.is_empty();
        let person = addresses.contains(response.rsvp_attendee.as_str())
            || addresses.contains(response.from_address.as_str())
            || response.contact_id.is_some_and(|id| contacts.contains(&id));
        let by = if response.rsvp_uid == event.uid {
            "uid"
        } else if person && !named {
            "person"
        } else if fold(&response.subject).contains(&fold(&event.title)) {
            "subject"
        } else {
            return None;
        };
        Some(AnswerOffer {
            response_id: response.id,
            rsvp: rsvp_of(&response).to_owned(),
            from_name: response.from_name,
            from_address: response.from_address,
            subject: response.subject,
            received_at: response.received_at,
            comment: response.rsvp_comment,
            by: by.to_owned(),
        })
    };
    Ok(waiting.into_iter().filter_map(offer).take(MOST_OFFERS).collect())
}

/// Takes offered answers for an event; what is offered afterwards.
pub fn take_offers(db: &Writer, ctx: &Ctx, order: OffersTake) -> Result<Vec<AnswerOffer>> {
    let event: PressEvent = db.get(order.event_id)?;
    let offered = offers(db, ctx, event.id)?;
    // The oldest first, so that the newest counts.
    for offer in offered.iter().rev() {
        if !order.response_ids.is_empty() && !order.response_ids.contains(&offer.response_id) {
            continue;
        }
        retract(db, offer.response_id)?;
        let response: Response = db.get(offer.response_id)?;
        take_for(db, &response, Some(&event.uid))?;
    }
    offers(db, ctx, event.id)
}
