use super::*;
use chrono::{Datelike, NaiveDateTime, TimeZone};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn conference() -> Event {
    Event {
        sequence: 2,
        stamp: at("2026-11-22T03:00:00Z"),
        zone: chrono_tz::Asia::Makassar,
        description: "Dress: batik; bring your card, please\nGate \\ B".to_owned(),
        place: "Aula Lantai 3, Gedung \"Maju\"".to_owned(),
        geo: Some((-5.135_399, 119.423_79)),
        url: "https://example.id/k/1".to_owned(),
        ..Event::new(
            "kegiatan-1@example.id",
            "Konferensi pers: pasar baru, harga; stok",
            at("2026-12-01T02:00:00Z"),
            at("2026-12-01T04:00:00Z"),
        )
    }
}

/// What an independent reader makes of it.
fn read(calendar: &str) -> icalendar::Calendar {
    calendar.parse().unwrap_or_else(|cause| panic!("{cause}\n{calendar}"))
}

fn first_event(calendar: &icalendar::Calendar) -> icalendar::Event {
    use icalendar::CalendarComponent;
    let found = calendar.components.iter().find_map(|component| match component {
        CalendarComponent::Event(event) => Some(event.clone()),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn an_independent_reader_finds_what_was_written() {
    use icalendar::{Component, EventLike};
    let event = conference();
    let text = write(Method::Request, "Kegiatan", std::slice::from_ref(&event));
    let calendar = read(&text);
    assert_eq!(calendar.property_value("METHOD"), Some("REQUEST"));
    let found = first_event(&calendar);
    assert_eq!(found.get_uid(), Some("kegiatan-1@example.id"));
    assert_eq!(found.get_summary(), Some(event.summary.as_str()));
    assert_eq!(found.get_location(), Some(event.place.as_str()));
    assert_eq!(found.get_description(), Some(event.description.as_str()));
    assert_eq!(found.get_sequence(), Some(2));
    assert_eq!(found.property_value("GEO"), Some("-5.135399;119.423790"));
    let begins = found.properties().get("DTSTART").unwrap();
    assert_eq!(begins.value(), "20261201T100000");
    assert_eq!(begins.params().get("TZID").unwrap().value(), "Asia/Makassar");
}

#[test]
fn no_line_is_longer_than_75_octets_and_no_letter_is_broken() {
    let mut event = conference();
    event.summary = "日本語のとても長い題名、".repeat(40) + &"é🎤 ".repeat(50);
    event.description = "Tamu undangan;".repeat(100);
    let text = write(Method::Publish, "", std::slice::from_ref(&event));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains('\n') && !line.contains('\r'), "{line}");
    }
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains(&event.summary.trim_end().replace(',', "\\,")));
    use icalendar::Component;
    let found = first_event(&read(&text));
    assert_eq!(found.get_summary(), Some(event.summary.trim_end()));
}

#[test]
fn text_cannot_become_a_line_of_its_own() {
    let mut event = conference();
    event.summary = "A\r\nATTENDEE:mailto:x@example.com".to_owned();
    event.url = "https://example.id/\r\nX:1".to_owned();
    let text = write(Method::Publish, "n\r\nEND:VCALENDAR", &[event]);
    assert!(!text.contains("\r\nATTENDEE") && !text.contains("\r\nX:1"), "{text}");
    assert_eq!(text.matches("\r\nEND:VCALENDAR\r\n").count(), 1);
}

#[test]
fn people_stand_in_it_once_however_often_it_is_addressed() {
    let office =
        Party { name: "Humas, Kota \"M\"".to_owned(), address: "press@example.id".to_owned() };
    let siti = Party { name: "Siti; Rahma".to_owned(), address: "siti@example.com".to_owned() };
    let budi = Party { name: String::new(), address: "budi@example.com".to_owned() };
    let text = write(Method::Request, "", &[conference()]);
    let once = addressed(&text, &office, &siti);
    let twice = addressed(&once, &office, &budi);
    let unfolded = twice.replace("\r\n ", "");
    assert_eq!(unfolded.matches("\r\nATTENDEE").count(), 1, "{unfolded}");
    assert_eq!(unfolded.matches("\r\nORGANIZER").count(), 1);
    assert!(unfolded.contains("ORGANIZER;CN=\"Humas, Kota 'M'\":mailto:press@example.id\r\n"));
    assert!(unfolded.contains("RSVP=TRUE:mailto:budi@example.com\r\n"));
    let read = first_event(&read(&once));
    use icalendar::Component;
    let attendee = read.multi_properties().get("ATTENDEE").unwrap().first().unwrap().clone();
    assert_eq!(attendee.value(), "mailto:siti@example.com");
    assert_eq!(attendee.params().get("RSVP").unwrap().value(), "TRUE");
    assert_eq!(
        once.lines().filter(|line| line.len() > 75).count(),
        0,
        "lines put in later are folded too"
    );
}

