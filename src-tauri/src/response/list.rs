//! The table of responses: filters, search, counts for the tabs.

use std::collections::BTreeMap;

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::search::{self, Among};
use super::work;
use crate::db::{Ctx, Reader, Row, ToSql};
use crate::error::{Error, Result};

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
    /// `new`, `assigned`, `waiting` or `done`; `open` = new or assigned.
    pub state: Option<String>,
    /// Only those of whoever is at work (true), or only those of colleagues (false).
    pub mine: Option<bool>,
    /// Those of the conversation of this response.
    pub thread_of: Option<i64>,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// Most rows; none = 200.
    pub limit: Option<i64>,
    /// Only the rows: the numbers take longer, and somebody who types waits for rows. `total` is
    /// then 0, and `counts` are empty.
    pub without_counts: Option<bool>,
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
    /// `new`, `assigned`, `waiting` or `done`.
    pub state: String,
    /// The member of the staff who has it; 0 = nobody.
    pub owner_id: i64,
    /// Their name, or empty.
    pub owner: String,
    /// The day on which it comes back, or empty.
    pub snoozed_until: String,
    /// Whom or what it waits for, or empty.
    pub waiting_for: String,
    /// The first response of its conversation; its own id where it is the first.
    pub thread_id: i64,
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
    /// Nobody has taken them up.
    pub new: i64,
    /// Of whoever is at work, and not put off.
    pub mine: i64,
    /// Of colleagues, and not put off.
    pub others: i64,
    /// Put off until a day or for somebody.
    pub snoozed: i64,
    /// Done.
    pub done: i64,
    /// What whoever is at work should look at: new ones of nobody, and their own.
    pub for_me: i64,
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

const COLUMNS: &str = "SELECT r.id, r.version, r.kind, r.permanent, r.reason, r.from_name, r.from_address, r.subject, r.new_text,
            r.received_at, r.matched_by, COALESCE(r.contact_id, 0), COALESCE(c.name, ''),
            COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id AND o.deleted_at IS NULL
                      WHERE a.contact_id = r.contact_id AND a.ended_on = '' AND a.deleted_at IS NULL
                      ORDER BY a.id LIMIT 1), ''),
            r.delivery_id, r.release_id, COALESCE(l.headline, ''), r.handled, r.failed_address, r.auto_kind, r.away_until,
            r.successor, r.rsvp_partstat, r.attachments, r.proposes, r.broken,
            r.owner_id, COALESCE(w.name, ''), r.snoozed_until, r.waiting_for,
            CASE r.thread_id WHEN 0 THEN r.id ELSE r.thread_id END";
const TABLES: &str = "FROM responses r
     LEFT JOIN contacts c ON c.id = r.contact_id
     LEFT JOIN releases l ON l.id = r.release_id
     LEFT JOIN staff w ON w.id = r.owner_id";

/// The rows; `:today` is the office's day.
fn select() -> String {
    format!("{COLUMNS}, {} {TABLES}", work::state_sql())
}

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
        owner_id: row.get(26)?,
        owner: row.get(27)?,
        snoozed_until: row.get(28)?,
        waiting_for: row.get(29)?,
        thread_id: row.get(30)?,
        state: row.get(31)?,
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
pub(super) fn row_of(db: &Reader, ctx: &Ctx, id: i64) -> Result<Option<ResponseRow>> {
    db.row(
        &format!("{} WHERE r.id = :id AND r.deleted_at IS NULL", select()),
        named_params! {":id": id, ":today": work::today(db, ctx)?},
        read_row,
    )
}

/// Rows where `condition` holds and that are not put off, newest first, for other screens.
pub(crate) fn rows_where(
    db: &Reader,
    ctx: &Ctx,
    condition: &str,
    limit: i64,
) -> Result<Vec<ResponseRow>> {
    db.rows(
        &format!(
            "{} WHERE r.deleted_at IS NULL AND {condition} AND NOT {} ORDER BY r.received_at DESC, r.id DESC LIMIT :limit",
            select(),
            work::WAITS
        ),
        named_params! {":limit": limit, ":today": work::today(db, ctx)?},
        read_row,
    )
}

/// Lists responses, newest first.
pub fn list(db: &Reader, ctx: &Ctx, filter: ResponseFilter) -> Result<ResponsePage> {
    let searched = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let sought = searched.map(|text| search::matching(db, text)).transpose()?;
    let mut asked = Asked::of(db, ctx, &filter)?;
    // A text without a word finds nothing.
    if matches!(sought, Some(None)) {
        asked.conditions.push("1 = 0".to_owned());
    }
    let sought = sought.flatten();
    let (total, counts) = if filter.without_counts == Some(true) {
        (0, ResponseCounts::default())
    } else {
        let counts = counts(db, ctx, filter.release_id, filter.contact_id)?;
        (asked.count(db, sought.as_deref())?, counts)
    };
    if let Some((at, id)) = filter.after.as_deref().and_then(|after| after.rsplit_once('|')) {
        asked.conditions.push("(r.received_at, r.id) < (:at, :id)".to_owned());
        asked.values.push((":at", Box::new(at.to_owned())));
        asked.values.push((":id", Box::new(id.parse::<i64>().unwrap_or(i64::MAX))));
    }
    let limit = filter.limit.unwrap_or(200).clamp(1, 10_000);
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut rows = match sought.as_deref() {
        Some(words) => {
            let ids = search::newest(db, words, &asked.among(), size + 1)?;
            rows_of(db, &asked.day, &ids)?
        }
        None => asked.rows(db, limit + 1)?,
    };
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| format!("{}|{}", row.received_at, row.id))
        .unwrap_or_default();
    Ok(ResponsePage { rows, total, counts, next })
}

