//! A release leaves the window as files and comes back as a Word file.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{Window, release, settled};
use crate::office::Office;
use crate::paper::{pages, squeezed};

const ICON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/32x32.png");

fn file(folder: &Path, ending: &str) -> PathBuf {
    let found: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_is_saved_on_the_letterhead_and_as_word_and_read_back() {
    let office = Office::new();
    settled(&office);
    let id = release(&office, "Pasar Rakyat dibuka");
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/office").await;
    window.sees("Letterhead and signatory").await;
    window.give_file_to("input[name=logo]", Path::new(ICON)).await;
    window.sees("The logo was set").await;
    let typed = "const field = document.querySelector('[name=signatory_name]'); if (!field) return false; field.value = 'Budi Contoh'; field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true })); field.blur(); return true";
    window.wait("the signatory", typed, vec![]).await;
    let shown = "const image = document.querySelector('.logo img'); return !!image?.complete && image.naturalWidth === 32";
    window.wait("the logo", shown, vec![]).await;
    assert_eq!(window.axe().await, "");
    window.moment("letterhead-settings").await;

    window.go(&format!("/releases/{id}")).await;
    window.press("Export").await;
    window.moment("release-export").await;
    window.press("Save as PDF").await;
    window.sees("Saved: ").await;
    let pdf = file(&office.workspace(), "pdf");
    let all = pages(&std::fs::read(&pdf).unwrap()).concat();
    for said in
        ["DISKOMINFO KOTA CONTOH", "Pasar Rakyat dibuka", "Budi Contoh", "Rina, +62 000 0000 001"]
    {
        assert!(all.contains(&squeezed(said)), "{said} is not in {all}");
    }
    std::fs::remove_file(&pdf).unwrap();
    window.press("Export").await;
    window.press("PDF with a box for initials").await;
    window.wait("the draft", "return document.body.textContent.includes('.pdf')", vec![]).await;
    window.press("Export").await;
    window.press("Save as Word file").await;
    window.sees(".docx").await;
    let word = file(&office.workspace(), "docx");

    window.go("/releases").await;
    window.sees("Pasar Rakyat dibuka").await;
    window.give_file_to("input[name=release-file]", word.as_path()).await;
    window.sees("1 release imported").await;
    let title = "return document.querySelector('[name=headline]')?.value === 'Pasar Rakyat dibuka' && document.querySelector('[name=lead]')?.value.startsWith('Pasar Rakyat Kota Contoh')";
    window.wait("headline and lead of the Word file", title, vec![]).await;
    assert_eq!(office.json(&["call", "release_list", "{}"]).as_array().unwrap().len(), 2);
    let damaged = office.write("rusak.docx", "bukan arsip");
    window.go("/releases").await;
    window.give_file_to("input[name=release-file]", damaged.as_ref()).await;
    window.sees("rusak.docx is damaged").await;
    assert_eq!(
        office.json(&["call", "office_show", "null"])["signatory_name"],
        json!("Budi Contoh")
    );
    window.close().await;
}
