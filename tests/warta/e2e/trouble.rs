//! What the window says when the workspace cannot be opened, and the way out.

use super::Window;
use crate::office::Office;

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_or_newer_database_is_told_in_the_window() {
    let office = Office::with_contacts();
    office.json(&["call", "setting_set", r#"{"key": "setup_done", "value": "1"}"#]);
    let backup = office.file("cadangan.zip").to_string_lossy().into_owned();
    assert_eq!(office.warta(&["backup", &backup]).code, 0);

    let database = office.workspace().join("warta.sqlite");
    let connection = rusqlite::Connection::open(&database).unwrap();
    let version: i64 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    connection.pragma_update(None, "user_version", 9999).unwrap();
    drop(connection);
    let window = Window::open(&office.workspace(), &office.file("home-newer")).await;
    window.wait("the sentence", SAYS, vec!["newer".into(), "lebih baru".into()]).await;
    window.close().await;
    let connection = rusqlite::Connection::open(&database).unwrap();
    let now: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(now, 9999, "a newer database is left alone");
    connection.pragma_update(None, "user_version", version).unwrap();
    drop(connection);

    crate::trouble::damage(&office);
    let window = Window::open(&office.workspace(), &office.file("home-damaged")).await;
    window.wait("the sentence", SAYS, vec!["is damaged".into(), "rusak".into()]).await;
    let axe = window.axe().await;
    assert!(axe.is_empty(), "{axe}");
    // The backup is put back from here, as no room can be opened.
    window.give_file(backup.as_ref()).await;
    window.wait("the rail", "return !!document.querySelector('nav')", vec![]).await;
    window.go("/contacts").await;
    window
        .wait("a contact", "return document.querySelectorAll('[role=row]').length > 1", vec![])
        .await;
    window.close().await;
}

const SAYS: &str =
    "return [...arguments].some((words) => document.body.innerText.toLowerCase().includes(words))";
