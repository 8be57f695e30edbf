//! The command line as a black box: the real binary, its exit codes, its JSON, its words.

use std::fs;

use serde_json::{Value as Json, json};

use crate::office::{Office, run};

fn names(rows: &Json) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

fn has_fields(value: &Json, fields: &[&str]) {
    for field in fields {
        assert!(value.get(field).is_some(), "{field} is missing in {value}");
    }
}

#[test]
fn init_makes_a_workspace_and_leaves_an_existing_one() {
    let office = Office::without_workspace();
    let made = office.json(&["init", "--language", "en"]);
    assert_eq!(made["created"], true);
    assert_eq!(made["language"], "en");
    assert!(office.workspace().join("warta.sqlite").is_file());
    office.json(&["list", "new", "Kept"]);
    assert_eq!(office.json(&["init"])["created"], false);
    assert_eq!(names(&office.json(&["list", "all"])["lists"]), ["Kept"]);
    office.warta(&["init", "--demo"]).failed_with("Demo data goes only into a new one");
}

#[test]
fn the_demo_office_is_alive() {
    let office = Office::without_workspace();
    let made = office.json(&["init", "--demo", "--language", "id"]);
    assert_eq!(made["demo"], true);
    assert!(office.json(&["contact", "list"])["total"].as_i64().unwrap() >= 300);
    assert!(office.json(&["response", "list"])["total"].as_i64().unwrap() > 0);
    assert!(!office.json(&["release", "list"])["releases"].as_array().unwrap().is_empty());
    let session = office.json(&["call", "session"]);
    assert_eq!((&session["demo"], &session["setup_done"]), (&json!(true), &json!(true)));
}

#[test]
fn messages_speak_the_workspaces_language_or_the_one_asked_for() {
    let office = Office::new();
    office.warta(&["contact", "show", "999"]).failed_with("There is no contact \"999\"");
    office
        .warta(&["--language", "id", "contact", "show", "999"])
        .failed_with("Tidak ada kontak \"999\"");
    office.warta(&["init", "--language", "id"]);
    office.warta(&["list", "show", "Pers"]).failed_with("Tidak ada kelompok penerima \"Pers\"");
}

#[test]
fn a_missing_workspace_says_how_to_make_one() {
    let office = Office::without_workspace();
    let answer = office.warta(&["--language", "en", "contact", "list"]);
    answer.failed_with("warta init");
    assert!(!office.workspace().exists(), "asking makes nothing");
}

#[test]
fn usage_errors_end_with_two() {
    let office = Office::new();
    for args in [
        &["no-such-verb"][..],
        &["contact"],
        &["contact", "list", "--limit", "many"],
        &["release", "show", "abc"],
        &["response", "list", "--kind", "praise"],
        &["contact", "list", "--state", "nonsense"],
        &["release", "send", "1", "--dry-run", "--yes"],
        &["import", "x.csv", "--map", "Nama"],
        &["--language", "fr", "contact", "list"],
        &["export", "secrets", "x.csv"],
    ] {
        let answer = office.warta(args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}: {answer:?}");
        assert!(!answer.err.is_empty(), "{args:?}");
    }
}

