//! A tour in its event's tab: stops, cars, rooms, who travels with whom, what does not fit, and its
//! papers.

use serde_json::json;

use super::{Window, settled};
use crate::check_in::guest;
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn a_tour_is_planned_until_all_of_it_fits() {
    let office = Office::new();
    settled(&office);
    office.json(&[
        "call",
        "event_save",
        &json!({"patch": {"set": {"title": "Coast tour", "kind": "tour", "language": "en"}}, "begins": "2027-03-02 07:00 WIB", "ends": "2027-03-03 18:00 WIB"}).to_string(),
    ]);
    let workspace = office.open();
    for (name, outlet) in [("Siti Rahma", "Radio Contoh"), ("Budi Santoso", "TV Contoh")] {
        guest(&workspace, 1, name, outlet);
    }
    drop(workspace);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1/tour").await;
    window.sees_in("[data-testid=tour]", "No stops yet").await;
    assert_eq!(window.axe().await, "", "a tour of which nothing is said yet");

    window.press("Add a stop").await;
    window.fill("place", "Port").await;
    window.fill("day", "2027-03-02").await;
    window.fill("arrives_at", "09:00").await;
    window.fill("leaves_at", "11:00").await;
    window.press("Save").await;
    window.sees_in("[data-testid=tour]", "09:00–11:00").await;
    window.press("Add a stop").await;
    window.fill("place", "Market").await;
    window.fill("arrives_at", "half past ten").await;
    window.press("Save").await;
    window.element("[role=alert], [aria-invalid=true]").await;
    window.fill("arrives_at", "10:30").await;
    window.press("Save").await;
    window.sees_in("[data-testid=tour] .problems", "Market").await;

    window.press("Add a vehicle").await;
    window.fill("name", "Van").await;
    window.fill("seats", "1").await;
    window.press("Save").await;
    window.sees_in("[data-testid=tour]", "Van").await;
    window.press("Add a room").await;
    window.fill("hotel", "Hotel Contoh").await;
    window.fill("room", "101").await;
    window.press("Save").await;
    window.sees_in("[data-testid=tour]", "Hotel Contoh 101").await;

    for name in ["Siti Rahma", "Budi Santoso"] {
        window.press(&format!("Edit {name}")).await;
        window.choose("vehicle_id", "1").await;
        window.choose("room_id", "1").await;
        window.fill("diet", "vegetarian").await;
        window.fill("emergency_phone", "+62 000 0000 111").await;
        window.press("Save").await;
        window.sees(&format!("Saved: {name}")).await;
    }
    window.sees_in("[data-testid=tour] .problems", "Van").await;
    window.sees_in("[data-testid=tour]", "vegetarian: 2").await;
    window.moment("tour").await;
    assert_eq!(window.axe().await, "", "a tour that does not fit");
    window.press("Edit Van").await;
    window.fill("seats", "12").await;
    window.press("Save").await;
    window.press("Edit 10:30 · Market").await;
    window.fill("arrives_at", "13:00").await;
    window.press("Save").await;
    window.gone("[data-testid=tour] .problems").await;

    window.press("Freeze names for tickets").await;
    window.sees("Names are frozen since").await;
    window.press("Open names again").await;
    window.sees("Names for tickets are open again").await;
    // The page has taken it in: nothing moves below the pointer any more.
    window.sees_in("[data-testid=tour]", "Freeze names for tickets").await;
    window.press("Papers").await;
    window.press("Itinerary").await;
    window.sees("Itinerary Coast tour.pdf").await;
    window.moment("tour-fits").await;
    window.close_clean().await;
    let tour = office.json(&["event", "tour", "1"]);
    assert_eq!(tour["problems"], json!([]), "{tour}");
}
