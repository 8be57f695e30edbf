//! When an event is, in words.

use chrono::{DateTime, Duration, NaiveDate};
use chrono_tz::Tz;

use super::PressEvent;
use crate::distribution::zone_name;
use crate::release::letter::{words, written_day};

impl PressEvent {
    /// Its first and last day in its zone.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let (begins, ends) = (self.begins()?, self.ends()?);
        let first = begins.date_naive();
        // What ends at midnight belongs to the day before.
        let last = (ends.naive_local() - Duration::seconds(1)).date().max(first);
        Some((first, last))
    }

    /// `1 Desember 2026 pukul 09.00–11.00 WIB`, in this language; of several days both ends.
    pub fn when(&self, language: &str) -> String {
        let (Some((first, last)), Some(begins), Some(ends)) =
            (self.days(), self.begins(), self.ends())
        else {
            return String::new();
        };
        let day = |day: NaiveDate| written_day(day, language);
        if self.all_day {
            if first == last {
                return day(first);
            }
            return words(
                language,
                "event-when-days",
                &[("first", &day(first)), ("last", &day(last))],
            );
        }
        let time = |at: DateTime<Tz>| clock_time(at, language);
        let zone = |at: DateTime<Tz>| zone_name(self.zone(), at.to_utc());
        if begins.date_naive() == ends.date_naive() && zone(begins) == zone(ends) {
            return words(
                language,
                "event-when-hours",
                &[
                    ("day", &day(first)),
                    ("begins", &time(begins)),
                    ("ends", &time(ends)),
                    ("zone", &zone(begins)),
                ],
            );
        }
        let instant = |at: DateTime<Tz>| {
            words(
                language,
                "distribution-instant",
                &[("day", &day(at.date_naive())), ("time", &time(at)), ("zone", &zone(at))],
            )
        };
        words(language, "event-when-days", &[("first", &instant(begins)), ("last", &instant(ends))])
    }
}

/// `09.00`, in English `09:00`.
pub(crate) fn clock_time(at: DateTime<Tz>, language: &str) -> String {
    at.format(if language == "en" { "%H:%M" } else { "%H.%M" }).to_string()
}
