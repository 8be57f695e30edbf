//! Data protection: a copy of all about a person, erasure down to the bytes on the disk, and that
//! nobody who was erased comes back unnoticed.

use std::collections::BTreeSet;
use std::path::Path;

use rusqlite::Connection;
use serde_json::{Value as Json, json};
use warta::commands;
use warta::db::erase::{self, Treatment};
use warta::error::Code;
use warta::subject::RULES;
use warta::workspace;

use crate::media_list::Desk;
use crate::office::Office;

/// A word that stands nowhere else.
const MARK: &str = "zzperson";

fn plain_tables(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name")
        .unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// Tables with a column that refers to contacts.
fn referring(connection: &Connection) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for table in plain_tables(connection) {
        let mut statement =
            connection.prepare(&format!("PRAGMA foreign_key_list({table})")).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            if row.get::<_, String>("table").unwrap() == "contacts" {
                found.push((table.clone(), row.get("from").unwrap()));
            }
        }
    }
    found
}

/// Puts a row about the contact into a table, with a mark of its own in every free text column, so
/// that a table which is added later is tested without being named here. Answers the marks.
fn plant(
    connection: &Connection,
    table: &str,
    column: &str,
    contact: i64,
    number: usize,
) -> Vec<String> {
    let mut statement = connection
        .prepare("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(:table)")
        .unwrap();
    let columns: Vec<(String, String, bool, Option<String>)> = statement
        .query_map(&[(":table", table)], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let sql: String = connection
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = :table AND type = 'table'",
            &[(":table", table)],
            |row| row.get(0),
        )
        .unwrap();
    let (mut names, mut values, mut marks) = (Vec::new(), Vec::new(), Vec::new());
    for (name, kind, must, default) in columns {
        if name == "id" {
            continue;
        }
        // The first word that a CHECK allows; a row of another table where it must refer to one.
        let allowed = sql
            .split_once(&format!("CHECK ({name} IN ('"))
            .and_then(|(_, rest)| rest.split_once('\''))
            .map(|(word, _)| format!("'{word}'"));
        let value = if name == column {
            contact.to_string()
        } else if let Some(word) = allowed {
            word
        } else if name.ends_with("_id") && must && kind == "INTEGER" {
            default.unwrap_or_else(|| "1".to_owned())
        } else if name.ends_with("_id") {
            continue;
        } else if name.ends_with("_at") || name == "since" || name == "at" {
            if must { "'2026-01-01T00:00:00.000Z'".to_owned() } else { continue }
        } else if kind == "TEXT" && is_code(table, &name) {
            "'code'".to_owned()
        } else if kind == "TEXT" {
            let mark = format!("{MARK}{number}{}", name.replace('_', ""));
            marks.push(mark.clone());
            format!("'{mark}'")
        } else if must {
            default.unwrap_or_else(|| "7".to_owned())
        } else {
            continue;
        };
        names.push(name);
        values.push(value);
    }
    let insert =
        format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
    connection.execute(&insert, []).unwrap_or_else(|error| panic!("{table}: {error}\n{insert}"));
    marks
}

/// A column that an erasure keeps: it holds a word of Warta's own, nothing about the person.
fn is_code(table: &str, column: &str) -> bool {
    RULES.iter().any(|(name, _, treatment)| {
        *name == table
            && match treatment {
                Treatment::Keep => true,
                Treatment::Blank(keep, _) => keep.contains(&column),
                Treatment::Remove | Treatment::Detach => false,
            }
    })
}

