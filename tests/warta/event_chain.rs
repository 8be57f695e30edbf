//! An event's whole life on the command line, through the binary alone, against real servers: from
//! the invitation by way of journalists' calendars and plain words to the thanks; and one that is
//! called off.

use std::collections::BTreeMap;

use mail_parser::{MessageParser, MimeHeaders};
use serde_json::Value as Json;

use crate::chain::{Desk, PATIENCE, SENDER};
use crate::mail_server::{PASSWORD, header_value};

const PEOPLE: &str = "Nama;Surel;No. WA;Media\n\
    Anna Contoh;anna@news.test;;Harian Contoh\n\
    Bert Contoh;bert@news.test;;Radio Contoh\n\
    Wayan Contoh;;+62 000 1111 2222;Kabar Contoh\n";

/// The calendar that goes along in a mail, line by line.
fn calendar_in(mail: &str) -> Option<String> {
    let message = MessageParser::default().parse(mail)?;
    let is_calendar = |part: &&mail_parser::MessagePart| {
        part.content_type().is_some_and(|kind| kind.subtype() == Some("calendar"))
    };
    let part = message.parts.iter().find(is_calendar)?;
    Some(icalendar::parser::unfold(&String::from_utf8_lossy(part.contents())))
}

/// The calendar that a guest was sent with these words in it.
fn calendar(desk: &Desk, user: &str, words: &[&str]) -> String {
    let holds = |mail: &str| {
        calendar_in(mail).is_some_and(|text| words.iter().all(|words| text.contains(words)))
    };
    let raw = desk.server.wait_for(user, PATIENCE, holds);
    calendar_in(&String::from_utf8_lossy(&raw)).unwrap()
}

fn value<'c>(calendar: &'c str, name: &str) -> &'c str {
    calendar
        .lines()
        .find_map(|line| {
            line.strip_prefix(name)
                .filter(|rest| rest.starts_with([':', ';']))
                .and_then(|rest| rest.rsplit_once(':'))
        })
        .map(|(_, value)| value.trim())
        .unwrap_or_else(|| panic!("{name} in {calendar}"))
}

/// What a calendar answers to this invitation, as it goes to the organizer.
fn reply_of(calendar: &str, from: &str, partstat: &str) -> String {
    format!(
        "Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY\nContent-Transfer-Encoding: 7bit\n\n\
         BEGIN:VCALENDAR\nPRODID:-//Contoh//Calendar//EN\nVERSION:2.0\nCALSCALE:GREGORIAN\nMETHOD:REPLY\nBEGIN:VEVENT\n\
         DTSTART:20991130T230000Z\nDTSTAMP:20261123T010000Z\nORGANIZER:mailto:{SENDER}\nUID:{}\n\
         ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};X-NUM-GUESTS=0:mailto:{from}\n\
         SEQUENCE:{}\nSTATUS:CONFIRMED\nEND:VEVENT\nEND:VCALENDAR",
        value(calendar, "UID"),
        value(calendar, "SEQUENCE"),
    )
}

