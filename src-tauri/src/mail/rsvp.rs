//! Answers to invitations: iCalendar METHOD:REPLY and COUNTER (RFC 5546) from any calendar.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarEntry, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};

use super::auto_reply::is_no_reply;
use super::dsn::addresses_in;
use super::mime::Head;
use super::understand::Rsvp;

/// Bytes of a calendar that are read.
const MAX_CALENDAR: usize = 256 * 1024;
/// Attendees that are looked at.
const MAX_ATTENDEES: usize = 500;
/// How a calendar begins.
const BEGIN: &str = "BEGIN:VCALENDAR";

/// What a calendar part asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum CalendarMail {
    /// An answer of an invited person.
    Answer(Box<Rsvp>),
    /// Our own invitation, which came back with a letter.
    Ours,
    /// A request, cancellation or publication by someone else.
    Other,
}

/// Whether a text is a calendar, whatever its media type says.
pub fn is_calendar(text: &str) -> bool {
    let begin = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    begin.get(..BEGIN.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(BEGIN))
}

/// Reads a calendar. `method` is the one that the media type names, in lower case; the author of
/// the message answers when the calendar names several attendees or none.
pub fn read(calendar: &str, method: Option<&str>, head: &Head) -> Option<CalendarMail> {
    let parsed = parse(calendar)?;
    let written = parsed
        .components
        .iter()
        .find_map(|component| component.property(&ICalendarProperty::Method))
        .and_then(first_text)
        .map(|method| method.trim().to_ascii_lowercase());
    let answers = |method: &str| method == "reply" || method == "counter";
    let declared = written.as_deref().or(method);
    let event = parsed
        .components
        .iter()
        .find(|component| component.property(&ICalendarProperty::Attendee).is_some())
        .or_else(|| first_event(&parsed))?;
    let answering = Answering::of(event, head);
    // Some telephones send our request back with their answer in it, and name the method only in
    // the media type, or nowhere.
    let altered = || {
        answering.as_ref().is_some_and(|answering| answering.is_authors && answering.is_decided())
            && is_organised_by(event, &head.to)
            && (method.is_some_and(answers)
                || (declared.is_none() && subject_answer(&head.subject).is_some()))
    };
    if !declared.is_some_and(answers) && !altered() {
        let ours = is_organised_by(event, &head.to) && declared != Some("cancel");
        return Some(if ours { CalendarMail::Ours } else { CalendarMail::Other });
    }
    let counter = declared == Some("counter") || method == Some("counter");
    let partstat = answering.as_ref().map(|answering| answering.partstat.clone());
    let partstat = partstat
        .filter(|partstat| !partstat.is_empty())
        .unwrap_or_else(|| if counter { "tentative" } else { "needs-action" }.to_owned());
    let comment = remark(event, answering.as_ref());
    let proposed_start = counter.then(|| start_of(event)).flatten();
    let delegated_to = answering.as_ref().and_then(|a| a.address_in("DELEGATED-TO"));
    let delegated_to =
        delegated_to.or_else(|| delegate(event, answering.as_ref(), partstat == "delegated"));
    let deputy_name = delegated_to.as_deref().and_then(|address| name_of(event, address));
    Some(CalendarMail::Answer(Box::new(Rsvp {
        uid: event.uid().unwrap_or_default().trim().to_string(),
        attendee: answering
            .as_ref()
            .map(|answering| answering.address.clone())
            .filter(|address| address.contains('@'))
            .unwrap_or_else(|| author(head)),
        name: answering.as_ref().map(|answering| answering.name.clone()).unwrap_or_default(),
        partstat,
        comment,
        proposed_start,
        sequence: sequence(event),
        deputy_name: deputy_name.unwrap_or_default(),
        deputy_address: delegated_to.unwrap_or_default(),
        deputy_for: answering.and_then(|a| a.address_in("DELEGATED-FROM")).unwrap_or_default(),
    })))
}

/// A calendar out of what gateways make of it: with a mark of the byte order, with empty lines
/// between its lines, with a footer behind it, or cut.
fn parse(calendar: &str) -> Option<ICalendar> {
    let mut end = MAX_CALENDAR.min(calendar.len());
    while !calendar.is_char_boundary(end) {
        end -= 1;
    }
    let calendar = calendar.get(..end)?;
    let small = calendar.to_ascii_lowercase();
    let start = small.find("begin:vcalendar")?;
    let stop = small.rfind("end:vcalendar").map_or(end, |at| at + "end:vcalendar".len());
    let lines = calendar.get(start..stop)?.lines().filter(|line| !line.trim().is_empty());
    let mut clean = String::with_capacity(stop - start + 64);
    for line in lines {
        clean.push_str(line);
        clean.push_str("\r\n");
    }
    match Parser::new(&clean).entry() {
        Entry::ICalendar(parsed) => Some(parsed),
        // A cut or sloppy calendar is still worth reading when its end is added.
        _ => match Parser::new(&format!("{clean}END:VEVENT\r\nEND:VCALENDAR\r\n")).entry() {
            Entry::ICalendar(parsed) => Some(parsed),
            _ => None,
        },
    }
}

