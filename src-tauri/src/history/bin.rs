//! The bin, and how long the images of changes are kept.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Durability, Reader, Writer, changes};
use crate::error::{Error, Result};
use crate::job::Job;
use crate::owner::Owner;
use crate::{enquiry, settings};

/// A noun that can be taken out of the bin: its table and what its rows are called.
pub(super) const BINS: &[(&str, &str)] = &[
    ("contacts", "x.name"),
    ("organisations", "x.name"),
    ("recipient_lists", "x.name"),
    ("releases", "x.headline"),
    ("letters", "CASE x.subject WHEN '' THEN '(' || x.kind || ')' ELSE x.subject END"),
    ("letter_templates", "x.name"),
    ("photos", "CASE x.caption WHEN '' THEN x.file_name ELSE x.caption END"),
    ("enquiries", "CASE x.subject WHEN '' THEN '#' || x.id ELSE x.subject END"),
    ("coverage", "x.title"),
    ("press_events", "x.title"),
    ("event_templates", "x.name"),
    ("event_notes", "x.text"),
    ("calendar_entries", "x.title"),
    ("holidays", "x.day || ' ' || x.name"),
    ("statements", "CASE x.topic WHEN '' THEN substr(x.text, 1, 80) ELSE x.topic END"),
    ("standing_texts", "x.name"),
    ("snippets", "x.name"),
    ("release_templates", "x.name"),
    ("kits", "x.name"),
    ("staff", "x.name"),
    ("programmes", "x.name"),
    ("programme_posts", "CASE x.url WHEN '' THEN x.theme || ' ' || x.posted_on ELSE x.url END"),
    (
        "quotes",
        "COALESCE((SELECT c.name FROM contacts c WHERE c.id = x.contact_id AND c.name <> ''), '') || ', ' || x.quoted_on",
    ),
    ("follow_ups", "x.what"),
    (
        "interactions",
        "COALESCE((SELECT c.name FROM contacts c WHERE c.id = x.contact_id), '') || ': ' || x.summary",
    ),
    ("custom_fields", "x.name"),
    ("record_files", "x.file_name"),
    ("release_files", "x.file_name"),
    ("enclosures", "CASE x.file_name WHEN '' THEN x.link ELSE x.file_name END"),
    ("release_translations", "x.headline"),
    ("group_chats", "x.name"),
];

/// Something in the bin.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BinRow {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// When it was deleted, UTC.
    pub deleted_at: String,
    /// Who deleted it; empty = the mailbox, or an import that was taken back.
    pub actor: String,
}

/// Which kind of things in the bin.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct BinFilter {
    /// Only of this table.
    pub table: Option<String>,
    /// Most of each kind; none = 100.
    pub limit: Option<i64>,
}

/// Something to take out of the bin.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BinItem {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: i64,
}

/// How much the images of changes hold.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistorySpace {
    /// Actions in the trail.
    pub actions: i64,
    /// Changes whose images are kept.
    pub images: i64,
    /// Bytes that these take.
    pub bytes: i64,
    /// The oldest of them, UTC, or empty.
    pub since: String,
    /// Days for which they are kept; 0 = for good.
    pub keep_days: i64,
}

/// What pruning removed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Pruned {
    /// Actions that can no longer be taken back.
    pub actions: i64,
    /// Bytes of images removed.
    pub bytes: i64,
}

const ACTIONS_AT_ONCE: i64 = 500;

