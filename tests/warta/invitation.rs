//! Invitations: a mail that a journalist's own calendar answers, to exactly those whom it concerns,
//! and what stands with each guest once it left.

use icalendar::parser::{read_calendar, unfold};
use mail_parser::{MessageParser, MimeHeaders, PartType};
use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Error;
use warta::event_guest::{EventGuest, Place};

use crate::check_in::guest_with;
use crate::mail_server::scripted::ScriptedServer;
use crate::sending_desk::SendingDesk;

fn call(desk: &SendingDesk, name: &str, args: Json) -> Json {
    commands::call_and_wait(&desk.door(), name, args)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn refusal(desk: &SendingDesk, name: &str, args: Json) -> Error {
    commands::call_and_wait(&desk.door(), name, args).unwrap_err()
}

/// An event of the office, on 1 December 2099 in Jayapura.
fn event(desk: &SendingDesk) -> i64 {
    let made = call(
        desk,
        "event_save",
        json!({"patch": {"set": {"title": "Pasar, murah; dibuka", "kind": "press_conference", "language": "id",
                                 "venue": "Aula Contoh", "address": "Jalan Contoh 1", "theme": "Harga & pasokan"}},
               "begins": "2099-12-01 08:00 WIT", "ends": "2099-12-01 10:00 WIT"}),
    );
    made["event"]["id"].as_i64().unwrap()
}

fn listed(guest: &mut EventGuest) {
    guest.place = Place::Listed;
    guest.rsvp.clear();
}

/// A contact on the guest list, not asked yet.
fn known(desk: &SendingDesk, event: i64, name: &str, email: &str) -> i64 {
    let contact = desk.reader(name, email);
    guest_with(&desk.workspace, event, name, "Harian Contoh", |guest| {
        listed(guest);
        guest.contact_id = Some(contact);
        guest.email = email.to_owned();
    })
}

/// Somebody on the guest list whom the media list does not know.
fn stranger(desk: &SendingDesk, event: i64, name: &str, email: &str, phone: &str) -> i64 {
    guest_with(&desk.workspace, event, name, "Radio Contoh", |guest| {
        listed(guest);
        guest.email = email.to_owned();
        guest.phone = phone.to_owned();
    })
}

fn guest(desk: &SendingDesk, id: i64) -> EventGuest {
    desk.read(|db, _| db.get(id))
}

fn mail(event: i64, mail: &str) -> Json {
    json!({"event_id": event, "mail": mail})
}

/// Who would get a mail, by name, and who would not and why.
fn concerned(desk: &SendingDesk, event: i64, kind: &str) -> (Vec<String>, Vec<(String, String)>) {
    let check = call(desk, "event_mail_check", mail(event, kind));
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let by = |field: &str| check["preflight"][field].as_array().unwrap().clone();
    let names =
        by("recipients").iter().chain(&by("by_hand")).map(|row| text(&row["name"])).collect();
    let left = check["left_out"].as_array().unwrap();
    (names, left.iter().map(|row| (text(&row["name"]), text(&row["reason"]))).collect())
}

fn counts(desk: &SendingDesk, event: i64) -> [i64; 7] {
    let counts = call(desk, "event_mail_counts", json!(event));
    ["invitation", "reminder", "update", "cancellation", "thanks", "missed", "on_its_way"]
        .map(|name| counts[name].as_i64().unwrap())
}

fn send(desk: &SendingDesk, event: i64, kind: &str) -> Json {
    let sent = call(desk, "event_mail_send", mail(event, kind));
    desk.run().unwrap();
    sent
}

/// The calendar among the alternatives of a message, checked by a reader that is not ours.
fn calendar_of(raw: &[u8], method: &str) -> String {
    let message = MessageParser::default().parse(raw).unwrap();
    let parts: Vec<_> = message
        .parts
        .iter()
        .filter(|part| part.content_type().is_some_and(|kind| kind.subtype() == Some("calendar")))
        .collect();
    assert_eq!(parts.len(), 1, "one calendar that clients answer");
    let kind = parts[0].content_type().unwrap();
    assert_eq!(kind.attribute("method"), Some(method));
    assert_eq!(kind.attribute("charset"), Some("utf-8"));
    let text = match &parts[0].body {
        PartType::Text(text) => text.to_string(),
        other => panic!("{other:?}"),
    };
    let file = message
        .attachments()
        .find(|part| part.attachment_name().is_some_and(|name| name.ends_with(".ics")))
        .unwrap();
    assert_eq!(String::from_utf8_lossy(file.contents()), text, "the file is the same calendar");
    assert_eq!(file.content_type().unwrap().subtype(), Some("ics"));
    let unfolded = unfold(&text);
    let read = read_calendar(&unfolded).unwrap();
    let names: Vec<&str> = read.components.iter().map(|part| part.name.as_str()).collect();
    assert!(names.contains(&"VEVENT"), "{names:?}");
    assert!(text.contains(&format!("METHOD:{method}\r\n")), "{text}");
    text
}

fn line<'t>(unfolded: &'t str, name: &str) -> &'t str {
    let mut lines = unfolded
        .lines()
        .filter(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])));
    let found = lines.next().unwrap_or_else(|| panic!("{name} in {unfolded}"));
    assert_eq!(lines.next(), None, "{name} once");
    found
}

