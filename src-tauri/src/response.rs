//! Responses: what came back to the office, what it was taken for, and whom it is from. The
//! inbox writes them; a person links, corrects and ticks them off.

pub mod conversation;
pub mod detail;
pub mod due;
pub mod effects;
pub mod list;
pub mod matching;
pub mod raw_mail;
pub mod reply;
mod search;
pub mod sender_rule;
pub mod work;

use serde::Deserialize;
use ts_rs::TS;

use crate::contact::{self, Contact};
use crate::db::{Ctx, Searchable, Writer};
use crate::error::{Error, Result};
use crate::record;

pub use detail::{
    DeliverySummary, MailFile, MailShown, ResponseDetail, RsvpShown, RsvpTaken, Suggestion, show,
};
pub use due::{DueNamed, due_named};
pub use list::{ResponseCounts, ResponseFilter, ResponsePage, ResponseRow, list};
pub use work::{Assignment, STATES, Snooze, assign, set_handled, snooze};

record! {
    /// One mail that came back.
    Response in "responses" {
        /// The account whose mailbox held it; 0 = read from disk.
        account_id: i64,
        /// One of [`KINDS`].
        kind: String,
        /// What the reading took it for: one of [`KINDS`]; empty in older ones. A correction
        /// changes `kind` alone.
        read_as: String,
        /// How sure the reading was, in percent; 0 = not told.
        confidence: i64,
        /// Of a bounce: whether trying again is of no use. None where nobody can tell.
        permanent: Option<bool>,
        /// Of a bounce or delay: why, such as `user_unknown` or `mailbox_full`.
        reason: String,
        /// What the reading leaned on, for the curious.
        why: String,
        /// Author, lower case.
        from_address: String,
        /// Author's name as they write it.
        from_name: String,
        /// Subject.
        subject: String,
        /// Message-ID without angle brackets, or empty.
        message_id: String,
        /// Message-ID, or the SHA-256 of the bytes: the same mail is kept once.
        identity: String,
        /// When it was written, UTC.
        received_at: String,
        /// What the author wrote anew, without quotes and signature.
        new_text: String,
        /// Lines that were quoted.
        quoted_lines: i64,
        /// Enhanced status code of a bounce (RFC 3463), or empty.
        status_code: String,
        /// The server's words.
        diagnostic: String,
        /// SMTP reply code in them; 0 = none.
        reply_code: i64,
        /// The address that failed, lower case.
        failed_address: String,
        /// Of an auto-reply: `away`, `vacation`, `left`, `ticket` or `other`.
        auto_kind: String,
        /// First day of an absence, or empty.
        away_from: String,
        /// Last day of an absence, or empty.
        away_until: String,
        /// The address that an auto-reply names in the author's place, or empty.
        successor: String,
        /// Whether that address is the author's own new one.
        successor_same: bool,
        /// What may be made of a reply: `enquiry`, `coverage` or `wrong_person`; empty = nothing.
        proposes: String,
        /// Of a reply that proposes coverage: the links, one a line.
        links: String,
        /// Its parts cannot be read: it is kept whole and shown as text.
        broken: bool,
        /// The invitation that an RSVP answers.
        rsvp_uid: String,
        /// Who answered it.
        rsvp_attendee: String,
        /// `accepted`, `declined`, `tentative` … (PARTSTAT of RFC 5545 in small letters).
        rsvp_partstat: String,
        /// What they added.
        rsvp_comment: String,
        /// Another time that they propose, or empty.
        rsvp_proposed: String,
        /// What the answer is written in: `calendar` or `mail` (plain words); empty = it answers no
        /// invitation.
        rsvp_by: String,
        /// Which version of the invitation it answers: SEQUENCE (RFC 5545) + 1; 0 = it does not say.
        rsvp_version: i64,
        /// Who comes instead, or empty.
        rsvp_deputy: String,
        /// For which outlet they come.
        rsvp_deputy_outlet: String,
        /// Why a person must look at the answer before it counts: `both`, `acknowledges`,
        /// `hindered`; empty = it counts.
        rsvp_unsure: String,
        /// How many files are attached.
        attachments: i64,
        /// What the match leaned on: `token`, `envelope_id`, `in_reply_to`,
        /// `original_message_id`, `recipient`, `from`, `hand`; empty = not matched.
        matched_by: String,
        /// The delivery that it answers; 0 = none.
        delivery_id: i64,
        /// The contact that it is from.
        contact_id: Option<i64>,
        /// The release of the delivery; 0 = none.
        release_id: i64,
        /// Whether nobody need look at it any more.
        handled: bool,
        /// The mail itself: a file of this name in the workspace's `files`.
        raw_sha256: String,
        /// The first response of its conversation; 0 = this is the first, or alone.
        thread_id: i64,
        /// The member of the staff who has it; 0 = nobody.
        owner_id: i64,
        /// Somebody was given it after it came: it is not new any more.
        taken: bool,
        /// The day on which it comes back, or empty.
        snoozed_until: String,
        /// Whom or what it waits for, or empty.
        waiting_for: String,
        /// Who of the office passed it on to the mailbox, or empty.
        forwarded_by: String,
        /// What they wrote above it.
        forward_note: String,
    }
}

