//! Quality before volume: how many enquiries were answered and how soon, deadlines and promises
//! kept, which outlets are active, in a period and in the one before it.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate, TimeZone};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coverage::{self, CoverageCounts};
use crate::db::{Ctx, Reader};
use crate::error::{Error, Result};
use crate::{clock, enquiry, evaluation, field, office};

/// A period, both days within it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Period {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day.
    pub until: String,
}

/// The figures of one period.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct QualityFigures {
    /// Enquiries that were asked in it.
    pub asked: i64,
    /// Those of them that have been answered.
    pub answered: i64,
    /// Those of them that still wait.
    pub open: i64,
    /// Minutes from question to answer, the middle of all; none = nothing was answered.
    pub median_minutes: Option<i64>,
    /// Enquiries whose deadline lay in the period and has passed, or was met early.
    pub deadlines: i64,
    /// Those of them that were answered in time.
    pub deadlines_met: i64,
    /// Promises that were due in the period, up to today.
    pub promises: i64,
    /// Those of them that were kept in time.
    pub promises_kept: i64,
    /// Outlets that asked, answered a mail or published.
    pub active_outlets: i64,
    /// Pieces that were published, by kind and tone.
    pub coverage: CoverageCounts,
    /// Releases that were sent.
    pub releases: i64,
    /// Press events that were held in it.
    pub events: i64,
    /// Places at them that were confirmed.
    pub places_confirmed: i64,
    /// Those of them that somebody took.
    pub places_taken: i64,
}

/// A unit and how soon it answers.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnitFigures {
    /// The unit.
    pub unit_id: i64,
    /// Its name.
    pub unit: String,
    /// Enquiries of the period that it had to answer.
    pub enquiries: i64,
    /// Minutes from the request to its answer, the middle of all; none = it has not answered.
    pub median_minutes: Option<i64>,
    /// Enquiries for which it owes an answer now.
    pub owing: i64,
}

/// An outlet and what came from it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutletFigures {
    /// The outlet.
    pub outlet_id: i64,
    /// Its name.
    pub outlet: String,
    /// Enquiries that it asked.
    pub enquiries: i64,
    /// Mails that its people answered.
    pub replies: i64,
    /// Pieces that it published.
    pub published: i64,
}

/// The report.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Quality {
    /// The period.
    pub period: Period,
    /// The one before it: as many whole months where it is made of them, else as many days.
    pub earlier: Period,
    /// Its figures.
    pub now: QualityFigures,
    /// The figures of the one before.
    pub before: QualityFigures,
    /// Units, the busiest first.
    pub units: Vec<UnitFigures>,
    /// Outlets, the most active first.
    pub outlets: Vec<OutletFigures>,
}

/// Most units and outlets that are listed.
const MOST: usize = 50;
/// Longest period in days: ten years.
const LONGEST: i64 = 3_660;

/// Days as instants: from the first moment of the one to the first moment after the other.
struct Span {
    from_day: String,
    until_day: String,
    from: String,
    until: String,
}

impl Span {
    fn of(zone: chrono_tz::Tz, from: NaiveDate, until: NaiveDate) -> Self {
        let begin = |day: NaiveDate| {
            let midnight =
                day.and_hms_opt(0, 0, 0).and_then(|at| zone.from_local_datetime(&at).earliest());
            midnight.map_or_else(|| day.to_string(), |at| clock::to_text(at.to_utc()))
        };
        Self {
            from_day: from.to_string(),
            until_day: until.to_string(),
            from: begin(from),
            until: begin(until + Days::new(1)),
        }
    }

    fn period(&self) -> Period {
        Period { from: self.from_day.clone(), until: self.until_day.clone() }
    }
}

fn day(name: &str, text: &str) -> Result<NaiveDate> {
    field::check_day(name, text)?;
    text.parse().map_err(|_| Error::invalid(name, "error-wrong-day").arg("value", text))
}

/// The figures of a period and of the one before it.
pub fn show(db: &Reader, ctx: &Ctx, period: Period) -> Result<Quality> {
    let (from, until) = (day("from", &period.from)?, day("until", &period.until)?);
    let length = (until - from).num_days() + 1;
    if !(1..=LONGEST).contains(&length) {
        return Err(Error::invalid("until", "quality-period-wrong"));
    }
    let zone = office::zone(db)?;
    let span = Span::of(zone, from, until);
    let earlier = Span::of(zone, begin_of_earlier(from, until), from - Days::new(1));
    Ok(Quality {
        period: span.period(),
        earlier: earlier.period(),
        now: figures(db, ctx, zone, &span)?,
        before: figures(db, ctx, zone, &earlier)?,
        units: units(db, &span)?,
        outlets: outlets(db, &span)?,
    })
}

