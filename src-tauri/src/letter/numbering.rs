//! How letters are numbered, each kind by a pattern of its own, and the register of what was given.

use chrono::Datelike;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Letter, LetterKind};
use crate::db::{Ctx, Reader, Writer};
use crate::error::{Error, Result};
use crate::format::number_pattern::NumberPattern;
use crate::register::{self as numbers, Numbering, Paper, Place};
use crate::{office, record};

record! {
    /// How letters of a kind are numbered.
    LetterNumbering in "letter_numberings" {
        /// The kind.
        kind: LetterKind,
        /// The pattern (`format::number_pattern`); empty = numbers are written by hand.
        pattern: String,
        /// The first number that Warta gives in `number_from_year`, from 1.
        number_from: i64,
        /// The year that `number_from` is for; set with it.
        number_from_year: i64,
    }
}

record! {
    /// A number that a letter got.
    LetterNumber in "letter_numbers" {
        /// The letter.
        letter_id: i64,
        /// What it is.
        kind: LetterKind,
        /// The year that counts, 0 = a pattern without one.
        series: i64,
        /// Its place in the series, from 1; 0 = written by hand.
        sequence: i64,
        /// As it stands on the letter.
        number: String,
        /// What the letter is about.
        subject: String,
        /// Who issued it.
        actor: String,
        /// When, UTC.
        at: String,
    }
}

/// How letters of a kind are numbered, as a person sets it.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(optional_fields)]
pub struct NumberingPatch {
    /// The kind.
    pub kind: LetterKind,
    /// The pattern; empty = by hand; none = as it was.
    pub pattern: Option<String>,
    /// The first number of this year; none = as it was.
    pub number_from: Option<i64>,
}

/// How letters of a kind are numbered, and what comes next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NumberingRow {
    /// The kind.
    pub kind: LetterKind,
    /// The pattern; empty = by hand.
    pub pattern: String,
    /// The first number that Warta gives.
    pub number_from: i64,
    /// The number that the next letter gets; empty without a pattern.
    pub next: String,
}

/// A line of the register.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterNumberRow {
    /// As it stands on the letter.
    pub number: String,
    /// The letter.
    pub letter_id: i64,
    /// What it is.
    pub kind: LetterKind,
    /// What it is about.
    pub subject: String,
    /// Who issued it.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// Since when it is void, UTC; empty = it stands.
    pub void_at: String,
}

/// The register of letters.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LetterRegister {
    /// Every kind.
    pub numberings: Vec<NumberingRow>,
    /// Every number that was given, the newest first, void ones too.
    pub rows: Vec<LetterNumberRow>,
}

fn of_kind(db: &Reader, kind: LetterKind) -> Result<LetterNumbering> {
    let stored = db.all::<LetterNumbering>("kind = :kind", named_params! {":kind": kind})?;
    Ok(stored.into_iter().next().unwrap_or(LetterNumbering {
        kind,
        number_from: 1,
        ..LetterNumbering::default()
    }))
}

/// The place that the letter would get; none where numbers are written by hand.
pub(super) fn next(
    db: &Reader,
    ctx: &Ctx,
    kind: LetterKind,
    letter_id: i64,
) -> Result<Option<Place>> {
    let stored = of_kind(db, kind)?;
    if stored.pattern.is_empty() {
        return Ok(None);
    }
    let numbering = Numbering {
        kind: kind.as_str(),
        pattern: &stored.pattern,
        from: stored.number_from,
        from_year: stored.number_from_year,
    };
    let office = office::find(db)?.unwrap_or_default();
    let day = numbers::today(&office, ctx);
    numbers::next(db, &numbering, Paper::Letter(letter_id), day).map(Some)
}

/// Enters the letter's number in the register: the one written by hand, else by the pattern.
pub(super) fn give(
    db: &Writer,
    ctx: &Ctx,
    letter: &Letter,
    by_hand: Option<&str>,
) -> Result<String> {
    let by_hand = by_hand.map(str::trim).filter(|number| !number.is_empty());
    let place = match by_hand {
        Some(number) => {
            let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
            numbers::check_own(db, &number, Paper::Letter(letter.id))?;
            Place { series: 0, sequence: 0, number }
        }
        None => next(db, ctx, letter.kind, letter.id)?
            .ok_or_else(|| Error::invalid("number", "letter-number-missing"))?,
    };
    let mut given = LetterNumber {
        letter_id: letter.id,
        kind: letter.kind,
        series: place.series,
        sequence: place.sequence,
        number: place.number.clone(),
        subject: letter.subject.clone(),
        actor: ctx.actor.clone(),
        at: ctx.now_text(),
        ..LetterNumber::default()
    };
    db.insert(&mut given)?;
    Ok(place.number)
}

/// Makes the numbers of a letter void.
pub(super) fn void(db: &Writer, letter_id: i64) -> Result<()> {
    let given: Vec<LetterNumber> =
        db.all("letter_id = :letter", named_params! {":letter": letter_id})?;
    for number in given {
        db.delete::<LetterNumber>(number.id)?;
    }
    Ok(())
}

/// The register, and how each kind is numbered.
pub fn register(db: &Reader, ctx: &Ctx, _: ()) -> Result<LetterRegister> {
    let mut numberings = Vec::new();
    for kind in LetterKind::ALL {
        numberings.push(numbering_row(db, ctx, *kind)?);
    }
    let rows = db.rows(
        "SELECT n.number, n.letter_id, n.kind, n.subject, n.actor, n.at, COALESCE(n.deleted_at, '')
         FROM letter_numbers n
         ORDER BY n.id DESC",
        &[],
        |row| {
            Ok(LetterNumberRow {
                number: row.get(0)?,
                letter_id: row.get(1)?,
                kind: row.get(2)?,
                subject: row.get(3)?,
                actor: row.get(4)?,
                at: row.get(5)?,
                void_at: row.get(6)?,
            })
        },
    )?;
    Ok(LetterRegister { numberings, rows })
}

fn numbering_row(db: &Reader, ctx: &Ctx, kind: LetterKind) -> Result<NumberingRow> {
    let stored = of_kind(db, kind)?;
    let next = next(db, ctx, kind, 0)?.map_or_else(String::new, |place| place.number);
    Ok(NumberingRow { kind, pattern: stored.pattern, number_from: stored.number_from, next })
}

/// Sets how letters of a kind are numbered.
pub fn save_numbering(db: &Writer, ctx: &Ctx, patch: NumberingPatch) -> Result<NumberingRow> {
    let mut stored = of_kind(db, patch.kind)?;
    if let Some(pattern) = patch.pattern {
        pattern.trim().clone_into(&mut stored.pattern);
        if !stored.pattern.is_empty() {
            NumberPattern::parse(&stored.pattern)?;
        }
    }
    if let Some(from) = patch.number_from {
        if !(1..=999_999_999).contains(&from) {
            return Err(
                Error::invalid("number_from", "error-wrong-value").arg("field", "number_from")
            );
        }
        let office = office::find(db)?.unwrap_or_default();
        stored.number_from = from;
        stored.number_from_year = i64::from(numbers::today(&office, ctx).year());
    }
    if stored.id == 0 {
        db.insert(&mut stored)?;
    } else {
        db.update(&mut stored)?;
    }
    numbering_row(db, ctx, patch.kind)
}