#[test]
fn help_is_there_for_every_verb_in_both_languages() {
    let office = Office::without_workspace();
    for (language, about) in [("en", "Recipient lists"), ("id", "Kelompok penerima")] {
        let answer = office.warta(&["--language", language, "--help"]);
        assert_eq!(answer.code, 0);
        assert!(answer.out.contains(about), "{answer:?}");
    }
    let verbs = [
        &["init"][..],
        &["import"],
        &["export"],
        &["contact", "list"],
        &["contact", "show"],
        &["contact", "new"],
        &["contact", "edit"],
        &["contact", "move"],
        &["contact", "delete"],
        &["contact", "restore"],
        &["contact", "fields"],
        &["organisation", "new"],
        &["organisation", "edit"],
        &["organisation", "show"],
        &["organisation", "list"],
        &["organisation", "delete"],
        &["organisation", "restore"],
        &["organisation", "fields"],
        &["field", "list"],
        &["field", "new"],
        &["field", "archive"],
        &["field", "delete"],
        &["list", "new"],
        &["list", "add"],
        &["list", "remove"],
        &["list", "show"],
        &["list", "all"],
        &["account", "set"],
        &["account", "show"],
        &["release", "new"],
        &["release", "show"],
        &["release", "list"],
        &["release", "send"],
        &["outbox", "run"],
        &["outbox", "status"],
        &["outbox", "pause"],
        &["outbox", "resume"],
        &["outbox", "cancel"],
        &["inbox", "fetch"],
        &["inbox", "read"],
        &["response", "list"],
        &["undo"],
        &["history"],
        &["backup"],
        &["restore"],
        &["call"],
    ];
    for verb in verbs {
        let mut args = vec!["--language", "id"];
        args.extend(verb);
        args.push("--help");
        let answer = office.warta(&args);
        assert_eq!(answer.code, 0, "{verb:?}");
        let first = answer.out.lines().next().unwrap_or_default();
        assert!(!first.is_empty() && !first.starts_with("Usage"), "{verb:?} has no help: {first}");
        let undescribed: Vec<&str> = answer
            .out
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("--") && !line.contains("  "))
            .collect();
        assert!(undescribed.is_empty(), "{verb:?}: {undescribed:?}");
    }
}

#[test]
fn contacts_are_listed_searched_and_shown_by_any_who() {
    let office = Office::with_contacts();
    let page = office.json(&["contact", "list"]);
    assert_eq!(page["total"], 4);
    let first = &page["rows"][0];
    has_fields(first, &["id", "name", "emails", "phones", "outlet"]);
    assert_eq!(page["rows"].as_array().unwrap().len(), 4);
    let found = office.json(&["contact", "list", "--search", "siti"]);
    assert_eq!(names(&found["rows"]), ["Siti Rahma"]);
    assert_eq!(found["rows"][0]["emails"], json!([{"address": "siti@example.id", "state": "ok"}]));
    assert_eq!(found["rows"][0]["outlet"], "Harian Contoh");
    assert_eq!(office.json(&["contact", "list", "--list", "Pers Kota"])["total"], 3);
    assert_eq!(
        office.json(&["contact", "list", "--limit", "2"])["rows"].as_array().unwrap().len(),
        2
    );
    let id = found["rows"][0]["id"].to_string();
    for who in [id.as_str(), "SITI@example.id", "+6200011110001", "+62 000-1111-0001"] {
        let detail = office.json(&["contact", "show", who]);
        assert_eq!(detail["contact"]["name"], "Siti Rahma", "{who}");
        has_fields(&detail, &["history", "states", "lists", "affiliations"]);
    }
    let table = office.warta(&["contact", "list"]);
    assert!(table.out.contains("Siti Rahma") && table.out.contains("4 of 4 contacts"), "{table:?}");
    assert_eq!(table.err, "");
}

#[test]
fn who_must_mean_exactly_one_contact() {
    let office = Office::with_contacts();
    let twin = json!({"patch": {"set": {"name": "Rahma Lain"}}, "reaches": [{"kind": "email", "value": "siti@example.id"}]});
    office.json(&["call", "contact_save", &twin.to_string()]);
    office
        .warta(&["contact", "show", "siti@example.id"])
        .failed_with("belongs to several contacts");
    office.warta(&["contact", "show", "nobody@example.id"]).failed_with("There is no contact");
    office
        .warta(&["list", "add", "Pers Kota", "dewi@example.com", "nobody@example.id"])
        .failed_with("There is no contact");
    assert_eq!(
        office.json(&["list", "show", "Pers Kota"])["total"],
        3,
        "one wrong WHO adds nobody"
    );
}

