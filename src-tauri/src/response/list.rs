//! The table of responses: filters, search, counts for the tabs.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Reader, Row, ToSql, search};
use crate::error::Result;

/// Which responses. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ResponseFilter {
    /// Words that must begin words of the response.
    pub search: Option<String>,
    /// One of the kinds.
    pub kind: Option<String>,
    /// About this release.
    pub release_id: Option<i64>,
    /// From this contact.
    pub contact_id: Option<i64>,
    /// Only matched ones (true), or only the tray of unmatched ones (false).
    pub matched: Option<bool>,
    /// Only ones that propose this: `enquiry`, `coverage` or `wrong_person`.
    pub proposes: Option<String>,
    /// Only ones that cannot be read (true).
    pub broken: Option<bool>,
    /// Only handled ones (true), or only those that wait (false).
    pub handled: Option<bool>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
}

/// A row of the table.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResponseRow {
    /// Its id.
    pub id: i64,
    /// Rises with every change.
    pub version: i64,
    /// `reply`, `bounce`, `delay`, `auto_reply`, `opt_out`, `rsvp`, `challenge` or `other`.
    pub kind: String,
    /// Of a bounce: whether it is final; null = unknown.
    pub permanent: Option<bool>,
    /// Of a bounce or delay: why.
    pub reason: String,
    /// Author's name, may be empty.
    pub from_name: String,
    /// Author's address.
    pub from_address: String,
    /// Subject.
    pub subject: String,
    /// The beginning of the new text, in one line.
    pub snippet: String,
    /// When it was written, UTC.
    pub received_at: String,
    /// What the match leaned on; empty = it waits in the tray.
    pub matched_by: String,
    /// Whose it is; 0 = nobody known.
    pub contact_id: i64,
    /// The contact's name.
    pub contact_name: String,
    /// Where the contact works now.
    pub outlet: String,
    /// The delivery that it answers; 0 = none.
    pub delivery_id: i64,
    /// The release; 0 = none.
    pub release_id: i64,
    /// The release's headline.
    pub headline: String,
    /// Whether nobody need look at it any more.
    pub handled: bool,
    /// The address that failed, of a bounce.
    pub failed_address: String,
    /// Of an auto-reply: `away`, `vacation`, `left`, `ticket` or `other`.
    pub auto_kind: String,
    /// Last day of an absence, or empty.
    pub away_until: String,
    /// The address that an auto-reply names in the author's place, or empty.
    pub successor: String,
    /// Of an RSVP: `accepted`, `declined`, `tentative` ….
    pub rsvp_partstat: String,
    /// How many files are attached.
    pub attachments: i64,
    /// What may be made of a reply: `enquiry`, `coverage` or `wrong_person`; empty = nothing.
    pub proposes: String,
    /// Its parts cannot be read: it is kept whole and shown as text.
    pub broken: bool,
}

/// Numbers for the tabs: all responses of the release and contact asked for, whatever else the
/// filter says.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ResponseCounts {
    /// All.
    pub all: i64,
    /// Still to be looked at by a person, the tray not counted.
    pub waiting: i64,
    /// In the tray: nobody knows whose they are.
    pub unmatched: i64,
    /// By kind; a kind without responses is left out.
    pub by_kind: BTreeMap<String, i64>,
}

/// A page of the table, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResponsePage {
    /// The rows.
    pub rows: Vec<ResponseRow>,
    /// How many the filter lets through.
    pub total: i64,
    /// For the tabs.
    pub counts: ResponseCounts,
    /// Give it as `after` for the next page; empty = this is the last.
    pub next: String,
}

const SNIPPET: usize = 200;

const SELECT: &str = "SELECT r.id, r.version, r.kind, r.permanent, r.reason, r.from_name, r.from_address, r.subject, r.new_text,
            r.received_at, r.matched_by, COALESCE(r.contact_id, 0), COALESCE(c.name, ''),
            COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                      WHERE a.contact_id = r.contact_id AND a.ended_on = '' AND a.deleted_at IS NULL
                      ORDER BY a.id LIMIT 1), ''),
            r.delivery_id, r.release_id, COALESCE(l.headline, ''), r.handled, r.failed_address, r.auto_kind, r.away_until,
            r.successor, r.rsvp_partstat, r.attachments, r.proposes, r.broken
     FROM responses r
     LEFT JOIN contacts c ON c.id = r.contact_id
     LEFT JOIN releases l ON l.id = r.release_id";

fn read_row(row: &Row) -> rusqlite::Result<ResponseRow> {
    Ok(ResponseRow {
        id: row.get(0)?,
        version: row.get(1)?,
        kind: row.get(2)?,
        permanent: row.get(3)?,
        reason: row.get(4)?,
        from_name: row.get(5)?,
        from_address: row.get(6)?,
        subject: row.get(7)?,
        snippet: snippet(&row.get::<_, String>(8)?),
        received_at: row.get(9)?,
        matched_by: row.get(10)?,
        contact_id: row.get(11)?,
        contact_name: row.get(12)?,
        outlet: row.get(13)?,
        delivery_id: row.get(14)?,
        release_id: row.get(15)?,
        headline: row.get(16)?,
        handled: row.get(17)?,
        failed_address: row.get(18)?,
        auto_kind: row.get(19)?,
        away_until: row.get(20)?,
        successor: row.get(21)?,
        rsvp_partstat: row.get(22)?,
        attachments: row.get(23)?,
        proposes: row.get(24)?,
        broken: row.get(25)?,
    })
}