/// Every file of a workspace that holds one of the words, backups apart.
fn holding(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if path.file_name().unwrap() != "backups" {
                    folders.push(path);
                }
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            found.extend(
                words
                    .iter()
                    .filter(|word| text.contains(&word.to_lowercase()))
                    .map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    found
}

struct Planted {
    desk: Desk,
    id: i64,
    marks: Vec<String>,
}

/// A person of whom every table that can hold something holds something.
fn planted() -> Planted {
    let desk = Desk::new();
    let id = desk.contact("Zubaedah Zzperson", "zubaedah@zzperson.example", "Radio Contoh FM");
    desk.call(
        "contact_save",
        json!({"patch": {"id": id, "set": {"notes": "rahasia zzpersonlama"}}}),
    );
    desk.call("contact_save", json!({"patch": {"id": id, "set": {"notes": "baru"}}}));
    desk.call("list_save", json!({"set": {"name": "Pokja"}}));
    desk.call("programme_save", json!({"patch": {"set": {"name": "Relawan"}}}));
    desk.call("release_save", json!({"set": {"headline": "Judul"}}));
    desk.call(
        "event_save",
        json!({"patch": {"set": {"title": "Jumpa pers"}}, "begins": "2027-03-02 09:00 WIB"}),
    );
    let connection = Connection::open(desk.workspace.db.path()).unwrap();
    connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
    connection.pragma_update(None, "secure_delete", "ON").unwrap();
    let mut marks = Vec::new();
    for (number, (table, column)) in referring(&connection).into_iter().enumerate() {
        marks.extend(plant(&connection, &table, &column, id, number));
    }
    // References that the made-up rows could not have.
    connection.execute("INSERT INTO distributions (id, release_id, state, subject, covering_text, release_html, release_text, actor, created_at)
        VALUES (1, 1, 'done', '', '', '', '', '', '2026-01-01T00:00:00.000Z') ON CONFLICT DO NOTHING", []).unwrap();
    connection.execute("UPDATE deliveries SET state = 'accepted'", []).unwrap();
    // The bytes of a mail beside its response.
    connection
        .execute(
            "INSERT INTO raw_mails (response_id, raw) SELECT id, CAST('From: zzperson mentah' AS BLOB) FROM responses",
            [],
        )
        .unwrap();
    Planted { desk, id, marks }
}

#[test]
fn every_reference_to_a_contact_has_a_treatment() {
    let desk = Desk::new();
    let connection = Connection::open(desk.workspace.db.path()).unwrap();
    for (table, column) in referring(&connection) {
        let must: bool = connection
            .query_row(
                "SELECT \"notnull\" FROM pragma_table_info(:table) WHERE name = :column",
                &[(":table", table.as_str()), (":column", column.as_str())],
                |row| row.get(0),
            )
            .unwrap();
        let declared = RULES.iter().any(|(name, by, _)| *name == table && *by == column);
        assert!(
            must || column == "contact_id" || declared,
            "{table}.{column} refers to a contact without being its part: it is detached on erasure. Say so in subject::RULES."
        );
    }
    for (table, _, treatment) in RULES {
        let columns: BTreeSet<String> = desk
            .workspace
            .db
            .read(erase::columns)
            .unwrap()
            .remove(*table)
            .unwrap()
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        if let Treatment::Blank(keep, set) = treatment {
            for column in keep.iter().chain(set.iter().map(|(column, _)| column)) {
                assert!(columns.contains(*column), "{table} has no {column}");
            }
        }
    }
}

#[test]
fn the_copy_holds_everything_in_json_and_pdf() {
    let Planted { desk, id, marks } = planted();
    let file = desk.workspace.folder().join("salinan.json");
    desk.call("subject_export", json!({"contact_id": id, "file": file}));
    let text = std::fs::read_to_string(&file).unwrap();
    let json: Json = serde_json::from_str(&text).unwrap();
    let missing: Vec<&String> = marks.iter().filter(|mark| !text.contains(*mark)).collect();
    assert!(missing.is_empty(), "not in the copy: {missing:?}");
    assert!(
        text.contains("zubaedah@zzperson.example") && text.contains("zzpersonlama"),
        "the log of changes is part of it"
    );
    assert_eq!(json["subject"]["name"], "Zubaedah Zzperson");

    let file = desk.workspace.folder().join("salinan.pdf");
    desk.call("subject_export", json!({"contact_id": id, "file": file}));
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"));
    if let Ok(output) = std::process::Command::new("pdftotext").arg(&file).arg("-").output() {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(
            said.contains("Zubaedah Zzperson") && said.contains("zubaedah@zzperson.example"),
            "{said}"
        );
    }
    let log = desk.call("export_log", json!(10));
    assert_eq!(
        (&log[0]["kind"], &log[0]["format"], &log[1]["format"]),
        (&json!("subject"), &json!("pdf"), &json!("json"))
    );
    assert_eq!(log[0]["what"], id.to_string(), "the log names no names");
}

#[test]
fn an_erased_person_is_gone_down_to_the_bytes() {
    let Planted { desk, id, .. } = planted();
    let folder = desk.workspace.folder().to_owned();
    desk.call("backup_write", json!({}));
    std::fs::write(
        folder.join("uploads/daftar.csv"),
        "Nama,Surel\nZubaedah Zzperson,zubaedah@zzperson.example\n",
    )
    .unwrap();
    let before = desk.call("subject_show", json!(id));
    assert!(before["held"].as_array().unwrap().len() > 10, "{before}");
    assert_eq!(before["backups"].as_array().unwrap().len(), 1);
    assert!(!holding(&folder, &[MARK]).is_empty());

    let erased = desk.call("subject_erase", json!({"contact_id": id, "reason": "permintaan"}));
    assert_eq!(holding(&folder, &[MARK, "zubaedah", "rahasia"]), Vec::<String>::new());
    assert_eq!(
        erased["backups"].as_array().unwrap().len(),
        1,
        "the backup that holds them is named: {erased}"
    );
    let connection = Connection::open(desk.workspace.db.path()).unwrap();
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(
        number("SELECT COUNT(*) FROM deliveries WHERE state = 'accepted' AND address = ''"),
        1,
        "the count stays"
    );
    assert_eq!(
        number("SELECT COUNT(*) FROM responses WHERE from_address = '' AND contact_id IS NULL"),
        1,
        "the count stays"
    );
    assert_eq!(number("SELECT COUNT(*) FROM raw_mails"), 0, "the mail's bytes go");
    let dangling: Vec<String> = connection
        .prepare("SELECT \"table\" || ' -> ' || parent FROM pragma_foreign_key_check")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(dangling, Vec::<String>::new());
    assert!(desk.search("zubaedah").is_empty());
    assert_eq!(
        desk.call("bin_list", json!({"table": "contacts"})),
        json!([]),
        "a number is not in the bin"
    );
    assert_eq!(desk.call("bin_restore", json!([{"table": "contacts", "id": id}])), json!(0));
    let list = desk.call("erasure_list", json!(null));
    assert_eq!((&list[0]["reason"], &list[0]["actor"]), (&json!("permintaan"), &json!("Rina")));
    assert_eq!(list[0]["backups"].as_array().unwrap().len(), 1);
    // Nothing of it can be taken back.
    while commands::call_and_wait(&desk.door(), "undo_last", json!(null)).is_ok() {}
    assert_eq!(holding(&folder, &[MARK, "zubaedah", "rahasia"]), Vec::<String>::new());
}

/// Somebody reads while a person is erased: the erasure stands, and the rest is cleaned later.
#[test]
fn an_erasure_beside_a_reader_is_an_erasure() {
    let desk = Desk::new();
    let id = desk.contact("Zubaedah Zzperson", "zubaedah@zzperson.example", "Radio Contoh FM");
    let folder = desk.workspace.folder().to_owned();
    let reader = warta::db::connect_reader(desk.workspace.db.path()).unwrap();
    reader.execute_batch("BEGIN").unwrap();
    let names = "SELECT COUNT(*) FROM contacts WHERE name LIKE '%Zzperson'";
    let count = || reader.query_row(names, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count(), 1);

    let began = std::time::Instant::now();
    let erased = desk.call("subject_erase", json!({"contact_id": id}));
    assert_eq!(erased["cleaned"], false, "{erased}");
    assert!(began.elapsed().as_secs() < 10, "{:?}", began.elapsed());
    assert!(desk.search("zubaedah").is_empty());
    assert_eq!(desk.call("erasure_list", json!(null)).as_array().unwrap().len(), 1);
    assert!(!warta::subject::finish_erasures(&desk.workspace).unwrap(), "still owed");
    assert_eq!(count(), 1, "the reader sees what it began with");

    reader.execute_batch("ROLLBACK").unwrap();
    drop(reader);
    assert!(warta::subject::finish_erasures(&desk.workspace).unwrap());
    assert_eq!(holding(&folder, &[MARK, "zubaedah"]), Vec::<String>::new());
}

#[test]
fn whoever_was_merged_into_an_erased_person_is_erased_too() {
    let desk = Desk::new();
    let folder = desk.workspace.folder().to_owned();
    let one = desk.contact("Zubaedah Zzperson", "zubaedah@zzperson.example", "Radio Contoh FM");
    let two = desk.contact("Z. Zzpersonganda", "ganda@zzperson.example", "Harian Contoh");
    desk.call("contact_save", json!({"patch": {"id": two, "set": {"notes": "rahasia"}}}));
    let merge = desk.call(
        "merge_run",
        json!({"kind": "contact", "survivor_id": one, "absorbed_id": two, "fields": {"name": "absorbed"}}),
    )["merge_id"]
        .clone();
    let file = desk.workspace.folder().join("salinan.json");
    desk.call("subject_export", json!({"contact_id": one, "file": file}));
    let copy: Json = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(copy["data"]["merges"][0]["absorbed_name"], "Z. Zzpersonganda");
    assert_eq!(copy["data"]["contacts"].as_array().unwrap().len(), 2);
    assert!(copy["data"]["merge_moves"].to_string().contains("Zubaedah"), "{copy}");
    std::fs::remove_file(file).unwrap();

    desk.call("subject_erase", json!({"contact_id": one}));
    assert_eq!(holding(&folder, &[MARK, "zubaedah", "rahasia"]), Vec::<String>::new());
    assert_eq!(desk.call("merge_list", json!(10)), json!([]));
    assert!(
        commands::call_and_wait(&desk.door(), "merge_undo", json!({"merge_id": merge})).is_err(),
        "a merge with an erased person is not taken apart"
    );
    // Neither of the two addresses comes back unnoticed.
    for address in ["zubaedah@zzperson.example", "ganda@zzperson.example"] {
        let new = json!({"patch": {"set": {"name": "Z"}}, "reaches": [{"kind": "email", "value": address}]});
        let error = commands::call_and_wait(&desk.door(), "contact_save", new).unwrap_err();
        assert_eq!(error.text, "contact-erased-before");
    }
}

#[test]
fn other_people_of_the_same_action_can_still_be_undone() {
    let desk = Desk::new();
    let one = desk.contact("Siti Rahma", "siti@example.id", "Radio Contoh FM");
    let two = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    desk.call("contact_delete", json!([one, two]));
    let bin = desk.call("bin_list", json!({"table": "contacts"}));
    assert_eq!(bin.as_array().unwrap().len(), 2);
    assert_eq!(bin[0]["actor"], "Rina");
    desk.call("subject_erase", json!({"contact_id": one}));
    desk.call("undo_last", json!(null));
    assert_eq!(desk.search("budi").len(), 1);
    assert!(desk.search("siti").is_empty());
}

#[test]
fn no_door_brings_an_erased_person_back_unnoticed() {
    let desk = Desk::new();
    let id = desk.contact("Zubaedah Contoh", "zubaedah@example.id", "Radio Contoh FM");
    desk.call("contact_save", json!({"patch": {"id": id, "set": {}}, "reaches": [{"kind": "email", "value": "zubaedah@example.id"}, {"kind": "whatsapp", "value": "0812 0000 7777"}]}));
    let other = desk.contact("Budi Santoso", "budi@example.id", "Harian Contoh");
    desk.call("subject_erase", json!({"contact_id": id}));
    let refused = |args: Json| {
        let error = commands::call_and_wait(&desk.door(), "contact_save", args).unwrap_err();
        assert_eq!(
            (error.code, error.text, error.field.as_deref()),
            (Code::Conflict, "contact-erased-before", Some("erased_ok"))
        );
    };
    // By hand: a new contact by address, by number however written, by name with outlet; an address
    // added to somebody else.
    refused(
        json!({"patch": {"set": {"name": "Z"}}, "reaches": [{"kind": "email", "value": "Zubaedah@Example.ID"}]}),
    );
    refused(
        json!({"patch": {"set": {"name": "Z"}}, "reaches": [{"kind": "phone", "value": "+62 812-0000-7777"}]}),
    );
    refused(
        json!({"patch": {"set": {"name": "ZUBAEDAH contoh"}}, "affiliations": [{"organisation": "radio contoh fm"}]}),
    );
    refused(
        json!({"patch": {"id": other, "set": {}}, "reaches": [{"kind": "email", "value": "zubaedah@example.id"}]}),
    );
    assert!(desk.search("zubaedah").is_empty());

    // By a file: the row is named and left out, the others go in.
    let file = desk.workspace.folder().join("daftar.csv");
    std::fs::write(&file, "Nama,Surel,HP,Media\nZubaedah C,zubaedah@example.id,,\nZ C,,081200007777,\nZubaedah Contoh,,,Radio Contoh FM\nBaru Sekali,baru@example.id,,Harian Contoh\n").unwrap();
    for name in ["import_preview", "import_run"] {
        let result = desk.call(name, json!({"file": file}));
        assert_eq!(result["added"], 1, "{name}: {result}");
        let reasons: Vec<&Json> =
            result["rejected"].as_array().unwrap().iter().map(|row| &row["reason"]).collect();
        assert_eq!(reasons, ["erased_before"; 3], "{name}");
        assert_eq!(result["rejected"][0]["column"], "Surel", "{name}");
    }
    assert!(desk.search("zubaedah").is_empty());
    assert_eq!(desk.call("subject_returned", json!(null)), json!([]));

    // Who confirms it may enter them, and sees it afterwards.
    desk.call("contact_save", json!({"erased_ok": true, "patch": {"set": {"name": "Zubaedah"}}, "reaches": [{"kind": "email", "value": "zubaedah@example.id"}]}));
    assert_eq!(desk.call("subject_returned", json!(null)).as_array().unwrap().len(), 1);
}

#[test]
fn a_restored_backup_forgets_no_erasure() {
    let office = Office::new();
    let saved = office.json(&["call", "contact_save", r#"{"patch":{"set":{"name":"Zubaedah Contoh"}},"reaches":[{"kind":"email","value":"zubaedah@example.id"}]}"#]);
    let id = saved.pointer("/contact/id").unwrap().to_string();
    let backup = office.file("lama.zip").to_string_lossy().into_owned();
    office.json(&["backup", &backup]);
    office.json(&["subject", "erase", "zubaedah@example.id", "--yes", "--reason", "permintaan"]);
    office.warta(&["contact", "show", &id]).failed_with("There is no contact");
    workspace::restore(&office.workspace(), Path::new(&backup)).unwrap();
    let returned = office.json(&["call", "subject_returned"]);
    assert_eq!(returned[0]["name"], "Zubaedah Contoh", "the backup held them, and Warta says so");
    office.json(&["subject", "erase", &id, "--yes"]);
    assert_eq!(office.json(&["call", "subject_returned"]), json!([]));
}
