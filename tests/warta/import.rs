//! Import: nobody twice, no row dropped, one undo.

use serde_json::{Value as Json, json};

use crate::office::Office;

const LIST: &str = "Nama Wartawan;Nama Media;Jabatan;No. HP/WA;E-mail;Desk;Kota;Keterangan\n\
    Drs. H. Asep Sunarya, M.Si.;Harian Contoh;Redaktur;0812-0000-1111;asep@example.id;Pemerintahan, ekonomi;Serang;lama\n\
    Siti Rahma;Radio Contoh FM;Reporter;+62 812 0000 2222 / 0813 0000 3333;siti@example.id;Kesehatan;Serang;\n\
    Wayan Tanpa Surel;Radio Contoh FM;Penyiar;081200004444;;Budaya;Kupang;hanya WA\n\
    Redaksi Satu;kabarcontoh.example.id;Redaktur;;redaksi@example.id;;;\n\
    Redaksi Dua;kabarcontoh.example.id;Reporter;;redaksi@example.id;;;\n\
    Salah Alamat;Harian Contoh;Reporter;;bukan-alamat;;;\n";

fn import(office: &Office, csv: &str, more: &[&str]) -> Json {
    let file = office.write("daftar.csv", csv);
    let args: Vec<&str> =
        ["import", file.as_str()].into_iter().chain(more.iter().copied()).collect();
    office.json(&args)
}

#[test]
fn a_list_is_imported_once_however_often_it_is_given() {
    let office = Office::new();
    let first = import(&office, LIST, &[]);
    assert_eq!(
        (first["added"].as_i64(), first["updated"].as_i64(), first["skipped"].as_i64()),
        (Some(5), Some(0), Some(0)),
        "{first}"
    );
    assert_eq!(first["rejected"][0]["row"], 7);
    assert_eq!(first["rejected"][0]["column"], "E-mail");
    assert_eq!(first["rejected"][0]["value"], "bukan-alamat");
    let rejected =
        first["rows"].as_array().unwrap().iter().find(|row| row["outcome"] == "rejected");
    assert_eq!(rejected.unwrap()["name"], "Salah Alamat");
    let again = import(&office, LIST, &[]);
    assert_eq!(
        (again["added"].as_i64(), again["updated"].as_i64(), again["skipped"].as_i64()),
        (Some(0), Some(0), Some(5)),
        "{again}"
    );
    assert_eq!(office.json(&["contact", "list"])["total"], 5);
}

#[test]
fn titles_numbers_and_shared_addresses_are_understood() {
    let office = Office::new();
    let result = import(&office, LIST, &[]);
    assert_eq!(result["possible_duplicates"], 1);
    let asep = office.json(&["contact", "show", "0812 0000 1111"]);
    assert_eq!(asep["contact"]["name"], "Asep Sunarya");
    assert_eq!(asep["contact"]["name_prefix"], "Drs. H.");
    assert_eq!(asep["row"]["outlet"], "Harian Contoh");
    assert_eq!(asep["beats"], json!(["Pemerintahan", "ekonomi"]));
    let siti = office.json(&["contact", "show", "siti@example.id"]);
    assert_eq!(siti["row"]["phones"].as_array().map(Vec::len), Some(2));
    let wayan = office.json(&["contact", "show", "+62 812-0000-4444"]);
    assert_eq!(wayan["row"]["emails"], json!([]));
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let office = Office::new();
    let dry = import(&office, LIST, &["--dry-run"]);
    assert_eq!(office.json(&["contact", "list"])["total"], 0);
    let real = import(&office, LIST, &[]);
    for count in ["added", "updated", "skipped", "rejected", "new_outlets", "possible_duplicates"] {
        assert_eq!(dry[count], real[count], "{count}");
    }
}

#[test]
fn known_people_learn_what_is_new_and_nothing_is_overwritten() {
    let office = Office::new();
    import(&office, LIST, &[]);
    let more = "nama,email,telepon,kota,catatan\nH. Asep Sunarya,ASEP@example.id,0812 0000 5555,Jakarta,baru\n";
    let result = import(&office, more, &[]);
    assert_eq!(result["updated"], 1, "{result}");
    let asep = office.json(&["contact", "show", "asep@example.id"]);
    assert_eq!(asep["contact"]["city"], "Serang", "what a person wrote stays");
    assert_eq!(asep["contact"]["notes"], "lama");
    assert_eq!(asep["row"]["phones"].as_array().map(Vec::len), Some(2));
}

