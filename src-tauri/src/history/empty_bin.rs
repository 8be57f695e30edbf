//! Emptying the bin: what was deleted long enough ago goes for good, once a day by itself or at a
//! person's word. What others still speak of stays: a sent release, an outlet that a contact names,
//! the wish of somebody who must not be contacted.

use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::bin::BINS;
use crate::db::erase::{self, Rule, Taken, Treatment};
use crate::db::{Ctx, Durability, Reader, Writer};
use crate::error::Result;
use crate::job::Job;
use crate::settings;

/// Days in the bin where nobody has chosen.
const USUAL_DAYS: i64 = 30;
const DAYS: &str = "bin_days";
/// The day on which the bin was last emptied by itself.
const EMPTIED_ON: &str = "bin_emptied_on";
/// Things taken in one transaction.
const AT_ONCE: i64 = 200;

/// Rows that are parts of what lies in the bin and go with it.
const PARTS: &[(&str, &[&str])] = &[
    (
        "contacts",
        &[
            "reaches",
            "affiliations",
            "labels",
            "contact_states",
            "custom_values",
            "social_accounts",
            "memberships",
            "interactions",
            "follow_ups",
            "change_suggestions",
            "record_files",
            "recipient_list_members",
            "recipient_list_exclusions",
            "enclosures",
            "duplicate_flags",
        ],
    ),
    (
        "organisations",
        &[
            "reaches",
            "labels",
            "custom_values",
            "social_accounts",
            "interactions",
            "record_files",
            "organisation_duplicates",
        ],
    ),
    ("recipient_lists", &["recipient_list_members", "recipient_list_exclusions"]),
    (
        "releases",
        &[
            "release_files",
            "enclosures",
            "release_translations",
            "release_versions",
            "release_steps",
            "release_comments",
        ],
    ),
    ("custom_fields", &["custom_values"]),
    ("kits", &["kit_items"]),
    ("enquiries", &["enquiry_steps"]),
    (
        "press_events",
        &[
            "event_duties",
            "event_tasks",
            "event_items",
            "event_costs",
            "event_files",
            "event_notes",
            "tour_travellers",
            "event_guests",
            "event_quotas",
            "tour_stops",
            "tour_vehicles",
            "tour_rooms",
        ],
    ),
];

/// Rows that speak of a contact by a number alone and stay as they are.
const RULES: &[Rule] = &[
    ("deliveries", "contact_id", Treatment::Keep),
    ("deliveries", "organisation_id", Treatment::Keep),
    ("deliveries", "group_chat_id", Treatment::Keep),
    ("distribution_exclusions", "contact_id", Treatment::Keep),
    ("distribution_exclusions", "organisation_id", Treatment::Keep),
    ("distribution_exclusions", "group_chat_id", Treatment::Keep),
    ("responses", "contact_id", Treatment::Keep),
    ("enquiries", "contact_id", Treatment::Keep),
    ("coverage", "contact_id", Treatment::Keep),
    // A number that was given once stays in the register.
    ("release_numbers", "release_id", Treatment::Keep),
    ("letter_numbers", "letter_id", Treatment::Keep),
    // A release keeps its own copy of a photo.
    ("release_files", "photo_id", Treatment::Detach),
    // A kit hands out what is there.
    ("kit_items", "release_id", Treatment::Remove),
    ("kit_items", "photo_id", Treatment::Remove),
    ("kit_items", "standing_text_id", Treatment::Remove),
];

/// Of these an empty row stays, since rows that are kept name its number.
const KEPT_AS_NUMBER: &[&str] = &["contacts", "organisations", "releases", "group_chats"];

