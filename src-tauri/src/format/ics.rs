//! iCalendar (RFC 5545, RFC 5546): what Warta hands to calendars, as text with CRLF line ends.

mod zone;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

pub use zone::definition;

/// Octets of a line before it is folded, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// What a calendar asks of whoever gets it (RFC 5546, 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// To look at: a file or a subscription.
    Publish,
    /// An invitation or its change; an answer is asked for.
    Request,
    /// It is called off, or this person is no longer asked.
    Cancel,
}

impl Method {
    /// As it stands in the calendar and in the media type.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// It does.
    #[default]
    Confirmed,
    /// Perhaps.
    Tentative,
    /// It does not.
    Cancelled,
}

impl Status {
    fn as_str(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// A person in a calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// As people read it; may be empty.
    pub name: String,
    /// The mail address.
    pub address: String,
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The same in every version of the entry.
    pub uid: String,
    /// Which version.
    pub sequence: i64,
    /// When this text was made.
    pub stamp: DateTime<Utc>,
    /// When the entry was last changed.
    pub changed: Option<DateTime<Utc>>,
    /// When it begins.
    pub begins: DateTime<Utc>,
    /// When it ends; no earlier than it begins.
    pub ends: DateTime<Utc>,
    /// In which its hours are named.
    pub zone: Tz,
    /// Only its days count, those of `begins` and `ends` in `zone` included.
    pub all_day: bool,
    /// Its name.
    pub summary: String,
    /// What it is about; lines end with `\n`.
    pub description: String,
    /// Where.
    pub place: String,
    /// Latitude and longitude in degrees.
    pub geo: Option<(f64, f64)>,
    /// A link, or empty.
    pub url: String,
    /// Whether it takes place.
    pub status: Status,
    /// What kind of entry it is, in words.
    pub categories: Vec<String>,
    /// Who invites.
    pub organizer: Option<Party>,
    /// Who is invited and asked to answer.
    pub attendees: Vec<Party>,
    /// It takes nobody's time: a birthday, a deadline.
    pub transparent: bool,
}

impl Event {
    /// An entry of which only what must be said is said.
    pub fn new(uid: &str, summary: &str, begins: DateTime<Utc>, ends: DateTime<Utc>) -> Self {
        Self {
            uid: uid.to_owned(),
            sequence: 0,
            stamp: begins,
            changed: None,
            begins,
            ends,
            zone: Tz::UTC,
            all_day: false,
            summary: summary.to_owned(),
            description: String::new(),
            place: String::new(),
            geo: None,
            url: String::new(),
            status: Status::Confirmed,
            categories: Vec::new(),
            organizer: None,
            attendees: Vec::new(),
            transparent: false,
        }
    }
}

/// A calendar. `name` is what a subscribing client shows; may be empty.
pub fn write(method: Method, name: &str, events: &[Event]) -> String {
    let mut out = Lines::default();
    out.plain("BEGIN", "VCALENDAR");
    out.plain("VERSION", "2.0");
    out.plain("PRODID", "-//Warta//Warta//EN");
    out.plain("CALSCALE", "GREGORIAN");
    out.plain("METHOD", method.as_str());
    if !name.is_empty() {
        out.text("X-WR-CALNAME", name);
    }
    for (zone, first, last) in zones_of(events) {
        for line in definition(zone, first, last) {
            out.line(&line);
        }
    }
    for event in events {
        write_event(&mut out, method, event);
    }
    out.plain("END", "VCALENDAR");
    out.0
}

/// The calendar with its organizer and one invited person, who is asked to answer. Both are known
/// only when the mail is written; whoever stands in it already goes.
pub fn addressed(calendar: &str, organizer: &Party, attendee: &Party) -> String {
    let mut out = Lines::default();
    organizer_line(&mut out, organizer);
    attendee_line(&mut out, attendee);
    let people = out.0;
    let mut text = String::with_capacity(calendar.len() + people.len());
    let mut dropping = false;
    for line in calendar.split_inclusive("\r\n") {
        let continues = line.starts_with(' ') || line.starts_with('\t');
        if !continues {
            dropping = ["ORGANIZER", "ATTENDEE"].iter().any(|name| {
                line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';']))
            });
        }
        if line == "END:VEVENT\r\n" {
            text.push_str(&people);
        }
        if !dropping {
            text.push_str(line);
        }
    }
    text
}

