//! The bin in the window: emptied by hand, and what it says of emptying itself.

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn the_bin_is_emptied_by_hand_and_says_how_it_empties_itself() {
    let office = Office::with_contacts();
    settled(&office);
    let siti = office.json(&["contact", "show", "siti@example.id"])["contact"]["id"].to_string();
    office.json(&["contact", "delete", &siti]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/bin").await;
    window.sees_in("[data-testid=bin]", "Siti Rahma").await;
    window.sees_in("[data-testid=bin-space]", "One thing in it").await;
    window.sees("cannot be undone").await;
    window.choose("bin_days", "0").await;
    window
        .wait(
            "never to be kept",
            "return document.querySelector('select[name=bin_days]').value === '0'",
            vec![],
        )
        .await;
    assert_eq!(office.json(&["call", "bin_space", "null"])["days"], 0);
    window.press("Empty the bin now").await;
    window.sees("One thing goes for good").await;
    window.press("Empty the bin now").await;
    window.sees("One thing was emptied").await;
    window.sees("The bin is empty").await;
    assert_eq!(window.axe().await, "", "the bin");
    window.moment("bin-emptied").await;
    window.go("/settings/history").await;
    window.sees("Empty the bin").await;
    window.close_clean().await;
}