#[test]
fn an_invitation_is_a_mail_that_calendars_answer() {
    let desk = SendingDesk::new();
    let server = ScriptedServer::friendly();
    desk.server(server.port);
    desk.account(json!({"plus_address": 1}));
    let event = event(&desk);
    let siti = known(&desk, event, "Siti Rahma", "siti@example.com");
    let bayu = stranger(&desk, event, "Bayu \"Jago\", S.Sos", "bayu@example.com", "");
    let wati = stranger(&desk, event, "Wati", "", "0812 0000 1111");

    let text = call(&desk, "event_mail_text", mail(event, "invitation"));
    assert!(text["text"].as_str().unwrap().contains("Yth. Bapak/Ibu"), "{text}");
    let check = call(&desk, "event_mail_check", mail(event, "invitation"));
    assert_eq!(check["preflight"]["recipients"].as_array().unwrap().len(), 2, "{check}");
    assert_eq!(check["preflight"]["by_hand"][0]["phone"], "+6281200001111", "{check}");
    assert_eq!(check["subject"], text["subject"], "{check}");
    assert_eq!(counts(&desk, event), [3, 0, 0, 0, 0, 0, 0]);

    let mut order = mail(event, "invitation");
    order["expected_recipients"] = json!(2);
    assert_eq!(
        refusal(&desk, "event_mail_send", order.clone()).text,
        "distribution-audience-changed"
    );
    order["expected_recipients"] = json!(3);
    let sent = call(&desk, "event_mail_send", order);
    assert_eq!(guest(&desk, siti).place, Place::Listed, "nothing has left yet");
    assert_eq!(counts(&desk, event), [0, 0, 0, 0, 0, 0, 3]);
    desk.run().unwrap();
    for id in [siti, bayu] {
        let guest = guest(&desk, id);
        assert_eq!((guest.place, guest.told_version), (Place::Invited, 1));
        assert!(!guest.invited_at.is_empty());
    }
    let by_hand = sent["by_hand"][0]["id"].as_i64().unwrap();
    assert_eq!(sent["by_hand"][0]["name"], "Wati");
    let chat = sent["by_hand"][0]["text"].as_str().unwrap();
    assert!(chat.contains("Pasar, murah; dibuka") && chat.contains("Aula Contoh"), "{chat}");
    assert!(!chat.contains("{{"), "{chat}");
    assert_eq!(guest(&desk, wati).invited_at, "");
    call(&desk, "delivery_done_by_hand", json!(by_hand));
    assert_eq!((guest(&desk, wati).place, guest(&desk, wati).told_version), (Place::Invited, 1));
    call(&desk, "delivery_not_done", json!(by_hand));
    assert_eq!((guest(&desk, wati).invited_at.as_str(), guest(&desk, wati).told_version), ("", 0));
    call(&desk, "delivery_done_by_hand", json!(by_hand));
    assert_eq!(counts(&desk, event), [0, 3, 0, 0, 0, 0, 0]);

    let uid = desk.read(|db, _| db.get::<warta::press_event::PressEvent>(event)).uid;
    let messages = server.messages();
    assert_eq!(messages.len(), 2);
    for (to, raw) in messages {
        let message = MessageParser::default().parse(&raw).unwrap();
        let reply_to = message.reply_to().unwrap().first().unwrap().address().unwrap().to_owned();
        assert!(reply_to.starts_with("press+"), "the token survives: {reply_to}");
        let text = calendar_of(&raw, "REQUEST");
        let unfolded = text.replace("\r\n ", "");
        assert_eq!(line(&unfolded, "UID"), format!("UID:{uid}"));
        assert_eq!(line(&unfolded, "SEQUENCE"), "SEQUENCE:0");
        assert_eq!(line(&unfolded, "SUMMARY"), "SUMMARY:Pasar\\, murah\\; dibuka");
        assert_eq!(
            line(&unfolded, "ORGANIZER"),
            "ORGANIZER;CN=\"Humas Contoh\":mailto:press@office.example.id"
        );
        let attendee = line(&unfolded, "ATTENDEE");
        assert!(attendee.ends_with(&format!("mailto:{}", to[0])), "{attendee}");
        assert!(attendee.contains("RSVP=TRUE") && attendee.contains("NEEDS-ACTION"), "{attendee}");
        let body = message.body_text(0).unwrap().into_owned();
        assert!(body.contains("1 Desember 2099") && body.contains("Aula Contoh"), "{body}");
        assert!(!body.contains("{{"), "{body}");
    }
    let history = desk.read(|db, _| {
        warta::interaction::of_contact(db, db.get::<EventGuest>(siti)?.contact_id.unwrap(), 5)
    });
    assert!(history[0].summary.starts_with("Undangan: Pasar, murah; dibuka"), "{history:?}");
}

