//! What comes with the mails of an event and before them: a press kit that goes along, and answers
//! that were in the mailbox before the event was.

use std::fs;
use std::time::Duration;

use thirtyfour::Key;

use super::{Window, settled};
use crate::office::Office;

fn answer(id: &str, from: &str, partstat: &str) -> String {
    format!(
        "From: {from}\nTo: humas@kota.example.id\nSubject: {partstat}: Market opens again\nMessage-ID: <{id}@example.com>\nMIME-Version: 1.0\nContent-Type: text/calendar; method=REPLY; charset=utf-8\n\nBEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:elsewhere@example.com\nATTENDEE;PARTSTAT={partstat}:mailto:{from}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// An office with an event, two guests and a press kit.
fn office_of_an_event() -> Office {
    let office = Office::new();
    settled(&office);
    let people = office.write(
        "pers.csv",
        "Nama;Media;E-mail\nAsep Sunarya;Harian Contoh;asep@news.example.com\nSiti Rahma;Radio Contoh;siti@news.example.com\n",
    );
    office.json(&["import", &people, "--list", "Pers Kota"]);
    let facts = office.write("facts.txt", "12 stalls");
    office.json(&["kit", "new", "Market kit", "--file", &facts]);
    office
}

/// Opens the invitation of both guests and attaches the kit.
async fn invite_with_kit(window: &Window) {
    window.keys("i").await;
    window.sees_in("[data-testid=mail-count]", "2 people").await;
    window.press("Attach files or a press kit").await;
    window.press("Attach a press kit").await;
    window.pick("kit", "Market kit").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees_in("[data-testid=guest-mail]", "Market kit.zip").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_from_before_the_event_are_taken_and_a_kit_goes_along() {
    let office = office_of_an_event();
    for (id, from, partstat) in
        [("a1", "asep@news.example.com", "ACCEPTED"), ("s1", "siti@news.example.com", "DECLINED")]
    {
        let mail = office.write(&format!("{id}.eml"), answer(id, from, partstat));
        office.warta(&["--json", "inbox", "read", &mail]).json_lines();
    }
    office.json(&["event", "new", "Market opens again", "--begins", "2027-03-02 09:00 WIB"]);
    office.json(&["event", "guests", "1", "--add", "--list", "Pers Kota"]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1/guests").await;
    window.sees_in("[data-testid=offers]", "2 answers in the mailbox").await;
    window.press("Look").await;
    window.sees_in("[data-offer='1']", "Asep").await;
    assert_eq!(window.axe().await, "", "offers");
    window.moment("guests-offers").await;
    window.click("[data-offer='1'] button").await;
    window.sees("1 answer taken").await;
    window.gone("[data-offer='1']").await;
    window.click("[data-offer='2'] button:nth-of-type(2)").await;
    window.gone("[data-testid=offers]").await;
    window.sees_in("[data-figure=yes] b", "1").await;
    window.sees_in("[data-figure=no] b", "0").await;

    // What was attached and is not sent is not left behind.
    invite_with_kit(&window).await;
    assert_eq!(window.axe().await, "", "with a kit");
    window.moment("guests-mail-kit").await;
    let left = || office.json(&["release", "list"])["releases"].as_array().unwrap().len();
    assert_eq!(left(), 1);
    window.keys(Key::Escape).await;
    window.gone("[data-testid=guest-mail]").await;
    for _ in 0..100 {
        if left() == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(left(), 0, "the text that did not leave is in the bin");

    invite_with_kit(&window).await;
    window.fill("subject", "Come and see").await;
    window.keys(Key::Tab).await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("On its way to 2 people").await;
    window.close_clean().await;
    office.json(&["outbox", "run", "--until-empty"]);
    let mails: Vec<String> = fs::read_dir(office.workspace().join("outbox"))
        .unwrap()
        .map(|entry| {
            String::from_utf8_lossy(&fs::read(entry.unwrap().path()).unwrap()).into_owned()
        })
        .collect();
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        assert!(mail.contains("Market kit.zip"), "{mail}");
        assert!(mail.contains("Subject: Come and see"), "{mail}");
        assert!(mail.contains("text/calendar"));
    }
}

#[test]
fn the_command_line_sends_a_kit_along_and_leaves_nothing_behind() {
    let office = office_of_an_event();
    office.json(&["event", "new", "Market opens again", "--begins", "2027-03-02 09:00 WIB"]);
    office.json(&["event", "guests", "1", "--add", "--list", "Pers Kota"]);
    let missing = office.file("missing.pdf").display().to_string();
    let refused = office.warta(&[
        "event",
        "invite",
        "1",
        "--kit",
        "Market kit",
        "--attach",
        &missing,
        "--yes",
    ]);
    assert_ne!(refused.code, 0);
    assert!(refused.err.contains("missing.pdf"), "{}", refused.err);
    let releases = office.json(&["release", "list"]);
    assert_eq!(releases["releases"].as_array().unwrap().len(), 0, "{releases}");
    let unknown = office.warta(&["event", "invite", "1", "--kit", "Nothing", "--yes"]);
    assert!(unknown.err.contains("Nothing"), "{}", unknown.err);
    let map = office.write("map.txt", "from the station to the left");
    office.json(&["event", "invite", "1", "--kit", "Market kit", "--attach", &map, "--yes"]);
    office.json(&["outbox", "run", "--until-empty"]);
    let mail = fs::read_dir(office.workspace().join("outbox")).unwrap().next().unwrap().unwrap();
    let mail = String::from_utf8_lossy(&fs::read(mail.path()).unwrap()).into_owned();
    assert!(mail.contains("Market kit.zip") && mail.contains("map.txt"), "{mail}");
}