/// Why something in the bin must stay there, in SQL over `x`.
const STAYS: &[(&str, &str)] = &[
    (
        "contacts",
        "EXISTS (SELECT 1 FROM contact_states s WHERE s.contact_id = x.id AND s.kind = 'do_not_contact' AND s.deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM deliveries d WHERE d.contact_id = x.id AND d.state IN ('queued', 'sending', 'deferred', 'unsure', 'by_hand'))
         OR EXISTS (SELECT 1 FROM merges m WHERE m.kind = 'contact' AND x.id IN (m.survivor_id, m.absorbed_id) AND m.unmerged_at = '' AND m.deleted_at IS NULL)",
    ),
    (
        "organisations",
        "EXISTS (SELECT 1 FROM deliveries d WHERE d.organisation_id = x.id AND d.state IN ('queued', 'sending', 'deferred', 'unsure', 'by_hand'))
         OR EXISTS (SELECT 1 FROM merges m WHERE m.kind = 'organisation' AND x.id IN (m.survivor_id, m.absorbed_id) AND m.unmerged_at = '' AND m.deleted_at IS NULL)",
    ),
    (
        "group_chats",
        "EXISTS (SELECT 1 FROM deliveries d WHERE d.group_chat_id = x.id AND d.state = 'by_hand')",
    ),
];

/// What to empty.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct EmptyOrder {
    /// Everything, however short a time it lies there; else what is older than the days kept.
    pub all: Option<bool>,
}

/// What went.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Emptied {
    /// Things that are gone for good.
    pub items: i64,
    /// Things that stay because something else still speaks of them.
    pub stayed: i64,
    /// Files removed.
    pub files: i64,
}

/// How full the bin is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BinSpace {
    /// Things in it.
    pub items: i64,
    /// Of these, those that lie there longer than the days kept.
    pub due: i64,
    /// Bytes of texts and files.
    pub bytes: i64,
    /// Days after which things go by themselves; 0 = never.
    pub days: i64,
}

fn days(db: &Reader) -> Result<i64> {
    let kept = settings::value(db, DAYS, "")?;
    Ok(kept.parse().ok().filter(|days| *days >= 0).unwrap_or(USUAL_DAYS))
}

/// What lies in the bin of a table, as a condition on `x`. An emptied row has no name any more.
fn in_bin(table: &str, name: &str) -> String {
    format!(
        "x.deleted_at IS NOT NULL AND {name} <> ''
         AND NOT EXISTS (SELECT 1 FROM merges m
                         WHERE m.kind || 's' = '{table}' AND m.absorbed_id = x.id AND m.unmerged_at = '' AND m.deleted_at IS NULL)"
    )
}

/// How much room the bin takes.
pub fn space(db: &Reader, ctx: &Ctx, _: ()) -> Result<BinSpace> {
    let days = days(db)?;
    let until = crate::clock::to_text(ctx.now - chrono::Duration::days(days));
    let mut space = BinSpace { items: 0, due: 0, bytes: 0, days };
    let columns = erase::columns(db)?;
    for (table, name) in BINS {
        let sizes: Vec<String> = columns
            .get(*table)
            .into_iter()
            .flatten()
            .filter_map(|(column, kind)| match (column.as_str(), kind.as_str()) {
                ("size", "INTEGER") => Some("COALESCE(x.size, 0)".to_owned()),
                (column, "TEXT") => Some(format!("COALESCE(LENGTH(x.{column}), 0)")),
                _ => None,
            })
            .collect();
        let found = db.row(
            &format!(
                "SELECT COUNT(*), COALESCE(SUM({}), 0), COUNT(*) FILTER (WHERE x.deleted_at < :until)
                 FROM {table} x WHERE {}",
                sizes.join(" + "),
                in_bin(table, name)
            ),
            named_params! {":until": until},
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)),
        )?;
        let (items, bytes, due) = found.unwrap_or_default();
        space.items += items;
        space.bytes += bytes;
        space.due += if days > 0 { due } else { 0 };
    }
    Ok(space)
}

/// Whether the bin has not been emptied by itself today, and should be.
pub fn is_due(db: &Reader, ctx: &Ctx) -> Result<bool> {
    let today = ctx.now.format("%Y-%m-%d").to_string();
    Ok(days(db)? > 0 && settings::value(db, EMPTIED_ON, "")? != today)
}

