//! The calendar in the real window: a thing is moved by keys and by the mouse, taken back, a file
//! is brought in, days off are added.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

/// Where an entry begins.
fn begins(office: &Office) -> String {
    office.json(&["call", "calendar_entry_show", "1"])["begins_at"].as_str().unwrap().to_owned()
}

async fn until(office: &Office, wanted: &str) {
    for _ in 0..100 {
        if begins(office) == wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the entry is at {}, not at {wanted}", begins(office));
}

#[tokio::test(flavor = "multi_thread")]
async fn things_are_moved_in_the_calendar_and_a_file_is_brought_in() {
    let office = Office::new();
    settled(&office);
    office.json(&["calendar", "add", "Rapat media", "2027-03-10T09:00"]);
    let diary = office.write(
        "luar.ics",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@example.com\r\nDTSTART;TZID=Entah:20270311T010000\r\nSUMMARY:Dari luar\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/calendar?view=month&day=2027-03-10").await;
    window.sees_in("[data-testid=calendar-title]", "March 2027").await;
    window.element("[data-item='entry-1']").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a month");

    // By keys: Alt with an arrow, and the focus stays on it.
    window.run("document.querySelector(\"[data-item='entry-1'] button\").focus()", vec![]).await;
    window.keys(Key::Alt + Key::Right).await;
    until(&office, "2027-03-11T02:00:00.000Z").await;
    window.sees("Rapat media: now").await;
    window.press("Undo").await;
    until(&office, "2027-03-10T02:00:00.000Z").await;

    // By the mouse, to the same day a week later.
    let at = window
        .wait(
            "the entry to be drawn",
            "const el = document.querySelector(\"[data-item='entry-1']\");
             const cell = [...document.querySelectorAll('.ec-day time')].find((one) => one.dateTime.startsWith('2027-03-17'));
             if (!el || !cell) return null;
             const from = el.getBoundingClientRect(), to = cell.closest('.ec-day').getBoundingClientRect();
             return [from.left + 20, from.top + 8, to.left + to.width / 2, to.top + to.height / 2];",
            vec![],
        )
        .await;
    let at: Vec<f64> = at.as_array().unwrap().iter().map(|one| one.as_f64().unwrap()).collect();
    window
        .run(
            "const [x, y, toX, toY] = arguments[0];
             const el = document.querySelector(\"[data-item='entry-1']\");
             const fire = (target, type, clientX, clientY) => target.dispatchEvent(new PointerEvent(type, {bubbles: true, cancelable: true, composed: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: type === 'pointerup' ? 0 : 1, clientX, clientY}));
             fire(el, 'pointerdown', x, y);
             for (let step = 1; step <= 10; step += 1) fire(window, 'pointermove', x + (toX - x) * step / 10, y + (toY - y) * step / 10);
             fire(window, 'pointerup', toX, toY);",
            vec![json!(at)],
        )
        .await;
    until(&office, "2027-03-17T02:00:00.000Z").await;

    // In its panel, by a form.
    window.click("[data-item='entry-1']").await;
    window.sees_in("[data-testid=calendar-item]", "Rapat media").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "an entry beside the month");
    window.fill("move-time", "13:30").await;
    window.click("[data-testid=calendar-item] form button[type=submit]").await;
    until(&office, "2027-03-17T06:30:00.000Z").await;

    // What is strange in a file is named by entry.
    window.by_palette("Import, export").await;
    window.element("[data-testid=calendar-exchange]").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "import and export");
    window.give_file_to("input[name=calendar-file]", diary.as_ref()).await;
    window.sees_in("[data-testid=calendar-imported]", "1 added").await;
    window.sees_in("[data-testid=calendar-imported]", "Its zone “Entah” is unknown").await;
    window.keys(Key::Escape).await;
    window.gone("[data-testid=calendar-exchange]").await;
    window.go("/calendar?view=month&day=2027-03-10").await;
    window.element("[data-item='entry-2']").await;

    // Days off: those that stand still are one click.
    window.by_palette("Holidays").await;
    window.press("Add these 5 days").await;
    window.sees_in("[data-testid=holidays]", "Pancasila Day").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "days off");
    window.keys(Key::Escape).await;
    window.gone("[data-testid=holidays]").await;

    // The week and the list.
    window.press("Week").await;
    window.element(".ec-time-grid").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a week");
    window.press("Agenda").await;
    window.element("[data-testid=calendar-agenda]").await;
    window.close_clean().await;
}