#[test]
fn days_end_on_the_day_after_the_last() {
    let days = |begins: &str, ends: &str| {
        let event = Event {
            all_day: true,
            zone: chrono_tz::Asia::Jakarta,
            ..Event::new("a", "b", at(begins), at(ends))
        };
        let (first, after) = days_of(&event);
        format!("{first} {after}")
    };
    assert_eq!(days("2026-11-30T17:00:00Z", "2026-12-01T17:00:00Z"), "2026-12-01 2026-12-02");
    assert_eq!(days("2026-11-30T17:00:00Z", "2026-12-01T16:59:00Z"), "2026-12-01 2026-12-02");
    assert_eq!(days("2026-11-30T17:00:00Z", "2026-11-30T17:00:00Z"), "2026-12-01 2026-12-02");
    assert_eq!(days("2026-11-30T17:00:00Z", "2026-12-03T05:00:00Z"), "2026-12-01 2026-12-04");
}

/// One observance, as any client reads it.
struct Observance {
    begins: NaiveDateTime,
    from: i64,
    to: i64,
    rule: Option<(u32, i64, chrono::Weekday)>,
}

fn observances(lines: &[String]) -> Vec<Observance> {
    let mut found = Vec::new();
    let seconds = |text: &str| {
        let (sign, digits) = text.split_at(1);
        let part = |from: usize| digits.get(from..from + 2).map_or(0, |two| two.parse().unwrap());
        let all: i64 = part(0) * 3600 + part(2) * 60 + part(4);
        if sign == "-" { -all } else { all }
    };
    for line in lines {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" if value != "VTIMEZONE" => {
                found.push(Observance { begins: NaiveDateTime::MIN, from: 0, to: 0, rule: None })
            }
            "DTSTART" => {
                found.last_mut().unwrap().begins =
                    NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S").unwrap();
            }
            "TZOFFSETFROM" => found.last_mut().unwrap().from = seconds(value),
            "TZOFFSETTO" => found.last_mut().unwrap().to = seconds(value),
            "RRULE" => {
                let part = |name: &str| {
                    value.split(';').find_map(|one| one.strip_prefix(name)).unwrap().to_owned()
                };
                let day = part("BYDAY=");
                let (nth, name) = day.split_at(day.len() - 2);
                let weekday = match name {
                    "SU" => chrono::Weekday::Sun,
                    "SA" => chrono::Weekday::Sat,
                    "FR" => chrono::Weekday::Fri,
                    "TH" => chrono::Weekday::Thu,
                    other => panic!("{other}"),
                };
                found.last_mut().unwrap().rule =
                    Some((part("BYMONTH=").parse().unwrap(), nth.parse().unwrap(), weekday));
            }
            _ => {}
        }
    }
    found
}

/// RFC 5545, 3.6.5: the observance with the latest onset that is not after the instant.
fn offset_by(observances: &[Observance], at: DateTime<Utc>) -> i64 {
    let mut best: Option<(NaiveDateTime, i64)> = None;
    for one in observances {
        let mut onsets = vec![one.begins];
        if let Some((month, nth, weekday)) = one.rule {
            onsets.clear();
            for year in one.begins.year()..=at.year() + 1 {
                let days: Vec<NaiveDate> = (1..=31)
                    .filter_map(|day| NaiveDate::from_ymd_opt(year, month, day))
                    .filter(|day| day.weekday() == weekday)
                    .collect();
                let day = if nth == -1 { days.last() } else { days.get(nth as usize - 1) };
                onsets.push(day.unwrap().and_time(one.begins.time()));
            }
        }
        for onset in onsets {
            let onset = onset - chrono::Duration::seconds(one.from);
            if onset <= at.naive_utc() && best.is_none_or(|(latest, _)| onset >= latest) {
                best = Some((onset, one.to));
            }
        }
    }
    best.unwrap_or_else(|| panic!("nothing is in force at {at}")).1
}

#[test]
fn the_definition_of_every_zone_says_what_the_zone_does() {
    use chrono::Offset;
    let mut with_rules = 0;
    for zone in chrono_tz::TZ_VARIANTS {
        for year in [2024, 2027] {
            let first = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
            let last = Utc.with_ymd_and_hms(year, 12, 31, 23, 0, 0).unwrap();
            let lines = definition(zone, first, last);
            let observances = observances(&lines);
            with_rules += usize::from(observances.iter().any(|one| one.rule.is_some()));
            let mut moment = first;
            while moment < last {
                let says = zone.offset_from_utc_datetime(&moment.naive_utc());
                let says = i64::from(says.fix().local_minus_utc());
                assert_eq!(offset_by(&observances, moment), says, "{zone} {moment} {lines:#?}");
                moment += chrono::Duration::minutes(997);
            }
        }
    }
    assert!(with_rules > 200, "Europe and America follow yearly rules: {with_rules}");
}

#[test]
fn a_zone_with_summer_time_and_one_without() {
    let berlin = definition(
        chrono_tz::Europe::Berlin,
        at("2026-06-01T00:00:00Z"),
        at("2026-06-01T02:00:00Z"),
    );
    assert!(berlin.contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU".to_owned()), "{berlin:#?}");
    assert!(berlin.contains(&"DTSTART:20250330T020000".to_owned()), "{berlin:#?}");
    assert!(berlin.contains(&"TZNAME:CEST".to_owned()));
    let makassar = definition(
        chrono_tz::Asia::Makassar,
        at("2026-06-01T00:00:00Z"),
        at("2026-06-01T02:00:00Z"),
    );
    assert_eq!(
        makassar,
        [
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Makassar",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800",
            "TZNAME:WITA",
            "END:STANDARD",
            "END:VTIMEZONE"
        ]
    );
}
