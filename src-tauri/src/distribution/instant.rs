//! An instant as people in Indonesia say it: a day, a time and one of the three zones.

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::clock;
use crate::error::{Error, Result};
use crate::format::day;
use crate::release::letter::{words, written_day};

/// The zones of Indonesia, from west to east, as people call them.
pub const ZONES: [(&str, Tz); 3] = [
    ("WIB", chrono_tz::Asia::Jakarta),
    ("WITA", chrono_tz::Asia::Makassar),
    ("WIT", chrono_tz::Asia::Jayapura),
];

/// An instant and the zone in which somebody named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The zone.
    pub zone: Tz,
}

impl Instant {
    /// Reads `2026-12-01 08:00 WIB`, `1 Desember 2026 pukul 08.00 WITA`, `01/12/2026 08:00`
    /// (in `zone`, the office's), `2026-12-01 08:00 Asia/Jayapura` or `2026-12-01T01:00:00Z`
    /// (RFC 3339), also with a zone behind it. 24.00 is the end of the day. `field` is what the error names.
    pub fn read(text: &str, zone: Tz, field: &'static str) -> Result<Self> {
        let unreadable = || Error::invalid(field, "distribution-time-unreadable").arg("text", text);
        if let Ok(at) = DateTime::parse_from_rfc3339(text.trim()) {
            return Ok(Self { at: at.with_timezone(&Utc), zone });
        }
        if let Some((at, word)) = text.trim().split_once(' ')
            && let (Ok(at), Some(zone)) =
                (DateTime::parse_from_rfc3339(at), zone_named(word.trim()))
        {
            return Ok(Self { at: at.with_timezone(&Utc), zone });
        }
        let mut words: Vec<&str> = text.split_whitespace().collect();
        // 2026-12-01T08:00, as a date and time field writes it.
        if let Some((day, time)) = words.first().and_then(|word| word.split_once('T'))
            && time_of(time).is_some()
        {
            words.splice(0..1, [day, time]);
        }
        let named = words.last().and_then(|word| zone_named(word));
        if named.is_some() {
            words.pop();
        }
        let (time, is_midnight_after) = words.pop().and_then(time_of).ok_or_else(unreadable)?;
        if words.last().is_some_and(|word| {
            ["pukul", "jam", "at"].contains(&word.to_lowercase().trim_end_matches(','))
        }) {
            words.pop();
        }
        let day = words.join(" ");
        let day = day::read(day.trim_end_matches(','))
            .and_then(|day| day.parse::<NaiveDate>().ok())
            .ok_or_else(unreadable)?;
        let day = if is_midnight_after {
            day.checked_add_days(Days::new(1)).ok_or_else(unreadable)?
        } else {
            day
        };
        let zone = named.unwrap_or(zone);
        let at = match zone.from_local_datetime(&day.and_time(time)) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            LocalResult::None => return Err(unreadable()),
        };
        Ok(Self { at, zone })
    }

    /// Its day in its zone.
    pub(super) fn local_day(&self) -> NaiveDate {
        self.at.with_timezone(&self.zone).date_naive()
    }

    /// The instant as it is stored.
    pub fn stored(&self) -> String {
        clock::to_text(self.at)
    }

    /// `1 Desember 2026 pukul 08.00 WIB`, in this language.
    pub fn written(&self, language: &str) -> String {
        let there = self.at.with_timezone(&self.zone);
        words(
            language,
            "distribution-instant",
            &[
                ("day", &written_day(self.local_day(), language)),
                ("time", &clock_time(there, language)),
                ("zone", &zone_name(self.zone, self.at)),
            ],
        )
    }

    /// The same instant in the other zones of Indonesia: `09.00 WITA, 10.00 WIT`; with the day
    /// where it is another one there.
    pub fn elsewhere(&self, language: &str) -> String {
        let here = self.local_day();
        let own = zone_name(self.zone, self.at);
        let others: Vec<String> = ZONES
            .iter()
            .filter(|(name, _)| *name != own)
            .map(|(name, zone)| {
                let there = self.at.with_timezone(zone);
                let time = format!("{} {name}", clock_time(there, language));
                let day = there.date_naive();
                if day == here {
                    time
                } else {
                    words(
                        language,
                        "distribution-time-on-day",
                        &[("time", &time), ("day", &written_day(day, language))],
                    )
                }
            })
            .collect();
        others.join(", ")
    }
}

fn zone_named(word: &str) -> Option<Tz> {
    let known = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
    // A bare UTC or GMT is a zone as well; a month in English ("May") is none.
    known.map(|(_, zone)| *zone).or_else(|| {
        (word.contains('/') || matches!(word, "UTC" | "GMT")).then(|| word.parse().ok()).flatten()
    })
}

