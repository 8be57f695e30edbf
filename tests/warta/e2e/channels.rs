//! A release to two people and a group by WhatsApp, worked through with the keyboard alone.

use std::time::{Duration, Instant};

use serde_json::json;

use super::{Window, release, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn two_people_and_a_group_are_worked_through_with_the_keyboard() {
    let office = Office::new();
    settled(&office);
    let rows = "Nama;Media;No. WA\nWayan Contoh;Kabar Contoh;+62 000 1111 2222\nYuni Contoh;Kabar Contoh;+62 000 1111 3333\n";
    let file = office.write("orang.csv", rows);
    office.json(&["import", &file, "--list", "Pers Kota"]);
    office.json(&["chat", "new", "Pers Kota Contoh"]);
    let id = release(&office, "Pasar Rakyat dibuka");
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // The group is chosen beside the list.
    window.go(&format!("/releases/{id}")).await;
    window.sees("Before sending").await;
    window.pick("lists", "Pers Kota").await;
    window.pick("groups", "Pers Kota Contoh").await;
    window.sees_in("[data-testid=planned-groups]", "Pers Kota Contoh").await;
    window.moment("channels-before").await;
    office.json(&[
        "release",
        "send",
        &id.to_string(),
        "--list",
        "Pers Kota",
        "--group",
        "Pers Kota Contoh",
        "--link",
        "https://example.id/pasar",
        "--yes",
    ]);
    window.go(&format!("/releases/{id}/distribution/1")).await;
    window.sees("3 left").await;
    window.sees_in("[data-testid=in-hand] h2", "Wayan Contoh").await;
    window.moment("channels-queue").await;

    let begun = Instant::now();
    // Skipped, the next is there at once.
    window.keys("s").await;
    window.sees_in("[data-testid=in-hand] h2", "Yuni Contoh").await;
    window.keys("\u{e007}").await;
    window.sees_in("[data-testid=in-hand] h2", "Pers Kota Contoh").await;
    window.sees("2 left").await;
    window.sees("No link opens the chat of a group").await;
    window.sees("https://example.id/pasar").await;
    window.moment("channels-group").await;
    window.keys("\u{e007}").await;
    window.sees_in("[data-testid=in-hand] h2", "Wayan Contoh").await;
    // Marked too soon: the last mark is taken back, and set again.
    window.keys("\u{e009}z").await;
    window.sees_in("[data-testid=in-hand] h2", "Pers Kota Contoh").await;
    window.sees("2 left").await;
    window.keys("\u{e007}").await;
    window.sees_in("[data-testid=in-hand] h2", "Wayan Contoh").await;
    window.keys("\u{e007}").await;
    window.sees("Everybody has been contacted").await;
    let took = begun.elapsed();
    window.counts("done_by_hand", 3).await;
    window.sees_in("[data-testid=channels] [data-channel=whatsapp]", "2 of 2").await;
    window.sees_in("[data-testid=channels] [data-channel=group]", "1 of 1").await;
    window.moment("channels-done").await;
    assert!(took < Duration::from_secs(15), "{took:?}");

    let queue = office.json(&["distribution", "queue", "1", "--all"]);
    let done: Vec<bool> =
        queue["queue"].as_array().unwrap().iter().map(|row| row["done"] == json!(true)).collect();
    assert_eq!(done, [true, true, true], "{queue}");

    // What went to the group stands with the group.
    window.go("/chats/1?tab=sent").await;
    window.sees("Pasar Rakyat dibuka").await;
    window.moment("chat-sent").await;
    // Esc leaves the queue.
    window.go(&format!("/releases/{id}/distribution/1")).await;
    window.sees("Everybody has been contacted").await;
    window.keys("\u{e00c}").await;
    window.at(&format!("/releases/{id}")).await;
    window.close_clean().await;
}
