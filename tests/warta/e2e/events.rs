//! A press event in the window: from its template over checklist and rundown to its costs.

use thirtyfour::Key;

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn an_event_is_planned_from_a_template_to_its_costs() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events").await;
    window.sees("No events yet").await;
    assert_eq!(window.axe().await, "");
    window.keys("n").await;
    window
        .wait(
            "the template of the kind",
            "return document.querySelector('[name=template]')?.value === 'en/press_conference'",
            vec![],
        )
        .await;
    window.fill("title", "Market opens again").await;
    window.fill("venue", "City Hall, Press Room").await;
    assert_eq!(window.axe().await, "");
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Event created").await;
    window
        .wait(
            "what the template says",
            "return document.querySelector('[name=objective]')?.value.startsWith('Announce an important decision')",
            vec![],
        )
        .await;
    assert_eq!(window.axe().await, "");

    window.press("Checklist").await;
    window.sees_in("[data-testid=event-checklist]", "Send the invitation to the media").await;
    window.press("Settle objective, theme and key messages").await;
    window.sees("Done: Settle objective, theme and key messages").await;
    window.keys("n").await;
    window.fill("due", "someday").await;
    window.fill("title", "Order name plates").await;
    window.press("Save").await;
    window.sees("Write the day as H-7, H+3 or 2026-11-24.").await;
    window.fill("due", "H-2").await;
    window.press("Save").await;
    window.sees_in("[data-testid=event-checklist]", "Order name plates").await;
    assert_eq!(window.axe().await, "");

    window.press("Rundown").await;
    window.sees_in("[data-testid=event-rundown]", "Questions and answers").await;
    window.keys("n").await;
    window.fill("title", "Photo session").await;
    window.fill("begins", "09:10").await;
    window.fill("ends", "09:20").await;
    window.press("Save").await;
    window.sees_in("[data-testid=event-rundown]", "is also taken by").await;
    assert_eq!(window.axe().await, "");
    window.keys(Key::Control + "z").await;
    window.gone("[data-testid=event-rundown] .pill").await;

    window.press("Costs").await;
    window.sees_in("[data-testid=event-costs]", "Catering").await;
    window.press("Change Catering").await;
    window.fill("actual", "2350000").await;
    window.press("Save").await;
    window.sees_in("[data-testid=event-costs]", "Rp2,350,000").await;
    window.sees("1 cost without a receipt").await;
    assert_eq!(window.axe().await, "");

    window.press("Files").await;
    let minutes = office.write("minutes.txt", "Minutes");
    window.give_file(std::path::Path::new(&minutes)).await;
    window.sees_in("[data-testid=event-files]", "minutes.txt").await;
    assert_eq!(window.axe().await, "");

    let shown = office.json(&["event", "show", "1"]);
    assert_eq!(shown["event"]["venue"], "City Hall, Press Room");
    assert!(shown["row"]["tasks_open"].as_i64().unwrap() > 5, "{shown}");
    let begins = shown["event"]["begins_at"].as_str().unwrap();
    let clash = office.json(&[
        "event",
        "new",
        "Flood report",
        "--begins",
        begins,
        "--set",
        "venue=city hall, press room",
    ]);
    assert_eq!(clash["same_place"][0]["id"], 1);
    window.go("/events/1").await;
    window.sees("This place is also taken at that time: Flood report").await;
    window.go("/events").await;
    window.sees("Market opens again").await;
    window.sees("2 to come").await;
    assert_eq!(window.axe().await, "");
    window.go("/events/templates/en-tour").await;
    window.sees("Text of the template").await;
    window.press("Keep as a template").await;
    window.sees("Template kept").await;
    assert_eq!(window.axe().await, "");
    window.close_clean().await;
}
