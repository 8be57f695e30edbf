//! The register of official numbers: given at approval by the office's own pattern, never twice.
//! A number in the bin is void; it stays listed.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::lifecycle::Standing;
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::number_pattern::NumberPattern;
use crate::office::{self, Office};
use crate::record;
use chrono::{Datelike, NaiveDate};

record! {
    /// A number that was given.
    ReleaseNumber in "release_numbers" {
        /// The release that got it.
        release_id: i64,
        /// The year that counts, 0 = a pattern without one.
        series: i64,
        /// Its place in the series, from 1.
        sequence: i64,
        /// As it stands on the release.
        number: String,
        /// The release's headline then.
        headline: String,
        /// Who gave it.
        actor: String,
        /// When, UTC.
        at: String,
    }
}

/// A line of the register.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberRow {
    /// As it stands on the release.
    pub number: String,
    /// The release that got it.
    pub release_id: i64,
    /// The release's headline then.
    pub headline: String,
    /// Who gave it.
    pub actor: String,
    /// When it was given, UTC.
    pub at: String,
    /// Since when it is void, UTC; empty = it stands.
    pub void_at: String,
}

/// The register, and what comes next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberRegister {
    /// The office's pattern; empty = numbers are written by hand.
    pub pattern: String,
    /// The number that the next approval gives; empty without a pattern.
    pub next: String,
    /// Every number that was given, the newest first, void ones too.
    pub rows: Vec<NumberRow>,
}

fn today(office: &Office, ctx: &Ctx) -> NaiveDate {
    let zone: chrono_tz::Tz = office.zone.parse().unwrap_or(chrono_tz::Asia::Jakarta);
    ctx.now.with_timezone(&zone).date_naive()
}

/// The next free place in the series of a pattern, and the number there.
fn next(
    db: &Reader,
    pattern: &NumberPattern,
    office: &Office,
    day: NaiveDate,
    release_id: i64,
) -> Result<(i64, i64, String)> {
    let year = i64::from(day.year());
    let series = if pattern.counts_by_year() { year } else { 0 };
    // Void ones count: what was given once is never given again.
    let highest = db.number(
        "SELECT COALESCE(MAX(sequence), 0) FROM release_numbers WHERE series = :series",
        named_params! {":series": series},
    )?;
    let begins_here = series == 0 || office.number_from_year == year;
    let first = if begins_here { office.number_from.max(1) } else { 1 };
    let mut sequence = first.max(highest + 1);
    loop {
        let number = pattern.write(sequence, day);
        if !is_taken(db, &number, release_id)? {
            return Ok((series, sequence, number));
        }
        sequence += 1;
    }
}

/// Whether a number was given before, or stands on another release by hand, in the bin too.
fn is_taken(db: &Reader, number: &str, release_id: i64) -> Result<bool> {
    Ok(db.number(
        "SELECT EXISTS (SELECT 1 FROM release_numbers n WHERE n.number = :number)
             OR EXISTS (SELECT 1 FROM releases r WHERE r.number = :number AND r.id <> :release)",
        named_params! {":number": number, ":release": release_id},
    )? == 1)
}

/// Gives a release its number by the office's pattern; the one it had, where it was taken off it;
/// none where there is no pattern. Safe against
/// two approvals at once: the transaction is the only one that writes.
pub(super) fn give(db: &Writer, ctx: &Ctx, release: &Standing) -> Result<Option<String>> {
    let office = office::find(db)?.unwrap_or_default();
    if office.number_pattern.trim().is_empty() {
        return Ok(None);
    }
    let standing: Option<String> = db.row(
        "SELECT number FROM release_numbers WHERE release_id = :release AND deleted_at IS NULL ORDER BY id DESC LIMIT 1",
        named_params! {":release": release.id},
        |row| row.get(0),
    )?;
    if standing.is_some() {
        return Ok(standing);
    }
    let pattern = NumberPattern::parse(&office.number_pattern)?;
    let (series, sequence, number) = next(db, &pattern, &office, today(&office, ctx), release.id)?;
    let mut given = ReleaseNumber {
        release_id: release.id,
        series,
        sequence,
        number: number.clone(),
        headline: release.headline.clone(),
        actor: ctx.actor.clone(),
        at: ctx.now_text(),
        ..ReleaseNumber::default()
    };
    db.insert(&mut given)?;
    Ok(Some(number))
}

/// Refuses a number written by hand that belongs to another release.
pub(super) fn check_own(db: &Reader, release_id: i64, number: &str) -> Result<()> {
    if number.trim().is_empty() {
        return Ok(());
    }
    let other: Option<String> = db.row(
        "SELECT headline
         FROM (SELECT n.headline, n.id FROM release_numbers n WHERE n.number = :number AND n.release_id <> :release
               UNION ALL
               SELECT r.headline, r.id FROM releases r WHERE r.number = :number AND r.id <> :release)
         LIMIT 1",
        named_params! {":number": number.trim(), ":release": release_id},
        |row| row.get(0),
    )?;
    match other {
        Some(headline) => Err(Error::invalid("number", "release-number-taken")
            .arg("number", number)
            .arg("headline", headline)),
        None => Ok(()),
    }
}

/// Makes the numbers of a release void: they stay listed and are not given again.
pub(super) fn void(db: &Writer, release_id: i64) -> Result<()> {
    let given: Vec<ReleaseNumber> =
        db.all("release_id = :release", named_params! {":release": release_id})?;
    for number in given {
        db.delete::<ReleaseNumber>(number.id)?;
    }
    Ok(())
}

/// The register.
pub fn register(db: &Reader, ctx: &Ctx, _: ()) -> Result<NumberRegister> {
    let office = office::find(db)?.unwrap_or_default();
    let next = match NumberPattern::parse(&office.number_pattern) {
        Ok(pattern) => next(db, &pattern, &office, today(&office, ctx), 0)?.2,
        Err(_) => String::new(),
    };
    let rows = db.rows(
        "SELECT n.number, n.release_id, n.headline, n.actor, n.at, COALESCE(n.deleted_at, '')
         FROM release_numbers n
         ORDER BY n.id DESC",
        &[],
        |row| {
            Ok(NumberRow {
                number: row.get(0)?,
                release_id: row.get(1)?,
                headline: row.get(2)?,
                actor: row.get(3)?,
                at: row.get(4)?,
                void_at: row.get(5)?,
            })
        },
    )?;
    Ok(NumberRegister { pattern: office.number_pattern, next, rows })
}
