//! The door of an event in the real window: two letters and Enter, a scanned badge, a walk-in, what is
//! taken back, a second process at the same door, notes, accreditation and papers.

use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::check_in::{event, guest, guest_with};
use crate::office::Office;

const CODE: &str = "W7ABCDEFGH";

/// An office with an event that begins in an hour, and five guests.
fn office() -> Office {
    let office = Office::new();
    settled(&office);
    let workspace = office.open();
    let id = event(&workspace, "Jumpa pers kereta", 60);
    for (name, outlet) in [
        ("Asep Sunarya", "Harian Contoh"),
        ("Asri Anggraini", "kabarcontoh.id"),
        ("Budi Santoso", "TV Contoh"),
    ] {
        guest(&workspace, id, name, outlet);
    }
    guest_with(&workspace, id, "Siti Rahma", "Radio Contoh", |guest| guest.code = CODE.to_owned());
    guest_with(&workspace, id, "Tono Ditolak", "TV Contoh", |guest| {
        guest.accreditation = "refused".to_owned();
        guest.accreditation_reason = "no letter of assignment".to_owned();
    });
    office
}

async fn said(window: &Window, words: &str) {
    window.sees_in("[data-testid=said]", words).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guests_are_let_in_by_letters_and_badges() {
    let office = office();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1").await;
    window.press("On the day").await;
    window.element("[data-testid=door]").await;
    window.moment("door-tab").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the door's tab");
    window.press("Open check-in").await;
    window.at("/events/1/checkin").await;
    window.focus_on("[name=checkin]").await;

    window.keys("as").await;
    window.sees_in("li.current", "Asep Sunarya").await;
    window.keys(Key::Enter).await;
    said(&window, "Asep Sunarya is in").await;
    window.keys("as").await;
    window.sees_in("li.current", "Asri Anggraini").await;
    window.moment("checkin-search").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the check-in screen");

    // A scanner sends the code and Enter, whatever stands in the field and wherever the focus is.
    window.keys(Key::Escape).await;
    window.keys(CODE.to_lowercase()).await;
    window.keys(Key::Enter).await;
    said(&window, "Siti Rahma is in").await;
    window.sees_in("[data-testid=arrived]", "2").await;
    window.keys(CODE).await;
    said(&window, "was checked in already").await;
    window.element("[data-tone=warn]").await;
    window.keys("W9ZZZZZZZZ").await;
    said(&window, "No guest has the code").await;
    window.element("[data-tone=bad]").await;

    // Stopped by name, and let in all the same.
    window.keys("tono").await;
    window.sees_in("li.current", "Tono Ditolak").await;
    window.keys(Key::Enter).await;
    said(&window, "refused: no letter of assignment").await;
    window.keys(Key::F6).await;
    said(&window, "Tono Ditolak is in").await;
    window.keys(Key::F8).await;
    said(&window, "Taken back: Tono Ditolak").await;
    window.sees_in("[data-testid=arrived]", "2").await;

    // A walk-in, without a mouse.
    window.keys(Key::F2).await;
    window.focus_on("[role=dialog] [name=name]").await;
    window.keys("Wati Baru").await;
    window.keys(Key::Tab).await;
    window.keys("Blog Contoh").await;
    window.keys(Key::Enter).await;
    said(&window, "Wati Baru is in as a walk-in").await;
    window.focus_on("[name=checkin]").await;
    window.sees_in("[data-testid=arrived]", "3").await;

    // In the place of a guest.
    window.keys("asri").await;
    window.sees_in("li.current", "Asri Anggraini").await;
    window.keys(Key::F3).await;
    window.focus_on("[role=dialog] [name=name]").await;
    window.keys("Bagus Rahadi").await;
    window.keys(Key::Enter).await;
    said(&window, "Bagus Rahadi is in, in the place of Asri Anggraini").await;

    // Another process at the same door.
    office.json(&["event", "checkin", "1", "Budi"]);
    window.sees_in("[data-testid=arrived]", "5").await;
    window.sees_in("[data-testid=recent]", "Budi Santoso").await;
    window.keys("budi").await;
    window.sees_in("li.current", "Here since").await;
    window.keys(Key::F4).await;
    said(&window, "Budi Santoso has left").await;

    window.keys(Key::F9).await;
    window.element("[role=dialog] [data-testid=event-notes]").await;
    window.fill("text", "When does it open?").await;
    window.press("Write down").await;
    window.sees_in("[data-testid=notes]", "When does it open?").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "the notes");
    window.keys(Key::Escape).await;
    window.gone("[role=dialog]").await;
    window.focus_on("[name=checkin]").await;
    window.moment("checkin").await;
    assert_eq!(window.errors().await, "");
    window.press("Back to the event").await;
    window.at("/events/1/door").await;
    window.close().await;

    let counts = office.json(&["event", "door", "1"]);
    assert_eq!((&counts["arrived"], &counts["left"]), (&5.into(), &1.into()), "{counts}");
    let notes = office.json(&["event", "notes", "1"]);
    assert_eq!(notes["notes"][0]["note"]["text"], "When does it open?");
}

