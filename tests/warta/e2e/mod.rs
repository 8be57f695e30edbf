//! The real window.

mod accounts;
mod afterwards;
mod backups;
mod calendar;
mod channels;
mod chats;
mod desk;
mod door;
mod duplicates;
mod enclosures;
mod ending;
mod enquiries;
mod evaluation;
mod events;
mod exchange;
mod fields;
mod files;
mod first_start;
mod guest_mail;
mod guests;
mod images;
mod keyboard;
mod kits;
mod letters;
mod lifecycle;
mod mail_account;
mod network;
mod paper;
mod photos;
mod protection;
mod replying;
mod screens;
mod scrolling;
mod sending;
mod smart_lists;
mod story;
mod timing;
mod tour;
mod translation;
mod tray;
mod trouble;
mod understanding;
mod window;
mod working;

pub use window::Window;

use serde_json::json;

use crate::mail_server::{MailServer, PASSWORD};
use crate::office::Office;

/// An English office past its first start.
fn settled(office: &Office) {
    let answers = json!({
        "language": "en",
        "office": {"set": {"name": "Diskominfo Kota Contoh", "city": "Wonosari", "press_contact": "Rina, +62 000 0000 001"}},
        "staff": {"set": {"name": "Rina Contoh"}},
    });
    office.json(&["call", "office_first_start", &answers.to_string()]);
}

/// Gives the window the account of the private mail servers, as a person would.
async fn connected(window: &Window, server: &MailServer) {
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
}

/// A release of the office, by the command line; its id.
fn release(office: &Office, headline: &str) -> i64 {
    let file = office.write(
        "release.md",
        format!("# {headline}\n\nPasar Rakyat Kota Contoh dibuka kembali hari ini.\n\nIsinya.\n"),
    );
    office.json(&["release", "new", "--file", &file])["id"].as_i64().unwrap()
}

/// How many contacts the office has.
fn contacts(office: &Office) -> i64 {
    office.json(&["contact", "list", "--limit", "1"])["total"].as_i64().unwrap()
}
