//! A long import holds nobody up: editing and sending go on beside it.

use std::fmt::Write as _;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::office::Office;

/// So many that an import lasts longer than everything that is done beside it.
const ROWS: usize = 100_000;

#[test]
fn editing_and_sending_go_on_during_a_long_import() {
    let office = Office::with_contacts();
    let someone =
        office.json(&["contact", "list", "--search", "Siti Rahma"])["rows"][0]["id"].to_string();
    let release =
        office.write("rilis.md", "# Pasar dibuka lagi\n\nPasar Contoh dibuka hari ini.\n");
    let release = office.json(&["release", "new", "--file", &release])["id"].to_string();
    let sent = office.warta(&["release", "send", &release, "--list", "Pers Kota", "--yes"]);
    assert_eq!(sent.code, 0, "{sent:?}");
    let mut rows = "Nama,Email,Media,Kota\n".to_owned();
    for number in 0..ROWS {
        writeln!(
            rows,
            "Orang Nomor {number},orang{number}@example.com,Harian {},Cilegon",
            number % 97
        )
        .unwrap();
    }
    let file = office.write("panjang.csv", rows);
    let mut import = Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(office.workspace())
        .args(["--json", "import", &file])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It is under way once its first rows are there.
    while office.json(&["contact", "list", "--limit", "1"])["total"].as_i64().unwrap() < 100 {
        assert!(import.try_wait().unwrap().is_none(), "the import ended before anything was there");
    }
    assert_eq!(office.warta(&["contact", "edit", &someone, "--set", "city=Serang"]).code, 0);
    assert_eq!(office.warta(&["outbox", "run", "--until-empty"]).code, 0);
    assert!(import.try_wait().unwrap().is_none(), "the import was too short to prove anything");

    let status = office.json(&["outbox", "status"])["distributions"][0].clone();
    assert_eq!((&status["queued"], &status["sending"]), (&json!(0), &json!(0)), "{status}");
    assert!(status["accepted"].as_i64().unwrap() > 0, "{status}");
    let ended = import.wait_with_output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let report: serde_json::Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(report["added"], json!(ROWS));
    let city =
        || office.json(&["contact", "list", "--search", "Siti Rahma"])["rows"][0]["city"].clone();
    assert_eq!(city(), json!("Serang"));
    // The import is one action still, and taking it back leaves the edits.
    assert_eq!(office.warta(&["import", "undo", "1"]).code, 0);
    assert_eq!(city(), json!("Serang"));
}
