//! Programmes, sources and members of associations, in the real window.

use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use super::{Window, settled};
use crate::office::Office;

/// Waits until what is kept is so.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < Duration::from_secs(20), "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Puts a text into the field that has the focus, as Ctrl+V does.
async fn paste(window: &Window, text: &str) {
    window
        .run(
            "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);
             document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));",
            vec![json!(text)],
        )
        .await;
}

fn programme(office: &Office) -> Json {
    office.json(&["programme", "show", "Relawan Digital"])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_made_and_posts_are_logged_by_pasting() {
    let office = Office::with_contacts();
    settled(&office);
    let siti = office.json(&["contact", "show", "siti@example.id"])["contact"]["id"].clone();
    office.json(&[
        "call",
        "contact_save",
        &json!({"patch": {"id": siti, "set": {}}, "social_accounts": [{"handle": "instagram.com/siti.contoh"}]})
            .to_string(),
    ]);
    office.json(&["call", "setting_set", &json!({"key": "language", "value": "en"}).to_string()]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/programmes").await;
    window.sees("No community programmes yet").await;
    window.keys("n").await;
    window.fill("name", "Relawan Digital").await;
    window.press("Add programme").await;
    window.sees("Programme Relawan Digital added").await;

    // Members are found by typing.
    window.click("aside [role=tab]:nth-child(2)").await;
    window.pick("member", "Siti Rahma").await;
    window.sees("Siti Rahma takes part").await;

    // Two keystrokes: l, paste.
    window.click("aside h2").await;
    window.keys("l").await;
    window.element("aside form input[name=url]").await;
    paste(&window, "https://www.instagram.com/siti.contoh/reel/C1/?igsh=a").await;
    window.sees("Post by Siti Rahma logged").await;
    until("the post", || programme(&office)["totals"]["posts"] == 1).await;

    // Several lines show what they are taken for before anything is written.
    window.focus_on("aside form input[name=url]").await;
    paste(
        &window,
        "https://instagram.com/siti.contoh/reel/C1, 1.200, 30\nhttps://www.tiktok.com/@a.contoh/video/2; 55\nterima kasih",
    )
    .await;
    window.sees_in("[data-testid=paste-preview]", "New reading").await;
    window.sees_in("[data-testid=paste-preview]", "There is no web address in this line").await;
    window.press("Log 2 lines").await;
    window.sees("1 post and 2 readings logged").await;
    until("the readings", || programme(&office)["totals"]["views"] == 1_255).await;
    window.sees_in("[data-testid=programme-totals]", "1,255").await;
    window.sees("Who made 1 post is not known").await;
    window.press("Undo").await;
    until("the lines to be taken back", || programme(&office)["totals"]["posts"] == 1).await;

    // One more reading of the post.
    window.click("[data-testid^=post-] [aria-label='Edit post']").await;
    window.fill("views", "2.500").await;
    window.press("Log reach").await;
    until("the reading", || programme(&office)["totals"]["views"] == 2_500).await;
    window.click("aside [role=tab]:nth-child(3)").await;
    window.fill("hashtags", "#KotaContoh").await;
    until("the brief", || programme(&office)["programme"]["hashtags"] == "#KotaContoh").await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_quotes_and_members_in_the_window() {
    let office = Office::with_contacts();
    settled(&office);
    office.json(&["call", "setting_set", &json!({"key": "language", "value": "en"}).to_string()]);
    office.json(&[
        "contact",
        "new",
        "Ani Contoh",
        "--set",
        "kind=source",
        "--set",
        "email=ani@example.id",
        "--set",
        "topics=Kesehatan",
        "--set",
        "outlet=Dinas Kesehatan",
    ]);
    office.json(&["organisation", "edit", "Dinas Kesehatan", "--set", "kind=government_unit"]);
    let unit =
        office.json(&["organisation", "show", "Dinas Kesehatan"])["organisation"]["id"].to_string();
    office.json(&["organisation", "new", "PWI Contoh", "--kind", "journalists_association"]);
    let pwi =
        office.json(&["organisation", "show", "PWI Contoh"])["organisation"]["id"].to_string();
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    window.go("/sources").await;
    window.sees("Ani Contoh").await;
    window.choose("topic", "Kesehatan").await;
    window.sees("1 of 1 sources").await;
    window.click("[data-testid^=source-row-]").await;
    window.press("Log a quote").await;
    window.fill("topic", "Imunisasi").await;
    window.fill("words", "Vaksin cukup.").await;
    window.press("Save").await;
    window.sees("Quote of Ani Contoh logged").await;
    window.sees_in("[data-testid=quotes]", "Vaksin cukup.").await;
    assert_eq!(office.json(&["source", "list"])["rows"][0]["quoted"], 1);

    window.go(&format!("/organisations/{unit}")).await;
    window.sees_in("[data-testid=people-source]", "Ani Contoh").await;
    window.sees_in("[data-testid=people-liaison]", "No contacts here yet").await;

    window.go(&format!("/organisations/{pwi}")).await;
    window.sees("No members are listed yet").await;
    window.pick("new_member", "Siti Rahma").await;
    window.sees("Siti Rahma is a member").await;
    window.click("[data-testid=members] button").await;
    window.fill("role", "Sekretaris").await;
    window.press("Save").await;
    until("the role", || {
        office.json(&["organisation", "show", "PWI Contoh"])["members"][0]["role"] == "Sekretaris"
    })
    .await;
    let shown = office.json(&["contact", "show", "siti@example.id"]);
    assert_eq!(shown["memberships"][0]["association"], "PWI Contoh");
    window.close_clean().await;
}
