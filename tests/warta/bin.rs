//! Emptying the bin: what goes, what stays, that it is one action, and that undo says so.

use chrono::Duration;
use serde_json::{Value as Json, json};
use warta::db::{Ctx, Source};
use warta::history::{self, Emptied, EmptyOrder};
use warta::job;

use crate::media_list::Desk;

/// The bin as it is emptied by the program so many days from now.
fn empty_in(desk: &Desk, days: i64, all: bool) -> Emptied {
    let ctx = Ctx {
        now: warta::clock::now() + Duration::days(days),
        ..desk.workspace.ctx("", Source::Window)
    };
    let id = job::start(&desk.workspace, &ctx, "bin_empty").unwrap();
    let order = EmptyOrder { all: Some(all) };
    job::run(&desk.workspace, ctx, id, "bin_empty", None, |job| history::empty_bin(job, order))
        .unwrap()
}

fn number(desk: &Desk, sql: &str) -> i64 {
    desk.workspace.db.read(|db| db.number(sql, &[])).unwrap()
}

fn in_bin(desk: &Desk) -> Vec<String> {
    let rows = desk.call("bin_list", json!({}));
    let name = |row: &Json| row["name"].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(name).collect()
}

#[test]
fn what_lies_there_long_enough_goes_with_its_parts_in_one_action() {
    let desk = Desk::new();
    let gone = desk.contact("Zubaedah Contoh", "zubaedah@example.id", "Radio Contoh FM");
    let kept = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    desk.call("contact_save", json!({"patch": {"id": gone, "set": {"notes": "rahasia lama"}}}));
    let list = desk.call("list_save", json!({"set": {"name": "Pokja"}}));
    let list = list["id"].as_i64().unwrap();
    desk.call("list_add", json!({"list_id": list, "contact_ids": [gone, kept]}));
    desk.call("contact_delete", json!([gone]));
    desk.call("list_delete", json!(list));
    let space = desk.call("bin_space", json!(null));
    assert_eq!(
        (&space["items"], &space["due"], &space["days"]),
        (&json!(2), &json!(0), &json!(30))
    );
    assert!(space["bytes"].as_i64().unwrap() > 20, "{space}");

    assert_eq!(empty_in(&desk, 29, false).items, 0, "a day too early");
    let actions = number(&desk, "SELECT COUNT(*) FROM actions");
    let emptied = empty_in(&desk, 31, false);
    assert_eq!((emptied.items, emptied.stayed), (2, 0));
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM actions") - actions, 1, "one action");
    let action = desk.call("history_list", json!(1))[0].clone();
    assert_eq!(
        (&action["command"], &action["actor"], &action["undoable"]),
        (&json!("bin_empty"), &json!(""), &json!(false)),
        "{action}"
    );
    assert_eq!(in_bin(&desk), Vec::<String>::new());
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM reaches WHERE value LIKE 'zubaedah%'"), 0);
    assert_eq!(
        number(&desk, "SELECT COUNT(*) FROM changes WHERE before || after LIKE '%rahasia%'"),
        0,
        "the images go as well"
    );
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM pragma_foreign_key_check"), 0);
    assert_eq!(desk.search("budi"), ["Budi Santoso"]);
    assert!(desk.search("zubaedah").is_empty());
    // Nothing is due any more today, and the next day there is nothing to do.
    assert_eq!(empty_in(&desk, 32, false).items, 0);
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM actions") - actions, 1, "no empty action");
}

#[test]
fn what_is_emptied_cannot_be_taken_back_and_the_rest_can() {
    let desk = Desk::new();
    let contact = desk.contact("Zubaedah Contoh", "zubaedah@example.id", "Radio Contoh FM");
    let other = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    desk.call("contact_delete", json!([contact]));
    desk.call("contact_save", json!({"patch": {"id": other, "set": {"city": "Cilegon"}}}));
    empty_in(&desk, 31, false);
    // The change of somebody else is the last that can be taken back.
    desk.call("undo_last", json!(null));
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM contacts WHERE city = 'Cilegon'"), 0);
    while warta::commands::call_and_wait(&desk.door(), "undo_last", json!(null)).is_ok() {}
    assert!(desk.search("zubaedah").is_empty());
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM pragma_foreign_key_check"), 0);
}

