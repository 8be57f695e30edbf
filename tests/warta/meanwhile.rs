//! A long import holds nobody up: editing and sending go on beside it.

use std::fmt::Write as _;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::office::Office;

/// So many rows last longer than everything that is done beside them; where a busy machine says
/// otherwise, more are tried.
const ROWS: [usize; 3] = [100_000, 300_000, 900_000];

#[test]
fn editing_and_sending_go_on_during_a_long_import() {
    assert!(ROWS.into_iter().any(goes_on_beside), "every import was too short to prove anything");
}

/// False when the import ended before what was done beside it.
fn goes_on_beside(count: usize) -> bool {
    let office = Office::with_contacts();
    let someone =
        office.json(&["contact", "list", "--search", "Siti Rahma"])["rows"][0]["id"].to_string();
    let release =
        office.write("rilis.md", "# Pasar dibuka lagi\n\nPasar Contoh dibuka hari ini.\n");
    let release = office.json(&["release", "new", "--file", &release])["id"].to_string();
    let sent = office.warta(&["release", "send", &release, "--list", "Pers Kota", "--yes"]);
    assert_eq!(sent.code, 0, "{sent:?}");
    let mut import = begun_import(&office, count);
    // It is under way once its first rows are there.
    while office.json(&["contact", "list", "--limit", "1"])["total"].as_i64().unwrap() < 100 {
        if import.try_wait().unwrap().is_some() {
            return false;
        }
    }
    assert_eq!(office.warta(&["contact", "edit", &someone, "--set", "city=Serang"]).code, 0);
    assert_eq!(office.warta(&["outbox", "run", "--until-empty"]).code, 0);
    if import.try_wait().unwrap().is_some() {
        return false;
    }

    let status = office.json(&["outbox", "status"])["distributions"][0].clone();
    assert_eq!((&status["queued"], &status["sending"]), (&json!(0), &json!(0)), "{status}");
    assert!(status["accepted"].as_i64().unwrap() > 0, "{status}");
    let ended = import.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let report: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(report["added"], json!(count));
    let city =
        || office.json(&["contact", "list", "--search", "Siti Rahma"])["rows"][0]["city"].clone();
    assert_eq!(city(), json!("Serang"));
    // The import is one action still, and taking it back leaves the edits.
    assert_eq!(office.warta(&["import", "undo", "1"]).code, 0);
    assert_eq!(city(), json!("Serang"));
    true
}

fn begun_import(office: &Office, count: usize) -> Child {
    let mut rows = "Nama,Email,Media,Kota\n".to_owned();
    for number in 0..count {
        writeln!(
            rows,
            "Orang Nomor {number},orang{number}@example.com,Harian {},Cilegon",
            number % 97
        )
        .unwrap();
    }
    let file = office.write("panjang.csv", rows);
    Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(office.workspace())
        .args(["--json", "import", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}
