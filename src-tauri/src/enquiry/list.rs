//! Lists of enquiries: what waits first, the most pressing on top.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, EnquiryChannel, EnquiryKind, EnquiryState, Reader, Result, clock, staff};
use crate::db::{Row, ToSql, search};
use crate::error::{Code, Error};

/// Which enquiries. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EnquiryFilter {
    /// Words of subject, question, people, outlet, unit, statement or answer.
    pub search: Option<String>,
    /// In this state.
    pub state: Option<EnquiryState>,
    /// Of this kind.
    pub kind: Option<EnquiryKind>,
    /// Only those that are not answered, or only the others.
    pub open: Option<bool>,
    /// Only those of whoever is working.
    pub mine: Option<bool>,
    /// Only those whose deadline has passed unanswered.
    pub overdue: Option<bool>,
    /// Which this unit must answer.
    pub unit_id: Option<i64>,
    /// For this outlet.
    pub outlet_id: Option<i64>,
    /// Of this contact.
    pub contact_id: Option<i64>,
    /// About this release.
    pub release_id: Option<i64>,
    /// Of this press event.
    pub event_id: Option<i64>,
    /// Made from this mail.
    pub response_id: Option<i64>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// An enquiry in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnquiryRow {
    /// Its id.
    pub id: i64,
    /// What is asked for.
    pub kind: EnquiryKind,
    /// What it is about.
    pub subject: String,
    /// How far it is.
    pub state: EnquiryState,
    /// Who asks.
    pub who: String,
    /// The contact, when they are known.
    pub contact_id: Option<i64>,
    /// For which outlet, or empty.
    pub outlet: String,
    /// The outlet.
    pub outlet_id: Option<i64>,
    /// Which unit must supply the answer, or empty.
    pub unit: String,
    /// The unit.
    pub unit_id: Option<i64>,
    /// Who of the staff sees to it, or empty.
    pub owner: String,
    /// How it was asked.
    pub channel: EnquiryChannel,
    /// When, UTC.
    pub asked_at: String,
    /// Until when, UTC, or empty.
    pub due_at: String,
    /// The zone of the deadline.
    pub due_zone: String,
    /// The day on which to remind the unit, or empty.
    pub remind_on: String,
    /// When it was answered, UTC, or empty.
    pub answered_at: String,
    /// From the question to the answer, in minutes; none = not answered.
    pub minutes: Option<i64>,
    /// Whether the deadline passed without an answer.
    pub overdue: bool,
    /// Pieces that came of it.
    pub published: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnquiryPage {
    /// All that match.
    pub total: i64,
    /// Those that wait, by their deadline; then the others, the newest first.
    pub rows: Vec<EnquiryRow>,
    /// How many are open in all.
    pub open: i64,
    /// How many of these are of whoever is working.
    pub mine: i64,
    /// How many are past their deadline.
    pub overdue: i64,
}

/// Rows of one page where nobody says how many.
const PAGE: i64 = 200;
const IS_OPEN: &str = "e.state IN ('new', 'in_work', 'waiting')";
const IS_OVERDUE: &str =
    "e.state IN ('new', 'in_work', 'waiting') AND e.due_at <> '' AND e.due_at < :now";
const SELECT: &str = "
    SELECT e.id, e.kind, e.subject, e.state,
           CASE WHEN COALESCE(c.name, '') = '' THEN e.asker ELSE c.name END, e.contact_id,
           COALESCE(o.name, ''), e.outlet_id, COALESCE(u.name, ''), e.unit_id, COALESCE(s.name, ''),
           e.channel, e.asked_at, e.due_at, e.due_zone, e.remind_on, e.answered_at,
           (SELECT COUNT(*) FROM coverage v WHERE v.enquiry_id = e.id AND v.deleted_at IS NULL)
    FROM enquiries e
    LEFT JOIN contacts c ON c.id = e.contact_id
    LEFT JOIN organisations o ON o.id = e.outlet_id
    LEFT JOIN organisations u ON u.id = e.unit_id
    LEFT JOIN staff s ON s.id = e.staff_id";

fn row_of(row: &Row, now: &str) -> rusqlite::Result<EnquiryRow> {
    let (asked_at, answered_at): (String, String) = (row.get(12)?, row.get(16)?);
    let (state, due_at): (EnquiryState, String) = (row.get(3)?, row.get(13)?);
    Ok(EnquiryRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        subject: row.get(2)?,
        state,
        who: row.get(4)?,
        contact_id: row.get(5)?,
        outlet: row.get(6)?,
        outlet_id: row.get(7)?,
        unit: row.get(8)?,
        unit_id: row.get(9)?,
        owner: row.get(10)?,
        channel: row.get(11)?,
        minutes: minutes(&asked_at, &answered_at),
        overdue: state.is_open() && !due_at.is_empty() && due_at.as_str() < now,
        asked_at,
        due_at,
        due_zone: row.get(14)?,
        remind_on: row.get(15)?,
        answered_at,
        published: row.get(17)?,
    })
}

