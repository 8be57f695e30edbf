//! Backups in the window: written, put back, and what was there before kept.

use thirtyfour::Key;

use super::{Window, contacts, settled};
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_brings_back_what_was_and_keeps_what_is() {
    let office = Office::with_contacts();
    settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.go("/settings/backups").await;
    window.press("Back up now").await;
    window.sees("The backup was written").await;
    window.sees_in("[data-testid=backups]", "manual-").await;

    window.go("/contacts/1").await;
    window.sees_in("h2", "Siti Rahma").await;
    window.keys(Key::Delete).await;
    window.gone("[data-testid=contact-row-1]").await;
    assert_eq!(contacts(&office), 3);

    window.go("/settings/backups").await;
    window.press("Restore manual-").await;
    window.sees("Restore this backup?").await;
    window.moment("restore-ask").await;
    window.press("Restore").await;
    window.sees("The backup was restored").await;
    window.sees_in("[data-testid=backups]", "before-restore-").await;
    window.moment("restore-done").await;
    assert_eq!(contacts(&office), 4, "the contact is back");
    // The open window shows it too, and goes on working on the restored data.
    window.go("/contacts").await;
    window.sees("Siti Rahma").await;
    let kept = backup(&office, "before-restore-");

    // A backup from elsewhere; this one is the state from before the restore.
    let away = office.file("from-a-stick.zip");
    std::fs::copy(kept, &away).unwrap();
    window.go("/settings/backups").await;
    window.give_file_to("input[name=backup-file]", &away).await;
    window.sees("All data of now is replaced by from-a-stick.zip").await;
    window.press("Restore").await;
    window.gone("[role=dialog], [role=alertdialog]").await;
    let two = "return [...document.querySelectorAll('[data-testid=backups] li')].filter((one) => one.innerText.includes('before-restore-')).length === 2";
    window.wait("the second backup of before a restore", two, vec![]).await;
    assert_eq!(contacts(&office), 3);

    // Rubbish is refused by its name, and nothing is harmed.
    let rubbish = office.write("broken.zip", "this is no backup");
    window.give_file_to("input[name=backup-file]", rubbish.as_ref()).await;
    window.sees("All data of now is replaced by broken.zip").await;
    window.press("Restore").await;
    window.sees_in("[aria-label=Messages]", "broken.zip").await;
    window.moment("restore-refused").await;
    assert_eq!(contacts(&office), 3);
    window.go("/contacts").await;
    window.sees("Budi Santoso").await;
    window.close_clean().await;
}

fn backup(office: &Office, beginning: &str) -> std::path::PathBuf {
    std::fs::read_dir(office.workspace().join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with(beginning))
        .unwrap()
}
