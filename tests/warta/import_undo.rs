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
            warta::job::cancel(workspace.folder(), news.id);
        }
    };
    let error = commands::import_undo(&door(&workspace, &stopping), import).unwrap_err();
    assert_eq!(error.code, Code::Cancelled);
    assert!(phases.lock().unwrap().iter().any(|phase| phase == "phase-undoing"));
    assert_eq!(state(&workspace), before);
    assert_indexes_merge(&workspace);
    // It can be undone still, and done again.
    let quiet = |_: &JobNews| {};
    let undone = commands::import_undo(&door(&workspace, &quiet), import).unwrap();
    assert_eq!(undone.left.count, 0);
    let gone = state(&workspace);
    assert_eq!(gone["live"], json!(vec![0; TABLES.len()]));
    assert_eq!(gone["found"], json!([0, 0, 0, 0, 0]));
    assert_indexes_merge(&workspace);
    commands::redo_last(&door(&workspace, &quiet), ()).unwrap();
    assert_eq!(state(&workspace), before);
}

/// The default of FTS5: the index merges of itself what is dead in it.
fn assert_indexes_merge(workspace: &Workspace) {
    for index in ["contact_search", "organisation_search"] {
        let sql =
            format!("SELECT COALESCE((SELECT v FROM {index}_config WHERE k = 'deletemerge'), 10)");
        let merges = workspace.db.read(|db| db.number(&sql, &[])).unwrap();
        assert_eq!(merges, 10, "{index} merges of itself again");
    }
}

fn sql(workspace: &Workspace, statements: &str) {
    let database = rusqlite::Connection::open(workspace.db.path()).unwrap();
    database.busy_timeout(Duration::from_secs(15)).unwrap();
    database.execute_batch(&format!("PRAGMA foreign_keys = OFF; {statements}")).unwrap();
}

fn number(workspace: &Workspace, question: &str) -> i64 {
    workspace.db.read(|db| db.number(question, &[])).unwrap()
}

/// What is not logged is built upon an import as well: mail that goes out, mail that comes in.
#[test]
fn deliveries_and_mail_during_the_undo_keep_their_contacts() {
    let office = Office::new();
    let import = imported(&office, "Besar", ROWS);
    let workspace = office.open();
    let last = number(&workspace, "SELECT MAX(id) FROM contacts");
    let (sent, heard, known) = (last, last - 1, last - 2);
    let done = AtomicBool::new(false);
    let building = |news: &JobNews| {
        if news.phase == "phase-undoing" && !done.swap(true, Ordering::Relaxed) {
            let now = "2026-01-01T00:00:00.000Z";
            sql(
                &workspace,
                &format!(
                    "INSERT INTO deliveries (distribution_id, contact_id, channel, state, changed_at) VALUES (1, {sent}, 'by_hand', 'by_hand', '{now}');
                     INSERT INTO interactions (contact_id, kind, at, import_id, created_at, updated_at) VALUES ({heard}, 'reply', '{now}', -7, '{now}', '{now}');
                     INSERT INTO reaches (contact_id, kind, value, value_key, import_id, created_at, updated_at)
                     VALUES ({known}, 'email', 'lain@example.id', 'lain@example.id', {import} + 1, '{now}', '{now}');"
                ),
            );
        }
    };
    let undone = commands::import_undo(&door(&workspace, &building), import).unwrap();
    assert!(done.load(Ordering::Relaxed), "the undo was over before anything was built");
    let mut people: Vec<(i64, &str)> = undone
        .left
        .rows
        .iter()
        .filter(|row| row.table == "contacts")
        .map(|row| (row.id, row.reason.as_str()))
        .collect();
    people.sort_unstable();
    assert_eq!(people, [(known, "changed"), (heard, "used"), (sent, "used")]);
    let left = state(&workspace);
    assert_eq!(left["live"][0], 3, "{left}");
    assert_eq!(left["live"][2], 3, "{left}");
    assert_eq!(left["found"][0], 3, "{left}");
    assert_indexes_merge(&workspace);
}

