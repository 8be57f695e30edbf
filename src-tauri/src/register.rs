//! The registers of official numbers, of releases and of letters: a number is given by the office's
//! own pattern, never twice over both. One that is void stays listed and is not given again.

use chrono::NaiveDate;
use rusqlite::named_params;

use chrono::Datelike;

use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::format::number_pattern::NumberPattern;
use crate::office::Office;

/// What a number is for; 0 = nothing yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// This release.
    Release(i64),
    /// This letter.
    Letter(i64),
}

/// How the office numbers one kind of paper.
#[derive(Debug, Clone, Default)]
pub struct Numbering<'a> {
    /// The kind of letter; empty = releases. Each counts for itself.
    pub kind: &'a str,
    /// The pattern (`format::number_pattern`).
    pub pattern: &'a str,
    /// The first number that Warta gives in `from_year`.
    pub from: i64,
    /// The year that `from` is for.
    pub from_year: i64,
}

/// A number and its place in a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The year that counts, 0 = a pattern without one.
    pub series: i64,
    /// From 1.
    pub sequence: i64,
    /// As it stands on the paper.
    pub number: String,
}

/// Today where the office is.
pub fn today(office: &Office, ctx: &Ctx) -> NaiveDate {
    let zone: chrono_tz::Tz = office.zone.parse().unwrap_or(chrono_tz::Asia::Jakarta);
    ctx.now.with_timezone(&zone).date_naive()
}

/// The next free place. Safe against two at once within a transaction that writes: it is the only
/// one.
pub fn next(db: &Reader, numbering: &Numbering, paper: Paper, day: NaiveDate) -> Result<Place> {
    let pattern = NumberPattern::parse(numbering.pattern)?;
    let year = i64::from(day.year());
    let series = if pattern.counts_by_year() { year } else { 0 };
    // Void ones count: what was given once is never given again.
    let highest = db.number(
        "SELECT COALESCE(MAX(n.sequence), 0)
         FROM (SELECT '' AS kind, series, sequence FROM release_numbers
               UNION ALL
               SELECT kind, series, sequence FROM letter_numbers) n
         WHERE n.kind = :kind AND n.series = :series",
        named_params! {":kind": numbering.kind, ":series": series},
    )?;
    let begins_here = series == 0 || numbering.from_year == year;
    let first = if begins_here { numbering.from.max(1) } else { 1 };
    let mut sequence = first.max(highest + 1);
    loop {
        let number = pattern.write(sequence, day);
        if owner(db, &number, paper, true)?.is_none() {
            return Ok(Place { series, sequence, number });
        }
        sequence += 1;
    }
}

/// Refuses a number written by hand that belongs to another paper.
pub fn check_own(db: &Reader, number: &str, paper: Paper) -> Result<()> {
    if number.trim().is_empty() {
        return Ok(());
    }
    match owner(db, number.trim(), paper, false)? {
        Some(title) => Err(Error::invalid("number", "release-number-taken")
            .arg("number", number)
            .arg("headline", title)),
        None => Ok(()),
    }
}

/// What another paper with this number is called, in the bin too. `given` = a number that was given
/// to this very paper counts as well: it was made void since.
fn owner(db: &Reader, number: &str, paper: Paper, given: bool) -> Result<Option<String>> {
    let (release, letter) = match paper {
        Paper::Release(id) => (id, 0),
        Paper::Letter(id) => (0, id),
    };
    db.row(
        "SELECT title
         FROM (SELECT n.headline AS title FROM release_numbers n WHERE n.number = :number AND (:given OR n.release_id <> :release)
               UNION ALL
               SELECT r.headline FROM releases r WHERE r.number = :number AND r.id <> :release
               UNION ALL
               SELECT n.subject FROM letter_numbers n WHERE n.number = :number AND (:given OR n.letter_id <> :letter)
               UNION ALL
               SELECT l.subject FROM letters l WHERE l.number = :number AND l.id <> :letter) t
         LIMIT 1",
        named_params! {":number": number, ":release": release, ":letter": letter, ":given": given},
        |row| row.get(0),
    )
}
