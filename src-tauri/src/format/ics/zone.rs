//! VTIMEZONE (RFC 5545, 3.6.5) of any zone of the IANA database, made from the offsets that are in
//! force around the entries of a calendar.

use chrono::{
    DateTime, Datelike, Duration, NaiveDateTime, Offset, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// Years beyond the last entry in which a rule is looked for.
const AHEAD: i32 = 3;

/// Years that are described at most; entries further apart share the rule of the first ones.
const MOST_YEARS: i32 = 60;

/// A moment at which clocks are changed.
#[derive(Debug, Clone, PartialEq)]
struct Change {
    /// By the clock as it stood before.
    local: NaiveDateTime,
    /// Seconds east of UTC before and after.
    from: i32,
    to: i32,
    name: String,
    is_summer: bool,
}

/// The lines of a VTIMEZONE that is right from `first` to `last`, unfolded.
pub fn definition(zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) -> Vec<String> {
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", zone.name())];
    let begins = first.year() - 1;
    let ends = (last.year() + AHEAD).min(begins + MOST_YEARS);
    let changes = changes(zone, begins, ends);
    if changes.is_empty() {
        observance(&mut lines, &standing(zone, first), Some("19700101T000000"), None);
    } else if let Some(rules) = yearly(&changes, begins, ends) {
        for (change, rule) in rules {
            observance(&mut lines, &change, None, Some(&rule));
        }
    } else {
        let before = Utc.with_ymd_and_hms(begins, 1, 1, 0, 0, 0).single().unwrap_or(first);
        observance(&mut lines, &standing(zone, before), None, None);
        for change in &changes {
            observance(&mut lines, change, None, None);
        }
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// What is in force at an instant, as if it had always been.
fn standing(zone: Tz, at: DateTime<Utc>) -> Change {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    let seconds = offset.fix().local_minus_utc();
    Change {
        local: at.with_timezone(&zone).naive_local(),
        from: seconds,
        to: seconds,
        name: offset.abbreviation().unwrap_or_default().to_owned(),
        is_summer: offset.dst_offset() > Duration::zero(),
    }
}

fn seconds_at(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

/// Every change of the clock from the first day of one year to the last of another.
fn changes(zone: Tz, begins: i32, ends: i32) -> Vec<Change> {
    let day = |year: i32| Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).single();
    let (Some(mut at), Some(end)) = (day(begins), day(ends + 1)) else { return Vec::new() };
    let mut found = Vec::new();
    let mut before = seconds_at(zone, at);
    // Zones change at most once in a few weeks.
    let step = Duration::days(5);
    while at < end {
        let next = at + step;
        let after = seconds_at(zone, next);
        if after != before {
            let moment = moment_between(zone, at, next, before);
            found.push(Change {
                local: moment.naive_utc() + Duration::seconds(i64::from(before)),
                from: before,
                ..standing(zone, moment)
            });
            before = after;
        }
        at = next;
    }
    found
}

/// The first second at which another offset than `before` is in force.
fn moment_between(
    zone: Tz,
    mut early: DateTime<Utc>,
    mut late: DateTime<Utc>,
    before: i32,
) -> DateTime<Utc> {
    while late - early > Duration::seconds(1) {
        let middle = early + Duration::seconds((late - early).num_seconds() / 2);
        if seconds_at(zone, middle) == before {
            early = middle;
        } else {
            late = middle;
        }
    }
    late
}

/// The changes as two yearly rules, where they follow such: calendars of every kind know these best.
fn yearly(changes: &[Change], begins: i32, ends: i32) -> Option<Vec<(Change, String)>> {
    let years = usize::try_from(ends - begins + 1).ok()?;
    let first = changes.first()?;
    let second = changes.get(1)?;
    let mut rules = Vec::new();
    for start in [first, second] {
        let same: Vec<&Change> = changes
            .iter()
            .filter(|change| (change.from, change.to) == (start.from, start.to))
            .collect();
        if same.len() != years {
            return None;
        }
        rules.push((start.clone(), rule_of(&same)?));
    }
    (first.to == second.from && second.to == first.from && changes.len() == 2 * years)
        .then_some(rules)
}

fn rule_of(changes: &[&Change]) -> Option<String> {
    let first = changes.first()?.local;
    let fits = changes.iter().all(|change| {
        change.local.month() == first.month()
            && change.local.weekday() == first.weekday()
            && change.local.time() == first.time()
    });
    if !fits {
        return None;
    }
    let all = |test: &dyn Fn(&NaiveDateTime) -> bool| changes.iter().all(|one| test(&one.local));
    let nth = |local: &NaiveDateTime| local.day0() / 7 + 1;
    let ordinal = if all(&|local| (*local + Duration::days(7)).month() != local.month()) {
        "-1".to_owned()
    } else if all(&|local| nth(local) == nth(&first)) {
        nth(&first).to_string()
    } else {
        return None;
    };
    Some(format!(
        "FREQ=YEARLY;BYMONTH={};BYDAY={ordinal}{}",
        first.month(),
        weekday(first.weekday())
    ))
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

fn observance(lines: &mut Vec<String>, change: &Change, from: Option<&str>, rule: Option<&str>) {
    let kind = if change.is_summer { "DAYLIGHT" } else { "STANDARD" };
    lines.push(format!("BEGIN:{kind}"));
    let local = change.local.with_nanosecond(0).unwrap_or(change.local);
    let begins = from.map_or_else(|| local.format("%Y%m%dT%H%M%S").to_string(), str::to_owned);
    lines.push(format!("DTSTART:{begins}"));
    lines.push(format!("TZOFFSETFROM:{}", offset(change.from)));
    lines.push(format!("TZOFFSETTO:{}", offset(change.to)));
    if !change.name.is_empty() {
        lines.push(format!("TZNAME:{}", change.name));
    }
    if let Some(rule) = rule {
        lines.push(format!("RRULE:{rule}"));
    }
    lines.push(format!("END:{kind}"));
}

/// `+0700`; seconds are named only where there are any (3.3.14).
fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.abs();
    let text = format!("{sign}{:02}{:02}", all / 3600, all / 60 % 60);
    if all % 60 == 0 { text } else { format!("{text}{:02}", all % 60) }
}
