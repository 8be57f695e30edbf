//! What is due with people: follow-ups, birthdays, cards that expire, and data that nobody may
//! need any more.

use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use crate::db::{Ctx, Reader};
use crate::error::Result;
use crate::follow_up::{self, FollowUpFilter, FollowUpRow};
use crate::settings;

/// A day that matters for a person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Occasion {
    /// `birthday`, `press_card`, `ukw`, `clearance` (of a source) or `file`.
    pub kind: String,
    /// The person; 0 = an organisation's file.
    pub contact_id: i64,
    /// Whose.
    pub name: String,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
    /// What: the file's title.
    pub what: String,
}

/// A contact that nothing happened with for long.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptContact {
    /// The contact.
    pub contact_id: i64,
    /// The name.
    pub name: String,
    /// Where they work.
    pub outlet: String,
}

/// Contacts past the office's own term of keeping.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Retention {
    /// The term in months; 0 = no reminder.
    pub months: i64,
    /// How many, at most [`MOST_COUNTED`].
    pub count: i64,
    /// The first of them.
    pub rows: Vec<KeptContact>,
}

const BIRTHDAY_DAYS: u64 = 7;
const EXPIRY_DAYS: u64 = 60;
const MOST: i64 = 20;
/// Beyond so many a bare number says enough.
pub const MOST_COUNTED: i64 = 1000;

/// Follow-ups due today or before.
pub fn due(db: &Reader, ctx: &Ctx, day: NaiveDate) -> Result<Vec<FollowUpRow>> {
    let filter = FollowUpFilter {
        until: Some(day.to_string()),
        limit: Some(MOST),
        ..FollowUpFilter::default()
    };
    follow_up::list(db, ctx, filter)
}

/// Birthdays of the next days and cards, certificates and files that expire soon.
pub fn occasions(db: &Reader, day: NaiveDate) -> Result<Vec<Occasion>> {
    let mut found = Vec::new();
    for later in 0..BIRTHDAY_DAYS {
        let on = day + Days::new(later);
        let mut keys = vec![on.format("%m-%d").to_string()];
        // Who was born on 29 February has a birthday every year.
        if (on.month(), on.day()) == (2, 28) && !on.leap_year() {
            keys.push("02-29".to_owned());
        }
        for key in keys {
            found.extend(db.rows(
                "SELECT id, name FROM contacts WHERE birthday_key = :key AND birthday_key <> '' AND deleted_at IS NULL ORDER BY name_key LIMIT :most",
                named_params! {":key": key, ":most": MOST},
                |row| {
                    Ok(Occasion { kind: "birthday".to_owned(), contact_id: row.get(0)?, name: row.get(1)?, on: on.to_string(), what: String::new() })
                },
            )?);
        }
    }
    let (from, until) = (day.to_string(), (day + Days::new(EXPIRY_DAYS)).to_string());
    for (kind, column) in [("press_card", "press_card_expires_on"), ("ukw", "ukw_expires_on")] {
        found.extend(db.rows(
            &format!("SELECT id, name, {column} FROM contacts WHERE {column} >= :from AND {column} <= :until AND {column} <> '' AND deleted_at IS NULL ORDER BY {column}, name_key LIMIT :most"),
            named_params! {":from": from, ":until": until, ":most": MOST},
            |row| {
                Ok(Occasion { kind: kind.to_owned(), contact_id: row.get(0)?, name: row.get(1)?, on: row.get(2)?, what: String::new() })
            },
        )?);
    }
    found.extend(db.rows(
        "SELECT id, name, source_cleared_until FROM contacts
         WHERE kind = 'source' AND source_cleared_until >= :from AND source_cleared_until <= :until AND deleted_at IS NULL
         ORDER BY source_cleared_until, name_key LIMIT :most",
        named_params! {":from": from, ":until": until, ":most": MOST},
        |row| {
            Ok(Occasion { kind: "clearance".to_owned(), contact_id: row.get(0)?, name: row.get(1)?, on: row.get(2)?, what: String::new() })
        },
    )?);
    found.extend(db.rows(
        "SELECT COALESCE(f.contact_id, 0), COALESCE(c.name, o.name, ''), f.expires_on, CASE WHEN f.title = '' THEN f.file_name ELSE f.title END
         FROM record_files f
         LEFT JOIN contacts c ON c.id = f.contact_id
         LEFT JOIN organisations o ON o.id = f.organisation_id
         WHERE f.expires_on >= :from AND f.expires_on <= :until AND f.expires_on <> '' AND f.deleted_at IS NULL
           AND COALESCE(c.deleted_at, o.deleted_at) IS NULL
         ORDER BY f.expires_on LIMIT :most",
        named_params! {":from": from, ":until": until, ":most": MOST},
        |row| {
            Ok(Occasion { kind: "file".to_owned(), contact_id: row.get(0)?, name: row.get(1)?, on: row.get(2)?, what: row.get(3)? })
        },
    )?);
    found.sort_by(|a, b| a.on.cmp(&b.on));
    Ok(found)
}

/// Who is past the term: neither contacted, changed nor verified since.
pub fn retention(db: &Reader, ctx: &Ctx, _: ()) -> Result<Retention> {
    let months: i64 = settings::value(db, "retention_months", "0")?.parse().unwrap_or(0);
    let mut kept = Retention { months, count: 0, rows: Vec::new() };
    let Some(before) = u32::try_from(months)
        .ok()
        .filter(|months| *months > 0)
        .and_then(|months| ctx.now.checked_sub_months(Months::new(months)))
    else {
        return Ok(kept);
    };
    let before = crate::clock::to_text(before);
    const PAST: &str = "c.deleted_at IS NULL AND c.last_contact_at < :before AND c.updated_at < :before AND c.created_at < :before
        AND c.verified_on < substr(:before, 1, 10) AND c.next_step_on = ''";
    kept.count = db.number(
        &format!("SELECT COUNT(*) FROM (SELECT 1 FROM contacts c WHERE {PAST} LIMIT :most)"),
        named_params! {":before": before, ":most": MOST_COUNTED},
    )?;
    kept.rows = db.rows(
        &format!(
            "SELECT c.id, c.name, COALESCE((SELECT o.name FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
                                            WHERE a.contact_id = c.id AND a.deleted_at IS NULL ORDER BY a.ended_on <> '', a.id DESC LIMIT 1), '')
             FROM contacts c WHERE {PAST} LIMIT :most"
        ),
        named_params! {":before": before, ":most": 100},
        |row| Ok(KeptContact { contact_id: row.get(0)?, name: row.get(1)?, outlet: row.get(2)? }),
    )?;
    Ok(kept)
}