#[test]
fn each_mail_reaches_those_whom_it_concerns_and_says_why_not_the_others() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let names = ["Ani", "Bima", "Citra", "Dedi"];
    let ids = names
        .map(|name| known(&desk, event, name, &format!("{}@example.com", name.to_lowercase())));
    let waiting = stranger(&desk, event, "Eka", "eka@example.com", "");
    desk.sql(&format!("UPDATE event_guests SET place = 'waiting' WHERE id = {waiting}"));
    let (to, left) = concerned(&desk, event, "invitation");
    assert_eq!(to, names);
    assert_eq!(left, [("Eka".to_owned(), "waiting".to_owned())]);
    send(&desk, event, "invitation");
    assert_eq!(counts(&desk, event), [0, 4, 0, 0, 0, 0, 0]);
    let (_, left) = concerned(&desk, event, "invitation");
    assert_eq!(left[0], ("Ani".to_owned(), "invited".to_owned()));

    // Ani comes, Bima does not, Citra is taken off, Dedi is silent.
    desk.sql(&format!("UPDATE event_guests SET rsvp = 'yes' WHERE id = {}", ids[0]));
    desk.sql(&format!("UPDATE event_guests SET rsvp = 'no' WHERE id = {}", ids[1]));
    desk.sql(&format!("UPDATE event_guests SET place = 'withdrawn' WHERE id = {}", ids[2]));
    assert_eq!(concerned(&desk, event, "reminder").0, ["Dedi"]);
    assert_eq!(concerned(&desk, event, "update").0, [""; 0]);
    assert_eq!(concerned(&desk, event, "cancellation").0, ["Citra"], "only who was taken off");
    send(&desk, event, "reminder");
    assert!(!guest(&desk, ids[3]).reminded_at.is_empty());

    // Two changes are told once, to those who knew it otherwise and may come.
    for venue in ["Aula Lain", "Balai Kota"] {
        let patch = json!({"patch": {"id": event, "set": {"venue": venue}}});
        call(&desk, "event_save", patch);
    }
    assert_eq!(concerned(&desk, event, "update").0, ["Ani", "Dedi"]);
    let sent = send(&desk, event, "update");
    let id = sent["row"]["id"].as_i64().unwrap();
    let calendar: String = desk.read(|db, _| {
        let found = db.row(
            &format!("SELECT calendar FROM distributions WHERE id = {id}"),
            rusqlite::named_params! {},
            |row| row.get(0),
        )?;
        Ok(found.unwrap())
    });
    assert!(calendar.contains("SEQUENCE:2\r\n") && calendar.contains("Balai Kota"), "{calendar}");
    assert_eq!(guest(&desk, ids[0]).told_version, 3);
    assert_eq!(concerned(&desk, event, "update").0, [""; 0]);

    // Taken off: the calendar drops it, though the event takes place.
    let outbox = desk.folder.path().join("outbox");
    let sent = send(&desk, event, "cancellation");
    let rows = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let raw = std::fs::read(outbox.join(format!("{}.eml", rows[0].id))).unwrap();
    let text = calendar_of(&raw, "CANCEL");
    assert!(!text.contains("STATUS:"), "{text}");
    assert!(!guest(&desk, ids[2]).told_off_at.is_empty());

    // Called off: everybody who may come is told, and nobody twice.
    call(&desk, "event_cancel", json!({"id": event, "reason": "Cuaca buruk"}));
    assert_eq!(
        refusal(&desk, "event_mail_check", mail(event, "invitation")).text,
        "event-is-cancelled"
    );
    let (to, left) = concerned(&desk, event, "cancellation");
    assert_eq!(to, ["Ani", "Dedi"]);
    assert!(left.contains(&("Bima".to_owned(), "declined".to_owned())), "{left:?}");
    assert!(left.contains(&("Citra".to_owned(), "told_off".to_owned())), "{left:?}");
    assert!(left.contains(&("Eka".to_owned(), "not_told".to_owned())), "{left:?}");
    let sent = send(&desk, event, "cancellation");
    let rows = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let raw = std::fs::read(outbox.join(format!("{}.eml", rows[0].id))).unwrap();
    let text = calendar_of(&raw, "CANCEL");
    assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:3\r\n"), "{text}");
    let body = MessageParser::default().parse(&raw).unwrap().body_text(0).unwrap().into_owned();
    assert!(body.contains("Cuaca buruk"), "{body}");
    assert_eq!(counts(&desk, event), [0; 7]);

    // It takes place after all: whoever was told off hears of it.
    call(&desk, "event_plan_again", json!(event));
    assert_eq!(concerned(&desk, event, "update").0, ["Ani", "Dedi"]);
    send(&desk, event, "update");
    assert_eq!(guest(&desk, ids[0]).told_off_at, "");
}

