//! The register of official numbers: given at approval by the office's own pattern, never twice.
//! A number in the bin is void; it stays listed.

use rusqlite::named_params;
use serde::Serialize;
use ts_rs::TS;

use super::lifecycle::Standing;
use crate::db::{Ctx, Reader, Writer};
use crate::error::Result;
use crate::office::{self, Office};
use crate::record;
use crate::register::{self, Numbering, Paper, Place};

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

/// How the office numbers its releases.
fn numbering(office: &Office) -> Numbering<'_> {
    Numbering {
        kind: "",
        pattern: &office.number_pattern,
        from: office.number_from,
        from_year: office.number_from_year,
    }
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
    let Place { series, sequence, number } = register::next(
        db,
        &numbering(&office),
        Paper::Release(release.id),
        register::today(&office, ctx),
    )?;
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
pub fn list(db: &Reader, ctx: &Ctx, _: ()) -> Result<NumberRegister> {
    let office = office::find(db)?.unwrap_or_default();
    let day = register::today(&office, ctx);
    let next = register::next(db, &numbering(&office), Paper::Release(0), day)
        .map_or_else(|_| String::new(), |place| place.number);
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