#[test]
fn one_undo_takes_the_whole_import_back_and_a_second_brings_it_again() {
    let office = Office::new();
    import(&office, "nama,email\nSudah Ada,ada@example.id\n", &[]);
    let before = office.json(&["contact", "list"]);
    let result = import(
        &office,
        &format!("{LIST}Sudah Ada;Harian Contoh;;0812 0000 7777;ada@example.id;;;\n"),
        &["--list", "Pokja"],
    );
    assert_eq!(
        (result["added"].as_i64(), result["updated"].as_i64()),
        (Some(5), Some(1)),
        "{result}"
    );
    assert_eq!(office.json(&["list", "show", "Pokja"])["total"], 6);
    office.json(&["undo"]);
    let after = office.json(&["contact", "list"]);
    assert_eq!(without_versions(&after), without_versions(&before));
    assert_eq!(office.warta(&["list", "show", "Pokja"]).code, 1);
    assert_eq!(office.json(&["contact", "list", "--search", "asep"])["total"], 0);
    let undo = office.json(&["call", "history_list", "1"])[0]["id"].to_string();
    office.json(&["undo", &undo]);
    assert_eq!(office.json(&["contact", "list"])["total"], 6);
    assert_eq!(office.json(&["contact", "list", "--search", "asep"])["total"], 1);
}

fn without_versions(page: &Json) -> Json {
    let mut page = page.clone();
    for row in page["rows"].as_array_mut().into_iter().flatten() {
        row["version"] = json!(0);
    }
    page
}