#[test]
fn what_happens_while_a_mail_waits_counts_when_it_leaves() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let ani = known(&desk, event, "Ani", "ani@example.com");
    let bima = known(&desk, event, "Bima", "bima@example.com");
    let citra = stranger(&desk, event, "Citra", "citra@example.com", "");
    let sent = call(&desk, "event_mail_send", mail(event, "invitation"));
    desk.sql(&format!("UPDATE event_guests SET place = 'withdrawn' WHERE id = {bima}"));
    desk.sql(&format!("UPDATE event_guests SET deleted_at = '2026-01-01' WHERE id = {citra}"));
    // What is on its way tells of the event as it was: its guests must hear of the change.
    call(&desk, "event_save", json!({"patch": {"id": event, "set": {"venue": "Aula Lain"}}}));
    desk.run().unwrap();
    let rows = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let told: Vec<(&str, &str)> =
        rows.iter().map(|row| (row.state.as_str(), row.reason.as_str())).collect();
    assert_eq!(
        told,
        [
            ("accepted", "outbox_folder"),
            ("suppressed", "guest_withdrawn"),
            ("suppressed", "guest_gone")
        ]
    );
    assert_eq!(guest(&desk, ani).told_version, 1);
    assert_eq!(guest(&desk, bima).told_version, 0);
    assert_eq!(concerned(&desk, event, "update").0, ["Ani"]);
}

