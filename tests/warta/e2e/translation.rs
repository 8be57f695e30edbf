//! Both versions of a release in the window: added, written, looked at as each person gets it,
//! approved, sent; and each gets theirs.

use serde_json::json;

use super::{Window, release, settled};
use crate::office::Office;

const STRIP: &str = "[data-testid=lifecycle]";
const LANGUAGES: &str = "[data-testid=text-languages]";
const GAPS: &str = "[data-testid=translation-gaps]";

#[tokio::test(flavor = "multi_thread")]
async fn both_versions_are_written_and_each_person_gets_theirs() {
    let office = Office::new();
    settled(&office);
    let file = office.write(
        "orang.csv",
        "Nama;Media;E-mail\nAnna Contoh;Harian Contoh;anna@news.example.com\nAlice Example;The Example;alice@news.example.com\n",
    );
    office.json(&["import", &file, "--list", "Pers Kota"]);
    let alice = json!({"patch": {"id": 2, "set": {"language": "en"}}});
    office.json(&["call", "contact_save", &alice.to_string()]);
    let id = release(&office, "The market opens");
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // Nothing but one button until it is used.
    window.go(&format!("/releases/{id}")).await;
    window.pick("lists", "Pers Kota").await;
    window.sees("2 people").await;
    window.gone("[data-testid=planned-languages]").await;
    window.press("Add an Indonesian version").await;
    window.sees_in(GAPS, "headline is empty").await;
    window.sees_in("[data-testid=send-panel]", "Indonesian version").await;
    window.moment("translation-begun").await;
    assert_eq!(window.axe().await, "");
    window.fill("headline", "Pasar dibuka").await;
    window.fill("lead", "Pasar dibuka hari ini oleh Wali Kota.").await;
    window.press("Copy the main text to translate it").await;
    window.sees_in(GAPS, "body is not translated yet").await;
    window.click("[data-testid=release-body]").await;
    window.keys("\u{e009}a").await;
    window.keys("Isi pasar.").await;
    window.sees_in(LANGUAGES, "The Indonesian version is complete").await;
    window.moment("translation-written").await;
    assert_eq!(window.axe().await, "");

    // Back to the main text and forth: each keeps what it says.
    window.click(&format!("{LANGUAGES} input[value=en]")).await;
    let headline = |text: &str| {
        format!("return document.querySelector('[name=headline]')?.value === '{text}'")
    };
    window.wait("the English headline", &headline("The market opens"), vec![]).await;
    window.fill("headline", "The market opens again").await;
    window.click(&format!("{LANGUAGES} input[value=id]")).await;
    window.wait("the Indonesian headline", &headline("Pasar dibuka"), vec![]).await;

    // Each person as they get it.
    window.press("Preview").await;
    window.pick("preview-for", "Alice Example").await;
    window.sees_in("[role=dialog]", "The market opens again").await;
    window.sees_in("[data-testid=preview-language]", "English").await;
    window.pick("preview-for", "Anna Contoh").await;
    window.sees_in("[role=dialog]", "Pasar dibuka").await;
    window.sees_in("[data-testid=preview-language]", "Indonesian").await;
    window.moment("translation-preview").await;
    assert_eq!(window.axe().await, "");
    window.keys("\u{e00c}").await;
    window.gone("[role=dialog]").await;

    // One approval for both.
    window.by_palette("Approve this release").await;
    window.sees("approved in both languages").await;
    window.press("Approve").await;
    window.sees_in(STRIP, "Approved by Rina Contoh").await;
    window.fill("lead", "Pasar dibuka besok oleh Wali Kota.").await;
    window.sees_in(STRIP, "Needs approval again").await;
    window.press("Show what changed").await;
    window.sees_in("[data-testid=difference-id-lead] ins", "besok").await;
    window.press("Back to the text").await;
    office.json(&["release", "approve", &id.to_string()]);
    window.sees_in(STRIP, "Approved by").await;

    window.sees_in("[data-testid=planned-languages] [data-language=en]", "1 recipient").await;
    window.sees_in("[data-testid=planned-languages] [data-language=id]", "1 recipient").await;
    window.moment("translation-before").await;
    window.click("[data-testid=send]").await;
    window.press("Send to").await;
    let counted = "return document.querySelector('li[data-state=accepted]')?.dataset.count === '2'";
    window.wait("both messages to be accepted", counted, vec![]).await;
    let mails: Vec<String> = std::fs::read_dir(office.workspace().join("outbox"))
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let mail_to = |address: &str| mails.iter().find(|mail| mail.contains(address)).unwrap();
    let (english, indonesian) =
        (mail_to("<alice@news.example.com>"), mail_to("<anna@news.example.com>"));
    assert!(english.contains("The market opens again"), "{english}");
    assert!(!english.contains("besok"), "{english}");
    assert!(indonesian.contains("Pasar dibuka besok"), "{indonesian}");
    assert!(indonesian.contains("Isi pasar."), "{indonesian}");
    assert!(!indonesian.contains("The market opens"), "{indonesian}");
    window.close_clean().await;
}