#[test]
fn lists_are_made_filled_emptied_and_shown() {
    let office = Office::with_contacts();
    assert!(office.json(&["list", "new", "Radio"])["id"].as_i64().unwrap() > 0);
    office
        .warta(&["list", "new", "radio"])
        .failed_with("There is a recipient list \"radio\" already");
    assert_eq!(
        office.json(&["list", "add", "Radio", "dewi@example.com", "siti@example.id"])["added"],
        2
    );
    assert_eq!(office.json(&["list", "add", "Radio", "dewi@example.com"])["added"], 0);
    assert_eq!(office.json(&["list", "remove", "Radio", "siti@example.id"])["removed"], 1);
    assert_eq!(names(&office.json(&["list", "show", "Radio"])["rows"]), ["Dewi Lestari"]);
    assert_eq!(names(&office.json(&["list", "all"])["lists"]), ["Pers Kota", "Radio"]);
    for args in [
        &["list", "show", "Kosong"][..],
        &["list", "add", "Kosong", "1"],
        &["contact", "list", "--list", "Kosong"],
        &["release", "send", "1", "--list", "Kosong"],
    ] {
        office.warta(args).failed_with("There is no recipient list \"Kosong\"");
    }
}

const LIST: &str = "Nama;Surel;No. HP;Media\n\
    Ayu Contoh;ayu@example.id;0000 2222 1111;Harian Contoh\n\
    Bagus Contoh;bukan alamat;;Harian Contoh\n\
    Citra Contoh;citra@example.id;;Radio Contoh\n";

#[test]
fn import_previews_imports_rejects_and_can_be_taken_back() {
    let office = Office::new();
    let file = office.write("daftar.csv", LIST);
    let preview = office.json(&["import", &file, "--dry-run"]);
    has_fields(&preview, &["added", "updated", "skipped", "rejected"]);
    assert_eq!(office.json(&["contact", "list"])["total"], 0, "a dry run saves nothing");
    let rejected = office.file("ditolak.csv");
    let done = office.json(&[
        "import",
        &file,
        "--list",
        "Impor",
        "--rejected",
        &rejected.to_string_lossy(),
    ]);
    assert_eq!(
        (&done["added"], &done["updated"], &done["skipped"]),
        (&preview["added"], &preview["updated"], &preview["skipped"])
    );
    for row in done["rejected"].as_array().unwrap() {
        has_fields(row, &["row", "column", "value", "reason"]);
    }
    let added = done["added"].as_i64().unwrap();
    assert!(added >= 2, "{done}");
    assert_eq!(office.json(&["list", "show", "Impor"])["total"], added);
    assert!(rejected.is_file());
    let again = office.json(&["import", &file]);
    assert_eq!(
        (&again["added"], &again["updated"]),
        (&json!(0), &json!(0)),
        "the same file twice adds nothing"
    );
    office.json(&["undo", &done["action_id"].to_string()]);
    assert_eq!(office.json(&["contact", "list"])["total"], 0);
}

#[test]
fn import_maps_columns_by_hand_and_names_a_file_that_is_missing() {
    let office = Office::new();
    let file = office.write("aneh.csv", "A,B\nAyu Contoh,ayu@example.id\n");
    let done = office.json(&["import", &file, "--map", "A=name", "--map", "B=email"]);
    assert_eq!(done["added"], 1);
    assert_eq!(
        office.json(&["contact", "show", "ayu@example.id"])["contact"]["name"],
        "Ayu Contoh"
    );
    let missing = office.warta(&["import", "tidak-ada.csv"]);
    missing.failed_with("tidak-ada.csv");
    let unknown = office.warta(&["import", &file, "--map", "Z=name"]);
    unknown.failed_with("Z");
    office.warta(&["import", &file, "--map", "A=no_such_field"]).failed_with("no_such_field");
}

#[test]
fn export_writes_files_that_import_reads() {
    let office = Office::with_contacts();
    for name in ["kontak.csv", "kontak.xlsx"] {
        let file = office.file(name);
        let exported = office.json(&["export", "contacts", &file.to_string_lossy()]);
        assert_eq!(exported["rows"], 4);
        let again = office.json(&["import", &file.to_string_lossy(), "--dry-run"]);
        assert_eq!(again["added"], 0, "{again}");
    }
    let outlets = office.file("media.csv");
    assert_eq!(office.json(&["export", "organisations", &outlets.to_string_lossy()])["rows"], 2);
    assert!(fs::read_to_string(outlets).unwrap().contains("Harian Contoh"));
}