#[test]
fn a_text_in_two_languages_and_one_that_a_person_wrote() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let ann = desk.reader("Ann", "ann@example.com");
    desk.sql(&format!("UPDATE contacts SET language = 'en' WHERE id = {ann}"));
    guest_with(&desk.workspace, event, "Ann", "Daily Example", |guest| {
        listed(guest);
        guest.contact_id = Some(ann);
    });
    known(&desk, event, "Budi", "budi@example.com");
    let check = call(&desk, "event_mail_check", mail(event, "invitation"));
    assert_eq!(check["other"]["language"], "en", "{check}");
    let sent = send(&desk, event, "invitation");
    let rows = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let of = |name: &str| {
        let id = rows.iter().find(|row| row.name == name).unwrap().id;
        let raw = std::fs::read(desk.folder.path().join(format!("outbox/{id}.eml"))).unwrap();
        calendar_of(&raw, "REQUEST");
        let message = MessageParser::default().parse(&raw).unwrap();
        format!("{}\n{}", message.subject().unwrap(), message.body_text(0).unwrap())
    };
    let (ann, budi) = (of("Ann"), of("Budi"));
    assert!(ann.contains("Invitation") && ann.contains("1 December 2099"), "{ann}");
    assert!(budi.contains("Undangan") && budi.contains("1 Desember 2099"), "{budi}");

    let mut order = mail(event, "reminder");
    order["text"] = json!("{{salutation}}, jangan lupa {{headline}}.");
    let check = call(&desk, "event_mail_check", order.clone());
    assert_eq!(check["other"], json!(null), "own words go to everybody");
    order["text"] = json!("Ada {{apa}}?");
    let check = call(&desk, "event_mail_check", order);
    let problems = check["preflight"]["problems"].to_string();
    assert!(problems.contains("unknown_field"), "{problems}");
}

#[test]
fn an_office_that_sends_nothing_unapproved_approves_the_invitation_first() {
    let desk = SendingDesk::new();
    desk.write(|db, ctx| {
        warta::office::save(db, ctx, crate::sending_desk::patch(json!({"unapproved": "refuse"})))
    });
    let event = event(&desk);
    known(&desk, event, "Ani", "ani@example.com");
    let refused = refusal(&desk, "event_mail_send", mail(event, "invitation"));
    assert_eq!(refused.text, "distribution-problem-must-be-approved");
    let release = call(&desk, "event_mail_draft", mail(event, "invitation"));
    call(&desk, "release_approve", json!({"id": release, "way": "here"}));
    let mut order = mail(event, "invitation");
    order["release_id"] = release.clone();
    let sent = call(&desk, "event_mail_send", order.clone());
    assert_eq!(sent["row"]["release_id"], release);
    let other = self::event(&desk);
    order["event_id"] = json!(other);
    assert_eq!(refusal(&desk, "event_mail_check", order).text, "event-mail-other-text");
}

#[test]
fn thanks_and_missed_go_out_once_and_only_after_it_began() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let came = known(&desk, event, "Ani", "ani@example.com");
    known(&desk, event, "Bima", "bima@example.com");
    send(&desk, event, "invitation");
    assert_eq!(refusal(&desk, "event_mail_check", mail(event, "thanks")).text, "event-not-begun");
    desk.sql(&format!(
        "UPDATE press_events SET begins_at = '2026-01-01T01:00:00.000Z', ends_at = '2026-01-01T03:00:00.000Z' WHERE id = {event}"
    ));
    desk.sql(&format!(
        "UPDATE event_guests SET arrived_at = '2026-01-01T01:00:00.000Z' WHERE id = {came}"
    ));
    assert_eq!(refusal(&desk, "event_mail_check", mail(event, "reminder")).text, "event-mail-over");
    assert_eq!(concerned(&desk, event, "thanks").0, ["Ani"]);
    assert_eq!(concerned(&desk, event, "missed").0, ["Bima"]);
    let sent = send(&desk, event, "thanks");
    let rows = desk.deliveries(sent["row"]["id"].as_i64().unwrap());
    let raw = std::fs::read(desk.folder.path().join(format!("outbox/{}.eml", rows[0].id))).unwrap();
    assert!(!String::from_utf8_lossy(&raw).contains("text/calendar"));
    let (to, left) = concerned(&desk, event, "thanks");
    assert_eq!(to, [""; 0]);
    assert_eq!(left[0], ("Ani".to_owned(), "had_it".to_owned()));
    assert_eq!(counts(&desk, event)[4..6], [0, 1]);
}

