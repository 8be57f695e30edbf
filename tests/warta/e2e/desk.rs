//! What a desk does all day in the window.

use serde_json::json;

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn an_address_stands_as_on_an_envelope() {
    let office = Office::with_contacts();
    settled(&office);
    let patch = json!({"patch": {"id": 1, "set": {"address": "Jl. Contoh No. 1\nKelurahan Contoh", "city": "Serang", "postal_code": "42100"}}});
    office.json(&["call", "contact_save", &patch.to_string()]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/contacts/1").await;
    window.sees_in("[data-testid=address]", "Serang 42100").await;
    window.sees_in("[data-testid=address]", "Siti Rahma").await;
    window.press("Copy the address").await;
    window.sees("The address was copied").await;
    assert_eq!(window.axe().await, "", "the address");
    window.moment("address").await;
    window.close_clean().await;
}