/// Minutes between two stored instants.
pub(crate) fn minutes(from: &str, until: &str) -> Option<i64> {
    Some((clock::from_text(until)? - clock::from_text(from)?).num_minutes())
}

/// One row.
pub(super) fn row(db: &Reader, ctx: &Ctx, id: i64) -> Result<EnquiryRow> {
    let now = ctx.now_text();
    db.row(&format!("{SELECT} WHERE e.id = :id"), named_params! {":id": id}, |row| {
        row_of(row, &now)
    })?
    .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

/// Rows under a condition over `e`, the most pressing first.
pub fn rows_where(
    db: &Reader,
    ctx: &Ctx,
    condition: &str,
    values: &[(&str, &dyn ToSql)],
) -> Result<Vec<EnquiryRow>> {
    let now = ctx.now_text();
    db.rows(
        &format!(
            "{SELECT} WHERE e.deleted_at IS NULL AND {condition}
             ORDER BY NOT ({IS_OPEN}),
                      CASE WHEN {IS_OPEN} THEN CASE e.due_at WHEN '' THEN '9' ELSE e.due_at END ELSE '' END,
                      CASE WHEN {IS_OPEN} THEN e.asked_at ELSE '' END,
                      e.asked_at DESC, e.id DESC"
        ),
        values,
        |row| row_of(row, &now),
    )
}

/// Enquiries that match.
pub fn list(db: &Reader, ctx: &Ctx, filter: EnquiryFilter) -> Result<EnquiryPage> {
    let me = staff::id_of(db, &ctx.actor)?.unwrap_or(0);
    let now = ctx.now_text();
    let mut conditions = Vec::new();
    let words = filter.search.as_deref().and_then(search::matching);
    if words.is_some() {
        conditions.push(
            "e.id IN (SELECT rowid FROM enquiry_search WHERE enquiry_search MATCH :words)"
                .to_owned(),
        );
    }
    if let Some(state) = filter.state {
        conditions.push(format!("e.state = '{}'", state.as_str()));
    }
    if let Some(kind) = filter.kind {
        conditions.push(format!("e.kind = '{}'", kind.as_str()));
    }
    if let Some(open) = filter.open {
        conditions.push(format!("{}({IS_OPEN})", if open { "" } else { "NOT " }));
    }
    if filter.mine == Some(true) {
        conditions.push("e.staff_id = :me".to_owned());
    }
    if filter.overdue == Some(true) {
        conditions.push(IS_OVERDUE.to_owned());
    }
    for (column, wanted) in [
        ("unit_id", filter.unit_id),
        ("outlet_id", filter.outlet_id),
        ("contact_id", filter.contact_id),
        ("release_id", filter.release_id),
        ("event_id", filter.event_id),
        ("response_id", filter.response_id),
    ] {
        if let Some(id) = wanted {
            conditions.push(format!("e.{column} = {id}"));
        }
    }
    // Every name is named, whatever is asked.
    conditions.push("(:me = :me AND :now = :now AND (:words IS NULL OR 1))".to_owned());
    let condition = conditions.join(" AND ");
    let values: &[(&str, &dyn ToSql)] = named_params! {":me": me, ":now": now, ":words": words};
    let total = db.number(
        &format!("SELECT COUNT(*) FROM enquiries e WHERE e.deleted_at IS NULL AND {condition}"),
        values,
    )?;
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(PAGE);
    let offset = filter.offset.unwrap_or(0).max(0);
    let rows = db.rows(
        &format!(
            "{SELECT} WHERE e.deleted_at IS NULL AND {condition}
             ORDER BY NOT ({IS_OPEN}),
                      CASE WHEN {IS_OPEN} THEN CASE e.due_at WHEN '' THEN '9' ELSE e.due_at END ELSE '' END,
                      CASE WHEN {IS_OPEN} THEN e.asked_at ELSE '' END,
                      e.asked_at DESC, e.id DESC
             LIMIT {limit} OFFSET {offset}"
        ),
        values,
        |row| row_of(row, &now),
    )?;
    let (open, mine, overdue) = db
        .row(
            &format!(
                "SELECT COUNT(*), COALESCE(SUM(e.staff_id = :me), 0), COALESCE(SUM({IS_OVERDUE}), 0)
                 FROM enquiries e WHERE e.deleted_at IS NULL AND {IS_OPEN}"
            ),
            named_params! {":me": me, ":now": now},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?
        .unwrap_or_default();
    Ok(EnquiryPage { total, rows, open, mine, overdue })
}
