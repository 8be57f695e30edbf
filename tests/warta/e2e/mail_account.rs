//! The mail account page: filled in by hand, tried against real and broken servers, kept, used.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::time::Duration;

use super::{Window, release, settled};
use crate::mail_server::{MailServer, PASSWORD, free_ports};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn the_account_page_says_what_is_wrong_and_then_mail_leaves() {
    let office = Office::new();
    settled(&office);
    release(&office, "Pasar Rakyat dibuka");
    let server = MailServer::start();
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/account").await;
    window.sees("No mail account yet").await;
    window.fill("from_address", "sender@press.test").await;
    window.sees("Those who run the office's mail know the server addresses").await;
    window.fill("from_name", "Humas Kota Contoh").await;
    window.fill("password", "not-the-password").await;
    window.server("smtp", "127.0.0.1", "starttls", server.submission).await;
    window.server("imap", "127.0.0.1", "tls", server.imaps).await;

    // The office's own certificate authority is not known yet.
    window.probe().await;
    window.sees_in(PROBE, "does not know the certificate of 127.0.0.1").await;
    window.moment("account-certificate").await;
    window.give_file_to("input[name=ca]", &server.ca_path()).await;
    window.sees("Certificate in use: ca.pem").await;
    window.gone(&format!("{PROBE} h3")).await;

    window.probe().await;
    window.sees_in(PROBE, "The name or the password was refused").await;
    window.sees_in(PROBE, &format!("Port {} is open", server.submission)).await;

    window.fill("password", PASSWORD).await;
    let [closed] = free_ports();
    window.fill("smtp-port", &closed.to_string()).await;
    window.probe().await;
    window.sees_in(PROBE, &format!("takes no connections at port {closed}")).await;

    window.fill("smtp-port", &server.submission.to_string()).await;
    window.choose("smtp-security", "tls").await;
    window.fill("smtp-port", &server.submission.to_string()).await;
    window.probe().await;
    window.sees_in(PROBE, "does not use TLS from the start").await;

    // A server that takes the connection and says nothing.
    let silent = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let hanging = silent.local_addr().unwrap().port();
    window.choose("smtp-security", "starttls").await;
    window.fill("smtp-port", &hanging.to_string()).await;
    window.probe().await;
    window.sees_in(PROBE, &format!("opens port {hanging} but does not greet")).await;
    window.moment("account-hanging").await;

    // Nobody has to wait for it.
    window.probe().await;
    window.sees_in(PROBE, "Cancel").await;
    let axe = window.axe().await;
    assert_eq!(axe, "", "while the connection is tested");
    let pressed = std::time::Instant::now();
    window.press("Cancel").await;
    window.sees_in(PROBE, "The test was cancelled").await;
    assert!(pressed.elapsed() < Duration::from_secs(5), "cancelled after {:?}", pressed.elapsed());
    window.moment("account-cancelled").await;

    window.fill("smtp-port", &server.submission.to_string()).await;
    window.probe().await;
    window.sees_in(PROBE, "The connection works").await;
    window.moment("account-works").await;
    assert!(
        office.json(&["call", "account_show", "null"]).is_null(),
        "a test of the connection keeps nothing"
    );
    window.press("Save the account").await;
    window.sees("The mail account was saved").await;
    window.sees("This computer has no keychain").await;
    window.gone("[role=alert]").await;

    window.go("/releases/1").await;
    window.press("Preview").await;
    window.fill("test-to", "sender@press.test").await;
    window.press("Send test").await;
    window.sees("The test mail was sent to sender@press.test").await;
    let mail = server.wait_for("sender@press.test", Duration::from_secs(30), |mail| {
        mail.contains("[Test]") && mail.contains("Pasar Rakyat dibuka")
    });
    assert!(String::from_utf8_lossy(&mail).contains("Humas Kota Contoh"));
    window.close_clean().await;

    password_is_nowhere_on_disk(&office.workspace());
    // Without a keychain it is asked for at the next start.
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/account").await;
    window.sees("The password for sender@press.test is missing").await;
    window.fill("password", PASSWORD).await;
    window.press("Save the account").await;
    window.sees("The mail account was saved").await;
    window.close_clean().await;
}

const PROBE: &str = "[data-testid=probe]";

fn password_is_nowhere_on_disk(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            password_is_nowhere_on_disk(&entry.path());
        } else {
            let bytes = std::fs::read(entry.path()).unwrap();
            let found =
                bytes.windows(PASSWORD.len()).filter(|part| *part == PASSWORD.as_bytes()).count();
            assert_eq!(found, 0, "the password stands in {}", entry.path().display());
        }
    }
}

impl Window {
    async fn server(&self, protocol: &str, host: &str, security: &str, port: u16) {
        self.fill(&format!("{protocol}-host"), host).await;
        self.choose(&format!("{protocol}-security"), security).await;
        self.fill(&format!("{protocol}-port"), &port.to_string()).await;
    }

    /// Tests the connection; the outcome of the last test is gone by then.
    async fn probe(&self) {
        self.press("Test the connection").await;
    }
}
