//! Answers to invitations: iCalendar METHOD:REPLY and COUNTER (RFC 5546) from any calendar.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty,
    ICalendarValue,
};
use calcard::{Entry, Parser};

use super::dsn::addresses_in;
use super::mime::Head;
use super::understand::Rsvp;

/// Bytes of a calendar that are read.
const MAX_CALENDAR: usize = 256 * 1024;

/// What a calendar part asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum CalendarMail {
    /// An answer of an invited person.
    Answer(Rsvp),
    /// A request, cancellation or publication by someone else.
    Other,
}

/// Reads a calendar. `method` is the one that the media type names, in lower case; `from` is the
/// author of the message, who answers when the calendar names several attendees or none.
pub fn read(calendar: &str, method: Option<&str>, from: &str) -> Option<CalendarMail> {
    let mut end = MAX_CALENDAR.min(calendar.len());
    while !calendar.is_char_boundary(end) {
        end -= 1;
    }
    let calendar = calendar.get(..end)?;
    let start = calendar.find("BEGIN:VCALENDAR").or_else(|| calendar.find("begin:vcalendar"))?;
    let calendar = calendar.get(start..)?;
    let mut parser = Parser::new(calendar);
    let parsed = match parser.entry() {
        Entry::ICalendar(parsed) => parsed,
        // A cut or sloppy calendar is still worth reading when its end is added.
        _ => match Parser::new(&format!("{calendar}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")).entry() {
            Entry::ICalendar(parsed) => parsed,
            _ => return None,
        },
    };
    let declared = parsed
        .components
        .iter()
        .find_map(|component| component.property(&ICalendarProperty::Method))
        .and_then(first_text)
        .or(method.map(str::to_string))?
        .to_ascii_lowercase();
    if declared != "reply" && declared != "counter" {
        return Some(CalendarMail::Other);
    }
    let event = parsed
        .components
        .iter()
        .find(|component| component.property(&ICalendarProperty::Attendee).is_some())
        .or_else(|| first_event(&parsed))?;
    let attendees: Vec<&ICalendarEntry> = event.properties(&ICalendarProperty::Attendee).collect();
    let address =
        |entry: &ICalendarEntry| entry.calendar_address().unwrap_or_default().trim().to_lowercase();
    let answering = attendees
        .iter()
        .find(|entry| address(entry) == from)
        .or_else(|| attendees.first())
        .copied();
    let partstat = answering
        .and_then(|entry| entry.parameter(&ICalendarParameterName::Partstat))
        .and_then(|value| value.as_text())
        .map_or_else(
            || if declared == "counter" { "tentative".into() } else { "needs-action".into() },
            str::to_ascii_lowercase,
        );
    let comment = event
        .property(&ICalendarProperty::Comment)
        .and_then(first_text)
        .or_else(|| {
            // Apple and Outlook put the remark beside the attendee.
            answering?.params.iter().find_map(|parameter| {
                let name = parameter.name.as_str().to_ascii_uppercase();
                name.contains("COMMENT")
                    .then(|| parameter.value.as_text().map(str::to_string))
                    .flatten()
            })
        })
        .map(|text| text.trim().to_string())
        .filter(|text| !text.is_empty());
    let proposed_start = (declared == "counter").then(|| start_of(event)).flatten();
    let attendee = answering
        .map(address)
        .filter(|address| address.contains('@'))
        .unwrap_or_else(|| from.to_string());
    Some(CalendarMail::Answer(Rsvp {
        uid: event.uid().unwrap_or_default().to_string(),
        attendee,
        partstat,
        comment,
        proposed_start,
    }))
}

/// How calendars begin the subject of an answer that brings no calendar of its own.
#[rustfmt::skip]
const SUBJECTS: &[(&str, &str)] = &[
    ("accepted:", "accepted"), ("diterima:", "accepted"), ("menerima:", "accepted"), ("angenommen:", "accepted"),
    ("zugesagt:", "accepted"), ("accepté :", "accepted"), ("accepté:", "accepted"), ("aceptada:", "accepted"),
    ("aceptado:", "accepted"), ("aceito:", "accepted"), ("geaccepteerd:", "accepted"), ("accettato:", "accepted"),
    ("declined:", "declined"), ("ditolak:", "declined"), ("menolak:", "declined"), ("abgelehnt:", "declined"),
    ("abgesagt:", "declined"), ("refusé :", "declined"), ("refusé:", "declined"), ("rechazada:", "declined"),
    ("rechazado:", "declined"), ("recusado:", "declined"), ("afgewezen:", "declined"), ("geweigerd:", "declined"),
    ("rifiutato:", "declined"), ("tentative:", "tentative"), ("tentatively accepted:", "tentative"),
    ("tentatif:", "tentative"), ("mungkin:", "tentative"), ("mit vorbehalt:", "tentative"),
    ("vorläufig:", "tentative"), ("provisoire :", "tentative"), ("provisional:", "tentative"),
    ("provisorio:", "tentative"), ("voorlopig:", "tentative"),
];

