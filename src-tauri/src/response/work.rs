//! Working through responses: what belongs to one conversation, whose it is, until when it waits,
//! and what brings it back. A deed is done to the whole conversation.

use chrono::NaiveDate;
use rusqlite::named_params;
use serde::Deserialize;
use ts_rs::TS;

use super::detail::{ResponseDetail, show};
use super::matching::is_proof;
use super::{Handled, Response};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::office;
use crate::staff::{self, Staff};

/// The states that a response can be in.
pub const STATES: &[&str] = &["new", "assigned", "waiting", "done"];
/// Identifiers of one message by which its conversation is looked for.
const MOST_ANSWERED: usize = 20;
/// Characters of whom or what a response waits for.
const LONGEST_WAIT: usize = 200;

/// True where a response `r` waits; `:today` is the office's day.
pub(crate) const WAITS: &str =
    "(r.snoozed_until > :today OR (r.snoozed_until = '' AND r.waiting_for <> ''))";

/// The state of a response `r`.
pub(super) fn state_sql() -> String {
    format!(
        "CASE WHEN r.handled = 1 THEN 'done' WHEN {WAITS} THEN 'waiting'
              WHEN r.taken = 1 THEN 'assigned' ELSE 'new' END"
    )
}

/// True where a response `r` is in the state; `open` = new or assigned. None for another word.
pub(super) fn condition_of(state: &str) -> Option<String> {
    // The words of the partial index stand here as they are, so that it is used.
    let open = format!("r.handled = 0 AND NOT {WAITS}");
    match state {
        "new" => Some(format!("{open} AND r.taken = 0")),
        "assigned" => Some(format!("{open} AND r.taken = 1")),
        "open" => Some(open),
        "waiting" => Some(format!("r.handled = 0 AND {WAITS}")),
        "done" => Some("r.handled = 1".to_owned()),
        _ => None,
    }
}

/// The office's day.
pub(crate) fn today(db: &Reader, ctx: &Ctx) -> Result<String> {
    Ok(ctx.now.with_timezone(&office::zone(db)?).date_naive().to_string())
}

/// The staff member at work; 0 = nobody that is known.
pub(super) fn me(db: &Reader, ctx: &Ctx) -> Result<i64> {
    Ok(staff::id_of(db, &ctx.actor)?.unwrap_or(0))
}

/// A conversation given to a member of the staff.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Assignment {
    /// The response.
    pub response_id: i64,
    /// Whose it is; none = nobody's, it is new again.
    #[ts(optional)]
    pub staff_id: Option<i64>,
}

/// A conversation put off until a day, until somebody has done something, or both. Neither = it is
/// taken up again.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct Snooze {
    /// The response.
    pub response_id: i64,
    /// The day on which it comes back, `2026-12-01`; must be after today.
    #[ts(optional)]
    pub until: Option<String>,
    /// Whom or what it waits for, in words.
    #[ts(optional)]
    pub waiting_for: Option<String>,
}

impl Response {
    /// The first response of its conversation; its own id when it is the first.
    pub fn root(&self) -> i64 {
        if self.thread_id == 0 { self.id } else { self.thread_id }
    }

    /// It waits for nothing any more.
    fn wake(&mut self) {
        self.snoozed_until.clear();
        self.waiting_for.clear();
    }

    /// Whether it belongs to a talk between people. What servers write does not.
    fn is_talk(&self) -> bool {
        !matches!(self.kind.as_str(), "bounce" | "delay")
    }
}

/// True where a response belongs to the conversation `:root`. The words of the partial index stand
/// in it as they are: else the whole table would be looked through.
pub(super) const IN_THREAD: &str = "(id = :root OR (thread_id = :root AND thread_id <> 0))";

/// The responses of a conversation, the oldest first.
pub fn thread(db: &Reader, root: i64) -> Result<Vec<Response>> {
    db.all::<Response>(
        &format!("{IN_THREAD} ORDER BY received_at, id"),
        named_params! {":root": root},
    )
}

/// Changes the response and whatever else of its conversation is not done.
fn change_open(
    db: &Writer,
    ctx: &Ctx,
    id: i64,
    change: impl Fn(&mut Response),
) -> Result<ResponseDetail> {
    let response: Response = db.get(id)?;
    for mut member in thread(db, response.root())? {
        if member.id != id && (member.handled || !member.is_talk()) {
            continue;
        }
        let before = member.clone();
        change(&mut member);
        if member != before {
            db.update(&mut member)?;
        }
    }
    show(db, ctx, id)
}

/// Ticks a conversation off, or takes one response of it up again.
pub fn set_handled(db: &Writer, ctx: &Ctx, change: Handled) -> Result<ResponseDetail> {
    if change.handled {
        return change_open(db, ctx, change.response_id, |response| {
            response.handled = true;
            response.wake();
        });
    }
    let mut response: Response = db.get(change.response_id)?;
    response.handled = false;
    db.update(&mut response)?;
    show(db, ctx, response.id)
}

