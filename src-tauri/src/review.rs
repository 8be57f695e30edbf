//! Freshness: contacts whose data want a look, with the reasons, worked through one by one. What
//! the mailbox learnt comes first (left the outlet, another outlet's address, a bouncing address),
//! then what has expired, then what nobody has touched for long.

use chrono::Days;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clock;
use crate::contact::{Contact, ContactRow, rows_of};
use crate::db::{Ctx, Reader, Writer};
use crate::duplicate::host;
use crate::error::{Error, Result};
use crate::interaction::Interaction;
use crate::{affiliation, office};

/// Neither verified, changed nor contacted for so long wants a look.
pub const STALE_AFTER_DAYS: u64 = 180;
/// An expiry is told so many days before.
const EXPIRES_SOON_DAYS: u64 = 30;

/// Which part of the queue.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct ReviewFilter {
    /// `left`, `job_change`, `bounce`, `expired`, `stale`; none = all.
    pub reason: Option<String>,
    /// Position of the first.
    pub offset: Option<i64>,
    /// Most rows; none = 50.
    pub limit: Option<i64>,
}

/// Why a contact wants a look.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewReason {
    /// `left`, `job_change`, `bounce`, `expired` or `stale`.
    pub kind: String,
    /// The address, the card, the day, what the person wrote.
    pub detail: String,
    /// Since when or until when, `YYYY-MM-DD` or UTC; may be empty.
    pub at: String,
    /// The response that says so; 0 = none.
    pub response_id: i64,
    /// For a job change: the outlet that the new address belongs to.
    pub outlet: String,
    /// The address of a successor, or the person's own new address.
    pub address: String,
}

/// A contact in the queue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewRow {
    /// The row of the table.
    pub row: ContactRow,
    /// Day on which somebody last made sure; empty = never.
    pub verified_on: String,
    /// Why, the most pressing first.
    pub reasons: Vec<ReviewReason>,
}

/// How many wait for each reason.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ReviewCounts {
    /// Wrote that they have left.
    pub left: i64,
    /// Wrote from an address of another outlet.
    pub job_change: i64,
    /// An address bounces.
    pub bounce: i64,
    /// A card, certificate or file has expired or soon will.
    pub expired: i64,
    /// Untouched for [`STALE_AFTER_DAYS`].
    pub stale: i64,
}

/// One page of the queue.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewPage {
    /// The contacts, the most pressing first.
    pub rows: Vec<ReviewRow>,
    /// Contacts in all of the queue (or of the asked part of it).
    pub total: i64,
    /// For each reason.
    pub counts: ReviewCounts,
}

/// Where a reviewed contact works now: the change of jobs, and the new address.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
pub struct ReviewedJob {
    /// Who.
    pub contact_id: i64,
    /// The new organisation's name, made when missing; empty = only the old one is closed.
    pub organisation: String,
    /// As what.
    pub position: String,
    /// A new address to put first; empty = none.
    pub email: String,
}

/// The day in the office's zone, and the moment before which untouched is stale.
struct Now {
    today: String,
    soon: String,
    stale_before: String,
    stale_day: String,
}

fn now(db: &Reader, ctx: &Ctx) -> Result<Now> {
    let day = ctx.now.with_timezone(&office::zone(db)?).date_naive();
    let stale = ctx.now - Days::new(STALE_AFTER_DAYS);
    Ok(Now {
        today: day.to_string(),
        soon: (day + Days::new(EXPIRES_SOON_DAYS)).to_string(),
        stale_before: clock::to_text(stale),
        stale_day: stale.date_naive().to_string(),
    })
}

/// For each reason the query that gives its contacts. A response counts until the contact was
/// verified after it.
const LEFT: &str = "SELECT r.contact_id AS id FROM responses r JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
     WHERE r.kind = 'auto_reply' AND r.auto_kind = 'left' AND r.deleted_at IS NULL
       AND c.verified_on < substr(r.received_at, 1, 10)
       AND EXISTS (SELECT 1 FROM affiliations a WHERE a.contact_id = c.id AND a.ended_on = '' AND a.deleted_at IS NULL
                   AND substr(a.created_at, 1, 10) <= substr(r.received_at, 1, 10))";
