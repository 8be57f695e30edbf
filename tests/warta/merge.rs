//! Merging two into one and taking them apart again, long after too.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::{Value as Json, json};
use warta::commands;
use warta::error::Code;

use crate::duplicate::Desk;

/// Tables that only speak of what was done.
const ABOUT: &[&str] = &["merges", "merge_moves", "actions", "changes", "jobs"];

fn names(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Every live row of every table, without what an undo may change.
fn dump(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let connection = Connection::open(desk.workspace.db.path()).unwrap();
    let tables = names(
        &connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    );
    let mut all = BTreeMap::new();
    for table in tables.into_iter().filter(|table| !ABOUT.contains(&table.as_str())) {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns: Vec<String> =
            statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows: Vec<String> = Vec::new();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: BTreeMap<&str, Value> = columns
                .iter()
                .enumerate()
                .filter(|(_, name)| !matches!(name.as_str(), "version" | "updated_at"))
                .map(|(at, name)| (name.as_str(), row.get(at).unwrap()))
                .collect();
            if values.get("deleted_at").is_none_or(|at| *at == Value::Null) {
                rows.push(format!("{values:?}"));
            }
        }
        rows.sort();
        all.insert(table, rows);
    }
    all
}

/// The first word that a CHECK lets into a column.
fn first_word(sql: &str, column: &str) -> Option<String> {
    let (_, rest) = sql.split_once(&format!("CHECK ({column} IN ("))?;
    rest.split('\'').nth(1).map(str::to_owned)
}

