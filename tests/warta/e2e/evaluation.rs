//! The evaluation of an event in its page: figures, coverage that is proposed, lessons, comparison,
//! the report and the bundle; and who is invited how often.

use rusqlite::Connection;
use serde_json::json;

use super::{Window, settled};
use crate::office::Office;

/// An event that was held, with six guests, costs and coverage that nobody has linked.
fn held(office: &Office) -> String {
    let id = office.json(&[
        "event",
        "new",
        "Jumpa pers pasar rakyat",
        "--begins",
        "2026-03-10 09:00 WIB",
        "--set",
        "budget=5000000",
    ])["event"]["id"]
        .to_string();
    office.json(&["event", "hold", &id]);
    let paper = office.json(&[
        "call",
        "organisation_save",
        &json!({"patch": {"set": {"kind": "outlet", "name": "Harian Contoh"}}}).to_string(),
    ])["organisation"]["id"]
        .to_string();
    let connection = Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    let came = "2026-03-10T01:50:00.000Z";
    for (name, outlet, rsvp, arrived, place, reason) in [
        ("Siti Rahma", paper.as_str(), "yes", came, "invited", ""),
        ("Budi Santoso", paper.as_str(), "yes", "", "invited", ""),
        ("Citra Dewi", "NULL", "yes", came, "invited", ""),
        ("Dedi Kurnia", "NULL", "no", "", "invited", ""),
        ("Eka Putra", "NULL", "yes", came, "invited", ""),
        ("Hadi Wijaya", paper.as_str(), "", "", "waiting", "Kursi penuh"),
    ] {
        connection
            .execute_batch(&format!(
                "INSERT INTO event_guests (event_id, name, name_key, outlet_id, rsvp, arrived_at, place, reason, created_at, updated_at)
                 VALUES ({id}, '{name}', lower('{name}'), {outlet}, '{rsvp}', '{arrived}', '{place}', '{reason}', '', '')"
            ))
            .unwrap();
    }
    connection
        .execute_batch(&format!(
            "INSERT INTO event_costs (event_id, title, planned, actual, created_at, updated_at)
             VALUES ({id}, 'Konsumsi', 3000000, 2400000, '', '')"
        ))
        .unwrap();
    office.json(&[
        "coverage",
        "add",
        "--title",
        "Pasar rakyat segera dibuka",
        "--outlet",
        "Harian Contoh",
        "--on",
        "2026-03-11",
    ]);
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_evaluated_and_its_report_and_bundle_are_saved() {
    let office = Office::new();
    settled(&office);
    let id = held(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go(&format!("/events/{id}/evaluation")).await;
    window.sees_in("[data-testid=figure-invited]", "5").await;
    window.sees_in("[data-testid=figure-no_shows]", "1").await;
    window.sees_in("[data-testid=figure-no_show_percent]", "25").await;
    window.sees("neither the guest nor anybody standing in came").await;
    window.sees_in("[data-testid=evaluation-cost-shares]", "Rp800,000").await;
    window.moment("evaluation").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the evaluation");

    window.sees_in("[data-testid=event-proposed]", "Pasar rakyat segera dibuka").await;
    window.press("Link them all").await;
    window.sees_in("[data-testid=event-coverage]", "Pasar rakyat segera dibuka").await;
    window.gone("[data-testid=event-proposed]").await;
    window.keys("\u{e009}z").await;
    window.element("[data-testid=event-proposed]").await;
    window.press("Link: Pasar rakyat segera dibuka").await;
    window.element("[data-testid=event-coverage]").await;
    window.fill("lessons", "Invite earlier.").await;
    window.sees("Saved").await;

    window.press("Accountability bundle…").await;
    window.sees_in("[data-testid=bundle-missing]", "There is no receipt for: Konsumsi").await;
    window.moment("bundle").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the bundle");
    window.press("Save PDF").await;
    window.sees("Accountability Jumpa pers pasar rakyat.pdf").await;
    window.press("Save the report").await;
    window.press("As PDF on the letterhead").await;
    window.sees("Report Jumpa pers pasar rakyat.pdf").await;
    assert_eq!(office.json(&["event", "show", &id])["event"]["lessons"], "Invite earlier.");

    // Who is asked how often, and the way back.
    window.go("/events/fairness").await;
    window.sees_in("[data-testid=fairness]", "Harian Contoh").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "who is invited how often");
    window.press("People").await;
    window.sees_in("[data-testid=fairness]", "Dedi Kurnia").await;
    window.sees_in("[data-testid=fairness]", "Kursi penuh").await;
    window.press("Save Excel").await;
    window.sees("Who is invited how often.xlsx").await;

    // The same in Indonesian.
    office.json(&["call", "setting_set", &json!({"key": "language", "value": "id"}).to_string()]);
    window.go(&format!("/events/{id}/evaluation")).await;
    window.sees("Tingkat tidak datang").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the evaluation in Indonesian");
    window.close().await;
}