fn snippet(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.len() > SNIPPET {
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().take(SNIPPET));
    }
    line
}

/// The row of one response.
pub(super) fn row_of(db: &Reader, id: i64) -> Result<Option<ResponseRow>> {
    db.row(
        &format!("{SELECT} WHERE r.id = :id AND r.deleted_at IS NULL"),
        named_params! {":id": id},
        read_row,
    )
}

/// Rows where `condition` holds, newest first, for other screens.
pub(crate) fn rows_where(db: &Reader, condition: &str, limit: i64) -> Result<Vec<ResponseRow>> {
    db.rows(
        &format!("{SELECT} WHERE r.deleted_at IS NULL AND {condition} ORDER BY r.received_at DESC, r.id DESC LIMIT :limit"),
        named_params! {":limit": limit},
        read_row,
    )
}

/// Lists responses, newest first.
pub fn list(db: &Reader, _ctx: &Ctx, filter: ResponseFilter) -> Result<ResponsePage> {
    let mut conditions = vec!["r.deleted_at IS NULL".to_owned()];
    let mut values: Vec<(&str, Box<dyn ToSql>)> = Vec::new();
    let searched = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if let Some(text) = searched {
        match search::matching(text) {
            Some(words) => {
                conditions.push("r.id IN (SELECT rowid FROM response_search WHERE response_search MATCH :words)".to_owned());
                values.push((":words", Box::new(words)));
            }
            None => conditions.push("1 = 0".to_owned()),
        }
    }
    if let Some(kind) = filter.kind.clone().filter(|kind| !kind.is_empty()) {
        conditions.push("r.kind = :kind".to_owned());
        values.push((":kind", Box::new(kind)));
    }
    for (column, name, id) in [
        ("r.release_id", ":release", filter.release_id),
        ("r.contact_id", ":contact", filter.contact_id),
    ] {
        if let Some(id) = id {
            conditions.push(format!("{column} = {name}"));
            values.push((name, Box::new(id)));
        }
    }
    if let Some(matched) = filter.matched {
        conditions
            .push(if matched { "r.matched_by <> ''" } else { "r.matched_by = ''" }.to_owned());
    }
    if let Some(proposes) = filter.proposes.clone().filter(|word| !word.is_empty()) {
        conditions.push("r.proposes = :proposes".to_owned());
        values.push((":proposes", Box::new(proposes)));
    }
    if let Some(broken) = filter.broken {
        conditions.push("r.broken = :broken".to_owned());
        values.push((":broken", Box::new(broken)));
    }
    if let Some(handled) = filter.handled {
        conditions.push("r.handled = :handled".to_owned());
        values.push((":handled", Box::new(handled)));
    }
    let total = {
        let bound: Vec<(&str, &dyn ToSql)> =
            values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        db.number(
            &format!("SELECT COUNT(*) FROM responses r WHERE {}", conditions.join(" AND ")),
            &bound,
        )?
    };
    if let Some((at, id)) = filter.after.as_deref().and_then(|after| after.rsplit_once('|')) {
        conditions.push("(r.received_at, r.id) < (:at, :id)".to_owned());
        values.push((":at", Box::new(at.to_owned())));
        values.push((":id", Box::new(id.parse::<i64>().unwrap_or(i64::MAX))));
    }
    let limit = filter.limit.unwrap_or(200).clamp(1, 10_000);
    values.push((":limit", Box::new(limit + 1)));
    let bound: Vec<(&str, &dyn ToSql)> =
        values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    let sql = format!(
        "{SELECT} WHERE {} ORDER BY r.received_at DESC, r.id DESC LIMIT :limit",
        conditions.join(" AND ")
    );
    let mut rows = db.rows(&sql, &bound, read_row)?;
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| format!("{}|{}", row.received_at, row.id))
        .unwrap_or_default();
    let counts = counts(db, filter.release_id, filter.contact_id)?;
    Ok(ResponsePage { rows, total, counts, next })
}

/// The numbers for the tabs.
pub(crate) fn counts(
    db: &Reader,
    release_id: Option<i64>,
    contact_id: Option<i64>,
) -> Result<ResponseCounts> {
    let mut counts = ResponseCounts::default();
    let groups = db.rows(
        "SELECT r.kind, r.handled, r.matched_by <> '', COUNT(*)
         FROM responses r
         WHERE r.deleted_at IS NULL
           AND (:release IS NULL OR r.release_id = :release)
           AND (:contact IS NULL OR r.contact_id = :contact)
         GROUP BY 1, 2, 3",
        named_params! {":release": release_id, ":contact": contact_id},
        |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, bool>(1)?,
                row.get::<_, bool>(2)?,
                row.get::<_, i64>(3)?,
            ))
        },
    )?;
    for (kind, handled, matched, number) in groups {
        counts.all += number;
        if !matched && !handled {
            counts.unmatched += number;
        } else if !handled {
            counts.waiting += number;
        }
        *counts.by_kind.entry(kind).or_default() += number;
    }
    Ok(counts)
}