/// The rows of these responses, newest first.
fn rows_of(db: &Reader, day: &str, ids: &[i64]) -> Result<Vec<ResponseRow>> {
    db.rows(
        &format!(
            "{} WHERE r.id IN (SELECT value FROM json_each(:ids)) ORDER BY r.received_at DESC, r.id DESC",
            select()
        ),
        named_params! {":ids": serde_json::to_string(ids)?, ":today": day},
        read_row,
    )
}

/// What a filter asks for, but for the words: conditions on a response `r`, and their values.
struct Asked {
    conditions: Vec<String>,
    values: Vec<(&'static str, Box<dyn ToSql>)>,
    day: String,
    uses_day: bool,
}

impl Asked {
    fn of(db: &Reader, ctx: &Ctx, filter: &ResponseFilter) -> Result<Self> {
        let mut conditions = vec!["r.deleted_at IS NULL".to_owned()];
        let mut values: Vec<(&'static str, Box<dyn ToSql>)> = Vec::new();
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
        let mut uses_day = false;
        if let Some(state) = filter.state.as_deref().filter(|word| !word.is_empty()) {
            let condition = work::condition_of(state).ok_or_else(|| {
                Error::invalid("state", "error-wrong-value").arg("field", "state")
            })?;
            uses_day = condition.contains(":today");
            conditions.push(condition);
        }
        if let Some(mine) = filter.mine {
            conditions.push(
                if mine { "r.owner_id = :me AND :me <> 0" } else { "r.owner_id NOT IN (0, :me)" }
                    .to_owned(),
            );
            values.push((":me", Box::new(work::me(db, ctx)?)));
        }
        if let Some(id) = filter.thread_of {
            conditions
                .push("(r.id = :root OR (r.thread_id = :root AND r.thread_id <> 0))".to_owned());
            let root = db.row(
                "SELECT CASE thread_id WHEN 0 THEN id ELSE thread_id END FROM responses WHERE id = :id",
                named_params! {":id": id},
                |row| row.get::<_, i64>(0),
            )?;
            values.push((":root", Box::new(root.unwrap_or(id))));
        }
        Ok(Self { conditions, values, day: work::today(db, ctx)?, uses_day })
    }

    fn among(&self) -> Among<'_> {
        let mut values: Vec<(&str, &dyn ToSql)> =
            self.values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        if self.uses_day {
            values.push((":today", &self.day));
        }
        Among { conditions: self.conditions.join(" AND "), values }
    }

    /// How many there are.
    fn count(&self, db: &Reader, words: Option<&str>) -> Result<i64> {
        // The index holds no response that is in the bin.
        if let Some(words) = words
            && self.conditions.len() == 1
        {
            return search::count(db, words);
        }
        let mut among = self.among();
        if let Some(words) = &words {
            among.conditions += " AND r.id IN (SELECT rowid FROM response_search WHERE response_search MATCH :words)";
            among.values.push((":words", words));
        }
        let sql = format!("SELECT COUNT(*) FROM responses r WHERE {}", among.conditions);
        db.number(&sql, &among.values)
    }

    /// The newest of them.
    fn rows(&self, db: &Reader, limit: i64) -> Result<Vec<ResponseRow>> {
        let mut values: Vec<(&str, &dyn ToSql)> =
            self.values.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        values.push((":today", &self.day));
        values.push((":limit", &limit));
        let sql = format!(
            "{} WHERE {} ORDER BY r.received_at DESC, r.id DESC LIMIT :limit",
            select(),
            self.conditions.join(" AND ")
        );
        db.rows(&sql, &values, read_row)
    }
}

/// The numbers for the tabs.
pub(crate) fn counts(
    db: &Reader,
    ctx: &Ctx,
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
        counts.done += if handled { number } else { 0 };
        *counts.by_kind.entry(kind).or_default() += number;
    }
    count_open(db, ctx, release_id, contact_id, &mut counts)?;
    Ok(counts)
}

/// Whose the responses are that are not done; they are few among all.
fn count_open(
    db: &Reader,
    ctx: &Ctx,
    release_id: Option<i64>,
    contact_id: Option<i64>,
    counts: &mut ResponseCounts,
) -> Result<()> {
    let me = work::me(db, ctx)?;
    let groups = db.rows(
        &format!(
            "SELECT {}, r.owner_id, COUNT(*)
             FROM responses r
             WHERE r.handled = 0 AND r.deleted_at IS NULL
               AND (:release IS NULL OR r.release_id = :release)
               AND (:contact IS NULL OR r.contact_id = :contact)
             GROUP BY 1, 2",
            work::state_sql()
        ),
        named_params! {":release": release_id, ":contact": contact_id, ":today": work::today(db, ctx)?},
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)),
    )?;
    for (state, owner, number) in groups {
        if state == "waiting" {
            counts.snoozed += number;
            continue;
        }
        counts.new += if state == "new" { number } else { 0 };
        match owner {
            0 => counts.for_me += number,
            owner if owner == me => {
                counts.mine += number;
                counts.for_me += number;
            }
            _ => counts.others += number,
        }
    }
    Ok(())
}
