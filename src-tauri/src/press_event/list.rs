//! Lists of events: what is to come first, the nearest on top; then what was, the last on top.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ctx, EventKind, EventState, Reader, Result, office};
use crate::choice;
use crate::db::{Row, ToSql, search};
use crate::error::{Code, Error};
use crate::field;

choice! {
    /// When an event is, seen from now.
    EventTime {
        /// It has not ended.
        Coming = "coming",
        /// It has ended.
        Past = "past",
    }
}

/// Which events. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EventFilter {
    /// Words of title, theme, place, aim, notes or the unit that holds it.
    pub search: Option<String>,
    /// Of this kind.
    pub kind: Option<EventKind>,
    /// In this state.
    pub state: Option<EventState>,
    /// To come, or past.
    pub time: Option<EventTime>,
    /// That end on this day or later, `YYYY-MM-DD` in the office's zone.
    pub from: Option<String>,
    /// That begin on this day or earlier.
    pub until: Option<String>,
    /// Held by this unit.
    pub host_id: Option<i64>,
    /// Only those of whoever is working.
    pub mine: Option<bool>,
    /// Rows to leave out first.
    pub offset: Option<i64>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// An event in a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventRow {
    /// Its id.
    pub id: i64,
    /// What kind it is.
    pub kind: EventKind,
    /// Its name.
    pub title: String,
    /// How far it is.
    pub state: EventState,
    /// When it begins, UTC.
    pub begins_at: String,
    /// When it ends, UTC.
    pub ends_at: String,
    /// The zone in which its hours are named.
    pub zone: String,
    /// Only its days count.
    pub all_day: bool,
    /// Where.
    pub venue: String,
    /// Where it can be joined online, or empty.
    pub online_url: String,
    /// The unit that holds it, or empty.
    pub host: String,
    /// Who of the staff answers for it, or empty.
    pub owner: String,
    /// Seats; 0 = no limit.
    pub capacity: i64,
    /// Guests on its list, those who were invited, who said yes, who came.
    pub guests: i64,
    /// Guests who were invited.
    pub invited: i64,
    /// Guests who said that they come.
    pub yes: i64,
    /// Guests who came.
    pub came: i64,
    /// Things that are still to be done.
    pub tasks_open: i64,
    /// Of these, those whose day has passed.
    pub tasks_late: i64,
}

/// A page of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EventPage {
    /// All that match.
    pub total: i64,
    /// Those to come, the nearest first; then the others, the last first.
    pub rows: Vec<EventRow>,
    /// How many are planned and have not ended, whatever the filter.
    pub coming: i64,
}

/// Rows of one page where nobody says how many.
const PAGE: i64 = 200;
const SELECT: &str = "
    SELECT e.id, e.kind, e.title, e.state, e.begins_at, e.ends_at, e.zone, e.all_day, e.venue, e.online_url,
           COALESCE(o.name, ''), COALESCE(s.name, ''), e.capacity,
           COALESCE(g.guests, 0), COALESCE(g.invited, 0), COALESCE(g.yes, 0), COALESCE(g.came, 0),
           (SELECT COUNT(*) FROM event_tasks k WHERE k.event_id = e.id AND k.done_at = '' AND k.deleted_at IS NULL),
           (SELECT COUNT(*) FROM event_tasks k WHERE k.event_id = e.id AND k.done_at = '' AND k.due_on <> '' AND k.due_on < :today AND k.deleted_at IS NULL)
    FROM press_events e
    LEFT JOIN organisations o ON o.id = e.host_id
    LEFT JOIN staff s ON s.id = e.staff_id
    LEFT JOIN (SELECT event_id, COUNT(*) FILTER (WHERE place <> 'withdrawn') AS guests,
                      COUNT(*) FILTER (WHERE (place = 'invited' OR place = 'listed' AND rsvp <> '')
                                             AND walk_in = 0 AND substitute_for IS NULL) AS invited,
                      COUNT(*) FILTER (WHERE rsvp = 'yes' AND place IN ('listed', 'invited')) AS yes,
                      COUNT(*) FILTER (WHERE arrived_at <> '') AS came
               FROM event_guests WHERE deleted_at IS NULL GROUP BY event_id) g ON g.event_id = e.id";

