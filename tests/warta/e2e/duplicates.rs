//! Duplicates in the real window: told while typing, proposed, merged, taken apart, reviewed.

use serde_json::json;

use super::Window;
use crate::office::Office;

fn contact(office: &Office, name: &str, reaches: serde_json::Value, outlet: &str) -> i64 {
    let patch = json!({
        "patch": {"set": {"name": name}},
        "reaches": reaches,
        "affiliations": [{"organisation": outlet, "position": "Reporter"}],
    });
    let saved = office.json(&["call", "contact_save", &patch.to_string()]);
    saved["contact"]["id"].as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_are_merged_and_taken_apart_again() {
    let office = Office::new();
    office.json(&["call", "setting_set", r#"{"key": "setup_done", "value": "1"}"#]);
    let phone = json!([{"kind": "whatsapp", "value": "0812 0000 1111"}]);
    let mail = json!([{"kind": "email", "value": "tina@example.id"}, {"kind": "phone", "value": "+62 812-0000-1111"}]);
    let a = contact(&office, "Agustina Lubis", phone, "Harian Contoh");
    let b = contact(&office, "Tina Lubis", mail, "Harian Contoh");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;

    // Told while typing.
    window.go("/contacts?new=1").await;
    window.fill("phone", "62 812 0000 1111").await;
    window.fill("name", "Lubis, Agustina").await;
    window.sees("May be one of these").await;
    window.press("Open Agustina Lubis").await;
    window
        .wait(
            "the contact that is there",
            "return location.hash.startsWith('#/contacts/') && !location.hash.includes('new')",
            vec![],
        )
        .await;

    // Found and merged.
    window.go("/duplicates").await;
    window.sees("No duplicates to decide").await;
    window.press("Look for duplicates").await;
    window.sees("same number").await;
    window.press("Compare and merge").await;
    window.sees("Emails and phones first from").await;
    let prefilled =
        "return document.querySelectorAll('[data-testid=merge-table] input:checked').length >= 2";
    window.wait("the better values to be chosen", prefilled, vec![]).await;
    window.press("Merge").await;
    window.sees("Merged into").await;
    let count = || office.json(&["contact", "list"])["total"].clone();
    assert_eq!(count(), json!(1));

    // Taken apart.
    window.go("/duplicates?tab=merges").await;
    window.press("Look and take apart").await;
    window.sees("Nothing has come since the merge").await;
    window.press("Take apart").await;
    window.sees("is there again").await;
    assert_eq!(count(), json!(2));
    for id in [a, b] {
        office.json(&["contact", "show", &id.to_string()]);
    }

    // Kept apart for good.
    window.go("/duplicates").await;
    window.press("Not a duplicate").await;
    window.sees("No duplicates to decide").await;
    assert_eq!(office.json(&["duplicates", "scan"])["found"], json!(0));

    // A bouncing address is reviewed with one key.
    office.json(&[
        "call",
        "contact_state_set",
        &json!({"contact_id": b, "kind": "bad_address", "on": true}).to_string(),
    ]);
    office.json(&[
        "call",
        "contact_save",
        &json!({"patch": {"id": b, "set": {"verified_on": "2020-01-01"}}}).to_string(),
    ]);
    window.go("/review").await;
    window.sees("Mail to tina@example.id comes back").await;
    window.run("document.activeElement?.blur(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', bubbles: true }))", vec![]).await;
    window.sees("Nothing wants a look").await;
    assert_eq!(window.errors().await, "");
    window.close().await;
}
