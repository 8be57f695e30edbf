//! The first start in both languages, through each of its three offers.

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
};

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
        window.gone("[data-testid=first-start]").await;
        window.at("/today").await;
        window.sees(words.demo_banner).await;
        let found = contacts(&office);
        assert!(found >= 400, "{found} contacts");
        window.close_clean().await;
    }
}