#[test]
fn an_invitation_letter_has_one_number_and_a_page_for_each_guest() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let file = desk.folder.path().join("undangan.pdf");
    let order = json!({"event_id": event, "file": file});
    assert_eq!(refusal(&desk, "event_letters_export", order.clone()).text, "event-letters-none");
    let letter = call(&desk, "event_letter_new", json!(event));
    assert_eq!(refusal(&desk, "event_letters_export", order.clone()).text, "event-letters-nobody");
    known(&desk, event, "Siti Rahma", "siti@example.com");
    stranger(&desk, event, "Wati", "", "");
    let of = |event: i64| call(&desk, "letter_list", json!({"event_id": event}));
    assert_eq!((&of(event)[0]["id"], &of(event + 1)), (&json!(letter), &json!([])));
    let issue = json!({"id": letter, "number": "005/12/2099", "anyway": true});
    assert_eq!(call(&desk, "letter_issue", issue)["letter"]["number"], "005/12/2099");
    call(&desk, "event_letters_export", order);
    let document = lopdf::Document::load(&file).unwrap();
    assert_eq!(document.get_pages().len(), 2);
    let first = document.extract_text(&[1]).unwrap();
    let words = first.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Siti Rahma") && words.contains("005/12/2099"), "{words}");
}

#[test]
fn an_answer_from_before_a_change_is_told_apart() {
    let desk = SendingDesk::new();
    let event = event(&desk);
    let ani = known(&desk, event, "Ani", "ani@example.com");
    let bima = known(&desk, event, "Bima", "bima@example.com");
    send(&desk, event, "invitation");
    // Citra was telephoned and never had a mail.
    let citra = stranger(&desk, event, "Citra", "citra@example.com", "");
    let say = |guest: i64, rsvp: &str| {
        call(&desk, "event_guest_answer", json!({"guest_id": guest, "rsvp": rsvp, "way": "phone"}))
    };
    say(ani, "yes");
    say(bima, "no");
    say(citra, "maybe");
    let before = || {
        let ask = json!({"event_id": event, "answered_before_change": true});
        let page = call(&desk, "event_guest_list", ask);
        let rows = page["rows"].as_array().unwrap();
        assert_eq!(page["sums"]["answered_before_change"], rows.len());
        assert!(rows.iter().all(|row| row["answered_before_change"] == true));
        rows.iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(before(), [""; 0]);
    call(&desk, "event_save", json!({"patch": {"id": event, "set": {"notes": "Hanya kami"}}}));
    assert_eq!(before(), [""; 0], "what guests are not told of changes nothing for them");
    assert_eq!(concerned(&desk, event, "update").0, [""; 0]);
    call(
        &desk,
        "event_save",
        json!({"patch": {"id": event}, "begins": "2099-12-02 08:00 WIT", "ends": "2099-12-02 10:00 WIT"}),
    );
    assert_eq!(before(), ["Ani", "Citra"]);
    let (to, left) = concerned(&desk, event, "update");
    assert_eq!(to, ["Ani", "Citra"], "who said by telephone that they may come must know too");
    assert_eq!(left, [("Bima".to_owned(), "declined".to_owned())]);
    // The same words once more are an answer to the new time.
    assert_eq!(say(ani, "yes")["answered_before_change"], false);
    assert_eq!(before(), ["Citra"]);
    send(&desk, event, "update");
    assert_eq!(before(), ["Citra"], "what she said is as old as before");
    say(citra, "no");
    assert_eq!(before(), [""; 0]);
    say(citra, "yes");
    assert_eq!(before(), [""; 0]);
}
