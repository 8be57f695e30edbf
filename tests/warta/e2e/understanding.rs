//! What a mail was taken for and why, corrected with one key; what it suggests, accepted in the
//! contact's panel.

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn one_key_corrects_a_kind_and_a_suggestion_is_accepted() {
    let office = Office::with_contacts();
    settled(&office);
    let mail = |name: &str, head: &str, text: &str| {
        office.write(
            name,
            format!("From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nMessage-ID: <{name}@example.id>\nDate: Sat, 21 Nov 2026 09:00:00 +0700\n{head}\n{text}\n"),
        )
    };
    for file in [
        mail(
            "a.eml",
            "Subject: Re: Jadwal\n",
            "Sudah tayang: https://portal.example.id/2026/11/pasar-dibuka",
        ),
        mail(
            "b.eml",
            "Subject: Re: Jadwal\nAuto-Submitted: auto-replied\n",
            "Saya sudah tidak bekerja di sini. Silakan hubungi dian@example.id.",
        ),
    ] {
        office.warta(&["inbox", "read", &file]);
    }
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/responses/1?tab=all").await;
    window.sees_in("[data-testid=response-proposes]", "portal.example.id").await;
    window.sees_in("[data-testid=response-sure]", "answers a mail of the office").await;
    window.sees_in("[data-testid=response-sure]", "90% sure").await;
    window.moment("response-understood").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a response that proposes coverage");
    window.press("Log as coverage").await;
    window.sees("Logged as coverage").await;
    let pieces = office.json(&["coverage", "list"]);
    assert_eq!(
        pieces["rows"][0]["coverage"]["title"],
        "Re: Jadwal".replace("Re: ", ""),
        "{pieces}"
    );
    assert_eq!(pieces["rows"][0]["author"], "Siti Rahma", "{pieces}");
    window.go("/responses/1?tab=all").await;
    window.run("document.activeElement.blur()", vec![]).await;
    window.keys("p").await;
    window.sees("Logged already").await;
    window.run("document.activeElement.blur()", vec![]).await;
    window.keys("t").await;
    window.element("[role=menu]").await;
    window.press("Other").await;
    window.sees_in("[data-testid=response-kind]", "other").await;
    window.sees_in("[data-testid=response-sure]", "every such mail from siti@example.id").await;
    window.press("Forget this for the sender").await;
    window.sees_in("[data-testid=response-sure]", "Corrected by hand").await;

    window.go("/responses/2?tab=all").await;
    window.sees_in("[data-testid=suggested-changes]", "dian@example.id").await;
    window.go("/contacts/1").await;
    window.sees_in("[data-testid=suggested-changes]", "Succeeded by dian@example.id").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "a contact with suggested changes");
    window.moment("contact-suggestions").await;
    window.press("Record as having left: No longer at Harian Contoh").await;
    window.sees("is recorded as having left").await;
    window.press("Add as a contact: Succeeded by dian@example.id").await;
    window.sees("was added as a contact").await;
    window.close_clean().await;
    let found = office.json(&["contact", "list", "--search", "dian@example.id"]);
    assert_eq!(found["total"], 1, "{found}");
}
