//! Enquiries of the made-up office at every stage, its statements, and what was published.

use chrono::{Days, Duration};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use super::text;
use crate::coverage::{self, NewCoverage};
use crate::db::{Ctx, Patch, Reader, Writer, named_params};
use crate::enquiry::{
    self, AnswerOrder, AssignOrder, ClearOrder, CloseOrder, EnquiryChannel, EnquiryPatch, StepOrder,
};
use crate::error::Result;
use crate::format::fold::fold;
use crate::staff;
use crate::statement::{self, StatementPatch};

#[derive(Deserialize)]
struct Described {
    enquiries: Vec<Asked>,
    statements: Vec<Said>,
    coverage: Vec<Piece>,
}

/// Hours count back from now; a negative deadline is still to come.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Asked {
    subject: String,
    question: String,
    kind: String,
    channel: String,
    who: String,
    unit: String,
    asked: i64,
    due: Option<i64>,
    owner: String,
    unit_asked: Option<i64>,
    remind_days: Option<u64>,
    unit_said: String,
    received: i64,
    statement: String,
    by: String,
    topic: String,
    valid_days: i64,
    answer: String,
    answered: Option<i64>,
    close: String,
    note: String,
}

#[derive(Deserialize)]
struct Said {
    topic: String,
    text: String,
    by: String,
    unit: String,
    days: i64,
    valid_days: i64,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Piece {
    title: String,
    url: String,
    outlet: String,
    who: String,
    days: u64,
    kind: String,
    place: String,
    headline: String,
    body: String,
    reason: String,
    release: String,
    enquiry: Option<usize>,
}

/// Writes them all.
pub fn write(db: &Writer, ctx: &Ctx) -> Result<()> {
    let described: Described = serde_json::from_str(text("enquiries.json")?)?;
    let mut made = Vec::new();
    for one in &described.enquiries {
        made.push(ask(db, ctx, one)?);
    }
    for said in described.statements {
        let set = [
            ("topic", said.topic),
            ("text", said.text),
            ("cleared_by", said.by),
            ("cleared_on", day(ctx, -said.days)),
            ("valid_until", day(ctx, said.valid_days)),
        ];
        let set = set.into_iter().map(|(name, value)| (name.to_owned(), Json::from(value)));
        let patch = Patch { set: set.collect(), ..Patch::default() };
        statement::save(db, ctx, StatementPatch { patch, unit: Some(said.unit) })?;
    }
    for piece in described.coverage {
        let enquiry_id = piece.enquiry.and_then(|at| made.get(at)).copied();
        publish(db, ctx, piece, enquiry_id)?;
    }
    Ok(())
}

/// A day so many days from now.
fn day(ctx: &Ctx, days: i64) -> String {
    (ctx.now + Duration::days(days)).format("%Y-%m-%d").to_string()
}

fn contact(db: &Reader, name: &str) -> Result<Option<i64>> {
    db.row(
        "SELECT id FROM contacts WHERE name_key = :key AND deleted_at IS NULL ORDER BY id LIMIT 1",
        named_params! {":key": fold(name)},
        |row| row.get(0),
    )
}

fn back(ctx: &Ctx, hours: i64) -> Ctx {
    Ctx { now: ctx.now - Duration::hours(hours), ..ctx.clone() }
}

fn ask(db: &Writer, ctx: &Ctx, one: &Asked) -> Result<i64> {
    let then = back(ctx, one.asked);
    let set = json!({"subject": one.subject, "question": one.question, "kind": one.kind, "channel": one.channel,
        "contact_id": contact(db, &one.who)?, "asked_at": then.now_text()});
    let patch = EnquiryPatch {
        patch: Patch { set: set.as_object().cloned().unwrap_or_default(), ..Patch::default() },
        unit: Some(one.unit.clone()),
        due: one.due.map(|hours| back(ctx, hours).now_text()),
        ..EnquiryPatch::default()
    };
    let id = enquiry::save(db, &then, patch)?.row.id;
    if let Some(staff_id) = staff::id_of(db, &one.owner)? {
        enquiry::assign(db, &then, AssignOrder { id, staff_id: Some(staff_id) })?;
    }
    if let Some(hours) = one.unit_asked {
        let then = back(ctx, hours);
        let text = enquiry::prepared(db, &then, id)?.chat;
        let remind_on = one.remind_days.map_or_else(String::new, |days| {
            (ctx.now + Days::new(days)).format("%Y-%m-%d").to_string()
        });
        let order = StepOrder {
            id,
            channel: Some(EnquiryChannel::WhatsApp),
            text: Some(text),
            remind_on: Some(remind_on),
            ..StepOrder::default()
        };
        enquiry::ask_unit(db, &then, order)?;
    }
    if !one.unit_said.is_empty() {
        let order = StepOrder {
            id,
            channel: Some(EnquiryChannel::Phone),
            text: Some(one.unit_said.clone()),
            ..StepOrder::default()
        };
        enquiry::unit_answered(db, &back(ctx, one.received), order)?;
    }
    finish(db, ctx, one, id)?;
    Ok(id)
}

fn finish(db: &Writer, ctx: &Ctx, one: &Asked, id: i64) -> Result<()> {
    if !one.statement.is_empty() {
        let order = ClearOrder {
            id,
            text: one.statement.clone(),
            by: one.by.clone(),
            ..ClearOrder::default()
        };
        enquiry::clear(db, &back(ctx, one.received), order)?;
        let set = json!({"topic": one.topic, "text": one.statement, "cleared_by": one.by, "enquiry_id": id,
            "cleared_on": day(ctx, -30), "valid_until": day(ctx, one.valid_days)});
        let patch = Patch { set: set.as_object().cloned().unwrap_or_default(), ..Patch::default() };
        statement::save(db, ctx, StatementPatch { patch, unit: Some(one.unit.clone()) })?;
    }
    if let Some(hours) = one.answered {
        let text = Some(one.answer.clone()).filter(|answer| !answer.is_empty());
        let order = AnswerOrder { id, text, ..AnswerOrder::default() };
        enquiry::answer(db, &back(ctx, hours), order)?;
    }
    if !one.close.is_empty() {
        let (reason, note) = (one.close.clone(), Some(one.note.clone()));
        enquiry::close(db, ctx, CloseOrder { id, reason, note })?;
    }
    Ok(())
}

fn publish(db: &Writer, ctx: &Ctx, piece: Piece, enquiry_id: Option<i64>) -> Result<()> {
    let release_id: Option<i64> = db.row(
        "SELECT id FROM releases WHERE instr(lower(headline), :word) > 0 AND deleted_at IS NULL ORDER BY id LIMIT 1",
        named_params! {":word": piece.release},
        |row| row.get(0),
    )?;
    let published_on = (ctx.now - Days::new(piece.days)).format("%Y-%m-%d").to_string();
    let set = json!({"title": piece.title, "url": piece.url, "published_on": published_on, "kind": piece.kind,
        "place": piece.place, "headline_tone": piece.headline, "body_tone": piece.body, "tone_reason": piece.reason,
        "contact_id": contact(db, &piece.who)?, "release_id": release_id, "enquiry_id": enquiry_id});
    let new = NewCoverage {
        set: set.as_object().cloned().unwrap_or_default(),
        outlet: Some(piece.outlet),
        ..NewCoverage::default()
    };
    coverage::add(db, ctx, new)?;
    Ok(())
}
