//! Several accounts in the window: the list, the usual one, a key and its record, the test mail that
//! comes back, the choice for a release and a newsroom as its recipient.

use serde_json::json;

use super::{Window, release, settled};
use crate::mail_server::{MailServer, PASSWORD};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn two_accounts_a_key_and_the_test_mail_that_comes_back() {
    let server = MailServer::start_checking();
    let office = Office::new();
    settled(&office);
    release(&office, "Pasar Rakyat dibuka");
    let outlet = json!({"patch": {"set": {"name": "Harian Contoh", "kind": "outlet"}},
        "reaches": [{"kind": "email", "value": "bert@news.test"}]});
    office.json(&["call", "organisation_save", &outlet.to_string()]);
    let smtp = format!("smtp://127.0.0.1:{}?tls=none", server.smtp);
    for (verb, address, label) in
        [("set", "sender@press.test", "Humas"), ("add", "anna@news.test", "Events")]
    {
        let user = address.replace('@', "%40");
        let imap = format!("imap://{user}@127.0.0.1:{}?tls=none", server.imap);
        office.json(&[
            "account", verb, "--smtp", &smtp, "--imap", &imap, "--from", address, "--label", label,
        ]);
    }
    let password = [("WARTA_PASSWORD", PASSWORD)];
    let window = Window::open_with(&office.workspace(), &office.file("home"), &password).await;
    window.go("/settings/account").await;
    window.sees_in(LIST, "Events").await;
    window.sees_in(LIST, "reads answers").await;
    window.press("Make it the usual one").await;
    window.sees("Events is the usual account now").await;
    window.press("Settings of Humas").await;
    window.at("/settings/account/1").await;

    window.sees_in(SIGNATURE, "Warta does not sign").await;
    window.press("Make a key").await;
    window.sees_in(SIGNATURE, "_domainkey.press.test").await;
    window.sees_in(SIGNATURE, "mail is not signed yet").await;
    let shown = office.json(&["account", "dkim", "Humas"]);
    let word = |name: &str| shown[name].as_str().unwrap().to_owned();
    server.publish(&word("record_name"), &word("record_text"));
    window.click(&format!("{SIGNATURE} input[type=checkbox]")).await;
    window.sees_in(SIGNATURE, "Mail of press.test is signed").await;
    window.moment("account-signature").await;

    window.choose("check-to", "2").await;
    window.press("Send a test mail to ourselves").await;
    window.sees_in(CHECK, "mail of press.test is genuine").await;
    window.sees_in(CHECK, "valid signature of press.test").await;
    window.moment("account-check").await;
    assert_eq!(window.axe().await, "", "the accounts' page");

    window.go("/releases/1").await;
    window.pick("newsrooms", "Harian Contoh").await;
    window.sees_in("[data-testid=send-count]", "1").await;
    window.choose("account", "1").await;
    window.sees_in("[data-testid=send-panel]", "sender@press.test").await;
    window.moment("send-newsroom").await;
    window.close_clean().await;
}

const LIST: &str = "[data-testid=accounts]";
const SIGNATURE: &str = "[data-testid=signature]";
const CHECK: &str = "[data-testid=own-check]";
