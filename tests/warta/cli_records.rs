//! Contacts, organisations and the office's own fields on the command line.

use serde_json::json;

use crate::office::Office;

#[test]
fn a_contact_is_made_changed_moved_deleted_and_brought_back() {
    let office = Office::new();
    office.json(&["field", "new", "Ukuran sepatu", "--kind", "number"]);
    let made = office.json(&[
        "contact",
        "new",
        "Drs. H. Budi Contoh, M.Si.",
        "--set",
        "email=budi@example.id",
        "--set",
        "outlet=Radio Contoh",
        "--set",
        "position=Reporter",
        "--set",
        "Ukuran sepatu=42",
        "--set",
        "beats=Kesehatan; Gizi",
    ]);
    assert_eq!(made["contact"]["name"], "Budi Contoh");
    assert_eq!(made["contact"]["name_prefix"], "Drs. H.");
    let id = made["contact"]["id"].to_string();
    let edited = office.json(&[
        "contact",
        "edit",
        "budi@example.id",
        "--set",
        "ukw_level=Madya",
        "--set",
        "Tanggal lahir=--05-17",
    ]);
    assert_eq!(edited["contact"]["ukw_level"], "madya");
    let shown = office.json(&["contact", "show", &id]);
    assert_eq!(shown["fields"]["custom_1"], json!(["42"]));
    assert_eq!(shown["fields"]["beats"], json!(["Kesehatan", "Gizi"]));
    assert_eq!(shown["fields"]["birthday"], json!(["--05-17"]));
    let sheet = office.warta(&["--language", "en", "contact", "show", &id]);
    assert!(
        sheet.out.contains("Ukuran sepatu") && sheet.out.contains("Madya (middle)"),
        "{sheet:?}"
    );
    let moved = office.json(&[
        "contact",
        "move",
        &id,
        "--outlet",
        "Harian Contoh",
        "--position",
        "Redaktur",
        "--on",
        "01/11/2026",
    ]);
    assert_eq!(moved["row"]["outlet"], "Harian Contoh");
    assert_eq!(moved["affiliations"][1]["ended_on"], "2026-11-01");
    assert_eq!(office.json(&["contact", "delete", "budi@example.id"])["deleted"], 1);
    office.warta(&["contact", "show", &id]).failed_with("");
    assert_eq!(office.json(&["contact", "restore", &id])["restored"], 1);
    assert_eq!(
        office.json(&["contact", "show", "budi@example.id"])["contact"]["name"],
        "Budi Contoh"
    );
    for (args, words) in [
        (&["contact", "edit", &id][..], "--set"),
        (&["contact", "edit", &id, "--set", "ukuran topi=L"], "ukuran topi"),
        (&["contact", "edit", &id, "--set", "ukw_level=tinggi"], "muda, madya, utama"),
        (&["contact", "move", &id, "--on", "kemarin"], "kemarin"),
    ] {
        let mut all = vec!["--language", "en"];
        all.extend(args);
        office.warta(&all).failed_with(words);
    }
}

#[test]
fn an_organisation_is_known_by_its_id_name_or_abbreviation() {
    let office = Office::new();
    let made = office.json(&[
        "organisation",
        "new",
        "Persatuan Wartawan Contoh",
        "--kind",
        "journalists_association",
        "--set",
        "short_name=PWC",
        "--set",
        "city=Serang",
    ]);
    assert_eq!(made["organisation"]["kind"], "journalists_association");
    let id = made["organisation"]["id"].to_string();
    office.json(&[
        "contact",
        "new",
        "Siti Contoh",
        "--set",
        "outlet=Persatuan Wartawan Contoh",
        "--set",
        "position=Ketua",
    ]);
    for which in [id.as_str(), "persatuan wartawan contoh", "pwc"] {
        let shown = office.json(&["organisation", "show", which]);
        assert_eq!(shown["fields"]["city"], json!(["Serang"]), "{which}");
        assert_eq!(shown["masthead"][0]["position"], "Ketua");
    }
    let edited =
        office.json(&["organisation", "edit", "PWC", "--set", "regions=Banten; DKI Jakarta"]);
    assert_eq!(edited["regions"], json!(["Banten", "DKI Jakarta"]));
    assert_eq!(office.json(&["organisation", "list", "--search", "pwc"])["total"], 1);
    assert_eq!(office.json(&["organisation", "list", "--kind", "outlet"])["total"], 0);
    office.json(&["organisation", "delete", "PWC"]);
    assert_eq!(office.json(&["organisation", "list"])["total"], 0);
    assert_eq!(office.json(&["organisation", "restore", &id])["restored"], 1);
    assert_eq!(office.json(&["organisation", "list"])["total"], 1);
    office
        .warta(&["--language", "en", "organisation", "show", "tidak ada"])
        .failed_with("no organisation");
    let table = office.warta(&["--language", "id", "organisation", "list"]);
    assert!(table.out.contains("1 dari 1 organisasi"), "{table:?}");
}

#[test]
fn fields_are_listed_with_what_they_take_and_own_ones_are_defined() {
    let office = Office::new();
    let made = office.json(&[
        "field",
        "new",
        "Angkatan",
        "--of",
        "organisation",
        "--kind",
        "choice",
        "--choice",
        "Merah",
        "--choice",
        "Biru",
    ]);
    assert_eq!(made["choices"], "Merah\nBiru");
    let listed = office.warta(&["--language", "id", "organisation", "fields"]);
    assert!(
        listed.out.contains("Angkatan") && listed.out.contains("press_council_level"),
        "{listed:?}"
    );
    let id = made["id"].to_string();
    assert_eq!(office.json(&["field", "archive", &id])["archived"], 1);
    assert_eq!(office.json(&["field", "list"])["fields"][0]["name"], "Angkatan");
    assert_eq!(office.json(&["field", "delete", &id])["deleted"], true);
    assert_eq!(office.json(&["field", "list"])["fields"], json!([]));
}