#[test]
fn undo_takes_back_the_last_action_of_the_command_line() {
    let office = Office::with_contacts();
    office.json(&["list", "remove", "Pers Kota", "siti@example.id"]);
    let undone = office.json(&["undo"]);
    assert_eq!(undone["command"], "list_remove");
    assert_eq!(office.json(&["list", "show", "Pers Kota"])["total"], 3);
    let actions = office.json(&["history"]);
    let first = &actions[0];
    has_fields(first, &["id", "command", "actor", "source", "at", "undoable", "undone_by"]);
    assert_eq!(first["source"], "cli");
    office.warta(&["undo", "99999"]).failed_with("There is no action 99999");
    let human = office.warta(&["--language", "id", "history"]);
    assert!(human.out.contains("keluarkan dari kelompok"), "{human:?}");
}

#[test]
fn nothing_to_undo_is_a_failure() {
    Office::new().warta(&["undo"]).failed_with("There is nothing to undo");
}

#[test]
fn the_staff_member_is_named_or_refused() {
    let office = Office::new();
    office.json(&["call", "staff_save", r#"{"set": {"name": "Rina Contoh"}}"#]);
    office.json(&["--as", "rina contoh", "list", "new", "Milik Rina"]);
    let actions = office.json(&["history"]);
    assert_eq!(actions[0]["actor"], "Rina Contoh");
    office.json(&["--as", "RC", "list", "new", "Milik RC"]);
    office
        .warta(&["--as", "Bukan Siapa", "list", "new", "X"])
        .failed_with("There is no staff member \"Bukan Siapa\"");
}

#[test]
fn the_account_is_set_without_keeping_the_password_in_the_workspace() {
    let office = Office::new();
    let ca = office.write("ca.pem", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n");
    let args = [
        "account",
        "set",
        "--smtp",
        "smtps://humas@mail.example.id",
        "--imap",
        "imaps://humas@mail.example.id",
        "--from",
        "humas@example.id",
        "--name",
        "Humas Contoh",
        "--ca",
        &ca,
    ];
    let answer = run(office
        .command()
        .env("WARTA_PASSWORD", "rahasia-uji")
        .arg("--json")
        .arg("--workspace")
        .arg(office.workspace())
        .args(args));
    let set = answer.json();
    assert_eq!(set["account"]["from_address"], "humas@example.id");
    let database = fs::read(office.workspace().join("warta.sqlite")).unwrap();
    let log = fs::read(office.workspace().join("warta.sqlite-wal")).unwrap_or_default();
    assert!(
        ![database, log].iter().any(|bytes| bytes.windows(11).any(|part| part == b"rahasia-uji")),
        "the password is in the workspace"
    );
    assert_eq!(office.json(&["account", "show"])["account"]["from_name"], "Humas Contoh");
    office
        .warta(&[
            "account",
            "set",
            "--smtp",
            "smtp://a:rahasia@mail.example.id",
            "--from",
            "a@example.id",
        ])
        .failed_with("");
    office
        .warta(&[
            "account",
            "set",
            "--smtp",
            "smtp://mail.example.id?tls=none",
            "--from",
            "a@example.id",
        ])
        .failed_with("");
    office.warta(&["account", "set", "--from", "bukan alamat"]).failed_with("");
}

const RELEASE: &str = "---\nnumber: 12/HM/2026\nplace: Depok\ndate: 2026-11-20\n---\n# Judul Contoh\n\nAlinea pembuka.\n\nIsi berita.\n";

#[test]
fn a_release_is_made_shown_checked_and_queued() {
    let office = Office::with_contacts();
    let file = office.write("siaran.md", RELEASE);
    let attachment = office.write("lampiran.txt", "lampiran");
    let made = office.json(&["release", "new", "--file", &file, "--attach", &attachment]);
    let id = made["id"].to_string();
    let shown = office.json(&["release", "show", &id]);
    assert_eq!(shown["release"]["headline"], "Judul Contoh");
    assert_eq!(shown["files"][0]["file_name"], "lampiran.txt");
    assert_eq!(office.json(&["release", "list"])["releases"].as_array().unwrap().len(), 1);

    let check = office.json(&[
        "release",
        "send",
        &id,
        "--list",
        "Pers Kota",
        "--exclude",
        "budi@example.id",
        "--dry-run",
    ]);
    assert_eq!(check["recipients"].as_array().unwrap().len(), 1, "{check}");
    assert_eq!(check["recipients"][0]["email"], "siti@example.id");
    assert_eq!(check["by_hand"].as_array().unwrap().len(), 1, "{check}");
    has_fields(&check["by_hand"][0], &["contact_id", "phone"]);
    assert_eq!(check["excluded"].as_array().unwrap().len(), 1, "{check}");
    has_fields(&check["excluded"][0], &["contact_id", "reason"]);
    assert!(check["problems"].is_array());

    let plain = office.warta(&["release", "send", &id, "--list", "Pers Kota"]);
    assert_eq!(plain.code, 0, "{plain:?}");
    assert!(plain.out.contains("Siti Rahma") && plain.err.contains("--yes"), "{plain:?}");
    assert_eq!(
        office.json(&["outbox", "status"])["distributions"],
        json!([]),
        "without --yes nothing is queued"
    );

    let queued = office.json(&[
        "release",
        "send",
        &id,
        "--list",
        "Pers Kota",
        "--to",
        "dewi@example.com",
        "--yes",
    ]);
    assert!(queued["id"].as_i64().unwrap() > 0);
    let status = office.json(&["outbox", "status"]);
    let row = &status["distributions"][0];
    let states = [
        "queued",
        "sending",
        "accepted",
        "deferred",
        "refused",
        "unsure",
        "bounced",
        "by_hand",
        "cancelled",
        "suppressed",
    ];
    has_fields(row, &["id", "release_id", "total"]);
    let sum: i64 = states.iter().map(|state| row[state].as_i64().unwrap()).sum();
    assert_eq!((sum, row["total"].as_i64()), (4, Some(4)), "{row}");
}

#[test]
fn without_an_account_mail_goes_to_the_outbox_folder() {
    let office = Office::with_contacts();
    let file = office.write("siaran.md", RELEASE);
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let queued =
        office.json(&["release", "send", &id, "--list", "Pers Kota", "--yes"])["id"].to_string();
    assert_eq!(office.json(&["outbox", "pause", &queued])["changed"], true);
    assert_eq!(office.json(&["outbox", "resume", &queued])["changed"], true);
    let report = office.json(&["outbox", "run", "--until-empty"]);
    assert_eq!(report["accepted"], 2, "{report}");
    let row = office.json(&["outbox", "status"])["distributions"][0].clone();
    assert_eq!(
        (&row["accepted"], &row["by_hand"], &row["total"]),
        (&json!(2), &json!(1), &json!(3))
    );
    let mails = walk(&office.workspace().join("outbox"))
        .into_iter()
        .filter(|path| path.ends_with(".eml"))
        .count();
    assert_eq!(mails, 2);
    let detail = office.json(&["contact", "show", "siti@example.id"]);
    assert!(!detail["history"].as_array().unwrap().is_empty(), "the sending stands in the history");
    office.warta(&["outbox", "pause", "999"]).failed_with("999");
}

fn walk(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(walk(&path))
        } else {
            found.push(path.to_string_lossy().into_owned())
        }
    }
    found
}

#[test]
fn cancelling_keeps_the_sum() {
    let office = Office::with_contacts();
    let file = office.write("siaran.md", RELEASE);
    let id = office.json(&["release", "new", "--file", &file])["id"].to_string();
    let queued =
        office.json(&["release", "send", &id, "--list", "Pers Kota", "--yes"])["id"].to_string();
    office.json(&["outbox", "cancel", &queued]);
    let row = office.json(&["outbox", "status"])["distributions"][0].clone();
    assert_eq!(row["queued"], 0);
    assert_eq!(row["total"], 3);
}

#[test]
fn a_release_with_a_missing_attachment_is_not_made_at_all() {
    let office = Office::new();
    let file = office.write("siaran.md", RELEASE);
    office
        .warta(&["release", "new", "--file", &file, "--attach", "tidak-ada.pdf"])
        .failed_with("tidak-ada.pdf");
    office.warta(&["release", "new", "--file", "tidak-ada.md"]).failed_with("tidak-ada.md");
    let empty = office.write("kosong.md", "");
    office.warta(&["release", "new", "--file", &empty]).failed_with("kosong.md");
    assert_eq!(office.json(&["release", "list"])["releases"], json!([]));
    office.warta(&["release", "show", "7"]).failed_with("no longer there");
}

const REPLY: &str = "From: Siti Rahma <siti@example.id>\r\nTo: humas@example.id\r\nSubject: Re: Judul Contoh\r\n\
    Message-ID: <balasan-1@example.id>\r\nDate: Sun, 22 Nov 2026 08:00:00 +0700\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\r\nTerima kasih, akan kami muat.\r\n";

#[test]
fn mail_is_classified_without_a_workspace() {
    let office = Office::without_workspace();
    let mail = office.write("balasan.eml", REPLY);
    let lines = office.warta(&["--json", "inbox", "read", &mail, "--classify-only"]).json_lines();
    assert_eq!(lines.len(), 1);
    has_fields(
        &lines[0],
        &["file", "kind", "permanent", "reason", "recipients", "new_text", "rsvp", "matched"],
    );
    assert_eq!(lines[0]["kind"], "reply");
    assert_eq!(lines[0]["matched"], Json::Null);
    assert!(lines[0]["new_text"].as_str().unwrap().contains("akan kami muat"));
    assert!(!office.workspace().exists(), "nothing is written");
    office
        .warta(&["--language", "en", "inbox", "read", "tidak-ada.eml", "--classify-only"])
        .failed_with("tidak-ada.eml");
}

#[test]
fn mail_from_disk_is_matched_stored_and_listed_once() {
    let office = Office::with_contacts();
    let mail = office.write("balasan.eml", REPLY);
    let lines = office.warta(&["--json", "inbox", "read", &mail]).json_lines();
    assert_eq!(lines[0]["kind"], "reply");
    assert!(lines[0]["matched"]["contact_id"].as_i64().is_some(), "{lines:?}");
    office.warta(&["inbox", "read", &mail]);
    let page = office.json(&["response", "list"]);
    assert_eq!(page["total"], 1, "the same mail is kept once");
    assert_eq!(page["rows"][0]["kind"], "reply");
    assert_eq!(office.json(&["response", "list", "--kind", "bounce"])["total"], 0);
    let human = office.warta(&["response", "list"]);
    assert!(human.out.contains("Siti Rahma"), "{human:?}");
}

#[test]
fn undo_takes_back_mail_read_from_disk_and_nothing_before_it() {
    let office = Office::with_contacts();
    let mail = office.write("balasan.eml", REPLY);
    office.warta(&["inbox", "read", &mail]);
    assert_eq!(office.json(&["undo"])["command"], "inbox_read");
    assert_eq!(office.json(&["response", "list"])["total"], 0);
    assert_eq!(office.json(&["list", "show", "Pers Kota"])["total"], 3);
}

#[test]
fn what_is_missing_is_named() {
    let office = Office::new();
    office.warta(&["account", "set"]).failed_with("sender's address is missing");
    office
        .warta(&["export", "contacts", "/no-such-folder/kontak.csv"])
        .failed_with("/no-such-folder");
    office.warta(&["restore", "tidak-ada.zip"]).failed_with("\"tidak-ada.zip\" was not found");
    let folder = office.workspace();
    office.warta(&["import", &folder.join("..").to_string_lossy()]).failed_with("cannot be opened");
    let junk = office.write("kosong.eml", "");
    let unread = office.warta(&["inbox", "read", &junk, "--classify-only"]);
    assert!(unread.code == 1 && !unread.err.contains("\"code\""), "{unread:?}");
}

#[test]
fn fetching_without_an_account_says_so() {
    let answer = Office::new().warta(&["inbox", "fetch"]);
    answer.failed_with("account");
}

#[test]
fn a_backup_is_restored_with_everything_in_it() {
    let office = Office::with_contacts();
    let file = office.write("siaran.md", RELEASE);
    let attachment = office.write("lampiran.txt", "isi lampiran");
    office.json(&["release", "new", "--file", &file, "--attach", &attachment]);
    let backup = office.file("cadangan.zip");
    let written = office.json(&["backup", &backup.to_string_lossy()]);
    assert!(written["bytes"].as_i64().unwrap() > 0);

    office.json(&["list", "new", "Sesudahnya"]);
    office.json(&["restore", &backup.to_string_lossy()]);
    assert_eq!(names(&office.json(&["list", "all"])["lists"]), ["Pers Kota"]);

    let elsewhere = office.file("pindahan");
    let answer = office.warta_in(&elsewhere, &["--json", "restore", &backup.to_string_lossy()]);
    assert_eq!(answer.code, 0, "{answer:?}");
    let moved = office.warta_in(&elsewhere, &["--json", "release", "list"]).json();
    assert_eq!(moved["releases"].as_array().unwrap().len(), 1);
    assert_eq!(walk(&elsewhere.join("files")).len(), 1);
}

#[test]
fn restore_refuses_an_open_workspace_and_a_file_that_is_no_backup() {
    let office = Office::with_contacts();
    let backup = office.file("cadangan.zip");
    office.json(&["backup", &backup.to_string_lossy()]);
    let junk = office.write("bukan.zip", "bukan cadangan");
    office.warta(&["--language", "en", "restore", &junk]).failed_with("is not a backup of Warta");
    let open = office.open();
    office
        .warta(&["--language", "en", "restore", &backup.to_string_lossy()])
        .failed_with("Close Warta first");
    drop(open);
    assert_eq!(
        office.json(&["contact", "list"])["total"],
        4,
        "a refused restore leaves everything"
    );
}

#[test]
fn beside_an_open_window_the_command_line_is_a_guest() {
    let office = Office::with_contacts();
    let window = office.open();
    assert!(window.is_owner());
    assert_eq!(office.json(&["contact", "list"])["total"], 4);
    office.json(&["list", "new", "Dari tamu"]);
    assert_eq!(names(&office.json(&["list", "all"])["lists"]), ["Dari tamu", "Pers Kota"]);
    drop(window);
}

#[test]
fn a_newer_database_is_refused_and_left_alone() {
    let office = Office::with_contacts();
    let database = office.workspace().join("warta.sqlite");
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.pragma_update(None, "user_version", 9999).unwrap();
    drop(connection);
    for (language, words) in [("en", "newer Warta"), ("id", "lebih baru")] {
        office.warta(&["--language", language, "contact", "list"]).failed_with(words);
        office.warta(&["--language", language, "init"]).failed_with(words);
    }
}

#[test]
fn a_damaged_database_says_what_to_do() {
    let office = Office::new();
    let database = office.workspace().join("warta.sqlite");
    for leftover in ["warta.sqlite-wal", "warta.sqlite-shm"] {
        let _ = fs::remove_file(office.workspace().join(leftover));
    }
    fs::write(&database, "this is not a database at all, whatever its name may say".repeat(40))
        .unwrap();
    for (language, words) in [("en", "is damaged"), ("id", "rusak")] {
        let answer = office.warta(&["--language", language, "contact", "list"]);
        answer.failed_with(words);
        assert!(answer.err.contains("workspace"), "the folder is named: {answer:?}");
    }
}

#[test]
fn any_command_can_be_called_by_its_name() {
    let office = Office::with_contacts();
    assert_eq!(office.warta(&["call", "contact_count", "{}"]).json(), json!(4));
    assert_eq!(office.warta(&["call", "list_all"]).json().as_array().unwrap().len(), 1);
    office.warta(&["call", "no_such_command"]).failed_with("no_such_command");
    office.warta(&["call", "contact_count", "{broken"]).failed_with("contact_count");
    office.warta(&["call", "contact_show", "\"text\""]).failed_with("contact_show");
}

#[test]
fn without_a_display_the_window_says_so_in_words() {
    let office = Office::new();
    let words = if cfg!(feature = "desktop") {
        ["There is no display", "Tidak ada layar"]
    } else {
        ["without the window", "tanpa jendela"]
    };
    for (language, words) in ["en", "id"].into_iter().zip(words) {
        let answer = office.warta(&["--language", language]);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{answer:?}");
        assert!(answer.err.contains(words), "{answer:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    use std::process::{Command, Stdio};
    let office = Office::with_contacts();
    let mut child = Command::new(env!("CARGO_BIN_EXE_warta"))
        .args(["--json", "contact", "list", "--workspace"])
        .arg(office.workspace())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn limits_and_plus_addresses_of_the_account_are_set() {
    let office = Office::new();
    let set = |args: &[&str]| {
        let all: Vec<&str> = ["account", "set"].iter().chain(args).copied().collect();
        office.json(&all)
    };
    let account = set(&[
        "--smtp",
        "smtp://mail.example.id",
        "--from",
        "humas@example.id",
        "--name",
        "Humas",
        "--plus-address",
        "yes",
        "--per-minute",
        "30",
        "--per-hour",
        "400",
        "--per-day",
        "500",
        "--per-domain-minute",
        "10",
        "--per-connection",
        "50",
        "--connections",
        "3",
    ])["account"]
        .clone();
    for (field, value) in [
        ("plus_address", 1),
        ("per_minute", 30),
        ("per_hour", 400),
        ("per_day", 500),
        ("per_domain_minute", 10),
        ("per_connection", 50),
        ("connections", 3),
    ] {
        assert_eq!(account[field], value, "{field}");
    }
    let account = set(&["--plus-address", "no", "--per-day", "0"])["account"].clone();
    assert_eq!((account["plus_address"].as_i64(), account["per_day"].as_i64()), (Some(0), Some(0)));
    assert_eq!(account["per_hour"], 400, "the rest stays");
    assert_eq!(office.warta(&["account", "set", "--per-day", "-1"]).code, 2);
}

#[test]
fn claps_own_words_follow_the_language() {
    let office = Office::without_workspace();
    let english = [
        "Usage",
        "Options",
        "Commands",
        "Arguments",
        "Print help",
        "[default",
        "[possible",
        "[OPTIONS]",
        "error:",
    ];
    for args in [
        &["--help"][..],
        &["import", "--help"],
        &["contact", "list", "--help"],
        &["release", "send", "--help"],
        &["response", "list", "--help"],
        &["--no-such-thing"],
        &["nosuchverb"],
        &["import"],
        &["release", "show", "seratus"],
        &["response", "list", "--kind", "bukan"],
    ] {
        let all: Vec<&str> = ["--language", "id"].iter().chain(args).copied().collect();
        let answer = office.warta(&all);
        let text = format!("{}{}", answer.out, answer.err);
        assert!(text.contains("Pemakaian:") || text.contains("--help"), "{args:?}: {text}");
        for word in english {
            assert!(!text.contains(word), "{args:?} says {word}: {text}");
        }
        let is_help = args.contains(&"--help");
        assert_eq!(answer.code, if is_help { 0 } else { 2 }, "{args:?}");
        assert_eq!(answer.out.is_empty(), !is_help, "{args:?}");
    }
    let answer = office.warta(&["--language", "id", "response", "list", "--kind", "bukan"]);
    assert!(answer.err.contains("\"bukan\" bukan nilai"), "{answer:?}");
    let answer = office.warta(&["--language", "en", "--help"]);
    assert!(answer.out.contains("Usage: warta"), "{answer:?}");
}