#[test]
fn an_undo_days_later_takes_back_what_nobody_touched_and_lists_the_rest() {
    let office = Office::new();
    import(&office, "nama,email,kota\nSudah Ada,ada@example.id,\n", &[]);
    import(
        &office,
        &format!(
            "{LIST}Sudah Ada;Harian Contoh;;0812 0000 7777;ada@example.id;;Serang;dari impor\n"
        ),
        &["--list", "Pokja"],
    );
    let action = office.json(&["call", "history_list", "1"])[0]["id"].to_string();
    let id_of = |who: &str| office.json(&["contact", "show", who])["contact"]["id"].clone();
    let (siti, asep, ada) =
        (id_of("siti@example.id"), id_of("asep@example.id"), id_of("ada@example.id"));
    // Siti is changed; something happened with Asep; of the known contact one of the columns that
    // the import had filled is changed.
    let call = |name: &str, args: Json| office.json(&["call", name, &args.to_string()]);
    call("contact_save", json!({"patch": {"id": siti, "set": {"city": "Bogor"}}}));
    call(
        "interaction_log",
        json!({"contact_id": asep, "kind": "call", "direction": "out", "summary": "Telepon"}),
    );
    call("contact_save", json!({"patch": {"id": ada, "set": {"city": "Cilegon"}}}));
    let undone = office.json(&["undo", &action]);
    let left = &undone["left"];
    let named = |reason: &str, table: &str| -> Vec<String> {
        left["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["reason"] == reason && row["table"] == table)
            .map(|row| row["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(named("changed", "contacts"), ["Sudah Ada", "Siti Rahma"], "{undone}");
    assert_eq!(named("used", "contacts"), ["Asep Sunarya"], "{undone}");
    assert_eq!(named("used", "organisations"), ["Harian Contoh", "Radio Contoh FM"], "{undone}");
    assert_eq!(named("used", "recipient_lists"), ["Pokja"], "{undone}");
    assert_eq!(left["count"], 6, "{undone}");
    assert_eq!(
        left["rows"].as_array().unwrap().iter().find(|row| row["name"] == "Sudah Ada").unwrap()["columns"],
        json!(["city"])
    );
    assert_eq!(office.json(&["contact", "list"])["total"], 3);
    let shown = |who: &str| office.json(&["contact", "show", who]);
    // What stays, stays whole: with addresses, outlet, list.
    assert_eq!(shown("siti@example.id")["row"]["phones"].as_array().map(Vec::len), Some(2));
    assert_eq!(shown("siti@example.id")["row"]["outlet"], "Radio Contoh FM");
    assert_eq!(shown("siti@example.id")["contact"]["city"], "Bogor");
    assert_eq!(shown("asep@example.id")["beats"], json!(["Pemerintahan", "ekonomi"]));
    assert_eq!(office.json(&["list", "show", "Pokja"])["total"], 2);
    // The known contact lost what the import brought, but for what was changed since.
    let ada = shown("ada@example.id");
    assert_eq!(
        (&ada["contact"]["city"], &ada["contact"]["notes"]),
        (&json!("Cilegon"), &json!("")),
        "{ada}"
    );
    assert_eq!(ada["row"]["phones"], json!([]));
    assert_eq!(office.json(&["contact", "list", "--search", "wayan"])["total"], 0);
    // Said in words, too.
    let redo = office.json(&["call", "history_list", "1"])[0]["id"].to_string();
    office.json(&["undo", &redo]);
    assert_eq!(office.json(&["contact", "list"])["total"], 6);
    let words = office.warta(&["undo", &action]).out;
    assert!(words.contains("Siti Rahma") && words.contains("changed since"), "{words}");
}

#[test]
fn rejected_rows_are_saved_with_their_reason_and_unknown_columns_are_named() {
    let office = Office::new();
    let rejected = office.file("ditolak.csv");
    import(&office, LIST, &["--rejected", &rejected.to_string_lossy()]);
    let text = std::fs::read_to_string(&rejected).unwrap();
    assert!(text.contains("Salah Alamat") && text.lines().count() == 2, "{text}");
    let file = office.write("x.csv", "a,b\n1,2\n");
    let answer = office.warta(&["import", &file, "--map", "Tidak Ada=email"]);
    answer.failed_with("Tidak Ada");
    let answer = office.warta(&["import", &file, "--map", "a=surel"]);
    answer.failed_with("surel");
}

#[test]
fn a_signature_under_the_table_is_no_contact() {
    let office = Office::new();
    let list = "No;Nama Wartawan;Nama Media;E-mail;No. WA\n\
        1;Siti Rahma;Radio Contoh FM;siti@example.id;0812 0000 2222\n\
        2;Budi Santoso;Harian Contoh;;0812 0000 3333\n\
        ;;;;\n\
        ;;;Serang, 22 November 2026;\n\
        ;Mengetahui,;;;\n\
        ;Kepala Dinas Komunikasi dan Informatika;;;\n\
        ;;;;\n\
        ;Drs. H. Made Contoh, M.Si.;;;\n\
        ;NIP. 19700101 199503 1 001;;;\n\
        3;Wayan Contoh;Kabar Contoh;wayan@example.id;\n\
        4;Nyoman Sendiri;;;\n";
    let result = import(&office, list, &[]);
    assert_eq!(result["added"], 4, "{result}");
    let rejected: Vec<(u64, &str)> = result["rejected"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_u64().unwrap(), row["reason"].as_str().unwrap()))
        .collect();
    let expected: Vec<(u64, &str)> = [5, 6, 7, 9, 10].map(|row| (row, "signature")).to_vec();
    assert_eq!(rejected, expected);
    let names: Vec<String> = office.json(&["contact", "list"])["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["Budi Santoso", "Nyoman Sendiri", "Siti Rahma", "Wayan Contoh"]);
}

#[test]
fn an_import_that_a_dead_process_left_is_taken_back() {
    let office = Office::new();
    import(&office, LIST, &[]);
    // As a killed import leaves it: its action stands, its job runs under a lock that is gone.
    let connection = rusqlite::Connection::open(office.workspace().join("warta.sqlite")).unwrap();
    connection
        .execute("UPDATE jobs SET state = 'running', process = '1-dead.lock', action_id = (SELECT action_id FROM imports) WHERE kind = 'import_run'", [])
        .unwrap();
    drop(connection);
    assert_eq!(office.json(&["contact", "list"])["total"], 0);
    let again = import(&office, LIST, &[]);
    assert_eq!(again["added"], 5, "{again}");
}

#[test]
fn a_selection_is_exported_alone() {
    let office = Office::with_contacts();
    let rows = office.json(&["contact", "list"])["rows"].clone();
    let ids: Vec<i64> =
        rows.as_array().unwrap().iter().take(2).map(|row| row["id"].as_i64().unwrap()).collect();
    let file = office.file("pilihan.csv");
    let order = json!({"what": "contacts", "file": file, "filter": {"ids": ids}});
    let written = office.json(&["call", "export_run", &order.to_string()]);
    assert_eq!(written["rows"], 2);
    let text = std::fs::read_to_string(&file).unwrap();
    for (place, row) in rows.as_array().unwrap().iter().enumerate() {
        assert_eq!(text.contains(row["name"].as_str().unwrap()), place < 2, "{text}");
    }
    assert_eq!(office.json(&["call", "contact_count", r#"{"ids": []}"#]), json!(0));
}