const JOB_CHANGE: &str = "SELECT r.contact_id AS id FROM responses r JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
     WHERE r.kind IN ('reply', 'rsvp') AND r.from_address <> '' AND r.deleted_at IS NULL
       AND c.verified_on < substr(r.received_at, 1, 10)
       AND NOT EXISTS (SELECT 1 FROM reaches x WHERE x.contact_id = c.id AND x.value_key = lower(r.from_address) AND x.deleted_at IS NULL)";
const BOUNCE: &str = "SELECT r.contact_id AS id FROM contact_states s
     JOIN reaches r ON r.value_key = s.address_key AND r.kind = 'email' AND r.deleted_at IS NULL
     JOIN contacts c ON c.id = r.contact_id AND c.deleted_at IS NULL
     WHERE s.kind = 'bad_address' AND s.deleted_at IS NULL AND c.verified_on < substr(s.since, 1, 10)";
const EXPIRED: &str = "SELECT c.id AS id FROM contacts c
     WHERE c.deleted_at IS NULL
       AND ((c.press_card_expires_on <> '' AND c.press_card_expires_on <= :soon)
         OR (c.ukw_expires_on <> '' AND c.ukw_expires_on <= :soon)
         OR EXISTS (SELECT 1 FROM record_files f WHERE f.contact_id = c.id AND f.expires_on <> '' AND f.expires_on <= :soon AND f.deleted_at IS NULL))
       AND (c.verified_on = '' OR c.verified_on < :stale_day)";
const STALE: &str = "SELECT c.id AS id FROM contacts c
     WHERE c.deleted_at IS NULL AND c.updated_at < :stale_before AND c.verified_on < :stale_day
       AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.contact_id = c.id AND i.at >= :stale_before AND i.deleted_at IS NULL)";

const REASONS: &[(&str, &str)] = &[
    ("left", LEFT),
    ("job_change", JOB_CHANGE),
    ("bounce", BOUNCE),
    ("expired", EXPIRED),
    ("stale", STALE),
];

