//! The whole way of a release in the window: handed in, approved with its number, changed,
//! approved again, sent; its versions, its trail, its correction.

use serde_json::json;

use super::{Window, release, settled};
use crate::office::Office;

const STRIP: &str = "[data-testid=lifecycle]";

#[tokio::test(flavor = "multi_thread")]
async fn from_draft_over_two_approvals_to_sent_and_corrected() {
    let office = Office::new();
    settled(&office);
    let file = office.write(
        "orang.csv",
        "Nama;Media;E-mail;No. WA\nAnna Contoh;Harian Contoh;anna@news.example.com;\n",
    );
    office.json(&["import", &file, "--list", "Pers Kota"]);
    release(&office, "Pasar Rakyat dibuka");
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // The office's own pattern of numbers.
    window.go("/settings/office").await;
    window.fill("number_pattern", "HM/{week}").await;
    window.sees("is not known").await;
    window.fill("number_pattern", "HM/{number:2}/{year}").await;
    window.sees_in("[data-testid=next-number]", "HM/01/").await;

    window.go("/releases/1").await;
    window.sees_in(STRIP, "Not handed in yet").await;
    window.pick("lists", "Pers Kota").await;
    window.sees("Nobody has approved this release yet").await;
    window.press("Hand in for review").await;
    window.choose("to", "Rina Contoh").await;
    window.fill("note", "Please check the day").await;
    window.press("Hand in for review").await;
    window.sees_in(STRIP, "In review").await;
    window.sees_in(STRIP, "With Rina Contoh").await;

    // An approval in a chat needs its evidence.
    window.press("Approve…").await;
    window.choose("way", "chat").await;
    window.fill("approver", "Kepala Dinas").await;
    window.press("Approve").await;
    window.sees("Add a photo of the paper or of the chat").await;
    window.fill("evidence_text", "Setuju, silakan kirim").await;
    window.press("Approve").await;
    window.sees_in(STRIP, "Approved by Kepala Dinas").await;
    window.sees_in(STRIP, "If you change the text it needs approval again").await;
    window.sees_in(".kicker", "HM/01/").await;
    window.gone("[role=dialog]").await;
    assert_eq!(window.axe().await, "");

    // Changed after the approval: said so, shown word by word, approved again.
    window.fill("lead", "Pasar Rakyat Kota Contoh dibuka kembali besok.").await;
    window.sees_in(STRIP, "Needs approval again").await;
    window.sees("The text was changed after it was approved").await;
    window.moment("lifecycle-changed").await;
    window.press("Show what changed").await;
    window.sees_in("[data-testid=difference-lead] del", "hari ini").await;
    window.sees_in("[data-testid=difference-lead] ins", "besok").await;
    window.sees_in("[data-testid=trail]", "Setuju, silakan kirim").await;
    window.fill("comment", "Is it really tomorrow?").await;
    window.click("form button[type=submit]").await;
    window.sees_in("[data-testid=comments]", "Is it really tomorrow?").await;
    window.moment("lifecycle-history").await;
    assert_eq!(window.axe().await, "");
    window.press("Bring this version back").await;
    window.sees("The two texts say the same").await;
    window.press("Undo").await;
    window.sees_in("[data-testid=difference-lead] ins", "besok").await;
    window.press("Back to the text").await;
    window.press("Hand in again").await;
    window.press("Hand in for review").await;
    window.sees_in(STRIP, "Waits for whoever can approve").await;
    window.by_palette("Approve this release").await;
    window.press("Approve").await;
    window.sees_in(STRIP, "Approved by Rina Contoh").await;
    window.sees_in(".kicker", "HM/01/").await;

    window.sees_in("[data-testid=send-count]", "1 person").await;
    window.click("[data-testid=send]").await;
    window.press("Send to").await;
    let counted = "return document.querySelector('li[data-state=accepted]')?.dataset.count === '1'";
    window.wait("the message to be accepted", counted, vec![]).await;
    window.go("/releases/1").await;
    window
        .wait(
            "sent",
            &format!("return document.querySelector('{STRIP}')?.dataset.state === 'distributed'"),
            vec![],
        )
        .await;

    // A correction refers to it, and it shows the correction.
    window.by_palette("Correct this release").await;
    window.at("/releases/2").await;
    window.sees_in(STRIP, "Pasar Rakyat dibuka").await;
    office.json(&["release", "approve", "2"]);
    window.go("/releases/1").await;
    window.sees_in(STRIP, "Corrected by").await;
    window.go("/releases").await;
    window.sees("Corrected").await;
    window.choose("kind-filter", "correction").await;
    window.sees("1 release").await;
    window.moment("lifecycle-list").await;

    let row = office.json(&["release", "list", "--state", "corrected"])["releases"][0].clone();
    assert_eq!(row["id"], json!(1));
    let numbers = office.json(&["release", "numbers"]);
    assert_eq!(numbers["rows"].as_array().unwrap().len(), 2, "{numbers}");
    window.close_clean().await;
}
