//! The whole work without a mouse.

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn from_a_contact_to_a_sent_release_with_keys_alone() {
    let office = Office::with_contacts();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.element("main h1").await;

    // A new contact, by the palette.
    window.by_palette("Add contact").await;
    window.focus_on("[role=dialog] [name=name]").await;
    window.keys("Rudi Contoh").await;
    window.tab_to("[role=dialog] [name=email]").await;
    window.keys("rudi@example.id").await;
    window.tab_to("[role=dialog] [name=outlet]").await;
    window.keys("Harian").await;
    let offered = "return !!document.querySelector('[role=option]')";
    window.wait("the outlet to be offered", offered, vec![]).await;
    window.keys(Key::Enter).await;
    window.keys(Key::Control + Key::Enter).await;
    window.gone("[role=dialog]").await;
    window.at("/contacts/5").await;
    window.sees("Rudi Contoh").await;

    // Edited, and the edit taken back.
    window.element("input[name=salutation_formal]").await;
    window.keys("e").await;
    window.focus_on("[name=name]").await;
    window.keys(Key::Control + "a").await;
    window.keys("Rudi Hartono Contoh").await;
    window.keys(Key::Tab).await;
    window.sees("Saved").await;
    let shown = office.json(&["contact", "show", "rudi@example.id"]);
    assert_eq!(shown["contact"]["name"], "Rudi Hartono Contoh", "{shown}");
    window.keys(Key::Escape).await;
    let left = "return !document.activeElement?.matches('input, textarea')";
    window.wait("the field to be left", left, vec![]).await;
    window.keys(Key::Control + "z").await;
    window.sees_in("h2", "Rudi Contoh").await;
    window.keys(Key::Escape).await;
    window.gone("h2[title]").await;

    // Selected in the list and put on the recipient list.
    window.keys("/").await;
    window.focus_on("input[name=search]").await;
    window.keys("Rudi").await;
    let alone = "return document.querySelectorAll('[data-testid^=contact-row-]').length === 1";
    window.wait("the one contact", alone, vec![]).await;
    window.keys(Key::Down).await;
    window.wait("the search field to be left", left, vec![]).await;
    window.keys("j").await;
    window.keys("x").await;
    window.sees("1 selected").await;
    window.tab_to("[role=toolbar] button").await;
    window.keys(Key::Enter).await;
    window.element("[role=menu]").await;
    window.keys(Key::Down).await;
    window.keys(Key::Enter).await;
    window.gone("[role=menu]").await;
    let members = || office.json(&["list", "show", "Pers Kota"])["rows"].as_array().map(Vec::len);
    window.sees("Pers Kota").await;
    assert_eq!(members(), Some(4));

    // A release, written and sent.
    window.by_palette("New release").await;
    window.focus_on("[name=headline]").await;
    window.keys("Pasar Rakyat dibuka").await;
    window.keys(Key::Tab).await;
    window.focus_on("[name=lead]").await;
    window.keys("Pasar dibuka hari ini.").await;
    window.tab_to("[contenteditable=true]").await;
    window.keys("Isinya.").await;
    window.sees("Saved").await;
    window.tab_to("[name=lists]").await;
    window.keys("Pers").await;
    window.wait("the list to be offered", offered, vec![]).await;
    window.keys(Key::Enter).await;
    window.sees_in("[data-testid=send-count]", "4 people").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Send to 4 people?").await;
    window.keys(Key::Control + Key::Enter).await;
    window.element("[data-testid=distribution]").await;
    let done = "return document.querySelector('li[data-state=accepted]')?.dataset.count === '3'";
    window.wait("three mails in the outbox folder", done, vec![]).await;
    let release = office.json(&["release", "show", "1"]);
    assert_eq!(release["release"]["headline"], "Pasar Rakyat dibuka", "{release}");
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_reaches_everything_and_looks_change_at_once() {
    let office = Office::with_contacts();
    settled(&office);
    super::release(&office, "Pasar Rakyat dibuka");
    let mail = office.write(
        "balasan.eml",
        "From: Siti Rahma <siti@example.id>\nTo: humas@example.id\nSubject: Re: Jadwal\nMessage-ID: <one@example.id>\n\nKami muat besok.\n",
    );
    office.warta(&["inbox", "read", &mail]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.element("main h1").await;
    window.run("window.__same = true", vec![]).await;
    for (words, path) in [
        ("Siti Rahma", "/contacts/1"),
        ("Harian Contoh", "/outlets/1"),
        ("Pers Kota", "/lists/1"),
        ("Pasar Rakyat", "/releases/1"),
        ("Re: Jadwal", "/responses/1"),
        ("Recipient lists", "/lists"),
        ("Import contacts", "/import"),
        ("Mail account", "/settings/account"),
        ("Backups", "/settings/backups"),
        ("History of actions", "/settings/history"),
    ] {
        window.by_palette(words).await;
        window.at(path).await;
    }
    let theme =
        |wanted: &str| format!("return document.documentElement.dataset.theme === '{wanted}'");
    window.by_palette("Dark theme").await;
    window.wait("dark", &theme("dark"), vec![]).await;
    window.by_palette("Light theme").await;
    window.wait("light", &theme("light"), vec![]).await;
    window.by_palette("Indonesian").await;
    window.sees_in("h1", "Pengaturan").await;
    window.by_palette("Bahasa Inggris").await;
    window.sees_in("h1", "Settings").await;
    assert_eq!(window.run("return window.__same", vec![]).await, json!(true), "no new page");
    let kept = office.json(&["call", "session", "null"]);
    assert_eq!((&kept["theme"], &kept["language"]), (&json!("light"), &json!("en")));
    window.close_clean().await;
}