/// Of each guest: place, answer, how it came.
fn guests(desk: &Desk, event: &str) -> BTreeMap<String, [String; 3]> {
    let list = desk.json(&["event", "guests", event]);
    let text = |row: &Json, field: &str| row[field].as_str().unwrap().to_owned();
    list["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (text(row, "name"), ["place", "rsvp", "rsvp_by"].map(|field| text(row, field))))
        .collect()
}

#[track_caller]
fn is(desk: &Desk, event: &str, name: &str, expected: [&str; 3]) {
    let all = guests(desk, event);
    assert_eq!(all.get(name), Some(&expected.map(str::to_owned)), "{name} in {all:?}");
}

/// Whom a mail would concern now, by name.
fn concerned(desk: &Desk, verb: &str, event: &str) -> Vec<String> {
    let check = desk.json(&["event", verb, event, "--dry-run"]);
    let mut names: Vec<String> = ["recipients", "by_hand"]
        .iter()
        .flat_map(|field| check["preflight"][field].as_array().unwrap())
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn send(desk: &Desk, verb: &str, event: &str) {
    desk.json(&["event", verb, event, "--yes"]);
    desk.json(&["outbox", "run", "--until-empty"]);
}

fn new_event(desk: &Desk, title: &str) -> String {
    let made = desk.json(&[
        "event",
        "new",
        title,
        "--begins",
        "2099-12-01 08:00 WIT",
        "--set",
        "venue=Aula Contoh",
    ]);
    made["event"]["id"].to_string()
}

fn answers(desk: &Desk, event: &str) -> Vec<(String, String, String)> {
    let list = desk.json(&["event", "answers", event]);
    let text = |row: &Json, field: &str| row[field].as_str().unwrap().to_owned();
    list["answers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].to_string(), text(row, "name"), text(row, "reason")))
        .collect()
}

#[test]
fn an_event_lives_by_real_mail_from_its_invitation_to_its_thanks() {
    let desk = Desk::new();
    let file = desk.office.write("pers.csv", PEOPLE);
    desk.json(&["import", &file, "--list", "Pers"]);
    desk.json(&["call", "account_save", r#"{"set": {"plus_address": 1}}"#]);
    let event = new_event(&desk, "Jumpa pers banjir");

    let dry = desk.warta_with(
        PASSWORD,
        &["--language", "id", "event", "invite", &event, "--list", "Pers", "--dry-run"],
    );
    assert!(dry.err.contains("3 akan ditambahkan"), "{dry:?}");
    assert!(dry.out.contains("Anna Contoh") && dry.out.contains("Wayan Contoh"), "{dry:?}");
    assert!(guests(&desk, &event).is_empty(), "a dry run puts nobody on the list");
    desk.json(&["event", "invite", &event, "--list", "Pers", "--yes"]);
    is(&desk, &event, "Anna Contoh", ["listed", "", ""]);
    desk.json(&["outbox", "run", "--until-empty"]);
    is(&desk, &event, "Anna Contoh", ["invited", "", ""]);
    is(&desk, &event, "Wayan Contoh", ["listed", "", ""]);

    // Anna's calendar answers; Bert writes, and so does somebody whom nobody asked.
    let sent = calendar(&desk, "anna@news.test", &["METHOD:REQUEST"]);
    assert_eq!(value(&sent, "SEQUENCE"), "0");
    assert_eq!(value(&sent, "ORGANIZER"), SENDER);
    assert_eq!(value(&sent, "ATTENDEE"), "anna@news.test");
    desk.receive(
        "anna@news.test",
        "Subject: Accepted: Jumpa pers banjir\nMessage-ID: <k1@news.test>\n",
        &reply_of(&sent, "anna@news.test", "ACCEPTED"),
    );
    let raw = desk.server.wait_for("bert@news.test", PATIENCE, |mail| mail.contains("Jumpa pers"));
    let got = header_value(&raw, "message-id").unwrap();
    desk.receive(
        "bert@news.test",
        &format!("Subject: Re: Undangan\nMessage-ID: <k2@news.test>\nIn-Reply-To: {got}\n"),
        "Content-Type: text/plain\n\nMohon maaf berhalangan, saya wakilkan kepada Tono Baru.",
    );
    desk.receive(
        "omar@news.test",
        "Subject: Accepted: Jumpa pers banjir\nMessage-ID: <k3@news.test>\n",
        &reply_of(&sent, "omar@news.test", "ACCEPTED"),
    );
    desk.fetch_until("rsvp", 2);
    desk.fetch_until("reply", 1);
    is(&desk, &event, "Anna Contoh", ["invited", "yes", "calendar"]);
    is(&desk, &event, "Bert Contoh", ["invited", "no", "mail"]);
    let mut open = answers(&desk, &event);
    open.sort_by(|one, other| one.2.cmp(&other.2));
    let reasons: Vec<&str> = open.iter().map(|(_, _, reason)| reason.as_str()).collect();
    assert_eq!(reasons, ["answer-deputy", "answer-unknown-guest"]);
    desk.json(&["event", "answers", "--settle", &open[0].0, "--deed", "deputy"]);
    desk.json(&["event", "answers", "--settle", &open[1].0, "--deed", "set_aside"]);
    assert!(answers(&desk, &event).is_empty());
    is(&desk, &event, "Tono Baru", ["invited", "yes", "mail"]);
    desk.json(&["event", "rsvp", &event, "Wayan Contoh", "yes", "--by", "whatsapp"]);

    // Another place: exactly those who know the old one and are to come; Wayan has it from a chat.
    assert!(concerned(&desk, "notify", &event).is_empty());
    desk.json(&["event", "edit", &event, "--set", "venue=Balai Contoh"]);
    assert_eq!(concerned(&desk, "notify", &event), ["Anna Contoh", "Wayan Contoh"]);
    let before = desk.json(&["event", "guests", &event, "--answered-before-change"]);
    let names: Vec<&str> = before["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Anna Contoh", "Wayan Contoh"]);
    let said = desk.warta_with(PASSWORD, &["--language", "en", "event", "guests", &event]);
    assert!(said.out.contains("2 of them answered before the event last changed"), "{said:?}");
    send(&desk, "notify", &event);
    calendar(&desk, "anna@news.test", &["METHOD:REQUEST", "SEQUENCE:1", "Balai Contoh"]);
    assert!(concerned(&desk, "notify", &event).is_empty());
    assert_eq!(desk.server.count("bert@news.test"), 1, "who declined is not told");

    // The day comes.
    desk.json(&["event", "edit", &event, "--begins", "2026-11-20 08:00 WIT"]);
    desk.json(&["event", "checkin", &event, "Anna Contoh"]);
    desk.json(&["event", "checkin", &event, "Tono Baru"]);
    desk.json(&["event", "hold", &event]);
    let report = desk.json(&["event", "report", &event]);
    assert_eq!(report["figures"]["came"].as_i64(), Some(2), "{report}");
    assert_eq!(concerned(&desk, "thanks", &event), ["Anna Contoh"]);
    assert_eq!(concerned(&desk, "missed", &event), ["Wayan Contoh"]);
    send(&desk, "thanks", &event);
    desk.server.wait_for("anna@news.test", PATIENCE, |mail| calendar_in(mail).is_none());
}

#[test]
fn an_event_that_is_called_off_takes_its_calendars_back_by_real_mail() {
    let desk = Desk::new();
    let file = desk.office.write("pers.csv", PEOPLE);
    desk.json(&["import", &file, "--list", "Pers"]);
    let event = new_event(&desk, "Kunjungan pasar");
    desk.json(&["event", "invite", &event, "--list", "Pers", "--yes"]);
    desk.json(&["outbox", "run", "--until-empty"]);
    let sent = calendar(&desk, "anna@news.test", &["METHOD:REQUEST"]);
    desk.json(&["event", "cancel", &event, "--reason", "Cuaca buruk"]);
    assert_eq!(concerned(&desk, "call-off", &event), ["Anna Contoh", "Bert Contoh"]);
    send(&desk, "call-off", &event);
    let back = calendar(&desk, "anna@news.test", &["METHOD:CANCEL"]);
    assert_eq!(value(&back, "UID"), value(&sent, "UID"));
    assert!(value(&back, "SEQUENCE") > value(&sent, "SEQUENCE"), "{back}");
    assert_eq!(value(&back, "STATUS"), "CANCELLED");
    assert!(concerned(&desk, "call-off", &event).is_empty());
    // Her calendar had answered before the cancellation came.
    desk.receive(
        "anna@news.test",
        "Subject: Accepted: Kunjungan pasar\nMessage-ID: <k4@news.test>\n",
        &reply_of(&sent, "anna@news.test", "ACCEPTED"),
    );
    desk.fetch_until("rsvp", 1);
    is(&desk, &event, "Anna Contoh", ["invited", "", ""]);
    let open = answers(&desk, &event);
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].2, "answer-event-cancelled");
}