/// What calendars write themselves when somebody answers.
#[rustfmt::skip]
const WRITTEN: &[&str] = &[
    "this invitation", "your invitation", "the invitation", "undangan ini", "undangan anda", "diese einladung",
    "cette invitation", "esta invitación", "este convite", "deze uitnodiging", "questo invito",
];

/// An answer that is told by its subject alone (`Accepted: …`, `Ditolak: …`), as telephones and
/// gateways send it when they leave the calendar out: it answers a message or speaks of an
/// invitation. Which invitation, nobody says.
pub fn by_subject(head: &Head, new_text: &str) -> Option<Rsvp> {
    let subject = head.subject.trim_start().to_lowercase();
    let (_, partstat) = SUBJECTS.iter().find(|(begin, _)| subject.starts_with(begin))?;
    let low = new_text.to_lowercase();
    let written = WRITTEN.iter().any(|words| low.contains(words));
    let answers = !head.in_reply_to.is_empty() || !head.references.is_empty();
    if !written && !answers {
        return None;
    }
    let own = |address: &String| head.to.contains(address);
    // A calendar service writes for whoever answered, and names them.
    let named = addresses_in(&low).into_iter().map(|(address, _)| address);
    let attendee = if written && head.other("auto-submitted").is_some() {
        named.chain(head.reply_to.iter().cloned()).find(|address| !own(address))
    } else {
        None
    };
    let comment = new_text.trim();
    Some(Rsvp {
        uid: String::new(),
        attendee: attendee.unwrap_or_else(|| head.from_address.clone()),
        partstat: (*partstat).to_owned(),
        comment: (!written && !comment.is_empty()).then(|| comment.to_owned()),
        proposed_start: None,
    })
}

fn first_event(calendar: &ICalendar) -> Option<&ICalendarComponent> {
    calendar.components.iter().find(|component| component.component_type.is_event_or_todo())
}

fn first_text(entry: &ICalendarEntry) -> Option<String> {
    entry.values.first().and_then(ICalendarValue::as_text).map(str::to_string)
}

/// DTSTART as ISO text: `2026-12-01`, `2026-12-01T09:00:00`, with `Z` or `[Asia/Jakarta]`.
fn start_of(event: &ICalendarComponent) -> Option<String> {
    let entry = event.property(&ICalendarProperty::Dtstart)?;
    let at = entry.values.first()?.as_partial_date_time()?;
    let mut text = format!("{:04}-{:02}-{:02}", at.year?, at.month?, at.day?);
    if let (Some(hour), Some(minute)) = (at.hour, at.minute) {
        text.push_str(&format!("T{hour:02}:{minute:02}:{:02}", at.second.unwrap_or(0)));
        match (at.tz_hour, entry.parameter(&ICalendarParameterName::Tzid)) {
            (Some(0), _) if at.tz_minute.unwrap_or(0) == 0 => text.push('Z'),
            (Some(hour), _) => {
                let sign = if at.tz_minus { '-' } else { '+' };
                text.push_str(&format!("{sign}{hour:02}:{:02}", at.tz_minute.unwrap_or(0)));
            }
            (None, Some(zone)) => {
                if let Some(zone) = zone.as_text() {
                    text.push_str(&format!("[{zone}]"));
                }
            }
            (None, None) => {}
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(calendar: &str) -> Rsvp {
        match read(calendar, None, "budi@example.com") {
            Some(CalendarMail::Answer(rsvp)) => rsvp,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_answering_attendee_is_the_author() {
        let rsvp = answer(
            "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:acara-1@example.id\r\n\
             ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:siti@example.com\r\n\
             ATTENDEE;CN=Budi;PARTSTAT=DECLINED:MAILTO:Budi@example.com\r\n\
             COMMENT:Maaf\\, di luar kota\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        );
        assert_eq!((rsvp.uid.as_str(), rsvp.partstat.as_str()), ("acara-1@example.id", "declined"));
        assert_eq!(rsvp.comment.as_deref(), Some("Maaf, di luar kota"));
    }

    #[test]
    fn a_counter_proposes_a_time() {
        let rsvp = answer(
            "BEGIN:VCALENDAR\nMETHOD:COUNTER\nBEGIN:VEVENT\nUID:a\nATTENDEE;PARTSTAT=TENTATIVE:mailto:budi@example.com\n\
             DTSTART;TZID=Asia/Jakarta:20261201T130000\nEND:VEVENT\nEND:VCALENDAR\n",
        );
        assert_eq!(rsvp.proposed_start.as_deref(), Some("2026-12-01T13:00:00[Asia/Jakarta]"));
    }

    #[test]
    fn a_request_is_no_answer() {
        let request =
            "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:a\nEND:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(read(request, None, ""), Some(CalendarMail::Other));
    }
}