/// The attendee whose answer a calendar brings.
struct Answering<'c> {
    entry: &'c ICalendarEntry,
    /// Lower case; empty where the calendar knows only a path or a number.
    address: String,
    /// As written.
    name: String,
    /// Lower case; empty = not told.
    partstat: String,
    /// The author of the message, or somebody who wrote for this attendee.
    is_authors: bool,
}

impl<'c> Answering<'c> {
    fn new(entry: &'c ICalendarEntry) -> Self {
        let named = parameter(entry, "EMAIL").and_then(|text| address(&text));
        let value = entry.values.first().and_then(ICalendarValue::as_text).unwrap_or_default();
        // vCalendar 1.0 calls it STATUS.
        let partstat = parameter(entry, "PARTSTAT").or_else(|| parameter(entry, "STATUS"));
        Self {
            entry,
            address: named.or_else(|| address(value)).unwrap_or_default(),
            name: parameter(entry, "CN").unwrap_or_default().trim().to_owned(),
            partstat: partstat.unwrap_or_default().trim().to_ascii_lowercase(),
            is_authors: false,
        }
    }

    fn is_decided(&self) -> bool {
        !matches!(self.partstat.as_str(), "" | "needs-action" | "needs action")
    }

    fn address_in(&self, name: &str) -> Option<String> {
        parameter(self.entry, name).and_then(|text| address(&text))
    }

    /// Who answers among the attendees: the author, whoever the author writes for, a namesake, and
    /// at last whoever has answered at all. An address that has not answered is passed over as
    /// long as another has.
    fn of(event: &'c ICalendarComponent, head: &Head) -> Option<Self> {
        let mut all: Vec<Self> = event
            .properties(&ICalendarProperty::Attendee)
            .take(MAX_ATTENDEES)
            .map(Self::new)
            .collect();
        if all.iter().any(Self::is_decided) {
            all.retain(Self::is_decided);
        }
        let author = head.from_address.as_str();
        let name = head.from_name.trim().to_lowercase();
        let is_author = |one: &Self| !author.is_empty() && one.address == author;
        let sent_by = |one: &Self| one.address_in("SENT-BY").is_some_and(|by| by == author);
        let answered_to = |one: &Self| head.reply_to.contains(&one.address);
        let namesake = |one: &Self| !name.is_empty() && one.name.to_lowercase() == name;
        let first = |is: &dyn Fn(&Self) -> bool| all.iter().position(is);
        let at = first(&is_author)
            .or_else(|| first(&sent_by))
            .or_else(|| first(&answered_to))
            .or_else(|| first(&namesake));
        let is_authors = at.is_some();
        let index = at.unwrap_or(0);
        if index >= all.len() {
            return None;
        }
        Some(Self { is_authors, ..all.swap_remove(index) })
    }
}

/// The value of a parameter, whatever kind the parser takes it for.
fn parameter(entry: &ICalendarEntry, name: &str) -> Option<String> {
    entry
        .params
        .iter()
        .find(|parameter| parameter.name.as_str().eq_ignore_ascii_case(name))
        .and_then(|parameter| parameter.value.as_text())
        .map(str::to_owned)
}

/// The mail address in `mailto:a@example.com`, `Name <a@example.com>` or alone; lower case.
fn address(text: &str) -> Option<String> {
    let low = text.trim().trim_matches('"').to_lowercase();
    let bare = low.strip_prefix("mailto:").unwrap_or(&low);
    let bare = bare.split('?').next().unwrap_or(bare);
    if bare.contains(['<', ' ']) {
        return addresses_in(bare).into_iter().map(|(found, _)| found).next();
    }
    bare.contains('@').then(|| bare.to_owned())
}

/// Whose answer it is where the calendar does not say: services write for people, and name them
/// in Reply-To.
fn author(head: &Head) -> String {
    let service = is_no_reply(&head.from_address) || head.other("auto-submitted").is_some();
    let named = head.reply_to.first().filter(|address| service && address.contains('@'));
    named.unwrap_or(&head.from_address).clone()
}

/// Whether one of these addresses invited, also with a mark behind `+`.
fn is_organised_by(event: &ICalendarComponent, to: &[String]) -> bool {
    let plain = |address: &str| match address.split_once('@') {
        Some((local, domain)) => {
            format!("{}@{domain}", local.split_once('+').map_or(local, |(base, _)| base))
        }
        None => address.to_owned(),
    };
    event
        .property(&ICalendarProperty::Organizer)
        .map(|entry| Answering::new(entry).address)
        .filter(|organizer| !organizer.is_empty())
        .is_some_and(|organizer| to.iter().any(|to| plain(to) == plain(&organizer)))
}

