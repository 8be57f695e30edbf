//! Days on which a newsroom can be expected to answer: Monday to Friday but for the calendar's
//! holidays and the office's own days off, by the office's zone.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;

/// The office's calendar.
#[derive(Debug, Clone)]
pub struct WorkingDays {
    /// The office's zone.
    pub zone: Tz,
    /// Days off besides Saturday and Sunday.
    pub holidays: BTreeSet<NaiveDate>,
}

/// More than a year is asked by nobody, and a broken date must not count for ever.
const MOST_DAYS: usize = 400;

impl WorkingDays {
    /// How many working days have begun since that day: from Friday to Monday one.
    pub fn between(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> i64 {
        let last = until.with_timezone(&self.zone).date_naive();
        let days = from
            .with_timezone(&self.zone)
            .date_naive()
            .iter_days()
            .skip(1)
            .take(MOST_DAYS)
            .take_while(|day| *day <= last)
            .filter(|day| self.is_one(*day));
        i64::try_from(days.count()).unwrap_or(i64::MAX)
    }

    fn is_one(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.holidays.contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn weekends_and_holidays_do_not_count_and_the_zone_decides_the_day() {
        let calendar = WorkingDays {
            zone: chrono_tz::Asia::Jakarta,
            holidays: BTreeSet::from([NaiveDate::from_ymd_opt(2026, 12, 25).unwrap()]),
        };
        for (from, until, days) in [
            // Monday morning to the same day, the next, Thursday.
            ("2026-11-23T02:00:00Z", "2026-11-23T10:00:00Z", 0),
            ("2026-11-23T02:00:00Z", "2026-11-24T00:30:00Z", 1),
            ("2026-11-23T02:00:00Z", "2026-11-26T02:00:00Z", 3),
            // 18.00 UTC on Sunday is Monday in Jakarta.
            ("2026-11-22T16:00:00Z", "2026-11-22T18:00:00Z", 1),
            // Friday to Monday.
            ("2026-11-27T02:00:00Z", "2026-11-30T02:00:00Z", 1),
            // Thursday over Christmas Friday to Monday.
            ("2026-12-24T02:00:00Z", "2026-12-28T02:00:00Z", 1),
            // A clock that was put back.
            ("2026-12-24T02:00:00Z", "2026-12-20T02:00:00Z", 0),
        ] {
            assert_eq!(calendar.between(at(from), at(until)), days, "{from} {until}");
        }
    }
}