#[tokio::test(flavor = "multi_thread")]
async fn accreditation_is_decided_and_papers_are_saved() {
    let office = office();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1/door").await;
    window.sees_in("[data-testid=accreditation]", "Siti Rahma").await;
    window.click("[name=choose-1]").await;
    window.click("[name=choose-2]").await;
    window.press("Admit").await;
    window.sees("2 admitted").await;
    window.sees_in("[data-guest='1']", "Admitted").await;
    window.click("[name=choose-2]").await;
    window.press("Refuse").await;
    window.fill("reason", "card expired").await;
    window.moment("accreditation-refuse").await;
    window.click("[role=dialog] footer button:last-child").await;
    window.sees_in("[data-guest='2']", "card expired").await;
    window.keys("\u{e009}z").await;
    window.sees_in("[data-guest='2']", "Admitted").await;
    window.press("Asep Sunarya").await;
    window.element("[data-testid=applicant]").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "an application");

    window.press("Attendance sheet").await;
    window.sees_in("[role=dialog]", "Columns, in their order").await;
    window.moment("attendance").await;
    window.press("Save PDF").await;
    window.sees("Daftar hadir Jumpa pers kereta").await;
    window.go("/events/notes").await;
    window.element("[data-testid=all-notes]").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "all notes");
    assert_eq!(window.errors().await, "");
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_stand_at_one_door() {
    let office = office();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/events/1/door").await;
    window.sees_in("[data-testid=accreditation]", "Siti Rahma").await;
    let first = window.driver.window().await.unwrap();
    window.press("Open check-in in a window of its own").await;
    let started = std::time::Instant::now();
    let second = loop {
        let all = window.driver.windows().await.unwrap();
        if let Some(other) = all.into_iter().find(|one| *one != first) {
            break other;
        }
        assert!(started.elapsed().as_secs() < 60, "no second window");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    };

    // The one at the second table lets somebody in; the first sees it at once.
    window.driver.switch_to_window(second.clone()).await.unwrap();
    window.at("/events/1/checkin").await;
    window.focus_on("[name=checkin]").await;
    window.keys("budi").await;
    window.sees_in("li.current", "Budi Santoso").await;
    window.keys(Key::Enter).await;
    said(&window, "Budi Santoso is in").await;
    assert_eq!(window.errors().await, "");

    window.driver.switch_to_window(first.clone()).await.unwrap();
    window.sees_in("[data-testid=door]", "Budi Santoso").await;
    window.press("Open check-in").await;
    window.focus_on("[name=checkin]").await;
    window.sees_in("[data-testid=arrived]", "1").await;
    window.keys("budi").await;
    window.keys(Key::Enter).await;
    said(&window, "was checked in already").await;
    window.keys("asep").await;
    window.keys(Key::Enter).await;
    said(&window, "Asep Sunarya is in").await;

    window.driver.switch_to_window(second).await.unwrap();
    window.sees_in("[data-testid=arrived]", "2").await;
    // What the other took in is not this window's to take back.
    window.keys(Key::F8).await;
    said(&window, "Taken back: Budi Santoso").await;
    window.driver.switch_to_window(first).await.unwrap();
    window.sees_in("[data-testid=arrived]", "1").await;
    window.close_clean().await;
    assert_eq!(office.json(&["event", "door", "1"])["arrived"], 1);
}