/// What a mail can be taken for.
pub const KINDS: &[&str] =
    &["reply", "bounce", "delay", "auto_reply", "opt_out", "rsvp", "challenge", "other"];

/// How responses are found.
pub static SEARCH: Searchable = Searchable {
    table: "responses",
    index: "response_search",
    columns: &["sender", "subject", "body"],
    document: "SELECT r.from_name || ' ' || r.from_address || ' ' || r.failed_address, r.subject, r.new_text
               FROM responses r
               WHERE r.id = :id AND r.deleted_at IS NULL",
    parts: &[],
};

impl Response {
    /// Its search text, in the order of [`SEARCH`]'s columns.
    pub fn search_text(&self) -> [String; 3] {
        let sender = format!("{} {} {}", self.from_name, self.from_address, self.failed_address);
        [sender, self.subject.clone(), self.new_text.clone()]
    }

    /// Whether the machine has done all there is to do: nobody need look.
    pub fn settles_itself(&self) -> bool {
        self.contact_id.is_some()
            && !self.broken
            && match self.kind.as_str() {
                "bounce" | "delay" => true,
                "auto_reply" => self.auto_kind != "left" && self.successor.is_empty(),
                _ => false,
            }
    }
}

/// A response given to a contact by hand.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Link {
    /// The response.
    pub response_id: i64,
    /// Whose it is.
    pub contact_id: i64,
    /// Which delivery it answers; none = the contact's latest.
    #[ts(optional)]
    pub delivery_id: Option<i64>,
}

/// A response ticked off, or taken up again.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Handled {
    /// The response.
    pub response_id: i64,
    /// Whether it is done.
    pub handled: bool,
}

/// A response taken for something else by a person.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Correction {
    /// The response.
    pub response_id: i64,
    /// One of [`KINDS`].
    pub kind: String,
    /// Of a bounce: whether it is final; none = as it was read, or final.
    #[ts(optional)]
    pub permanent: Option<bool>,
    /// Whether the correction is about this mail alone; none = it holds for the sender from now on,
    /// where it can.
    #[ts(optional)]
    pub only_this: Option<bool>,
}

/// Gives a response to a contact; what it brought about moves along.
pub fn link(db: &Writer, ctx: &Ctx, link: Link) -> Result<ResponseDetail> {
    let mut response: Response = db.get(link.response_id)?;
    db.get::<Contact>(link.contact_id)?;
    let delivery = match link.delivery_id.filter(|id| *id != 0) {
        Some(id) => Some(
            matching::delivery(db, id)?
                .ok_or_else(|| Error::invalid("delivery_id", "error-not-found").arg("id", id))?,
        ),
        None => matching::latest_to_contact(db, link.contact_id, &response.received_at)?,
    };
    effects::take_back(db, &response)?;
    response.contact_id = Some(link.contact_id);
    response.matched_by = "hand".to_owned();
    response.delivery_id = delivery.as_ref().map_or(0, |delivery| delivery.id);
    response.release_id = delivery.as_ref().map_or(0, |delivery| delivery.release_id);
    response.handled = response.handled || response.settles_itself();
    db.update(&mut response)?;
    effects::apply(db, &response, delivery.as_ref())?;
    show(db, ctx, response.id)
}

/// Takes a response for something else: what it brought about is taken back, and what the new
/// kind brings about is done.
pub fn correct(db: &Writer, ctx: &Ctx, correction: Correction) -> Result<ResponseDetail> {
    if !KINDS.contains(&correction.kind.as_str()) {
        return Err(Error::invalid("kind", "error-wrong-value").arg("field", "kind"));
    }
    let mut response: Response = db.get(correction.response_id)?;
    effects::take_back(db, &response)?;
    if correction.kind == "bounce" {
        response.permanent = correction.permanent.or(response.permanent).or(Some(true));
    } else {
        response.permanent = None;
    }
    response.kind = correction.kind;
    db.update(&mut response)?;
    if correction.only_this != Some(true) && sender_rule::may_stick(&response, &response.kind) {
        sender_rule::learn(db, &response)?;
    }
    let delivery = if response.delivery_id == 0 {
        None
    } else {
        matching::delivery(db, response.delivery_id)?
    };
    effects::apply(db, &response, delivery.as_ref())?;
    show(db, ctx, response.id)
}

/// Forgets what a correction taught about a sender: their mail is taken for what it reads as again.
pub fn forget_rule(db: &Writer, ctx: &Ctx, response_id: i64) -> Result<ResponseDetail> {
    let response: Response = db.get(response_id)?;
    if let Some(rule) = sender_rule::find(db, &response.from_address, &response.read_as)? {
        db.delete::<sender_rule::SenderRule>(rule.id)?;
    }
    show(db, ctx, response_id)
}

/// Contacts as rows, for screens that show who wrote.
pub(crate) fn contact_row(
    db: &crate::db::Reader,
    ctx: &Ctx,
    id: Option<i64>,
) -> Result<Option<contact::ContactRow>> {
    match id {
        Some(id) => Ok(contact::rows_of(db, ctx, &[id])?.into_iter().next()),
        None => Ok(None),
    }
}