/// Each zone whose hours are named, with the first and last instant that is.
fn zones_of(events: &[Event]) -> Vec<(Tz, DateTime<Utc>, DateTime<Utc>)> {
    let mut zones: Vec<(Tz, DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for event in events.iter().filter(|event| !event.all_day && event.zone != Tz::UTC) {
        match zones.iter_mut().find(|(zone, ..)| *zone == event.zone) {
            Some((_, first, last)) => {
                *first = event.begins.min(*first);
                *last = event.ends.max(*last);
            }
            None => zones.push((event.zone, event.begins, event.ends)),
        }
    }
    zones
}

fn write_event(out: &mut Lines, method: Method, event: &Event) {
    out.plain("BEGIN", "VEVENT");
    out.text("UID", &event.uid);
    out.plain("SEQUENCE", &event.sequence.max(0).to_string());
    out.plain("DTSTAMP", &utc(event.stamp));
    if let Some(changed) = event.changed {
        out.plain("LAST-MODIFIED", &utc(changed));
    }
    times(out, event);
    out.text("SUMMARY", &event.summary);
    for (name, value) in [("DESCRIPTION", &event.description), ("LOCATION", &event.place)] {
        if !value.is_empty() {
            out.text(name, value);
        }
    }
    if let Some((latitude, longitude)) = event.geo {
        out.plain("GEO", &format!("{latitude:.6};{longitude:.6}"));
    }
    if !event.url.is_empty() {
        out.plain("URL", &one_line(&event.url));
    }
    if !event.categories.is_empty() {
        let words: Vec<String> = event.categories.iter().map(|word| escaped(word)).collect();
        out.plain("CATEGORIES", &words.join(","));
    }
    // An event that takes place without whoever is told so has no STATUS there (RFC 5546, 3.2.5).
    if method != Method::Cancel || event.status == Status::Cancelled {
        out.plain("STATUS", event.status.as_str());
    }
    out.plain("TRANSP", if event.transparent { "TRANSPARENT" } else { "OPAQUE" });
    if let Some(organizer) = &event.organizer {
        organizer_line(out, organizer);
    }
    for attendee in &event.attendees {
        attendee_line(out, attendee);
    }
    out.plain("END", "VEVENT");
}

fn times(out: &mut Lines, event: &Event) {
    if event.all_day {
        let (first, after) = days_of(event);
        out.plain("DTSTART;VALUE=DATE", &first.format("%Y%m%d").to_string());
        out.plain("DTEND;VALUE=DATE", &after.format("%Y%m%d").to_string());
        return;
    }
    // An entry that ends when it begins has no DTEND: it may not be equal (3.8.2.2).
    let ends = (event.ends > event.begins).then_some(("DTEND", event.ends));
    for (name, at) in std::iter::once(("DTSTART", event.begins)).chain(ends) {
        if event.zone == Tz::UTC {
            out.plain(name, &utc(at));
        } else {
            let local = at.with_timezone(&event.zone).format("%Y%m%dT%H%M%S").to_string();
            out.plain(&format!("{name};TZID={}", event.zone.name()), &local);
        }
    }
}

/// The first day and the day after the last.
fn days_of(event: &Event) -> (NaiveDate, NaiveDate) {
    let begins = event.begins.with_timezone(&event.zone).naive_local();
    let ends = event.ends.with_timezone(&event.zone).naive_local();
    let is_over_at_midnight = ends.time() == NaiveTime::MIN && ends.date() > begins.date();
    let after = if is_over_at_midnight {
        ends.date()
    } else {
        ends.date().max(begins.date()).checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
    };
    (begins.date(), after)
}

fn organizer_line(out: &mut Lines, organizer: &Party) {
    out.plain(&format!("ORGANIZER{}", common_name(organizer)), &mailto(organizer));
}

fn attendee_line(out: &mut Lines, attendee: &Party) {
    let name = format!(
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE{}",
        common_name(attendee)
    );
    out.plain(&name, &mailto(attendee));
}

fn mailto(party: &Party) -> String {
    format!("mailto:{}", one_line(&party.address).replace(' ', ""))
}

/// A name as a parameter: quotation marks cannot stand in one (3.1).
fn common_name(party: &Party) -> String {
    let name = one_line(&party.name).replace('"', "'");
    if name.is_empty() { String::new() } else { format!(";CN=\"{name}\"") }
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// TEXT (3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for letter in text.trim_end().chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Content lines, folded where they are too long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, value: &str) {
        self.plain(name, &escaped(value));
    }

    fn plain(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// Never breaks inside a character (3.1: folding counts octets).
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(letter);
            used += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests;
