//! Exports of many rows: memory stays flat, and who cancels or has no room keeps what was there.

use serde_json::json;

use crate::office::Office;

/// Puts so many contacts straight into the tables.
fn crowd(office: &Office, count: u32) {
    office.json(&["contact", "list"]);
    let database = rusqlite::Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    database
        .execute_batch(&format!(
            "INSERT INTO contacts (name, name_key, city, notes, created_at, updated_at)
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
             SELECT 'Orang Contoh ' || i, 'orang contoh ' || i, 'Serang', 'catatan yang agak panjang tentang orang ini, supaya barisnya berisi', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z' FROM n;
             INSERT INTO reaches (contact_id, kind, value, value_key, created_at, updated_at)
             SELECT id, 'email', 'orang' || id || '@example.id', 'orang' || id || '@example.id', created_at, updated_at FROM contacts;
             INSERT INTO labels (contact_id, kind, value, value_key, created_at, updated_at)
             SELECT id, 'beat', 'Kesehatan ' || (id % 50), 'kesehatan ' || (id % 50), created_at, updated_at FROM contacts;"
        ))
        .unwrap();
}

/// The most memory of its own that a call of the binary held, in kB, as the system counts it: the
/// pages of the database that it looks into are the system's.
#[cfg(target_os = "linux")]
fn peak_of(office: &Office, args: &[&str]) -> u64 {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_warta"))
        .args(["--json", "--workspace"])
        .arg(office.workspace())
        .args(args)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        peak = peak.max(crate::fuzz::memory_of(child.id(), "RssAnon").unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success(), "{args:?}");
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn an_export_of_a_hundred_thousand_holds_no_more_than_one_of_ten_thousand() {
    let (few, many) = (Office::new(), Office::new());
    crowd(&few, 10_000);
    crowd(&many, 100_000);
    for format in ["csv", "xlsx", "vcf"] {
        let peak = |office: &Office| {
            let file = office.file(&format!("besar.{format}")).to_string_lossy().into_owned();
            peak_of(office, &["export", "contacts", &file])
        };
        let (small, large) = (peak(&few), peak(&many));
        println!("export {format}: {small} kB for 10 000, {large} kB for 100 000");
        assert!(small > 0 && large > 0, "{format}: nothing was measured");
        // The ids of everybody are held, 8 bytes each, and SQLite's own cache fills up.
        assert!(large < small + 24_000, "{format}: {small} kB and {large} kB");
    }
    let lines = std::fs::read_to_string(many.file("besar.csv")).unwrap().lines().count();
    assert_eq!(lines, 100_001);
}

fn names_in(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_cancelled_export_leaves_what_was_there_and_nothing_else() {
    use std::sync::atomic::{AtomicI64, Ordering};
    let office = Office::new();
    crowd(&office, 3_000);
    let folder = office.file("keluar");
    std::fs::create_dir(&folder).unwrap();
    let workspace = office.open();
    for format in ["csv", "xlsx", "vcf"] {
        let file = folder.join(format!("kontak.{format}"));
        std::fs::write(&file, "yang lama").unwrap();
        // Cancelled while rows are being written: past the look at the columns.
        let heard = AtomicI64::new(0);
        let on_progress = |news: &warta::bus::JobNews| {
            if news.state == "running" {
                heard.store(news.total, Ordering::Relaxed);
                if news.done * 2 >= news.total || format == "vcf" {
                    warta::job::cancel(workspace.folder(), news.id);
                }
            }
        };
        let door = warta::commands::Door {
            workspace: &workspace,
            source: warta::db::Source::CommandLine,
            actor: String::new(),
            on_progress: Some(&on_progress),
        };
        let order = json!({"what": "contacts", "file": file});
        let mut outcome =
            warta::commands::export_run(&door, serde_json::from_value(order.clone()).unwrap());
        // News come ten times a second: a machine that was through before is asked again.
        for _ in 0..20 {
            if outcome.is_err() {
                break;
            }
            std::fs::write(&file, "yang lama").unwrap();
            outcome =
                warta::commands::export_run(&door, serde_json::from_value(order.clone()).unwrap());
        }
        assert_eq!(outcome.unwrap_err().code, warta::error::Code::Cancelled, "{format}");
        assert!(heard.load(Ordering::Relaxed) > 0);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "yang lama", "{format}");
    }
    assert_eq!(names_in(&folder), ["kontak.csv", "kontak.vcf", "kontak.xlsx"]);
}

/// A disk with no room: the system lets the process write files of so many kB and no more.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_no_half_of_an_export() {
    let office = Office::new();
    crowd(&office, 8_000);
    let folder = office.file("keluar");
    std::fs::create_dir(&folder).unwrap();
    for format in ["csv", "xlsx", "vcf"] {
        let file = folder.join(format!("kontak.{format}"));
        std::fs::write(&file, "yang lama").unwrap();
        // The workspace may write its own journal; the export is larger.
        let command = format!(
            "trap '' XFSZ; ulimit -f 512; exec {} --workspace {} export contacts {}",
            env!("CARGO_BIN_EXE_warta"),
            office.workspace().display(),
            file.display()
        );
        let output = std::process::Command::new("sh").args(["-c", &command]).output().unwrap();
        assert!(!output.status.success(), "{format}: {output:?}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "yang lama", "{format}: {output:?}");
    }
    assert_eq!(names_in(&folder), ["kontak.csv", "kontak.vcf", "kontak.xlsx"]);
}
