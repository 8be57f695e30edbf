//! A letter from its template to its number, to a PDF, and to being void.

use thirtyfour::Key;

use super::{Window, settled};
use crate::office::Office;
use crate::paper::{pages, squeezed};

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_written_issued_saved_and_made_void() {
    let office = Office::new();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/letters").await;
    window.sees("No letters yet").await;
    assert_eq!(window.axe().await, "");
    window.keys("n").await;
    window.sees("Letter of assignment").await;
    assert_eq!(window.axe().await, "");
    window.moment("letter-new").await;
    window.press("Invitation\nInvitation").await;
    window.sees("Not filled in").await;
    window.fill("subject", "Invitation to the market").await;
    window.fill("recipients", "The Editor, Harian Contoh").await;
    window.fill("copies", "Archive").await;
    assert_eq!(window.axe().await, "");
    window.moment("letter").await;
    window.press("Issue").await;
    window.sees("Parts of the template are not filled in").await;
    window.fill("issue-number", "005/7/2026").await;
    window.press("Issue anyway").await;
    window.sees("Letter issued with number 005/7/2026").await;
    window.sees("It cannot be changed any more").await;
    let fixed = "return document.querySelector('[data-testid=release-body]').getAttribute('contenteditable') === 'false' && document.querySelector('[name=recipients]').disabled";
    window.wait("the letter to be fixed", fixed, vec![]).await;
    window.press("Export").await;
    window.press("Save as PDF").await;
    window.sees("Saved: ").await;
    let file = std::fs::read_dir(office.workspace())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .unwrap();
    let all = pages(&std::fs::read(file).unwrap()).concat();
    for said in ["DISKOMINFO KOTA CONTOH", "005/7/2026", "The Editor, Harian Contoh", "Archive"] {
        assert!(all.contains(&squeezed(said)), "{said} is not in {all}");
    }
    window.press("More actions").await;
    window.press("Make void").await;
    window.fill("reason", "Wrong date").await;
    window.keys(Key::Control + Key::Enter).await;
    window.sees("Made void").await;
    assert_eq!(window.axe().await, "");
    window.moment("letter-void").await;

    window.go("/letters/templates").await;
    window.press("New template").await;
    window
        .wait(
            "its name",
            "return document.querySelector('[name=name]')?.value === 'New template'",
            vec![],
        )
        .await;
    window.fill("name", "Thanks").await;
    window.sees("Saved").await;
    assert_eq!(window.axe().await, "");
    window.moment("letter-templates").await;
    window.go("/settings/office").await;
    window.sees("Numbers of letters").await;
    window.fill("letter-pattern-memo", "ND/{number}/{year}").await;
    window.sees("Next number: ND/1/").await;
    window.close().await;
    let names = office.json(&["letter", "templates"])["templates"].to_string();
    assert!(names.contains("Thanks"), "{names}");
}
