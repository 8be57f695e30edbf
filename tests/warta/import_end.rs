//! How an import ends: cancelled, failed or killed it leaves nothing behind, no row and no copy of
//! the file.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::office::Office;

fn rows(office: &Office, sql: &str) -> i64 {
    let database = rusqlite::Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    database.query_row(sql, [], |row| row.get(0)).unwrap()
}

fn big_list(rows: usize) -> String {
    let mut csv = "Nama,Surel,Media,Desk,Skor [Angka]\n".to_owned();
    for n in 0..rows {
        csv.push_str(&format!(
            "Orang Contoh {n},orang{n}@example.id,Media Contoh {},Desk {},{n}\n",
            n % 90,
            n % 20
        ));
    }
    csv
}

#[test]
fn a_killed_import_leaves_nothing_and_is_simply_run_again() {
    let office = Office::new();
    office.json(&["call", "contact_save", &json!({"patch": {"set": {"name": "Sudah Ada"}}, "reaches": [{"kind": "email", "value": "orang3@example.id"}]}).to_string()]);
    let file = office.write("besar.csv", big_list(4000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_warta"))
        .arg("--workspace")
        .arg(office.workspace())
        .args(["import", &file])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Killed in the midst of its rows.
    let started = Instant::now();
    while rows(&office, "SELECT COUNT(*) FROM contacts") < 300 {
        assert!(child.try_wait().unwrap().is_none(), "the import was over before it was killed");
        assert!(started.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(rows(&office, "SELECT COUNT(*) FROM contacts") < 4001, "it was killed too late");

    // The next call of Warta takes it back, whatever it is asked.
    assert_eq!(office.json(&["contact", "list"])["total"], 1);
    let runs = office.json(&["import", "list"]);
    assert_eq!(runs["imports"][0]["state"], "unfinished", "{runs}");
    for table in ["organisations", "labels", "affiliations", "custom_fields", "custom_values"] {
        assert_eq!(
            rows(&office, &format!("SELECT COUNT(*) FROM {table} WHERE deleted_at IS NULL")),
            0,
            "{table}"
        );
    }
    assert_eq!(office.json(&["contact", "list", "--search", "contoh"])["total"], 0);

    // There is no way to go on with it, and none is needed.
    assert_ne!(office.warta(&["import", "continue", "1"]).code, 0);
    let again = office.json(&["import", &file]);
    assert_eq!(again["added"], 4000, "{again}");
    assert_eq!(office.json(&["import", "list"])["imports"][0]["state"], "done");
    assert_eq!(office.json(&["contact", "list"])["total"], 4001);
}

#[test]
fn no_copy_of_the_file_stays_however_an_import_ends() {
    let office = Office::new();
    let uploads = office.workspace().join("uploads");
    let left = || -> Vec<String> {
        let entries = std::fs::read_dir(&uploads).unwrap();
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    };
    let workspace = office.open();
    let cancelling = |news: &warta::bus::JobNews| {
        if news.phase == "phase-importing" {
            warta::job::cancel(workspace.folder(), news.id);
        }
    };
    let run = |upload: &str, cancelled: bool| {
        let door = warta::commands::Door {
            workspace: &workspace,
            source: warta::db::Source::Window,
            actor: String::new(),
            on_progress: cancelled.then_some(&cancelling as &(dyn Fn(&warta::bus::JobNews) + Sync)),
        };
        let plan = json!({"upload": upload, "file_name": "daftar.csv"});
        warta::commands::import_run(&door, serde_json::from_value(plan).unwrap())
    };
    // Finished.
    std::fs::write(uploads.join("a1"), "Nama,Surel\nSiti Rahma,siti@example.id\n").unwrap();
    assert_eq!(run("a1", false).unwrap().added, 1);
    assert_eq!(left(), Vec::<String>::new());
    // Failed: nobody is in it.
    std::fs::write(uploads.join("a2"), "Harga,Jumlah\n1,2\n").unwrap();
    assert!(run("a2", false).is_err());
    assert_eq!(left(), Vec::<String>::new());
    // Cancelled.
    std::fs::write(uploads.join("a3"), big_list(3000)).unwrap();
    assert_eq!(run("a3", true).unwrap_err().code, warta::error::Code::Cancelled);
    assert_eq!(left(), Vec::<String>::new());
    drop(workspace);
    assert_eq!(office.json(&["contact", "list"])["total"], 1);
    // Pasted.
    let pasted = office.json(&[
        "call",
        "import_paste",
        &json!({"text": "Nama\tSurel\nBudi Santoso\tbudi@example.id\n"}).to_string(),
    ]);
    let plan = json!({"upload": pasted["upload"], "file_name": "tempelan"});
    assert_eq!(office.json(&["call", "import_run", &plan.to_string()])["added"], 1);
    assert_eq!(left(), Vec::<String>::new());
}

#[test]
fn what_was_left_over_goes_at_the_next_start() {
    let office = Office::new();
    let uploads = office.workspace().join("uploads");
    let put = |name: &str, days: u64| {
        let path = uploads.join(name);
        std::fs::write(&path, "Siti Rahma,siti@example.id\n").unwrap();
        let at = std::time::SystemTime::from(warta::clock::now())
            - Duration::from_secs(days * 86_400 + 60);
        std::fs::File::options().append(true).open(&path).unwrap().set_modified(at).unwrap();
    };
    put("lama", 1);
    put("preview-1-1.sqlite", 2);
    put("rejected4.csv", 31);
    put("rejected5.csv", 3);
    std::fs::write(uploads.join("baru"), "x").unwrap();
    office.json(&["contact", "list"]);
    let mut left: Vec<String> = std::fs::read_dir(&uploads)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["baru", "rejected5.csv"]);
}