/// Puts a row into any table, with what the table demands.
fn put_row(connection: &Connection, table: &str, given: &[(&str, i64)], number: &mut i64) -> i64 {
    *number += 1;
    let sql: String = connection
        .query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [table], |row| row.get(0))
        .unwrap();
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    let mut statement = connection.prepare(&format!("PRAGMA foreign_key_list({table})")).unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        keys.insert(row.get("from").unwrap(), row.get("table").unwrap());
    }
    let mut statement = connection.prepare(&format!("PRAGMA table_info({table})")).unwrap();
    let columns: Vec<(String, String, bool, Option<String>)> = statement
        .query_map([], |row| {
            Ok((row.get("name")?, row.get("type")?, row.get("notnull")?, row.get("dflt_value")?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut values: Vec<(String, Value)> = Vec::new();
    for (name, kind, not_null, default) in columns {
        if let Some((_, id)) = given.iter().find(|(column, _)| *column == name) {
            values.push((name, Value::Integer(*id)));
        } else if name == "id" || !not_null || default.is_some() {
            continue;
        } else if let Some(other) = keys.get(&name) {
            let id = connection
                .query_row(&format!("SELECT id FROM {other} ORDER BY id LIMIT 1"), [], |row| {
                    row.get(0)
                })
                .unwrap_or_else(|_| put_row(connection, other, &[], number));
            values.push((name, Value::Integer(id)));
        } else if let Some(word) = first_word(&sql, &name) {
            values.push((name, Value::Text(word)));
        } else if kind == "INTEGER" {
            values.push((name, Value::Integer(*number)));
        } else if kind == "REAL" {
            values.push((name, Value::Real(1.0)));
        } else if name.ends_with("_at") || name == "at" {
            values.push((name, Value::Text("2026-01-01T00:00:00.000Z".to_owned())));
        } else {
            values.push((name, Value::Text(format!("x{number}"))));
        }
    }
    let columns: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    let marks = vec!["?"; columns.len()].join(", ");
    connection
        .execute(
            &format!("INSERT INTO {table} ({}) VALUES ({marks})", columns.join(", ")),
            rusqlite::params_from_iter(values.iter().map(|(_, value)| value)),
        )
        .unwrap_or_else(|cause| panic!("{table} {values:?}: {cause}"));
    connection.last_insert_rowid()
}

/// Every column that refers to a table, and every column that looks as if it should.
fn referring(connection: &Connection, to: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for table in names(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    ) {
        let mut statement =
            connection.prepare(&format!("PRAGMA foreign_key_list({table})")).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            if row.get::<_, String>("table").unwrap() == to {
                found.push((table.clone(), row.get("from").unwrap()));
            }
        }
    }
    found
}

#[test]
fn whatever_refers_to_a_contact_or_an_organisation_moves_along_and_comes_back() {
    for (kind, table, key) in [
        ("contact", "contacts", "contact_id"),
        ("organisation", "organisations", "organisation_id"),
    ] {
        let desk = Desk::new();
        let connection = Connection::open(desk.workspace.db.path()).unwrap();
        // A table of tomorrow need not say which words its columns take.
        connection.execute_batch("PRAGMA ignore_check_constraints = ON").unwrap();
        let mut number = 1_000;
        let survivor = put_row(&connection, table, &[], &mut number);
        let absorbed = put_row(&connection, table, &[], &mut number);
        let bystander = put_row(&connection, table, &[], &mut number);
        let columns = referring(&connection, table);
        assert!(columns.len() >= 3, "{columns:?}");
        let mut put = Vec::new();
        for (other, column) in &columns {
            let ends: Vec<&str> =
                columns.iter().filter(|(name, _)| name == other).map(|(_, c)| c.as_str()).collect();
            // The other end of a row with two ends is somebody else.
            let given: Vec<(&str, i64)> = ends
                .iter()
                .map(|end| (*end, if end == column { absorbed } else { bystander }))
                .collect();
            put.push((
                other.clone(),
                column.clone(),
                put_row(&connection, other, &given, &mut number),
            ));
        }
        let tables = names(&connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
        for other in tables {
            let has_key =
                names(&connection, &format!("SELECT name FROM pragma_table_info('{other}')"))
                    .iter()
                    .any(|column| column == key);
            assert!(
                // Who was erased is nobody's any more.
                !has_key
                    || other == "erasures"
                    || columns.contains(&(other.clone(), key.to_owned())),
                "{other}.{key} is no foreign key: a merge would leave its rows behind"
            );
        }
        let before = dump(&desk);
        let merged = desk.call(
            "merge_run",
            json!({"kind": kind, "survivor_id": survivor, "absorbed_id": absorbed}),
        );
        for (other, column, row) in &put {
            let (points_to, gone): (i64, bool) = connection
                .query_row(
                    &format!(
                        "SELECT {column}, {} FROM {other} WHERE id = ?1",
                        if names(
                            &connection,
                            &format!("SELECT name FROM pragma_table_info('{other}')")
                        )
                        .iter()
                        .any(|name| name == "deleted_at")
                        {
                            "deleted_at IS NOT NULL"
                        } else {
                            "0"
                        }
                    ),
                    [row],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .unwrap();
            assert!(points_to == survivor || gone, "{other}.{column} stayed behind");
        }
        assert_eq!(merged["left"], 0);
        desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
        assert_eq!(dump(&desk), before, "{kind}");
    }
}

/// A contact as an office might have it: places in the pools below.
#[derive(Debug, Clone)]
struct Made {
    name: usize,
    city: usize,
    notes: usize,
    reaches: Vec<usize>,
    labels: Vec<usize>,
    outlets: Vec<(usize, usize)>,
    lists: Vec<usize>,
    states: Vec<usize>,
    calls: usize,
}

fn made() -> impl Strategy<Value = Made> {
    let some = |most: usize| {
        prop::collection::btree_set(0..most, 0..=most)
            .prop_map(|set| set.into_iter().collect::<Vec<_>>())
    };
    (
        (0..4_usize, 0..3_usize, 0..3_usize),
        some(5),
        some(4),
        prop::collection::btree_set((0..3_usize, 0..3_usize), 0..3)
            .prop_map(|set| set.into_iter().collect::<Vec<_>>()),
        some(2),
        some(2),
        0..3_usize,
    )
        .prop_map(|((name, city, notes), reaches, labels, outlets, lists, states, calls)| {
            Made { name, city, notes, reaches, labels, outlets, lists, states, calls }
        })
}

const NAMES: [&str; 4] = ["Siti Rahma", "SITI RAHMA", "Drs. Siti Rahma, M.Si", "Rahma"];
const CITIES: [&str; 3] = ["", "Serang", "Depok"];
const NOTES: [&str; 3] = ["", "Suka foto.", "Hubungi sore."];
const REACHES: [(&str, &str); 5] = [
    ("email", "siti@example.id"),
    ("email", "rahma@example.com"),
    ("phone", "0812 0000 1111"),
    ("whatsapp", "+62 812-0000-1111"),
    ("phone", "021 555 0123"),
];
const LABELS: [&str; 4] = ["Kesehatan", "kesehatan", "Hukum", "Pemkot"];
const OUTLETS: [&str; 3] = ["Harian Contoh", "Radio Contoh", "Kabar Contoh"];
const POSITIONS: [&str; 3] = ["", "Reporter", "Redaktur"];

fn make(desk: &Desk, made: &Made) -> i64 {
    let picked = |places: &[usize]| places.iter().map(|at| LABELS[*at]).collect::<Vec<_>>();
    let reaches: Vec<Json> = made
        .reaches
        .iter()
        .map(|at| json!({"kind": REACHES[*at].0, "value": REACHES[*at].1}))
        .collect();
    let outlets: Vec<Json> = made.outlets.iter().map(|(outlet, position)| json!({"organisation": OUTLETS[*outlet], "position": POSITIONS[*position]})).collect();
    let saved = desk.call(
        "contact_save",
        json!({"patch": {"set": {"name": NAMES[made.name], "city": CITIES[made.city], "notes": NOTES[made.notes]}},
               "reaches": reaches, "beats": picked(&made.labels), "tags": picked(&made.labels), "affiliations": outlets}),
    );
    let id = saved["contact"]["id"].as_i64().unwrap();
    for list in &made.lists {
        let name = format!("Pokja {list}");
        let there = desk.call("list_all", json!(null));
        let found = there.as_array().unwrap().iter().find(|row| row["name"] == name.as_str());
        let list = found.map_or_else(
            || desk.call("list_save", json!({"set": {"name": name}}))["id"].clone(),
            |row| row["id"].clone(),
        );
        desk.call("list_add", json!({"list_id": list, "contact_ids": [id]}));
    }
    for kind in made.states.iter().map(|at| ["do_not_contact", "away"][*at]) {
        desk.call("contact_state_set", json!({"contact_id": id, "kind": kind, "on": true}));
    }
    for turn in 0..made.calls {
        desk.call("interaction_log", json!({"contact_id": id, "kind": "call", "direction": "out", "summary": format!("Telepon {turn}")}));
    }
    id
}

#[test]
fn merge_then_unmerge_is_identity() {
    let desk = Desk::new();
    let choice = prop::sample::select(vec!["survivor", "absorbed", "both"]);
    let fields = prop::collection::btree_map(
        prop::sample::select(vec!["name", "city", "notes", "kind", "reaches"]),
        choice,
        0..5,
    );
    proptest!(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() },
        |(a in made(), b in made(), c in made(), fields in fields, flagged in any::<bool>())| {
        let ids = [make(&desk, &a), make(&desk, &b), make(&desk, &c)];
        if flagged {
            desk.call("duplicate_scan", json!({}));
        }
        let before = dump(&desk);
        let order = |survivor: usize, absorbed: usize| json!({"kind": "contact", "survivor_id": ids[survivor], "absorbed_id": ids[absorbed], "fields": fields});
        let first = desk.call("merge_run", order(0, 1));
        prop_assert!(dump(&desk) != before);
        desk.call("merge_undo", json!({"merge_id": first["merge_id"]}));
        prop_assert_eq!(&dump(&desk), &before);
        // Undo of the taking apart, then undo of the merge: the same by the other way.
        desk.call("undo_last", json!(null));
        desk.call("undo_last", json!(null));
        prop_assert_eq!(&dump(&desk), &before);
        // Three into one, and apart in the order in which nobody would do it.
        let first = desk.call("merge_run", order(0, 1));
        let second = desk.call("merge_run", order(2, 0));
        desk.call("merge_undo", json!({"merge_id": second["merge_id"]}));
        desk.call("merge_undo", json!({"merge_id": first["merge_id"]}));
        prop_assert_eq!(&dump(&desk), &before);
        desk.call("contact_delete", json!(ids));
    });
}

fn contact(desk: &Desk, name: &str, email: &str) -> i64 {
    let saved = desk.call(
        "contact_save",
        json!({"patch": {"set": {"name": name}}, "reaches": [{"kind": "email", "value": email}]}),
    );
    saved["contact"]["id"].as_i64().unwrap()
}

fn log(desk: &Desk, id: i64, summary: &str) {
    desk.call(
        "interaction_log",
        json!({"contact_id": id, "kind": "call", "direction": "out", "summary": summary}),
    );
}

fn summaries(desk: &Desk, id: i64) -> Vec<String> {
    let mut all: Vec<String> = desk.call("contact_show", json!(id))["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["summary"].as_str().unwrap().to_owned())
        .collect();
    all.sort();
    all
}

#[test]
fn long_after_a_merge_what_came_later_is_shown_and_stays_unless_it_is_given_away() {
    let desk = Desk::new();
    let (a, b) = (
        contact(&desk, "Siti Rahma", "siti@example.id"),
        contact(&desk, "Siti Rahma Wijaya", "unik@example.id"),
    );
    log(&desk, a, "dulu A");
    log(&desk, b, "dulu B");
    let merged = desk.call(
        "merge_run",
        json!({"kind": "contact", "survivor_id": a, "absorbed_id": b, "fields": {"name": "absorbed"}}),
    );
    assert_eq!(merged["name"], "Siti Rahma Wijaya");
    assert_eq!(summaries(&desk, a), ["dulu A", "dulu B"]);
    std::thread::sleep(std::time::Duration::from_millis(3));
    log(&desk, a, "nanti satu");
    log(&desk, a, "nanti dua");
    desk.call("contact_save", json!({"patch": {"id": a, "set": {"name": "Siti R. Wijaya"}}}));
    // Undo would be refused by now; and the change log may be long gone.
    let merge_action = desk
        .call("history_list", json!(20))
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["command"] == "merge_run")
        .unwrap()["id"]
        .clone();
    let refused = commands::call_and_wait(&desk.door(), "undo_action", merge_action).unwrap_err();
    assert_eq!(refused.code, Code::Conflict);
    Connection::open(desk.workspace.db.path())
        .unwrap()
        .execute_batch("DELETE FROM changes")
        .unwrap();

    let shown = desk.call("merge_show", merged["merge_id"].clone());
    let later = shown["later"].as_array().unwrap();
    assert_eq!(later.len(), 2, "{shown}");
    assert_eq!(shown["changed_since"][0]["field"], "name");
    assert_eq!(shown["changed_since"][0]["before"], "Siti Rahma");
    let given = later.iter().find(|row| row["text"] == "nanti dua").unwrap();
    let apart = desk.call(
        "merge_undo",
        json!({"merge_id": merged["merge_id"], "give": [{"table": given["table"], "row_id": given["row_id"]}]}),
    );
    assert_eq!((&apart["restored_id"], &apart["stayed"]), (&json!(b), &json!(1)));
    assert_eq!(summaries(&desk, a), ["dulu A", "nanti satu"]);
    assert_eq!(summaries(&desk, b), ["dulu B", "nanti dua"]);
    assert_eq!(desk.call("contact_show", json!(a))["contact"]["name"], "Siti R. Wijaya");
    assert_eq!(desk.call("contact_show", json!(b))["contact"]["name"], "Siti Rahma Wijaya");
    let found = desk.call("contact_list", json!({"search": "unik@example"}));
    assert_eq!(found["rows"][0]["id"], json!(b), "search follows");
    let again = commands::call_and_wait(
        &desk.door(),
        "merge_undo",
        json!({"merge_id": merged["merge_id"]}),
    )
    .unwrap_err();
    assert_eq!(again.text, "merge-apart-already");
}

#[test]
fn a_merge_can_be_taken_apart_after_its_survivor_was_merged_too() {
    let desk = Desk::new();
    let [a, b, c] =
        [("Siti", "a@example.id"), ("Sitti", "b@example.id"), ("Siti R", "c@example.id")]
            .map(|(name, email)| contact(&desk, name, email));
    log(&desk, b, "milik B");
    let first =
        desk.call("merge_run", json!({"kind": "contact", "survivor_id": a, "absorbed_id": b}));
    let second =
        desk.call("merge_run", json!({"kind": "contact", "survivor_id": c, "absorbed_id": a}));
    assert_eq!(summaries(&desk, c), ["milik B"]);
    desk.call("merge_undo", json!({"merge_id": first["merge_id"]}));
    assert_eq!(summaries(&desk, b), ["milik B"]);
    desk.call("merge_undo", json!({"merge_id": second["merge_id"]}));
    let emails = |id: i64| desk.call("contact_show", json!(id))["row"]["emails"].to_string();
    assert!(emails(a).contains("a@example.id") && !emails(a).contains("b@example.id"));
    assert!(emails(c).contains("c@example.id") && !emails(c).contains("a@example.id"));
}

#[test]
fn whoever_was_merged_is_not_fetched_from_the_bin_as_an_empty_shell() {
    let desk = Desk::new();
    let [a, b] = [("Siti", "a@example.id"), ("Sitti", "b@example.id")]
        .map(|(name, email)| contact(&desk, name, email));
    let merged =
        desk.call("merge_run", json!({"kind": "contact", "survivor_id": a, "absorbed_id": b}));
    let binned = || desk.call("bin_list", json!({}));
    assert_eq!(binned(), json!([]));
    for (command, args) in
        [("contact_restore", json!([b])), ("bin_restore", json!([{"table": "contacts", "id": b}]))]
    {
        let refused = commands::call_and_wait(&desk.door(), command, args).unwrap_err();
        assert_eq!((refused.code, refused.text), (Code::Conflict, "merge-not-in-bin"));
    }
    desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
    desk.call("contact_delete", json!([b]));
    assert_eq!(binned()[0]["id"], json!(b));
    assert_eq!(desk.call("contact_restore", json!([b])), json!(1));
}

#[test]
fn the_better_value_is_proposed_and_doubles_are_left_out() {
    let desk = Desk::new();
    let a = desk.call("contact_save", json!({"patch": {"set": {"name": "SITI RAHMA", "notes": "Suka foto."}},
        "reaches": [{"kind": "phone", "value": "0812 0000 1111"}], "tags": ["Pokja"], "affiliations": [{"organisation": "Harian Contoh"}]}))["contact"]["id"].as_i64().unwrap();
    let b = desk.call("contact_save", json!({"patch": {"set": {"name": "Siti Rahma", "city": "Serang", "notes": "Hubungi sore."}},
        "reaches": [{"kind": "whatsapp", "value": "+62 812-0000-1111"}], "tags": ["pokja"], "affiliations": [{"organisation": "Harian Contoh", "position": "Redaktur"}]}))["contact"]["id"].as_i64().unwrap();
    let preview =
        desk.call("merge_preview", json!({"kind": "contact", "survivor_id": a, "absorbed_id": b}));
    let better: BTreeMap<&str, &str> = preview["fields"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|field| field["differs"] == true)
        .map(|field| (field["name"].as_str().unwrap(), field["better"].as_str().unwrap()))
        .collect();
    assert_eq!(better["name"], "absorbed", "not the shouted one");
    assert_eq!(better["city"], "absorbed", "the one that is filled");
    assert_eq!(better["notes"], "both");
    desk.call("merge_run", json!({"kind": "contact", "survivor_id": a, "absorbed_id": b}));
    let shown = desk.call("contact_show", json!(a));
    assert_eq!(shown["contact"]["name"], "Siti Rahma");
    assert_eq!(shown["contact"]["notes"], "Suka foto.\n\nHubungi sore.");
    assert_eq!(shown["tags"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown["row"]["phones"].as_array().map(Vec::len), Some(1), "{shown}");
    assert_eq!(shown["row"]["phones"][0]["whatsapp"], true, "the one that takes WhatsApp stays");
    assert_eq!(shown["affiliations"].as_array().map(Vec::len), Some(1));
    assert_eq!(shown["affiliations"][0]["position"], "Redaktur");
    assert_eq!(desk.call("contact_count", json!({})), 1);
}

#[test]
fn two_outlets_become_one_with_all_their_people() {
    let desk = Desk::new();
    for (name, outlet) in [("Siti", "Harian Contoh"), ("Budi", "hariancontoh.com")] {
        desk.call(
            "contact_save",
            json!({"patch": {"set": {"name": name}}, "affiliations": [{"organisation": outlet}]}),
        );
    }
    desk.call("duplicate_scan", json!({}));
    let page = desk.call("duplicate_list", json!({"kind": "organisation"}));
    assert_eq!(page["total"], 1, "{page}");
    let id = |at: usize| page["rows"][0]["organisations"][at]["id"].as_i64().unwrap();
    let merged = desk.call(
        "merge_run",
        json!({"kind": "organisation", "survivor_id": id(0), "absorbed_id": id(1)}),
    );
    let shown = desk.call("organisation_show", json!(id(0)));
    assert_eq!(shown["masthead"].as_array().map(Vec::len), Some(2));
    assert_eq!(desk.call("duplicate_list", json!({"kind": "organisation"}))["total"], 0);
    assert_eq!(
        desk.call("contact_list", json!({"search": "harian contoh"}))["total"],
        2,
        "search follows"
    );
    desk.call("merge_undo", json!({"merge_id": merged["merge_id"]}));
    assert_eq!(desk.call("contact_list", json!({"search": "harian contoh"}))["total"], 1);
}