/// Gives a conversation to somebody of the staff, or to nobody.
pub fn assign(db: &Writer, ctx: &Ctx, assignment: Assignment) -> Result<ResponseDetail> {
    let owner_id = assignment.staff_id.unwrap_or(0);
    if owner_id != 0 {
        db.get::<Staff>(owner_id)?;
    }
    change_open(db, ctx, assignment.response_id, |response| {
        response.owner_id = owner_id;
        response.taken = owner_id != 0;
        response.handled = false;
    })
}

/// Puts a conversation off, or takes it up again.
pub fn snooze(db: &Writer, ctx: &Ctx, snooze: Snooze) -> Result<ResponseDetail> {
    let until = snooze.until.as_deref().map_or("", str::trim).to_owned();
    if !until.is_empty() {
        let day: NaiveDate = until
            .parse()
            .map_err(|_| Error::invalid("until", "response-snooze-no-day").arg("day", &until))?;
        if day.to_string() <= today(db, ctx)? {
            return Err(Error::invalid("until", "response-snooze-past").arg("day", &until));
        }
    }
    let words = snooze.waiting_for.as_deref().map_or("", str::trim);
    let waiting_for: String = words.chars().take(LONGEST_WAIT).collect();
    change_open(db, ctx, snooze.response_id, |response| {
        response.snoozed_until.clone_from(&until);
        response.waiting_for.clone_from(&waiting_for);
        response.handled = false;
    })
}

/// Finds the conversation of a response that is not stored yet, by the messages it answers (the
/// nearest first) or by the delivery, and gives it to whoever has the conversation.
pub fn place(db: &Reader, response: &mut Response, answers: &[String]) -> Result<()> {
    if !response.is_talk() {
        return Ok(());
    }
    for id in answers.iter().take(MOST_ANSWERED) {
        let root = db.row(
            "SELECT CASE thread_id WHEN 0 THEN id ELSE thread_id END FROM responses
             WHERE identity = :id AND deleted_at IS NULL",
            named_params! {":id": id},
            |row| row.get::<_, i64>(0),
        )?;
        if let Some(root) = root {
            return join(db, response, root);
        }
        let ours = db.row(
            "SELECT thread_id FROM replies WHERE message_id = :id AND message_id <> '' AND deleted_at IS NULL",
            named_params! {":id": id},
            |row| row.get::<_, i64>(0),
        )?;
        if let Some(root) = ours {
            adopt(db, response, root)?;
            return join(db, response, root);
        }
    }
    if response.delivery_id == 0 || !is_proof(&response.matched_by) {
        return Ok(());
    }
    let root = db.row(
        "SELECT CASE thread_id WHEN 0 THEN id ELSE thread_id END FROM responses
         WHERE delivery_id = :delivery AND delivery_id <> 0 AND from_address = :from
           AND kind NOT IN ('bounce', 'delay') AND deleted_at IS NULL
         ORDER BY id LIMIT 1",
        named_params! {":delivery": response.delivery_id, ":from": response.from_address},
        |row| row.get::<_, i64>(0),
    )?;
    root.map_or(Ok(()), |root| join(db, response, root))
}

/// Who answers a reply of ours is the person it went to, whatever address they write from.
fn adopt(db: &Reader, response: &mut Response, root: i64) -> Result<()> {
    if !response.matched_by.is_empty() {
        return Ok(());
    }
    let known = db.row(
        "SELECT contact_id, release_id FROM responses WHERE id = :root AND deleted_at IS NULL",
        named_params! {":root": root},
        |row| Ok((row.get::<_, Option<i64>>(0)?, row.get::<_, i64>(1)?)),
    )?;
    if let Some((contact_id, release_id)) = known {
        response.contact_id = contact_id;
        response.release_id = release_id;
        response.matched_by = if contact_id.is_some() { "in_reply_to" } else { "" }.to_owned();
    }
    Ok(())
}

fn join(db: &Reader, response: &mut Response, root: i64) -> Result<()> {
    response.thread_id = root;
    response.owner_id = db
        .row(
            &format!(
                "SELECT owner_id FROM responses
                 WHERE {IN_THREAD} AND deleted_at IS NULL
                 ORDER BY received_at DESC, id DESC LIMIT 1"
            ),
            named_params! {":root": root},
            |row| row.get(0),
        )?
        .unwrap_or(0);
    Ok(())
}

/// A new mail of a conversation ends its waiting. What was done stays done: the new mail itself is
/// what is to be looked at. An automatic answer brings nothing back.
pub fn bring_back(db: &Writer, response: &Response) -> Result<()> {
    if response.thread_id == 0 || response.handled || response.kind == "auto_reply" {
        return Ok(());
    }
    let waiting = db.all::<Response>(
        &format!(
            "{IN_THREAD} AND id <> :id AND (snoozed_until <> '' OR waiting_for <> '')
             ORDER BY received_at, id"
        ),
        named_params! {":root": response.thread_id, ":id": response.id},
    )?;
    for mut member in waiting {
        member.wake();
        db.update(&mut member)?;
    }
    Ok(())
}