#[test]
fn what_something_else_names_stays() {
    let desk = Desk::new();
    let refused = desk.contact("Jangan Hubungi", "jangan@example.id", "Radio Contoh FM");
    desk.call("contact_state_set", json!({"contact_id": refused, "kind": "do_not_contact", "on": true, "reason": "minta lewat telepon"}));
    desk.call("contact_delete", json!([refused]));
    desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    let outlet = number(&desk, "SELECT id FROM organisations WHERE name = 'Harian Contoh'");
    let free = desk.call(
        "organisation_save",
        json!({"patch": {"set": {"name": "Media Lama", "kind": "outlet"}}}),
    );
    let free = free.pointer("/organisation/id").or_else(|| free.pointer("/id")).unwrap().clone();
    desk.call("organisation_delete", json!([outlet, free]));
    let emptied = empty_in(&desk, 31, false);
    assert_eq!((emptied.items, emptied.stayed), (1, 2), "{:?}", in_bin(&desk));
    let mut left = in_bin(&desk);
    left.sort();
    assert_eq!(left, ["Harian Contoh", "Jangan Hubungi"]);
}

#[test]
fn a_person_chooses_how_long_or_never_or_now() {
    let desk = Desk::new();
    let contact = desk.contact("Zubaedah Contoh", "zubaedah@example.id", "Radio Contoh FM");
    desk.call("contact_delete", json!([contact]));
    let keep = |days: &str| desk.call("setting_set", json!({"key": "bin_days", "value": days}));
    keep("0");
    assert_eq!(empty_in(&desk, 4_000, false).items, 0, "never");
    let ctx = desk.workspace.ctx("", Source::Window);
    assert!(!desk.workspace.db.read(|db| history::bin_is_due(db, &ctx)).unwrap());
    keep("365");
    assert!(desk.workspace.db.read(|db| history::bin_is_due(db, &ctx)).unwrap());
    assert_eq!(empty_in(&desk, 364, false).items, 0);
    assert_eq!(empty_in(&desk, 0, true).items, 1, "now, whatever the days");
    assert_eq!(in_bin(&desk), Vec::<String>::new());
}

#[test]
fn every_kind_of_thing_in_the_bin_can_be_emptied() {
    let desk = Desk::new();
    let contact = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    let release = desk.call("release_save", json!({"set": {"headline": "Judul lama"}}));
    let release =
        release.pointer("/release/id").or_else(|| release.pointer("/id")).unwrap().clone();
    desk.call("release_delete", release);
    let connection = rusqlite::Connection::open(desk.workspace.db.path()).unwrap();
    let old = "2026-01-01T00:00:00.000Z";
    connection
        .execute_batch(&format!(
            "INSERT INTO staff (name, name_key, created_at, updated_at, deleted_at) VALUES ('Rina Lama', 'rina lama', '{old}', '{old}', '{old}');
             INSERT INTO follow_ups (contact_id, what, due_on, created_at, updated_at, deleted_at) VALUES ({contact}, 'Telepon', '2026-01-01', '{old}', '{old}', '{old}');
             INSERT INTO interactions (contact_id, kind, direction, at, summary, created_at, updated_at, deleted_at) VALUES ({contact}, 'call', 'out', '{old}', 'Lama', '{old}', '{old}', '{old}');
             INSERT INTO custom_fields (owner, name, name_key, kind, created_at, updated_at, deleted_at) VALUES ('contact', 'Ukuran', 'ukuran', 'text', '{old}', '{old}', '{old}');"
        ))
        .unwrap();
    let before = in_bin(&desk).len();
    assert_eq!(before, 5, "{:?}", in_bin(&desk));
    let emptied = empty_in(&desk, 31, false);
    assert_eq!((emptied.items, emptied.stayed), (5, 0), "{:?}", in_bin(&desk));
    assert_eq!(number(&desk, "SELECT COUNT(*) FROM pragma_foreign_key_check"), 0);
}
