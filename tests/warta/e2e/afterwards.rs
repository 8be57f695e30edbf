//! After a distribution, in the window: the rule proposes who has not answered, a follow-up goes
//! out as a small distribution of its own, and the report tells of all of it and is saved.

use rusqlite::Connection;
use serde_json::json;
use warta::clock;

use super::{Window, release, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn the_silent_are_asked_once_more_and_the_report_tells_of_it() {
    let office = Office::new();
    settled(&office);
    let people = office.write(
        "orang.csv",
        "Nama;Media;E-mail\nAnna Contoh;Antara Contoh;anna@example.id\nBert Contoh;Harian Contoh;bert@example.id\n",
    );
    office.json(&["import", &people, "--list", "Pers Kota"]);
    let id = release(&office, "Ekonomi kota tumbuh");
    office.json(&["release", "send", &id.to_string(), "--list", "Pers Kota", "--yes"]);
    office.json(&["outbox", "run", "--until-empty"]);
    let rule = json!({"on": true, "from": 3, "until": 5, "most": 2, "holidays": []});
    office.json(&["call", "follow_up_rule_save", &rule.to_string()]);
    // Six days hold four or five working days, on whichever day they begin.
    let past = clock::to_text(clock::now() - chrono::Duration::days(6));
    let store = Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    store.execute("UPDATE distributions SET created_at = ?1, begun_at = ?1", [&past]).unwrap();
    store.execute("UPDATE deliveries SET marked_at = ?1, changed_at = ?1", [&past]).unwrap();
    store.execute("UPDATE interactions SET at = ?1", [&past]).unwrap();
    drop(store);
    office.json(&["release", "submit", &id.to_string(), "--to", "Budi"]);

    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/today").await;
    window.sees_in("[data-testid=today-approvals]", "With Budi since").await;
    window.sees("2 recipients have not answered").await;
    window.click("[aria-labelledby=today-follow] a").await;
    window.sees("2 people are worth asking once more").await;
    window.click("[data-testid=follow-open]").await;
    window.sees_in("[data-testid=small-check]", "2 people").await;
    window.press("Anna Contoh").await;
    window.sees_in("[data-testid=small-check]", "1 person").await;
    window.moment("follow-up").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the dialog of a follow-up");
    window.click("[data-testid=follow-do]").await;
    window.at("/releases/1/distribution/2").await;
    office.json(&["outbox", "run", "--until-empty"]);

    window.go("/releases/1/distribution/1").await;
    window.click("[data-testid=to-report]").await;
    window.element("tr[data-measure=total][data-count='2']").await;
    window.element("tr[data-measure=sent][data-count='2']").await;
    window.press("Trail").await;
    window.sees_in("[data-testid=report-steps]", "1 person asked once more").await;
    window.click("[data-testid=report-xlsx]").await;
    window.sees("Saved: ").await;
    window.close_clean().await;
    let found = std::fs::read_dir(office.file("home").join("Downloads"))
        .into_iter()
        .flatten()
        .chain(std::fs::read_dir(office.workspace()).unwrap())
        .filter_map(|entry| entry.ok())
        .any(|entry| entry.file_name().to_string_lossy().ends_with(".xlsx"));
    assert!(found, "the workbook lies in the download folder");
}
