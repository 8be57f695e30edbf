//! Import by paste, past imports, and the export dialog, in the real window.

use serde_json::json;

use super::Window;
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn pasted_rows_come_in_a_past_import_is_undone_and_a_signature_is_confirmed() {
    let office = Office::new();
    super::settled(&office);
    let window = Window::open(&office.workspace(), &office.file("home")).await;
    window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;
    window.go("/import").await;
    let paste = "const box = document.querySelector('[name=paste]'); if (!box) return false; box.value = arguments[0]; box.dispatchEvent(new Event('input', { bubbles: true })); return true";
    let rows =
        "Nama\tSurel\tMedia\tTanggal Lahir\nSiti Rahma\tsiti@example.id\tHarian Contoh\tkemarin\n";
    window.wait("the paste box", paste, vec![json!(rows)]).await;
    window.press("Take what was pasted").await;
    window.sees("columns imported").await;
    window.press("Check the outcome").await;
    window.sees("1 value will be left out").await;
    window.press("Import 1 contact").await;
    window.sees("has been imported").await;
    assert_eq!(office.json(&["contact", "list"])["total"], 1);
    window.press("Import another file").await;
    window.sees("Past imports").await;
    window.press("Undo the import of").await;
    window.sees("was undone").await;
    assert_eq!(office.json(&["contact", "list"])["total"], 0);
    let signature =
        "Salam,\n\nBudi Santoso\nReporter | Radio Contoh FM\nWA 0812-0000-2222\nbudi@example.id\n";
    window.wait("the paste box", paste, vec![json!(signature)]).await;
    window.press("Take what was pasted").await;
    window
        .wait(
            "the person in the form",
            "return document.querySelector('[role=dialog] [name=name]')?.value === 'Budi Santoso'",
            vec![],
        )
        .await;
    window.press("Add contact").await;
    window.sees("Radio Contoh FM").await;
    let budi = office.json(&["contact", "show", "budi@example.id"]);
    assert_eq!(budi["row"]["position"], "Reporter", "{budi}");
    // The export dialog: chosen columns, a file in the download folder or the workspace.
    window.go("/contacts").await;
    window.sees("Budi Santoso").await;
    window.press("More").await;
    window.press("Export…").await;
    window.sees("What is shown").await;
    assert_eq!(window.axe().await, "");
    window.press("Export").await;
    window.sees("1 row").await;
    assert_eq!(window.errors().await, "");
    window.close().await;
}