/// Empties the bin: one action, which cannot be taken back.
pub fn empty(job: &Job, order: EmptyOrder) -> Result<Emptied> {
    let db = &job.workspace.db;
    let now = job.ctx.now;
    let days = db.read(days)?;
    let all = order.all == Some(true);
    let mut emptied = Emptied::default();
    if !all && days <= 0 {
        return Ok(emptied);
    }
    let back = if all { chrono::Duration::seconds(-1) } else { chrono::Duration::days(days) };
    let until = crate::clock::to_text(now - back);
    let mut action = None;
    for (place, (table, name)) in BINS.iter().enumerate() {
        let mut after = 0;
        loop {
            job.check_cancelled()?;
            job.progress("phase-emptying", count(place), count(BINS.len()));
            let found = db.read(|db| old(db, table, name, &until, after))?;
            let Some(last) = found.last().copied() else { break };
            after = last;
            let free = db.read(|db| free(db, table, found))?;
            emptied.stayed += free.1;
            if free.0.is_empty() {
                continue;
            }
            let work = |db: &Writer| {
                let mut taken = Taken::default();
                for id in &free.0 {
                    taken.add(take(db, table, *id)?);
                }
                Ok((db.action_id()?, taken))
            };
            let (id, taken) = match action {
                None => db.write(&job.ctx, "bin_empty", false, work)?,
                Some(id) => db.write_chunk(&job.ctx, id, work)?,
            };
            action = Some(id);
            emptied.items += count(free.0.len());
            for sha in &taken.files {
                crate::photo::forget_small(job.workspace.folder(), sha);
                let file = job.workspace.files().join(sha);
                emptied.files += i64::from(std::fs::remove_file(file).is_ok());
            }
        }
    }
    if !all {
        db.write_unlogged(Durability::Normal, &["settings"], |db| {
            settings::put(db, EMPTIED_ON, &now.format("%Y-%m-%d").to_string())
        })?;
    }
    log::info!("the bin was emptied: {} gone, {} stay", emptied.items, emptied.stayed);
    Ok(emptied)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn old(db: &Reader, table: &str, name: &str, until: &str, after: i64) -> Result<Vec<i64>> {
    db.rows(
        &format!(
            "SELECT x.id FROM {table} x WHERE {} AND x.deleted_at < :until AND x.id > :after ORDER BY x.id LIMIT {AT_ONCE}",
            in_bin(table, name)
        ),
        named_params! {":until": until, ":after": after},
        |row| row.get(0),
    )
}

/// Those of the rows that nothing else speaks of, and how many stay.
fn free(db: &Reader, table: &str, ids: Vec<i64>) -> Result<(Vec<i64>, i64)> {
    let stays = STAYS.iter().find(|(of, _)| *of == table).map_or("0", |(_, stays)| *stays);
    let mut conditions = vec![format!("({stays})")];
    let columns = erase::columns(db)?;
    for (referrer, column) in erase::references(db, table)? {
        if is_part(table, &referrer)
            || RULES.iter().any(|(kept, by, _)| *kept == referrer && *by == column)
        {
            continue;
        }
        let has_bin = columns
            .get(&referrer)
            .is_some_and(|columns| columns.iter().any(|(name, _)| name == "deleted_at"));
        let living = if has_bin { " AND r.deleted_at IS NULL" } else { "" };
        conditions
            .push(format!("EXISTS (SELECT 1 FROM {referrer} r WHERE r.{column} = x.id{living})"));
    }
    let held = format!("SELECT {} FROM {table} x WHERE x.id = :id", conditions.join(" OR "));
    let (mut free, mut stayed) = (Vec::new(), 0);
    for id in ids {
        if db.number(&held, named_params! {":id": id})? == 1 {
            stayed += 1;
        } else {
            free.push(id);
        }
    }
    Ok((free, stayed))
}

fn is_part(table: &str, referrer: &str) -> bool {
    PARTS.iter().any(|(of, parts)| *of == table && parts.contains(&referrer))
}

fn take(db: &Writer, table: &str, id: i64) -> Result<Taken> {
    if KEPT_AS_NUMBER.contains(&table) {
        return erase::erase(db, table, id, RULES, &[]);
    }
    let mut taken = Taken::default();
    if table == "press_events" {
        // Answers name their event by a number alone, since they may belong to none.
        for answer in erase::referring(db, "event_answers", "event_id", id)? {
            taken.add(erase::remove(db, "event_answers", answer, RULES)?);
        }
    }
    taken.add(erase::remove(db, table, id, RULES)?);
    Ok(taken)
}
