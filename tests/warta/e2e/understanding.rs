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
    window.run("document.activeElement.blur()", vec![]).await;
    window.keys("p").await;
    window.sees("Logged as coverage").await;
    let pieces = office.json(&["coverage", "list"]);
    assert_eq!(
        pieces["rows"][0]["coverage"]["title"],
        "Re: Jadwal".replace("Re: ", ""),
        "{pieces}"
    );
    assert_eq!(pieces["rows"][0]["author"], "Siti Rahma", "{pieces}");
    window.go("/responses/1?tab=all").await;
    window.press("Log as coverage").await;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_maildir_and_several_files_are_dropped_on_the_window() {
    let office = Office::with_contacts();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/responses").await;
    window.sees("No responses yet").await;
    let mail = |id: &str| {
        format!(
            "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nMessage-ID: <{id}@example.id>\nDate: Sat, 21 Nov 2026 09:00:00 +0700\nSubject: Surat {id}\n\nIsi {id}\n"
        )
    };
    let letters: Vec<(String, String)> = (0..130)
        .map(|at| (format!("cur/1700000{at:03}.M{at}P1.meja:2,S"), mail(&format!("m{at}"))))
        .collect();
    let half = mail("half");
    let fresh = mail("new");
    let mut files: Vec<(&str, &str)> =
        letters.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.extend([
        ("new/1700001000.M9P1.meja", fresh.as_str()),
        ("tmp/1700001001.M9P1.meja", half.as_str()),
        ("dovecot-uidlist", "3 V1 N1"),
        (
            ".Arsip/cur/1700001002.M9P1.meja:2,",
            "From: anna@example.com\nSubject: Arsip\nMessage-ID: <arsip@example.com>\n\nLama\n",
        ),
    ]);
    window.drop_folder(".panes", "Maildir", &files).await;
    window.sees("132 new").await;
    window.moment("maildir-dropped").await;
    let (one, two) = (mail("one"), mail("two"));
    window.drop_files(".panes", &[("satu.eml", &one), ("1700009999.M1P2.meja:2,RS", &two)]).await;
    window.sees("134 new, 0 yours").await;
    window.drop_files(".panes", &[("foto.jpg", "x")]).await;
    window.sees("foto.jpg").await;
    window.drop_folder(".panes", "kosong", &[("catatan.pdf", "x")]).await;
    window.sees("There is no mail in this folder").await;
    let can = window.run("return 'webkitGetAsEntry' in DataTransferItem.prototype", vec![]).await;
    assert_eq!(can, serde_json::json!(true), "the engine opens dropped folders");
    window.close_clean().await;
    assert_eq!(office.json(&["response", "list"])["total"], 134);
    let left = std::fs::read_dir(office.workspace().join("uploads")).unwrap().count();
    assert_eq!(left, 0, "uploads that nobody needs");
}
