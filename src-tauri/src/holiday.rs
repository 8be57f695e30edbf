//! Days off of the whole country. Days that stand still in the year are proposed; those that move
//! with the moon are decreed each year and are typed in or imported, never reckoned.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::db::{Ctx, Patch, Reader, Writer};
use crate::error::{Error, Result};
use crate::{choice, office, record, settings, text};

choice! {
    /// What kind of day off it is.
    HolidayKind {
        /// Libur nasional.
        Holiday = "holiday",
        /// Cuti bersama.
        JointLeave = "joint_leave",
    }
}

#[allow(clippy::derivable_impls, reason = "choice! writes the enum")]
impl Default for HolidayKind {
    fn default() -> Self {
        Self::Holiday
    }
}

record! {
    /// One day off.
    Holiday in "holidays" {
        /// The day, `YYYY-MM-DD`.
        day: String,
        /// What is kept on it.
        name: String,
        /// What kind it is.
        kind: HolidayKind,
    }
}

/// National days of Indonesia that stand still in the year: month, day and a key of the locales.
/// (SKB 3 Menteri; 1 June by Keppres 24/2016, 1 May by Keppres 24/2013.)
const FIXED: &[(u32, u32, &str)] = &[
    (1, 1, "holiday-new-year"),
    (5, 1, "holiday-labour-day"),
    (6, 1, "holiday-pancasila"),
    (8, 17, "holiday-independence"),
    (12, 25, "holiday-christmas"),
];

/// Years for which days off are kept.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;

/// Which days off. Empty fields do not filter.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct HolidayFilter {
    /// From this day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Until this day, itself included.
    pub until: Option<String>,
}

/// A fixed day that a year's list may want.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposedHoliday {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Its name in the person's language.
    pub name: String,
    /// Whether that day is in the list already, under whatever name.
    pub known: bool,
}

/// Days off in their order.
pub fn list(db: &Reader, _ctx: &Ctx, filter: HolidayFilter) -> Result<Vec<Holiday>> {
    db.all::<Holiday>(
        "(:from IS NULL OR day >= :from) AND (:until IS NULL OR day <= :until) ORDER BY day, id",
        named_params! {":from": filter.from, ":until": filter.until},
    )
}

/// The days on which nobody works, besides Saturday and Sunday.
pub fn days(db: &Reader) -> Result<BTreeSet<NaiveDate>> {
    let days: Vec<String> = db.rows(
        "SELECT DISTINCT day FROM holidays WHERE deleted_at IS NULL ORDER BY day",
        &[],
        |row| row.get(0),
    )?;
    Ok(days.iter().filter_map(|day| day.parse().ok()).collect())
}

/// Adds one, or changes one.
pub fn save(db: &Writer, _ctx: &Ctx, patch: Patch) -> Result<Holiday> {
    let stored = match patch.id {
        Some(id) => db.get(id)?,
        None => Holiday::default(),
    };
    patch.check_version(&stored)?;
    let holiday = checked(patch.apply(&stored)?)?;
    if is_known(db, &holiday)? {
        return Err(Error::invalid("name", "holiday-known")
            .arg("name", &holiday.name)
            .arg("day", &holiday.day));
    }
    store(db, holiday)
}

/// Adds one unless that day has one of that name; whether it was added.
pub fn add_once(db: &Writer, holiday: Holiday) -> Result<bool> {
    let holiday = checked(holiday)?;
    if is_known(db, &holiday)? {
        return Ok(false);
    }
    store(db, holiday)?;
    Ok(true)
}

fn checked(mut holiday: Holiday) -> Result<Holiday> {
    holiday.name = holiday.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if holiday.name.is_empty() {
        return Err(Error::invalid("name", "holiday-nameless"));
    }
    let day = crate::format::day::read(&holiday.day)
        .and_then(|day| day.parse::<NaiveDate>().ok())
        .filter(|day| YEARS.contains(&day.year()))
        .ok_or_else(|| Error::invalid("day", "holiday-day-wrong").arg("value", &holiday.day))?;
    holiday.day = day.to_string();
    Ok(holiday)
}

fn is_known(db: &Reader, holiday: &Holiday) -> Result<bool> {
    let same = db.number(
        "SELECT COUNT(*) FROM holidays WHERE day = :day AND name = :name AND id <> :id AND deleted_at IS NULL",
        named_params! {":day": holiday.day, ":name": holiday.name, ":id": holiday.id},
    )?;
    Ok(same > 0)
}

fn store(db: &Writer, mut holiday: Holiday) -> Result<Holiday> {
    if holiday.id == 0 {
        db.insert(&mut holiday)?;
    } else {
        db.update(&mut holiday)?;
    }
    Ok(holiday)
}

/// Puts days off into the bin; how many were there.
pub fn delete(db: &Writer, _ctx: &Ctx, ids: Vec<i64>) -> Result<i64> {
    let mut deleted = 0;
    for id in ids {
        deleted += i64::from(db.delete::<Holiday>(id)?);
    }
    Ok(deleted)
}

/// The fixed national days of a year; 0 = the year that it is in the office's zone.
pub fn propose(db: &Reader, ctx: &Ctx, year: i64) -> Result<Vec<ProposedHoliday>> {
    let language = settings::value(db, "language", "id")?;
    let year = match i32::try_from(year) {
        Ok(0) => ctx.now.with_timezone(&office::zone(db)?).year(),
        Ok(year) if YEARS.contains(&year) => year,
        _ => return Err(Error::invalid("year", "holiday-year-wrong").arg("value", year)),
    };
    let there = days(db)?;
    Ok(FIXED
        .iter()
        .filter_map(|(month, day, key)| {
            let day = NaiveDate::from_ymd_opt(year, *month, *day)?;
            Some(ProposedHoliday {
                day: day.to_string(),
                name: text::sentence(&language, key, &[]),
                known: there.contains(&day),
            })
        })
        .collect())
}

/// Adds the fixed national days of a year that are not in the list; how many.
pub fn add_fixed(db: &Writer, ctx: &Ctx, year: i64) -> Result<i64> {
    let mut added = 0;
    for proposed in propose(db, ctx, year)?.into_iter().filter(|day| !day.known) {
        let holiday = Holiday { day: proposed.day, name: proposed.name, ..Holiday::default() };
        added += i64::from(add_once(db, holiday)?);
    }
    Ok(added)
}