fn row_of(row: &Row) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        id: row.get(0)?,
        kind: row.get(1)?,
        title: row.get(2)?,
        state: row.get(3)?,
        begins_at: row.get(4)?,
        ends_at: row.get(5)?,
        zone: row.get(6)?,
        all_day: row.get(7)?,
        venue: row.get(8)?,
        online_url: row.get(9)?,
        host: row.get(10)?,
        owner: row.get(11)?,
        capacity: row.get(12)?,
        guests: row.get(13)?,
        invited: row.get(14)?,
        yes: row.get(15)?,
        came: row.get(16)?,
        tasks_open: row.get(17)?,
        tasks_late: row.get(18)?,
    })
}

/// The day it is in the office.
pub(super) fn today(db: &Reader, ctx: &Ctx) -> Result<String> {
    Ok(ctx.now.with_timezone(&office::zone(db)?).date_naive().to_string())
}

/// One row.
pub(super) fn row(db: &Reader, ctx: &Ctx, id: i64) -> Result<EventRow> {
    let today = today(db, ctx)?;
    db.row(
        &format!("{SELECT} WHERE e.id = :id"),
        named_params! {":id": id, ":today": today},
        row_of,
    )?
    .ok_or_else(|| Error::new(Code::NotFound, "error-not-found").arg("id", id))
}

/// The instant at which a day begins in the office, `more` days later.
fn midnight(db: &Reader, name: &str, day: &str, more: i64) -> Result<String> {
    field::check_day(name, day)?;
    let day: chrono::NaiveDate =
        day.parse().map_err(|_| Error::invalid(name, "error-wrong-value").arg("field", name))?;
    let local = (day + chrono::Duration::days(more)).and_time(chrono::NaiveTime::MIN);
    Ok(crate::clock::to_text(super::on_clocks(office::zone(db)?, local)))
}

/// Events that match.
pub fn list(db: &Reader, ctx: &Ctx, filter: EventFilter) -> Result<EventPage> {
    let now = ctx.now_text();
    let today = today(db, ctx)?;
    let me = super::staff::id_of(db, &ctx.actor)?.unwrap_or(0);
    let words = filter.search.as_deref().and_then(search::matching);
    let mut conditions = vec!["e.deleted_at IS NULL".to_owned()];
    if words.is_some() {
        conditions.push(
            "e.id IN (SELECT rowid FROM press_event_search WHERE press_event_search MATCH :words)"
                .to_owned(),
        );
    }
    if let Some(kind) = filter.kind {
        conditions.push(format!("e.kind = '{}'", kind.as_str()));
    }
    if let Some(state) = filter.state {
        conditions.push(format!("e.state = '{}'", state.as_str()));
    }
    match filter.time {
        Some(EventTime::Coming) => conditions.push("e.ends_at > :now".to_owned()),
        Some(EventTime::Past) => conditions.push("e.ends_at <= :now".to_owned()),
        None => {}
    }
    if let Some(id) = filter.host_id {
        conditions.push(format!("e.host_id = {id}"));
    }
    if filter.mine == Some(true) {
        conditions.push("e.staff_id = :me".to_owned());
    }
    let (mut from, mut until) = (String::new(), String::new());
    if let Some(day) = filter.from.as_deref().filter(|day| !day.is_empty()) {
        from = midnight(db, "from", day, 0)?;
        conditions.push("e.ends_at > :from".to_owned());
    }
    if let Some(day) = filter.until.as_deref().filter(|day| !day.is_empty()) {
        until = midnight(db, "until", day, 1)?;
        conditions.push("e.begins_at < :until".to_owned());
    }
    // Every name is named, whatever is asked.
    conditions.push(
        "(:me = :me AND :now = :now AND :today = :today AND :from = :from AND :until = :until AND (:words IS NULL OR 1))"
            .to_owned(),
    );
    let condition = conditions.join(" AND ");
    let values: &[(&str, &dyn ToSql)] = named_params! {
        ":me": me, ":now": now, ":today": today, ":words": words, ":from": from, ":until": until,
    };
    let total =
        db.number(&format!("SELECT COUNT(*) FROM press_events e WHERE {condition}"), values)?;
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(PAGE);
    let offset = filter.offset.unwrap_or(0).max(0);
    let rows = db.rows(
        &format!(
            "{SELECT} WHERE {condition}
             ORDER BY e.ends_at <= :now,
                      CASE WHEN e.ends_at > :now THEN e.begins_at ELSE '' END,
                      e.begins_at DESC, e.id DESC
             LIMIT {limit} OFFSET {offset}"
        ),
        values,
        row_of,
    )?;
    let coming = db.number(
        "SELECT COUNT(*) FROM press_events WHERE state = 'planned' AND ends_at > :now AND deleted_at IS NULL",
        named_params! {":now": now},
    )?;
    Ok(EventPage { total, rows, coming })
}