fn params<'a>(now: &'a Now, sql: &str) -> Vec<(&'static str, &'a dyn crate::db::ToSql)> {
    let all: [(&'static str, &dyn crate::db::ToSql); 3] = [
        (":soon", &now.soon),
        (":stale_before", &now.stale_before),
        (":stale_day", &now.stale_day),
    ];
    all.into_iter().filter(|(name, _)| sql.contains(name)).collect()
}

/// How many contacts want a look, by reason.
pub fn counts(db: &Reader, ctx: &Ctx) -> Result<ReviewCounts> {
    let now = now(db, ctx)?;
    let count = |sql: &str| {
        db.number(&format!("SELECT COUNT(DISTINCT id) FROM ({sql})"), &params(&now, sql))
    };
    Ok(ReviewCounts {
        left: count(LEFT)?,
        job_change: count(JOB_CHANGE)?,
        bounce: count(BOUNCE)?,
        expired: count(EXPIRED)?,
        stale: count(STALE)?,
    })
}

/// Contacts without any reason to look at them, and contacts in all.
pub fn fresh_share(db: &Reader, ctx: &Ctx) -> Result<(i64, i64)> {
    let now = now(db, ctx)?;
    let all: Vec<String> =
        REASONS.iter().map(|(_, sql)| format!("SELECT id FROM ({sql})")).collect();
    let sql = format!("SELECT COUNT(*) FROM ({})", all.join(" UNION "));
    let waiting = db.number(&sql, &params(&now, &sql))?;
    let total = db.number("SELECT COUNT(*) FROM contacts WHERE deleted_at IS NULL", &[])?;
    Ok((total - waiting, total))
}

/// Shows the queue.
pub fn list(db: &Reader, ctx: &Ctx, filter: ReviewFilter) -> Result<ReviewPage> {
    let now = now(db, ctx)?;
    let asked = filter.reason.clone().unwrap_or_default();
    if !asked.is_empty() && !REASONS.iter().any(|(reason, _)| *reason == asked) {
        return Err(Error::invalid("reason", "error-wrong-value").arg("field", "reason"));
    }
    let parts: Vec<String> = REASONS
        .iter()
        .enumerate()
        .filter(|(_, (reason, _))| asked.is_empty() || *reason == asked)
        .map(|(rank, (_, sql))| format!("SELECT id, {rank} AS rank FROM ({sql})"))
        .collect();
    let queue =
        format!("SELECT id, MIN(rank) AS rank FROM ({}) GROUP BY id", parts.join(" UNION ALL "));
    let total = db.number(&format!("SELECT COUNT(*) FROM ({queue})"), &params(&now, &queue))?;
    let (limit, offset) =
        (filter.limit.filter(|limit| *limit > 0).unwrap_or(50), filter.offset.unwrap_or(0).max(0));
    let mut with = params(&now, &queue);
    with.push((":limit", &limit));
    with.push((":offset", &offset));
    let ids: Vec<i64> = db.rows(
        &format!("SELECT id FROM ({queue}) ORDER BY rank, id LIMIT :limit OFFSET :offset"),
        &with,
        |row| row.get(0),
    )?;
    let mut rows = Vec::with_capacity(ids.len());
    for row in rows_of(db, ctx, &ids)? {
        let contact: Contact = db.get(row.id)?;
        let reasons = reasons(db, &now, &contact, &row)?;
        rows.push(ReviewRow { verified_on: contact.verified_on, reasons, row });
    }
    Ok(ReviewPage { rows, total, counts: counts(db, ctx)? })
}

/// Why this contact is in the queue, the most pressing first.
fn reasons(
    db: &Reader,
    now: &Now,
    contact: &Contact,
    row: &ContactRow,
) -> Result<Vec<ReviewReason>> {
    let mut found = Vec::new();
    let holds = |sql: &str| -> Result<bool> {
        let mut with = params(now, sql);
        with.push((":contact", &contact.id));
        Ok(db.number(&format!("SELECT COUNT(*) FROM ({sql}) WHERE id = :contact"), &with)? > 0)
    };
    if holds(LEFT)? {
        found.extend(said_left(db, contact.id)?);
    }
    if holds(JOB_CHANGE)? {
        found.extend(wrote_from_elsewhere(db, contact.id)?);
    }
    if holds(BOUNCE)? {
        found.extend(bounces(db, contact.id)?);
    }
    if holds(EXPIRED)? {
        found.extend(expiries(db, now, contact)?);
    }
    if holds(STALE)? {
        let at = row.last_contact_at.get(..10).unwrap_or_default().to_owned();
        found.push(reason("stale", String::new(), at));
    }
    Ok(found)
}

fn reason(kind: &str, detail: String, at: String) -> ReviewReason {
    ReviewReason {
        kind: kind.to_owned(),
        detail,
        at,
        response_id: 0,
        outlet: String::new(),
        address: String::new(),
    }
}

fn said_left(db: &Reader, contact_id: i64) -> Result<Option<ReviewReason>> {
    db.row(
        "SELECT id, new_text, received_at, successor FROM responses
         WHERE contact_id = :contact AND kind = 'auto_reply' AND auto_kind = 'left' AND deleted_at IS NULL
         ORDER BY received_at DESC LIMIT 1",
        named_params! {":contact": contact_id},
        |row| {
            let text: String = row.get(1)?;
            let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            let detail = line.chars().take(160).collect();
            Ok(ReviewReason { response_id: row.get(0)?, address: row.get(3)?, ..reason("left", detail, row.get(2)?) })
        },
    )
}

fn wrote_from_elsewhere(db: &Reader, contact_id: i64) -> Result<Option<ReviewReason>> {
    let found: Option<(i64, String, String)> = db.row(
        "SELECT r.id, lower(r.from_address), r.received_at FROM responses r
         WHERE r.contact_id = :contact AND r.kind IN ('reply', 'rsvp') AND r.from_address <> '' AND r.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM reaches x WHERE x.contact_id = :contact AND x.value_key = lower(r.from_address) AND x.deleted_at IS NULL)
         ORDER BY r.received_at DESC LIMIT 1",
        named_params! {":contact": contact_id},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let Some((response_id, address, at)) = found else { return Ok(None) };
    let outlet = outlet_of(db, &address)?.unwrap_or_default();
    Ok(Some(ReviewReason {
        response_id,
        outlet,
        address: address.clone(),
        ..reason("job_change", address, at)
    }))
}

/// The organisation whose website or newsroom has the address's domain.
fn outlet_of(db: &Reader, address: &str) -> Result<Option<String>> {
    let domain = address.split('@').nth(1).unwrap_or_default();
    if host(domain).is_empty() {
        return Ok(None);
    }
    let by_desk = db.row(
        "SELECT o.name FROM reaches r JOIN organisations o ON o.id = r.organisation_id AND o.deleted_at IS NULL
         WHERE r.kind = 'email' AND r.value_key LIKE :domain AND r.deleted_at IS NULL LIMIT 1",
        named_params! {":domain": format!("%@{domain}")},
        |row| row.get(0),
    )?;
    if by_desk.is_some() {
        return Ok(by_desk);
    }
    let sites: Vec<(String, String)> = db.rows(
        "SELECT name, website FROM organisations WHERE website LIKE :domain AND deleted_at IS NULL LIMIT 20",
        named_params! {":domain": format!("%{domain}%")},
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(sites.into_iter().find(|(_, website)| host(website) == domain).map(|(name, _)| name))
}

fn bounces(db: &Reader, contact_id: i64) -> Result<Vec<ReviewReason>> {
    db.rows(
        "SELECT r.value, s.since, s.response_id FROM contact_states s
         JOIN reaches r ON r.value_key = s.address_key AND r.kind = 'email' AND r.deleted_at IS NULL
         WHERE r.contact_id = :contact AND s.kind = 'bad_address' AND s.deleted_at IS NULL ORDER BY r.rank",
        named_params! {":contact": contact_id},
        |row| {
            let address: String = row.get(0)?;
            Ok(ReviewReason { response_id: row.get(2)?, address: address.clone(), ..reason("bounce", address, row.get(1)?) })
        },
    )
}

fn expiries(db: &Reader, now: &Now, contact: &Contact) -> Result<Vec<ReviewReason>> {
    let mut found = Vec::new();
    for (detail, day) in
        [("press_card", &contact.press_card_expires_on), ("ukw", &contact.ukw_expires_on)]
    {
        if !day.is_empty() && *day <= now.soon {
            found.push(reason("expired", detail.to_owned(), day.clone()));
        }
    }
    found.extend(db.rows(
        "SELECT CASE WHEN title = '' THEN file_name ELSE title END, expires_on FROM record_files
         WHERE contact_id = :contact AND expires_on <> '' AND expires_on <= :soon AND deleted_at IS NULL ORDER BY expires_on",
        named_params! {":contact": contact.id, ":soon": now.soon},
        |row| Ok(reason("expired", row.get(0)?, row.get(1)?)),
    )?);
    Ok(found)
}

/// Notes that somebody has just made sure that these contacts' data are right.
pub fn verify(db: &Writer, ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let today = now(db, ctx)?.today;
    let mut changed = 0;
    for id in ids {
        let mut contact: Contact = db.get(id)?;
        contact.verified_on.clone_from(&today);
        changed += i64::from(db.update(&mut contact)?);
    }
    Ok(changed)
}

/// Closes where a contact works and opens where they work now; a line of it goes into the contact
/// history, and the contact counts as verified.
pub fn change_job(db: &Writer, ctx: &Ctx, job: ReviewedJob) -> Result<i64> {
    let mut contact: Contact = db.get(job.contact_id)?;
    let current = affiliation::of_contact(db, contact.id)?;
    let left: Vec<String> = current
        .into_iter()
        .filter(|there| there.ended_on.is_empty())
        .map(|there| there.organisation)
        .collect();
    let joins = job.organisation.trim().to_owned();
    let change = affiliation::JobChange {
        contact_id: contact.id,
        organisation: joins.clone(),
        position: job.position.trim().to_owned(),
        ..affiliation::JobChange::default()
    };
    affiliation::change(db, ctx, &change)?;
    if !job.email.trim().is_empty() {
        add_email(db, contact.id, &job.email)?;
    }
    contact.verified_on = now(db, ctx)?.today;
    db.update(&mut contact)?;
    db.insert(&mut Interaction {
        contact_id: contact.id,
        kind: "job_change".to_owned(),
        direction: "in".to_owned(),
        at: ctx.now_text(),
        summary: [left.join(", "), joins].join(" → "),
        actor: ctx.actor.clone(),
        ..Interaction::default()
    })?;
    Ok(contact.id)
}

/// Puts an address before the others.
fn add_email(db: &Writer, contact_id: i64, email: &str) -> Result<()> {
    let (value, key) = crate::reach::read("email", email)?;
    let stored = crate::reach::of_contact(db, contact_id)?;
    let lowest = stored.iter().map(|reach| reach.rank).min().unwrap_or(0);
    if let Some(mut known) = stored.into_iter().find(|reach| reach.value_key == key) {
        known.rank = lowest - 1;
        return db.update(&mut known).map(drop);
    }
    let owner = crate::owner::Owner::Contact(contact_id);
    db.insert(&mut crate::reach::new(owner, "email", value, key, lowest - 1)).map(drop)
}
