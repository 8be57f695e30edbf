//! The answers of an event, and those that a person must look at.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AnswerState;
use crate::db::{Ctx, Reader, Row};
use crate::error::{Code, Error, Result};

/// Which answers.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct AnswerFilter {
    /// Of this event; none = of all, and those that belong to none.
    pub event_id: Option<i64>,
    /// Of this guest.
    pub guest_id: Option<i64>,
    /// That a mail brought.
    pub response_id: Option<i64>,
    /// Only those that a person must look at.
    pub open: Option<bool>,
}

/// An answer in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AnswerRow {
    /// Its id.
    pub id: i64,
    /// The event; 0 = not known.
    pub event_id: i64,
    /// The event by name, or empty.
    pub event: String,
    /// The guest; 0 = not known.
    pub guest_id: i64,
    /// The mail that brought it; 0 = none.
    pub response_id: i64,
    /// The guest; where nobody knows them, as the answer names whoever gave it.
    pub name: String,
    /// The guest's outlet, or empty.
    pub outlet: String,
    /// The address of whoever gave it, or empty.
    pub address: String,
    /// `yes`, `no`, `maybe`; empty = it says neither.
    pub rsvp: String,
    /// How it came: `calendar`, `mail`, `phone`, `whatsapp`, `in_person`, `staff`.
    pub way: String,
    /// When it was given, UTC.
    pub at: String,
    /// What they said beside it.
    pub comment: String,
    /// Another time that was asked for, ISO text with its zone; empty = none.
    pub proposed_at: String,
    /// Who comes instead, by name, or empty.
    pub deputy: String,
    /// For which outlet, or empty.
    pub deputy_outlet: String,
    /// What became of it.
    pub state: AnswerState,
    /// Why a person must look at it: key of a sentence, or empty.
    pub reason: String,
    /// Who wrote it down; empty = the mailbox did.
    pub actor: String,
}

/// Most rows of the list.
const MOST: i64 = 2_000;

const SELECT: &str = "
    SELECT a.id, a.event_id, COALESCE(e.title, ''), a.guest_id, a.response_id,
           COALESCE(g.name, CASE WHEN a.name <> '' THEN a.name ELSE a.address END), COALESCE(o.name, g.outlet, ''), a.address,
           a.rsvp, a.way, a.at, a.comment, a.proposed_at, a.deputy, a.deputy_outlet, a.state, a.reason, a.actor
    FROM event_answers a
    LEFT JOIN press_events e ON e.id = a.event_id AND e.deleted_at IS NULL
    LEFT JOIN event_guests g ON g.id = a.guest_id
    LEFT JOIN organisations o ON o.id = g.outlet_id
    WHERE a.deleted_at IS NULL";

/// The newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: AnswerFilter) -> Result<Vec<AnswerRow>> {
    db.rows(
        &format!(
            "{SELECT}
               AND (:event IS NULL OR a.event_id = :event)
               AND (:guest IS NULL OR a.guest_id = :guest)
               AND (:response IS NULL OR a.response_id = :response)
               AND (:open = 0 OR a.state = 'open')
             ORDER BY a.at DESC, a.id DESC
             LIMIT :most"
        ),
        named_params! {":event": filter.event_id, ":guest": filter.guest_id, ":response": filter.response_id,
            ":open": filter.open.unwrap_or(false), ":most": MOST},
        row_of,
    )
}

/// One answer.
pub(super) fn row(db: &Reader, id: i64) -> Result<AnswerRow> {
    db.row(&format!("{SELECT} AND a.id = :id"), named_params! {":id": id}, row_of)?
        .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

fn row_of(row: &Row) -> rusqlite::Result<AnswerRow> {
    Ok(AnswerRow {
        id: row.get(0)?,
        event_id: row.get(1)?,
        event: row.get(2)?,
        guest_id: row.get(3)?,
        response_id: row.get(4)?,
        name: row.get(5)?,
        outlet: row.get(6)?,
        address: row.get(7)?,
        rsvp: row.get(8)?,
        way: row.get(9)?,
        at: row.get(10)?,
        comment: row.get(11)?,
        proposed_at: row.get(12)?,
        deputy: row.get(13)?,
        deputy_outlet: row.get(14)?,
        state: row.get(15)?,
        reason: row.get(16)?,
        actor: row.get(17)?,
    })
}