/// What the undo took is put back although some of it has been changed or replaced meanwhile.
#[test]
fn a_stopped_undo_leaves_what_was_changed_meanwhile() {
    let office = Office::new();
    office.json(&["call", "contact_save", &json!({"patch": {"set": {"name": "Sudah Ada"}}, "reaches": [{"kind": "email", "value": "besar7@example.id"}]}).to_string()]);
    let file = office.write(
        "besar.csv",
        format!("{}Sudah Ada,besar7@example.id,,,\n", list("Besar", ROWS))
            .replace("Nama,", "Kota,Nama,")
            .replace("\nBesar", "\nSerang,Besar")
            .replace("\nSudah", "\nSerang,Sudah"),
    );
    let import = office.json(&["import", &file, "--list", "Besar"])["import_id"].as_i64().unwrap();
    let workspace = office.open();
    let known = number(&workspace, "SELECT id FROM contacts WHERE name = 'Sudah Ada'");
    assert_eq!(
        number(&workspace, &format!("SELECT city = 'Serang' FROM contacts WHERE id = {known}")),
        1
    );
    let live = |table: &str| {
        number(&workspace, &format!("SELECT COUNT(*) FROM {table} WHERE deleted_at IS NULL"))
    };
    let before = (live("contacts"), live("reaches"), live("affiliations"), live("organisations"));
    let quiet = |_: &JobNews| {};
    let (changed, stopped) = (AtomicBool::new(false), AtomicBool::new(false));
    let stopping = |news: &JobNews| {
        if news.phase != "phase-undoing" {
            return;
        }
        let call = |name: &str, args: Json| {
            commands::call_and_wait(&door(&workspace, &quiet), name, args).unwrap()
        };
        if !changed.swap(true, Ordering::Relaxed) {
            call("contact_save", json!({"patch": {"id": known, "set": {"city": "Bogor"}}}));
        }
        // The list goes late; somebody takes its name.
        let gone = live("recipient_lists") == 0;
        if gone && !stopped.swap(true, Ordering::Relaxed) {
            call("list_save", json!({"set": {"name": "Besar"}}));
            warta::job::cancel(workspace.folder(), news.id);
        }
    };
    let outcome = commands::import_undo(&door(&workspace, &stopping), import);
    assert!(stopped.load(Ordering::Relaxed), "the undo was over before it was stopped");
    assert_eq!(outcome.unwrap_err().code, Code::Cancelled);
    assert_eq!(number(&workspace, "SELECT COUNT(*) FROM jobs WHERE action_id <> 0"), 0);
    assert_eq!(
        (live("contacts"), live("reaches"), live("affiliations"), live("organisations")),
        before
    );
    assert_eq!(live("recipient_lists"), 1, "the new list stands, the old one has lost its name");
    assert_eq!(
        number(&workspace, &format!("SELECT city = 'Bogor' FROM contacts WHERE id = {known}")),
        1
    );
    assert_eq!(state(&workspace)["found"][0], before.0);
    assert_indexes_merge(&workspace);
}

#[test]
fn a_stopped_redo_can_be_done_again_and_nobody_undoes_it_meanwhile() {
    let office = Office::new();
    let import = imported(&office, "Besar", ROWS);
    let workspace = office.open();
    let full = state(&workspace);
    let quiet = |_: &JobNews| {};
    let undone = commands::import_undo(&door(&workspace, &quiet), import).unwrap();
    let empty = state(&workspace);
    let refused = std::sync::Mutex::new(None);
    let stopping = |news: &JobNews| {
        if news.phase == "phase-undoing" && news.done > 0 {
            let other = commands::undo_action(&door(&workspace, &quiet), undone.action);
            *refused.lock().unwrap() = Some(other.unwrap_err().code);
            warta::job::cancel(workspace.folder(), news.id);
        }
    };
    let error = commands::redo_last(&door(&workspace, &stopping), ()).unwrap_err();
    assert_eq!(error.code, Code::Cancelled);
    assert_eq!(*refused.lock().unwrap(), Some(Code::Busy));
    assert_eq!(state(&workspace), empty);
    assert_indexes_merge(&workspace);
    commands::redo_last(&door(&workspace, &quiet), ()).unwrap();
    assert_eq!(state(&workspace), full);
    assert_indexes_merge(&workspace);
}