/// November is compared with October, not with the thirty days before it.
fn begin_of_earlier(from: NaiveDate, until: NaiveDate) -> NaiveDate {
    let after = until + Days::new(1);
    if from.day() == 1 && after.day() == 1 {
        let months = |day: NaiveDate| day.year() * 12 + day.month0().cast_signed();
        from - Months::new((months(after) - months(from)).unsigned_abs())
    } else {
        from - Days::new((after - from).num_days().unsigned_abs())
    }
}

/// Figures of the last days up to today.
pub(crate) fn of_days(db: &Reader, ctx: &Ctx, days: u64) -> Result<QualityFigures> {
    let zone = office::zone(db)?;
    let today = ctx.now.with_timezone(&zone).date_naive();
    figures(db, ctx, zone, &Span::of(zone, today - Days::new(days.saturating_sub(1)), today))
}

/// The middle of several values; of an even number the lower of the two.
fn median(mut values: Vec<i64>) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

fn figures(db: &Reader, ctx: &Ctx, zone: chrono_tz::Tz, span: &Span) -> Result<QualityFigures> {
    let events = evaluation::held_between(db, &span.from, &span.until)?;
    let now = ctx.now_text();
    let today = ctx.now.with_timezone(&zone).date_naive().to_string();
    let (asked, answered, open) = db
        .row(
            "SELECT COUNT(*), COALESCE(SUM(e.answered_at <> ''), 0), COALESCE(SUM(e.state IN ('new', 'in_work', 'waiting')), 0)
             FROM enquiries e WHERE e.asked_at >= :from AND e.asked_at < :until AND e.deleted_at IS NULL",
            named_params! {":from": span.from, ":until": span.until},
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?
        .unwrap_or_default();
    let times: Vec<Option<i64>> = db.rows(
        "SELECT e.asked_at, e.answered_at FROM enquiries e
         WHERE e.asked_at >= :from AND e.asked_at < :until AND e.answered_at <> '' AND e.deleted_at IS NULL",
        named_params! {":from": span.from, ":until": span.until},
        |row| Ok(enquiry::minutes(&row.get::<_, String>(0)?, &row.get::<_, String>(1)?)),
    )?;
    // An enquiry that was taken back or handed on has no deadline to be missed.
    let (deadlines, deadlines_met) = db
        .row(
            "SELECT COUNT(*), COALESCE(SUM(e.answered_at <> '' AND e.answered_at <= e.due_at), 0)
             FROM enquiries e
             WHERE e.due_at >= :from AND e.due_at < :until AND (e.due_at < :now OR e.answered_at <> '')
               AND NOT (e.answered_at = '' AND e.close_reason IN ('withdrawn', 'passed_on')) AND e.deleted_at IS NULL",
            named_params! {":from": span.from, ":until": span.until, ":now": now},
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .unwrap_or_default();
    let promises: Vec<bool> = db.rows(
        "SELECT f.due_on, f.done_at FROM follow_ups f
         WHERE f.kind = 'promise' AND f.due_on >= :from AND f.due_on <= :until AND (f.due_on < :today OR f.done_at <> '')
           AND f.deleted_at IS NULL",
        named_params! {":from": span.from_day, ":until": span.until_day, ":today": today},
        |row| {
            let (due, done): (String, String) = (row.get(0)?, row.get(1)?);
            let done = clock::from_text(&done)
                .map(|at| at.with_timezone(&zone).date_naive().to_string());
            Ok(done.is_some_and(|day| day <= due))
        },
    )?;
    Ok(QualityFigures {
        asked,
        answered,
        open,
        median_minutes: median(times.into_iter().flatten().collect()),
        deadlines,
        deadlines_met,
        promises: count(promises.len()),
        promises_kept: count(promises.iter().filter(|kept| **kept).count()),
        events: events.events,
        places_confirmed: events.confirmed,
        places_taken: events.taken,
        active_outlets: count(active(db, span)?.len()),
        coverage: coverage::counts_where(
            db,
            "v.published_on >= :from AND v.published_on <= :until",
            named_params! {":from": span.from_day, ":until": span.until_day},
        )?,
        releases: db.number(
            "SELECT COUNT(DISTINCT release_id) FROM distributions WHERE created_at >= :from AND created_at < :until",
            named_params! {":from": span.from, ":until": span.until},
        )?,
    })
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// What came from each outlet: enquiries, mails of its people, pieces.
fn active(db: &Reader, span: &Span) -> Result<BTreeMap<i64, (i64, i64, i64)>> {
    let mut found: BTreeMap<i64, (i64, i64, i64)> = BTreeMap::new();
    let rows: Vec<(i64, i64, i64)> = db.rows(
        "SELECT 0, e.outlet_id, COUNT(*) FROM enquiries e
         WHERE e.outlet_id IS NOT NULL AND e.asked_at >= :from AND e.asked_at < :until AND e.deleted_at IS NULL
         GROUP BY e.outlet_id
         UNION ALL
         SELECT 1, a.organisation_id, COUNT(DISTINCT p.id)
         FROM responses p
         JOIN affiliations a ON a.contact_id = p.contact_id AND a.ended_on = '' AND a.deleted_at IS NULL
         JOIN organisations o ON o.id = a.organisation_id AND o.kind = 'outlet' AND o.deleted_at IS NULL
         WHERE p.kind IN ('reply', 'rsvp') AND p.received_at >= :from AND p.received_at < :until AND p.deleted_at IS NULL
         GROUP BY a.organisation_id
         UNION ALL
         SELECT 2, v.outlet_id, COUNT(*) FROM coverage v
         WHERE v.outlet_id IS NOT NULL AND v.published_on >= :first AND v.published_on <= :last AND v.deleted_at IS NULL
         GROUP BY v.outlet_id",
        named_params! {":from": span.from, ":until": span.until, ":first": span.from_day, ":last": span.until_day},
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (what, outlet, number) in rows {
        let sums = found.entry(outlet).or_default();
        match what {
            0 => sums.0 += number,
            1 => sums.1 += number,
            _ => sums.2 += number,
        }
    }
    Ok(found)
}

fn outlets(db: &Reader, span: &Span) -> Result<Vec<OutletFigures>> {
    let mut all: Vec<(i64, (i64, i64, i64))> = active(db, span)?.into_iter().collect();
    all.sort_by_key(|(id, (asked, replied, published))| {
        (-(published * 4 + asked * 2 + replied), *id)
    });
    all.truncate(MOST);
    all.into_iter()
        .map(|(outlet_id, (enquiries, replies, published))| {
            let outlet: Option<String> = db.row(
                "SELECT name FROM organisations WHERE id = :id",
                named_params! {":id": outlet_id},
                |row| row.get(0),
            )?;
            let outlet = outlet.unwrap_or_default();
            Ok(OutletFigures { outlet_id, outlet, enquiries, replies, published })
        })
        .collect()
}

fn units(db: &Reader, span: &Span) -> Result<Vec<UnitFigures>> {
    let mut found: Vec<UnitFigures> = db.rows(
        "SELECT e.unit_id, u.name, COUNT(*), COALESCE(SUM(e.state = 'waiting'), 0)
         FROM enquiries e JOIN organisations u ON u.id = e.unit_id
         WHERE e.asked_at >= :from AND e.asked_at < :until AND e.deleted_at IS NULL
         GROUP BY e.unit_id, u.name
         ORDER BY COUNT(*) DESC, u.name_key",
        named_params! {":from": span.from, ":until": span.until},
        |row| {
            Ok(UnitFigures {
                unit_id: row.get(0)?,
                unit: row.get(1)?,
                enquiries: row.get(2)?,
                owing: row.get(3)?,
                median_minutes: None,
            })
        },
    )?;
    found.truncate(MOST);
    for unit in &mut found {
        let times: Vec<Option<i64>> = db.rows(
            "SELECT MIN(CASE WHEN s.kind = 'asked' THEN s.at END), MIN(CASE WHEN s.kind = 'unit_answered' THEN s.at END)
             FROM enquiry_steps s
             JOIN enquiries e ON e.id = s.enquiry_id AND e.deleted_at IS NULL
             WHERE s.unit_id = :unit AND e.asked_at >= :from AND e.asked_at < :until AND s.deleted_at IS NULL
             GROUP BY s.enquiry_id",
            named_params! {":unit": unit.unit_id, ":from": span.from, ":until": span.until},
            |row| {
                let (asked, answered): (Option<String>, Option<String>) =
                    (row.get(0)?, row.get(1)?);
                Ok(asked.zip(answered).and_then(|(from, until)| enquiry::minutes(&from, &until)))
            },
        )?;
        unit.median_minutes = median(times.into_iter().flatten().collect());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_several_values() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![90, 1, 5]), Some(5));
        assert_eq!(median(vec![4, 3, 2, 1]), Some(2));
    }

    #[test]
    fn whole_months_are_compared_with_whole_months_and_days_with_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (from, until, earlier) in [
            ("2026-11-01", "2026-11-30", "2026-10-01"),
            ("2026-03-01", "2026-03-31", "2026-02-01"),
            ("2026-01-01", "2026-03-31", "2025-10-01"),
            ("2026-01-01", "2026-12-31", "2025-01-01"),
            ("2026-11-16", "2026-11-22", "2026-11-09"),
            ("2026-11-01", "2026-11-29", "2026-10-03"),
        ] {
            assert_eq!(begin_of_earlier(day(from), day(until)), day(earlier), "{from} to {until}");
        }
    }
}