/// The one who was asked to come instead: whoever names the answering attendee as theirs, or the
/// only other attendee.
fn delegate(
    event: &ICalendarComponent,
    answering: Option<&Answering<'_>>,
    delegated: bool,
) -> Option<String> {
    let answering = answering.filter(|_| delegated)?;
    let others: Vec<Answering<'_>> = event
        .properties(&ICalendarProperty::Attendee)
        .take(MAX_ATTENDEES)
        .map(Answering::new)
        .filter(|other| !other.address.is_empty() && other.address != answering.address)
        .collect();
    let named = others
        .iter()
        .find(|other| other.address_in("DELEGATED-FROM").is_some_and(|by| by == answering.address));
    match (named, others.as_slice()) {
        (Some(other), _) | (None, [other]) => Some(other.address.clone()),
        _ => None,
    }
}

fn name_of(event: &ICalendarComponent, address: &str) -> Option<String> {
    event
        .properties(&ICalendarProperty::Attendee)
        .take(MAX_ATTENDEES)
        .map(Answering::new)
        .find(|one| one.address == address && !one.name.is_empty() && !one.name.contains('@'))
        .map(|one| one.name)
}

/// What somebody added: as COMMENT, as Apple's property or beside the attendee.
fn remark(event: &ICalendarComponent, answering: Option<&Answering<'_>>) -> Option<String> {
    let comments = event.properties(&ICalendarProperty::Comment).filter_map(first_text);
    let apples = event.entries.iter().filter(|entry| {
        let name = entry.name.as_str();
        name.eq_ignore_ascii_case("X-CALENDARSERVER-ATTENDEE-COMMENT")
    });
    let beside = answering.iter().flat_map(|answering| {
        answering.entry.params.iter().filter_map(|parameter| {
            let name = parameter.name.as_str().to_ascii_uppercase();
            name.contains("COMMENT").then(|| parameter.value.as_text().map(str::to_owned)).flatten()
        })
    });
    let mut said: Vec<String> = Vec::new();
    for text in comments.chain(apples.filter_map(first_text)).chain(beside) {
        let text = text.trim().to_owned();
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    (!said.is_empty()).then(|| said.join("\n"))
}

/// Which version of the invitation is answered, where the calendar says so.
fn sequence(event: &ICalendarComponent) -> Option<i64> {
    let number = |entry: &ICalendarEntry| match entry.values.first()? {
        ICalendarValue::Integer(number) => Some(*number),
        value => value.as_text()?.trim().parse().ok(),
    };
    let named = |name: &str| {
        event.entries.iter().find(|entry| entry.name.as_str().eq_ignore_ascii_case(name))
    };
    ["SEQUENCE", "X-MOZ-RECEIVED-SEQUENCE", "X-MICROSOFT-CDO-APPT-SEQUENCE"]
        .into_iter()
        .find_map(|name| named(name).and_then(number))
        .filter(|number| (0..=i64::from(i32::MAX)).contains(number))
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
    ("accept:", "accepted"), ("terima:", "accepted"), ("accepted invitation:", "accepted"),
    ("event invitation reply (accepted)", "accepted"), ("decline:", "declined"), ("tolak:", "declined"),
    ("declined invitation:", "declined"), ("event invitation reply (declined)", "declined"),
    ("tentatively accepted invitation:", "tentative"), ("event invitation reply (tentative)", "tentative"),
    ("mungkin hadir:", "tentative"), ("délégué", "delegated"), ("delegated:", "delegated"),
    ("didelegasikan:", "delegated"), ("new time proposed:", "tentative"), ("proposed new time:", "tentative"),
    ("waktu baru diusulkan:", "tentative"), ("usulan waktu baru:", "tentative"),
];

/// What the beginning of a subject answers.
fn subject_answer(subject: &str) -> Option<&'static str> {
    let subject = subject.trim_start().to_lowercase();
    SUBJECTS.iter().find(|(begin, _)| subject.starts_with(begin)).map(|(_, partstat)| *partstat)
}

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
    let partstat = subject_answer(&head.subject)?;
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
        partstat: partstat.to_owned(),
        comment: (!written && !comment.is_empty()).then(|| comment.to_owned()),
        ..Rsvp::default()
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
        match (at.tz_hour, parameter(entry, "TZID")) {
            (Some(0), _) if at.tz_minute.unwrap_or(0) == 0 => text.push('Z'),
            (Some(hour), _) => {
                let sign = if at.tz_minus { '-' } else { '+' };
                text.push_str(&format!("{sign}{hour:02}:{:02}", at.tz_minute.unwrap_or(0)));
            }
            (None, Some(zone))
                if matches!(zone.to_ascii_uppercase().as_str(), "UTC" | "ETC/UTC" | "GMT") =>
            {
                text.push('Z');
            }
            (None, Some(zone)) => text.push_str(&format!("[{zone}]")),
            (None, None) => {}
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budi() -> Head {
        Head { from_address: "budi@example.com".into(), ..Head::default() }
    }

    fn answer(calendar: &str) -> Rsvp {
        match read(calendar, None, &budi()) {
            Some(CalendarMail::Answer(rsvp)) => *rsvp,
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
        assert_eq!(read(request, None, &budi()), Some(CalendarMail::Other));
    }
}
