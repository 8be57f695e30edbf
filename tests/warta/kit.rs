//! Press kits: what they hand out, in one ZIP file or with a release, and who may not be handed out.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use serde_json::{Value as Json, json};
use warta::db::migrate;

use crate::media_list::Desk;
use crate::office::Office;
use crate::photo::camera_photo;

fn unpacked(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().to_owned(), bytes);
    }
    files
}

fn text<'z>(files: &'z BTreeMap<String, Vec<u8>>, name: &str) -> &'z str {
    std::str::from_utf8(&files[name]).unwrap()
}

/// An office with a release, two photos of one name, and a standing text.
fn office() -> Office {
    let office = Office::new();
    office.json(&["call", "setting_set", r#"{"key": "language", "value": "en"}"#]);
    let file = office.write(
        "siaran.md",
        "---\nnumber: 120/HM/2026\nlanguage: id\n---\n# Pasar dibuka\n\nPembuka.\n\nIsi.\n",
    );
    office.json(&["release", "new", "--file", &file]);
    let first = office.write("pasar.jpg", camera_photo(10));
    office.json(&[
        "photo",
        "add",
        &first,
        "--set",
        "caption=Pintu pasar",
        "--set",
        "credit=Bagus",
        "--set",
        "consent=given",
    ]);
    let second = office.write("pasar.jpg", camera_photo(90));
    office.json(&["photo", "add", &second, "--set", "consent=refused"]);
    office.json(&["boilerplate", "new", "Profil resmi", "--text", "Kami melayani."]);
    office
}

#[test]
fn a_kit_leaves_as_one_file_with_all_that_it_holds() {
    let office = office();
    let extra = office.write("jadwal.pdf", "%PDF-1.4 jadwal");
    let made = office.json(&[
        "kit",
        "new",
        "Kit  Pasar",
        "--notes",
        "Untuk pembukaan.",
        "--release",
        "1",
        "--photo",
        "1",
        "2",
        "--text",
        "profil resmi",
        "--file",
        &extra,
    ]);
    assert_eq!(made["kit"]["name"], json!("Kit Pasar"));
    let parts: Vec<&str> = made["contents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["part"].as_str().unwrap())
        .collect();
    assert_eq!(parts, ["release", "photo", "photo", "text", "file"]);
    // The same twice is one.
    let again = office.json(&[
        "kit",
        "add",
        "kit pasar",
        "--release",
        "1",
        "--photo",
        "2",
        "--file",
        &extra,
    ]);
    assert_eq!(again["contents"].as_array().unwrap().len(), 5);
    let kinds: Vec<&str> = made["remarks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["photo_refused", "not_approved"]);

    let target = office.file("kit.zip");
    let target = target.to_str().unwrap();
    let written = office.json(&["kit", "export", "Kit Pasar", target]);
    let bytes = std::fs::read(target).unwrap();
    assert_eq!(written["size"], json!(bytes.len()));
    let files = unpacked(bytes);
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Contents.txt",
            "Files/jadwal.pdf",
            "Photos/Captions and credits.txt",
            "Photos/pasar (2).jpg",
            "Photos/pasar.jpg",
            "Press releases/120-HM-2026 Pasar dibuka.pdf",
            "Texts/Profil resmi.txt",
        ]
    );
    assert!(files["Press releases/120-HM-2026 Pasar dibuka.pdf"].starts_with(b"%PDF-"));
    assert_eq!(files["Files/jadwal.pdf"], b"%PDF-1.4 jadwal");
    assert!(text(&files, "Texts/Profil resmi.txt").contains("Kami melayani."));
    let captions = text(&files, "Photos/Captions and credits.txt");
    assert!(captions.contains("pasar.jpg\r\nPintu pasar (Photo: Bagus)"), "{captions}");
    let contents = text(&files, "Contents.txt");
    assert!(
        contents.contains("Untuk pembukaan.") && contents.contains("- Files/jadwal.pdf"),
        "{contents}"
    );
    // Nobody learns from a copy where it was taken.
    let original = camera_photo(10);
    assert!(original.windows(4).any(|four| four == b"Exif"));
    assert!(!files["Photos/pasar.jpg"].windows(4).any(|four| four == b"Exif"));
}

#[test]
fn a_kit_goes_along_with_a_release_and_can_be_taken_back() {
    let office = office();
    office.json(&["kit", "new", "Kit Pasar", "--photo", "1", "--text", "Profil resmi"]);
    let file = office.json(&["kit", "attach", "Kit Pasar", "1"]);
    assert_eq!(
        (&file["file_name"], &file["mime"]),
        (&json!("Kit Pasar.zip"), &json!("application/zip"))
    );
    let kept = office.workspace().join("files").join(file["sha256"].as_str().unwrap());
    assert_eq!(unpacked(std::fs::read(kept).unwrap()).len(), 4);
    assert_eq!(std::fs::read_dir(office.workspace().join("uploads")).unwrap().count(), 0);
    office.json(&["undo"]);
    assert_eq!(office.json(&["release", "show", "1"])["files"], json!([]));
    office.warta(&["kit", "attach", "Kit Pasar", "99"]).failed_with("");
}

#[test]
fn a_release_leaves_in_its_languages_and_the_ways_that_are_wanted() {
    let office = office();
    office.json(&["kit", "new", "Kit Pasar", "--release", "1"]);
    let english = |text: &str| {
        office.json(&["release", "edit", "1", "--text-language", "en", "--set", text]);
    };
    let target = office.file("kit.zip");
    let target = target.to_str().unwrap();
    let names = |format: &[&str]| {
        let _ = std::fs::remove_file(target);
        office.json(&[&["kit", "export", "Kit Pasar", target][..], format].concat());
        let files = unpacked(std::fs::read(target).unwrap());
        let wanted = |name: &&String| name.starts_with("Press releases/");
        files.keys().filter(wanted).map(|name| name[15..].to_owned()).collect::<Vec<_>>()
    };
    let kinds = || {
        let remarks = office.json(&["kit", "show", "Kit Pasar"])["remarks"].clone();
        let kind = |one: &Json| one["kind"].as_str().unwrap().to_owned();
        remarks.as_array().unwrap().iter().map(kind).collect::<Vec<_>>()
    };
    let own = language_of(&office);
    assert_eq!(own, "id");
    // A version that is only begun stays behind, and that is said.
    english("headline=Market opens");
    assert_eq!(names(&[]), ["120-HM-2026 Pasar dibuka.pdf"]);
    assert_eq!(kinds(), ["not_approved", "translation"]);
    english("lead=Opening.");
    english("body_html=<p>Body.</p>");
    assert_eq!(kinds(), ["not_approved"]);
    assert_eq!(names(&[]), ["120-HM-2026 Market opens.pdf", "120-HM-2026 Pasar dibuka.pdf"]);
    assert_eq!(
        names(&["--format", "txt", "docx"]),
        [
            "120-HM-2026 Market opens.docx",
            "120-HM-2026 Market opens.txt",
            "120-HM-2026 Pasar dibuka.docx",
            "120-HM-2026 Pasar dibuka.txt",
        ]
    );
    let files = unpacked(std::fs::read(target).unwrap());
    assert!(text(&files, "Press releases/120-HM-2026 Market opens.txt").contains("Opening."));
    let contents = text(&files, "Contents.txt");
    assert!(contents.contains("- Press releases/120-HM-2026 Market opens.docx"), "{contents}");
    let order = json!({"kit_id": 1, "formats": ["eml"]}).to_string();
    office.warta(&["call", "kit_export", &order]).failed_with("pdf, docx or txt");
}

fn language_of(office: &Office) -> String {
    office.json(&["release", "show", "1"])["release"]["language"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_wrong_with_a_kit_is_named() {
    let office = office();
    office.json(&["kit", "new", "Kit Pasar", "--photo", "1"]);
    let refused = |args: &[&str], words: &str| {
        office.warta(&[args, &["--language", "en"]].concat()).failed_with(words);
    };
    refused(&["kit", "new", "kit PASAR"], "already");
    refused(&["kit", "new", "  "], "a name");
    refused(&["kit", "new", "Lain", "--file", "tidak-ada.pdf"], "tidak-ada.pdf");
    refused(&["kit", "new", "Lain", "--text", "Tidak ada"], "no standing text");
    assert_eq!(
        office.json(&["kit", "list"])["kits"].as_array().unwrap().len(),
        1,
        "nothing was half made"
    );
    refused(&["kit", "show", "Tidak ada"], "no press kit");
    refused(&["kit", "add", "Kit Pasar"], "Say what to add");
    refused(&["kit", "remove", "Kit Pasar", "99"], "no item 99");
    refused(&["kit", "edit", "Kit Pasar"], "");
    // A file that vanished is named, and nothing is left of the ZIP.
    let sha = office.json(&["photo", "show", "1"])["photo"]["sha256"].as_str().unwrap().to_owned();
    std::fs::remove_file(office.workspace().join("files").join(sha)).unwrap();
    let target = office.file("kit.zip");
    refused(&["kit", "export", "Kit Pasar", target.to_str().unwrap()], "pasar.jpg");
    assert!(!target.exists());
}

#[test]
fn what_lies_in_the_bin_is_not_handed_out_and_comes_back() {
    let desk = Desk::new();
    let release =
        desk.call("release_save", json!({"set": {"headline": "Pasar dibuka"}}))["release"]["id"]
            .clone();
    let kit = desk.call("kit_save", json!({"set": {"name": "Kit"}}))["id"].clone();
    desk.call("kit_add", json!({"kit_id": kit, "releases": [release]}));
    let count = || desk.call("kit_show", kit.clone())["contents"].as_array().unwrap().len();
    let listed = || desk.call("kit_list", json!({"release_id": release}))[0]["releases"].clone();
    assert_eq!((count(), listed()), (1, json!(1)));
    desk.call("release_delete", release.clone());
    assert_eq!((count(), listed()), (0, json!(0)));
    desk.call("undo_last", Json::Null);
    assert_eq!((count(), listed()), (1, json!(1)));
    // Emptied for good, the kit forgets it.
    desk.call("release_delete", release.clone());
    desk.call("bin_empty", json!({"all": true}));
    assert_eq!(count(), 0);
    desk.call("kit_delete", json!([kit]));
    let bin = desk.call("bin_list", json!({}));
    assert!(bin.as_array().unwrap().iter().any(|row| row["table"] == json!("kits")), "{bin}");
}

#[test]
fn an_older_database_gets_its_kits() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("warta.sqlite");
    migrate::to_step(&file, 25).unwrap();
    migrate::to_latest(&file).unwrap();
    let connection = rusqlite::Connection::open(&file).unwrap();
    connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
    let insert = |columns: &str, values: &str| {
        let sql = format!(
            "INSERT INTO kit_items (kit_id, {columns}, created_at, updated_at) VALUES (1, {values}, '', '')"
        );
        connection.execute(&sql, [])
    };
    assert!(insert("release_id", "1").is_ok());
    assert!(insert("release_id, sha256", "1, 'x'").is_err(), "a thing of a kit is one thing");
    assert!(insert("file_name", "'x.pdf'").is_err(), "and not nothing");
}
