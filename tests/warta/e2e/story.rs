//! The whole chain in the real window, against real mail servers: first start, import, release,
//! distribution, answers, contact history.

use std::time::Duration;

use serde_json::json;

use super::Window;
use crate::mail_server::{MailServer, PASSWORD};
use crate::office::Office;

const LIST: &str = "Nama Wartawan;Nama Media;E-mail;No. WA\n\
    Anna Contoh;Harian Contoh;anna@news.test;\n\
    Omar Contoh;Radio Contoh;ooo@news.test;\n\
    Nobo Contoh;TV Contoh;nobody@news.test;\n\
    Wayan Tanpa Surel;Kabar Contoh;;+62 000 1111 2222\n";

#[tokio::test(flavor = "multi_thread")]
async fn from_a_spreadsheet_to_every_inbox_and_every_answer_logged() {
    let office = Office::new();
    let server = MailServer::start();
    let list = office.write("daftar.csv", LIST);
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // First start.
    window.sees("Welcome to Warta").await;
    window.fill("office-name", "Diskominfo Kota Contoh").await;
    window.fill("staff-name", "Rina Contoh").await;
    window.press("Begin").await;
    window.sees("Warta is ready").await;

    // The office's own list.
    window.press("Import a media list").await;
    window.give_file(list.as_ref()).await;
    window.pick_new_list("Pers Kota").await;
    window.press("Check the outcome").await;
    window.press("Import 4 contacts").await;
    window.sees("has been imported").await;
    window.go("/contacts").await;
    window.sees("Wayan Tanpa Surel").await;

    // The office's mail.
    window.go("/settings/account").await;
    window.fill("from_address", "sender@press.test").await;
    window.fill("from_name", "Humas Kota Contoh").await;
    window.fill("password", PASSWORD).await;
    for (protocol, port) in [("smtp", server.submission), ("imap", server.imap)] {
        window.fill(&format!("{protocol}-host"), "127.0.0.1").await;
        window.choose(&format!("{protocol}-security"), "starttls").await;
        window.fill(&format!("{protocol}-port"), &port.to_string()).await;
    }
    window.give_file_to("input[name=ca]", &server.ca_path()).await;
    window.sees("Certificate in use").await;
    window.press("Save the account").await;
    window.sees("The mail account was saved").await;

    // A release, written and sent.
    window.go("/releases").await;
    window.press("New release").await;
    window.fill("headline", "Pasar Rakyat dibuka").await;
    window.fill("lead", "Pasar Rakyat Kota Contoh dibuka kembali hari ini.").await;
    window.sees("Saved").await;
    window.pick("lists", "Pers Kota").await;
    window.sees("3 people").await;
    window.click("[data-testid=send]").await;
    window.press("Send to").await;
    let counted = "return document.querySelector('li[data-state=accepted]')?.dataset.count === '3'";
    window.wait("three messages to be accepted", counted, vec![]).await;
    server
        .wait_for("anna@news.test", Duration::from_secs(20), |mail| mail.contains("Pasar Rakyat"));
    assert_eq!(server.count("anna@news.test"), 1, "nobody twice");

    // What came back.
    let limit = Duration::from_secs(20);
    server.wait_for("sender@press.test", limit, |mail| {
        mail.contains("nobody@news.test") && mail.contains("delivery-status")
    });
    server.wait_for("sender@press.test", limit, |mail| mail.contains("Out of office"));
    window.go("/responses").await;
    window.click("[data-testid=response-fetch]").await;
    window.click("[data-testid=response-tab-all]").await;
    let kinds = "return [...document.querySelectorAll('[data-testid=response-row]')].map((row) => row.dataset.kind).sort().join(' ') === 'auto_reply bounce'";
    window.wait("the bounce and the automatic answer", kinds, vec![]).await;

    // And where it shows: the contact's state and history.
    let nobody = office.json(&["contact", "show", "nobody@news.test"])["contact"]["id"].as_i64();
    window.go(&format!("/contacts/{}", nobody.unwrap())).await;
    window.sees("Pasar Rakyat dibuka").await;
    window.sees("Bad address").await;
    let status = office.json(&["outbox", "status"]);
    assert_eq!(status["distributions"][0]["by_hand"], json!(1), "{status}");
    window.close_clean().await;
}

impl Window {
    /// Names a list that does not exist yet for the people of an import.
    async fn pick_new_list(&self, name: &str) {
        self.fill("list", name).await;
        let offered = "return document.querySelectorAll('[role=option]').length";
        self.wait("the new list to be offered", offered, vec![]).await;
        self.click("[role=option]").await;
    }
}
