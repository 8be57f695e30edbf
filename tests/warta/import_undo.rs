//! Taking a large import back goes in steps: others edit meanwhile, it can be stopped, and a dead
//! process leaves nothing half done.

use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use warta::bus::JobNews;
use warta::commands::{self, Door};
use warta::db::Source;
use warta::error::Code;
use warta::workspace::Workspace;

use crate::office::Office;

/// So many that the first step of an undo, a twentieth of a second, is far from taking all of them.
const ROWS: usize = 30_000;
const TABLES: &[&str] = &[
    "contacts",
    "organisations",
    "affiliations",
    "reaches",
    "labels",
    "custom_fields",
    "custom_values",
    "recipient_lists",
    "recipient_list_members",
];

fn list(name: &str, rows: usize) -> String {
    let mut csv = "Nama,Surel,Media,Desk,Skor [Angka]\n".to_owned();
    for n in 0..rows {
        csv.push_str(&format!(
            "{name} Contoh {n},{}{n}@example.id,Media {name} {},Desk {},{n}\n",
            name.to_lowercase(),
            n % 90,
            n % 20
        ));
    }
    csv
}

fn imported(office: &Office, name: &str, rows: usize) -> i64 {
    let file = office.write(&format!("{name}.csv"), list(name, rows));
    let done = office.json(&["import", &file, "--list", name]);
    assert_eq!(done["added"], rows, "{done}");
    done["import_id"].as_i64().unwrap()
}

fn door<'a>(workspace: &'a Workspace, news: &'a (dyn Fn(&JobNews) + Sync)) -> Door<'a> {
    Door { workspace, source: Source::Window, actor: "Rina".to_owned(), on_progress: Some(news) }
}

/// Live rows of every table, and what the search finds.
fn state(workspace: &Workspace) -> Json {
    let quiet = |_: &JobNews| {};
    let door = door(workspace, &quiet);
    let live: Vec<i64> = workspace
        .db
        .read(|db| {
            TABLES
                .iter()
                .map(|table| {
                    let sql = format!("SELECT COUNT(*) FROM {table} WHERE deleted_at IS NULL");
                    db.number(&sql, &[])
                })
                .collect()
        })
        .unwrap();
    let found = |text: &str| {
        commands::call_and_wait(&door, "contact_count", json!({ "search": text })).unwrap()
    };
    json!({
        "live": live,
        "found": [found("besar"), found("kecil"), found("desk"), found("besar 37"), found("media kecil")],
        "outlets": commands::call_and_wait(&door, "organisation_list", json!({"search": "media"})).unwrap()["total"],
    })
}

#[test]
fn an_edit_during_the_undo_is_kept_and_named() {
    let office = Office::new();
    let import = imported(&office, "Besar", ROWS);
    let workspace = office.open();
    let quiet = |_: &JobNews| {};
    let last = workspace.db.read(|db| db.number("SELECT MAX(id) FROM contacts", &[])).unwrap();
    let edited = AtomicBool::new(false);
    let editing = |news: &JobNews| {
        if news.phase == "phase-undoing" && !edited.swap(true, Ordering::Relaxed) {
            let door = door(&workspace, &quiet);
            let call = |name: &str, args: Json| commands::call_and_wait(&door, name, args).unwrap();
            call("contact_save", json!({"patch": {"id": last, "set": {"city": "Bogor"}}}));
            let used = json!({"contact_id": last - 1, "kind": "call", "direction": "out", "summary": "Telepon"});
            call("interaction_log", used);
        }
    };
    let undone = commands::import_undo(&door(&workspace, &editing), import).unwrap();
    assert!(edited.load(Ordering::Relaxed), "the undo was over before anybody could edit");
    let people: Vec<(i64, &str)> = undone
        .left
        .rows
        .iter()
        .filter(|row| row.table == "contacts")
        .map(|row| (row.id, row.reason.as_str()))
        .collect();
    assert_eq!(people, [(last - 1, "used"), (last, "changed")]);
    let left = state(&workspace);
    assert_eq!(left["live"][0], 2);
    // What stays, stays whole, and is found.
    assert_eq!(left["live"][2], 2, "{left}");
    assert_eq!(left["live"][3], 2, "{left}");
    assert_eq!(left["found"][0], 2, "{left}");
}

#[test]
fn a_stopped_undo_puts_everything_back() {
    let office = Office::new();
    let import = imported(&office, "Besar", ROWS);
    let workspace = office.open();
    let before = state(&workspace);
    let phases = std::sync::Mutex::new(Vec::new());
    let stopping = |news: &JobNews| {
        phases.lock().unwrap().push(news.phase.clone());
        // Once something is gone.
        if news.phase == "phase-undoing" && news.done > 0 {
            warta::job::cancel(news.id);
        }
    };
    let error = commands::import_undo(&door(&workspace, &stopping), import).unwrap_err();
    assert_eq!(error.code, Code::Cancelled);
    assert!(phases.lock().unwrap().iter().any(|phase| phase == "phase-undoing"));
    assert_eq!(state(&workspace), before);
    // It can be undone still, and done again.
    let quiet = |_: &JobNews| {};
    let undone = commands::import_undo(&door(&workspace, &quiet), import).unwrap();
    assert_eq!(undone.left.count, 0);
    let gone = state(&workspace);
    assert_eq!(gone["live"], json!(vec![0; TABLES.len()]));
    assert_eq!(gone["found"], json!([0, 0, 0, 0, 0]));
    commands::redo_last(&door(&workspace, &quiet), ()).unwrap();
    assert_eq!(state(&workspace), before);
}

#[test]
fn a_killed_undo_is_finished_when_the_workspace_is_next_opened() {
    let office = Office::new();
    imported(&office, "Kecil", 50);
    let before = state(&office.open());
    let import = imported(&office, "Besar", ROWS);
    let database = rusqlite::Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    let live = || -> i64 {
        database
            .query_row("SELECT COUNT(*) FROM contacts WHERE deleted_at IS NULL", [], |row| {
                row.get(0)
            })
            .unwrap()
    };
    let mut child = Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(office.workspace())
        .args(["import", "undo", &import.to_string()])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    while live() == ROWS as i64 + 50 {
        assert!(child.try_wait().unwrap().is_none(), "the undo was over before it was killed");
        assert!(started.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(live() > 50, "it was killed too late");
    drop(database);
    let workspace = office.open();
    assert_eq!(state(&workspace), before);
    let quiet = |_: &JobNews| {};
    let again = commands::import_undo(&door(&workspace, &quiet), import).unwrap_err();
    assert_eq!(again.code, Code::Conflict, "it is undone already");
}

#[test]
fn the_search_of_a_large_office_survives_an_undo() {
    let office = Office::new();
    // More than are indexed anew at once.
    imported(&office, "Kecil", 5_100);
    let workspace = office.open();
    let before = state(&workspace);
    drop(workspace);
    let import = imported(&office, "Besar", 2_500);
    let workspace = office.open();
    let quiet = |_: &JobNews| {};
    commands::import_undo(&door(&workspace, &quiet), import).unwrap();
    assert_eq!(state(&workspace), before);
    let merges = workspace
        .db
        .read(|db| db.number("SELECT v FROM contact_search_config WHERE k = 'deletemerge'", &[]))
        .unwrap();
    assert_eq!(merges, 10, "the index merges of itself again");
}