#[test]
fn a_redo_that_is_taken_back_by_its_number_keeps_what_was_changed_and_can_be_done_again() {
    let office = Office::new();
    let import = imported(&office, "Besar", 60);
    let workspace = office.open();
    let full = state(&workspace);
    let quiet = |_: &JobNews| {};
    let door = door(&workspace, &quiet);
    commands::import_undo(&door, import).unwrap();
    let undo = number(&workspace, "SELECT MAX(id) FROM actions");
    commands::redo_last(&door, ()).unwrap();
    let redo = number(&workspace, "SELECT MAX(id) FROM actions");
    assert_eq!(number(&workspace, &format!("SELECT undoes FROM actions WHERE id = {redo}")), undo);
    commands::undo_action(&door, redo).unwrap();
    assert_eq!(state(&workspace)["live"][0], 0);
    commands::redo_last(&door, ()).unwrap();
    assert_eq!(state(&workspace), full);
    let redo = number(&workspace, "SELECT MAX(id) FROM actions");
    let last = number(&workspace, "SELECT MAX(id) FROM contacts");
    let edit = json!({"patch": {"id": last, "set": {"city": "Bogor"}}});
    commands::call_and_wait(&door, "contact_save", edit).unwrap();
    let left = commands::undo_action(&door, redo).unwrap().left;
    assert!(left.rows.iter().any(|row| row.table == "contacts" && row.id == last), "{left:?}");
    assert_eq!(state(&workspace)["live"][0], 1);
}

/// One debt that cannot be paid keeps no other from it, and a small undo does not wait for any.
#[test]
fn debts_are_paid_one_by_one_and_only_where_they_matter() {
    let office = Office::new();
    let import = imported(&office, "Besar", 60);
    let workspace = office.open();
    let quiet = |_: &JobNews| {};
    let owe = |action: i64| {
        sql(
            &workspace,
            &format!(
                "INSERT INTO jobs (kind, state, process, action_id, started_at)
                 VALUES ('import_run', 'interrupted', 'nobody.lock', {action}, '2026-01-01T00:00:00.000Z')"
            ),
        );
    };
    let action = number(&workspace, &format!("SELECT action_id FROM imports WHERE id = {import}"));
    owe(action);
    owe(999_999);
    // A small undo leaves them.
    commands::call_and_wait(
        &door(&workspace, &quiet),
        "list_save",
        json!({"set": {"name": "Baru"}}),
    )
    .unwrap();
    commands::undo_last(&door(&workspace, &quiet), ()).unwrap();
    assert_eq!(state(&workspace)["live"][0], 60);
    assert_eq!(number(&workspace, "SELECT COUNT(*) FROM jobs WHERE action_id <> 0"), 2);
    drop(workspace);
    let workspace = office.open();
    assert_eq!(state(&workspace)["live"][0], 0, "the newer debt cannot be paid, the older one is");
    assert_eq!(number(&workspace, "SELECT MAX(action_id) FROM jobs"), 999_999);
    assert_eq!(number(&workspace, "SELECT COUNT(*) FROM jobs WHERE state = 'running'"), 0);
}

#[test]
fn a_debt_of_the_import_that_is_taken_back_is_paid_first() {
    let office = Office::new();
    let import = imported(&office, "Besar", 60);
    let workspace = office.open();
    let quiet = |_: &JobNews| {};
    let action = number(&workspace, &format!("SELECT action_id FROM imports WHERE id = {import}"));
    sql(
        &workspace,
        &format!(
            "UPDATE jobs SET action_id = {action}, state = 'interrupted' WHERE kind = 'import_run'"
        ),
    );
    let error = commands::import_undo(&door(&workspace, &quiet), import).unwrap_err();
    assert_eq!((error.code, error.text), (Code::Conflict, "undo-already"));
    assert_eq!(state(&workspace)["live"][0], 0);
    assert_eq!(
        number(&workspace, "SELECT COUNT(*) FROM jobs WHERE action_id <> 0 OR state = 'running'"),
        0
    );
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
    assert_indexes_merge(&workspace);
}