/// What is in the bin, the last deleted first. Whoever was merged into another is no rubbish: the
/// list of merges has them.
pub fn list(db: &Reader, _ctx: &Ctx, filter: BinFilter) -> Result<Vec<BinRow>> {
    let limit = filter.limit.filter(|limit| *limit > 0).unwrap_or(100);
    let mut all = Vec::new();
    for (table, name) in
        BINS.iter().filter(|(table, _)| filter.table.as_deref().is_none_or(|only| only == *table))
    {
        let mut rows = db.rows(
            &format!(
                "SELECT x.id, {name}, x.deleted_at,
                        COALESCE((SELECT a.actor FROM changes c JOIN actions a ON a.id = c.action_id
                                  WHERE c.table_name = '{table}' AND c.row_id = x.id ORDER BY c.id DESC LIMIT 1), '')
                 FROM {table} x
                 WHERE x.deleted_at IS NOT NULL AND {name} <> ''
                   AND NOT EXISTS (SELECT 1 FROM merges m
                                   WHERE m.kind || 's' = '{table}' AND m.absorbed_id = x.id AND m.unmerged_at = '' AND m.deleted_at IS NULL)
                 ORDER BY x.deleted_at DESC, x.id DESC
                 LIMIT :limit"
            ),
            named_params! {":limit": limit},
            |row| {
                Ok(BinRow {
                    table: (*table).to_owned(),
                    id: row.get(0)?,
                    name: row.get(1)?,
                    deleted_at: row.get(2)?,
                    actor: row.get(3)?,
                })
            },
        )?;
        all.append(&mut rows);
    }
    all.sort_by(|a, b| b.deleted_at.cmp(&a.deleted_at));
    Ok(all)
}

/// Takes things out of the bin; how many were in it.
pub fn restore(db: &Writer, _ctx: &Ctx, items: Vec<BinItem>) -> Result<i64> {
    let mut restored = 0;
    for item in items {
        let Some(&(table, name)) = BINS.iter().find(|(table, _)| *table == item.table) else {
            return Err(Error::invalid("table", "error-wrong-value").arg("field", "table"));
        };
        // An erased person is a number in the bin, and stays there.
        let is_there = db.number(
            &format!("SELECT COUNT(*) FROM {table} x WHERE x.id = :id AND {name} <> ''"),
            named_params! {":id": item.id},
        )?;
        if is_there == 1 {
            restored += i64::from(match table {
                "contacts" => Owner::Contact(item.id).restore(db)?,
                "organisations" => Owner::Organisation(item.id).restore(db)?,
                "enquiries" => {
                    let was = db.restore_row(table, item.id)?;
                    enquiry::told_again(db, item.id)?;
                    was
                }
                _ => db.restore_row(table, item.id)?,
            });
        }
    }
    Ok(restored)
}

fn keep_days(db: &Reader) -> Result<i64> {
    Ok(settings::value(db, "history_days", "0")?.parse().unwrap_or(0))
}

/// How much room the images take.
pub fn space(db: &Reader, _ctx: &Ctx, _: ()) -> Result<HistorySpace> {
    let (images, bytes, first): (i64, i64, i64) = db
        .row(
            "SELECT COUNT(*), COALESCE(SUM(LENGTH(COALESCE(before, '')) + LENGTH(after)), 0), COALESCE(MIN(action_id), 0)
             FROM changes WHERE scope = 'row'",
            &[],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?
        .unwrap_or_default();
    let since =
        db.row("SELECT at FROM actions WHERE id = :id", named_params! {":id": first}, |row| {
            row.get(0)
        })?;
    Ok(HistorySpace {
        actions: db.number("SELECT COUNT(*) FROM actions", &[])?,
        images,
        bytes,
        since: since.unwrap_or_default(),
        keep_days: keep_days(db)?,
    })
}

/// Empties images older than the days that the settings keep; who did what and when stays.
pub fn prune(job: &Job, _: ()) -> Result<Pruned> {
    let db = &job.workspace.db;
    let days = db.read(keep_days)?;
    let mut pruned = Pruned { actions: 0, bytes: 0 };
    if days <= 0 {
        return Ok(pruned);
    }
    let until = crate::clock::to_text(job.ctx.now - chrono::Duration::days(days));
    let (mut from, last) = db.read(|db| {
        let done: i64 = settings::value(db, "history_forgotten", "0")?.parse().unwrap_or(0);
        let last = db.number(
            "SELECT COALESCE(MAX(id), 0) FROM actions WHERE at < :until",
            named_params! {":until": until},
        )?;
        Ok((done, last))
    })?;
    while from < last {
        job.check_cancelled()?;
        let to = (from + ACTIONS_AT_ONCE).min(last);
        let (actions, bytes) =
            db.write_unlogged(Durability::Normal, &["actions", "changes"], |db| {
                settings::put(db, "history_forgotten", &to.to_string())?;
                changes::forget(db, from, to)
            })?;
        pruned.actions += actions;
        pruned.bytes += bytes;
        from = to;
        job.progress("phase-pruning", from, last);
    }
    Ok(pruned)
}