/// WIB, WITA or WIT; elsewhere the zone's own abbreviation.
pub fn zone_name(zone: Tz, at: DateTime<Utc>) -> String {
    let of_indonesia = match zone.name() {
        "Asia/Jakarta" | "Asia/Pontianak" => Some("WIB"),
        "Asia/Makassar" | "Asia/Ujung_Pandang" => Some("WITA"),
        "Asia/Jayapura" => Some("WIT"),
        _ => None,
    };
    of_indonesia.map_or_else(|| at.with_timezone(&zone).format("%Z").to_string(), str::to_owned)
}

/// `08:00`, `8.00` or `08:00:05`; true for 24:00, which is the midnight after the day.
fn time_of(word: &str) -> Option<(NaiveTime, bool)> {
    let parts: Vec<u32> =
        word.split([':', '.']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    if !word.contains([':', '.']) {
        return None;
    }
    match parts.as_slice() {
        [24, 0] => Some((NaiveTime::MIN, true)),
        [hour, minute] => Some((NaiveTime::from_hms_opt(*hour, *minute, 0)?, false)),
        [hour, minute, second] => Some((NaiveTime::from_hms_opt(*hour, *minute, *second)?, false)),
        _ => None,
    }
}

fn clock_time(at: DateTime<Tz>, language: &str) -> String {
    let form = if language == "en" { "%H:%M" } else { "%H.%M" };
    at.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Tz = chrono_tz::Asia::Jakarta;

    fn stored(text: &str) -> String {
        Instant::read(text, HERE, "at").unwrap().stored()
    }

    #[test]
    fn a_time_is_read_in_every_zone_and_however_it_is_written() {
        for (text, at) in [
            ("2026-12-01 08:00 WIB", "2026-12-01T01:00:00.000Z"),
            ("2026-12-01 08:00 WITA", "2026-12-01T00:00:00.000Z"),
            ("2026-12-01 08:00 wit", "2026-11-30T23:00:00.000Z"),
            ("2026-12-01 08.00", "2026-12-01T01:00:00.000Z"),
            ("1 Desember 2026 pukul 08.00 WIB", "2026-12-01T01:00:00.000Z"),
            ("1 December 2026 at 8:00 WIB", "2026-12-01T01:00:00.000Z"),
            ("1 December 2026, 08:00 WIB", "2026-12-01T01:00:00.000Z"),
            ("01/12/2026 08:00", "2026-12-01T01:00:00.000Z"),
            ("2026-12-01T08:00 Asia/Jayapura", "2026-11-30T23:00:00.000Z"),
            ("2026-12-01 08:00:05", "2026-12-01T01:00:05.000Z"),
            ("2026-12-01T01:00:00Z", "2026-12-01T01:00:00.000Z"),
            ("2026-12-01T08:00:00+07:00", "2026-12-01T01:00:00.000Z"),
            ("2026-12-01 24.00 WIB", "2026-12-01T17:00:00.000Z"),
            ("2026-12-02 00.00 WIB", "2026-12-01T17:00:00.000Z"),
            ("2026-12-31 23:59 UTC", "2026-12-31T23:59:00.000Z"),
        ] {
            assert_eq!(stored(text), at, "{text}");
        }
        for text in [
            "",
            "besok",
            "2026-12-01",
            "08:00 WIB",
            "2026-13-01 08:00",
            "2026-12-01 25:00",
            "2026-12-01 08:00 BST",
            "2026-12-01 8",
        ] {
            let error = Instant::read(text, HERE, "at").unwrap_err();
            assert_eq!(error.text, "distribution-time-unreadable", "{text}");
        }
    }

    #[test]
    fn an_instant_is_written_with_its_zone_and_read_back() {
        for (text, id, en, elsewhere) in [
            (
                "2026-12-01 08:00 WIB",
                "1 Desember 2026 pukul 08.00 WIB",
                "1 December 2026 at 08:00 WIB",
                "09.00 WITA, 10.00 WIT",
            ),
            (
                "2026-12-31 23:30 WIB",
                "31 Desember 2026 pukul 23.30 WIB",
                "31 December 2026 at 23:30 WIB",
                "00.30 WITA (1 Januari 2027), 01.30 WIT (1 Januari 2027)",
            ),
            (
                "2026-12-01 00:15 WIT",
                "1 Desember 2026 pukul 00.15 WIT",
                "1 December 2026 at 00:15 WIT",
                "22.15 WIB (30 November 2026), 23.15 WITA (30 November 2026)",
            ),
        ] {
            let instant = Instant::read(text, HERE, "at").unwrap();
            assert_eq!(instant.written("id"), id);
            assert_eq!(instant.written("en"), en);
            assert_eq!(instant.elsewhere("id"), elsewhere);
            for written in [id, en] {
                assert_eq!(Instant::read(written, HERE, "at").unwrap(), instant, "{written}");
            }
        }
    }
}
