//! From hand to hand: who sees to an enquiry, what is cleared to be said, the answer, the end.

use serde::Deserialize;
use ts_rs::TS;

use super::step::{instant, open_one};
use super::{
    CLOSE_REASONS, Ctx, Enquiry, EnquiryChannel, EnquiryDetail, EnquiryState, Error, Result, Staff,
    Writer, clock, show, staff, store,
};
use crate::error::Code;
use crate::statement::{self, Statement};

/// Who shall see to an enquiry.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AssignOrder {
    /// The enquiry.
    pub id: i64,
    /// The member of the staff; none = whoever is working.
    #[ts(optional)]
    pub staff_id: Option<i64>,
}

/// What may be said.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ClearOrder {
    /// The enquiry.
    #[ts(optional = false)]
    pub id: i64,
    /// The words; empty = the clearance is taken back.
    #[ts(optional = false)]
    pub text: String,
    /// Who cleared them.
    #[ts(optional = false)]
    pub by: String,
    /// Keep them in the library of statements, too.
    #[ts(optional = false)]
    pub keep: bool,
    /// There: about what; none = the enquiry's subject.
    pub topic: Option<String>,
    /// There: the last day on which they hold, `YYYY-MM-DD`.
    pub valid_until: Option<String>,
}

/// What was answered.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct AnswerOrder {
    /// The enquiry.
    #[ts(optional = false)]
    pub id: i64,
    /// The words; none = the cleared statement.
    pub text: Option<String>,
    /// How; none = as it was asked.
    pub channel: Option<EnquiryChannel>,
    /// Who answered; none = whoever is working.
    pub by: Option<String>,
    /// When, UTC; none = now.
    pub at: Option<String>,
}

/// That nothing more is to be done.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct CloseOrder {
    /// The enquiry.
    #[ts(optional = false)]
    pub id: i64,
    /// One of [`CLOSE_REASONS`].
    #[ts(optional = false)]
    pub reason: String,
    /// What there is to say about it.
    pub note: Option<String>,
}

/// Gives an enquiry to somebody.
pub fn assign(db: &Writer, ctx: &Ctx, order: AssignOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    let staff_id = match order.staff_id {
        Some(id) => db.get::<Staff>(id)?.id,
        None => staff::id_of(db, &ctx.actor)?
            .ok_or_else(|| Error::invalid("staff_id", "enquiry-nobody-working"))?,
    };
    enquiry.staff_id = Some(staff_id);
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

/// Records what may be said and who cleared it, or takes that back.
pub fn clear(db: &Writer, ctx: &Ctx, order: ClearOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    let text = order.text.trim().to_owned();
    let by = order.by.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        enquiry.statement.clear();
        enquiry.cleared_by.clear();
        enquiry.cleared_at.clear();
        store(db, &mut enquiry)?;
        return show(db, ctx, enquiry.id);
    }
    if by.is_empty() {
        return Err(Error::invalid("by", "statement-cleared-by-missing"));
    }
    enquiry.statement = text;
    enquiry.cleared_by = by;
    enquiry.cleared_at = ctx.now_text();
    store(db, &mut enquiry)?;
    if order.keep {
        let topic = order.topic.as_deref().map(str::trim).filter(|topic| !topic.is_empty());
        statement::keep(
            db,
            Statement {
                topic: topic.unwrap_or(&enquiry.subject).to_owned(),
                text: enquiry.statement.clone(),
                unit_id: enquiry.unit_id,
                cleared_by: enquiry.cleared_by.clone(),
                cleared_on: statement::today(db, ctx)?,
                valid_until: order.valid_until.unwrap_or_default(),
                enquiry_id: Some(enquiry.id),
                ..Statement::default()
            },
        )?;
    }
    show(db, ctx, enquiry.id)
}

/// Records that the journalist has the answer.
pub fn answer(db: &Writer, ctx: &Ctx, order: AnswerOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    let text = order.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let text = text.unwrap_or(&enquiry.statement).to_owned();
    if text.is_empty() {
        return Err(Error::invalid("text", "enquiry-answer-empty"));
    }
    let at = instant(ctx, order.at.as_deref())?;
    if clock::from_text(&at) < clock::from_text(&enquiry.asked_at) {
        return Err(Error::invalid("at", "enquiry-answer-before-question"));
    }
    enquiry.answer = text;
    enquiry.answered_at = at;
    enquiry.answered_by = order
        .by
        .map(|by| by.trim().to_owned())
        .filter(|by| !by.is_empty())
        .unwrap_or_else(|| ctx.actor.clone());
    enquiry.answer_channel = order.channel.unwrap_or(enquiry.channel).as_str().to_owned();
    enquiry.remind_on.clear();
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

/// Closes an enquiry.
pub fn close(db: &Writer, ctx: &Ctx, order: CloseOrder) -> Result<EnquiryDetail> {
    let mut enquiry = open_one(db, order.id)?;
    if !CLOSE_REASONS.contains(&order.reason.as_str()) {
        return Err(Error::invalid("reason", "enquiry-reason-missing"));
    }
    enquiry.closed_at = ctx.now_text();
    enquiry.closed_by.clone_from(&ctx.actor);
    enquiry.close_reason = order.reason;
    enquiry.close_note = order.note.unwrap_or_default().trim().to_owned();
    enquiry.remind_on.clear();
    store(db, &mut enquiry)?;
    show(db, ctx, enquiry.id)
}

/// Takes an enquiry up again: a closed one as it was before, an answered one without its answer.
pub fn reopen(db: &Writer, ctx: &Ctx, id: i64) -> Result<EnquiryDetail> {
    let mut enquiry: Enquiry = db.get(id)?;
    match enquiry.state {
        EnquiryState::Closed => {
            enquiry.closed_at.clear();
            enquiry.closed_by.clear();
            enquiry.close_reason.clear();
            enquiry.close_note.clear();
        }
        EnquiryState::Answered => {
            enquiry.answer.clear();
            enquiry.answer_channel.clear();
            enquiry.answered_at.clear();
            enquiry.answered_by.clear();
        }
        _ => {
            return Err(
                Error::new(Code::Conflict, "enquiry-is-open").arg("subject", &enquiry.subject)
            );
        }
    }
    store(db, &mut enquiry)?;
    show(db, ctx, id)
}
