//! The office's own fields and everything kept about a contact, in the real window.

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use super::Window;
use crate::office::Office;

fn contact(office: &Office) -> Json {
    office.json(&["contact", "show", "siti@example.id"])
}

/// Waits until what is kept is so.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < Duration::from_secs(20), "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_is_defined_filled_and_shown_and_a_job_is_changed() {
    let office = Office::with_contacts();
    office.json(&[
        "call",
        "office_first_start",
        &json!({"language": "en", "office": {"set": {"name": "Diskominfo Kota Contoh"}}, "staff": {"set": {"name": "Rina Contoh"}}}).to_string(),
    ]);
    let id = contact(&office)["contact"]["id"].to_string();
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    window.go("/settings/fields").await;
    window.sees("No own fields yet").await;
    window.fill("new-contact-field", "Ukuran sepatu").await;
    window.press("Add field").await;
    window.sees("Field “Ukuran sepatu” added").await;

    // It is offered beside the built-in ones and takes what is typed.
    window.go(&format!("/contacts/{id}")).await;
    window.sees("Siti Rahma").await;
    window.pick("add-field", "Ukuran sepatu").await;
    window.fill("custom_1", "tiga puluh delapan").await;
    window.pick("add-field", "UKW number").await;
    window.fill("ukw_number", "123-PWI/WU").await;
    window.fill("city", "Cilegon").await;
    until("the values to be kept", || {
        let now = contact(&office);
        now["fields"]["custom_1"] == json!(["tiga puluh delapan"])
            && now["fields"]["ukw_number"] == json!(["123-PWI/WU"])
            && now["fields"]["city"] == json!(["Cilegon"])
    })
    .await;

    // An account is read from its address.
    window.press("Add account").await;
    window.fill("handle", "https://www.instagram.com/contoh/").await;
    window.press("Save").await;
    window.sees("Instagram").await;
    assert_eq!(contact(&office)["social_accounts"][0]["handle"], "contoh");

    // A change of jobs is one action, and one undo.
    window.click("aside header + .actions [aria-label='More actions']").await;
    window.press("Change of jobs").await;
    window.fill("organisation", "Harian Baru").await;
    window.press("Add “Harian Baru”").await;
    window.press("Change jobs").await;
    window.sees("is now at Harian Baru").await;
    let moved = contact(&office);
    assert_eq!(moved["row"]["outlet"], "Harian Baru");
    assert_ne!(moved["affiliations"][1]["ended_on"], "");
    window.press("Undo").await;
    until("the old job to be back", || {
        contact(&office)["affiliations"].as_array().unwrap().len() == 1
    })
    .await;
    assert_eq!(window.errors().await, "");
    window.close().await;
}
