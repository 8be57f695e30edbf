//! A long list in the real window: from the first row to the very last, and back.

use std::fmt::Write;

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

const PEOPLE: usize = 20_000;
const SCROLL: &str = include_str!("../../bench/scroll.js");
const GRID: &str = "[role=grid]";

#[tokio::test(flavor = "multi_thread")]
async fn twenty_thousand_rows_are_scrolled_to_the_very_last() {
    let office = Office::new();
    settled(&office);
    let mut text = "Nama;E-mail;Kota\n".to_owned();
    for number in 0..PEOPLE {
        let _ = writeln!(text, "Orang {number:05};orang{number}@news.example.com;Depok");
    }
    let file = office.write("banyak.csv", text);
    office.json(&["import", &file]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/contacts").await;
    window.sees("Orang 00000").await;
    let counted =
        "return document.querySelector('[role=grid]').getAttribute('aria-rowcount') === '20001'";
    window.wait("all rows to be counted", counted, vec![]).await;

    // Two flings through the whole list leap over hundreds of rows with each frame.
    window.run(SCROLL, vec![json!(2)]).await;
    let way = window.wait("the way to the last row", "return window.__scrolled", vec![]).await;
    assert_eq!(way["last_reached"], true, "{way}");
    assert_eq!(way["total"], PEOPLE, "{way}");
    window.sees("Orang 19999").await;
    // Other tests share the machine: half a second is no limit to be proud of, but a row that
    // waits for all pages that a fling has passed is blank for longer.
    assert!(way["longest_blank_row"].as_f64().unwrap() < 500.0, "{way}");

    // By keys: the last row is in hand although it was not loaded when the key came.
    window.run("document.querySelector('[role=grid]').focus()", vec![]).await;
    window.keys(Key::Home).await;
    window.sees("Orang 00000").await;
    window.keys(Key::End).await;
    let in_hand = "return document.querySelector('.row.active')?.innerText.includes(arguments[0])";
    window.wait("the last row in hand", in_hand, vec![json!("Orang 19999")]).await;
    for number in [19_998, 19_997, 19_996] {
        window.keys(Key::Up).await;
        window.wait("the row above", in_hand, vec![json!(format!("Orang {number}"))]).await;
    }
    window.keys(Key::Enter).await;
    window.sees_in("aside", "Orang 19996").await;

    // Another question begins at the top again.
    window.run("location.hash = '#/contacts'", vec![]).await;
    window.run(&format!("document.querySelector('{GRID}').scrollTop = 400000"), vec![]).await;
    window.keys("/").await;
    window.keys("Orang").await;
    window.sees("Orang 00000").await;
    window.close_clean().await;
}
