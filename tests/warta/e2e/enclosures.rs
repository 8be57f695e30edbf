//! Files and links for single people, in the window: dropped, given to whom their names say, sent.

use std::fs;

use super::{Window, release, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn files_go_to_whom_their_names_say_and_to_nobody_else() {
    let office = Office::new();
    settled(&office);
    let people = office.write(
        "pers.csv",
        "Nama;Media;E-mail\nAsep Sunarya;Harian Contoh;asep@news.example.com\nSiti Rahma;Radio Contoh;siti@news.example.com\n",
    );
    office.json(&["import", &people, "--list", "Pers Kota"]);
    let id = release(&office, "Market opens again");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go(&format!("/releases/{id}")).await;
    let drop = "[data-testid=enclosures] .drop";
    let files = [("Letter Asep Sunarya.txt", "for Asep"), ("general.txt", "for Siti")];
    window.drop_files(drop, &files).await;
    window.sees("Who gets which file?").await;
    window.sees("No name of the media list fits.").await;
    assert_eq!(window.axe().await, "", "who gets which file");
    window.moment("enclosure-files").await;
    window.pick("enclosure-who-1", "Siti Rahma").await;
    window.press("Add 2 files").await;
    window.sees_in("[data-testid=enclosures]", "general.txt").await;
    window.gone("[data-testid=enclosure-files]").await;

    window.press("Link for one person").await;
    window.pick("enclosure-link-who", "Asep Sunarya").await;
    window.fill("enclosure-link", "our page").await;
    window.press("Add link").await;
    window.sees("our page").await;
    window.fill("enclosure-link", "https://example.id/asep").await;
    window.press("Add link").await;
    window.sees_in("[data-testid=enclosures]", "https://example.id/asep").await;
    assert_eq!(window.axe().await, "", "for single people");
    window.moment("enclosures").await;
    window.press("Remove https://example.id/asep for Asep Sunarya").await;
    window.sees("no longer gets").await;
    // The editor has a button of that name, too.
    window.click(".toast button").await;
    window.sees_in("[data-testid=enclosures]", "https://example.id/asep").await;

    window.pick("lists", "Pers Kota").await;
    window.sees_in("[data-testid=send-panel]", "2 people get something of their own").await;
    window.moment("enclosures-before-sending").await;
    window.click("[data-testid=send]").await;
    window.press("Send to").await;
    window.at("/releases/1/distribution/1").await;
    window.close_clean().await;
    office.json(&["outbox", "run", "--until-empty"]);
    for entry in fs::read_dir(office.workspace().join("outbox")).unwrap() {
        let mail = fs::read_to_string(entry.unwrap().path()).unwrap();
        let for_asep = mail.contains("asep@news.example.com");
        assert_eq!(mail.contains("Letter Asep Sunarya.txt"), for_asep, "{mail}");
        assert_eq!(mail.contains("general.txt"), !for_asep, "{mail}");
    }
}
