//! Scheduling in the window, against a real mail server: a release under embargo leaves at its
//! hour and not before, waves, another time, the guard.

use std::time::Duration;

use chrono::Timelike;
use warta::clock;

use super::{Window, release, settled};
use crate::mail_server::MailServer;
use crate::office::Office;

const JAKARTA: chrono_tz::Tz = chrono_tz::Asia::Jakarta;

fn office_with(server: &MailServer) -> Office {
    let office = Office::new();
    settled(&office);
    for (list, rows) in [
        ("Kantor berita", "Anna Contoh;Antara Contoh;anna@news.test;Ekonomi\n"),
        ("Pers Kota", "Bert Contoh;Harian Contoh;bert@news.test;Ekonomi\n"),
    ] {
        let file = office.write("orang.csv", format!("Nama;Media;E-mail;Desk\n{rows}"));
        office.json(&["import", &file, "--list", list]);
    }
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.smtp);
    office.json(&[
        "account",
        "set",
        "--smtp",
        &smtp,
        "--from",
        "sender@press.test",
        "--name",
        "Humas Kota Contoh",
    ]);
    release(&office, "Ekonomi kota tumbuh");
    office
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_under_embargo_leaves_at_its_hour_and_not_before() {
    let server = MailServer::start();
    let office = office_with(&server);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/releases/1").await;

    // The text names a beat: the list is offered, one click adds it.
    window.sees_in("[data-testid=suggestions]", "Ekonomi").await;
    window.press("Kantor berita: 1 of 1 fit").await;
    window.sees_in("[data-testid=send-count]", "1 person").await;
    window.pick("lists", "Pers Kota").await;
    window.sees_in("[data-testid=send-count]", "2 people").await;

    window.click("input[name=embargo]").await;
    window.fill("embargo-day", "2099-12-01").await;
    window.fill("embargo-time", "08:00").await;
    window.choose("embargo-zone", "Asia/Makassar").await;
    window.sees_in("[data-testid=embargo-elsewhere]", "07:00 WIB").await;
    window.click("input[name=waves]").await;
    window.pick("first", "Kantor berita").await;
    window.sees_in("[data-testid=planned-waves]", "2. Pers Kota").await;
    window.moment("release-scheduled").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the panel with time, embargo and waves");
    // The hour last, so that it is still to come when the rest is chosen.
    window.click("[data-testid=when-at]").await;
    let hour = clock::now().with_timezone(&JAKARTA) + chrono::Duration::seconds(45);
    let hour = hour.with_nanosecond(0).unwrap();
    window.fill("at-day", &hour.format("%Y-%m-%d").to_string()).await;
    window.fill("at-time", &hour.format("%H:%M:%S").to_string()).await;
    window.click("[data-testid=send]").await;
    window.sees("EMBARGO until 1 December 2099 at 07:00 WIB").await;
    window.press("Schedule for").await;

    window.element("[data-testid=scheduled]").await;
    window.sees_in("[data-testid=countdown]", "in 0 min").await;
    window.sees_in("[data-testid=embargo]", "Embargo until 1 December 2099").await;
    window.element("li[data-wave='1'][data-waiting='1']").await;
    window.moment("distribution-scheduled").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a scheduled distribution");
    assert!(clock::now() < hour, "the window took too long for the hour chosen");
    assert_eq!(server.count("anna@news.test"), 0);

    // Nothing is waited for but the state: the loop lets it go at its hour.
    let accepted =
        "return document.querySelector('li[data-state=accepted]')?.dataset.count === '1'";
    window.wait_long("the first wave", accepted, Duration::from_secs(90)).await;
    assert!(clock::now() >= hour, "it left before its hour");
    let mail =
        server.wait_for("anna@news.test", Duration::from_secs(20), |mail| mail.contains("Ekonomi"));
    let parsed = mail_parser::MessageParser::default().parse(mail.as_slice()).unwrap();
    let line = "EMBARGO until 1 December 2099 at 07:00 WIB";
    assert!(parsed.subject().unwrap().starts_with(line), "{:?}", parsed.subject());
    assert!(parsed.body_text(0).unwrap().contains(line));
    let sent_at = parsed.date().unwrap().to_timestamp();
    assert!(sent_at >= hour.timestamp(), "{sent_at} is before {hour}");
    assert_eq!(server.count("bert@news.test"), 0, "the second wave waits");

    // The second wave gets another time: now.
    window.press("Another time").await;
    window.click("[role=dialog] [data-testid=when-now]").await;
    window.click("[data-testid=reschedule-save]").await;
    let both = "return document.querySelector('li[data-state=accepted]')?.dataset.count === '2'";
    window.wait_long("the second wave", both, Duration::from_secs(60)).await;
    server.wait_for("bert@news.test", Duration::from_secs(20), |mail| mail.contains("Ekonomi"));
    assert_eq!((server.count("anna@news.test"), server.count("bert@news.test")), (1, 1));

    // The guard names both, and a click keeps them.
    window.go("/releases/1").await;
    window.fill("guard-days", "3").await;
    window.sees_in("[data-testid=recent]", "Anna Contoh").await;
    window.sees_in("[data-testid=recent]", "Rina Contoh").await;
    window.press("Send to all of them").await;
    window.sees_in("[data-testid=send-count]", "2 people").await;
    window.moment("release-guard").await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn newsrooms_and_groups_have_their_wave_and_their_guard() {
    let office = Office::new();
    settled(&office);
    let file = office
        .write("orang.csv", "Nama;Media;E-mail\nAnna Contoh;Antara Contoh;anna@news.example.com\n");
    office.json(&["import", &file, "--list", "Pers Kota"]);
    office.json(&["call", "organisation_save", r#"{"patch": {"set": {"name": "Radio Contoh", "kind": "outlet"}}, "reaches": [{"kind": "email", "value": "redaksi@radio.example.com"}]}"#]);
    office.json(&["chat", "new", "Grup Humas"]);
    let id = release(&office, "Ekonomi kota tumbuh");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/releases/1").await;
    window.pick("lists", "Pers Kota").await;
    window.pick("newsrooms", "Radio Contoh").await;
    window.pick("groups", "Grup Humas").await;
    window.sees_in("[data-testid=send-count]", "3 people").await;
    window.click("input[name=waves]").await;
    window.pick("first", "Radio Contoh").await;
    window.pick("first", "Grup Humas").await;
    window.sees_in("[data-testid=planned-waves]", "1. Grup Humas, Radio Contoh").await;
    window.sees_in("[data-testid=planned-waves]", "2. Pers Kota").await;
    // As many waves as are wanted, and whoever is in one is not in another.
    window.press("Another wave").await;
    window.pick("wave-2", "Pers Kota").await;
    window.fill("wave-2-after", "20").await;
    window.sees_in("[data-testid=planned-waves]", "2. Pers Kota").await;
    window.sees_in("[data-testid=planned-waves]", "after 20 min").await;
    window.moment("release-waves-newsroom").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the panel with a newsroom and a group in the first wave");

    // Sent under embargo from the command line: the window proposes what stands.
    let id = id.to_string();
    office.json(&[
        "release",
        "send",
        &id,
        "--newsroom",
        "Radio Contoh",
        "--group",
        "Grup Humas",
        "--embargo",
        "2099-12-01 10:00 WIB",
        "--yes",
    ]);
    window.go("/today").await;
    window.go("/releases/1").await;
    window.element("input[name=embargo]:checked").await;
    window.sees_in("[data-testid=embargo-elsewhere]", "WITA").await;
    let day = "return document.querySelector('input[name=embargo-day]').value";
    assert_eq!(window.run(day, vec![]).await, serde_json::json!("1 Dec 2099"));
    let own = office.json(&["release", "show", &id])["release"]["embargo_at"].clone();
    assert_eq!(own, serde_json::json!(""), "a proposal is no decision");

    window.fill("guard-days", "3").await;
    window.sees_in("[data-testid=recent]", "Newsroom of Radio Contoh").await;
    window.sees_in("[data-testid=recent]", "Grup Humas").await;
    window.sees_in("[data-testid=send-count]", "1 person").await;
    window.press("Send to all of them").await;
    window.sees_in("[data-testid=send-count]", "3 people").await;
    window.moment("release-guard-newsroom").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the guard with a newsroom and a group");
    window.close_clean().await;
}

impl Window {
    /// Waits for a state that comes at an hour.
    async fn wait_long(&self, what: &str, script: &str, limit: Duration) {
        let until = std::time::Instant::now() + limit;
        while self.run(script, vec![]).await != serde_json::Value::Bool(true) {
            assert!(std::time::Instant::now() < until, "too slow: {what}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}
