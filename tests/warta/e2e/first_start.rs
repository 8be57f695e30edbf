//! The first start in both languages, through each of its three offers.

use std::path::Path;

use serde_json::{Value as Json, json};

use super::{Window, contacts};
use crate::office::Office;

struct Words {
    language: &'static str,
    switch: &'static str,
    welcome: &'static str,
    finish: &'static str,
    import: [&'static str; 2],
    mail: [&'static str; 2],
    demo: &'static str,
    demo_banner: &'static str,
    back: &'static str,
    no_contacts: &'static str,
}

const INDONESIAN: Words = Words {
    language: "id",
    switch: "Bahasa Indonesia",
    welcome: "Selamat datang di Warta",
    finish: "Mulai",
    import: ["Impor daftar media", "Impor kontak"],
    mail: ["Sambungkan surel kantor", "Belum ada akun surel"],
    demo: "Lihat-lihat dengan data contoh",
    demo_banner: "Ini data contoh",
    back: "Kembali ke kantor saya",
    no_contacts: "Belum ada kontak",
};
const ENGLISH: Words = Words {
    language: "en",
    switch: "English",
    welcome: "Welcome to Warta",
    finish: "Begin",
    import: ["Import a media list", "Import contacts"],
    mail: ["Connect the office's mail", "No mail account yet"],
    demo: "Look around with demo data",
    demo_banner: "This is demo data",
    back: "Back to my office",
    no_contacts: "No contacts yet",
};

/// The command line in the demo office, as a guest beside the window.
fn in_demo(office: &Office, demo: &Path, args: &[&str]) -> Json {
    office.warta_in(demo, &[&["--json"], args].concat()).json()
}

/// A person may look around before they answer anything, and the first start goes on afterwards.
#[tokio::test(flavor = "multi_thread")]
async fn the_demo_comes_before_the_first_question_too() {
    let office = Office::without_workspace();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.element("[data-testid=first-start]").await;
    window.press(ENGLISH.switch).await;
    window.sees(ENGLISH.welcome).await;
    window.press("Look around first").await;
    window.sees(ENGLISH.demo_banner).await;
    window.by_palette(ENGLISH.back).await;
    window.sees(ENGLISH.welcome).await;
    window.at("/setup").await;
    assert_eq!(office.json(&["call", "session", "null"])["setup_done"], false);
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_start_leads_through_each_offer_in_both_languages() {
    for (words, other) in [(INDONESIAN, ENGLISH), (ENGLISH, INDONESIAN)] {
        let office = Office::without_workspace();
        let window = Window::open(&office.workspace(), &office.file("home")).await;
        window.element("[data-testid=first-start]").await;
        // Languages change at once, without a new page.
        window.run("window.__same = true", vec![]).await;
        window.press(other.switch).await;
        window.sees(other.welcome).await;
        window.press(words.switch).await;
        window.sees(words.welcome).await;
        assert_eq!(window.run("return window.__same", vec![]).await, true);
        window.moment(&format!("setup-{}", words.language)).await;

        let blocked = "return [...document.querySelectorAll('button[type=submit]')].every((button) => button.disabled || button.getAttribute('aria-disabled') === 'true')";
        window.wait("nothing to begin without names", blocked, vec![]).await;
        window.fill("office-name", "Diskominfo Kota Contoh").await;
        window.fill("staff-name", "Rina Contoh").await;
        window.press(words.finish).await;
        window.sees(words.import[0]).await;
        window.moment(&format!("setup-offers-{}", words.language)).await;
        let about = office.json(&["call", "office_show", "null"]);
        assert_eq!(about["name"], "Diskominfo Kota Contoh");
        let session = office.json(&["call", "session", "null"]);
        assert_eq!(session["language"], words.language);

        window.press(words.import[0]).await;
        window.sees_in("h1", words.import[1]).await;
        window.go("/setup/next").await;
        window.press(words.mail[0]).await;
        window.sees(words.mail[1]).await;
        window.go("/setup/next").await;
        window.press(words.demo).await;
        let progress =
            "return !!document.querySelector('[data-testid=first-start] [role=progressbar]')";
        window.wait("the progress of the demo data", progress, vec![]).await;
        window.moment(&format!("setup-demo-{}", words.language)).await;
        window.at("/today").await;
        window.sees(words.demo_banner).await;
        window.moment(&format!("demo-{}", words.language)).await;
        assert_eq!(window.axe().await, "", "the demo office");

        // The made-up office lies in a folder of its own; the real one has nothing of it.
        let demo = office.file("home").join("Documents").join("Warta-demo");
        let found = in_demo(&office, &demo, &["contact", "list", "--limit", "1"])["total"].as_i64();
        assert!(found.unwrap() >= 400, "{found:?} contacts");
        let looks = in_demo(&office, &demo, &["call", "session", "null"]);
        assert_eq!((&looks["language"], &looks["demo"]), (&json!(words.language), &json!(true)));
        assert_eq!(contacts(&office), 0);
        assert_eq!(office.json(&["call", "session", "null"])["demo"], false);

        // Back to where the own first start was left.
        window.press(words.back).await;
        window.at("/setup/next").await;
        window.sees(words.import[0]).await;
        window.go("/contacts").await;
        window.sees(words.no_contacts).await;
        let banner = "return document.body.innerText.includes(arguments[0])";
        assert_eq!(window.run(banner, vec![json!(words.demo_banner)]).await, false);

        // The second visit finds what was done there.
        in_demo(&office, &demo, &["list", "new", "Daftar saya"]);
        window.press(words.demo).await;
        window.at("/today").await;
        window.sees(words.demo_banner).await;
        window.go("/lists").await;
        window.sees("Daftar saya").await;
        window.press(words.back).await;
        window.at("/contacts").await;
        window.sees(words.no_contacts).await;
        window.close_clean().await;
    }
}
