//! Data protection in the window: do not contact with its reason, a copy of a person's data,
//! erasure, who comes back, old backups, the log of exports, retention.

use std::path::PathBuf;

use serde_json::json;
use thirtyfour::prelude::*;

use super::{Window, settled};
use crate::office::Office;

/// The one file of this ending among the copies and exports.
fn written(office: &Office, ending: &str) -> PathBuf {
    // This home has no download folder: then they lie in the workspace.
    let mut found: Vec<PathBuf> = std::fs::read_dir(office.workspace())
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

impl Window {
    /// The menu of a contact's panel, which is drawn anew while its answers come in.
    async fn open_menu_of(&self, name: &str) {
        let button = format!("aside[aria-label='{name}'] .actions button[aria-haspopup=menu]");
        for _ in 0..100 {
            if let Ok(found) = self.driver.find(By::Css(&button)).await
                && found.click().await.is_ok()
            {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        self.element("[role=menu]").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_rights_are_kept_in_the_window() {
    let office = Office::with_contacts();
    settled(&office);
    let siti = office.json(&["contact", "show", "siti@example.id"])["contact"]["id"].to_string();
    let panel = format!("/contacts/{siti}");
    office.json(&["backup", &office.file("lama.zip").to_string_lossy()]);
    office.json(&["call", "backup_write", "{}"]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;

    // Do not contact: who, when, why.
    window.go(&panel).await;
    window.sees("Siti Rahma").await;
    window.open_menu_of("Siti Rahma").await;
    window.press("Do not contact").await;
    window.sees("Your name and the day are kept with it").await;
    assert_eq!(window.axe().await, "", "the question why");
    window.moment("protection-dnc").await;
    window.press("Asked by phone or chat").await;
    window.press("Do not contact").await;
    window.sees_in("ul[aria-label]", "Asked by phone or chat").await;
    window.sees_in("ul[aria-label]", "Rina Contoh").await;
    window.moment("protection-held").await;
    let dry = office.json(&["contact", "show", &siti]);
    let states = dry["states"].to_string();
    assert!(
        states.contains("Asked by phone or chat") && states.contains("Rina Contoh"),
        "{states}"
    );

    // A copy of what is held about her, as PDF and as JSON.
    for (button, ending) in [("Copy as PDF", "pdf"), ("Copy as JSON", "json")] {
        window.open_menu_of("Siti Rahma").await;
        window.press(button).await;
        window.sees(&format!(".{ending}")).await;
        window.sees("The copy was written").await;
        let bytes = std::fs::read(written(&office, ending)).unwrap();
        if ending == "pdf" {
            assert!(bytes.starts_with(b"%PDF"), "no PDF");
        } else {
            assert!(String::from_utf8_lossy(&bytes).contains("siti@example.id"));
        }
    }
    window.go("/settings/protection").await;
    window.sees("Copy of a person's data").await;
    window.sees("Nobody was erased yet").await;

    // Erasure, after saying what goes.
    window.go(&panel).await;
    window.open_menu_of("Siti Rahma").await;
    window.press("Erase for good").await;
    window.sees("Erase Siti Rahma for good?").await;
    window.sees("backup").await;
    assert_eq!(window.axe().await, "", "the question before an erasure");
    window.moment("protection-erase").await;
    window.press("Erase for good").await;
    window.sees("Siti Rahma was erased").await;
    office.warta(&["contact", "show", &siti]).failed_with("There is no contact");
    window.go("/settings/protection").await;
    window.sees(&format!("Contact {siti}")).await;
    window.moment("protection-erasures").await;

    // An import does not bring her back unnoticed: her row is named and left out.
    let file = office
        .write("lagi.csv", "Nama;E-mail\nSiti Rahma;siti@example.id\nOrang Baru;baru@example.id\n");
    window.go("/import").await;
    window.give_file(std::path::Path::new(&file)).await;
    window.press("Check the outcome").await;
    window.sees("One person in this file was erased before").await;
    window.element("[data-testid=import-count-rejected]").await.click().await.unwrap();
    window.sees("this person was erased before").await;
    window.moment("protection-import").await;
    let answer = office.json(&["import", &file]);
    assert_eq!(
        (&answer["added"], &answer["rejected"][0]["reason"]),
        (&json!(1), &json!("erased_before")),
        "{answer}"
    );

    // Whoever comes back with an old backup is shown.
    window.close_clean().await;
    office.json(&["restore", &office.file("lama.zip").to_string_lossy()]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/protection").await;
    window.sees("Siti Rahma was erased on").await;
    window.moment("protection-returned").await;

    // Retention: nothing happened with anybody for a year.
    let long_ago = "UPDATE contacts SET created_at = '2024-01-01T00:00:00.000Z', updated_at = '2024-01-01T00:00:00.000Z'";
    rusqlite::Connection::open(office.workspace().join("warta.sqlite"))
        .unwrap()
        .execute(long_ago, [])
        .unwrap();
    window.choose("retention_months", "12").await;
    window.sees("Budi Santoso").await;
    assert_eq!(window.axe().await, "", "data protection");
    window.moment("protection-retention").await;
    window.go("/today").await;
    window.sees("12 months").await;
    window.close_clean().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bin_is_emptied_by_hand_and_says_how_it_empties_itself() {
    let office = Office::with_contacts();
    settled(&office);
    let siti = office.json(&["contact", "show", "siti@example.id"])["contact"]["id"].to_string();
    office.json(&["contact", "delete", &siti]);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/bin").await;
    window.sees_in("[data-testid=bin]", "Siti Rahma").await;
    window.sees_in("[data-testid=bin-space]", "One thing in it").await;
    window.sees("cannot be undone").await;
    window.choose("bin_days", "0").await;
    window
        .wait(
            "never to be kept",
            "return document.querySelector('select[name=bin_days]').value === '0'",
            vec![],
        )
        .await;
    assert_eq!(office.json(&["call", "bin_space", "null"])["days"], 0);
    window.press("Empty the bin now").await;
    window.sees("One thing goes for good").await;
    window.press("Empty the bin now").await;
    window.sees("One thing was emptied").await;
    window.sees("The bin is empty").await;
    assert_eq!(window.axe().await, "", "the bin");
    window.moment("bin-emptied").await;
    window.go("/settings/history").await;
    window.sees("Empty the bin").await;
    window.close_clean().await;
}
